"""The countries of an article: those that everybody knows, and those that only it names."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Sequence
from dataclasses import replace

from kg.analysis import Document
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries, Land, countries
from kg.analysis.names.surroundings import stem

_ENDINGS = ("se", "sche", "s", "sch")


def lands_of(document: Document, names: Sequence[Name], language: str = "nl") -> Countries:
    """Give the words for countries, with the adjectives of the article's own: Belmarische for Belmarië.

    Args:
        document: the article.
        names: its names.
        language: its language.
    """
    known = countries(language)
    own = {stem(name.full): name.full for name in names if name.kind == "Country" and name.full not in known.names}
    if not own:
        return known
    adjectives = {
        token.text: Land(own[stem(token.text)], "Country")
        for token in document.tokens
        if token.text[:1].isupper() and token.text.endswith(_ENDINGS) and stem(token.text) in own
    }
    return replace(known, adjectives=ChainMap(adjectives, dict(known.adjectives)))
