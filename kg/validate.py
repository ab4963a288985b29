"""SHACL, in words: what is wrong with a graph, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyshacl
import rdflib
from pyoxigraph import Quad
from rdflib.namespace import RDFS, SH

from kg.export.rdf import to_nquads
from kg.resources import ontology_folder


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        node: the IRI of the situation, claim, entity … that it is about.
        label: what that is called.
        path: the property that it is about; None where it is about the node itself.
        value: the value that is wrong, if there is one.
        message: what is wrong, and what to do.
    """

    node: str
    label: str
    path: str | None
    value: str | None
    message: str

    def __str__(self) -> str:
        value = f" (found {self.value})" if self.value else ""
        return f"{self.label} <{self.node}>: {self.message}{value}"


def validate(quads: Iterable[Quad], language: str = "en") -> list[Problem]:
    """Check a graph against ``ontology/shapes.ttl``.

    Args:
        quads: the dataset; its union is checked.
        language: ``en`` or ``nl``, of the messages.

    Returns:
        The problems, in the order of the nodes' IRIs; none if the graph is as it should be.
    """
    # In rdflib's memory: on a graph backed by Oxigraph, pySHACL is far slower and compares literals in another way.
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=to_nquads(quads).decode(), format="nquads")
    data = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    if conforms or not isinstance(report, rdflib.Graph):
        return []
    tops = report.objects(None, SH.result)
    problems = {problem for result in tops for problem in _problems(report, data, result, language)}
    return sorted(
        problems, key=lambda problem: (problem.node, problem.path or "", problem.message, problem.value or "")
    )


def _problems(report: rdflib.Graph, data: rdflib.Graph, result: rdflib.term.Node, language: str) -> Iterable[Problem]:
    """Give what a result says; where others lie behind it, what those say."""
    details = list(report.objects(result, SH.detail))
    if details:
        for detail in details:
            yield from _problems(report, data, detail, language)
        return
    node = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    messages = {
        str(m.language or ""): str(m) for m in report.objects(result, SH.resultMessage) if hasattr(m, "language")
    }
    yield Problem(
        node=str(node),
        label=str(data.value(node, RDFS.label) or str(node).rsplit("/", 1)[-1]),
        path=str(path) if isinstance(path, rdflib.URIRef) else None,
        value=None if value is None or value == node else str(value),
        message=messages.get(language) or messages.get("en") or next(iter(messages.values()), "does not fit its shape"),
    )
