from kg.rdf import Nodes
from kg.view.entities import descriptions, entity_network
from kg.vocab import KG
from tests.view.graphs import BASE, Maker


def _between(maker: Maker) -> list[tuple[str, str, str, str]]:
    network = entity_network(Nodes(maker.quads))
    return sorted(
        (one.removeprefix(BASE), data["relation"].value.removeprefix(KG.iri), other.removeprefix(BASE), data["status"])
        for one, other, data in network.edges(data=True)
    )


def test_an_edge_has_the_status_of_its_situation() -> None:
    make = Maker()
    one, other = make.entity("a"), make.entity("b")
    make.situation("s1", "Control", {"controller": [one], "controlled": [other]}, "denied")
    make.situation("s2", "Backing", {"backer": [one], "backed": [other]}, "planned")
    assert _between(make) == [
        ("entity/a", "backs", "entity/b", "planned"),
        ("entity/a", "controls", "entity/b", "denied"),
    ]


def test_an_actual_situation_gives_an_edge_only_where_the_graph_has_the_shortcut() -> None:
    make = Maker()
    one, other = make.entity("a"), make.entity("b")
    make.situation("s", "Backing", {"backer": [one], "backed": [other]})
    assert _between(make) == []
    make.add(one, KG.backs, other)
    assert _between(make) == [("entity/a", "backs", "entity/b", "actual")]


def test_what_goes_both_ways_is_one_edge() -> None:
    make = Maker()
    make.situation("s", "Meeting", {"participant": [make.entity("a"), make.entity("b"), make.entity("c")]}, "planned")
    assert [edge[::2] for edge in _between(make)] == [
        ("entity/a", "entity/b"),
        ("entity/a", "entity/c"),
        ("entity/b", "entity/c"),
    ]


def test_descriptions_lead_to_entities_only() -> None:
    make = Maker()
    office, country = make.entity("office", "Office"), make.entity("country", "Country")
    make.add(office, KG.officeOf, country)
    make.add(office, KG.officeOf, KG.Country)
    assert list(descriptions(Nodes(make.quads))) == [(office, KG.officeOf, country)]
