"""Which entity a pronoun stands for; none where the words leave it open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from kg.analysis import Document, Token
from kg.analysis.names.words import Nouns
from kg.extract.entities import BODIES, Entity
from kg.extract.salience import Salience

_OBJECTS = ("obj", "iobj", "obl")
_MOST_INFINITIVES = 3


class _Open(Enum):
    """That who is meant must be looked for elsewhere."""

    OPEN = 0


_OPEN = _Open.OPEN


class Pronouns:
    """Reads the pronouns of an article.

    Args:
        document: the article.
        salience: what it has just spoken of.
        nouns: nouns for those who can act.
        groups: the pronouns, with who they can stand for: ``he``, ``she``, ``they_or_she``, ``they``, ``it``.
        name_at: gives the entity whose name stands at a token.
    """

    def __init__(
        self,
        document: Document,
        salience: Salience,
        nouns: Nouns,
        groups: Mapping[str, str],
        name_at: Callable[[int], Entity | None],
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._salience = salience
        self._nouns = nouns
        self._groups = groups
        self._name_at = name_at
        self._plural = {
            verb
            for token in document.tokens
            if "VerbForm=Fin" in token.features and token.has("Number=Plur")
            for verb in ((token.index, token.head) if token.relation.startswith(("aux", "cop")) else (token.index,))
        }

    def entity(self, token: Token) -> Entity | None:
        """Give the entity that a pronoun stands for; None where that is not clear."""
        group = self._groups[token.text.lower()]
        if group == "they_or_she":
            group = "they" if self._is_plural_subject(token) else "she"
        if group in ("he", "she"):
            if token.pos == "DET" and token.relation not in ("nmod:poss", "det"):
                return None
            return self._person(token, "m" if group == "he" else "f")
        if group == "they":
            return self._several(token)
        return self._thing(token) if group == "it" else None

    def is_several(self, token: Token) -> bool:
        """Tell whether a pronoun stands for several: "zij" with a verb in the plural, "hen"."""
        group = self._groups.get(token.text.lower())
        if group == "they_or_she":
            return self._is_plural_subject(token)
        return group == "they" and token.relation != "det"

    def _is_plural_subject(self, token: Token) -> bool:
        return token.head in self._plural

    def _person(self, token: Token, gender: str) -> Entity | None:
        if token.relation == "nmod:poss" and (found := self._owner(token, gender)) is not _OPEN:
            return found
        barred = self._barred(token)

        def fits(entity: Entity) -> bool:
            is_one = entity.kind == "Person" and entity.gender in ("", gender) and not entity.plural
            return is_one and entity.number not in barred

        for subject in self._salience.above(token.index):
            if self._salience.quotation(subject) != self._salience.quotation(token.index):
                continue
            entity = self._salience.at(subject)
            if entity is not None and fits(entity):
                return self._known_as(entity, gender)
            if entity is None and self._may_be_person(self._tokens[subject]):
                return None  # "de man zei dat hij": somebody, but nobody that we know
        found = self._salience.only(token.index, fits)
        if found is None or (self._is_passing(found) and not self._is_last(token, found, fits)):
            return None
        return self._known_as(found, gender)

    def _is_passing(self, entity: Entity) -> bool:
        """Tell whether somebody is only spoken of in passing: "een verdediger" in "de club zocht een verdediger"."""
        return not entity.named and not self._salience.has_acted(entity)

    def _is_last(self, token: Token, entity: Entity, fits: Callable[[Entity], bool]) -> bool:
        """Tell whether somebody without a name was spoken of just now, and nobody with one."""
        here = self._salience.any(token.index, lambda other: other is entity, back=1)
        return here and not self._salience.any(token.index, lambda other: other.named and fits(other))

    def _barred(self, token: Token) -> set[int]:
        """Give the entities that it cannot be: of "hem" the subject of its clause; in a quotation whoever speaks."""
        quotation = self._salience.quotation(token.index)
        clause = self._clause(token) if token.relation.startswith(_OBJECTS) else None
        barred: set[int] = set()
        for subject in self._salience.above(token.index):
            spoken = quotation >= 0 and self._salience.quotation(subject) != quotation
            entity = self._salience.at(subject)
            if entity is not None and (spoken or self._tokens[subject].head == clause):
                barred.add(entity.number)
        if quotation >= 0:
            behind = (self._name_at(subject) for subject in self._salience.behind(token.index))
            barred.update(entity.number for entity in behind if entity is not None)
        return barred

    def _clause(self, token: Token) -> int:
        """Give the verb whose subject is that of a token's verb too: hoopt in "hoopt met haar te werken"."""
        verb = self._tokens[token.head]
        for _ in range(_MOST_INFINITIVES):
            if verb.relation != "xcomp" or verb.head == verb.index:
                break
            verb = self._tokens[verb.head]
        return verb.index

    def _owner(self, token: Token, gender: str) -> Entity | _Open | None:
        """Give what a possessive stands for where a thing is the subject: "de club verlengt haar contract".

        None where that is not clear: "de oorlog, die zijn vierde jaar ingaat", "de VRT looft An Smit om haar inzet".
        """
        nearest = next(self._salience.above(token.index), None)
        entity = None if nearest is None else self._salience.at(nearest)
        if nearest is None or (entity is not None and entity.kind == "Person"):
            return _OPEN
        if self._salience.quotation(nearest) != self._salience.quotation(token.index):
            return _OPEN
        if entity is None or entity.plural or entity.kind not in (*BODIES, "Country"):
            return None

        def fits(other: Entity) -> bool:
            return other.kind == "Person" and other.gender in ("", gender) and not other.plural

        person = self._salience.only(token.index, fits, back=0)
        return person if gender == "f" and person is not None and person.gender else None if person else entity

    def _may_be_person(self, subject: Token) -> bool:
        return subject.pos == "NOUN" and self._nouns.kind(subject.lemma) == "Person"

    def _known_as(self, entity: Entity, gender: str) -> Entity:
        entity.gender = entity.gender or gender
        return entity

    def _several(self, token: Token) -> Entity | None:
        """Give the subject of the sentence before: several, or a body of people."""
        if self._groups[token.text.lower()] != "they_or_she":
            return None
        return self._salience.only(
            token.index,
            lambda entity: entity.plural or entity.kind in ("Group", "Company", "Organisation", "NewsOutlet"),
            own_sentence=False,
            back=1,
            subject=True,
        )

    def _thing(self, token: Token) -> Entity | None:
        """Give the subject above that "het" takes up: "De VS kondigde aan dat het …"; often it means nothing."""
        if token.pos != "PRON" or token.relation not in ("nsubj", "nsubj:pass"):
            return None
        for subject in self._salience.above(token.index):
            entity = self._salience.at(subject)
            if entity is not None and self._tokens[subject].head != token.head:
                return entity if entity.kind in (*BODIES, "Country") else None
        return None
