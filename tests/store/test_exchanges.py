"""Pushing to stores that are not here: documented exchanges are replayed, and each request is held against them."""

import base64
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from pyoxigraph import RdfFormat, parse

from kg.store.push import Pushed, PushError, push

RECORDED = yaml.safe_load(Path(__file__).with_name("exchanges.yaml").read_text(encoding="utf-8"))
BODIES: dict[str, str] = RECORDED["bodies"]
STORES: dict[str, dict[str, Any]] = RECORDED["stores"]
GRAPH = "http://example.org/g"
AUTHORIZATION = {"basic": "Basic " + base64.b64encode(b"me:s3cret").decode(), "bearer": "Bearer t0ken"}


@dataclass
class Replayed:
    """A server that answers as recorded; it notes what differs from what it expects."""

    left: list[dict[str, Any]]
    authorization: str
    problems: list[str] = field(default_factory=list)

    def answer(self, request: http.server.BaseHTTPRequestHandler, body: bytes) -> dict[str, Any]:
        if not self.left:
            self.problems.append(f"{request.command} {request.path} was not expected")
            return {"status": 400}
        exchange = self.left.pop(0)
        self.problems += differences(exchange["request"], request, body)
        if request.headers["Authorization"] != self.authorization:
            self.problems.append(f"Authorization is {request.headers['Authorization']}")
        response: dict[str, Any] = exchange["response"]
        return response


def triples(text: str | bytes) -> set[str]:
    return {str(quad) for quad in parse(text, RdfFormat.N_TRIPLES)}


def differences(expected: dict[str, Any], request: http.server.BaseHTTPRequestHandler, body: bytes) -> Iterator[str]:
    url = urlsplit(request.path)
    said = {"method": request.command, "path": url.path, "query": dict(parse_qsl(url.query, keep_blank_values=True))}
    for name, value in said.items():
        if value != expected[name]:
            yield f"the {name} is {value}, not {expected[name]}"
    if "accept" in expected and expected["accept"] not in request.headers["Accept"]:
        yield f"Accept is {request.headers['Accept']}, without {expected['accept']}"
    if "turtle" in expected:
        if request.headers["Content-Type"] != "text/turtle":
            yield f"Content-Type is {request.headers['Content-Type']}"
        if triples(body) != triples(BODIES[expected["turtle"]]):
            yield f"the body is {body!r}"
    elif body:
        yield f"there is a body: {body!r}"


@contextmanager
def replaying(name: str, scene: str) -> Iterator[tuple[str, Replayed]]:
    replayed = Replayed(list(STORES[name][scene]), AUTHORIZATION[STORES[name]["auth"]])

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do(self) -> None:
            response = replayed.answer(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))
            content = BODIES.get(response.get("body", ""), response.get("body", "")).encode()
            self.send_response(response["status"])
            for header, value in response.get("headers", {}).items():
                self.send_header(header, value)
            if content:
                self.send_header("Content-Type", response["type"])
            if response["status"] != 204:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = do  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{STORES[name]['url']}", replayed
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def send(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("KG_PUSH_USER", "me")
    monkeypatch.setenv("KG_PUSH_PASSWORD", "s3cret")
    monkeypatch.setenv("KG_PUSH_TOKEN", "t0ken")

    def send(name: str, url: str, body: str, *, add: bool = False) -> list[Pushed]:
        file = tmp_path / "graph.nt"
        file.write_text(BODIES[body], encoding="utf-8")
        return push(file, url, graph=GRAPH if body == "TWO" else None, auth=STORES[name]["auth"], add=add)

    return send


def of_scene(scene: str) -> list[str]:
    return [name for name, store in STORES.items() if scene in store]


@pytest.mark.parametrize(
    ("scene", "name"), [(scene, name) for scene in ("replace", "default", "add") for name in of_scene(scene)]
)
def test_a_store_is_spoken_to_as_its_documentation_says(send: Any, scene: str, name: str) -> None:
    with replaying(name, scene) as (url, replayed):
        (done,) = send(name, url, "ONE" if scene == "default" else "TWO", add=scene == "add")
    assert (replayed.problems, replayed.left) == ([], [])
    assert done.agrees
    assert done.counted == {"replace": 2, "default": 1, "add": 3}[scene]


@pytest.mark.parametrize("name", of_scene("refused"))
def test_a_refusal_is_not_tried_again(send: Any, name: str) -> None:
    with replaying(name, "refused") as (url, replayed), pytest.raises(PushError, match=r"refused|does not let us"):
        send(name, url, "TWO")
    assert (replayed.problems, replayed.left) == ([], [])


def test_a_request_that_differs_is_noticed(send: Any) -> None:
    with replaying("GraphDB", "replace") as (url, replayed), pytest.raises(PushError):
        send("GraphDB", url.replace("/news/", "/other/"), "ONE")
    assert any("the path is /repositories/other" in problem for problem in replayed.problems)
    assert any("the query is {'default': ''}" in problem for problem in replayed.problems)
    assert any("the body is" in problem for problem in replayed.problems)


def test_each_store_is_recorded_with_its_sources() -> None:
    assert len(STORES) == 6
    for store in STORES.values():
        assert all(source.startswith("https://") for source in store["documentation"])
        assert {"told", "open", "replace", "refused"} <= store.keys()
