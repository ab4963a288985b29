"""The page in a real browser: what a reader does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Quad

from tests.view.conftest import SHOTS, Watched
from tests.view.graphs import BASE, Maker, emoji

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
Show = Callable[..., Watched]
SWIFT = "entity/company-swift-beat-llc"


def _lit(page: Page) -> str:
    return "".join(page.locator("#article .lit").all_text_contents())


def _shown(page: Page, what: str = "nodes") -> set[str]:
    return set(page.evaluate(f"[...kg.shown.{what}]"))


def _all(page: Page, view: str) -> set[str]:
    return set(page.evaluate("(view) => [...kg.nodes.values()].filter(({ at }) => at[view]).map(({ id }) => id)", view))


def _facts(page: Page) -> set[str]:
    return set(page.evaluate("[...kg.facts.keys()]"))


def test_a_click_on_a_node_leads_to_the_words_in_the_article(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    watched.click_node("entity/person-eric-schmidt")
    page = watched.page
    assert page.locator("#details h2").inner_text() == "Eric Schmidt"
    card = page.locator(".card", has_text="Eric Schmidt steunt Swift Beat")
    assert card.locator("blockquote").inner_text() == "wordt gesteund door voormalig CEO van Google Eric Schmidt"
    assert card.locator(".chip").all_inner_texts() == ["Werkelijk", "Steun"]
    card.get_by_text("Toon in het artikel").click()
    assert page.locator("#tab-article").get_attribute("aria-selected") == "true"
    assert _lit(page) == "wordt gesteund door voormalig CEO van Google Eric Schmidt"
    assert page.locator("#article .lit").first.is_visible()


def test_a_fact_tells_who_says_so_via_whom_when_and_how_certain(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.evaluate("kg.select({ fact: kg.data.facts.find((fact) => fact.type === 'Test').id })")
    card = page.locator("#details .card")
    assert "officiële bronnen, via Kyiv Independent" in card.inner_text()
    assert "100%" in card.inner_text()
    page.evaluate("kg.select({ fact: kg.data.facts.find((fact) => fact.type === 'Meeting').id })")
    assert "10 juli 2025 (“10 juli”)" in page.locator("#details .card").inner_text()


def test_a_click_on_an_edge_shows_its_fact(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    middle = page.evaluate(
        """() => {
          const [one, other] = ["entity/person-eric-schmidt", "entity/company-swift-beat-llc"].map(kg.onScreen);
          return { x: (one.x + other.x) / 2 - 14, y: (one.y + other.y) / 2 };
        }"""
    )
    page.locator("#graph").click(position=middle)
    assert page.locator("#details h4").inner_text() == "Eric Schmidt steunt Swift Beat"


def test_words_are_lit_rightly_beside_emoji_and_a_quote_selects_its_edge(show: Show) -> None:
    page = show(emoji()).page
    page.evaluate("kg.selectNode('entity/Ada')")
    page.get_by_role("button", name="Toon in het artikel: Ada 🚀 steunt Bob 𝔛").click()
    assert _lit(page) == "Ada 🚀 steunt Bob 𝔛"
    page.locator("#article .quoted", has_text="niet meer").click()
    assert _lit(page) == "Ada steunt Bob 🚀 niet meer"
    selected = page.evaluate("kg.state.selected")
    assert selected["fact"] == "situation/denied"
    assert page.evaluate("(id) => kg.edges.get(id).status", selected["edge"]) == "denied"


def test_all_quotes_are_underlined_and_nothing_else(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.locator("#tab-article").click()
    assert page.locator("#article .text").text_content() == page.evaluate("kg.data.articles[0].text")
    quoted = page.locator("#article .quoted").all_text_contents()
    text = page.evaluate("kg.data.articles[0].text")
    for quote in page.evaluate("kg.data.facts.flatMap((fact) => fact.claims.map((claim) => claim.quote))"):
        assert quote in text
        assert quote in "".join(quoted) or any(part in quote for part in quoted)
    assert "Belangrijke wapenleveringen" not in "".join(quoted)


def test_several_articles(show: Show) -> None:
    page = show(emoji()).page
    assert page.locator("h1").inner_text() == "2 artikelen"
    page.evaluate("kg.selectNode('entity/Cees')")
    page.get_by_role("button", name="Toon in het artikel: Cees valt Dirk aan").click()
    assert page.locator("#article h2").inner_text() == "twee"
    page.get_by_label("Kies een artikel").select_option("article/een")
    assert page.locator("#article h2").inner_text() == "een"


def test_without_text_the_quotes_stand_alone(show: Show, seed_quads: list[Quad]) -> None:
    page = show([quad for quad in seed_quads if not quad.predicate.value.endswith("#text")]).page
    page.locator("#tab-article").click()
    assert "--no-text" in page.locator("#article").inner_text()
    assert page.locator("#article .quoted").first.inner_text().startswith("De Oekraïense president")


@pytest.mark.parametrize(
    ("sought", "kind", "first"),
    [
        ("swift", "Bedrijf", "Swift Beat LLC"),
        ("VS", "Land", "Verenigde Staten"),
        ("oekraine", "Land", "Oekraïne"),
        ("kondigt vergadering", "Feit", "Het Élysée kondigt de vergadering aan"),
        ("honger naar moorden", "Feit", None),
        ("privébedrijf uit", "Feit", None),
    ],
)
def test_search(show: Show, seed_quads: list[Quad], sought: str, kind: str, first: str | None) -> None:
    page = show(seed_quads).page
    page.keyboard.press("/")
    page.keyboard.type(sought)
    option = page.locator("#results li").first
    assert option.locator("small").inner_text() == kind
    if first:
        assert option.locator("span").inner_text() == first
    page.keyboard.press("Enter")
    assert page.locator("#results").is_hidden()
    assert page.evaluate("kg.state.selected !== null")


def test_search_in_quotes_lights_the_words(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.locator("#search").fill("wordt gesteund door voormalig CEO")
    page.locator("#results li", has_text="wordt gesteund").click()
    assert _lit(page) == "wordt gesteund door voormalig CEO van Google Eric Schmidt"
    page.locator("#search").fill("qqqq")
    assert page.locator("#results").inner_text() == "Niets gevonden"


def test_each_filter(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    every = _shown(page)
    page.get_by_role("checkbox", name="Land", exact=False).first.uncheck()
    assert every - _shown(page) == {
        node for node in every if page.evaluate("(id) => kg.nodes.get(id).kind", node) == "Country"
    }
    page.get_by_role("button", name="Alles tonen").click()
    assert _shown(page) == every
    page.locator("[data-filter=statuses][value=denied]").uncheck()
    assert {page.evaluate("(id) => kg.facts.get(id).status", id_) for id_ in _shown(page, "facts")} == {
        "actual",
        "ended",
        "planned",
        "possible",
    }
    assert "entity/de-amerikaanse-overheid-0b2e6305" not in _shown(page)
    page.get_by_role("button", name="Alles tonen").click()
    page.get_by_text("Soorten feiten", exact=True).click()
    page.locator("[data-filter=types][value=Backing]").uncheck()
    assert {page.evaluate("(id) => kg.facts.get(id).type", id_) for id_ in _facts(page) - _shown(page, "facts")} == {
        "Backing"
    }
    page.get_by_role("button", name="Alles tonen").click()
    page.get_by_text("Bronnen", exact=True).click()
    page.get_by_role("button", name="Geen", exact=True).first.click()
    assert _shown(page, "facts") == set()
    page.locator("[data-filter=sources][value='entity/het-kantoor-van-zelensky-0b2e6305']").check()
    assert [page.evaluate("(id) => kg.facts.get(id).type", id_) for id_ in _shown(page, "facts")] == ["Presence"]


def test_neighbourhood(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    page = watched.page
    watched.click_node("entity/person-eric-schmidt")
    page.get_by_role("button", name="1 stap").click()
    assert _shown(page) == {"entity/person-eric-schmidt", SWIFT, "entity/office-ceo-van-google"}
    page.get_by_role("button", name="2 stappen").click()
    assert {"entity/ukraine", "entity/google"} < _shown(page)
    assert "entity/russia" not in _shown(page)
    page.locator("[data-steps='0']").click()
    assert _shown(page) == _all(page, "entities")


def test_timeline(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    slider = page.get_by_label("Tot en met")
    assert slider.get_attribute("aria-valuetext") == "10 jul 2025"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "5 jul 2025"
    shown = page.evaluate("[...kg.shown.facts].map((id) => kg.facts.get(id).when).filter(Boolean)")
    assert max(when[0] for when in shown) == "2025-07-05"
    page.get_by_label("zonder datum tonen").uncheck()
    assert len(_shown(page, "facts")) == len(shown)
    page.get_by_role("button", name="Gemeld").click()
    assert page.locator("#timeline .when").inner_text().startswith("juli 2025")
    assert _shown(page, "facts") == _facts(page)


def test_play_runs_and_stops_by_itself(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.clock.install()
    page.get_by_role("button", name="Speel af").click()
    few = len(_shown(page, "facts"))
    page.clock.run_for(2000)
    assert len(_shown(page, "facts")) > few
    page.clock.run_for(20000)
    assert page.get_by_role("button", name="Speel af").is_visible()
    assert _shown(page, "facts") == _facts(page)


def test_both_views(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    page = watched.page
    page.get_by_role("button", name="Situaties").click()
    assert len(_shown(page)) == len(_all(page, "situations"))
    situation = page.evaluate("kg.data.facts.find((fact) => fact.type === 'Control').id")
    watched.click_node(situation)
    assert "Ontkend" in page.locator("#details .card").inner_text()
    page.get_by_role("button", name="Entiteiten").click()
    assert _shown(page) == _all(page, "entities")


def test_physics_stops_by_itself(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    page = watched.page
    before = page.evaluate("kg.placeOf('entity/ukraine')")
    page.get_by_role("button", name="Herschik").click()
    assert page.locator("#arrange").get_attribute("aria-pressed") == "true"
    watched.wait("document.getElementById('arrange').getAttribute('aria-pressed') === 'false'")
    assert page.evaluate("kg.placeOf('entity/ukraine')") != before


def test_no_drawn_label_lies_on_another(show: Show, seed_quads: list[Quad]) -> None:
    page = show(seed_quads).page
    page.keyboard.press("r")
    boxes = page.evaluate(
        """() => {
          const context = document.createElement("canvas").getContext("2d");
          return kg.drawnLabels.map((label) => {
            context.font = `${label.size}px ${kg.FONT}`;
            const half = Math.max(...label.lines.map((line) => context.measureText(line).width)) / 2 - 0.5;
            return [label.x - half, label.y + 1, label.x + half, label.y + label.lines.length * label.size * 1.15];
          });
        }"""
    )
    assert len(boxes) > 45
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_a_link_to_what_is_chosen(show: Show, seed_quads: list[Quad]) -> None:
    watched = show(seed_quads)
    watched.click_node("entity/ukraine")
    page = watched.page
    page.get_by_role("button", name="Situaties").click()
    assert page.url.endswith("#entity/ukraine&view=situations")
    other = show(seed_quads, "#entity/ukraine&view=situations&lang=en")
    again = other.page
    assert again.locator("#details h2").inner_text() == "Ukraine"
    assert again.evaluate("kg.state.view") == "situations"
    again.evaluate("location.hash = '#entity/russia'")
    other.wait("kg.state.selected?.entity === 'entity/russia'")


def test_labels_of_a_graph_with_english_articles(show: Show) -> None:
    make = Maker()
    make.article("a", "Text.", language="en")
    make.entity("x", label="naam")
    page = show(make.quads).page
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("button", name="Entities").is_visible()
    page.evaluate("kg.selectNode('entity/x')")
    assert page.locator("#details h2").get_attribute("lang") == "nl"
    assert page.evaluate("kg.data.base").startswith(BASE[:20])


def test_screenshots(show: Show, seed_quads: list[Quad]) -> None:
    """For people to look at, in build/screenshots."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    watched = show(seed_quads)
    page = watched.page
    page.screenshot(path=SHOTS / "whole.png")
    watched.click_node(SWIFT)
    page.screenshot(path=SHOTS / "one-entity.png")
    page.locator(".card", has_text="zeggenschap").get_by_text("Toon in het artikel").click()
    page.screenshot(path=SHOTS / "quote-in-article.png")
    page.keyboard.press("Escape")
    page.locator("#tab-facts").click()
    page.get_by_label("Tot en met").focus()
    page.keyboard.press("ArrowLeft")
    page.screenshot(path=SHOTS / "time.png")
    page.get_by_role("button", name="Alles tonen").click()
    page.get_by_role("button", name="Situaties").click()
    page.screenshot(path=SHOTS / "situations.png")
    dark = show(seed_quads, f"#{SWIFT}", color_scheme="dark").page
    dark.screenshot(path=SHOTS / "dark.png")
    phone = show(
        seed_quads, viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True, has_touch=True
    )
    phone.page.screenshot(path=SHOTS / "phone.png")
