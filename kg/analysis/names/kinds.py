"""What names name: each name of an entity casts its votes, by lists, by its own words, by the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.analysis.document import Document
from kg.analysis.names.countries import Countries
from kg.analysis.names.entities import Bearer
from kg.analysis.names.form import Form
from kg.analysis.names.lexicon import WORD, Lexicon
from kg.analysis.names.spans import Stretch
from kg.analysis.names.surroundings import Surroundings
from kg.analysis.names.votes import Votes, winner
from kg.analysis.names.words import NONE, Cues, Nouns

# Many names of one entity do not outvote the lists.
_MOST_SURROUNDINGS = 3
_KNOWN = 6
_CLEAR = 2
_SPORT = 3


class Voting:
    """Finds the kinds of an article's entities."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns) -> None:
        self._tokens = document.tokens
        self._document = document
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._lexicon = lexicon
        self._form = Form(lexicon, cues, nouns)

    def kinds(self, stretches: Sequence[Stretch], bearers: Sequence[Bearer]) -> list[str | None]:
        """Give the kind of each entity."""
        around = Surroundings(self._document, stretches, self._cues, self._lands, self._nouns)
        tallies = [self._tally(stretches, bearer, around) for bearer in bearers]
        owner = {place: number for number, bearer in enumerate(bearers) for place in bearer.places}
        for place, kind in around.taken_up(stretches):
            tally = tallies[owner[place]]
            if max(tally.values(), default=0) <= _CLEAR:
                tally[kind] += _CLEAR
        self._share(stretches, bearers, tallies, owner)
        fallback = "Person" if self._is_sport() else "Company"
        return [self._kind(bearer, tally, fallback) for bearer, tally in zip(bearers, tallies, strict=True)]

    def _kind(self, bearer: Bearer, tally: Votes, fallback: str) -> str | None:
        if bearer.country:
            return "Country"
        if bearer.full in self._lands.people:
            return None
        if not any(count > 0 for count in tally.values()):
            return self._by_shape(bearer.full, fallback)
        return winner(tally)

    def _by_shape(self, full: str, fallback: str) -> str | None:
        """Give the kind of a name that nothing tells of: two strange words are a person, "De Gouden Karper" is none."""
        words = full.split()
        if len(words) == 1:
            return fallback if full[-1:].isalpha() and not full.isdigit() else None
        common = any(self._lexicon(word.lower()) & WORD for word in words)
        return "Organisation" if common else "Person"

    def _is_sport(self) -> bool:
        words = self._cues.sets["sport"]
        return sum(token.lemma in words for token in self._tokens) >= _SPORT

    def _tally(self, stretches: Sequence[Stretch], bearer: Bearer, surroundings: Surroundings) -> Votes:
        votes: Votes = defaultdict(float)
        known = self._cues.known.get(bearer.full)
        for text in {self._document.words(*stretches[place]) for place in bearer.places} | {bearer.full}:
            known = known or self._cues.known.get(text)
            self._form.by_lists(text, votes)
        if known:
            votes[known] += _KNOWN
        self._form.by_words(bearer.full, votes)
        surroundings.by_whole(bearer.full, votes)
        around: Votes = defaultdict(float)
        for place in bearer.places:
            surroundings.by_place(stretches[place], around)
        share = min(1, _MOST_SURROUNDINGS / len(bearer.places))
        for kind, count in around.items():
            votes[kind] += count * share
        return votes

    def _share(
        self, stretches: Sequence[Stretch], bearers: Sequence[Bearer], tallies: Sequence[Votes], owner: dict[int, int]
    ) -> None:
        """Let names that stand in one row ("A, B en C") vote for one another."""
        before = [
            "Country" if bearer.country else winner(tally) for bearer, tally in zip(bearers, tallies, strict=True)
        ]
        for place in range(1, len(stretches)):
            between = self._tokens[stretches[place - 1].stop : stretches[place].first]
            left, right = owner[place - 1], owner[place]
            if left != right and between and all(token.text in (",", "en", "of") for token in between):
                for one, other in ((left, right), (right, left)):
                    if (kind := before[other]) is not None:
                        tallies[one]["Place" if kind == "Country" else kind] += 1
                    elif max(tallies[other].values(), default=0) > 0:
                        tallies[one][NONE] += 1
