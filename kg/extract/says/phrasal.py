"""What is said without a clause: "noemt de kritiek onterecht", "pleit voor vrijspraak", "eist vier jaar cel"."""

from __future__ import annotations

from kg.analysis import Token
from kg.extract.says.building import Draft
from kg.extract.says.contents import start_of_reporting
from kg.extract.says.cues import status_of_cue
from kg.extract.says.phrases import end_of_phrase, object_of
from kg.extract.says.quoted import BARE
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import is_passive, speakers_of

_NEAR = 12
_LONGEST = 40


def judgement(reading: Reading, verb: int) -> Draft | None:
    """Find what somebody thinks of something: "noemt de kritiek onterecht", "beschouwt de sluiting als een fout".

    Args:
        reading: the article.
        verb: a verb of judging.
    """
    if reading.tokens[verb].pos != "VERB" or is_passive(reading, verb):
        return None
    status = status_of_cue(reading, verb, BARE)
    below = reading.below(verb, "xcomp", "advcl")
    predicate = next((child for child in below if _judges(reading, child)), None)
    if status is None or predicate is None or (judged := _judged(reading, verb, predicate.index)) is None:
        return None
    bounds = reading.bounds(verb)
    ranges = [(reading.reach[0][index], reading.reach[1][index]) for index in (judged, predicate.index)]
    first, last = min(first for first, _ in ranges), max(last for _, last in ranges)
    speakers = speakers_of(reading, verb, bounds[1])
    inside = judged < verb < predicate.index  # "De motie noemde hij onzin"
    if not speakers or last - first > _LONGEST or (first <= verb <= last and not inside):
        return None
    if not inside and any(first <= head <= last for head in speakers):  # "wat ik mooi vond"
        return None
    begin = start_of_reporting(reading, verb, bounds[0])
    reporting = (begin, first if verb < first else verb + 1)
    return Draft(verb, BARE, status, bounds, (first, last + 1), reporting, speakers, speaker_inside=inside)


def _judges(reading: Reading, token: Token) -> bool:
    """Tell whether a word says what somebody thinks: no infinitive, no name given, not how something was found."""
    if token.pos not in ("ADJ", "NOUN", "VERB") or "VerbForm=Inf" in token.features:
        return False
    below = reading.children(token.index)
    opened = [child for child in below if child.relation in ("nsubj", "mark", "case")]
    if any(not reading.is_word(child.index, "as") for child in opened) or (token.relation == "advcl" and not opened):
        return False
    return not reading.is_in(token.index, "found_so")


def _judged(reading: Reading, verb: int, predicate: int) -> int | None:
    """Give what is judged: the object, wherever the tree hung it."""
    objects = (child for head in (verb, predicate) for child in reading.below(head, "obj"))
    return next((child.index for child in objects if child.pos in ("NOUN", "PROPN", "NUM")), None)


def _is_object(reading: Reading, child: Token, *, passive: bool) -> bool:
    """Tell whether a noun is what is said: an object, or so many years of something: "eist zes jaar cel"."""
    below = {under.relation for under in reading.children(child.index)}
    if child.relation == ("nsubj:pass" if passive else "obj"):
        is_time = reading.is_in(child.index, "no_speaker") and "amod" not in below
        return not is_time and not reading.is_in(child.index, "no_content")
    return not passive and child.relation == "obl" and {"nummod", "nmod"} <= below and "case" not in below


def object_said(reading: Reading, draft: Draft) -> bool:
    """Find the noun phrase that somebody announces, denies or demands, and complete a draft with it.

    Args:
        reading: the article.
        draft: a report of a verb that may have such an object.
    """
    if "object" not in draft.saying.takes:
        return False
    for child in reading.children(draft.cue):
        if child.pos in ("NOUN", "PROPN") and _is_object(reading, child, passive=is_passive(reading, draft.cue)):
            first, last = reading.reach[0][child.index], reading.reach[1][child.index]
            if not (first <= draft.cue <= last) and last - first < 40:
                draft.content = (first, min(last + 1, draft.bounds[1]))
                draft.speakers = tuple(s for s in speakers_of(reading, draft.cue, draft.bounds[1]) if s != child.index)
                draft.reporting = draft.bounds
                if draft.saying.object and draft.status == "actual":
                    draft.status = draft.saying.object
                return bool(draft.speakers)
    return False


def phrase_said(reading: Reading, draft: Draft) -> bool:
    """Find the phrase that tells what somebody pleads for, warns of or speaks of, and complete a draft with it.

    Args:
        reading: the article.
        draft: a report of a verb that has such a phrase.
    """
    if "phrase" not in draft.saying.takes:
        return False
    place = _preposition(reading, draft)
    head = object_of(reading, place, draft.bounds[1]) if place is not None else None
    if place is None or head is None or reading.tokens[head].pos not in ("NOUN", "PROPN"):
        return False
    if reading.is_in(head, "no_speaker") or reading.is_in(head, "no_content"):
        return False
    draft.content = (place, end_of_phrase(reading, head, draft.bounds[1]))
    draft.reporting = (start_of_reporting(reading, draft.cue, draft.bounds[0]), max(place, draft.cue + 1))
    draft.status = draft.saying.phrase or draft.status
    draft.speakers = tuple(found for found in speakers_of(reading, draft.cue, draft.bounds[1]) if found != head)
    return bool(draft.speakers)


def _preposition(reading: Reading, draft: Draft) -> int | None:
    """Give the preposition of the phrase: the one below the verb, or the first behind it in its clause."""
    wanted = draft.saying.preposition
    for child in reading.below(draft.cue, "obl"):
        for case in reading.children(child.index):
            if case.relation == "case" and reading.lower[case.index] == wanted:
                return case.index
    for place in range(draft.cue + 1, min(draft.bounds[1], draft.cue + _NEAR)):
        if reading.lower[place] in (",", ";", ":") or reading.is_finite(place):
            return None
        if reading.lower[place] == wanted and reading.tokens[place].relation != "compound:prt":
            return place
    return None
