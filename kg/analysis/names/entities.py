"""Which names of an article are of the same entity, and what its fullest name is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.analysis.document import Document
from kg.analysis.names.countries import Countries
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, PERSON, PLACE, SURNAME, TOWN, WORD, Lexicon
from kg.analysis.names.spans import Stretch, head_of
from kg.analysis.names.words import Cues

_GENITIVES = ("'s", "’s", "'", "’", "s")


@dataclass
class Bearer:
    """An entity as an article names it.

    Attributes:
        full: its fullest name.
        places: the numbers of its names, among all names of the article.
        country: whether it is a country.
    """

    full: str
    places: list[int] = field(default_factory=list)
    country: bool = False


class Grouping:
    """Groups the names of an article by who bears them."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries) -> None:
        self._document = document
        self._lexicon = lexicon
        self._cues = cues
        self._lands = lands

    def bearers(self, stretches: Sequence[Stretch]) -> list[Bearer]:
        """Give who bears the names, in the order of their first names."""
        texts = [self._document.words(*stretch) for stretch in stretches]
        given = set(texts)
        bases = [
            text if self._is_of_several(stretch) else self._base(text, given, self._owns(stretch))
            for text, stretch in zip(texts, stretches, strict=True)
        ]
        bearers = self._by_name(stretches, bases)
        aliases = self._aliases(stretches, bases) | self._shorter(bearers)
        return list(_joined(bearers, aliases).values())

    def _owns(self, stretch: Stretch) -> bool:
        return head_of(self._document, stretch).relation == "nmod:poss"

    def _is_of_several(self, stretch: Stretch) -> bool:
        """Tell whether the s of a name is that of a plural: "de Houthi's"."""
        before = self._document.tokens[stretch.first - 1] if stretch.first else None
        several = before is not None and before.text.lower() == "de"
        return several and self._document.tokens[stretch.stop - 1].text.endswith(("'s", "’s"))

    def _base(self, text: str, given: set[str], owns: bool) -> str:
        """Give a name without the s of a genitive: Oekraïne of Oekraïnes, Rutte of Rutte's."""
        if text.endswith(".") and self._ends_sentence(text[:-1]):
            return text[:-1]
        for ending in _GENITIVES:
            if text.endswith(ending) and len(text) > len(ending) + 2:
                bare = text[: -len(ending)]
                return bare if ending != "s" or self._is_genitive(text, bare, given, owns) else text
        return text

    def _ends_sentence(self, bare: str) -> bool:
        """Tell whether the full stop behind a name is not its own: "de VS."."""
        last = bare.rpartition(" ")[2]
        return bare in self._lands.names or bare in self._cues.known or last in self._cues.sets["companies"]

    def _is_genitive(self, text: str, bare: str, given: set[str], owns: bool) -> bool:
        if self._is_known(text) or self._is_known(text.rpartition(" ")[2]):
            return False
        return bare in given or self._is_known(bare) or (owns and self._is_known(bare.rpartition(" ")[2]))

    def _is_known(self, name: str) -> bool:
        return name in self._lands.names or name in self._cues.known or bool(self._lexicon(name) & ~WORD)

    def _by_name(self, stretches: Sequence[Stretch], bases: Sequence[str]) -> dict[str, Bearer]:
        bearers: dict[str, Bearer] = {}
        for place, base in enumerate(bases):
            country = self._country(stretches[place].first, base)
            full = country or self._cues.short.get(base, base)
            key = full.casefold() if country or base not in self._lands.names else f"de {full}"
            bearer = bearers.setdefault(key, Bearer(full, country=country is not None))
            if bearer.full.isupper() and not full.isupper():  # a headline in capitals
                bearer.full = full
            bearer.places.append(place)
        return bearers

    def _country(self, first: int, base: str) -> str | None:
        """Give the country that a name stands for; "de Polen" are people."""
        if base in self._lands.people and first and self._document.tokens[first - 1].text.lower() in ("de", "alle"):
            return None
        return self._lands.names.get(base) or self._lands.names.get(base.title() if base.isupper() else base)

    def _aliases(self, stretches: Sequence[Stretch], bases: Sequence[str]) -> dict[str, str]:
        """Give short forms that stand in brackets behind a name: Women's Ordination Worldwide (WOW)."""
        tokens, aliases = self._document.tokens, {}
        for place in range(1, len(stretches)):
            first = stretches[place].first
            if first and tokens[first - 1].text == "(" and stretches[place - 1].stop == first - 1:
                before, inside = bases[place - 1], bases[place]
                if _abbreviates(inside, before):
                    aliases[inside.casefold()] = before.casefold()
                elif _abbreviates(before, inside):
                    aliases[before.casefold()] = inside.casefold()
        return aliases

    def _shorter(self, bearers: Mapping[str, Bearer]) -> dict[str, str]:
        """Give shorter names that stand for a longer one: surnames, given names, companies without their LLC."""
        ends: dict[str, list[str]] = {}
        for key, bearer in bearers.items():
            words = bearer.full.split()
            for cut in range(1, len(words)) if not bearer.country else ():
                last, start = " ".join(words[cut:]).casefold(), " ".join(words[:cut]).casefold()
                if self._is_person(words) and self._lexicon(words[cut]) != WORD:
                    ends.setdefault(last, []).append(key)
                if self._stands_alone(words, cut):
                    ends.setdefault(start, []).append(key)
        found = {}
        for short, longer in ends.items():
            one = self._only(longer, bearers) if short in bearers and not bearers[short].country else None
            if one is not None and self._can_be_short(bearers[short].full, bearers[one].full):
                found[short] = one
        return found

    def _only(self, longer: Sequence[str], bearers: Mapping[str, Bearer]) -> str | None:
        """Give the one longer name, or the fullest of several whose given names agree: J.P. and Jan Peter."""
        best = max(longer, key=lambda key: (len(bearers[key].full), key))
        initial = bearers[best].full[0]
        return best if all(bearers[key].full[0] == initial for key in longer) else None

    def _is_person(self, words: Sequence[str]) -> bool:
        if words[-1] in self._cues.parts or words[-1] in self._cues.sets["companies"]:
            return False
        flags = self._lexicon(words[0])
        known = self._cues.known.get(" ".join(words))
        listed = self._lexicon(" ".join(words))
        return (
            known is None
            and not listed & (ORGANISATION | PLACE)
            and (bool(flags & GIVEN) or not flags & (PLACE | ORGANISATION))
        )

    def _stands_alone(self, words: Sequence[str], cut: int) -> bool:
        """Tell whether the first words of a name stand for all of it: Swift Beat (LLC), Lumo (Energy), Jan (Jansen)."""
        if all(word in self._cues.sets["companies"] for word in words[cut:]):
            return True
        if cut > 1 or words[0] in self._cues.parts or words[0] in self._cues.sets["heads"]:
            return False
        flags = self._lexicon(words[0])
        if self._is_person(words) and flags & GIVEN:
            return True
        return not flags & (GIVEN | TOWN | PLACE) and words[0] not in self._lands.adjectives and not flags & WORD

    def _can_be_short(self, short: str, full: str) -> bool:
        flags = self._lexicon(short)
        known = short in self._cues.known or (flags & TOWN and not flags & (SURNAME | PERSON | GIVEN))
        return not known or full.startswith(short)


def _abbreviates(short: str, full: str) -> bool:
    if not (short.isupper() and 2 <= len(short) <= 7):
        return False
    capitals = [char for char in full if char.isupper()]
    initials = [word[0].upper() for word in full.replace("-", " ").split()]
    letters = [char for char in short if char.isalnum()]
    return letters in (capitals, initials)


def _joined(bearers: Mapping[str, Bearer], aliases: Mapping[str, str]) -> dict[str, Bearer]:
    joined: dict[str, Bearer] = {}
    for key, bearer in bearers.items():
        target, steps = key, 0
        while target in aliases and steps < 3:
            target, steps = aliases[target], steps + 1
        into = joined.setdefault(target, Bearer(bearers[target].full, country=bearers[target].country))
        into.places.extend(bearer.places)
    for bearer in joined.values():
        bearer.places.sort()
    return joined
