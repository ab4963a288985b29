"""Sentence boundaries: a table of cases, and what holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.sentences import MOST_CHARACTERS, MOST_WORDS, paragraphs, sentences
from kg.article import Article


def cut(text: str) -> list[str]:
    article = Article(id="x", text=text)
    return [article.cut(span) for span in sentences(article)]


# Each case is what a text should be cut into; blanks between the pieces make the text.
CASES = {
    "plain": ["Ajax wint.", "PSV verliest!", "Hoe kan dat?", "Dat is zo…", "Of niet?!"],
    "report behind a quotation": ["“We gaan door,” zei Rutte.", "‘Waarom?’ vroeg zij.", '"Kom mee!" riep hij.'],
    "report in lower case behind a full stop": ["“Wij komen.” zei de minister.", "Hij lachte."],
    "report with a capital": ["“We winnen!” Aldus de president.", "Toen zweeg hij."],
    "several sentences in a quotation": ["“Wij komen.", "We winnen!”", "Dat zei hij gisteren."],
    "quotation behind a colon": ["Hij zei: „Het is voorbij.”", "De zaal werd stil."],
    "straight quotation marks": ['"Ik ga," zei Jan.', '"Ik kom."', 'En Piet: "Nee."', "Toen niets meer."],
    "straight quotation marks between blanks": ['Hij zei: " Het is zo. "', "Toen ging hij."],
    "marks of newspapers": ["Boogerd: ,,Ik denk van niet.", "We zien wel.''", "Hij lachte."],
    "abbreviations": [
        "Het gaat o.a. om dr. De Vries, d.w.z. de heer J.P. de Vries, ca. 5 km. verderop.",
        "Dat is ver.",
    ],
    "initials": ["J.P. Balkenende en A.F.Th. van der Heijden spraken met J. K. Rowling.", "Zij zwegen."],
    "an initial that is none": ["Hij nam vitamine C.", "De bal was rond."],
    "companies": ["De N.V. Nederlandse Spoorwegen kocht Apple Inc.", "Dit jaar nog."],
    "companies at an end": ["Hij werkt bij Philips N.V.", "De koers daalt."],
    "and so on": ["Er waren appels, peren enz.", "Jan at ze op."],
    "dates and ordinals": ["Op 5 jan. 2020 en 3.5.2021 was het zo.", "In 2022.", "Daarna de 16e eeuw."],
    "numbers": ["Het kostte 3.000,50 euro, art. 5 en nr. 12 niet meegerekend.", "Duur!"],
    "a list with numbers": ["1. Ajax wint van PSV.", "2. PSV verliest."],
    "addresses": ["Zie www.nu.nl of https://www.nu.nl/a.html?x=1.", "Mail naar a.b@c.nl."],
    "clitics": ["Het regende.", "'s Avonds was het droog.", "'t Is wat.", "’s Nachts niet."],
    "brackets": ["(Hij was ziek.", "Zij niet.)", "De partij (lib.) Emiel won.", "Einde."],
    "small words in capitals": ["Karel V.", "Hij stierf.", "De EU.", "De VN."],
    "omissions": ["Het was zo ... maar niet heus.", "En toen (...) ging hij."],
    "dashes and bullets": ["Het is zo.", "– Nee, zei hij.", "• Nog iets."],
    "names in lower case": ["Hij las nu.nl en at bij 't Hof.", "Lekker."],
    "one letter": ["Hij haalde een b. Ajax niet."],
}


@pytest.mark.parametrize("pieces", CASES.values(), ids=CASES)
def test_cases(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        ["BRUSSEL —", "De raad heeft beslist.", "Meer volgt."],
        ["DEN HAAG (ANP) -", "Het kabinet valt."],
        ["JERUZALEM, KFAR SJOEBA -", "Vliegtuigen hebben geschoten."],
        ["PSV - Ajax eindigde gelijk."],
        ["N-VA - Open Vld is een lastig huwelijk."],
        ["NEDERLAND STUURT WAPENS - POLEN OOK"],
    ],
)
def test_a_dateline_stands_apart(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


def test_a_missing_blank() -> None:
    assert cut("Dat zei hij gisteren.Volgens de minister klopt het.") == [
        "Dat zei hij gisteren.",
        "Volgens de minister klopt het.",
    ]


def test_each_line_is_a_paragraph() -> None:
    assert cut("Kop zonder punt\n\nDe tekst. Nog iets.\nTussenkop\r\n\tSlot.") == [
        "Kop zonder punt",
        "De tekst.",
        "Nog iets.",
        "Tussenkop",
        "Slot.",
    ]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = (
        "De regering in Den Haag heeft gisteren besloten dat er meer geld komt\n"
        "voor de opvang van vluchtelingen. De minister van Justitie en minister\n"
        "Jansen van Financiën zijn het daarover eens geworden."
    )
    article = Article(id="x", text=f"Een kop\n\n{text}\n\nSlot.")
    assert len(list(paragraphs(article))) == 3
    assert len(cut(text)) == 2


def test_lines_of_a_list_stay_apart() -> None:
    assert len(cut("Wat er komt:\nmeer geld voor de opvang van vluchtelingen\nminder regels\nnieuwe huizen")) == 4


def test_a_header_line_is_left_out() -> None:
    assert cut(" date 2025-07 De president sprak. Hij zweeg.") == ["De president sprak.", "Hij zweeg."]


@given(st.text(alphabet=st.sampled_from("aB. \n\"“”'!?(),;:1…é\u00a0"), min_size=1, max_size=300) | st.text(min_size=1))
def test_sentences_cover_all_but_blanks(text: str) -> None:
    article = Article(id="x", text=text)
    place = article.body_start
    for span in sentences(article):
        assert not text[place : span.start].strip()
        assert span.start < span.end
        words = article.cut(span)
        assert words == words.strip()
        place = span.end
    assert not text[place:].strip()


@pytest.mark.parametrize("text", ["woord " * 5_000, "a" * 30_000, "a; b, " * 9_000, "a" * 5_000 + " b" * 900])
def test_what_has_no_end_is_cut(text: str) -> None:
    pieces = cut(text)
    assert all(len(piece) <= MOST_CHARACTERS and len(piece.split()) <= MOST_WORDS for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_long_sentences_are_cut_at_semicolons_first() -> None:
    pieces = cut("een, twee; " * 500)
    assert all(piece.endswith(";") for piece in pieces)


HOSTILE = {
    "no end": "woord " * 50_000,
    "full stops": "." * 100_000,
    "apart": ". " * 50_000,
    "quotation marks": '"' * 50_000,
    "nested": "(“" * 10_000 + "x" + "”)" * 10_000,
    "ends and quotation marks": '." ' * 30_000,
    "initials": "A. " * 40_000,
    "one word": "a." * 60_000,
    "dashes": ". – " * 30_000,
    "lines": "a\n" * 50_000,
    "blanks": "." + " " * 200_000 + "x.",
    "brackets": ".) (" * 30_000,
    "broken lines": ("woord " * 13 + "\n") * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(text: str) -> None:
    begin = time.process_time()
    cut(f"x{text}")
    assert time.process_time() - begin < 2
