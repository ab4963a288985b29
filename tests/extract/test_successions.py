from __future__ import annotations

import pytest

from tests.extract.extracted import facts

SMIT, MAES = "Jan Smit", "Els Maes"


def held(text: str) -> list[tuple[str, str, str]]:
    """Give holder, office and status of the offices that a text tells of."""
    return [(fact.holder[0].name, fact.office[0].name, fact.status) for fact in facts(text, "OfficeHolding")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Club Brugge ontslaat trainer Jan Smit.", (SMIT, "trainer", "ended")),
        ("Jan Smit verlaat Telenet.", (SMIT, "functie bij Telenet", "ended")),
        ("Jan Smit tekent bij Ajax.", (SMIT, "functie bij Ajax", "actual")),
        ("Jan Smit is ontslagen bij Ford Genk.", (SMIT, "functie bij Ford Genk", "ended")),
        ("Directeur Jan Smit gaat met pensioen.", (SMIT, "directeur", "ended")),
        ("Jan Smit legt het voorzitterschap van Philips neer.", (SMIT, "voorzitter van Philips", "ended")),
        ("Jan Smit is niet langer directeur van Philips.", (SMIT, "directeur van Philips", "ended")),
        ("Jan Smit is voorgedragen als burgemeester.", (SMIT, "burgemeester", "possible")),
    ],
)
def test_who_takes_or_leaves_an_office(text: str, expected: tuple[str, str, str]) -> None:
    assert held(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Smit is uit het ziekenhuis ontslagen.",
        "Jan Smit verlaat de N-VA.",
        "Jan Smit is verkozen tot trainer van het jaar.",
        "Jan Smit verving Els Maes na de rust.",
        "Jan Smit verliet het veld.",
        "Jan Smit vertrekt naar Spanje.",
        "Een minister neemt ontslag.",
        "Iedereen die voorzitter wil worden, is welkom.",
    ],
)
def test_words_that_tell_of_no_office(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Directeur Jan Smit van Philips stopt na dit seizoen.",
        "Directeur Jan Smit van Philips treedt niet af.",
        "Els Maes vindt dat directeur Jan Smit van Philips moet aftreden.",
    ],
)
def test_an_office_that_is_not_left_yet_is_held(text: str) -> None:
    assert held(text) == [(SMIT, "directeur van Philips", "actual")]


def test_a_successor_has_the_office_of_who_left() -> None:
    text = "Jan Smit stopt als directeur van Philips. Els Maes volgt hem op."
    assert held(text) == [(SMIT, "directeur van Philips", "ended"), (MAES, "directeur van Philips", "planned")]


def test_a_successor_has_no_office_that_the_predecessor_keeps() -> None:
    text = "Els Maes wordt directeur van Philips. Ze volgt Jan Smit op, die minister wordt."
    assert (MAES, "minister", "planned") not in held(text)


def test_a_headline_agrees_with_what_the_article_tells() -> None:
    text = "Els Maes nieuwe directeur van Philips\nEls Maes wordt directeur van Philips."
    assert held(text) == [(MAES, "directeur van Philips", "planned")]
    text = "Jan Smit treedt af\nJan Smit treedt volgende maand af als directeur van Philips."
    assert held(text) == [(SMIT, "directeur van Philips", "actual")]


def test_an_office_is_named_in_full() -> None:
    text = "Jan Smit stopt als voorzitter\nJan Smit neemt ontslag als voorzitter van Philips."
    assert held(text) == [(SMIT, "voorzitter van Philips", "ended")]
