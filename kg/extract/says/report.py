"""What a report is: somebody says something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.article import Span
from kg.extract.says.lexicon import Kind, Status


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody says, thinks or announces something.

    Attributes:
        cue: the token that tells so: zei, volgens, aldus; of a bare quotation its opening mark.
        kind: the type of fact.
        speakers: the heads of the noun phrases that name who says it; empty when the words do not tell.
        via: the heads of those that name who passed it on, the nearest first.
        content: where the words reported stand, without quotation marks.
        told: the same with the word that reports, where the content alone would say something else: "ontkent dat ...".
        first: the first token of the content.
        stop: the token behind its last.
        quotation: whether the content stands in quotation marks.
        evidence: where the words lie that tell of it, in the order of the text.
        status: what the speaker claims of the content.
        time_range: the first token of the words that report, and the one behind their last: where their time stands.
        medium: where the word stands that tells in what it was said.
        promises: whether "zou" in the content is a plan.
    """

    cue: int
    kind: Kind
    speakers: tuple[int, ...]
    via: tuple[int, ...]
    content: Span
    told: Span
    first: int
    stop: int
    quotation: bool
    evidence: tuple[Span, ...]
    status: Status
    time_range: tuple[int, int]
    medium: Span | None = None
    promises: bool = False

    def covers(self, index: int) -> bool:
        """Tell whether a token lies in the content."""
        return self.first <= index < self.stop


def source_at(index: int, reports: Iterable[Report]) -> Report | None:
    """Give the innermost report whose content covers a token.

    Args:
        index: the token.
        reports: the reports; for many tokens, `sources` is faster.
    """
    covering = [report for report in reports if report.covers(index)]
    return min(covering, key=lambda report: report.stop - report.first, default=None)


def sources(count: int, reports: Sequence[Report]) -> list[Report | None]:
    """Give the innermost report for each token of a document, in one pass.

    Args:
        count: the number of tokens.
        reports: the reports.
    """
    by_length = sorted(reports, key=lambda report: report.stop - report.first)
    found: list[Report | None] = [None] * count
    # For each token, where to look for the next one that is still free: each is filled once.
    free = list(range(count + 1))
    for report in by_length:
        place = _next_free(free, report.first)
        while place < min(report.stop, count):
            found[place] = report
            free[place] = place + 1
            place = _next_free(free, place)
    return found


def _next_free(free: list[int], place: int) -> int:
    while free[place] != place:
        free[place] = free[free[place]]
        place = free[place]
    return place
