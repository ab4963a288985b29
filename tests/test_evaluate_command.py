import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.article import Article
from kg.cli import evaluating, main
from kg.evaluation import read_known
from kg.extraction import Extracted
from kg.facts import Fact, to_lines

SEED = Path("seeds/ukraine-swift-beat.txt").resolve()
FACTS = read_known(SEED)[SEED.name].facts


def ends(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    """Run the command in this process; give its exit code, and what it printed."""
    code: object = 0
    try:
        main(["evaluate", *map(str, arguments)])
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Facts for machines: two are missing, one is there without being so."""
    file = tmp_path / "facts.jsonl"
    file.write_text(to_lines([*FACTS[2:], _moved(FACTS[10])]), encoding="utf-8")
    return file


def _moved(fact: Fact) -> Fact:
    """Give a fact with words that are not where it says."""
    first = fact.evidence[0]
    return fact.model_copy(update={"evidence": (first.model_copy(update={"start": 1, "end": 4}),)})


@pytest.mark.parametrize("reviewed", [SEED, SEED.with_suffix(".facts.yaml"), SEED.parent])
def test_facts_against_reviewed_ones(capsys: pytest.CaptureFixture[str], lines: Path, reviewed: Path) -> None:
    code, out, err = ends(capsys, lines, reviewed)
    assert (code, err) == (0, "")
    facts = next(line.split() for line in out.splitlines() if line.startswith("Facts "))
    assert facts == ["Facts", "43", "45", "43", "1.000", "0.956", "0.977"]
    assert "Missed: 2\n  ukraine-swift-beat.txt:1, characters " in out
    assert "Invented" not in out
    assert "Not counted, because not in their article: 1, the first of them: " in out
    assert "Alliance" not in out


def test_the_figures_of_each_type(capsys: pytest.CaptureFixture[str], lines: Path) -> None:
    _, out, _ = ends(capsys, lines, SEED, "--by-type", "--list", "0")
    assert "Missed" not in out
    assert "\nAlliance            1      1         1      1.000" in out


def test_how_many_facts_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").touch()
    assert "Missed: 45, of which the first 10\n" in ends(capsys, tmp_path, SEED)[1]
    assert ends(capsys, tmp_path, SEED, "--list", "3")[1].count(" characters ") == 3
    assert ends(capsys, tmp_path, SEED, "--all")[1].count(" characters ") == 45


def test_for_machines(capsys: pytest.CaptureFixture[str], lines: Path) -> None:
    data = json.loads(ends(capsys, lines, SEED, "--format", "json")[1])
    assert (len(data["missed"]), len(data["rejected"]), data["figures"]["facts"]["precision"]) == (2, 1, 1.0)
    rows = list(csv.DictReader(io.StringIO(ends(capsys, lines, SEED, "--format", "csv")[1])))
    assert (rows[0]["measure"], rows[0]["recall"]) == ("facts", "0.955556")


def test_a_figure_below_its_minimum_ends_with_1(capsys: pytest.CaptureFixture[str], lines: Path) -> None:
    assert ends(capsys, lines, SEED, "--minimum", "0.97", "--minimum", "facts.precision=1")[0] == 0
    code, out, err = ends(capsys, lines, SEED, "--minimum", "0.98", "--minimum", "status.recall=0.99")
    assert code == 1
    assert "Facts" in out
    assert err == (
        "kg: facts.f1 is 0.9773, below the minimum of 0.98; status.recall is 0.9556, below the minimum of 0.99\n"
    )


def test_facts_are_extracted_afresh(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def extract_from(article: Article, model: str | None = None) -> Extracted:
        asked.append((article.id, article.language, model))
        return Extracted(article, list(FACTS[:40]), [(FACTS[40], "not there")])

    monkeypatch.setattr(evaluating, "extract_from", extract_from)
    code, out, _ = ends(capsys, SEED.parent, "--model", "other")
    assert (code, asked) == (0, [(SEED.name, "nl", "other")])
    assert "Missed: 5\n" in out
    assert "not in their article: 1, the first of them: not there" in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("none", SEED), "none: no such file or folder"),
        ((SEED, "none.jsonl"), "none.jsonl: no such file or folder"),
        ((SEED, SEED, "--minimum", "2"), "a minimum is a number from 0 to 1, as in facts.precision=0.9, not '2'"),
        ((SEED, SEED, "--minimum", "x=1"), "there is no figure 'x.f1': known are facts"),
        ((SEED, SEED, "--model", "x"), "--model is for extracting afresh"),
        (("{lines}",), "the article 'ukraine-swift-beat.txt' has no text"),
        ((), "Missing argument 'EXTRACTED': "),
    ],
)
def test_mistakes(
    capsys: pytest.CaptureFixture[str], lines: Path, arguments: tuple[str | Path, ...], problem: str
) -> None:
    given = [lines if argument == "{lines}" else argument for argument in arguments]
    code, out, err = ends(capsys, *given)
    assert (code, out) == (2, "")
    assert err.startswith(f"kg: {problem}")
    assert err.count("\n") == 1


def test_the_same_facts_give_the_same_bytes_in_any_process(lines: Path) -> None:
    command = [sys.executable, "-m", "kg", "evaluate", str(lines), str(SEED), "--all", "--by-type"]
    printed = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
