"""`KnowledgeGraph`: the dataset of some articles, and the short ways to what can be done with it."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Literal

import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.article import Article
from kg.errors import StoreError
from kg.export import Network, View, to_gexf, to_graphml, to_jsonld, to_networkx, to_nquads, to_trig, to_turtle
from kg.facts import Entities, Fact
from kg.insight import HELD, Insight
from kg.insight.engines import Engine
from kg.mappers import Naming, map_all
from kg.output import write_all
from kg.query import Answer, Format, Table, ask, explain, write_answer
from kg.rdf import read_quads
from kg.receipts import Receipt, why
from kg.store import Diff, EmbeddedStore, canonical_hash, diff, is_store
from kg.validate import Problem, validate
from kg.view import around, to_html, to_iframe
from kg.vocab import DEFAULT_BASE, KG, RDF, check_base


class KnowledgeGraph:
    """What some articles report, as an RDF dataset: one named graph per article."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Make an empty graph.

        Args:
            base: what the IRIs of data begin with.

        Raises:
            InputError: the base cannot be one.
        """
        self.base = check_base(base)
        # Each article's graph, and in the default graph their union: to ask Oxigraph for the union instead would count
        # a triple once for each article that has it, and multiply joins.
        self._store = Store()
        self._disk: EmbeddedStore | None = None

    @classmethod
    def load(cls, path: Path | str, base: str = DEFAULT_BASE) -> KnowledgeGraph:
        """Read a graph from Turtle, TriG, N-Quads, N-Triples or JSON-LD, from a folder of such files, or from a store.

        A store is not read into memory: the graph shows it as it was when it was opened, and cannot be changed.

        Raises:
            GraphFileError: it cannot be read.
            StoreError: likewise.
        """
        if is_store(Path(path)):
            return cls._on_disk(Path(path))
        graph = cls(base)
        graph._extend(list(read_quads(Path(path))))
        return graph

    @classmethod
    def _on_disk(cls, path: Path) -> KnowledgeGraph:
        with contextlib.ExitStack() as stack:
            store = stack.enter_context(EmbeddedStore.read_only(path))
            graph = cls(store.base)
            graph._disk, graph._store = store, stack.enter_context(store.rdf())
            weakref.finalize(graph, stack.pop_all().close)
            return graph

    def add(self, article: Article, facts: Sequence[Fact], entities: Entities, *, text: bool = True) -> None:
        """Add an article and its facts; if the article was there before, they take the place of what it had.

        Args:
            article: the article.
            facts: its grounded facts.
            entities: the entities that their mentions stand for.
            text: whether to keep the article's verbatim text.

        Raises:
            StoreError: the graph was read from a store.
        """
        if self._disk is not None:
            raise StoreError("a graph that was read from a store cannot be changed: use kg.store.EmbeddedStore")
        naming = Naming.of(self.base, article, facts, entities)
        name = naming.article_iri
        self._remove(name)
        self._extend([Quad(t.subject, t.predicate, t.object, name) for t in map_all(facts, naming, text=text)])

    def _extend(self, quads: Sequence[Quad]) -> None:
        self._store.bulk_extend(quads)
        self._store.bulk_extend(_in_default_graph(quad) for quad in quads)

    def _remove(self, name: NamedNode) -> None:
        gone = list(self._store.quads_for_pattern(None, None, None, name))
        self._store.clear_graph(name)
        for quad in gone:
            if not self._is_named(quad):
                self._store.remove(_in_default_graph(quad))

    def _is_named(self, quad: Quad) -> bool:
        """Tell whether a named graph has the quad's triple."""
        found = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(other.graph_name != DefaultGraph() for other in found)

    def __iter__(self) -> Iterator[Quad]:
        """Give each quad as it was stated: those of the default graph only where no article has them."""
        if self._disk is not None:
            return self._disk.quads()
        return (quad for quad in self._store if quad.graph_name != DefaultGraph() or not self._is_named(quad))

    def __len__(self) -> int:
        """Give the number of different triples."""
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, DefaultGraph()))

    def articles(self) -> list[NamedNode]:
        """Give the IRIs of the articles, in the order of the alphabet."""
        if self._disk is not None:
            return list(self._disk.articles())
        return sorted((name for name in self._store.named_graphs() if isinstance(name, NamedNode)), key=str)

    def count(self, cls: NamedNode) -> int:
        """Give the number of nodes of a class."""
        return len({quad.subject for quad in self._store.quads_for_pattern(None, RDF.type, cls, None)})

    def query(self, sparql: str, *, inferred: bool = False) -> Answer:
        """Answer a SPARQL 1.1 query over the union of all articles.

        The prefixes ``kg:``, ``rdfs:``, ``skos:``, ``schema:``, ``prov:``, ``wd:``, ``entity:`` … need not be declared.

        Args:
            sparql: the query.
            inferred: of a store, whether to ask the ontology and what is inferred too.

        Returns:
            Of a SELECT a `Table`, of an ASK a truth value, of a CONSTRUCT or DESCRIBE a tuple of triples.

        Raises:
            QueryError: it is not a query, or asks for data from elsewhere.
        """
        return ask(self._store, sparql, self.base, self._graphs(inferred))

    def write_answer(self, output: IO[bytes], sparql: str, form: Format, *, inferred: bool = False) -> None:
        """Answer a query in a format for programs. See `query` and `kg.query.write_answer`."""
        write_answer(output, self._store, sparql, self.base, form, self._graphs(inferred))

    def _graphs(self, inferred: bool) -> Sequence[DefaultGraph | NamedNode]:
        return (DefaultGraph(),) if self._disk is None else self._disk.graphs(inferred=inferred)

    def explain(self, table: Table, language: str = "nl") -> list[tuple[Receipt, ...]]:
        """Give for each row of an answer the words behind the situations in it. See `kg.query.explain`."""
        return explain(self._store, table, language)

    def diff(self, other: KnowledgeGraph) -> Diff:
        """Tell in facts what changes from this graph to another. See `kg.store.diff`."""
        return diff(self, other)

    def hash(self) -> str:
        """Give the hash of the graph's canonical form: RDFC-1.0, SHA-256, in hexadecimal digits."""
        return canonical_hash(self)

    def why(self, subject: str, predicate: str | None = None, object_: str | None = None) -> list[Receipt]:
        """Give the words behind what the graph says of something. See `kg.receipts.why`."""
        return why(self, subject, predicate, object_, base=self.base)

    def insight(self, *, statuses: Sequence[str] = HELD, language: str = "nl", engine: Engine = "auto") -> Insight:
        """Give the analyses of the graph: actors, paths, sources, plans, gaps … See `kg.insight.Insight`."""
        return Insight(self, self.base, statuses=statuses, language=language, engine=engine)

    def plot(
        self,
        kind: Literal["timeline", "matrix", "communities", "ego", "attributions"],
        form: Literal["svg", "png"] = "svg",
        *,
        language: Literal["nl", "en"] = "nl",
        around: str | None = None,
    ) -> bytes:
        """Draw a picture of the graph. See `kg.plot.draw`; it needs the extra ``plot``."""
        from kg.plot import draw

        return draw(self, kind, form, base=self.base, language=language, around=around)

    def validate(self, language: str = "en") -> list[Problem]:
        """Check the graph against the shapes; an empty list says that nothing is wrong. See `kg.validate`."""
        return validate(self, language)

    def to_turtle(self) -> bytes:
        """Give the union of all articles as Turtle."""
        return to_turtle(self, self.base)

    def to_trig(self) -> bytes:
        """Give the dataset as TriG: one graph per article."""
        return to_trig(self, self.base)

    def to_nquads(self) -> bytes:
        """Give the dataset as canonical N-Quads."""
        return to_nquads(self)

    def to_jsonld(self) -> bytes:
        """Give the dataset as JSON-LD with a context."""
        return to_jsonld(self, self.base)

    def to_rdflib(self) -> rdflib.Graph:
        """Give a copy of the union of all articles as an `rdflib.Graph`."""
        return rdflib.Graph().parse(data=self.to_turtle().decode(), format="turtle")

    def to_rdflib_dataset(self) -> rdflib.Dataset:
        """Give a copy as an `rdflib.Dataset`: a named graph per article; its default graph is their union."""
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=self.to_nquads().decode(), format="nquads")
        return dataset

    def to_networkx(self, view: View = "situations") -> Network:
        """Give the graph as a `networkx.MultiDiGraph`. See `kg.export.to_networkx`."""
        return to_networkx(self, view)

    def to_graphml(self, view: View = "situations") -> bytes:
        """Give the graph as GraphML."""
        return to_graphml(self.to_networkx(view))

    def to_gexf(self, view: View = "situations") -> bytes:
        """Give the graph as GEXF."""
        return to_gexf(self.to_networkx(view))

    def to_bytes(self, ending: str, view: View = "situations") -> bytes:
        """Give the graph as the content of a file with an ending: one of `kg.export.FORMATS`."""
        match ending:
            case ".ttl":
                return self.to_turtle()
            case ".trig":
                return self.to_trig()
            case ".nq":
                return self.to_nquads()
            case ".jsonld":
                return self.to_jsonld()
            case ".graphml":
                return self.to_graphml(view)
            case ".gexf":
                return self.to_gexf(view)
            case ".html":
                return self.to_html_text().encode()
            case _:
                raise ValueError(f"no format has the ending {ending!r}")

    def to_html_text(self, language: str | None = None, *, sparql: bool = False) -> str:
        """Give the graph as a page of one file that needs no network. See `kg.view.to_html`."""
        return to_html(self, language, sparql=sparql)

    def to_html(self, path: Path | str, language: str | None = None, *, sparql: bool = False) -> None:
        """Write the graph as a page of one file that needs no network.

        Args:
            path: the file.
            language: ``nl`` or ``en``; None takes that of most articles.
            sparql: whether the page is to answer SPARQL too; that makes it 2 MB larger.

        Raises:
            OutputError: the file cannot be written; what was there before is untouched.
        """
        path = Path(path)
        write_all(path.parent, {path.name: self.to_html_text(language, sparql=sparql).encode()})

    def around(self, name: str, steps: int = 2) -> KnowledgeGraph:
        """Give the part that lies around the entities of a name, some steps far. See `kg.view.around`."""
        part = KnowledgeGraph(self.base)
        part._extend(list(around(self, name, steps, self.base)))
        return part

    def _repr_html_(self) -> str:
        counts = (
            f"{self.count(KG.Article)} articles, {self.count(KG.Situation)} facts, {self.count(KG.Entity)} entities"
        )
        return to_iframe(self, f"Knowledge graph: {counts}")


def _in_default_graph(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
