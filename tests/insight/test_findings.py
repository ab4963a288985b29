import sys

import pytest

from kg.errors import InputError
from kg.insight import Finding, Findings

FOUND = Findings(
    "some",
    ("who", "with", "count"),
    (Finding(("A, B", ("x", "y"), 2)), Finding(("C", (), None)), Finding(("C", (), 3))),
)


def test_csv_quotes_what_needs_it() -> None:
    assert FOUND.to_csv() == 'who,with,count\n"A, B",x | y,2\nC,,\nC,,3\n'


def test_json_keeps_lists_and_nothing() -> None:
    assert FOUND.as_json()[:2] == [
        {"who": "A, B", "with": ("x", "y"), "count": 2, "receipts": []},
        {"who": "C", "with": (), "count": None, "receipts": []},
    ]


def test_matrix_adds_up() -> None:
    matrix = Findings("m", ("a", "b", "n"), (Finding(("x", "p", 1)), Finding(("x", "p", 2)), Finding(("y", "q", 4))))
    assert matrix.matrix("a", "b", "n").records() == [{"a": "x", "p": 3, "q": None}, {"a": "y", "p": None, "q": 4}]


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_frames(package: str) -> None:
    pytest.importorskip(package)
    frame = getattr(FOUND, f"to_{package}")()
    assert list(frame.columns) == ["who", "with", "count"]
    assert list(frame["who"]) == ["A, B", "C", "C"]


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="pip install pandas"):
        FOUND.to_pandas()
