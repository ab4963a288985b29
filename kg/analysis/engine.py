"""What every engine of analysis gives, and what is made of it: an analysed article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.language import language_of
from kg.analysis.sentences import paragraphs, sentences_in
from kg.article import Article, Span

BATCH = 12_000
"""How many characters an engine gets at once: some 2,000 words; more take much memory and save no time."""


class Word(NamedTuple):
    """A token as an engine gives it.

    Attributes:
        start: where it begins in its sentence: an offset in code points.
        text: its characters.
        lemma: its dictionary form.
        pos: its UPOS tag.
        features: its features, ``Number=Plur|Tense=Past``.
        head: the number of its head in the sentence; its own number at the root.
        relation: its UD relation.
    """

    start: int
    text: str
    lemma: str
    pos: str
    features: str
    head: int
    relation: str


class Engine(Protocol):
    """Analyses sentences: tokens, parts of speech, lemmas, and one dependency tree each.

    Attributes:
        name: what it is called.
        version: its version, so that a fact can name what it comes from.
    """

    name: str
    version: str

    def parse(self, sentences: Iterable[str]) -> Iterator[list[Word]]:
        """Give the words of each sentence, in the order of sentences: one tree, or no word at all."""
        ...


def analyse(article: Article, engine: Engine) -> Document:
    """Analyse an article: its sentences by rule, what is in them by an engine.

    Sentences in which the engine finds no word are left out.

    Args:
        article: the article; a header line with the date is left out.
        engine: the engine.
    """
    (document,) = analyse_all([article], engine)
    return document


def analyse_all(articles: Iterable[Article], engine: Engine) -> Iterator[Document]:
    """Analyse articles, in their order.

    The engine gets the sentences of several at once: of short articles that takes a fifth less time. So up to `BATCH`
    characters are read ahead.

    Args:
        articles: the articles; header lines are left out.
        engine: the engine.

    Raises:
        ValueError: the engine gives fewer sentences than it gets.
    """
    waiting: deque[_Draft] = deque()

    def all_sentences() -> Iterator[str]:
        for article in articles:
            draft = _Draft(article)
            waiting.append(draft)
            yield from (article.cut(span) for span in draft.spans)

    for words in engine.parse(all_sentences()):
        while waiting[0].is_complete():  # without any sentence
            yield waiting.popleft().document()
        waiting[0].add(words)
        if waiting[0].is_complete():
            yield waiting.popleft().document()
    for draft in waiting:
        yield draft.document()


class _Draft:
    """A document that is being made: sentences come in one after another."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.spans: list[Span] = []
        self._paragraphs: list[int] = []
        for number, paragraph in enumerate(paragraphs(article)):
            found = list(sentences_in(article.text, paragraph, language_of(article)))
            self.spans += found
            self._paragraphs += [number] * len(found)
        self._given = 0
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def is_complete(self) -> bool:
        return self._given == len(self.spans)

    def add(self, words: Sequence[Word]) -> None:
        if words:
            offset, paragraph = self.spans[self._given].start, self._paragraphs[self._given]
            first, number = len(self._tokens), len(self._sentences)
            self._tokens += _tokens(words, offset, first, number)
            root = next(token.index for token in self._tokens[first:] if token.head == token.index)
            self._sentences.append(Sentence(first, len(self._tokens), root, paragraph))
        self._given += 1

    def document(self) -> Document:
        if not self.is_complete():
            raise ValueError(f"the engine gave {self._given} sentences of {len(self.spans)}")
        return Document(self.article, tuple(self._tokens), tuple(self._sentences))


def _tokens(words: Sequence[Word], offset: int, first: int, number: int) -> Iterator[Token]:
    for place, (start, text, lemma, pos, features, head, relation) in enumerate(words, first):
        begin = offset + start
        yield Token(place, text, begin, begin + len(text), lemma, pos, features, first + head, relation, number)


def batches(sentences: Iterable[str]) -> Iterator[list[str]]:
    """Give sentences in batches of at most `BATCH` characters, or of one sentence: memory grows with a batch."""
    batch: list[str] = []
    size = 0
    for sentence in sentences:
        if batch and size + len(sentence) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(sentence)
        size += len(sentence)
    if batch:
        yield batch


def one_tree(heads: Sequence[int], relations: Sequence[str]) -> tuple[list[int], list[str]]:
    """Make one tree of a sentence in which an engine saw several: the other roots hang on the first as parataxis.

    Args:
        heads: for each word the number of its head, its own at a root.
        relations: for each word its relation.
    """
    roots = [place for place, head in enumerate(heads) if head == place]
    heads, relations = list(heads), list(relations)
    for place in roots:
        heads[place] = roots[0]
        relations[place] = "root" if place == roots[0] else "parataxis"
    return heads, relations
