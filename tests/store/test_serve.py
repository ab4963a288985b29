"""The endpoint, over HTTP as its users reach it."""

import base64
import contextlib
import hashlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import InputError
from kg.query import questions
from kg.store.guard import Guard, Limits
from kg.store.protocol import RESULT_TYPES, TRIPLE_TYPES, best
from kg.store.serve import Options, app, find_page, serve

GRAPH = Path("tests/cases/agreement/graph.ttl")
LIMITS = Limits(seconds=2, memory=192 * 2**20, length=50_000, rows=100, bytes=2**20)
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
Start = Callable[[Options], httpx.Client]


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(GRAPH, LIMITS) as guard:
        yield guard


@contextlib.contextmanager
def _serving(guard: Guard, options: Options) -> Iterator[str]:
    """Serve in a thread, and give the URL."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app(guard, options), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def start(guard: Guard) -> Iterator[Start]:
    with contextlib.ExitStack() as running:

        def begin(options: Options) -> httpx.Client:
            url = running.enter_context(_serving(guard, options))
            return running.enter_context(httpx.Client(base_url=url, trust_env=False, timeout=30))

        yield begin


@pytest.fixture(scope="module")
def client(start: Start) -> httpx.Client:
    return start(Options(graph_page=b"<!doctype html><title>graph</title>"))


def posted(client: httpx.Client, body: bytes | str, content_type: str) -> httpx.Response:
    return client.post("/sparql", content=body, headers={"Content-Type": content_type})


def test_the_three_ways_to_ask(client: httpx.Client) -> None:
    query = "SELECT ?n WHERE { ?x a kg:Agreement ; rdfs:label ?n } # é + & ="
    answers = [
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", data={"query": query}),
        posted(client, query.encode(), QUERY),
        posted(client, query.encode(), QUERY + "; charset=UTF-8"),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert answer.headers["Content-Type"] == "application/sparql-results+json"
        assert answer.json() == answers[0].json()
    assert answers[0].json()["head"] == {"vars": ["n"]}


@pytest.mark.parametrize("way", ["get", "form", "body"])
def test_the_dataset_of_the_protocol(client: httpx.Client, way: str) -> None:
    query, graph = "SELECT * WHERE { ?s ?p ?o }", {"default-graph-uri": "http://example.org/none"}
    if way == "get":
        answer = client.get("/sparql", params={"query": query} | graph)
    elif way == "form":
        answer = client.post("/sparql", data={"query": query} | graph)
    else:
        answer = client.post("/sparql", params=graph, content=query, headers={"Content-Type": QUERY})
    assert answer.status_code == 400
    assert answer.text == "there is no graph <http://example.org/none> here, and nothing is fetched from elsewhere\n"


@pytest.mark.parametrize(
    ("accept", "query", "expected"),
    [
        ("*/*", "ASK {}", "application/sparql-results+json"),
        ("application/sparql-results+xml", "ASK {}", "application/sparql-results+xml"),
        ("application/xml;q=0.5, text/csv;q=0.4", "ASK {}", "application/sparql-results+xml"),
        ("text/csv", "SELECT * {}", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "SELECT * {}", "text/tab-separated-values; charset=utf-8"),
        ("text/html, text/*;q=0.1", "SELECT * {}", "text/csv; charset=utf-8"),
        ("*/*", "DESCRIBE kg:a", "text/turtle; charset=utf-8"),
        ("application/n-triples", "DESCRIBE kg:a", "application/n-triples"),
        ("application/rdf+xml, text/turtle;q=0.9", "CONSTRUCT WHERE { ?s a ?o }", "application/rdf+xml"),
        ("application/ld+json", "DESCRIBE kg:a", "application/ld+json"),
    ],
)
def test_the_format_is_negotiated(client: httpx.Client, accept: str, query: str, expected: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers.get("Content-Type")) == (200, expected), answer.text
    assert answer.headers["Vary"] == "Accept"


def test_the_most_specific_range_counts() -> None:
    assert best([], RESULT_TYPES) == "json"
    assert best(["text/*;q=0.9, text/csv;q=0.1, */*;q=0.5"], RESULT_TYPES) == "tsv"
    assert best(["text/turtle;q=0"], TRIPLE_TYPES) is None
    assert best(["application/pdf", "text/turtle;q=nonsense"], TRIPLE_TYPES) is None


PROBLEMS: dict[str, tuple[dict[str, Any], int, str]] = {
    "no query": ({"params": {"query": "SELECT"}}, 400, "is not valid SPARQL"),
    "two queries": ({"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400, "one query, not 2"),
    "another server": ({"params": {"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}}, 400, "SERVICE"),
    "an update": ({"params": {"query": "DROP ALL"}}, 400, "only queries are answered"),
    "an update by its parameter": ({"params": {"update": "DROP ALL"}}, 400, "updates are not taken"),
    "bytes that are no text": ({"url": "/sparql?query=%ff"}, 400, "not in UTF-8"),
    "too many parameters": ({"params": "&".join(["a=b"] * 200)}, 400, "too many"),
    "a format that there is not": (
        {"params": {"query": "ASK {}"}, "headers": {"Accept": "text/html"}},
        406,
        "json, xml",
    ),
    "the other kind": ({"params": {"query": "ASK {}"}, "headers": {"Accept": "text/turtle"}}, 406, "json, xml"),
    "long": ({"params": {"query": "ASK {}" + " " * 50_000}}, 413, "longer than 50000 bytes"),
    "many rows": ({"params": {"query": "SELECT * WHERE { ?a ?b ?c }"}}, 422, "add a LIMIT"),
    "much time": ({"params": {"query": SLOW}}, 504, "longer than 2 seconds|needs more than"),
}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_is_wrong_is_said_in_a_line(client: httpx.Client, problem: str) -> None:
    request, status, said = PROBLEMS[problem]
    answer = client.get(**{"url": "/sparql", **request})
    assert answer.status_code == status or (problem == "much time" and answer.status_code == 422)
    assert re.search(said, answer.text), answer.text
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("ASK {}", "application/sparql-update", 415),
        ("ASK {}", "text/plain", 415),
        ("ASK {}", "", 415),
        ("ASK {}", QUERY + "; charset=iso-8859-1", 415),
        (b"ASK { ?s ?p '\xff' }", QUERY, 400),
        ("SELECT * WHERE " + "{" * 15_000 + "}" * 15_000, QUERY, 400),
        ("update=DROP+ALL", FORM, 400),
        ("", FORM, 400),
        ("ASK {}" + " " * 50_000, QUERY, 413),
        ("query=" + "%20" * 60_000, FORM, 413),
    ],
)
def test_what_is_posted_wrongly(client: httpx.Client, body: bytes | str, content_type: str, status: int) -> None:
    assert posted(client, body, content_type).status_code == status


def test_nothing_else_is_there(client: httpx.Client) -> None:
    assert client.put("/sparql", content="<a:a> <a:b> <a:c> .").status_code == 405
    assert client.delete("/sparql").status_code == 405
    for path in ("/update", "/store", "/query", "/graph.html/..%2f", "/../etc/passwd"):
        assert client.post(path, data={"update": "DROP ALL"}).status_code in (404, 405)


def test_the_endpoint_describes_itself(client: httpx.Client) -> None:
    for accept, rdf_format in (("*/*", RdfFormat.TURTLE), ("application/n-triples", RdfFormat.N_TRIPLES)):
        answer = client.get("/sparql", headers={"Accept": accept})
        said = {
            (str(q.subject), q.predicate.value.split("#")[-1], str(q.object)) for q in parse(answer.content, rdf_format)
        }
        endpoint = str(NamedNode(f"{client.base_url}/sparql"))
        assert (endpoint, "endpoint", endpoint) in said
        assert (
            endpoint,
            "supportedLanguage",
            "<http://www.w3.org/ns/sparql-service-description#SPARQL11Query>",
        ) in said
        assert not [triple for triple in said if "Update" in triple[2]]
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_the_page_runs_its_own_script_and_nothing_else(client: httpx.Client) -> None:
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", answer.text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert not re.findall(r"(?:src|href)=\"(?!graph\.html|data:,)", answer.text)
    assert "innerHTML" not in answer.text
    data = json.loads(
        re.findall(r'<script type="application/json" id="data">(.*?)</script>', answer.text, re.DOTALL)[0]
    )
    assert [question["name"] for question in data["questions"]] == list(questions())


def test_every_question_of_the_page_is_answered(client: httpx.Client) -> None:
    for path in questions().values():
        answer = posted(client, path.read_bytes(), QUERY)
        assert answer.status_code == 200, (path, answer.text)


@pytest.mark.parametrize("path", ["/", "/sparql", "/nothing", "/graph.html"])
def test_headers_that_keep_browsers_from_mischief(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Server" not in headers or headers["Server"] == "uvicorn"  # `serve` leaves it out: see below


def test_the_graph_page_is_there_if_given(client: httpx.Client, start: Start) -> None:
    assert client.get("/graph.html").text == "<!doctype html><title>graph</title>"
    assert 'href="graph.html"' in client.get("/").text
    without = start(Options())
    assert without.get("/graph.html").status_code == 404
    assert 'href="graph.html"' not in without.get("/").text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:80", 200),
        ("127.0.0.1", 200),
        ("[::1]:7878", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("", 400),
    ],
)
def test_a_name_that_is_not_this_machines_is_not_served(client: httpx.Client, host: str, status: int) -> None:
    assert client.get("/sparql", params={"query": "ASK {}"}, headers={"Host": host}).status_code == status


def test_any_name_is_served_where_others_can_reach_it(start: Start) -> None:
    assert start(Options(host="0.0.0.0")).get("/", headers={"Host": "kg.example.org"}).status_code == 200  # noqa: S104


def test_pages_of_others_may_not_read_unless_asked(client: httpx.Client, start: Start) -> None:
    origin = {"Origin": "https://example.org"}
    ask = {"query": "ASK {}"}
    assert "Access-Control-Allow-Origin" not in client.get("/sparql", params=ask, headers=origin).headers
    preflight = origin | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert client.options("/sparql", headers=preflight).status_code == 405
    shared = start(Options(cors="https://example.org"))
    answer = shared.get("/sparql", params=ask, headers=origin)
    assert answer.headers["Access-Control-Allow-Origin"] == "https://example.org"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert shared.options("/sparql", headers=preflight).status_code == 200
    other = shared.get("/sparql", params=ask, headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in other.headers


def test_too_many_at_once_are_sent_away_and_the_rest_answered(start: Start) -> None:
    client = start(Options(concurrency=2))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.get("/sparql", params={"query": SLOW}), range(8)))
    busy = [answer for answer in answers if answer.status_code == 503]
    assert busy
    assert len(busy) < 8
    assert {answer.headers["Retry-After"] for answer in busy} == {"2"}
    assert {answer.status_code for answer in answers} <= {503, 504, 422}
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_some_at_once_wait_for_their_turn(start: Start) -> None:
    client = start(Options(concurrency=1, patience=20))
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.get("/sparql", params={"query": "ASK {}"}), range(8)))
    assert {answer.status_code for answer in answers} == {200}


def test_a_query_ends_with_the_client_that_asked_it() -> None:
    with Guard(GRAPH, Limits(seconds=60, memory=2**34)) as patient, _serving(patient, Options(concurrency=1)) as url:
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{url}/sparql", params={"query": SLOW}, timeout=1, trust_env=False)
        begin = time.monotonic()
        answer = httpx.get(f"{url}/sparql", params={"query": "ASK {}"}, timeout=30, trust_env=False)
        assert answer.status_code == 200, answer.text
        assert time.monotonic() - begin < 10


@pytest.mark.parametrize("path", ["/sparql", "/sparql/"])
def test_a_mark_of_byte_order_is_no_part_of_a_query(client: httpx.Client, path: str) -> None:
    bom = "\ufeff"
    assert client.get(path, params={"query": f"{bom}ASK {{}}"}).status_code == 200
    for body, content_type in (
        (f"{bom}ASK {{}}", QUERY),
        (f"{bom}query=ASK+{{}}", FORM),
        (f"query={bom}ASK {{}}", FORM),
    ):
        answer = client.post(path, content=body, headers={"Content-Type": content_type})
        assert answer.status_code == 200, answer.text


def _served(seconds: float = 10) -> tuple[subprocess.Popen[str], str]:
    code = f"""if True:
        from kg.store.serve import Limits, Options, serve
        limits = Limits(seconds={seconds}, memory=2**34)
        serve({str(GRAPH)!r}, Options(port=0), limits, ready=lambda url: print(url, flush=True))
    """
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    return process, process.stdout.readline().strip()


def test_interrupted_during_a_query_it_ends_without_a_trace() -> None:
    process, url = _served(seconds=60)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(httpx.get, url + "sparql", params={"query": SLOW}, trust_env=False, timeout=60)
        time.sleep(2)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, out, err) == (0, "", "")
        assert time.monotonic() - begin < 10
        assert asking.result().status_code == 503


def test_served_until_interrupted() -> None:
    process, url = _served()
    try:
        answer = httpx.get(url + "sparql", params={"query": "ASK { ?x a kg:Agreement }"}, trust_env=False, timeout=30)
        assert answer.json()["boolean"] is True
        assert "Server" not in answer.headers
        (worker,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    finally:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")
    deadline = time.monotonic() + 5
    while Path(f"/proc/{worker}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_graph_page_lies_beside_its_graph(tmp_path: Path) -> None:
    graph = tmp_path / "graph.trig"
    assert find_page(graph) is None
    (tmp_path / "graph.html").write_bytes(b"page")
    assert find_page(graph) == find_page(tmp_path) == b"page"
    with pytest.raises(InputError, match=r"other\.html: cannot be read: No such file"):
        find_page(graph, tmp_path / "other.html")


def test_an_address_that_cannot_be_had_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"127.0.0.1:{port} cannot be served at: Address already in use"):
            serve(GRAPH, Options(port=port))


def _children() -> set[str]:
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split())


@pytest.fixture(scope="module", autouse=True)
def others() -> set[str]:
    """Processes that other tests have started before: a browser, say."""
    return _children()


def test_nothing_of_ours_is_left_running(others: set[str]) -> None:
    assert len(_children() - others) <= 1  # the guard of this module
