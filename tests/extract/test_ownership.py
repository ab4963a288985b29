from __future__ import annotations

import pytest

from kg.extract.ownership import ownerships
from kg.extract.reading import read
from tests.extract.analysed import Analysed


def owned(text: str) -> list[tuple[str, str]]:
    """Give the owners and what they own that a text tells of in compounds."""
    drafts = ownerships(read(Analysed(text).document))
    return [(draft.mentions["controller"][0].name, draft.mentions["controlled"][0].name) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwembad Plonz sluit. Plonz-eigenaar Rik Duin zweeg.", ("Rik Duin", "Plonz")),
        ("Google-moederbedrijf Alphabet groeit.", ("Alphabet", "Google")),
        ("Facebook-dochter WhatsApp groeit.", ("Facebook", "WhatsApp")),
    ],
)
def test_a_compound_before_a_name_tells_who_owns_whom(text: str, expected: tuple[str, str]) -> None:
    assert owned(text) == [expected]


@pytest.mark.parametrize(
    "text", ["Huis-eigenaar Rik Duin zweeg.", "Google-topman Sundar Pichai zweeg.", "Rik Duin zweeg."]
)
def test_other_compounds_tell_nothing(text: str) -> None:
    assert owned(text) == []
