from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.article import Span
from kg.extract.completing import completed
from kg.extract.draft import Draft, Told
from kg.facts import ClaimedStatus, Mention

PHILIPS = Mention(name="Philips", kind="Company")
FRANCE = Mention(name="Frankrijk", kind="Country")
SMIT = Mention(name="Jan Smit", kind="Person")
POST = Mention(name="Kim Post", kind="Person")
DIRECTOR = Mention(name="directeur van Philips", kind="Office")


def draft(
    fact_type: str, frame: str = "test", status: ClaimedStatus = "actual", **mentions: tuple[Mention, ...]
) -> Draft:
    return Draft(fact_type, frame, 0, dict(mentions), {}, [Told(Span(0, 1), status)])


def test_who_steps_down_leaves_the_office_that_the_article_gives_him() -> None:
    title = draft("OfficeHolding", "office-phrase", holder=(SMIT,), office=(DIRECTOR,), organisation=(PHILIPS,))
    leaving = draft("OfficeHolding", "holding-leaves", "ended", holder=(SMIT,))
    (found,) = completed([title, leaving], "nl")
    assert found.mentions == {"holder": (SMIT,), "office": (DIRECTOR,), "organisation": (PHILIPS,)}
    assert found.status == "ended"


def test_who_succeeds_takes_the_office_of_the_predecessor() -> None:
    title = draft("OfficeHolding", "office-phrase", holder=(SMIT,), office=(DIRECTOR,))
    succeeding = draft("OfficeHolding", "holding-succeeded", holder=(POST,), predecessor=(SMIT,))
    _, found = completed([title, succeeding], "nl")
    assert found.mentions == {"holder": (POST,), "office": (DIRECTOR,)}


def test_an_office_is_of_the_body_that_the_article_gives_it() -> None:
    known = draft("OfficeHolding", "office-phrase", holder=(), office=(DIRECTOR,), organisation=(PHILIPS,))
    found = completed([known, draft("OfficeHolding", holder=(SMIT,), office=(DIRECTOR,))], "nl")
    assert [one.mentions["organisation"] for one in found] == [(PHILIPS,)]


def test_an_office_without_a_name_is_of_no_other_s_body() -> None:
    plain = Mention(name="directeur", kind="Office", named=False)
    known = draft("OfficeHolding", holder=(POST,), office=(plain,), organisation=(PHILIPS,))
    _, found = completed([known, draft("OfficeHolding", holder=(SMIT,), office=(plain,))], "nl")
    assert not found.mentions.get("organisation")


def test_who_signs_for_a_state_is_its_signatory() -> None:
    president = Mention(name="president van Frankrijk", kind="Office")
    title = draft("OfficeHolding", "office-phrase", holder=(SMIT,), office=(president,), organisation=(FRANCE,))
    _, found = completed([title, draft("Agreement", party=(SMIT, PHILIPS))], "nl")
    assert found.mentions["signatory"] == (SMIT,)
    assert found.mentions["party"] == (FRANCE, PHILIPS)


def test_deliveries_that_are_made_no_longer_are_suspended() -> None:
    (found,) = completed([draft("Delivery", status="ended", supplier=(PHILIPS,), recipient=(FRANCE,))], "nl")
    assert (found.type, found.status) == ("DeliverySuspension", "actual")


@given(st.lists(st.sampled_from([(SMIT,), (POST,), ()]), max_size=6), st.sampled_from(["actual", "ended", "planned"]))
def test_what_is_given_has_all_that_it_needs(holders: list[tuple[Mention, ...]], status: ClaimedStatus) -> None:
    drafts = [draft("OfficeHolding", status=status, holder=holder, office=(DIRECTOR,)) for holder in holders]
    assert all(found.mentions["holder"] for found in completed(drafts, "nl"))
