"""Which tokens of an article can be words of a name: those with a capital that nothing else accounts for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.names.countries import Countries
from kg.analysis.names.lexicon import GIVEN, WORD, Lexicon
from kg.analysis.names.words import Cues, Nouns

# Marks behind which a sentence goes on; behind all others a new one may begin.
_GOING_ON = frozenset((",", "(", ")", "[", "]", "/", "&", "-", "+", "%", "’", "'", "`", "’s", "'s"))
_SHORTEST_PART = 4
_LONGEST_ROW = 16  # tokens
_SHORTEST_SHOUT = 4
_ENDS = frozenset(".?!…\"'”’»:;")
_MARKUP = frozenset("<>{}|=")
_LEAST_SHOUTED = 3
_SHARE_SHOUTED = 0.7
_NO_NAME_POS = frozenset(("VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "NUM", "INTJ", "PUNCT"))


class Capitals:
    """Tells for each token of an article whether it can be a word of a name.

    Attributes:
        words: for each token whether it is one.
        opening: for each token whether it opens a sentence or quotation, where any word has a capital.
        shouted: for each sentence whether it is in capitals throughout.
    """

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns) -> None:
        self._document = document
        self._lexicon = lexicon
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._inhabitants = tuple(cues.sets["apart_inhabitants"])
        self._of_origin = tuple(cues.sets["origin_endings"])
        self._plural_ends = tuple(cues.sets["compound_plurals"])
        self.shouted = [_is_shouted(document, sentence) for sentence in document.sentences]
        self.opening = _openings(document)
        self._headlines = [_is_headline(document, sentence) for sentence in document.sentences]
        self._inside = self._seen_inside()
        self._small = {token.text for token in document.tokens if token.text[:1].islower()}
        small = cues.small  # bpost, sp.a
        self.words = [t.text in small if t.text.islower() else self._is_word(t) for t in document.tokens]

    def _seen_inside(self) -> set[str]:
        """Give the words, and rows of two, that have a capital where only names have one."""
        seen: set[str] = set()
        before = ""
        for token in self._document.tokens:
            text = token.text
            if not text[:1].isupper():
                # of Wout van Aert: Van Aert
                before = text.title() if before and text in self._cues.sets["capital_alone"] else ""
                continue
            capital = not self.opening[token.index] and not self.shouted[token.sentence]
            if capital:
                seen.update((text, f"{before} {text}"))
            given = capital or (self._lexicon(text) & GIVEN and text not in self._cues.sets["leading"])
            before = text if given else ""
        return seen

    def _is_word(self, token: Token) -> bool:
        text = token.text
        if not _has_capital(text) or self._never(text):
            return False
        if self.shouted[token.sentence]:
            return self._is_shouted_name(token)
        if self.is_adjective(token) or self._is_compound(token):
            return False
        if self.opening[token.index] and text[0].isupper():
            return self._is_name_in_opening(token)
        return (
            len(text) > 1
            and text not in self._cues.sets["polite"]
            and not (token.pos == "PRON" and self.small_word(text))
        )

    def _never(self, text: str) -> bool:
        sets = self._cues.sets
        if text.lower() in sets["days"] or text in sets["no_names"] or text.endswith(self._inhabitants):
            return True
        if not _MARKUP.isdisjoint(text) or self._is_shouted_word(text):
            return True
        return text[-1].isdigit() and "." in text  # U2.1.3

    def _is_shouted_word(self, text: str) -> bool:
        """Tell whether it is a word of Dutch in capitals: "IN 1962 VERSCHIJNT"."""
        shouted = len(text) >= _SHORTEST_SHOUT and text.isupper() and self.small_word(text)
        return shouted and not self.is_listed(text) and not self.is_listed(text.title())

    def is_adjective(self, token: Token) -> bool:
        """Tell whether a token is an adjective of origin: Franse; Haagse by its form."""
        if token.text in self._lands.adjectives:
            return token.text not in self._lands.people or token.pos == "ADJ"
        origin = token.pos == "ADJ" and token.text.endswith(self._of_origin)
        return origin and not self._lexicon(token.text) and not self._begins_known(token)

    def _begins_known(self, token: Token) -> bool:
        """Tell whether a name that everybody knows begins here: Buitenlandse Zaken."""
        behind = self._document.tokens[token.index + 1 : token.index + 2]
        return bool(behind) and f"{token.text} {behind[0].text}" in self._cues.known

    def small_word(self, text: str) -> bool:
        """Tell whether a word is written without a capital elsewhere: in this article, or in Dutch."""
        low = text.lower().replace("é", "e")  # één
        return low in self._small or any(
            self._lexicon(word) & WORD for word in (low, *self._nouns.inflection.singulars(low))
        )

    def _is_compound(self, token: Token) -> bool:
        """Tell whether it is a common noun that begins with a name: Rabo-ploeg, Kamerlid, Nobelprijswinnaar."""
        text = token.text
        last = text.rpartition("-")[2]
        if last != text and last.islower() and len(last) > 1:
            return not self.is_listed(text) and last not in self._cues.sets["compound_names"]
        if token.pos not in ("NOUN", "ADJ") or text.isupper() or self._lexicon(text) or text in self._cues.known:
            return False
        if text in self._lands.people:
            return False
        head = self._nouns.head(token.lemma) or self._nouns.head(text)
        if head is None or head == text.lower() or self.opening[token.index]:
            return False
        return self._nouns.kinds[head] == "Person"

    def _is_name_in_opening(self, token: Token) -> bool:
        text = token.text
        if text in self._lands.names or text in self._lands.people:
            return True
        if self._heads_row(token):
            return True
        listed = self.is_listed(text) or (text.endswith("s") and self.is_listed(text[:-1].rstrip("'’")))
        if self.small_word(text):
            return text not in self._cues.sets["leading"] and self._is_small_word_a_name(token, listed=listed)
        if self._goes_on(token):
            return True
        if not listed and text not in self._inside and self._nouns.kind(text) == "Person":
            return False
        if text not in self._inside and not self.is_listed(text) and self._is_common_plural(token):
            return False
        if listed or text in self._inside or token.pos in ("PROPN", "X", "SYM"):
            return len(text) > 1 and (token.pos not in _NO_NAME_POS or listed)
        return not text[1:].islower() and len(text) > 1 and text[:2].isupper()

    def _is_small_word_a_name(self, token: Token, *, listed: bool) -> bool:
        """Tell whether a word of Dutch names somebody here: "Bakker zei"; not "Brand in rijhuis", a headline."""
        text = token.text
        if text in self._inside:
            return token.pos in ("PROPN", "X") or text in self._cues.known
        if self._headlines[token.sentence] and text not in self._cues.known:
            return False
        return token.pos in ("PROPN", "X") and listed

    def _is_common_plural(self, token: Token) -> bool:
        """Tell whether a word is a plural of things, or a compound of two words of Dutch: Waterstofbussen."""
        if token.pos == "NOUN":
            return token.has("Number=Plur")
        low = token.text.lower()
        parts = ((low[:cut], low[cut:]) for cut in range(_SHORTEST_PART, len(low) - _SHORTEST_PART + 1))
        return low.endswith(self._plural_ends) and any(
            self._lexicon(one) & self._lexicon(other) & WORD for one, other in parts
        )

    def _heads_row(self, token: Token) -> bool:
        """Tell whether a word opens a row of names: "Vooruit, De Groenen en Burgerbelang"."""
        row = self._document.tokens[token.index + 1 : token.index + 1 + _LONGEST_ROW]
        if row and row[0].text in self._cues.words.ands:
            return self._heads_pair(token, row[1:2])
        if len(row) < 4 or row[0].text != "," or token.pos in ("PRON", "DET", "INTJ", "VERB"):
            return False
        for mark, behind in pairwise(row):
            if mark.text in self._cues.words.ands:
                return behind.text[:1].isupper() and behind.sentence == token.sentence
            if not (mark.text == "," or mark.text[:1].isupper()):
                break
        return False

    def _heads_pair(self, token: Token, behind: Sequence[Token]) -> bool:
        """Tell whether a strange word stands beside a name: "Vanaken en Vormer"."""
        ends = (token.text[start:] for start in range(2, len(token.text) - _SHORTEST_PART + 1))
        strange = not self.small_word(token.text) and not any(self._lexicon(end) & WORD for end in ends)
        return strange and token.pos in ("NOUN", "PROPN", "X") and any(other.text[:1].isupper() for other in behind)

    def _goes_on(self, token: Token) -> bool:
        """Tell whether another word of a name follows: Procter & Gamble, Chester Atkins."""
        behind = [other.text for other in self._document.tokens[token.index + 1 : token.index + 3]]
        return bool(behind) and (behind[0] == "&" or (behind[0][:1].isupper() and len(behind[0]) > 1))

    def is_listed(self, name: str) -> bool:
        """Tell whether a name is in one of the lists."""
        return name in self._cues.known or bool(self._lexicon(name) & ~WORD)

    def inside(self, words: str) -> bool:
        """Tell whether a word has a capital in this article where only names have one."""
        return words in self._inside

    def _is_shouted_name(self, token: Token) -> bool:
        title = token.text.title()
        if token.text in self._cues.known or title in self._cues.known or title in self._lands.names:
            return True
        return not self.small_word(token.text) and bool(self._lexicon(title) & ~WORD)


def _has_capital(text: str) -> bool:
    text = text.lstrip("'’‘`")
    first = text[:1]
    if first.isupper():
        return text[-1] != "-"
    if first.islower():  # al-Qaida, s-Hertogenbosch; iPhone, eBay
        start, dash, rest = text.partition("-")
        if dash and len(start) <= 2:
            return rest[:1].isupper()
        return len(text) > 3 and text[1].isupper()
    return first.isdigit() and text[-1:].isalpha() and "-" not in text and any(map(str.isupper, text))


def _openings(document: Document) -> list[bool]:
    opening = [False] * len(document.tokens)
    for sentence in document.sentences:
        fresh = True
        for token in document.tokens[sentence.first : sentence.stop]:
            opening[token.index] = fresh
            if token.index == sentence.first and token.text.rstrip(").").isdigit():
                continue  # "1) Een voorwerp", "2. De raad"
            if any(map(str.isalnum, token.text)):
                fresh = (
                    token.text[-1] == "." and token.text[:-1].isalpha() and token.text.isupper() and len(token.text) > 2
                )
            else:
                fresh = fresh or _opens(document, token)
    return opening


def _opens(document: Document, mark: Token) -> bool:
    """Tell whether a new sentence may begin behind a mark: not behind a comma, but behind a dash with spaces around."""
    if mark.text not in _GOING_ON:
        return True
    return mark.text == "-" and not document.article.text[mark.start - 1 : mark.start].strip()


def _is_headline(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence is a headline: nothing ends it."""
    return document.tokens[sentence.stop - 1].text[-1:] not in _ENDS


def _is_shouted(document: Document, sentence: Sentence) -> bool:
    words = [t.text for t in document.tokens[sentence.first : sentence.stop] if t.text.isalpha() and len(t.text) > 1]
    shouted = sum(word.isupper() for word in words)
    return shouted >= _LEAST_SHOUTED and shouted >= _SHARE_SHOUTED * len(words)
