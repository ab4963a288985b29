from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.goods import goods


@pytest.mark.parametrize(
    "noun",
    [
        *(
            "prestatie",
            "kritiek",
            "weekeinde",
            "bijdrage",
            "bewijs",
            "strijd",
            "doelpunt",
            "huiswerk",
            "besluit",
            "keuze",
        ),
        *("fout", "afspraak", "mogelijkheid", "stabiliteit", "optimisme", "verbetering", "organisatie", "vakantiegeld"),
    ],
)
def test_abstract_nouns_are_no_goods(noun: str) -> None:
    assert goods("nl").is_abstract(noun)


@pytest.mark.parametrize(
    "noun",
    [
        *(
            "drone",
            "munitie",
            "kleding",
            "huurwoning",
            "gereedschap",
            "onderdeel",
            "staal",
            "windmolen",
            "vuurwerk",
            "meel",
        ),
        *("batterij", "scanner", "onderzeeër", "luchtverdedigingssysteem", "verpakking", "televisie", "elektriciteit"),
    ],
)
def test_things_are_goods(noun: str) -> None:
    assert not goods("nl").is_abstract(noun)


@given(st.text(max_size=40))
def test_any_word_is_read(word: str) -> None:
    assert goods("nl").is_abstract(word) in (True, False)


def test_a_general_noun_takes_up_only_what_fits() -> None:
    assert goods("nl").can_take_up("toestel", "propellervliegtuig")
    assert not goods("nl").can_take_up("toestel", "huis")
    assert not goods("nl").can_take_up("tafel", "tafel")
