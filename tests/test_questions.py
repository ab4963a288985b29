"""The competency questions: each gives the answer that a careful reader gives, and another one on a broken graph."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

import kg
from kg.query import Table, questions
from kg.vocab import KG, RDF, SKOS, XSD

SEED = Path("seeds/ukraine-swift-beat.txt")
QUESTIONS = questions()
OWN_ORDER = {"25", "29"}
"""Questions whose order is not that of their columns as text: by offset, and by the last possible day."""

Lines = list[tuple[str, ...]]
Change = Callable[[Quad], Quad | None]


@pytest.fixture(scope="session")
def graph() -> kg.KnowledgeGraph:
    return kg.build(SEED)


@pytest.fixture(scope="session")
def turtle(graph: kg.KnowledgeGraph) -> Graph:
    return Graph().parse(data=graph.to_turtle(), format="turtle")


@pytest.fixture(params=QUESTIONS.values(), ids=lambda path: path.stem)
def question(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def named(number: str) -> Path:
    (path,) = (path for path in QUESTIONS.values() if path.stem.startswith(f"{number}-"))
    return path


def expected(question: Path) -> Lines:
    """The header and the rows of the answer; of an ASK the one line ``true`` or ``false``."""
    with question.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def answer(graph: kg.KnowledgeGraph, question: Path) -> Lines:
    """The same of the answer that a graph gives."""
    found = graph.query(question.read_text(encoding="utf-8"))
    if isinstance(found, bool):
        return [(str(found).lower(),)]
    assert isinstance(found, Table)
    return [found.columns, *found.texts()]


def by_rdflib(graph: Graph, question: Path) -> Lines:
    """The same of rdflib's answer; it knows no prefix but those that the question declares."""
    found = graph.query(prepareQuery(question.read_text(encoding="utf-8"), initNs={}))
    if found.type == "ASK":
        return [(str(found.askAnswer).lower(),)]
    columns = found.vars or []
    return [tuple(map(str, columns)), *(tuple(str(row.get(name, "")) for name in columns) for row in found.bindings)]


def ordered(lines: Lines) -> Lines:
    return [*lines[:1], *sorted(lines[1:])]


def test_there_are_thirty_questions_and_each_has_its_answer() -> None:
    assert len(QUESTIONS) >= 30
    assert [name.split("-")[0] for name in QUESTIONS] == [f"{number:02}" for number in range(1, len(QUESTIONS) + 1)]
    folder = named("01").parent
    assert {path.stem for path in folder.glob("*.csv")} == set(QUESTIONS)
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for path in QUESTIONS.values():
        text = path.read_text(encoding="utf-8")
        assert "newskg/id/" not in text, f"{path} names a node of one graph"
        english, dutch = text.splitlines()[:2]
        assert english.startswith("# "), path
        assert english.endswith("?"), path
        assert dutch.startswith("# "), path
        assert dutch.endswith("?"), path
        columns = ", ".join(f"`{name}`" for name in expected(path)[0])
        assert f"| [{path.stem[:2]}]({path.name}) | {english[2:]} | {columns} |" in readme


def test_the_answer_is_that_of_a_careful_reader(graph: kg.KnowledgeGraph, question: Path) -> None:
    assert answer(graph, question) == expected(question)
    if question.stem[:2] not in OWN_ORDER:
        assert expected(question) == ordered(expected(question))


def test_rdflib_answers_the_same(turtle: Graph, question: Path) -> None:
    assert ordered(by_rdflib(turtle, question)) == ordered(expected(question))


