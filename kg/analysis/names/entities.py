"""Which names of an article are of the same entity, and what its fullest name is."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from kg.analysis.document import Document, Token
from kg.analysis.names.countries import Countries
from kg.analysis.names.lexicon import GIVEN, ORGANISATION, PERSON, PLACE, SURNAME, TOWN, WORD, Lexicon
from kg.analysis.names.record import Stretch
from kg.analysis.names.spans import head_of
from kg.analysis.names.words import Cues, Nouns

_SHORTEST_SHOUT = 4
_MOST_NAMESAKES = 8


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

    def before(self, place: int) -> int:
        """Give the last of its names before another; -1 where there is none."""
        at = bisect.bisect_left(self.places, place)
        return self.places[at - 1] if at else -1


class Grouping:
    """Groups the names of an article by who bears them."""

    def __init__(self, document: Document, lexicon: Lexicon, cues: Cues, lands: Countries, nouns: Nouns) -> None:
        self._document = document
        self._lexicon = lexicon
        self._cues = cues
        self._lands = lands
        self._nouns = nouns
        self._counting = tuple(cues.sets["counting_endings"])

    def bearers(self, stretches: Sequence[Stretch]) -> list[Bearer]:
        """Give who bears the names, in the order of their first names."""
        texts = [self._document.words(*stretch) for stretch in stretches]
        given = set(texts)
        bases = [
            text if self._keeps_its_s(stretch) else self._base(text, given, self._owns(stretch))
            for text, stretch in zip(texts, stretches, strict=True)
        ]
        bases = self._with_surnames(stretches, bases)
        bearers = self._by_name(stretches, bases)
        aliases = self._aliases(stretches, bases) | self._shorter(bearers, stretches)
        return list(_joined(bearers, aliases).values())

    def _with_surnames(self, stretches: Sequence[Stretch], bases: Sequence[str]) -> list[str]:
        """Give the given names of a family their surname: Bill Gates in "het echtpaar Bill en Melinda Gates"."""
        named = list(bases)
        kin = any(token.text.lower() in self._cues.sets["kin"] for token in self._document.tokens)
        for place in range(len(stretches) - 1):
            first, stop = stretches[place]
            linked = (
                stretches[place + 1].first == stop + 1 and self._document.tokens[stop].text in self._cues.words.ands
            )
            surname = bases[place + 1].partition(" ")[2] if linked and stop == first + 1 else ""
            given = kin and all(self._lexicon(base.split()[0]) & GIVEN for base in bases[place : place + 2])
            if surname and (given or self._before(stretches[place]) in self._cues.sets["families"]):
                named[place] = f"{bases[place]} {surname}"
        return named

    def _owns(self, stretch: Stretch) -> bool:
        return head_of(self._document, stretch).relation == "nmod:poss"

    def _keeps_its_s(self, stretch: Stretch) -> bool:
        """Tell whether an s at the end is no genitive's: "de Houthi's", "Gouverneur Briers zei"."""
        if self._is_of_several(stretch):
            return True
        titled = self._nouns.kind(self._before(stretch)) == "Person" and not self._owns(stretch)
        behind = self._document.tokens[stretch.stop : stretch.stop + 1]
        plain = self._document.tokens[stretch.stop - 1].text[-2:].isalpha()
        return titled and plain and not (behind and behind[0].pos in ("NOUN", "ADJ"))

    def _is_of_several(self, stretch: Stretch) -> bool:
        """Tell whether the s of a name is that of a plural: "de Houthi's"."""
        before = self._document.tokens[stretch.first - 1] if stretch.first else None
        several = before is not None and before.text.lower() in self._cues.sets["plural_articles"]
        return several and self._document.tokens[stretch.stop - 1].text.endswith(("'s", "’s"))

    def _base(self, text: str, given: set[str], owns: bool) -> str:
        """Give a name without the s of a genitive: Oekraïne of Oekraïnes, Rutte of Rutte's."""
        if text.endswith(".") and self._ends_sentence(text[:-1]):
            return text[:-1]
        for ending in self._cues.genitives:
            if text.endswith(ending) and len(text) > len(ending) + 2:
                bare = text[: -len(ending)]
                return bare if not ending.isalpha() or self._is_genitive(text, bare, given, owns) else text
        return text

    def _ends_sentence(self, bare: str) -> bool:
        """Tell whether the full stop behind a name is not its own: "de VS."."""
        last = bare.rpartition(" ")[2]
        return bare in self._lands.names or bare in self._cues.known or last in self._cues.sets["companies"]

    def _is_genitive(self, text: str, bare: str, given: set[str], owns: bool) -> bool:
        if bare in self._lands.names:
            return True
        if self._is_known(text) or self._is_known(text.rpartition(" ")[2]):
            return False
        return bare in given or self._is_known(bare) or (owns and self._is_known(bare.rpartition(" ")[2]))

    def _is_known(self, name: str) -> bool:
        return name in self._lands.names or name in self._cues.known or bool(self._lexicon(name) & ~WORD)

    def _by_name(self, stretches: Sequence[Stretch], bases: Sequence[str]) -> dict[str, Bearer]:
        bearers: dict[str, Bearer] = {}
        for place, base in enumerate(bases):
            country = self._country(stretches[place].first, base)
            full = country or self._cues.short.get(base) or self._spoken(base)
            key = folded(full) if country or base not in self._lands.names else f"people {full}"
            bearer = bearers.setdefault(key, Bearer(full, country=country is not None))
            if bearer.full.isupper() and not full.isupper():  # a headline in capitals
                bearer.full = full
            bearer.places.append(place)
        return bearers

    def _spoken(self, base: str) -> str:
        """Give a name that stands in capitals as the lists have it: Brussel of "BRUSSEL", a dateline."""
        title = base.title()
        shouted = base.isupper() and len(base) >= _SHORTEST_SHOUT and base not in self._cues.known
        town = title in self._lands.names or self._lexicon(title) & TOWN
        return title if shouted and (town or (not self._lexicon(base) and self._is_known(title))) else base

    def _country(self, first: int, base: str) -> str | None:
        """Give the country that a name stands for; "de Polen" are people."""
        if base in self._lands.people and first and self._counts_people(self._document.tokens[first - 1]):
            return None
        return self._lands.names.get(base) or self._lands.names.get(base.title() if base.isupper() else base)

    def _counts_people(self, before: Token) -> bool:
        """Tell whether what follows are people: de Polen, tienduizenden Polen."""
        text = before.text.lower()
        return before.pos == "NUM" or text.endswith(self._counting) or text in self._cues.sets["before_people"]

    def _aliases(self, stretches: Sequence[Stretch], bases: Sequence[str]) -> dict[str, str]:
        """Give short forms that stand in brackets behind a name: Women's Ordination Worldwide (WOW)."""
        tokens, aliases = self._document.tokens, {}
        for place in range(1, len(stretches)):
            first = stretches[place].first
            if first and tokens[first - 1].text == "(" and stretches[place - 1].stop == first - 1:
                before, inside = bases[place - 1], bases[place]
                if _abbreviates(inside, before):
                    aliases[folded(inside)] = folded(before)
                elif _abbreviates(before, inside):
                    aliases[folded(before)] = folded(inside)
        return aliases

    def _shorter(self, bearers: Mapping[str, Bearer], stretches: Sequence[Stretch]) -> dict[str, str]:
        """Give shorter names that stand for a longer one: surnames, given names, companies without their LLC."""
        ends: dict[str, list[str]] = {}
        for key, bearer in bearers.items():
            words = bearer.full.split()
            for cut in range(1, len(words)) if not bearer.country else ():
                last, start = folded(" ".join(words[cut:])), folded(" ".join(words[:cut]))
                if self._is_person(words) and self._lexicon(words[cut]) != WORD:
                    ends.setdefault(last, []).append(key)
                if self._stands_alone(words, cut):
                    ends.setdefault(start, []).append(key)
        found = {}
        for short, longer in ends.items():
            if short not in bearers or bearers[short].country or self._is_body(stretches[bearers[short].places[0]]):
                continue
            longer = [key for key in longer if bearers[key].places]
            earlier = [key for key in longer if not self._is_relative(bearers[key], bearers[short], stretches)]
            one = self._only(earlier, bearers) if earlier else None
            if one is None and 1 < len(earlier) <= _MOST_NAMESAKES and not self._is_town(bearers[short].full):
                self._share_out(bearers[short], [bearers[key] for key in earlier], stretches)
            if one is not None and self._can_be_short(bearers[short], bearers[one], stretches):
                found[short] = one
        return found

    def _share_out(self, short: Bearer, longer: Sequence[Bearer], stretches: Sequence[Stretch]) -> None:
        """Give each surname of a name that several share to the one named last before it, where just one is."""
        left = []
        for place in short.places:
            *_, (other, _, _), (last, _, one) = sorted((one.before(place), n, one) for n, one in enumerate(longer))
            sentences = [self._document.tokens[stretches[at].first].sentence for at in (other, last) if at >= 0]
            if last >= 0 and len(set(sentences)) == len(sentences):
                bisect.insort(one.places, place)
            else:
                left.append(place)
        short.places[:] = left

    def _is_town(self, name: str) -> bool:
        return name in self._cues.known or bool(self._lexicon(name) & TOWN)

    def _is_body(self, stretch: Stretch) -> bool:
        """Tell whether a noun says that a name is of a firm, whoever is called so: brouwerij Bosteels."""
        kind = self._nouns.kind(self._before(stretch))
        return kind not in (None, "Person", "Group")

    def _is_relative(self, one: Bearer, other: Bearer, stretches: Sequence[Stretch]) -> bool:
        """Tell whether somebody is said to be of the family of who was named before: "Trumps dochter Ivanka Trump"."""
        related = self._before(stretches[one.places[0]]) in self._cues.sets["relatives"]
        return related and other.places[0] < one.places[0]

    def _before(self, stretch: Stretch) -> str:
        return self._document.tokens[stretch.first - 1].text.lower() if stretch.first else ""

    def _only(self, longer: Sequence[str], bearers: Mapping[str, Bearer]) -> str | None:
        """Give the one longer name, or the fullest of several whose given names agree: J.P. and Jan Peter."""
        best = max(longer, key=lambda key: (len(bearers[key].full), key))
        given = bearers[best].full.split()[0]
        return best if all(_agree(given, bearers[key].full.split()[0]) for key in longer) else None

    def _is_person(self, words: Sequence[str]) -> bool:
        surname = len(words) > 2 and words[-2] in self._cues.sets["particles"]  # Koen Van den Heuvel
        if (words[-1] in self._cues.parts and not surname) or words[-1] in self._cues.sets["companies"]:
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
        if cut > 1 or words[1] == "&" or words[0] in self._cues.parts or words[0] in self._cues.sets["heads"]:
            return False
        flags = self._lexicon(words[0])
        if self._is_person(words) and flags & GIVEN:
            return True
        return not flags & (GIVEN | TOWN | PLACE) and words[0] not in self._lands.adjectives and not flags & WORD

    def _can_be_short(self, short: Bearer, full: Bearer, stretches: Sequence[Stretch]) -> bool:
        """Tell whether a name can be short for a longer one: a town only behind it, and where no town can be meant."""
        flags = self._lexicon(short.full)
        known = short.full in self._cues.known or (flags & TOWN and not flags & (SURNAME | PERSON | GIVEN))
        if known or not flags & TOWN:
            return not known or full.full.startswith(short.full)
        before = {self._before(stretches[place]) for place in short.places}
        return short.places[0] > full.places[0] and before.isdisjoint(self._cues.sets["place_prepositions"])


def folded(name: str) -> str:
    """Give a name in small letters without accents: Müller and Muller are one."""
    low = name.casefold()
    if low.isascii():
        return low
    return "".join(char for char in normalize("NFKD", low) if not combining(char))


def _agree(given: str, other: str) -> bool:
    """Tell whether two given names may be of one person: J.P. and Jan, Jan and Jan; not Jan and Johan."""
    return given == other or (given[0] == other[0] and "." in (given[-1], other[-1]))


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
    return {key: bearer for key, bearer in joined.items() if bearer.places}
