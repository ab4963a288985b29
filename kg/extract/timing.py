"""Which expression of time belongs to which predicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kg.analysis import Document
from kg.analysis.times import TimeExpression
from kg.article import first_day, last_day
from kg.facts import FACT_TYPES, ClaimedStatus, State, Time

_CLAUSES = ("root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "xcomp", "csubj")
_MOST_VERBS = 4
_BREAKS = (",", ".", ";", ")", "!", "?")
_MONTH = 7  # characters: 2025-07
_WEEK = 7  # days: shorter stretches are weeks and weekends
_FIELDS = ("date", "not_before", "not_after", "start_date", "end_date")


class Times:
    """The expressions of time in an article, by the clause that they stand in.

    Args:
        document: the article.
        expressions: its expressions of time.
        reference: the day from which the article looks at time.
    """

    def __init__(self, document: Document, expressions: Sequence[TimeExpression], reference: date | None) -> None:
        self.document = document
        self.reference = reference
        self._by_sentence: dict[int, list[TimeExpression]] = {}
        for expression in expressions:
            self._by_sentence.setdefault(document.tokens[expression.first].sentence, []).append(expression)

    def of(self, predicates: Iterable[int], within: tuple[int, int] | None = None) -> TimeExpression | None:
        """Give the expression that tells when it is; of several, one that gives a date.

        Args:
            predicates: the tokens that tell of it, the most telling first: a light verb, its noun.
            within: the tokens between which it must lie: when something was said is not when it was.
        """
        chosen = list(predicates)
        clauses = {clause for index in chosen for clause in self._clauses(index)}
        here: Sequence[TimeExpression] = self._by_sentence.get(self.document.tokens[chosen[0]].sentence, ())
        if within is not None:
            here = [expression for expression in here if within[0] <= expression.first < within[1]]
        above = [step for index in chosen for step in self._above(index)]  # what stands nearer goes first
        near = sorted((e for e in here if self._head(e) in above), key=lambda e: above.index(self._head(e)))
        here = [expression for expression in here if not self._is_aside(expression, chosen[0])]
        same = [expression for expression in here if self.clause(self._head(expression)) in clauses]
        every = [expression for expression in near if expression in same] + same
        dated = [expression for expression in every if any(getattr(expression, name) for name in _FIELDS)]
        return next(iter(dated or every), None)

    def _is_aside(self, expression: TimeExpression, predicate: int) -> bool:
        """Tell whether a time is only what is told of somebody in passing: "X, tot 2019 voorzitter van Y, zegt"."""
        tokens, sentence = self.document.tokens, self.document.sentence_of(expression.first)
        if expression.first == sentence.first or tokens[expression.first - 1].text != ",":
            return False
        bare = False
        for token in tokens[expression.stop : sentence.stop]:
            if token.text in _BREAKS:
                return bare and not expression.stop <= predicate < token.index
            if token.pos in ("VERB", "AUX") and token.relation != "amod":
                return False
            led = any(c.index >= expression.stop for c in self.document.children(token.index, "case"))
            bare = bare or (token.pos in ("NOUN", "NUM") and not led)
        return False

    def within(self, tokens: set[int]) -> TimeExpression | None:
        """Give the first expression among some tokens of a sentence."""
        here = self._by_sentence.get(self.document.tokens[min(tokens)].sentence, ())
        return next((expression for expression in here if expression.first in tokens), None)

    def beside(self, index: int, within: tuple[int, int]) -> TimeExpression | None:
        """Give the first expression between two tokens that stands in no relative clause, wherever the parser put it.

        Args:
            index: a token of the sentence.
            within: the tokens between which it must lie.
        """
        here = self._by_sentence.get(self.document.tokens[index].sentence, ())
        near = (expression for expression in here if within[0] <= expression.first < within[1])
        aside = self.document.tokens
        return next((e for e in near if not aside[self.clause(e.first)].relation.startswith("acl:")), None)

    def stand_by(self, index: int, phrases: Iterable[str]) -> bool:
        """Tell whether one of some phrases, in small letters, stands in the sentence of a token."""
        here = self.document.sentence_of(index)
        spoken = " ".join(token.text.lower() for token in self.document.tokens[here.first : here.stop])
        return any(f" {words} " in f" {spoken} " for words in phrases)

    def is_future(self, expression: TimeExpression) -> bool:
        """Tell whether all of an expression's time lies behind the reference day."""
        first = expression.date or expression.not_before or expression.start_date
        if not first or self.reference is None:
            return False
        if first == expression.not_before == self.reference.isoformat():  # "later deze maand"
            return bool(expression.not_after and last_day(expression.not_after) > self.reference)
        return first_day(first) > self.reference

    def is_over(self, expression: TimeExpression) -> bool:
        """Tell whether an expression tells of an end that lies before the reference day: "tot 2019"."""
        end = expression.end_date
        return bool(end and self.reference and last_day(end) < self.reference)

    def _head(self, expression: TimeExpression) -> int:
        """Give the token that an expression hangs on."""
        for index in range(expression.first, expression.stop):
            head = self.document.tokens[index].head
            if not expression.first <= head < expression.stop:
                return head
        return self.document.tokens[expression.first].head

    def clause(self, index: int) -> int:
        """Give the token that heads the clause of a token."""
        token = self.document.tokens[index]
        while token.head != token.index and not (token.relation in _CLAUSES or self._is_coordinated_verb(token.index)):
            token = self.document.tokens[token.head]
        return token.index

    def _above(self, index: int) -> list[int]:
        """Give a token and those that it hangs on, up to the head of its clause."""
        found, clause = [index], self.clause(index)
        while found[-1] != clause:
            found.append(self.document.tokens[found[-1]].head)
        return found

    def _clauses(self, index: int) -> list[int]:
        """Give the clause of a token, and those that an infinitive hangs on: "weigerde in mei te tekenen"."""
        found = [self.clause(index)]
        while self.document.tokens[found[-1]].relation == "xcomp" and len(found) < _MOST_VERBS:
            found.append(self.clause(self.document.tokens[found[-1]].head))
        return found

    def _is_coordinated_verb(self, index: int) -> bool:
        token = self.document.tokens[index]
        return token.relation == "conj" and token.pos in ("VERB", "AUX")


