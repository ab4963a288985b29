"""The part of a dataset around some entities: for graphs above what a page can carry."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg.export.networks import to_networkx
from kg.rdf import Nodes
from kg.receipts import Finder
from kg.vocab import DEFAULT_BASE, KG, RDF


def around(quads: Iterable[Quad], name: str, steps: int = 2, base: str = DEFAULT_BASE) -> list[Quad]:
    """Give the part of a dataset that lies around the entities of a name.

    Args:
        quads: the dataset.
        name: an entity's IRI, label or another of its names.
        steps: how many situations may lie between the entity and another.
        base: what data IRIs begin with.

    Raises:
        QueryError: no entity has that name.
    """
    quads = list(quads)
    nodes = Nodes(quads)
    found = {entity.value for entity in Finder(nodes, base).entities(name)}
    network = to_networkx(quads, "situations").to_undirected(as_view=True)
    kept = set(found)
    for _ in range(2 * steps):
        kept |= {near for node in kept for near in network[node]}
    return [quad for quad in quads if _belongs(nodes, quad, kept)]


def _belongs(nodes: Nodes, quad: Quad, kept: set[str]) -> bool:
    """Keep what is said of the nodes kept, of the claims of situations kept, and of articles and extractions."""
    if not isinstance(quad.subject, NamedNode):
        return False
    situation = nodes.node(quad.subject, KG.claims)
    if situation is not None:
        return situation.value in kept
    if not ({KG.Entity, KG.Situation} & set(nodes.nodes(quad.subject, RDF.type))):
        return True
    object_is_out = (
        isinstance(quad.object, NamedNode) and _is_shown(nodes, quad.object) and quad.object.value not in kept
    )
    return quad.subject.value in kept and not object_is_out


def _is_shown(nodes: Nodes, node: NamedNode) -> bool:
    return bool({KG.Entity, KG.Situation} & set(nodes.nodes(node, RDF.type)))
