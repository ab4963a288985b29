"""Speech named without a verb of saying: by a preposition, a noun, an adjective, or what something appears from."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.says.according import bounds_of, by_phrase, by_preposition
from kg.extract.says.before import ends_human
from kg.extract.says.behind import where_it_is_heard
from kg.extract.says.building import Draft
from kg.extract.says.contents import end_of_content
from kg.extract.says.cues import negations_of
from kg.extract.says.phrases import coordinated, head_of_phrase, object_of
from kg.extract.says.quoted import BARE
from kg.extract.says.reading import NOMINAL, Reading
from kg.extract.says.speakers import is_speaker, speakers_of

_WINDOW = 40
_SHORT = 5  # words before the colon of a headline


def named_reports(reading: Reading, taken: set[int]) -> Iterator[Draft]:
    """Find what is reported without a verb of saying.

    Args:
        reading: the article.
        taken: the words that report a quotation already.
    """
    lexicon = reading.lexicon
    for index, word in enumerate(reading.lower):
        if index in taken:
            continue
        if word in lexicon.lists["according"]:
            draft = by_preposition(reading, index, index)
        elif word in lexicon.phrases["phrases"] or word in lexicon.phrases["own_words"]:
            draft = by_phrase(reading, index)
        elif word in lexicon.lists["appearing"] or word in lexicon.lists["sounding"]:
            draft = _without_subject(reading, index)
        elif word == ":":
            draft = _headline(reading, index)
        elif reading.tokens[index].pos == "NOUN":
            draft = _noun(reading, index)
        elif word in lexicon.adjectives and reading.tokens[index].pos in ("ADJ", "VERB", "ADV"):
            draft = _adjective(reading, index)
        else:
            continue
        if draft is not None:
            yield draft


def _headline(reading: Reading, colon: int) -> Draft | None:
    """Find what a headline has behind who says it: "Rechter: gemeente moet asielopvang openhouden"."""
    sentence = reading.document.sentence_of(colon)
    first, stop = sentence.first, sentence.stop
    if sentence.paragraph or first or colon - first > _SHORT or colon + 2 >= stop or reading.is_mark(colon + 1):
        return None
    head = head_of_phrase(reading, first, colon)
    has_verb = any(reading.is_finite(place) for place in range(colon + 1, stop))
    if head is None or not has_verb or not (reading.is_in(head, "human") or ends_human(reading, head)):
        return None
    return Draft(colon, BARE, "actual", (first, stop), (colon + 1, stop), (first, colon + 1), (head,))


def _without_subject(reading: Reading, verb: int) -> Draft | None:
    """Find what "it" appears from, stands in or sounds at."""
    if reading.is_word(verb, "appearing"):
        return _appearing(reading, verb, "out_of")
    if reading.is_word(verb, "written"):
        return _appearing(reading, verb, "written_in", "documents")
    return _sounding(reading, verb)


def _appearing(reading: Reading, verb: int, prepositions: str, sources: str = "") -> Draft | None:
    """Find "Uit cijfers van X blijkt dat ...", "..., zo blijkt uit cijfers van X", "In het rapport staat dat ..."."""
    first, stop = bounds_of(reading, verb)
    source = next(
        (
            place
            for place in range(max(first, verb - _WINDOW), min(stop, verb + _WINDOW))
            if reading.is_word(place, prepositions)
        ),
        None,
    )
    if source is None:
        return None
    head = object_of(reading, source, stop)
    that = next((place for place in range(verb + 1, min(stop, verb + 25)) if reading.is_word(place, "that")), None)
    if (
        head is None
        or not is_speaker(reading, reading.tokens[head], oblique=True)
        or reading.tokens[head].pos not in ("NOUN", "PROPN")
        or (sources and not reading.is_in(head, sources))
    ):
        return None
    draft = Draft(verb, BARE, "actual", (first, stop), speakers=coordinated(reading, head))
    if that is not None and not any(reading.lower[place] == ":" for place in range(verb, that)):
        draft.content = (that + 1, end_of_content(reading, that + 1, stop, verb))
        draft.reporting = (first, that)
        return draft
    begin = verb - 1 if reading.is_word(verb - 1, "so_before") else verb
    if not sources and source > verb and begin > first + 2 and reading.lower[begin - 1] == ",":
        draft.content, draft.reporting = (first, begin), (begin, stop)
        return draft
    return None


def _sounding(reading: Reading, verb: int) -> Draft | None:
    """Find "..., zo klinkt het bij X"."""
    first, stop = bounds_of(reading, verb)
    begin = verb - 1 if reading.is_word(verb - 1, "so_before") else verb
    if begin <= first + 2 or reading.lower[begin - 1] != ",":
        return None
    speakers = where_it_is_heard(reading, verb, stop)
    said = any(reading.is_finite(place) for place in range(first, begin))
    return Draft(verb, BARE, "actual", (first, stop), (first, begin), (begin, stop), speakers) if said else None


def _noun(reading: Reading, noun: int) -> Draft | None:
    """Find "de verklaring van X dat ...", "sprak de verwachting uit dat ..."."""
    saying = reading.lexicon.nouns.get(reading.tokens[noun].lemma) or reading.lexicon.nouns.get(reading.lower[noun])
    if saying is None:
        return None
    first, stop = bounds_of(reading, noun)
    that = _that_behind(reading, noun, stop)
    if that is None:
        return None
    speakers = _owners(reading, noun, that) or _lent(reading, noun, that)
    content = (that + 1, end_of_content(reading, that + 1, stop, noun))
    return Draft(noun, saying, saying.status, (first, stop), content, (first, that), speakers)


def _that_behind(reading: Reading, noun: int, stop: int) -> int | None:
    """Find the "dat" that belongs to a noun: nothing but its own phrase, or the verb's last words, lies in between."""
    for place in range(noun + 1, min(stop, noun + 14)):
        token = reading.tokens[place]
        if reading.is_word(place, "that"):
            clause = reading.tokens[token.head]
            near = place == noun + 1 or clause.head == noun or (token.pos == "SCONJ")
            return place if near and (token.relation == "mark" or reading.has_twin(place)) else None
        comma = reading.lower[place] == "," and place + 1 < stop and not reading.is_word(place + 1, "that")
        if (
            comma
            or reading.lower[place] in (";", ":")
            or (token.pos == "VERB" and reading.is_finite(place) and place > noun + 1)
        ):
            return None
    return None


