from pyoxigraph import Quad

from kg.view.data import page_data
from kg.view.drawing import MOST_DRAWN
from tests.view.graphs import Maker, emoji, synthetic


def test_all_that_is_pointed_to_is_there(seed_quads: list[Quad]) -> None:
    data = page_data(seed_quads)
    nodes = {node["id"]: node for node in data.nodes}
    facts = {fact["id"] for fact in data.rest["facts"]}
    assert len(nodes) == len(data.nodes)
    assert len({edge["id"] for edge in data.edges}) == len(data.edges)
    for edge in data.edges:
        assert {edge["from"], edge["to"]} <= nodes.keys()
        assert edge.get("fact") is None or edge["fact"] in facts
        assert edge["view"] in nodes[edge["from"]]["at"]
        assert edge["view"] in nodes[edge["to"]]["at"]
        assert data.rest["terms"][edge["relation"]].keys() >= {"nl", "en"}
        assert edge["status"] in data.rest["statuses"]
    assert {node["kind"] for node in data.nodes} <= data.rest["kinds"].keys()


def test_it_is_the_same_in_any_run(seed_quads: list[Quad]) -> None:
    assert page_data(seed_quads) == page_data(reversed(seed_quads))


def test_parallel_edges_are_bent_apart() -> None:
    data = page_data(emoji())
    between = [edge for edge in data.edges if edge["view"] == "entities" and edge["relation"] == "backs"]
    assert len(between) == len({edge["curve"] for edge in between})


def test_language_and_title(seed_quads: list[Quad]) -> None:
    data = page_data(seed_quads)
    assert (data.language, data.title) == ("nl", "ukraine-swift-beat.txt")
    assert page_data(seed_quads, "en").language == "en"
    make = Maker()
    make.article("a", "x", language="fr")
    assert page_data(make.quads).language == "en"
    assert page_data(emoji()).title == "2 artikelen"


def test_a_graph_without_anything() -> None:
    data = page_data([])
    assert (data.nodes, data.edges, data.rest["facts"], data.language) == ([], [], [], "en")


def test_a_large_view_starts_with_communities() -> None:
    count = 2 * MOST_DRAWN + 200
    data = page_data(synthetic(count, 2 * count))
    assert data.rest["communities"].keys() == {"entities", "situations"}
    members = [member for group in data.rest["communities"]["situations"].values() for member in group["members"]]
    assert sorted(members) == sorted(node["id"] for node in data.nodes)
