"""What a word of negation negates: the clause, one phrase of it, or nothing."""

from __future__ import annotations

from kg.analysis import Token
from kg.extract.certainty.lexicon import StatusLexicon
from kg.extract.says.reading import Reading

_NEAR = 6
_REACH = 12


def begins_phrase(reading: Reading, lexicon: StatusLexicon, place: int, name: str) -> bool:
    """Tell whether one of some phrases begins at a token.

    Args:
        reading: the article.
        lexicon: the words.
        place: the token.
        name: the list of phrases.
    """
    phrases = lexicon.phrases[name].get(reading.lower[place], ())
    return any(tuple(reading.lower[place : place + len(words)]) == words for words in phrases)


def word_of_end(reading: Reading, lexicon: StatusLexicon, place: int, stop: int) -> int | None:
    """Find the word that makes a negation an end: "niet meer", "geen voorzitter meer"; not "niet meer dan".

    Args:
        reading: the article.
        lexicon: the words.
        place: the negation.
        stop: the token behind the last of its clause.
    """
    no_more = lexicon.lists["no_more"]
    more = next((near for near in range(place + 1, min(stop, place + _NEAR)) if reading.lower[near] in no_more), None)
    if more is None or (more > place + 1 and not reading.is_word(place, "not_any")):
        return None
    if more + 1 >= stop:
        return more
    if reading.lower[more + 1] in lexicon.lists["than"]:
        return None
    amount = reading.tokens[more].head == more + 1 and reading.tokens[more + 1].pos == "NOUN"
    return None if amount and reading.lower[place] in lexicon.lists["not"] else more


def is_idle(reading: Reading, lexicon: StatusLexicon, place: int, predicate: int) -> bool:
    """Tell whether a negation negates nothing of its clause: "niet alleen", "niet voor het eerst", "niet X maar Y".

    Args:
        reading: the article.
        lexicon: the words.
        place: the negation.
        predicate: the predicate of the clause.
    """
    if begins_phrase(reading, lexicon, place, "idle_phrases"):
        return True
    if place + 1 < len(reading.lower) and reading.is_word(place, "never"):
        behind = reading.lower[place + 1]
        if behind in lexicon.lists["partial"]:
            return not (behind in lexicon.lists["degrees"] and reading.tokens[place + 1].head == predicate)
    if place and begins_phrase(reading, lexicon, place - 1, "idle_phrases"):
        return True
    if place > 1 and " ".join(reading.lower[place - 2 : place]) in lexicon.lists["either_word"]:
        return True
    return _is_of_phrase(reading, lexicon, place, predicate)


def _is_of_phrase(reading: Reading, lexicon: StatusLexicon, place: int, predicate: int) -> bool:
    """Tell whether a negation belongs to one phrase that another is set against: "niet met X, maar met Y"."""
    _, stop = reading.bounds(place)
    if place + 1 >= stop or place + 1 == predicate:
        return False
    for near in range(place + 2, min(stop - 1, place + _REACH)):
        if reading.lower[near] in lexicon.lists["against"]:
            return _is_set_against(reading, place, near, stop)
        if reading.is_finite(near):
            return False
    return False


def _is_set_against(reading: Reading, place: int, but: int, stop: int) -> bool:
    """Tell whether what stands behind "maar" is a phrase like the one behind the negation, no clause."""
    negated, other = reading.tokens[place + 1], reading.tokens[but + 1]
    if reading.is_word(place, "not_any"):
        return _is_nominal(other) and not any(reading.is_finite(later) for later in range(but + 1, min(stop, but + 4)))
    return other.pos == negated.pos and other.pos in ("ADP", "ADJ", "ADV", "PROPN")


def _is_nominal(token: Token) -> bool:
    return token.pos in ("DET", "NOUN", "ADJ")
