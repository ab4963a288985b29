"""Who denies what was told before: "X ontkent dat", "maar X noemt dat onzin", "volgens X is daar niets van waar"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.analysis import Document
from kg.article import Span
from kg.extract.afterwards import in_order
from kg.extract.draft import Draft, Told
from kg.extract.phrases import clause
from kg.extract.reading import Reading
from kg.extract.says.cues import status_of_cue
from kg.extract.says.lexicon import says_lexicon
from kg.extract.says.reading import Reading as Words
from kg.extract.says.report import Report
from kg.extract.says.speakers import speakers_of
from kg.extract.sources import Sides
from kg.extract.wordlists import read_words
from kg.facts import Mention

_CONFIDENCE = 0.8
_FARTHEST = 2  # sentences back
_NEAR = 6  # tokens around a phrase in which a word points back
_LONGEST = 5  # words of a phrase
_REACH = 15  # tokens from a verb to its idiom
_MOST_STEPS = 12
_SAYING = ("Statement", "Announcement")
_PASSING = ("office-phrase", "nationality")  # what is said of somebody by the way is not what is denied
_ASIDE = ("acl:relcl", "acl", "appos")  # what is told in passing is not what somebody denies
_OBJECTS = ("obj", "nsubj:pass", "obl", "xcomp")


@dataclass(frozen=True)
class _Denial:
    """Somebody's denial of what was told before.

    Attributes:
        at: the verb, or the predicate of the phrase.
        sides: who denies, and who passed it on.
        span: the words.
        pointed: what stands for what is denied: "dat", "het bericht"; None where nothing does.
        bare: whether nothing is said of what is denied: "De verdachte ontkent".
        uninvolved: whether they deny having had a part in it.
    """

    at: int
    sides: Sides
    span: Span
    pointed: int | None = None
    bare: bool = False
    uninvolved: bool = False


class Denials:
    """Finds who denies what an article has told, and tells so of what is denied.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        language = reading.document.language
        self.document = reading.document
        self.sources = reading.sources
        self.reports = reading.sources.reports
        self.words = Words(reading.document, says_lexicon(language))
        self.data = _data(language)

    def add(self, drafts: list[Draft]) -> None:
        """Add each denial to the draft of what is denied; who denies being involved gets a draft of that.

        Args:
            drafts: the drafts of the article, before those of one situation are made one.
        """
        told = [draft for draft in drafts if draft.type not in _SAYING and draft.frame not in _PASSING]
        last: tuple[int, Draft] | None = None
        for denial in self._denials():
            if denial.uninvolved and (found := list(self._not_involved(denial, told))):
                drafts += found
                continue
            sentence = self.document.tokens[denial.at].sentence
            draft = self._denied(denial, told)
            if draft is None and last is not None and sentence - last[0] <= 1:  # two deny the same, one after the other
                draft = last[1]
            if draft is not None and denial.sides[0]:
                sources, via = denial.sides
                sources = draft.mentions.get("attacker", sources) if denial.bare else sources
                draft.told.append(Told(denial.span, "denied", sources, via, _CONFIDENCE))
                draft.disputed, last = True, (sentence, draft)

    def _not_involved(self, denial: _Denial, told: Sequence[Draft]) -> Iterator[Draft]:
        """Give a draft of an attack that somebody says to have had no part in."""
        attacks = [draft for draft in told if draft.type == "Attack" and self._is_before(draft, denial, _FARTHEST)]
        if not attacks or not denial.sides[0]:
            return
        words = [Told(denial.span, "denied", *denial.sides, _CONFIDENCE)]
        names = {mention.name.casefold() for mention in denial.sides[0]}
        if any(draft.entities("attacker") & names for draft in attacks):
            return  # what they deny was said of them
        mentions = {"attacker": denial.sides[0]}
        mentions |= {role: found for role, found in attacks[-1].mentions.items() if role in ("target", "place")}
        yield Draft("Attack", "not-involved", denial.at, mentions, {}, words, tokens=frozenset({denial.at}))

    def _denials(self) -> Iterator[_Denial]:
        yield from self._uninvolved()
        for index, word in enumerate(self.words.lower):
            if word in self.words.lexicon.verbs and (denial := self._by_verb(index)):
                yield denial
            elif word in self.words.lexicon.judging or word in self.data["idiom_verbs"]:
                yield from self._by_judgement(index)
            elif word in self.data["first_words"]:
                yield from self._by_phrase(index)

    def _uninvolved(self) -> Iterator[_Denial]:
        """Read "X zegt dat hij niets met de aanval te maken heeft", "X ontkent dat het achter de aanslag zit"."""
        for report in self.reports:
            words = self.words.lower[report.first : min(report.stop, report.first + _REACH)]
            said = self.data["involved" if report.status == "denied" else "uninvolved"]
            if report.status in ("denied", "actual") and any(in_order(phrase.split(), words) for phrase in said):
                speakers = self.sources.speakers(report.speakers)
                if self._is_of(report, speakers):
                    span = report.evidence[0] if report.status == "denied" else report.content
                    sides = speakers, self.sources.speakers(report.via)
                    yield _Denial(self._verb(report.stop - 1), sides, span, uninvolved=True)

    def _is_of(self, report: Report, speakers: Sequence[Mention]) -> bool:
        """Tell whether the words reported are about who says them."""
        names = {mention.name for mention in speakers}
        below = self.document.tokens[report.first : report.stop]
        subjects = [token.index for token in below if token.relation in ("nsubj", "nsubj:pass")]
        meant = {at: self.sources.mentions.of(at) for at in subjects}
        return any(
            any(mention.name in names for mention in found) or (not found and self.document.tokens[at].pos == "PRON")
            for at, found in meant.items()
        )

    def _by_verb(self, index: int) -> _Denial | None:
        """Read "X ontkent dat", "X spreekt het bericht tegen", and "De verdachte ontkent"."""
        saying = self.words.lexicon.verbs.find(self.words, index)
        if saying is None or saying.status != "denied" or status_of_cue(self.words, index, saying) != "denied":
            return None
        below = self.words.below(index, "obj", "ccomp", "xcomp", "csubj", "nsubj", "parataxis")
        objects = [child.index for child in below if child.relation in ("obj", "nsubj:pass", "ccomp")]
        pointed = next((at for at in objects if self._points_back(at)), None)
        others = [child for child in below if child.relation in ("obj", "ccomp", "xcomp", "nsubj:pass")]
        if pointed is None and (others or self._has_clause(index)):
            return None
        found = self._said(index, pointed, bare=pointed is None)
        is_part = pointed is not None and self._is(pointed, "involvement")
        return replace(found, uninvolved=True) if found and is_part else found

    def _has_clause(self, index: int) -> bool:
        return any(report.cue == index for report in self.reports)

    def _said(self, index: int, pointed: int | None, *, bare: bool = False) -> _Denial | None:
        _, stop = self.words.bounds(index)
        heads = tuple(head for head in speakers_of(self.words, index, stop) if head != pointed)
        via = self.sources.of(index)[0]
        speakers = self.sources.speakers(heads)
        sets_apart = self.document.tokens[index].relation == "conj"  # "Volgens X ..., maar Y ontkent dat"
        passed = () if sets_apart else tuple(mention for mention in via if mention not in speakers)
        span = self.document.span(clause(self.document, index))
        return _Denial(index, (speakers, passed), span, pointed, bare) if speakers else None

    def _by_judgement(self, index: int) -> Iterator[_Denial]:
        """Read "X noemt dat onzin", "X wijst de beschuldigingen van de hand"."""
        _, stop = self.words.bounds(index)
        objects = [child.index for child in self.words.children(index) if child.relation in _OBJECTS]
        objects += [child.index for at in objects for child in self.words.below(at, "det")]
        pointed = next((at for at in objects if self._points_back(at) or self._is(at, "pointing")), None)
        behind = range(index + 1, min(stop, index + _REACH))
        untrue = self.words.lower[index] in self.words.lexicon.judging and any(self._is(at, "untrue") for at in behind)
        if pointed is not None and (untrue or self._has_idiom(index, behind)) and (found := self._said(index, pointed)):
            yield found

    def _has_idiom(self, index: int, behind: range) -> bool:
        spoken = f" {' '.join(self.words.lower[behind.start : behind.stop])} "
        return any(f" {words} " in spoken for words in self.data["idiom_verbs"].get(self.words.lower[index], ()))

    def _by_phrase(self, index: int) -> Iterator[_Denial]:
        """Read "volgens X is daar niets van waar", "Dat klopt niet, zegt X"."""
        spoken = " ".join(self.words.lower[index : index + _LONGEST]) + " "
        if not any(spoken.startswith(f"{words} ") for words in self.data["phrases"]):
            return
        first, stop = self.words.bounds(index)
        around = range(max(first, index - _NEAR), min(stop, index + _NEAR))
        report = self.sources.report(index)
        if report is not None and not report.covers(report.cue) and any(self._is(at, "back") for at in around):
            yield _Denial(self._verb(index), self.sources.of(index), report.content)

    def _verb(self, index: int) -> int:
        above = _up(self.document, index)
        return next((at for at in above if self.document.tokens[at].pos in ("VERB", "AUX")), above[-1])

    def _points_back(self, at: int) -> bool:
        if self._is(at, "pointing"):
            return not self.words.below(at, "acl")
        if self._is(at, "involvement"):
            return True
        determined = any(self._is(child.index, "determiners") for child in self.words.below(at, "det"))
        told_more = any(child.relation in ("nmod", "acl", "acl:relcl") for child in self.words.children(at))
        return self._is(at, "told") and determined and not told_more

    def _is(self, index: int, name: str) -> bool:
        return self.words.is_in_words(index, self.data[name])

    def _denied(self, denial: _Denial, told: Sequence[Draft]) -> Draft | None:
        """Give what is denied: what the sentence before tells, or the clause before in the same sentence."""
        names = {mention.name for mention in denial.sides[0]}
        own = set(self.document.subtree(denial.at))
        for back in range(self._reach(denial) + 1):
            here = [draft for draft in told if self._is_before(draft, denial, back, back)]
            here = [draft for draft in here if self._can_be(draft, denial, names)]
            if back == 0:
                here = [draft for draft in here if draft.at not in own and self._is_set_apart(draft, denial)]
            if here:
                return self._main(here)
        return None

    def _is_set_apart(self, draft: Draft, denial: _Denial) -> bool:
        """Tell whether what is told before in the same sentence has a clause of its own."""
        between = self.words.lower[draft.at : denial.at]
        return "," in between or ";" in between

    def _reach(self, denial: _Denial) -> int:
        """Give how many sentences back may be meant: over "Dat meldt X" one more."""
        token = self.document.tokens[denial.at]
        number = token.sentence
        if token.relation in ("conj", "parataxis") and token.head < token.index:
            return 0  # "X heeft Y getest, maar Z ontkent dat"
        only_says = any(
            self.document.tokens[report.cue].sentence == number - 1
            and self.document.tokens[report.first].sentence == number - 2
            for report in self.reports
        )
        return _FARTHEST if only_says else 1

    def _is_before(self, draft: Draft, denial: _Denial, most: int, least: int = 0) -> bool:
        tokens = self.document.tokens
        return draft.at < denial.at and least <= tokens[denial.at].sentence - tokens[draft.at].sentence <= most

    def _can_be(self, draft: Draft, denial: _Denial, names: set[str]) -> bool:
        """Tell whether somebody can deny a draft: nobody denies what they say, or what they already deny."""
        if draft.status == "denied" or any(mention.name in names for told in draft.told for mention in told.sources):
            return False
        if any(self.document.tokens[at].relation in _ASIDE for at in _up(self.document, draft.at)):
            return False
        actors = {mention.name for mentions in draft.mentions.values() for mention in mentions}
        if denial.uninvolved:
            return bool(actors & names)
        if not denial.bare:
            return True
        unnamed = not any(mention.is_named for mention in denial.sides[0])  # "De verdachte ontkent"
        accused = bool(actors & names) or (unnamed and len(draft.mentions.get("attacker", ())) == 1)
        return draft.status == "possible" and accused

    def _main(self, drafts: Sequence[Draft]) -> Draft:
        """Give what a sentence says first of all: what somebody says, or what is not sure; of several the highest."""
        said = [draft for draft in drafts if draft.told[0].sources or draft.status in ("possible", "planned")]
        return min(said or drafts, key=lambda draft: (len(_up(self.document, draft.at)), -draft.at))


def _up(document: Document, index: int) -> list[int]:
    """Give a token and those above it in the tree."""
    found = [index]
    while (head := document.tokens[found[-1]].head) != found[-1] and len(found) < _MOST_STEPS:
        found.append(head)
    return found


@cache
def _data(language: str) -> Mapping[str, Any]:
    words = read_words("denials", language)
    lists = {name: frozenset(found) for name, found in words.items() if name not in ("idioms", "afterwards")}
    idioms: dict[str, tuple[str, ...]] = {}
    for idiom in words["idioms"]:
        for verb in idiom["verbs"]:
            idioms[verb] = (*idioms.get(verb, ()), idiom["words"])
    firsts = frozenset(phrase.split()[0] for phrase in words["phrases"])
    return lists | {"idiom_verbs": idioms, "first_words": firsts}
