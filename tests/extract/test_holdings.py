from __future__ import annotations

import pytest

from tests.extract.extracted import facts


def held(text: str) -> list[tuple[str, str, str]]:
    """Give holder, office and status of the offices that a text tells of."""
    return [(fact.holder[0].name, fact.office[0].name, fact.status) for fact in facts(text, "OfficeHolding")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Franse president Emmanuel Macron sprak.", ("Emmanuel Macron", "president van Frankrijk", "actual")),
        ("Piet de Vries (45), directeur van Philips, lachte.", ("Piet de Vries", "directeur van Philips", "actual")),
        ("Sanne Kok, sinds 2021 adjunct-hoofdredacteur, lachte.", ("Sanne Kok", "adjunct-hoofdredacteur", "actual")),
        ("Jan Smit, tot 2020 directeur van Philips, lachte.", ("Jan Smit", "directeur van Philips", "ended")),
        ("Luc Reuter, die oud-burgemeester van Esch is, lachte.", ("Luc Reuter", "burgemeester van Esch", "ended")),
        ("Jan Smit is directeur van Philips.", ("Jan Smit", "directeur van Philips", "actual")),
        ("Jan Smit wordt directeur van Philips.", ("Jan Smit", "directeur van Philips", "planned")),
        ("Jan Smit was van 2010 tot 2015 directeur van Philips.", ("Jan Smit", "directeur van Philips", "ended")),
        ("Woordvoerder Jan Smit zweeg.", ("Jan Smit", "woordvoerder", "actual")),
    ],
)
def test_words_beside_a_name_tell_its_office(text: str, expected: tuple[str, str, str]) -> None:
    assert held(text) == [expected]


def test_a_past_copula_alone_ends_nothing() -> None:
    assert held("Jan Smit was directeur van Philips.") == [("Jan Smit", "directeur van Philips", "actual")]


def test_a_past_copula_ends_an_office_that_another_holds() -> None:
    text = "Jan Smit was directeur van Philips. Directeur Kim Post van Philips is tevreden."
    assert ("Jan Smit", "directeur van Philips", "ended") in held(text)


def test_the_times_of_an_office() -> None:
    (fact,) = facts("Jan Smit was van 2010 tot 2015 directeur van Philips.", "OfficeHolding")
    assert (fact.time.start_date, fact.time.end_date) == ("2010", "2015")
    (fact,) = facts("Sanne Kok, sinds 2021 adjunct-hoofdredacteur, lachte.", "OfficeHolding")
    assert fact.time.start_date == "2021"


def test_a_colleague_has_the_same_office_elsewhere() -> None:
    text = "De Japanse premier Kenji Mori ontving zijn Australische collega Grace Hall."
    assert ("Grace Hall", "premier van Australië", "actual") in held(text)


def test_an_office_said_of_a_noun_is_that_of_who_it_stands_for() -> None:
    text = "Minister Femke Wierda sprak. De minister, tot vorig jaar voorzitter van LTO Noord, lachte."
    assert ("Femke Wierda", "voorzitter van LTO Noord", "ended") in held(text)


def test_an_office_of_a_body_named_before() -> None:
    text = "De stichting Waterbron groeit. Ton Schaap, nu penningmeester van de stichting, is blij."
    assert held(text) == [("Ton Schaap", "penningmeester van Waterbron", "actual")]


@pytest.mark.parametrize("text", ["De trainer zweeg.", "De leider van de groep zweeg.", "Kamerlid Jan Smit zweeg."])
def test_words_that_tell_of_no_office(text: str) -> None:
    assert held(text) == []
