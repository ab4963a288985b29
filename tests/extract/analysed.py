"""Mentions in short texts, analysed by the pipeline that comes with `kg`."""

from __future__ import annotations

from kg.analysis import Document, analyse
from kg.analysis.names import find_names
from kg.analysis.spacy_engine import embedded
from kg.article import Article
from kg.extract.mentions import Mentions


class Analysed:
    """A text and the mentions in it."""

    def __init__(self, text: str) -> None:
        self.document: Document = analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))
        self.mentions = Mentions(self.document, find_names(self.document))

    def token(self, word: str, occurrence: int = 0) -> int:
        """Give the token of a word; of the first that the text has unless said otherwise."""
        return [token.index for token in self.document.tokens if token.text == word][occurrence]

    def of(self, word: str, *kinds: str, occurrence: int = 0) -> list[tuple[str, str]]:
        """Give name and kind of the mentions at a word."""
        found = self.mentions.of(self.token(word, occurrence), kinds or None)
        return [(mention.name, mention.kind) for mention in found]
