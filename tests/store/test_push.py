"""Pushing, against a store in this process that keeps what it is given and notes each request."""

import base64
import http.server
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.store.embedded import EmbeddedStore
from kg.store.graphstore import GraphStore
from kg.store.push import AuthMethod, Pushed, PushError, push
from tests.store.fakestore import FakeStore, Handler

TRIG = "<http://e/a> <http://e/p> 1 . <http://e/g> { <http://e/b> <http://e/p> 'é \\U0001F6E9', <http://e/c> . }"
SECRET = "pa55-wörd"  # noqa: S105


@pytest.fixture
def serve() -> Iterator[Callable[[], FakeStore]]:
    servers: list[tuple[http.server.ThreadingHTTPServer, threading.Thread]] = []

    def start() -> FakeStore:
        store = FakeStore()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("_", (Handler,), {"store": store}))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        servers.append((server, thread))
        store.url = f"http://127.0.0.1:{server.server_port}"
        return store

    yield start
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def store(serve: Callable[[], FakeStore]) -> FakeStore:
    return serve()


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What would have been waited for: nothing is."""
    seconds: list[float] = []
    monkeypatch.setattr("kg.store.graphstore.time.sleep", seconds.append)
    for name in ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", "/nonexistent")
    return seconds


@pytest.fixture
def trig(tmp_path: Path) -> Path:
    file = tmp_path / "graph.trig"
    file.write_text(TRIG, encoding="utf-8")
    return file


COUNT = "?query=SELECT+(COUNT(*)+AS+?n)+WHERE+{+GRAPH+<http://e/g>+{+?s+?p+?o+}+}"
EXCHANGES = {
    "Oxigraph": (
        "/store",
        ["PUT /store?default=", "GET /store?default=", "PUT /store?graph=http://e/g", f"GET /query{COUNT}"],
    ),
    "Fuseki": (
        "/ds/data",
        ["PUT /ds/data?default=", "GET /ds/data?default=", "PUT /ds/data?graph=http://e/g", f"GET /ds/query{COUNT}"],
    ),
    "RDF4J": (
        "/rdf4j-server/repositories/r/rdf-graphs/service",
        [
            "PUT /rdf4j-server/repositories/r/rdf-graphs/service?default=",
            "GET /rdf4j-server/repositories/r/rdf-graphs/service?default=",
            "PUT /rdf4j-server/repositories/r/rdf-graphs/service?graph=http://e/g",
            f"GET /rdf4j-server/repositories/r{COUNT}",
        ],
    ),
    "GraphDB": (
        "/repositories/r/rdf-graphs/service",
        [
            "PUT /repositories/r/rdf-graphs/service?default=",
            "GET /repositories/r/rdf-graphs/service?default=",
            "PUT /repositories/r/rdf-graphs/service?graph=http://e/g",
            f"GET /repositories/r{COUNT}",
        ],
    ),
    "Blazegraph": (
        "/bigdata/namespace/kb/sparql",
        [
            "DELETE /bigdata/namespace/kb/sparql?c=<http://e/g>",
            "POST /bigdata/namespace/kb/sparql?context-uri=http://e/g",
            f"GET /bigdata/namespace/kb/sparql{COUNT}",
        ],
    ),
    "Stardog": (
        "/db",
        ["PUT /db?default=", "GET /db?default=", "PUT /db?graph=http://e/g", "GET /db?graph=http://e/g"],
    ),
    "QLever": (
        "/http-graph-store",
        [
            "PUT /http-graph-store?default=",
            "GET /http-graph-store?default=",
            "PUT /http-graph-store?graph=http://e/g",
            f"GET /{COUNT}",
        ],
    ),
    "Virtuoso": (
        "/sparql-graph-crud-auth",
        ["PUT /sparql-graph-crud-auth?graph-uri=http://e/g", f"GET /sparql{COUNT}"],
    ),
}


@pytest.mark.parametrize("name", EXCHANGES)
def test_each_store_is_spoken_to_as_it_wants(store: FakeStore, trig: Path, tmp_path: Path, name: str) -> None:
    path, expected = EXCHANGES[name]
    if not expected[0].endswith("default="):  # it has no default graph, or one with ways of its own
        trig = tmp_path / "named.trig"
        trig.write_text(TRIG[TRIG.index("<http://e/g>") :], encoding="utf-8")
    done = push(trig, store.url + path)
    assert store.seen == expected
    assert done[-1] == Pushed("http://e/g", 2, 2, added=False)
    assert all(each.agrees for each in done)
    assert {len(graph) for graph in store.graphs.values()} <= {1, 2}


def test_what_a_store_has_is_replaced_or_added_to(store: FakeStore, trig: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.nq"
    other.write_text("<http://e/x> <http://e/p> <http://e/y> <http://e/g> .", encoding="utf-8")
    push(trig, store.url + "/store")
    assert [str(each) for each in push(other, store.url + "/store", add=True)] == ["<http://e/g>: 1 triples added"]
    assert {name: len(graph) for name, graph in store.graphs.items()} == {"": 1, "http://e/g": 3}
    assert [str(each) for each in push(other, store.url + "/store")] == ["<http://e/g>: 1 triples pushed"]
    assert {name: len(graph) for name, graph in store.graphs.items()} == {"": 1, "http://e/g": 1}


def test_all_triples_go_into_one_graph_and_no_other(store: FakeStore, trig: Path) -> None:
    assert push(trig, store.url + "/store", graph="http://e/all") == [Pushed("http://e/all", 3, 3, added=False)]
    assert list(store.graphs) == ["http://e/all"]
    assert any("é 🛩" in str(triple) for triple in store.graphs["http://e/all"])


def test_of_a_store_on_disk_each_graph_is_pushed(store: FakeStore, trig: Path, tmp_path: Path) -> None:
    with EmbeddedStore.open(tmp_path / "disk") as on_disk:
        on_disk.load([trig], NamedNode("http://e/article"))
    done = {each.graph: each.pushed for each in push(tmp_path / "disk", store.url + "/store")}
    assert done.pop("https://w3id.org/newskg", 0) > 100, "the ontology"
    assert done == {"http://e/article": 1, "http://e/g": 2}
    (one,) = push(tmp_path / "disk", store.url + "/store", graph="http://e/all")
    assert one == Pushed("http://e/all", 3, 3, added=False)


@pytest.mark.parametrize("path", ["/store", "/other"])
def test_a_count_that_differs_is_said(store: FakeStore, trig: Path, path: str) -> None:
    store.loses = 1
    done = push(trig, store.url + path, graph="http://e/all")
    assert not done[0].agrees
    assert str(done[0]) == "<http://e/all>: 3 triples were sent, but the store counts 2"
    assert push(trig, store.url + path, graph="http://e/all", check=False)[0].agrees


@pytest.mark.parametrize("trouble", [502, 503, 504, "break"])
def test_what_is_safe_is_tried_again(store: FakeStore, trig: Path, waits: list[float], trouble: int | str) -> None:
    store.troubles = [trouble, trouble]
    said: list[str] = []
    assert push(trig, store.url + "/store", graph="http://e/all", progress=said.append)[0].agrees
    assert [line.split()[0] for line in store.seen] == ["PUT", "PUT", "PUT", "GET"]
    assert waits == ([7, 7] if trouble == 503 else [2, 4])
    assert sum("again in" in line for line in said) == 2


def test_trying_again_has_an_end(store: FakeStore, trig: Path, waits: list[float]) -> None:
    store.troubles = [503] * 9
    with pytest.raises(PushError, match="HTTP 503 Service Unavailable: busy or not"):
        push(trig, store.url + "/store")
    assert len(store.seen) == 4
    assert len(waits) == 3


@pytest.mark.parametrize(("trouble", "said"), [(503, "HTTP 503"), ("break", "triples may have been added")])
def test_what_may_have_been_added_is_not_added_again(
    store: FakeStore, trig: Path, waits: list[float], trouble: int | str, said: str
) -> None:
    store.troubles = [trouble]
    with pytest.raises(PushError, match=said):
        push(trig, store.url + "/store", add=True)
    assert store.seen == ["POST /store?default="]
    assert waits == []


@pytest.mark.parametrize("add", [False, True])
def test_a_store_that_never_was_there_is_said_at_once(trig: Path, waits: list[float], add: bool) -> None:
    with pytest.raises(PushError, match=r"^http://127\.0\.0\.1:9/store: cannot be reached: Connection refused$"):
        push(trig, "http://127.0.0.1:9/store", add=add)
    assert waits == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ConnectError("[Errno -2] Name or service not known"), "Name or service not known"),
        (httpx.ConnectTimeout(""), "it does not answer"),
    ],
)
def test_a_store_that_was_there_is_waited_for(waits: list[float], error: httpx.TransportError, said: str) -> None:
    there = True

    def answer(_: httpx.Request) -> httpx.Response:
        if there:
            return httpx.Response(204)
        raise error

    store = GraphStore("http://e.org/store")
    store._http = httpx.Client(transport=httpx.MockTransport(answer))
    store.add(None, b"")
    there = False
    with pytest.raises(PushError, match=f"^http://e.org/store: cannot be reached: {said}$"):
        store.add(None, b"")
    assert waits == [2, 4, 8]


@pytest.mark.parametrize(
    ("auth", "code", "said"),
    [
        ("basic", 401, "HTTP 401: it asks for digest, not basic: see --auth"),
        ("digest", 401, "HTTP 401: the user name or the password was refused"),
        ("bearer", 401, "HTTP 401: it asks for digest, not bearer: see --auth"),
        ("basic", 403, "HTTP 403: it knows who we are, but does not let us do this"),
    ],
)
def test_who_we_say_that_we_are_is_refused(
    store: FakeStore, trig: Path, monkeypatch: pytest.MonkeyPatch, auth: AuthMethod, code: int, said: str
) -> None:
    for name in ("KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"):
        monkeypatch.setenv(name, "s3cret")
    store.troubles = [code, code]
    with pytest.raises(PushError, match=f"/store: {said}$") as error:
        push(trig, store.url + "/store", auth=auth)
    assert "s3cret" not in str(error.value)


def test_a_token_that_is_refused_is_said(trig: Path, monkeypatch: pytest.MonkeyPatch, store: FakeStore) -> None:
    monkeypatch.setenv("KG_PUSH_TOKEN", "s3cret")
    store.troubles, store.challenge = [401], 'Bearer realm="kg"'
    with pytest.raises(PushError, match=r"HTTP 401: the token was refused$"):
        push(trig, store.url + "/store", auth="bearer")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (401, "does not let us in: see --auth"),
        (403, "see --auth"),
        (301, "has moved"),
        (400, "Bad Request: busy or not"),
        (500, "HTTP 500 Internal Server Error$"),
    ],
)
def test_a_refusal_is_said_in_a_line_and_not_tried_again(store: FakeStore, trig: Path, code: int, said: str) -> None:
    store.troubles = [code]
    with pytest.raises(PushError, match=said) as error:
        push(trig, store.url + "/store")
    assert len(store.seen) == 1
    assert "\n" not in str(error.value)


def test_who_we_are_comes_from_the_environment(store: FakeStore, trig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PUSH_USER", "me")
    monkeypatch.setenv("KG_PUSH_PASSWORD", SECRET)
    monkeypatch.setenv("KG_PUSH_TOKEN", "t0ken")
    push(trig, store.url + "/store")
    assert all("Authorization" not in headers for headers in store.headers), "nobody asked for it"
    push(trig, store.url + "/store", auth="basic")
    expected = "Basic " + base64.b64encode(f"me:{SECRET}".encode()).decode()
    assert store.headers[-1]["Authorization"] == expected
    push(trig, store.url + "/store", auth="bearer")
    assert store.headers[-1]["Authorization"] == "Bearer t0ken"
    store.troubles = [401]
    assert push(trig, store.url + "/store", auth="digest")[0].agrees
    assert store.headers[-1]["Authorization"].startswith('Digest username="me", realm="kg"')
    assert SECRET not in str(store.headers[-1])


def test_who_we_are_comes_from_netrc(
    store: FakeStore, trig: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password a-b\n", encoding="ascii")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    push(trig, store.url + "/store")
    assert all("Authorization" not in headers for headers in store.headers), "nobody asked for it"
    push(trig, store.url + "/store", auth="basic")
    assert store.headers[-1]["Authorization"] == "Basic " + base64.b64encode(b"me:a-b").decode()
    netrc.write_text(f"machine 127.0.0.1 {SECRET}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        push(trig, store.url + "/store", auth="basic")
    assert SECRET not in str(error.value)


def test_a_token_that_is_none_is_said_without_showing_it(trig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PUSH_TOKEN", f"{SECRET}\n")
    with pytest.raises(InputError, match="KG_PUSH_TOKEN has a line break") as error:
        push(trig, "https://127.0.0.1:1/store", auth="bearer")
    assert SECRET not in str(error.value)


def test_who_we_are_is_said_to_nobody_else(
    serve: Callable[[], FakeStore], trig: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_PUSH_TOKEN", "t0ken")
    store, other = serve(), serve()
    done = push(trig, store.url + "/store", graph="http://e/g", auth="bearer", query_url=other.url + "/query")
    assert not done[0].agrees
    assert all(headers.get("Authorization") == "Bearer t0ken" for headers in store.headers)
    assert len(other.headers) == 1
    assert "Authorization" not in other.headers[0]


def test_nothing_secret_is_said_or_logged(
    store: FakeStore, trig: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("KG_PUSH_USER", "me")
    monkeypatch.setenv("KG_PUSH_PASSWORD", SECRET)
    said: list[str] = []
    store.troubles = [503, 200]
    with caplog.at_level(logging.DEBUG):
        push(trig, store.url + "/store", auth="basic", progress=said.append)
        store.troubles = [403]
        with pytest.raises(PushError) as error:
            push(trig, store.url + "/store", auth="basic")
    secrets = (SECRET, base64.b64encode(f"me:{SECRET}".encode()).decode())
    for text in (caplog.text, str(error.value), *said):
        assert not any(secret in text for secret in secrets)


@pytest.mark.parametrize("auth", ["basic", "digest", "bearer"])
def test_credentials_that_are_missing_are_asked_for(trig: Path, auth: AuthMethod) -> None:
    with pytest.raises(InputError, match="KG_PUSH_"):
        push(trig, "http://127.0.0.1:9/store", auth=auth)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://me:pa55@127.0.0.1:9/store", "the URL has credentials in it"),
        ("http://example.org/store", "can be read on the way"),
        ("http://127.0.0.1.example.org/store", "can be read on the way"),
        ("ftp://127.0.0.1/store", "is not a URL to push to"),
        ("graph.ttl", "is not a URL to push to"),
        ("http:///store", "is not a URL to push to"),
        ("http://[::1/store", "is none"),
    ],
)
def test_a_url_that_will_not_do_is_refused(trig: Path, monkeypatch: pytest.MonkeyPatch, url: str, said: str) -> None:
    monkeypatch.setenv("KG_PUSH_TOKEN", "t0ken")
    with pytest.raises(InputError, match=said) as error:
        push(trig, url, auth="bearer")
    assert "pa55" not in str(error.value)
    if url.startswith("http://127.0.0.1:9"):
        with pytest.raises(InputError, match=said):
            push(trig, "http://127.0.0.1:9/store", auth="bearer", query_url=url)


def test_a_graph_that_has_no_place_is_refused(store: FakeStore, trig: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this store has no default graph"):
        push(trig, store.url + "/sparql-graph-crud-auth")
    with pytest.raises(InputError, match="'no IRI' is not the IRI of a graph"):
        push(trig, store.url + "/store", graph="no IRI")
    nameless = tmp_path / "nameless.nq"
    nameless.write_text("<http://e/a> <http://e/p> <http://e/b> _:g .", encoding="utf-8")
    with pytest.raises(InputError, match="give an IRI with --graph"):
        push(nameless, store.url + "/store")
    assert store.seen == []
