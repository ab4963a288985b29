"""Who of those in a report of a crime is the suspect, and who the victim."""

from __future__ import annotations

from collections.abc import Iterator

from kg.analysis import Document, Token
from kg.extract.entities import Entity
from kg.extract.mentionwords import mention_words
from kg.extract.salience import Salience

_FARTHEST = 120  # tokens back


class Crimes:
    """Tells whom "de verdachte" and "het slachtoffer" stand for.

    Args:
        document: the article.
        salience: what it has spoken of.
    """

    def __init__(self, document: Document, salience: Salience) -> None:
        self._document = document
        self._tokens = document.tokens
        self._salience = salience
        self._sets = mention_words(document.language).sets

    def person(self, token: Token, noun: str) -> Entity | None:
        """Give the one person that a noun for a suspect or a victim can mean; None for other nouns.

        Args:
            token: the noun.
            noun: its dictionary form.
        """
        if noun in self._sets["suspects"]:
            found = [*self._at(token, "arrested", active=False), *self._at(token, "harmed", active=True)]
        elif noun in self._sets["victims"]:
            found = [*self._at(token, "harmed", active=False)]
        else:
            return None
        people = {one.number: one for one in found if one.kind == "Person" and not one.plural}
        return next(iter(people.values())) if len(people) == 1 == len({one.number for one in found}) else None

    def _at(self, token: Token, verbs: str, *, active: bool) -> Iterator[Entity]:
        """Give the subjects of verbs in the active, or their objects and the subjects of those in the passive."""
        for verb in self._tokens[max(0, token.index - _FARTHEST) : token.index]:
            if verb.pos != "VERB" or not {verb.lemma, verb.text.lower()} & self._sets[verbs]:
                continue
            passive = bool(self._document.children(verb.index, "nsubj:pass")) or self._is_bare_participle(verb)
            if active and passive:
                continue
            for child in self._document.children(verb.index, "nsubj" if active or passive else "obj"):
                if (entity := self._salience.at(child.index)) is not None:
                    yield entity

    def _is_bare_participle(self, verb: Token) -> bool:
        """Tell whether it is the participle of a headline: "Vrouw neergestoken"."""
        return verb.has("VerbForm=Part") and not self._document.children(verb.index, "aux", "aux:pass", "obj")
