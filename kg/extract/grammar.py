"""What the rules know of a language: closed classes of words, and how its verbs change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.analysis.inflection import Inflection
from kg.extract.nounlists import Nouns


@dataclass(frozen=True)
class Grammar:
    """The closed classes of a language.

    Attributes:
        agent: the preposition of a passive's agent.
        genitive: the preposition of a genitive.
        purpose: the word that begins a clause of purpose.
        clause_openers: words behind which a clause begins, so that a particle before them ends its own.
        reflexives: the pronouns of verbs that one does to oneself.
        places: where the phrase stands that says where an event is, for any frame.
        prepositions: the prepositions that count as one: ``met`` takes ``samen met``.
        passive_auxiliaries: the auxiliaries of the passive.
        active_auxiliaries: those that no passive has.
        perfect_auxiliaries: those of the perfect that a passive has too: "is neergestoken".
        recipient_auxiliaries: the auxiliaries of the passive whose subject is who receives.
        relative_pronouns: the relative pronouns.
        between_actors: prepositions of phrases that tell nothing more of a place, with whom something is done.
        present_participle_endings: how present participles end.
        object_control: verbs whose object does what the infinitive below says.
        separable: for a bare verb, the particles that it takes.
        forms: the verb that a form belongs to.
        participles: the past participles of the verbs.
        never_finite: those that no finite form looks like: neergestoken, not beschoten.
        singulars: the noun that a plural belongs to.
        things: nouns for what can be made, handed over or hit: any but those for what cannot.
        numerals: words for numbers that may be taken for nouns.
        currencies: words for money.
        with_to_be: verbs that form their perfect with ``zijn``, of which it is no passive.
        active_only: verbs whose participle by itself is no passive, but a finite form taken for one: ontmoet.
        plain_agreements: nouns that say no more than the type does.
        apart: prepositions that part an event from the verb's time: "staat maandag terecht voor de overval".
        periods: words for how long something lasts.
        closely: words for how closely some work together.
        resultative: verbs that mean something else with what their object becomes: "onschadelijk maken".
    """

    agent: str
    genitive: str
    purpose: str
    clause_openers: frozenset[str]
    reflexives: frozenset[str]
    places: tuple[str, ...]
    prepositions: Mapping[str, tuple[str, ...]]
    passive_auxiliaries: frozenset[str]
    active_auxiliaries: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    recipient_auxiliaries: frozenset[str]
    relative_pronouns: frozenset[str]
    between_actors: frozenset[str]
    present_participle_endings: tuple[str, ...]
    object_control: frozenset[str]
    separable: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    participles: frozenset[str]
    never_finite: frozenset[str]
    singulars: Mapping[str, str]
    things: Nouns
    numerals: frozenset[str]
    currencies: frozenset[str]
    with_to_be: frozenset[str]
    active_only: frozenset[str]
    resultative: frozenset[str]
    plain_agreements: frozenset[str]
    apart: frozenset[str]
    periods: frozenset[str]
    closely: frozenset[str]

    def verb_of(self, form: str) -> str | None:
        """Give the verb that a form belongs to, of those that the frames know."""
        return self.forms.get(form)


def read_grammar(
    data: Mapping[str, Any], inflection: Inflection, verbs: Iterable[str], nouns: Iterable[str] = ()
) -> Grammar:
    """Make a grammar of a language's data.

    Args:
        data: the table ``grammar`` of the language's file.
        inflection: how its words change.
        verbs: the verbs that the frames know, in their dictionary form, a separable particle marked: ``aan|vallen``.
        nouns: the nouns that the frames know.
    """
    split = [verb.rpartition("|") for verb in sorted({*verbs, *data["object_control"]})]
    separable, forms = _verbs(split, data["irregular"], inflection)
    irregular = data["irregular"]
    past = {
        form for particle, _, base in split for form in inflection.participles(particle + base, particle, irregular)
    }
    finite = {particle + form for particle, _, base in split for form in inflection.base_forms(base, irregular)}
    return Grammar(
        agent=data["agent"],
        genitive=data["genitive"],
        purpose=data["purpose"],
        clause_openers=frozenset(data.get("clause_openers", ())),
        reflexives=frozenset(data.get("reflexives", ())),
        places=tuple(data.get("places", ())),
        prepositions={name: tuple(words) for name, words in data["prepositions"].items()},
        passive_auxiliaries=frozenset(data["passive_auxiliaries"]),
        active_auxiliaries=frozenset(data.get("active_auxiliaries", ())),
        perfect_auxiliaries=frozenset(data.get("perfect_auxiliaries", ())),
        recipient_auxiliaries=frozenset(data.get("recipient_auxiliaries", ())),
        relative_pronouns=frozenset(data["relative_pronouns"]),
        between_actors=frozenset(data.get("between_actors", ())),
        present_participle_endings=tuple(data["present_participle_endings"]),
        object_control=frozenset(verb.replace("|", "") for verb in data["object_control"]),
        separable=separable,
        forms=forms,
        participles=frozenset(past - {particle + base for particle, _, base in split}),
        never_finite=frozenset(past - finite),
        singulars={
            plural: noun for noun in (*data.get("no_things", ()), *nouns) for plural in inflection.plurals(noun)
        },
        things=Nouns(frozenset(data.get("things", ())), frozenset(data.get("no_things", ())), open=True),
        numerals=frozenset(data.get("numerals", ())),
        currencies=frozenset(data.get("currencies", ())),
        with_to_be=frozenset(data.get("with_to_be", ())),
        active_only=frozenset(data.get("active_only", ())),
        resultative=frozenset(data.get("resultative", ())),
        plain_agreements=frozenset(data.get("plain_agreements", ())),
        apart=frozenset(data.get("apart", ())),
        periods=frozenset(data.get("periods", ())),
        closely=frozenset(data.get("closely", ())),
    )


def _verbs(
    split: Sequence[tuple[str, str, str]], irregular: Mapping[str, str], inflection: Inflection
) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    separable: dict[str, frozenset[str]] = {}
    forms: dict[str, str] = {particle + base: particle + base for particle, _, base in split}
    for particle, _, base in split:
        if particle:
            separable[base] = separable.get(base, frozenset()) | {particle}
    # "stak" is of steken, though a regular verb (staken) might have the form too
    for particle, _, base in sorted(split, key=lambda verb: verb[2] not in irregular):
        for form in inflection.verb_forms(particle + base, particle, irregular):
            forms.setdefault(form, particle + base)
        if particle and base in irregular:
            for form in inflection.base_forms(base, irregular):
                forms.setdefault(form, base)
    for particle, _, base in split:
        if particle:
            for form in inflection.base_forms(base, irregular):
                forms.setdefault(form, base)
    return separable, forms
