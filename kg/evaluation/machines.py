"""What came of an evaluation, for machines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from kg.evaluation.cases import Case, Cases
from kg.evaluation.evaluating import Evaluation, Pair
from kg.evaluation.figures import Figure, Figures
from kg.evaluation.wording import differences, where
from kg.facts import Fact, to_line

_COUNTS = ("found", "expected", "right", "differ")
_SHARES = ("precision", "recall", "f1")


def to_csv(result: Evaluation) -> str:
    """Give all figures as CSV (RFC 4180), over all types and for each; a share that there is none of is empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("type", "measure", *_COUNTS, *_SHARES))
    for name, figures in [("all", result.figures), *result.by_type.items()]:
        for measure, figure in figures.of.items():
            shares = (getattr(figure, share) for share in _SHARES)
            known = ("" if share is None else f"{share:.6f}" for share in shares)
            writer.writerow((name, measure, *(getattr(figure, count) for count in _COUNTS), *known))
    return out.getvalue()


def to_json(result: Evaluation, cases: Cases) -> dict[str, Any]:
    """Give everything as JSON has it: the figures, and each fact missed, invented or different in a part."""
    return {
        "articles": result.articles,
        "figures": _figures(result.figures),
        "by_type": {name: _figures(figures) for name, figures in result.by_type.items()},
        "missed": [_fact(case, fact) for case, fact in result.missed],
        "invented": [_fact(case, fact) for case, fact in result.invented],
        "different": [_pair(pair) for pair in result.different],
        "rejected": [{"reason": reason, "fact": _record(fact)} for fact, reason in cases.rejected],
        "left_out": dict(cases.left_out),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {name: _figure(figure) for name, figure in figures.of.items()}


def _figure(figure: Figure) -> Mapping[str, float | None]:
    return {name: getattr(figure, name) for name in (*_COUNTS, *_SHARES)}


def _fact(case: Case, fact: Fact) -> dict[str, Any]:
    return {"where": where(case, fact), "fact": _record(fact)}


def _pair(pair: Pair) -> dict[str, Any]:
    parts = [difference._asdict() for difference in differences(pair)]
    both = {"expected": _record(pair.expected), "found": _record(pair.found)}
    return {"where": where(pair.case, pair.expected), "parts": parts} | both


def _record(fact: Fact) -> Any:
    return json.loads(to_line(fact))
