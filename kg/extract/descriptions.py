"""Which entity a noun stands for: "het bedrijf ASML", "het bedrijf", "de Oekraïense president", "een man van 24"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document, Token
from kg.analysis.inflection import inflection
from kg.analysis.names.countries import Countries
from kg.analysis.smallwords import small_words
from kg.extract.crimes import Crimes
from kg.extract.entities import BODIES, Entity, Register
from kg.extract.mentionwords import mention_words
from kg.extract.namednouns import NamedNouns, lemma_of
from kg.extract.nounphrases import determiner, left_edge, name_of, right_edge
from kg.extract.salience import Salience

# Which kinds of entity a noun of a kind may take up.
_TAKES_UP: Mapping[str, tuple[str, ...]] = {
    "Company": ("Company",),
    "Organisation": ("Organisation", "Company"),
    "NewsOutlet": ("NewsOutlet",),
    "Country": ("Country",),
    "Place": ("Place",),
}


class Descriptions:
    """Reads nouns without a name.

    Args:
        document: the article.
        named: reads those with one.
        register: its entities.
        salience: what it has just spoken of.
        lands: words for countries.
    """

    def __init__(
        self,
        document: Document,
        named: NamedNouns,
        register: Register,
        salience: Salience,
        lands: Countries,
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._named = named
        self._register = register
        self._salience = salience
        self._lands = lands
        self._words = mention_words(document.language)
        self._crimes = Crimes(document, salience)
        self._small = small_words(document.language)
        self._inflection = inflection(document.language)

    def entity(self, token: Token, kind: str) -> Entity | None:
        """Give what a noun stands for, something spoken of before or something nameless; None where it is not clear."""
        first = left_edge(self._document, token.index)
        before = determiner(self._document, token.index, first)
        word = before.text.lower() if before is not None else ""
        stop = right_edge(self._document, token.index, self._small.ofs)
        land = self._land(first, token.index)
        passing = kind in _TAKES_UP and first + 2 == token.index and self._is_passing(self._tokens[first + 1])
        told = (before is not None) + (land is not None) + passing
        bare = stop == token.index + 1 and token.index - first == told
        if word in self._words.sets["definite"] and bare:
            found = self._again(token, kind, land)
            if found is not None or self._may_be_named(token, kind):
                return found
        if word in self._words.sets["possessive"] and self._named.is_several(token):
            return self._same_noun(token, kind)
        if kind in ("Country", "Place") or (kind == "Person" and before is None):
            return None
        return self._nameless(token, kind, first, stop, land)

    def _is_passing(self, token: Token) -> bool:
        """Tell whether an adjective does not say which one is meant: "het noodlijdende bedrijf"."""
        return token.text.lower() in self._words.sets["passing"]

    def place(self, token: Token) -> Entity | None:
        """Give the place or building that a noun stands for where one is attacked: "een markt in Quetta"."""
        noun = lemma_of(token)
        if token.pos != "NOUN" or not (self._named.kind(token) == "Place" or noun in self._words.sets["targets"]):
            return None
        first = left_edge(self._document, token.index)
        stop = right_edge(self._document, token.index, self._small.ofs | self._small.ins)
        before = determiner(self._document, token.index, first)
        if stop == token.index + 1 and before is not None and before.text.lower() in self._words.sets["definite"]:
            known = self._same_noun(token, "Place")
            if known is not None:
                return known
        words = name_of(self._document.words(first, stop), self._tokens[first], self._lands.adjectives)
        return self._register.called(words, "Place", noun, named=False, plural=self._named.is_several(token))

    def bare(self, token: Token) -> Entity | None:
        """Give the person of a headline, "Man neergestoken": whom the article describes later, where that is one."""
        if self._named.kind(token) != "Person" or self._named.is_several(token):
            return None
        first = left_edge(self._document, token.index)
        if determiner(self._document, token.index, first) is not None:
            return None
        noun = self._named.noun(token)
        called = [entity for entity in self._register.by_noun(noun) if entity.kind == "Person" and not entity.plural]
        if len(called) == 1:
            return called[0]
        stop = right_edge(self._document, token.index, self._small.ofs)
        words = name_of(self._document.words(first, stop), self._tokens[first], self._lands.adjectives)
        return self._register.called(words, "Person", noun, named=False, key=str(token.index))

    def learn(self, entity: Entity, token: Token) -> None:
        """Remember what a noun beside a name tells of somebody: "de Kroatische spits", "actrice"."""
        if entity.kind != "Person":
            return
        land = self._land(left_edge(self._document, token.index), token.index)
        if land is not None:
            self._register.place(entity, land)
        entity.gender = self._words.gender(self._named.noun(token)) or entity.gender

    def _land(self, first: int, head: int) -> str | None:
        for token in self._tokens[first:head]:
            if land := self._lands.adjectives.get(token.text):
                return land.name
        return None

    def _may_be_named(self, token: Token, kind: str) -> bool:
        """Tell whether "de bank" may be one of those named just before, without telling which."""
        if lemma_of(token) in self._words.sets["anaphoric"]:
            return True
        kinds = _TAKES_UP.get(kind, ())
        return self._salience.any(token.index, lambda entity: entity.named and entity.kind in kinds)

    def _nameless(self, token: Token, kind: str, first: int, stop: int, land: str | None) -> Entity:
        words = name_of(self._document.words(first, stop), self._tokens[first], self._lands.adjectives)
        if land is None and stop == token.index + 1 and kind in ("GovernmentBody", "ArmedForce"):
            words = self._of_same_land(token, words)
        # "een man" is another one each time
        again = kind == "Group" or self._tokens[first].text.lower() not in self._words.sets["indefinite"]
        noun, plural = self._named.noun(token), self._named.is_several(token)
        key = "" if again else str(token.index)
        entity = self._register.called(words, kind, noun, named=False, plural=plural, key=key)
        if land:
            entity.lands.add(land)
        if kind == "Person":
            entity.gender = self._words.gender(noun)
        return entity

    def _of_same_land(self, token: Token, words: str) -> str:
        """Give the name with the country of what it is coordinated with: "Oekraïense ingenieurs en het leger"."""
        before, _, noun = words.rpartition(" ")
        if token.relation != "conj" or before.lower() not in self._words.sets["definite"]:
            return words
        for other in self._tokens[left_edge(self._document, token.head) : token.head]:
            if other.text in self._lands.adjectives:
                adjective = self._inflection.origin_forms(other.text)[-1]
                return f"{before} {adjective} {noun}"
        return words

    def _again(self, token: Token, kind: str, land: str | None) -> Entity | None:
        """Give what "het bedrijf" or "de Oekraïense president" takes up."""
        if kind == "Person":
            same = self._same_post(token, land) or self._same_person(token, land)
            return same or self._crimes.person(token, self._named.noun(token)) or self._of_party(token)
        called = self._same_noun(token, kind) if land is None else None
        if called is None and kind == "Group":
            return self._fighters(token)
        if called is not None or land is not None or kind not in _TAKES_UP:
            return called
        if kind in ("Country", "Place") and lemma_of(token) not in self._words.sets["lands_and_towns"]:
            return None
        general = lemma_of(token) in self._words.sets["anaphoric"]
        kinds = _TAKES_UP[kind] if general else (kind,)
        return self._salience.certain(token.index, lambda entity: entity.named and entity.kind in kinds)

    def _fighters(self, token: Token) -> Entity | None:
        """Give the one movement that "de rebellen" can be of: "rebellenbeweging M23"."""
        if token.text.lower() not in self._words.sets["fighters"]:
            return None

        def fits(entity: Entity) -> bool:
            movement = any(noun.endswith(self._words.movements) for noun in entity.nouns)
            return entity.named and entity.kind in BODIES and movement

        return self._salience.certain(token.index, fits)

    def _same_post(self, token: Token, land: str | None) -> Entity | None:
        """Give the one person who holds the post: of that country where one is named."""

        def fits(entity: Entity) -> bool:
            return land is None or land in entity.lands or not entity.lands

        noun = self._named.noun(token)
        posts = self._words.sets["state_offices"] if lemma_of(token) in self._words.sets["statesmen"] else ()
        holders = self._register.holders((lemma_of(token), noun, *posts, *self._words.wider.get(noun, ())))
        fitting = [entity for entity in holders.values() if fits(entity)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return self._salience.only(token.index, lambda entity: entity.number in holders and fits(entity))

    def _of_party(self, token: Token) -> Entity | None:
        """Give whom "de PVV-leider" stands for: the one person near of whom no post is told."""
        if not (token.text[:1].isupper() and "-" in token.text):
            return None

        def fits(entity: Entity) -> bool:
            return entity.kind == "Person" and entity.named and entity.nouns <= self._words.sets["vague"]

        return self._salience.certain(token.index, fits)

    def _same_person(self, token: Token, land: str | None) -> Entity | None:
        """Give the nameless person that "de agent" takes up, the person that "de man" must be."""
        if land is not None:
            return None
        noun = self._named.noun(token)
        gender = self._words.gender(noun) if lemma_of(token) in self._words.sets["anaphoric"] else None

        def fits(entity: Entity) -> bool:
            if entity.kind != "Person" or entity.plural:
                return False
            if gender:
                return entity.gender in ("", gender) and not entity.nouns & self._words.sets["minors"]
            return noun in entity.nouns and not entity.named

        return self._salience.only(token.index, fits)

    def _same_noun(self, token: Token, kind: str) -> Entity | None:
        """Give the one entity that the article calls by this noun."""
        noun = self._named.noun(token)
        plural = self._named.is_several(token)

        def fits(entity: Entity) -> bool:
            return entity.plural == plural and any(other.endswith(noun) for other in entity.nouns)

        found = self._salience.only(token.index, fits)
        if found is not None:
            return found
        called = [entity for entity in self._register.by_noun(noun) if entity.plural == plural]
        return called[0] if len(called) == 1 and called[0].kind == kind else None
