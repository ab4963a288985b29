import pytest
from pyoxigraph import Literal, Quad

from kg.export.networks import to_networkx
from kg.rdf import Nodes
from kg.view.facts import articles_of, date_bounds, facts_of, labels_of
from kg.vocab import KG, RDFS
from tests.view.graphs import Maker


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2025-07-05", ("2025-07-05", "2025-07-05")),
        ("2025-07-05T10:00:00Z", ("2025-07-05", "2025-07-05")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-13", (None, None)),
        ("0000", (None, None)),
        ("<b>", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds_of_a_date(date: str | None, bounds: tuple[str | None, str | None]) -> None:
    assert date_bounds(date) == bounds


def test_facts_stand_in_the_order_of_the_text_with_all_that_is_claimed(seed_quads: list[Quad]) -> None:
    nodes = Nodes(seed_quads)
    facts = facts_of(nodes, to_networkx(seed_quads, "situations"), lambda iri: iri.rsplit("/", 1)[-1])
    assert len(facts) == len(nodes.of_class(KG.Situation))
    firsts = [fact["claims"][0]["start"] for fact in facts]
    assert firsts == sorted(firsts)
    test = next(fact for fact in facts if fact["type"] == "Test")
    assert test["roles"] == [["place", "ukraine"], ["product", "drones"], ["tester", "company-swift-beat-llc"]]
    (claim,) = test["claims"]
    assert claim["by"] == ["officiele-bronnen-0b2e6305"]
    assert claim["via"] == ["news-outlet-kyiv-independent"]
    text = articles_of(nodes, str)[0]["text"]
    assert text[claim["start"] : claim["end"]] == claim["quote"]
    assert (claim["confidence"], claim["method"]) == (1.0, "reviewed")


def test_what_would_be_a_state_is_shown_as_one(seed_quads: list[Quad]) -> None:
    facts = facts_of(Nodes(seed_quads), to_networkx(seed_quads, "situations"), str)
    kinds = {fact["type"]: fact["kind"] for fact in facts if fact["status"] == "denied"}
    assert kinds == {"Control": "State"}


def test_labels_by_language() -> None:
    make = Maker()
    node = make.entity("x", label="één")
    assert labels_of(Nodes(make.quads), node) == {"nl": "één"}
    make.add(node, RDFS.label, Literal("one", language="en-GB"))
    assert labels_of(Nodes(make.quads), node) == {"nl": "één", "en": "one"}
    assert labels_of(Nodes([]), node) == "x"
