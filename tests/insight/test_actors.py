import networkx as nx
from hypothesis import given, settings

from kg.insight.actors import brokered_pairs, parts_without
from tests.insight.graphs import networks


@given(networks())
@settings(deadline=None)
def test_who_holds_the_network_together(network: "nx.Graph[str]") -> None:
    parts = parts_without(network)
    for node in network:
        own = network.subgraph(nx.node_connected_component(network, node) - {node})
        assert parts[node] == nx.number_connected_components(own)


@given(networks())
@settings(deadline=None)
def test_who_brings_others_together(network: "nx.Graph[str]") -> None:
    brokered = brokered_pairs(network)
    for node in network:
        near = network.subgraph(network[node])
        assert brokered[node] == nx.number_of_edges(nx.complement(near))
