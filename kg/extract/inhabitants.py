"""Whom the words for an inhabitant stand for: "de Kroaat", "de Duitse", "de Nederlander Dylan Groenewegen"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document, Token
from kg.analysis.inflection import inflection
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries, Land
from kg.extract.entities import Entity, Register
from kg.extract.mentionwords import mention_words
from kg.extract.salience import Salience


class Inhabitants:
    """Reads the words for one inhabitant of a country or place.

    Args:
        document: the article.
        names: its names, by their first token.
        register: its entities.
        salience: what it has just spoken of.
        lands: words for countries.
    """

    def __init__(
        self, document: Document, names: Mapping[int, Name], register: Register, salience: Salience, lands: Countries
    ) -> None:
        self._tokens = document.tokens
        self._names = names
        self._register = register
        self._salience = salience
        self._lands = lands
        self._inflection = inflection(document.language)
        self._definite = mention_words(document.language).sets["definite"]

    def of_name(self, name: Name) -> Entity | None:
        """Give whom "de Kroaat" stands for, which is found as a name; None where it is none or that is not clear."""
        land = self._lands.people.get(name.text)
        token = self._tokens[name.first]
        if land is None or name.stop != name.first + 1 or self._is_several(token):
            return None
        behind = self._names.get(name.stop)
        if behind is not None and behind.kind == "Person":
            person = self._register.entities[behind.entity]
            self._register.place(person, land.name)
            return person
        return self._found(token, land, "m") or self._somebody(token) if self._is_definite(token) else None

    def learn(self, name: Name) -> None:
        """Remember of what country an adjective right before a name says that it is: "de Duitse Angelique Kerber"."""
        before = self._tokens[name.first - 1] if name.first else None
        land = self._lands.adjectives.get(before.text) if before is not None else None
        if land is not None and before is not None and self._is_definite(before):
            self._register.place(self._register.entities[name.entity], land.name)

    def _somebody(self, token: Token) -> Entity:
        words = f"{self._tokens[token.index - 1].text.lower()} {token.text}"
        return self._register.called(words, "Person", token.text, named=False)

    def _is_several(self, token: Token) -> bool:
        """Tell whether a word is of several, by its form; not where its verb is in the singular: "de Rus zweeg"."""
        verb = self._tokens[token.head]
        one = token.relation.startswith("nsubj") and verb.index != token.index and verb.has("Number=Sing")
        return self._inflection.may_be_plural(token.text) and not one

    def of_adjective(self, token: Token) -> Entity | None:
        """Give the woman that "de Duitse" stands for before a verb; None where it is none or that is not clear."""
        land = self._lands.adjectives.get(token.text)
        if land is None or token.text != self._inflection.origin_forms(token.text)[-1] or not self._is_definite(token):
            return None
        behind = self._tokens[token.index + 1 : token.index + 2]
        alone = bool(behind) and behind[0].sentence == token.sentence and "VerbForm=Fin" in behind[0].features
        return self._found(token, land, "f") if alone else None

    def _is_definite(self, token: Token) -> bool:
        return token.index > 0 and self._tokens[token.index - 1].text.lower() in self._definite

    def _found(self, token: Token, land: Land, gender: str) -> Entity | None:
        """Give the one person of that country; where none is said to be of it, the one of whom no country is told."""

        def is_one(entity: Entity) -> bool:
            return entity.kind == "Person" and entity.named and entity.gender in ("", gender)

        known = [entity for entity in self._register.of_land(land.name) if is_one(entity)]
        if len(known) < 2:
            found = (
                known[0]
                if known
                else self._salience.certain(token.index, lambda entity: is_one(entity) and not entity.lands, alone=True)
            )
        else:
            found = self._salience.certain(token.index, lambda entity: is_one(entity) and land.name in entity.lands)
        if found is not None:
            self._register.place(found, land.name)
            found.gender = found.gender or gender
        return found
