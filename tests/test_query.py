import csv
import io
import os
from pathlib import Path

import pytest
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    parse_query_results,
)

import kg
from kg.errors import QueryError
from kg.query import FORMATS, Format, Table, ask, explain, find_question, queryable, questions, write_answer
from kg.vocab import DEFAULT_BASE, KG

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture(scope="module")
def graph() -> kg.KnowledgeGraph:
    return kg.build(SEED)


def test_the_four_forms(graph: kg.KnowledgeGraph) -> None:
    table = graph.query("SELECT ?name WHERE { ?x a kg:Person ; rdfs:label ?name . FILTER(lang(?name) = 'en') }")
    assert isinstance(table, Table)
    assert table.columns == ("name",)
    assert set(table.texts()) == {("Volodymyr Zelenskyy",), ("Emmanuel Macron",), ("Keir Starmer",)}
    assert graph.query("ASK { ?x a kg:Control }") is False
    constructed = graph.query("CONSTRUCT { ?x a kg:Person } WHERE { ?x a kg:Person }")
    assert isinstance(constructed, tuple)
    assert len(constructed) == 4
    assert graph.query("DESCRIBE entity:ukraine")


def test_what_is_not_bound_is_none(graph: kg.KnowledgeGraph) -> None:
    table = graph.query("SELECT ?x ?none WHERE { ?x a kg:Control_ } LIMIT 1")
    assert isinstance(table, Table)
    optional = graph.query("SELECT ?x ?none WHERE { VALUES ?x { 1 } OPTIONAL { ?x kg:none ?none } }")
    assert isinstance(optional, Table)
    assert optional.rows[0][1] is None
    assert optional.texts() == [("1", "")]


@pytest.mark.parametrize(
    "query", ["", "SELECT", "SELECT * WHERE { ?x }", "DROP ALL", "INSERT DATA { kg:a kg:b kg:c }", "{" * 300]
)
def test_what_is_no_query_is_refused_in_a_line(graph: kg.KnowledgeGraph, query: str) -> None:
    before = len(graph)
    with pytest.raises(QueryError) as error:
        graph.query(query)
    assert "\n" not in str(error.value)
    assert len(graph) == before


@pytest.mark.parametrize(
    "form",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
        "SELECT * WHERE { # comment\rSERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICE SILENT <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { service <http://127.0.0.1:PORT/x> { ?s ?p ?o } } }",
        "SELECT * WHERE { VALUES ?u { <http://127.0.0.1:PORT/x> } SERVICE ?u { ?s ?p ?o } }",
        "SELECT * WHERE { SERV\\u0049CE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:PORT/x> WHERE { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:PORT/x> WHERE { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_no_query_uses_the_network(graph: kg.KnowledgeGraph, requests: tuple[int, list[str]], form: str) -> None:
    port, seen = requests
    query = form.replace("PORT", str(port))
    if "FROM" in form:
        graph.query(query)
    else:
        with pytest.raises(QueryError):
            graph.query(query)
    assert seen == []


def test_questions_are_found_by_number_and_name() -> None:
    names = list(questions())
    assert len(names) == 30
    assert find_question("1") == find_question("01") == find_question(names[0])
    assert find_question("12") == find_question("denied-control") == find_question("12-denied-control")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("99", "there is no question '99': they go by number, 1 to 30, or by name, as 01-agreements-with-ukraine;"),
        ("denied-controls", "did you mean 12-denied-control?"),
        ("12-deny-control", "did you mean 12-denied-control?"),
        ("²", "they go by number"),
        ("", "they go by number"),
        ("x" * 1000, "they go by number"),
    ],
)
def test_a_question_that_is_not_there_is_said_in_a_short_line(name: str, said: str) -> None:
    with pytest.raises(QueryError) as error:
        find_question(name)
    assert said in str(error.value)
    assert len(str(error.value)) < 200


@pytest.fixture(scope="module")
def store(graph: kg.KnowledgeGraph) -> Store:
    return queryable(graph)


def written(store: Store, query: str, form: Format) -> bytes:
    output = io.BytesIO()
    write_answer(output, store, query, DEFAULT_BASE, form)
    return output.getvalue()


NAMES = "SELECT ?x ?name ?none WHERE { ?x a kg:Person ; rdfs:label ?name . FILTER(lang(?name) = 'nl') } ORDER BY ?x"


@pytest.mark.parametrize("form", ["tsv", "json", "xml"])
def test_a_select_is_written_in_the_formats_of_the_w3c(store: Store, form: Format) -> None:
    table = ask(store, NAMES, DEFAULT_BASE)
    assert isinstance(table, Table)
    read = parse_query_results(written(store, NAMES, form), FORMATS[form])
    assert isinstance(read, QuerySolutions)
    assert [variable.value for variable in read.variables] == ["x", "name", "none"]
    assert tuple(tuple(row) for row in read) == table.rows


