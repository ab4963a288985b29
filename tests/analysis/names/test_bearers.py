"""Who bears a surname that several have, and where Flemish surnames end."""

from __future__ import annotations

import pytest

from kg.analysis import analyse
from kg.analysis.names import find_names
from kg.analysis.spacy_engine import embedded
from kg.article import Article


def full_names(text: str) -> list[str]:
    document = analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))
    return [name.full for name in find_names(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Van den Bossche stapt op.", ["Paul Van den Bossche"]),
        ("Minister Koen Van den Heuvel (CD&V) zweeg.", ["Koen Van den Heuvel", "CD&V"]),
        (
            "Koen Van den Heuvel zweeg.\n\nVan den Heuvel was burgemeester.",
            ["Koen Van den Heuvel", "Koen Van den Heuvel"],
        ),
        ("Gouverneur Briers roept op tot kalmte.", ["Briers"]),
        ("Topvrouw Ilse Claes van Solvex leidt Solvex.", ["Ilse Claes", "Solvex", "Solvex"]),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    assert full_names(text) == expected


def test_a_surname_that_two_have_is_of_who_was_named_last() -> None:
    text = (
        "Hilde Vandenbroucke leidt de school.\n\nVandenbroucke zweeg.\n\nFrank Vandenbroucke kwam.\n\nVandenbroucke at."
    )
    assert full_names(text) == ["Hilde Vandenbroucke"] * 2 + ["Frank Vandenbroucke"] * 2


def test_a_surname_of_two_in_one_sentence_is_of_neither() -> None:
    text = "Frank Vandenbroucke prees Hilde Vandenbroucke.\n\nVandenbroucke zweeg."
    assert full_names(text)[-1] == "Vandenbroucke"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("De verdediger tekent een contract bij Genk.", "Organisation"), ("De burgemeester verlaat Genk.", "Place")],
)
def test_a_town_that_players_sign_at_is_its_club(text: str, kind: str) -> None:
    document = analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))
    assert [name.kind for name in find_names(document)] == [kind]
