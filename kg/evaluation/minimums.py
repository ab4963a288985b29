"""Figures that must be reached."""

from __future__ import annotations

import math
from collections.abc import Mapping

from kg.errors import InputError
from kg.evaluation.evaluating import Evaluation
from kg.evaluation.figures import MEASURES, Figure

_FIGURES = ("precision", "recall", "f1")


def minimum(stated: str) -> tuple[str, float]:
    """Read a minimum: ``0.8`` (the F1 of facts), ``status=0.9`` (an F1), ``facts.precision=0.9``.

    Returns:
        The figure's name, as ``facts.precision``, and the number.

    Raises:
        InputError: it is not of this form.
    """
    name, _, number = stated.rpartition("=")
    name = name or "facts"
    name = name if "." in name else f"{name}.f1"
    _check(name)
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise InputError(f"a minimum is a number from 0 to 1, as in facts.precision=0.9, not {stated!r}")
    return name, value


def _check(name: str) -> None:
    measure, _, figure = name.partition(".")
    if measure not in MEASURES or figure not in _FIGURES:
        known = f"known are {', '.join(MEASURES)}, each with {', '.join(_FIGURES)}"
        raise InputError(f"there is no figure {name!r}: {known}, as in facts.precision")


def shortfalls(result: Evaluation, minimums: Mapping[str, float]) -> list[str]:
    """Say which figures are below their minimum.

    Args:
        result: what came of the evaluation.
        minimums: the least that each figure must be, by its name, as ``facts.precision``.

    Raises:
        InputError: there is no such figure.
    """
    found = []
    for name, least in minimums.items():
        _check(name)
        measure, _, which = name.partition(".")
        value = _value(result.figures.of[measure], which)
        if value is not None and value < least:
            found.append(f"{name} is {value:.4g}, below the minimum of {least:g}")
    return found


def _value(figure: Figure, which: str) -> float | None:
    """Give a figure: 0 where only one side has anything, None where neither has, and nothing can fall short."""
    if figure.found == figure.expected == 0:
        return None
    value: float | None = getattr(figure, which)
    return value or 0.0
