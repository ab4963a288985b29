"""What stands around a phrase of time: whether it is one there, and what its preposition does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kg.analysis.document import Document, Token
from kg.analysis.times.moments import Tense
from kg.analysis.times.phrases import Phrase
from kg.analysis.times.tense import Tenses

_NEAR = 10  # tokens of the same clause in which planning is looked for
_SPAN = 15  # tokens between "sinds" and the time at the end of its noun phrase
_COMPARED = 8  # tokens between "eerder" and "dan"
_NOMINAL = ("NOUN", "PROPN")
_OF_NOUN = ("nmod", "appos")


class Fitted(NamedTuple):
    """A phrase as it fits its place.

    Attributes:
        first: its first token.
        phrase: what it means there.
        planned: whether it tells when something is planned.
    """

    first: int
    phrase: Phrase
    planned: bool = False


class Context:
    """Looks around in one document. What it looks at is bounded, so that the whole takes linear time."""

    def __init__(self, document: Document, data: Mapping[str, Any]) -> None:
        """Take a document and the language's data."""
        self._tokens = document.tokens
        self._document = document
        self._data = data
        self._days = {*data["forms"]["WEEKDAY"], *data["forms"]["DAYWORD"]}
        self._nouns = frozenset(data["nouns"])
        self._determiners = frozenset(data["determiners"])
        self._planning = frozenset(data["planned"]["words"])

    def fit(self, first: int, stop: int, phrase: Phrase) -> Fitted | None:
        """Fit a phrase to its place, or give None where it is no time.

        Args:
            first: its first token.
            stop: the token behind it.
            phrase: what it would mean.
        """
        if self._is_habit(first) or self._is_noun(first, stop, phrase):
            return None
        if self._is_number(first, stop, phrase) or self._is_other(first, stop, phrase):
            return None
        return self._prepositioned(first, stop, phrase) if phrase.preposition else Fitted(first, phrase)

    def head(self, first: int, stop: int) -> int:
        """Give the token of a phrase that hangs on what is outside it."""
        outside = [
            token.index
            for token in self._tokens[first:stop]
            if token.pos not in ("ADP", "PUNCT") and not first <= token.head < stop
        ]
        return outside[0] if outside else stop - 1

    def tense(self, tenses: Tenses, fitted: Fitted, head: int) -> Tense:
        """Give the tense at a phrase; of a noun's own time ("de wedstrijd van zondag") the verb tells little."""
        if fitted.planned:
            return tenses.of_plan(head)
        found = tenses.at(head)
        if fitted.phrase.role == "start" and self._word(fitted.first) in self._data["since"]:
            return Tense.PAST  # whatever lasts since then
        own = fitted.phrase.preposition and self._word(fitted.first) in self._data["belongs"]
        return Tense.UNKNOWN if own and found is not Tense.PAST else found

    def is_of_noun(self, first: int, head: int) -> bool:
        """Tell whether a phrase with this first token and head hangs on the noun before it."""
        before = self._token(first - 1)
        return before is not None and before.pos in _NOMINAL and self._tokens[head].relation.startswith(_OF_NOUN)

    def is_open(self, fitted: Fitted) -> bool:
        """Tell whether a phrase says when something begins that may be to come, whatever the tense: "vanaf mei"."""
        return fitted.phrase.role == "start" and self._word(fitted.first) not in self._data["since"]

    def since(self, first: int, phrase: Phrase) -> int | None:
        """Give the token where a longer phrase begins: "sinds" in "sinds het uitbreken van de oorlog in 2022"."""
        if phrase.role != "at":
            return None
        sentence = self._document.sentence_of(first)
        for index in range(first - 2, max(sentence.first, first - _SPAN) - 1, -1):
            token = self._tokens[index]
            if not token.text[0].isalnum() or token.has("VerbForm=Fin"):
                return None
            if token.text.lower() in self._data["since"]:
                return index
        return None

    def _is_habit(self, first: int) -> bool:
        return self._word(first - 1) in self._data["habits"]

    def _is_noun(self, first: int, stop: int, phrase: Phrase) -> bool:
        first += phrase.preposition
        if self._word(first) not in self._nouns or stop - first > 1:
            return False
        before, after = self._token(first - 1), self._token(stop)
        if before is None:
            return False
        if before.text.lower() in self._determiners:  # "het maandag gesloten akkoord" is one
            return after is None or after.pos not in ("VERB", "ADJ", "ADV", "AUX")
        return before.pos == "ADJ" and before.head == first and before.relation == "amod"

    def _is_number(self, first: int, stop: int, phrase: Phrase) -> bool:
        """Tell whether a year is an amount: "in 2022 gevallen", "tot 2000 euro"."""
        number = self._word(stop - 1)
        if not (phrase.preposition and stop - first == 2 and len(number) == 4 and number.isdigit()):
            return False
        after = self._token(stop)
        if after and (
            after.text.lower() in self._data["counted"] or (after.pos == "NOUN" and after.has("Number=Plur"))
        ):
            return self._word(first) not in self._data["since"]
        likely = 1900 < int(number) < 2100 and not number.endswith("00")
        return not likely and self._word(first) not in self._data["years"]

    def _is_other(self, first: int, stop: int, phrase: Phrase) -> bool:
        """Tell whether a phrase is part of something else: "recent onderzoek", "eerder goed dan slecht"."""
        if stop - first == 1 and self._word(first) in self._data["forms"]["VAGUE"]:
            return self._tokens[first].relation == "amod" or self._is_comparative(first)
        if self._word(stop) in self._data["belongs"] and self._is_whole(stop):
            return True
        start = first + phrase.preposition
        return any(self._words(start, count) in self._data["compared"] for count in (1, 2, 3))

    def _is_whole(self, stop: int) -> bool:
        return self._word(stop - 2) in self._data["forms"]["ORDINAL"] or self._word(stop - 1) in self._data["whole"]

    def _is_comparative(self, first: int) -> bool:
        if self._word(first) not in self._data["comparatives"]:
            return False
        return any(token.text.lower() == self._data["comparison"] for token in self._near(first + 1, _COMPARED))

    def _prepositioned(self, first: int, stop: int, phrase: Phrase) -> Fitted | None:
        word = self._word(first)
        bare = Fitted(first + 1, phrase._replace(role="at", preposition=False))
        planned = self._data["planned"]
        if word in planned["prepositions"] and self._is_planned(first, stop):
            keeps = phrase.role == "at" and word not in self._data["only_planned"]
            return (Fitted(first, phrase) if keeps else bare)._replace(planned=True)
        if word in self._data["only_planned"]:
            return bare
        if word in planned["of_nouns"] and self.is_of_noun(first, self.head(first, stop)):
            return Fitted(first, phrase, planned=self._is_planning(self._near(first - 1, _NEAR, -1)))
        if word in self._data["not_of_days"] and self._word(first + 1) in self._days:
            return bare
        if word in self._data["only_part"] and self._word(first + 1) not in self._determiners:
            return bare
        if phrase.role == "before" and word in planned["prepositions"] and self._is_for(first, stop):
            return bare
        return Fitted(first, phrase)

    def _is_planned(self, first: int, stop: int) -> bool:
        return self._is_planning([*self._near(first - 1, _NEAR, -1), *self._near(stop, _NEAR)])

    def _is_planning(self, tokens: Iterable[Token]) -> bool:
        return any(token.lemma in self._planning or token.text.lower() in self._planning for token in tokens)

    def _is_for(self, first: int, stop: int) -> bool:
        """Tell whether "voor" means what a thing is meant for: "de begroting voor 2026"."""
        return self.is_of_noun(first, self.head(first, stop))

    def _near(self, index: int, count: int, step: int = 1) -> Iterable[Token]:
        """Give the tokens from one on, up to a punctuation mark."""
        while count and 0 <= index < len(self._tokens) and self._tokens[index].pos != "PUNCT":
            yield self._tokens[index]
            index, count = index + step, count - 1

    def _token(self, index: int) -> Token | None:
        return self._tokens[index] if 0 <= index < len(self._tokens) else None

    def _words(self, stop: int, count: int) -> str:
        return " ".join(self._word(index) for index in range(stop - count, stop))

    def _word(self, index: int) -> str:
        token = self._token(index)
        return token.text.lower() if token else ""
