"""Any name and any quote comes back from every format as it went in."""

import io
import re
from typing import get_args

import networkx as nx
import pyoxigraph
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Dataset, RdfFormat

import kg
from kg.article import Article
from kg.export import View
from kg.facts import FACT, Fact, to_line
from kg.resolve import resolve
from kg.vocab import KG, RDFS

# The article's reader refuses control characters, and UTF-8 has no surrogates; all else may be in a text.
CHARACTERS = st.characters(
    exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32) if chr(c) not in "\t\n\r"] + ["\x7f"]
)
MARKUP = ('"', "\\", "'", "<", ">", "&", "</script>", "]]>", "<!--", "{{ 7*7 }}", "\\u003c", "@nl", "^^")
SPACES = ("\n", "\r\n", "\t", "\u2028", "\u0085", "\ufeff", "\u202e")
SCRIPTS = ("🚁", "👩‍👩‍👧", "עברית", "العربية", "e\u0301")
NASTY = st.sampled_from([*MARKUP, *SPACES, *SCRIPTS])
TEXTS = st.lists(NASTY | st.text(CHARACTERS, max_size=5), min_size=1, max_size=8).map("".join).filter(str.strip)
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make(name: str, quote: str) -> tuple[kg.KnowledgeGraph, Article, Fact]:
    article = Article(id=name, text=f"x{quote}y", language="nl", title=name)
    fact = FACT.validate_python(
        {
            "article": article.id,
            "type": "Backing",
            "label": name,
            "backer": [{"name": name, "kind": "Person", "aliases": [f"{name}!"]}],
            "backed": [{"name": f"{name}?", "kind": "Company"}],
            "evidence": [{"quote": quote, "start": 1, "end": 1 + len(quote)}],
            "method": "reviewed",
            "engine": "test",
            "engine_version": "1",
        }
    )
    graph = kg.KnowledgeGraph()
    graph.add(article, [fact], resolve([fact], article))
    return graph, article, fact


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_rdf_formats(name: str, quote: str) -> None:
    graph, _, _ = make(name, quote)
    quads = set(graph)
    triples = {quad.triple for quad in quads}
    assert quote in {
        q.object.value for q in quads if q.predicate == KG.quote and isinstance(q.object, pyoxigraph.Literal)
    }
    assert {q.triple for q in pyoxigraph.parse(graph.to_turtle(), format=RdfFormat.TURTLE)} == triples
    for content, rdf_format in (
        (graph.to_trig(), RdfFormat.TRIG),
        (graph.to_nquads(), RdfFormat.N_QUADS),
        (graph.to_jsonld(), RdfFormat.JSON_LD),
    ):
        assert set(Dataset(pyoxigraph.parse(content, format=rdf_format))) == quads


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS)
def test_rdflib_reads_the_same(name: str, quote: str) -> None:
    graph, _, _ = make(name, quote)
    parsed = rdflib.Graph().parse(data=graph.to_turtle(), format="turtle")
    assert len(parsed) == len(graph)
    assert quote in {str(value) for value in parsed.objects(None, rdflib.URIRef(KG.quote.value))}
    labels = {str(value) for value in parsed.objects(None, rdflib.URIRef(RDFS.label.value))}
    assert {name, f"{name}?"} <= labels


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_networks(name: str, quote: str) -> None:
    graph, _, _ = make(name, quote)
    for view in get_args(View):
        network = graph.to_networkx(view)
        expected = {NOT_XML.sub("\ufffd", data["label"]) for _, data in network.nodes(data=True)}
        for read in (
            nx.read_graphml(io.BytesIO(graph.to_graphml(view)), force_multigraph=True),
            nx.read_gexf(io.BytesIO(graph.to_gexf(view))),
        ):
            assert {data["label"] for _, data in read.nodes(data=True)} == expected
            assert read.number_of_edges() == network.number_of_edges()
    edges = nx.read_graphml(io.BytesIO(graph.to_graphml("entities")), force_multigraph=True).edges(data=True)
    assert {data["quotes"] for _, _, data in edges} == {NOT_XML.sub("\ufffd", quote)}


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_the_page_holds_texts_as_data_only(name: str, quote: str) -> None:
    graph, _, _ = make(name, quote)
    page = graph.to_html_text()
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert not set("<>&") & set(data)
    outside = page.replace(data, "")
    if len(quote) > 12 and quote not in name:  # the name is the title, which stands, escaped, in the head
        assert quote not in outside


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_facts_as_lines(name: str, quote: str) -> None:
    _, _, fact = make(name, quote)
    line = to_line(fact)
    assert "\n" not in line
    assert FACT.validate_json(line) == fact
