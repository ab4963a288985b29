"""Reading RDF files, and walking through quads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import GraphFileError
from kg.vocab import RDF, RDFS, local_name

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}


def read_quads(path: Path) -> Iterator[Quad]:
    """Read the quads of an RDF file; of a folder, those of `graph.trig` in it, else of all its files in turn.

    Args:
        path: a file in Turtle, TriG, N-Triples, N-Quads or JSON-LD, told by its ending; or a folder.

    Raises:
        GraphFileError: it cannot be read.
    """
    if not path.exists():
        raise GraphFileError("no such file or folder: kg build makes one", file=path)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _FORMATS)
        files = [file for file in files if file.name == "graph.trig"] or files
        if not files:
            raise GraphFileError(f"has no RDF file ({', '.join(_FORMATS)})", file=path)
    else:
        files = [path]
    for file in files:
        yield from _read(file)


def _read(path: Path) -> Iterator[Quad]:
    rdf_format = _FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        raise GraphFileError(
            f"is not a file of RDF by its ending: {', '.join(_FORMATS)} are known; kg build makes one of articles",
            file=path,
        )
    try:
        yield from parse(path=path, format=rdf_format, rename_blank_nodes=True)
    except SyntaxError as error:
        raise GraphFileError(f"is not valid {rdf_format.name}: {error.msg}", file=path, line=error.lineno) from None
    except OSError as error:
        raise GraphFileError(f"cannot be read: {error.strerror or error}", file=path) from None
    except (MemoryError, ValueError) as error:
        raise GraphFileError(f"cannot be read: {error}", file=path) from None


class Nodes:
    """The triples of a dataset, by subject and by object."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._out: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self._in: dict[NamedNode, dict[NamedNode, list[NamedNode]]] = defaultdict(lambda: defaultdict(list))
        for triple in sorted({quad.triple for quad in quads}, key=str):
            subject, predicate, object_ = triple.subject, triple.predicate, triple.object
            if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal):
                self._out[subject][predicate].append(object_)
                if isinstance(object_, NamedNode):
                    self._in[object_][predicate].append(subject)

    def of_class(self, cls: NamedNode) -> list[NamedNode]:
        """Give the nodes of a class."""
        return self.subjects(RDF.type, cls)

    def subjects(self, predicate: NamedNode, object_: NamedNode) -> list[NamedNode]:
        """Give the subjects that a predicate leads from to an object."""
        return self._in[object_][predicate] if object_ in self._in else []

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Give the nodes that a predicate leads to."""
        return [value for value in self._values(subject, predicate) if isinstance(value, NamedNode)]

    def literals(self, subject: NamedNode, predicate: NamedNode) -> list[Literal]:
        """Give the literals that a predicate leads to."""
        return [value for value in self._values(subject, predicate) if isinstance(value, Literal)]

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """Give the first node that a predicate leads to, or None."""
        return next(iter(self.nodes(subject, predicate)), None)

    def text(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        """Give the text of the first literal that a predicate leads to, or None."""
        return next((literal.value for literal in self.literals(subject, predicate)), None)

    def number(self, subject: NamedNode, predicate: NamedNode) -> int:
        """Give the whole number that a predicate leads to; 0 where there is none, or what is there is none."""
        text = self.text(subject, predicate) or ""
        return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else 0

    def pairs(self, subject: NamedNode) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
        """Give each predicate and object of a subject."""
        for predicate, values in self._out.get(subject, {}).items():
            for value in values:
                yield predicate, value

    def label(self, node: NamedNode, language: str | None = None) -> str:
        """Give a node's label in a language, else in Dutch, else in any, else the end of its IRI."""
        labels = {literal.language or "": literal.value for literal in self.literals(node, RDFS.label)}
        wanted = [language, "nl", *sorted(labels)]
        return next((labels[tag] for tag in wanted if tag is not None and tag in labels), local_name(node))

    def _values(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self._out[subject].get(predicate, []) if subject in self._out else []

    def __contains__(self, node: NamedNode) -> bool:
        return node in self._out or node in self._in

    def __iter__(self) -> Iterator[NamedNode]:
        return iter(self._out)
