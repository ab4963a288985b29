"""Verbs found by their forms, with their separable particle wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from kg.analysis.inflection import Inflection
from kg.extract.says.reading import Reading

_VERBAL = frozenset(("VERB", "AUX"))
# A form that the tagger took for something else counts too, where it cannot be a noun.
_MISTAKEN = frozenset(("X", "INTJ", "ADV", "ADP", "SCONJ"))
_APART = frozenset(("xcomp", "advmod", "obj"))  # "liet weten", "maakte bekend"
_NOMINAL = frozenset(("det", "cop", "case", "amod", "nmod:poss", "nummod"))  # what hangs on a noun, and on no verb
_REACH = 40


class Verb(Protocol):
    """What a table of verbs holds: anything that has a dictionary form and a particle."""

    @property
    def word(self) -> str:
        """Its dictionary form, with its particle: aankondigen."""
        ...

    @property
    def particle(self) -> str:
        """Its separable particle; empty for none."""
        ...


V = TypeVar("V", bound=Verb)


class VerbTable(Generic[V]):
    """Verbs by their forms.

    Args:
        verbs: the verbs; of two with one form the first counts.
        inflection: how the words of their language change.
        irregular: for irregular verbs past singular, past plural and participle, with spaces between.
        present: for verbs that are irregular in the present their forms there, with spaces between.
    """

    def __init__(
        self, verbs: Iterable[V], inflection: Inflection, irregular: Mapping[str, str], present: Mapping[str, str]
    ) -> None:
        self._whole: dict[str, V] = {}
        self._parted: dict[str, tuple[V, ...]] = {}
        for verb in verbs:
            base = verb.word[len(verb.particle) :]
            now = present.get(base, "").split()
            for form in (
                *inflection.verb_forms(verb.word, verb.particle, irregular),
                *(verb.particle + form for form in now),
            ):
                self._whole.setdefault(form, verb)
            if verb.particle:
                for form in {
                    *inflection.base_forms(base, irregular),
                    *inflection.verb_forms(base, "", irregular),
                    *now,
                }:
                    self._parted[form] = (*self._parted.get(form, ()), verb)

    def __contains__(self, form: str) -> bool:
        """Tell whether a word, in small letters, can be a form of one of the verbs."""
        return form in self._whole or form in self._parted

    def find(self, reading: Reading, index: int) -> V | None:
        """Give the verb at a token, or None.

        Args:
            reading: the article.
            index: the token.
        """
        word = reading.lower[index]
        if word not in self or not _can_be_verb(reading, index):
            return None
        below = reading.children(index)
        particles = {reading.lower[child.index] for child in below if child.relation == "compound:prt"}
        apart = {reading.lower[child.index] for child in below if child.relation in _APART}
        for verb in self._parted.get(word, ()):
            if verb.particle in particles or verb.particle in apart or _stands_apart(reading, index, verb.particle):
                return verb
        whole = self._whole.get(word)
        return whole if whole is None or _are_pronominal(reading, particles) else None


def _are_pronominal(reading: Reading, particles: Iterable[str]) -> bool:
    """Tell whether particles cannot be part of the verb: the parser calls "erop" and the like particles too."""
    beginnings = tuple(reading.lexicon.lists["pronominal"])
    return all(particle.startswith(beginnings) for particle in particles)


def _can_be_verb(reading: Reading, index: int) -> bool:
    """Tell whether a token can be a verb, though the tagger may have taken it for something else."""
    token = reading.tokens[index]
    if token.pos in _VERBAL or token.pos in _MISTAKEN:
        return True
    if token.pos == "ADJ":
        return token.relation != "amod" and not any(child.relation == "cop" for child in reading.children(index))
    if token.pos != "NOUN" or index + 1 >= len(reading.tokens) or not index:
        return False
    below = {child.relation for child in reading.children(index)}
    if "nsubj" in below and not below & _NOMINAL:
        return True  # "De voorzitter vreest dat ..."
    # "..., bericht persbureau Reuters"
    return (reading.lower[index - 1] == "," or reading.is_word(index - 1, "so_before")) and reading.tokens[
        index + 1
    ].pos in ("DET", "PROPN", "NOUN", "PRON")


def _stands_apart(reading: Reading, index: int, particle: str) -> bool:
    """Find the particle that the parser did not see: right before the verb, or at the end of its clause."""
    first, stop = reading.bounds(index)
    before = index - 1
    while before > first and reading.is_word(before, "to"):
        before -= 1
    if before >= first and reading.lower[before] == particle and not _is_preposition(reading, before):
        return True
    for place in range(index + 1, min(stop, index + _REACH)):
        if reading.lower[place] == particle and _ends_clause(reading, place, stop):
            return True
        if place > index + 1 and (reading.is_finite(place) or reading.lower[place] in (";", ":")):
            return False
    return False


def _is_preposition(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.relation == "case" and token.head < index


def _ends_clause(reading: Reading, place: int, stop: int) -> bool:
    if place + 1 >= stop:
        return True
    behind = reading.tokens[place + 1]
    return (
        behind.pos in ("PUNCT", "SCONJ", "CCONJ")
        or reading.is_in(place + 1, "questions")
        or reading.is_word(place + 1, "clause_openers")
    )
