"""What an article has just spoken of: the entities mentioned last, and how prominently."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.analysis import Document
from kg.extract.entities import Entity
from kg.extract.says.quotations import find_quotations

_REMEMBERED = 16
_MOST_STEPS = 8
_SUBJECT = 2
_MOST_SUBJECTS = 3
_MOST_BEHIND = 6
_FARTHEST = 3  # sentences back


class Occurrence(NamedTuple):
    """An entity at a token.

    Attributes:
        entity: the entity.
        token: the token that heads its phrase.
        sentence: the number of the token's sentence.
        rank: 2 for the subject of a sentence, 1 for another subject, 0 for all else.
        quoted: whether it stands in quotation marks.
    """

    entity: Entity
    token: int
    sentence: int
    rank: int
    quoted: bool = False


class Salience:
    """Remembers the entities mentioned last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._recent: deque[Occurrence] = deque(maxlen=_REMEMBERED)
        self._at: dict[int, Entity] = {}
        self._subjects: dict[int, list[int]] = {}
        self._every: list[int] = []
        self._led: set[int] = set()
        self._acted: set[int] = set()
        self._quotation = {i: q.first for q in find_quotations(document) for i in range(q.first, q.stop)}
        for token in document.tokens:
            if token.relation.startswith("nsubj"):
                self._subjects.setdefault(token.head, []).append(token.index)
                self._every.append(token.index)

    def add(self, token: int, entity: Entity) -> None:
        """Remember that an entity is mentioned at a token."""
        sentence = self._document.tokens[token].sentence
        rank = self._rank(token)
        self._recent.append(Occurrence(entity, token, sentence, rank, token in self._quotation))
        self._at[token] = entity
        if rank:
            self._acted.add(entity.number)
        if rank == _SUBJECT and token not in self._quotation:
            self._led.add(entity.number)

    def add_several(self, token: int, entities: Sequence[Entity]) -> None:
        """Remember that several are mentioned at a token, none of them by itself."""
        sentence, rank = self._document.tokens[token].sentence, self._rank(token)
        quoted = token in self._quotation
        self._recent.extend(Occurrence(entity, token, sentence, rank, quoted) for entity in entities)

    def _rank(self, index: int) -> int:
        token = self._document.tokens[index]
        if token.relation == "conj":
            token = self._document.tokens[token.head]
        if not token.relation.startswith("nsubj"):
            return 0
        verb = self._document.tokens[token.head]
        for _ in range(_MOST_STEPS):
            if verb.relation != "conj":
                break
            verb = self._document.tokens[verb.head]
        return 2 if verb.relation == "root" else 1

    def above(self, index: int) -> Iterator[int]:
        """Give the subjects of the verbs above a token, the nearest first, that stand before it."""
        verb = self._document.tokens[index]
        for _ in range(_MOST_STEPS):
            if verb.head == verb.index:
                return
            verb = self._document.tokens[verb.head]
            subjects = self._subjects.get(verb.index, ())
            before = bisect_left(subjects, index)
            yield from subjects[max(0, before - _MOST_SUBJECTS) : before]

    def behind(self, index: int) -> Iterator[int]:
        """Give the subjects behind a token in its sentence, outside its quotation: Jan in "…", zegt Jan."""
        quotation, stop = self.quotation(index), self._document.sentence_of(index).stop
        at = bisect_left(self._every, index)
        for subject in self._every[at : at + _MOST_BEHIND]:
            if subject < stop and self.quotation(subject) != quotation:
                yield subject

    def has_acted(self, entity: Entity) -> bool:
        """Tell whether an entity was the subject of any verb."""
        return entity.number in self._acted

    def quotation(self, index: int) -> int:
        """Give the first token of the quotation that a token stands in; -1 for none."""
        return self._quotation.get(index, -1)

    def _seen_from(self, index: int) -> Iterator[Occurrence]:
        """Give the last mentions, the latest first: outside a quotation nothing that only stands in one."""
        inside = index in self._quotation
        return (occurrence for occurrence in reversed(self._recent) if inside or not occurrence.quoted)

    def at(self, token: int) -> Entity | None:
        """Give the entity that was found at a token."""
        return self._at.get(token)

    def only(
        self,
        index: int,
        fits: Callable[[Entity], bool],
        *,
        own_sentence: bool = True,
        back: int = _FARTHEST,
        subject: bool = False,
    ) -> Entity | None:
        """Give the entity that must be meant: of those that fit in the nearest sentence the only one, or the subject.

        Args:
            index: the token that stands for it.
            fits: tells whether an entity can be meant.
            own_sentence: whether to look in the token's own sentence.
            back: how many sentences to look back.
            subject: whether only subjects count.
        """
        here = self._document.tokens[index].sentence
        nearest: list[Occurrence] = []
        for occurrence in self._seen_from(index):
            away = here - occurrence.sentence
            if (nearest and occurrence.sentence != nearest[0].sentence) or away > back:
                break
            counts = (own_sentence or away) and (occurrence.rank or not subject)
            if counts and fits(occurrence.entity):
                nearest.append(occurrence)
        return _prominent(nearest)

    def certain(self, index: int, fits: Callable[[Entity], bool], *, alone: bool = False) -> Entity | None:
        """Give the only entity that fits of those mentioned shortly before.

        Of several it is the one that was the subject of any sentence, where no other was; else the subject of the last.

        Args:
            index: the token that stands for it.
            fits: tells whether an entity can be meant.
            alone: whether it must be the only one.
        """
        here = self._document.tokens[index].sentence
        doers = self._doers(index)
        seen = (o for o in self._seen_from(index) if here - o.sentence <= _FARTHEST and o.entity.number not in doers)
        near = [o for o in seen if fits(o.entity)]
        if len({occurrence.entity.number for occurrence in near}) > 1 and not alone:
            leading = [o for o in near if o.entity.number in self._led]
            last = near[0].sentence
            if len({occurrence.entity.number for occurrence in leading}) > 1:
                leading = [o for o in near if o.sentence == last and o.rank == _SUBJECT]
            near = leading
        return near[0].entity if len({occurrence.entity.number for occurrence in near}) == 1 else None

    def _doers(self, index: int) -> set[int]:
        """Give the subjects of the verb that a token hangs on, by number: "X steunt de club" is about another club."""
        token = self._document.tokens[index]
        subjects = () if token.relation.startswith("nsubj") else self._subjects.get(token.head, ())
        return {entity.number for subject in subjects if (entity := self._at.get(subject)) is not None}

    def any(self, index: int, fits: Callable[[Entity], bool], back: int = _FARTHEST) -> bool:
        """Tell whether an entity that fits was mentioned shortly before a token."""
        here = self._document.tokens[index].sentence
        return any(here - occurrence.sentence <= back and fits(occurrence.entity) for occurrence in self._recent)


def _prominent(occurrences: list[Occurrence]) -> Entity | None:
    entities = {occurrence.entity.number: occurrence.entity for occurrence in occurrences}
    if len(entities) > 1:
        most = max(occurrence.rank for occurrence in occurrences)
        entities = {o.entity.number: o.entity for o in occurrences if o.rank == most} if most else {}
    return next(iter(entities.values())) if len(entities) == 1 else None
