"""Countries: their names (from CLDR, by way of Babel), adjectives and inhabitants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from babel import Locale

from kg.analysis.inflection import Inflection, inflection
from kg.analysis.names.words import names_of, read_data

# Codes in CLDR's list of territories that are no country or dependency of one.
_NO_COUNTRY = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "BV", "AQ")
)


class Land(NamedTuple):
    """What a word stands for.

    Attributes:
        name: the name of the country or place.
        kind: Country, or Place for parts of the world, regions and towns.
    """

    name: str
    kind: str


@dataclass(frozen=True)
class Countries:
    """Words for countries; all with a capital.

    Attributes:
        names: every name of a country.
        adjectives: with and without -e: ``Franse``, ``Frans``; of places too.
        people: inhabitants, one or several: ``Fransman``, ``Fransen``.
        seats: seats of a government that stand for it: ``Kremlin``.
    """

    names: Mapping[str, str]
    adjectives: Mapping[str, Land]
    people: Mapping[str, Land]
    seats: Mapping[str, str]


@cache
def countries(language: str) -> Countries:
    """Read the countries in a language."""
    data = read_data("demonyms", language)
    by_code = dict(_names(language))
    names = {name: name for name in by_code.values()}
    for code, line in data["aliases"].items():
        names.update(dict.fromkeys(names_of(line), by_code[code]))
    names.update({name: name for name in data["countries"]})
    adjectives, people = _demonyms(data, by_code, inflection(language))
    seats = {seat: by_code[code] for seat, code in data["seats"].items()}
    return Countries(names, adjectives, people, seats)


def _names(language: str) -> Iterator[tuple[str, str]]:
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
            yield code, name


def _demonyms(
    data: Mapping[str, Any], by_code: Mapping[str, str], forms_of: Inflection
) -> tuple[dict[str, Land], dict[str, Land]]:
    adjectives: dict[str, Land] = {}
    people: dict[str, Land] = {}
    for kind, table in (("Place", data["places"]), ("Country", data["countries"])):
        for name, line in table.items():
            adjective, *inhabitants = line.split()
            adjectives.update({form: Land(name, kind) for form in forms_of.origin_forms(adjective)})
            people.update({form: Land(name, kind) for form in inhabitants})
    for code, line in data["adjectives"].items():
        land = Land(by_code[code], "Country")
        adjectives.update({form: land for word in line.split() for form in forms_of.origin_forms(word)})
    for code, line in data["people"].items():
        people.update({form: Land(by_code[code], "Country") for form in line.split()})
    return adjectives, people
