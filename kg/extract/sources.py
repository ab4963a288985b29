"""Who vouches for what: reports of speech → the sources of what lies in them, and drafts of statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis import Document
from kg.analysis.times import TimeExpression
from kg.extract.attribution import Report, sources
from kg.extract.draft import Draft, Told
from kg.extract.mentioned import Mentioned
from kg.extract.phrases import phrase
from kg.extract.status import Statuses
from kg.extract.timing import Times, to_time
from kg.extract.wordlists import read_words
from kg.facts import KINDS, Mention

_SPEAKERS = tuple(kind for kind in KINDS if kind not in ("Office", "ProductKind"))
_CONFIDENCE = 0.85

Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]


class Sources:
    """The reports of an article, with the mentions that its speakers are.

    Args:
        document: the article.
        reports: its reports.
        mentions: what gives mentions.
        times: its expressions of time.
        statuses: how certain what it tells of is.
    """

    def __init__(
        self,
        document: Document,
        reports: Sequence[Report],
        mentions: Mentioned,
        times: Times,
        statuses: Statuses,
    ) -> None:
        self.document = document
        self.reports = reports
        self.mentions = mentions
        self.times = times
        self.statuses = statuses
        self._untold = frozenset(read_words("says", document.language)["untold"])
        self._at = sources(len(document.tokens), reports)

    def report(self, index: int) -> Report | None:
        """Give the innermost report whose words a token lies in."""
        return self._at[index]

    def of(self, index: int) -> Sides:
        """Give who vouches for what is said at a token, and who passed it on; none where the article says it."""
        report = self.report(index)
        if report is None:
            return (), ()
        return self.speakers(report.speakers), self.speakers(report.via)

    def speakers(self, heads: Sequence[int]) -> tuple[Mention, ...]:
        """Give the mentions of some speakers; who cannot be told stays nameless, in the article's own words."""
        found: list[Mention] = []
        for head in heads:
            found += self.mentions.of(head, _SPEAKERS) or [self._nameless(head)]
        return tuple(dict.fromkeys(found))

    def _nameless(self, head: int) -> Mention:
        span = self.document.span(phrase(self.document, head))
        words = self.document.article.cut(span)
        plural = self.document.tokens[head].has("Number=Plur")
        return Mention(
            name=words[:200],
            kind="Group" if plural else "Person",
            text=words,
            start=span.start,
            end=span.end,
            named=False,
        )

    def statements(self) -> Iterator[Draft]:
        """Give a draft for each report that tells who says it; a hope or a demand has the word that makes it one.

        A denial or a wish is none: what is denied or wanted says it, with its own status and source.
        """
        for report in self.reports:
            if self._is_told(report) and not self._is_own(report) and (speakers := self.speakers(report.speakers)):
                yield self._statement(report, speakers)

    def _is_told(self, report: Report) -> bool:
        if report.told == report.content:
            return True
        return report.status != "denied" and self.document.tokens[report.cue].lemma.lower() not in self._untold

    def _is_own(self, report: Report) -> bool:
        """Tell whether somebody quoted speaks of their own hope, thought or denial: the quotation says it already."""
        around = self.report(report.cue)
        is_first = any("Person=1" in self.document.tokens[head].features for head in report.speakers)
        return is_first and around is not None and around.quotation and not report.quotation

    def _statement(self, report: Report, speakers: tuple[Mention, ...]) -> Draft:
        above = self.report(report.cue)
        via = self.speakers(report.via)
        time = self._time(report)
        future = time is not None and self.times.is_future(time)
        is_verb = self.document.tokens[report.cue].pos == "VERB"
        status = self.statuses.claimed(report.cue, above, future=future).status if is_verb else "actual"
        if status == "denied":  # "ontkent niet dat", "zei niets te weten": the content has that already
            status = "actual"
        told = [Told(span, status, via[:1], via[1:], _CONFIDENCE) for span in report.evidence]
        return Draft(
            report.kind,
            f"says-{report.kind.lower()}",
            report.cue,
            {"speaker": speakers},
            {"medium": (report.medium,)} if report.medium else {},
            told,
            to_time(time, report.kind, status),
            report.told,
            report.quotation,
            first=report.first,
            stop=report.stop,
        )

    def _time(self, report: Report) -> TimeExpression | None:
        """Give when it is said: the time in the words that report, not in an aside or in the words reported."""
        time = self.times.of((report.cue,), report.time_range)
        if time is None and not report.covers(report.cue):
            time = self.times.beside(report.cue, report.time_range)
        if time is None or report.covers(time.first):
            return None
        future = self.times.is_future(time)
        is_attributed = self.document.tokens[report.cue].relation in ("acl", "amod")  # the past ", verzekerde X"
        hoped = future and report.status == "possible"  # "Volgend jaar hoopt X te leveren"
        return None if hoped or (future and is_attributed) else time
