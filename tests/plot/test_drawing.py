"""Each picture: no label on another, nothing cut, the same in any run, and no markup of an article's."""

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg

import kg
from kg.errors import InputError, QueryError
from kg.insight.reading import Dataset
from kg.plot import KINDS, Kind
from kg.plot.attributions import attributions
from kg.plot.communities import communities
from kg.plot.ego import ego
from kg.plot.looks import LANGUAGES, Language
from kg.plot.matrix import matrix
from kg.plot.sheet import Sheet
from kg.plot.timeline import timeline
from kg.vocab import DEFAULT_BASE, KG
from tests.plot.corpus import corpus

BESIDE = 0.5  # points by which texts may touch: letters do not fill their boxes


def sheet_of(kind: Kind, data: Dataset, language: Language, around: str) -> Sheet:
    others: dict[str, Any] = {
        "timeline": timeline,
        "matrix": matrix,
        "communities": communities,
        "attributions": attributions,
    }
    sheet: Sheet = ego(data, DEFAULT_BASE, around, language) if kind == "ego" else others[kind](data, language)
    return sheet


def boxes(sheet: Sheet) -> list[tuple[str, float, tuple[float, float, float, float]]]:
    """Give each text, its angle, and its box in points."""
    canvas: Any = FigureCanvasAgg(sheet._figure)
    canvas.draw()
    scale = 72 / sheet._figure.dpi
    found = []
    for text in sheet._axes.texts:
        box = text.get_window_extent(canvas.get_renderer())
        corners = (box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)
        found.append((text.get_text(), text.get_rotation(), corners))
    return found


def check(sheet: Sheet) -> None:
    found = boxes(sheet)
    assert found
    for text, _, (left, low, right, high) in found:
        assert left >= 0, text
        assert low >= 0, text
        assert right <= sheet.width, text
        assert high <= sheet.height, text
    level = [(text, box) for text, angle, box in found if not angle]
    for (one, a), (other, b) in itertools.combinations(level, 2):
        apart = a[2] <= b[0] + BESIDE or b[2] <= a[0] + BESIDE or a[3] <= b[1] + BESIDE or b[3] <= a[1] + BESIDE
        assert apart, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_the_seed_are_whole_and_apart(graph: kg.KnowledgeGraph, kind: Kind, language: Language) -> None:
    for around in ("Oekraïne", "Swift Beat") if kind == "ego" else ("",):
        check(sheet_of(kind, Dataset(graph, language), language, around))


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_a_corpus_are_whole_and_apart(kind: Kind) -> None:
    for quads in (corpus(), corpus(articles=20, facts=30, actors=200)):
        check(sheet_of(kind, Dataset(quads), "nl", f"{DEFAULT_BASE}entity/001"))


@pytest.mark.parametrize("second", [(60, 52), (95, 50), (50, -3)])
def test_the_check_finds_what_overlaps_or_is_cut(second: tuple[float, float]) -> None:
    sheet = Sheet(120, 100)
    sheet.text((50, 50), "een", 9)
    sheet.text(second, "twee en meer", 9)
    with pytest.raises(AssertionError):
        check(sheet)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "ego"])
def test_of_nothing_there_is_a_picture_that_says_so(kind: Kind) -> None:
    check(sheet_of(kind, Dataset([]), "en", ""))


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_files_of_their_kind(graph: kg.KnowledgeGraph, kind: Kind) -> None:
    around = "Oekraïne" if kind == "ego" else None
    assert graph.plot(kind, "png", around=around).startswith(b"\x89PNG\r\n")
    svg: Any = etree.fromstring(graph.plot(kind, "svg", around=around))
    assert svg.tag.endswith("}svg")
    assert not svg.xpath("//*[local-name() = 'script' or local-name() = 'image' or local-name() = 'foreignObject']")
    links = svg.xpath("//@*[local-name() = 'href']")
    assert all(str(link).startswith("#") for link in links)


def test_the_same_bytes_in_any_process() -> None:
    code = (
        "import kg, hashlib; graph = kg.build('seeds/ukraine-swift-beat.txt')\n"
        "for kind in ('communities', 'attributions'):\n"
        "    for form in ('svg', 'png'): print(hashlib.sha256(graph.plot(kind, form)).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("7", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\n") == 4


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "ego"])
def test_hostile_names_are_drawn(kind: Kind) -> None:
    graph = kg.build("tests/cases/hostile/article.txt")
    assert b"alert(" not in graph.plot(kind, "svg")


def test_whose_network_must_be_said(graph: kg.KnowledgeGraph) -> None:
    with pytest.raises(InputError, match="--around"):
        graph.plot("ego")
    with pytest.raises(QueryError, match="did you mean 'Eric Schmidt'"):
        graph.plot("ego", around="Erik Schmidt")


def written(sheet: Sheet) -> list[str]:
    return [text.get_text() for text in sheet._axes.texts]


def test_a_legend_of_colours_alone_names_those_of_one_colour_together(data: Dataset) -> None:
    shown = written(attributions(data, "nl"))
    assert "persoon, groep" in shown
    assert "persoon" not in shown


def test_arcs_that_would_hide_one_another_are_left_out_and_not_spoken_of(data: Dataset) -> None:
    assert "grijze boog" in " ".join(written(ego(data, DEFAULT_BASE, "Swift Beat", "nl")))
    many = Dataset(corpus(articles=40, facts=20, actors=24))
    name = many.label(many.nodes.of_class(KG.Entity)[0])
    assert "grijze boog" not in " ".join(written(ego(many, DEFAULT_BASE, name, "nl")))


def test_what_is_narrower_than_the_page_stands_in_its_middle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Eric Schmidt is CEO van Google.", encoding="utf-8")
    sheet = communities(Dataset(kg.build(tmp_path)), "nl")
    at = [text.get_position()[0] for text in sheet._axes.texts if text.get_text() in ("Eric Schmidt", "Google")]
    assert sheet.width == 560
    assert len(at) == 2
    assert sum(at) / 2 == pytest.approx(280, abs=25)  # labels of unequal width


def test_the_picture_in_the_readme_is_what_the_code_draws(graph: kg.KnowledgeGraph, update: bool) -> None:
    file = Path("seeds/ukraine-swift-beat-attributions.svg")
    drawn = graph.plot("attributions", "svg")
    if update:
        file.write_bytes(drawn)
    assert drawn == file.read_bytes(), "run `make update` and look at the picture"
