"""SPARQL on a store: answers for people and for programs, and the words behind them."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from typing import Literal as OneOf

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from kg.errors import QueryError
from kg.query_text import check, local_names, not_valid
from kg.rdf import Nodes
from kg.receipts import Receipt, receipts_of
from kg.resources import ontology_folder
from kg.tables import to_table
from kg.terms import term_labels
from kg.vocab import KG, RDF, RDFS, SCHEMA, all_prefixes, local_name

Term = NamedNode | BlankNode | Literal | Triple
Graph = NamedNode | BlankNode | DefaultGraph
Format = OneOf["csv", "tsv", "json", "xml"]

FORMATS: dict[Format, QueryResultsFormat] = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
"""The W3C's formats of the results of SELECT and ASK."""


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
        return [tuple("" if term is None else getattr(term, "value", str(term)) for term in row) for row in self.rows]

    def _repr_html_(self) -> str:
        return to_table(self.columns, self.texts())


Answer = Table | bool | tuple[Triple, ...]
"""A SELECT gives a table, an ASK a truth value, a CONSTRUCT or DESCRIBE triples."""


def queryable(quads: Iterable[Quad]) -> Store:
    """Give a dataset as a store in memory whose default graph holds each triple of the dataset, once.

    Oxigraph's own union of graphs gives a triple once for every graph that holds it: counts are wrong, and joins slow.
    """
    store = Store()
    store.bulk_extend(_with_default_graph(quads))
    return store


def _with_default_graph(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        yield quad
        if quad.graph_name != _DEFAULT:
            yield Quad(quad.subject, quad.predicate, quad.object)


_DEFAULT = DefaultGraph()
_LONGEST_NAME = 60


def ask(store: Store, query: str, base: str, graphs: Sequence[Graph] | None = None) -> Answer:
    """Answer a SPARQL 1.1 query over the default graph, which holds the union; ``GRAPH`` tells articles apart.

    Args:
        store: the store.
        query: the query; the prefixes of the ontology and of data need not be declared.
        base: what data IRIs begin with.
        graphs: what is asked outside of ``GRAPH``, unless the query says so (FROM); by default the default graph.

    Raises:
        QueryError: it is not a query, or asks for data from elsewhere (SERVICE).
    """
    with _problems(query, base):
        answer = _results(store, query, base, graphs)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QueryTriples):
            return tuple(answer)
        columns = tuple(variable.value for variable in answer.variables)
        return Table(columns, tuple(tuple(solution) for solution in answer))


def write_answer(
    output: IO[bytes], store: Store, query: str, base: str, form: Format, graphs: Sequence[Graph] | None = None
) -> None:
    """Answer a SELECT or ASK in a format for programs, row by row as they are found.

    Args:
        output: where to write to.
        store: the store.
        query: the query, as in `ask`.
        base: what data IRIs begin with.
        form: the format.
        graphs: what is asked, as in `ask`.

    Raises:
        QueryError: as in `ask`; or it is a CONSTRUCT or DESCRIBE, whose answer has no rows.
    """
    with _problems(query, base):
        answer = _results(store, query, base, graphs)
        if isinstance(answer, QueryTriples):
            raise no_rows(form)
        answer.serialize(output, FORMATS[form])
        output.write(b"\n" if isinstance(answer, QueryBoolean) or form in ("json", "xml") else b"")


def no_rows(form: str) -> QueryError:
    """Say that triples cannot be written in a format for rows."""
    return QueryError(
        f"CONSTRUCT and DESCRIBE give triples, as Turtle, and {form.upper()} has rows: leave out --format"
    )


def _results(
    store: Store, query: str, base: str, graphs: Sequence[Graph] | None
) -> QuerySolutions | QueryBoolean | QueryTriples:
    says_which = check(query)
    default_graph = None if graphs is None or says_which else list(graphs)
    return store.query(query, prefixes=_prefixes(base), default_graph=default_graph)


_prefixes = functools.lru_cache(maxsize=8)(all_prefixes)


