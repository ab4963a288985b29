"""A SPARQL endpoint for readers: the guard over HTTP, with a page to type queries in."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

try:
    import uvicorn
    from anyio import CapacityLimiter, Semaphore, move_on_after, to_thread
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse, Response
    from starlette.routing import Route
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
except ImportError:
    from kg.errors import InputError

    raise InputError("kg serve needs starlette and uvicorn: pip install 'newskg[serve]'") from None

from kg.errors import InputError, one_line
from kg.store.answering import Job
from kg.store.description import description
from kg.store.guard import Cancellation, Guard, Limits, UntrustedQueryError
from kg.store.loopback import is_loopback
from kg.store.protocol import RESULT_TYPES, STATUS, TRIPLE_TYPES, best, job
from kg.store.querypage import query_page

__all__ = ["Limits", "Options", "app", "find_page", "serve"]

_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")

_MEDIA_TYPES = {name: media for media, name in reversed([*RESULT_TYPES.items(), *TRIPLE_TYPES.items()])}
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The graph page allows its own scripts by their hashes, in a <meta>; both policies hold.
_GRAPH_PAGE = _NOTHING + "; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": _NOTHING,
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True)
class Options:
    """How an endpoint is served.

    Attributes:
        host: the address to be reached at. On this machine's own a page on the web may reach us by a name that it
            has the DNS point here (rebinding): there only the machine's own names are served.
        port: the port; 0 takes a free one.
        cors: the origin whose pages may ask, or ``*``; None for none.
        graph_page: the graph's page, in HTML.
        concurrency: how many queries run at one time.
        patience: how many seconds another one waits for its turn.
    """

    host: str = "127.0.0.1"
    port: int = 7878
    cors: str | None = None
    graph_page: bytes | None = None
    concurrency: int = 4
    patience: float = 3.0


def app(guard: Guard, options: Options) -> Starlette:
    """Make the application: ``/`` the page, ``/sparql`` the endpoint, ``/graph.html`` the graph's page if there is."""
    return _app(_Endpoint(guard, options), guard.base, options)


def _app(endpoint: _Endpoint, base: str, options: Options) -> Starlette:
    page, policy = query_page(base, graph_page=options.graph_page is not None)
    routes = [
        Route("/", _fixed(page, policy)),
        *(Route(path, endpoint.respond, methods=["GET", "POST"]) for path in ("/sparql", "/sparql/")),
    ]
    if options.graph_page is not None:
        routes.append(Route("/graph.html", _fixed(options.graph_page, _GRAPH_PAGE)))
    middleware = [Middleware(_SecurityHeaders, shared=options.cors is not None)]
    if is_loopback(options.host):
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=_OWN_NAMES, www_redirect=False))
    if options.cors is not None:
        middleware.append(Middleware(CORSMiddleware, allow_origins=[options.cors], allow_methods=["GET", "POST"]))
    return Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: _said})


