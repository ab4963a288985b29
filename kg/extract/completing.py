"""What one draft needs and another tells: the office of who steps down, the state that a president signs for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.draft import Draft
from kg.facts import FACT_TYPES, Mention


def completed(drafts: Sequence[Draft]) -> list[Draft]:
    """Give drafts with what the article tells elsewhere; those that still lack a role that their type needs are left out.

    Args:
        drafts: all drafts of an article.
    """
    offices = _offices(drafts)
    for draft in drafts:
        if draft.type == "OfficeHolding" and not draft.mentions.get("office"):
            _take_office(draft, offices)
        if draft.type == "Agreement":
            _sign(draft, offices)
        if draft.type == "Delivery" and draft.status == "ended":
            _suspend(draft)
    return [draft for draft in drafts if _is_complete(draft)]


def _suspend(draft: Draft) -> None:
    """Make a suspension of deliveries that are made no longer: "levert geen vis meer"."""
    draft.type = "DeliverySuspension"
    draft.told = [replace(told, status="actual") if told.status == "ended" else told for told in draft.told]


def _offices(drafts: Iterable[Draft]) -> dict[str, dict[str, tuple[Mention, ...]]]:
    """Give for each holder of an office, by name, the roles of the first draft that tells of it."""
    found: dict[str, dict[str, tuple[Mention, ...]]] = {}
    for draft in drafts:
        if draft.type == "OfficeHolding" and draft.mentions.get("office"):
            for holder in draft.mentions.get("holder", ()):
                found.setdefault(holder.name, draft.mentions)
    return found


def _take_office(draft: Draft, offices: dict[str, dict[str, tuple[Mention, ...]]]) -> None:
    holders = (*draft.mentions.pop("predecessor", ()), *draft.mentions.get("holder", ()))
    known = offices.get(holders[0].name) if holders else None
    if known:
        draft.mentions.update({role: known[role] for role in ("office", "organisation") if role in known})


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
