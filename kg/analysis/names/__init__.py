"""The names in an article, who bears them, and of what kind they are."""

from __future__ import annotations

from kg.analysis.document import Document
from kg.analysis.names.countries import countries
from kg.analysis.names.entities import Grouping
from kg.analysis.names.kinds import Voting
from kg.analysis.names.lexicon import lexicon
from kg.analysis.names.record import Name
from kg.analysis.names.spans import Spotter, head_of
from kg.analysis.names.words import cues, nouns

__all__ = ["Name", "find_names"]


def find_names(document: Document) -> list[Name]:
    """Find the names in an article.

    Args:
        document: the analysed article.

    Returns:
        The names in the order of the text; none overlaps another.
    """
    language = document.language
    lists = (lexicon(language), cues(language), countries(language))
    stretches = list(Spotter(document, *lists, nouns(language)).names())
    bearers = Grouping(document, *lists, nouns(language)).bearers(stretches)
    kinds = Voting(document, *lists, nouns(language)).kinds(stretches, bearers)
    names: dict[int, Name] = {}
    for number, (bearer, kind) in enumerate(zip(bearers, kinds, strict=True)):
        for place in bearer.places:
            stretch = stretches[place]
            text, head = document.words(*stretch), head_of(document, stretch).index
            names[place] = Name(*stretch, head, text, kind, bearer.full, number)
    return [names[place] for place in sorted(names)]
