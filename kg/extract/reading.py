"""An article, read: what is known of it before facts are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.analysis import Document
from kg.analysis.names import Name, find_names
from kg.analysis.times import find_times, reference_day
from kg.extract.attribution import find_reports
from kg.extract.firstperson import first_persons
from kg.extract.mentions import Mentions
from kg.extract.sources import Sources
from kg.extract.status import Statuses
from kg.extract.timing import Times


@dataclass(frozen=True)
class Reading:
    """What all that draws facts looks at.

    Attributes:
        document: the analysed article.
        names: its names.
        mentions: what gives mentions of entities.
        sources: who says what.
        times: its expressions of time.
        statuses: how certain what it tells of is.
    """

    document: Document
    names: list[Name]
    mentions: Mentions
    sources: Sources
    times: Times
    statuses: Statuses


def read(document: Document) -> Reading:
    """Read an analysed article.

    Args:
        document: the article.
    """
    reference = reference_day(document)
    times = Times(document, find_times(document, reference), reference)
    names = find_names(document)
    mentions = Mentions(document, names)
    statuses = Statuses(document)
    reports = find_reports(document)
    sources = Sources(document, reports, mentions, times, statuses)
    mentions.speaker_of = first_persons(document, reports, mentions, sources)
    return Reading(document, names, mentions, sources, times, statuses)
