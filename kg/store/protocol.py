"""The SPARQL 1.1 Protocol, as far as it is about queries: from a request to a job, from an outcome to a response."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kg.store.answering import Job, Limits, Reason

RESULT_TYPES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""Media types of the answers to SELECT and ASK, the one that is sent without being asked for first."""

TRIPLE_TYPES = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}
"""Media types of the answers to CONSTRUCT and DESCRIBE, likewise."""

STATUS: dict[Reason, int] = {
    "invalid": 400,
    "refused": 400,
    "depth": 400,
    "format": 406,
    "length": 413,
    "memory": 422,
    "rows": 422,
    "bytes": 422,
    "failed": 500,
    "time": 504,
}
"""The HTTP status for each reason that there is no answer. What is 422 will be so again: it asks for too much."""

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_MOST_PARAMETERS = 100


@dataclass(frozen=True)
class _Parameters:
    queries: tuple[str, ...]
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


async def job(request: Request, limits: Limits) -> Job | None:
    """Give what a request asks; None for a GET without a query, which asks for the service description.

    Raises:
        HTTPException: the request is not one of the protocol, or too long.
    """
    parameters = _parameters(request.url.query)
    if request.method == "POST":
        parameters = await _posted(request, limits, parameters)
    elif not parameters.queries:
        return None
    if len(parameters.queries) != 1:
        raise HTTPException(400, f"a request has one query, not {len(parameters.queries)}")
    accept = request.headers.getlist("accept")
    return Job(
        parameters.queries[0].removeprefix("\ufeff"),
        best(accept, RESULT_TYPES),
        best(accept, TRIPLE_TYPES),
        parameters.default_graphs,
        parameters.named_graphs,
    )


async def _posted(request: Request, limits: Limits, in_url: _Parameters) -> _Parameters:
    media_type, _, rest = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type not in (_FORM, _QUERY) or _charset(rest) != "utf-8":
        raise HTTPException(415, f"a query is posted as {_QUERY} or {_FORM}, in UTF-8; updates are not taken")
    # In a form each byte may be written as three.
    body = await _body(request, 3 * limits.length + 10_000 if media_type == _FORM else limits.length)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is not in UTF-8") from None
    if media_type == _FORM:
        return _parameters(text)
    return _Parameters((text, *in_url.queries), in_url.default_graphs, in_url.named_graphs)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"the request is longer than {most} bytes")
    return bytes(body)


def _charset(parameters: str) -> str:
    name, _, value = parameters.strip().partition("=")
    return value.strip('" ').lower() if name.strip().lower() == "charset" else "utf-8"


def _parameters(encoded: str) -> _Parameters:
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except ValueError:  # of which an error of UTF-8 is one
        raise HTTPException(400, "the parameters cannot be read: they are not in UTF-8, or too many") from None
    if any(name == "update" for name, _ in pairs):
        raise HTTPException(400, "updates are not taken: only queries are answered")

    def of(wanted: str) -> tuple[str, ...]:
        return tuple(value for name, value in pairs if name == wanted)

    return _Parameters(of("query"), of("default-graph-uri"), of("named-graph-uri"))


def best(accept: Iterable[str], offers: dict[str, str]) -> str | None:
    """Give what is accepted most of what is offered, by RFC 9110; of equals the first, None if nothing is accepted.

    Args:
        accept: the values of the header Accept; none at all accept everything.
        offers: names by media type.
    """
    ranges = [_range(part) for value in accept for part in value.split(",") if part.strip()]
    if not ranges:
        return next(iter(offers.values()))
    weighed = [(_weight(media_type, ranges), -place, name) for place, (media_type, name) in enumerate(offers.items())]
    weight, _, name = max(weighed)
    return name if weight > 0 else None


def _range(part: str) -> tuple[str, float]:
    media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return media_type, float(weight)
    except ValueError:
        return media_type, 0.0


def _weight(media_type: str, ranges: list[tuple[str, float]]) -> float:
    for pattern in (media_type, media_type.split("/")[0] + "/*", "*/*"):  # the most specific one counts
        found = [weight for wanted, weight in ranges if wanted == pattern]
        if found:
            return max(found)
    return 0.0
