"""The graphs that go into every peer: the article's, and one of 100,000 triples like it; and what their answers are."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

import kg
from kg.query import queryable, questions
from kg.vocab import DEFAULT_BASE, KG

QUESTIONS = {name: path.read_text(encoding="utf-8") for name, path in questions().items()}
TRIPLES = 100_000

Rows = list[tuple[str, ...]]
"""The answer to a question: its rows, sorted, each term as text that tells it apart; of an ASK one row."""


@dataclass
class PeerGraph:
    """A graph, the files that peers read it from, and what they should find in it."""

    name: str
    folder: Path
    triples: int = 0
    quads: int = 0
    answers: dict[str, Rows] = field(default_factory=dict)

    @property
    def turtle(self) -> Path:
        """The union of all graphs."""
        return self.folder / f"{self.name}.ttl"

    @property
    def nquads(self) -> Path:
        """The dataset: each article's triples in a graph of its name."""
        return self.folder / f"{self.name}.nq"


def made(name: str, folder: Path, seed: Path) -> PeerGraph:
    """Build the graph of the seed article; of the name ``generated`` that of many articles like it."""
    article = kg.build(seed)
    quads = list(article)
    graph = PeerGraph(name, folder)
    dataset = set(quads if name == "article" else _multiplied(quads))
    union = {quad.triple for quad in dataset}
    graph.triples, graph.quads = len(union), len(dataset)
    graph.turtle.write_bytes(article.to_turtle() if name == "article" else _written(union, RdfFormat.TURTLE))
    graph.nquads.write_bytes(_written(dataset, RdfFormat.N_QUADS))
    store = queryable(dataset)
    for question, query in QUESTIONS.items():
        found = store.query(query)
        assert isinstance(found, QuerySolutions | QueryBoolean)
        graph.answers[question] = rows(json.loads(found.serialize(format=QueryResultsFormat.JSON) or b""))
    return graph


def _written(statements: set[Triple] | set[Quad], rdf_format: RdfFormat) -> bytes:
    return serialize(statements, format=rdf_format) or b""


def _multiplied(quads: list[Quad]) -> Iterator[Quad]:
    """Copy what is the article's own: its situations, claims and extractions, with quotes that differ."""
    for copy in range(TRIPLES // len(quads) * 5 // 4):

        def own(node: NamedNode, copy: int = copy) -> NamedNode:
            is_own = node.value.startswith(DEFAULT_BASE) and not node.value.startswith(f"{DEFAULT_BASE}entity/")
            return NamedNode(f"{node.value}-{copy}") if is_own else node

        for quad in quads:
            value = quad.object
            if isinstance(value, NamedNode):
                value = own(value)
            elif isinstance(value, Literal) and quad.predicate == KG.quote:
                value = Literal(f"{value.value} [{copy}]", language=value.language)
            assert isinstance(quad.subject, NamedNode)
            assert isinstance(quad.graph_name, NamedNode)
            yield Quad(own(quad.subject), quad.predicate, value, own(quad.graph_name))


def rows(answer: dict[str, Any]) -> Rows:
    """Give an answer in SPARQL's JSON in a form that can be compared."""
    if "boolean" in answer:
        return [(str(answer["boolean"]).lower(),)]
    columns = answer["head"]["vars"]
    return sorted(tuple(_term(row.get(column)) for column in columns) for row in answer["results"]["bindings"])


def _term(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    if term["type"] == "uri":
        return f"<{term['value']}>"
    datatype = term.get("datatype", "").removeprefix("http://www.w3.org/2001/XMLSchema#").removeprefix("string")
    return f"{term['value']!r}{'@' if 'xml:lang' in term else '^^'}{term.get('xml:lang', datatype)}"


def plain(term: str) -> str:
    """Give the text of a term alone, as CSV has it."""
    if not term.startswith(("'", '"')):
        return term.strip("<>")
    return str(ast.literal_eval(re.sub(r"(?:@|\^\^)[\w:/#.-]*$", "", term)))


def expected(question: str) -> Rows:
    """Give the answer on the article that a careful reader gives, as texts."""
    path = questions()[question].with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as file:
        lines = [tuple(line) for line in csv.reader(file)]
    return sorted(lines if lines in ([("true",)], [("false",)]) else lines[1:])