def test_a_select_is_written_as_csv(store: Store) -> None:
    table = ask(store, NAMES, DEFAULT_BASE)
    assert isinstance(table, Table)
    head, *rows = csv.reader(io.StringIO(written(store, NAMES, "csv").decode(), newline=""))
    assert head == ["x", "name", "none"]
    assert [tuple(row) for row in rows] == table.texts()


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("truth", [True, False])
def test_an_ask_is_written_in_the_formats_of_the_w3c(store: Store, form: Format, truth: bool) -> None:
    content = written(store, f"ASK {{ FILTER({str(truth).lower()}) }}", form)
    assert content.endswith(b"\n")
    read = parse_query_results(content, FORMATS[form])
    assert isinstance(read, QueryBoolean)
    assert bool(read) is truth


def test_an_ask_is_one_word_in_csv_and_tsv(store: Store) -> None:
    assert written(store, "ASK {}", "csv") == written(store, "ASK {}", "tsv") == b"true\n"


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("query", ["CONSTRUCT { ?x a kg:Person } WHERE { ?x a kg:Person }", "DESCRIBE kg:Person"])
def test_triples_are_not_written_in_a_format_for_rows(store: Store, form: Format, query: str) -> None:
    with pytest.raises(QueryError, match=f"give triples, as Turtle, and {form.upper()} has rows: leave out --format"):
        written(store, query, form)


def test_what_cannot_be_written_is_said_in_a_line(store: Store) -> None:
    for query in ("SELECT", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"):
        with pytest.raises(QueryError) as error:
            written(store, query, "csv")
        assert "\n" not in str(error.value)


def test_a_reader_who_has_seen_enough_is_no_mistake_of_the_query(store: Store) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "wb", buffering=0) as output:
        write_answer(output, store, "SELECT * { ?s ?p ?o }", DEFAULT_BASE, "json")


def test_a_triple_of_two_graphs_counts_once() -> None:
    a, b, c = (NamedNode(f"http://example.org/{name}") for name in "abc")
    store = queryable([*(Quad(a, b, c, graph) for graph in (a, b, c)), Quad(a, b, c)])
    count = ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", DEFAULT_BASE)
    assert count == Table(("n",), ((Literal(1),),))
    count = ask(store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", DEFAULT_BASE)
    assert count == Table(("n",), ((Literal(3),),))


def test_the_words_behind_each_row(graph: kg.KnowledgeGraph, store: Store) -> None:
    table = ask(store, "SELECT ?who ?s { ?s a kg:Backing ; kg:status kg:actual ; kg:backer ?who }", DEFAULT_BASE)
    assert isinstance(table, Table)
    explained = explain(store, table)
    assert len(explained) == len(table) > 0
    for (_, situation), receipts in zip(table.texts(), explained, strict=True):
        assert receipts
        assert list(receipts) == [receipt for receipt in graph.why(situation) if receipt.situation == situation]


def test_a_claim_is_explained_by_its_own_words(store: Store) -> None:
    table = ask(store, "SELECT ?claim ?quote { ?claim kg:quote ?quote } ORDER BY ?claim", DEFAULT_BASE)
    assert isinstance(table, Table)
    for row, receipts in zip(table.texts(), explain(store, table), strict=True):
        assert [receipt.quote for receipt in receipts] == [row[1]]


def test_rows_without_a_situation_have_no_words(store: Store) -> None:
    cells = (NamedNode("http://example.org/none"), Literal("x"), None, BlankNode(), KG.Backing)
    assert explain(store, Table(("a", "b", "c", "d", "e"), (cells,))) == [()]


def test_words_do_not_come_twice_in_a_row(store: Store) -> None:
    table = ask(store, "SELECT ?s ?claim (?s AS ?again) { ?s a kg:Backing . ?claim kg:claims ?s }", DEFAULT_BASE)
    assert isinstance(table, Table)
    for receipts in explain(store, table):
        assert len(receipts) == len(set(receipts)) > 0


def test_every_format_is_one_that_pyoxigraph_knows() -> None:
    assert {form: found.file_extension for form, found in FORMATS.items()} == {
        "csv": "csv",
        "tsv": "tsv",
        "json": "srj",
        "xml": "srx",
    }
    assert all(isinstance(found, QueryResultsFormat) for found in FORMATS.values())


def test_from_says_which_graphs_are_asked(graph: kg.KnowledgeGraph) -> None:
    (article,) = graph.articles()
    everything = graph.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    of_article = graph.query(f"SELECT (COUNT(*) AS ?n) FROM <{article.value}> WHERE {{ ?s ?p ?o }}")
    of_nothing = graph.query("SELECT (COUNT(*) AS ?n) FROM <https://e.org/none> WHERE { ?s ?p ?o }")
    assert isinstance(everything, Table)
    assert isinstance(of_nothing, Table)
    assert everything == of_article
    assert of_nothing.texts() == [("0",)]
