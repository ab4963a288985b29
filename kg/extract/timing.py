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

    def of(self, predicates: Iterable[int]) -> TimeExpression | None:
        """Give the expression that tells when it is; of several, one that gives a date.

        Args:
            predicates: the tokens that tell of it, the most telling first: a light verb, its noun.
        """
        chosen = list(predicates)
        clauses = {clause for index in chosen for clause in self._clauses(index)}
        here = self._by_sentence.get(self.document.tokens[chosen[0]].sentence, ())
        above = [step for index in chosen for step in self._above(index)]  # what stands nearer goes first
        near = sorted((e for e in here if self._head(e) in above), key=lambda e: above.index(self._head(e)))
        same = [expression for expression in here if self.clause(self._head(expression)) in clauses]
        every = [expression for expression in near if expression in same] + same
        dated = [expression for expression in every if any(getattr(expression, name) for name in _FIELDS)]
        return next(iter(dated or every), None)

    def within(self, tokens: set[int]) -> TimeExpression | None:
        """Give the first expression among some tokens of a sentence."""
        here = self._by_sentence.get(self.document.tokens[min(tokens)].sentence, ())
        return next((expression for expression in here if expression.first in tokens), None)

    def is_future(self, expression: TimeExpression) -> bool:
        """Tell whether all of an expression's time lies behind the reference day."""
        first = expression.date or expression.not_before or expression.start_date
        return bool(first and self.reference and first_day(first) > self.reference)

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
    if issubclass(FACT_TYPES[fact_type], State) and "date" in fields:
        fields["end_date" if ends or status == "ended" else "start_date"] = fields.pop("date")
    elif "start_date" in fields and "end_date" not in fields and (ends or status == "ended"):
        # "per 1 september weg", "sinds 2016 niet meer"
        fields["end_date"] = fields.pop("start_date")
    return Time(**fields, date_text=expression.text)
