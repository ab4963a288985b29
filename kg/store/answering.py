"""What happens inside the process that ends with its query: check it, ask it, write the answer within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Literal, TypedDict

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)
from rdflib.plugins.sparql.algebra import translatePrologue
from rdflib.plugins.sparql.parser import parseQuery

from kg.errors import QueryError, one_line
from kg.query_text import not_valid, refuse_service
from kg.vocab import all_prefixes

Reason = Literal["invalid", "refused", "format", "length", "time", "memory", "depth", "rows", "bytes", "failed"]
"""Why a query gets no answer; ``failed`` is the only one that is not the query's own doing."""

RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
"""The formats of the answer to SELECT and ASK."""

TRIPLES = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
"""The formats of the answer to CONSTRUCT and DESCRIBE."""

_UPDATE = re.compile(
    r"(?:\s|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_LONGEST_MESSAGE = 300


@dataclass(frozen=True)
class Limits:
    """What a query may use, and how large its answer may be."""

    seconds: float = 10.0
    """Wall-clock time, from its start to its answer."""
    memory: int = 512 * 2**20
    """Bytes of memory over what the data themselves take."""
    length: int = 50_000
    """Bytes of the query in UTF-8."""
    rows: int = 10_000
    """Rows of a SELECT, triples of a CONSTRUCT or DESCRIBE."""
    bytes: int = 32 * 2**20
    """Bytes of the answer."""


@dataclass(frozen=True)
class Job:
    """A query, and how its answer is wanted; a format of None says that there is none that would do."""

    query: str
    results: str | None = "json"
    triples: str | None = "ttl"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class NoAnswer(Exception):  # noqa: N818 - it is an outcome, which the guard makes an error of
    """A query gets no answer.

    Args:
        reason: why, for programs.
        problem: why, in one sentence.
        line: the line of the query that it is about, counted from 1.
    """

    def __init__(self, reason: Reason, problem: str, line: int | None = None) -> None:
        super().__init__(problem)
        self.reason: Reason = reason
        self.problem = one_line(problem)[:_LONGEST_MESSAGE]
        self.line = line


def answer(store: Store, job: Job, limits: Limits, base: str, *, offline: bool) -> tuple[str, bytes]:
    """Answer a query over the default graph, or over the graphs that it names.

    Args:
        store: the data; its default graph holds each triple of the others, once.
        job: the query.
        limits: how many rows and bytes the answer may have; time and memory are bounded from outside.
        base: what data IRIs begin with.
        offline: whether the system keeps this process off the network, whatever the query says.

    Returns:
        The name of the format, and the answer in it.

    Raises:
        NoAnswer: it is no query, asks for what it may not have, or for too much.
    """
    try:
        _refuse_other_servers(job.query, offline=offline)
        _refuse_other_graphs(store, job)
        found = store.query(job.query, prefixes=all_prefixes(base), **_graphs(job))
        return _written(found, job, limits, base)
    except SyntaxError as error:
        raise _not_a_query(job.query, error) from None
    except QueryError as error:
        raise NoAnswer("refused", error.problem, error.line) from None
    except MemoryError:
        raise NoAnswer("memory", too_much_memory(limits)) from None
    except RecursionError:
        raise NoAnswer("depth", TOO_DEEP) from None
    except (OSError, RuntimeError, ValueError) as error:
        reason: Reason = "invalid" if "is not supported" in str(error) else "failed"
        raise NoAnswer(reason, f"the query cannot be answered: {error}") from None


class _Graphs(TypedDict, total=False):
    default_graph: list[NamedNode | BlankNode | DefaultGraph]
    named_graphs: list[NamedNode | BlankNode]


def _graphs(job: Job) -> _Graphs:
    if not (job.default_graphs or job.named_graphs):
        return {}
    # To name some is to leave out all others.
    named: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in job.named_graphs]
    return {"default_graph": [NamedNode(iri) for iri in job.default_graphs], "named_graphs": named}


TOO_DEEP = "the query is nested too deeply"


def too_much_memory(limits: Limits) -> str:
    """Say that a query needs more memory than it may have."""
    return f"the query needs more than {limits.memory // 2**20} MB of memory"


def _not_a_query(query: str, error: SyntaxError) -> NoAnswer:
    if found := _UPDATE.match(query):
        return NoAnswer("refused", f"{found[1].upper()} would change the data: only queries are answered")
    return NoAnswer("invalid", not_valid(query, error.msg, all_prefixes()), error.lineno)


