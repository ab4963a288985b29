"""Whom the words of an office tell of: a name behind it, or before it and a comma, or before "die … is"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.analysis import Document
from kg.analysis.names import Name
from kg.extract.officewords import OfficeWords

_MOST_WORDS = 6  # between the comma and the office: "sinds 1 januari 2021"
_MOST_BEHIND = 3  # between the office and "is"
_MOST_ASIDE = 4
_MARKS = (",", "(")
_SMALL = ("ADV", "ADP", "NUM", "NOUN", "DET", "ADJ", "PROPN", "SYM")


class Holder(NamedTuple):
    """Whom an office's words tell of.

    Attributes:
        head: the head of the name, or the noun that stands for a person named before.
        named: whether it is a name.
        title: whether the office stands right before the name.
        ended: whether the words tell that the office is held no longer.
        copula: the token of "is" or "was" in "die directeur van … is".
        new: whether it is told that the office is taken up.
    """

    head: int
    named: bool = True
    title: bool = False
    ended: bool = False
    copula: int | None = None
    new: bool = False


class Holders:
    """Finds whom the words of an office tell of.

    Args:
        document: the article.
        names: its names.
        words: the words of offices.
    """

    def __init__(self, document: Document, names: Sequence[Name], words: OfficeWords) -> None:
        self._document = document
        self._tokens = document.tokens
        self._words = words
        self._at = {name.first: name for name in names if name.kind == "Person"}
        self._ending = {name.stop: name for name in names if name.kind == "Person"}
        self._within = {index for name in names for index in range(name.first, name.stop)}

    def find(self, first: int, stop: int) -> Holder | None:
        """Give whom an office's words tell of; None where nobody stands beside them.

        Args:
            first: the first token of the office's words.
            stop: the token behind them.
        """
        name = self._at.get(stop)
        if name is not None and self._tokens[name.first].sentence == self._tokens[stop - 1].sentence:
            return Holder(name.head, title=True)
        before = self._before(first) or self._in_clause(first, stop) or self._new(first)
        return before or self._behind_comma(stop)

    def _behind_comma(self, stop: int) -> Holder | None:
        """Read "de premier van Nederland, Mark Rutte, …", not "de premier, Mark Rutte en de ministers"."""
        name = self._at.get(stop + 1) if self._text(stop) in _MARKS else None
        closed = name is not None and self._text(name.stop) in (",", ")", ".", ":", ";")
        return Holder(name.head, title=True) if name is not None and closed else None

    def _before(self, first: int) -> Holder | None:
        """Read "Mark Rutte, premier van Nederland", "Sanne Kok (45), sinds 2021 adjunct-hoofdredacteur"."""
        index = self._skip_articles(first)
        ended = False
        if self._text(index - 1) not in _MARKS:
            begin = self._aside(index)
            if begin is None:
                return None
            index = begin
            ended = any(token.text.lower() in self._words.aside_ended for token in self._tokens[index:first])
        return self._whose(index - 1, ended)

    def _new(self, first: int) -> Holder | None:
        """Read a headline: "Bob Peeters nieuwe hoofdtrainer van Westerlo", "Rudi Vervoort opnieuw premier"."""
        index = next((at for at in (first, first - 1) if self._text(at) in self._words.new), None)
        name = self._ending.get(self._before_brackets(index)) if index is not None else None
        same = name is not None and self._tokens[name.first].sentence == self._tokens[first].sentence
        return Holder(name.head, new=True) if name is not None and same else None

    def _skip_articles(self, first: int) -> int:
        sentence = self._tokens[first].sentence
        while first and self._tokens[first - 1].pos == "DET" and self._tokens[first - 1].sentence == sentence:
            first -= 1
        return first

    def _aside(self, stop: int) -> int | None:
        """Give where words of time before an office begin, right behind a comma: "tot vorig jaar voorzitter"."""
        for index in range(stop - 1, max(0, stop - 1 - _MOST_WORDS), -1):
            token = self._tokens[index]
            if token.pos not in _SMALL or token.sentence != self._tokens[stop].sentence:
                return None
            if self._text(index - 1) in _MARKS:
                return index if token.text.lower() in self._words.asides else None
        return None

    def _whose(self, mark: int, ended: bool) -> Holder | None:
        """Give the name, or the noun, before a comma or bracket; "(45)" may stand in between."""
        end = self._before_brackets(mark)
        name = self._ending.get(end)
        if name is not None:
            return Holder(name.head, ended=ended)
        noun = self._tokens[end - 1] if end else None
        if (
            noun is None
            or noun.pos != "NOUN"
            or noun.sentence != self._tokens[mark].sentence
            or end - 1 in self._within
        ):
            return None
        return Holder(noun.index, named=False, ended=ended) if self._text(mark) == "," else None

    def _before_brackets(self, index: int) -> int:
        if self._text(index - 1) == ")":
            for first in range(index - 2, max(-1, index - 3 - _MOST_ASIDE), -1):
                if self._text(first) == "(":
                    return first
        return index

    def _in_clause(self, first: int, stop: int) -> Holder | None:
        """Read "Reuter, die oud-burgemeester van Esch is"."""
        start = self._skip_articles(first)
        copula = self._copula(stop)
        for index in range(start - 1, max(0, start - 2 - _MOST_WORDS), -1):
            token = self._tokens[index]
            if token.text in self._words.relatives:
                mark = index - 1 if self._text(index - 1) == "," else index
                name = self._ending.get(self._before_brackets(mark))
                if name is None or copula is None:
                    return None
                between = {other.text.lower() for other in self._tokens[index + 1 : first]}
                return Holder(name.head, ended=bool(between & self._words.aside_ended), copula=copula)
            if token.pos not in _SMALL:
                return None
        return None

    def _copula(self, stop: int) -> int | None:
        sentence = self._tokens[stop - 1].sentence
        for token in self._tokens[stop : stop + _MOST_BEHIND]:
            if token.sentence == sentence and token.text in self._words.copulas:
                return token.index
        return None

    def _text(self, index: int) -> str:
        return self._tokens[index].text if 0 <= index < len(self._tokens) else ""
