"""What names name: each name of an entity casts its votes, by lists, by its own words, by the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.analysis.document import Document
from kg.analysis.names.countries import Countries
from kg.analysis.names.entities import Bearer
from kg.analysis.names.form import Form
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, PERSON, TOWN, WORD, Lexicon
from kg.analysis.names.record import Stretch
from kg.analysis.names.spans import head_of
from kg.analysis.names.surroundings import Surroundings
from kg.analysis.names.votes import Votes, winner
from kg.analysis.names.words import NONE, Cues, Nouns

# Many names of one entity do not outvote the lists.
_MOST_SURROUNDINGS = 3
_KNOWN = 6
_CLEAR = 2
_SUBJECT = 3
_ACTING = ("nsubj", "nsubj:pass", "conj", "obj", "iobj", "appos")


class Voting:
    """Finds the kinds of an article's entities."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns) -> None:
        self._tokens = document.tokens
        self._lemmas = [token.lemma for token in document.tokens]
        self._document = document
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._lexicon = lexicon
        self._form = Form(lexicon, cues, nouns)
        self._linking = cues.words.ands | cues.words.ors | {","}

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
        sport, business = self._speaks_of("sport"), self._speaks_of("economy")
        fallback = "Person" if sport else "Company" if business else None
        self._vote_for_clubs(stretches, bearers, tallies)
        kinds: list[str | None] = []
        for bearer, tally in zip(bearers, tallies, strict=True):
            if business and not sport and self._may_be_firm(bearer.full, tally):
                tally["Company"] += _CLEAR
            kinds.append(self._kind(bearer, tally, fallback or self._by_role([stretches[p] for p in bearer.places])))
        return kinds

    def _vote_for_clubs(
        self, stretches: Sequence[Stretch], bearers: Sequence[Bearer], tallies: Sequence[Votes]
    ) -> None:
        """Let a town that stands where its club would, "Genk verslaat …", be the club that the article also names."""
        clubs = {bearer.full.rpartition(" ")[2] for bearer in bearers if self._is_club(bearer.full)}
        for bearer, tally in zip(bearers, tallies, strict=True):
            if self._is_signed_for(bearer, stretches):
                tally["Organisation"] += 2 * _KNOWN
            if not (bearer.full in clubs or self._is_beaten(bearer, stretches)):
                continue
            if not any(self._is_where(stretches[place]) for place in bearer.places):
                tally["Organisation"] += _KNOWN

    def _is_beaten(self, bearer: Bearer, stretches: Sequence[Stretch]) -> bool:
        """Tell whether a town beats, or is beaten: "Westerlo klopt Deinze"."""
        if not self._lexicon(bearer.full) & TOWN:
            return False
        heads = [head_of(self._document, stretches[place]) for place in bearer.places]
        return any(h.relation in _ACTING and self._tokens[h.head].lemma in self._cues.sets["beating"] for h in heads)

    def _is_signed_for(self, bearer: Bearer, stretches: Sequence[Stretch]) -> bool:
        """Tell whether players sign at a town, or leave it, where the article is about sport: "tekent bij Genk"."""
        if not self._lexicon(bearer.full) & TOWN or not self._speaks_of("players", 1):
            return False
        for place in bearer.places:
            first, head = stretches[place].first, head_of(self._document, stretches[place])
            verb = self._tokens[head.head].lemma
            at = first > 0 and self._tokens[first - 1].text.lower() in self._cues.sets["at"]
            if at and verb in self._cues.sets["signing"]:
                return True
            leaving = self._cues.sets["leaving"]
            if (head.relation == "obj" and verb in leaving) or (first and self._tokens[first - 1].lemma in leaving):
                return True
        return False

    def _is_club(self, full: str) -> bool:
        club = self._cues.known.get(full) or self._cues.parts.get(full.partition(" ")[0])
        return " " in full and club == "Organisation"

    def _is_town_here(self, bearer: Bearer, known: str, stretches: Sequence[Stretch]) -> bool:
        """Tell whether a club's name is that of its town wherever it stands: "schietpartij in Anderlecht"."""
        if known != "Organisation" or self._lexicon(bearer.full) & (TOWN | ORGANISATION) != TOWN:
            return False
        before = {self._tokens[stretches[place].first - 1].text.lower() for place in bearer.places}
        return before <= self._cues.sets["within"]

    def _is_where(self, stretch: Stretch) -> bool:
        before = self._tokens[stretch.first - 1].text.lower() if stretch.first else ""
        return before in self._cues.sets["place_prepositions"]

    def _may_be_firm(self, full: str, tally: Votes) -> bool:
        """Tell whether a surname may be that of a firm: nothing but a list tells that De Waard is a person."""
        words = full.split()
        surname = words[-1] == full or words[0] in self._cues.sets["leading"]
        return surname and tally["Person"] == 1 and max(tally.values()) == 1 and not self._lexicon(words[0]) & GIVEN

    def _by_role(self, stretches: Sequence[Stretch]) -> str | None:
        """Give what a single word may name that nothing tells of: who acts is a person; a noun names none of ours."""
        heads = [head_of(self._document, stretch) for stretch in stretches]
        if any(head.relation in _ACTING for head in heads):
            return "Person"
        return None if all(head.pos == "NOUN" for head in heads) else "Organisation"

    def _kind(self, bearer: Bearer, tally: Votes, fallback: str | None) -> str | None:
        if bearer.country:
            return "Country"
        if bearer.full in self._lands.people:
            return None
        if not any(count > 0 for count in tally.values()):
            return self._by_shape(bearer.full, fallback)
        return winner(tally)

    def _by_shape(self, full: str, fallback: str | None) -> str | None:
        """Give the kind of a name that nothing tells of: two strange words are a person, "De Gouden Karper" is none."""
        words = full.split()
        if len(words) == 1:
            return fallback if full[-1:].isalpha() and not full.isdigit() else None
        called = self._lexicon(words[0]) & (PERSON | GIVEN) and not self._lexicon(words[-1].lower()) & WORD
        common = not called and any(self._lexicon(word.lower()) & WORD for word in words)  # but "Elke Sleurs"
        return "Organisation" if common else "Person"

    def _speaks_of(self, subject: str, words_needed: int = _SUBJECT) -> bool:
        words = self._cues.sets[subject]
        return sum(map(words.__contains__, self._lemmas)) >= words_needed

    def _tally(self, stretches: Sequence[Stretch], bearer: Bearer, surroundings: Surroundings) -> Votes:
        votes: Votes = defaultdict(float)
        known = self._cues.known.get(bearer.full)
        for text in {self._document.words(*stretches[place]) for place in bearer.places} | {bearer.full}:
            known = known or self._cues.known.get(text)
            self._form.by_lists(text, votes)
        if known:
            votes["Place" if self._is_town_here(bearer, known, stretches) else known] += _KNOWN
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
            if left != right and between and all(token.text in self._linking for token in between):
                for one, other in ((left, right), (right, left)):
                    if (kind := before[other]) is not None:
                        tallies[one]["Place" if kind == "Country" else kind] += 1
                    elif max(tallies[other].values(), default=0) > 0:
                        tallies[one][NONE] += 1
