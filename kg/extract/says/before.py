"""Who is quoted, told before the quotation: "X zei: ", "X: ", "X noemde het "."""

from __future__ import annotations

from kg.extract.says.phrases import coordinated, head_of_phrase, object_of
from kg.extract.says.quotations import Quotation
from kg.extract.says.quoted import BARE, SHORT, WINDOW, Source, is_sentence, opening_of
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import is_speaker, owners, speakers_of


def source_before(reading: Reading, quotation: Quotation) -> Source | None:
    """Find the words that report before a quotation: "X zei: ", "X: ", "X noemde het ".

    Args:
        reading: the article.
        quotation: the quotation.
    """
    opening = opening_of(reading, quotation)
    last = opening - 1
    if last < 0 or not _is_same_paragraph(reading, last, opening):
        return None
    if reading.lower[last] == ":":
        return _introduced(reading, last)
    if reading.is_in(last, "titled"):
        return None
    first = _start_of_reporting(reading, last)
    if reading.tokens[last].sentence != reading.tokens[quotation.first].sentence:
        return None
    return _verb_before(reading, quotation, first, opening)


def _is_same_paragraph(reading: Reading, last: int, opening: int) -> bool:
    if reading.lower[last] == ":":
        return True
    return reading.document.sentence_of(last).paragraph == reading.document.sentence_of(opening).paragraph


def _start_of_reporting(reading: Reading, last: int) -> int:
    """Give where the words that report before a quotation begin: the sentence, or behind another quotation."""
    first, _ = reading.bounds(last)
    for place in range(last, max(first, last - WINDOW) - 1, -1):
        if reading.enclosing[place] >= 0 or reading.lower[place] == ";":
            return place + 1
    return first


def _introduced(reading: Reading, colon: int) -> Source | None:
    """Find who speaks before a colon: with a verb of saying, another verb, or none."""
    first = max(_start_of_reporting(reading, colon - 1), colon - WINDOW) if colon else colon
    while first < colon and reading.is_mark(first):
        first += 1
    verbs = [place for place in range(first, colon) if reading.tokens[place].pos in ("VERB", "AUX")]
    for verb in reversed(verbs):
        saying = reading.lexicon.verbs.find(reading, verb)
        if saying is not None or reading.lower[verb] in reading.lexicon.beside_quotations:
            speakers = speakers_of(reading, verb, colon) or _document(reading, verb, first, colon)
            return Source(verb, saying or BARE, speakers, (first, colon))
    according = next(
        (place for place in range(first, colon) if reading.lower[place] in reading.lexicon.lists["according"]), None
    )
    if according is not None and (head := object_of(reading, according, colon)) is not None:
        return Source(according, BARE, coordinated(reading, head), (first, colon))
    speakers = _named_before(reading, verbs, first, colon)
    return Source(colon, BARE, speakers, (first, colon))


def _named_before(reading: Reading, verbs: list[int], first: int, colon: int) -> tuple[int, ...]:
    if verbs:
        main = next((verb for verb in verbs if reading.is_finite(verb)), verbs[0])
        found = speakers_of(reading, content_verb(reading, main), colon)
        return tuple(head for head in found if is_person(reading, head)) or _answering(reading, first, colon)
    head = head_of_phrase(reading, first, colon) if first < colon else None
    return coordinated(reading, head) if head is not None and is_speaker(reading, reading.tokens[head]) else ()


def _document(reading: Reading, verb: int, first: int, colon: int) -> tuple[int, ...]:
    """Find what something stands in: "In het rapport staat: "."""
    if not reading.is_word(verb, "written"):
        return ()
    within = (object_of(reading, place, colon) for place in range(first, colon) if reading.is_word(place, "written_in"))
    return next(((head,) for head in within if head is not None and reading.is_in(head, "documents")), ())


def _answering(reading: Reading, first: int, colon: int) -> tuple[int, ...]:
    """Find whose answer comes, or for whom it is so: "De reactie van X was kort: ", "Voor X is de maat vol: "."""
    for place in range(first, colon):
        if reading.is_in(place, "answers"):
            return owners(reading, place, colon)
        if reading.is_word(place, "for_whom") and (head := object_of(reading, place, colon)) is not None:
            return coordinated(reading, head) if is_person(reading, head) else ()
    return ()


def content_verb(reading: Reading, verb: int) -> int:
    """Give the verb that an auxiliary or copula belongs to, or the verb itself."""
    token = reading.tokens[verb]
    return token.head if token.relation.startswith(("aux", "cop")) else verb


def is_person(reading: Reading, head: int) -> bool:
    """Tell whether a noun phrase names somebody who can speak: a name, a personal pronoun, an office."""
    return reading.tokens[head].pos == "PROPN" or reading.is_in(head, "human") or ends_human(reading, head)


def ends_human(reading: Reading, head: int) -> bool:
    """Tell whether a noun ends as those for people do: "politiewoordvoerder"."""
    return reading.lower[head].endswith(tuple(reading.lexicon.lists["human_endings"]))


def _verb_before(reading: Reading, quotation: Quotation, first: int, opening: int) -> Source | None:
    """Find a verb of saying in the sentence that a quotation is a part of, where its clause does not hold it."""
    for place in range(opening - 1, max(first, opening - 25) - 1, -1):
        if reading.tokens[place].pos not in ("VERB", "AUX"):
            continue
        saying = reading.lexicon.verbs.find(reading, place)
        judging = reading.lower[place] in reading.lexicon.judging
        if judging and not _has_that(reading, place, opening):
            return Source(place, BARE, speakers_of(reading, place, opening), (first, opening))
        if saying is not None:
            in_phrase = reading.tokens[opening - 1].pos == "DET" or _is_title(reading, quotation)
            if in_phrase or "main" not in saying.takes or _has_that(reading, place, opening):
                return None
            return Source(place, saying, speakers_of(reading, place, opening), (first, opening))
    return None


def _is_title(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation right behind a verb, with no colon or comma, is too short to be speech."""
    return quotation.stop - quotation.first <= SHORT and not is_sentence(reading, quotation)


def _has_that(reading: Reading, verb: int, stop: int) -> bool:
    """Tell whether a subordinate clause begins between a verb and a quotation, so that it holds the quotation."""
    return any(_begins_subordinate(reading, place) for place in range(verb + 1, stop))


def _begins_subordinate(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if reading.is_word(place, "that"):
        return token.pos == "SCONJ" or token.relation == "mark"
    return reading.is_word(place, "questions") and token.pos in ("SCONJ", "PRON", "ADV", "DET")
