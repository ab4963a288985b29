"""Extraction over articles written for it: as good as `development/thresholds.yaml` says, or better.

What a set comes to is shown by ``kg evaluate tests/development/open --by-type``; pytest prints it where a figure falls
short, and always with ``-rP``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.cli.evaluating import afresh, report
from kg.evaluation import evaluate, read_known, shortfalls

FOLDER = Path(__file__).parent / "development"
THRESHOLDS: dict[str, Any] = yaml.safe_load((FOLDER / "thresholds.yaml").read_text(encoding="utf-8"))
# Not to be held to anything in particular is no test.
LEAST = {"facts.precision", "facts.recall"}


def test_every_set_has_its_thresholds() -> None:
    assert set(THRESHOLDS) == {path.name for path in FOLDER.iterdir() if path.is_dir()}
    for name, stated in THRESHOLDS.items():
        assert stated["minimums"].keys() >= LEAST, name
        assert all(stated["minimums"][figure] > 0 for figure in LEAST), f"{name}: fill in what it reaches"


@pytest.mark.parametrize("name", sorted(THRESHOLDS))
def test_every_article_has_its_reviewed_file(name: str) -> None:
    articles = {path.stem for path in (FOLDER / name).glob("*.txt")}
    assert articles == {path.name.removesuffix(".facts.yaml") for path in (FOLDER / name).glob("*.facts.yaml")}
    assert len(articles) >= THRESHOLDS[name]["articles"]


@pytest.mark.parametrize("name", sorted(THRESHOLDS))
def test_extraction_is_as_good_as_it_was(name: str) -> None:
    cases = afresh(read_known(FOLDER / name))
    result = evaluate(cases.cases)
    sys.stdout.write(report(result, cases, by_type=True))
    assert not cases.rejected
    assert shortfalls(result, THRESHOLDS[name]["minimums"]) == []