@contextmanager
def _problems(query: str, base: str) -> Iterator[None]:
    """Say in a line why a query has no answer."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(not_valid(query, error.msg, all_prefixes(base)), line=error.lineno) from None
    except BrokenPipeError:
        raise  # nobody reads the answer any more
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from None


def unknown_terms(query: str) -> list[str]:
    """Tell which names under ``kg:`` in a query the ontology does not have: they match nothing, and are no error."""
    known = {local_name(term) for term in term_labels()}
    unknown = [name for name in dict.fromkeys(local_names(query, "kg")) if name not in known]
    near = {name: difflib.get_close_matches(name, known, n=1) for name in unknown}
    return [
        f"the ontology has no kg:{name}" + (f": did you mean kg:{near[name][0]}?" if near[name] else "")
        for name in unknown
    ]


def explain(store: Store, table: Table, language: str = "nl") -> list[tuple[Receipt, ...]]:
    """Give for each row of an answer the words behind the situations in it.

    Args:
        store: what was asked.
        table: the answer: of a row, the cells count that are situations, or claims about one.
        language: of the labels, where there is a choice.

    Returns:
        For each row its receipts, in the order of its cells; none where it has no situation in it.
    """
    known: dict[NamedNode, tuple[Receipt, ...]] = {}

    def behind(cell: Term | None) -> tuple[Receipt, ...]:
        if not isinstance(cell, NamedNode):
            return ()
        if cell not in known:
            known[cell] = tuple(_behind(store, cell, language))
        return known[cell]

    return [tuple(dict.fromkeys(receipt for cell in row for receipt in behind(cell))) for row in table]


def _behind(store: Store, node: NamedNode, language: str) -> list[Receipt]:
    claimed = [quad.object for quad in store.quads_for_pattern(node, KG.claims, None)]
    if claimed:
        situations = [situation for situation in dict.fromkeys(claimed) if isinstance(situation, NamedNode)]
        claims = {node}
    elif next(store.quads_for_pattern(node, RDF.type, KG.Situation), None) is not None:
        situations, claims = [node], _subjects(store.quads_for_pattern(None, KG.claims, node))
    else:
        return []
    nodes = Nodes(_around(store, {*situations, *claims}))
    return [receipt for situation in situations for receipt in receipts_of(nodes, situation, language)]


def _subjects(quads: Iterable[Quad]) -> set[NamedNode]:
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}


def _around(store: Store, nodes: set[NamedNode]) -> Iterator[Quad]:
    """Give what a store says of some nodes, and how it names what they lead to."""
    others: set[NamedNode] = set()
    for node in nodes:
        for quad in store.quads_for_pattern(node, None, None):
            yield quad
            if isinstance(quad.object, NamedNode):
                others.add(quad.object)
    for other in others - nodes:
        for role in (RDFS.label, SCHEMA.identifier):
            yield from store.quads_for_pattern(other, role, None)


def questions() -> dict[str, Path]:
    """Give the competency questions that come with the ontology: their names (``12-denied-control``) and files."""
    return {path.stem: path for path in sorted((ontology_folder() / "questions").glob("*.rq"))}


def find_question(name: str) -> str:
    """Give the query of a question, found by its number, its name, or both: ``12``, ``denied-control``.

    Raises:
        QueryError: there is no such question; it says which ones have a name like it.
    """
    known = questions()
    for stem, path in known.items():
        number, _, rest = stem.partition("-")
        if name in (stem, rest) or (name.isdecimal() and int(name) == int(number)):
            return path.read_text(encoding="utf-8")
    by_name = {stem.partition("-")[2]: stem for stem in known}
    near = difflib.get_close_matches(name.lstrip("0123456789-"), by_name, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(by_name[each] for each in near)}?" if near else how_questions_are_named()
    raise QueryError(f"there is no question {name[:_LONGEST_NAME]!r}: {hint}")


def how_questions_are_named() -> str:
    """Say how a question can be named."""
    first, *rest = questions()
    return f"they go by number, 1 to {1 + len(rest)}, or by name, as {first}; ontology/questions/README.md lists them"
