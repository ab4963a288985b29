"""The same situation told twice is one situation with two claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.draft import Draft
from kg.facts import FACT_TYPES, Time

_MOST_TOLD = 4
_MOST_NEAR = 50
_WHERE = "place"
_DATES = ("date", "not_before", "not_after", "start_date", "end_date")


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Give drafts with those of one situation made one, in the order of the text.

    Two are one situation when they have the same type and status (or of two sources the one denies what the other
    asserts: that is disputed), no role of the one has an entity that the other's
    lacks unless one of them leaves the role out or has all of the other's, and their dates do not differ.
    """
    kept: list[Draft] = []
    by_type: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.at):
        near = by_type.setdefault(draft.type, [])[-_MOST_NEAR:]
        first = next((other for other in near if _is_again(other, draft, alone=len(near) == 1)), None)
        if first is None:
            kept.append(draft)
            by_type[draft.type].append(draft)
        else:
            _join(first, draft)
    return kept


def _is_again(one: Draft, other: Draft, *, alone: bool) -> bool:
    if one.status == other.status:
        return _is_same(one, other) or (alone and other.definite and _adds(one, other))
    return _contradicts(one, other) and _is_same(one, other)


def _contradicts(one: Draft, other: Draft) -> bool:
    """Tell whether of two sources the one asserts what the other denies."""
    by = [{mention.name for mention in draft.told[0].sources} for draft in (one, other)]
    return {one.status, other.status} in ({"actual", "denied"}, {"possible", "denied"}) and by[0] != by[1]


def _adds(one: Draft, other: Draft) -> bool:
    """Tell whether words that point back at an event tell more of it: roles that it does not have yet."""
    return one.content is None and not (one.mentions.keys() & other.mentions.keys()) and _fits(one.time, other.time)


def _is_same(one: Draft, other: Draft) -> bool:
    if one.content is not None:
        return one.content == other.content and one.entities("speaker") == other.entities("speaker")
    if not _share_an_actor(one, other) and one.mentions.keys() != other.mentions.keys():
        return False
    for role in one.mentions.keys() & other.mentions.keys():
        mine, theirs = one.entities(role), other.entities(role)
        if not (mine <= theirs or theirs <= mine):
            return False
    return _fits(one.time, other.time)


def _share_an_actor(one: Draft, other: Draft) -> bool:
    """Tell whether they share an entity in a needed role; a kind of product makes no two situations one.

    Two attacks in one place are not one, unless of one of them nothing but the place is told.
    """
    needed = [role for roles in FACT_TYPES[one.type].NEEDS for role in roles]
    if not any(draft.mentions.keys() == {_WHERE} for draft in (one, other)):
        needed = [role for role in needed if role != _WHERE or len(FACT_TYPES[one.type].NEEDS) > 1]
    return any(
        mention.kind != "ProductKind" and mention.name.casefold() in other.entities(role)
        for role in needed
        for mention in one.mentions.get(role, ())
    )


def _fits(one: Time, other: Time) -> bool:
    mine = [(name, getattr(one, name)) for name in _DATES if getattr(one, name)]
    theirs = [(name, getattr(other, name)) for name in _DATES if getattr(other, name)]
    return not mine or not theirs or mine == theirs


def _join(first: Draft, again: Draft) -> None:
    first.disputed = first.disputed or first.status != again.status
    spans = [told.span for told in first.told]
    for told in again.told:
        inside = any(span.start <= told.span.start and told.span.end <= span.end for span in spans)
        if not inside and len(first.told) < _MOST_TOLD:
            first.told.append(told)
    for role, mentions in again.mentions.items():
        if len(first.entities(role)) < len(again.entities(role)):
            first.mentions[role] = mentions
    for role, spans_of_role in again.words.items():
        first.words.setdefault(role, spans_of_role)
    if not any(getattr(first.time, name) for name in _DATES):
        first.time = again.time if again.time.date_text else first.time


def link(drafts: Sequence[Draft]) -> None:
    """Tell of each statement what it is about: the situations that its words tell of."""
    statements = [draft for draft in drafts if draft.content is not None]
    for draft in drafts:
        around = [
            statement
            for statement in statements
            if statement is not draft and statement.first <= draft.at < statement.stop and _says(statement, draft)
        ]
        if around:
            inner = min(around, key=lambda statement: statement.stop - statement.first)
            inner.about.append(draft)


def _says(statement: Draft, draft: Draft) -> bool:
    """Tell whether a statement's speaker vouches for a draft, or passes it on: what the article adds is its own."""
    speakers = statement.entities("speaker")
    vouching = {mention.name.casefold() for told in draft.told for mention in (*told.sources, *told.via)}
    return bool(speakers & vouching)
