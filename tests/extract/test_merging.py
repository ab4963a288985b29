"""Situations told of twice."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from kg.article import Span
from kg.extract.draft import Draft, Told
from kg.extract.merging import link, merged
from kg.facts import ClaimedStatus, Mention, Time


def draft(at: int, parties: str, status: ClaimedStatus = "actual", **fields: Any) -> Draft:
    mentions = tuple(Mention(name=name, kind="Company") for name in parties.split())
    return Draft("Agreement", "f", at, {"party": mentions}, {}, [Told(Span(at, at + 5), status)], **fields)


def test_the_same_parties_make_one_agreement_with_two_claims() -> None:
    (one,) = merged([draft(1, "Shell BP"), draft(20, "BP Shell")])
    assert [told.span for told in one.told] == [Span(1, 6), Span(20, 25)]


def test_fewer_of_the_parties_are_the_same_agreement() -> None:
    (one,) = merged([draft(1, "Shell"), draft(20, "Shell BP")])
    assert one.entities("party") == {"shell", "bp"}


def test_other_parties_are_another_agreement() -> None:
    assert len(merged([draft(1, "Shell BP"), draft(20, "Shell Total")])) == 2


def test_another_status_is_another_situation() -> None:
    assert len(merged([draft(1, "Shell BP"), draft(20, "Shell BP", "denied")])) == 2


def test_another_date_is_another_situation() -> None:
    first, second = draft(1, "Shell BP", time=Time(date="2024")), draft(20, "Shell BP", time=Time(date="2025"))
    assert len(merged([first, second])) == 2


def test_the_order_does_not_matter() -> None:
    def drafts() -> list[Draft]:
        return [draft(1, "Shell BP"), draft(20, "Shell BP"), draft(40, "Shell Total")]

    results = {
        tuple((one.at, len(one.told)) for one in merged([drafts()[index] for index in order]))
        for order in permutations(range(3))
    }
    assert results == {((1, 2), (40, 1))}


def statement(at: int, first: int, stop: int, *, source: str = "") -> Draft:
    jan = (Mention(name="Jan", kind="Person"),)
    sources = (Mention(name=source, kind="Person"),) if source else ()
    told = [Told(Span(0, 9), "actual", sources)]
    return Draft("Statement", "f", at, {"speaker": jan}, {}, told, content=Span(first, stop), first=first, stop=stop)


def test_a_statement_is_about_what_its_own_words_tell_of() -> None:
    outer, inner = statement(0, 1, 30), statement(5, 6, 20, source="Jan")
    fact, aside = draft(7, "Shell BP"), draft(8, "Shell Total")
    fact.told = [Told(Span(7, 12), "actual", inner.mentions["speaker"])]
    link([outer, inner, fact, aside])
    assert inner.about == [fact]  # the aside is the article's own
    assert outer.about == [inner]


def test_what_one_source_asserts_and_another_denies_is_disputed() -> None:
    jan, piet = ((Mention(name=name, kind="Person"),) for name in ("Jan", "Piet"))
    asserted, denied = draft(1, "Shell BP"), draft(20, "Shell BP")
    asserted.told = [Told(Span(1, 6), "actual", jan)]
    denied.told = [Told(Span(20, 25), "denied", piet)]
    (one,) = merged([asserted, denied])
    assert one.disputed
    assert [told.status for told in one.told] == ["actual", "denied"]


def test_words_that_point_back_add_to_the_event() -> None:
    first, second = draft(1, "Shell BP"), draft(20, "", definite=True)
    second.mentions = {"signatory": (Mention(name="Jan", kind="Person"),)}
    (one,) = merged([first, second])
    assert one.entities("signatory") == {"jan"}
