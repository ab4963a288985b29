"""Which frames the words of an article call up, and where their predicates stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.analysis import Document, Token
from kg.extract.frames import Frame, Lexicon
from kg.extract.tree import Tree


class Call(NamedTuple):
    """A predicate with a frame.

    Attributes:
        at: the token of the predicate.
        frame: the frame.
        noun: of a phrase that calls it up ("in handen van"), its own noun.
    """

    at: int
    frame: Frame
    noun: int | None = None


class Calling:
    """Finds the words of an article that call up frames.

    Args:
        document: the article.
        lexicon: the frames of its language.
        tree: its grammatical functions.
    """

    def __init__(self, document: Document, lexicon: Lexicon, tree: Tree) -> None:
        self.document = document
        self.lexicon = lexicon
        self.tree = tree

    def called(self) -> Iterator[Call]:
        """Give the predicates with their frames, in the order of the text."""
        for token in self.document.tokens:
            for frame in self._frames(token):
                yield Call(token.index, frame)
            if frames := self.lexicon.by_phrase.get(token.text.lower()):
                yield from self._by_phrase(token, frames)

    def _frames(self, token: Token) -> Iterable[Frame]:
        if token.pos in ("VERB", "AUX"):
            lemma = self.tree.predicate(token.index)
            if lemma in self.lexicon.grammar.resultative and self.tree.has_complement(token.index):
                return ()
            frames = [*self.lexicon.by_verb(lemma), *self.lexicon.by_adjective(lemma)]
            return frames or self._by_plural(token)
        if token.pos in ("NOUN", "PROPN"):
            nominalised = self._by_nominalised(token)
            if nominalised and self.document.children(token.index, "nsubj"):
                return nominalised
            return self.lexicon.by_noun(self.tree.noun(token.index)) or nominalised
        if token.pos in ("ADJ", "ADV"):
            lemma = self.tree.predicate(token.index).lower()
            return [*self.lexicon.by_adjective(lemma), *self._by_participle(token)]
        return ()

    def _by_plural(self, token: Token) -> Iterable[Frame]:
        """Give the frames of a plural that the tagger took for an infinitive: "proces over aanslagen"."""
        singular = self.tree.noun(token.index)
        is_noun = singular != token.text.lower() and self.document.children(token.index, "case", "det")
        return self.lexicon.by_noun(singular) if is_noun else ()

    def _by_nominalised(self, token: Token) -> Iterable[Frame]:
        """Give the frames of an infinitive used as a noun ("het uitbreiden van"), or taken for one."""
        verb = self.lexicon.grammar.verb_of(token.text.lower())
        if verb is None or self._is_finite_clause(token):  # "die een man doodschoot"
            return self.lexicon.by_verb(verb) if verb else ()
        if verb != token.text.lower() and token.text.lower() not in self.lexicon.grammar.participles:
            return ()
        below = self.document.children(token.index, "det", "nsubj", "aux", "obj", "mark")
        return self.lexicon.by_verb(verb) if below else ()

    def _is_finite_clause(self, token: Token) -> bool:
        """Tell whether what the tagger took for a noun is a relative clause's verb: it has an object or a subject."""
        return token.relation == "acl:relcl" and bool(self.document.children(token.index, "nsubj", "obj"))

    def _by_participle(self, token: Token) -> Iterable[Frame]:
        word = token.text.lower()
        verb = self.lexicon.grammar.verb_of(word)
        if token.relation == "amod" and verb is not None and word not in self.lexicon.grammar.participles:
            # "ontslaat" taken for an adjective: without its own clause nobody knows whether it is denied
            verb = verb if self.document.children(token.index, "nsubj") else None
        return self.lexicon.by_verb(verb) if verb else ()

    def _by_phrase(self, token: Token, frames: list[Frame]) -> Iterator[Call]:
        for frame in frames:
            for words in frame.phrases:
                last = self._spoken(token.index, words.split())
                if last is None:
                    continue
                is_open = self.document.tokens[last].pos == "ADP"  # "in handen van": what follows is the predicate
                head = self.tree.phrase_head(last) if is_open else last
                if head is not None:
                    yield Call(head, frame, token.index + len(words.split()) - 1 - is_open)

    def _spoken(self, index: int, words: list[str]) -> int | None:
        """Give the last token of a phrase that begins at a token; a verb may stand in it: "in handen is van"."""
        last = index + len(words) - 1
        spoken = [token.text.lower() for token in self.document.tokens[index : last + 2]]
        if spoken[: len(words)] == words:
            return last
        parted = len(words) > 2 and spoken[:-2] == words[:-1] and spoken[-1] == words[-1]
        return last + 1 if parted and self.document.tokens[last].pos in ("AUX", "VERB") else None
