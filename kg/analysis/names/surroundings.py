"""What the words around a name say of its kind: "president …", "… LLC, een bedrijf", "burgemeester van …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.names.countries import Countries
from kg.analysis.names.record import Stretch
from kg.analysis.names.spans import head_of
from kg.analysis.names.votes import Votes
from kg.analysis.names.words import NONE, Cues, Nouns, longest_ending
from kg.analysis.names.works import CLOSING, OPENING, is_work

_OLDEST = 110
_FAR = 6
_BEFORE_NOUNS = ("DET", "ADJ", "NUM", "ADV", "PROPN")
_RESULT = re.compile(r"\d{1,3}[-–]\d{1,3}")
_DASHES = ("-", "–", "—")
_WORK, _TITLE = 6, 2
_ORIGIN = 1.5  # less than the lists of places say: "het Franse Lyon"
_IN_BUSINESS = ("nsubj", "nsubj:pass", "obj", "conj", "obl:agent")
_STATE = ("GovernmentBody", "ArmedForce", "Person")


class Surroundings:
    """Votes by the words around names.

    Args:
        document: the article.
        stretches: its names.
        cues: what words tell.
        lands: words for countries.
        nouns: nouns for those who can act.
    """

    def __init__(
        self, document: Document, stretches: Sequence[Stretch], cues: Cues, lands: Countries, nouns: Nouns
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._inflection = nouns.inflection
        self._belonging = cues.words.ofs | cues.words.fors | cues.words.ats
        self._pointing = cues.words.articles | cues.words.demonstratives
        self._starts = {stretch.stop: stretch.first for stretch in stretches}
        self._opponents = self._in_results(stretches)
        self._in_compounds = self._compounds()
        self._in_adjectives = self._adjectives(lands)

    def _in_results(self, stretches: Sequence[Stretch]) -> set[int]:
        """Give the first tokens of the clubs in results: "Club Brugge – Gent 2-1"."""
        found: set[int] = set()
        for one, other in pairwise(stretches):
            between = self._tokens[one.stop : other.first]
            result = self._tokens[other.stop : other.stop + 1]
            if [token.text for token in between if token.text not in _DASHES] or len(between) != 1 or not result:
                continue
            if _RESULT.fullmatch(result[0].text):
                found.update((one.first, other.first))
        return found

    def _compounds(self) -> set[str]:
        """Give the names that a noun for a person begins with: Google of Google-topman."""
        found = set()
        for token in self._tokens:
            start, dash, last = token.text.rpartition("-")
            if dash and start[:1].isupper() and last.islower() and self._nouns.kind(last) == "Person":
                found.add(start)
        return found

    def _adjectives(self, lands: Countries) -> set[str]:
        """Give the stems of adjectives that go with a state, but are of no country that we know: Belmar(ische)."""
        found = set()
        state_endings = tuple(self._cues.sets["state_endings"])
        for token, behind in zip(self._tokens, self._tokens[1:], strict=False):
            strange = token.text.endswith(state_endings) and token.text not in lands.adjectives
            state = behind.pos == "NOUN" and self._nouns.kind(behind.lemma) in _STATE
            if strange and state and token.text[:1].isupper():
                found.add(self._inflection.origin_stem(token.text))
        return found

    def by_whole(self, full: str, votes: Votes) -> None:
        """Vote by what the article makes of a name elsewhere: compounds, adjectives."""
        if full in self._in_compounds:
            votes["Organisation"] += 2
        if self._inflection.origin_stem(full) in self._in_adjectives:
            votes["Country"] += 3

    def by_place(self, stretch: Stretch, votes: Votes) -> None:
        """Vote by the words around a name where it stands."""
        first, stop = stretch
        sentence = self._document.sentence_of(first)
        head = head_of(self._document, stretch)
        governor = self._tokens[head.head]
        if self._tokens[first].text.isupper() and self._tokens[sentence.stop - 1].text in _DASHES:
            votes["Place"] += _WORK  # a dateline
        if first in self._opponents:
            votes["Organisation"] += _WORK
        if first > sentence.first:
            before = self._tokens[self._behind_office(first) - 1]
            if before.text in self._lands.adjectives:
                self._by_origin(before, votes)
            elif stop - first == 1 and longest_ending(before.text, self._cues.sets["traders"], 0):
                votes["Company"] += 2
                votes["Person"] += 1
            else:
                self._by_word_before(before, governor, votes)
            self._by_marks(first, stop, sentence, votes)
        self._by_words_behind(stop, sentence.stop, votes)
        self._by_governor(head, governor, votes)

    def _by_marks(self, first: int, stop: int, sentence: Sentence, votes: Votes) -> None:
        """Vote by the quotation marks around a name: a title, unless the noun before tells otherwise."""
        around = self._tokens[first - 1].text in OPENING and stop < sentence.stop and self._tokens[stop].text in CLOSING
        if not around:
            return
        noun = self._tokens[first - 2] if first - 2 >= sentence.first else None
        if noun is None or noun.pos not in ("NOUN", "PROPN"):
            votes[NONE] += _TITLE
        elif is_work(noun.lemma.lower(), self._cues):
            votes[NONE] += _WORK
        elif kind := self._noun_kind(noun):
            votes[kind] += _WORK

    def _by_governor(self, head: Token, governor: Token, votes: Votes) -> None:
        subject = head.relation in ("nsubj", "nsubj:pass")
        if subject and governor.lemma in self._cues.sets["saying"]:
            votes["Person"] += 2
        if head.relation in _IN_BUSINESS and self._verb(governor) in self._cues.sets["business"]:
            votes["Company"] += 1
        if subject and governor.lemma in self._cues.sets["firm_verbs"] and self._has_firm_object(governor):
            votes["Company"] += 3
        if head.relation == "nmod:poss":
            votes["Person"] += 1

    def _verb(self, token: Token) -> str:
        """Give the dictionary form of a verb, with the particle that stands apart from it: "neemt … over"."""
        particles = self._document.children(token.index, "compound:prt")
        apart = token.lemma == token.text or not particles or token.lemma.startswith(particles[0].text)
        return token.lemma if apart else particles[0].text.lower() + token.lemma

    def _has_firm_object(self, verb: Token) -> bool:
        """Tell whether a verb's object is of a firm: "sluit vestiging", "schrapt banen"."""
        objects = self._cues.sets["firm_objects"]
        return any(child.lemma in objects for child in self._document.children(verb.index, "obj"))

    def _behind_office(self, first: int) -> int:
        """Give where "minister van Defensie" ends before a name: at its first word; else the name's own first token."""
        before = self._starts.get(first, 0)
        if before >= 2 and self._tokens[before - 1].text in self._belonging:
            return before - 1
        return first

    def _by_article(self, article: Token, governor: Token, votes: Votes) -> None:
        """Vote by "de" or "het" before a name, and the preposition before that: "langs de Dender"."""
        votes["Person"] -= 3
        before = self._tokens[article.index - 1] if article.index else article
        if before.text in self._cues.sets["beside"] and governor.lemma not in self._cues.sets["business"]:
            votes["Place"] += 2
        else:
            votes["Organisation"] += 1
            votes[NONE] += 0.5

    def _by_word_before(self, before: Token, governor: Token, votes: Votes) -> None:
        text = before.text.lower()
        if text in self._cues.sets["titles"]:
            votes["Person"] += 4
        elif text in self._cues.words.ofs and before.index:
            self._by_noun_before(self._tokens[before.index - 1], votes)
        elif text in self._cues.sets["place_prepositions"]:
            if governor.lemma not in self._cues.sets["business"]:
                votes["Place"] += 1 if text in self._cues.words.ats else 2
        elif text in self._cues.words.articles:
            self._by_article(before, governor, votes)
        elif before.pos in ("NOUN", "PROPN", "ADJ") and (kind := self._noun_kind(before)):
            votes[kind] += 4

    def _by_origin(self, adjective: Token, votes: Votes) -> None:
        """Vote by an adjective of origin before a name: "het Noorse Skarv" is no person, and a place in few places."""
        article = self._tokens[adjective.index - 1] if adjective.index else adjective
        if article.text.lower() not in self._cues.sets["neuter"]:
            return
        votes["Person"] -= 3
        before = self._tokens[article.index - 1].text.lower() if article.index else ""
        if before in self._cues.sets["into"]:
            votes["Place"] += 2
        else:
            votes["Company"] += _ORIGIN

    def _by_noun_before(self, noun: Token, votes: Votes) -> None:
        """Vote by the noun of "burgemeester van …", "topman van …"."""
        word = noun.text.lower().rpartition("-")[2]
        if kind := self._cues.behind_of.get(word):
            votes[kind] += 3

    def _noun_kind(self, token: Token) -> str | None:
        if (kind := self._cues.behind.get(token.lemma.lower())) is not None:
            return kind
        kind = self._nouns.kind(token.lemma) or self._nouns.kind(token.text)
        if kind is None and token.has("Number=Plur"):
            kind = self._nouns.kind_of_several(token.text)
        if kind is None and longest_ending(token.text, self._cues.sets["bodies"], 0):
            return "Organisation"
        return "Organisation" if kind == "Group" and not token.has("Number=Plur") else None if kind == "Group" else kind

    def _by_words_behind(self, stop: int, end: int, votes: Votes) -> None:
        if stop + 2 >= end:
            return
        mark, word = self._tokens[stop].text, self._tokens[stop + 1]
        if mark == "(" and self._tokens[stop + 2].text == ")":
            if word.text.isdigit() and int(word.text) < _OLDEST:
                votes["Person"] += 3
            elif self._cues.known.get(word.text) == "Organisation":
                votes["Person"] += 1
        elif mark == ",":
            behind = self._tokens[stop + 1 : min(end, stop + _FAR)]
            noun = next((token for token in behind if not _goes_before_noun(token)), None)
            if noun is not None and noun.pos == "NOUN" and (kind := self._noun_kind(noun)):
                votes[kind] += 3

    def taken_up(self, stretches: Sequence[Stretch]) -> list[tuple[int, str]]:
        """Give the names, by their places, that a noun like "het bedrijf" seems to take up, with the noun's kind."""
        found: list[tuple[int, str]] = []
        taking_up = self._cues.sets["taking_up"]
        place = -1
        subject = -1
        for token in self._tokens:
            while place + 1 < len(stretches) and stretches[place + 1].stop <= token.index:
                place += 1
                if head_of(self._document, stretches[place]).relation.startswith("nsubj"):
                    subject = place
            if place >= 0 and token.text.lower() in taking_up and self._takes_up(token):
                meant = subject if subject >= 0 and self._is_near(stretches[subject], token) else place
                if self._is_near(stretches[meant], token):
                    found.append((meant, self._nouns.kinds[token.text.lower()]))
        return found

    def _takes_up(self, token: Token) -> bool:
        if not token.index:
            return False
        behind = self._tokens[token.index + 1 : token.index + 2]
        named = bool(behind) and (behind[0].text[:1].isupper() or behind[0].text in self._cues.words.ofs)
        return self._tokens[token.index - 1].text.lower() in self._pointing and not named

    def _is_near(self, stretch: Stretch, token: Token) -> bool:
        return token.sentence - self._tokens[stretch.first].sentence <= 1


def _goes_before_noun(token: Token) -> bool:
    return token.pos in _BEFORE_NOUNS or (token.pos == "VERB" and not token.has("VerbForm=Fin"))
