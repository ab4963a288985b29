from __future__ import annotations

import pytest

from tests.extract.extracted import facts


def held(text: str) -> list[tuple[str, str]]:
    """Give holder and office of the offices that a text tells of."""
    return [(fact.holder[0].name, fact.office[0].name) for fact in facts(text, "OfficeHolding")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Open Vld-voorzitter Jan Smit lachte.", "voorzitter van Open Vld"),
        ("Schepen Jan Smit lachte.", "schepen"),
        ("Adjunct-directeur Jan Smit lachte.", "adjunct-directeur"),
        ("Jan Smit wordt artistiek leider.", "artistiek leider"),
        ("Jan Smit is directeur van Philips geworden.", "directeur van Philips"),
        ("Jan Smit wordt eerste vrouwelijke premier van Nederland.", "premier van Nederland"),
    ],
)
def test_nouns_for_offices(text: str, office: str) -> None:
    assert held(text) == [("Jan Smit", office)]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Smit is trainer van het jaar.",
        "Kandidaat-burgemeester Jan Smit lachte.",
        "Drie schepen voeren uit.",
        "De nieuwe directeur\nJan Smit lachte.",
    ],
)
def test_nouns_that_name_no_office(text: str) -> None:
    assert held(text) == []
