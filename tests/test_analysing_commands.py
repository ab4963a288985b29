import csv
import io
import json
from pathlib import Path

import pytest

from kg.cli import main


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    main(["build", "seeds/ukraine-swift-beat.txt", "--out", str(out), "--no-validate"])
    return out


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    capsys.readouterr()
    code: object = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


def test_all_analyses_in_one(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "analyse", built)
    assert code == 0
    assert [line for line in out.splitlines() if line.isupper()] == [
        *("ACTORS", "COMMUNITIES", "SOURCES", "FOUNDATIONS", "AGENDA", "GAPS")
    ]
    assert "looks from 2025-07-05" in err


def test_forms_for_programs(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "analyse", built, "actors", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err, rows[0]["actor"], rows[0]["ties"]) == (0, "", "Oekraïne", "9")
    plain = json.loads(said(capsys, "analyse", built, "agenda", "--today", "2025-08-01", "--format", "json")[1])
    assert plain[0]["when"] == "overdue"
    assert plain[0]["receipts"][0]["start"] > 0
    assert set(json.loads(said(capsys, "analyse", built, "--format", "json")[1])) >= {"actors", "gaps"}
    assert said(capsys, "analyse", built, "--format", "csv")[0] == 2


def test_what_is_asked_may_stand_alone(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "build").symlink_to(built)
    monkeypatch.chdir(tmp_path)
    assert said(capsys, "analyse", "agenda") == said(capsys, "analyse", "build", "agenda")


def test_a_store_is_analysed_too(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    assert said(capsys, "load", built / "graph.trig", "--store", store)[0] == 0
    for what in ("actors", "gaps"):
        wanted = said(capsys, "analyse", built, what, "--format", "csv")
        assert said(capsys, "analyse", store, what, "--format", "csv") == wanted
    assert said(capsys, "infer", store)[0] == 0
    assert said(capsys, "analyse", store, "gaps", "--format", "csv") == wanted


def test_words_behind_rows(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "analyse", built, "agenda", "--top", "1", "--explain")[1]
    assert "Row 1" in out
    assert "“De gesprekken, gepland voor 10 juli" in out


def test_sources_are_shown_as_a_matrix(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = said(capsys, "analyse", built, "sources")[1].splitlines()[0]
    assert head.startswith("speaks of")
    assert "Kyiv Independent" in head


def test_a_path_with_its_words(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "path", "Eric Schmidt", "Denemarken", "--graph", built, "--count", "1")
    assert code == 0
    assert out.splitlines()[:3] == [
        "Path 1",
        "  Eric Schmidt (steungever) — Swift Beat LLC (gesteunde): Eric Schmidt steunt Swift Beat  [Backing · actual]",
        "    “wordt gesteund door voormalig CEO van Google Eric Schmidt”",
    ]
    assert "Path 2" not in out
    rows = said(capsys, "path", "Eric Schmidt", "Denemarken", "--graph", built, "--format", "csv")[1]
    assert rows.startswith("path,step,from,fact,type,status,to\n1,1,Eric Schmidt")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("Eric Schmid", "Denemarken"), "did you mean 'Eric Schmidt'?"),
        (("Macron", "Oekraïne"), "nothing that is actual or ended connects 'Macron' with 'Oekraïne'"),
    ],
)
def test_mistakes_are_one_line(
    built: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, str], message: str
) -> None:
    code, out, err = said(capsys, "path", *names, "--graph", built)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_a_report_in_both_forms(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "report", built)
    assert code == 0
    assert out.startswith("# Briefing: ukraine-swift-beat.txt\n")
    assert said(capsys, "report", built, "--out", tmp_path / "b.html", "--language", "en")[0] == 0
    assert (tmp_path / "b.html").read_text(encoding="utf-8").startswith('<!DOCTYPE html>\n<html lang="en">')
    assert said(capsys, "report", built, "--out", tmp_path / "b.docx")[0] == 2


def test_a_picture(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    assert said(capsys, "plot", "timeline", built, "--out", tmp_path / "t.svg")[0] == 0
    assert b"<svg" in (tmp_path / "t.svg").read_bytes()
    code, _, err = said(capsys, "plot", "timeline", built, "--out", tmp_path / "t.bmp")
    assert (code, ".svg, .png" in err) == (2, True)
    code, _, err = said(capsys, "plot", "ego", built, "--out", tmp_path / "t.svg")
    assert (code, "--around NAME" in err) == (2, True)


def test_a_picture_without_its_extra(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    code, _, err = said(capsys, "plot", "matrix", built, "--out", "x.svg")
    assert (code, err) == (2, "kg: pictures need the extra plot: pip install 'newskg[plot]'\n")
