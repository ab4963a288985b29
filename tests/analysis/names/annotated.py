"""Articles with their names marked by a person: ``[Volodymyr Zelensky|Person]``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARKED = re.compile(r"\[([^|\]]+)\|(\w+)\]")


class Annotated(NamedTuple):
    """An article's text, and the kinds of its names by their offsets."""

    text: str
    names: dict[tuple[int, int], str]


def read_annotated(name: str) -> list[Annotated]:
    """Read the articles of a file beside this one; an empty line parts them."""
    blocks = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return [annotated(block) for block in blocks if not block.startswith("#")]


def annotated(block: str) -> Annotated:
    """Read one article."""
    text, place = "", 0
    names: dict[tuple[int, int], str] = {}
    for marked in _MARKED.finditer(block):
        text += block[place : marked.start()]
        names[len(text), len(text) + len(marked[1])] = marked[2]
        text += marked[1]
        place = marked.end()
    return Annotated(text + block[place:], names)
