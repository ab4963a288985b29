"""The words of offices, read from `offices.*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kg.extract.wordlists import read_words

_SHORTEST_HEAD = 4


@dataclass(frozen=True)
class OfficeWords:
    """The words of offices in a language.

    Attributes:
        heads: nouns for offices.
        only_with_organisation: those that are one only where it is said of what.
        of_government: those to which a party before the hyphen does not belong.
        with_portfolio: those that have a portfolio.
        kinds: adjectives that belong to the office.
        ended: what says that it is held no longer.
        not_yet: what says that it is not held yet.
        articles: the article of a name that has one.
        local: those that are said to be "in" a town.
        of_one_land: offices that few countries have: "kanselier".
        colleagues: nouns for somebody with the same office elsewhere.
        asides: what may begin words of time between a comma and an office.
        aside_ended: those of them that say that it is held no longer.
        copulas: forms of to be and to become.
        owners: nouns for owners.
        owned: nouns for what is owned.
        posts: offices to which people are appointed, but which are no titles before a name.
        duty: what makes of an office the noun for holding it.
        successors: nouns for who is to have an office after another.
        parties: bodies that people belong to without an office.
        membership: nouns for such bodies.
        of_state: offices of a state, which nobody else has given.
        to_come: words that tell that what is told in the present tense is still to come.
        new: what says, between a name and an office, that it is taken up.
        no_longer: what makes of "not" that it is no longer so.
        prefixes: first parts of a compound that name nobody.
        spans: spans of time and the like, of which one is the best, not the holder of an office.
        alike: those that look like the plural of another noun, and …
        relatives: what begins a clause that says who somebody is: "die voorzitter is".
        of: what stands in an office's usual name before what it is of.
        meant: the same for what it is for.
        crown: what an office is of that acts for a king: "commissaris van de Koning".
        be: the verb of what somebody is, by its dictionary form.
        become: the verb of what somebody becomes.
        remain: the verb of what somebody remains.
        past: forms of these that are past.
        before_one: … the words before one of them that tell that it is one.
    """

    heads: frozenset[str]
    only_with_organisation: frozenset[str]
    of_government: frozenset[str]
    with_portfolio: frozenset[str]
    kinds: frozenset[str]
    ended: frozenset[str]
    not_yet: frozenset[str]
    articles: Mapping[str, str]
    local: frozenset[str]
    of_one_land: frozenset[str]
    colleagues: frozenset[str]
    asides: frozenset[str]
    aside_ended: frozenset[str]
    copulas: frozenset[str]
    owners: frozenset[str]
    owned: frozenset[str]
    posts: frozenset[str]
    duty: str
    successors: frozenset[str]
    parties: frozenset[str]
    membership: frozenset[str]
    of_state: frozenset[str]
    to_come: tuple[str, ...]
    new: frozenset[str]
    no_longer: frozenset[str]
    prefixes: frozenset[str]
    spans: frozenset[str]
    alike: frozenset[str]
    before_one: frozenset[str]
    relatives: frozenset[str]
    of: str
    meant: str
    crown: frozenset[str]
    be: frozenset[str]
    become: frozenset[str]
    remain: frozenset[str]
    past: frozenset[str]

    def post(self, name: str) -> str:
        """Give an office's name without what it is of: minister of "minister van Defensie"."""
        return name.partition(f" {self.of} ")[0]

    def head(self, noun: str) -> str | None:
        """Give the noun of an office that a word is, or ends in: ``leider`` of ``oppositieleider``."""
        if noun in self.heads:
            return noun
        for start in range(len(noun) - 2):
            if noun[start:] in self.heads or noun[start:] in self.posts:
                whole = start == 0 or noun[start - 1] == "-"
                return noun[start:] if whole or len(noun) - start > _SHORTEST_HEAD else None
        return None


def _phrases(line: str) -> list[str]:
    return [phrase.strip() for phrase in line.split(";")]


@cache
def office_words(language: str) -> OfficeWords:
    """Read the words of offices in a language."""
    data = read_words("offices", language)
    sets = {name: frozenset(line.split()) for name, line in data.items() if isinstance(line, str)}
    articles = {name.strip(): word for word, line in data["articles"].items() for name in line.split(";")}
    own: dict[str, Any] = {
        "articles": articles,
        "asides": sets["asides"] | sets["aside_ended"],
        "parties": frozenset(_phrases(data["parties"])),
        "crown": frozenset(_phrases(data["crown"])),
        "to_come": tuple(_phrases(data["to_come"])),
    } | {name: data[name] for name in ("of", "meant", "duty")}
    words: dict[str, Any] = {name: own.get(name) or sets[name] for name in (each.name for each in fields(OfficeWords))}
    return OfficeWords(**words)
