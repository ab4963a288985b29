"""The mentions that a noun phrase stands for: names, pronouns, "het bedrijf", adjectives, groups, offices, products."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.analysis import Document, Token
from kg.analysis.inflection import inflection
from kg.analysis.names import Name
from kg.analysis.names.words import nouns
from kg.analysis.smallwords import small_words
from kg.extract.coreference import Coreference
from kg.extract.distributing import distributed
from kg.extract.entities import BODIES, Entity
from kg.extract.lands import lands_of
from kg.extract.mentionwords import mention_words
from kg.extract.nounphrases import left_edge, right_edge
from kg.extract.officephrase import OfficePhrase
from kg.extract.offices import Offices
from kg.extract.products import Products
from kg.facts import KINDS, Mention

_MOST_CONJUNCTS = 50
_LONGEST_ROW = 60


class Mentions:
    """Gives the mentions in an article.

    Args:
        document: the analysed article.
        names: its names.
        speaker_of: for the tokens of "we" and "ik" in quotations, who says them.
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        speaker_of: Mapping[int, Mention] | None = None,
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._small = small_words(document.language)
        self._inflection = inflection(document.language)
        self._covering = {index: name for name in names for index in range(name.first, name.stop)}
        self._lands = lands_of(document, names)
        self._pronouns = mention_words(document.language).pronouns
        self._offices = Offices(document, names, self._plain, self._lands)
        self._coreference = Coreference(document, names, self._offices.phrases, self._lands)
        self._products = Products(document)
        self._nouns = nouns(document.language)
        self._offices.resolve(self._named_body)
        self._below: dict[int, list[Token]] = {}
        for token in self._tokens:
            if token.relation in ("conj", "appos"):
                self._below.setdefault(token.head, []).append(token)
        self.speaker_of: Mapping[int, Mention] = speaker_of or {}

    def of(self, index: int, kinds: Sequence[str] | None = None) -> list[Mention]:
        """Give the mentions that the noun phrase of a token stands for.

        Args:
            index: a token in the phrase: its head, or a token of a name.
            kinds: only mentions of these kinds; with ``ProductKind`` among them, any other noun is a kind of product.

        Returns:
            One mention, several where phrases are coordinated, none where it is not clear who is meant.
        """
        wanted = kinds if kinds is not None else [kind for kind in KINDS if kind not in ("ProductKind", "Office")]
        if several := self._distributed(index):
            return [mention for mention in several if mention.kind in wanted]
        found = [mention for head in self._conjuncts(index) for mention in self._at(head, wanted)]
        return list({(mention.kind, mention.name): mention for mention in reversed(found)}.values())[::-1]

    def _distributed(self, index: int) -> list[Mention]:
        """Give the bodies of several places that one noun stands for: "de universiteiten van Gent en Wageningen"."""
        token = self._tokens[index]
        if token.pos != "NOUN" or index + 2 not in self._coreference.rows:
            return []
        kind = self._nouns.kind(token.lemma)
        return distributed(self._document, index, self._coreference.rows, kind, self._small.ofs)

    def _named_body(self, index: int) -> Mention | None:
        """Give the body with a name that a noun stands for."""
        entity = self._coreference.at.get(index)
        if entity is None or not entity.named or entity.kind not in (*BODIES, "Country"):
            return None
        return self._by_words(index, entity)

    def adjective(self, index: int) -> Mention | None:
        """Give the country, or place, that an adjective names: Rusland of "Russische", Frankrijk of "Franse"."""
        token = self._tokens[index]
        land = self._lands.adjectives.get(token.text)
        if land is None or index in self._covering:
            return None
        kind = "Country" if land.kind == "Country" else "Place"
        return Mention(name=land.name, kind=kind, text=token.text, start=token.start, end=token.end)

    def field(self, index: int) -> Mention | None:
        """Give the field that a noun names, which need not be a kind of product."""
        return self._products.field(index) if index not in self._covering else None

    def inhabitant(self, index: int) -> Mention | None:
        """Give the country that a noun for who lives there names: Kroatië of "de Kroaat Ante Bilić"."""
        token = self._tokens[index]
        land = self._lands.people.get(token.text)
        if land is None or land.kind != "Country":
            return None
        return Mention(name=land.name, kind="Country", text=token.text, start=token.start, end=token.end)

    def compound_product(self, index: int) -> Mention | None:
        """Give the kind of product in the first part of a compound: wapens of "wapenleveringen"."""
        return self._products.compound(index)

    def bare(self, index: int) -> Mention | None:
        """Give the person that a noun without an article stands for: "Man neergestoken"."""
        person = self._coreference.bare(index)
        return self._by_words(index, person) if person is not None else None

    def first_part(self, index: int) -> Mention | None:
        """Give what the first part of a compound names: Google of "Google-moederbedrijf"."""
        return self._offices.nouns.first_part(index)

    def offices(self) -> list[OfficePhrase]:
        """Give the offices that the article names, with who holds them where that stands beside them."""
        return self._offices.phrases

    def duties(self) -> list[OfficePhrase]:
        """Give the nouns for holding an office: voorzitterschap."""
        return self._offices.duties

    def is_of_people(self, index: int) -> bool:
        """Tell whether a noun stands for a person, who is named or not."""
        entity = self._coreference.at.get(index)
        return entity is not None and entity.kind == "Person"

    def office_phrase(self, index: int) -> OfficePhrase | None:
        """Give the office whose noun stands at a token."""
        return self._offices.by_noun.get(index)

    def _conjuncts(self, index: int) -> Iterator[int]:
        """Give a token and what is coordinated with it; names in a row that the parser took for asides, too."""
        row = self._row_behind(index)
        if row:
            yield from row
            return
        yield index
        below = self._below.get(index, [])[:_MOST_CONJUNCTS]
        coordinated = any(child.relation == "conj" for child in below)
        for child in below:
            if self._is_inside_name(child.index):
                continue
            if child.relation == "conj" or (coordinated and self._is_in_row(index, child)):
                yield child.index

    def _is_inside_name(self, index: int) -> bool:
        """Tell whether a token is part of a name that another heads: Klimaat of "minister van Energie en Klimaat"."""
        name = self._covering.get(index)
        return name is not None and name.head != index

    def _row_behind(self, index: int) -> list[int]:
        """Give the names in a row behind a noun for them: "de presidenten Biden en Macron"."""
        token = self._tokens[index]
        row = self._coreference.rows.get(index + 1, [])
        same = len({name.kind for name in row}) == 1 and row[-1].head - index <= _LONGEST_ROW
        return [name.head for name in row] if same and token.pos == "NOUN" and token.has("Number=Plur") else []

    def _is_in_row(self, index: int, child: Token) -> bool:
        both = index in self._covering and child.index in self._covering
        return both and self._tokens[self._covering[child.index].first - 1].text == ","

    def _at(self, index: int, kinds: Sequence[str]) -> list[Mention]:
        members = self._coreference.several.get(index)
        if members:
            start = self._tokens[left_edge(self._document, index)].start
            end = self._tokens[index].end
            return [self._mention(member, start, end) for member in members if member.kind in kinds]
        one = self._one(index, kinds)
        return [one] if one is not None else []

    def _one(self, index: int, kinds: Sequence[str]) -> Mention | None:
        if index in self.speaker_of:
            return self._said(index, kinds)
        name = self._covering.get(index)
        if name is not None:
            return self._by_name(name, kinds)
        if "Office" in kinds and (office := self._offices.by_noun.get(index)):
            return office.office
        entity = self._coreference.at.get(index)
        if entity is not None and entity.kind in kinds:
            return self._by_words(index, entity)
        if "ProductKind" in kinds and (entity is None or len(kinds) == 1):
            return self._attacked_place(index, kinds) or self._products.of(index)
        return self._behind_mistaken(index, kinds) or (
            self.adjective(index) if self._tokens[index].pos == "ADJ" and "Country" in kinds else None
        )

    def _behind_mistaken(self, index: int, kinds: Sequence[str]) -> Mention | None:
        """Give the name that a noun goes with that the tagger took for an adjective: "investeringsfonds Nordlund"."""
        behind = self._covering.get(index + 1)
        if behind is None or self._tokens[index].pos not in ("ADJ", "PROPN") or behind.first != index + 1:
            return None
        head = self._tokens[behind.head]
        return self._by_name(behind, kinds) if head.head == index and head.relation in ("flat", "appos") else None

    def _attacked_place(self, index: int, kinds: Sequence[str]) -> Mention | None:
        place = self._coreference.place(index) if "Place" in kinds else None
        return self._by_words(index, place) if place is not None else None

    def _said(self, index: int, kinds: Sequence[str]) -> Mention | None:
        speaker, token = self.speaker_of[index], self._tokens[index]
        if speaker.kind not in kinds:
            return None
        return speaker.model_copy(update={"text": token.text, "start": token.start, "end": token.end})

    def _by_name(self, name: Name, kinds: Sequence[str]) -> Mention | None:
        entity = self._coreference.entities[name.entity]
        if name.kind is None:
            entity = self._coreference.at.get(name.head, entity)  # "de Kroaat"
            if entity.kind is None:
                return self._by_unknown_name(name, kinds)
            return self._by_words(name.head, entity) if entity.kind in kinds else None
        return self._mention(entity, *self._with_article(name)) if name.kind in kinds else None

    def _by_unknown_name(self, name: Name, kinds: Sequence[str]) -> Mention | None:
        """Give what a name of another kind stands for: people from a country, a product by its name."""
        if name.full in self._lands.people:
            plural = self._tokens[name.head].has("Number=Plur") or self._inflection.may_be_plural(name.full)
            if "Group" not in kinds or not plural:
                return None
            start, end = self._tokens[left_edge(self._document, name.first)].start, self._tokens[name.stop - 1].end
            text = self._document.article.text[start:end]
            return Mention(name=name.full, kind="Group", text=text, start=start, end=end)
        if "ProductKind" not in kinds or "Person" in kinds:
            return None
        start, end = self._with_article(name)
        text = self._document.article.text[start:end]
        return Mention(name=name.full, kind="ProductKind", text=text, start=start, end=end)

    def _with_article(self, name: Name) -> tuple[int, int]:
        first = name.first
        if first and self._tokens[first - 1].text.lower() in self._small.articles and name.kind != "Person":
            first -= 1
        return self._tokens[first].start, self._tokens[name.stop - 1].end

    def _by_words(self, index: int, entity: Entity) -> Mention | None:
        """Give an entity at a pronoun or noun, with the words of the phrase."""
        token = self._tokens[index]
        if token.pos in ("PRON", "DET"):
            return self._mention(entity, token.start, token.end)
        office = self._offices.by_noun.get(index)
        if office is not None and office.holder is not None:
            name = self._covering[office.holder]
            return self._mention(entity, self._tokens[name.first].start, self._tokens[name.stop - 1].end)
        behind = self._covering.get(index + 1)
        if behind is not None and behind.entity == entity.number:
            return self._mention(entity, self._tokens[behind.first].start, self._tokens[behind.stop - 1].end)
        return self._mention(entity, self._tokens[left_edge(self._document, index)].start, self._end(index, entity))

    def _end(self, index: int, entity: Entity) -> int:
        behind = self._covering.get(index + 1) or self._covering.get(index + 2)
        if entity.named and behind is not None and entity.name.endswith(self._tokens[behind.stop - 1].text):
            return self._tokens[behind.stop - 1].end  # provincie Groningen
        return self._tokens[right_edge(self._document, index, self._small.ofs) - 1].end

    def _mention(self, entity: Entity, start: int, end: int) -> Mention:
        kind = next(kind for kind in KINDS if kind == entity.kind)
        text = self._document.article.text[start:end]
        named = None if entity.named or kind == "Group" else False
        return Mention(
            name=entity.name[:1000],
            kind=kind,
            text=text,
            start=start,
            end=end,
            aliases=tuple(entity.aliases),
            named=named,
        )

    def _plain(self, name: Name) -> Mention | None:
        if name.kind is None:
            return None
        start, end = self._with_article(name)
        kind = next(kind for kind in KINDS if kind == name.kind)
        return Mention(name=name.full, kind=kind, text=self._document.article.text[start:end], start=start, end=end)
