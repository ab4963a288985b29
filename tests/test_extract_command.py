"""`kg extract`, and `kg build` without a reviewed file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.facts import read_facts

TEXT = "date 2025-03-14\nMinister Kajsa Ollongren ontmoette donderdag haar collega Pål Jonson in Stockholm.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nieuws.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_facts_are_written_to_standard_output(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(source)])
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert facts
    for fact in facts:
        assert (fact["article"], fact["method"]) == ("nieuws.txt", "rules")
        assert fact["frame"]
        assert all(TEXT[quote["start"] : quote["end"]] == quote["quote"] for quote in fact["evidence"])


def test_facts_can_be_read_again(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    main(["extract", str(source), "--out", str(out)])
    assert [fact.type for fact in read_facts(out)].count("Meeting") == 1
    main(["build", str(source), "--facts", str(out), "--language", "nl", "--out", str(tmp_path / "build")])
    assert (tmp_path / "build" / "graph.ttl").exists()


def test_explain_shows_frames_and_words(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(source), "--explain"])
    out = capsys.readouterr().out
    assert "Meeting (actual), by the frame meeting-met" in out
    assert "participant: Kajsa Ollongren (Person)" in out
    assert "date 2025-03-13" in out


def test_a_graph_is_built_without_a_reviewed_file(source: Path, tmp_path: Path) -> None:
    main(["build", str(source), "--out", str(tmp_path / "build")])
    assert "kg:Meeting" in (tmp_path / "build" / "graph.ttl").read_text(encoding="utf-8")


def test_a_model_that_is_not_there_is_a_user_s_mistake(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["extract", str(source), "--model", "nl_niet_daar"])
    assert end.value.code == 2
    assert "nl_niet_daar" in capsys.readouterr().err


def test_another_language_is_a_user_s_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "The president met the chancellor in Berlin on Tuesday to talk about the war. " * 5, encoding="utf-8"
    )
    with pytest.raises(SystemExit) as end:
        main(["extract", str(path)])
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith(f"kg: {path}: ")
