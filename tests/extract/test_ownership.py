from __future__ import annotations

import pytest

from kg.analysis.names import find_names
from kg.analysis.times import find_times, reference_day
from kg.extract.attribution import find_reports
from kg.extract.ownership import ownerships
from kg.extract.sources import Sources
from kg.extract.status import Statuses
from kg.extract.timing import Times
from tests.extract.analysed import Analysed


def owned(text: str) -> list[tuple[str, str]]:
    """Give the owners and what they own that a text tells of in compounds."""
    analysed = Analysed(text)
    document, reference = analysed.document, reference_day(analysed.document)
    times = Times(document, find_times(document, reference), reference)
    sources = Sources(document, find_reports(document), analysed.mentions, times, Statuses(document))
    drafts = ownerships(document, find_names(document), analysed.mentions, sources)
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
