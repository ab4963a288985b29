"""Article → facts: by a person (`reviewed`), or by rules over its analysis (`rules`)."""

from kg.extract.reviewed import Reviewed, read_reviewed
from kg.extract.rules import extract

__all__ = ["Reviewed", "extract", "read_reviewed"]
