"""A quotation in its sentence: where its marks stand, and whether it is speech at all."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.says.lexicon import Saying
from kg.extract.says.quotations import Quotation
from kg.extract.says.reading import Reading

BARE = Saying("", takes=frozenset(("main",)))
SHORT = 3  # so many words without a cue are a title or an expression held at arm's length
WINDOW = 60


@dataclass(frozen=True, slots=True)
class Source:
    """Who is quoted.

    Attributes:
        cue: the word that reports; without one the colon or the opening mark.
        saying: what the lexicon knows of it.
        speakers: who says it.
        reporting: the range of the words that report.
    """

    cue: int
    saying: Saying
    speakers: tuple[int, ...]
    reporting: tuple[int, int]


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation without a cue is speech: a sentence, no title, no expression held at arm's length.

    Args:
        reading: the article.
        quotation: the quotation.
    """
    first, stop = reading.trimmed(quotation.first, quotation.stop)
    whole = reading.ends_sentence(quotation.stop - 1) and opening_of(reading, quotation) == reading.bounds(first)[0]
    if stop - first <= SHORT and not whole and not is_sentence(reading, quotation):
        return False
    if _is_embedded(reading, quotation):
        return False
    ends = reading.ends_sentence(quotation.stop - 1) or _closes_sentence(reading, quotation)
    return is_sentence(reading, quotation) or (ends and reading.tokens[first].text[:1].isupper())


def is_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation has a finite verb near its beginning."""
    return any(
        reading.is_finite(place) for place in range(quotation.first, min(quotation.stop, quotation.first + WINDOW))
    )


def _is_embedded(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation stands in a sentence of the article, as a part of it."""
    opening = opening_of(reading, quotation)
    first, _ = reading.bounds(quotation.first)
    before = opening - 1
    if before >= first and not reading.is_mark(before) and reading.enclosing[before] < 0:
        return True
    last_stop = reading.bounds(quotation.stop - 1)[1]
    behind = behind_marks(reading, quotation)
    return (
        behind < last_stop
        and any(not reading.is_mark(place) for place in range(behind, last_stop))
        and first >= opening
    )


def opening_of(reading: Reading, quotation: Quotation) -> int:
    """Give the token of the opening mark, or the first inside where they are one."""
    index = quotation.first
    while index > 0 and reading.tokens[index - 1].start >= quotation.start:
        index -= 1
    return index


def behind_marks(reading: Reading, quotation: Quotation) -> int:
    """Give the first token behind the closing mark."""
    index = quotation.stop
    while index < len(reading.tokens) and reading.tokens[index].start < quotation.end:
        index += 1
    return index


def _closes_sentence(reading: Reading, quotation: Quotation) -> bool:
    behind = behind_marks(reading, quotation)
    return (
        behind >= len(reading.tokens)
        or reading.ends_sentence(behind)
        or reading.tokens[behind].sentence != reading.tokens[quotation.first].sentence
    )
