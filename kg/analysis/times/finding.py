"""All expressions of time in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.times.context import Context
from kg.analysis.times.expression import TimeExpression
from kg.analysis.times.lexicon import Lexicon, lexicon
from kg.analysis.times.moments import Moment, Tense
from kg.analysis.times.patterns import Edge
from kg.analysis.times.phrases import Phrase, dates
from kg.analysis.times.tense import Tenses
from kg.article.dates import first_day, last_day


class Found(NamedTuple):
    """A phrase at its place, with the tense there, and whether it is a noun's own."""

    first: int
    stop: int
    phrase: Phrase
    tense: Tense
    own: bool


def find_times(document: Document, reference: date | None) -> list[TimeExpression]:
    """Find the dates and times in a document.

    Args:
        document: the document.
        reference: the day from which they are seen, or None: then the article's date bounds it as far as it is known.

    Returns:
        The expressions in the order of the text. One may lie in another: "in 2022" in "sinds de oorlog in 2022".
    """
    known = bounds(document) if reference is None else (reference, reference)
    return sorted(
        (expression(document, found, known) for found in phrases_in(document)), key=lambda one: (one.first, -one.stop)
    )


def bounds(document: Document) -> tuple[date | None, date | None]:
    """Give the days between which the article's date lies, as far as it is known."""
    published = document.article.date
    return (first_day(published), last_day(published)) if published else (None, None)


def expression(document: Document, found: Found, known: tuple[date | None, date | None]) -> TimeExpression:
    """Resolve a phrase.

    Args:
        document: the document.
        found: the phrase.
        known: the days between which the reference day lies.
    """
    words = document.words(found.first, found.stop)
    return TimeExpression(found.first, found.stop, words, **dates(found.phrase, Moment(*known, found.tense, found.own)))


def language_of(document: Document) -> Lexicon | None:
    """Give the times of the article's language, or None where there are none."""
    return lexicon(document.language)


def phrases_in(document: Document) -> Iterator[Found]:
    """Give the phrases of time in a document."""
    words = language_of(document)
    if words is None:
        return
    context = Context(document, words.data)
    tenses = Tenses(document, words.data["verbs"], words.is_remarkable)
    for sentence in document.sentences:
        tokens = document.tokens[sentence.first : sentence.stop]
        forms = [token.text.lower() for token in tokens]
        if any(map(words.is_remarkable, forms)):
            edges = _edges(words, tokens, forms)
            words.patterns.match(forms, edges)
            yield from _longest(context, tenses, sentence, edges)


def _edges(words: Lexicon, tokens: Sequence[Token], forms: Sequence[str]) -> list[list[Edge]]:
    edges: list[list[Edge]] = []
    opening = True  # a capital letter here means nothing
    for number, (token, form) in enumerate(zip(tokens, forms, strict=True), 1):
        capital = not opening and token.text[0].isupper()
        behind = number > 1 and "0" <= tokens[number - 2].text[0] <= "9"
        edges.append(words.edges(form, number, capital=capital, behind_number=behind))
        opening = not token.text[0].isalnum() and (opening or token.text not in ",;")
    return edges


def _longest(context: Context, tenses: Tenses, sentence: Sentence, edges: list[list[Edge]]) -> Iterator[Found]:
    place = 0
    while place < len(edges):
        whole = [edge for edge in edges[place] if edge.label == "PHRASE"]
        longest = max(reversed(whole), key=lambda edge: edge.stop, default=None)
        place += 1
        if longest is None:
            continue
        first, stop = sentence.first + place - 1, sentence.first + longest.stop
        fitted = context.fit(first, stop, longest.value)
        if fitted is None:
            continue
        place = longest.stop
        head = context.head(fitted.first, stop)
        tense = context.tense(tenses, fitted, head)
        if fitted.phrase.role == "ahead" and tense is Tense.PAST:  # "over drie dagen": how long it took
            continue
        own = context.is_of_noun(fitted.first, head) or context.is_open(fitted)
        yield (found := Found(fitted.first, stop, fitted.phrase, tense, own))
        if (longer := context.since(found.first, found.phrase)) is not None:
            yield found._replace(first=longer, phrase=found.phrase._replace(role="start"))
