import sys

import networkx as nx
import pytest
from hypothesis import given, settings

from kg.errors import InputError
from kg.insight.communities import Method, members_of
from tests.insight.graphs import networks


@given(networks())
@settings(deadline=None)
def test_louvain_is_that_of_networkx(network: "nx.Graph[str]") -> None:
    tied = network.subgraph([node for node in network if network.degree(node)])
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(tied))
    ordered.add_weighted_edges_from(sorted((min(a, b), max(a, b), tied.edges[a, b]["weight"]) for a, b in tied.edges))
    expected = nx.community.louvain_communities(ordered, seed=7)
    assert {frozenset(found) for found in members_of(network)} == {frozenset(found) for found in expected}


@pytest.mark.parametrize("method", ["louvain", "leiden"])
@given(networks())
@settings(deadline=None)
def test_each_tied_actor_is_in_one_community(method: Method, network: "nx.Graph[str]") -> None:
    if method == "leiden":
        pytest.importorskip("igraph")
    found = members_of(network, method)
    assert sorted(node for members in found for node in members) == sorted(
        n for n, degree in network.degree() if degree
    )
    assert found == members_of(network, method)
    assert [len(members) for members in found] == sorted((len(members) for members in found), reverse=True)


def test_leiden_without_igraph_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(InputError, match="pip install igraph"):
        members_of(nx.Graph([("a", "b", {"weight": 1})]), "leiden")
