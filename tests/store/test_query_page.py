"""The page to type queries in, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.peers import programs
from tests.view import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=document.title='owned'>"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """The page over a graph with a hostile label; a test fails on what a browser complains of."""
    graph = tmp_path / "graph.ttl"
    label = f'<https://w3id.org/newskg/id/entity/x> rdfs:label "{HOSTILE}"@nl ; kg:amountValue 5 .'
    graph.write_text(
        f"@prefix kg: <https://w3id.org/newskg#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n{label}\n",
        encoding="utf-8",
    )
    browser = chromium.start()
    complaints: list[str] = []
    with programs.ours(graph, tmp_path) as url:
        context = browser.new_context(locale="nl-NL")
        made = context.new_page()
        made.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        made.on("pageerror", lambda error: complaints.append(str(error)))
        made.on("request", lambda request: complaints.append(request.url) if not request.url.startswith(url) else None)
        made.goto(url)
        yield made
        context.close()
    # A refused query is an error to the console too.
    assert [each for each in complaints if "400 (Bad Request)" not in each and each != "data:,"] == []


def ask(page: Page, query: str) -> str:
    page.fill("#query", query)
    page.press("#query", "Control+Enter")
    page.wait_for_selector("#stop:disabled")
    return str(page.inner_text("#status"))


def test_a_table_shows_what_is_there_and_runs_none_of_it(page: Page) -> None:
    assert ask(page, "SELECT ?x ?label ?n WHERE { ?x rdfs:label ?label ; kg:amountValue ?n }").startswith("1 rij in ")
    assert page.locator("th").all_inner_texts() == ["x", "label", "n"]
    assert page.locator("tbody td").all_inner_texts() == ["entity:x", HOSTILE, "5"]
    assert page.locator("tbody td").nth(1).get_attribute("lang") == "nl"
    assert page.title() == "kg: SPARQL"


def test_the_other_answers(page: Page) -> None:
    assert ask(page, "ASK { ?x rdfs:label ?label }") == "Ja"
    assert ask(page, "DESCRIBE entity:x").endswith(" ms")
    assert HOSTILE in page.inner_text("pre")
    assert "SERVICE" in ask(page, "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    assert page.get_attribute("#status", "class") == "error"
    assert page.inner_text("#result") == ""


def test_a_question_that_comes_with_kg(page: Page) -> None:
    page.select_option("#question", index=1)
    assert page.input_value("#query").startswith("# ")
    page.click("#ask")
    page.wait_for_selector("#stop:disabled")
    assert page.inner_text("#status").startswith("0 rijen in ")
    assert page.evaluate("document.documentElement.lang") == "nl"
