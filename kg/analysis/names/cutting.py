"""Which names a row of words with a capital is made of: "Google | Eric Schmidt", "President | Macron"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis.document import Document
from kg.analysis.names.capitals import Capitals
from kg.analysis.names.countries import Countries
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, PERSON, PLACE, SURNAME, WORD, Lexicon
from kg.analysis.names.record import Stretch
from kg.analysis.names.words import Cues, Nouns

_SHORTEST_PART = 4
_APOSTROPHES = "'’‘`"


class Cutter:
    """Cuts rows of words with a capital into names.

    Args:
        document: the article.
        capitals: which of its tokens can be words of a name.
        lexicon: lists of names.
        cues: what words tell.
        lands: words for countries.
        nouns: nouns for those who can act.
    """

    def __init__(
        self, document: Document, capitals: Capitals, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._capitals = capitals
        self._lexicon = lexicon
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._adjective_ends = tuple(cues.sets["adjective_endings"])
        self._ordinal_ends = tuple(cues.sets["ordinal_endings"])

    def cut(self, stretch: Stretch) -> Iterator[Stretch]:
        """Give the names that a row of words with a capital is made of."""
        first, stop = stretch
        if self.is_whole(first, stop):
            yield self._whole(stretch)
            return
        while stop - first > 1 and (self._is_title(first) or self._is_unlisted_before_whole(first, stop)):
            first += 1
        while stop - first > 1 and self._is_inhabitant(first):
            yield Stretch(first, first + 1)
            first += 1
        for place in range(first + 1, stop):
            if self._ends_before_person(first, place, stop) or self._are_two(first, place, stop):
                yield self._whole(Stretch(first, place))
                first = place
        yield self._whole(Stretch(first, stop))

    def is_whole(self, first: int, stop: int) -> bool:
        """Tell whether words are a name of the lists."""
        text = self._text(first, stop)
        return text in self._cues.known or text in self._lands.names or bool(self._lexicon(text) & ~WORD)

    def _is_inhabitant(self, index: int) -> bool:
        """Tell whether a word names people from somewhere, and what follows is another name: Belg | Wout van Aert."""
        behind = self._tokens[index + 1].text
        linked = behind in self._cues.sets["particles"] or behind in self._cues.sets["links"]
        return self._tokens[index].text in self._lands.people and not linked

    def _is_title(self, index: int) -> bool:
        """Tell whether a word with a capital is a title or adjective that goes before a name: President, Franse."""
        token = self._tokens[index]
        if self._capitals.is_adjective(token):
            return self._tokens[index + 1].text not in self._cues.parts
        if token.text.lower() in self._cues.sets["abbreviated_titles"] or self._is_noun_with_aside(index):
            return True
        kind, text = self._nouns.kind(token.text), token.text
        if kind != "Person":
            common = kind is not None and self._capitals.opening[index] and text not in self._cues.parts
            return common and text not in self._cues.sets["heads"] and not self._capitals.is_listed(text)
        return self._capitals.opening[index] or token.pos == "NOUN" or not self._capitals.is_listed(text)

    def _is_noun_with_aside(self, index: int) -> bool:
        """Tell whether a sentence opens with a noun that a name hangs on: Accordeonist | Sjengske Kraft."""
        token, behind = self._tokens[index], self._tokens[index + 1]
        aside = behind.head == index and behind.relation == "appos" and behind.pos == "PROPN"
        opening = self._capitals.opening[index] and not self._capitals.is_listed(token.text)
        adjective = token.pos == "ADJ" and token.text.endswith(self._adjective_ends)  # Zelfrijdende | Tesla
        return opening and (adjective or (aside and token.pos == "NOUN"))

    def _is_unlisted_before_whole(self, first: int, stop: int) -> bool:
        """Tell whether a word that a sentence opens with goes before a name of the lists: Biergigant | AB InBev."""
        token = self._tokens[first]
        strange = self._capitals.opening[first] and token.text[1:].islower() and not self._lexicon(token.text) & ~WORD
        rest = self._text(first + 1, stop)
        body = self._is_name(rest) or bool(self._lexicon(rest) & (ORGANISATION | PLACE))
        return strange and body and (stop - first > 2 or self._ends_in_word(token.text.lower()))

    def _ends_in_word(self, word: str) -> bool:
        """Tell whether a word looks like a compound: Staaldraadgroep."""
        ends = (word[start:] for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))
        return any(self._lexicon(end) & WORD for end in ends)

    def _ends_before_person(self, first: int, place: int, stop: int) -> bool:
        """Tell whether a name of something else ends before a person's: Google | Eric Schmidt."""
        if stop - place < 2:
            return False
        before = self._text(first, place)
        if (before in self._cues.known or before in self._lands.names) and self._behind_preposition(first):
            return True
        capital = self._tokens[place].text[:1].isupper()
        if capital and before in self._cues.portfolios and self._behind_preposition(first):
            return True
        if not self._lexicon(self._tokens[place].text) & GIVEN:
            return False
        flags = self._lexicon(before)
        if flags & GIVEN and place - first == 1:
            return False
        if flags & (ORGANISATION | PLACE) or before in self._cues.known or before in self._lands.names:
            return not flags & (PERSON | SURNAME) or self._behind_preposition(first)
        return self._behind_preposition(first) and not self._lexicon(self._tokens[first].text) & GIVEN

    def _are_two(self, first: int, place: int, stop: int) -> bool:
        """Tell whether two names of bodies or countries stand side by side: "dus versloeg Heracles PSV"."""
        one, other = self._text(first, place), self._text(place, stop)
        if self._cues.known.get(one) == "Company" and other in self._lands.names:
            return False  # Delhaize België
        return self._is_name(one) and self._is_name(other)

    def _behind_preposition(self, first: int) -> bool:
        before = self._tokens[first - 1] if first else None
        return before is not None and before.text in self._cues.sets["before_bodies"]

    def _whole(self, stretch: Stretch) -> Stretch:
        """Take in what belongs before it: the apostrophe of 's-Hertogenbosch, the number of 93e Brigade."""
        first, stop = stretch
        if not first:
            return stretch
        text, before = self._tokens[first].text, self._tokens[first - 1].text
        apostrophe = text[:2] in self._cues.sets["clitics"] and before in _APOSTROPHES
        number = (
            self._cues.parts.get(text) == "ArmedForce" and before[:1].isdigit() and before.endswith(self._ordinal_ends)
        )
        return Stretch(first - 1, stop) if apostrophe or number else stretch

    def _is_name(self, text: str) -> bool:
        return len(text) > 1 and (text in self._lands.names or text in self._cues.known)

    def _text(self, first: int, stop: int) -> str:
        return self._document.words(first, stop)