@pytest.mark.parametrize("ending", ["ttl", "trig", "nq"])
def test_a_written_graph_answers_the_same(graph: kg.KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph.{ending}"
    file.write_bytes({"ttl": graph.to_turtle, "trig": graph.to_trig, "nq": graph.to_nquads}[ending]())
    read = kg.load(file)
    for path in QUESTIONS.values():
        assert answer(read, path) == expected(path)


# Broken graphs


def without(predicate: NamedNode) -> Change:
    return lambda quad: None if quad.predicate == predicate else quad


def with_object(old: NamedNode | Literal, new: NamedNode | Literal) -> Change:
    return lambda quad: Quad(quad.subject, quad.predicate, new, quad.graph_name) if quad.object == old else quad


def with_predicate(old: NamedNode, new: NamedNode) -> Change:
    return lambda quad: Quad(quad.subject, new, quad.object, quad.graph_name) if quad.predicate == old else quad


def changed(graph: kg.KnowledgeGraph, folder: Path, *changes: Change) -> kg.KnowledgeGraph:
    """Give a copy of a graph in which each change is made to each quad."""
    quads = list(graph)
    for change in changes:
        quads = [new for quad in quads if (new := change(quad)) is not None]
    file = folder / "changed.nq"
    serialize(quads, output=file, format=RdfFormat.N_QUADS)
    return kg.load(file)


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


PLAN_MADE_FACT = with_object(KG.planned, KG.actual)
BROKEN: dict[str, Change] = {
    "01": without(KG.hasAgreementWith),
    "02": with_predicate(KG.backs, KG.controls),
    "03": with_object(KG.Backing, KG.Control),
    "04": without(KG.product),
    "05": with_object(day("2025-06-30"), day("2025-07-01")),
    "06": without(KG.attributedTo),
    "07": with_predicate(KG.presentIn, KG.basedIn),
    "08": without(KG.attributedTo),
    "09": without(KG.via),
    "10": without(SKOS.broader),
    "11": without(KG.cooperatesWith),
    "12": with_object(KG.denied, KG.actual),
    "13": with_predicate(KG.heldOffice, KG.holdsOffice),
    "14": without(KG.officeOf),
    "15": PLAN_MADE_FACT,
    "16": PLAN_MADE_FACT,
    "17": with_object(day("2025-07-04"), day("2025-07-05")),
    "18": PLAN_MADE_FACT,
    "19": without(KG.ledTo),
    "20": without(KG.initiator),
    "21": without(SKOS.broader),
    "22": with_object(KG.possible, KG.denied),
    "23": with_object(KG.possible, KG.actual),
    "24": without(KG.quotation),
    "25": without(KG.attributedTo),
    "26": with_object(KG.denied, KG.actual),
    "27": without(KG.place),
    "28": without(KG.startDate),
    "29": with_object(day("2025-07-04"), day("2025-08-04")),
    "30": PLAN_MADE_FACT,
}
"""For each question, one thing that may be wrong with a graph and that the question brings to light."""


def test_each_question_can_fail() -> None:
    assert {name[:2] for name in QUESTIONS} == set(BROKEN)


@pytest.mark.parametrize("number", BROKEN)
def test_a_broken_graph_answers_otherwise(graph: kg.KnowledgeGraph, number: str, tmp_path: Path) -> None:
    broken = changed(graph, tmp_path, BROKEN[number])
    assert answer(broken, named(number)) != expected(named(number))


def test_a_denial_made_a_fact_shows(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    assert graph.query("ASK { ?control a kg:Control }") is False
    wrong = changed(graph, tmp_path, with_object(KG.denied, KG.actual), with_predicate(KG.wouldBe, RDF.type))
    words = "Het bedrijf opereert onafhankelijk van de Amerikaanse overheid"
    assert answer(wrong, named("12"))[1:] == [("actual", "yes", words)]


def test_one_lost_attribution_shows(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    words = "het nieuwe partnerschap"
    (claim,) = (quad.subject for quad in graph if quad.predicate == KG.quote and quad.object == Literal(words))
    wrong = changed(
        graph, tmp_path, lambda quad: None if (quad.subject, quad.predicate) == (claim, KG.attributedTo) else quad
    )
    before, after = set(answer(graph, named("25"))), set(answer(wrong, named("25")))
    start, end = "1166", "1189"
    assert before - after == {(start, end, words, "actual", "Volodymyr Zelensky")}
    assert after - before == {(start, end, words, "actual", "")}


def test_a_plan_made_a_fact_shows(graph: kg.KnowledgeGraph, tmp_path: Path) -> None:
    wrong = changed(graph, tmp_path, PLAN_MADE_FACT)
    assert {row[0] for row in answer(wrong, named("16"))[1:]} == {
        "Vergadering van Europese leiders onder leiding van Macron en Starmer (gepland)"
    }
    assert answer(wrong, named("18"))[1:] == []
