"""Matches → drafts of situations, each with its status, its source and its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.analysis.times import TimeExpression
from kg.article import Span
from kg.extract.draft import Draft, Told
from kg.extract.frames import load_lexicon
from kg.extract.matching import Match
from kg.extract.nounlists import Nouns
from kg.extract.officewords import office_words
from kg.extract.phrases import clause, phrase, spoken, stretch
from kg.extract.reading import Reading
from kg.extract.says.report import Report
from kg.extract.sources import Sides
from kg.extract.status import Certainty
from kg.extract.timing import to_time
from kg.facts import FACT_TYPES, ClaimedStatus, Mention, State

_LESS_SURE = ("advcl", "acl:relcl", "parataxis", "ccomp")
# From the strongest sign to the weakest: what is denied is denied, however sure the rest sounds.
_ORDER: tuple[ClaimedStatus, ...] = ("denied", "possible", "planned", "ended", "actual")
_WEAK = 0.7
_HAPPENED = ("Attack", "ArmedConflict")  # what news with "de" speaks of as having been
_SUBORDINATE = 0.9
_LONGEST_NAME = 5  # tokens
_MOST_NOUNS = 4  # one of another: the victims of the attack


class Situations:
    """Makes drafts of matches.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.words = office_words(reading.document.language)
        self.purpose = load_lexicon(reading.document.language).grammar.purpose
        self.grammar = load_lexicon(reading.document.language).grammar
        self.sources = reading.sources
        self.times = reading.times
        self.statuses = reading.statuses

    def draft(self, match: Match) -> Iterator[Draft]:
        """Give the drafts of a match: one, or, of what holds between pairs, one for each pair."""
        frame = match.frame
        if frame.descriptive:
            yield self._description(match)
            return
        expression = self._time(match)
        future = expression is not None and self.times.is_future(expression) and frame.type != "Effort"
        future = future or (bool(frame.verbs) and not frame.ends and self._is_to_come(match.predicate))
        status, cues = self._status(match, future=future)
        status = self._ended(match, status, expression)
        tokens = {*match.tokens, *cues}
        if expression:
            tokens |= {expression.first, expression.stop - 1}
        sources, via = self._sources(match)
        told = Told(self._evidence(match, tokens), status, sources, via, self._confidence(match))
        past = frame.ends and status == "actual" and not future  # "kondigde maandag zijn vertrek aan"
        time = to_time(None if past else expression, frame.type, status, ends=frame.ends)
        words = dict(match.words) | self._more_words(match)
        for roles in _pairs(match):
            draft = Draft(frame.type, frame.id, match.predicate, roles, words, [told], time, tokens=frozenset(tokens))
            draft.definite = self._is_definite(match)
            draft.leaves, draft.implied = frame.ends, self._implied(match)
            draft.upcoming = self._is_upcoming(match, status, future=future)
            yield draft

    def _time(self, match: Match) -> TimeExpression | None:
        """Give when it is; of violence that a sentence comes back to ("terecht voor de overval") by its own words."""
        at = match.predicate
        if match.frame.nouns and match.frame.type in _HAPPENED:
            event = match.bound.get("with", at)
            apart = self._apart(event)
            if apart is not None:
                return self.times.within(set(self.document.subtree(apart)))
        return self.times.of((at, *match.bound.values()), self._limits(at))

    def _apart(self, event: int) -> int | None:
        """Give the noun whose phrase parts an event from the verb's time: dader of "de dader van de aanslag"."""
        noun = event
        for _ in range(_MOST_NOUNS):
            cases = [child for child in self.document.children(noun, "case") if child.index < noun]
            parts = [child.text for case in cases for child in (case, *self.document.children(case.index, "fixed"))]
            preposition = " ".join(parts).lower()
            if preposition != self.grammar.genitive:
                return noun if noun != event or preposition in self.grammar.apart else None
            noun = self.document.tokens[noun].head
        return None

    def _is_definite(self, match: Match) -> bool:
        """Tell whether the words point back at an event: "het gesprek werd geleid door"."""
        nouns = [at for name, at in match.bound.items() if name != "subject"] or [match.predicate]
        return any(
            child.has("Definite=Def") or child.has("PronType=Dem")
            for noun in nouns
            for child in self.document.children(noun, "det")
        )

    def _sources(self, match: Match) -> Sides:
        """Give who vouches for it; who hopes, fears or promises to do something is no source of it."""
        report = self.sources.report(match.predicate)
        sources, via = self.sources.of(match.predicate)
        actors = {mention.name for mentions in match.mentions.values() for mention in mentions}
        own = report is not None and (report.status == "possible" or (report.promises and self._is_infinitive(report)))
        if own and any(source.name in actors for source in sources):
            return (), ()
        return sources, via

    def _is_infinitive(self, report: Report) -> bool:
        """Tell whether the words reported have no finite verb: "belooft te komen"."""
        return not any(token.has("VerbForm=Fin") for token in self.document.tokens[report.first : report.stop])

    def _description(self, match: Match) -> Draft:
        """Give a draft of words that tell in passing who somebody is."""
        frame, here = match.frame, set(self.document.subtree(match.predicate))
        expression = self.times.within(here)
        status, _ = self._status(match, future=False)
        if status == "actual" and self._was_once(match.predicate):
            status = "ended"
        status = self._ended(match, status, expression)
        report = self.sources.report(match.predicate)
        sources, via = self.sources.of(match.predicate) if report and report.quotation else ((), ())
        tokens = {*match.tokens, *([expression.first, expression.stop - 1] if expression else [])}
        told = Told(self._evidence(match, tokens), status, sources, via, self._confidence(match))
        time = to_time(expression, frame.type, status)
        return Draft(
            frame.type,
            frame.id,
            match.predicate,
            dict(match.mentions),
            dict(match.words),
            [told],
            time,
            tokens=frozenset(tokens),
        )

    def _was_once(self, noun: int) -> bool:
        """Tell whether a noun was said of somebody in earlier times: "was voordien eigenaar van"."""
        copulas = [child.index for child in self.document.children(noun, "cop") if child.has("Tense=Past")]
        words = {token.text.lower() for token in self.document.tokens[copulas[0] : noun]} if copulas else set()
        return bool(words & self.words.aside_ended)

    def _status(self, match: Match, *, future: bool) -> tuple[ClaimedStatus, set[int]]:
        """Give what the words claim, of verb and noun the less certain, and the tokens that decided."""
        report = self.sources.report(match.predicate)
        predicate = self._claimed(match, report, future=future)
        nouns = {index: self.statuses.claimed(index, report) for index in _event_nouns(match)}
        # What a verb ends, its object ends with: that is what the verb says itself.
        own = match.bound.get("words")
        said = ("ended", "denied") if match.frame.ends else ("ended",)  # "trekt haar steun in"
        found = [predicate, *(noun for index, noun in nouns.items() if noun.status not in said or index == own)]
        status = _least_certain(certainty.status for certainty in found)
        if match.frame.ends:
            status = self._at_end(match, status, future=future)
        if match.frame.upcoming and status == "actual" and self._is_present(match.predicate):
            status = "planned"
        if match.frame.status is not None and status == "actual":
            status = match.frame.status
        first, stop = self._limits(match.predicate)
        return status, {cue for certainty in found for cue in certainty.cue if first <= cue < stop}

    def _claimed(self, match: Match, report: Report | None, *, future: bool) -> Certainty:
        """Give how certain the predicate is; "de aanslag in Kabul" was, whatever is suspected or feared about it."""
        token = self.document.tokens[match.predicate]
        mistaken = token.relation == "amod" and self.document.children(token.index, "nsubj")
        # "X ontslaat adviseur Y niet": what heads the clause is not what the parser made of the verb
        claimed = self.statuses.claimed(token.head if mistaken else token.index, report, future=future)
        if match.frame.nouns is None or match.frame.type not in _HAPPENED or claimed.status != "possible":
            return claimed
        own = self.statuses.of(match.predicate, within=(match.predicate, match.predicate + 1))
        return own if own.status == "actual" and self._is_definite(match) else claimed

    def _implied(self, match: Match) -> str | None:
        """Give what stands for an office that the words imply; a party has members, not offices only."""
        known = match.mentions.keys() & {"organisation", "employer"}
        before = {self.document.tokens[index - 1].text.lower() for index in match.tokens if index}
        fits = (known or not match.frame.implied_of) and not before & self.words.membership
        return match.frame.implied if fits else None

    def _is_upcoming(self, match: Match, status: ClaimedStatus, *, future: bool) -> bool:
        """Tell whether what is told is still to come: that a state begins, or that it ends."""
        if not match.frame.ends:
            return match.frame.upcoming and status == "planned"
        report = self.sources.report(match.predicate)
        told = [self.statuses.claimed(index, report).status for index in (match.predicate, *_event_nouns(match))]
        planned = "planned" in told
        return status == "actual" and (future or planned or self._is_to_come(match.predicate))

    def _at_end(self, match: Match, status: ClaimedStatus, *, future: bool) -> ClaimedStatus:
        """Give the status of a state whose end is told of: it lasts as long as that is to come, or open."""
        if status == "actual":
            return "actual" if future or self._is_to_come(match.predicate) else "ended"
        # "zou zijn ontslagen": whether the state still lasts is what is not known.
        token = self.document.tokens[match.predicate]
        form = token.text.lower()  # "ontslaat" is taken for a participle
        done = token.has("VerbForm=Part") and (form in self.grammar.participles or not self.grammar.verb_of(form))
        lasts = status == "planned" or (match.frame.type == "OfficeHolding" and status != "ended" and not done)
        return "actual" if lasts else status

    def _is_to_come(self, index: int) -> bool:
        """Tell whether a verb in the present tense is told of with words for a time to come: "na dit seizoen"."""
        return self._is_present(index) and self.times.stand_by(index, self.words.to_come)

    def _is_present(self, index: int) -> bool:
        """Tell whether a verb is in the present tense: "volgt", "wordt opgevolgd"; not "werd" or "is opgevolgd"."""
        auxiliaries = self.document.children(index, "aux", "aux:pass")
        token = self.document.tokens[index]
        if token.has("VerbForm=Part"):
            return any(other.lemma in self.words.become and not other.has("Tense=Past") for other in auxiliaries)
        return not any(other.has("Tense=Past") for other in (token, *auxiliaries))

    def _ended(self, match: Match, status: ClaimedStatus, expression: TimeExpression | None) -> ClaimedStatus:
        """Give the status of a state that was: "tot 2019 een dochter van", "ooit gespecialiseerd in"."""
        if status != "actual" or not issubclass(FACT_TYPES[match.frame.type], State) or match.frame.ends:
            return status
        over = expression is not None and self.times.is_over(expression)
        return "ended" if over or self.statuses.is_former(match.predicate) else status

    def _limits(self, index: int) -> tuple[int, int]:
        """Give the tokens between which evidence lies: the sentence, or the words of the source in it."""
        here, report = self.document.sentence_of(index), self.sources.report(index)
        if report is None:
            return here.first, here.stop
        return max(here.first, report.first), min(here.stop, report.stop)

    def _evidence(self, match: Match, tokens: set[int]) -> Span:
        """Give the words that tell of it: from the first to the last token that took part, in its sentence."""
        first, stop = self._limits(match.predicate)
        wide = set(tokens)
        for index in tokens:
            if index != match.predicate and first <= index < stop:
                wide.update(phrase(self.document, index, coordinated=True))
        for words in match.frame.words:
            wide.update(spoken(self.document, first, stop, words))
        inside = [index for index in wide if first <= index < stop]
        inside += self._named(match, inside, stop)
        return stretch(self.document, min(inside), max(inside))

    def _named(self, match: Match, inside: Sequence[int], stop: int) -> list[int]:
        """Give the last token of a name in apposition to the last phrase: "van bondscoach Marc Wilmots"."""
        last = max(inside)
        ends = {mention.end for mentions in match.mentions.values() for mention in mentions}
        behind = self.document.tokens[last + 1 : min(last + 1 + _LONGEST_NAME, stop)]
        found = [token.index for token in behind if token.end in ends]
        proper = all(token.pos == "PROPN" for token in self.document.tokens[last + 1 : (found or [0])[-1] + 1])
        return found[-1:] if proper else []

    def _confidence(self, match: Match) -> float:
        sure = match.frame.confidence * (_WEAK if match.weak else 1)
        clause_head = self.document.tokens[self.times.clause(match.predicate)]
        return round(sure * (_SUBORDINATE if clause_head.relation in _LESS_SURE else 1), 2)

    def _more_words(self, match: Match) -> dict[str, tuple[Span, ...]]:
        """Give the words that any situation may have: what for, how much."""
        found: dict[str, tuple[Span, ...]] = {}
        for child in self.document.children(match.predicate, "advcl"):
            marks = self.document.children(child.index, "mark")
            if any(mark.text.lower() == self.purpose for mark in marks) and "purpose" not in match.words:
                found["purpose"] = (self.document.span(clause(self.document, child.index)),)
        return found


