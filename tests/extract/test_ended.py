"""States that were: what says that they are over, and when they ended."""

from __future__ import annotations

import pytest

from .extracted import facts


@pytest.mark.parametrize(
    ("text", "fact_type", "status", "end"),
    [
        ("Mali was tot 2010 een bondgenoot van Frankrijk.", "Alliance", "ended", "2010"),
        ("Philips steunt Ajax tot 2060.", "Backing", "actual", "2060"),
        ("Philips, ooit gespecialiseerd in lampen, groeit.", "Specialisation", "ended", None),
        ("Philips, gespecialiseerd in lampen, groeit.", "Specialisation", "actual", None),
        ("In Polen is Philips sinds 2016 niet meer actief.", "Presence", "ended", "2016"),
    ],
)
def test_a_state_that_was_has_ended(text: str, fact_type: str, status: str, end: str | None) -> None:
    (fact,) = facts(text, fact_type)
    assert fact.status == status
    assert fact.time.end_date == end
    assert fact.time.start_date is None


def test_who_is_made_to_do_something_does_it_whatever_the_parser_took_for_the_subject() -> None:
    text = "De VS stopt de leveringen, wat Europese bondgenoten ertoe aanzette om hun inspanningen op te voeren."
    (effort,) = facts(text, "Effort")
    assert [mention.name for mention in effort.actor] == ["Europese bondgenoten"]
