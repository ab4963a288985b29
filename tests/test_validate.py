from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

import kg
from kg.validate import Problem, validate
from kg.vocab import KG, RDF, XSD

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(kg.build(SEED))


def first(quads: list[Quad], predicate: NamedNode, object_: NamedNode | Literal | None = None) -> Quad:
    return next(q for q in quads if q.predicate == predicate and object_ in (None, q.object))


def changed(quad: Quad, object_: NamedNode | BlankNode | Literal | Triple) -> Quad:
    return Quad(quad.subject, quad.predicate, object_, quad.graph_name)


def replace(quads: list[Quad], old: Quad, *new: Quad) -> list[Quad]:
    return [quad for quad in quads if quad != old] + list(new)


def test_the_graph_of_the_article_is_valid(quads: list[Quad]) -> None:
    assert validate(quads) == []


def without_party(quads: list[Quad]) -> list[Quad]:
    agreement = first(quads, RDF.type, KG.Agreement).subject
    return [q for q in quads if not (q.subject == agreement and q.predicate == KG.party)]


def without_controlled_of_a_denial(quads: list[Quad]) -> list[Quad]:
    control = first(quads, KG.wouldBe, KG.Control).subject
    return [q for q in quads if not (q.subject == control and q.predicate == KG.controlled)]


def without_quote(quads: list[Quad]) -> list[Quad]:
    return replace(quads, first(quads, KG.quote))


def without_claims(quads: list[Quad]) -> list[Quad]:
    situation = first(quads, RDF.type, KG.Meeting).subject
    return [q for q in quads if not (q.predicate == KG.claims and q.object == situation)]


def denied_but_of_its_class(quads: list[Quad]) -> list[Quad]:
    status = first(quads, KG.status, KG.denied)
    return [
        *quads,
        Quad(status.subject, RDF.type, KG.Control, status.graph_name),
        Quad(status.subject, RDF.type, KG.State),
    ]


def unknown_status(quads: list[Quad]) -> list[Quad]:
    status = first(quads, KG.status)
    return replace(quads, status, changed(status, KG.probable))


def end_before_start(quads: list[Quad]) -> list[Quad]:
    end = first(quads, KG.end)
    return replace(quads, end, changed(end, Literal(0)))


def role_filled_by_a_situation(quads: list[Quad]) -> list[Quad]:
    backer = first(quads, KG.backer)
    return replace(quads, backer, changed(backer, first(quads, KG.ledTo).object))


def date_of_a_wrong_type(quads: list[Quad]) -> list[Quad]:
    date = first(quads, KG.notBefore)
    return replace(quads, date, changed(date, Literal("2025", datatype=XSD.gYear)))


def changed_quote(quads: list[Quad]) -> list[Quad]:
    quote = first(quads, KG.quote, Literal("wordt gesteund door voormalig CEO van Google Eric Schmidt"))
    return replace(quads, quote, changed(quote, Literal("wordt niet gesteund door voormalig CEO van Google")))


def changed_text(quads: list[Quad]) -> list[Quad]:
    text = first(quads, KG.text)
    return replace(quads, text, changed(text, Literal(f"{text.object.value} En nog iets.")))  # type: ignore[union-attr]


def forged_edge(quads: list[Quad]) -> list[Quad]:
    backs = first(quads, KG.backs)
    return [*quads, Quad(backs.subject, KG.controls, backs.object, backs.graph_name)]


def lost_edge(quads: list[Quad]) -> list[Quad]:
    return replace(quads, first(quads, KG.backs))


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        (changed_quote, "does not have the words of kg:quote at 730–787"),
        (changed_text, "The text is not the one whose kg:sha256"),
        (forged_edge, "No situation in the graph stands behind this edge"),
        (lost_edge, "asks for this edge, which is not there"),
        (without_party, "needs at least one party"),
        (without_controlled_of_a_denial, "use kg:controlled"),
        (without_quote, "kg:quote"),
        (without_claims, "needs at least one kg:Claim"),
        (denied_but_of_its_class, "must not be an instance"),
        (unknown_status, "exactly one kg:status"),
        (end_before_start, "kg:start"),
        (role_filled_by_a_situation, "kg:backer"),
        (date_of_a_wrong_type, "kg:notBefore"),
    ],
)
def test_a_break_is_told_in_words(quads: list[Quad], breaks: Callable[[list[Quad]], list[Quad]], says: str) -> None:
    problems = validate(breaks(quads))
    assert any(says in str(problem) for problem in problems), problems
    assert not any(isinstance(problem, Problem) and "newskg#" in problem.label for problem in problems)


def test_messages_are_dutch_on_request(quads: list[Quad]) -> None:
    problems = validate(without_party(quads), "nl")
    (problem,) = [problem for problem in problems if problem.path == KG.party.value]
    assert any("Achter deze relatie staat geen situatie" in other.message for other in problems)
    assert "heeft ten minste één partij nodig" in problem.message
    assert problem.path == KG.party.value
    assert problem.label
