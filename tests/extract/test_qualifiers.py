"""What kind of agreement, alliance, presence or cooperation it is."""

from __future__ import annotations

import pytest

from .extracted import facts


def qualifiers(text: str, fact_type: str) -> list[str]:
    return [words for fact in facts(text, fact_type) for words in fact.qualifier]


@pytest.mark.parametrize(
    ("text", "fact_type", "expected"),
    [
        ("Ajax en Nike sluiten een sponsorcontract.", "Agreement", ["een sponsorcontract"]),
        ("Frankrijk en Italië sluiten een nieuw akkoord.", "Agreement", ["een nieuw akkoord"]),
        ("Frankrijk en Italië sluiten een akkoord.", "Agreement", []),
        ("Mali is een trouwe bondgenoot van Frankrijk.", "Alliance", ["een trouwe bondgenoot van Frankrijk"]),
        ("Philips opent een fabriek in Polen.", "Presence", ["een fabriek"]),
        ("Philips werkt nauw samen met Siemens.", "Cooperation", ["werkt nauw samen"]),
        ("Philips werkt samen met Siemens.", "Cooperation", []),
    ],
)
def test_what_kind_it_is_stands_in_its_phrase(text: str, fact_type: str, expected: list[str]) -> None:
    assert facts(text, fact_type)
    assert qualifiers(text, fact_type) == expected
