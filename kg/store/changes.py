"""What a change of some graphs does to a store: quads that go, quads that come."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from kg.store.loading import Loading

DEFAULT = DefaultGraph()

# From so many quads on, writing new files is faster than writing to the log.
_BULK = 20_000


class Part(NamedTuple):
    """Some quads of a graph.

    Attributes:
        graph: the name of the graph.
        quads: what it says; all of them in this graph.
        whole: whether this is all that it says, and takes the place of what it said; else it comes on top of that.
    """

    graph: NamedNode
    quads: Collection[Quad]
    whole: bool = True


@dataclass
class Counts:
    """How many graphs a run has changed.

    Attributes:
        added: graphs that were not there before.
        replaced: those that were there, and say something else now.
        unchanged: those that were there, and say the same.
        removed: those that were taken out.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.added + other.added,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dataclass
class Changes:
    """Quads that go and quads that come.

    The default graph holds what is stated, each triple once, however many articles state it: Oxigraph's own union of
    named graphs gives a triple once for every graph that holds it, which makes counts wrong and joins slow.

    Attributes:
        gone: quads to take out, of the default graph too.
        come: quads to put in, by their named graph.
        stated: the graphs among those whose triples stand in the default graph too.
        empty: graphs of which nothing is left.
        counts: how many graphs were added, replaced …
    """

    gone: dict[Quad, None] = field(default_factory=dict)
    come: dict[NamedNode, list[Quad]] = field(default_factory=dict)
    stated: set[NamedNode] = field(default_factory=set)
    empty: set[NamedNode] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)

    def __bool__(self) -> bool:
        return bool(self.gone or any(self.come.values()))

    def __len__(self) -> int:
        return len(self.gone) + 2 * sum(map(len, self.come.values()))

    @classmethod
    def of(cls, store: Store, parts: Iterable[Part], is_stated: Callable[[NamedNode], bool]) -> Changes:
        """Find out what some graphs change.

        Args:
            store: the store as it is.
            parts: the graphs; a graph that comes again as a whole takes the place of what came before.
            is_stated: tells by the name of a graph whether its triples are stated, and stand in the default graph too.
        """
        changes = cls()
        seen: set[NamedNode] = set()
        for part in parts:
            changes._put(store, part, again=part.graph in seen)
            seen.add(part.graph)
        changes.stated = {graph for graph in seen if is_stated(graph)}
        changes._leave_default(store, is_stated)
        return changes

    def _put(self, store: Store, part: Part, *, again: bool) -> None:
        old = dict.fromkeys(store.quads_for_pattern(None, None, None, part.graph)) if part.whole else {}
        if part.whole and again:
            self.come.pop(part.graph, None)
            self.gone = {quad: None for quad in self.gone if quad.graph_name != part.graph}
        new = dict.fromkeys(part.quads) if old else part.quads
        gone = [quad for quad in old if quad not in new]
        come = [quad for quad in new if quad not in old] if old else new
        self.gone.update(dict.fromkeys(gone))
        self.come.setdefault(part.graph, []).extend(come)
        self.empty.discard(part.graph)
        if old and not new:
            self.empty.add(part.graph)
        if part.whole:
            self.counts += _counts(bool(old), bool(new), changed=bool(gone or come))

    def _leave_default(self, store: Store, is_stated: Callable[[NamedNode], bool]) -> None:
        """Take out of the default graph what no article states any more."""
        left = dict.fromkeys(quad.triple for quad in self.gone if quad.graph_name in self.stated)
        if not left:
            return
        here = {quad.triple for quad in self.stated_that_come()}
        for triple in left:
            if triple not in here and not any(
                isinstance(quad.graph_name, NamedNode) and quad not in self.gone and is_stated(quad.graph_name)
                for quad in store.quads_for_pattern(triple.subject, triple.predicate, triple.object)
            ):
                self.gone[Quad(triple.subject, triple.predicate, triple.object)] = None

    def clear_graph(self, store: Store, graph: NamedNode) -> None:
        """Take a graph out as well, of which nothing stands in the default graph."""
        self.gone.update(dict.fromkeys(store.quads_for_pattern(None, None, None, graph)))
        self.empty.add(graph)

    def stated_that_come(self) -> list[Quad]:
        """Give the quads to put in whose triples stand in the default graph too."""
        return list(chain.from_iterable(quads for graph, quads in self.come.items() if graph in self.stated))

    def all_that_come(self) -> Iterator[Quad]:
        """Give the quads to put in, of the default graph too."""
        yield from chain.from_iterable(self.come.values())
        yield from (Quad(quad.subject, quad.predicate, quad.object) for quad in self.stated_that_come())

    def as_update(self) -> str:
        """Give the changes as one SPARQL update, which Oxigraph applies as a whole or not at all.

        There must be no blank nodes in them: these have no name in an update.
        """
        steps = []
        if self.gone:
            steps.append(f"DELETE DATA {{\n{_data(self.gone)}}}")
        steps += [f"DROP SILENT GRAPH {graph}" for graph in sorted(self.empty, key=str)]
        if any(self.come.values()):
            steps.append(f"INSERT DATA {{\n{_data(self.all_that_come())}}}")
        return " ;\n".join(steps)

    def apply_to_copy(self, store: Store, loading: Loading) -> None:
        """Make the changes in a store that nobody uses yet, in several steps: all is in when `loading` is done."""
        for graph in self.empty:
            store.remove_graph(graph)
        for quad in self.gone:
            if quad.graph_name not in self.empty:
                store.remove(quad)
        if len(self) > _BULK:
            loading.add(list(chain.from_iterable(self.come.values())), self.stated_that_come())
        elif self.come:
            store.extend(self.all_that_come())

    def has_blank_nodes(self) -> bool:
        """Tell whether there is a blank node in what goes or comes."""
        return any(isinstance(term, BlankNode) for quad in (*self.gone, *self.all_that_come()) for term in quad.triple)


def _counts(was: bool, is_now: bool, *, changed: bool) -> Counts:
    if not was:
        return Counts(added=int(is_now))
    if not is_now:
        return Counts(removed=1)
    return Counts(replaced=1) if changed else Counts(unchanged=1)


def _data(quads: Iterable[Quad]) -> str:
    return "".join(_lines(quads))


def _lines(quads: Iterable[Quad]) -> Iterator[str]:
    for quad in quads:
        triple = f"{quad.subject} {quad.predicate} {quad.object}"
        yield f"{triple} .\n" if quad.graph_name == DEFAULT else f"GRAPH {quad.graph_name} {{ {triple} }}\n"
