"""Whom words for several take up: "de twee landen", "beide bedrijven", "het drietal", "zij" after "Rutte en Macron"."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.words import nouns
from kg.extract.entities import BODIES, Entity
from kg.extract.mentionwords import mention_words

_REMEMBERED = 12
_FARTHEST = 3  # sentences back
_FARTHEST_CALLED = 6
_MOST_BETWEEN = 5  # words between names in a row: "en de Duitse bondskanselier"
_MOST_MEMBERS = 30
_MOST_ASIDE = 4  # words of an aside: "(D66)"
_AND = "and"
_ACTORS = ("Person", "Country", *BODIES)
_FIRMS = ("Company", "Organisation", "NewsOutlet")


@dataclass
class _Row:
    """Names in a row: "Frankrijk, Duitsland en Polen"."""

    sentence: int
    members: list[Entity]
    names: list[Name]
    stop: int
    subject: bool
    noun: str = ""
    closed: bool = field(default=False)


class Groups:
    """Remembers the names in a row and gives those that a word for several takes up.

    Args:
        document: the article.

    Attributes:
        rows: the names in a row, by the first token of the first.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._nouns = nouns(document.language)
        words = mention_words(document.language)
        self._counts = words.counts
        self._sets = words.sets
        self.rows: dict[int, list[Name]] = {}
        self._rows: deque[_Row] = deque(maxlen=_REMEMBERED)
        self._named: deque[tuple[int, Entity]] = deque(maxlen=_REMEMBERED)

    def meet(self, name: Name, entity: Entity) -> None:
        """Remember a name; the next one in the text may stand in a row with it."""
        sentence = self._tokens[name.first].sentence
        if entity.kind not in (*_ACTORS, "Place"):
            return
        self._named.append((sentence, entity))
        row = self._rows[-1] if self._rows else None
        if row is not None and entity.kind in ("Place", "Country") and self._is_aside(row, name):
            row.stop = name.stop
            return
        link = self._link(row, name) if row is not None and row.sentence == sentence else None
        if row is None or link is None or (row.closed and link == ",") or len(row.members) == _MOST_MEMBERS:
            subject = self._tokens[name.head].relation.startswith("nsubj")
            self._rows.append(_Row(sentence, [entity], [name], name.stop, subject, self._noun_before(name)))
            return
        row.closed = row.closed or link == _AND
        row.stop = name.stop
        if entity not in row.members:
            row.members.append(entity)
            row.names.append(name)
            self.rows[row.names[0].first] = row.names

    def take_up(self, token: Token, members: Sequence[Entity]) -> None:
        """Remember that a word stands for several: the next "ze" may stand for them again."""
        subject = token.relation.startswith("nsubj")
        self._rows.append(_Row(token.sentence, [*members], [], token.index, subject, token.text.lower(), closed=True))

    def _noun_before(self, name: Name) -> str:
        """Give the noun for all of a row: zussen of "de zussen Samira en Leila Bensaïd"."""
        before = self._tokens[name.first - 1] if name.first else None
        of_several = before is not None and before.pos == "NOUN" and before.has("Number=Plur")
        return before.text.lower() if before is not None and of_several else ""

    def _is_aside(self, row: _Row, name: Name) -> bool:
        """Tell whether a place only says where the last of a row is: "Sint Jans in Weert en Rivierzorg in Venlo"."""
        return (
            row.stop == name.first - 1
            and self._tokens[row.stop].text in self._sets["whereabouts"]
            and row.members[-1].kind in _ACTORS
        )

    def _link(self, row: _Row | None, name: Name) -> str | None:
        """Give what links a name to the row before it: a comma or "and"; None where something else stands between."""
        index = self._behind_aside(row.stop) if row is not None else name.first
        if index >= name.first:
            return None
        word = self._tokens[index].text.lower()
        if word == "," and index + 1 < name.first and self._tokens[index + 1].text.lower() in self._sets["and"]:
            index += 1
            word = self._tokens[index].text.lower()
        link = _AND if word in self._sets["and"] else "," if word == "," else None
        between = self._tokens[index + 1 : name.first]
        fits = len(between) <= _MOST_BETWEEN and all(token.pos in ("DET", "ADJ", "NOUN") for token in between)
        return link if fits else None

    def _behind_aside(self, index: int) -> int:
        if index < len(self._tokens) and self._tokens[index].text == "(":
            for behind in range(index + 1, min(len(self._tokens), index + 1 + _MOST_ASIDE)):
                if self._tokens[behind].text == ")":
                    return behind + 1
        return index

    def of_noun(self, token: Token, first: int) -> list[Entity]:
        """Give those that "de twee landen", "beide bedrijven" or "het tweetal" stands for; none where it is not clear.

        Args:
            token: the noun, or the numeral that stands by itself.
            first: the first token of its phrase.
        """
        word = token.text.lower()
        count = self._counts.get(word)
        before = [other.text.lower() for other in self._tokens[first : token.index]]
        if count is None:
            count = next((self._counts[other] for other in before if other in self._counts), None)
        both = not self._sets["both"].isdisjoint((*before, word))
        definite = both or bool(before and before[0] in self._sets["definite"])
        known = all(other in self._counts or other in self._sets["definite"] for other in before)
        if not definite or not known:
            return []
        if same := self._called(token, count):
            return same
        if not (count or word in self._sets["several"]):
            return []
        kinds = self._kinds(token)
        return self._members(token, kinds, count) if kinds else []

    def _called(self, token: Token, count: int | None) -> list[Entity]:
        """Give those that were called by the noun: "de vakbonden ACV en ABVV", "de bonden"."""
        word = token.text.lower()
        rows = [row for row in self._near(token, back=_FARTHEST_CALLED) if row.noun.endswith(word)]
        found = rows[-1].members if rows and token.has("Number=Plur") else []
        return list(found) if count in (None, len(found)) else []

    def _kinds(self, token: Token) -> tuple[str, ...]:
        """Give the kinds of entity that can be meant."""
        word = token.text.lower()
        if word in self._sets["couples"]:
            return ("Person",)
        if word in self._counts or word in self._sets["anybody"]:
            return _ACTORS
        if word in self._sets["municipalities"]:
            return ("Place",)
        kind = next(
            (
                kind
                for single in (token.lemma.lower(), *self._nouns.inflection.singulars(word))
                if (kind := self._nouns.kind(single))
            ),
            None,
        )
        if kind in _FIRMS:
            return _FIRMS if kind != "NewsOutlet" else ("NewsOutlet",)
        if kind == "Place":
            return ("Place",)
        return (kind,) if kind in _ACTORS else ()

    def of_pronoun(self, token: Token) -> list[Entity]:
        """Give those that "zij" or "ze" in the plural stands for: a row, the subject of this or the last sentence."""
        rows = [row for row in self._near(token, back=1) if row.subject or row.sentence < token.sentence]
        last = next((row for row in reversed(rows) if row.subject), rows[-1] if rows else None)
        if last is None or len({entity.kind == "Person" for entity in last.members}) > 1:
            return []
        clear = last.subject or not self._others(last)
        return list(last.members) if clear and all(entity.kind in _ACTORS for entity in last.members) else []

    def _near(self, token: Token, back: int = _FARTHEST) -> list[_Row]:
        return [
            row
            for row in self._rows
            if row.closed and len(row.members) > 1 and token.sentence - row.sentence <= back and row.stop <= token.index
        ]

    def _members(self, token: Token, kinds: Sequence[str | None], count: int | None) -> list[Entity]:
        def fits(members: list[Entity]) -> bool:
            same = all(entity.kind in kinds for entity in members)
            return same and (len(members) == count if count else len(members) > 1)

        rows = [row for row in self._near(token) if fits(row.members)]
        if not rows:
            return self._set(token, lambda entity: entity.kind in kinds, count or 2)
        clear = count or not any(entity.kind in kinds for entity in self._others(rows[-1]))
        return list(rows[-1].members) if clear else []

    def _others(self, row: _Row) -> list[Entity]:
        """Give those that are named in the sentence of a row and not in the row."""
        return [entity for sentence, entity in self._named if sentence == row.sentence and entity not in row.members]

    def _set(self, token: Token, fits: Callable[[Entity], bool], count: int) -> list[Entity]:
        """Give the entities that fit of as many of the last sentences as it takes, where they are just so many."""
        found: dict[int, Entity] = {}
        sentence = token.sentence
        for here, entity in reversed(self._named):
            if token.sentence - here > _FARTHEST or (here != sentence and len(found) >= count):
                break
            sentence = here
            if fits(entity):
                found[entity.number] = entity
        return list(found.values())[::-1] if len(found) == count else []
