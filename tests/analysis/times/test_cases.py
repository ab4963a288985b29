"""Sentences with and without times: tests/analysis/times/cases.nl.yaml."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.analysis.engine import analyse
from kg.analysis.spacy_engine import embedded
from kg.analysis.times import TimeExpression, find_times
from kg.article import Article

_SATURDAY = date(2025, 7, 5)
_DATES = ("date", "not_before", "not_after", "start_date", "end_date")


@cache
def _cases() -> list[dict[str, Any]]:
    file = Path(__file__).with_name("cases.nl.yaml")
    cases: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return cases


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["say"])
def test_times_are_found_and_resolved(case: dict[str, Any]) -> None:
    published = case.get("published")
    article = Article(id="case", text=case["say"], language="nl", date=published and str(published))
    found = find_times(analyse(article, embedded("nl")), case.get("seen", _SATURDAY))
    assert [_known(one) for one in found] == [_expected(one) for one in case.get("times", [])]


def test_there_are_many_cases() -> None:
    assert len(_cases()) >= 150
    assert sum(not case.get("times") for case in _cases()) >= 30


def _known(found: TimeExpression) -> dict[str, str]:
    return {name: value for name in ("text", *_DATES) if (value := getattr(found, name)) is not None}


def _expected(times: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in times.items()}
