"""Colours, shapes and lines: those of the page (`kg.view.styles`), as Matplotlib has them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from kg.insight.reading import Dataset
from kg.plot.sheet import FAINT, Sheet, width_of
from kg.view.styles import kind_styles, status_styles
from kg.vocab import KG

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
HELD = ("actual", "ended")
_SHAPES = {
    "dot": "o",
    "hexagon": "h",
    "square": "s",
    "star": "*",
    "triangle": "^",
    "triangleDown": "v",
    "diamond": "D",
}
_MARGIN = 24.0


@cache
def texts(language: Language) -> dict[str, str]:
    """Give what plots say by themselves."""
    table: dict[str, dict[str, str]] = yaml.safe_load(
        (resources.files("kg.plot") / "data" / "texts.yaml").read_text("utf-8")
    )
    return table[language]


def colour_of(kind: str) -> str:
    """Give the colour of a kind."""
    return str(kind_styles().get(kind, kind_styles()["Entity"])["colour"])


def tint(colour: str) -> str:
    """Give a paler shade of a colour (``#rrggbb``)."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * 0.62):02x}" for part in parts)


def shape_of(kind: str) -> str:
    """Give the shape of a kind."""
    return _SHAPES[kind_styles().get(kind, kind_styles()["Entity"])["shape"]]


def dashes_of(status: str) -> list[float]:
    """Give the dashes of a status, for a line of one point."""
    style = status_styles().get(status, status_styles()["background"])
    return [length / 2.5 for length in style["dashes"]]


def label_of(table: dict[str, Any], language: Language) -> str:
    """Give the label of a style."""
    labels = table["label"]
    return str(labels.get(language) or next(iter(labels.values()), ""))


def title_of(data: Dataset, language: Language) -> str:
    """Give what the plot is about: the article, or how many there are."""
    articles = data.nodes.of_class(KG.Article)
    if len(articles) == 1:
        return data.article_name(articles[0])
    return texts(language)["of articles"].format(count=len(articles))


def draw_head(sheet: Sheet, title: str, lines: Iterable[str]) -> None:
    """Write the title, and below it what the plot shows."""
    sheet.text((_MARGIN, 26), title, 14, bold=True)
    for number, line in enumerate(lines):
        sheet.text((_MARGIN, 46 + 12.5 * number), line, 8.5, colour=FAINT)


def draw_kinds(sheet: Sheet, y: float, kinds: Iterable[str], language: Language) -> float:
    """Draw the legend of some kinds, in the order of the page's; give where it ends."""
    wanted = set(kinds)
    named = [(name, label_of(style, language)) for name, style in kind_styles().items() if name in wanted]
    return _draw_legend(sheet, y, [(shape_of(name), colour_of(name), label) for name, label in named])


def draw_colours(sheet: Sheet, y: float, kinds: Iterable[str], language: Language) -> float:
    """Draw the legend of some kinds where their shapes are not drawn: kinds of one colour together."""
    wanted = set(kinds)
    labels: dict[str, list[str]] = {}
    for name, style in kind_styles().items():
        if name in wanted:
            labels.setdefault(colour_of(name), []).append(label_of(style, language))
    return _draw_legend(sheet, y, [(_SHAPES["square"], colour, ", ".join(names)) for colour, names in labels.items()])


def _draw_legend(sheet: Sheet, y: float, entries: Iterable[tuple[str, str, str]]) -> float:
    x = _MARGIN + 6
    for shape, colour, label in entries:
        wide = width_of(label, 8) + 30
        if x + wide > sheet.width - _MARGIN:
            x, y = _MARGIN + 6, y + 15
        sheet.mark((x, y), shape, 7.5, colour)
        sheet.text((x + 9, y), label, 8, colour=FAINT)
        x += wide
    return y + 15


def draw_statuses(sheet: Sheet, y: float, statuses: Iterable[str], language: Language, x: float = _MARGIN) -> float:
    """Draw the legend of some statuses as lines; give where it ends."""
    wanted = set(statuses)
    for name, style in status_styles().items():
        if name in wanted and name != "background":
            label = label_of(style, language)
            sheet.line([(x, y), (x + 26, y)], FAINT, 1.6, dashes_of(name))
            sheet.text((x + 31, y), label, 8, colour=FAINT)
            x += width_of(label, 8) + 50
    return y + 15
