from __future__ import annotations

import pytest

from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Mark Rutte vertrok. Hij zweeg.", "Hij", "Mark Rutte"),
        ("Mark Rutte zei dat hij vertrekt.", "hij", "Mark Rutte"),
        ("Angela Merkel vertrok. Zij zweeg.", "Zij", "Angela Merkel"),
        ("Mark Rutte prees zijn voorganger.", "zijn", "Mark Rutte"),
        ("Mark Rutte sprak met Angela Merkel. Ze lachte.", "Ze", "Angela Merkel"),
        ("Een man van 24 is aangehouden. Hij zweeg.", "Hij", "een man van 24"),
        ("De Verenigde Staten meldden dat het daarmee stopt.", "het", "Verenigde Staten"),
    ],
)
def test_pronouns_stand_for_who_was_named(text: str, word: str, expected: str) -> None:
    assert [name for name, _ in Analysed(text).of(word)] == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hij zweeg.", "Hij"),
        ("Mark Rutte vertrok. Zij zweeg.", "Zij"),
        ("Het regent in Amsterdam.", "Het"),
        ("Op tafel lagen brieven van Mark Rutte en Hugo de Jonge. Hij zweeg.", "Hij"),
        ("Philips groeit. De oorlog gaat zijn vierde jaar in.", "zijn"),
    ],
)
def test_pronouns_that_leave_it_open_stand_for_nobody(text: str, word: str) -> None:
    assert Analysed(text).of(word) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Philips groeit. Het bedrijf bouwt een fabriek.", "bedrijf", "Philips"),
        (
            "Swift Beat LLC, een bedrijf uit de VS, groeit. Het bedrijf bouwt.",
            "bedrijf",
            "Swift Beat LLC",
        ),
        (
            "De Poolse premier Donald Tusk ontving president Emmanuel Macron. De Poolse premier zweeg.",
            "premier",
            "Donald Tusk",
        ),
        ("Minister Sigrid Kaag sprak met premier Mark Rutte. De minister zweeg.", "minister", "Sigrid Kaag"),
        ("Ajax won. De club viert feest.", "club", "Ajax"),
        ("Frankrijk stuurt tanks. Het land helpt al langer.", "land", "Frankrijk"),
        (
            "Groothandel Zeevers levert vis aan restaurantketen De Gouden Karper. De keten betaalt niet.",
            "keten",
            "De Gouden Karper",
        ),
        ("Minister Sigrid Kaag sprak met Jan Smit. De bewindsvrouw zweeg.", "bewindsvrouw", "Sigrid Kaag"),
        ("Rebellenbeweging M23 rukt op. Later vertrokken de rebellen.", "rebellen", "M23"),
        ("Volgens actiegroep Vrije Akker is dat verboden.", "actiegroep", "Vrije Akker"),
    ],
)
def test_definite_nouns_take_up_who_was_named(text: str, word: str, expected: str) -> None:
    assert [name for name, _ in Analysed(text).of(word, occurrence=-1)] == [expected]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Het bedrijf bouwt een fabriek.", "bedrijf"),
        ("Er stonden stands van Philips en van Shell. Het bedrijf zweeg.", "bedrijf"),
        ("Frankrijk, Duitsland en Polen leveren. Het land wil meer.", "land"),
    ],
)
def test_definite_nouns_that_leave_it_open_stand_for_nothing(text: str, word: str) -> None:
    assert Analysed(text).of(word) == []


def test_the_same_group_again() -> None:
    text = Analysed("Zelensky tekende met internationale partners. Hij dankt onze partners.")
    assert text.of("partners", occurrence=1) == [("internationale partners", "Group")]


def test_the_army_of_the_country_that_is_spoken_of() -> None:
    text = Analysed("Het bedrijf werkt samen met Oekraïense ingenieurs en het leger.")
    assert text.of("leger") == [("het Oekraïense leger", "ArmedForce")]
