"""The analysed article: tokens with their places, grouped into sentences, each a tree of Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kg.analysis.language import language_of
from kg.article import Article, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        index: its number in the document.
        text: its characters.
        start: where it begins: an offset in code points of the article's text.
        end: where it ends, exclusive.
        lemma: its dictionary form; of a verb with a separated particle the bare verb.
        pos: its part of speech: a UPOS tag.
        features: its morphological features in UD's form: ``Number=Plur|Tense=Past``; empty for none.
        head: the index of the token that it depends on; its own index at the root of a sentence.
        relation: the UD relation to its head; ``root`` at the root.
        sentence: the number of its sentence.
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    features: str
    head: int
    relation: str
    sentence: int

    def has(self, feature: str) -> bool:
        """Tell whether it has a feature, such as ``VerbForm=Inf``."""
        return feature in self.features.split("|")


class Sentence(NamedTuple):
    """One sentence: the indices of its first token and of the one behind its last, and its root.

    Attributes:
        first: the index of its first token.
        stop: the index behind its last token.
        root: the index of its root.
        paragraph: the number of its paragraph.
    """

    first: int
    stop: int
    root: int
    paragraph: int


@dataclass(frozen=True)
class Document:
    """An analysed article.

    Attributes:
        article: the article.
        tokens: its tokens, in the order of the text.
        sentences: its sentences, in the order of the text.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(tuple(below) for below in children))

    @cached_property
    def language(self) -> str:
        """The language whose words it is read by: ``nl``, also of an article that declares ``nl-BE``."""
        return language_of(self.article)

    def children(self, index: int, *relations: str) -> list[Token]:
        """Give the tokens that depend on a token, in the order of the text.

        Args:
            index: the token.
            relations: only with one of these relations; ``obl`` takes its subtypes (``obl:arg``) too.
        """
        below = [self.tokens[child] for child in self._children[index]]
        if not relations:
            return below
        return [child for child in below if child.relation in relations or child.relation.split(":")[0] in relations]

    def subtree(self, index: int) -> list[int]:
        """Give the indices of a token and of all below it, in the order of the text."""
        found, waiting = [], [index]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(self._children[here])
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[Token]:
        """Give the tokens above a token, the nearest first."""
        while (head := self.tokens[index].head) != index:
            yield self.tokens[head]
            index = head

    def sentence_of(self, index: int) -> Sentence:
        """Give the sentence of a token."""
        return self.sentences[self.tokens[index].sentence]

    def span(self, indices: Iterable[int]) -> Span:
        """Give the stretch of text from the first to the last of some tokens."""
        numbers = list(indices)
        return Span(self.tokens[min(numbers)].start, self.tokens[max(numbers)].end)

    def words(self, first: int, stop: int) -> str:
        """Give the text from one token up to, not including, another."""
        return self.article.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """Give the tokens that lie in a stretch of text."""
        return [token for token in self.tokens if span.start <= token.start and token.end <= span.end]
