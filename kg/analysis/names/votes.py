"""Votes for the kind of a name, and how they are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.analysis.names.words import NONE

ORGANISATIONS = ("Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet")

# What says "in" of a place it says of a country too; a place of the lists stays one.
_LEAST_COUNTRY, _MOST_PLACE = 2, 5

Votes = defaultdict[str, float]
"""Votes, by kind; those for `NONE` say that the name is of another kind than ours."""


def winner(votes: Mapping[str, float]) -> str | None:
    """Give the kind that most votes are for: organisations of all kinds vote together, and places with countries."""
    organisations = sum(max(0, votes.get(kind, 0)) for kind in ORGANISATIONS)
    lands = max(0, votes.get("Country", 0))
    camps = {
        "Person": votes.get("Person", 0),
        "Organisation": organisations,
        NONE: votes.get(NONE, 0),
        "Place": votes.get("Place", 0) + lands,
    }
    best = max(camps, key=lambda camp: camps[camp])
    if camps[best] <= 0 or best == NONE:
        return None
    if best == "Place":
        return "Country" if lands >= _LEAST_COUNTRY and votes.get("Place", 0) - lands < _MOST_PLACE else best
    return _special(votes) if best == "Organisation" else best


def _special(votes: Mapping[str, float]) -> str:
    special = max(ORGANISATIONS[1:], key=lambda kind: votes.get(kind, 0))
    most, general = votes.get(special, 0), votes.get("Organisation", 0)
    return special if most >= 1 and most >= general - 3 else "Organisation"
