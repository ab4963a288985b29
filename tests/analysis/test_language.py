"""Languages: Dutch is told from its neighbours, and what is not supported is refused in one clear sentence."""

from pathlib import Path

import pytest

from kg.analysis import Document
from kg.analysis.language import _plainly, check_language, detect
from kg.article import Article
from kg.errors import ArticleError

PROBES = {
    "nl": [
        "De minister zei gisteren dat er een akkoord is bereikt met Duitsland.",
        "Ajax wint met 3-0 van PSV in de Johan Cruijff Arena.",
        "Oekraïne en Denemarken tekenden een overeenkomst.",
    ],
    "en": ["The minister said yesterday that a deal was reached with Germany.", "He resigned on Monday."],
    "de": ["Der Minister sagte gestern, dass eine Einigung erzielt wurde.", "Er trat am Montag zurück."],
    "af": [
        "Die minister het gister gesê dat hulle 'n ooreenkoms met Duitsland bereik het.",
        "Die president het in Kaapstad met die regering vergader oor die nuwe wet.",
    ],
    "fy": ["De minister sei juster dat der in oerienkomst mei Dútslân berikt is.", "Hy hat it hûs ferkocht."],
    "fr": ["Le ministre a déclaré hier qu'un accord avait été conclu avec l'Allemagne.", "Il a démissionné lundi."],
}
LONG = {
    "af": "Volgens die opposisie is dit 'n groot probleem vir die land en sy mense. Die minister het gesê dat hy nie "
    "sal bedank nie, maar dat daar meer geld vir die polisie moet kom. " * 5,
    "fy": "De provinsje hat juster bekend makke dat der in nij plan komt foar it iepenbier ferfier, en de gemeente is "
    "it der net mei iens. Hy sei dat de ynwenners der in soad fan fernimme sille. " * 5,
    "de": "Die Regierung hat gestern beschlossen, dass es mehr Geld für die Polizei geben wird, sagte der Minister. "
    * 5,
    "en": "The government decided yesterday that there will be more money for the police, the minister said. " * 5,
}


@pytest.mark.parametrize(("language", "text"), [(tag, text) for tag, texts in PROBES.items() for text in texts])
def test_short_probes(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), LONG.items(), ids=LONG)
def test_neighbours_are_not_plainly_dutch(language: str, text: str) -> None:
    assert _plainly(text) is None
    assert detect(text) == language


def test_plain_dutch_needs_no_library() -> None:
    assert _plainly("Hij zei dat er een akkoord is, dat zij niet naar Den Haag komen en er geen geld voor is.") == "nl"


@pytest.mark.parametrize("text", ["Rutte stapt op", "Google koopt start-up", "Jan", "Tesla 3000", "12.30", "…"])
def test_short_texts_are_believed_to_be_dutch(text: str) -> None:
    assert check_language(Article(id="x", text=text)) == "nl"


def test_what_is_declared_is_believed() -> None:
    english = PROBES["en"][0]
    assert check_language(Article(id="x", text=english, language="nl")) == "nl"
    assert check_language(Article(id="x", text=english, language="NL-BE")) == "nl"
    with pytest.raises(ArticleError, match="is declared to be in English"):
        check_language(Article(id="x", text=PROBES["nl"][0], language="en-GB"))


@pytest.mark.parametrize(("language", "name"), [("de", "German"), ("fy", "Western Frisian"), ("fr", "French")])
def test_other_languages_are_refused_in_one_sentence(language: str, name: str) -> None:
    with pytest.raises(ArticleError) as refused:
        check_language(Article(id="x", text=PROBES[language][0]), file=Path("a.txt"))
    assert str(refused.value) == (
        f"a.txt: is in {name} ({language}), and kg extracts facts from Dutch only: "
        "write a reviewed file, or say --language nl if it is Dutch"
    )


def test_a_language_without_a_name() -> None:
    with pytest.raises(ArticleError, match="the language 'xx'"):
        check_language(Article(id="x", text="abc", language="xx"))


def test_a_header_line_is_not_looked_at() -> None:
    assert check_language(Article(id="x", text=f"date 2025-07 {PROBES['nl'][0]}")) == "nl"


@pytest.mark.parametrize(
    ("declared", "language"), [("nl", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("und", "nl"), ("xx", "xx")]
)
def test_a_document_is_read_by_the_words_of_its_language(declared: str, language: str) -> None:
    assert Document(Article(id="x", text="abc", language=declared), (), ()).language == language
