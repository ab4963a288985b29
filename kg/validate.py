"""What is wrong with a graph, where, and what to do: its shapes (SHACL), and its receipts, which SHACL cannot check."""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import rdflib
from pyoxigraph import Quad
from rdflib.namespace import RDFS, SH

from kg.export.rdf import to_nquads
from kg.receipt_check import Problem, receipt_problems
from kg.resources import ontology_folder

__all__ = ["Problem", "validate"]


def validate(quads: Iterable[Quad], language: str = "en") -> list[Problem]:
    """Check a graph against ``ontology/shapes.ttl``, its quotes against the articles, its shortcuts against situations.

    Args:
        quads: the dataset; its union is checked.
        language: ``en`` or ``nl``, of the messages.

    Returns:
        The problems, in the order of the nodes' IRIs; none if the graph is as it should be.
    """
    quads = list(quads)
    problems = {*_shape_problems(quads, language), *receipt_problems(quads, language)}
    return sorted(
        problems, key=lambda problem: (problem.node, problem.path or "", problem.message, problem.value or "")
    )


def _shape_problems(quads: list[Quad], language: str) -> set[Problem]:
    # In rdflib's memory: on a graph backed by Oxigraph, pySHACL is far slower and compares literals in another way.
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=to_nquads(quads).decode(), format="nquads")
    data = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    if conforms or not isinstance(report, rdflib.Graph):
        return set()
    tops = report.objects(None, SH.result)
    return {problem for result in tops for problem in _problems(report, data, result, language)}


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
