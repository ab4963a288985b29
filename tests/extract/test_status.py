"""How certain something is: a table of sentences, the seed, and what holds for any tree."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import Document, Sentence, Token, analyse
from kg.analysis.spacy_engine import embedded
from kg.article import Article
from kg.extract.attribution import find_reports, source_at
from kg.extract.certainty.lexicon import combined, status_lexicon
from kg.extract.says.lexicon import Status
from kg.extract.status import Statuses, status_of

TABLE: dict[Status, list[str]] = yaml.safe_load((Path(__file__).parent / "status.cases.yaml").read_text("utf-8"))
CASES = [(status, sentence) for status, sentences in TABLE.items() for sentence in sentences]
STATUSES: list[Status] = ["actual", "ended", "planned", "possible", "denied"]
# Trees may be wrong: so much must come out exactly; and hardly anything may pass for actual that is not.
LEAST_RIGHT = 0.94
MOST_MADE_ACTUAL = 0.03


def analysed(text: str) -> Document:
    return analyse(Article(id="a.txt", text=text, language="nl"), embedded("nl"))


def starred(case: str) -> tuple[Document, int, bool]:
    """Give a case's sentence, the token with the star, and whether a time in the future stands with it."""
    text = case.lstrip("@")
    star = re.search(r"\*(.+?)\*", text)
    assert star is not None, case
    document = analysed(text.replace("*", ""))
    return document, token_at(document, star.start()), case.startswith("@")


def token_at(document: Document, place: int) -> int:
    return next(token.index for token in document.tokens if token.start <= place < token.end)


def word(document: Document, text: str) -> int:
    return next(token.index for token in document.tokens if token.text == text)


def test_the_table_is_as_large_as_it_was() -> None:
    assert len(CASES) >= 200
    assert len(set(CASES)) == len(CASES)


def test_statuses_of_the_table() -> None:
    wrong: list[str] = []
    made_actual = 0
    for wanted, case in CASES:
        document, index, future = starred(case)
        found = Statuses(document).of(index, future=future).status
        if found != wanted:
            wrong.append(f"{case}: {found}, not {wanted}")
            made_actual += found == "actual"
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(CASES), "\n".join(wrong)
    assert made_actual <= MOST_MADE_ACTUAL * len(CASES), "\n".join(wrong)


def test_the_words_that_decided_are_told() -> None:
    document = analysed("De minister weigert het verdrag te ondertekenen.")
    certainty = status_of(document, word(document, "ondertekenen"))
    assert certainty.status == "denied"
    assert [document.tokens[index].text for index in certainty.cue] == ["weigert"]


@pytest.mark.parametrize(
    ("text", "star", "wanted"),
    [
        ("Het Witte Huis kondigde aan dat het de steun zou stopzetten.", "stopzetten", "planned"),
        ("De burgemeester beloofde dat hij de school zou openen.", "openen", "planned"),
        ("De krant schreef dat de bank de club zou kopen.", "kopen", "possible"),
        ("De woordvoerder ontkent dat het leger de stad aanviel.", "aanviel", "denied"),
        ("De woordvoerder ontkent niet dat het leger de stad aanviel.", "aanviel", "actual"),
        ("De bond hoopt dat de staking eindigt.", "eindigt", "possible"),
        ("De politie meldt dat de man niet schoot.", "schoot", "denied"),
        ("De politie meldt dat de man schoot.", "schoot", "actual"),
        ("“Wij zullen de brug bouwen,” zei de minister.", "bouwen", "planned"),
        ("Volgens de krant tekende de spits een contract.", "tekende", "actual"),
        ("De club belooft de spits te verkopen.", "verkopen", "planned"),
    ],
)
def test_status_as_the_speaker_claims_it(text: str, star: str, wanted: Status) -> None:
    document = analysed(text)
    index = word(document, star)
    report = source_at(index, find_reports(document))
    assert report is not None
    assert Statuses(document).claimed(index, report).status == wanted


def test_without_a_report_the_article_claims_it() -> None:
    document = analysed("De club kocht een spits.")
    index = word(document, "kocht")
    assert Statuses(document).claimed(index, None) == status_of(document, index)


