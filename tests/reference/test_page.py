"""The pages of the ontology: complete, true to the articles, and without requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
import rdflib
from click.testing import CliRunner
from lxml.html import HtmlElement
from pyoxigraph import Literal, Quad, QuerySolutions, Store

from kg.pipeline import build
from kg.rdf import read_quads
from kg.reference import LANGUAGES, to_page
from kg.reference.__main__ import main
from kg.reference.examples import Examples
from kg.reference.ontology import read_ontology
from kg.reference.page import Language
from kg.reference.queries import query_of
from kg.vocab import KG, RDFS, local_name

ONTOLOGY = read_ontology()
TERMS = [*ONTOLOGY.terms.classes, *ONTOLOGY.terms.statuses, *ONTOLOGY.terms.properties]
ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "ukraine-swift-beat.txt"


@pytest.fixture(scope="module")
def graphs() -> list[list[Quad]]:
    golden = [list(read_quads(path)) for path in sorted((ROOT / "tests" / "cases").glob("*/graph.ttl"))]
    return [list(build([SEED]).graph), *golden]


@pytest.fixture(scope="module")
def pages(graphs: list[list[Quad]]) -> dict[Language, HtmlElement]:
    return {language: lxml.html.fromstring(to_page(graphs, language)) for language in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    value: Language = request.param
    return value


@pytest.fixture
def page(pages: dict[Language, HtmlElement], language: Language) -> HtmlElement:
    return pages[language]


def articles(page: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    for element in page.iter("article"):
        yield element.get("id") or "", element


def test_every_term_is_on_the_page(page: HtmlElement, language: Language) -> None:
    shown = dict(articles(page))
    assert list(shown) == [local_name(term) for term in TERMS]
    assert len(shown) > 130
    for name, element in shown.items():
        text = element.text_content()
        for label in ONTOLOGY.texts(KG[name], RDFS.label, language):
            assert label in text
        for comment in ONTOLOGY.texts(KG[name], RDFS.comment, language):
            assert comment in text
        assert "SELECT" in text


def test_terms_are_those_that_rdflib_finds(ontology: rdflib.Graph) -> None:
    ours = set(ontology.subjects(rdflib.RDFS.isDefinedBy, rdflib.URIRef("https://w3id.org/newskg")))
    assert {str(term) for term in ours} == {term.value for term in TERMS}


def test_examples_are_words_of_the_article(page: HtmlElement) -> None:
    article = SEED.read_text("utf-8")
    found = 0
    for _, element in articles(page):
        for quote in element.iter("blockquote"):
            place = quote.getnext()
            assert place is not None
            if "ukraine-swift-beat.txt" in place.text_content():
                assert quote.text_content() in article
                start, end = re.findall(r"(\d+)–(\d+)", place.text_content())[0]
                assert int(end) - int(start) == len(quote.text_content())
                found += 1
    assert found > 100


def test_what_has_no_example(page: HtmlElement) -> None:
    without = [name for name, element in articles(page) if next(element.iter("blockquote"), None) is None]
    assert without == ["shortcutFrom", "shortcutSubject", "shortcutObject", "shortcutStatus", "shortcutExactly"]


def test_links_lead_somewhere(page: HtmlElement) -> None:
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    anchors = [href for a in page.iter("a") if (href := a.get("href") or "").startswith("#")]
    assert len(anchors) > 500
    assert {href[1:] for href in anchors} <= set(ids)


def test_the_page_asks_nothing_of_others(page: HtmlElement) -> None:
    policies = [meta.get("content") or "" for meta in page.iter("meta") if meta.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'")
    for element in page.iter():
        assert element.tag not in {"script", "img", "link", "iframe", "object"}
        assert not element.get("src")
        if re.match("https?:", element.get("href") or ""):
            assert element.tag == "a"
    style = "".join(element.text or "" for element in page.iter("style"))
    assert style
    assert "url(" not in style
    assert "@import" not in style


def test_shapes_and_alignments_are_told(page: HtmlElement, language: Language) -> None:
    shown = dict(articles(page))
    told = {
        "nl": "Een samenwerking heeft precies twee partners nodig",
        "en": "A cooperation needs exactly two partners",
    }
    assert told[language] in shown["Cooperation"].text_content()
    assert told[language] in shown["partner"].text_content()
    assert any(a.get("href") == "https://schema.org/Claim" for a in shown["Claim"].iter("a"))


def test_queries_find_the_example(graphs: list[list[Quad]]) -> None:
    store = Store()
    store.bulk_extend(Quad(q.subject, q.predicate, q.object) for graph in graphs for q in graph)
    examples, empty = Examples(graphs), []
    for term in TERMS:
        example = examples.of(term, "nl")
        answer = store.query(query_of(ONTOLOGY, term, instance=example is None or example.instance))
        assert isinstance(answer, QuerySolutions)
        if not any(True for _ in answer):
            empty.append(local_name(term))
    assert empty == ["shortcutFrom", "shortcutSubject", "shortcutObject", "shortcutStatus", "shortcutExactly"]


def test_an_example_that_would_only_be_is_asked_for_as_such(page: HtmlElement) -> None:
    control = dict(articles(page))["Control"].text_content()
    assert "Het bedrijf opereert onafhankelijk van de Amerikaanse overheid" in control
    assert "kg:wouldBe kg:Control" in control


def test_hostile_text_is_escaped(graphs: list[list[Quad]]) -> None:
    attack = "<script>alert(1)</script>"
    hostile = [Quad(q.subject, q.predicate, Literal(attack)) if q.predicate == KG.quote else q for q in graphs[0]]
    page = to_page([hostile], "nl")
    assert "&lt;script&gt;alert" in page
    assert "<script" not in page


def test_the_command_writes_both_pages(tmp_path: Path) -> None:
    graph = next((ROOT / "tests" / "cases").glob("*/graph.ttl"))
    result = CliRunner().invoke(main, [str(graph), "--out", str(tmp_path / "docs")])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == ["ontology.en.html", "ontology.nl.html"]
