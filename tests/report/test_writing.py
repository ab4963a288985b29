"""What is written is escaped by construction: nothing in an article becomes markup."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import kg
from kg.report import LANGUAGES, Language, briefing, to_markdown, to_page
from kg.report.briefing import Briefing, Line, Note, Phrase, Section

EVIL = (
    "<script>alert(1)</script> [x](javascript:y) ![i](http://e/x.png) <img src=x> *a* _b_ `c` &lt; {{ 7*7 }} https://e"
)


def evil() -> Briefing:
    line = Line((Phrase(EVIL, (1,)),), ((Phrase(EVIL, (1,)),),))
    return Briefing("en", EVIL, EVIL, (Section("happened", EVIL, (line,)),), (Note(1, EVIL, EVIL, EVIL),))


def parsed(page: str) -> Any:
    return html.document_fromstring(page)


def test_a_page_shows_text_as_text() -> None:
    page = parsed(to_page(evil()))
    assert not page.xpath("//script | //img | //iframe | //*[starts-with(@href, 'http')]")
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert page.xpath("string(//h1)") == EVIL
    assert EVIL in page.xpath("string(//li[contains(@class, 'happened')])")
    assert page.xpath("string(//meta[@http-equiv]/@content)").startswith("default-src 'none'")


def test_markdown_has_no_markup_of_the_article() -> None:
    bare = re.sub(r"\\.", "", to_markdown(evil()).replace("\\\\", ""))
    assert not re.search(r"<\w|\]\(|!\[|`|\*|&\w|https?:", bare)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_lead_there_and_back(language: Language) -> None:
    page = parsed(to_page(briefing(kg.build("seeds/ukraine-swift-beat.txt"), language)))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a/@href")
    assert len(links) > 100
    assert {link.removeprefix("#") for link in links} == set(ids)
    assert page.get("lang") == language


def test_a_hostile_article_is_told_too() -> None:
    found = briefing(kg.build("tests/cases/hostile/article.txt"))
    assert not parsed(to_page(found)).xpath("//script")
    assert "<script" not in re.sub(r"\\.", "", to_markdown(found))


def test_the_same_in_any_run() -> None:
    first, second = (to_page(briefing(kg.build(Path("seeds/ukraine-swift-beat.txt")))) for _ in range(2))
    assert first == second
