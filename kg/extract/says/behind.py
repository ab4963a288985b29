"""Who is quoted, told behind the quotation: ", zei X", ", aldus X"."""

from __future__ import annotations

from kg.extract.says.phrases import coordinated, object_of
from kg.extract.says.quotations import Quotation
from kg.extract.says.quoted import BARE, WINDOW, Source, behind_marks
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import is_speaker, owners, speakers_behind


def source_behind(reading: Reading, quotation: Quotation) -> Source | None:
    """Find the words that report behind a quotation: ", zei X", ", aldus X", "Dat zegt X".

    Args:
        reading: the article.
        quotation: the quotation.
    """
    start = behind_marks(reading, quotation)
    comma = reading.lower[quotation.stop - 1] in (",", "?", "!", "…", "...", "-", "–")
    full_stop = reading.lower[quotation.stop - 1] == "."
    while start < len(reading.tokens) and reading.lower[start] in (",", "–", "—", "-"):
        start, comma = start + 1, True
    if start >= len(reading.tokens) or not _is_near(reading, quotation, start):
        return None
    stop = _stop_of_reporting(reading, start)
    return _inverted(reading, start, stop, certain=comma and not full_stop) or _named_behind(reading, start, stop)


def _is_near(reading: Reading, quotation: Quotation, start: int) -> bool:
    here, there = reading.document.sentence_of(quotation.stop - 1), reading.document.sentence_of(start)
    return here.paragraph == there.paragraph


def _stop_of_reporting(reading: Reading, start: int) -> int:
    """Give where the words that report end: the sentence's end, or the next quotation's mark."""
    _, stop = reading.bounds(start)
    for place in range(start + 1, min(stop, start + WINDOW)):
        if reading.enclosing[place] >= 0 and reading.enclosing[place] != reading.enclosing[start]:
            return place - 1 if reading.is_mark(place - 1) else place
    return stop


def _inverted(reading: Reading, start: int, stop: int, *, certain: bool) -> Source | None:
    """Find a verb with its subject behind: "zei X"; after a comma any verb reports: "lacht X"."""
    verb = start
    says_that = (
        reading.lower[start] in reading.lexicon.lists["that_says"]
        or reading.lower[start] in reading.lexicon.lists["so"]
    )
    if says_that and start + 1 < stop:
        verb += 1
    if reading.tokens[verb].pos not in ("VERB", "AUX", "X", "ADV") or verb + 1 >= stop:
        return None
    saying = reading.lexicon.verbs.find(reading, verb)
    word = reading.lower[verb]
    beside = word in reading.lexicon.beside_quotations
    if saying is None and not (beside or (certain and reading.tokens[verb].pos == "VERB" and reading.is_finite(verb))):
        return _answer(reading, verb, stop) if certain else None
    if not certain and (saying is None or (verb == start and "main" not in saying.takes)):
        return None
    speakers = speakers_behind(reading, verb, stop) or where_it_is_heard(reading, verb, stop)
    if not speakers and not certain:
        return None
    return Source(verb, saying or BARE, speakers, (start, stop))


def where_it_is_heard(reading: Reading, verb: int, stop: int) -> tuple[int, ...]:
    """Find who speaks where "it" sounds: "klinkt het op het kabinet", "luidt het bij de bond"."""
    if not reading.is_word(verb, "sounding"):
        return ()
    for place in range(verb + 1, min(stop, verb + 8)):
        if reading.is_word(place, "heard_at"):
            head = object_of(reading, place, stop)
            if head is None or not is_speaker(reading, reading.tokens[head]) or reading.is_in(head, "placards"):
                return ()
            written = reading.is_word(verb, "written")
            return coordinated(reading, head) if written or not reading.is_in(head, "media") else ()
    return ()


def _answer(reading: Reading, verb: int, stop: int) -> Source | None:
    """Find "..., is de reactie van X"."""
    for place in range(verb + 1, min(stop, verb + 6)):
        if reading.is_in(place, "answers"):
            speakers = owners(reading, place, stop)
            return Source(place, BARE, speakers, (verb, stop))
    return None


def _named_behind(reading: Reading, start: int, stop: int) -> Source | None:
    """Find "aldus X" and "volgens X", and "X zegt het"."""
    word = reading.lower[start]
    if word in reading.lexicon.lists["according"] and start + 1 < stop:
        head = object_of(reading, start, stop)
        if (
            head is not None
            and is_speaker(reading, reading.tokens[head], oblique=True)
            and not _opens_clause(reading, start, head, stop)
        ):
            return Source(start, BARE, coordinated(reading, head), (start, stop))
    return None


def _opens_clause(reading: Reading, start: int, head: int, stop: int) -> bool:
    """Tell whether "Volgens X" begins a sentence that says something of its own."""
    return start == reading.bounds(start)[0] and any(
        reading.is_finite(place) for place in range(head + 1, min(stop, head + 12))
    )
