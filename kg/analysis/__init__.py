"""Article → its parts: sentences."""

from kg.analysis.sentences import sentences

__all__ = ["sentences"]
