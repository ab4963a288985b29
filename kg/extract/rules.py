"""An analysed article → facts, by rules: frames, who says what, how certain, when."""

from __future__ import annotations

from kg.analysis import Document
from kg.extract.afterwards import Afterwards
from kg.extract.anaphora import Anaphora
from kg.extract.completing import completed
from kg.extract.denials import Denials
from kg.extract.doubted import Doubted
from kg.extract.draft import Draft, to_facts
from kg.extract.frames import load_lexicon
from kg.extract.headline import mark_headline
from kg.extract.holdings import Holdings
from kg.extract.matching import Matcher
from kg.extract.merging import link, merged
from kg.extract.nationality import nationalities
from kg.extract.ownership import ownerships
from kg.extract.reading import read
from kg.extract.situations import Situations
from kg.facts import Fact

VERSION = "1"


def extract(document: Document, engine: str) -> list[Fact]:
    """Draw the facts from an analysed article.

    Args:
        document: the article.
        engine: the name and version of the engine that analysed it.

    Returns:
        The facts, in the order of the text; statements are about the facts that their words tell of.
    """
    return to_facts(_drafts(document), document.article, "kg.extract.rules", f"{VERSION} ({engine})")


def _drafts(document: Document) -> list[Draft]:
    """Give the drafts of an article's facts, in the order of the text."""
    reading, lexicon = read(document), load_lexicon(document.language)
    situations = Situations(reading)
    matches = Matcher(document, lexicon, reading.mentions).matches()
    found = [
        *Holdings(reading).drafts(),
        *nationalities(reading),
        *ownerships(reading),
        *(draft for match in matches for draft in situations.draft(match)),
        *reading.sources.statements(),
    ]
    found = completed(found, document.language)
    found = list(Doubted(reading).parted(found))
    Afterwards(reading).add(found)
    Denials(reading).add(found)
    mark_headline(document, found)
    found = merged(found)
    Anaphora(reading, lexicon).add(found)
    link(found)
    return found
