"""What the tests of analyses share: random networks, and random datasets with what they should give."""

from __future__ import annotations

import itertools
from typing import Any

import networkx as nx
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.vocab import DEFAULT_BASE, KG, RDF, RDFS

_STATUSES = ("actual", "ended", "planned", "denied")
Drawn = list[tuple[str, tuple[int, ...]]]


@st.composite
def networks(draw: st.DrawFn, most: int = 14) -> nx.Graph[str]:
    """Give a network of a few nodes, each tie with a number of situations."""
    names = [f"n{number:02}" for number in range(draw(st.integers(0, most)))]
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(names)
    pairs = list(itertools.combinations(names, 2))
    for one, other in draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []:
        network.add_edge(one, other, weight=draw(st.integers(1, 4)), situations=())
    return network


def drawn_situations() -> st.SearchStrategy[Drawn]:
    """Give situations: of each its status, and which actors have a role in it."""
    members = st.lists(st.integers(0, 6), min_size=0, max_size=4, unique=True).map(tuple)
    return st.lists(st.tuples(st.sampled_from(_STATUSES), members), max_size=12)


def dataset(situations: Drawn, actors: int = 7) -> list[Quad]:
    """Give a dataset of some persons and agreements."""
    quads = [quad for number in range(actors) for quad in _person(number)]
    for number, (status, members) in enumerate(situations):
        situation = NamedNode(f"{DEFAULT_BASE}situation/agreement-{number:02}")
        said: list[tuple[NamedNode, Any]] = [
            (RDF.type, KG.Situation),
            (RDF.type, KG.Agreement),
            (KG.status, KG[status]),
            *((role, actor(member)) for member in members for role in (KG.party, KG.participant)),
        ]
        quads += [Quad(situation, predicate, object_) for predicate, object_ in said]
    return quads


def actor(number: int) -> NamedNode:
    """Give the IRI of a person."""
    return NamedNode(f"{DEFAULT_BASE}entity/person-{number}")


def _person(number: int) -> list[Quad]:
    iri = actor(number)
    return [
        Quad(iri, RDF.type, KG.Entity),
        Quad(iri, RDF.type, KG.Person),
        Quad(iri, RDFS.label, Literal(f"Persoon {number}", language="nl")),
    ]
