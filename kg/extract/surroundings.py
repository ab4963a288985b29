"""Which words stand around a predicate: they tell whether "aanvallen" is meant literally."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis import Document
from kg.extract.frames import Frame
from kg.extract.nounlists import Nouns
from kg.extract.tree import Tree
from kg.facts import Mention

_FARTHEST = 2  # sentences
_DOERS = ("attacker", "belligerent")
_AT_WAR = ("Country", "ArmedForce")


class Surroundings:
    """Looks for words in a sentence and the ones around it.

    Args:
        document: the article.
        tree: its grammatical functions.
    """

    def __init__(self, document: Document, tree: Tree) -> None:
        self._document = document
        self._tree = tree
        self._words: dict[int, frozenset[str]] = {}
        self._found: dict[tuple[int, Nouns], bool] = {}

    def are_literal(self, index: int, frame: Frame, mentions: Mapping[str, tuple[Mention, ...]]) -> bool:
        """Tell whether what stands around a frame's words shows that they are no figure of speech, and no story's.

        Args:
            index: the predicate.
            frame: the frame.
            mentions: what fills its roles: a state or its army attacks literally.
        """
        if frame.never_amid and self.have(index, frame.never_amid):
            return False
        if frame.amid is None or self.have(index, frame.amid):
            return True
        return any(mention.kind in _AT_WAR for role in _DOERS for mention in mentions.get(role, ()))

    def have(self, index: int, words: Nouns) -> bool:
        """Tell whether a word of a list stands in the sentence of a token or near it."""
        number = self._document.tokens[index].sentence
        numbers = range(max(0, number - _FARTHEST), min(len(self._document.sentences), number + _FARTHEST + 1))
        return any(self._has(near, words) for near in numbers)

    def _has(self, number: int, words: Nouns) -> bool:
        if (number, words) not in self._found:
            self._found[number, words] = any(words.ending(word) for word in self._of(number))
        return self._found[number, words]

    def _of(self, number: int) -> frozenset[str]:
        """Give the words of a sentence, and their dictionary forms."""
        if number not in self._words:
            sentence = self._document.sentences[number]
            here = range(sentence.first, sentence.stop)
            words = {self._document.tokens[index].text.lower() for index in here}
            words |= {self._tree.noun(index) for index in here} | {self._tree.predicate(index) for index in here}
            self._words[number] = frozenset(words)
        return self._words[number]
