"""Where paragraphs and sentences begin and end, by rule.

A sentence ends behind a full stop, a question or an exclamation mark and the quotation marks that close behind it,
where a new one begins: not behind abbreviations, initials and the numbers of a list, and not between a quotation and
the words that report it (“Kom mee!” zei ze). A colon or semicolon ends none. A dateline (BRUSSEL —) is one by itself.

What goes on without an end is cut, so that no engine gets more at once than it can bear: a sentence has at most
`MOST_WORDS` words (by white space) and `MOST_CHARACTERS` characters; it is cut behind the last semicolon, else comma,
else white space before that, else anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.analysis.language import SUPPORTED, language_of
from kg.analysis.wordlists import word_lists
from kg.article import Article, Span

MOST_WORDS = 400
MOST_CHARACTERS = 2_500

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"\S+")
_MARK = re.compile(r"[.!?…]+")
_CLOSING = re.compile(r"[\"”“’'´»›)\]]*+")
_APART = re.compile(r"\s++(?:''|[”»]|\")(?=\s|\Z)")  # a quotation mark between blanks
_OPENING = re.compile(r"\s*+(?:(?:[\"”“„‘’'`«»‹(\[]|,,|[-–—*•·▪](?=\s))\s*+)*+")
_NEXT = re.compile(r"[^\W\d_]{1,20}")
_THEN = re.compile(r"\s*+(.)")
_INITIALS = re.compile(r"(?:[^\W\d_][.-]){0,6}[A-ZÀ-ÞĲ]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,6}[^\W\d_]")
_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?|[ivx]{1,4}", re.IGNORECASE)
_GLUED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]|[A-ZÀ-Þ]\s|[“„]")
_DATELINE = re.compile(
    r"(?=[A-ZÀ-Þ]{4}|[A-ZÀ-Þ]{2,3} [A-ZÀ-Þ]{2})[A-ZÀ-Þ]{2,20}+(?:(?:, |[ /-])[A-ZÀ-Þ]{2,20}+){0,4}+"
    r"(?: ?\([\w /-]{2,30}+\))?+\s++[-–—](?=\s++[\"“„‘]?[A-ZÀ-Þ][a-zß-ÿ ])"
)
_LOOK_BACK = 24  # code points: no abbreviation is longer
_WRAP = range(40, 121)  # how wide a text is whose lines were broken by a program


@dataclass(frozen=True)
class _Words:
    """What a language has of them.

    Attributes:
        lists: lists of words, by their name in the file.
        clitic: a word without a capital that a sentence may begin with: 's Avonds, 't Is.
    """

    lists: Mapping[str, frozenset[str]]
    clitic: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    """Read the words of a language; of one without any, those of the first that is supported."""
    lists = word_lists(f"sentences.{language if language in SUPPORTED else SUPPORTED[0]}")
    clitics = "|".join(sorted(map(re.escape, lists["clitics"]))) or "(?!)"
    return _Words(lists, re.compile(rf"\s*+[\"“„«]?['’‘`](?:{clitics})\s++"))


def sentences(article: Article) -> Iterator[Span]:
    """Give the sentences of an article's body, in the order of the text; none is empty or has blanks around it."""
    for paragraph in paragraphs(article):
        yield from sentences_in(article.text, paragraph, language_of(article))


def paragraphs(article: Article) -> Iterator[Span]:
    """Give the paragraphs of an article's body: its lines, joined where a program has broken them at a width."""
    block: list[Span] = []
    for match in _LINE.finditer(article.text, article.body_start):
        line = _trimmed(article.text, *match.span())
        if block and (line is None or article.text.count("\n", block[-1].end, line.start) > 1):
            yield from _joined(article.text, block)
            block = []
        if line is not None:
            block.append(line)
    yield from _joined(article.text, block)


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    if len(lines) > 1 and _is_wrapped(text, lines):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Tell whether lines are one paragraph: none has room for the next one's first word, one begins small."""
    width = max(line.end - line.start for line in lines)
    if width not in _WRAP or not any(text[line.start].islower() for line in lines[1:]):
        return False
    for line, following in pairwise(lines):
        word = _WORD.match(text, following.start)
        if word and line.end - line.start + 1 + len(word.group()) <= width:
            return False
    return True


