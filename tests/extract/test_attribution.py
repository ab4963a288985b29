"""Who says what: a table of sentences, the article of the seeds, and what holds for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import Document, Sentence, Token, analyse
from kg.analysis.spacy_engine import embedded
from kg.article import Article
from kg.extract.attribution import Report, find_reports, source_at, sources
from kg.extract.says.lexicon import says_lexicon
from kg.extract.says.quotations import find_quotations

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "attribution.cases.yaml").read_text("utf-8"))
SEED = Path(__file__).parents[2] / "seeds" / "ukraine-swift-beat.txt"
# Trees may be wrong: of the table so much must come out exactly; those that do not are told.
LEAST_RIGHT = 0.93
RELATIONS = [
    "nsubj",
    "obj",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "conj",
    "cc",
    "mark",
    "case",
    "det",
    "aux",
    "parataxis",
    "obl",
]
WORDS = [
    *(
        "zei",
        "dat",
        "volgens",
        "Jan",
        "meldt",
        ",",
        "“",
        "”",
        '"',
        "'",
        "’s",
        ":",
        ".",
        "aldus",
        "niet",
        "om",
        "te",
        "komen",
    ),
    *(
        "kondigde",
        "aan",
        "uit",
        "blijkt",
        "de",
        "verklaring",
        "van",
        "en",
        "maar",
        "wat",
        "zo",
        "zou",
        "noemde",
        "«",
        "»",
        ",,",
        "''",
    ),
    *("naar", "eigen", "zeggen", "in", "ogen", "bang", "Dat", "?", "tegen", "krant", "of", "hoe", "laten", "weten"),
]


def analysed(text: str) -> Document:
    return analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))


def differences(document: Document, reports: list[Report], wanted: list[dict[str, Any]]) -> list[str]:
    """Tell in words how reports differ from those of a case."""
    found = [
        f"not found: {want['what']}" for want in wanted if not any(_matches(document, got, want) for got in reports)
    ]
    more = [document.article.cut(got.content) for got in reports if not any(_matches(document, got, w) for w in wanted)]
    return [*found, *(f"too much: {words}" for words in more)]


def _matches(document: Document, got: Report, want: dict[str, Any]) -> bool:
    words = document.article.cut(got.content)
    medium = document.article.cut(got.medium) if got.medium else None
    return (
        (words == want["what"] or (want.get("loose", False) and want["what"] in words))
        and _are(document, got.speakers, want.get("by", []))
        and _are(document, got.via, want.get("via", []))
        and got.status == want.get("status", "actual")
        and got.kind == want.get("kind", "Statement")
        and got.quotation == want.get("quotation", False)
        and ("medium" not in want or medium == want["medium"])
        and ("told" not in want or document.article.cut(got.told) == want["told"])
    )


def _are(document: Document, heads: tuple[int, ...], phrases: list[str] | str) -> bool:
    phrases = [phrases] if isinstance(phrases, str) else phrases
    words = [document.tokens[head].text for head in heads]
    return len(words) == len(phrases) and all(word in phrase for word, phrase in zip(words, phrases, strict=True))


def test_the_table_is_as_large_as_it_was() -> None:
    assert len(CASES) >= 160
    assert sum(not case["says"] for case in CASES) >= 30


def test_reports_of_the_table() -> None:
    wrong = []
    for case in CASES:
        document = analysed(case["text"])
        if found := differences(document, find_reports(document), case["says"]):
            wrong.append(f"{case['text']}: {found}")
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(CASES), "\n".join(wrong)


@pytest.mark.parametrize("case", [case for case in CASES if not case["says"]], ids=lambda case: case["text"][:40])
def test_a_trap_reports_no_quotation(case: dict[str, Any]) -> None:
    assert not [report for report in find_reports(analysed(case["text"])) if report.quotation]


@pytest.fixture(scope="module")
def seed() -> Document:
    return analysed(SEED.read_text("utf-8"))


def test_who_says_what_in_the_seed(seed: Document) -> None:
    reports = find_reports(seed)
    assert len(reports) == 10
    assert [report.kind for report in reports].count("Announcement") == 3
    told = next(report for report in reports if "drone-tests" in seed.article.cut(report.content))
    assert [seed.tokens[head].text for head in told.speakers] == ["bronnen"]
    assert len(told.via) == 1
    assert all(report.quotation == (seed.article.text[report.content.start - 1] == "“") for report in reports)


def test_evidence_holds_the_words_that_report_and_those_reported(seed: Document) -> None:
    for report in find_reports(seed):
        cue = seed.tokens[report.cue]
        assert any(span.start <= cue.start and cue.end <= span.end for span in report.evidence)
        assert any(span.start <= report.content.start and report.content.end <= span.end for span in report.evidence)


def test_what_is_said_in_what_is_said_has_the_outer_speaker_as_its_messenger() -> None:
    document = analysed("De krant schrijft dat de minister zegt dat het geld op is.")
    reports = find_reports(document)
    inner = source_at(next(token.index for token in document.tokens if token.text == "geld"), reports)
    assert inner is not None
    assert [document.tokens[head].text for head in inner.speakers] == ["minister"]
    assert [document.tokens[head].text for head in inner.via] == ["krant"]


def test_first_person_in_a_quotation_is_the_one_quoted() -> None:
    document = analysed("“Ik denk dat het goed komt,” zei de dokter.")
    inner = next(report for report in find_reports(document) if document.tokens[report.cue].text == "denk")
    assert inner.via == ()


def test_an_unknown_language_has_no_words() -> None:
    document = Document(Article(id="a", text="Hi", language="xx"), (), ())
    with pytest.raises(FileNotFoundError):
        find_reports(document)


def test_lists_hold_words_only() -> None:
    lists = says_lexicon("nl").lists
    assert lists["that"] == {"dat"}
    assert says_lexicon("nl-BE").lists == lists


# Whatever the text, and however wrong its tree


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of likely words with unlikely trees, in one to three sentences and paragraphs."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    text = ""
    for number in range(draw(st.integers(1, 3))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
        first = len(tokens)
        root = first + draw(st.integers(0, len(words) - 1))
        reached = [root]
        order = draw(st.permutations([index for index in range(first, first + len(words)) if index != root]))
        heads = {root: root}
        for index in order:
            heads[index] = draw(st.sampled_from(reached))
            reached.append(index)
        for index, word in enumerate(words, first):
            text += draw(st.sampled_from(["", " "])) if text and not text.endswith("\n") else ""
            pos = draw(
                st.sampled_from(["VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "PUNCT", "SCONJ", "DET"])
            )
            features = draw(st.sampled_from(["", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "Person=1"]))
            relation = "root" if index == root else draw(st.sampled_from(RELATIONS))
            tokens.append(
                Token(
                    index, word, len(text), len(text) + len(word), word, pos, features, heads[index], relation, number
                )
            )
            text += word
        found.append(Sentence(first, len(tokens), root, number))
        text += draw(st.sampled_from(["\n", " "]))
    return Document(Article(id="a", text=text, language="nl"), tuple(tokens), tuple(found))


@settings(max_examples=300, deadline=None)
@given(documents())
def test_reports_lie_in_the_text(document: Document) -> None:
    count = len(document.tokens)
    for report in find_reports(document):
        assert 0 <= report.first < report.stop <= count
        assert document.tokens[report.first].start == report.content.start
        assert document.tokens[report.stop - 1].end == report.content.end
        assert all(0 <= head < count for head in (*report.speakers, *report.via, report.cue))
        assert all(0 <= span.start < span.end <= len(document.article.text) for span in report.evidence)
        assert 0 <= report.time_range[0] <= report.time_range[1] <= count


@settings(max_examples=200, deadline=None)
@given(documents())
def test_sources_are_those_of_each_token(document: Document) -> None:
    reports = find_reports(document)
    for index, report in enumerate(sources(len(document.tokens), reports)):
        alone = source_at(index, reports)
        assert (report is None) == (alone is None)
        if report is not None and alone is not None:
            assert report.stop - report.first == alone.stop - alone.first


# Quotation marks


def quoted(text: str) -> list[str]:
    """Give the words between quotation marks that are found in a text, outer ones first."""
    return [text[start:end] for start, end in quoted_places(text)]


def quoted_places(text: str) -> list[tuple[int, int]]:
    words, tokens, place = text.split(), [], 0
    for number, word in enumerate(words):
        place = text.index(word, place)
        tokens.append(Token(number, word, place, place + len(word), word, "X", "", 0, "dep" if number else "root", 0))
        place += len(word)
    document = Document(Article(id="a", text=text), tuple(tokens), (Sentence(0, len(tokens), 0, 0),))
    return [(quotation.start, quotation.end) for quotation in find_quotations(document)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Kom,” zei hij.", ["“Kom,”"]),
        ("„Kom”, zei hij.", ["„Kom”"]),
        ("„Kom“, zei hij.", ["„Kom“"]),
        ("”Kom”, zei hij.", ["”Kom”"]),
        ('"Kom", zei hij: "Nu."', ['"Kom"', '"Nu."']),
        ("'Kom', zei hij, 'nu'.", ["'Kom'", "'nu'"]),
        ("‘Kom’, zei hij.", ["‘Kom’"]),
        ("’Kom’, zei hij.", ["’Kom’"]),
        ("«Kom», zei hij.", ["«Kom»"]),
        ("»Kom«, zei hij.", ["»Kom«"]),
        (",,Kom'', zei hij.", [",,Kom''"]),
        ("``Kom'', zei hij.", ["``Kom''"]),
        ("“Hij riep ‘nee’ en ging,” zei zij.", ["“Hij riep ‘nee’ en ging,”", "‘nee’"]),
        ("Zo'n foto's en 't huis 's avonds in de jaren '90.", []),
        ("'s Avonds kwam Hans' broer 't vertellen.", []),
        ("'Dit is Hans' boek', zei zij.", ["'Dit is Hans' boek'"]),
        ("‘Dit is ’t huis’, zei zij.", ["‘Dit is ’t huis’"]),
        ('Een buis van 5" dik.', []),
        ("“Kom,\n“nu!”", ["“Kom,", "“nu!”"]),
        ("“Open en weg.\nNiets meer. “Toe” zei hij.", ["“Toe”"]),
    ],
)
def test_marks_are_paired(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@settings(max_examples=300)
@given(st.text(alphabet="ab s'\"“”„‘’«»,.\n", max_size=60))
def test_quotations_nest_and_never_cross(text: str) -> None:
    places = quoted_places(text + "x")
    assert places == sorted(places)
    for start, end in places:
        assert start < end
        assert not any(start < other < end < stop for other, stop in places)


@pytest.mark.parametrize(
    "text",
    ["“ " * 10_000 + "kom" + " ”" * 10_000, '" ' * 20_000, "'a " * 20_000, "“a\n" * 20_000, "Hans' " * 20_000],
    ids=["nested", "straight", "single", "paragraphs", "genitives"],
)
def test_many_marks_take_little_time(text: str) -> None:
    begin = time.perf_counter()
    quoted(text)
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize("head", [lambda _index: 0, lambda index: max(index - 1, 0)], ids=["flat", "deep"])
@pytest.mark.parametrize("words", [["zei", "dat"], ["volgens", "Jan", ","], ["“", "”", "zei"]], ids=" ".join)
def test_a_sentence_without_end_takes_little_time(words: list[str], head: Any) -> None:
    count, text = 10_000, ""
    tokens = []
    for index in range(count):
        word = words[index % len(words)]
        pos = "SCONJ" if word == "dat" else "PROPN" if word == "Jan" else "VERB"
        relation = "ccomp" if index else "root"
        tokens.append(
            Token(index, word, len(text), len(text) + len(word), word, pos, "VerbForm=Fin", head(index), relation, 0)
        )
        text += word + " "
    document = Document(Article(id="a", text=text, language="nl"), tuple(tokens), (Sentence(0, count, 0, 0),))
    begin = time.perf_counter()
    find_reports(document)
    assert time.perf_counter() - begin < 10
