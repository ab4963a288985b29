import itertools

import pytest
from pyoxigraph import Quad

from kg.errors import QueryError
from kg.rdf import Nodes
from kg.view import around
from kg.vocab import KG
from tests.view.graphs import Maker


def _chain() -> list[Quad]:
    make = Maker()
    nodes = [make.entity(name) for name in "abcd"]
    text = "ab bc cd"
    article = make.article("text", text)
    for one, other in itertools.pairwise(nodes):
        name = one.value[-1] + other.value[-1]
        make.claim(make.situation(name, "Backing", {"backer": [one], "backed": [other]}), article, text, name)
    make.add(nodes[1], KG.backs, nodes[2])
    return make.quads


@pytest.mark.parametrize(("steps", "entities", "claims"), [(0, "a", 0), (1, "ab", 1), (2, "abc", 2), (9, "abcd", 3)])
def test_steps_around_a_name(steps: int, entities: str, claims: int) -> None:
    nodes = Nodes(around(_chain(), "A", steps))
    assert "".join(entity.value[-1] for entity in nodes.of_class(KG.Entity)) == entities
    assert len(nodes.of_class(KG.Claim)) == claims
    assert len(nodes.of_class(KG.Article)) == 1


def test_nothing_leads_out_of_it() -> None:
    nodes = Nodes(around(_chain(), "a", 1))
    (b,) = (entity for entity in nodes.of_class(KG.Entity) if entity.value.endswith("b"))
    assert nodes.nodes(b, KG.backs) == []


def test_an_unknown_name() -> None:
    with pytest.raises(QueryError, match="'nobody'"):
        around(_chain(), "nobody")
