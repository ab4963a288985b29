import base64
import hashlib
import html
import json
import re
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.view import page, to_html
from tests.view.graphs import HOSTILE, hostile

TEMPLATES = Path(page.__file__).parent / "templates"
OURS = sorted(TEMPLATES.glob("*.js"))
_ELEMENT = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def written(seed_quads: list[Quad]) -> str:
    return to_html(seed_quads)


def test_the_policy_allows_what_is_in_the_page_by_its_hash_and_nothing_else(written: str) -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    assert found
    policy = dict(part.strip().split(" ", 1) for part in html.unescape(found[1]).split(";"))
    assert policy["default-src"] == "'none'"
    elements = [(tag, source) for tag, attributes, source in _ELEMENT.findall(written) if "json" not in attributes]
    for tag in ("script", "style"):
        hashes = [
            f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
            for name, source in elements
            if name == tag
        ]
        assert policy[f"{tag}-src"] == " ".join(hashes)
    assert "unsafe" not in found[1]


def test_data_is_in_one_element_that_no_browser_runs_and_cannot_end_it() -> None:
    written = to_html(hostile())
    data = re.findall(r'<script type="application/json" id="data">(.*?)</script>', written, re.DOTALL)
    assert len(data) == 1
    assert not set("<>&") & set(data[0])
    assert HOSTILE in {
        fact["label"]["nl"] for fact in json.loads(data[0])["rest"]["facts"] if isinstance(fact["label"], dict)
    }
    # What is left holds it in the title alone, escaped.
    left = written.replace(data[0], "")
    assert "<script>window.hacked" not in left
    assert "<img" not in left


def test_nothing_in_it_points_to_elsewhere(written: str) -> None:
    own = re.sub(r"<script.*?</script>", "", written, flags=re.DOTALL)
    assert re.findall(r"https?://|src=|@import|url\(", own) == []
    assert "sourceMappingURL" not in written


def test_the_page_of_the_article_is_small(written: str) -> None:
    assert len(written.encode()) < 800_000


def test_the_same_graph_gives_the_same_page(seed_quads: list[Quad], written: str) -> None:
    assert to_html(reversed(seed_quads)) == written


@pytest.mark.parametrize("script", OURS, ids=lambda path: path.name)
def test_scripts_put_nothing_in_as_markup_and_are_short(script: Path) -> None:
    source = script.read_text("utf-8")
    assert source.startswith('"use strict";\n')
    assert len(source.splitlines()) < 300
    assert (
        re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttp", source
        )
        == []
    )
    assert re.findall(r'setAttribute\("style"|style="', source) == []


def test_every_script_is_in_the_page() -> None:
    assert sorted(f"{name}.js" for name in page._SCRIPTS) == [path.name for path in OURS]


def test_both_languages_have_the_same_texts() -> None:
    names = [
        re.findall(r"(?:^|, |\s)(\w+): (?:\"|\(|\[\[)", (TEMPLATES / f"texts-{language}.js").read_text("utf-8"))
        for language in ("nl", "en")
    ]
    assert names[0] == names[1]
    assert len(names[0]) > 70


def test_a_script_that_ends_its_element_is_refused() -> None:
    with pytest.raises(ValueError, match="must not hold"):
        page._checked("const x = '</SCRIPT>'")
