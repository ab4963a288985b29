import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import QueryError
from kg.query import Table, find_question, questions

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


@pytest.fixture
def requests() -> Iterator[tuple[int, list[str]]]:
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(500)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port, seen
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "form",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
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


def test_the_word_service_may_stand_in_a_query(graph: kg.KnowledgeGraph) -> None:
    assert graph.query("# a service\nASK { ?service rdfs:label 'SERVICE' }") is False


def test_questions_are_found_by_number_and_name() -> None:
    names = list(questions())
    assert len(names) == 30
    assert find_question("1") == find_question("01") == find_question(names[0])
    with pytest.raises(QueryError, match="there is no question '99'"):
        find_question("99")
