"""Which nouns are kinds of product, and which of those a general noun takes up; read from `products.*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.wordlists import read_words

_SHORTEST_ENDING = 4


@dataclass(frozen=True)
class Goods:
    """Words that tell whether a noun is a kind of product.

    Attributes:
        abstract: nouns that are none, by themselves and at the end of a compound.
        endings: endings of nouns that are none.
        things: nouns that are one for all that, by themselves and at the end of a compound.
        whole: those that are one only by themselves: ring, not verandering.
        takes_up: for nouns that, with a definite article, take up a kind of product named before, how its noun ends.
    """

    abstract: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]
    whole: frozenset[str]
    takes_up: Mapping[str, tuple[str, ...]]

    def is_abstract(self, noun: str) -> bool:
        """Tell whether a noun in the singular, or the last part of a compound, is no kind of product."""
        word = noun.lower()
        if word in self.whole:
            return False
        for start in range(max(1, len(word) - 2)):
            ending = word[start:]
            if start and len(ending) < _SHORTEST_ENDING:
                break
            if ending in self.things:
                return False
            if ending in self.abstract:
                return True
        return word.endswith(self.endings)

    def is_thing(self, noun: str) -> bool:
        """Tell whether a noun, or the last part of a compound, is listed as a kind of product."""
        word = noun.lower()
        return word in self.whole or any(word[start:] in self.things for start in range(max(1, len(word) - 3)))

    def can_take_up(self, generic: str, noun: str) -> bool:
        """Tell whether a general noun can take up another noun: toestel, propellervliegtuig."""
        return noun.lower().endswith(self.takes_up.get(generic, ()))


@cache
def goods(language: str) -> Goods:
    """Read the words for kinds of product in a language."""
    data = read_words("products", language)
    things = data["goods"].split()
    return Goods(
        abstract=frozenset(data["abstract"].split()),
        endings=tuple(data["endings"].split()),
        things=frozenset(word for word in things if word[0] != "="),
        whole=frozenset(word[1:] for word in things if word[0] == "="),
        takes_up={noun: tuple(line.split()) for noun, line in data["takes_up"].items()},
    )
