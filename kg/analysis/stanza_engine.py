"""Stanza as an engine, where it is installed with its model of a language.

Stanza and its models are not among our packages: they need PyTorch and a download. Tried: the code below against
objects with the attributes that Stanza 1.10 documents (see the tests), not against a model.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from kg.analysis.characters import Readable, readable
from kg.analysis.engine import Word, batches, one_tree
from kg.errors import EngineError

_BETWEEN = "\n\n"  # what Stanza takes for the end of a sentence when it splits none by itself
_PROCESSORS = "tokenize,mwt,pos,lemma,depparse"


class StanzaEngine:
    """A Stanza pipeline as an engine.

    Attributes:
        name: ``stanza_`` and the language.
        version: Stanza's version.
    """

    def __init__(self, pipeline: Any, language: str, version: str) -> None:
        self._pipeline = pipeline
        self.name = f"stanza_{language}"
        self.version = version

    def parse(self, sentences: Iterable[str]) -> Iterator[list[Word]]:
        """Give the words of each sentence, in the order of sentences."""
        for batch in batches(sentences):
            yield from self._batch(batch)

    def _batch(self, sentences: list[str]) -> list[list[Word]]:
        read = [readable(sentence) for sentence in sentences]
        starts = [0]
        for text in read[:-1]:
            starts.append(starts[-1] + len(text.text) + len(_BETWEEN))
        tokens: list[list[_Token]] = [[] for _ in sentences]
        for sentence in self._pipeline(_BETWEEN.join(text.text for text in read)).sentences:
            number = bisect_right(starts, sentence.tokens[0].start_char) - 1
            tokens[number] += _tokens(sentence, len(tokens[number]), starts[number])
        return [_words(*row) for row in zip(tokens, read, sentences, strict=True)]


class _Token:
    """A token of Stanza: of several words (“zum”: zu dem), the one that the others hang on stands for it."""

    def __init__(self, token: Any, word: Any, head: int, offset: int) -> None:
        self.start = token.start_char - offset
        self.end = token.end_char - offset
        self.word = word
        self.head = head


def _tokens(sentence: Any, before: int, offset: int) -> Iterator[_Token]:
    holder = {word.id: place for place, token in enumerate(sentence.tokens) for word in token.words}
    for place, token in enumerate(sentence.tokens):
        word = next((word for word in token.words if holder.get(word.head) != place), token.words[0])
        yield _Token(token, word, before + holder.get(word.head, place), offset)


def _words(tokens: list[_Token], text: Readable, sentence: str) -> list[Word]:
    heads, relations = one_tree([token.head for token in tokens], [token.word.deprel for token in tokens])
    words = []
    for token, head, relation in zip(tokens, heads, relations, strict=True):
        start, end = text.span(token.start, token.end)
        lemma, features = token.word.lemma or token.word.text, token.word.feats or ""
        words.append(Word(start, sentence[start:end], lemma, token.word.upos, features, head, relation))
    return words


@cache
def load_stanza(model: str, language: str) -> StanzaEngine:
    """Load Stanza's pipeline of a language.

    Args:
        model: Stanza's code of the language.
        language: the language that it must be for.

    Raises:
        EngineError: Stanza or its model is not installed, or it is for another language.
    """
    if model != language:
        raise EngineError(f"Stanza's model {model!r} is for another language than the article's, {language!r}")
    try:
        import stanza  # not among our packages
    except ImportError:
        raise EngineError("Stanza is not installed: pip install stanza") from None
    try:
        pipeline = stanza.Pipeline(
            model, processors=_PROCESSORS, tokenize_no_ssplit=True, download_method=None, verbose=False
        )
    except Exception as error:  # Stanza raises what it likes
        reason = (str(error) or repr(error)).splitlines()[0]
        problem = f"Stanza's model for {model!r} cannot be loaded ({reason})"
        raise EngineError(f"{problem}: python -c \"import stanza; stanza.download('{model}')\"") from None
    return StanzaEngine(pipeline, model, str(stanza.__version__))
