import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, Triple

from kg.errors import GraphFileError, InputError
from kg.query import Table
from kg.rdf import read_quads
from kg.store.answering import Limits
from kg.store.embedded import EmbeddedStore
from kg.store.guard import Cancellation, Guard, UntrustedQueryError
from kg.vocab import KG

GRAPH = Path("tests/cases/agreement/graph.ttl")
LIMITS = Limits(seconds=2, memory=192 * 2**20, length=50_000, rows=500, bytes=2**20)
GRACE = 3.0


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same triples as in GRAPH, in the named graph <http://example.org/g>."""
    file = tmp_path_factory.mktemp("guard") / "graph.nq"
    lines = [f"{quad.triple} <http://example.org/g> .\n" for quad in read_quads(GRAPH)]
    file.write_text("".join(lines), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def stored(dataset: Path) -> Path:
    folder = dataset.parent / "store"
    with EmbeddedStore.open(folder) as store:
        store.load([dataset])
    return folder


@pytest.fixture(scope="module", params=["file", pytest.param("store", marks=pytest.mark.slow)])
def guard(request: pytest.FixtureRequest, dataset: Path, stored: Path) -> Iterator[Guard]:
    with Guard(dataset if request.param == "file" else stored, LIMITS) as guard:
        yield guard


def nested(opening: str, inner: str, closing: str, times: int) -> str:
    return opening * times + inner + closing * times


def doubled(function: str, times: int = 60) -> str:
    steps = " ".join(f"BIND({function.format(x=f'?x{i}')} AS ?x{i + 1})" for i in range(times))
    return f"SELECT (STRLEN(?x{times}) AS ?n) WHERE {{ BIND('0123456789' AS ?x0) {steps} }}"


PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
BOMBS = {
    "order of a product": (f"SELECT * WHERE {{ {PRODUCT} }} ORDER BY ?a ?d ?g ?j", {"memory", "time"}),
    "count of a product": (f"SELECT (COUNT(*) AS ?n) WHERE {{ {PRODUCT} }}", {"memory", "time"}),
    "distinct of a product": (f"SELECT DISTINCT * WHERE {{ {PRODUCT} }}", {"memory", "time", "bytes"}),
    "describe a product": (f"DESCRIBE * WHERE {{ {PRODUCT} }}", {"memory", "time", "rows"}),
    "paths": (
        "SELECT (COUNT(*) AS ?n) WHERE { ?x (a|^a|rdfs:label|^rdfs:label)* ?y . ?y (!a|!^a)* ?z . ?z (a|^a|!a)* ?u }",
        {"memory", "time"},
    ),
    "braces": ("SELECT * WHERE " + nested("{", "?s ?p ?o", "}", 20_000), {"depth"}),
    "brackets": (f"SELECT * WHERE {{ FILTER {nested('(', '1', ')', 20_000)} }}", {"depth"}),
    "negations": (f"SELECT * WHERE {{ FILTER ({'!' * 20_000}true) }}", {"depth"}),
    "lists": (f"SELECT * WHERE {{ ?s ?p {nested('(', '1', ')', 20_000)} }}", {"depth", "invalid"}),
    "property lists": (f"SELECT * WHERE {{ ?s ?p {nested('[ a ', '1', ']', 9_000)} }}", {"depth"}),
    "doubling CONCAT": (doubled("CONCAT({x}, {x})"), {"memory", "time"}),
    "doubling REPLACE": (doubled("REPLACE({x}, '.', '$0$0')"), {"memory", "time"}),
    "GROUP_CONCAT": (f"SELECT (GROUP_CONCAT(STR(?c)) AS ?n) WHERE {{ {PRODUCT} }}", {"memory", "time"}),
    "too many rows": ("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 501", {"rows"}),
    "too many triples": ("CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }", {"rows"}),
    "too many bytes": (f"SELECT ?x WHERE {{ BIND('{'0' * 40_000}' AS ?x) ?a ?b ?c }}", {"bytes"}),
    "too long": ("ASK {}" + " " * 50_000, {"length"}),
    "a bomb for the check of SERVICE": ("SELECT * WHERE " + nested("{", "?s ?p 'service'", "}", 9_000), {"depth"}),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_stopped_in_time_and_the_next_query_is_answered(guard: Guard, bomb: str) -> None:
    query, reasons = BOMBS[bomb]
    begin = time.monotonic()
    with pytest.raises(UntrustedQueryError) as error:
        guard.ask(query)
    assert time.monotonic() - begin < LIMITS.seconds + GRACE
    assert error.value.reason in reasons, error.value
    assert "\n" not in str(error.value)
    assert guard.ask("ASK { ?x a kg:Agreement }").content == b'{"head":{},"boolean":true}'


def test_memory_is_bounded_by_the_kernel(guard: Guard, dataset: Path) -> None:
    """The same query passes with more memory: the limit is what stops it."""
    query = doubled("CONCAT({x}, {x})", 24)
    with pytest.raises(UntrustedQueryError) as error:
        guard.ask(query)
    assert error.value.reason == "memory"
    with Guard(dataset, Limits(seconds=30, memory=2**30)) as roomy:
        assert b'"167772160"' in roomy.ask(query).content


REFUSED = {
    "SELECT * WHERE { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * WHERE { service silent <http://127.0.0.1:PORT/> { ?s ?p ?o } }": "SERVICE",
    "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } }": "SERVICE",
    "SELECT * WHERE { VALUES ?u { <http://127.0.0.1:PORT/> } SERVICE ?u { ?s ?p ?o } }": "SERVICE",
    "SELECT * WHERE { { SELECT * WHERE { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } } }": "SERVICE",
    "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * WHERE { \\U00000053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * WHERE { SERVICE# a comment\n<http://127.0.0.1:PORT/>{ ?s ?p ?o } }": "SERVICE",
    # rdflib's parser lets a comment go on behind a carriage return, Oxigraph's and the standard do not.
    "SELECT * WHERE { # a comment\rSERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } \n }": "SERVICE",
    "SELECT * WHERE { ?s ?p '''it\\''' # ''' . \n SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } #''' }": "SERVICE",
    "SELECT * FROM <http://127.0.0.1:PORT/> WHERE { ?s ?p ?o }": "no graph <http://127",
    "SELECT * FROM NAMED <http://127.0.0.1:PORT/> WHERE { GRAPH ?g { ?s ?p ?o } }": "no graph <http://127",
    "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }": "no graph <file:///etc/passwd>",
    "PREFIX f: <file:///etc/> SELECT * FROM f:passwd WHERE { ?s ?p ?o }": "no graph <file:///etc/passwd>",
    "LOAD <http://127.0.0.1:PORT/>": "LOAD would change",
    "# LOAD is\nPREFIX x: <http://x/> BASE <http://y/> insert data { x:a x:b x:c }": "INSERT would change",
    "DROP ALL": "DROP would change",
    "DELETE WHERE { ?s ?p ?o }": "DELETE would change",
}


@pytest.mark.parametrize("form", REFUSED)
def test_what_reaches_elsewhere_or_changes_data_is_refused_with_the_reason(
    guard: Guard, requests: tuple[int, list[str]], form: str
) -> None:
    port, seen = requests
    with pytest.raises(UntrustedQueryError) as error:
        guard.ask(form.replace("PORT", str(port)))
    assert error.value.reason in ("refused", "invalid")
    if error.value.reason == "refused":
        assert REFUSED[form] in str(error.value)
    assert seen == []
    assert guard.ask("ASK { <http://x/a> ?p ?o }").content == b'{"head":{},"boolean":false}'


def test_the_kernel_keeps_a_query_off_the_network_if_the_check_should_fail(
    dataset: Path, requests: tuple[int, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.store import answering, guard

    monkeypatch.setattr(answering, "_refuse_other_servers", lambda *_, **__: None)
    monkeypatch.setattr(guard, "_threads", lambda: 1)  # a fork has the function that we put in, a new interpreter not
    port, seen = requests
    with Guard(dataset, LIMITS) as unchecked, pytest.raises(UntrustedQueryError) as error:
        unchecked.ask(f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
    assert error.value.reason == "failed"
    assert seen == []


def test_words_in_strings_and_comments_are_no_clauses(guard: Guard) -> None:
    assert guard.ask("# SERVICE, LOAD\nASK { ?from rdfs:label 'FROM <file:x> SERVICE' }").content.endswith(b"false}")


def test_graphs_that_are_here_can_be_asked(guard: Guard) -> None:
    count = "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s ?p ?o }}"
    everything = guard.ask(count.format("")).content
    assert guard.ask(count.format("FROM <http://example.org/g>")).content == everything
    assert guard.ask(count.format(""), default_graphs=["http://example.org/g"]).content == everything
    named = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert guard.ask(named, named_graphs=["http://example.org/g"]).content == everything
    with pytest.raises(UntrustedQueryError, match=r"no graph <http://example\.org/other>"):
        guard.ask(count.format(""), default_graphs=["http://example.org/other"])


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("json", b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"a\\nb"}}]}}'),
        ("csv", b'x\r\n"a\nb"\r\n'),
        ("tsv", b'?x\n"a\\nb"\n'),
    ],
)
def test_results_in_each_format(guard: Guard, results: str, expected: bytes) -> None:
    reply = guard.ask("SELECT ?x WHERE { BIND('a\\nb' AS ?x) }", results)
    assert (reply.format, reply.content) == (results, expected)


