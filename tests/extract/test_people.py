from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.people import people
from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    "noun",
    ["relschopper", "handelaar", "accordeonist", "rapporteur", "24-jarige", "edelman", "partijlid", "importrice"],
)
def test_nouns_for_people_are_told_by_their_ending(noun: str) -> None:
    assert people("nl").is_person(noun)


@pytest.mark.parametrize(
    "noun",
    ["computer", "netwerkprinter", "kwartaalcijfer", "november", "behandeling", "kist", "roman", "jaar", "helikopter"],
)
def test_other_nouns_have_the_same_ending(noun: str) -> None:
    assert not people("nl").is_person(noun)


def test_nouns_in_the_plural() -> None:
    assert people("nl").are_people("relschoppers")
    assert not people("nl").are_people("computers")


@given(st.text(max_size=30))
def test_any_word_is_read(word: str) -> None:
    assert people("nl").is_person(word) in (True, False)
    assert people("nl").are_people(word) in (True, False)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Een onbekende heeft een agent neergestoken.", "onbekende", [("een onbekende", "Person")]),
        ("Een 24-jarige is aangehouden.", "24-jarige", [("een 24-jarige", "Person")]),
        ("Drie relschoppers mishandelden een agent.", "relschoppers", [("drie relschoppers", "Group")]),
        ("De Finse patrouille werd beschoten.", "patrouille", [("de Finse patrouille", "ArmedForce")]),
    ],
)
def test_people_without_a_name(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert Analysed(text).of(word) == expected


ANY = ("Person", "Organisation", "Company", "ArmedForce", "Group", "Place", "ProductKind")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Een onbekende stak een 19-jarige student neer.", "student", ("een 19-jarige student", "Person")),
        ("Zij vielen een markt in Quetta aan.", "markt", ("een markt in Quetta", "Place")),
        ("Zij beschoten een school.", "school", ("een school", "Organisation")),
        ("Zij beschoten een bus.", "bus", ("bus", "ProductKind")),
    ],
)
def test_what_is_attacked_is_a_product_only_where_it_is_a_thing(
    text: str, word: str, expected: tuple[str, str]
) -> None:
    assert Analysed(text).of(word, *ANY) == [expected]