def test_what_stands_above_the_content_is_not_asked() -> None:
    document = analysed("De woordvoerder ontkent dat het leger de stad aanviel.")
    index = word(document, "aanviel")
    assert status_of(document, index).status == "denied"
    assert status_of(document, index, within=(4, 8)).status == "actual"


@pytest.mark.parametrize("status", STATUSES)
def test_effects(status: Status) -> None:
    assert combined("same", status) == status
    assert combined("possible", status) == "possible"
    assert combined("denied", status) != status
    assert combined("planned", status) != "actual"
    assert combined("ended", status) != "actual"


def test_denied_twice_is_said() -> None:
    assert combined("denied", combined("denied", "actual")) == "actual"


def test_lists_name_known_effects() -> None:
    lexicon = status_lexicon("nl")
    known = {*STATUSES, "same"}
    assert {*lexicon.nouns.values(), *lexicon.modifiers.values(), *lexicon.predicates.values()} <= known


RELATIONS = [
    *(
        "nsubj",
        "nsubj:pass",
        "obj",
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "acl:relcl",
        "conj",
        "cc",
        "mark",
        "case",
        "det",
        "aux",
    ),
    *("aux:pass", "cop", "parataxis", "obl", "nmod", "amod", "advmod", "appos", "fixed"),
]
WORDS = [
    *(
        "niet",
        "geen",
        "zou",
        "zal",
        "wil",
        "plan",
        "om",
        "te",
        "tekenen",
        "akkoord",
        "als",
        "meer",
        "maar",
        "alleen",
        "zonder",
    ),
    *(
        "weigert",
        "voormalig",
        "mogelijk",
        "ontkent",
        "dat",
        ",",
        "?",
        "voor",
        "poging",
        "van",
        "de",
        "een",
        "hebben",
        "moet",
    ),
]


@st.composite
def sentences(draw: st.DrawFn) -> Document:
    """Sentences of likely words with unlikely trees."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    root = draw(st.integers(0, len(words) - 1))
    heads, reached = {root: root}, [root]
    for index in draw(st.permutations([index for index in range(len(words)) if index != root])):
        heads[index] = draw(st.sampled_from(reached))
        reached.append(index)
    tokens, text = [], ""
    for index, text_of in enumerate(words):
        pos = draw(st.sampled_from(["VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "ADP", "PUNCT", "SCONJ", "DET"]))
        features = draw(
            st.sampled_from(["", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Fin|Tense=Past"])
        )
        relation = "root" if index == root else draw(st.sampled_from(RELATIONS))
        tokens.append(
            Token(
                index, text_of, len(text), len(text) + len(text_of), text_of, pos, features, heads[index], relation, 0
            )
        )
        text += text_of + " "
    return Document(Article(id="a", text=text, language="nl"), tuple(tokens), (Sentence(0, len(tokens), root, 0),))


@settings(max_examples=300, deadline=None)
@given(sentences(), st.booleans())
def test_any_tree_has_statuses(document: Document, future: bool) -> None:
    statuses = Statuses(document)
    for index in range(len(document.tokens)):
        certainty = statuses.of(index, future=future)
        assert certainty.status in STATUSES
        assert list(certainty.cue) == sorted(set(certainty.cue))
        assert all(0 <= cue < len(document.tokens) for cue in certainty.cue)
        assert statuses.of(index, future=future) == certainty


@pytest.mark.parametrize("shape", ["flat", "deep"])
def test_a_sentence_without_end_takes_little_time(shape: str) -> None:
    words, count, text = ["niet", "zou", "getekend", "plan"], 10_000, ""
    tokens = []
    for index in range(count):
        text_of = words[index % len(words)]
        head = 0 if shape == "flat" else max(index - 1, 0)
        tokens.append(
            Token(
                index,
                text_of,
                len(text),
                len(text) + len(text_of),
                text_of,
                "VERB",
                "",
                head,
                "xcomp" if index else "root",
                0,
            )
        )
        text += text_of + " "
    document = Document(Article(id="a", text=text, language="nl"), tuple(tokens), (Sentence(0, count, 0, 0),))
    begin = time.perf_counter()
    statuses = Statuses(document)
    for index in range(count):
        statuses.of(index)
    assert time.perf_counter() - begin < 10
