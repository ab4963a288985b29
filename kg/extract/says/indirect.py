"""Indirect speech: "X zei dat ...", "belooft te ...", "..., zegt X", "kondigt ... aan"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.says.building import Draft
from kg.extract.says.contents import clause_behind, end_of_content, infinitive_behind, start_of_reporting
from kg.extract.says.cues import status_of_cue
from kg.extract.says.lexicon import Saying
from kg.extract.says.phrasal import judgement, object_said, phrase_said
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import is_passive, speakers_behind, speakers_of

_JUDGEMENT = 6  # words of "het volstrekt onterecht dat"
_SHORT = 15  # words from "Dat" to the verb of "Dat heeft de minister gisteren gezegd"


def indirect_reports(reading: Reading, taken: set[int], quoted: set[int]) -> Iterator[Draft]:
    """Find what verbs report without quotation marks.

    Args:
        reading: the article.
        taken: the words that report nothing but a quotation.
        quoted: those that report one.
    """
    verbs, judging = reading.lexicon.verbs, reading.lexicon.judging
    for index, word in enumerate(reading.lower):
        draft = None
        if index in taken:
            if index in quoted and (draft := _beside(reading, index)):
                yield draft
            continue
        if word in verbs and (saying := verbs.find(reading, index)):
            draft = _report(reading, index, saying, beside=index in quoted)
        if draft is None and word in judging and index not in quoted:
            draft = judgement(reading, index)
        if draft is not None:
            yield draft


def _beside(reading: Reading, verb: int) -> Draft | None:
    """Find what a verb that introduces a quotation reports besides: "Dat is onzin, zegt X: '...'"."""
    saying = reading.lexicon.verbs.find(reading, verb)
    if saying is None or (status := status_of_cue(reading, verb, saying, infinitive=True)) is None:
        return None
    draft = Draft(verb, saying, status, reading.bounds(verb))
    found = _main_before(reading, draft) or ("infinitive" in saying.takes and _infinitive(reading, draft))
    quoted = not found or any(reading.enclosing[place] >= 0 for place in range(*draft.content))
    return None if quoted or ":" in reading.lower[slice(*draft.content)] else draft


def _report(reading: Reading, verb: int, saying: Saying, *, beside: bool) -> Draft | None:
    first, stop = reading.bounds(verb)
    if _is_attribute(reading, verb):
        return None
    around = reading.enclosing[verb]
    if around >= 0:  # what a quotation says somebody says stays in it
        first, stop = max(first, reading.quotations[around].first), min(stop, reading.quotations[around].stop)
    status = status_of_cue(reading, verb, saying)
    if status is not None:
        draft = Draft(verb, saying, status, (first, stop))
        for find in (_clause, _colon, _fronted, _main_before, _so_said, _sentence_before):
            if find(reading, draft):
                return draft
    if "infinitive" in saying.takes and (claimed := status_of_cue(reading, verb, saying, infinitive=True)) is not None:
        draft = Draft(verb, saying, claimed, (first, stop))
        if _infinitive(reading, draft):
            return draft
    if status is None or beside:
        return None
    draft = Draft(verb, saying, status, (first, stop))
    found = object_said(reading, draft) or phrase_said(reading, draft)
    is_own = around >= 0 and any("Person=1" in reading.tokens[head].features for head in draft.speakers)
    return draft if found and not is_own else None


def _is_attribute(reading: Reading, verb: int) -> bool:
    """Tell whether a participle stands before the noun that it belongs to: "een vlot geschreven werk dat ..."."""
    token = reading.tokens[verb]
    if _is_inverted(reading, verb):
        return False
    return token.head > verb and token.relation in ("acl", "amod") and "VerbForm=Part" in token.features


def _is_inverted(reading: Reading, verb: int) -> bool:
    """Tell whether a past that looks like a participle reports what stands before: ", zo verzekerde minister X"."""
    before = verb - 1
    if before > 0 and reading.lower[before] in reading.lexicon.lists["so_before"]:
        before -= 1
    nominal = verb + 1 < len(reading.tokens) and reading.tokens[verb + 1].pos in ("NOUN", "PROPN", "PRON", "DET")
    past = reading.lower[verb].endswith(tuple(reading.lexicon.lists["past_endings"]))
    return past and nominal and before > reading.bounds(verb)[0] and reading.lower[before] == ","


def _clause(reading: Reading, draft: Draft) -> bool:
    """Find "dat ..." behind the verb."""
    takes = draft.saying.takes
    if not takes & {"clause", "question"}:
        return False
    limit = _limit(reading, draft)
    begin = clause_behind(reading, draft.cue, limit, questions="question" in takes)
    if begin is not None and draft.saying.word in reading.lexicon.lists["own_clause"]:
        begin = None if any(token.pos == "VERB" for token in reading.tokens[draft.cue + 1 : begin]) else begin
    if begin is None or ("clause" not in takes and reading.lower[begin] in reading.lexicon.lists["that"]):
        return False
    is_question = reading.lower[begin] not in reading.lexicon.lists["that"]
    start = (
        begin if is_question and reading.lower[begin] not in reading.lexicon.lists["uncertain_questions"] else begin + 1
    )
    start = _anticipated(reading, draft.cue, start)
    draft.content = (start, end_of_content(reading, start, limit, draft.cue))
    if reading.lower[begin] in reading.lexicon.lists["uncertain_questions"] and draft.saying.status == "actual":
        draft.status = "possible"
    draft.speakers = speakers_of(reading, draft.cue, begin)
    draft.reporting = (start_of_reporting(reading, draft.cue, draft.bounds[0]), begin)
    named = bool(draft.speakers) or is_passive(reading, draft.cue)
    is_clause = any(token.pos in ("VERB", "AUX") for token in reading.tokens[start : draft.content[1]])
    return named and (is_clause or reading.tokens[begin].relation == "mark")


def _anticipated(reading: Reading, verb: int, start: int) -> int:
    """Give where a judgement on the clause begins, which is said too: "vindt het onterecht dat"."""
    if reading.lower[verb] not in reading.lexicon.judging:
        return start
    near = range(max(verb + 1, start - _JUDGEMENT), start)
    return next((place for place in near if reading.is_word(place, "anticipating")), start)


def _limit(reading: Reading, draft: Draft) -> int:
    """Give the token behind the last that may be reported: a subordinate clause does not reach beyond itself."""
    here = reading.tokens[draft.cue]
    for _ in range(3):
        if here.relation in ("acl:relcl", "acl", "advcl", "csubj") and here.head < here.index:
            last = reading.reach[1][here.index]
            if last > draft.cue + 2 and any(
                reading.is_finite(place) for place in range(draft.cue + 1, min(last, draft.cue + 60) + 1)
            ):
                return min(last + 1, draft.bounds[1])
        here = reading.tokens[here.head]
    return draft.bounds[1]


def _colon(reading: Reading, draft: Draft) -> bool:
    """Find a main clause behind a colon: "Hij zegt: we gaan door"."""
    if "main" not in draft.saying.takes:
        return False
    first, stop = draft.bounds
    for place in range(draft.cue + 1, min(stop, draft.cue + 25)):
        if reading.lower[place] == ":" and place + 1 < stop:
            draft.content = (place + 1, stop)
            draft.speakers = speakers_of(reading, draft.cue, place)
            draft.reporting = (start_of_reporting(reading, draft.cue, first), place + 1)
            return bool(draft.speakers) and any(
                reading.tokens[inside].pos in ("VERB", "AUX") for inside in range(place + 1, min(stop, place + 60))
            )
        if reading.is_finite(place) or reading.lower[place] in (",", ";", "."):
            return False
    return False


def _main_before(reading: Reading, draft: Draft) -> bool:
    """Find the clause before: "Hij komt niet, zegt X", "..., zo meldt X", "De trein, zegt X, rijdt niet"."""
    if "main" not in draft.saying.takes or not (
        reading.is_finite(draft.cue) or reading.tokens[draft.cue].pos == "NOUN" or _is_inverted(reading, draft.cue)
    ):
        return False
    first, stop = draft.bounds
    begin = draft.cue
    if begin - 1 > first and reading.lower[begin - 1] in reading.lexicon.lists["so"]:
        begin -= 1
    if begin - 1 <= first or reading.lower[begin - 1] not in (",", "?", "!", "–", "-", "—", "…"):
        return False
    end = _end_of_reporting(reading, draft.cue, stop)
    speakers = speakers_behind(reading, draft.cue, end)
    if not speakers and not is_passive(reading, draft.cue):
        return False
    start = _start_of_main(reading, first, begin)
    rest = reading.trimmed(end, stop)
    goes_on = rest[1] - rest[0] >= 2 and end < stop and reading.lower[end] in (",", "–", "-", "—")
    has_subject = any(child.relation == "nsubj" and child.index < begin for child in reading.children(draft.cue))
    if (has_subject and not goes_on) or _is_subordinate(reading, start, begin):
        return False
    draft.content = (start, stop if goes_on else begin)
    draft.reporting, draft.speakers = (begin, end), speakers
    return any(reading.tokens[place].pos in ("VERB", "AUX") for place in range(start, begin)) or goes_on


def _so_said(reading: Reading, draft: Draft) -> bool:
    """Find the clause before ", zo heeft X laten weten"."""
    finite = (child.index for child in reading.below(draft.cue, "aux") if child.index < draft.cue)
    begin = next((place - 1 for place in finite if reading.is_word(place - 1, "so_before")), 0)
    first, stop = draft.bounds
    if "main" not in draft.saying.takes or begin - 1 <= first or reading.lower[begin - 1] != ",":
        return False
    draft.content, draft.reporting = (_start_of_main(reading, first, begin), begin), (begin, stop)
    draft.speakers = speakers_of(reading, draft.cue, stop)
    return bool(draft.speakers)


def _is_subordinate(reading: Reading, first: int, stop: int) -> bool:
    """Tell whether words are one subordinate clause or free relative: "Hoewel ..., meent X", "Wie zoekt, vindt X"."""
    while first < stop and reading.is_mark(first):
        first += 1
    token = reading.tokens[first]
    opens = token.pos == "SCONJ" or (token.relation == "mark" and token.pos != "ADP")
    if not opens and not reading.is_word(first, "free_relatives"):
        return False
    return not any(reading.lower[place - 1] == "," and reading.is_finite(place) for place in range(first + 1, stop - 1))


def _start_of_main(reading: Reading, first: int, stop: int) -> int:
    """Give where the main clause before the words that report begins: behind the last semicolon."""
    for place in range(stop - 1, max(first, stop - 200), -1):
        if reading.lower[place] == ";":
            return place + 1
    return first


def _end_of_reporting(reading: Reading, verb: int, stop: int) -> int:
    """Give the token behind the words that report: up to a comma behind the subject, or the end."""
    for place in range(verb + 1, min(stop, verb + 60)):
        if reading.lower[place] in (",", ";", ".", "–", "—") or reading.lower[place] in '”"“„':
            apposition = reading.lower[place] == "," and _is_apposition(reading, place, stop)
            if not apposition:
                return place
    return stop


def _is_apposition(reading: Reading, comma: int, stop: int) -> bool:
    """Tell whether a comma opens an apposition or relative clause of the speaker: "zegt X, directeur van Y"."""
    if comma + 1 >= stop:
        return False
    behind = reading.tokens[comma + 1]
    head = reading.tokens[behind.head]
    if reading.is_word(behind.index, "relatives"):
        return True
    return (behind.relation == "appos" or head.relation == "appos") and not reading.is_finite(behind.index)


def _sentence_before(reading: Reading, draft: Draft) -> bool:
    """Find what "Dat zegt X" speaks of: the sentence before."""
    sentence = reading.document.sentence_of(draft.cue)
    number = reading.tokens[draft.cue].sentence
    if not number or not draft.saying.takes & {"clause", "main"}:
        return False
    word, token = reading.lower[sentence.first], reading.tokens[sentence.first]
    if word not in reading.lexicon.lists["pointing"] or token.pos == "SCONJ" or draft.cue - sentence.first > _SHORT:
        return False
    if token.head != draft.cue and draft.cue != sentence.first + 1:
        return False
    before = reading.document.sentences[number - 1]
    if sentence.paragraph - before.paragraph > 1:
        return False
    if reading.is_finite(draft.cue):
        speakers = speakers_behind(reading, draft.cue, sentence.stop)
    else:
        speakers = speakers_of(reading, draft.cue, sentence.stop)
    draft.speakers = tuple(head for head in speakers if head != sentence.first)
    draft.content, draft.reporting = (before.first, before.stop), draft.bounds
    return bool(draft.speakers)


def _infinitive(reading: Reading, draft: Draft) -> bool:
    found = infinitive_behind(reading, draft.cue, draft.bounds[1])
    if found is None:
        return False
    draft.content = (found[0], end_of_content(reading, found[0], min(found[1], draft.bounds[1]), draft.cue))
    if draft.saying.infinitive and draft.status == "actual":
        draft.status = draft.saying.infinitive
    draft.speakers = speakers_of(reading, draft.cue, found[0])
    draft.reporting = (start_of_reporting(reading, draft.cue, draft.bounds[0]), found[0])
    return bool(draft.speakers) or is_passive(reading, draft.cue)


def _fronted(reading: Reading, draft: Draft) -> bool:
    """Find "Dat hij komt, zei X"."""
    first = draft.bounds[0]
    if "clause" not in draft.saying.takes or reading.lower[first] not in reading.lexicon.lists["that"]:
        return False
    if reading.tokens[first].pos != "SCONJ" or draft.cue - first < 4:
        return False
    comma = draft.cue - 1
    if reading.lower[comma] != ",":
        return False
    draft.content = (first + 1, comma)
    draft.speakers = speakers_behind(reading, draft.cue, draft.bounds[1]) or speakers_of(
        reading, draft.cue, draft.bounds[1]
    )
    draft.reporting = (comma, draft.bounds[1])
    return bool(draft.speakers) and comma - first > 3