def sentences_in(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    """Give the sentences of a paragraph, a stretch of a text in a language."""
    words = _words(language)
    start = counted = _match(_DATELINE, text, paragraph.start, paragraph.end)
    if start > paragraph.start:
        yield Span(paragraph.start, start)
    is_quoted = False  # between straight quotation marks
    for mark in _MARK.finditer(text, *paragraph):
        if mark.start() < start:
            continue
        closed = _match(_CLOSING, text, mark.end(), paragraph.end)
        is_quoted ^= text.count('"', counted, closed) % 2 == 1
        counted = closed
        apart = _APART.match(text, closed, paragraph.end)
        if apart and (is_quoted or not apart.group().endswith('"') or apart.end() == paragraph.end):
            closed = apart.end()
        if _ends(text, start, mark, closed, paragraph.end, words):
            yield from _bounded(text, start, closed)
            start = closed
    yield from _bounded(text, start, paragraph.end)


def _match(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Give the end of a match at a place, or the place itself."""
    found = pattern.match(text, start, end)
    return found.end() if found else start


def _ends(text: str, start: int, mark: re.Match[str], closed: int, end: int, words: _Words) -> bool:
    """Tell whether a sentence that begins at `start` ends with a mark, behind what closes there."""
    if closed == end:
        return True
    if not text[closed].isspace():
        return _is_glued(text, mark, closed)
    opened = _match(_OPENING, text, closed, end)
    if opened == end or not _is_new(text, closed, opened, words.clitic):
        return False
    if _is_reported(text, mark, closed, opened, words.lists["reports"]) or _is_in_brackets(text, start, mark, closed):
        return False
    return mark.group() != "." or _full_stop_ends(text, start, mark.start(), opened, words.lists)


def _is_new(text: str, closed: int, opened: int, clitic: re.Pattern[str]) -> bool:
    """Tell whether a sentence can begin at `opened`, the first letter behind what closed and opened."""
    if text[opened].islower():
        behind = _match(clitic, text, closed, opened + 8)
        return text[behind : behind + 1].isupper()
    return text[opened] not in ",;:/%.!?…&+="


def _is_in_brackets(text: str, start: int, mark: re.Match[str], closed: int) -> bool:
    """Tell whether a mark belongs to a few words in brackets: ``(lib.)``, ``(...)``."""
    if ")" not in text[mark.end() : closed]:
        return False
    opening = text.rfind("(", max(start, mark.start() - _LOOK_BACK), mark.start())
    return opening >= 0 and not (text[start:opening].isspace() and text[opening + 1].isupper())


def _is_glued(text: str, mark: re.Match[str], closed: int) -> bool:
    """Tell whether a sentence ends although no blank follows: ``gisteren.Volgens de minister``."""
    before = text[max(0, mark.start() - 3) : mark.start()]
    return before.isalpha() and before.islower() and len(before) == 3 and _GLUED.match(text, closed) is not None


def _is_reported(text: str, mark: re.Match[str], closed: int, opened: int, reports: frozenset[str]) -> bool:
    """Tell whether a quotation has ended and its report begins: ``“Kom mee!” Aldus de minister.``."""
    if not any(char in "\"”“’'»" for char in text[mark.end() : closed]):
        return False
    word = _NEXT.match(text, opened)
    return word is not None and word.group().lower() in reports


def _full_stop_ends(text: str, start: int, stop: int, opened: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a full stop ends a sentence, by the word before it and the one behind."""
    before = text[max(start, stop - _LOOK_BACK) : stop].split()[-1:]
    word = before[0].lstrip("\"“”„‘’'`«(["[:]) if before else ""
    short = word.lower()
    if short in lists["never_final"]:
        return _begins(text, opened, lists["openers"])
    if short in lists["before_number"] and text[opened].isdigit():
        return False
    if short in lists["may_end"]:
        return True
    if _NUMBER.fullmatch(word) and stop - start - len(word) <= 1:
        return False
    if _INITIALS.fullmatch(word) or _DOTTED.fullmatch(word) or short in lists["maybe_final"] or _has_no_vowel(word):
        return _begins(text, opened, lists["openers"])
    return True


def _has_no_vowel(word: str) -> bool:
    """Tell whether a word is an abbreviation by its look: a letter, or short, in lower case, without a vowel."""
    if not (word.isalpha() and word.islower()):
        return False
    return len(word) == 1 or (len(word) <= 4 and not set(word) & set("aeiouyáéíóúäëïöüèê"))


def _begins(text: str, opened: int, openers: frozenset[str]) -> bool:
    """Tell whether a sentence begins here rather than a name: ``Het bleek`` against ``De Vries``."""
    word = _NEXT.match(text, opened)
    if word is None or word.group().lower() not in openers:
        return False
    following = _THEN.match(text, word.end())
    return following is not None and not following.group(1).isupper()


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Give a sentence, in pieces if it is too long."""
    while end - start > MOST_WORDS:
        most = min(end, start + MOST_CHARACTERS)
        words = _WORD.finditer(text, start, most)
        many = next((word.start() for number, word in enumerate(words) if number == MOST_WORDS), most)
        if many == end:
            break
        cut = _cut(text, start, many)
        yield from _some(_trimmed(text, start, cut))
        start = cut
    yield from _some(_trimmed(text, start, end))


def _cut(text: str, start: int, most: int) -> int:
    """Give the best place to cut a sentence before `most`."""
    for mark in ("; ", ", ", " "):
        if (found := text.rfind(mark, start + 1, most)) > start:
            return found + len(mark)
    return most


def _some(span: Span | None) -> Iterator[Span]:
    if span is not None:
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return None
    begin = start + len(words) - len(words.lstrip())
    return Span(begin, begin + len(kept))
