"""What somebody has said and somebody else denies, what became of it, and who only may have done it."""

from __future__ import annotations

from typing import Any

import pytest

from .extracted import facts

SAID = "Volgens De Avondkrant heeft minister Jan Peeters met Kroatië een akkoord gesloten"


def claims(fact: Any) -> list[tuple[str, list[str]]]:
    """Give what each place that tells of a fact claims, and who vouches for it."""
    by = [fact.attributed_to if told.attributed_to is None else told.attributed_to for told in fact.evidence]
    return [(told.status, [m.name for m in names]) for told, names in zip(fact.evidence, by, strict=True)]


@pytest.mark.parametrize(
    "denial",
    [
        "Peeters ontkent dat.",
        "Jan Peeters spreekt dat tegen.",
        "Jan Peeters noemt dat onzin.",
        "Jan Peeters wijst die beschuldiging van de hand.",
        "Jan Peeters ontkent het bericht.",
        "Volgens Jan Peeters is daar niets van waar.",
        "‘Dat klopt niet’, zegt Jan Peeters.",
    ],
)
def test_what_another_denies_is_disputed(denial: str) -> None:
    (fact,) = facts(f"{SAID}. {denial}", "Agreement")
    assert fact.status == "disputed"
    assert claims(fact) == [("actual", ["De Avondkrant"]), ("denied", ["Jan Peeters"])]


def test_the_denial_may_stand_in_the_same_sentence() -> None:
    (fact,) = facts("Volgens de VN wordt M23 gesteund door Rwanda, maar Kigali ontkent dat.", "Backing")
    assert fact.status == "disputed"
    assert fact.via == ()
    assert fact.evidence[1].via is None  # as the fact has it


def test_two_may_deny_one_after_the_other() -> None:
    (fact,) = facts(f"{SAID}. Jan Peeters ontkent dat. Kroatië noemt het bericht ‘nepnieuws’.", "Agreement")
    assert [e.status for e in fact.evidence] == ["actual", "denied", "denied"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}. Jan Peeters ontkent dat niet.",
        f"{SAID}. Jan Peeters wil dat bevestigen noch ontkennen.",
        f"{SAID}. Jan Peeters kan dat niet ontkennen.",
        f"{SAID}. Jan Peeters ontkent dat hij ziek is.",
        f"{SAID}. De Avondkrant ontkent dat.",
        f"{SAID}. In de Kamer was het warm. Jan Peeters ontkent dat.",
        "De Avondkrant, die eigendom is van Kroft, meldt dat het warm wordt. Jan Peeters ontkent dat.",
    ],
)
def test_what_nobody_denies_is_not_disputed(text: str) -> None:
    found = facts(text, "Agreement", "Control")
    assert all(fact.status != "disputed" for fact in found)


def test_who_has_nothing_to_do_with_it_is_no_attacker() -> None:
    text = "Bij een aanslag op een markt in Quetta vielen doden. India ontkende iedere betrokkenheid bij de aanslag."
    told, denied = facts(text, "Attack")
    assert (told.status, told.attacker) == ("actual", ())
    assert (denied.status, denied.attacker[0].name, denied.target[0].name) == ("denied", "India", told.target[0].name)


def test_what_a_suspect_denies_is_disputed() -> None:
    text = "Een man van 40 wordt verdacht van de moord op een student in Gent. De man ontkent."
    assert sorted(fact.status for fact in facts(text, "Attack")) == ["actual", "disputed"]


def test_a_plan_that_fell_through_is_denied() -> None:
    (fact,) = facts("Kroft wilde in Gent een fabriek bouwen, maar dat ging niet door.", "Production")
    assert fact.status == "denied"


def test_a_state_that_came_to_an_end_has_ended() -> None:
    text = "De gemeente Deventer werkte samen met Bouwlust, maar aan die samenwerking kwam in 2022 een einde."
    (fact,) = facts(text, "Cooperation")
    assert (fact.status, fact.time.end_date) == ("ended", "2022")


def test_what_happens_goes_on_where_something_else_stops() -> None:
    (fact,) = facts("De gemeente Deventer werkt samen met Bouwlust. De regen is gestopt.", "Cooperation")
    assert fact.status == "actual"


def test_only_the_doer_is_in_doubt() -> None:
    text = "In oktober werd een Finse patrouille bij Tyrus beschoten, vermoedelijk door strijders van Hezbollah."
    sure, doubted = facts(text, "Attack")
    assert (sure.status, sure.attacker) == ("actual", ())
    assert (doubted.status, doubted.attacker[0].name) == ("possible", "strijders van Hezbollah")


def test_a_headline_tells_a_plan_in_the_present() -> None:
    text = "Lindehof koopt ovens\n\nLindehof koopt volgend jaar vier ovens bij Ovnhuset."
    (fact,) = facts(text, "Procurement")
    assert (fact.status, fact.time.date, len(fact.evidence)) == ("planned", "2026", 2)


def test_a_time_told_of_somebody_in_passing_is_not_when_it_was() -> None:
    text = "Jan Smit, directeur van Portus, wordt opgevolgd door Sanne Kok, sinds 2021 hoofdredacteur van Oost Nu."
    planned = [fact for fact in facts(text, "OfficeHolding") if fact.status == "planned"]
    assert [fact.time.start_date for fact in planned] == [None]


def test_when_it_was_said_is_not_when_it_is() -> None:
    text = "Algerije schort de gasleveringen aan Spanje niet op, zo verzekerde energieminister Karim Bensaïd dinsdag."
    (fact,) = facts(text, "DeliverySuspension")
    assert (fact.status, fact.time.date, fact.attributed_to[0].name) == ("denied", None, "Karim Bensaïd")


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("De fabriek sluit, meldt persbureau Ostpress op gezag van de politie.", "de politie", "Ostpress"),
        ("De fabriek sluit, zei Jan Bos in Het Nieuwsblad.", "Jan Bos", "Het Nieuwsblad"),
        ("Jan Bos zei bij Radio 1 dat de fabriek sluit.", "Jan Bos", "Radio 1"),
    ],
)
def test_a_medium_passes_it_on(text: str, speaker: str, via: str) -> None:
    (fact,) = facts(text, "Statement")
    assert ([m.name for m in fact.speaker], [m.name for m in fact.attributed_to]) == ([speaker], [via])
    assert fact.medium == ()


def test_who_will_never_do_it_denies_it() -> None:
    (fact,) = facts("Minister Jan Peeters zei dat hij nooit met Hamas zou praten.", "Meeting")
    assert fact.status == "denied"
