"""The ontology for readers: a page for each language, with pictures of the ontology, and examples from articles."""

from kg.reference.page import LANGUAGES, to_page

__all__ = ["LANGUAGES", "to_page"]
