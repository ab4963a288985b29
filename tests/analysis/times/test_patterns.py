"""Patterns over words, with a small grammar of another kind."""

from __future__ import annotations

import pytest

from kg.analysis.times.patterns import Edge, Patterns


def _refuse_zero(**values: int) -> int | None:
    return sum(values.values()) or None


_BUILDERS = {
    "sum": _refuse_zero,
    "first": lambda **values: next(iter(values.values())),
    "names": lambda **values: tuple(values),
}


def _found(steps: list[list[tuple[str, str, str]]], text: str) -> set[tuple[int, str, object, int]]:
    words = text.split()
    edges = [[Edge("NUM", int(word), place + 1)] if word.isdigit() else [] for place, word in enumerate(words)]
    Patterns(steps, _BUILDERS).match(words, edges)
    return {(place, *edge) for place, found in enumerate(edges) for edge in found if edge.label != "NUM"}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("NUM1 plus NUM2", "x 1 plus 2", {(1, "SUM", 3, 4)}),
        ("NUM1 plus|and NUM2", "1 and 2", {(0, "SUM", 3, 3)}),
        ("the? NUM", "the 4", {(0, "SUM", 4, 2), (1, "SUM", 4, 2)}),
        ("NUM", "0", set()),
        ("NUM1 plus NUM2", "1 plus", set()),
    ],
)
def test_a_pattern(pattern: str, text: str, found: set[tuple[int, str, object, int]]) -> None:
    assert _found([[("SUM", "sum", pattern)]], text) == found


def test_a_step_uses_what_those_before_it_found() -> None:
    steps = [[("SUM", "sum", "NUM1 plus NUM2")], [("ALL", "first", "it is SUM")]]
    assert (0, "ALL", 3, 5) in _found(steps, "it is 1 plus 2")


def test_categories_have_names_or_none() -> None:
    assert (0, "X", ("a", "num3"), 4) in _found([[("X", "names", "a=NUM (NUM2) then NUM3")]], "1 2 then 3")


def test_an_unknown_builder_is_an_error() -> None:
    with pytest.raises(KeyError):
        Patterns([[("X", "nothing", "a")]], _BUILDERS)
