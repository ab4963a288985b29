"""The embedded store: one named graph per article, in Oxigraph on disk.

Each run that changes the store does so as a whole or not at all, however it ends. A small run that nobody reads
meanwhile is one transaction; any other builds a copy (or, the first time, a new folder), and then names it as the one
that holds. See `kg.store.folder`.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import StoreError
from kg.resources import ontology_folder
from kg.store.changes import Changes, Counts, Part
from kg.store.files import chunks_of, in_graph, parts_of_file
from kg.store.folder import Pointer, StoreFolder, copy_generation, is_worn
from kg.store.loading import Loading
from kg.vocab import DEFAULT_BASE, SCHEMA, check_base

ONTOLOGY = NamedNode("https://w3id.org/newskg")
"""The graph of the ontology."""

_ONTOLOGY_FILE = ontology_folder() / "kg.ttl"
# So many quads are held in memory at a time.
_CHUNK = 100_000
# A run that changes more is made on a copy: Oxigraph holds a transaction in memory.
_TRANSACTION = 20_000


@dataclass
class Result:
    """What a run has changed.

    Attributes:
        counts: how many articles (or other graphs) were added, replaced, unchanged, removed.
        outdated: whether the inferred triples were taken out, as what they rest on has changed.
    """

    counts: Counts = field(default_factory=Counts)
    outdated: bool = False


class EmbeddedStore:
    """A store on disk.

    The default graph holds all that articles state, each triple once; the named graph of an article what that article
    states; `ONTOLOGY` the ontology; `inferred` what follows from them. Opened with `open` for changes, which only one
    process can do at a time, or with `read_only` for questions, which any number of processes can do at the same time,
    also while another process changes the store.

    Attributes:
        base: what the IRIs of data begin with.
        inferred: the name of the graph of inferred triples.
    """

    def __init__(self, folder: StoreFolder, base: str, store: Store | None) -> None:
        self.base = base
        self.inferred = NamedNode(f"{base}graph/inferred")
        self._folder = folder
        self._store = store

    @classmethod
    @contextlib.contextmanager
    def open(cls, path: Path | str, base: str | None = None) -> Iterator[EmbeddedStore]:
        """Open a store for changes; make it where it is missing.

        Args:
            path: its folder.
            base: what the IRIs of data begin with; by default what they do in this store.

        Raises:
            StoreError: another process changes it; it is no store; it has another base; it cannot be written.
        """
        folder = StoreFolder(Path(path))
        with folder.writing():
            pointer = folder.pointer()
            if pointer is not None and base is not None and pointer.base != base:
                raise StoreError(f"holds data whose IRIs begin with {pointer.base}, not {base}", file=path)
            known = pointer.base if pointer is not None else base or DEFAULT_BASE
            yield cls(folder, check_base(known), None)

    @classmethod
    @contextlib.contextmanager
    def read_only(cls, path: Path | str) -> Iterator[EmbeddedStore]:
        """Open a store for questions: as it is now, whatever others change meanwhile.

        Raises:
            StoreError: it is no store, or cannot be read.
        """
        folder = StoreFolder(Path(path))
        with folder.reading() as pointer:
            yield cls(folder, pointer.base, _open(folder.generation(pointer), read_only=True))

    @contextlib.contextmanager
    def rdf(self) -> Iterator[Store]:
        """Give the data as a `pyoxigraph.Store` that can be read but not changed."""
        if self._store is not None:
            yield self._store
        elif self._folder.pointer() is None:
            yield Store()
        else:
            with EmbeddedStore.read_only(self._folder.path) as reader, reader.rdf() as store:
                yield store

    def articles(self) -> dict[NamedNode, str]:
        """Give the articles, each with its id, in the order of their names."""
        with self.rdf() as store:
            names = (name for name in store.named_graphs() if isinstance(name, NamedNode) and self.is_stated(name))
            return {name: _identifier(store, name) for name in sorted(names, key=str)}

    def quads(self) -> Iterator[Quad]:
        """Give what articles state, each triple in the graph of its article."""
        with self.rdf() as store:
            for quad in store:
                if isinstance(quad.graph_name, NamedNode) and self.is_stated(quad.graph_name):
                    yield quad

    def graphs(self, *, inferred: bool = False) -> tuple[DefaultGraph | NamedNode, ...]:
        """Give the graphs to ask: what is stated, and if wanted also the ontology and what is inferred from both."""
        return (DefaultGraph(), ONTOLOGY, self.inferred) if inferred else (DefaultGraph(),)

    def is_stated(self, graph: NamedNode) -> bool:
        """Tell whether what a graph holds is stated by an article, not inferred or from the ontology."""
        return graph != ONTOLOGY and not graph.value.startswith(f"{self.base}graph/")

    def replace(self, articles: Iterable[tuple[NamedNode, Iterable[Quad]]]) -> Result:
        """Add articles, each in the place of what it said before; all of them, or none if the run is killed.

        Args:
            articles: the IRI of each, and its triples (whatever graph they say that they are in).

        Raises:
            StoreError: the store cannot be written.
        """
        parts = (Part(name, [in_graph(quad, name) for quad in quads]) for name, quads in articles)
        return self._change(parts)

    def load(self, paths: Iterable[Path], graph: NamedNode | str | None = None) -> Result:
        """Add files of RDF: each graph in them in the place of what was there by that name.

        Args:
            paths: files, or folders of them.
            graph: the IRI of the graph for triples in no graph (as in Turtle); by default the article they are about.

        Raises:
            GraphFileError: a file cannot be read.
            StoreError: triples in no graph are about no article, or several; the store cannot be written.
        """
        if isinstance(graph, str):
            try:
                graph = NamedNode(graph)
            except ValueError:
                raise StoreError(f"the graph {graph!r} is not an absolute IRI") from None
        return self._change(chain.from_iterable(parts_of_file(path, graph, _CHUNK) for path in paths))

    def remove(self, article: str) -> Result:
        """Take an article back.

        Args:
            article: its IRI or its id.

        Raises:
            StoreError: there is no such article, or there are several; the store cannot be written.
        """
        with self.rdf() as store:
            name = self._find(store, article)
        return self._change([Part(name, ())])

    def infer(self, quads: Iterable[Quad]) -> Result:
        """Put triples in the place of the inferred ones."""
        return self._change([Part(self.inferred, [in_graph(quad, self.inferred) for quad in quads])])

    def _find(self, store: Store, article: str) -> NamedNode:
        with contextlib.suppress(ValueError):
            name = NamedNode(article)
            if self.is_stated(name) and store.contains_named_graph(name):
                return name
        found = {quad.graph_name for quad in store.quads_for_pattern(None, SCHEMA.identifier, Literal(article))}
        names = sorted((name for name in found if isinstance(name, NamedNode) and self.is_stated(name)), key=str)
        if len(names) != 1:
            several = f"there are several articles {article!r} in it, give the IRI of one: {', '.join(map(str, names))}"
            problem = several if names else f"there is no article {article!r} in it"
            raise StoreError(problem, file=self._folder.path)
        return names[0]

    def _change(self, parts: Iterable[Part]) -> Result:
        chunks = chunks_of(parts, _CHUNK)
        first = next(chunks, [])
        rest = list(next(chunks, []))
        try:
            pointer = self._folder.pointer()
            result = None if pointer is None or rest else self._in_place(pointer, first)
            if result is None:
                result = self._on_copy(pointer, chain([first], [rest], chunks))
            self._folder.clear()
        except OSError as error:
            raise StoreError(f"cannot be written: {error.strerror or error}", file=self._folder.path) from None
        return result

    def _in_place(self, pointer: Pointer, parts: list[Part]) -> Result | None:
        """Make a small change as one transaction; give None if it is none, or if somebody reads meanwhile."""
        if pointer.ontology != _ontology_hash() or is_worn(self._folder.generation(pointer)):
            return None
        with self._folder.alone(pointer) as alone:
            return self._transaction(self._folder.generation(pointer), parts) if alone else None

    def _transaction(self, generation: Path, parts: list[Part]) -> Result | None:
        # The store is closed when this returns, before others may read it or copy it.
        store = _open(generation)
        result = Result()
        changes = self._changes(store, parts, result)
        if len(changes) > _TRANSACTION or changes.has_blank_nodes():
            return None
        if changes:
            store.update(changes.as_update())
        return result

    def _on_copy(self, pointer: Pointer | None, chunks: Iterable[list[Part]]) -> Result:
        """Make a change on a copy, or the first time in a new folder, and then let that hold."""
        target = self._folder.next_generation()
        result = Result()
        try:
            if pointer is not None:
                copy_generation(self._folder.generation(pointer), target)
            store = _open(target)
            self._put(store, pointer, chunks, result)
            del store
            self._folder.publish(Pointer(self.base, target.name, _ontology_hash()))
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        return result

    def _put(self, store: Store, pointer: Pointer | None, chunks: Iterable[list[Part]], result: Result) -> None:
        size = 0
        seen: set[NamedNode] = set()
        with Loading(store) as loading:
            for parts in chunks:
                # What a graph that is new to a new store changes does not depend on what is still being loaded.
                if pointer is not None or not seen.isdisjoint(part.graph for part in parts if part.whole):
                    loading.wait()
                changes = self._changes(store, parts, result, is_new=pointer is None)
                changes.apply_to_copy(store, loading)
                seen.update(part.graph for part in parts)
                size += len(changes)
            loading.wait()
            if pointer is None or pointer.ontology != _ontology_hash():
                self._changes(store, [Part(ONTOLOGY, _ontology())], Result()).apply_to_copy(store, loading)
        if size > _TRANSACTION or (pointer is not None and is_worn(self._folder.generation(pointer))):
            store.optimize()  # a tenth of what a load takes, and queries take half the time then
        store.flush()

    def _changes(self, store: Store, parts: list[Part], result: Result, *, is_new: bool = False) -> Changes:
        changes = Changes.of(store, parts, self.is_stated)
        result.counts += changes.counts
        inferring = any(part.graph == self.inferred for part in parts)
        if changes and not inferring and not is_new and store.contains_named_graph(self.inferred):
            changes.clear_graph(store, self.inferred)
            result.outdated = True
        return changes


def _identifier(store: Store, article: NamedNode) -> str:
    found = store.quads_for_pattern(article, SCHEMA.identifier, None, article)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), article.value)


def _ontology() -> list[Quad]:
    return [in_graph(quad, ONTOLOGY) for quad in parse(path=_ONTOLOGY_FILE, format=RdfFormat.TURTLE)]


def _ontology_hash() -> str:
    return hashlib.sha256(_ONTOLOGY_FILE.read_bytes()).hexdigest()


def _open(path: Path, *, read_only: bool = False) -> Store:
    # Of a database without this file Oxigraph would make a new, empty one.
    if path.exists() and any(path.iterdir()) and not (path / "CURRENT").is_file():
        raise StoreError("is damaged: files of its database are missing", file=path)
    try:
        return Store.read_only(str(path)) if read_only else Store(path)
    except RuntimeError as error:
        raise StoreError(f"is damaged: {error}", file=path) from None
    except OSError as error:
        problem = "is open in another process" if "lock" in str(error).lower() else f"cannot be opened: {error}"
        raise StoreError(problem, file=path) from None
