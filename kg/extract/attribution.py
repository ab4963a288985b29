"""Who says what: the reports of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.analysis import Document
from kg.extract.says.building import finished
from kg.extract.says.direct import direct_reports
from kg.extract.says.indirect import indirect_reports
from kg.extract.says.lexicon import says_lexicon
from kg.extract.says.named import named_reports
from kg.extract.says.reading import Reading
from kg.extract.says.report import Report, source_at, sources

_FIRST_PERSON = "Person=1"  # "ik" in a quotation is the one quoted

__all__ = ["Report", "find_reports", "source_at", "sources"]


def find_reports(document: Document) -> list[Report]:
    """Find what an article reports that somebody says, thinks or announces.

    Args:
        document: the article, analysed.

    Returns:
        The reports in the order of their contents. One inside another has the outer's speakers in its ``via``; a
        quotation in two parts gives two reports with one cue.

    Raises:
        FileNotFoundError: for a language without a list of words.
    """
    reading = Reading(document, says_lexicon(document.language))
    direct = list(direct_reports(reading))
    taken = {draft.cue for draft in direct if draft.cue > draft.content[0] or draft.saying.word}
    quoted = {draft.cue for draft in direct}
    drafts = [*direct, *indirect_reports(reading, taken, quoted), *named_reports(reading, taken)]
    reports = [report for draft in drafts if (report := finished(reading, draft))]
    return _nested(document, sorted(_without_doubles(reports), key=lambda report: (report.first, -report.stop)))


def _without_doubles(reports: Iterable[Report]) -> Iterator[Report]:
    """Leave out a report with the content of another: the first one found is the surest."""
    seen: set[tuple[int, int]] = set()
    for report in reports:
        if (report.first, report.stop) not in seen:
            seen.add((report.first, report.stop))
            yield report


def _nested(document: Document, reports: list[Report]) -> list[Report]:
    """Give each report that stands inside another the outer's speakers as those who passed it on."""
    around = sources(len(document.tokens), reports)
    found = []
    for report in reports:
        outer = around[report.cue]
        if outer is not None and outer is not report and not report.covers(report.cue):
            is_own = outer.quotation and any(
                _FIRST_PERSON in document.tokens[head].features for head in report.speakers
            )
            passed = [head for head in outer.speakers if head not in (*report.speakers, *report.via)]
            report = report if is_own else replace(report, via=(*report.via, *passed))
        found.append(report)
    return found
