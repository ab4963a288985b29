"""SPARQL on a store, and results that people can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.resources import ontology_folder
from kg.vocab import all_prefixes

Term = NamedNode | Literal


@dataclass(frozen=True)
class Table:
    """The answer to a SELECT: named columns, and rows of terms (None where there is none)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self) -> list[tuple[str, ...]]:
        """Give the rows as plain texts: of a literal its text, of an IRI the IRI."""
        return [tuple("" if term is None else term.value for term in row) for row in self.rows]


Answer = Table | bool | tuple[Triple, ...]
"""A SELECT gives a table, an ASK a truth value, a CONSTRUCT or DESCRIBE triples."""


def ask(store: Store, query: str, base: str) -> Answer:
    """Answer a SPARQL 1.1 query over the default graph, which holds the union; ``GRAPH`` tells articles apart.

    Args:
        store: the store.
        query: the query; the prefixes of the ontology and of data need not be declared.
        base: what data IRIs begin with.

    Raises:
        QueryError: it is not a query, or asks for data from elsewhere (SERVICE).
    """
    refuse_service(query)
    try:
        return _answer(store.query(query, prefixes=all_prefixes(base)))
    except SyntaxError as error:
        raise QueryError(f"the query is not valid SPARQL: {error.msg}", line=error.lineno) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from None


def _answer(answer: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QueryTriples):
        return tuple(answer)
    columns = tuple(variable.value for variable in answer.variables)
    return Table(columns, tuple(tuple(solution[name] for name in columns) for solution in answer))


def refuse_service(query: str) -> None:
    """Refuse a query that would send requests over the network: Oxigraph has no switch against SERVICE.

    Raises:
        QueryError: it has a SERVICE clause, or may have one that we cannot see.
    """
    if not re.search("service|\\\\u", query, re.IGNORECASE):
        return
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in all_prefixes().items())
    try:
        found = _has_service(parseQuery(declared + query))
    except Exception:  # whatever rdflib makes of it: what cannot be read cannot be shown to be harmless
        found = True
    if found:
        raise QueryError("the query asks another server (SERVICE): kg does not use the network")


def _has_service(node: object) -> bool:
    if isinstance(node, CompValue):
        return node.name == "ServiceGraphPattern" or any(_has_service(child) for child in node.values())
    if isinstance(node, str):
        return False
    try:
        children = iter(node)  # type: ignore[call-overload]
    except TypeError:
        return False
    return any(_has_service(child) for child in children)


def questions() -> dict[str, Path]:
    """Give the competency questions that come with the ontology: their names (``12-denied-control``) and files."""
    return {path.stem: path for path in sorted((ontology_folder() / "questions").glob("*.rq"))}


def find_question(name: str) -> str:
    """Give the query of a question, found by its name or its number.

    Raises:
        QueryError: there is no such question.
    """
    known = questions()
    fits = [path for stem, path in known.items() if name == stem or stem.split("-")[0].lstrip("0") == name.lstrip("0")]
    if len(fits) != 1:
        raise QueryError(f"there is no question {name!r}: known are {', '.join(known)}")
    return fits[0].read_text(encoding="utf-8")
