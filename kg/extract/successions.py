"""Which office somebody takes up or leaves, where other words of the article tell that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.draft import Draft, Told
from kg.extract.officewords import office_words
from kg.facts import Mention

_TOLD_BEFORE = 60  # tokens from "X treedt af" to "Y neemt het over"
_ROLES: tuple[str, ...] = ("office", "organisation")
_HELD = ("actual", "ended")
_NEW = ("office-new", "office-headline", "holding-new")
_IN_PASSING = ("office-phrase", "office-kept")
_SWEARING = ("holding-oath", "holding-sworn")
_ELLIPTIC = ("office-headline", "holding-new")  # "X nieuwe minister": what it leaves out the article may tell


def complete_holdings(drafts: Iterable[Draft], language: str) -> None:
    """Give drafts of holdings the offices that they lack.

    Args:
        drafts: all drafts of an article.
        language: its language.
    """
    holdings = sorted((draft for draft in drafts if draft.type == "OfficeHolding"), key=lambda draft: draft.at)
    _Successions(holdings, language).complete()


class _Successions:
    def __init__(self, holdings: Sequence[Draft], language: str) -> None:
        self._holdings = holdings
        self._words = office_words(language)
        self._by_holder: dict[str, list[Draft]] = {}
        for draft in holdings:
            if draft.mentions.get("office") and not self._is_successor(draft):
                self._remember(draft)
        self._last_left: Draft | None = None
        self._open: Draft | None = None
        self._bodies = _bodies(holdings)

    def _pairs(self, draft: Draft) -> set[tuple[str, str]]:
        heads = [self._words.post(office.name) for office in draft.mentions.get("office", ())]
        return {(holder, head) for holder in _names(draft, "holder") for head in heads}

    def _left_pairs(self, draft: Draft) -> set[tuple[str, str]]:
        """Give who leaves which office, or which body: its director may be called its boss."""
        bodies = [body.name for body in draft.mentions.get("organisation", ()) if body.kind != "Country"]
        return self._pairs(draft) | {(holder, body) for holder in _names(draft, "holder") for body in bodies}

    def _remember(self, draft: Draft) -> None:
        for holder in draft.mentions.get("holder", ()):
            self._by_holder.setdefault(holder.name, []).append(draft)

    def complete(self) -> None:
        for draft in self._holdings:
            own = _names(draft, "holder")
            predecessors = [other for other in draft.mentions.pop("predecessor", ()) if other.name not in own]
            employers = draft.mentions.pop("employer", ())
            if not draft.mentions.get("office") or self._is_successor(draft):
                self._complete(draft, predecessors, employers)
            elif employers and draft.status == "ended" and not self._is_of_state(draft):
                draft.mentions.setdefault("organisation", employers)
            if draft.frame == "office-open":
                self._open = draft
            left = draft.status == "ended" and _is_named(draft) and draft.mentions.get("holder")
            if left and (draft.frame != "office-phrase" or self._last_left is None):
                self._last_left = draft
            self._belong(draft)
            if not any(holder.is_named for holder in draft.mentions.get("holder", ())):
                draft.mentions.pop("holder", None)
        self._agree()

    def _belong(self, draft: Draft) -> None:
        """Say of what an office is that the article tells of what it is."""
        for office in draft.mentions.get("office", ()):
            if not draft.mentions.get("organisation") and office.name in self._bodies:
                draft.mentions["organisation"] = self._bodies[office.name]

    def _complete(self, draft: Draft, predecessors: Sequence[Mention], employers: Sequence[Mention]) -> None:
        of = draft.mentions.get("organisation") or tuple(employers)
        known = self._left(draft, of) if draft.leaves or draft.status == "ended" else self._taken(draft, predecessors)
        if known is not None:
            draft.mentions.update({role: known.mentions[role] for role in _ROLES if role in known.mentions})
            if of and not draft.mentions.get("organisation") and not self._is_of_state(draft):
                draft.mentions["organisation"] = of
        elif draft.implied and not draft.mentions.get("office"):
            self._imply(draft, of)
        if draft.mentions.get("office"):
            self._remember(draft)
            for other in predecessors:
                roles = {**draft.mentions, "holder": (other,)}
                self._by_holder.setdefault(other.name, []).append(replace(draft, mentions=roles, told=[_ended(draft)]))

    def _left(self, draft: Draft, of: Sequence[Mention]) -> Draft | None:
        """Give what tells of the office that somebody leaves: one that is not of another body."""
        names = {mention.name for mention in of if mention.is_named}
        held = [
            known
            for holder in draft.mentions.get("holder", ())[:1]
            for known in self._by_holder.get(holder.name, ())
            if known.status in _HELD and (known.frame not in _NEW or known.status == "actual")
            if not names or not known.entities("organisation") or names & _names(known, "organisation")
        ]
        if beside := [known for known in held if _is_beside(known, draft)]:
            return beside[-1]
        named = [known for known in held if known.leaves]
        before = [known for known in named or held if known.at <= draft.at]
        if named and not before:
            return named[0]
        return before[-1] if before else next(iter(held), None)

    def _taken(self, draft: Draft, predecessors: Sequence[Mention]) -> Draft | None:
        """Give what tells of the office that somebody takes up: the predecessor's, or what is told to be theirs."""
        mine = [known for holder in draft.mentions.get("holder", ()) for known in self._by_holder.get(holder.name, ())]
        taken = [known for known in mine if known.status in ("actual", "planned") and known.frame not in _IN_PASSING]
        theirs = [known for other in predecessors[:1] for known in self._by_holder.get(other.name, ())]
        held = [known for known in theirs if known.status in _HELD and known.frame not in (*_NEW, "office-kept")]
        held = [known for known in held if _is_named(known)]
        if taken or held:
            return (taken or held)[-1]
        own = self._is_successor(draft) or draft.frame in _SWEARING
        return self._vacant(draft, predecessors) or (mine[-1] if mine and own else None)

    def _vacant(self, draft: Draft, predecessors: Sequence[Mention]) -> Draft | None:
        """Give what told right before that another one has left an office: "Y neemt het over"."""
        left, named = self._last_left, {mention.name for mention in predecessors}
        near = left is not None and draft.at - left.at <= _TOLD_BEFORE
        theirs = left is not None and (not named or bool(named & _names(left, "holder")))
        if left is not None and near and theirs and not _names(draft, "holder") & _names(left, "holder"):
            return left
        return self._open if self._open is not None and draft.at - self._open.at <= _TOLD_BEFORE else None

    def _imply(self, draft: Draft, of: Sequence[Mention]) -> None:
        """Say that it is some post, where the words imply one and do not name it: "Club Brugge ontslaat Leko"."""
        holders = draft.mentions.get("holder", ())
        unfit = any(not mention.is_named or mention.name in self._words.parties for mention in of)
        if not holders or not holders[0].is_named or unfit:
            return
        name = f"{draft.implied} {of[0].name}" if of else (draft.implied or "").split()[0]
        draft.mentions["office"] = (Mention(name=name, kind="Office", named=False),)
        if of:
            draft.mentions["organisation"] = (of[0],)

    def _agree(self) -> None:
        """Make what tells of one office agree: in its name, and in whether it is a plan or taken up."""
        self._name_in_full()
        planned = {pair for draft in self._holdings if draft.status == "planned" for pair in self._pairs(draft)}
        firm = {pair for draft in self._holdings if self._is_firm(draft) for pair in self._pairs(draft)}
        leaving = {
            pair for draft in self._holdings if draft.leaves and draft.upcoming for pair in self._left_pairs(draft)
        }
        for draft in self._holdings:
            early = draft.leaves and draft.status == "ended" and self._left_pairs(draft) & leaving
            if early or (draft.upcoming and draft.status == "planned" and self._pairs(draft) & firm):
                draft.told = [replace(told, status="actual") for told in draft.told]
            elif draft.frame in _ELLIPTIC and draft.status == "actual" and self._pairs(draft) & planned - firm:
                draft.told = [replace(told, status="planned") for told in draft.told]

    def _is_firm(self, draft: Draft) -> bool:
        return draft.status == "actual" and not draft.leaves and draft.frame not in (*_ELLIPTIC, "office-phrase")

    def _name_in_full(self) -> None:
        """Give an office the name that the article gives it elsewhere: "voorzitter", "voorzitter van de CDU"."""
        full: dict[tuple[str, str], Draft] = {}
        for draft in self._holdings:
            if draft.mentions.get("organisation"):
                full.update({pair: draft for pair in self._pairs(draft) if pair not in full})
        for draft in self._holdings:
            known = next((full[pair] for pair in self._pairs(draft) if pair in full), None)
            if known is None or draft.mentions.get("organisation") or known.status == "denied":
                continue
            if known.status == draft.status or known.leaves or draft.leaves or known.upcoming or draft.upcoming:
                draft.mentions.update(office=known.mentions["office"], organisation=known.mentions["organisation"])

    def _is_successor(self, draft: Draft) -> bool:
        return any(office.name in self._words.successors for office in draft.mentions.get("office", ()))

    def _is_of_state(self, draft: Draft) -> bool:
        offices = (office.name.split()[0] for office in draft.mentions.get("office", ()))
        return any(office in self._words.of_government | self._words.of_state for office in offices)


def _is_beside(title: Draft, draft: Draft) -> bool:
    """Tell whether the words of a draft have somebody's title in them: "Lies Daems, CEO van X, stapt op"."""
    inner, outer = title.told[0].span, draft.told[0].span
    return title.frame == "office-phrase" and outer.start <= inner.start and inner.end <= outer.end


def _is_named(draft: Draft) -> bool:
    """Tell whether the article has words for the office, and does not only imply one."""
    return any(office.text is not None or office.is_named for office in draft.mentions.get("office", ()))


def _ended(draft: Draft) -> Told:
    return replace(draft.told[0], status="ended")


def _bodies(drafts: Iterable[Draft]) -> dict[str, tuple[Mention, ...]]:
    """Give for each office that is one of a body, by the office's name, that body."""
    return {
        office.name: draft.mentions["organisation"]
        for draft in drafts
        if draft.mentions.get("organisation")
        for office in draft.mentions.get("office", ())
        if office.named is not False
    }


def _names(draft: Draft, role: str) -> set[str]:
    return {mention.name for mention in draft.mentions.get(role, ())}
