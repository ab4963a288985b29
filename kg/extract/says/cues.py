"""Which words tell that somebody says something."""

from __future__ import annotations

from kg.extract.says.lexicon import Saying, Status
from kg.extract.says.reading import Reading

_REACH = 40


def status_of_cue(reading: Reading, index: int, saying: Saying, *, infinitive: bool = False) -> Status | None:
    """Give what the speaker claims of the content; None when the words report nothing: "wilde niet zeggen".

    Args:
        reading: the article.
        index: the verb.
        saying: what the lexicon knows of it.
        infinitive: whether it reports an infinitive, so that a negation behind it belongs to that.
    """
    if _is_conditional(reading, index) or _is_about_nobody(reading, index):
        return None
    if _is_negated(reading, index, index if infinitive else len(reading.tokens)):
        return saying.negated
    if _is_unsaid(reading, index, saying):
        return None
    return saying.status


def _group(reading: Reading, index: int) -> list[int]:
    """Give the verbs that a verb stands below in its own clause, and itself."""
    found = [index]
    here = reading.tokens[index]
    while here.relation in ("xcomp", "aux") and here.head != here.index and len(found) < 4:
        here = reading.tokens[here.head]
        if _is_behind_comma(reading, here.index, index):
            break
        found.append(here.index)
    return found


def _is_negated(reading: Reading, index: int, stop: int) -> bool:
    negations = reading.lexicon.lists["negations"]
    for verb in _group(reading, index):
        for child in reading.children(verb):
            if child.index >= stop or _is_behind_comma(reading, child.index, index):
                continue
            if child.relation in ("advmod", "nsubj", "mark") and reading.lower[child.index] in negations:
                return not _is_partial(reading, child.index)
            if child.relation == "nsubj" and any(
                reading.is_word(below.index, "not_any") for below in reading.children(child.index)
            ):
                return True
    return (
        reading.is_word(index - 1, "never") and reading.tokens[index - 1].sentence == reading.tokens[index].sentence
        if index
        else False
    )


def negations_of(reading: Reading, index: int) -> list[int]:
    """Give the words before a cue, in its own clause, that negate it."""
    return [
        child.index
        for verb in _group(reading, index)
        for child in reading.children(verb)
        if child.index < index
        and reading.is_word(child.index, "negations")
        and not _is_behind_comma(reading, child.index, index)
    ]


def _is_behind_comma(reading: Reading, word: int, cue: int) -> bool:
    """Tell whether a comma parts a word from the cue behind it, so that it is of the words reported."""
    return any(reading.lower[place] == "," for place in range(max(word, cue - _REACH) + 1, cue))


def _is_about_nobody(reading: Reading, index: int) -> bool:
    return any(
        child.relation == "nsubj" and reading.is_word(child.index, "nobody") for child in reading.children(index)
    )


def _is_partial(reading: Reading, index: int) -> bool:
    """Tell whether a negation is none of the verb: "niet alleen", "niet eerder", "niet voor het eerst"."""
    return index + 1 < len(reading.lower) and reading.is_word(index + 1, "partial")


def _is_unsaid(reading: Reading, index: int, saying: Saying) -> bool:
    unsaid = reading.lexicon.lists["unsaid"]
    if saying.word in reading.lexicon.lists["said_all_the_same"]:
        unsaid = unsaid & reading.lexicon.lists["wanting"]
    verbs = _group(reading, index)
    auxiliaries = {reading.lower[verb] for verb in verbs[1:]} | {
        reading.lower[child.index]
        for verb in verbs
        for child in reading.children(verb)
        if child.relation == "aux" and not _is_behind_comma(reading, child.index, index)
    }
    if auxiliaries & reading.lexicon.lists["would"] and auxiliaries & reading.lexicon.lists["had"]:
        return False  # hearsay that somebody said so
    return bool(auxiliaries & unsaid)


def _is_conditional(reading: Reading, index: int) -> bool:
    conditions = reading.lexicon.lists["conditions"]
    if any(child.relation == "mark" and reading.lower[child.index] in conditions for child in reading.children(index)):
        return True
    first, _ = reading.bounds(index)
    for place in range(index - 1, max(first, index - _REACH) - 1, -1):
        if reading.lower[place] in conditions:
            return reading.tokens[place].pos == "SCONJ" and "VerbForm=Inf" not in reading.tokens[index].features
        if reading.is_finite(place) or reading.is_mark(place):
            return False
    return False