def _refuse_other_servers(query: str, *, offline: bool) -> None:
    # To SPARQL a comment also ends at a carriage return, to rdflib's parser only at a line feed: what stands
    # between the two would be a comment to the check, and a SERVICE clause to Oxigraph.
    refuse_service(query)
    if not offline and re.search(r"service|\\u", query, re.IGNORECASE):
        # Two parsers may differ in more than we know of; where the system does not keep us off the network, no chances.
        raise NoAnswer("refused", "the query has the word SERVICE, or an escape \\u: this system cannot bound it")


def _refuse_other_graphs(store: Store, job: Job) -> None:
    """Refuse graphs that are not here. Oxigraph never fetches them; an empty answer would hide a mistake."""
    for iri in [*job.default_graphs, *job.named_graphs, *_dataset(job.query)]:
        try:
            name = NamedNode(iri)
        except ValueError:
            raise NoAnswer("invalid", f"{iri!r} is not an absolute IRI, so it names no graph") from None
        if not store.contains_named_graph(name):
            raise NoAnswer("refused", f"there is no graph <{iri}> here, and nothing is fetched from elsewhere")


def _dataset(query: str) -> list[str]:
    """Give the IRIs that the query names with FROM and FROM NAMED."""
    if not re.search(r"\bfrom\b|\\u", query, re.IGNORECASE):
        return []
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in all_prefixes().items())
    try:
        prologue, body = parseQuery(declared + query.replace("\r", "\n"))
        clauses = body.datasetClause or []
        names = translatePrologue(prologue, None, None)
        return [str(names.absolutize(clause.default or clause.named)) for clause in clauses]
    except Exception:  # what rdflib cannot read, Oxigraph answers from the graphs that it has, or refuses
        return []


def _written(
    found: QuerySolutions | QueryBoolean | QueryTriples, job: Job, limits: Limits, base: str
) -> tuple[str, bytes]:
    if isinstance(found, QueryTriples):
        name = _known(job.triples, TRIPLES)
        triples = list(dict.fromkeys(islice(found, limits.rows + 1)))
        _count(triples, limits)
        return name, _triples(triples, TRIPLES[name], limits, base)
    name = _known(job.results, RESULTS)
    if isinstance(found, QueryBoolean):
        return name, found.serialize(format=RESULTS[name]) or b""
    # A solution's terms can be written only by Oxigraph, and only all solutions at once: they are counted in JSON.
    written = _Bounded(limits)
    found.serialize(written, format=QueryResultsFormat.JSON)
    solutions = parse_query_results(written.getvalue(), format=QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a boolean was dealt with above
    _count(solutions, limits)
    if name == "json":
        return name, written.getvalue()
    again = parse_query_results(written.getvalue(), format=QueryResultsFormat.JSON)
    rewritten = _Bounded(limits)
    again.serialize(rewritten, format=RESULTS[name])
    return name, rewritten.getvalue()


def _known(wanted: str | None, formats: dict[str, QueryResultsFormat] | dict[str, RdfFormat]) -> str:
    if wanted is None or wanted not in formats:
        raise NoAnswer("format", f"the answer can be had as {', '.join(formats)}")
    return wanted


def _count(rows: Iterable[object], limits: Limits) -> None:
    if sum(1 for _ in islice(rows, limits.rows + 1)) > limits.rows:
        raise NoAnswer("rows", f"the answer has more than {limits.rows} rows: add a LIMIT")


def _triples(triples: list[Triple], rdf_format: RdfFormat, limits: Limits, base: str) -> bytes:
    written = _Bounded(limits)
    named = rdf_format in (RdfFormat.TURTLE, RdfFormat.RDF_XML)
    serialize(triples, written, format=rdf_format, prefixes=all_prefixes(base) if named else None)
    return written.getvalue()


class _Bounded(BytesIO):
    """Bytes that do not grow over the limit of an answer."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limit = self._room = limits.bytes

    def write(self, data: object, /) -> int:
        self._room -= len(memoryview(data))  # type: ignore[arg-type]
        if self._room < 0:
            raise NoAnswer("bytes", f"the answer has more than {self._limit} bytes: ask for less, or add a LIMIT")
        return super().write(data)  # type: ignore[arg-type]
