import pytest

from kg.errors import InputError
from kg.evaluation import evaluate, minimum, shortfalls
from tests.evaluation.making import case, fact

GOOD = fact("Effort", "Gamma steunt Delta", {"actor": "Gamma"})
OTHER = fact("Effort", "Gamma steunt Delta", {"actor": "Delta"})


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("0.8", ("facts.f1", 0.8)),
        ("1", ("facts.f1", 1.0)),
        ("status=0.5", ("status.f1", 0.5)),
        ("facts.precision=.9", ("facts.precision", 0.9)),
    ],
)
def test_a_minimum_is_read(stated: str, expected: tuple[str, float]) -> None:
    assert minimum(stated) == expected


@pytest.mark.parametrize("stated", ["", "x", "1.1", "-0.1", "nan", "facts=", "fact=0.5", "facts.f2=0.5", "=0.5.1"])
def test_what_is_no_minimum_is_named(stated: str) -> None:
    with pytest.raises(InputError):
        minimum(stated)


def test_figures_below_their_minimum() -> None:
    result = evaluate([case([GOOD], [GOOD, OTHER])])
    assert shortfalls(result, {"facts.precision": 1, "facts.recall": 0.5, "dates.f1": 1}) == []
    assert shortfalls(result, {"facts.recall": 0.51}) == ["facts.recall is 0.5, below the minimum of 0.51"]
    with pytest.raises(InputError, match=r"no figure 'facts\.right'"):
        shortfalls(result, {"facts.right": 1})


def test_nothing_extracted_falls_short_of_any_precision() -> None:
    assert shortfalls(evaluate([case([], [GOOD])]), {"facts.precision": 0.1, "status.f1": 0.1}) == [
        "facts.precision is 0, below the minimum of 0.1",
        "status.f1 is 0, below the minimum of 0.1",
    ]
    assert shortfalls(evaluate([case([], [])]), {"facts.precision": 0.1}) == []
