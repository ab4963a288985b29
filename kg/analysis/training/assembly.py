"""What was trained → one pipeline, without what it does not need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore
from spacy.util import registry

import kg.analysis.tokenizer  # noqa: F401  # spaCy finds our tokenizer, which the configs name, by its name

_PLAIN = "spacy.Tokenizer.v1"


def assemble(parser: Path, lemmas: Path, folder: Path, about: dict[str, Any]) -> None:
    """Write the pipeline that has the parser of one and the lemmatizer of another.

    Args:
        parser: the pipeline with the parser.
        lemmas: the pipeline with the lemmatizer.
        folder: where it is written.
        about: what its ``meta.json`` says.
    """
    nlp = spacy.load(parser)
    lemmatizer = spacy.load(lemmas)
    lemmatizer.replace_listeners("tok2vec", "trainable_lemmatizer", ["model.tok2vec"])
    nlp.add_pipe("trainable_lemmatizer", source=lemmatizer)
    # spaCy's own tokenizer, so that spaCy alone can load it; `kg` puts its own in place of it.
    nlp.tokenizer = registry.tokenizers.get(_PLAIN)()(nlp)
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": _PLAIN}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where it was trained is nobody's business
    nlp.meta.update(about)
    nlp.to_disk(folder)
    _drop_strings(nlp, folder)
    describe(folder, about)


def describe(folder: Path, about: dict[str, Any]) -> None:
    """Write into a pipeline's ``meta.json`` what it is and how good; the scores of training are left out."""
    file = folder / "meta.json"
    meta = json.loads(file.read_text(encoding="utf-8"))
    meta = {name: value for name, value in meta.items() if value or value == 0} | about
    file.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _drop_strings(nlp: Language, folder: Path) -> None:
    """Leave out the words of training, which the vocabulary lists: only what the rules of lemmas name is needed."""
    trees = srsly.read_msgpack(folder / "trainable_lemmatizer" / "trees")["trees"]
    named = {value for tree in trees for key, value in tree.items() if key in ("orig", "subst")}
    kept = StringStore(sorted(nlp.vocab.strings[value] for value in named if value))
    kept.to_disk(folder / "vocab" / "strings.json")
