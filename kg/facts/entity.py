"""Resolved entities: what mentions stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.facts.mention import Kind, Mention, QId, Record


class Label(Record):
    """A name in a language (a BCP 47 tag)."""

    text: str
    language: str


class Entity(Record):
    """An entity with an identity of its own.

    Attributes:
        key: the part of its IRI behind the base: ``entity/ukraine``.
        kind: its class in the ontology.
        labels: one name per language.
        aliases: its other names.
        wikidata: its id in Wikidata, where it is known.
        broader: of a kind of product, the key of the kind above it.
        office_of: of an office, the key of what it belongs to.
        office_kind: of an office, the id in Wikidata of the general post.
    """

    key: str
    kind: Kind
    labels: tuple[Label, ...]
    aliases: tuple[Label, ...] = ()
    wikidata: QId | None = None
    broader: str | None = None
    office_of: str | None = None
    office_kind: QId | None = None


@dataclass(frozen=True)
class Entities:
    """The entities of an article, by the kind and name that its mentions give them.

    Attributes:
        by_name: the entity that a (kind, name) stands for.
        related: entities that no mention names, but that others point to (a broader kind of product).
    """

    by_name: Mapping[tuple[Kind, str], Entity]
    related: tuple[Entity, ...] = ()

    def of(self, mention: Mention) -> Entity:
        """Give the entity that a mention stands for."""
        return self.by_name[mention.kind, mention.name]

    def __iter__(self) -> Iterator[Entity]:
        """Give each entity once, in the order of keys."""
        every = {entity.key: entity for entity in (*self.related, *self.by_name.values())}
        return iter(every[key] for key in sorted(every))
