"""`KnowledgeGraph`: the dataset of some articles, and the short ways to what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.article import Article
from kg.export import Network, View, to_gexf, to_graphml, to_jsonld, to_networkx, to_nquads, to_trig, to_turtle
from kg.facts import Entities, Fact
from kg.mappers import Naming, map_all
from kg.output import write_all
from kg.query import Answer, ask
from kg.rdf import read_quads
from kg.receipts import Receipt, why
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

    @classmethod
    def load(cls, path: Path | str, base: str = DEFAULT_BASE) -> KnowledgeGraph:
        """Read a graph from Turtle, TriG, N-Quads, N-Triples or JSON-LD, or from a folder of such files.

        Raises:
            GraphFileError: it cannot be read.
        """
        graph = cls(base)
        graph._extend(list(read_quads(Path(path))))
        return graph

    def add(self, article: Article, facts: Sequence[Fact], entities: Entities, *, text: bool = True) -> None:
        """Add an article and its facts; if the article was there before, they take the place of what it had.

        Args:
            article: the article.
            facts: its grounded facts.
            entities: the entities that their mentions stand for.
            text: whether to keep the article's verbatim text.
        """
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
        return (quad for quad in self._store if quad.graph_name != DefaultGraph() or not self._is_named(quad))

    def __len__(self) -> int:
        """Give the number of different triples."""
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, DefaultGraph()))

    def count(self, cls: NamedNode) -> int:
        """Give the number of nodes of a class."""
        return len({quad.subject for quad in self._store.quads_for_pattern(None, RDF.type, cls, None)})

    def query(self, sparql: str) -> Answer:
        """Answer a SPARQL 1.1 query over the union of all articles.

        The prefixes ``kg:``, ``rdfs:``, ``skos:``, ``schema:``, ``prov:``, ``wd:``, ``entity:`` … need not be declared.

        Returns:
            Of a SELECT a `Table`, of an ASK a truth value, of a CONSTRUCT or DESCRIBE a tuple of triples.

        Raises:
            QueryError: it is not a query, or asks for data from elsewhere.
        """
        return ask(self._store, sparql, self.base)

    def why(self, subject: str, predicate: str | None = None, object_: str | None = None) -> list[Receipt]:
        """Give the words behind what the graph says of something. See `kg.receipts.why`."""
        return why(self, subject, predicate, object_, base=self.base)

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
        part._extend(list(around(self, name, steps)))
        return part

    def _repr_html_(self) -> str:
        counts = (
            f"{self.count(KG.Article)} articles, {self.count(KG.Situation)} facts, {self.count(KG.Entity)} entities"
        )
        return to_iframe(self, f"Knowledge graph: {counts}")


def _in_default_graph(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)
