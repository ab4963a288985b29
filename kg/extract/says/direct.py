"""Direct speech: words between quotation marks, and who is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.analysis import Sentence
from kg.article import Span
from kg.extract.says.before import content_verb, is_person, source_before
from kg.extract.says.behind import source_behind
from kg.extract.says.building import Draft
from kg.extract.says.quotations import Quotation
from kg.extract.says.quoted import BARE, Source, is_speech, opening_of
from kg.extract.says.reading import Reading
from kg.extract.says.speakers import speakers_behind, speakers_of

_REACH = 30
_MOST_PARTS = 4
_NEAR = 2  # paragraphs over which somebody quoted goes on without being named again


def direct_reports(reading: Reading) -> Iterator[Draft]:
    """Find the quotations that report speech.

    Args:
        reading: the article.
    """
    last: Source | None = None
    last_paragraph, last_stop = -9, 0
    outer = [quotation for quotation in reading.quotations if not quotation.inner]
    for number, quotation in enumerate(outer):
        paragraph = reading.document.sentence_of(quotation.first).paragraph
        source = _source(reading, quotation)
        if source is None and is_speech(reading, quotation):
            source = next((found for part in _parts(outer, number) if (found := _source(reading, part))), None)
        sounds = source is not None and not source.speakers and reading.is_word(source.cue, "sounding")
        if sounds or (source is None and is_speech(reading, quotation)):
            goes_on = paragraph == last_paragraph or (quotation.continued and paragraph == last_paragraph + 1)
            near = last if paragraph - last_paragraph <= _NEAR else None
            unannounced = _unannounced(reading, quotation, last_stop, near, goes_on=goes_on)
            source = unannounced if source is None else replace(source, speakers=unannounced.speakers)
        if source is not None:
            yield _draft(quotation, source)
            last, last_paragraph, last_stop = (
                source,
                reading.document.sentence_of(quotation.stop - 1).paragraph,
                quotation.stop,
            )


def _source(reading: Reading, quotation: Quotation) -> Source | None:
    return source_behind(reading, quotation) or source_before(reading, quotation)


def _parts(quotations: Sequence[Quotation], number: int) -> Sequence[Quotation]:
    """Give the quotations of the next paragraphs that go on with one."""
    stop = number + 1
    while stop < len(quotations) and quotations[stop].continued and stop - number <= _MOST_PARTS:
        stop += 1
    return quotations[number + 1 : stop]


def _draft(quotation: Quotation, source: Source) -> Draft:
    return Draft(
        cue=source.cue,
        saying=source.saying,
        status=source.saying.status if "main" in source.saying.takes else "actual",
        bounds=(quotation.first, quotation.stop),
        content=(quotation.first, quotation.stop),
        reporting=source.reporting,
        speakers=source.speakers,
        quotation=True,
        marks=Span(quotation.start, quotation.end),
    )


def _unannounced(
    reading: Reading, quotation: Quotation, last_stop: int, last: Source | None, *, goes_on: bool
) -> Source:
    """Find who speaks without a word of saying.

    It is the subject of the sentence before, where that is a person; else who was quoted last, not far before; else the
    subject of the sentence behind a quotation that opens a paragraph.
    """
    opening = opening_of(reading, quotation)
    number = reading.tokens[opening].sentence
    opens = opening == reading.bounds(opening)[0]
    if opens and number and (speakers := _person_in(reading, number - 1, number, last_stop)):
        introduced = reading.document.sentences[number - 1]
        return Source(opening, BARE, speakers, (introduced.first, introduced.stop))
    if last is not None:
        return last if goes_on else Source(opening, BARE, last.speakers, (opening, opening))
    behind = reading.tokens[quotation.stop - 1].sentence + 1
    speakers = _person_in(reading, behind, number, quotation.stop) if opens else ()
    return Source(opening, BARE, speakers, (opening, opening))


def _person_in(reading: Reading, number: int, near: int, first: int) -> tuple[int, ...]:
    """Give the subject of a sentence, where it is a person, in the paragraph of another sentence or the one before."""
    sentences = reading.document.sentences
    if not 0 <= number < len(sentences) or sentences[near].paragraph - sentences[number].paragraph not in (0, 1):
        return ()
    if sentences[number].first < first:
        return ()
    if said := _said_at_end(reading, sentences[number]):
        return said
    subjects = speakers_of(reading, content_verb(reading, sentences[number].root), sentences[number].stop)
    return tuple(head for head in subjects if is_person(reading, head))


def _said_at_end(reading: Reading, sentence: Sentence) -> tuple[int, ...]:
    """Give who says what a sentence has before its last comma: "Mooier kon niet, vond X"."""
    for place in range(max(sentence.first + 1, sentence.stop - _REACH), sentence.stop):
        if reading.lower[place - 1] == "," and reading.is_finite(place) and reading.lexicon.verbs.find(reading, place):
            return speakers_behind(reading, place, sentence.stop)
    return ()
