"""Attacks and wars as news tells of them: nobody named, suspects, figures of speech."""

from __future__ import annotations

import pytest

from kg.article import Span
from kg.extract.draft import Draft, Told
from kg.extract.merging import merged
from kg.facts import Mention

from .extracted import facts


def attacks(text: str) -> list[dict[str, list[str]]]:
    """Give the roles of the attacks and wars that a text tells of."""
    names = ("attacker", "target", "belligerent", "place")
    found = facts(text, "Attack", "ArmedConflict")
    return [
        {role: [m.name for m in getattr(fact, role, ())] for role in names if getattr(fact, role, ())} for fact in found
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tijdens de aanslag in Brussel was hij thuis.", "Brussel"),
        ("Schietpartij in Antwerpen", "Antwerpen"),
        ("Rellen in Parijs na betoging.", "Parijs"),
        ("De oorlog in Syrië duurt al zeven jaar.", "Syrië"),
        ("De burgeroorlog in Jemen duurt voort.", "Jemen"),
    ],
)
def test_a_place_is_enough(text: str, place: str) -> None:
    assert attacks(text) == [{"place": [place]}]


def test_the_man_of_the_headline_is_the_man_of_the_text() -> None:
    text = "Man neergestoken in Gent\n\nEen 34-jarige man is zaterdag in Gent neergestoken."
    assert attacks(text) == [{"target": ["een 34-jarige man"], "place": ["Gent"]}]


def test_whoever_stands_before_a_colon_is_not_suspected() -> None:
    (attack,) = facts("Kleuter overleden: ouders verdacht van doodslag.", "Attack")
    assert [mention.name for mention in attack.attacker] == ["ouders"]
    assert attack.status == "possible"


def test_an_accusation_is_possible_and_a_sentence_actual() -> None:
    (accused,) = facts("De acteur wordt ervan beschuldigd een actrice te hebben verkracht.", "Attack")
    (convicted,) = facts("De rechtbank veroordeelde een vrouw voor de mishandeling van haar zoontje.", "Attack")
    assert (accused.status, convicted.status) == ("possible", "actual")


def test_a_war_that_is_spoken_about_is_a_war() -> None:
    (war,) = facts("De ministers hebben maandag gesproken over de oorlog in Syrië.", "ArmedConflict")
    assert war.status == "actual"


def test_with_hebben_it_is_no_passive() -> None:
    text = "Bij confrontaties hebben Israëlische soldaten vrijdag zeven Palestijnen doodgeschoten."
    assert attacks(text) == [{"attacker": ["Israëlische soldaten"], "target": ["Palestijnen"]}]


@pytest.mark.parametrize(
    "text",
    [
        "Michel viel vooral Theo Francken aan in de Kamer.",
        "De vakbond noemt het plan een aanslag op de werkende mens.",
        "Trump opent aanval op Amazon.",
        "De thuisploeg bestookte het doel van Anderlecht.",
        "Toezichthouders schieten met scherp op topman Mark Zuckerberg.",
        "In de thriller wordt een non vermoord in Brugge.",
        "Hij werd getroffen door een hartaanval in Parijs.",
        "De handelsoorlog in China kost geld.",
        "Het aantal moorden in België daalt met 3 procent.",
        "Wildwest taferelen in Angeren.",
    ],
)
def test_a_figure_of_speech_and_a_story_are_no_attack(text: str) -> None:
    assert attacks(text) == []


def test_a_figure_becomes_literal_beside_violence() -> None:
    (attack,) = attacks("Gewapende mannen vallen hotel aan in Bamako. Er vielen doden.")
    assert attack["attacker"] == ["gewapende mannen"]


def draft(at: int, **roles: str) -> Draft:
    mentions: dict[str, tuple[Mention, ...]] = {
        role: (Mention(name=name, kind="Place"),) for role, name in roles.items()
    }
    return Draft("Attack", "f", at, mentions, {}, [Told(Span(at, at + 5), "actual")])


def test_two_attacks_in_one_place_are_two() -> None:
    assert len(merged([draft(1, attacker="Hamas", place="Gaza"), draft(20, target="school", place="Gaza")])) == 2


def test_a_place_alone_joins_the_attack_there() -> None:
    (one,) = merged([draft(1, place="Gaza"), draft(20, target="school", place="Gaza")])
    assert one.entities("target") == {"school"}
    assert len(one.told) == 2


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("De Russische invasie van Oekraïne duurt voort.", {"attacker": ["Rusland"], "target": ["Oekraïne"]}),
        ("De inval van Rusland in Oekraïne duurt voort.", {"attacker": ["Rusland"], "target": ["Oekraïne"]}),
        ("De invasie van Polen begon in 1939.", {"target": ["Polen"]}),
        ("De invasie door Rusland begon in 2022.", {"attacker": ["Rusland"]}),
    ],
)
def test_who_invades_whom(text: str, roles: dict[str, list[str]]) -> None:
    assert attacks(text) == [roles]


@pytest.mark.parametrize("words", ["niet lang voordat", "niet lang nadat"])
def test_not_long_before_or_after_it_denies_nothing(words: str) -> None:
    (attack,) = facts(f"Fortuyn sprak daarover {words} hij werd vermoord.", "Attack")
    assert attack.status == "actual"
