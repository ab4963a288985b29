"""Who holds which office, as names with their titles and copulas tell: "de Franse president Emmanuel Macron"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis import Token
from kg.analysis.times import TimeExpression
from kg.extract.draft import Draft, Told
from kg.extract.officephrase import OfficePhrase
from kg.extract.officewords import office_words
from kg.extract.phrases import stretch
from kg.extract.reading import Reading
from kg.extract.timing import to_time
from kg.facts import ClaimedStatus, Mention, Time

_CONFIDENCE = 0.9
_MOST_WORDS = 5  # before the office: "was vroeger"


class Holdings:
    """Finds who holds which office.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.words = office_words(reading.document.language)
        self.mentions = reading.mentions
        self.sources = reading.sources
        self.times = reading.times
        self.statuses = reading.statuses

    def drafts(self) -> Iterator[Draft]:
        """Give a draft for each office with its holder; of one without, what it is of, for others to take up."""
        for phrase in self.mentions.offices():
            if phrase.holder is not None:
                yield from self._beside(phrase, phrase.holder)
            elif phrase.teller is not None:
                yield from self._beside(phrase, phrase.teller)
            else:
                yield from self._said_of(phrase)
                yield from self._open(phrase)
        for phrase in (*self.mentions.offices(), *self.mentions.duties()):
            if phrase.organisation is not None:
                yield self._draft(phrase, (), self._told(phrase, phrase.first, phrase.stop - 1, "actual"), Time())

    def _beside(self, phrase: OfficePhrase, head: int) -> Iterator[Draft]:
        """Read an office beside the name of its holder, or beside a noun for somebody named before."""
        holders = self.mentions.of(head, ["Person"])[:1]
        if not holders or (phrase.holder is None and not holders[0].is_named):
            return
        end = holders[0].end or 0
        first, last = min(phrase.first, head), max(phrase.last, phrase.copula or 0)
        while self.document.tokens[last].end < end:
            last += 1
        while self.document.tokens[first].start > (holders[0].start or 0):
            first -= 1
        inside = set(range(first, last + 1)) if head < phrase.first else set()
        expression = self.times.within(inside) if inside else None
        status = (
            self._past(phrase, expression) if phrase.copula is not None and self._is_past(phrase.copula) else "actual"
        )
        taken = phrase.copula is not None and self.document.tokens[phrase.copula].lemma in self.words.become
        if taken and status == "actual" and phrase.copula is not None and not self._is_past(phrase.copula):
            status = "planned"  # "X, die lijsttrekker wordt"
        told = self._told(phrase, first, last, status)
        draft = self._draft(phrase, holders, told, to_time(expression, "OfficeHolding", told.status))
        draft.frame = "office-new" if taken else draft.frame
        yield draft

    def _said_of(self, phrase: OfficePhrase) -> Iterator[Draft]:
        """Read a copula: "Rutte wordt secretaris-generaal van de NAVO"."""
        copula, subjects = self._copula(phrase.noun)
        if copula is None:
            copula, subjects = self._inverted(phrase.noun)
        if copula is None or not subjects:
            return
        holders = self.mentions.of(subjects[0].index, ["Person"])
        report = self.sources.report(phrase.noun)
        expression = self.times.of((phrase.noun,))
        to_come = not self._is_past(copula.index) and self.times.stand_by(copula.index, self.words.to_come)
        future = to_come or (expression is not None and self.times.is_future(expression))
        status = self.statuses.claimed(phrase.noun, report, future=future).status
        if status == "actual" and copula.lemma in self.words.be and self._is_past(copula.index) and report is None:
            status = self._past(phrase, expression)
        between = {token.text.lower() for token in self.document.tokens[copula.index : phrase.noun]}
        if status == "denied" and between & self.words.no_longer:
            status = "ended"
        upcoming = status == "actual" and copula.lemma in self.words.become and not self._is_past(copula.index)
        if upcoming:
            status = "planned"
        taken = copula.lemma in self.words.become or bool(between & self.words.new)
        for holder in holders:
            first = min(subjects[0].index, copula.index, phrase.first)
            last = max(subjects[0].index, copula.index, phrase.stop - 1)
            while self.document.tokens[last].end < (holder.end or 0):
                last += 1
            told = self._told(phrase, first, last, status)
            draft = self._draft(phrase, (holder,), told, to_time(expression, "OfficeHolding", told.status))
            draft.frame = "office-new" if taken else "office-kept" if copula.lemma in self.words.remain else draft.frame
            draft.upcoming = upcoming and expression is None
            yield draft

    def _open(self, phrase: OfficePhrase) -> Iterator[Draft]:
        """Read an office that has somebody new, whom words further on tell: "De club heeft een nieuwe trainer"."""
        words = {token.text.lower() for token in self.document.tokens[phrase.first : phrase.noun]}
        if words & self.words.new:
            told = self._told(phrase, phrase.first, phrase.stop - 1, "actual")
            draft = self._draft(phrase, (), told, Time())
            draft.frame = "office-open"
            yield draft

    def _copula(self, noun: int) -> tuple[Token | None, list[Token]]:
        """Give the copula of a noun and its subjects; parsers take "worden" for the main verb, too."""
        copulas = self.document.children(noun, "cop")
        if copulas:
            return copulas[0], self._subjects(noun, noun)
        token = self.document.tokens[noun]
        verb = self.document.tokens[token.head]
        if token.relation in ("xcomp", "obj") and verb.lemma in self.words.become | self.words.remain:
            return verb, self._subjects(noun, verb.index)
        return None, []

    def _inverted(self, noun: int) -> tuple[Token | None, list[Token]]:
        """Give the copula and the holder of an office that comes first: "Nieuwe trainer wordt Jan Smit"."""
        token = self.document.tokens[noun]
        head = self.document.tokens[token.head]
        if token.relation != "nsubj":
            return None, []
        if copulas := self.document.children(head.index, "cop"):
            return copulas[0], [head] if head.pos == "PROPN" else []
        names = [child for child in self.document.children(head.index, "xcomp") if child.pos == "PROPN"]
        return (head, names[:1]) if head.lemma in self.words.become | self.words.remain else (None, [])

    def _subjects(self, noun: int, verb: int) -> list[Token]:
        """Give the subjects; "die" is what a clause hangs on, and of two clauses the second may have the first's."""
        found = self.document.children(noun, "nsubj") or self.document.children(verb, "nsubj")
        token = self.document.tokens[verb]
        if not found and token.relation == "conj":
            found = self.document.children(token.head, "nsubj")
        relative = bool(found) and found[0].has("PronType=Rel") and token.relation == "acl:relcl"
        return [self.document.tokens[token.head]] if relative else found

    def _is_past(self, copula: int) -> bool:
        token = self.document.tokens[copula]
        return token.text in self.words.past or token.has("Tense=Past") or token.has("VerbForm=Part")

    def _past(self, phrase: OfficePhrase, expression: TimeExpression | None) -> ClaimedStatus:
        """Tell what "was" means: that an office is held no longer where words say so, or another one holds it."""
        if phrase.ended or (expression is not None and (expression.end_date or expression.date)):
            return "ended"
        words = {
            token.text.lower() for token in self.document.tokens[max(0, phrase.first - _MOST_WORDS) : phrase.first]
        }
        another = any(
            other.holder is not None and not other.ended and other.noun != phrase.noun and other.title == phrase.title
            for other in self.mentions.offices()
        )
        return "ended" if another or words & self.words.aside_ended else "actual"

    def _told(self, phrase: OfficePhrase, first: int, last: int, status: ClaimedStatus) -> Told:
        if phrase.ended and status == "actual":
            status = "ended"
        report = self.sources.report(phrase.noun)
        # A title is the article's own way to tell who somebody is, but in the very words of a quotation.
        sources, via = self.sources.of(phrase.noun) if report is not None and report.quotation else ((), ())
        return Told(stretch(self.document, first, last), status, sources, via, _CONFIDENCE)

    def _draft(self, phrase: OfficePhrase, holders: Sequence[Mention], told: Told, time: Time) -> Draft:
        mentions = {"holder": tuple(holders), "office": (phrase.office,)}
        if phrase.organisation is not None:
            mentions["organisation"] = (phrase.organisation,)
        tokens = frozenset(range(phrase.first, phrase.stop))
        frame = "office-headline" if phrase.new else "office-phrase"
        return Draft("OfficeHolding", frame, phrase.noun, mentions, {}, [told], time, tokens=tokens)
