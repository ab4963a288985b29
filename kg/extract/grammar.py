"""What the rules know of a language: closed classes of words, and how its verbs change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.extract.inflection import base_forms, participles, plurals, verb_forms
from kg.extract.nounlists import Nouns


@dataclass(frozen=True)
class Grammar:
    """The closed classes of a language.

    Attributes:
        agent: the preposition of a passive's agent.
        genitive: the preposition of a genitive.
        purpose: the word that begins a clause of purpose.
        prepositions: the prepositions that count as one: ``met`` takes ``samen met``.
        passive_auxiliaries: the auxiliaries of the passive.
        active_auxiliaries: those that no passive has.
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
        plain_agreements: nouns that say no more than the type does.
        periods: words for how long something lasts.
        closely: words for how closely some work together.
        resultative: verbs that mean something else with what their object becomes: "onschadelijk maken".
    """

    agent: str
    genitive: str
    purpose: str
    prepositions: Mapping[str, tuple[str, ...]]
    passive_auxiliaries: frozenset[str]
    active_auxiliaries: frozenset[str]
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
    resultative: frozenset[str]
    plain_agreements: frozenset[str]
    periods: frozenset[str]
    closely: frozenset[str]

    def verb_of(self, form: str) -> str | None:
        """Give the verb that a form belongs to, of those that the frames know."""
        return self.forms.get(form)


def read_grammar(data: Mapping[str, Any], verbs: Iterable[str], nouns: Iterable[str] = ()) -> Grammar:
    """Make a grammar of a language's data.

    Args:
        data: the table ``grammar`` of the language's file.
        verbs: the verbs that the frames know, in their dictionary form, a separable particle marked: ``aan|vallen``.
        nouns: the nouns that the frames know.
    """
    split = [verb.rpartition("|") for verb in sorted({*verbs, *data["object_control"]})]
    separable, forms = _verbs(split, data["irregular"])
    past = {form for particle, _, base in split for form in participles(particle + base, particle, data["irregular"])}
    finite = {particle + form for particle, _, base in split for form in base_forms(base, data["irregular"])}
    return Grammar(
        agent=data["agent"],
        genitive=data["genitive"],
        purpose=data["purpose"],
        prepositions={name: tuple(words) for name, words in data["prepositions"].items()},
        passive_auxiliaries=frozenset(data["passive_auxiliaries"]),
        active_auxiliaries=frozenset(data.get("active_auxiliaries", ())),
        recipient_auxiliaries=frozenset(data.get("recipient_auxiliaries", ())),
        relative_pronouns=frozenset(data["relative_pronouns"]),
        between_actors=frozenset(data.get("between_actors", ())),
        present_participle_endings=tuple(data["present_participle_endings"]),
        object_control=frozenset(verb.replace("|", "") for verb in data["object_control"]),
        separable=separable,
        forms=forms,
        participles=frozenset(past - {particle + base for particle, _, base in split}),
        never_finite=frozenset(past - finite),
        singulars={plural: noun for noun in (*data.get("no_things", ()), *nouns) for plural in plurals(noun)},
        things=Nouns(frozenset(data.get("things", ())), frozenset(data.get("no_things", ())), open=True),
        numerals=frozenset(data.get("numerals", ())),
        currencies=frozenset(data.get("currencies", ())),
        with_to_be=frozenset(data.get("with_to_be", ())),
        resultative=frozenset(data.get("resultative", ())),
        plain_agreements=frozenset(data.get("plain_agreements", ())),
        periods=frozenset(data.get("periods", ())),
        closely=frozenset(data.get("closely", ())),
    )


def _verbs(
    split: Sequence[tuple[str, str, str]], irregular: Mapping[str, str]
) -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    separable: dict[str, frozenset[str]] = {}
    forms: dict[str, str] = {}
    for particle, _, base in split:
        if particle:
            separable[base] = separable.get(base, frozenset()) | {particle}
        for form in verb_forms(particle + base, particle, irregular):
            forms.setdefault(form, particle + base)
    for particle, _, base in split:
        if particle:
            for form in base_forms(base, irregular):
                forms.setdefault(form, base)
    return separable, forms
