"""Who says it, who passed it on, and in what."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis import Token
from kg.article import Span
from kg.extract.says.phrases import coordinated, head_of_phrase, object_of, phrase_behind
from kg.extract.says.reading import NOMINAL, Reading

_MOST_STEPS = 6
_WINDOW = 60
_OWNERS = ("acl:relcl", "acl")
_SHARED = ("xcomp", "conj", "advcl", "ccomp", "aux", "cop", "compound:prt")


def speakers_of(reading: Reading, verb: int, stop: int) -> tuple[int, ...]:
    """Give who does what a verb says: the heads of its subject, of a passive its agent.

    Args:
        reading: the article.
        verb: the verb.
        stop: the token where the content begins, or the reporting clause ends.
    """
    if is_passive(reading, verb):
        return _agent(reading, verb, stop)
    found = _subject(reading, verb)
    if found is None:
        found = _neighbour(reading, verb, stop)
    return coordinated(reading, found) if found is not None else ()


def speakers_behind(reading: Reading, verb: int, stop: int) -> tuple[int, ...]:
    """Give who does what a verb before its subject says: "..., zei gisteren de minister"."""
    if is_passive(reading, verb):
        return _agent(reading, verb, stop)
    own = [child for child in reading.below(verb, "nsubj") if verb < child.index < stop and is_speaker(reading, child)]
    found = own[0].index if own else phrase_behind(reading, verb + 1, stop)
    if found is None or not is_speaker(reading, reading.tokens[found]):
        found = _name_behind(reading, verb + 1, stop)
    return coordinated(reading, found) if found is not None else ()


def _name_behind(reading: Reading, first: int, stop: int) -> int | None:
    """Give the name right behind a word that the tagger took for no noun: "bezweert wijkagent Theo Bos"."""
    if first + 1 >= stop or reading.tokens[first].pos not in ("VERB", "ADJ", "X"):
        return None
    return first + 1 if reading.tokens[first + 1].pos == "PROPN" else None


def _is_nominal(reading: Reading, token: Token) -> bool:
    """Tell whether a word that is no noun by its tag stands as one: "de beschuldigde", "Vlaams Belang"."""
    if token.pos in ("ADJ", "X", "SYM"):
        return token.relation not in ("advmod", "compound:prt")
    if token.relation == "nsubj" and token.text.isupper() and len(token.text) > 1:
        return True  # "OM", which the tagger takes for "om"
    has_article = any(child.relation == "det" for child in reading.children(token.index))
    return token.pos == "VERB" and token.relation == "nsubj" and has_article


def owners(reading: Reading, noun: int, stop: int) -> tuple[int, ...]:
    """Give whose something is: "de reactie van X", "zijn antwoord".

    Args:
        reading: the article.
        noun: what is theirs.
        stop: the token behind the last that may belong to it.
    """
    for child in reading.children(noun):
        if child.relation in ("nmod:poss", "nmod") and (child.index > noun or child.relation == "nmod:poss"):
            return coordinated(reading, child.index)
    if noun + 1 < stop and reading.is_word(noun + 1, "genitive"):
        head = object_of(reading, noun + 1, stop)
        return coordinated(reading, head) if head is not None else ()
    return ()


def is_passive(reading: Reading, verb: int) -> bool:
    """Tell whether a verb is in the passive."""
    if "VerbForm=Part" not in reading.tokens[verb].features:
        return False
    return any(
        child.relation in ("aux:pass", "nsubj:pass", "obl:agent", "expl:pass")
        or child.lemma in reading.lexicon.lists["passives"]
        for child in reading.children(verb)
    )


def is_speaker(reading: Reading, token: Token, *, oblique: bool = False) -> bool:
    """Tell whether a token can head the phrase that names who says something.

    Args:
        reading: the article.
        token: the token.
        oblique: whether it stands behind a preposition, where "hem" can name who says it.
    """
    if token.pos not in NOMINAL and not _is_nominal(reading, token):
        return False
    if reading.lower[token.index] in reading.lexicon.lists["no_speaker_words"]:
        return False
    if not oblique and reading.lower[token.index] in reading.lexicon.lists["oblique"]:
        return False
    return not (token.pos in ("NOUN", "PROPN", "NUM") and reading.is_in(token.index, "no_speaker"))


def _agent(reading: Reading, verb: int, stop: int) -> tuple[int, ...]:
    agents = [child.index for child in reading.children(verb) if child.relation == "obl:agent"]
    if agents:
        return coordinated(reading, agents[0])
    first, _ = reading.bounds(verb)
    for place in range(max(first, verb - _WINDOW), min(stop, verb + _WINDOW)):
        if reading.is_word(place, "agent"):
            head = object_of(reading, place, reading.bounds(verb)[1])
            if head is not None and is_speaker(reading, reading.tokens[head]):
                return coordinated(reading, head)
    return ()


def _subject(reading: Reading, verb: int) -> int | None:
    """Find the subject in the tree: the verb's own, or that of the verb that it shares one with."""
    here = verb
    for _ in range(_MOST_STEPS):
        token = reading.tokens[here]
        for child in reading.below(here, "nsubj"):
            if child.relation == "nsubj" and (found := _named(reading, child, token)) is not None:
                return found
        if token.relation in _OWNERS and token.head < here:
            return token.head if reading.tokens[token.head].pos in NOMINAL else None
        if token.relation not in _SHARED or token.head == here or _has_mark(reading, here):
            return None
        here = token.head
    return None


