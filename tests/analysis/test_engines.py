"""Engines: which there are, what they give, and what is said where one cannot be used."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest
import spacy

from kg.analysis import analyse
from kg.analysis.engines import load_engine
from kg.analysis.spacy_engine import embedded
from kg.analysis.stanza_engine import load_stanza
from kg.article import Article
from kg.errors import EngineError, InputError


def test_the_embedded_engine() -> None:
    engine = load_engine(None, "nl")
    assert engine is load_engine()
    assert engine.name == "nl_kg_news"
    assert engine.version[0].isdigit()
    words = list(engine.parse(["Hij komt.", "", "Zij “werkt” niet."]))
    assert [[word.text for word in sentence] for sentence in words] == [
        ["Hij", "komt", "."],
        [],
        ["Zij", "“", "werkt", "”", "niet", "."],
    ]
    assert words[0][1] == (4, "komt", "komen", "VERB", words[0][1].features, 1, "root")


def test_spacy_is_whole_behind_the_quick_import() -> None:
    code = (
        "from kg.analysis.engines import load_engine\nload_engine()\nimport sys\nassert 'weasel' not in sys.modules\n"
        "from spacy.cli.info import info\nassert info(silent=True)['spacy_version']"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_no_embedded_engine_for_another_language() -> None:
    with pytest.raises(EngineError, match="no model for the language 'en': name one with --model"):
        load_engine(None, "en")


def test_errors_of_engines_are_the_users() -> None:
    assert issubclass(EngineError, InputError)


def test_a_model_that_is_not_installed() -> None:
    with pytest.raises(EngineError, match="'nl_core_nothing' is not installed: install its package"):
        load_engine("nl_core_nothing")


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be loaded"):
        load_engine(str(tmp_path))


def test_a_model_without_trees(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path)
    with pytest.raises(EngineError, match="it gives no dependency trees and no parts of speech and no lemmas"):
        load_engine(str(tmp_path))


def test_a_model_for_another_language(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(EngineError, match="is for the language 'en', and the article is in 'nl'"):
        load_engine(str(tmp_path))


def test_a_model_in_a_folder(root: Path) -> None:
    engine = load_engine(str(root / "kg" / "analysis" / "models" / "nl"))
    document = analyse(Article(id="x", text="De minister kwam gisteren naar Den Haag."), engine)
    assert document.tokens[document.sentences[0].root].lemma == "komen"


def word(number: int, text: str, head: int, relation: str, **more: Any) -> SimpleNamespace:
    fields = {"lemma": text.lower(), "upos": "X", "feats": None} | more
    return SimpleNamespace(id=number, text=text, head=head, deprel=relation, **fields)


class FakeStanza:
    """Gives what Stanza's pipeline gives: sentences of tokens of words, offsets in the whole text."""

    def __init__(self, language: str, **settings: Any) -> None:
        assert language == "nl"
        assert settings["tokenize_no_ssplit"] is True
        assert settings["download_method"] is None

    def __call__(self, text: str) -> SimpleNamespace:
        sentences, place = [], 0
        for piece in text.split("\n\n"):
            tokens = []
            for number, part in enumerate(piece.split(), start=1):
                start = text.index(part, place)
                place = start + len(part)
                words = [word(number, part, number - 1, "dep" if number > 1 else "root")]
                tokens.append(SimpleNamespace(words=words, start_char=start, end_char=place))
            if tokens:
                sentences.append(SimpleNamespace(tokens=tokens))
        return SimpleNamespace(sentences=sentences)


@pytest.fixture
def stanza(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("stanza")
    module.__dict__.update(Pipeline=FakeStanza, __version__="1.10.1")
    monkeypatch.setitem(sys.modules, "stanza", module)
    load_stanza.cache_clear()
    return module


def test_stanza(stanza: ModuleType) -> None:
    engine = load_engine("stanza", "nl")
    assert (engine.name, engine.version) == ("stanza_nl", stanza.__version__)
    document = analyse(Article(id="x", text="“Hij” slaapt\u00a0 nu.\n\nEen ko\u00adp."), engine)
    assert [token.text for token in document.tokens] == ["“Hij”", "slaapt", "nu.", "Een", "ko\u00adp."]
    assert [token.head for token in document.tokens] == [0, 0, 1, 3, 3]
    assert [token.relation for token in document.tokens] == ["root", "dep", "dep", "root", "dep"]
    assert all(document.article.text[token.start : token.end] == token.text for token in document.tokens)


def test_many_sentences_come_back_in_order(stanza: ModuleType) -> None:  # noqa: ARG001
    sentences = [f"Zin {number} hier" if number % 7 else "" for number in range(3_000)]
    parsed = list(load_engine("stanza:nl", "nl").parse(sentences))
    assert [" ".join(word.text for word in words) for words in parsed] == sentences


def test_tokens_of_several_words_and_sentences_cut_in_two(stanza: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def call(_: FakeStanza, text: str) -> SimpleNamespace:
        assert text == "Zum Haus ja"
        both = [word(1, "zu", 3, "case"), word(2, "dem", 1, "det")]
        first = SimpleNamespace(
            tokens=[
                SimpleNamespace(words=both, start_char=0, end_char=3),
                SimpleNamespace(words=[word(3, "Haus", 0, "root", lemma=None)], start_char=4, end_char=8),
            ]
        )
        second = SimpleNamespace(tokens=[SimpleNamespace(words=[word(1, "ja", 0, "root")], start_char=9, end_char=11)])
        return SimpleNamespace(sentences=[first, second])

    monkeypatch.setattr(stanza.Pipeline, "__call__", call)
    (words,) = load_engine("stanza", "nl").parse(["Zum Haus ja"])
    assert [(word.text, word.lemma, word.head, word.relation) for word in words] == [
        ("Zum", "zu", 1, "case"),
        ("Haus", "Haus", 1, "root"),
        ("ja", "ja", 1, "parataxis"),
    ]


def test_stanza_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    load_stanza.cache_clear()
    with pytest.raises(EngineError, match="Stanza is not installed: pip install stanza"):
        load_engine("stanza")


def test_stanza_has_no_model(stanza: ModuleType) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise FileNotFoundError("resources.json is missing\nmore")

    stanza.__dict__["Pipeline"] = missing
    with pytest.raises(EngineError, match=r"cannot be loaded \(resources.json is missing\)"):
        load_engine("stanza")


def test_stanza_for_another_language() -> None:
    with pytest.raises(EngineError, match="'de' is for another language"):
        load_engine("stanza:de", "nl")


def test_the_embedded_pipeline_multiplies_with_numpy() -> None:
    from thinc.api import NumpyOps, get_current_ops

    before = get_current_ops()
    operations = [cast(Any, part).model.ops for _, part in embedded("nl").nlp.pipeline]
    assert all(isinstance(part, NumpyOps) and not part.use_blis for part in operations)
    assert get_current_ops() is before
