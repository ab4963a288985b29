from pathlib import Path

import pytest

import kg
from kg.errors import QueryError

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture(scope="module")
def graph() -> kg.KnowledgeGraph:
    return kg.build(SEED)


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        (("Eric Schmidt", "backs"), {"wordt gesteund door voormalig CEO van Google Eric Schmidt"}),
        (("Eric Schmidt", "steunt", "Swift Beat"), {"wordt gesteund door voormalig CEO van Google Eric Schmidt"}),
        (("Eric Schmidt", "kg:heldOffice"), {"voormalig CEO van Google Eric Schmidt"}),
        (("Eric Schmidt", "holdsOffice"), set()),
        (("entity:denmark", "hasAgreementWith", "Ukraine"), None),
        (("Swift Beat", "controlled"), {"Het bedrijf opereert onafhankelijk van de Amerikaanse overheid"}),
        (("Swift Beat", "controls"), set()),
        (("Rusland", "initiator"), {"het uitbreken van de grootschalige oorlog door Rusland in 2022"}),
        (("Swift Beat LLC", "cooperatesWith", "Denemarken"), set()),
    ],
)
def test_the_words_behind_an_edge(graph: kg.KnowledgeGraph, question: tuple[str, ...], quotes: set[str] | None) -> None:
    found = {receipt.quote for receipt in graph.why(*question)}
    if quotes is None:
        assert len(found) == 1
        assert found.pop().startswith("Een andere overeenkomst werd ondertekend met Denemarken")
    else:
        assert found == quotes


def test_each_shortcut_leads_to_its_words(graph: kg.KnowledgeGraph) -> None:
    network = graph.to_networkx("entities")
    assert network.number_of_edges() > 30
    for one, other, data in network.edges(data=True):
        receipts = graph.why(one, data["relation"], other)
        assert data["situation"] in {receipt.situation for receipt in receipts}


def test_each_situation_leads_to_its_words(graph: kg.KnowledgeGraph) -> None:
    text = SEED.read_text(encoding="utf-8")
    situations = graph.query("SELECT ?situation WHERE { ?situation a kg:Situation }")
    assert not isinstance(situations, bool | tuple)
    assert len(situations) == 45
    for (situation,) in situations.texts():
        receipts = graph.why(situation)
        assert receipts
        assert all(text[receipt.start : receipt.end] == receipt.quote for receipt in receipts)


def test_who_said_it_and_who_passed_it_on(graph: kg.KnowledgeGraph) -> None:
    (receipt,) = graph.why("Swift Beat", "tests")
    assert (receipt.attributed_to, receipt.via) == (("officiële bronnen",), ("Kyiv Independent",))
    assert receipt.article == "ukraine-swift-beat.txt"
    spoken = {receipt.label for receipt in graph.why("het kantoor van Zelensky", "attributedTo")}
    assert spoken == {"Swift Beat is aanwezig in Oekraïne"}


def test_dates(graph: kg.KnowledgeGraph) -> None:
    dates = {receipt.date for receipt in graph.why("Swift Beat LLC", "hasAgreementWith")}
    assert dates == {"2025-06-30/2025-07-06"}
    assert {receipt.date for receipt in graph.why("Keir Starmer", "chair")} == {"2025-07-10"}


def test_a_part_of_a_name_will_do_if_nobody_else_has_it(graph: kg.KnowledgeGraph) -> None:
    assert graph.why("Macron", "holdsOffice") == graph.why("Emmanuel Macron", "holdsOffice") != []


def test_what_an_office_belongs_to_is_found_too(graph: kg.KnowledgeGraph) -> None:
    (receipt,) = graph.why("Google")
    assert receipt.quote == "voormalig CEO van Google Eric Schmidt"


def test_unknown_names_get_a_hint(graph: kg.KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"did you mean .*langeafstandsdrones"):
        graph.why("langeafstandsdronen")
    with pytest.raises(QueryError, match=r"did you mean .*backs"):
        graph.why("Eric Schmidt", "bakcs")
    with pytest.raises(QueryError, match="knows nothing by the name"):
        graph.why("<script>\n")
