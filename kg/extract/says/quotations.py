"""Which quotation marks belong together, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.analysis import Document

Role = Literal["open", "close", "either", "weak"]

_MARKS = re.compile(r",,(?!,)|''|``|[\"“”„‟«»‹›‘’‚‛'`]|\n")
# Apostrophes that begin a word: 's avonds, 't, 'n, '90; one before a capital opens a quotation: 'Er is ...'.
_ELISION = re.compile(r"['’‘`](?:(?:s|t|n|k|m|r|ns|ie|er|em|tis)(?![^\W_])|[0-9]{2}(?![0-9]))")
_SINGLE = frozenset("‘’‚‛'`‹›")
_ALWAYS_OPEN = frozenset(("„", "‟", ",,", "``", "‚", "‛"))
_OPENING_BEFORE = frozenset("([{-–—/:,“\"„‘'«‹’")
_CLOSING_BEHIND = frozenset(",.;:?!)]}-–—/…”\"’'»›“")
_BLANK_LINE = 2  # line breaks between one paragraph and the next
_MOST_PARAGRAPHS = 4  # a quotation that runs on longer has lost its closing mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        start: where the opening mark begins: an offset in code points.
        end: where the closing mark ends, exclusive; without one, the end of the words.
        first: the first token inside.
        stop: the token behind the last one inside.
        inner: whether it lies in another.
        continued: whether it goes on with the one of the paragraph before.
    """

    start: int
    end: int
    first: int
    stop: int
    inner: bool
    continued: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    role: Role
    single: bool
    paragraph: int
    leads: bool  # first in its paragraph


class _Pair(NamedTuple):
    start: int
    words: tuple[int, int]
    end: int
    continued: bool


def find_quotations(document: Document) -> list[Quotation]:
    """Find the quotations of an article: pairs of marks of every shape, none of them an apostrophe.

    Args:
        document: the article, analysed.

    Returns:
        The quotations in the order of their opening marks. Takes time in proportion to the text.
    """
    text = document.article.text
    pairs = sorted(_pairs(_marks(text, document.article.body_start), text))
    starts = [token.start for token in document.tokens]
    ends = [token.end for token in document.tokens]
    found: list[Quotation] = []
    reach = -1
    for pair in pairs:
        first = bisect_right(ends, pair.words[0])
        stop = bisect_left(starts, pair.words[1])
        if first < stop:
            found.append(Quotation(pair.start, pair.end, first, stop, pair.end <= reach, pair.continued))
        reach = max(reach, pair.end)
    return found


def _marks(text: str, start: int) -> list[_Mark]:
    found: list[_Mark] = []
    paragraph, leads = 0, True
    seen = start
    for match in _MARKS.finditer(text, start):
        if match.group() == "\n":
            paragraph, leads, seen = paragraph + 1, True, match.end()
            continue
        if role := _role(text, match):
            leads = leads and not text[seen : match.start()].strip()
            found.append(_Mark(*match.span(), role, match.group() in _SINGLE, paragraph, leads))
            leads = False
        else:
            leads = False
    return _settled(found)


def _role(text: str, match: re.Match[str]) -> Role | None:
    """Tell what a mark can be by its shape and its neighbours; None for an apostrophe."""
    mark = match.group()
    before = text[match.start() - 1 : match.start()]
    behind = text[match.end() : match.end() + 1]
    if mark in _SINGLE and _is_apostrophe(text, match.start(), before, behind):
        return None
    if mark in _ALWAYS_OPEN:
        return "open" if behind.strip() or mark == ",," else None
    opens = bool(behind.strip()) and (not before.strip() or before in _OPENING_BEFORE)
    closes = bool(before.strip()) and (not behind.strip() or behind in _CLOSING_BEHIND)
    if mark in "“«‹‘":
        return "close" if closes and not opens else "open"
    if opens != closes:
        return _weighed(mark, before, behind) if closes else "open"
    return None if mark in _SINGLE and not opens else "either"


def _weighed(mark: str, before: str, behind: str) -> Role:
    """Tell a closing mark from the apostrophe of a genitive: "Hans' boek"."""
    return "weak" if mark in _SINGLE and before in "sxzSXZ" and not behind.strip() else "close"


def _is_apostrophe(text: str, start: int, before: str, behind: str) -> bool:
    if before.isalnum():
        return behind.isalnum()
    return bool(_ELISION.match(text, start))


def _settled(marks: Sequence[_Mark]) -> list[_Mark]:
    """Drop what is a genitive's apostrophe: a surer closing mark follows before the next opening one."""
    kept: list[_Mark] = []
    closes_later = -1  # the paragraph in which a sure closing single mark comes before any opening one
    for mark in reversed(marks):
        if mark.single and mark.role == "weak" and closes_later == mark.paragraph:
            continue
        if mark.single and mark.role in ("close", "open"):
            closes_later = mark.paragraph if mark.role == "close" else -1
        kept.append(mark)
    return kept[::-1]


def _pairs(marks: Sequence[_Mark], text: str) -> Iterator[_Pair]:
    """Pair the marks with one stack; a double mark closes any double, a single one any single."""
    stack: list[tuple[_Mark, bool]] = []
    count = {True: 0, False: 0}
    for mark in marks:
        continued = False
        if stack and stack[-1][0].paragraph != mark.paragraph:
            if _continues(stack[-1][0], mark):
                yield _unclosed(*stack[-1], text)
                continued = True
            opened = [item for item in stack if not item[0].single]
            stack, count = _carried(opened, mark), {True: 0, False: 0}
            if stack and mark.leads and mark.role != "close":
                before = stack.pop()
                yield _unclosed(*before, text)
                stack, continued = [], True
            count[False] = len(stack)
        if mark.role in ("close", "weak") or (mark.role == "either" and count[mark.single]):
            if count[mark.single]:
                yield _closed(stack, count, mark)
        else:
            stack.append((mark, continued))
            count[mark.single] += 1


def _continues(opened: _Mark, mark: _Mark) -> bool:
    """Tell whether a single mark at the head of a paragraph goes on with a quotation that the one before left open."""
    near = mark.paragraph - opened.paragraph <= _BLANK_LINE
    return opened.single and mark.single and opened.role == mark.role == "open" and mark.leads and near


def _carried(opened: Sequence[tuple[_Mark, bool]], mark: _Mark) -> list[tuple[_Mark, bool]]:
    """Give what is still open in a new paragraph: the outermost double mark, unless it was left open by mistake."""
    near = [item for item in opened[:1] if mark.paragraph - item[0].paragraph <= _MOST_PARAGRAPHS]
    return [] if mark.role == "open" and not mark.leads else near


def _closed(stack: list[tuple[_Mark, bool]], count: dict[bool, int], mark: _Mark) -> _Pair:
    while True:
        opening, continued = stack.pop()
        count[opening.single] -= 1
        if opening.single == mark.single:
            return _Pair(opening.start, (opening.end, mark.start), mark.end, continued)


def _unclosed(opening: _Mark, continued: bool, text: str) -> _Pair:
    end = text.find("\n", opening.end)
    end = len(text) if end < 0 else end
    return _Pair(opening.start, (opening.end, end), end, continued)
