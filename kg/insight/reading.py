"""Dataset → situations as plain records: what all analyses start from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.export.networks import claims_of, situation_status, situation_type
from kg.rdf import Nodes
from kg.receipts import Receipt, receipts_of
from kg.vocab import KG, RDF, SCHEMA, local_name

# Kinds that act or are acted upon; an office and a kind of product connect nobody by themselves.
_ACTORS = (KG.Person, KG.Organisation, KG.Country, KG.Group, KG.Place)
_NOT_ROLES = frozenset((RDF.type, KG.status, KG.wouldBe, KG.about, KG.ledTo, KG.partOf))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Source:
    """Who vouches for some words (an entity, or the article itself where none does), and the status that they claim."""

    by: tuple[NamedNode, ...]
    via: tuple[NamedNode, ...]
    article: NamedNode | None
    status: str


@dataclass(frozen=True)
class Situation:
    """A situation of the graph.

    Attributes:
        node: its IRI.
        label: its title.
        type: the name of its class, or of the class that it would be of.
        status: ``actual``, ``planned`` …
        roles: who or what has which role in it; the organisation of an office as ``officeOf``.
        about: of a statement, what it is about.
        first: the first day that it may be, or may have begun; None where that is not known.
        last: the last such day.
        sources: where its claims come from, in the order of the text.
    """

    node: NamedNode
    label: str
    type: str
    status: str
    roles: tuple[tuple[str, NamedNode], ...]
    about: tuple[NamedNode, ...]
    first: datetime.date | None
    last: datetime.date | None
    sources: tuple[Source, ...]

    def fillers(self, *roles: str) -> list[NamedNode]:
        """Give who or what has one of some roles, each once."""
        return list(dict.fromkeys(filler for role, filler in self.roles if role in roles))

    def entities(self) -> list[NamedNode]:
        """Give all that have a role in it, each once."""
        return list(dict.fromkeys(filler for _, filler in self.roles))


class Dataset:
    """The situations, entities and articles of a dataset."""

    def __init__(self, quads: Iterable[Quad], language: str = "nl") -> None:
        self.nodes = Nodes(quads)
        self.language = language
        self.actors = frozenset(actor for cls in _ACTORS for actor in self.nodes.of_class(cls))
        self._places = frozenset(self.nodes.of_class(KG.Place)) - frozenset(self.nodes.of_class(KG.Country))
        found = [self._situation(node) for node in self.nodes.of_class(KG.Situation)]
        self.situations = sorted(found, key=self._place)
        self.by_node = {situation.node: situation for situation in self.situations}

    def label(self, node: NamedNode) -> str:
        """Give the name of an entity or situation."""
        return self.nodes.label(node, self.language)

    def labels(self, nodes: Iterable[NamedNode]) -> tuple[str, ...]:
        """Give names, each once."""
        return tuple(dict.fromkeys(self.label(node) for node in nodes))

    def article_name(self, article: NamedNode) -> str:
        """Give what an article goes by: its headline, else its id."""
        return (
            self.nodes.text(article, SCHEMA.headline)
            or self.nodes.text(article, SCHEMA.identifier)
            or self.nodes.label(article)
        )

    def receipts(self, situations: Iterable[Situation]) -> tuple[Receipt, ...]:
        """Give the words behind some situations."""
        return tuple(
            receipt for situation in situations for receipt in receipts_of(self.nodes, situation.node, self.language)
        )

    def takers(self, situation: Situation) -> list[NamedNode]:
        """Give the actors that take part in a situation: a town where people meet does not meet them."""
        venues = () if situation.type == "Presence" else self._places
        return [
            node
            for node in situation.entities()
            if node in self.actors
            and (node not in venues or any(role != "place" for role, filler in situation.roles if filler == node))
        ]

    def day(self, node: NamedNode, role: NamedNode) -> datetime.date | None:
        """Give the day that a property leads to, or None where it is no day."""
        return read_day(self.nodes.text(node, role) or "")

    def _place(self, situation: Situation) -> tuple[str, str, int, str]:
        """Give where a situation is first told of: articles in the order of their days, those without one last."""
        claims = claims_of(self.nodes, situation.node)
        article = self.nodes.node(claims[0], KG.inArticle) if claims else None
        start = self.nodes.number(claims[0], KG.start) if claims else 0
        day = self.nodes.text(article, SCHEMA.datePublished) if article else None
        return day or "~", article.value if article else "", start, situation.node.value

    def _situation(self, node: NamedNode) -> Situation:
        nodes = self.nodes
        first, last = self.day(node, KG.notBefore), self.day(node, KG.notAfter)
        return Situation(
            node=node,
            label=self.label(node),
            type=situation_type(nodes, node),
            status=situation_status(nodes, node),
            roles=tuple(self._roles(node)),
            about=tuple(nodes.nodes(node, KG.about)),
            first=first,
            last=last,
            sources=tuple(
                Source(
                    tuple(nodes.nodes(claim, KG.attributedTo)),
                    tuple(nodes.nodes(claim, KG.via)),
                    nodes.node(claim, KG.inArticle),
                    local_name(nodes.node(claim, KG.claimedStatus) or KG.unknown),
                )
                for claim in claims_of(nodes, node)
            ),
        )

    def _roles(self, node: NamedNode) -> list[tuple[str, NamedNode]]:
        found = [
            (role, filler)
            for role, filler in self.nodes.pairs(node)
            if role not in _NOT_ROLES and isinstance(filler, NamedNode) and self._is_entity(filler)
        ]
        special = {filler for role, filler in found if role != KG.participant}
        roles = [
            (local_name(role), filler) for role, filler in found if role != KG.participant or filler not in special
        ]
        for office in self.nodes.nodes(node, KG.office):
            roles += [("officeOf", organisation) for organisation in self.nodes.nodes(office, KG.officeOf)]
        return sorted(roles, key=lambda role: (role[0], role[1].value))

    def _is_entity(self, node: NamedNode) -> bool:
        return KG.Entity in self.nodes.nodes(node, RDF.type)


def read_day(text: str) -> datetime.date | None:
    """Read a day (``2025-07-05``); None where it is none."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
