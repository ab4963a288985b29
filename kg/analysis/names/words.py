"""The words that tell names and their kinds, read from the files in ``kg/analysis/data``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kg.analysis.inflection import Inflection, inflection
from kg.analysis.smallwords import SmallWords, small_words

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SHORTEST_HEAD = 3
_SHORTEST_ENDING = 4
NONE = "None"
"""What the files call the kind of names that are none of ours: of events, works, products."""


@cache
def read_data(name: str, language: str) -> Mapping[str, Any]:
    """Read a file of words, ``kg/analysis/data/{name}.{language}.yaml``."""
    file = resources.files("kg.analysis") / "data" / f"{name}.{language}.yaml"
    data: Mapping[str, Any] = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader
    return data


def words_of(line: str) -> list[str]:
    """Give the words of a line; ``_`` stands for a space in one."""
    return [word.replace("_", " ") for word in line.split()]


def names_of(line: str) -> list[str]:
    """Give the names of a line, which semicolons separate."""
    return [name.strip() for name in line.split(";") if name.strip()]


@dataclass(frozen=True)
class Nouns:
    """Nouns for those who can act.

    Attributes:
        kinds: the kind that a noun stands for, by its lemma; `Group` for nouns in the plural.
        no_heads: compounds that their last part says nothing of.
        inflection: how the words of their language change.
    """

    kinds: Mapping[str, str]
    no_heads: frozenset[str]
    inflection: Inflection

    def kind(self, noun: str) -> str | None:
        """Give the kind of entity that a noun stands for, by itself or by the last part of the compound."""
        head = self.head(noun)
        return self.kinds[head] if head else None

    def kind_of_several(self, noun: str) -> str | None:
        """Give the kind of entity that a noun in the plural stands for, by what its singular may be."""
        return next((kind for single in self.inflection.singulars(noun.lower()) if (kind := self.kind(single))), None)

    def head(self, noun: str) -> str | None:
        """Give the listed noun that a noun is, or ends in: ``bedrijf`` of ``privébedrijf``."""
        word = noun.lower()
        if word in self.kinds:
            return word
        for start in range(2, len(word) - _SHORTEST_HEAD + 1):
            ending = word[start:]
            if ending in self.no_heads:
                return None
            if ending in self.kinds and (len(ending) >= _SHORTEST_ENDING or word[start - 1] == "-"):
                return None if word in self.no_heads else ending
        return None


@cache
def nouns(language: str) -> Nouns:
    """Read the nouns of a language."""
    data = read_data("nouns", language)
    kinds: dict[str, str] = {}
    for kind, line in data.items():
        if kind != "not":
            for word in words_of(line):
                kinds.setdefault(word, kind)
    return Nouns(kinds, frozenset(words_of(data["not"])), inflection(language))


@dataclass(frozen=True)
class Cues:
    """What tells where a name begins and ends, and what it names.

    Attributes:
        known: names that news is full of, with their kind.
        small: those of one word that are written without a capital: ``bpost``.
        short: short forms, with what they are short for.
        sets: lists of words, by their name in the file.
        words: the small words of the language.
        portfolios: what ministers are ministers of: ``Sociale Zaken``.
        parts: what a word of a name says of its kind.
        endings: what the end of a name's last word says of its kind.
        behind: what a noun says of the name right behind it, where it is of another kind.
        genitives: endings of genitives, the longest first.
        behind_of: what a noun says of the name that follows with "van".
    """

    known: Mapping[str, str]
    small: frozenset[str]
    short: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    words: SmallWords
    portfolios: frozenset[str]
    parts: Mapping[str, str]
    endings: Mapping[str, str]
    behind: Mapping[str, str]
    behind_of: Mapping[str, str]
    genitives: tuple[str, ...]


@cache
def cues(language: str) -> Cues:
    """Read the cues of a language."""
    data, known = read_data("names", language), dict(read_data("known", language))
    short = known.pop("short")
    kinds = {name: kind for kind, line in known.items() for name in names_of(line)}
    return Cues(
        known=kinds,
        small=frozenset(name for name in kinds if name.islower() and " " not in name),
        short=dict(_pair(pair) for pair in names_of(short)),
        sets={name: frozenset(words_of(line)) for name, line in data.items() if isinstance(line, str)},
        words=small_words(language),
        portfolios=frozenset(names_of(data["portfolios"])),
        parts=_turned(data["parts"]),
        endings=_turned(data["suffixes"]),
        behind=_turned(data["behind"]),
        behind_of=_turned(data["behind_of"]),
        genitives=tuple(sorted(words_of(data["genitives"]), key=len, reverse=True)),
    )


def _pair(pair: str) -> tuple[str, str]:
    short, _, full = pair.partition("=")
    return short.strip(), full.strip()


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    turned: dict[str, str] = {}
    for kind, line in table.items():
        for word in words_of(line):
            turned.setdefault(word, kind)
    return turned


def longest_ending(word: str, endings: Iterable[str] | Mapping[str, str], shortest: int) -> str | None:
    """Give the longest ending of a word, in lower case, that is listed and has at least so many letters."""
    low = word.lower()
    for start in range(1, len(low) - shortest + 1):
        if low[start:] in endings:
            return low[start:]
    return None