def test_answers_for_python(guard: Guard) -> None:
    table = guard.answer("SELECT ?x ?none WHERE { BIND('a'@nl AS ?x) }")
    assert table == Table(("x", "none"), ((Literal("a", language="nl"), None),))
    assert guard.answer("ASK { ?x a kg:Agreement }") is True
    assert guard.answer("CONSTRUCT { kg:a kg:b 'c' } WHERE {}") == (Triple(KG.a, KG.b, Literal("c")),)


@pytest.mark.parametrize("triples", ["ttl", "nt", "jsonld", "rdf"])
def test_triples_in_each_format(guard: Guard, triples: str) -> None:
    reply = guard.ask("CONSTRUCT { kg:a kg:b 'c'@nl } WHERE {}", None, triples)
    assert reply.format == triples
    assert b"nl" in reply.content
    assert b"w3id.org/newskg#" in reply.content


def test_a_format_that_does_not_fit_the_query_is_refused(guard: Guard) -> None:
    for query, formats in (("ASK {}", (None, "ttl")), ("DESCRIBE kg:a", ("json", None)), ("ASK {}", ("pdf", "ttl"))):
        with pytest.raises(UntrustedQueryError) as error:
            guard.ask(query, *formats)
        assert error.value.reason == "format"


@pytest.mark.parametrize("query", ["", "SELECT", "\0", "ASK { ?x }", "ASK { 'a\ud800' ?p ?o }", "SELECT ?x WHERE {"])
def test_what_is_no_query_is_said_so(guard: Guard, query: str) -> None:
    with pytest.raises(UntrustedQueryError) as error:
        guard.ask(query)
    assert error.value.reason == "invalid"


