"""How the pipeline is made: reading a treebank, scoring, and the whole recipe on a toy treebank."""

import json
import lzma
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from kg.analysis.engine import Word
from kg.analysis.training import scores
from kg.analysis.training.recipe import make_model
from kg.analysis.training.treebank import Place, TreebankSentence, read_treebank, write_corpus

_ROWS = [
    "1 De de DET _ Definite=Def 2 det _ _",
    "2 minister minister NOUN _ Number=Sing 3 nsubj _ _",
    "3 tekende tekenen VERB _ Tense=Past 0 root _ _",
    "4 een een DET _ Definite=Ind 5 det _ _",
    "5 akkoord akkoord NOUN _ Number=Sing 3 obj _ SpaceAfter=No",
    "6 . . PUNCT _ _ 3 punct _ _",
]
_TEXT = "De minister tekende een akkoord."


def sentence(name: str, rows: list[str] = _ROWS, text: str = _TEXT) -> str:
    table = "\n".join("\t".join([*row.split()[:4], *row.split()[4:]]) for row in rows)
    return f"# sent_id = {name}\n# text = {text}\n{table}\n\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    other = [row.replace("tekende tekenen", "wilde willen") for row in _ROWS]
    train = "".join(
        sentence(f"alpino-cdb:{n}") + sentence(f"wiki-{n}", other, _TEXT.replace("tekende", "wilde")) for n in range(30)
    )
    (folder / "train.conllu.xz").write_bytes(lzma.compress(train.encode()))
    held_out = "".join(sentence(f"WR-P-P-H-1.p.1.s.{n}") for n in range(3))
    (folder / "dev.conllu").write_text(held_out, encoding="utf-8")
    (folder / "test.conllu").write_text(held_out, encoding="utf-8")
    return folder


def test_reading(data: Path) -> None:
    sentences = list(read_treebank(data / "train.conllu.xz"))
    assert len(sentences) == 60
    assert sentences[0].words[4] == Word(24, "akkoord", "akkoord", "NOUN", "Number=Sing", 2, "obj")
    assert sentences[0].words[2].head == 2
    (first, *_) = read_treebank(data / "dev.conllu")
    assert first.place == Place("WR-P-P-H-1", 1, 0)


def test_multiword_tokens_and_empty_nodes_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.conllu"
    rows = [_ROWS[0], "1-2 x _ _ _ _ _ _ _ _", "1.1 y _ _ _ _ _ _ _ _", *_ROWS[1:]]
    file.write_text(sentence("a", rows), encoding="utf-8")
    (read,) = read_treebank(file)
    assert [word.text for word in read.words] == ["De", "minister", "tekende", "een", "akkoord", "."]


def test_writing_keeps_all(data: Path, tmp_path: Path) -> None:
    assert write_corpus(read_treebank(data / "dev.conllu"), tmp_path / "dev.spacy") == 3
    doc = next(iter(DocBin().from_disk(tmp_path / "dev.spacy").get_docs(spacy.blank("nl").vocab)))
    assert doc.text == _TEXT
    assert [token.dep_ for token in doc] == ["det", "nsubj", "ROOT", "det", "obj", "punct"]
    assert [token.head.i for token in doc] == [1, 2, 2, 4, 2, 2]
    assert (doc[2].lemma_, doc[2].pos_, str(doc[2].morph)) == ("tekenen", "VERB", "Tense=Past")


def test_scores_of_the_gold_itself_are_perfect_and_each_mistake_counts(data: Path) -> None:
    gold = [sentence.words for sentence in read_treebank(data / "dev.conllu")]
    text = scores._text(gold, [0, 40, 80])
    assert set(scores._scores(text, text).values()) == {100.0}
    wrong = [list(words) for words in gold]
    wrong[0][4] = wrong[0][4]._replace(relation="obl")  # one label of 18 words
    wrong[0][5] = wrong[0][5]._replace(head=1)  # one head, of a mark
    found = scores._scores(text, scores._text(wrong, [0, 40, 80]))
    assert found["uas"] == round(100 * 17 / 18, 2)
    assert found["las"] == round(100 * 16 / 18, 2)
    assert found["uas_without_punctuation"] == 100.0
    assert found["las_without_punctuation"] == round(100 * 14 / 15, 2)


def test_scores_on_raw_text_see_lost_tokens(data: Path) -> None:
    gold = [sentence.words for sentence in read_treebank(data / "dev.conllu")]
    short = [gold[0][:2], *gold[1:]]
    short[0] = [word._replace(head=0) for word in short[0]]
    found = scores._scores(scores._text(gold, [0, 40, 80]), scores._text(short, [0, 40, 80]))
    assert found["tokens"] == round(200 * 14 / 32, 2)
    assert found["sentences"] == round(200 * 2 / 6, 2)


def test_a_sentence_without_a_place() -> None:
    assert TreebankSentence("alpino-cdb:7", "x").place == Place("alpino-cdb:7", 0, 0)


@pytest.mark.slow
def test_the_whole_recipe(data: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    model = make_model(data, work, {"training.max_steps": 30, "training.eval_frequency": 10})
    doc = spacy.load(model)(_TEXT)
    assert [token.pos_ for token in doc] == ["DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
    assert [token.lemma_ for token in doc] == ["de", "minister", "tekenen", "een", "akkoord", "."]
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    assert meta["performance"]["raw_text"]["tokens"] == 100.0
    assert "LGPL-2.1" in (model / "README.md").read_text(encoding="utf-8")
