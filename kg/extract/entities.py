"""The entities of one article: who it is about, by name or without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.analysis.names import Name

BODIES = ("Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet")

_MOST_HOLDERS = 20


@dataclass
class Entity:
    """Somebody or something that an article mentions.

    Attributes:
        number: its number.
        name: what it is called: its fullest name, or the words of its first mention.
        kind: its class in the ontology; None where that is not known.
        named: whether `name` tells who it is.
        aliases: other names that the article gives it.
        gender: ``m`` or ``f``; empty where nothing tells.
        nouns: nouns that the article calls it by: ``president``, ``bedrijf``.
        lands: countries that it is said to be of.
        plural: whether it is several.
    """

    number: int
    name: str
    kind: str | None
    named: bool = True
    aliases: list[str] = field(default_factory=list)
    gender: str = ""
    nouns: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    plural: bool = False


class Register:
    """Keeps the entities of an article.

    Args:
        names: the article's names; their entities come first, by the numbers that they have there.
        genitives: endings of genitives, which are no names of their own.
    """

    def __init__(self, names: Sequence[Name], genitives: tuple[str, ...]) -> None:
        self.entities: list[Entity] = _named(names, genitives)
        self._by_phrase: dict[str, Entity] = {}
        self._by_noun: dict[str, list[Entity]] = {}
        self._by_land: dict[str, list[Entity]] = {}
        self._holders: dict[str, list[Entity]] = {}

    def call(self, entity: Entity, noun: str) -> None:
        """Remember that the article calls an entity by a noun: Macron "president"."""
        if noun not in entity.nouns:
            entity.nouns.add(noun)
            if entity.kind == "Person" and entity.named:
                self._holders.setdefault(noun, []).append(entity)

    def place(self, entity: Entity, land: str) -> None:
        """Remember that somebody or something is said to be of a country or place."""
        if land not in entity.lands:
            entity.lands.add(land)
            if entity.named:
                self._by_land.setdefault(land, []).append(entity)

    def of_land(self, land: str) -> list[Entity]:
        """Give those with a name who are said to be of a country or place: the last of many."""
        return self._by_land.get(land, [])[-_MOST_HOLDERS:]

    def holders(self, nouns: Iterable[str]) -> dict[int, Entity]:
        """Give the persons, by number, who are called by one of some nouns."""
        return {
            entity.number: entity
            for noun in dict.fromkeys(nouns)
            for entity in self._holders.get(noun, ())[-_MOST_HOLDERS:]
        }

    def by_noun(self, noun: str) -> list[Entity]:
        """Give the first entities that are described by a noun; two are enough to know that it is not clear."""
        return self._by_noun.get(noun, [])[:2]

    def called(self, words: str, kind: str, noun: str, *, named: bool, plural: bool = False, key: str = "") -> Entity:
        """Give the entity of a phrase; a new one when the phrase is new.

        Args:
            words: the phrase.
            kind: the kind of entity.
            noun: its noun.
            named: whether the phrase tells who it is.
            plural: whether it is several.
            key: what keeps it apart from others with the same words.
        """
        whole = f"{kind} {words.casefold()} {key}"
        entity = self._by_phrase.get(whole)
        if entity is None:
            entity = Entity(len(self.entities), words, kind, named, plural=plural)
            self._by_phrase[whole] = entity
            self.entities.append(entity)
            self._by_noun.setdefault(noun, []).append(entity)
        entity.nouns.add(noun)
        return entity


def _named(names: Sequence[Name], genitives: tuple[str, ...]) -> list[Entity]:
    entities: dict[int, Entity] = {}
    for name in names:
        entity = entities.setdefault(name.entity, Entity(name.entity, name.full, name.kind))
        text = name.text
        if text not in (entity.name, *entity.aliases) and not text.endswith(genitives):
            entity.aliases.append(text)
    return [entities[number] for number in sorted(entities)]
