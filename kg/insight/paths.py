"""How two entities are connected: the shortest paths between them, each step with its words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import networkx as nx
from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.insight.findings import Finding, Findings
from kg.insight.network import HELD, actor_network, situations_between
from kg.insight.reading import Dataset, Situation
from kg.receipts import Finder
from kg.terms import term_label
from kg.vocab import KG

COLUMNS = ("path", "step", "from", "fact", "type", "status", "to")


def paths(data: Dataset, base: str, start: str, end: str, count: int = 3, statuses: Iterable[str] = HELD) -> Findings:
    """Tell how two entities are connected: the shortest path, and the next ones, over actors.

    Args:
        data: the dataset.
        base: what data IRIs begin with.
        start: the name of an entity.
        end: the name of another.
        count: how many paths to give at most.
        statuses: of the situations that count.

    Returns:
        A row for each situation that makes a step, with its words. None if nothing connects the two.

    Raises:
        QueryError: the graph knows nothing of that name, or several entities.
    """
    one, other = find_entity(data, base, start), find_entity(data, base, end)
    if one == other:
        raise QueryError(f"{start!r} and {end!r} are the same: {data.label(one)}")
    network = actor_network(data, statuses, also=(one, other))
    if not nx.has_path(network, one.value, other.value):
        return Findings("paths", COLUMNS, ())
    found = itertools.islice(nx.shortest_simple_paths(network, one.value, other.value), count)
    rows = [
        _row(data, number, step, ends, situation)
        for number, path in enumerate(found, start=1)
        for step, ends in enumerate(itertools.pairwise(path), start=1)
        for situation in situations_between(data, network, *ends)
    ]
    return Findings("paths", COLUMNS, tuple(rows))


def _row(data: Dataset, path: int, step: int, ends: tuple[str, str], situation: Situation) -> Finding:
    one, other = (_with_role(data, NamedNode(end), situation) for end in ends)
    values = (path, step, one, situation.label, situation.type, situation.status, other)
    return Finding(values, data.receipts([situation]))


def _with_role(data: Dataset, entity: NamedNode, situation: Situation) -> str:
    roles = dict.fromkeys(term_label(KG[role], data.language) for role, filler in situation.roles if filler == entity)
    return f"{data.label(entity)} ({', '.join(roles)})"


def find_entity(data: Dataset, base: str, name: str) -> NamedNode:
    """Give the entity of a name.

    Args:
        data: the dataset.
        base: what data IRIs begin with.
        name: its IRI, prefixed name, label or another of its names.

    Raises:
        QueryError: the graph knows nothing of that name (near matches are named), or several entities.
    """
    found = Finder(data.nodes, base).entities(name)
    if len(found) > 1:
        iris = " or ".join(sorted(node.value for node in found))
        raise QueryError(f"several entities go by the name {name!r}: say which by its IRI, {iris}")
    return found.pop()