def test_queries_run_side_by_side(guard: Guard) -> None:
    answers: list[bytes] = []

    def ask(number: int) -> None:
        answers.append(guard.ask(f"SELECT ({number} AS ?n) WHERE {{}}", "csv").content)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == sorted(f"n\r\n{number}\r\n".encode() for number in range(12))


@pytest.mark.parametrize("when", [0.0, 1.0])
def test_a_query_that_is_cancelled_ends_at_once(dataset: Path, when: float) -> None:
    query, _ = BOMBS["count of a product"]
    with Guard(dataset, Limits(seconds=60, memory=2**34)) as patient:
        cancellation = Cancellation()
        threading.Timer(when, cancellation.cancel).start() if when else cancellation.cancel()
        begin = time.monotonic()
        with pytest.raises(UntrustedQueryError) as error:
            patient.ask(query, cancellation=cancellation)
        assert error.value.reason == "failed"
        assert time.monotonic() - begin < when + 10
        assert patient.ask("ASK {}").content.endswith(b"true}")


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def test_nothing_is_left_running_or_lying_about(stored: Path) -> None:
    before = set(children_of(os.getpid()))
    files = sorted(stored.rglob("*"))
    with Guard(stored, LIMITS) as guard:
        assert set(children_of(os.getpid())) - before
        guard.ask("ASK {}")
    assert set(children_of(os.getpid())) == before
    assert sorted(stored.rglob("*")) == files


