"""What one draft needs and another tells: the office of who steps down, the state that a president signs for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.successions import complete_holdings
from kg.facts import FACT_TYPES, Mention


def completed(drafts: Sequence[Draft], language: str) -> list[Draft]:
    """Give drafts with what the article tells elsewhere; those that still lack a role that they need are left out.

    Args:
        drafts: all drafts of an article.
        language: its language.
    """
    complete_holdings(drafts, language)
    offices = _offices(drafts)
    for draft in drafts:
        if draft.type == "Agreement":
            _sign(draft, offices)
        if draft.type == "Delivery" and draft.status == "ended":
            _suspend(draft)
    left = _left(drafts)
    return [draft for draft in drafts if _is_complete(draft) and not (_is_passing(draft) and left & _holdings(draft))]


def _left(drafts: Iterable[Draft]) -> frozenset[tuple[str, str]]:
    """Give who has left which office, as a frame tells."""
    ended = [draft for draft in drafts if draft.status == "ended" and not _is_title(draft)]
    return frozenset(pair for draft in ended if draft.type == "OfficeHolding" for pair in _holdings(draft))


def _is_title(draft: Draft) -> bool:
    """Tell whether a draft only has somebody's title: "topman Jan Janssen" of whom it is told that he is dismissed."""
    return draft.frame == "office-phrase" and draft.status == "actual"


def _is_passing(draft: Draft) -> bool:
    """Tell whether a draft has no more than that an office is held, which the article elsewhere says has ended."""
    return _is_title(draft) or (draft.leaves and draft.status == "actual")


def _holdings(draft: Draft) -> frozenset[tuple[str, str]]:
    offices, holders = draft.mentions.get("office", ()), draft.mentions.get("holder", ())
    bodies = draft.mentions.get("organisation", ()) if draft.leaves or _is_title(draft) else ()
    bodies = tuple(body for body in bodies if body.kind != "Country")  # who leaves a company has no title there
    return frozenset((holder.name, held.name) for holder in holders for held in (*offices, *bodies))


def _suspend(draft: Draft) -> None:
    """Make a suspension of deliveries that are made no longer: "levert geen vis meer"."""
    draft.type = "DeliverySuspension"
    draft.told = [replace(told, status="actual") if told.status == "ended" else told for told in draft.told]
    if draft.time.end_date and not draft.time.start_date:  # "levert sinds mei niet meer": since then it is suspended
        draft.time = draft.time.model_copy(update={"start_date": draft.time.end_date, "end_date": None})


def _offices(drafts: Iterable[Draft]) -> dict[str, dict[str, tuple[Mention, ...]]]:
    """Give for each holder of an office, by name, the roles of the first draft that tells of it."""
    found: dict[str, dict[str, tuple[Mention, ...]]] = {}
    for draft in drafts:
        if draft.type == "OfficeHolding" and draft.mentions.get("office"):
            for holder in draft.mentions.get("holder", ()):
                found.setdefault(holder.name, draft.mentions)
    return found


def _sign(draft: Draft, offices: dict[str, dict[str, tuple[Mention, ...]]]) -> None:
    """Make who signs for a state its signatory: the state is the party."""
    parties: list[Mention] = []
    signatories: list[Mention] = list(draft.mentions.get("signatory", ()))
    for party in draft.mentions.get("party", ()):
        states = [m for m in offices.get(party.name, {}).get("organisation", ()) if m.kind == "Country"]
        if party.kind == "Person" and states:
            signatories.append(party)
            parties += [state for state in states if state.name not in {known.name for known in parties}]
        else:
            parties.append(party)
    if signatories:
        draft.mentions.update({"party": tuple(parties), "signatory": tuple(signatories)})


def _is_complete(draft: Draft) -> bool:
    filled = {role for role, fillers in (*draft.mentions.items(), *draft.words.items()) if fillers}
    cls = FACT_TYPES[draft.type]
    if any(not any(role in filled for role in needs) for needs in cls.NEEDS):
        return False
    return all(
        least <= len(draft.mentions.get(role, ())) <= most
        for role, (least, most) in cls.COUNTS.items()
        if draft.mentions.get(role)
    )
