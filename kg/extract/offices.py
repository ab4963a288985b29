"""Offices in an article: which post, of what, and who holds or held it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.analysis import Document, Token
from kg.analysis.names import Name
from kg.analysis.names.countries import Countries
from kg.analysis.names.words import cues
from kg.extract.officewords import office_words
from kg.facts import KINDS, Mention

_MOST_WORDS = 8
_ORGANISATION_PREPOSITIONS = ("van", "bij")


class OfficePhrase(NamedTuple):
    """Words that name an office.

    Attributes:
        noun: the token of its noun.
        first: the first token of its words.
        stop: the token behind them.
        office: the office; without a name of its own ("minister") where it is not said of what.
        organisation: what it belongs to, where that is said.
        holder: the head of the name of who holds it; None where nobody is named beside it.
        ended: whether it is held no longer.
    """

    noun: int
    first: int
    stop: int
    office: Mention
    organisation: Mention | None
    holder: int | None
    ended: bool


@dataclass
class _Draft:
    noun: int
    first: int
    stop: int
    words: list[str]
    organisation: tuple[str, Mention] | None = None
    ended: bool = False
    not_yet: bool = False


class Offices:
    """Finds the offices of an article.

    Args:
        document: the article.
        names: its names.
        mention_of: gives the mention of a name.
        lands: words for countries.
        language: its language.
    """

    def __init__(
        self,
        document: Document,
        names: Sequence[Name],
        mention_of: Callable[[Name], Mention | None],
        lands: Countries,
        language: str = "nl",
    ) -> None:
        self._document = document
        self._tokens = document.tokens
        self._words = office_words(language)
        self._lands = lands
        self._known = cues(language).known
        self._mention_of = mention_of
        self._at = {name.first: name for name in names}
        self._ending = {name.stop: name for name in names}
        self._called = {text: name for name in names for text in (name.full, name.text)}
        self._within = {index for name in names for index in range(name.first, name.stop)}
        self.phrases: list[OfficePhrase] = [
            found for token in self._tokens if (found := self._phrase(token)) is not None
        ]
        self.by_noun: dict[int, OfficePhrase] = {phrase.noun: phrase for phrase in self.phrases}

    def _phrase(self, token: Token) -> OfficePhrase | None:
        draft = self._noun(token)
        if draft is None:
            return None
        self._look_left(draft)
        self._look_right(draft)
        if draft.not_yet:
            return None
        holder = self._holder(draft)
        head = self._words.head(draft.words[-1].split()[0]) or draft.words[-1]
        if draft.organisation is None and head in self._words.only_with_organisation:
            return None
        return OfficePhrase(
            token.index, draft.first, draft.stop, self._office(draft), _second(draft), holder, draft.ended
        )

    def _noun(self, token: Token) -> _Draft | None:
        """Read the noun itself: oud-premier, Google-topman."""
        if token.pos not in ("NOUN", "PROPN", "X", "SYM") or token.index in self._within:
            return None
        text = token.text
        word = text if text.isupper() else text[:1].lower() + text[1:]
        start, dash, last = text.rpartition("-")
        draft = _Draft(token.index, token.index, token.index + 1, [word])
        if self._words.head(word.lower()) is None or token.has("Number=Plur"):
            return None
        if dash and start.lower() in ("oud", "ex"):
            draft.words, draft.ended = [last], True
        elif dash and start[:1].isupper() and last.islower():
            draft.words = [last]
            if last not in self._words.of_government:
                draft.organisation = ("", self._cut(token.start, token.start + len(start), start))
        return draft

    def _cut(self, start: int, end: int, name: str) -> Mention:
        mention = self._mention_of(self._called[name]) if name in self._called else None
        known = self._known.get(name)
        kind = mention.kind if mention else next((kind for kind in KINDS if kind == known), "Organisation")
        return Mention(name=mention.name if mention else name, kind=kind, text=name, start=start, end=end)

    def _look_left(self, draft: _Draft) -> None:
        """Read the adjectives before it: voormalig, financieel, Franse."""
        for index in range(draft.noun - 1, max(-1, draft.noun - 5), -1):
            token = self._tokens[index]
            word = token.text.lower()
            if token.sentence != self._tokens[draft.noun].sentence:
                break
            if word in self._words.ended:
                draft.ended = True
            elif word in self._words.not_yet:
                draft.not_yet = True
            elif word in self._words.kinds:
                draft.words.insert(0, word)
            elif not self._is_land(token, draft):
                break
            draft.first = index

    def _is_land(self, token: Token, draft: _Draft) -> bool:
        land = self._lands.adjectives.get(token.text)
        if land is None or draft.organisation is not None or token.pos not in ("ADJ", "PROPN", "NOUN"):
            return token.pos == "ADJ" and token.text.islower()
        kind = "Country" if land.kind == "Country" else "Place"
        mention = Mention(name=land.name, kind=kind, text=token.text, start=token.start, end=token.end)
        draft.organisation = (self._words.articles.get(land.name, ""), mention)
        return True

    def _look_right(self, draft: _Draft) -> None:
        """Read what it is of: van Google, van Defensie, van de Europese Raad; of "topman X van Y", behind the name."""
        draft.stop = self._read_of(draft, draft.stop)
        name = self._at.get(draft.stop)
        if name is not None and name.kind == "Person" and draft.stop == draft.noun + 1:
            self._read_of(draft, name.stop)

    def _read_of(self, draft: _Draft, stop: int) -> int:
        """Read "van …" at a token; give the token behind it."""
        if draft.words[-1] in self._words.with_portfolio:
            behind = self._portfolio_stop(stop)
            if behind > stop:
                draft.words.append(self._document.words(stop, behind))
                stop = behind
        if draft.organisation is not None or not self._is_at(stop, _ORGANISATION_PREPOSITIONS):
            return stop
        article = self._tokens[stop + 1].text if self._is_at(stop + 1, ("de", "het", "the")) else ""
        begin = stop + 1 + bool(article)
        name = self._at.get(begin)
        if name is None and begin < len(self._tokens) and self._tokens[begin].pos in ("NOUN", "PROPN"):
            name, article = self._at.get(begin + 1), ""  # van het staalconcern Norrstål
        mention = self._mention_of(name) if name else None
        if name is None or mention is None or mention.kind == "Person":
            return stop
        draft.organisation = (article, mention)
        return name.stop

    def _portfolio_stop(self, stop: int) -> int:
        if not self._is_at(stop, ("van", "voor")):
            return stop
        begin = stop + 1
        index = begin + self._is_at(begin, ("de", "het"))
        last = begin
        while index < min(len(self._tokens), begin + _MOST_WORDS):
            name = self._at.get(index)
            if name is not None and (name.kind in ("Person", "Country") or (index > begin and not self._joined(index))):
                break
            if name is not None:
                index = last = name.stop
            elif self._tokens[index].text in ("en", ",") and self._at.get(index + 1) is not None:
                if self._at[index + 1].kind in ("Person", "Country"):
                    break
                index += 1
            else:
                break
        return last if last > begin else stop

    def _joined(self, index: int) -> bool:
        return self._tokens[index - 1].text in ("en", ",", "de", "het", "van", "voor")

    def _is_at(self, index: int, words: Sequence[str]) -> bool:
        return index < len(self._tokens) and self._tokens[index].text in words

    def _holder(self, draft: _Draft) -> int | None:
        """Find who holds it: named right behind it, or right before it and a comma."""
        name = self._at.get(draft.stop)
        if name is None and self._is_at(draft.stop, (",", "(")):
            behind = self._at.get(draft.stop + 1)
            # "de premier van Nederland, Mark Rutte, …", not "de premier, Mark Rutte en de ministers"
            name = behind if behind and self._is_at(behind.stop, (",", ")", ".")) and self._is_first(draft) else None
        if name is None:
            name = self._before(draft)
        return name.head if name is not None and name.kind == "Person" else None

    def _is_first(self, draft: _Draft) -> bool:
        return self._before(draft) is None

    def _before(self, draft: _Draft) -> Name | None:
        first = draft.first
        while (
            first
            and self._tokens[first - 1].pos == "DET"
            and self._tokens[first - 1].sentence == self._tokens[first].sentence
        ):
            first -= 1
        if first and self._tokens[first - 1].text in (",", "("):
            return self._ending.get(first - 1)
        return None

    def _office(self, draft: _Draft) -> Mention:
        """Give the office by its usual name: president van Frankrijk, CEO van Google."""
        name = " ".join(draft.words)
        if draft.organisation:
            article, organisation = draft.organisation
            article = self._words.articles.get(organisation.name, article)
            name = f"{name} van {article} {organisation.name}" if article else f"{name} van {organisation.name}"
        first = draft.first
        while first < draft.noun and self._tokens[first].text.lower() not in self._words.kinds | set(
            self._lands_at(first)
        ):
            first += 1
        start, end = self._tokens[first].start, self._tokens[draft.stop - 1].end
        text = self._document.article.text[start:end]
        return Mention(
            name=name, kind="Office", text=text, start=start, end=end, named=None if draft.organisation else False
        )

    def _lands_at(self, index: int) -> tuple[str, ...]:
        text = self._tokens[index].text
        return (text.lower(),) if text in self._lands.adjectives else ()


def _second(draft: _Draft) -> Mention | None:
    return draft.organisation[1] if draft.organisation else None
