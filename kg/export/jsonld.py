"""Dataset → JSON-LD with a context, for programs that know JSON but not RDF."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import rdflib
from pyoxigraph import Quad

from kg.export.rdf import to_nquads
from kg.vocab import all_prefixes


def to_jsonld(quads: Iterable[Quad], base: str) -> bytes:
    """Write a dataset as JSON-LD 1.1, each article's triples in its graph, names shortened by a context.

    Args:
        quads: the dataset.
        base: what data IRIs begin with.
    """
    dataset = rdflib.Dataset()
    dataset.parse(data=to_nquads(quads).decode(), format="nquads")
    context = dict(all_prefixes(base))
    written = dataset.serialize(format="json-ld", context=context, auto_compact=False)
    return json.dumps(_sorted(json.loads(written)), ensure_ascii=False, indent=2).encode() + b"\n"


def _sorted(value: Any) -> Any:
    """Sort sets (which JSON-LD writes as lists) and keys, so that the same graph gives the same bytes."""
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
