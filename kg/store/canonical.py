"""The canonical form of a dataset, and its hash: RDFC-1.0."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad

from kg.export import to_nquads


def canonical(quads: Iterable[Quad]) -> bytes:
    """Give a dataset as canonical N-Quads: the same bytes for the same dataset, whatever its blank nodes are called.

    Blank nodes that look alike can take very long; in what kg writes there are none.
    """
    known = set(quads)
    if any(isinstance(term, BlankNode) for quad in known for term in (*quad.triple, quad.graph_name)):
        dataset = Dataset(known)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        known = set(dataset)
    return to_nquads(known)


def canonical_hash(quads: Iterable[Quad]) -> str:
    """Give the hash of a dataset: the SHA-256 of its canonical N-Quads, in hexadecimal digits."""
    return hashlib.sha256(canonical(quads)).hexdigest()
