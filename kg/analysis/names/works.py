"""Titles of works in quotation marks, which are names whatever their words: de roman "Ik ben er niet"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.document import Document
from kg.analysis.names.record import Stretch
from kg.analysis.names.words import NONE, Cues

OPENING, CLOSING = frozenset("\"“„'‘«»"), frozenset("\"”'’»«")
_LONGEST = 8  # tokens
_NEAR = 3  # tokens between the noun for a work and its title


def works(document: Document, cues: Cues) -> dict[int, int]:
    """Find the titles that stand in quotation marks and that a noun for a work goes before.

    Returns:
        The token behind each title, by its first token.
    """
    quoted = list(_quoted(document))
    told = {
        document.words(*title)
        for title in quoted
        if _is_told(document, cues, title.first) or _is_row(document, cues, title)
    }
    return {title.first: title.stop for title in quoted if document.words(*title) in told}


def _quoted(document: Document) -> Iterator[Stretch]:
    """Give the stretches of a few words in quotation marks that begin with a capital."""
    tokens = document.tokens
    for sentence in document.sentences:
        done = sentence.first
        for index in range(sentence.first, sentence.stop - 1):
            if tokens[index].text not in OPENING or index < done or not tokens[index + 1].text[:1].isupper():
                continue
            ends = range(index + 2, min(sentence.stop, index + 2 + _LONGEST))
            stop = next((end for end in ends if tokens[end].text in CLOSING), None)
            if stop is not None:
                yield Stretch(index + 1, stop)
                done = stop + 1


def _is_row(document: Document, cues: Cues, title: Stretch) -> bool:
    """Tell whether several words in quotation marks all have a capital, but for small ones: "The Lord of the Rings"."""
    texts = [token.text for token in document.tokens[title.first : title.stop]]
    small = cues.sets["particles"] | cues.sets["links"]
    return len(texts) > 1 and all(text[:1].isupper() or text in small for text in texts) and texts[-1] not in small


def _is_told(document: Document, cues: Cues, first: int) -> bool:
    """Tell whether a noun for a work stands just before a quotation: "haar tweede roman: …", "de VTM-reeks …"."""
    for index in range(first - 2, max(-1, first - 2 - _NEAR), -1):
        token = document.tokens[index]
        if token.sentence != document.tokens[first].sentence:
            return False
        if token.pos in ("NOUN", "PROPN"):
            return is_work(token.lemma.lower(), cues)
    return False


def is_work(noun: str, cues: Cues) -> bool:
    """Tell whether a noun is one for a work, by itself or as the last part of a compound: tv-serie, debuutroman."""
    if cues.behind.get(noun) == NONE:
        return True
    return any(cues.behind.get(noun[start:]) == NONE for start in range(2, len(noun) - 3))