def _event_nouns(match: Match) -> list[int]:
    """Give the nouns for events that the frame asked for; a noun of any kind tells nothing of certainty."""
    frame = match.frame
    behind = next(iter(frame.with_.values()), None)
    lists = {"object": frame.object, "head": frame.subject, "with": behind if isinstance(behind, Nouns) else None}
    return [
        at for name, at in match.bound.items() if name != "subject" and not ((nouns := lists.get(name)) and nouns.open)
    ]


def _least_certain(statuses: Iterable[ClaimedStatus]) -> ClaimedStatus:
    """Give the status of words whose parts have these: a "mogelijk akkoord" that "is getekend" is possible."""
    found = set(statuses)
    return next((status for status in _ORDER if status in found), "actual")


def _pairs(match: Match) -> Iterator[dict[str, tuple[Mention, ...]]]:
    """Give the roles; of what holds between two partners, once for each pair that the words state."""
    if match.frame.type != "Cooperation":
        yield dict(match.mentions)
        return
    mine, others = match.mentions.get("partner", ()), match.mentions.get("partner_with", ())
    between = match.mentions.get("partner_between", ())
    pairs: Sequence[tuple[Mention, Mention]] = list(product(mine, others)) if others else list(combinations(mine, 2))
    for pair in [*pairs, *combinations(between, 2)]:
        if pair[0].name.casefold() != pair[1].name.casefold():
            yield {"partner": pair}
