"""Which kind of entity a noun stands for, and which a name right beside it names: "het bedrijf ASML"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.words import nouns
from kg.analysis.smallwords import small_words
from kg.extract.entities import BODIES, Entity, Register
from kg.extract.mentionwords import mention_words
from kg.extract.nounphrases import determiner, left_edge
from kg.extract.people import people

# Composite names: provincie Groningen, ministerie van Defensie.
_CLOSING = (",", ".", ";", ":", "(", ")")
_NAMED_AFTER_PLACES = frozenset(("GovernmentBody", "Organisation", "ArmedForce"))


class NamedNouns:
    """Reads nouns that a name goes with.

    Args:
        document: the article.
        names: its names, by their first token.
        register: its entities.
    """

    def __init__(self, document: Document, names: Mapping[int, Name], register: Register) -> None:
        self._document = document
        self._tokens = document.tokens
        self._names = names
        self._register = register
        self._nouns = nouns(document.language)
        self._people = people(document.language)
        self._sets = mention_words(document.language).sets
        self._ofs = small_words(document.language).ofs

    def kind(self, token: Token) -> str | None:
        """Give the kind of entity that a noun stands for; of several people or bodies `Group`."""
        lemma = self._lemma(token)
        kind = self._nouns.kind(lemma)
        one = self._nouns.inflection.nominal_singular(lemma) if token.pos in ("ADJ", "VERB") else None
        if one is not None:  # twee gewonden
            return "Group" if "Person" in (self._nouns.kind(one), self._guess(one)) else None
        if self.is_several(token):
            kind = kind or self._nouns.kind_of_several(token.text)
            several = kind in ("Person", "Country", "Group", *BODIES)
            listed = "Group" if several else self._nouns.kinds.get(token.text.lower())
            return listed or ("Group" if token.pos == "NOUN" and self._people.are_people(token.text) else None)
        if kind is None and lemma in self._sets["staff"]:
            return self._staff(token)
        if lemma in self._sets["collective"]:
            return "Group"
        if kind is None and token.pos not in ("PROPN", "X", "SYM"):
            return self._guess(lemma)
        return None if kind == "Group" else kind

    def _guess(self, noun: str) -> str | None:
        return "Person" if self._people.is_person(noun) else None

    def _staff(self, token: Token) -> str | None:
        """Give what the office of a person is: "het kantoor van Zelensky"."""
        name = self._names.get(token.index + 2)
        if name is None or name.kind != "Person" or not self._of(token.index + 1):
            return None
        return "GovernmentBody" if self._register.entities[name.entity].nouns else "Organisation"

    def noun(self, token: Token) -> str:
        """Give the noun that an entity is called by: bedrijf for privébedrijf."""
        lemma = self._lemma(token)
        return self._nouns.head(lemma) or lemma

    def is_several(self, token: Token) -> bool:
        """Tell whether a noun is a plural; taggers take "keten" for one."""
        return (token.has("Number=Plur") or self._looks_plural(token)) and not self._is_listed(token)

    def _looks_plural(self, token: Token) -> bool:
        """Tell whether a noun that the tagger took for a singular has the form of a plural: "ingenieurs"."""
        lemma = lemma_of(token)
        return token.pos == "NOUN" and token.text.lower() in self._nouns.inflection.plurals(lemma)

    def _lemma(self, token: Token) -> str:
        return token.text.lower() if self._is_listed(token) else lemma_of(token)

    def _is_listed(self, token: Token) -> bool:
        return self._nouns.kinds.get(token.text.lower(), "Group") != "Group"

    def entity(self, token: Token, kind: str) -> Entity | None:
        """Give the entity that a name right behind a noun names: het bedrijf ASML, provincie Groningen."""
        name = self._names.get(token.index + 1)
        if name is None:
            return self._ministry(token, kind) or self._apposed(token, kind)
        entity = self._register.entities[name.entity]
        if not self._is_one_phrase(token, name):
            return None
        if kind in _NAMED_AFTER_PLACES and entity.kind in ("Place", "Country"):
            return self._composite(token, kind, name)
        if entity.kind == kind or (entity.kind in BODIES and kind in BODIES):
            self._register.call(entity, self.noun(token))
            return entity
        return entity if kind == "Person" and entity.kind in BODIES and self._is_aside(token, name) else None

    def _apposed(self, token: Token, kind: str) -> Entity | None:
        """Give who is named behind a phrase and a comma: "zijn collega bij ASML, Jan Smit"."""
        for child in self._document.children(token.index, "appos"):
            name = self._names.get(child.index)
            if name is None or self._tokens[name.first - 1].text != ",":
                continue
            entity = self._register.entities[name.entity]
            closed = self._tokens[name.stop].text in _CLOSING if name.stop < len(self._tokens) else True
            alike = entity.kind == kind or (entity.kind in BODIES and kind in BODIES)
            if closed and alike and not self._document.children(child.index, "conj"):
                self._register.call(entity, self.noun(token))
                return entity
        return None

    def _is_aside(self, token: Token, name: Name) -> bool:
        """Tell whether a name goes with the noun before it: "eigenaar ByteDance", "sponsor Nike"."""
        head = self._tokens[name.head]
        return head.head == token.index and head.relation in ("appos", "flat")

    def behind(self, token: Token) -> Entity | None:
        """Give who is named right behind any noun: "preses Jan Smit", "actiegroep Vrije Akker"."""
        name = self._names.get(token.index + 1)
        if name is None or name.kind not in ("Person", *BODIES) or not self._is_aside(token, name):
            return None
        return self._register.entities[name.entity]

    def _is_one_phrase(self, token: Token, name: Name) -> bool:
        """Tell whether a noun and the name behind it hang together: not in "dat het bedrijf Ferrum Steel overneemt"."""
        if self._tokens[name.head].head == token.index or name.first <= token.head < name.stop:
            return True
        first = left_edge(self._document, token.index)
        return determiner(self._document, token.index, first) is None

    def _ministry(self, token: Token, kind: str) -> Entity | None:
        """Give the body that is named with "van": ministerie van Defensie."""
        name = self._names.get(token.index + 2)
        named = name is not None and kind == "GovernmentBody" and lemma_of(token) in self._sets["ministries"]
        return self._composite(token, kind, name) if name and named and self._of(token.index + 1) else None

    def _of(self, index: int) -> bool:
        return self._tokens[index].text in self._ofs

    def _composite(self, token: Token, kind: str, name: Name) -> Entity:
        words = self._document.words(token.index, name.stop)
        return self._register.called(words[0].lower() + words[1:], kind, self.noun(token), named=True)


def lemma_of(token: Token) -> str:
    """Give a noun's lemma; of a word that the tagger took for a name, the word in small letters."""
    return token.lemma.lower() if token.pos == "NOUN" else token.text.lower()
