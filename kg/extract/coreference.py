"""Which entity each word of an article stands for: names, pronouns, "het bedrijf", "de Oekraïense president"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries
from kg.analysis.names.words import cues, nouns
from kg.analysis.smallwords import small_words
from kg.extract.descriptions import Descriptions
from kg.extract.entities import Entity, Register
from kg.extract.groups import Groups
from kg.extract.inhabitants import Inhabitants
from kg.extract.mentionwords import mention_words
from kg.extract.namednouns import NamedNouns
from kg.extract.nounphrases import left_edge, right_edge
from kg.extract.officephrase import OfficePhrase
from kg.extract.officewords import office_words
from kg.extract.pronouns import Pronouns
from kg.extract.salience import Salience

_SHORTEST_WITH_ENDING = 3
_NOMINAL = ("nsubj", "obj", "iobj", "obl", "nmod")


class Coreference:
    """Reads an article from its first token to its last, and says of each what entity it stands for.

    Args:
        document: the article.
        names: its names.
        offices: its offices.
        lands: words for countries.

    Attributes:
        entities: the entities, by number; those of names come first.
        at: the entity that a token stands for: the head of a name, a pronoun, a noun.
        rows: the names in a row, by the first token of the first.
        several: for words that take up several, those: "de twee landen".
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        offices: Sequence[OfficePhrase],
        lands: Countries,
    ) -> None:
        self._document = document
        self._words = mention_words(document.language)
        self._ofs = small_words(document.language).ofs
        self._names = {name.first: name for name in names}
        self._covering = {index: name for name in names for index in range(name.first, name.stop)}
        self._offices = {phrase.noun: phrase for phrase in offices}
        self._register = Register(names, cues(document.language).genitives)
        self._salience = Salience(document)
        self._pronouns = Pronouns(
            document, self._salience, nouns(document.language), self._words.pronouns, self._name_at
        )
        self._named = NamedNouns(document, self._names, self._register)
        self._described = Descriptions(document, self._named, self._register, self._salience, lands)
        self._inhabitants = Inhabitants(document, self._names, self._register, self._salience, lands)
        self.entities = self._register.entities
        self._groups = Groups(document)
        self.rows = self._groups.rows
        self.at: dict[int, Entity] = {}
        self.several: dict[int, list[Entity]] = {}
        self._learn()
        self._read()

    def _learn(self) -> None:
        """Learn who holds an office, and who is a woman."""
        for phrase in self._offices.values():
            if phrase.holder is not None:
                holder = self.entities[self._covering[phrase.holder].entity]
                post = office_words(self._document.language).post(phrase.office.name)
                self._register.call(holder, post.rpartition(" ")[2])
                if phrase.organisation is not None:
                    self._register.place(holder, phrase.organisation.name)
        for entity in self.entities:
            if entity.kind == "Person":
                entity.gender = self._gender(entity)

    def _gender(self, entity: Entity) -> str:
        for noun in entity.nouns:
            if gender := self._words.gender(noun):
                return gender
        given = entity.name.split()[0] if " " in entity.name else ""
        if given in self._words.sets["either"]:
            return ""
        if given in self._words.men["names"]:
            return "m"
        if given in self._words.women["names"]:
            return "f"
        by_ending = len(given) > _SHORTEST_WITH_ENDING and given.endswith(self._words.women["endings"])
        return "f" if by_ending else ""

    def _read(self) -> None:
        for token in self._document.tokens:
            name = self._names.get(token.index)
            if name is not None:
                self._inhabitants.learn(name)
                inhabitant = self._inhabitants.of_name(name) if name.kind is None else None
                entity = inhabitant or self.entities[name.entity]
                self._groups.meet(name, entity)
                self._meet(name.head, entity)
            elif token.index not in self._covering:
                self._word(token)

    def _name_at(self, index: int) -> Entity | None:
        name = self._covering.get(index)
        return self.entities[name.entity] if name is not None else None

    def _word(self, token: Token) -> None:
        members = self._members(token)
        if members:
            self.several[token.index] = members
            self._salience.add_several(token.index, members)
            self._groups.take_up(token, members)
            return
        entity = self._entity(token)
        if entity is not None:
            self._meet(token.index, entity)

    def _members(self, token: Token) -> list[Entity]:
        """Give those that words for several take up."""
        word = token.text.lower()
        if token.pos in ("PRON", "DET") and self._pronouns.is_several(token):
            return self._owners(token) if token.relation == "nmod:poss" else self._groups.of_pronoun(token)
        numeral = word in self._words.counts and token.pos in ("NUM", "PRON", "DET", "ADJ")
        if numeral and self._stands_before_noun(token):
            return []
        if not numeral and not (token.pos == "NOUN" and (token.has("Number=Plur") or word in self._words.counts)):
            return []
        bare = right_edge(self._document, token.index, self._ofs) == token.index + 1
        if not bare or token.index + 1 in self._covering:
            return []
        return self._groups.of_noun(token, left_edge(self._document, token.index))

    def _owners(self, token: Token) -> list[Entity]:
        """Give those that "hun" stands for: the subject above it, where those are several; else those of before."""
        for subject in self._salience.above(token.index):
            if subject in self.several:
                return self.several[subject]
            if subject in self._covering and (row := self.rows.get(self._covering[subject].first)):
                return [self.entities[name.entity] for name in row]
            return []
        return self._groups.of_pronoun(token)

    def _stands_before_noun(self, token: Token) -> bool:
        behind = self._document.tokens[token.index + 1 : token.index + 2]
        return bool(behind) and (
            behind[0].pos in ("NOUN", "ADJ", "NUM", "PROPN") or behind[0].text.lower() in self._ofs
        )

    def _meet(self, index: int, entity: Entity) -> None:
        self.at[index] = entity
        self._salience.add(index, entity)

    def _entity(self, token: Token) -> Entity | None:
        if token.pos in ("PRON", "DET") and token.text.lower() in self._words.pronouns:
            return self._pronouns.entity(token)
        if (inhabitant := self._inhabitants.of_adjective(token)) is not None:
            return inhabitant
        is_noun = token.pos in ("NOUN", "PROPN", "X", "SYM") or self._is_nominal(token)
        return self._noun(token) if is_noun else None

    def _is_nominal(self, token: Token) -> bool:
        """Tell whether an adjective or participle stands for somebody: "een 24-jarige", "twee gewonden"."""
        if token.pos not in ("ADJ", "VERB") or not token.index or not token.relation.startswith(_NOMINAL):
            return False
        before = self._document.tokens[token.index - 1]
        return before.pos in ("DET", "NUM") and not self._stands_before_noun(token)

    def place(self, index: int) -> Entity | None:
        """Give the place or building that a noun stands for where one is attacked."""
        return self._described.place(self._document.tokens[index])

    def bare(self, index: int) -> Entity | None:
        """Give the person that a noun without an article stands for in a headline."""
        token = self._document.tokens[index]
        taken = index in self._offices or index in self._covering or index in self.at
        return None if taken or token.pos not in ("NOUN", "PROPN") else self._described.bare(token)

    def _noun(self, token: Token) -> Entity | None:
        office = self._offices.get(token.index)
        if office is not None and office.holder is not None:
            return self.entities[self._covering[office.holder].entity]
        kind = self._named.kind(token)
        if kind is None:
            return self._named.behind(token)
        if token.relation == "appos" and token.head < token.index and token.head in self.at:
            return self._aside(token)
        named = self._named.entity(token, kind) or self._announced(token)
        if named is not None:
            self._described.learn(named, token)
            return named
        says_what = self._document.children(token.index, "cop") and self._document.children(token.index, "nsubj")
        if token.relation == "root" and says_what:
            return None  # "Algenics is een bedrijf": says of an entity what it is
        return self._described.entity(token, kind)

    def _announced(self, token: Token) -> Entity | None:
        """Give who is named in the first sentence behind the noun of a headline: "Start-up groeit"."""
        head, lead = self._document.sentences[0], self._document.sentences[1:2]
        bare = not self._document.children(token.index, "det", "nmod:poss") and not self._named.is_several(token)
        if token.sentence or not lead or not bare or lead[0].paragraph == head.paragraph or self._is_followed(token):
            return None
        noun = self._named.noun(token)
        found = {
            name.entity
            for name in (self._names.get(index + 1) for index in range(lead[0].first, lead[0].stop - 1))
            if name is not None and self._named.noun(self._document.tokens[name.first - 1]) == noun
        }
        one = self.entities[found.pop()] if len(found) == 1 else None
        return one if one is not None and one.kind == self._named.kind(token) else None

    def _is_followed(self, token: Token) -> bool:
        """Tell whether a noun is told apart by what stands behind it: "trainer van Genk", "minister Jan Smit"."""
        behind = self._document.tokens[token.index + 1 : token.index + 2]
        return token.index + 1 in self._covering or (bool(behind) and behind[0].pos == "ADP")

    def _aside(self, token: Token) -> Entity:
        """Give the entity that an aside tells more of: "Swift Beat, een bedrijf uit de VS"."""
        entity = self.at[token.head]
        self._register.call(entity, self._named.noun(token))
        return entity
