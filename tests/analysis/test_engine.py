"""Analysis: whatever the text, offsets are exact and trees are trees; hostile input ends in bounded time and memory."""

import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import Document, Word, analyse
from kg.analysis.engine import analyse_all, one_tree
from kg.analysis.engines import load_engine
from kg.article import Article


def analysed(text: str | Article) -> Document:
    article = text if isinstance(text, Article) else Article(id="x", text=text, language="nl")
    return analyse(article, load_engine())


def check(document: Document) -> None:
    """Check what others rely on."""
    place = 0
    for number, sentence in enumerate(document.sentences):
        tokens = document.tokens[sentence.first : sentence.stop]
        assert [token.index for token in tokens] == list(range(sentence.first, sentence.stop))
        assert [token.index for token in tokens if token.head == token.index] == [sentence.root]
        assert document.tokens[sentence.root].relation == "root"
        assert len(document.subtree(sentence.root)) == len(tokens)  # all hang on the root: no cycle, no second tree
        for token in tokens:
            assert token.sentence == number
            assert place <= token.start < token.end
            assert document.article.text[token.start : token.end] == token.text
            assert token.pos
            assert token.lemma
            assert token.relation
            place = token.end
    assert sum(sentence.stop - sentence.first for sentence in document.sentences) == len(document.tokens)


STRANGE = "aé\u0301\u00ad\u200b\ufeff \u00a0\t\n“”’'\",.()-–…😀👍🏽שלוםعرب漢字\x00\x1c½ﬁİß'tA.J.5%€#@/\\&"


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=200) | st.text(alphabet=st.sampled_from(STRANGE), min_size=1, max_size=80))
def test_offsets_are_exact_and_trees_are_trees(text: str) -> None:
    document = analysed(text)
    check(document)
    # Nothing that can be seen is lost.
    seen = {place for token in document.tokens for place in range(token.start, token.end)}
    lost = "".join(
        char for place, char in enumerate(text) if place >= document.article.body_start and place not in seen
    )
    assert not any(char.isalnum() for char in lost)


TEXTS = {
    "quotation marks": "“We gaan ‘door’,” zei Zelensky’s woordvoerder – in foto’s – „gisteren”.",
    "soft hyphens": "De wapen\u00adproductie van Oekraïne groeit\u200b.",
    "combining accents": "De Oekrai\u0308ense president gaat naar Malmo\u0308.",
    "emoji": "Gefeliciteerd 🎉👍🏽! Ajax wint 🏆.",
    "right to left": "Hij zei שלום en مرحبا tegen de minister.",
    "control characters": "Een \x00 zin \x1c met \x07 tekens.",
    "blanks": "Een   zin\u00a0met \t blanks\nover regels  .",
    "nothing but marks": "… – ! ? “”",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_strange_texts(text: str) -> None:
    check(analysed(text))


def test_the_engine_sees_typographic_marks_as_the_treebank_has_them() -> None:
    def analysis(text: str) -> list[tuple[str, str, int, str]]:
        return [(token.lemma, token.pos, token.head, token.relation) for token in analysed(text).tokens]

    straight = analysis('"We breiden uit," zei de minister van foto\'s gisteren.')
    assert analysis("“We breiden uit,” zei de minister van foto’s gisteren.") == straight
    assert analysis("“We breiden  uit,” zei de mi\u00adnister\u00a0van foto’s gisteren.") == straight


def test_words_keep_what_the_text_has() -> None:
    document = analysed("De mi\u00adnister van ’s-Hertogenbosch zag foto’s.")
    assert [token.text for token in document.tokens] == [
        "De",
        "mi\u00adnister",
        "van",
        "’s-Hertogenbosch",
        "zag",
        "foto’s",
        ".",
    ]
    assert document.tokens[1].lemma == "minister"


def test_an_empty_article_has_no_sentence() -> None:
    assert analysed(" \n ").tokens == ()
    assert analysed("date 2025-07 ").sentences == ()


def test_paragraphs_are_numbered() -> None:
    document = analysed("Een kop\n\nEen zin. Nog een.\nSlot.")
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1, 1, 2]


def test_the_tree_of_a_simple_sentence() -> None:
    document = analysed("De minister heeft gisteren een overeenkomst met Denemarken ondertekend.")
    root = document.tokens[document.sentences[0].root]
    assert (root.text, root.lemma, root.pos) == ("ondertekend", "ondertekenen", "VERB")
    assert [token.text for token in document.children(root.index, "nsubj", "obj")] == ["minister", "overeenkomst"]


def test_several_trees_become_one() -> None:
    assert one_tree([0, 0, 2, 2], ["root", "obj", "root", "obj"]) == ([0, 0, 0, 2], ["root", "obj", "parataxis", "obj"])


def test_many_articles_at_once() -> None:
    texts = [
        "Een zin. Nog een.",
        " ",
        "date 2025-07",
        "…",
        *[f"Dit is artikel {number}." * (number % 4) or "-" for number in range(300)],
    ]
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    documents = list(analyse_all(articles, load_engine()))
    assert [document.article for document in documents] == articles
    for document in documents:
        check(document)
    for document in documents[:8]:
        assert document == analysed(document.article)


class Forgetful:
    """An engine that gives fewer sentences than it gets."""

    name, version = "forgetful", "0"

    def parse(self, sentences: Iterable[str]) -> Iterator[list[Word]]:
        """Give nothing."""
        list(sentences)
        yield from ()


def test_an_engine_that_loses_sentences_is_found_out() -> None:
    with pytest.raises(ValueError, match="0 sentences of 1"):
        analyse(Article(id="x", text="Een zin."), Forgetful())


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["'woord ' * 100_000", "'“(' * 10_000 + 'woord' + ')”' * 10_000", "'a' * 300_000", "'a,b;c' * 20_000"],
    ids=["words", "nested", "one word", "commas"],
)
def test_hostile_texts_end_in_bounded_time_and_memory(text: str) -> None:
    # A process of its own: what others have used counts in the peak.
    code = (
        "import resource\nfrom kg.analysis import analyse\nfrom kg.analysis.engines import load_engine\n"
        f"from kg.article import Article\nprint(len(analyse(Article(id='x', text={text}), load_engine()).tokens))\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\nprint(int(used.ru_utime + used.ru_stime), used.ru_maxrss)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    tokens, seconds, kibibytes = map(int, run.stdout.split())
    assert tokens
    assert seconds < 60
    assert kibibytes < 1_000_000
