"""Who owns whom, as a compound before a name tells: "Plonz-eigenaar Rik Duin", "Facebook-dochter WhatsApp"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.draft import Draft, Told
from kg.extract.officewords import office_words
from kg.extract.phrases import stretch
from kg.extract.reading import Reading
from kg.facts import Mention

_OWNERS = ("Person", "Company", "Organisation", "GovernmentBody", "Country")
_OWNED = ("Company", "Organisation", "NewsOutlet")
_CONFIDENCE = 0.85


def ownerships(reading: Reading) -> Iterator[Draft]:
    """Give a draft for each owner or subsidiary that a compound before its name tells of.

    Args:
        reading: the article, read.
    """
    document, mentions, sources = reading.document, reading.mentions, reading.sources
    words = office_words(document.language)
    for name in reading.names:
        index = name.first - 1
        if index < 0 or document.tokens[index].sentence != document.tokens[name.first].sentence:
            continue
        noun = document.tokens[index].text.rpartition("-")[2]
        other = mentions.first_part(index) if noun in words.owners | words.owned else None
        kinds = _OWNERS if noun in words.owners else _OWNED
        found = mentions.of(name.head, kinds)[:1] if other is not None else []
        if other is None or not found or other.kind not in (_OWNED if noun in words.owners else _OWNERS):
            continue
        owner, owned = (found[0], other) if noun in words.owners else (other, found[0])
        report = sources.report(name.head)
        vouching, via = sources.of(name.head) if report and report.quotation else ((), ())
        told = Told(stretch(document, index, name.stop - 1), "actual", vouching, via, _CONFIDENCE)
        roles: dict[str, tuple[Mention, ...]] = {"controller": (owner,), "controlled": (owned,)}
        yield Draft("Control", "ownership", index, roles, {}, [told], tokens=frozenset(range(index, name.stop)))
