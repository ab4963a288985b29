"""Which nouns stand for people though no list has them: "een relschopper", "de 24-jarige"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.analysis.inflection import Inflection, inflection
from kg.extract.goods import Goods, goods
from kg.extract.wordlists import read_words

_SHORTEST_ENDING = 4
_SHORTEST = 5


@dataclass(frozen=True)
class People:
    """Endings of nouns for people.

    Attributes:
        endings: the endings.
        others: nouns for something else, by themselves and at the end of a compound.
        goods: words for kinds of product.
        inflection: how the words of their language change.
    """

    endings: tuple[str, ...]
    others: frozenset[str]
    goods: Goods
    inflection: Inflection

    def is_person(self, noun: str) -> bool:
        """Tell whether a noun in the singular looks like one for a person."""
        word = noun.lower()
        if len(word) < _SHORTEST or not word.endswith(self.endings) or not word[-1].isalpha():
            return False
        ends = (word[start:] for start in range(1, len(word) - _SHORTEST_ENDING + 1))
        return (
            word not in self.others and not any(end in self.others for end in ends) and not self.goods.is_abstract(word)
        )

    def are_people(self, nouns: str) -> bool:
        """Tell whether a noun in the plural looks like one for people."""
        return any(self.is_person(single) for single in self.inflection.singulars(nouns.lower()))


@cache
def people(language: str) -> People:
    """Read the endings of nouns for people in a language."""
    data = read_words("people", language)
    endings, others = tuple(data["endings"].split()), frozenset(data["not"].split())
    return People(endings, others, goods(language), inflection(language))
