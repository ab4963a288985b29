import pytest

from kg.report.wording import fill, listed


@pytest.mark.parametrize(
    ("template", "number", "expected"),
    [
        ("{a} {is|are} here", "one", "A is here"),
        ("{a} {is|are} here", "many", "A are here"),
        ("{a} {is|are} here", None, None),
        ("{a}[ with {b}][ in {c}]", None, "A in C"),
        ("{b} comes", "one", None),
        ("[{b} ]{a}", None, "A"),
    ],
)
def test_fill(template: str, number: object, expected: str | None) -> None:
    assert fill(template, {"a": "A", "b": "", "c": "C"}, number) == expected  # type: ignore[arg-type]


def test_what_fills_a_slot_is_not_a_template() -> None:
    assert fill("{a}[ {b}]", {"a": "{b}", "b": "[{a}]"}) == "{b} [{a}]"


def test_lists() -> None:
    assert [listed(names, "nl") for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A en B",
        "A, B en C",
    ]
