"""Kinds of product: what a noun phrase, or the first part of a compound, says is made, delivered, tested."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.analysis import Document, Token
from kg.analysis.inflection import inflection
from kg.analysis.names.words import nouns
from kg.analysis.smallwords import small_words
from kg.extract.earlier import Earlier, singular_forms
from kg.extract.frames import load_lexicon
from kg.extract.goods import goods
from kg.extract.mentionwords import mention_words
from kg.extract.nounphrases import left_edge
from kg.facts import Mention

_SHORTEST = 3
_LONGEST = 8
# Nouns for those are no kinds of product, even as the object of "maken".
_NO_GOODS = ("Person", "Group", "Country", "GovernmentBody", "ArmedForce", "Company", "Organisation")
_FILLING = ("obj", "xcomp", "ccomp", "advmod", "nsubj", "nsubj:pass", "conj", "obl", "obl:arg", "nmod")
_LONGEST_BEHIND = 5


@cache
def _plurals(language: str) -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in mention_words(language).sets["plurals"])
    return {single: several for single, _, several in pairs}


class Products:
    """Reads kinds of product.

    Args:
        document: the article.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        language = document.language
        self._sets = mention_words(language).sets
        self._number_endings = tuple(self._sets["number_endings"])
        self._small = small_words(language)
        self._linking = self._small.ands | {","}
        self._going_on = self._small.ofs | self._small.ands | self._small.ors
        self._plurals = _plurals(language)
        self._goods = goods(language)
        self._known = load_lexicon(language).lists["GOODS"]
        self._nouns = nouns(language)
        self._inflection = inflection(language)
        self._earlier = Earlier(document)

    def of(self, index: int) -> Mention | None:
        """Give the kind of product that a noun stands for, with what tells more of it, without how many."""
        index = self._counted(self._noun(index))
        earlier = self._earlier.noun(index)
        if earlier is None:
            return self._named(index)
        found = self._named(earlier)
        here = self._tokens[index]
        update = {"text": here.text, "start": here.start, "end": here.end}
        return found.model_copy(update=update) if found is not None else self._named(index)

    def _named(self, index: int) -> Mention | None:
        """Give the kind of product by the words of a noun's own phrase."""
        token = self._tokens[index]
        opening = token.pos == "PROPN" and index == self._document.sentence_of(index).first
        noun = opening or token.pos in ("NOUN", "X", "SYM") or self._is_mistaken(token)
        return self._phrase(index) if noun and not self._is_none(token) else None

    def field(self, index: int) -> Mention | None:
        """Give the field that any noun names: "arbeidsrecht" is no product, but one can be good at it."""
        return self._phrase(index) if self._tokens[index].pos == "NOUN" else None

    def _phrase(self, index: int) -> Mention:
        token = self._tokens[index]
        row = self._row_start(index)
        first = row if row is not None else self._adjectives_from(self._first(index), index)
        first = self._without_quantity(first, index)
        last = self._last(index)
        start, end = self._tokens[first].start, self._tokens[last].end
        name = " ".join(self._document.article.text[start:end].split())
        if self._tokens[first].index == self._document.sentence_of(index).first and name[1:2].islower():
            name = name[0].lower() + name[1:]
        broader = token.text if first < index or last > index else None
        return Mention(
            name=name,
            kind="ProductKind",
            text=self._document.article.text[start:end],
            start=start,
            end=end,
            broader=broader,
        )

    def _is_mistaken(self, token: Token) -> bool:
        """Tell whether the tagger did not see that a word for goods is a noun: "maakt nog altijd kernwapens"."""
        if token.pos not in ("ADV", "ADJ", "VERB") or token.relation not in _FILLING:
            return False
        word = token.text.lower()
        return any(self._known.ending(form) for form in (word, *self._inflection.singulars(word)))

    def _is_none(self, token: Token) -> bool:
        """Tell whether a noun is no kind of product: it is abstract, or stands for people."""
        mistaken = self._is_mistaken(token)
        forms = self._inflection.singulars(token.text.lower()) if mistaken else singular_forms(token, self._inflection)
        if any(self._goods.is_abstract(noun) for noun in forms) and not any(map(self._goods.is_thing, forms)):
            return True
        kinds = {self._nouns.kind(noun) for noun in forms if self._nouns.head(noun) not in self._goods.things}
        return any(kind in _NO_GOODS for kind in kinds)

    def _last(self, index: int) -> int:
        """Give the last token of a product's name: "stoelen van kurk", "accu's voor vrachtwagens"."""
        end = min(self._document.sentence_of(index).stop, index + _LONGEST_BEHIND)
        behind = self._tokens[index + 1 : end]
        if not behind or behind[0].text not in self._small.ofs | self._small.fors or behind[0].pos != "ADP":
            return index
        for token in behind[1:]:
            if token.pos == "NOUN" or token.relation.startswith(("nmod", "obl")):
                told = self._is_told(token, behind[0].text)
                return token.index if told and not self._goes_on(token.index) else index
            if token.pos != "ADJ" or token.text[:1].isupper():
                break
        return index

    def _is_told(self, noun: Token, preposition: str) -> bool:
        """Tell whether a bare noun behind a preposition says what a product is of or for: a stuff, another product."""
        several = noun.has("Number=Plur") or noun.pos == "VERB"  # taggers take rare plurals for infinitives
        number = several if preposition in self._small.fors else noun.has("Number=Sing")
        return number and self._nouns.kind(noun.lemma) is None and not self._is_none(noun)

    def _goes_on(self, index: int) -> bool:
        behind = self._tokens[index + 1 : index + 2]
        return bool(behind) and (behind[0].text in self._going_on or behind[0].pos == "PROPN")

    def _noun(self, index: int) -> int:
        """Give the noun that an adjective goes with where the parser took them for a row: "autonome, … drones"."""
        if self._tokens[index].pos != "ADJ":
            return index
        row = [child.index for child in self._document.children(index, "conj") if self._is_split(child.index)]
        return row[0] if row else index

    def _first(self, index: int) -> int:
        return self._tokens[index].head if self._is_split(index) else left_edge(self._document, index)

    def _row_start(self, index: int) -> int | None:
        """Give the adjective before a comma that goes with a noun too: "autonome, door AI aangedreven drones"."""
        if self._tokens[index - 1].pos != "VERB":
            return None
        for place in range(index - 2, max(self._document.sentence_of(index).first, index - _LONGEST), -1):
            if self._tokens[place].text == ",":
                before = self._tokens[place - 1]
                goes_with = before.pos == "ADJ" and before.head in (index, self._tokens[index].head)
                return before.index if goes_with and self._tokens[place + 1].pos == "ADP" else None
            if self._tokens[place].pos in ("PUNCT", "PRON", "SCONJ", "AUX"):
                return None
        return None

    def _is_split(self, index: int) -> bool:
        token = self._tokens[index]
        head = self._tokens[token.head]
        if token.relation != "conj" or head.pos != "ADJ" or not 1 < index - head.index <= _LONGEST:
            return False
        between = self._tokens[head.index + 1 : index]
        return between[0].text == "," and all(token.pos not in ("CCONJ", "NOUN", "DET") for token in between)

    def _counted(self, index: int) -> int:
        """Give the noun that a word of quantity counts: drones of "soorten drones"."""
        if self._tokens[index].text.lower() not in self._sets["measures"]:
            return index
        for behind in self._tokens[index + 1 : index + 5]:
            if behind.pos == "NOUN" and behind.text.lower() not in self._sets["measures"]:
                return behind.index
            if behind.pos not in ("ADJ", "NOUN") and behind.text not in self._small.ofs:
                break
        return index

    def _adjectives_from(self, first: int, head: int) -> int:
        """Give the first of the adjectives, and participles with what goes with them, right before a noun."""
        index, participle = head, False
        while index > first:
            token = self._tokens[index - 1]
            participle = participle or (token.pos == "VERB" and token.relation == "amod")
            inside = participle and token.pos in ("ADP", "NOUN", "PROPN", "ADV")
            if token.pos not in ("ADJ", "VERB") and token.text not in self._linking and not inside:
                break
            participle = participle and token.pos != "ADP"
            index -= 1
        while index < head and self._tokens[index].pos in ("PUNCT", "CCONJ"):
            index += 1
        return index

    def _without_quantity(self, first: int, head: int) -> int:
        while first < head:
            token = self._tokens[first]
            word = token.text.lower()
            counted = word in self._sets["quantity"] or word in self._sets["measures"]
            number = word[:1].isdigit() or word.endswith(self._number_endings) or word in self._sets["numbers"]
            if token.pos not in ("DET", "NUM", "PRON", "ADV") and not counted and not number:
                break
            first += 1
        return first

    def compound(self, index: int) -> Mention | None:
        """Give the kind of product in the first part of a compound: wapens of wapenlevering, drones of drone-tests."""
        token = self._tokens[index]
        word = token.text.lower()
        for cut in range(_SHORTEST, len(word) - 2):
            if word[cut:] in self._sets["compound_tails"]:
                name = self._name(token.text[:cut].rstrip("-"))
                if name and not self._goods.is_abstract(name):
                    return Mention(name=name, kind="ProductKind", text=token.text, start=token.start, end=token.end)
                return None
        return None

    def _name(self, first_part: str) -> str | None:
        """Give the product's name: in the plural where its things are counted."""
        part = first_part if first_part.isupper() or first_part[1:2].isupper() else first_part.lower()
        if len(part) < _SHORTEST:
            return None
        for single, several in self._plurals.items():
            for ending in (single, several, *(single + link for link in self._sets["compound_links"])):
                if part.endswith(ending):
                    return part[: len(part) - len(ending)] + several
        for linked, _, bare in (pair.partition("=") for pair in self._sets["linked"]):
            if part.endswith(linked):
                return part[: len(part) - len(linked)] + bare
        return part
