"""Dataset → NetworkX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal as OneOf
from typing import TypeAlias

import networkx as nx
from pyoxigraph import NamedNode, Quad

from kg.rdf import Nodes
from kg.terms import shortcuts, term_label
from kg.vocab import KG, RDF, SKOS, local_name

View = OneOf["situations", "entities"]
Network: TypeAlias = "nx.MultiDiGraph[str]"
Attributes = dict[str, str | float]

# The most special class first.
_ENTITY_KINDS = (
    *("ArmedForce", "GovernmentBody", "Company", "NewsOutlet", "Organisation", "Person", "Country"),
    *("Place", "Group", "Office", "ProductKind"),
)
_GENERAL = frozenset(("Situation", "Event", "State"))
_PLAIN = {
    "date": KG.date,
    "start_date": KG.startDate,
    "end_date": KG.endDate,
    "not_before": KG.notBefore,
    "not_after": KG.notAfter,
    "date_text": KG.dateText,
    "topic": KG.topic,
    "medium": KG.medium,
    "purpose": KG.purpose,
    "qualifier": KG.qualifier,
    "amount": KG.amount,
    "content": KG.content,
}
_NOT_EDGES = frozenset((RDF.type, KG.wouldBe, KG.status))
_SEPARATOR = " | "


def to_networkx(quads: Iterable[Quad], view: View = "situations", language: str = "nl") -> Network:
    """Give a dataset as a network.

    Every attribute is a text or a number, so that every format takes it; several values are joined with ``" | "``.
    Nodes are named by their IRI, edges by their key: a situation and a relation.

    Args:
        quads: the dataset.
        view: ``situations`` makes nodes of entities and situations, and edges of roles and links between situations;
            ``entities`` makes nodes of entities only, and edges of the shortcuts, one for each situation behind one.
        language: of the labels, where there is a choice.

    Returns:
        Nodes have ``node`` (``entity`` or ``situation``), ``label`` and ``kind`` (the class); entities ``aliases``.
        Edges have ``relation`` (the property) and ``label``. Situations, and edges that stand for one, have ``status``,
        ``type``, ``quotes``, ``attributed_to``, ``via``, ``confidence``, time and words.
    """
    nodes = Nodes(quads)
    network: Network = nx.MultiDiGraph()
    for entity in nodes.of_class(KG.Entity):
        network.add_node(entity.value, **_entity(nodes, entity, language))
    add = _add_situations if view == "situations" else _add_shortcuts
    add(network, nodes, language)
    return network


def _entity(nodes: Nodes, entity: NamedNode, language: str) -> Attributes:
    kind = entity_kind(nodes, entity)
    aliases = _joined(literal.value for literal in nodes.literals(entity, SKOS.altLabel))
    return _filled({"node": "entity", "label": nodes.label(entity, language), "kind": kind, "aliases": aliases})


def entity_kind(nodes: Nodes, entity: NamedNode) -> str:
    """Give the name of an entity's class: the most special one."""
    kinds = {local_name(cls) for cls in nodes.nodes(entity, RDF.type)}
    return next((kind for kind in _ENTITY_KINDS if kind in kinds), "Entity")


def _add_situations(network: Network, nodes: Nodes, language: str) -> None:
    situations = nodes.of_class(KG.Situation)
    for situation in situations:
        facts = situation_attributes(nodes, situation, language)
        network.add_node(situation.value, **facts, kind=facts["type"], node="situation")
    for situation in situations:
        for role, filler in nodes.pairs(situation):
            if role in _NOT_EDGES or not isinstance(filler, NamedNode) or filler.value not in network:
                continue
            if role == KG.participant and _has_special_role(nodes, situation, filler):
                continue
            edge = {"relation": local_name(role), "label": term_label(role, language)}
            key = f"{local_name(situation)} {local_name(role)}"
            network.add_edge(situation.value, filler.value, key=key, **edge)


