"""The grounding gate: no fact passes without words that are in its article, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from kg.article import Article, Span
from kg.errors import GroundingError
from kg.facts.evidence import Quote
from kg.facts.mention import Mention
from kg.facts.situation import WORD_ROLES
from kg.facts.types import FACT, Fact

_MARKS = "\"'“”„‟«»‘’‚‛‹›`´"
_TOKEN = re.compile(rf"\s+|[{_MARKS}]|[^\s{_MARKS}]+")
_QuoteT = TypeVar("_QuoteT", bound=Quote)


@lru_cache(maxsize=4096)
def _loosely(words: str) -> re.Pattern[str]:
    """Give a pattern that takes any white space, and any shape of quotation marks, for those in the words."""
    parts = []
    for token in _TOKEN.findall(words.strip()):
        if token.isspace():
            parts.append(r"\s+")
        elif token in _MARKS:
            parts.append(f"[{_MARKS}]")
        else:
            parts.append(re.escape(token))
    return re.compile("".join(parts))


def occurrences(article: Article, words: str) -> list[Span]:
    """Find words in an article's body.

    Args:
        article: the article.
        words: the words; where they are nowhere to the letter, white space and the shape of quotation marks may differ.

    Returns:
        The spans, in the order of the text.
    """
    if not words.strip():
        return []
    # Behind a look-ahead, so that an occurrence does not hide another that overlaps it.
    for pattern in (re.escape(words), _loosely(words).pattern):
        matches = re.finditer(f"(?=({pattern}))", article.text)
        spans = [Span(*match.span(1)) for match in matches]
        if found := [span for span in spans if span.start >= article.body_start and _whole_words(article.text, span)]:
            return found
    return []


def _whole_words(text: str, span: Span) -> bool:
    """Tell whether a span begins and ends between words: "mogelijk" is not in "onmogelijk"."""
    cuts_first = text[max(span.start - 1, 0) : span.start].isalnum() and text[span.start].isalnum()
    cuts_last = text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum()
    return not cuts_first and not cuts_last


def locate(article: Article, words: str, *, occurrence: int | None = None, within: Sequence[Span] = ()) -> Span:
    """Find the one place where words stand in an article.

    Args:
        article: the article.
        words: the words.
        occurrence: which, counted from 1, where they stand there more than once.
        within: of several, prefer the one that lies in one of these spans.

    Raises:
        GroundingError: they are not there, or more than once without saying which.
    """
    found = occurrences(article, words)
    if not found:
        raise GroundingError(f"these words are not in the article: {_shown(words)}")
    if occurrence is not None:
        if not 1 <= occurrence <= len(found):
            problem = f"there is no occurrence {occurrence} of these words, which are {len(found)} times in the article"
            raise GroundingError(f"{problem}: {_shown(words)}")
        return found[occurrence - 1]
    inside = [span for span in found if any(outer.start <= span.start and span.end <= outer.end for outer in within)]
    if len(inside) == 1:
        return inside[0]
    if len(found) > 1:
        problem = f"these words are {len(found)} times in the article: say which with 'occurrence' (1 is the first)"
        raise GroundingError(f"{problem}, or quote more of them: {_shown(words)}")
    return found[0]


def ground(fact: Fact, article: Article) -> Fact:
    """Hold a fact against its article.

    Args:
        fact: a fact whose quotes and mentions have offsets.
        article: the article it was drawn from.

    Returns:
        The fact, with quotes that differ in white space or the shape of quotation marks alone as the article has them.

    Raises:
        GroundingError: words of the fact are not where it says, or not in the article at all.
    """
    if fact.article != article.id:
        raise GroundingError(f"the fact is from the article {fact.article!r}, not {article.id!r}")
    _check_mentions(fact.mentions(), article)
    update: dict[str, object] = dict(_cut_words(fact, article))
    update["evidence"] = tuple(_repaired(item, article) for item in fact.evidence)
    if fact.type in ("Statement", "Announcement"):
        update["content"] = _repaired(fact.content, article)
    # model_copy does not validate, so the fact is made anew.
    return FACT.validate_python({name: getattr(fact, name) for name in type(fact).model_fields} | update)


def _repaired(quote: _QuoteT, article: Article) -> _QuoteT:
    if article.text[quote.start : quote.end] == quote.quote:
        return quote
    match = _loosely(quote.quote).match(article.text, quote.start)
    if match is None or not quote.quote.strip():
        problem = f"the article does not have these words at {quote.start}–{quote.end}: {_shown(quote.quote)}"
        raise GroundingError(problem)
    return quote.model_copy(update={"quote": match.group(), "start": match.start(), "end": match.end()})


def _check_mentions(mentions: Iterable[Mention], article: Article) -> None:
    for mention in mentions:
        if mention.text is None and mention.start is None and mention.end is None:
            continue
        if mention.text is None or article.text[mention.start : mention.end] != mention.text:
            problem = f"the article does not name {mention.name!r} at {mention.start}–{mention.end}"
            raise GroundingError(f"{problem}: {_shown(mention.text or '')}")


def _cut_words(fact: Fact, article: Article) -> Iterator[tuple[str, object]]:
    """Give the roles that words fill, and the time, with the words as the article has them."""
    for role in WORD_ROLES:
        if words := getattr(fact, role, ()):
            yield role, tuple(_cut(text, article) for text in words)
    if fact.time.date_text:
        yield "time", fact.time.model_copy(update={"date_text": _cut(fact.time.date_text, article)})


def _cut(words: str, article: Article) -> str:
    found = occurrences(article, words)
    if not found:
        raise GroundingError(f"these words are not in the article: {_shown(words)}")
    return article.cut(found[0])


def _shown(words: str) -> str:
    return f"“{words}”" if len(words) <= 80 else f"“{words[:77]}…”"