def serve(
    source: Path | str,
    options: Options | None = None,
    limits: Limits | None = None,
    base: str | None = None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a graph to readers until somebody interrupts it.

    Args:
        source: a file of RDF, a folder of such files, or the folder of a store, which is served as it is now.
        options: how it is served.
        limits: what each query may use.
        base: what data IRIs begin with; by default what they do in a store, else the usual.
        ready: is told the URL once requests are taken.

    Raises:
        GraphFileError: the source cannot be read.
        InputError: the address cannot be had, or this system cannot bound a query.
    """
    options = options or Options()
    # The guard first: it forks before there are threads.
    with Guard(source, limits, base) as guard, _listening(options.host, options.port) as listening:
        endpoint = _Endpoint(guard, options)
        config = uvicorn.Config(
            _app(endpoint, guard.base, options),
            log_level="warning",
            access_log=False,  # a query may tell what its reader is after
            server_header=False,
            proxy_headers=False,
            limit_concurrency=100,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
        )
        name = f"[{options.host}]" if ":" in options.host else options.host
        ready(f"http://{name}:{listening.getsockname()[1]}/")
        with contextlib.suppress(KeyboardInterrupt):  # which is how it ends
            _Server(config, endpoint).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise InputError(f"{host}:{port} cannot be served at: {error.strerror or error}") from None


def find_page(source: Path, page: Path | None = None) -> bytes | None:
    """Give the graph's page: the one named, or ``graph.html`` in the source's folder; None where there is none.

    Raises:
        InputError: the one named cannot be read.
    """
    found = page or (source if source.is_dir() else source.parent) / "graph.html"
    if page is None and not found.is_file():
        return None
    try:
        return found.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=found) from None


class _Endpoint:
    """Answers queries: so many at a time, and none for whom nobody waits any more."""

    def __init__(self, guard: Guard, options: Options) -> None:
        self._guard = guard
        self._options = options
        self._free = Semaphore(options.concurrency)
        self._threads = CapacityLimiter(options.concurrency)
        self._running: set[Cancellation] = set()
        self._closed = False

    async def respond(self, request: Request) -> Response:
        asked = await job(request, self._guard.limits)
        if asked is None:
            return _described(request)
        with move_on_after(self._options.patience) as waiting:
            await self._free.acquire()
        if waiting.cancelled_caught:
            problem = f"{self._options.concurrency} queries are running already: try again"
            raise HTTPException(503, problem, {"Retry-After": "2"})
        try:
            return await self._answer(request, asked)
        finally:
            self._free.release()

    async def _answer(self, request: Request, asked: Job) -> Response:
        cancellation = Cancellation()
        ask = partial(
            self._guard.ask,
            asked.query,
            asked.results,
            asked.triples,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            cancellation=cancellation,
        )
        if self._closed:
            raise HTTPException(503, "the server ends")
        self._running.add(cancellation)
        watching = asyncio.create_task(_cancel_when_gone(request, cancellation))
        try:
            reply = await to_thread.run_sync(ask, limiter=self._threads)
        except UntrustedQueryError as error:
            raise HTTPException(503 if self._closed else STATUS[error.reason], str(error)) from None
        finally:
            watching.cancel()
            self._running.discard(cancellation)
        return Response(reply.content, media_type=_MEDIA_TYPES[reply.format], headers={"Vary": "Accept"})

    def close(self) -> None:
        """End the queries that are running, and take no others."""
        self._closed = True
        for cancellation in self._running:
            cancellation.cancel()


async def _cancel_when_gone(request: Request, cancellation: Cancellation) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    cancellation.cancel()


class _Server(uvicorn.Server):
    """A server that ends the queries that are running before it waits for their answers."""

    def __init__(self, config: uvicorn.Config, endpoint: _Endpoint) -> None:
        super().__init__(config)
        self._endpoint = endpoint

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._endpoint.close()
        await super().shutdown(sockets)


def _described(request: Request) -> Response:
    name = best(request.headers.getlist("accept"), TRIPLE_TYPES)
    if name is None:
        raise HTTPException(406, f"the service description can be had as {', '.join(TRIPLE_TYPES)}")
    content = description(str(request.url.replace(query="")), name)
    return Response(content, media_type=_MEDIA_TYPES[name], headers={"Vary": "Accept"})


def _fixed(page: bytes, policy: str) -> Callable[[Request], Awaitable[Response]]:
    async def respond(_: Request) -> Response:
        return Response(page, media_type="text/html", headers={"Content-Security-Policy": policy})

    return respond


async def _said(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - Starlette calls this for no other
    return PlainTextResponse(one_line(error.detail) + "\n", error.status_code, headers=dict(error.headers or {}))


class _SecurityHeaders:
    """Adds to each response the headers that it has not set itself."""

    def __init__(self, app: ASGIApp, *, shared: bool) -> None:
        self._app = app
        headers = _HEADERS | {"Cross-Origin-Resource-Policy": "cross-origin" if shared else "same-origin"}
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                set_already = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in self._headers if h[0] not in set_already)]
            await send(message)

        await self._app(scope, receive, send_more)
