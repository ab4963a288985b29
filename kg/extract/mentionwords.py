"""The words that stand for entities, read from `mentions.*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.wordlists import read_words


@dataclass(frozen=True)
class Words:
    """Words that stand for entities.

    Attributes:
        pronouns: third and first persons, with who they can stand for.
        sets: lists of words, by their name in the file.
        women: nouns, names and endings of names that say that somebody is a woman.
        men: the same for men.
        movements: endings of nouns for armed movements.
        counts: numerals, and nouns for so many, with the number: ``drietal``.
        wider: nouns that take up who is called by one of others: diplomaat, an ambassadeur.
    """

    pronouns: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    women: Mapping[str, tuple[str, ...]]
    men: Mapping[str, tuple[str, ...]]
    movements: tuple[str, ...]
    counts: Mapping[str, int]
    wider: Mapping[str, tuple[str, ...]]

    def gender(self, noun: str) -> str:
        """Give the gender that a noun tells: ``m`` or ``f``; empty for none."""
        if noun in self.women["nouns"]:
            return "f"
        return "m" if noun in self.men["nouns"] else ""


@cache
def mention_words(language: str) -> Words:
    """Read the words in a language that stand for entities."""
    data = read_words("mentions", language)
    return Words(
        pronouns={word: group for group, line in data["pronouns"].items() for word in line.split()},
        sets={name: frozenset(line.split()) for name, line in data.items() if isinstance(line, str)},
        women={name: tuple(line.split()) for name, line in data["women"].items()},
        men={name: tuple(line.split()) for name, line in data["men"].items()},
        movements=tuple(data["movements"].split()),
        counts={word: int(count) for count, line in data["counts"].items() for word in line.split()},
        wider={noun: tuple(line.split()) for noun, line in data["wider"].items()},
    )
