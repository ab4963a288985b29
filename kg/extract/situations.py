"""Matches → drafts of situations, each with its status, its source and its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.article import Span
from kg.extract.draft import Draft, Told
from kg.extract.matching import Match
from kg.extract.nounlists import Nouns
from kg.extract.phrases import clause, phrase, stretch
from kg.extract.reading import Reading
from kg.extract.sources import Sides
from kg.extract.timing import to_time
from kg.facts import ClaimedStatus, Mention

_LESS_SURE = ("advcl", "acl:relcl", "parataxis", "ccomp")
# From the strongest sign to the weakest: what is denied is denied, however sure the rest sounds.
_ORDER: tuple[ClaimedStatus, ...] = ("denied", "possible", "planned", "ended", "actual")
_WEAK = 0.7
_SUBORDINATE = 0.9


class Situations:
    """Makes drafts of matches.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.sources = reading.sources
        self.times = reading.times
        self.statuses = reading.statuses

    def draft(self, match: Match) -> Iterator[Draft]:
        """Give the drafts of a match: one, or, of what holds between pairs, one for each pair."""
        frame = match.frame
        if frame.descriptive:
            yield self._description(match)
            return
        expression = self.times.of((match.predicate, *match.bound.values()))
        future = expression is not None and self.times.is_future(expression) and frame.type != "Effort"
        status, cues = self._status(match, future=future)
        tokens = {*match.tokens, *cues}
        if expression:
            tokens |= {expression.first, expression.stop - 1}
        sources, via = self._sources(match)
        told = Told(self._evidence(match, tokens), status, sources, via, self._confidence(match))
        time = to_time(expression, frame.type, status, ends=frame.ends)
        words = dict(match.words) | self._more_words(match)
        for roles in _pairs(match):
            draft = Draft(frame.type, frame.id, match.predicate, roles, words, [told], time, tokens=frozenset(tokens))
            draft.definite = self._is_definite(match)
            yield draft

    def _is_definite(self, match: Match) -> bool:
        """Tell whether the words point back at an event: "het gesprek werd geleid door"."""
        nouns = match.bound.values() or [match.predicate]
        return any(
            child.has("Definite=Def") or child.has("PronType=Dem")
            for noun in nouns
            for child in self.document.children(noun, "det")
        )

    def _sources(self, match: Match) -> Sides:
        """Give who vouches for it; who hopes or fears to do something is no source of it."""
        report = self.sources.report(match.predicate)
        sources, via = self.sources.of(match.predicate)
        actors = {mention.name for mentions in match.mentions.values() for mention in mentions}
        if report is not None and report.status == "possible" and any(source.name in actors for source in sources):
            return (), ()
        return sources, via

    def _description(self, match: Match) -> Draft:
        """Give a draft of words that tell in passing who somebody is."""
        frame, here = match.frame, set(self.document.subtree(match.predicate))
        expression = self.times.within(here)
        status, _ = self._status(match, future=False)
        report = self.sources.report(match.predicate)
        sources, via = self.sources.of(match.predicate) if report and report.quotation else ((), ())
        tokens = {*match.tokens, *([expression.first, expression.stop - 1] if expression else [])}
        told = Told(self._evidence(match, tokens), status, sources, via, self._confidence(match))
        time = to_time(expression, frame.type, status)
        return Draft(
            frame.type,
            frame.id,
            match.predicate,
            dict(match.mentions),
            dict(match.words),
            [told],
            time,
            tokens=frozenset(tokens),
        )

    def _status(self, match: Match, *, future: bool) -> tuple[ClaimedStatus, set[int]]:
        """Give what the words claim, of verb and noun the less certain, and the tokens that decided."""
        report = self.sources.report(match.predicate)
        predicate = self.statuses.claimed(match.predicate, report, future=future)
        nouns = {index: self.statuses.claimed(index, report) for index in _event_nouns(match)}
        # What a verb ends, its object ends with: that is what the verb says itself.
        own = match.bound.get("words")
        found = [predicate, *(noun for index, noun in nouns.items() if noun.status != "ended" or index == own)]
        status = _least_certain(certainty.status for certainty in found)
        if match.frame.ends and status in ("actual", "planned"):
            status = "ended" if status == "actual" and not future else "actual"
        if match.frame.status is not None and status == "actual":
            status = match.frame.status
        first, stop = self._limits(match.predicate)
        return status, {cue for certainty in found for cue in certainty.cue if first <= cue < stop}

    def _limits(self, index: int) -> tuple[int, int]:
        """Give the tokens between which evidence lies: the sentence, or the words of the source in it."""
        here, report = self.document.sentence_of(index), self.sources.report(index)
        if report is None:
            return here.first, here.stop
        return max(here.first, report.first), min(here.stop, report.stop)

    def _evidence(self, match: Match, tokens: set[int]) -> Span:
        """Give the words that tell of it: from the first to the last token that took part, in its sentence."""
        first, stop = self._limits(match.predicate)
        wide = set(tokens)
        for index in tokens:
            if index != match.predicate and first <= index < stop:
                wide.update(phrase(self.document, index, coordinated=True))
        inside = [index for index in wide if first <= index < stop]
        return stretch(self.document, min(inside), max(inside))

    def _confidence(self, match: Match) -> float:
        sure = match.frame.confidence * (_WEAK if match.weak else 1)
        clause_head = self.document.tokens[self.times.clause(match.predicate)]
        return round(sure * (_SUBORDINATE if clause_head.relation in _LESS_SURE else 1), 2)

    def _more_words(self, match: Match) -> dict[str, tuple[Span, ...]]:
        """Give the words that any situation may have: what for, how much."""
        found: dict[str, tuple[Span, ...]] = {}
        for child in self.document.children(match.predicate, "advcl"):
            marks = self.document.children(child.index, "mark")
            if any(mark.text.lower() == "om" for mark in marks) and "purpose" not in match.words:
                found["purpose"] = (self.document.span(clause(self.document, child.index)),)
        return found


def _event_nouns(match: Match) -> list[int]:
    """Give the nouns for events that the frame asked for; a noun of any kind tells nothing of certainty."""
    frame = match.frame
    behind = next(iter(frame.with_.values()), None)
    lists = {"object": frame.object, "head": frame.subject, "with": behind if isinstance(behind, Nouns) else None}
    return [at for name, at in match.bound.items() if not ((nouns := lists.get(name)) and nouns.open)]


def _least_certain(statuses: Iterable[ClaimedStatus]) -> ClaimedStatus:
    """Give the status of words whose parts have these: a "mogelijk akkoord" that "is getekend" is possible."""
    found = set(statuses)
    return next((status for status in _ORDER if status in found), "actual")


def _pairs(match: Match) -> Iterator[dict[str, tuple[Mention, ...]]]:
    """Give the roles; of what holds between two partners, once for each pair that the words state."""
    if match.frame.type != "Cooperation":
        yield dict(match.mentions)
        return
    mine, others = match.mentions.get("partner", ()), match.mentions.get("partner_with", ())
    between = match.mentions.get("partner_between", ())
    pairs: Sequence[tuple[Mention, Mention]] = list(product(mine, others)) if others else list(combinations(mine, 2))
    for pair in [*pairs, *combinations(between, 2)]:
        if pair[0].name.casefold() != pair[1].name.casefold():
            yield {"partner": pair}
