"""Who only may have done it: "werd beschoten, vermoedelijk door X" tells of an attack, and perhaps of X's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.frames import load_lexicon
from kg.extract.reading import Reading
from kg.extract.wordlists import read_words
from kg.facts import FACT_TYPES, Mention

_DOERS = ("attacker",)
_MOST_BETWEEN = 4  # tokens from "door" to the name: "door strijders van"


class Doubted:
    """Parts what is certain of an event from who is only thought to have done it.

    Args:
        reading: the article, read.
    """

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self.statuses = reading.statuses
        language = reading.document.language
        self.agent = load_lexicon(language).grammar.agent
        self.perhaps = frozenset(read_words("status", language)["possible_adverbs"])
        self.at = {token.start: token.index for token in self.document.tokens}

    def parted(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Give the drafts; in place of one with a doubted doer one without, and one that is possible.

        Args:
            drafts: the drafts of the article.
        """
        for draft in drafts:
            role = next((role for role in _DOERS if role in draft.mentions), None)
            word = self._doubting(draft.mentions[role]) if role else None
            if role is None or word is None or not self._is_certain(draft, word):
                yield draft
                continue
            rest = {name: found for name, found in draft.mentions.items() if name != role}
            sure = [replace(told, status="actual") for told in draft.told]
            if _is_complete(draft, rest):
                yield replace(draft, mentions=rest, told=sure)
            yield replace(draft, told=[replace(told, status="possible") for told in draft.told])

    def _doubting(self, doers: Sequence[Mention]) -> int | None:
        """Give the word of doubt right before the preposition of who did it."""
        index = self.at.get(doers[0].start or -1)
        for before in range(0 if index is None else index, max(-1, (index or 0) - _MOST_BETWEEN), -1):
            if before and self.document.tokens[before].text.lower() == self.agent:
                return before - 1 if self.document.tokens[before - 1].text.lower() in self.perhaps else None
        return None

    def _is_certain(self, draft: Draft, word: int) -> bool:
        """Tell whether nothing but the doubt about the doer makes a draft possible."""
        return draft.status == "actual" or (
            draft.status == "possible" and self.statuses.of(draft.at).cue == (word,) and not draft.told[0].sources
        )


def _is_complete(draft: Draft, roles: Iterable[str]) -> bool:
    return all(set(needs) & set(roles) for needs in FACT_TYPES[draft.type].NEEDS)
