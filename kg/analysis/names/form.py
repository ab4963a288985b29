"""What a name says of its kind by itself: by the lists that have it, and by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.analysis.names.lexicon import GIVEN, ORGANISATION, OTHER, PERSON, PLACE, SURNAME, TOWN, Lexicon
from kg.analysis.names.votes import Votes
from kg.analysis.names.words import NONE, Cues, Nouns, longest_ending

_ROAD = re.compile(r"[AENR]\d{1,3}")
_INHABITANT = 6
_SHORTEST_ENDING = 2
_TELLING_ENDING = 4
_SHORTEST_WORD = 5


class Form:
    """Votes by the name itself.

    Args:
        lexicon: lists of names.
        cues: what words tell.
        nouns: nouns for those who can act.
    """

    def __init__(self, lexicon: Lexicon, cues: Cues, nouns: Nouns) -> None:
        self._lexicon = lexicon
        self._cues = cues
        self._nouns = nouns
        self._quarters = tuple(cues.sets["quarters"])

    def by_lists(self, text: str, votes: Votes) -> None:
        """Vote by the lists that have a name."""
        flags = self._lexicon(text)
        if flags & PERSON and (" " in text or not flags & (PLACE | ORGANISATION)):
            votes["Person"] += 2
        elif flags & (GIVEN | SURNAME):
            votes["Person"] += 1
        if flags & TOWN:
            votes["Place"] += 2
        elif flags & PLACE:
            votes["Place"] += 1
        if flags & ORGANISATION:
            votes["Organisation"] += 2
        if flags & OTHER:
            votes[NONE] += 1

    def by_words(self, full: str, votes: Votes) -> None:
        """Vote by the words of a name."""
        words = full.split()
        if len(words) > 1:
            if words[-1] not in self._cues.sets["companies"]:  # "Sander Gruppe"
                self._by_person(words, votes)
        elif _ROAD.fullmatch(full) or full.startswith(self._quarters):
            votes["Place"] += 6
        elif full.isupper() and 2 <= len(full) <= 6:
            votes["Organisation"] += 2
        if len(words) == 1 and self._is_inhabitant(full):
            votes[NONE] += _INHABITANT
        self._by_parts(words, votes)
        self._by_ending(words[-1], votes)

    def _is_inhabitant(self, word: str) -> bool:
        """Tell whether a word is made of a town's name: Schiedammers, Aalstenaar."""
        if self._lexicon(word) & (GIVEN | SURNAME | TOWN):
            return False
        stems = (word[: -len(ending)] for ending in self._cues.sets["inhabitant_endings"] if word.endswith(ending))
        return any(self._lexicon(town) & TOWN for stem in stems if stem for town in (stem, _single(stem)))

    def _by_person(self, words: Sequence[str], votes: Votes) -> None:
        if _is_initial(words[0]) or (_is_initial(words[-1]) and len(words) == 2):
            votes["Person"] += 4
        elif self._lexicon(words[0]) & GIVEN and words[0] not in self._cues.sets["leading"]:
            votes["Person"] += 3 if self._lexicon(words[-1]) & (ORGANISATION | PLACE) else 5
        small = any(word in self._cues.sets["between"] for word in words[1:-1])
        if small and not self._cues.sets["heads"].intersection(words):
            votes["Person"] += 2

    def _by_parts(self, words: Sequence[str], votes: Votes) -> None:
        if len(words) > 1 and words[-1] in self._cues.sets["companies"]:
            votes["Company"] += 5
        for word in dict.fromkeys((words[-1], words[0])):
            if kind := self._cues.parts.get(word):
                votes[kind] += 4
        _, dash, last = words[-1].rpartition("-")
        if dash and last.islower() and (kind := self._nouns.kind(last)):
            votes[kind] += 5

    def _by_ending(self, word: str, votes: Votes) -> None:
        ending = longest_ending(word, self._cues.endings, _SHORTEST_ENDING)
        if ending and len(word) >= _SHORTEST_WORD and not self._lexicon(word) & (GIVEN | SURNAME):
            kind = self._cues.endings[ending]
            votes[kind] += 2 if len(ending) >= _TELLING_ENDING or kind == "Country" else 1


def _single(stem: str) -> str:
    """Give a stem without the double letter that only its ending asks for: Schiedam(m)ers."""
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


def _is_initial(word: str) -> bool:
    return word[:1].isupper() and word.endswith(".") and (len(word) <= 3 or word.count(".") > 1)
