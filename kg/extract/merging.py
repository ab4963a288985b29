"""The same situation told twice is one situation with two claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from kg.extract.draft import Draft, Told
from kg.facts import FACT_TYPES, Time

_MOST_TOLD = 4
_MOST_NEAR = 50
_WHERE = "place"
_DOERS = {"attacker"}
_IN_NEWS = ("Attack", "Meeting", "ArmedConflict", "Delivery", "Production")
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
    if _is_announced(one, other) or _contradicts(one, other):
        return _is_same(one, other)
    return False


def _is_announced(one: Draft, other: Draft) -> bool:
    """Tell whether a headline puts in the present tense what the article says is planned: "X koopt Y"."""
    return one.in_headline and one.status == "actual" and other.status == "planned" and not other.in_headline


def _contradicts(one: Draft, other: Draft) -> bool:
    """Tell whether of two sources the one asserts what the other denies.

    Who denies having done it contradicts nobody who only says that it was done.
    """
    by = [{mention.name for mention in draft.told[0].sources} for draft in (one, other)]
    statuses = {one.status, other.status}
    if "denied" not in statuses or len(statuses) == 1 or "ended" in statuses or by[0] == by[1]:
        return False
    denied, asserted = (one, other) if one.status == "denied" else (other, one)
    return not denied.mentions.keys() & _DOERS - asserted.mentions.keys()


def _adds(one: Draft, other: Draft) -> bool:
    """Tell whether words that point back at an event tell more of it: roles that it does not have yet."""
    return one.content is None and not (one.mentions.keys() & other.mentions.keys()) and _fits(one.time, other.time)


def _is_same(one: Draft, other: Draft) -> bool:
    if one.content is not None:
        return one.content == other.content and one.entities("speaker") == other.entities("speaker")
    if _retells(one, other):
        return True
    if not _share_an_actor(one, other) and one.mentions.keys() != other.mentions.keys():
        return False
    for role in one.mentions.keys() & other.mentions.keys():
        if not _agree(one.entities(role), other.entities(role)) and not (role == "office" and _same_post(one, other)):
            return False
    return _fits(one.time, other.time)


def _retells(one: Draft, other: Draft) -> bool:
    """Tell whether an article's first words on an event tell in full what its headline told: "Tiener neergestoken".

    Who is named in the one is so in the other, or is not named there.
    """
    shared = one.mentions.keys() & other.mentions.keys()
    retold = one.in_headline and not other.in_headline and len(one.told) == 1 and one.type in _IN_NEWS
    if not retold or not shared or not _fits(one.time, other.time):
        return False
    return all(_agree(_named(one, role), _named(other, role)) for role in shared)


def _agree(mine: Set[str], theirs: Set[str]) -> bool:
    return mine <= theirs or theirs <= mine


def _same_post(one: Draft, other: Draft) -> bool:
    """Tell whether two offices differ in an article only: voorzitter van "de Raad", or of "Raad" in a headline."""
    bodies = one.entities("organisation"), other.entities("organisation")
    posts = [{name.partition(" van ")[0] for name in draft.entities("office")} for draft in (one, other)]
    return any(bodies) and _agree(*bodies) and posts[0] == posts[1]


def _named(draft: Draft, role: str) -> set[str]:
    """Give the names that fill a role; of products, which are all that others are told from, their nouns."""
    mentions = draft.mentions.get(role, ())
    goods = {mention.name.casefold().split()[-1] for mention in mentions if mention.kind == "ProductKind"}
    names = {mention.name.casefold() for mention in mentions if mention.is_named and mention.kind != "ProductKind"}
    return names or (goods if role == "product" else set())


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
    if _is_announced(first, again):
        first.told = [replace(told, status=again.status) for told in first.told]
    first.disputed = first.disputed or again.disputed or first.status != again.status
    spans = [told.span for told in first.told]
    for told in again.told:
        inside = any(span.start <= told.span.start and told.span.end <= span.end for span in spans)
        if not inside and len(first.told) < _MOST_TOLD:
            first.told.append(told)
    for role, mentions in again.mentions.items():
        bare = first.in_headline and not again.in_headline and not _named(first, role)  # "Man neergestoken"
        if bare or len(first.entities(role)) < len(again.entities(role)):
            first.mentions[role] = mentions
    for role, spans_of_role in again.words.items():
        first.words.setdefault(role, spans_of_role)
    if not any(getattr(first.time, name) for name in _DATES):
        first.time = again.time if again.time.date_text else first.time


def link(drafts: Sequence[Draft]) -> None:
    """Tell of each statement what it is about: the situations that its words tell of."""
    statements = [draft for draft in drafts if draft.content is not None]
    for draft in drafts:
        found: dict[int, Draft] = {}
        for told in draft.told:
            around = [statement for statement in statements if statement is not draft and _says(statement, draft, told)]
            if around:
                inner = min(around, key=lambda statement: statement.stop - statement.first)
                found[id(inner)] = inner
        for statement in found.values():
            statement.about.append(draft)


def _says(statement: Draft, draft: Draft, told: Told) -> bool:
    """Tell whether words that tell of a draft are a statement's: what the article adds in passing is its own.

    Who hopes or fears to do something says so, though they do not vouch for it.
    """
    content, span = statement.content, told.span
    if content is None or 2 * (min(content.end, span.end) - max(content.start, span.start)) < span.end - span.start:
        return False
    speakers = statement.entities("speaker")
    vouching = {mention.name.casefold() for mention in (*told.sources, *told.via)}
    actors = {name for role in draft.mentions for name in draft.entities(role)}
    return bool(speakers & vouching) or (
        told.status in ("possible", "planned") and not vouching and bool(speakers & actors)
    )
