"""From what the rules find to finished reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.article import Span
from kg.extract.says.cues import negations_of
from kg.extract.says.lexicon import Saying, Status
from kg.extract.says.reading import Reading
from kg.extract.says.report import Report
from kg.extract.says.speakers import medium_of, on_authority_of, passed_on_by

_DATELINE = 6  # tokens: "DEN HAAG (ANP) - "


@dataclass(slots=True)
class Draft:
    """A report in the making.

    Attributes:
        cue: the word that reports.
        saying: what the lexicon knows of it.
        status: what the speaker claims of the content.
        bounds: the range of tokens that everything lies in.
        content: the range of the words reported.
        reporting: the range of the words that report.
        speakers: who says it.
        quotation: where the words in quotation marks stand, if they do.
        speaker_inside: whether who says it is named in the content: "X is naar eigen zeggen ...".
        marks: where the quotation marks stand, for the evidence.
    """

    cue: int
    saying: Saying
    status: Status
    bounds: tuple[int, int]
    content: tuple[int, int] = (0, 0)
    reporting: tuple[int, int] = (0, 0)
    speakers: tuple[int, ...] = ()
    quotation: bool = False
    speaker_inside: bool = False
    marks: Span | None = None
    via: tuple[int, ...] = field(default=())


def finished(reading: Reading, draft: Draft) -> Report | None:
    """Make a report of a draft; None when nothing is left of its content."""
    first, stop = reading.trimmed(behind_dateline(reading, draft.content[0]), draft.content[1])
    if draft.quotation:
        first, stop = _without_comma(reading, *draft.content)
    if first >= stop:
        return None
    quotation = draft.quotation or _is_whole_quotation(reading, first, stop)
    start, end = draft.reporting
    speakers = draft.speakers
    if not draft.speaker_inside:
        speakers = tuple(head for head in speakers if not first <= head < stop or start <= head < end)
    via = draft.via or passed_on_by(reading, start, end, (*speakers, draft.cue))
    if authorities := on_authority_of(reading, start, end):  # "meldt X op gezag van Y": Y says it
        speakers, via = authorities, (*speakers, *(head for head in via if head not in authorities))
    return Report(
        cue=draft.cue,
        kind=draft.saying.kind,
        speakers=speakers,
        via=via,
        content=reading.document.span((first, stop - 1)),
        told=_told(reading, draft, first, stop) if not quotation else reading.document.span((first, stop - 1)),
        first=first,
        stop=stop,
        quotation=quotation,
        evidence=_evidence(reading, draft, first, stop),
        status=draft.status,
        time_range=(start, end),
        medium=_medium(reading, (start, end), via),
        promises=draft.saying.promises,
    )


def _medium(reading: Reading, reporting: tuple[int, int], via: tuple[int, ...]) -> Span | None:
    """Give in what it was said, unless that is who passed it on: "bij Radio 1"."""
    found = medium_of(reading, *reporting)
    return None if found is not None and any(reading.tokens[head].start == found.start for head in via) else found


def _told(reading: Reading, draft: Draft, first: int, stop: int) -> Span:
    """Give the content, of a denial, a hope, a demand or a question with the word that makes it one."""
    is_opinion = (
        draft.saying.word in reading.lexicon.lists["opinions"]
        and draft.status == draft.saying.status
        and any(token.pos in ("VERB", "AUX") for token in reading.tokens[first:stop])
    )
    if draft.status in ("possible", "denied") and not is_opinion:
        turned = (draft.cue, *negations_of(reading, draft.cue))
        first, stop = min(first, *turned), max(stop, max(turned) + 1)
    return reading.document.span((first, stop - 1))


def behind_dateline(reading: Reading, first: int) -> int:
    """Give the token behind a place in capitals that opens a sentence ("DEN HAAG - "), or the token itself."""
    begin, stop = reading.bounds(first)
    if first != begin or not reading.tokens[first].text.isupper():
        return first
    for place in range(first + 1, min(stop, first + _DATELINE)):
        if reading.lower[place] in ("-", "–", "—"):
            return place + 1
        if not (reading.is_mark(place) or reading.tokens[place].text.isupper()):
            return first
    return first


def _without_comma(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    while stop > first and reading.lower[stop - 1] == ",":
        stop -= 1
    return first, stop


def _is_whole_quotation(reading: Reading, first: int, stop: int) -> bool:
    around = reading.enclosing[first]
    if around < 0:
        return False
    quotation = reading.quotations[around]
    return quotation.first == first and 0 <= quotation.stop - stop <= 1


def _evidence(reading: Reading, draft: Draft, first: int, stop: int) -> tuple[Span, ...]:
    """Give the words that report and those reported: in one piece where only white space or marks lie in between."""
    start, end = reading.trimmed(*draft.reporting)
    content = reading.document.span((first, stop - 1))
    if draft.marks is not None:
        content = Span(min(content.start, draft.marks.start), max(content.end, draft.marks.end))
    if start >= end:
        return (content,)
    words = reading.document.span((start, end - 1))
    pieces = sorted((words, content))
    between = reading.document.article.text[pieces[0].end : max(pieces[1].start, pieces[0].end)]
    if len(between.strip()) <= 4 and not any(char.isdigit() for char in between) and "\n" not in between:
        return (Span(pieces[0].start, max(pieces[0].end, pieces[1].end)),)
    return tuple(pieces)
