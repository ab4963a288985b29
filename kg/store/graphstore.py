"""A triple store somewhere else, by the SPARQL 1.1 Graph Store HTTP Protocol.

What stores call it, and where their queries are answered:

| store | URL to push to | a graph is named by | queries |
|---|---|---|---|
| Oxigraph | /store | graph= | /query |
| Apache Jena Fuseki | /DATASET/data | graph= | /DATASET/query |
| RDF4J, GraphDB | …/repositories/ID/rdf-graphs/service | graph= | …/repositories/ID |
| Virtuoso | /sparql-graph-crud-auth | graph-uri= | /sparql |
| Blazegraph | /bigdata/namespace/NAME/sparql | context-uri= | the same |
| Stardog | /DATABASE | graph= | /DATABASE/query |
| QLever | / or /http-graph-store | graph= | / |
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.errors import InputError, one_line
from kg.store.credentials import method_of

Progress = Callable[[str], None]

_TRIES = 4
_LONGEST_WAIT = 30.0
_BUSY = frozenset({502, 503, 504})
_SAFE = frozenset({"GET", "PUT", "DELETE"})  # to do them twice is as good as once
_TIMEOUT = httpx.Timeout(30.0, connect=10.0, read=600.0, write=600.0)  # seconds; a store may take long for a graph


@dataclass(frozen=True)
class Dialect:
    """How a kind of store departs from the standard.

    Attributes:
        path: what its URL's path looks like.
        queries: what to put in its place for the URL of queries.
        graph: the parameter that names a graph.
        replaces: whether PUT replaces a graph; else it is deleted, then added to.
        default: whether it has a default graph that can be pushed to.
    """

    path: re.Pattern[str]
    queries: str
    graph: str = "graph"
    replaces: bool = True
    default: bool = True


DIALECTS = (
    Dialect(re.compile(r"/sparql-graph-crud(?:-auth)?/?$"), "/sparql", graph="graph-uri", default=False),
    Dialect(
        re.compile(r"(/(?:bigdata|blazegraph)/(?:namespace/[^/]+/)?sparql)$"),
        r"\1",
        "context-uri",
        replaces=False,
        default=False,
    ),
    Dialect(re.compile(r"(/repositories/[^/]+)/rdf-graphs/service$"), r"\1"),
    Dialect(re.compile(r"/store$"), "/query"),
    Dialect(re.compile(r"/data$"), "/query"),
    Dialect(re.compile(r"/http-graph-store$"), "/"),
)


class PushError(InputError):
    """A triple store cannot be reached, or does not take what it is given."""


class GraphStore:
    """A triple store, of which graphs can be replaced, added to and counted.

    Args:
        url: its URL of the Graph Store Protocol, checked by `kg.store.credentials.checked_url`.
        auth: who we are.
        query_url: where it answers queries; found out for the stores that are known.
        progress: is told what is tried again.
    """

    def __init__(
        self,
        url: str,
        auth: httpx.Auth | None = None,
        query_url: str | None = None,
        progress: Progress = lambda _: None,
    ) -> None:
        self._url = url
        self._auth = auth
        self._progress = progress
        self._reached: set[tuple[str, bytes]] = set()
        path = urlsplit(url).path
        self._dialect = next((each for each in DIALECTS if each.path.search(path)), None)
        self._query_url = query_url or self._known_query_url(path)
        # Neither proxies nor ~/.netrc of the environment unasked; the system's certificates, or those in SSL_CERT_FILE.
        self._http = httpx.Client(trust_env=False, verify=ssl.create_default_context(), timeout=_TIMEOUT)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def replace(self, graph: NamedNode | None, turtle: bytes) -> None:
        """Put triples in place of all that a graph (None: the default graph) has.

        Raises:
            PushError: it cannot be done.
        """
        if self._dialect is None or self._dialect.replaces:
            self._send("PUT", graph, turtle)
            return
        self._request("DELETE", self._url, parameters={"c": f"<{self._named(graph)[self._dialect.graph]}>"})
        self._send("POST", graph, turtle)

    def add(self, graph: NamedNode | None, turtle: bytes) -> None:
        """Add triples to a graph (None: the default graph).

        Raises:
            PushError: it cannot be done, or nobody knows whether it was.
        """
        self._send("POST", graph, turtle)

    def count(self, graph: NamedNode | None) -> int:
        """Give the number of triples in a graph: by a query where we know where to ask, else by getting them all.

        Raises:
            PushError: it cannot be told.
        """
        # What a query's default graph is differs from store to store: of many it is the union of all graphs.
        if graph is not None and self._query_url:
            query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
            headers = {"Accept": "application/sparql-results+json"}
            response = self._request("GET", self._query_url, parameters={"query": query}, headers=headers)
            try:
                return int(response.json()["results"]["bindings"][0]["n"]["value"])
            except (ValueError, LookupError, TypeError):
                raise PushError(f"{self._place(self._query_url)} does not answer as SPARQL queries are") from None
        headers = {"Accept": "application/n-triples, text/turtle;q=0.9"}
        response = self._request("GET", self._url, parameters=self._named(graph), headers=headers)
        try:
            return len({quad.triple for quad in parse(response.content, format=RdfFormat.TURTLE)})
        except SyntaxError:
            raise PushError(f"{self._place(self._url)} does not give its triples as N-Triples or Turtle") from None

    def _known_query_url(self, path: str) -> str | None:
        if self._dialect is None:
            return None
        return urlsplit(self._url)._replace(path=self._dialect.path.sub(self._dialect.queries, path), query="").geturl()

    def _named(self, graph: NamedNode | None) -> dict[str, str]:
        if graph is None and self._dialect and not self._dialect.default:
            raise PushError("this store has no default graph of its own: give the IRI of a graph with --graph")
        if graph is None:
            return {"default": ""}
        return {self._dialect.graph if self._dialect else "graph": graph.value}

    def _send(self, method: str, graph: NamedNode | None, turtle: bytes) -> None:
        parameters = self._named(graph)
        # Turtle is what every store takes: what we write is N-Triples, which is a part of it.
        self._request(method, self._url, parameters=parameters, headers={"Content-Type": "text/turtle"}, content=turtle)

    def _request(
        self,
        method: str,
        url: str,
        *,
        parameters: dict[str, str],
        headers: dict[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        request = self._http.build_request(
            method, httpx.URL(url).copy_merge_params(parameters), headers=headers, content=content
        )
        for tried in range(1, _TRIES + 1):
            response, problem, delay = self._attempt(request, 2.0**tried)
            if response is not None:
                return response
            if delay is None or tried == _TRIES:
                break
            self._progress(f"{self._place(url)}: {problem}; again in {delay:g} s")
            time.sleep(delay)
        raise PushError(f"{self._place(url)}: {problem}")

    def _attempt(self, request: httpx.Request, delay: float) -> tuple[httpx.Response | None, str, float | None]:
        """Send a request: give its response; or why there is none, and after how many seconds to try again, if so."""
        ours = httpx.URL(self._url)
        place = (request.url.scheme, request.url.netloc)
        ours_too = place == (ours.scheme, ours.netloc)
        safe = request.method in _SAFE
        try:
            # Who we are is said to the store alone.
            response = self._http.send(request, auth=self._auth if ours_too else None)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            # Nothing was sent. One that was there is waited for; one that never was is more likely a wrong URL.
            return None, f"cannot be reached: {_why(error)}", delay if place in self._reached else None
        except httpx.TransportError as error:
            problem = one_line(f"the connection broke: {error or type(error).__name__}")
            return (None, problem, delay) if safe else (None, f"{problem}; triples may have been added", None)
        self._reached.add(place)
        if response.is_success or (request.method == "DELETE" and response.status_code == 404):
            return response, "", None
        again = safe and response.status_code in _BUSY
        refusal = _refusal(response, self._auth if ours_too else None)
        return None, refusal, _retry_after(response, delay) if again else None

    @staticmethod
    def _place(url: str) -> str:
        parts = urlsplit(url)  # its query may hold a key
        return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _why(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.ConnectTimeout):
        return "it does not answer"
    return one_line(re.sub(r"^\[Errno -?\d+\] ", "", str(error)).strip() or type(error).__name__)


def _refusal(response: httpx.Response, auth: httpx.Auth | None) -> str:
    code = response.status_code
    if code in (401, 403):
        return f"HTTP {code}: {_closed(response, auth)}"
    if response.is_redirect:
        return f"HTTP {code}: it has moved: give its new URL"
    text = one_line(response.text.strip())[:200] if "html" not in response.headers.get("Content-Type", "") else ""
    return f"HTTP {code} {response.reason_phrase}{': ' if text else ''}{text}"


def _closed(response: httpx.Response, auth: httpx.Auth | None) -> str:
    """Say what is wrong with who we say that we are; not who that is."""
    if auth is None:
        return "it does not let us in: see --auth"
    if response.status_code == 403:
        return "it knows who we are, but does not let us do this"
    method = method_of(auth)
    asked = [challenge.split()[0].lower() for challenge in response.headers.get_list("WWW-Authenticate") if challenge]
    if asked and method not in asked:
        return f"it asks for {' or '.join(asked)}, not {method}: see --auth"
    return f"the {'token' if method == 'bearer' else 'user name or the password'} was refused"


def _retry_after(response: httpx.Response, otherwise: float) -> float:
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_WAIT) if asked.isdecimal() else otherwise
