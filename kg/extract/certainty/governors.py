"""The words above a clause or a noun that say how certain it is."""

from __future__ import annotations

from kg.analysis import Token
from kg.analysis.inflection import inflection
from kg.extract.certainty.lexicon import Effect, Governor, StatusLexicon, effect_of_saying
from kg.extract.says.reading import Reading

_NEAR = 6
_NEGATED: dict[Effect, Effect] = {"possible": "denied", "planned": "denied", "denied": "possible"}


class Governors:
    """What the words of an article make of what stands below them.

    Args:
        reading: the article.
        lexicon: the words.
    """

    def __init__(self, reading: Reading, lexicon: StatusLexicon) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._inflection = inflection(reading.document.language)

    def marks(self, index: int) -> dict[str, int]:
        """Give the words that open a clause, or stand before a phrase, and their tokens."""
        marks = [
            child.index
            for child in self._reading.children(index)
            if child.relation in ("mark", "case", "advmod", "fixed") and child.index < index
        ]
        fixed = [child.index for mark in marks for child in self._reading.children(mark) if child.relation == "fixed"]
        return {self._reading.lower[mark]: mark for mark in (*marks, *fixed)}

    def mark_in(self, index: int, name: str) -> int | None:
        """Give the token of the first of these words that is in a list."""
        words = self._lexicon.lists[name]
        return next((place for word, place in self.marks(index).items() if word in words), None)

    def at(self, index: int) -> Governor | None:
        """Give what a word makes of a clause below it; None when it says nothing of that."""
        reading, lexicon = self._reading, self._lexicon
        word = reading.lower[index]
        if word in lexicon.governors and (governor := lexicon.governors.find(reading, index)):
            return governor
        if word in lexicon.says.verbs and (saying := lexicon.says.verbs.find(reading, index)):
            return effect_of_saying(saying)
        effect = self.effect_of(index)
        if effect is None:
            return None
        return Governor(word, "", effect, _NEGATED.get(effect, "same"))

    def effect_of(self, index: int) -> Effect | None:
        """Give what a noun or adjective makes of a clause below it."""
        token, word = self._reading.tokens[index], self._reading.lower[index]
        for table in (self._lexicon.nouns, self._lexicon.predicates):
            for form in (word, token.lemma, *self._inflection.singulars(word)):
                if form in table:
                    return table[form]
        return None

    def noun_before(self, token: Token) -> int | None:
        """Find the noun right before a clause that says what it is of, wherever the tree hung the clause."""
        reading = self._reading
        begin = min([token.index, *self.marks(token.index).values()])
        first, _ = reading.bounds(token.index)
        for place in range(begin - 1, max(first, begin - _NEAR) - 1, -1):
            if reading.tokens[place].pos in ("VERB", "SCONJ") or reading.is_mark(place):
                return None
            if reading.tokens[place].pos in ("NOUN", "ADJ") and self.effect_of(place) not in (None, "same"):
                return place if place == begin - 1 or self._is_light(token) else None
        return None

    def subject_noun(self, token: Token) -> int | None:
        """Find the subject that says what a clause is: "het plan is om", "het gerucht gaat dat"."""
        if self._reading.lower[token.head] not in self._lexicon.lists["light"]:
            return None
        for child in self._reading.children(token.head):
            if child.relation == "nsubj" and child.pos == "NOUN" and self.effect_of(child.index) not in (None, "same"):
                return child.index
        return None

    def _is_light(self, token: Token) -> bool:
        """Tell whether the verb above a clause leaves it to its object to say what becomes of it."""
        head = token.head
        return self._reading.lower[head] in self._lexicon.happening or self._reading.tokens[head].pos == "AUX"

    def is_definite(self, noun: int) -> bool:
        """Tell whether a noun phrase speaks of something known: a name, a pronoun, "de" and the like before it."""
        reading = self._reading
        if reading.tokens[noun].pos in ("PROPN", "PRON"):
            return True
        articles = self._lexicon.lists["articles"]
        return any(child.index < noun and reading.lower[child.index] in articles for child in reading.children(noun))
