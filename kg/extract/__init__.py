"""Article → facts, by a person (`reviewed`)."""

from kg.extract.reviewed import Reviewed, read_reviewed

__all__ = ["Reviewed", "read_reviewed"]
