"""One noun for several bodies that are named by their places: "de universiteiten van Gent en Wageningen"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.analysis import Document
from kg.analysis.names import Name
from kg.extract.entities import BODIES
from kg.facts import Mention

_LANDS = ("Place", "Country")


def distributed(
    document: Document, noun: int, rows: Mapping[int, Sequence[Name]], kind: str | None, genitives: Collection[str]
) -> list[Mention]:
    """Give the bodies that a plural noun with a row of places behind it stands for; none where it is no such phrase.

    Args:
        document: the article.
        noun: the token of the noun.
        rows: the names in a row, by the first token of the first.
        kind: the kind of entity that the noun stands for in the singular.
        genitives: the genitive's prepositions.
    """
    row, tokens = rows.get(noun + 2, ()), document.tokens
    if kind not in BODIES or not row or not tokens[noun].has("Number=Plur"):
        return []
    if tokens[noun + 1].text not in genitives or any(name.kind not in _LANDS for name in row):
        return []
    found = []
    for place, name in enumerate(row):
        start, end = tokens[noun if place == 0 else name.first].start, tokens[name.stop - 1].end
        called = f"{tokens[noun].lemma.lower()} {tokens[noun + 1].text} {name.text}"
        text = document.article.text[start:end]
        found.append(Mention(name=called, kind=kind, text=text, start=start, end=end))
    return found