def test_a_store_can_be_changed_while_it_is_asked(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(stored, folder)
    (tmp_path / "new.nq").write_text("<http://e/a> <http://e/b> <http://e/c> <http://e/g> .", encoding="utf-8")
    query = "ASK { <http://e/a> ?p ?o }"
    with Guard(folder, LIMITS) as guard:
        with EmbeddedStore.open(folder) as store:
            store.load([tmp_path / "new.nq"])
        assert guard.ask(query).content.endswith(b"false}")
    with Guard(folder, LIMITS) as guard:
        assert guard.ask(query).content.endswith(b"true}")


def test_a_triple_of_two_graphs_is_counted_once(tmp_path: Path) -> None:
    file = tmp_path / "two.nq"
    file.write_text(
        "".join(f"<http://e/a> <http://e/b> <http://e/c> <http://e/{g}> .\n" for g in "gh"), encoding="utf-8"
    )
    with Guard(file, LIMITS) as guard:
        assert guard.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "csv").content == b"n\r\n1\r\n"
        assert guard.ask("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", "csv").content.count(b"http") == 2


def test_a_worker_that_somebody_ends_is_started_again(dataset: Path) -> None:
    before = set(children_of(os.getpid()))
    with Guard(dataset, LIMITS) as guard:
        (worker,) = set(children_of(os.getpid())) - before
        os.kill(worker, signal.SIGKILL)
        time.sleep(0.2)
        assert guard.ask("ASK {}").content.endswith(b"true}")


def test_a_worker_ends_with_whoever_started_it(dataset: Path) -> None:
    code = f"""if True:
        import os, signal, threading
        threading.Thread(target=threading.Event().wait, daemon=True).start()
        from kg.store.guard import Guard
        guard = Guard({str(dataset)!r})
        print(guard._worker.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    worker = Path(f"/proc/{int(run.stdout)}")
    deadline = time.monotonic() + 5
    while worker.exists() and "\nState:\tZ" not in (worker / "status").read_text(encoding="ascii"):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_source_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(GraphFileError, match=r"none\.ttl: no such file or folder"):
        Guard(tmp_path / "none.ttl")
    (tmp_path / "bad.ttl").write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(GraphFileError, match=r"bad\.ttl:1: is not valid"):
        Guard(tmp_path / "bad.ttl")
    with pytest.raises(InputError, match="the base"):
        Guard(GRAPH, base="nothing")


def test_a_system_that_cannot_bound_a_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(InputError, match="untrusted queries need Linux"):
        Guard(GRAPH)


@pytest.mark.parametrize("query", ["SELECT (<http://www.w3.org/2001/XMLSchema#foo>(1) AS ?x) {}"])
def test_a_function_that_is_not_there_is_the_querys_own_mistake(guard: Guard, query: str) -> None:
    with pytest.raises(UntrustedQueryError) as error:
        guard.ask(query)
    assert error.value.reason == "invalid"


def test_a_graph_whose_name_is_no_iri_is_the_querys_own_mistake(guard: Guard) -> None:
    with pytest.raises(UntrustedQueryError, match="'nope' is not an absolute IRI") as error:
        guard.ask("ASK {}", default_graphs=["nope"])
    assert error.value.reason == "invalid"
