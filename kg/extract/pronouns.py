"""Which entity a pronoun stands for; none where the words leave it open."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document, Token
from kg.analysis.names.words import Nouns
from kg.extract.entities import BODIES, Entity
from kg.extract.salience import Salience


class Pronouns:
    """Reads the pronouns of an article.

    Args:
        document: the article.
        salience: what it has just spoken of.
        nouns: nouns for those who can act.
        groups: the pronouns, with who they can stand for: ``he``, ``she``, ``they_or_she``, ``they``, ``it``.
    """

    def __init__(self, document: Document, salience: Salience, nouns: Nouns, groups: Mapping[str, str]) -> None:
        self._document = document
        self._tokens = document.tokens
        self._salience = salience
        self._nouns = nouns
        self._groups = groups
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
        return group == "they" and token.relation not in ("det", "nmod:poss")

    def _is_plural_subject(self, token: Token) -> bool:
        return token.head in self._plural

    def _person(self, token: Token, gender: str) -> Entity | None:
        def fits(entity: Entity) -> bool:
            return entity.kind == "Person" and entity.gender in ("", gender) and not entity.plural

        if self._belongs_to_thing(token):
            return None
        for subject in self._salience.above(token.index):
            own = self._tokens[subject].head == token.head and token.relation in ("obj", "iobj", "obl")
            entity = self._salience.at(subject)
            if not own and entity is not None and fits(entity):
                return self._known_as(entity, gender)
            if not own and entity is None and self._may_be_person(self._tokens[subject]):
                return None  # "de man zei dat hij": somebody, but nobody that we know
        found = self._salience.only(token.index, fits)
        return self._known_as(found, gender) if found else None

    def _belongs_to_thing(self, token: Token) -> bool:
        """Tell whether a possessive stands where a thing is the subject: "de oorlog, die zijn vierde jaar ingaat"."""
        if token.relation != "nmod:poss":
            return False
        nearest = next(self._salience.above(token.index), None)
        entity = None if nearest is None else self._salience.at(nearest)
        return nearest is not None and (entity is None or entity.kind != "Person")

    def _may_be_person(self, subject: Token) -> bool:
        return subject.pos == "NOUN" and self._nouns.kind(subject.lemma) == "Person"

    def _known_as(self, entity: Entity, gender: str) -> Entity:
        entity.gender = entity.gender or gender
        return entity

    def _several(self, token: Token) -> Entity | None:
        """Give the subject of the sentence before: several, or a body of people."""
        if token.text.lower() not in ("zij", "ze"):
            return None
        return self._salience.only(
            token.index,
            lambda entity: entity.plural or entity.kind in ("Group", "Company", "Organisation", "NewsOutlet"),
            own_sentence=False,
            back=1,
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
