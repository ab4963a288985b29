"""Noun phrases, found so that a wrong tree does not hide them."""

from __future__ import annotations

from kg.extract.says.reading import NOMINAL, Reading

_INSIDE = frozenset(("det", "amod", "nummod", "flat", "compound", "nmod", "case", "advmod", "fixed", "appos"))
_STARTS = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"))
_SKIPPED = frozenset(("ADV", "PART", "INTJ"))
_MOST_STEPS = 8


def head_of_phrase(reading: Reading, index: int, stop: int) -> int | None:
    """Give the head of the noun phrase that begins at a token.

    Args:
        reading: the article.
        index: the first token of the phrase.
        stop: the token behind the last that may belong to it.
    """
    tokens = reading.tokens
    if tokens[index].pos not in _STARTS:
        return None
    if tokens[index].pos == "PRON" and tokens[index].relation.partition(":")[0] not in ("det", "nmod"):
        return index
    here = index
    for _ in range(_MOST_STEPS):
        token = tokens[here]
        above = token.head
        if token.relation.partition(":")[0] not in _INSIDE or not index <= above < stop:
            break
        if token.relation in ("appos", "nmod") and above < here:
            break
        here = above
    if tokens[here].pos in NOMINAL or here > index:
        return here if tokens[here].pos not in ("VERB", "AUX", "ADP") else _first_nominal(reading, index, stop)
    return _first_nominal(reading, index, stop)


def _first_nominal(reading: Reading, index: int, stop: int) -> int | None:
    """Give the first noun or name behind determiners and adjectives."""
    for place in range(index, min(stop, index + _MOST_STEPS)):
        pos = reading.tokens[place].pos
        if pos in ("NOUN", "PROPN", "PRON"):
            return place
        if pos not in ("DET", "ADJ", "NUM", "ADV"):
            break
    adjective = reading.tokens[index].pos == "ADJ"
    return index if adjective else None


def phrase_behind(reading: Reading, index: int, stop: int) -> int | None:
    """Give the head of the first bare noun phrase from a token on; adverbs and prepositional phrases are passed over.

    Args:
        reading: the article.
        index: the first token to look at.
        stop: the token behind the last one.
    """
    place = index
    while place < stop:
        token = reading.tokens[place]
        if token.pos == "ADP" and not reading.is_word(place, "to"):
            inside = phrase_end(reading, place, stop)
            if inside is None:
                return None
            place = inside
        elif token.pos in _SKIPPED or reading.is_word(place, "passed_over") or _is_time(reading, place):
            place += 1
        else:
            return head_of_phrase(reading, place, stop)
    return None


def _is_time(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.pos in ("NOUN", "PROPN"):
        return reading.is_in(index, "no_speaker")
    above = reading.tokens[token.head]
    return token.pos in ("DET", "ADJ", "NUM") and above.index > index and reading.is_in(above.index, "no_speaker")


def phrase_end(reading: Reading, preposition: int, stop: int) -> int | None:
    """Give the token behind a prepositional phrase, or None when it is not clear."""
    head = object_of(reading, preposition, stop)
    if head is None:
        return None
    end = head + 1
    while end < stop and reading.tokens[end].head == head and reading.tokens[end].pos in ("PROPN", "NUM"):
        end += 1
    return end


def object_of(reading: Reading, preposition: int, stop: int) -> int | None:
    """Give the head of the noun phrase behind a preposition, whatever the tree makes of it."""
    token = reading.tokens[preposition]
    above = reading.tokens[token.head]
    near = preposition < above.index < min(stop, preposition + 15)
    if near and above.pos in (*NOMINAL, "ADJ", "X") and token.relation in ("case", "mark"):
        return above.index
    if preposition + 1 >= stop:
        return None
    return head_of_phrase(reading, preposition + 1, stop)


def end_of_phrase(reading: Reading, head: int, stop: int) -> int:
    """Give the token behind a noun phrase with all that hangs on it, where that lies before a stop."""
    last = reading.reach[1][head]
    return min(last + 1, stop) if last >= head else head + 1


def coordinated(reading: Reading, head: int) -> tuple[int, ...]:
    """Give a head and those coordinated with it: "X en Y"."""
    others = [
        child.index
        for child in reading.below(head, "conj")
        if child.pos in ("NOUN", "PROPN", "PRON")
        and not any(below.relation == "nsubj" for below in reading.children(child.index))
    ]
    return (head, *others)
