"""What became of what was told: "maar dat ging niet door", "maar is daarmee gestopt"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.extract.draft import Draft, Told
from kg.extract.phrases import clause
from kg.extract.reading import Reading
from kg.extract.timing import to_time
from kg.extract.wordlists import read_words
from kg.facts import FACT_TYPES, ClaimedStatus, State

_MARKS = frozenset((",", ";", ":", "(", ")"))
_LASTING = ("Effort",)  # events that go on for a while
_OPEN = ("planned", "possible", "actual")


@dataclass(frozen=True)
class _Outcome:
    status: ClaimedStatus
    of: frozenset[str]
    words: tuple[tuple[str, ...], ...]


class Afterwards:
    """Finds what an article tells to have become of a plan, a state or an effort that it has just told of.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.sources = reading.sources
        self.times = reading.times
        self.outcomes = _outcomes(reading.document.language)

    def add(self, drafts: Sequence[Draft]) -> None:
        """Change the status of drafts whose outcome the next clause tells of.

        Args:
            drafts: the drafts of the article, before those of one situation are made one.
        """
        for at, first, outcome in self._found():
            before = [draft for draft in drafts if self._is_before(draft, at, first) and _can_be(draft, outcome)]
            if before:
                self._tell(max(before, key=lambda draft: draft.at), at, outcome)

    def _found(self) -> Iterator[tuple[int, int, _Outcome]]:
        """Give for each clause that tells an outcome a token of it, its first token, and the outcome."""
        for first, stop in self._stretches():
            words = [token.text.lower() for token in self.document.tokens[first:stop]]
            for outcome in self.outcomes:
                if not outcome.of.isdisjoint(words) and any(in_order(said, words) for said in outcome.words):
                    yield next(i for i in range(first, stop) if words[i - first] in outcome.of), first, outcome
                    break

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Give the stretches of text between punctuation marks."""
        for sentence in self.document.sentences:
            first = sentence.first
            for index in range(sentence.first, sentence.stop):
                if self.document.tokens[index].text in _MARKS or index == sentence.stop - 1:
                    yield first, index
                    first = index + 1

    def _is_before(self, draft: Draft, at: int, first: int) -> bool:
        """Tell whether a draft is told of in the clause right before, or in the sentence before."""
        tokens = self.document.tokens
        starts = first == self.document.sentence_of(at).first
        return draft.at < first and tokens[at].sentence - tokens[draft.at].sentence == int(starts)

    def _tell(self, draft: Draft, at: int, outcome: _Outcome) -> None:
        verb = self.times.clause(at)
        span = self.document.span(clause(self.document, verb))
        attributed, via = self.sources.of(at)
        if any(told.span.start <= span.start < told.span.end for told in draft.told):
            span = draft.told[0].span
        draft.told = [replace(told, status=outcome.status) for told in draft.told]
        if span != draft.told[0].span:
            draft.told.append(Told(span, outcome.status, attributed, via, draft.told[0].confidence))
        time = self.times.of((verb,))
        if outcome.status == "ended" and time is not None:
            draft.time = to_time(time, draft.type, outcome.status, ends=True)


def _can_be(draft: Draft, outcome: _Outcome) -> bool:
    if draft.content is not None or draft.status not in _OPEN:
        return False
    lasts = issubclass(FACT_TYPES[draft.type], State) or draft.type in _LASTING
    return draft.status == "actual" and lasts if outcome.status == "ended" else draft.status != "actual"


def in_order(said: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words stand in a stretch in their order, whatever stands between them.

    Args:
        said: the words.
        words: those of the stretch, in small letters.
    """
    place = iter(words)
    return all(word in place for word in said)


@cache
def _outcomes(language: str) -> tuple[_Outcome, ...]:
    groups: Sequence[Mapping[str, Any]] = read_words("denials", language)["afterwards"]
    return tuple(
        _Outcome(group["status"], frozenset(group["of"]), tuple(tuple(words.split()) for words in group["words"]))
        for group in groups
    )
