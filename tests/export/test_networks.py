from pathlib import Path

import networkx as nx
import pytest

import kg

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture(scope="module")
def graph() -> kg.KnowledgeGraph:
    return kg.build(SEED)


def by_label(network: "nx.MultiDiGraph[str]", label: str) -> str:
    return next(node for node, data in network.nodes(data=True) if data["label"] == label)


def test_entities_are_joined_by_shortcuts_with_their_receipts(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx("entities")
    schmidt, swift = by_label(network, "Eric Schmidt"), by_label(network, "Swift Beat LLC")
    ((_, _, data),) = [edge for edge in network.edges(schmidt, data=True) if edge[1] == swift]
    assert (data["relation"], data["label"], data["type"], data["status"]) == ("backs", "steunt", "Backing", "actual")
    assert data["quotes"] == "wordt gesteund door voormalig CEO van Google Eric Schmidt"
    assert {data["node"] for _, data in network.nodes(data=True)} == {"entity"}


def test_what_is_denied_or_planned_joins_no_entities(graph: kg.KnowledgeGraph) -> None:
    relations = {data["relation"] for _, _, data in graph.to_networkx("entities").edges(data=True)}
    assert not relations & {"controls", "metWith", "suspendsDeliveriesTo"}


def test_the_other_view_has_situations_and_their_roles(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx("situations")
    control = next(node for node, data in network.nodes(data=True) if data["kind"] == "Control")
    assert network.nodes[control]["status"] == "denied"
    roles = {data["relation"] for _, _, data in network.edges(control, data=True)}
    assert roles == {"controller", "controlled"}
    assert sum(data["node"] == "situation" for _, data in network.nodes(data=True)) == 45


def test_how_schmidt_is_connected_with_ukraine(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx("entities")
    path = nx.shortest_path(network, by_label(network, "Eric Schmidt"), by_label(network, "Oekraïne"))
    assert [network.nodes[node]["label"] for node in path] == ["Eric Schmidt", "Swift Beat LLC", "Oekraïne"]


def test_parallel_edges_stay_apart(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx("entities")
    swift, ukraine = by_label(network, "Swift Beat LLC"), by_label(network, "Oekraïne")
    relations = {data["relation"] for data in network[swift][ukraine].values()}
    assert relations == {"hasAgreementWith", "presentIn"}


@pytest.mark.parametrize("view", ["situations", "entities"])
def test_attributes_are_texts_and_numbers(graph: kg.KnowledgeGraph, view: str) -> None:
    network = graph.to_networkx(view)  # type: ignore[arg-type]
    for data in [data for _, data in network.nodes(data=True)] + [data for _, _, data in network.edges(data=True)]:
        assert all(isinstance(value, str | float) for value in data.values())
        assert not {"source", "target", "to", "from", "id"} & set(data)
