"""CoNLL-U → sentences of words with their analysis, and → spaCy's format."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from kg.analysis.engine import Word

_NAME = re.compile(r"(?P<document>.*)\.p\.(?P<paragraph>\d+)\.s\.(?P<number>\d+)")


class Place(NamedTuple):
    """Where a sentence stands: in which paragraph of which document, and as which there."""

    document: str
    paragraph: int
    number: int


@dataclass(frozen=True)
class TreebankSentence:
    """A sentence of a treebank.

    Attributes:
        name: its ``sent_id``.
        text: its text.
        words: its words; their heads are numbers of words, a root is its own head.
    """

    name: str
    text: str
    words: list[Word] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Where it stands, as far as its name tells."""
        found = _NAME.match(self.name)
        return (
            Place(found["document"], int(found["paragraph"]), int(found["number"])) if found else Place(self.name, 0, 0)
        )


def read_treebank(file: Path) -> Iterator[TreebankSentence]:
    """Read the sentences of a CoNLL-U file; its name may end in ``.xz``."""
    data = file.read_bytes()
    text = (lzma.decompress(data) if file.suffix == ".xz" else data).decode()
    for block in text.split("\n\n"):
        if block.strip():
            yield _sentence(block.strip("\n").split("\n"))


def _sentence(lines: list[str]) -> TreebankSentence:
    about = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    rows = [row for row in rows if row[0].isdigit()]  # neither multiword tokens nor empty nodes
    sentence = TreebankSentence(about["sent_id"], about["text"])
    place = 0
    for number, (_, form, lemma, pos, _, features, head, relation, *_) in enumerate(rows):
        start = sentence.text.index(form, place)
        place = start + len(form)
        above = int(head) - 1 if head != "0" else number
        sentence.words.append(Word(start, form, lemma, pos, "" if features == "_" else features, above, relation))
    return sentence


def write_corpus(sentences: Iterable[TreebankSentence], file: Path) -> int:
    """Write sentences in spaCy's format, each a document of its own.

    Returns:
        Their number.
    """
    vocab = Vocab()
    corpus = DocBin(store_user_data=False)
    for sentence in sentences:
        corpus.add(_doc(sentence, vocab))
    corpus.to_disk(file)
    return len(corpus)


def _doc(sentence: TreebankSentence, vocab: Vocab) -> Doc:
    words = sentence.words
    ends = [word.start + len(word.text) for word in words]
    starts = [word.start for word in words[1:]] + [len(sentence.text)]
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[start > end for end, start in zip(ends, starts, strict=True)],
        pos=[word.pos for word in words],
        morphs=[word.features for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.relation == "root" else word.relation for word in words],
    )
