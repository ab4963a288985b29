"""How certain something is, as its sentence puts it: actual, ended, planned, possible or denied."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.analysis import Document
from kg.extract.certainty.clauses import Clause, read_clause
from kg.extract.certainty.lexicon import Effect, combined, status_lexicon
from kg.extract.certainty.links import Link, Links
from kg.extract.certainty.nominal import nominal_effect
from kg.extract.says.lexicon import Status
from kg.extract.says.reading import Reading
from kg.extract.says.report import Report

_MOST_STEPS = 10  # up the tree; deeper chains are parse errors

__all__ = ["Certainty", "Statuses", "status_of"]


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain something is.

    Attributes:
        status: the status.
        cue: the tokens that decided, in the order of the text; empty where nothing speaks against `actual`.
        conditional: whether only "zou" makes it possible: after a promise that is a plan.
    """

    status: Status
    cue: tuple[int, ...] = ()
    conditional: bool = False


class Statuses:
    """How certain what an article tells of is; what is looked up once is kept.

    Args:
        document: the article, analysed.

    Raises:
        FileNotFoundError: for a language without lists of words.
    """

    def __init__(self, document: Document) -> None:
        self._lexicon = status_lexicon(document.language)
        self._reading = Reading(document, self._lexicon.says)
        self._clauses: dict[int, Clause] = {}
        self._links = Links(self._reading, self._lexicon, self._clause, self._heads_clause)

    def of(self, index: int, *, future: bool = False, within: tuple[int, int] | None = None) -> Certainty:
        """Tell how certain something is.

        Args:
            index: the token of the predicate: a verb, noun or adjective.
            future: whether a time in the future stands with it: "tekent morgen".
            within: the tokens of the content of a report that it stands in; what stands above that is not asked.
        """
        status, cue, conditional = self._own(index, future=future)
        here = index
        for _ in range(_MOST_STEPS):
            link = self._links.above(here)
            if link is None or (within is not None and not within[0] <= link.governor < within[1]):
                break
            if not set(link.cue) & set(cue):  # "geen" says it once, for its noun and for the clause
                status, cue = _changed(link.effect, status, cue, link.cue)
            if link.stops:
                break
            if future and here == index and link.context is not None and not self._heads_clause(index):
                link = replace(link, context=read_clause(self._reading, self._lexicon, link.governor, future=True))
            here = link.governor
            status, cue = self._in_context(link, status, cue)
            conditional = conditional or (link.context is not None and link.context.conditional)
        return Certainty(status, tuple(sorted(set(cue))), conditional and status == "possible")

    def claimed(self, index: int, report: Report | None, *, future: bool = False) -> Certainty:
        """Tell how certain something is as the one who says so has it.

        Args:
            index: the token of the predicate.
            report: the innermost report whose content it stands in; None when the article itself says so.
            future: whether a time in the future stands with it.
        """
        if report is None:
            return self.of(index, future=future)
        # Where nobody is named who says so, the words that report it tell how certain it is: "wordt beschuldigd".
        within = (report.first, report.stop) if report.speakers or report.quotation else None
        own = self.of(index, future=future, within=within)
        if own.conditional and report.speakers and self._is_negated(report, index):
            return Certainty("denied", own.cue)  # "zei dat hij nooit zou praten"
        if report.promises and own.conditional:
            return Certainty("planned", own.cue)
        status = combined(report.status, own.status)
        return Certainty(status, own.cue if status == own.status else (*own.cue, report.cue), own.conditional)

    def _is_negated(self, report: Report, index: int) -> bool:
        """Tell whether a negation stands before a predicate in its clause in the words of a report."""
        words, first = self._reading.lower, max(report.first, self._reading.bounds(index)[0])
        for place in range(index - 1, first - 1, -1):
            if words[place] in (",", ";", ":"):
                return False
            if words[place] in self._lexicon.lists["never"]:
                return True
        return False

    def is_former(self, index: int) -> bool:
        """Tell whether a word stands with a predicate that says that what it tells of was: "ooit", "vroeger"."""
        words, former = self._reading.lower, self._lexicon.lists["former_adverbs"]
        return words[max(0, index - 1)] in former or any(
            words[child.index] in former for child in self._reading.children(index) if child.relation == "advmod"
        )

    def _clause(self, index: int) -> Clause:
        if index not in self._clauses:
            self._clauses[index] = read_clause(self._reading, self._lexicon, index)
        return self._clauses[index]

    def _own(self, index: int, *, future: bool) -> tuple[Status, tuple[int, ...], bool]:
        nominal = nominal_effect(self._reading, self._lexicon, index)
        is_clause = self._heads_clause(index)
        clause = Clause("actual")
        if is_clause:
            clause = read_clause(self._reading, self._lexicon, index, future=True) if future else self._clause(index)
        if nominal is None:
            return clause.status, clause.cue, clause.conditional
        effect, cue = nominal
        if set(cue) & set(clause.cue):
            return clause.status, clause.cue, clause.conditional
        return combined(effect, clause.status), (*clause.cue, *cue), clause.conditional

    def _heads_clause(self, index: int) -> bool:
        token = self._reading.tokens[index]
        if token.pos in ("VERB", "AUX"):
            return True
        return token.relation == "root" or any(
            child.relation in ("cop", "aux") for child in self._reading.children(index)
        )

    def _in_context(self, link: Link, status: Status, cue: tuple[int, ...]) -> tuple[Status, tuple[int, ...]]:
        """Bring in what the words around a governor make of it, and so of what stands below it."""
        if link.context is not None and not set(link.context.cue) & set(cue):
            effect: Effect = "same" if link.context.status == "actual" else link.context.status
            status, cue = _changed(effect, status, cue, link.context.cue)
        if (nominal := nominal_effect(self._reading, self._lexicon, link.governor)) is not None:
            status, cue = _changed(nominal[0], status, cue, nominal[1])
        return status, cue


def _changed(
    effect: Effect, status: Status, cue: tuple[int, ...], more: tuple[int, ...]
) -> tuple[Status, tuple[int, ...]]:
    changed = combined(effect, status)
    return changed, (*cue, *more) if changed != status else cue


def status_of(
    document: Document, index: int, *, future: bool = False, within: tuple[int, int] | None = None
) -> Certainty:
    """Tell how certain something is; for more than one question, `Statuses` is faster.

    Args:
        document: the article, analysed.
        index: the token of the predicate: a verb, noun or adjective.
        future: whether a time in the future stands with it.
        within: the tokens of the content of a report that it stands in.

    Raises:
        FileNotFoundError: for a language without lists of words.
    """
    return Statuses(document).of(index, future=future, within=within)
