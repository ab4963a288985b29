"""Whether the words at a place tell of what was or of what is to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from kg.analysis.document import Document, Token
from kg.analysis.times.moments import Tense

_FAR = 20  # how many steps up the tree, and how many tokens to either side, are looked at
_HELPING = ("aux", "cop", "compound:prt", "xcomp")


class Tenses:
    """Finds the tense in which a document tells something.

    Attributes:
        document: the document.
    """

    def __init__(
        self, document: Document, verbs: Mapping[str, list[str]], is_time: Callable[[str], bool] = lambda _: False
    ) -> None:
        """Take a document and what a language knows of tenses.

        Args:
            document: the document.
            verbs: the verbs of time: ``future``, ``modal`` …, each a list of lemmas.
            is_time: tells of a word, in lower case, that it is one of time: no verb then, whatever its tag.
        """
        self.document = document
        self._is_time = is_time
        self._verbs = {name: frozenset(lemmas) for name, lemmas in verbs.items()}
        self._helpers: dict[int, list[Token]] = {}
        for token in document.tokens:
            if token.relation.startswith(_HELPING) and token.head != token.index:
                helpers = self._helpers.setdefault(token.head, [])
                if len(helpers) < _FAR:
                    helpers.append(token)

    def at(self, index: int) -> Tense:
        """Give the tense of the clause that a token stands in.

        Args:
            index: the token.
        """
        finite, verb = self._clause(index)
        if verb is None:
            return Tense.UNKNOWN
        if finite is None:
            return Tense.FUTURE if self._is(verb, "planned") else Tense.PAST
        return self._of_finite(finite, verb)

    def of_plan(self, index: int) -> Tense:
        """Give the tense of what is planned in the clause of a token: "is uitgesteld tot" tells of what is to come."""
        finite, verb = self._clause(index)
        if verb is None or (finite is not None and finite.has("Tense=Past")):
            return Tense.UNKNOWN
        return Tense.FUTURE

    def _above(self, index: int) -> Iterator[Token]:
        yield self.document.tokens[index]
        yield from islice(self.document.ancestors(index), _FAR)

    def _clause(self, index: int) -> tuple[Token | None, Token | None]:
        """Give the finite verb and the predicate of a clause; of a participle by itself there is no finite verb."""
        for token in self._above(index):
            helpers = self._helping(token, "aux", "cop")
            finite = next(filter(self._is_finite, helpers), None)
            if finite is None and self._is_finite(token):
                finite = token
            if finite is not None:
                return finite, token
            if token.has("VerbForm=Part") and token.relation.startswith(("acl", "advcl")):
                return None, token
        near = self._nearest_finite(index)
        return near, near

    def _of_finite(self, finite: Token, verb: Token) -> Tense:
        past = finite.has("Tense=Past")
        if self._is_planned(verb):
            return Tense.UNKNOWN if past else Tense.FUTURE
        if self._is(finite, "future") or self._is(finite, "modal"):
            return self._of_modal(finite, verb, past=past)
        if past:
            return Tense.PAST
        perfect = finite.relation.startswith("aux") or verb.has("VerbForm=Part") or self._has_participle_behind(finite)
        if self._is(finite, "perfect") and perfect:
            return Tense.PAST
        if finite == verb and self._is(verb, "reporting"):  # "schrijft de krant zaterdag"
            return Tense.PAST
        if self._is(finite, "going") and self._helping(finite, "xcomp"):
            return Tense.FUTURE
        return Tense.PRESENT

    def _of_modal(self, finite: Token, verb: Token, *, past: bool) -> Tense:
        helped = any(self._is(helper, "perfect") for helper in self._helping(verb, "aux") if helper != finite)
        if helped or self._has_perfect_behind(finite):  # "zou hebben getekend"
            return Tense.PAST
        if not past:
            return Tense.FUTURE
        return Tense.UNKNOWN if self._is(finite, "future") else Tense.PAST

    def _is_planned(self, verb: Token) -> bool:
        return self._is(verb, "planned") or any(
            self._is(child, "planned") for child in self._helping(verb, "compound:prt", "xcomp")
        )

    def _helping(self, verb: Token, *relations: str) -> list[Token]:
        return [helper for helper in self._helpers.get(verb.index, []) if helper.relation.startswith(relations)]

    def _is(self, token: Token, kind: str) -> bool:
        return token.lemma in self._verbs[kind] or token.text.lower() in self._verbs[kind]

    def _has_participle_behind(self, finite: Token) -> bool:
        """Tell whether a participle follows that may be the one of "heeft" or "is", whatever the tree says."""
        for token in self._behind(finite):
            if self._is_finite(token):
                return False
            if token.has("VerbForm=Part") and token.pos == "VERB" and not token.relation.startswith(("amod", "acl")):
                return not self._is(token, "planned")
        return False

    def _has_perfect_behind(self, finite: Token) -> bool:
        """Tell whether "hebben" or "zijn" beside a participle follows, whatever the tree says."""
        behind = [token for token in self._behind(finite) if token.text[0].isalnum()]
        return any(
            (self._is(one, "perfect") and other.has("VerbForm=Part"))
            or (self._is(other, "perfect") and one.has("VerbForm=Part"))
            for one, other in pairwise(behind)
        )

    def _behind(self, finite: Token) -> Sequence[Token]:
        stop = min(self.document.sentence_of(finite.index).stop, finite.index + _FAR)
        return self.document.tokens[finite.index + 1 : stop]

    def _is_finite(self, token: Token) -> bool:
        return token.has("VerbForm=Fin") and not self._is_time(token.text.lower())

    def _nearest_finite(self, index: int) -> Token | None:
        sentence = self.document.sentence_of(index)
        first, stop = max(sentence.first, index - _FAR), min(sentence.stop, index + _FAR)
        finite = filter(self._is_finite, self.document.tokens[first:stop])
        return min(finite, key=lambda token: abs(token.index - index), default=None)
