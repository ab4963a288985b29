"""The page in a real browser: safety, access, languages, themes, exports, size of the screen and of the graph."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import Quad

from kg.view import to_html, to_iframe
from tests.view.conftest import SHOTS, Watched
from tests.view.graphs import HOSTILE, hostile, synthetic

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
Show = Callable[..., Watched]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


def test_a_hostile_article_runs_nothing(show: Show) -> None:
    watched = show(hostile())
    page = watched.page
    for view in ("entities", "situations"):
        page.evaluate("(view) => kg.setView(view)", view)
        page.keyboard.press("r")
        for node in page.evaluate("[...kg.nodes.keys()]"):
            page.evaluate("(id) => kg.selectNode(id, { move: true })", node)
        for edge in page.evaluate(
            "[...kg.edges.values()].filter((edge) => edge.view === kg.state.view).map(({ id }) => id)"
        ):
            page.evaluate("(id) => kg.selectEdge(id)", edge)
    for tab in ("facts", "article", "details"):
        page.locator(f"#tab-{tab}").click()
    page.evaluate("kg.selectNode(kg.data.facts.find((fact) => Object.keys(fact.words ?? {}).length).id)")
    page.locator("#language").click()
    page.locator("#search").fill("script")
    assert page.locator("#results li").count() > 0
    page.evaluate("[kg.toSvg(), kg.toCanvas().toDataURL()].length")
    page.locator("#filters summary").first.click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, b, #panel script").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("html").get_attribute("lang") == "en"
    shown = page.locator("#details").text_content() or ""
    assert shown.count("window.hacked=1") > 8


def test_every_hostile_field_is_shown_as_text(show: Show) -> None:
    page = show(hostile()).page
    assert page.title().split() == HOSTILE.split()
    page.locator("#tab-article").click()
    assert page.locator("#article h2").text_content() == HOSTILE
    assert page.locator("#article .text").text_content() == page.evaluate("kg.data.articles[0].text")
    page.evaluate("kg.selectNode([...kg.nodes.values()].find(({ aliases }) => aliases).id)")
    assert page.locator("#details h2").text_content() == HOSTILE
    assert page.locator("#details", has_text="Wikidata").count() == 0


def test_the_policy_stops_what_would_be_put_in(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    watched.page.evaluate(
        """() => {
          window.stopped = [];
          const note = (event) => window.stopped.push(event.effectiveDirective);
          document.addEventListener("securitypolicyviolation", note);
          const script = document.createElement("script");
          script.textContent = "window.hacked = 1";
          document.body.append(script);
          const image = new Image();
          image.src = "https://example.org/x.png";
          document.body.append(image);
        }"""
    )
    assert watched.page.evaluate("window.hacked") is None
    watched.wait("window.stopped.length === 2")
    assert watched.page.evaluate("window.stopped") == ["script-src-elem", "img-src"]
    watched.problems.clear()
    watched.requests.clear()


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
def test_axe_finds_nothing(show: Show, seed_quads: list[Quad], options: dict[str, Any]) -> None:
    watched = show(seed_quads, **options)
    page = watched.page
    page.evaluate(AXE.read_text("utf-8"))
    found = []
    states = [
        "kg.select(null)",
        "kg.selectNode('entity/ukraine')",
        "kg.showClaim(kg.data.facts[3], kg.data.facts[3].claims[0])",
        "kg.showTab('facts')",
        "document.querySelectorAll('#filters details').forEach((part) => { part.open = true; })",
        "const box = kg.get('search'); box.focus(); box.value = 'swift'; box.dispatchEvent(new Event('input'))",
        "kg.showKeys()",
    ]
    for state in states:
        page.evaluate(state)
        result = page.evaluate("axe.run(document)")
        found += [
            (state, one["id"], node["html"][:120], node["failureSummary"])
            for one in result["violations"]
            for node in one["nodes"]
        ]
    assert found == []


def test_everything_by_keyboard(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    hub = page.evaluate("kg.state.selected.entity")
    assert hub == "entity/ukraine"
    page.keyboard.press("ArrowLeft")
    west = page.evaluate("kg.state.selected.entity")
    assert west in page.evaluate("(id) => kg.edgesOf.entities.get(id).flatMap(({ from, to }) => [from, to])", hub)
    assert page.evaluate("([a, b]) => kg.placeOf(b).x < kg.placeOf(a).x", [hub, west])
    assert page.locator("#said").inner_text().startswith(page.evaluate("(id) => kg.nameOf(id)", west))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") in ("A", "BUTTON")
    page.keyboard.press("Escape")
    assert page.evaluate("kg.state.selected") is None
    page.keyboard.press("v")
    assert page.evaluate("kg.state.view") == "situations"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_focus_can_be_seen_on_each_stop(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    seen = []
    while True:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert seen[0] == "skip"
    assert {"search", "graph", "names", "details"} <= set(seen)


def test_a_quote_is_chosen_by_keyboard(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.locator("#tab-article").click()
    page.locator("#article .quoted").nth(3).focus()
    page.keyboard.press("Enter")
    assert page.locator("#article .lit").count() > 0


def test_both_languages(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    assert page.locator("html").get_attribute("lang") == "nl"
    page.evaluate("kg.selectNode('entity/ukraine')")
    assert page.locator("#details h2").inner_text() == "Oekraïne"
    page.get_by_role("button", name="Switch to English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#details h2").inner_text() == "Ukraine"
    assert "Ukraine" in page.evaluate("kg.drawnLabels.flatMap(({ lines }) => lines)")
    left = page.evaluate(
        """() => {
          const english = new Set(Object.values(kg.texts.en));
          const dutch = new Set(Object.values(kg.texts.nl).filter((text) => !english.has(text)));
          const elements = [...document.querySelectorAll("button, legend, summary, dt, h3, label, p")];
          return elements.map((element) => element.textContent.trim()).filter((text) => dutch.has(text));
        }"""
    )
    assert left == []


def test_dark_and_light(show: Show, seed_quads: list[Quad]) -> None:
    def paper(page: Page) -> list[int]:
        found = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return [int(part) for part in re.findall(r"\d+", found)[:3]]

    dark = show(seed_quads, color_scheme="dark").page
    assert sum(paper(dark)) < 120
    pixel = dark.evaluate("[...document.querySelector('canvas').getContext('2d').getImageData(5, 5, 1, 1).data]")
    assert pixel[3] == 0 or sum(pixel[:3]) < 120
    before = dark.evaluate("kg.colours.ink")
    dark.locator("#theme").click()
    assert sum(paper(dark)) > 700
    assert dark.evaluate("kg.colours.ink") != before


def test_print(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads, color_scheme="dark")
    page = watched.page
    page.emulate_media(media="print")
    watched.wait("document.querySelector('#print svg')")
    assert page.locator("#print svg text", has_text="Oekraïne").first.is_visible()
    assert page.locator("#tools").is_hidden()
    assert page.locator("#print rect").get_attribute("fill") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    watched.wait("!document.querySelector('#print svg')")
    assert page.evaluate("kg.isDark()")


def test_png_is_sharp_enough_for_a_slide(show: Show, seed_quads: list[Quad], tmp_path: Path) -> None:
    page = show(seed_quads).page
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als PNG").click()
    assert download.value.suggested_filename == "ukraine-swift-beat.png"
    download.value.save_as(tmp_path / "x.png")
    content = (tmp_path / "x.png").read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert width > 3000
    assert height > 2000
    SHOTS.mkdir(parents=True, exist_ok=True)
    (SHOTS / "export.png").write_bytes(content)


def test_svg_holds_names_relations_and_legend(show: Show, seed_quads: list[Quad], tmp_path: Path) -> None:
    page = show(seed_quads).page
    page.keyboard.press("r")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als SVG").click()
    download.value.save_as(tmp_path / "x.svg")
    root = ElementTree.parse(tmp_path / "x.svg").getroot()  # noqa: S314
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Oekraïne", "steunt", "Persoon", "Ontkend"} <= texts


def test_phone(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads, **PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#filters").is_hidden()
    page.get_by_role("button", name="Filters").click()
    assert page.locator("#filters").is_visible()
    page.get_by_role("button", name="Filters").click()
    page.evaluate("kg.selectNode('entity/ukraine')")
    page.locator("#jump").click()
    assert page.locator("#details h2").is_visible()
    assert page.evaluate("kg.get('panel').getBoundingClientRect().top") < 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_inside_a_notebook(browser: Browser, seed_quads: list[Quad], tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><html><body>{to_iframe(seed_quads, '45 feiten')}</body></html>", "utf-8")
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(path.as_uri())
    assert page.locator("p").first.inner_text() == "45 feiten"
    frame = page.frame_locator("iframe")
    frame.get_by_text("45 van 45 feiten").wait_for()  # drawn: before that nobody listens to the search
    frame.locator("#search").fill("swift beat llc")
    frame.locator("#results li").first.click()
    assert frame.locator("#details h2").inner_text() == "Swift Beat LLC"
    frame.get_by_text("Toon in het artikel").first.click()
    assert frame.locator("#article .lit").count() > 0
    assert problems == []
    page.close()


def test_a_large_graph_starts_with_communities_and_opens(show: Show) -> None:
    watched = show(synthetic(5000, 10000))
    page = watched.page
    assert page.evaluate("[...kg.shown.nodes].every((id) => kg.nodes.get(id).node === 'community')")
    assert "2500" in page.locator("#notice").inner_text()
    page.locator("#search").fill("Entity number 17")
    page.keyboard.press("Enter")
    assert page.evaluate("kg.state.selected.entity") == "entity/e17"
    assert "entity/e17" in page.evaluate("[...kg.shown.nodes]")
    page.get_by_role("button", name="Communities", exact=True).click()
    group = page.evaluate("[...kg.shown.nodes][0]")
    page.evaluate("(id) => kg.openCommunity(id)", group)
    assert page.evaluate("kg.shown.nodes.size") == page.evaluate("(id) => kg.nodes.get(id).members.length", group)


def test_sparql_in_the_page(browser: Browser, seed_quads: list[Quad], tmp_path: Path) -> None:
    path = tmp_path / "sparql.html"
    path.write_text(to_html(seed_quads, sparql=True), "utf-8")
    watched = Watched(browser.new_page(viewport={"width": 1600, "height": 900}), path.as_uri())
    page = watched.open()
    page.locator("#tab-sparql").click()
    assert page.locator("#sparql option").count() >= 10
    page.locator("#sparql select").select_option(index=1)
    page.locator("#sparql td").first.wait_for()
    assert page.locator("#sparql td").all_inner_texts() == ["Eric Schmidt", "Swift Beat LLC"]
    assert page.locator("#sparql td button").count() == 2
    page.locator("#sparql textarea").fill("SELECT ?who WHERE { ?who kg:backs entity:company-swift-beat-llc }")
    page.get_by_role("button", name="Stel de vraag").click()
    page.locator("#sparql td button", has_text="Eric Schmidt").click()
    assert page.evaluate("kg.state.selected.entity") == "entity/person-eric-schmidt"
    page.locator("#tab-sparql").click()
    page.locator("#sparql textarea").fill("ASK { ?x a kg:Agreement }")
    page.get_by_role("button", name="Stel de vraag").click()
    assert page.locator("#sparql .answer").inner_text() == "Ja"
    page.locator("#sparql textarea").fill("SELECT nonsense")
    page.get_by_role("button", name="Stel de vraag").click()
    assert page.locator("#sparql .problem").is_visible()
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate("axe.run(document).then(({ violations }) => violations.map(({ id }) => id))") == []
    watched.check()
    page.close()


def test_an_empty_graph(show: Show) -> None:
    page = show([]).page
    assert page.get_by_text("No dates in this graph").is_visible()
    page.locator("#tab-article").click()
    assert page.locator("#article").inner_text() == "No articles in this graph."
    page.evaluate("[kg.toSvg()].length")
