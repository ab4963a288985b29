"""Characters as the treebanks write them: an engine has seen no others.

News has typographic quotation marks, dashes, soft hyphens and blanks of many kinds; the treebanks that engines learn
from have ``"``, ``'``, ``-`` and one blank between two words. An engine gets the text so; the offsets that it gives
are brought back to the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Character for character: the offsets stay.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛′´`‹›", "'"),
        **dict.fromkeys("–—‐‑‒―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " "),
    }
)
# What is left out: soft hyphens, joiners, marks of direction and of variants.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_BLANKS = re.compile(r"^\s|\s$|\s\s|[^\S ]")


class Readable(NamedTuple):
    """A sentence for an engine.

    Attributes:
        text: the sentence, in the characters of the treebanks.
        places: for each of its characters where that begins in the sentence as it was; None: at the same place.
        ends: for each of its characters where that ends in the sentence as it was, exclusive.
    """

    text: str
    places: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch of the readable text, which is not empty, lies in the sentence as it was."""
        if self.places is None or self.ends is None:
            return start, end
        return self.places[start], self.ends[end - 1]


def readable(sentence: str) -> Readable:
    """Write a sentence in the characters of the treebanks."""
    text = sentence.translate(_SAME_LENGTH)
    if text.isascii() and not _BLANKS.search(text):
        return Readable(text)
    if not (_UNSEEN.search(text) or _BLANKS.search(text)) and unicodedata.is_normalized("NFC", text):
        return Readable(text)
    return _rewritten(text)


def _rewritten(text: str) -> Readable:
    characters: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        seen = _seen(text[start:end])
        if seen.isspace():
            seen = "" if not characters or characters[-1] == " " else " "
        if seen:
            characters.append(seen)
            places.append(start)
            ends.append(end)
    if characters and characters[-1] == " ":
        characters.pop()
    return Readable("".join(characters), places, ends)


def _seen(cluster: str) -> str:
    """Give the one character that is seen, or none."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", cluster))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that are seen as one character: a letter and the accents behind it, where one is both."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]) and len(_seen(text[start : end + 1])) == 1:
            end += 1
        yield start, end
        start = end
