"""Who holds which office, as names with their titles and copulas tell: "de Franse president Emmanuel Macron"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis import Document
from kg.extract.draft import Draft, Told
from kg.extract.mentions import Mentions
from kg.extract.offices import OfficePhrase
from kg.extract.phrases import stretch
from kg.extract.sources import Sources
from kg.extract.status import Statuses
from kg.extract.timing import Times, to_time
from kg.facts import ClaimedStatus, Mention, Time

_CONFIDENCE = 0.9


class Holdings:
    """Finds who holds which office.

    Args:
        document: the article.
        mentions: what gives mentions.
        sources: who says what.
        times: its expressions of time.
        statuses: how certain what it tells of is.
    """

    def __init__(
        self, document: Document, mentions: Mentions, sources: Sources, times: Times, statuses: Statuses
    ) -> None:
        self.document = document
        self.mentions = mentions
        self.sources = sources
        self.times = times
        self.statuses = statuses

    def drafts(self) -> Iterator[Draft]:
        """Give a draft for each office with its holder."""
        for phrase in self.mentions.offices():
            if phrase.holder is not None:
                yield from self._titled(phrase)
            else:
                yield from self._said_of(phrase)

    def _titled(self, phrase: OfficePhrase) -> Iterator[Draft]:
        assert phrase.holder is not None  # noqa: S101
        holders = self.mentions.of(phrase.holder, ["Person"])[:1]
        if holders and holders[0].end is not None:
            last = next(token.index for token in self._tokens(phrase) if token.end >= (holders[0].end or 0))
            told = self._told(phrase, min(phrase.first, phrase.holder), max(phrase.stop - 1, last), "actual")
            yield self._draft(phrase, holders[0], told, Time())

    def _tokens(self, phrase: OfficePhrase) -> Iterator:
        return iter(self.document.tokens[min(phrase.first, phrase.holder or phrase.first) :])

    def _said_of(self, phrase: OfficePhrase) -> Iterator[Draft]:
        """Read a copula: "Rutte wordt secretaris-generaal van de NAVO"."""
        copulas = self.document.children(phrase.noun, "cop")
        subjects = self.document.children(phrase.noun, "nsubj")
        if not copulas or not subjects:
            return
        holders = self.mentions.of(subjects[0].index, ["Person"])
        report = self.sources.report(phrase.noun)
        expression = self.times.of((phrase.noun,))
        future = expression is not None and self.times.is_future(expression)
        status = self.statuses.claimed(phrase.noun, report, future=future).status
        if status == "actual" and copulas[0].lemma == "zijn" and copulas[0].has("Tense=Past") and report is None:
            status = "ended"
        for holder in holders:
            first = min(subjects[0].index, copulas[0].index, phrase.first)
            last = max(subjects[0].index, copulas[0].index, phrase.stop - 1)
            told = self._told(phrase, first, last, status)
            yield self._draft(phrase, holder, told, to_time(expression, "OfficeHolding", told.status))

    def _told(self, phrase: OfficePhrase, first: int, last: int, status: ClaimedStatus) -> Told:
        if phrase.ended and status == "actual":
            status = "ended"
        report = self.sources.report(phrase.noun)
        # A title is the article's own way to tell who somebody is, but in the very words of a quotation.
        sources, via = self.sources.of(phrase.noun) if report is not None and report.quotation else ((), ())
        return Told(stretch(self.document, first, last), status, sources, via, _CONFIDENCE)

    def _draft(self, phrase: OfficePhrase, holder: Mention, told: Told, time: Time) -> Draft:
        mentions = {"holder": (holder,), "office": (phrase.office,)}
        if phrase.organisation is not None:
            mentions["organisation"] = (phrase.organisation,)
        tokens = frozenset(range(phrase.first, phrase.stop))
        return Draft("OfficeHolding", "office-phrase", phrase.noun, mentions, {}, [told], time, tokens=tokens)
