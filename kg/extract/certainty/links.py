"""From what is told of to what stands above it: verbs, nouns and clauses, and what they make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.analysis import Token
from kg.extract.certainty.clauses import Clause
from kg.extract.certainty.governors import Governors
from kg.extract.certainty.lexicon import Effect, Governor, StatusLexicon, effect_of_saying
from kg.extract.certainty.nominal import nominal_effect
from kg.extract.says.reading import Reading

_COMPLEMENTS = frozenset(("ccomp", "xcomp", "csubj", "obj", "nsubj", "obl", "iobj"))
_PHRASES = frozenset(("obj", "nsubj", "obl", "csubj", "xcomp", "advcl", "iobj", "ccomp"))


@dataclass(frozen=True, slots=True)
class Link:
    """A step up the tree.

    Attributes:
        governor: the token above.
        effect: what it makes of what stands below it.
        cue: the words that say so.
        context: what its own clause makes of it besides; None to leave that out.
        stops: whether nothing further up matters.
    """

    governor: int
    effect: Effect = "same"
    cue: tuple[int, ...] = ()
    context: Clause | None = None
    stops: bool = False


class Links:
    """Steps up the tree in one article.

    Args:
        reading: the article.
        lexicon: the words.
        clause: gives what a clause says of its predicate.
        heads_clause: tells whether a token is the predicate of a clause.
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: StatusLexicon,
        clause: Callable[[int], Clause],
        heads_clause: Callable[[int], bool],
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._governors = Governors(reading, lexicon)
        self._clause = clause
        self._heads_clause = heads_clause

    def above(self, index: int) -> Link | None:
        """Give the step up from a token, or None where it depends on nothing."""
        token = self._reading.tokens[index]
        if token.head == index:
            return None
        if self._heads_clause(index):
            return self._above_clause(token)
        return self._above_noun(token)

    def _above_clause(self, token: Token) -> Link | None:
        relation = token.relation.partition(":")[0]
        if relation in ("aux", "cop"):
            return Link(token.head, context=self._clause(token.head))
        if relation == "conj":
            return self._above_conjunct(token)
        if relation == "acl":
            return self._above_modifier(token)
        if relation == "amod":
            return None
        if relation == "advcl":
            return self._above_adverbial(token)
        return self._above_complement(token) if relation in _COMPLEMENTS else None

    def _above_conjunct(self, token: Token) -> Link | None:
        if not self._heads_clause(token.head):
            return Link(token.head)
        verbs = [
            token.index,
            *(
                child.index
                for child in self._reading.children(token.index)
                if child.relation in ("aux", "cop", "aux:pass")
            ),
        ]
        if self._reading.is_finite(token.head) or any(self._reading.is_finite(verb) for verb in verbs):
            return Link(token.head)  # each has its own finite verb
        context = self._clause(token.head)
        against = any(
            child.relation == "cc" and self._reading.lower[child.index] in self._lexicon.lists["against"]
            for child in self._reading.children(token.index)
        )
        return Link(token.head, context=None if against and context.negated else context)

    def _above_adverbial(self, token: Token) -> Link | None:
        without = self._governors.mark_in(token.index, "withouts")
        if without is not None:
            return Link(token.head, "denied", (without,), stops=True)
        noun = self._governors.noun_before(token) or self._governors.subject_noun(token)
        if noun is not None:
            return self._from_noun(noun)
        purpose = self._governors.mark_in(token.index, "purposes")
        if purpose is not None:
            governor = self._governors.at(token.head)
            if governor is not None and governor.does != "same":
                return self._governed(token, governor)
            implied = governor is not None and governor.word in self._lexicon.lists["bringing"]
            return Link(token.head, "same" if implied else "planned", (purpose,), self._clause(token.head))
        condition = self._governors.mark_in(token.index, "conditions")
        if condition is not None:
            past = self._reading.lower[condition] in self._lexicon.lists["until_done"] and self._is_past(token.index)
            return None if past else Link(token.head, "possible", (condition,), stops=True)
        if self._governors.mark_in(token.index, "to") is not None:
            return Link(token.head, context=self._clause(token.head))
        return None

    def _is_past(self, index: int) -> bool:
        verbs = [index, *(child.index for child in self._reading.children(index))]
        return any("Tense=Past" in self._reading.tokens[verb].features for verb in verbs)

    def _above_complement(self, token: Token) -> Link | None:
        whether = self._governors.mark_in(token.index, "whether")
        if whether is not None:
            return Link(token.head, "possible", (whether,), stops=True)
        noun = self._governors.noun_before(token) or self._governors.subject_noun(token)
        if noun is not None:
            return self._from_noun(noun)
        governor = self._governors.at(token.head)
        if governor is not None:
            return self._governed(token, governor)
        return self._ungoverned(token)

    def _governed(self, token: Token, governor: Governor) -> Link:
        context = self._clause(token.head)
        if context.negated and context.status in ("denied", "ended", "possible"):
            doubt = Clause("possible", context.cue) if context.status == "possible" else None
            return Link(token.head, governor.negated, (*context.cue, token.head), doubt)
        if context.status == "ended":
            return Link(token.head, governor.negated, (*context.cue, token.head))
        is_past = (
            governor.word in self._lexicon.lists["plans_now"]
            and "Tense=Past" in self._reading.tokens[token.head].features
        )
        return Link(token.head, "same" if is_past else governor.does, (token.head,), context)

    def _ungoverned(self, token: Token) -> Link:
        """Step up to a word that says nothing of what stands below it: if that is negated, who knows."""
        context = self._clause(token.head)
        if context.status in ("denied", "ended"):
            is_infinitive = token.relation == "xcomp"
            return Link(token.head, "denied" if is_infinitive else "possible", context.cue)
        return Link(token.head, context=context)

    def _from_noun(self, noun: int) -> Link:
        effect = self._governors.effect_of(noun) or "same"
        bare = nominal_effect(self._reading, self._lexicon, noun)
        if bare is not None and bare[0] == "denied":
            certain = self._reading.tokens[noun].lemma in self._lexicon.lists["certain_without"]
            return Link(
                noun,
                "same" if certain else "denied" if effect == "planned" else "possible",
                (noun, *bare[1]),
                stops=True,
            )
        return Link(noun, effect, (noun,))

    def _above_modifier(self, token: Token) -> Link | None:
        """Step up from a clause to the noun that it belongs to."""
        reading, noun = self._reading, token.head
        if token.relation == "acl:relcl" or (
            self._governors.mark_in(token.index, "said_of_noun") is not None and reading.tokens[noun].pos != "NOUN"
        ):
            return None if self._governors.is_definite(noun) else Link(noun)
        is_participle = "VerbForm=Part" in token.features and not self._governors.marks(token.index)
        if self._governors.effect_of(noun) is not None and not is_participle:
            return self._from_noun(noun)
        if (
            "VerbForm=Inf" in reading.tokens[token.index].features
            or self._governors.mark_in(token.index, "purposes") is not None
        ):
            governor = self._governors.at(reading.tokens[noun].head)
            if governor is not None and governor.word in self._lexicon.lists["bringing"]:
                return Link(noun, context=None)
            return Link(noun, "planned", tuple(self._governors.marks(token.index).values())[:1])
        return None if self._governors.is_definite(noun) else Link(noun)

    def _above_noun(self, token: Token) -> Link | None:
        reading, lexicon = self._reading, self._lexicon
        relation = token.relation.partition(":")[0]
        case = self._case(token)
        word = reading.lower[case] if case is not None else ""
        if word in lexicon.lists["without_preposition"]:
            return Link(token.head, "denied", (case,) if case is not None else (), stops=True)
        if word in lexicon.lists["purpose_preposition"] and (link := self._purpose(token, case)):
            return link
        if case is not None and (noun := self._noun_directed(token, case)) is not None:
            return Link(noun, self._governors.effect_of(noun) or "same", (noun,))
        if relation == "nmod":
            return None
        if relation == "conj":
            return Link(token.head)
        if word in lexicon.lists["granted"] or relation not in _PHRASES:
            return None
        return self._above_phrase(token, relation, word)

    def _case(self, token: Token) -> int | None:
        return next((child.index for child in self._reading.children(token.index) if child.relation == "case"), None)

    def _purpose(self, token: Token, case: int | None) -> Link | None:
        """Find what has a noun for its purpose: "een overeenkomst voor de productie van"."""
        here = token
        for _ in range(3):
            if here.head == here.index:
                return None
            here = self._reading.tokens[here.head]
            nouns = [
                here,
                *(child for child in self._reading.children(here.index) if child.relation in ("obj", "nsubj:pass")),
            ]
            if any(self._reading.is_in_words(noun.index, self._lexicon.lists["purposeful"]) for noun in nouns):
                cue = (case,) if case is not None else ()
                return Link(
                    here.index, "planned", cue, self._clause(here.index) if self._heads_clause(here.index) else None
                )
        return None

    def _noun_directed(self, token: Token, case: int) -> int | None:
        """Find the noun that a phrase belongs to, right before its preposition or above it: "hoop op een akkoord"."""
        if self._reading.lower[case] not in self._lexicon.lists["directed"]:
            return None
        for noun in (token.head, case - 1):
            if (
                0 <= noun < case
                and self._reading.tokens[noun].pos == "NOUN"
                and self._governors.effect_of(noun) is not None
            ):
                return noun
        return None

    def _above_phrase(self, token: Token, relation: str, case: str) -> Link | None:
        """Step up from a noun phrase to its verb."""
        reading, lexicon, verb = self._reading, self._lexicon, token.head
        active_subject = token.relation == "nsubj"
        word = reading.lower[verb]
        if case and case not in lexicon.lists["directed"]:
            return None
        if active_subject and word in lexicon.failing and lexicon.failing.find(reading, verb):
            return self._governed(token, self._governors.at(verb) or Governor(word, "", "denied", "actual"))
        exists = any(reading.lower[child.index] in lexicon.lists["existing"] for child in reading.children(verb))
        if exists or (not case and word in lexicon.happening and lexicon.happening.find(reading, verb)):
            return Link(verb, context=self._clause(verb))
        if relation == "nsubj" and not self._is_verb(verb):
            return self._said_of(token)
        if not active_subject and (link := self._governed_phrase(token, relation)):
            return link
        return self._presupposed(token, case)

    def _is_verb(self, index: int) -> bool:
        return self._reading.tokens[index].pos in ("VERB", "AUX")

    def _said_of(self, token: Token) -> Link | None:
        """Step up to an adjective or noun said of a noun: "een akkoord is mogelijk"."""
        governor = self._governors.at(token.head)
        return self._governed(token, governor) if governor is not None and governor.does != "same" else None

    def _governed_phrase(self, token: Token, relation: str) -> Link | None:
        reading, lexicon, verb = self._reading, self._lexicon, token.head
        word = reading.lower[verb]
        if word in lexicon.governors and (governor := lexicon.governors.find(reading, verb)):
            return None if governor.word in lexicon.lists["plans_now"] else self._governed(token, governor)
        if (
            relation in ("obj", "nsubj")
            and word in lexicon.says.verbs
            and (saying := lexicon.says.verbs.find(reading, verb))
        ):
            if saying.object and saying.status == "actual":
                return Link(verb, saying.object, (verb,), self._clause(verb))
            return self._governed(token, effect_of_saying(saying))
        return None

    def _presupposed(self, token: Token, case: str) -> Link | None:
        """Step up to a verb that says nothing of its noun: an indefinite one is as unsure as the clause."""
        if case or self._governors.is_definite(token.index):
            return None
        context = self._clause(token.head)
        if context.status not in ("planned", "possible"):
            return None
        return Link(token.head, context.status, context.cue)
