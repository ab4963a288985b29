from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import Document, Sentence, Token
from kg.analysis.names import find_names
from kg.article import Article
from kg.extract.mentions import Mentions
from kg.facts import Mention
from tests.extract.analysed import Analysed


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("De Franse president Emmanuel Macron sprak.", "president", [("Emmanuel Macron", "Person")]),
        ("ASML-topman Peter Wennink sprak.", "ASML-topman", [("Peter Wennink", "Person")]),
        ("Het bedrijf Zorvex bouwt een fabriek.", "bedrijf", [("Zorvex", "Company")]),
        ("De provincie Groningen betaalt.", "provincie", [("provincie Groningen", "GovernmentBody")]),
        (
            "Het ministerie van Economische Zaken betaalt.",
            "ministerie",
            [("ministerie van Economische Zaken", "GovernmentBody")],
        ),
        ("De Amerikaanse overheid zweeg.", "overheid", [("de Amerikaanse overheid", "GovernmentBody")]),
        ("Europese bondgenoten zwegen.", "bondgenoten", [("Europese bondgenoten", "Group")]),
        ("Drie banken betaalden.", "banken", [("drie banken", "Group")]),
        ("De politie zoekt getuigen.", "politie", [("de politie", "GovernmentBody")]),
        ("Ajax tekent een contract met sponsor Ziggo.", "sponsor", [("Ziggo", "Company")]),
        ("Shell praat met TikTok-eigenaar ByteDance.", "TikTok-eigenaar", [("ByteDance", "Company")]),
        (
            "De bank werkt samen met ingenieurs en het leger.",
            "ingenieurs",
            [("ingenieurs", "Group"), ("het leger", "ArmedForce")],
        ),
        ("De Russen trokken zich terug.", "Russen", [("Russen", "Group")]),
        ("Er vielen drones uit de lucht.", "drones", []),
    ],
)
def test_a_phrase_stands_for_somebody(text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert Analysed(text).of(word) == expected


def test_what_is_coordinated_gives_several() -> None:
    text = Analysed("Frankrijk, Duitsland en Polen leveren wapens.")
    assert text.of("Frankrijk") == [("Frankrijk", "Country"), ("Duitsland", "Country"), ("Polen", "Country")]
    assert text.of("Polen") == [("Polen", "Country")]


def test_only_the_kinds_asked_for() -> None:
    text = Analysed("Rusland valt Charkiv aan.")
    assert text.of("Rusland", "Country") == [("Rusland", "Country")]
    assert text.of("Rusland", "Company", "Person") == []


def test_the_words_of_a_mention_are_the_article_s() -> None:
    text = Analysed("De Oekraïense president Volodymyr Zelensky zei dat hij de VS dankbaar is.")
    (he,) = text.mentions.of(text.token("hij"))
    assert (he.name, he.text) == ("Volodymyr Zelensky", "hij")
    (states,) = text.mentions.of(text.token("VS"))
    assert (states.name, states.text) == ("Verenigde Staten", "de VS")
    assert text.document.article.text[states.start : states.end] == "de VS"


def test_nameless_entities_are_not_named() -> None:
    text = Analysed("De Amerikaanse overheid zweeg.")
    (government,) = text.mentions.of(text.token("overheid"))
    assert government.named is False
    assert (government.text, government.name) == ("De Amerikaanse overheid", "de Amerikaanse overheid")


def test_adjectives_name_countries() -> None:
    text = Analysed("Bij Russische aanvallen op de Amsterdamse haven viel een grote muur om.")
    found = text.mentions.adjective(text.token("Russische"))
    assert found is not None
    assert (found.name, found.kind, found.text) == ("Rusland", "Country", "Russische")
    town = text.mentions.adjective(text.token("Amsterdamse"))
    assert town is not None
    assert (town.name, town.kind) == ("Amsterdam", "Place")
    assert text.mentions.adjective(text.token("grote")) is None


def test_adjectives_of_countries_that_only_the_article_knows() -> None:
    text = Analysed("De premier van Belmarië trad af. De Belmarische regering viel.")
    found = text.mentions.adjective(text.token("Belmarische"))
    assert found is not None
    assert found.name == "Belmarië"


def test_we_is_the_speaker_where_the_speaker_is_known() -> None:
    text = Analysed("“We komen”, zei Zelensky.")
    assert text.of("We") == []
    text.mentions.speaker_of = {text.token("We"): Mention(name="Volodymyr Zelensky", kind="Person")}
    (found,) = text.mentions.of(text.token("We"))
    assert (found.name, found.text, found.start) == ("Volodymyr Zelensky", "We", 1)


def test_surnames_are_aliases() -> None:
    text = Analysed("Volodymyr Zelensky kwam. Later ging Zelensky weer weg.")
    (found,) = text.mentions.of(text.token("Zelensky", 1))
    assert (found.name, found.aliases) == ("Volodymyr Zelensky", ("Zelensky",))


WORDS = st.sampled_from(
    [
        "de",
        "het",
        "een",
        "hij",
        "ze",
        "zijn",
        "bedrijf",
        "president",
        "drones",
        "Jan",
        "Google",
        "Franse",
        ",",
        "en",
        "van",
    ]
)
TAGS = st.sampled_from(["PROPN", "NOUN", "ADP", "DET", "PRON", "PUNCT", "ADJ", "VERB"])
RELATIONS = st.sampled_from(["nsubj", "obj", "conj", "appos", "amod", "det", "nmod:poss", "flat", "obl"])


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, TAGS, RELATIONS, st.integers(0, 30)), min_size=1, max_size=30))
def test_any_tree_gives_mentions_that_are_cut_from_the_text(rows: list[tuple[str, str, str, int]]) -> None:
    tokens, start = [], 0
    for index, (word, tag, relation, head) in enumerate(rows):
        above = min(head, index - 1) if index else 0
        tokens.append(
            Token(index, word, start, start + len(word), word.lower(), tag, "", above, relation if index else "root", 0)
        )
        start += len(word) + 1
    text = " ".join(row[0] for row in rows)
    document = Document(Article(id="a.txt", text=text, language="nl"), tuple(tokens), (Sentence(0, len(tokens), 0, 0),))
    mentions = Mentions(document, find_names(document))
    for index in range(len(tokens)):
        for found in [*mentions.of(index), *mentions.of(index, ["ProductKind", "Office", "Country"])]:
            assert found.text == text[found.start : found.end]
