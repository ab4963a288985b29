"""An analysed article → facts, by rules: frames, who says what, how certain, when."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis import Document
from kg.analysis.names import find_names
from kg.analysis.times import find_times, reference_day
from kg.extract.anaphora import Anaphora
from kg.extract.attribution import find_reports
from kg.extract.completing import completed
from kg.extract.draft import Draft, to_facts
from kg.extract.firstperson import first_persons
from kg.extract.frames import load_lexicon
from kg.extract.holdings import Holdings
from kg.extract.matching import Matcher
from kg.extract.mentions import Mentions
from kg.extract.merging import link, merged
from kg.extract.nationality import nationalities
from kg.extract.ownership import ownerships
from kg.extract.situations import Situations
from kg.extract.sources import Sources
from kg.extract.status import Statuses
from kg.extract.timing import Times
from kg.facts import Fact

VERSION = "1"


def extract(document: Document, engine: str, *, language: str = "nl") -> list[Fact]:
    """Draw the facts from an analysed article.

    Args:
        document: the article.
        engine: the name and version of the engine that analysed it.
        language: the language of the frames.

    Returns:
        The facts, in the order of the text; statements are about the facts that their words tell of.
    """
    return to_facts(
        _Reading(document, language).drafts(), document.article, "kg.extract.rules", f"{VERSION} ({engine})"
    )


class _Reading:
    """One article, read."""

    def __init__(self, document: Document, language: str) -> None:
        self.lexicon = load_lexicon(language)
        reference = reference_day(document)
        expressions = find_times(document, reference)
        self.document = document
        self.names = find_names(document)
        self.mentions = Mentions(document, self.names, language)
        self.statuses = Statuses(document)
        self.times = Times(document, expressions, reference)
        reports = find_reports(document)
        self.sources = Sources(document, reports, self.mentions, self.times, self.statuses)
        self.mentions.speaker_of = first_persons(document, reports, self.mentions, self.sources)

    def drafts(self) -> list[Draft]:
        """Give the drafts of its facts, in the order of the text."""
        nations = nationalities(self.document, self.names, self.mentions, self.sources)
        owners = ownerships(self.document, self.names, self.mentions, self.sources)
        found = completed([*self._holdings(), *nations, *owners, *self._situations(), *self.sources.statements()])
        found = merged(found)
        Anaphora(self.document, self.lexicon, self.sources, self.times, self.statuses).add(found)
        link(found)
        return found

    def _situations(self) -> Iterator[Draft]:
        situations = Situations(self.document, self.mentions, self.sources, self.times, self.statuses)
        for match in Matcher(self.document, self.lexicon, self.mentions).matches():
            yield from situations.draft(match)

    def _holdings(self) -> Iterator[Draft]:
        yield from Holdings(self.document, self.mentions, self.sources, self.times, self.statuses).drafts()
