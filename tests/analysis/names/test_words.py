from __future__ import annotations

import pytest

from kg.analysis.inflection import inflection
from kg.analysis.names.countries import countries
from kg.analysis.names.votes import winner
from kg.analysis.names.words import cues, longest_ending, nouns
from kg.facts import KINDS


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("Franse", "Frankrijk"),
        ("Oekraïens", "Oekraïne"),
        ("Chinese", "China"),
        ("Indiase", "India"),
        ("Noorse", "Noorwegen"),
    ],
)
def test_adjectives_name_their_country(adjective: str, name: str) -> None:
    assert countries("nl").adjectives[adjective] == (name, "Country")


def test_inhabitants_and_other_names() -> None:
    lands = countries("nl")
    assert lands.people["Noren"].name == "Noorwegen"
    assert lands.names["VS"] == "Verenigde Staten"
    assert lands.adjectives["Amsterdamse"] == ("Amsterdam", "Place")
    assert lands.seats["Kremlin"] == "Rusland"


def test_every_independent_country_has_an_adjective() -> None:
    lands = countries("nl")
    named = {land.name for land in lands.adjectives.values()}
    for name in ("Nederland", "België", "Brazilië", "Zuid-Soedan", "Verenigde Arabische Emiraten", "Kosovo", "Laos"):
        assert name in named
    assert len(named & set(lands.names.values())) > 180


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [("Frans", ("Frans", "Franse")), ("Chinees", ("Chinees", "Chinese")), ("Parijse", ("Parijse",))],
)
def test_adjectives_are_inflected(adjective: str, forms: tuple[str, ...]) -> None:
    assert inflection("nl").origin_forms(adjective) == forms


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "Person"),
        ("privébedrijf", "Company"),
        ("oud-premier", "Person"),
        ("vakbond", "Organisation"),
        ("gemeente", "GovernmentBody"),
        ("zandbank", None),
        ("energiebron", None),
        ("cd-speler", None),
        ("voorstel", None),
        ("register", None),
        ("combinatie", None),
        ("steekpartij", None),
        ("straaljager", None),
        ("patrouille", "ArmedForce"),
        ("marktplein", "Place"),
        ("tafel", None),
        ("", None),
    ],
)
def test_nouns_have_the_kind_of_their_last_part(noun: str, kind: str | None) -> None:
    assert nouns("nl").kind(noun) == kind


def test_the_kinds_in_the_files_are_those_of_facts() -> None:
    allowed = {*KINDS, "None"}
    found = cues("nl")
    assert set(nouns("nl").kinds.values()) <= allowed
    for kinds in (found.known, found.parts, found.endings, found.behind_of):
        assert set(kinds.values()) <= allowed


def test_the_longest_ending_wins() -> None:
    assert longest_ending("Hoofdstraat", {"raat", "straat"}, 4) == "straat"
    assert longest_ending("straat", {"straat"}, 4) is None


@pytest.mark.parametrize(
    ("votes", "kind"),
    [
        ({"Person": 3, "Company": 2, "Organisation": 2}, "Company"),
        ({"Person": 3, "Place": 2}, "Person"),
        ({"Place": 2, "Country": 2}, "Country"),
        ({"None": 2, "Place": 1}, None),
        ({}, None),
        ({"Person": -3}, None),
    ],
)
def test_most_votes_win(votes: dict[str, float], kind: str | None) -> None:
    assert winner(votes) == kind
