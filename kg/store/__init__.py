"""Oxigraph on disk; conclusions; differences between graphs; the canonical form."""

from kg.store.canonical import canonical, canonical_hash
from kg.store.diff import Change, Diff, Difference, diff
from kg.store.embedded import ONTOLOGY, EmbeddedStore, Result
from kg.store.folder import is_store
from kg.store.infer import ENGINES, Engine, conclusions, infer

__all__ = [
    "ENGINES",
    "ONTOLOGY",
    "Change",
    "Diff",
    "Difference",
    "EmbeddedStore",
    "Engine",
    "Result",
    "canonical",
    "canonical_hash",
    "conclusions",
    "diff",
    "infer",
    "is_store",
]
