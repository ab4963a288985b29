"""Pushing a graph into a triple store: graph by graph, counted afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

try:
    import httpx  # noqa: F401 - what lies below needs it: here it is said in a line
except ImportError:
    from kg.errors import InputError

    raise InputError("kg push needs httpx: pip install 'newskg[push]'") from None

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, serialize

from kg.errors import InputError
from kg.rdf import read_quads
from kg.store.credentials import AuthMethod, checked_url, credentials
from kg.store.embedded import EmbeddedStore
from kg.store.folder import is_store
from kg.store.graphstore import GraphStore, Progress, PushError

__all__ = ["AuthMethod", "PushError", "Pushed", "push"]


@dataclass(frozen=True)
class Pushed:
    """A graph that was pushed.

    Attributes:
        graph: its IRI in the store; None is the default graph.
        pushed: the number of its triples here.
        counted: the number that the store has now; None when it was not asked.
        added: whether they were added to what was there.
    """

    graph: str | None
    pushed: int
    counted: int | None
    added: bool

    @property
    def agrees(self) -> bool:
        """Whether the store has as many triples as it should (when added to others: at least)."""
        if self.counted is None:
            return True
        return self.counted >= self.pushed if self.added else self.counted == self.pushed

    def __str__(self) -> str:
        name = "the default graph" if self.graph is None else f"<{self.graph}>"
        if self.agrees:
            return f"{name}: {self.pushed} triples {'added' if self.added else 'pushed'}"
        return f"{name}: {self.pushed} triples were sent, but the store counts {self.counted}"


def push(
    source: Path | str,
    url: str,
    *,
    graph: str | None = None,
    add: bool = False,
    auth: AuthMethod | None = None,
    query_url: str | None = None,
    insecure: bool = False,
    check: bool = True,
    progress: Progress = lambda _: None,
) -> list[Pushed]:
    """Push a graph into a triple store by the SPARQL 1.1 Graph Store HTTP Protocol.

    Each named graph replaces the one of its name in the store, what is in none the store's default graph; other
    graphs there stay as they are. Credentials come from the environment: see `kg.store.credentials`.

    Args:
        source: a file of RDF, a folder of such files, or the folder of a store: of that each article's graph, the
            ontology's and that of what is inferred.
        url: where the store takes graphs: `kg.store.graphstore` has a list of what stores call it.
        graph: the IRI of one graph that all triples go into.
        add: whether to add to the graphs that are there, in place of replacing them.
        auth: how to say who we are.
        query_url: where the store answers queries, to count by; for most stores found out.
        insecure: whether credentials may go over the network unencrypted.
        check: whether to count afterwards.
        progress: is told, in a line, what is being done.

    Returns:
        What was pushed, one for each graph.

    Raises:
        PushError: the store cannot be reached, or does not take it; what was pushed before that stays.
        InputError: the source, the URL or the graph's IRI is wrong, or there are no credentials.
    """
    parts = checked_url(url, auth, insecure=insecure)
    if query_url is not None:
        checked_url(query_url, auth, insecure=insecure)
    target = None if graph is None else _iri(graph)
    store = GraphStore(url, credentials(auth, parts.hostname or ""), query_url, progress)
    done: list[Pushed] = []
    try:
        for name, triples in _graphs(Path(source), target):
            progress(f"{name or 'the default graph'}: {len(triples)} triples")
            content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
            (store.add if add else store.replace)(name, content)
            counted = store.count(name) if check else None
            done.append(Pushed(None if name is None else name.value, len(triples), counted, add))
    finally:
        store.close()
    return done


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError:
        raise InputError(f"{text!r} is not the IRI of a graph") from None


def _graphs(source: Path, target: NamedNode | None) -> Iterator[tuple[NamedNode | None, list[Triple]]]:
    if is_store(source):
        with EmbeddedStore.read_only(source) as reader, reader.rdf() as store:
            # Its default graph holds what the others state once more: it is what goes into one graph, or stays here.
            yield from _named(store) if target is None else [(target, _triples(store, DefaultGraph()))]
        return
    store = Store()
    store.bulk_extend(read_quads(source))
    if target is not None:
        yield target, list(dict.fromkeys(quad.triple for quad in store))
        return
    default = _triples(store, DefaultGraph())
    if default:
        yield None, default
    yield from _named(store)


def _named(store: Store) -> Iterator[tuple[NamedNode, list[Triple]]]:
    for name in sorted(store.named_graphs(), key=str):
        if not isinstance(name, NamedNode):
            raise InputError(f"a graph has the name {name}, which no other store knows: give an IRI with --graph")
        yield name, _triples(store, name)


def _triples(store: Store, graph: NamedNode | DefaultGraph) -> list[Triple]:
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]