def to_time(expression: TimeExpression | None, fact_type: str, status: ClaimedStatus, *, ends: bool = False) -> Time:
    """Make a fact's time of an expression.

    Args:
        expression: the expression; None for none.
        fact_type: the type of the fact: of a state a point is when it began, or, where it has ended, when it ended.
        status: the status of the fact.
        ends: whether the words tell of the end of a state.
    """
    if expression is None:
        return Time()
    fields = {name: getattr(expression, name) for name in _FIELDS if getattr(expression, name)}
    is_state = issubclass(FACT_TYPES[fact_type], State)
    if is_state and (month := _month(expression)):  # "later deze maand"
        fields = {"date": month}
    if is_state and "date" in fields:
        fields["end_date" if ends or status == "ended" else "start_date"] = fields.pop("date")
    elif "start_date" in fields and "end_date" not in fields and (ends or status == "ended"):
        # "per 1 september weg", "sinds 2016 niet meer"
        fields["end_date"] = fields.pop("start_date")
    return Time(**fields, date_text=expression.text)


def _month(expression: TimeExpression) -> str | None:
    """Give the month that an expression names a part of; None where it names something else."""
    first, last = expression.not_before, expression.not_after
    if not first or not last or len(first) < _MONTH or first[:_MONTH] != last[:_MONTH]:
        return None
    day = first_day(first).replace(day=1)
    whole = day.isoformat() == first or last_day(first[:_MONTH]).isoformat() == last
    is_week = first_day(first).weekday() == 0 and (last_day(last) - first_day(first)).days < _WEEK
    return first[:_MONTH] if whole and not is_week else None
