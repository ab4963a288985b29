"""The countries of an article: those that everybody knows, and those that only it names."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Sequence
from dataclasses import replace

from kg.analysis import Document
from kg.analysis.inflection import inflection
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries, Land, countries
from kg.analysis.names.words import cues


def lands_of(document: Document, names: Sequence[Name]) -> Countries:
    """Give the words for countries, with the adjectives of the article's own: Belmarische for Belmarië.

    Args:
        document: the article.
        names: its names.
    """
    known, stem = countries(document.language), inflection(document.language).origin_stem
    own = {stem(name.full): name.full for name in names if name.kind == "Country" and name.full not in known.names}
    if not own:
        return known
    endings = tuple(cues(document.language).sets["land_endings"])
    adjectives = {
        token.text: Land(own[stem(token.text)], "Country")
        for token in document.tokens
        if token.text[:1].isupper() and token.text.endswith(endings) and stem(token.text) in own
    }
    return replace(known, adjectives=ChainMap(adjectives, dict(known.adjectives)))