def _owners(reading: Reading, noun: int, stop: int) -> tuple[int, ...]:
    for child in reading.children(noun):
        if child.relation == "nmod:poss" or (child.relation == "det" and child.pos == "PROPN"):
            return coordinated(reading, child.index)
    for place in range(noun + 1, min(stop, noun + 4)):
        if reading.is_word(place, "genitive"):
            head = object_of(reading, place, stop)
            return (
                coordinated(reading, head)
                if head is not None and is_speaker(reading, reading.tokens[head], oblique=True)
                else ()
            )
    return ()


def _lent(reading: Reading, noun: int, stop: int) -> tuple[int, ...]:
    """Give the subject of the verb that a noun is the object of: "sprak de verwachting uit"."""
    token = reading.tokens[noun]
    if token.relation == "fixed":  # "van mening"
        token = reading.tokens[token.head]
    verb = reading.tokens[token.head]
    if token.relation not in (
        "obj",
        "obl",
        "obl:arg",
        "xcomp",
        "root",
        "compound:prt",
        "case",
        "advmod",
    ) or verb.pos not in ("VERB", "AUX", "NOUN"):
        return ()
    return tuple(head for head in speakers_of(reading, verb.index, stop) if head != noun)


def _adjective(reading: Reading, adjective: int) -> Draft | None:
    """Find "X is ervan overtuigd dat ..."."""
    first, stop = bounds_of(reading, adjective)
    that = next(
        (place for place in range(adjective + 1, min(stop, adjective + 5)) if reading.is_word(place, "that")), None
    )
    if that is None or any(reading.is_mark(place) for place in range(adjective + 1, that)):
        return None
    saying = reading.lexicon.adjectives[reading.lower[adjective]]
    bearers = [child for child in reading.children(adjective) if child.relation.startswith("nsubj")]
    heads = coordinated(reading, bearers[0].index) if bearers else speakers_of(reading, adjective, that)
    speakers = tuple(head for head in heads if reading.tokens[head].pos in NOMINAL)
    if not speakers or (reading.tokens[adjective].pos == "ADV" and not reading.below(adjective, "cop")):
        return None
    content = (that + 1, end_of_content(reading, that + 1, stop, adjective))
    status = "possible" if negations_of(reading, adjective) else saying.status
    return Draft(adjective, saying, status, (first, stop), content, (first, that), speakers)
