"""A triple store in this process: it keeps what it is given, and notes each request."""

import http.server
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from pyoxigraph import RdfFormat, Triple, parse, serialize


@dataclass
class FakeStore:
    url: str = ""
    seen: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    graphs: dict[str, set[Triple]] = field(default_factory=dict)
    troubles: list[int | str] = field(default_factory=list)  # what goes wrong with the next requests
    challenge: str = 'Digest realm="kg", nonce="n", qop="auth", algorithm=MD5'
    loses: int = 0  # triples that it loses of each graph

    def trouble(self) -> int | str | None:
        return self.troubles.pop(0) if self.troubles else None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: FakeStore

    def do(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.store.seen.append(f"{self.command} {unquote(self.path)}")
        self.store.headers.append(dict(self.headers))
        trouble = self.store.trouble()
        if trouble == "break":
            self.close_connection = True
            self.connection.shutdown(2)
            return
        if isinstance(trouble, int):
            self.answer(trouble, b"<b>no</b>\n" if trouble == 500 else b"busy\nor not")
            return
        self.act(parse_qs(urlsplit(self.path).query, keep_blank_values=True), body)

    do_GET = do_PUT = do_POST = do_DELETE = do  # noqa: N815

    def act(self, query: dict[str, list[str]], body: bytes) -> None:
        named = [query[key][0].strip("<>") for key in ("graph", "graph-uri", "context-uri", "c") if key in query]
        name = named[0] if named else ""
        if "query" in query:
            name = query["query"][0].split("<")[1].split(">")[0]
            n = max(0, len(self.store.graphs.get(name, ())) - self.store.loses)
            self.answer(200, b'{"results":{"bindings":[{"n":{"value":"%d"}}]}}' % n)
        elif self.command == "GET":
            triples = sorted(self.store.graphs.get(name, ()), key=str)[self.store.loses :]
            self.answer(200, serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
        else:
            if self.command in ("PUT", "DELETE"):
                self.store.graphs.pop(name, None)
            if self.command in ("PUT", "POST"):
                assert self.headers["Content-Type"] == "text/turtle"
                new = {quad.triple for quad in parse(body, format=RdfFormat.TURTLE)}
                self.store.graphs[name] = self.store.graphs.get(name, set()) | new
            self.answer(204, b"")

    def answer(self, code: int, body: bytes) -> None:
        self.send_response(code)
        if code == 503:
            self.send_header("Retry-After", "7")
        if code == 500:
            self.send_header("Content-Type", "text/html")
        if code == 401:
            self.send_header("WWW-Authenticate", self.store.challenge)
        if code != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
