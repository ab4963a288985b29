"""Speech named by a preposition: "volgens X", "aldus X", "in de ogen van X", "naar eigen zeggen"."""

from __future__ import annotations

from kg.extract.says.before import is_person
from kg.extract.says.building import Draft
from kg.extract.says.contents import clause_around, end_of_content
from kg.extract.says.phrases import coordinated, end_of_phrase, object_of
from kg.extract.says.quoted import BARE
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import is_speaker, speakers_of

_WINDOW = 40


def by_phrase(reading: Reading, index: int) -> Draft | None:
    """Find what a phrase such as "in de ogen van X" or "naar eigen zeggen" reports.

    Args:
        reading: the article.
        index: its first token.
    """
    phrases, word = reading.lexicon.phrases, reading.lower[index]
    for words in phrases["own_words"].get(word, ()):
        if tuple(reading.lower[index : index + len(words)]) == words:
            return _own_words(reading, index, index + len(words))
    for words in phrases["phrases"].get(word, ()):
        if tuple(reading.lower[index : index + len(words)]) == words:
            return by_preposition(reading, index, index + len(words) - 1)
    return None


def _own_words(reading: Reading, cue: int, end: int) -> Draft | None:
    """Find what somebody says of himself: "De man was naar eigen zeggen op zoek naar werk"."""
    bounds = bounds_of(reading, cue)
    verb = reading.tokens[reading.tokens[end - 1].head]
    for _ in range(4):
        if verb.pos in ("VERB", "AUX") or reading.below(verb.index, "cop"):
            break
        verb = reading.tokens[verb.head]
    content = clause_around(reading, cue, _between(reading, cue, end, bounds))
    speakers = tuple(head for head in speakers_of(reading, verb.index, bounds[1]) if is_person(reading, head))
    draft = Draft(cue, BARE, "actual", bounds, content, (cue, end), speakers, speaker_inside=True)
    return draft if speakers else None


def by_preposition(reading: Reading, cue: int, preposition: int) -> Draft | None:
    """Find what "volgens X" and "aldus X" speak of: the clause that they stand in.

    Args:
        reading: the article.
        cue: the first word that reports.
        preposition: the word before the source.
    """
    first, stop = bounds_of(reading, cue)
    head = object_of(reading, preposition, stop)
    if head is None or not is_speaker(reading, reading.tokens[head], oblique=True) or _is_no_source(reading, head):
        return None
    end = _end_of_source(reading, cue, head, stop)
    draft = Draft(cue, BARE, "actual", (first, stop), reporting=(cue, end), speakers=coordinated(reading, head))
    behind = reading.trimmed(end, stop)
    begin = first
    while begin < cue and (reading.is_mark(begin) or reading.tokens[begin].pos == "CCONJ"):
        begin += 1
    if begin >= cue:
        if reading.is_word(cue, "ends_source") or behind[0] >= behind[1]:
            return _about_sentence_before(reading, draft)
        draft.content = (behind[0], end_of_content(reading, behind[0], stop, cue, in_clause=True))
    elif behind[0] >= behind[1]:
        draft.content = (first, cue)
    elif reading.is_word(cue - 1, "before_source") and not _is_interposed(reading, cue, end):
        draft.content = (behind[0], end_of_content(reading, behind[0], stop, cue, in_clause=True))
    else:
        draft.content = clause_around(reading, cue, _between(reading, cue, end, (first, stop)))
    return draft


def _is_interposed(reading: Reading, cue: int, end: int) -> bool:
    """Tell whether commas set a source apart from the clause that it interrupts: "De brug, volgens X, ..."."""
    return reading.lower[cue - 1] == "," and end < len(reading.lower) and reading.lower[end] == ","


def bounds_of(reading: Reading, index: int) -> tuple[int, int]:
    """Give the range of a token's sentence, of a token in a quotation only what lies in that."""
    first, stop = reading.bounds(index)
    around = reading.enclosing[index]
    if around >= 0:
        quotation = reading.quotations[around]
        return max(first, quotation.first), min(stop, quotation.stop)
    return first, stop


def _between(reading: Reading, cue: int, end: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """Give the main clause around a source: from the last to the next semicolon, or "maar" and a comma."""
    first, stop = bounds
    for place in range(cue - 1, max(first, cue - _WINDOW), -1):
        before = reading.lower[place - 1]
        if reading.lower[place] == ";" or (reading.is_word(place, "sets_apart") and before == ","):
            first = place + 1
            break
    return first, end_of_content(reading, end, stop, cue, in_clause=True) if end < stop else stop


def _is_no_source(reading: Reading, head: int) -> bool:
    words = (reading.tokens[head].lemma, reading.lower[head])
    return reading.is_in(head, "no_source") or any(
        len(other) > 4 and word.endswith(other) for other in reading.lexicon.lists["no_source"] for word in words
    )


def _end_of_source(reading: Reading, cue: int, head: int, stop: int) -> int:
    """Give the token behind the source: before the finite verb of a clause that it opens, or its own phrase's end."""
    end = end_of_phrase(reading, head, stop)
    if reading.is_word(cue, "ends_source"):
        return _end_behind_aldus(reading, cue, head, stop)
    for place in range(head + 1, end):
        if reading.is_finite(place) and not _is_in_relative_clause(reading, place, head):
            return place
        if reading.lower[place] in (",", ";") and not _is_apposition(reading, place, head):
            return place
    return end


def _end_behind_aldus(reading: Reading, cue: int, head: int, stop: int) -> int:
    """Give the token behind "aldus X ...": all that follows tells of the source, up to a comma."""
    for place in range(head + 1, min(stop, cue + _WINDOW)):
        if reading.lower[place] in (",", ";") and not _is_apposition(reading, place, head):
            return place
    return stop


def _is_in_relative_clause(reading: Reading, place: int, head: int) -> bool:
    here = reading.tokens[place]
    for _ in range(6):
        if here.relation.startswith("acl"):
            return True
        if here.index == head or here.head == here.index:
            return False
        here = reading.tokens[here.head]
    return False


def _is_apposition(reading: Reading, comma: int, head: int) -> bool:
    if comma + 1 >= len(reading.tokens):
        return False
    here = reading.tokens[comma + 1]
    for _ in range(6):
        if here.relation.startswith(("appos", "acl", "conj")):
            return True
        if here.index == head or here.head == here.index:
            return False
        here = reading.tokens[here.head]
    return False


def _about_sentence_before(reading: Reading, draft: Draft) -> Draft | None:
    """Take the sentence before as the content of a sentence that only names the source: "Aldus de politie"."""
    number = reading.tokens[draft.cue].sentence
    if not number:
        return None
    before = reading.document.sentences[number - 1]
    draft.content, draft.reporting = (before.first, before.stop), draft.bounds
    return draft
