from pathlib import Path

import pytest

from kg.errors import FactsError
from kg.extract.yamlfile import read_yaml


def test_scalars_stay_as_typed_and_lines_are_known(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("date: 2025-07-05\nyear: 2022\nno: no\nempty:\nlist:\n  - a\n  - {b: c}\n", encoding="utf-8")
    file = read_yaml(path)
    expected = {"date": "2025-07-05", "year": "2022", "no": "no", "empty": None, "list": ["a", {"b": "c"}]}
    assert file.data == expected
    assert file.lines["list", 1, "b"] == 7
    assert str(file.error("is wrong", "list", 1, "missing")) == f"{path}:7: list[1].missing: is wrong"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: [1", ":1: is not YAML"),
        ("a: 1\nb: 2\na: 3\n", ":3: a: stands here twice"),
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("? [a]\n: b\n", "a key must be a word"),
        ("[" * 5000, "is nested too deeply"),
        ("a: \x07\n", "is not YAML"),
    ],
)
def test_bad_yaml(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FactsError, match=problem) as error:
        read_yaml(path)
    assert "\n" not in str(error.value)


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="No such file"):
        read_yaml(tmp_path / "none.yaml")
    (tmp_path / "a.yaml").write_bytes(b"a: \xe9")
    with pytest.raises(FactsError, match=r"not in UTF-8 \(byte 3\)"):
        read_yaml(tmp_path / "a.yaml")
