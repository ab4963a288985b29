"""The same graph in other people's programs: each finds the same number of triples, and the same answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest
import rdflib

from kg.store.push import push
from tests.peers import programs
from tests.peers.graphs import QUESTIONS, PeerGraph, Rows, expected, plain, rows

pytestmark = pytest.mark.slow

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
COUNT_EACH = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
# Over 100,000 triples rdflib takes more than six seconds for each of these: it joins in the order of the query.
SLOW_IN_RDFLIB = {"19", "20", "23", "25", "27"}
RESULTS = {"Accept": "application/sparql-results+json"}


def hold(graph: PeerGraph, answers: dict[str, Rows]) -> None:
    """Hold a peer's answers against ours."""
    assert set(answers) == set(QUESTIONS)
    different = {
        name: (answers[name][:3], graph.answers[name][:3]) for name in QUESTIONS if answers[name] != graph.answers[name]
    }
    assert not different


def asked(url: str, query: str, **parameters: str) -> Rows:
    answer = httpx.post(url, data={"query": query, **parameters}, headers=RESULTS, trust_env=False, timeout=120)
    assert answer.status_code == 200, (query, answer.text)
    return rows(answer.json())


def number(found: Rows) -> int:
    matched = re.fullmatch(r"'(\d+)'\^\^\w+", found[0][0])
    assert matched
    return int(matched[1])


def test_our_own_answers_on_the_article_are_a_careful_readers(graph: PeerGraph) -> None:
    assert len(QUESTIONS) >= 30
    assert graph.triples >= (100_000 if graph.name == "generated" else 1_000)
    if graph.name == "article":
        for name, found in graph.answers.items():
            assert sorted(tuple(map(plain, row)) for row in found) == expected(name), name
    else:
        assert sum(map(len, graph.answers.values())) > 5_000, "the answers differ from the article's"


def test_oxigraph_server(graph: PeerGraph, tmp_path: Path) -> None:
    with programs.oxigraph(tmp_path) as url:
        for _ in range(2):  # pushing again changes nothing
            assert all(done.agrees for done in push(graph.nquads, f"{url}/store"))
        query = f"{url}/query"
        assert number(asked(query, COUNT_EACH)) == graph.quads
        assert push(graph.turtle, f"{url}/store", graph="urn:x-kg:all")[0].agrees
        assert number(asked(query, COUNT, **{"default-graph-uri": "urn:x-kg:all"})) == graph.triples
        one = {"default-graph-uri": "urn:x-kg:all"}
        hold(graph, {name: asked(query, text, **one) for name, text in QUESTIONS.items()})


def test_virtuoso(graph: PeerGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PUSH_USER", "dba")
    monkeypatch.setenv("KG_PUSH_PASSWORD", "dba")
    with programs.virtuoso(tmp_path) as url:
        store, query = f"{url}/sparql-graph-crud-auth", f"{url}/sparql"
        for _ in range(2):
            assert push(graph.turtle, store, graph="urn:x-kg:all", auth="digest")[0].agrees
        assert push(graph.turtle, store, graph="urn:x-kg:all", auth="digest", add=True)[0].counted == graph.triples
        one = {"default-graph-uri": "urn:x-kg:all"}
        assert number(asked(query, COUNT, **one)) == graph.triples
        hold(graph, {name: asked(query, text, **one) for name, text in QUESTIONS.items()})
        if graph.name == "article":  # graph by graph
            assert all(done.agrees for done in push(graph.nquads, store, auth="digest"))


def test_jena_riot(graph: PeerGraph, folder: Path) -> None:
    for file, count in ((graph.turtle, graph.triples), (graph.nquads, graph.quads)):
        said = programs.java(folder, "riotcmd.riot", "--count", "--check", str(file), errors=True)
        assert re.findall(r"(?:Triples|Quads) = ([\d,]+)", said) == [f"{count:,}"]
        assert "ERROR" not in said
        assert "WARN" not in said


@pytest.mark.parametrize("kind", ["file", "tdb2"])
def test_jena_arq(graph: PeerGraph, folder: Path, tmp_path: Path, kind: str) -> None:
    source = graph.turtle
    if kind == "tdb2":
        source = tmp_path / "tdb2"
        programs.java(folder, "tdb2.tdbloader", "--loc", str(source), str(graph.nquads))
    answers = tmp_path / "answers"
    answers.mkdir()
    questions = str(programs.HERE / "Questions.java")
    count = programs.java(folder, questions, kind, str(source), str(folder / "queries"), str(answers))
    assert int(count) == graph.triples
    hold(graph, {path.stem: rows(json.loads(path.read_text(encoding="utf-8"))) for path in answers.iterdir()})


def test_rapper(graph: PeerGraph) -> None:
    rapper = programs.program("rapper", "apt install raptor2-utils")
    triples = programs.run([rapper, "-q", "-i", "turtle", "-o", "ntriples", str(graph.turtle)])
    assert len(set(triples.splitlines())) == graph.triples
    quads = programs.run([rapper, "-q", "-i", "nquads", "-o", "nquads", str(graph.nquads)])
    assert len(set(quads.splitlines())) == graph.quads


def test_n3_js(graph: PeerGraph) -> None:
    assert int(programs.node("count.mjs", str(graph.turtle))) == graph.triples
    assert int(programs.node("count.mjs", str(graph.nquads))) == graph.quads


def comunica(folder: Path, kind: str, source: str) -> dict[str, Rows]:
    answers = json.loads(programs.node("questions.mjs", kind, source, str(folder / "questions.json")))
    return {name: rows(answer) for name, answer in answers.items()}


def test_comunica_on_the_file(graph: PeerGraph, folder: Path) -> None:
    hold(graph, comunica(folder, "file", str(graph.turtle)))


def test_comunica_asks_our_endpoint(graph: PeerGraph, folder: Path, endpoint: str) -> None:
    hold(graph, comunica(folder, "sparql", endpoint))


def test_sparqlwrapper_asks_our_endpoint(graph: PeerGraph, endpoint: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed: pip install SPARQLWrapper")
    client = wrapper.SPARQLWrapper(endpoint, returnFormat=wrapper.JSON)
    answers = {}
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        for name, query in QUESTIONS.items():
            client.setQuery(query)
            answers[name] = rows(client.queryAndConvert())
        hold(graph, answers)
    client.setQuery(COUNT)
    assert number(rows(client.queryAndConvert())) == graph.triples


def test_rdflib_asks_our_endpoint(graph: PeerGraph, endpoint: str) -> None:
    store = rdflib.Graph("SPARQLStore")
    store.open(endpoint)
    answers = {}
    for name, query in QUESTIONS.items():
        written = store.query(query).serialize(format="json")
        answers[name] = rows(json.loads(written or b""))
    hold(graph, answers)


def test_rdflib(graph: PeerGraph) -> None:
    read = rdflib.Graph().parse(graph.turtle)
    assert len(read) == graph.triples
    dataset = rdflib.Dataset().parse(graph.nquads, format="nquads")
    assert sum(1 for _ in dataset.quads()) == graph.quads
    slow = SLOW_IN_RDFLIB if graph.name == "generated" else set()
    for name, query in QUESTIONS.items():
        if name[:2] not in slow:
            written = read.query(query).serialize(format="json")
            assert rows(json.loads(written or b"")) == graph.answers[name], name
