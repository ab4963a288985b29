"""Lists of nouns that may also end a compound."""

from __future__ import annotations

import pytest

from kg.extract.nounlists import Nouns

ATTACK = Nouns(frozenset(["aanval", "strijd"]), frozenset(["hartaanval", "wedstrijd"]))
THINGS = Nouns(frozenset(["woning"]), frozenset(["ing"]), open=True)


@pytest.mark.parametrize(
    ("noun", "ending"),
    [
        ("aanval", "aanval"),
        ("luchtaanval", "aanval"),
        ("hartaanval", None),
        ("thuiswedstrijd", None),
        ("aanvaller", None),
        ("uaanval", None),
        ("", None),
    ],
)
def test_a_noun_may_end_a_compound_but_for_those_that_mean_something_else(noun: str, ending: str | None) -> None:
    assert ATTACK.ending(noun) == ending


def test_a_noun_that_stands_alone_ends_no_compound() -> None:
    summits = Nouns(frozenset(["congres"]), alone=frozenset(["top"]))
    assert [summits.ending(noun) for noun in ("top", "laptop", "partijcongres")] == ["top", None, "congres"]


@pytest.mark.parametrize(
    ("noun", "ending"), [("drone", "drone"), ("huurwoning", "woning"), ("mededeling", None), ("ing", None)]
)
def test_an_open_list_takes_any_noun_but_those_left_out(noun: str, ending: str | None) -> None:
    assert THINGS.ending(noun) == ending
