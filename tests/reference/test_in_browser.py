"""The pages as a browser shows them, and the reference of the API."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import lxml.html
import pytest

from kg.rdf import read_quads
from kg.reference import LANGUAGES, to_page
from kg.reference.svg import Box
from tests.view import chromium

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent.parent
# Of each text and box of each picture: what it is, and where it stands on the screen.
_SHOWN = """[...document.querySelectorAll('svg:not(.defs)')].map(svg => [...svg.querySelectorAll('text')].map(text => {
  const r = text.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; }))"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1400, 400])
def test_a_page_opens_without_requests_and_nothing_overlaps(tmp_path: Path, language: str, width: int) -> None:
    path = tmp_path / "page.html"
    graph = list(read_quads(ROOT / "tests" / "cases" / "agreement" / "graph.ttl"))
    path.write_text(to_page([graph], "nl" if language == "nl" else "en"), "utf-8")
    page = chromium.start().new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(path.as_uri() + "#Agreement")
    assert asked == [path.as_uri()]
    assert problems == []
    for picture in page.evaluate(_SHOWN):
        assert picture
        for one, other in combinations((Box(*text) for text in picture), 2):
            assert not one.meets(other), (one, other)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("Math.abs(document.querySelector('#Agreement').getBoundingClientRect().y)") < 100
    page.close()


def test_the_reference_of_the_api(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    line = re.search(r"^API := (.*)$", makefile, re.MULTILINE)
    assert line
    modules = line[1].split()
    command = [sys.executable, "-m", "pdoc", "--docformat", "google", "--no-show-source", "-o", str(tmp_path), *modules]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    for module in modules:
        page = lxml.html.parse(tmp_path / f"{module.replace('.', '/')}.html").getroot()
        for element in page.iter():
            for name in ("src", "href"):
                if re.match("(https?:)?//", element.get(name) or ""):
                    assert element.tag == "a"
        assert not re.search(r"url\(['\"]?https?:|@import", "".join(style.text or "" for style in page.iter("style")))
    text = lxml.html.parse(tmp_path / "kg.html").getroot().text_content()
    for name in ("class KnowledgeGraph", "to_networkx", "def build", "def load", "one named graph per article"):
        assert name in " ".join(text.split())
