"""Which noun a definite one takes up: propellervliegtuigen of "de toestellen", elektrische bussen of "de bussen"."""

from __future__ import annotations

from bisect import bisect_left

from kg.analysis import Document, Token
from kg.analysis.inflection import Inflection, inflection
from kg.extract.goods import goods
from kg.extract.mentionwords import mention_words
from kg.extract.nounphrases import left_edge

_FARTHEST = 150  # tokens back
_SENTENCES = 6
_MOST_SAME = 3


class Earlier:
    """Finds the nouns that an article has used before.

    Args:
        document: the article.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._goods = goods(document.language)
        self._inflection = inflection(document.language)
        words = mention_words(document.language)
        self._definite = words.sets["definite"]
        self._small = words.sets["ordinals"] | words.counts.keys()
        self._by_lemma: dict[str, list[int]] = {}
        for token in self._tokens:
            if token.pos == "NOUN":
                for noun in singular_forms(token, self._inflection):
                    self._by_lemma.setdefault(noun, []).append(token.index)

    def noun(self, index: int) -> int | None:
        """Give the noun, named before, that a definite one takes up; None where it takes up none.

        Args:
            index: the token of the definite noun.
        """
        token = self._tokens[index]
        if not self._is_bare_definite(token):
            return None
        forms = singular_forms(token, self._inflection)
        for noun in forms:
            same = self._same(noun, token)
            if same is not None:
                return same
        general = next((noun for noun in forms if noun in self._goods.takes_up), None)
        return self._compatible(general, token) if general is not None else None

    def _is_bare_definite(self, token: Token) -> bool:
        """Tell whether a noun has an article, and nothing more but a numeral or "nieuwe"."""
        first = left_edge(self._document, token.index)
        words = [other.text.lower() for other in self._tokens[first : token.index]]
        return bool(words) and words[0] in self._definite and all(word in self._small for word in words[1:])

    def _same(self, noun: str, token: Token) -> int | None:
        """Give the last place where the same noun had an adjective that tells which."""
        places = self._by_lemma.get(noun, [])
        here = bisect_left(places, token.index)
        for index in reversed(places[max(0, here - _MOST_SAME) : here]):
            if any(child.relation == "amod" and child.pos == "ADJ" for child in self._document.children(index)):
                return index if not self._is_bare_definite(self._tokens[index]) else None
        return None

    def _compatible(self, noun: str, token: Token) -> int | None:
        for index in range(token.index - 1, max(-1, token.index - _FARTHEST), -1):
            other = self._tokens[index]
            if token.sentence - other.sentence > _SENTENCES:
                return None
            if other.pos != "NOUN" or self._is_bare_definite(other):
                continue
            if any(self._goods.can_take_up(noun, form) for form in singular_forms(other, self._inflection)):
                return index
        return None


def singular_forms(token: Token, forms: Inflection) -> list[str]:
    """Give a noun's lemma, and, of a plural, what its singular may be: lemmatisers fail on compounds."""
    more = forms.singulars(token.text.lower()) if token.has("Number=Plur") else []
    return list(dict.fromkeys((token.lemma.lower(), *more)))
