"""Who does what: the grammatical functions around a predicate, the same for actives, passives and relative clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.analysis import Document, Token
from kg.extract.grammar import Grammar
from kg.extract.lemmas import Lemmas
from kg.extract.prepositions import Prepositions

_MOST_STEPS = 12  # up the tree in search of a subject: deeper chains are parse errors


class Tree:
    """The grammatical functions of an analysed article.

    A function names where a role's filler stands, seen from a predicate: ``subject`` and ``object`` are the logical
    ones (a passive's subject is its agent); ``indirect``; a preposition (``met``) takes its obliques and modifiers;
    ``genitive`` takes possessors, ``adjective`` the adjectives before a noun, ``antecedent`` what a noun is said of
    (the subject of a copula, what it stands in apposition to), ``itself`` the predicate, ``compound`` the product and
    ``part`` the name that a compound begins with. Steps are joined by a slash:
    ``object/van``.
    """

    def __init__(self, document: Document, grammar: Grammar) -> None:
        self.document = document
        self.grammar = grammar
        self._lemmas = Lemmas(document, grammar)
        self._prepositions = Prepositions(document, grammar)
        self._fillers: dict[tuple[int, str], list[int]] = {}
        self._named: dict[str, Callable[[int], list[int]]] = {
            "subject": self.subject,
            "object": self.object,
            "indirect": self._indirect,
            "genitive": self._genitive,
            "adjective": lambda index: self._below(index, "amod"),
            "antecedent": self.antecedent,
            "apposed": self._apposed,
            "surface": self.surface_subject,
            "second": self._second_subject,
            "clause": self._clause,
            "purpose": self._purpose,
            "compound": lambda index: [index],
            "part": lambda index: [index],
            "itself": lambda index: [index],
            "governor": self._governor,
        }

    def fillers(self, index: int, path: str) -> list[int]:
        """Give the heads of the phrases that stand in a function.

        Args:
            index: the predicate.
            path: a function, or several joined by slashes.
        """
        known = self._fillers.get((index, path))  # many frames ask the same of one verb
        if known is None:
            known = self._fillers.setdefault((index, path), self._at(index, path))
        return list(known)

    def _at(self, index: int, path: str) -> list[int]:
        here = [index]
        for step in path.split("/"):
            function = self._named.get(step)
            found = [function(at) if function else self.oblique(at, step) for at in here]
            here = list(dict.fromkeys(head for heads in found for head in heads))
        return here

    def is_passive(self, index: int) -> bool:
        """Tell whether a verb is in the passive: its subject undergoes what it says."""
        token = self.document.tokens[index]
        below = self.document.children(index)
        if any(child.relation == "aux:pass" or child.lemma in self.grammar.passive_auxiliaries for child in below):
            return True
        if any(child.relation == "aux" and child.lemma in self.grammar.active_auxiliaries for child in below):
            return False
        if any(child.relation in ("nsubj:pass", "obl:agent") for child in below):
            return True
        if token.relation in ("acl", "amod"):
            return not self._is_present_participle(token) and not token.has("VerbForm=Inf")
        if not self._is_participle(token):
            return False
        if token.relation == "conj" and not self._has_auxiliary(index):
            return token.head != index and self.is_passive_head(token.head)
        return self._is_passive_participle(token)

    def _receiving(self, index: int) -> int | None:
        """Give the verb above a participle whose subject is who receives: krijgt of "krijgt wapens geleverd"."""
        token = self.document.tokens[index]
        if token.relation not in ("xcomp", "ccomp", "advcl") or not self._is_participle(token):
            return None
        return token.head if self.predicate(token.head) in self.grammar.recipient_auxiliaries else None

    def _indirect(self, index: int) -> list[int]:
        receiving = self._receiving(index)
        return self._below(index, "iobj") if receiving is None else self.surface_subject(receiving)

    def _is_participle(self, token: Token) -> bool:
        """Tell whether a word is a past participle, by its form where the tagger took it for an infinitive."""
        by_form = token.text.lower() in self.grammar.participles
        finite = token.has("VerbForm=Fin") and not self.document.children(token.index, "aux", "cop")
        return (by_form and (not finite or self._is_headline(token))) or token.has("VerbForm=Part")

    def _is_mistaken(self, index: int) -> bool:
        """Tell whether a participle was taken for a finite verb, so that nobody knows whether its subject does it."""
        token = self.document.tokens[index]
        finite = token.has("VerbForm=Fin") and not self._has_auxiliary(index)
        return finite and token.text.lower() in self.grammar.never_finite

    def _is_headline(self, token: Token) -> bool:
        """Tell whether a participle that the tagger took for a finite verb stands by itself: "Man neergestoken"."""
        here = self.document.sentence_of(token.index)
        alone = all(other.pos != "AUX" for other in self.document.tokens[here.first : here.stop])
        return alone and token.text.lower() in self.grammar.never_finite

    def _is_passive_participle(self, token: Token) -> bool:
        """Tell whether a participle is in the passive: "is neergestoken", in a headline "Man neergestoken"."""
        if self.predicate(token.index) in self.grammar.with_to_be or self._below(token.index, "obj"):
            return False
        auxiliaries = {child.lemma for child in self.document.children(token.index, "aux", "cop")}
        return auxiliaries <= {"zijn"}

    def is_passive_head(self, index: int) -> bool:
        """Tell whether the verb that a coordinated participle hangs on is in the passive, by its own words."""
        below = self.document.children(index)
        return any(child.relation in ("aux:pass", "nsubj:pass") for child in below)

    def _has_auxiliary(self, index: int) -> bool:
        return bool(self.document.children(index, "aux"))

    def _is_present_participle(self, token: Token) -> bool:
        return token.text.lower().endswith(self.grammar.present_participle_endings)

    def subject(self, index: int) -> list[int]:
        """Give who does it: the subject, of a passive the agent."""
        if not self.is_passive(index) and self._receiving(index) is None:
            return [] if self._is_mistaken(index) else self.surface_subject(index)
        agents = self._below(index, "obl:agent") or self.oblique(index, self.grammar.agent)
        if agents or self._receiving(index) is None:
            return agents
        return self.oblique(index, self.grammar.genitive)  # "krijgt tanks geleverd van Duitsland"

    def object(self, index: int) -> list[int]:
        """Give who undergoes it: the object, of a passive the subject."""
        if self.is_passive(index):
            return self.surface_subject(index)
        own = [child.index for child in self.document.children(index, "obj") if not self._is_relative(child)]
        if own:
            return [self._counted(self._prepositions.whole(noun)) for noun in own[len(self._first_object(index)) :]]
        if self._prepositions.is_nominal(index):
            return self.oblique(index, self.grammar.genitive)
        receiving = self._receiving(index)
        if receiving is not None:
            return self.object(receiving)
        second = self._second_subject(index) or self._stray_object(index)
        return second or self._relative_object(index) or self._mistaken_object(index)

    def _stray_object(self, index: int) -> list[int]:
        """Give a name that the parser hung on the day before it, or took for an aside: "heeft zondag Jan Smit …"."""
        below = self.document.children(index, "appos", "obl", "advmod")
        names = [child for child in below if child.relation == "appos"]
        for child in below:
            if child.relation != "appos" and self._prepositions.preposition(child.index) is None:
                names += self.document.children(child.index, "nmod", "appos")
        return [
            name.index for name in names if name.pos == "PROPN" and self._prepositions.preposition(name.index) is None
        ][:1]

    def _counted(self, index: int) -> int:
        """Give the noun that another counts: leveringen of "een aantal leveringen"."""
        below = self.document.children(index, "nmod")
        counted = [child.index for child in below if child.index > index and child.pos == "NOUN"]
        bare = [noun for noun in counted if not self._has_preposition_between(index, noun)]
        return bare[-1] if bare else index

    def _has_preposition_between(self, first: int, last: int) -> bool:
        return any(token.pos == "ADP" for token in self.document.tokens[first + 1 : last])

    def _second_subject(self, index: int) -> list[int]:
        """Give the second of two subjects that a verb cannot have: the parser took its object for one."""
        subjects = [child for child in self.document.children(index, "nsubj") if not self._is_relative(child)]
        return [subjects[-1].index] if len(subjects) > 1 else []

    def _mistaken_object(self, index: int) -> list[int]:
        """Give an object that was taken for a verb, as in a headline: "levert geweren"."""
        below = self.document.children(index, "xcomp", "ccomp", "advmod")
        plurals = [child for child in below if child.pos == "NOUN" or self._lemmas.is_plural(child.index)]
        nouns = [noun for noun in plurals if self.grammar.verb_of(noun.text.lower()) is None]
        return [noun.index for noun in nouns if self._prepositions.preposition(noun.index) is None]

    def _relative_object(self, index: int) -> list[int]:
        token = self.document.tokens[index]
        if token.relation != "acl:relcl":
            return []
        subjects = self.document.children(index, "nsubj")
        if any(not self._is_relative(child) for child in subjects):
            return [token.head]
        return []

    def surface_subject(self, index: int) -> list[int]:
        """Give the subject as it stands, or as it is understood: of the main verb, of what a clause is about."""
        for _ in range(_MOST_STEPS):
            token = self.document.tokens[index]
            own = self._subjects(index)
            if own:
                return [token.head] if self._is_relative(own[0]) and self._is_relative_clause(token) else [own[0].index]
            if alone := self._subject_of_what_happens(index) or self._first_object(index):
                return alone
            above = self._subject_above(token)
            if above is None:
                return []
            if above >= 0:
                return [above]
            index = token.head
        return []

    def _subjects(self, index: int) -> list[Token]:
        """Give the subjects of a verb, what it has before any other first.

        Of two, one before a colon is another clause's ("Kleuter dood: ouders verdacht"), and the first of a passive
        is mostly a time ("is dinsdagnacht een granaat gegooid").
        """
        own = self.document.children(index, "nsubj")
        if not own:  # hung on the auxiliary
            own = [
                c for aux in self.document.children(index, "aux") for c in self.document.children(aux.index, "nsubj")
            ]
        if len(own) < 2:
            finite = self.document.tokens[index].has("VerbForm=Fin")
            return own if finite or not own else self._subjects_of_time(own[0].index) or own
        if self._colon_between(own[0].index, own[-1].index):
            return own[-1:]
        return own[::-1] if self.is_passive(index) else own

    def _subjects_of_time(self, index: int) -> list[Token]:
        """Give the subject of a clause that was made of a time: "X is zaterdagnacht | neergestoken"."""
        is_clause = self.document.tokens[index].pos in ("NOUN", "PROPN") and self.document.children(index, "cop")
        return self.document.children(index, "nsubj") if is_clause else []

    def _colon_between(self, first: int, stop: int) -> bool:
        return any(token.text == ":" for token in self.document.tokens[first:stop])

    def _first_object(self, index: int) -> list[int]:
        """Give the first of two objects, before their infinitive: "wil X Y bouwen" has no subject."""
        objects = self._below(index, "obj")
        lost = len(objects) > 1 and objects[1] < index and not self.document.children(index, "nsubj", "nsubj:pass")
        return objects[:1] if lost and not self._subject_above_has(index) else []

    def _subject_above_has(self, index: int) -> bool:
        head = self.document.tokens[index].head
        return head != index and bool(self.document.children(head, "nsubj", "nsubj:pass"))

    def _subject_of_what_happens(self, index: int) -> list[int]:
        """Give the subject of a verb without objects ("uitbreken") that the parser took for its object."""
        return self._below(index, "obj") if self.predicate(index) in self.grammar.with_to_be else []

    def _subject_above(self, token: Token) -> int | None:
        """Give the subject that a verb without one takes from above; -1 to look there again; None for none."""
        relation = token.relation
        if token.head == token.index:
            return None
        if relation in ("acl", "amod", "acl:relcl"):
            infinitive = token.has("VerbForm=Inf")
            return self._controller_of_noun(token.head) if infinitive else token.head
        head = self.document.tokens[token.head]
        if (
            relation == "nmod" and token.has("VerbForm=Part") and head.pos == "NOUN"
        ):  # "is een vrouw van 41 neergestoken"
            return token.head
        if relation == "xcomp" or (relation == "advcl" and token.has("VerbForm=Inf")):
            return self._controller(head)
        if relation == "conj" and (head.pos in ("VERB", "AUX") or self.document.children(head.index, "cop")):
            return -1
        if relation in ("obl", "obl:arg") and token.pos == "VERB":  # "gaat door met het uitbreiden"
            return -1
        if token.pos == "VERB" and relation == "conj":  # "… van wapens en het uitbreiden": hung on the noun between
            return next((above for above in self._subjects_above(token.index)), None)
        return None

    def _subjects_above(self, index: int) -> Iterator[int]:
        """Give the subjects of the verbs above a token, the nearest first."""
        for above, _ in zip(self.document.ancestors(index), range(_MOST_STEPS), strict=False):
            if above.pos == "VERB":
                yield from self._below(above.index, "nsubj")

    def _controller(self, head: Token) -> int | None:
        if self.predicate(head.index) in self.grammar.object_control:
            objects = [c for c in self.document.children(head.index, "obj", "iobj") if not self._is_relative(c)]
            return objects[0].index if objects else None
        return -1

    def _controller_of_noun(self, noun: int) -> int | None:
        """Give who is to do what an infinitive behind a noun says: "zijn plan om te", "X doet een poging om te"."""
        owner = self._genitive(noun)
        if owner:
            return owner[0]
        token = self.document.tokens[noun]
        if token.relation not in ("obj", "nsubj:pass", "obl", "obl:arg", "appos"):
            return None
        if token.relation == "appos":  # a purpose that the parser hung too low
            token = self.document.tokens[token.head]
        subjects = self.subject(token.head) if token.head != token.index else []
        return subjects[0] if subjects and subjects[0] != noun else None

    def _is_relative(self, token: Token) -> bool:
        return token.pos in ("PRON", "SCONJ", "DET") and token.text.lower() in self.grammar.relative_pronouns

    def _is_relative_clause(self, token: Token) -> bool:
        return token.relation in ("acl:relcl", "acl")

    def antecedent(self, index: int) -> list[int]:
        """Give what a noun or an adjective is said of: a copula's subject, what it is an apposition to."""
        token = self.document.tokens[index]
        if self.document.children(index, "cop") or token.pos == "VERB":
            return self.surface_subject(index)
        if token.relation in ("xcomp", "obj", "advmod"):  # "opereert onafhankelijk"
            return self.surface_subject(token.head)
        if token.pos == "ADJ" and token.relation != "amod":
            return self.surface_subject(index)
        return self._apposed(index)

    def _apposed(self, index: int) -> list[int]:
        """Give what a noun stands in apposition to, or goes with."""
        token = self.document.tokens[index]
        if token.relation in ("appos", "amod", "acl") and token.head != index:
            return [token.head]
        return [child.index for child in self.document.children(index, "appos") if child.pos == "PROPN"]

    def _governor(self, index: int) -> list[int]:
        token = self.document.tokens[index]
        return [token.head] if token.head != index else []

    def _genitive(self, index: int) -> list[int]:
        owners = [child.index for child in self.document.children(index, "nmod:poss")]
        if owners:
            return owners
        return [
            child.index
            for child in self.document.children(index, "det", "nmod", "flat")
            if child.pos == "PROPN" and child.index < index and not self._prepositions.preposition(child.index)
        ]

    def _clause(self, index: int) -> list[int]:
        return [c.index for c in self.document.children(index, "ccomp", "xcomp", "advcl", "acl") if c.pos == "VERB"]

    def _purpose(self, index: int) -> list[int]:
        return [
            child.index
            for child in self.document.children(index, "advcl", "acl", "xcomp")
            if any(mark.text.lower() == self.grammar.purpose for mark in self.document.children(child.index, "mark"))
        ]

    def _below(self, index: int, *relations: str) -> list[int]:
        return [child.index for child in self.document.children(index, *relations)]

    def oblique(self, index: int, preposition: str) -> list[int]:
        """Give the phrases with a preposition around a predicate: below it, or right behind a noun."""
        return self._prepositions.oblique(index, preposition)

    def phrase_head(self, preposition: int) -> int | None:
        """Give the head of the phrase that a preposition begins."""
        return self._prepositions.phrase_head(preposition)

    def has_complement(self, index: int) -> bool:
        """Tell whether a verb says what its object becomes: "onschadelijk maken"."""
        before = self.document.tokens[index - 1] if index else None
        adjective = before is not None and before.pos == "ADJ" and before.head == index
        return adjective or any(child.pos == "ADJ" for child in self.document.children(index, "xcomp"))

    def predicate(self, index: int) -> str:
        """Give the dictionary form of a token, of a verb with its particle: "kondigt … aan" is aankondigen."""
        return self._lemmas.predicate(index)

    def noun(self, index: int) -> str:
        """Give the dictionary form of a noun; where the lemmatiser left a plural, its singular."""
        return self._lemmas.noun(index)
