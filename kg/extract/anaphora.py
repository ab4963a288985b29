"""Events told of again: "de gesprekken" are the meeting told of before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis import Token
from kg.article import first_day, last_day
from kg.extract.draft import Draft, Told
from kg.extract.frames import Lexicon
from kg.extract.phrases import clause, stretch
from kg.extract.reading import Reading
from kg.extract.timing import to_time
from kg.facts import Time

_MAIN = ("nsubj", "nsubj:pass", "obj")
_NEAR = 5  # sentences back
_CONFIDENCE = 0.7
_DEFINITE = ("Definite=Def", "PronType=Dem")


_NEVER = frozenset(("OfficeHolding",))  # "de verkiezingen" are nobody's taking office


class Anaphora:
    """Finds where an article tells again of a situation, and adds it to that.

    Args:
        reading: the article, read.
        lexicon: the frames of its language.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.document = reading.document
        self.sources = reading.sources
        self.times = reading.times
        self.statuses = reading.statuses
        self.lexicon = lexicon

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add to drafts what definite nouns tell of them further on; only where it can be no other."""
        used = {index for draft in drafts for index in (draft.at, *draft.tokens)}
        for token, fact_type in self._definite(used):
            near = [draft for draft in drafts if draft.type == fact_type and self._is_before(draft, token)]
            if len(near) == 1:
                self._tell(near[0], token)

    def _definite(self, used: set[int]) -> Iterator[tuple[Token, str]]:
        for token in self.document.tokens:
            if token.pos != "NOUN" or token.index in used or token.relation not in _MAIN:
                continue
            types = {frame.type for frame in self.lexicon.by_noun(token.lemma.lower())}
            below = self.document.children(token.index)
            is_definite = any(child.has(feature) for child in below for feature in _DEFINITE)
            is_told_more = any(child.relation in ("nmod", "nmod:poss") for child in below)
            if len(types) == 1 and is_definite and not is_told_more and not types & _NEVER:
                yield token, types.pop()

    def _is_before(self, draft: Draft, token: Token) -> bool:
        return draft.at < token.index and token.sentence - self.document.tokens[draft.at].sentence in range(
            1, _NEAR + 1
        )

    def _tell(self, draft: Draft, token: Token) -> None:
        words = clause(self.document, self.times.clause(token.index))
        predicate = self.times.clause(token.index)
        status = self.statuses.claimed(predicate, self.sources.report(predicate)).status
        if status not in (draft.status, "actual"):
            return  # what is said of it may contradict what was said: leave that to a reader
        expression = self.times.of((token.index, *self._participles(token)))
        attributed, via = self.sources.of(token.index)
        span = stretch(self.document, words[0], words[-1])
        if expression is not None and _is_another_time(draft.time, to_time(expression, draft.type, draft.status)):
            return
        if len(draft.told) < 4 and expression is not None:
            draft.told.append(Told(span, draft.status, attributed, via, _CONFIDENCE))
            draft.time = finer(draft.time, to_time(expression, draft.type, draft.status))

    def _participles(self, token: Token) -> list[int]:
        return [child.index for child in self.document.children(token.index, "acl")] or [self.times.clause(token.index)]


def _is_another_time(known: Time, told: Time) -> bool:
    """Tell whether two times have no day in common: what was last week is not what is tonight."""
    (first, last), (begin, end) = known.bounds(), told.bounds()
    return bool((last and begin and last < begin) or (first and end and end < first))


def finer(known: Time, told: Time) -> Time:
    """Give the more exact of two times that fit each other; the first where they do not."""
    if told.date is None:
        return known
    first, last = known.bounds()
    if known.date or (first and first > first_day(told.date).isoformat()):
        return known
    if last and last < last_day(told.date).isoformat():
        return known
    return told
