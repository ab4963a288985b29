"""Lists of names, in a form that loads in milliseconds: see `kg.analysis.names.compact` for what it is made of."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cache
from importlib import resources
from zlib import crc32

PERSON = 1  # a person's whole name, a given name or a surname
GIVEN = 2  # a given name: persons' names begin with it
SURNAME = 4  # what follows given names
PLACE = 8
ORGANISATION = 16
OTHER = 32  # works, events, products …
TOWN = 64  # a place that is large, or near
WORD = 128  # a word that is written without a capital

_ENTRY = 5  # bytes: four of the number, one of flags


class Lexicon:
    """What names and words may be."""

    def __init__(self, packed: bytes) -> None:
        count = len(packed) // _ENTRY
        self._keys = array("I", packed[: count * 4])
        if sys.byteorder == "big":
            self._keys.byteswap()
        self._flags = packed[count * 4 :]

    def __len__(self) -> int:
        return len(self._keys)

    def __call__(self, name: str) -> int:
        """Give the flags of a name or word; 0 for one that is not listed.

        Names are kept as numbers of 32 bits: of 10,000 that are not listed, one is taken for one that is.
        """
        key = crc32(name.encode())
        place = bisect_left(self._keys, key)
        if place < len(self._keys) and self._keys[place] == key:
            return self._flags[place]
        return 0


@cache
def lexicon(language: str) -> Lexicon:
    """Load the lists of a language."""
    return Lexicon((resources.files("kg.analysis") / "data" / f"names.{language}.bin").read_bytes())
