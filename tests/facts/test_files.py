from pathlib import Path

import pytest

from kg.errors import FactsError
from kg.facts import read_facts, to_lines
from kg.pipeline import build

SEED = Path("seeds/ukraine-swift-beat.txt")


def test_lines_say_all_that_facts_hold(tmp_path: Path) -> None:
    facts = build([SEED]).facts
    path = tmp_path / "facts.jsonl"
    path.write_text(to_lines(facts), encoding="utf-8")
    assert list(read_facts(path)) == facts


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", r":1: Invalid JSON"),
        (b'\n{"type": "Agreement"}', r":2: article: is missing"),
        (b'{"type": "Agrement"}', ":1: .*Agrement"),
        (b"\xff", "is not in UTF-8"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_bytes(content)
    with pytest.raises(FactsError, match=problem):
        list(read_facts(path))