def _has_mark(reading: Reading, verb: int) -> bool:
    """Tell whether a clause has a subordinator of its own, so that it shares no subject."""
    return any(
        child.relation == "mark"
        and not (reading.is_word(child.index, "to") or reading.is_word(child.index, "for_purpose"))
        for child in reading.children(verb)
    )


def _named(reading: Reading, child: Token, verb: Token) -> int | None:
    if child.pos in ("PRON", "DET", "SCONJ") and reading.is_word(child.index, "relatives"):
        return verb.head if verb.relation in _OWNERS and verb.head < child.index else None
    return child.index if is_speaker(reading, child) else None


def _neighbour(reading: Reading, verb: int, stop: int) -> int | None:
    """Find the subject beside a verb whose tree does not show one."""
    first, _ = reading.bounds(verb)
    finite = verb if reading.is_finite(verb) else _auxiliary(reading, verb)
    before = finite - 1
    while before >= first and (reading.tokens[before].pos == "ADV" or reading.tokens[before].relation == "advmod"):
        before -= 1
    if before >= first and (found := _ending_at(reading, before, first)) is not None:
        return found
    found = phrase_behind(reading, finite + 1, stop)
    return found if found is not None and is_speaker(reading, reading.tokens[found]) else None


def _auxiliary(reading: Reading, verb: int) -> int:
    return next((child.index for child in reading.below(verb, "aux") if reading.is_finite(child.index)), verb)


def _ending_at(reading: Reading, last: int, first: int) -> int | None:
    """Give the head of the noun phrase that ends right before a verb, unless a preposition leads it."""
    here = last
    for _ in range(_MOST_STEPS):
        token = reading.tokens[here]
        if token.pos not in (*NOMINAL, "ADJ", "DET") or not first <= token.head <= last:
            break
        if reading.tokens[token.head].pos not in NOMINAL:
            break
        if token.head == here:
            break
        here = token.head
    token = reading.tokens[here]
    has_case = any(child.relation == "case" and child.index < here for child in reading.children(here))
    before_is_case = reading.tokens[here - 1].pos == "ADP" if here > first else False
    return here if is_speaker(reading, token) and not has_case and not before_is_case else None


def passed_on_by(reading: Reading, start: int, stop: int, speakers: Iterable[int]) -> tuple[int, ...]:
    """Give who passed it on: "geciteerd door de krant", "tegen persbureau ANP", "in een interview met NRC".

    Args:
        reading: the article.
        start: the first token of the words that report.
        stop: the token behind their last.
        speakers: who says it.
    """
    taken = set(speakers)
    found: list[int] = []
    for place in range(start, min(stop, start + _WINDOW)):
        if not reading.is_in(place, "passing_on"):
            continue
        head = object_of(reading, place, stop)
        if head is None or head in taken or head in found:
            continue
        cited = reading.is_word(place, "agent") and any(
            reading.is_in(near, "citing") for near in range(max(start, place - 2), place)
        )
        by_name = not reading.is_word(place, "loosely") or reading.tokens[head].pos == "PROPN" or _names(reading, head)
        flat = any(child.relation == "flat" for child in reading.children(head))
        by_name = by_name or flat or reading.tokens[head].text[0].isupper()  # "in Het Nieuwsblad"
        talked = place > start and reading.is_in(place - 1, "media")
        if cited or ((by_name or talked) and is_outlet(reading, head, stop)):
            found.extend(coordinated(reading, head))
            taken.update(found)
    return tuple(found)


def on_authority_of(reading: Reading, start: int, stop: int) -> tuple[int, ...]:
    """Give who is named as the one who says what somebody passes on: "meldt X op gezag van Y".

    Args:
        reading: the article.
        start: the first token of the words that report.
        stop: the token behind their last.
    """
    phrases = reading.lexicon.phrases["on_authority"]
    for place in range(start, min(stop, start + _WINDOW)):
        for words in phrases.get(reading.lower[place], ()):
            last = place + len(words) - 1
            if tuple(reading.lower[place : last + 1]) == words and last < stop:
                head = object_of(reading, last, stop)
                if head is not None and is_speaker(reading, reading.tokens[head], oblique=True):
                    return coordinated(reading, head)
    return ()


def _names(reading: Reading, head: int) -> bool:
    """Tell whether a noun has its name behind it: "persbureau ANP"."""
    return any(child.pos == "PROPN" and child.relation in ("appos", "flat", "nmod") for child in reading.children(head))


def is_outlet(reading: Reading, head: int, stop: int) -> bool:
    """Tell whether a noun phrase names a newspaper, a broadcaster or the like."""
    if reading.is_in(head, "outlets") or _ends_like_outlet(reading, head):
        return True
    parts = [
        child
        for child in reading.children(head)
        if child.relation in ("flat", "appos", "compound") and child.index < stop
    ]
    return any(reading.is_in(part.index, "outlets") or _ends_like_outlet(reading, part.index) for part in parts)


def _ends_like_outlet(reading: Reading, head: int) -> bool:
    word = reading.lower[head]
    return len(word) > 6 and word.endswith(tuple(reading.lexicon.lists["outlet_endings"]))


def medium_of(reading: Reading, start: int, stop: int) -> Span | None:
    """Give the word that tells in what something was said: "in een videotoespraak"."""
    for place in range(start, min(stop, start + _WINDOW)):
        if not reading.is_in(place, "media_prepositions"):
            continue
        head = head_of_phrase(reading, place + 1, stop) if place + 1 < stop else None
        if head is not None and reading.is_in(head, "media"):
            token = reading.tokens[head]
            return Span(token.start, token.end)
    return None
