from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation import Known, read_known
from kg.facts import to_lines
from tests.evaluation.making import ARTICLE, TEXT, fact

REVIEWED = """
entities: {Alfa: {kind: Company}, Beta: {kind: Company}}
facts:
  - type: Agreement
    roles: {party: [Alfa, Beta]}
    evidence: Alfa en Beta sluiten een akkoord
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and its reviewed file, an article without one, and a table."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.facts.yaml").write_text(REVIEWED, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "facts.jsonl").write_text(to_lines([fact("Effort", "Gamma", {"actor": "Gamma"})]), encoding="utf-8")
    return tmp_path


def types(known: dict[str, Known]) -> dict[str, list[str]]:
    return {article: [fact.type for fact in one.facts] for article, one in known.items()}


@pytest.mark.parametrize("name", ["", "a.txt", "a.facts.yaml"])
def test_reviewed_files_with_their_articles(folder: Path, name: str) -> None:
    known = read_known(folder / name)
    assert types(known) == {"a.txt": ["Agreement"]}
    assert known["a.txt"].article == ARTICLE


def test_facts_for_machines(folder: Path) -> None:
    assert types(read_known(folder / "facts.jsonl")) == {"a.txt": ["Effort"]}
    assert read_known(folder / "facts.jsonl")["a.txt"].article is None
    (folder / "a.facts.yaml").unlink()
    assert types(read_known(folder)) == {"a.txt": ["Effort"]}  # what kg build leaves


def test_no_fact_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").touch()
    assert read_known(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "gone", "problem"),
    [
        ("none.txt", (), "no such file or folder"),
        ("none.jsonl", (), "no such file or folder"),
        ("b.txt", (), "has no reviewed file beside an article"),
        ("a.facts.yaml", ("a.txt",), "has no article a.txt beside it"),
        ("", ("a.facts.yaml", "facts.jsonl"), "has neither reviewed files"),
        ("", ("a.txt",), "has no reviewed file beside an article"),
    ],
)
def test_what_is_none_of_these_is_named(folder: Path, name: str, gone: tuple[str, ...], problem: str) -> None:
    for file in gone:
        (folder / file).unlink()
    with pytest.raises(InputError, match=problem) as error:
        read_known(folder / name)
    assert str(error.value).startswith(str(folder / name))


def test_an_article_may_have_nothing_for_us(folder: Path) -> None:
    (folder / "b.facts.yaml").write_text("entities: {Gamma: {kind: Company}}\nfacts: []", encoding="utf-8")
    assert types(read_known(folder)) == {"a.txt": ["Agreement"], "b.txt": []}


def test_two_articles_of_one_id_are_named(folder: Path) -> None:
    (folder / "a.json").write_text('{"id": "a.txt", "text": "Alfa en Beta sluiten een akkoord"}', encoding="utf-8")
    with pytest.raises(InputError, match="the same id"):
        read_known(folder)
