"""Entities that are known in any article: countries (from CLDR, by way of Babel) and a list of our own.

The other names of countries, and their adjectives, are those that extraction knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale

from kg.analysis.language import SUPPORTED
from kg.analysis.names.countries import countries
from kg.facts import Entity, Kind, Label
from kg.resolve.slug import slug

LANGUAGES = ("en", "nl")
# Codes in CLDR's list of territories that are no country or dependency of one.
_NO_COUNTRY = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))


@dataclass(frozen=True)
class Gazetteer:
    """Known entities.

    Attributes:
        entities: by key.
        names: the key that a (kind, case-folded name) stands for; only names that stand for one.
        wikidata: the key that an id in Wikidata stands for.
        office_kinds: the general post that the first words of an office's name stand for.
        compound_heads: names of kinds of product that a Dutch compound may end in.
    """

    entities: dict[str, Entity]
    names: dict[tuple[Kind, str], str]
    wikidata: dict[str, str]
    office_kinds: dict[str, str]
    compound_heads: frozenset[str]

    def find(self, kind: Kind, name: str, wikidata: str | None = None) -> Entity | None:
        """Find a known entity by its id in Wikidata, else by its kind and one of its names."""
        key = self.wikidata.get(wikidata) if wikidata else None
        if key is None:
            key = self.names.get((kind, name.casefold()))
        return self.entities[key] if key else None

    def office_kind(self, office: str) -> str | None:
        """Give the id in Wikidata of the general post that an office ("CEO van Google") is one of."""
        return next(
            (qid for post, qid in self.office_kinds.items() if office == post or office.startswith(f"{post} ")), None
        )

    def head(self, product: str) -> Entity | None:
        """Give the known kind that a kind of product falls under: "waterdrones" and "autonome drones" under drones.

        Dutch and English both put the head last; Dutch writes compounds as one word, and heads that mean something else
        there ("gemeentewapens") are not taken. The longest known head wins.
        """
        word = product.split()[-1].casefold()
        best: tuple[int, str] | None = None
        for entity in self.entities.values():
            if entity.kind == "ProductKind":
                for label in (*entity.labels, *entity.aliases):
                    name = label.text.casefold()
                    if word == name or (name in self.compound_heads and word.endswith(name)):
                        best = max(best or (0, ""), (len(name), entity.key))
        return self.entities[best[1]] if best else None


@cache
def load_gazetteer() -> Gazetteer:
    """Read the gazetteer that comes with `kg`."""
    data = yaml.safe_load((resources.files("kg.resolve") / "data" / "gazetteer.yaml").read_text(encoding="utf-8"))
    entities: dict[str, Entity] = {}
    names: dict[tuple[Kind, str], set[str]] = {}
    for entity, adjectives in [*_countries(data["countries"]), *_listed(data["entities"])]:
        entities[entity.key] = entity
        for name in (*(label.text for label in (*entity.labels, *entity.aliases)), *adjectives):
            names.setdefault((entity.kind, name.casefold()), set()).add(entity.key)
    for name, key in _other_names(entities):
        names.setdefault(("Country", name.casefold()), set()).add(key)
    return Gazetteer(
        entities,
        {name: keys.pop() for name, keys in names.items() if len(keys) == 1},
        {entity.wikidata: key for key, entity in entities.items() if entity.wikidata},
        data["office_kinds"],
        frozenset(data["compound_heads"]),
    )


def _other_names(entities: dict[str, Entity]) -> Iterator[tuple[str, str]]:
    """Give other names and the adjectives of countries ("VK", "Franse"), with the key of each."""
    keys = {label.text: key for key, entity in entities.items() if entity.kind == "Country" for label in entity.labels}
    for language in SUPPORTED:
        lands = countries(language)
        adjectives = {word: land.name for word, land in lands.adjectives.items() if land.kind == "Country"}
        yield from ((word, keys[name]) for word, name in {**lands.names, **adjectives}.items() if name in keys)


def _countries(added: dict[str, Any]) -> Iterable[tuple[Entity, list[str]]]:
    territories = {language: Locale.parse(language).territories for language in LANGUAGES}
    for code, english in territories["en"].items():
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
            more = added.get(code, {})
            entity = Entity(
                key=f"entity/{slug(english)}",
                kind="Country",
                labels=tuple(Label(text=territories[language][code], language=language) for language in LANGUAGES),
                aliases=_labels(more.get("aliases", {})),
                wikidata=more.get("wikidata"),
            )
            yield entity, [word for words in more.get("adjectives", {}).values() for word in words]


def _listed(listed: dict[str, Any]) -> Iterable[tuple[Entity, list[str]]]:
    for key, stated in listed.items():
        yield (
            Entity(
                key=f"entity/{key}",
                kind=stated["kind"],
                labels=tuple(Label(text=text, language=language) for language, text in stated["labels"].items()),
                aliases=_labels(stated.get("aliases", {})),
                wikidata=stated.get("wikidata"),
                broader=f"entity/{stated['broader']}" if "broader" in stated else None,
                office_of=f"entity/{stated['office_of']}" if "office_of" in stated else None,
            ),
            [],
        )


def _labels(names: dict[str, list[str]]) -> tuple[Label, ...]:
    return tuple(Label(text=text, language=language) for language, texts in names.items() for text in texts)
