"""Gaps: what a reader would ask of a situation, and the graph does not tell."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml
from pyoxigraph import NamedNode

from kg.insight.findings import Finding, Findings
from kg.insight.reading import Dataset, Situation
from kg.vocab import KG

COLUMNS = ("fact", "type", "status", "missing")
_TOLD = ("actual", "ended", "planned")
_TIMES = ("date", "notBefore", "notAfter", "startDate", "endDate")


class Question(NamedTuple):
    """A question, and the properties that answer it."""

    name: str
    properties: tuple[NamedNode, ...]
    at_least: int


def gaps(data: Dataset) -> Findings:
    """Tell what is missing: an agreement without a date, a meeting without a place.

    Of what is only possible, denied or disputed nothing is asked.

    Returns:
        Columns: ``fact``, ``type``, ``status``, ``missing`` (the questions without an answer: ``when``, ``where`` …);
        the situation with most of them first.
    """
    rows = []
    for situation in data.situations:
        missing = tuple(_missing(data, situation)) if situation.status in _TOLD else ()
        if missing:
            values = (situation.label, situation.type, situation.status, missing)
            rows.append((len(missing), Finding(values, data.receipts([situation]))))
    return Findings("gaps", COLUMNS, tuple(row for _, row in sorted(rows, key=lambda row: -row[0])))


def _missing(data: Dataset, situation: Situation) -> list[str]:
    return [
        question.name
        for question in questions().get(situation.type, ())
        if sum(_fillers(data, situation.node, prop) for prop in question.properties) < question.at_least
    ]


def _fillers(data: Dataset, node: NamedNode, prop: NamedNode) -> int:
    return len(data.nodes.nodes(node, prop)) + len(data.nodes.literals(node, prop))


@cache
def questions() -> dict[str, tuple[Question, ...]]:
    """Give the questions that are asked of each type of situation."""
    text = (resources.files("kg.insight") / "data" / "gaps.yaml").read_text("utf-8")
    return {
        name: tuple(_question(asked, answer) for asked, answer in of.items())
        for name, of in yaml.safe_load(text).items()
    }


def _question(name: str, answer: list[str] | dict[str, list[str] | int]) -> Question:
    table = answer if isinstance(answer, dict) else {"any": answer, "at_least": 1}
    names, at_least = table["any"], table["at_least"]
    if not isinstance(names, list) or not isinstance(at_least, int):
        raise TypeError(f"gaps.yaml: {name}")
    properties = [prop for prop in names if prop != "day"] + (list(_TIMES) if "day" in names else [])
    return Question(name, tuple(KG[prop] for prop in properties), at_least)
