"""Where the names of an article begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.names.capitals import Capitals
from kg.analysis.names.countries import Countries
from kg.analysis.names.cutting import Cutter
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, SURNAME, TOWN, WORD, Lexicon
from kg.analysis.names.record import Stretch
from kg.analysis.names.words import Cues, Nouns
from kg.analysis.names.works import works

_LONGEST = 8
_MOST_TOKENS = 12
_MOST_LINKS = 3
_CLOSING = ("LLC", "Ltd", "Inc", "Corp", "GmbH", "BV", "NV", "B.V", "N.V", "Plc", "PLC")
_ORIGIN_OF = ("Organisation", "Company", "GovernmentBody", "ArmedForce", "NewsOutlet")


class Spotter:
    """Finds the names of an article."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns) -> None:
        self._tokens = document.tokens
        self._document = document
        self._lexicon = lexicon
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._capitals = Capitals(document, lexicon, cues, lands, nouns)
        self._words = self._capitals.words
        small = cues.sets["particles"] | cues.sets["leading"]
        self._alone = {
            token.text
            for before, token in pairwise(document.tokens)
            if token.text[:1].isupper() and before.text not in small and before.pos not in ("PROPN", "X")
        }
        self._cutter = Cutter(document, self._capitals, lexicon, cues, lands, nouns)

    def names(self) -> Iterator[Stretch]:
        """Give the names, in the order of the text; none overlaps another."""
        titles = works(self._document, self._cues)
        for sentence in self._document.sentences:
            index = sentence.first
            while index < sentence.stop:
                if not (self._words[index] or self._tokens[index].text[:1].isupper()):
                    index += 1
                    continue
                stop = titles.get(index) or self._end(index, sentence)
                if index in titles:
                    yield Stretch(index, stop)
                elif stop > index and not self._is_small_word(index, stop):
                    yield from self._cutter.cut(Stretch(index, stop))
                index = max(stop, index + 1)

    def _is_small_word(self, first: int, stop: int) -> bool:
        """Tell whether it is but an article: the first word of a title that nothing marks as one, "Het smelt"."""
        return stop == first + 1 and self._tokens[first].text in self._cues.sets["articles"]

    def _end(self, first: int, sentence: Sentence) -> int:
        """Give where the name that begins with a token ends; the token's own number where none begins."""
        listed = self._listed_end(first, sentence)
        if not self._words[first] and listed == first:
            if self._begins_body(first, sentence):
                return self._grow(first, first + 2, sentence)
            return self._leading_end(first, sentence)
        if listed > first and self._text(first, listed) in self._cues.portfolios and self._is_of(first):
            return listed  # minister van Buitenlandse Zaken | Tillerson
        return self._grow(first, max(listed, first + 1), sentence)

    def _is_of(self, first: int) -> bool:
        return first > 0 and self._tokens[first - 1].text in ("van", "voor")

    def _begins_body(self, first: int, sentence: Sentence) -> bool:
        """Tell whether an adjective of origin opens the name of a body: "Haags Ontmoetingscentrum"."""
        if first + 1 >= sentence.stop or self._tokens[first].text not in self._lands.adjectives:
            return False
        noun = self._tokens[first + 1].text
        if not self._words[first + 1] or noun in self._cues.known or self._listed_end(first + 1, sentence) > first + 2:
            return False
        return noun[1:].islower() and self._nouns.kind(noun) in _ORIGIN_OF

    def _grow(self, first: int, stop: int, sentence: Sentence) -> int:
        while stop < min(sentence.stop, first + _MOST_TOKENS):
            if self._goes_on(stop, sentence):
                stop += 1
            elif (bridged := self._bridge(first, stop, sentence)) > stop:
                stop = bridged
            else:
                break
        return stop

    def _goes_on(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a name goes on with a token: a word of it, or an adjective between two ("De Zeeuwse Bode")."""
        if self._capitals.opening[index] or self._is_end(index - 1, index):
            return False
        if self._words[index] or self._is_compound_end(index):
            return True
        between = index + 1 < sentence.stop and self._words[index + 1]
        return between and self._tokens[index].text[:1].isupper() and self._capitals.is_adjective(self._tokens[index])

    def _is_end(self, last: int, behind: int) -> bool:
        """Tell whether a name ends with a token whatever follows: "Swift Beat LLC. Zelensky zei …"."""
        companies = self._cues.sets["companies"]
        text = self._tokens[last].text
        company = text.rstrip(".") in _CLOSING and self._tokens[behind].text not in companies
        return company or (text.endswith(".") and self._is_name(text[:-1]))

    def _is_name(self, text: str) -> bool:
        return len(text) > 1 and (text in self._lands.names or text in self._cues.known)

    def _is_compound_end(self, index: int) -> bool:
        """Tell whether it ends a name that is the first part of a compound: Abe Lenstra-stadion."""
        text = self._tokens[index].text
        return text[:1].isupper() and "-" in text and self._nouns.kind(text) != "Person" and text[-1] != "-"

    def _listed_end(self, first: int, sentence: Sentence) -> int:
        """Give where the longest listed name of several words ends that begins here."""
        if not (self._words[first] or self._tokens[first].text[:1].isupper()):
            return first
        ends = [stop for stop in self._possible_ends(first, sentence) if self._is_listed(first, stop)]
        return max(ends, default=first)

    def _possible_ends(self, first: int, sentence: Sentence) -> Iterator[int]:
        for index in range(first + 1, min(sentence.stop, first + _LONGEST)):
            if self._tokens[index].text[:1].isupper() or self._words[index] or self._tokens[index].text.isdigit():
                yield index + 1
            elif not self._is_link(index):
                return

    def _is_listed(self, first: int, stop: int) -> bool:
        text = self._text(first, stop)
        if text in self._cues.known or text in self._lands.names:
            return True
        if (
            text in self._cues.portfolios
            and self._tokens[first - 1].text in self._cues.words.ofs | self._cues.words.fors
        ):
            return True
        if self._words[first] or not self._capitals.opening[first]:
            return bool(self._lexicon(text) & ~WORD)
        return self._is_surname(first, stop, text)

    def _is_surname(self, first: int, stop: int, text: str) -> bool:
        """Tell whether "De Rooij" or "Van Gaal" at the head of a sentence is a surname, not a small word and a name."""
        if self._tokens[first].text not in self._cues.sets["leading"] or not self._lexicon(text) & SURNAME:
            return False
        if self._capitals.inside(text):
            return True
        rest = self._text(first + 1, stop)
        if self._listed_end(first + 1, self._document.sentence_of(first)) > stop:
            return False
        taken = rest in self._cues.known or rest in self._lands.names or rest in self._lands.people
        return not taken and not self._lexicon(rest) & (GIVEN | TOWN | ORGANISATION)

    def _leading_end(self, first: int, sentence: Sentence) -> int:
        """Give where a name ends that begins with a word like "Van" or "De", which opens a sentence."""
        token = self._tokens[first]
        if token.text in self._cues.sets["heads"] and self._capitals.opening[first]:
            stop = self._bridge(first, first + 1, sentence)
            return self._grow(first, stop, sentence) if stop > first + 1 else first
        if token.text not in self._cues.sets["leading"]:
            return first
        if self._capitals.inside(self._text(first, min(first + 2, sentence.stop))):
            return self._grow(first, first + 2, sentence)
        if token.pos not in ("PROPN", "X"):
            return first
        stop = first + 1
        while stop < sentence.stop and self._tokens[stop].text in self._cues.sets["particles"]:
            stop += 1
        if stop == sentence.stop or not self._words[stop] or self._tokens[stop].pos != "PROPN":
            return first
        name = self._tokens[stop].text
        if self._listed_end(stop, sentence) > stop:
            return first
        if not self._capitals.is_listed(name):
            return self._grow(first, stop + 1, sentence)
        return first

    def _bridge(self, first: int, stop: int, sentence: Sentence) -> int:
        """Give where a name goes on behind small words ("van der"), else `stop`."""
        behind = stop
        while behind < min(sentence.stop, stop + _MOST_LINKS) and self._is_link(behind):
            behind += 1
        if behind == stop or behind >= sentence.stop or not self._words[behind] or self._capitals.opening[behind]:
            return stop
        if self._joins_person(first, stop, behind) or self._joins_body(first, stop, behind):
            return behind + 1
        return stop

    def _is_link(self, index: int) -> bool:
        text = self._tokens[index].text
        return text in self._cues.sets["particles"] or text in self._cues.sets["links"]

    def _joins_person(self, first: int, stop: int, behind: int) -> bool:
        """Tell whether particles join the parts of a person's name: Jan | van der | Berg, not Rutte | van de | VVD."""
        links = self._tokens[stop:behind]
        particles = self._cues.sets["particles"]
        if not all(link.text in particles for link in links) or self._is_name(self._text(first, stop)):
            return False
        if self._is_half_surname(first, stop):
            return True
        if stop - first > 1 and self._is_full(first, stop) and not self._cutter.is_whole(first, behind + 1):
            return False
        tagged = all(link.pos == "PROPN" for link in links)
        surname = bool(self._lexicon(self._text(stop, behind + 1)) & SURNAME)
        if self._is_elsewhere(behind) and not (surname and tagged):
            return False
        if self._begins_person(self._tokens[stop - 1].text):
            return surname or links[0].text not in self._cues.sets["doubtful_particles"]
        return tagged and not self._lexicon(self._tokens[stop - 1].text) & (ORGANISATION | TOWN)

    def _is_half_surname(self, first: int, stop: int) -> bool:
        """Tell whether a name breaks off in the Flemish spelling of a surname: Koen Van | den | Heuvel."""
        inside = stop - first > 1 and self._begins_person(self._tokens[stop - 2].text)
        return inside and self._tokens[stop - 1].text in self._cues.sets["leading"]

    def _is_elsewhere(self, index: int) -> bool:
        """Tell whether a word names a country, a town or a body by itself, or begins that of a department."""
        text = self._tokens[index].text
        if text in self._alone:
            return True
        department = self._text(index, min(index + 2, len(self._tokens))) in self._cues.portfolios
        return department or self._is_name(text) or bool(self._lexicon(text) & TOWN)

    def _begins_person(self, text: str) -> bool:
        flags = self._lexicon(text)
        other = flags & (TOWN | ORGANISATION) and not flags & SURNAME
        return _is_initial(text) or bool(flags & GIVEN and not other)

    def _is_full(self, first: int, stop: int) -> bool:
        """Tell whether a person's name is complete: Ron de Vet, Henk Pol; not Jan Peter."""
        given, last = self._lexicon(self._tokens[first].text), self._lexicon(self._tokens[stop - 1].text)
        return bool(given & GIVEN) and (not last & GIVEN or bool(last & SURNAME))

    def _joins_body(self, first: int, stop: int, behind: int) -> bool:
        if not all(token.text in self._cues.sets["links"] for token in self._tokens[stop:behind]):
            return False
        if self._tokens[stop].text == "&":
            return True
        if self._is_listed(first, behind + 1):
            return True
        heads = self._cues.sets["heads"]
        romance = self._tokens[stop].text in self._cues.sets["romance"]  # Stade du Pays | de Charleroi
        head = self._tokens[stop - 1].text in heads or (romance and self._tokens[first].text in heads)
        if self._tokens[stop].text in self._cues.words.ands:
            return head and behind == stop + 1 and self._tokens[behind].pos == "PROPN" == self._tokens[stop].pos
        return head

    def _text(self, first: int, stop: int) -> str:
        return self._document.words(first, stop)


def _is_initial(text: str) -> bool:
    return text[0].isupper() and ((text.endswith(".") and len(text) <= 2) or text.count(".") > 1)


def head_of(document: Document, stretch: Stretch) -> Token:
    """Give the token of a name that hangs on something outside it; the first of several."""
    first, stop = stretch
    for token in document.tokens[first:stop]:
        if not first <= token.head < stop or token.head == token.index:
            return token
    return document.tokens[first]