def _has_special_role(nodes: Nodes, situation: NamedNode, entity: NamedNode) -> bool:
    """Tell whether an entity has a role besides the general one of a participant."""
    return any(role not in (KG.participant, KG.about) and filler == entity for role, filler in nodes.pairs(situation))


def _add_shortcuts(network: Network, nodes: Nodes, language: str) -> None:
    for situation in nodes.of_class(KG.Situation):
        facts = situation_attributes(nodes, situation, language)
        for subject, shortcut, object_ in shortcuts_of(nodes, situation):
            edge: Attributes = facts | {
                "relation": local_name(shortcut),
                "label": term_label(shortcut, language),
                "situation": situation.value,
                "situation_label": facts["label"],
            }
            key = f"{local_name(situation)} {local_name(shortcut)}"
            network.add_edge(subject.value, object_.value, key=key, **edge)


def situation_attributes(nodes: Nodes, situation: NamedNode, language: str = "nl") -> Attributes:
    """Give what is known of a situation as plain values: label, type, status, time, words, quotes and sources."""
    claims = claims_of(nodes, situation)
    sources = (nodes.label(who, language) for claim in claims for who in nodes.nodes(claim, KG.attributedTo))
    passed_on = (nodes.label(who, language) for claim in claims for who in nodes.nodes(claim, KG.via))
    known = (literal.value for claim in claims for literal in nodes.literals(claim, KG.confidence))
    certain = [float(text) for text in known if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,15})?", text)]
    attributes: Attributes = {
        "label": nodes.label(situation, language),
        "type": situation_type(nodes, situation),
        "status": situation_status(nodes, situation),
        "quotes": _joined(nodes.text(claim, KG.quote) or "" for claim in claims),
        "attributed_to": _joined(sources),
        "via": _joined(passed_on),
    }
    if certain:
        attributes["confidence"] = min(certain)
    for name, role in _PLAIN.items():
        attributes[name] = _joined(literal.value for literal in nodes.literals(situation, role))
    return _filled(attributes)


def situation_status(nodes: Nodes, situation: NamedNode) -> str:
    """Give the name of a situation's status; where it has none, what its claims agree on, else ``unknown``."""
    status = nodes.node(situation, KG.status)
    if status is not None:
        return local_name(status)
    claimed = {node for claim in claims_of(nodes, situation) for node in nodes.nodes(claim, KG.claimedStatus)}
    return local_name(claimed.pop()) if len(claimed) == 1 else "unknown"


def situation_type(nodes: Nodes, situation: NamedNode) -> str:
    """Give the name of a situation's class, or of the class that it would be of: the most special one."""
    found = {local_name(cls) for cls in (*nodes.nodes(situation, RDF.type), *nodes.nodes(situation, KG.wouldBe))}
    found -= _GENERAL
    if "Announcement" in found:
        found -= {"Statement"}
    return min(found, default="Situation")


def claims_of(nodes: Nodes, situation: NamedNode) -> list[NamedNode]:
    """Give the claims of a situation, in the order of articles and their texts."""

    def place(claim: NamedNode) -> tuple[str, int]:
        article = nodes.node(claim, KG.inArticle)
        return article.value if article else "", nodes.number(claim, KG.start)

    return sorted(nodes.subjects(KG.claims, situation), key=place)


def shortcuts_of(nodes: Nodes, situation: NamedNode) -> Iterator[tuple[NamedNode, NamedNode, NamedNode]]:
    """Give the shortcuts in the graph that stand for a situation: subject, property, object."""
    status = nodes.node(situation, KG.status)
    classes = set(nodes.nodes(situation, RDF.type))
    for shortcut in shortcuts():
        if shortcut.status == status and shortcut.situation in classes:
            for subject in nodes.nodes(situation, shortcut.subject):
                known = set(nodes.nodes(subject, shortcut.property))
                for object_ in nodes.nodes(situation, shortcut.object):
                    if object_ in known and object_ != subject:
                        yield subject, shortcut.property, object_


def _joined(values: Iterable[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(values))


def _filled(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if value != ""}
