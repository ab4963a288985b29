"""spaCy as an engine: our own small pipeline, or any other that is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kg.analysis.blas import numpy_blas, one_thread
from kg.analysis.characters import Readable, readable
from kg.analysis.engine import Word, batches, one_tree
from kg.analysis.inflection import Inflection, inflection
from kg.analysis.language import SUPPORTED
from kg.errors import EngineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MOST_WORDS = 100_000
_UNUSED = ["ner", "entity_linker", "entity_ruler", "textcat"]
_NEEDED = {"DEP": "dependency trees", "POS": "parts of speech", "LEMMA": "lemmas"}
_PAST, _FINITE = "Tense=Past", "VerbForm=Fin"
_PROBE = {"nl": "De minister sprak gisteren met de pers.", "en": "The minister spoke to the press yesterday."}


class SpacyEngine:
    """A spaCy pipeline as an engine.

    Attributes:
        name: the pipeline's name.
        version: its version.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.version = str(nlp.meta["version"])
        self._forms = inflection(nlp.lang) if nlp.lang in SUPPORTED else None

    def parse(self, sentences: Iterable[str]) -> Iterator[list[Word]]:
        """Give the words of each sentence, in the order of sentences."""
        for batch in batches(sentences):
            yield from self._batch(batch)

    def _batch(self, sentences: list[str]) -> list[list[Word]]:
        read = [readable(sentence) for sentence in sentences]
        # spaCy keeps what it finds out about each new word: that saves time, up to a number of words, and costs memory.
        is_full = len(self.nlp.vocab) > _MOST_WORDS
        with one_thread(), self.nlp.memory_zone() if is_full else nullcontext():
            docs = self.nlp.pipe((text.text for text in read), batch_size=len(read))
            return [
                _words(doc, text, sentence, self._forms)
                for doc, text, sentence in zip(docs, read, sentences, strict=True)
            ]


def _words(doc: Doc, text: Readable, sentence: str, forms: Inflection | None) -> list[Word]:
    heads, relations = one_tree([token.head.i for token in doc], [token.dep_ for token in doc])
    words = []
    for token, head, relation in zip(doc, heads, relations, strict=True):
        start, end = text.span(token.idx, token.idx + len(token))
        written, features = sentence[start:end], str(token.morph)
        if forms is not None:
            features = _without_false_past(token.lower_, token.lemma_, features, forms)
        words.append(Word(start, written, token.lemma_, token.pos_, features, head, relation))
    return words


def _without_false_past(word: str, lemma: str, features: str, forms: Inflection) -> str:
    """Give the features of a word; of one that a tagger took for a past that it cannot be, those of a present."""
    is_false = _PAST in features and _FINITE in features and forms.is_never_past(word, lemma)
    return features.replace(_PAST, "Tense=Pres") if is_false else features


@cache
def embedded(language: str) -> SpacyEngine:
    """Load the pipeline that comes with `kg`.

    Raises:
        EngineError: there is none for this language.
    """
    folder = resources.files("kg.analysis") / "models" / language
    if not folder.is_dir():
        raise EngineError(f"kg has no model for the language {language!r}: name one with --model")
    _spacy()
    from kg.analysis.tokenizer import load_pipeline

    with resources.as_file(folder) as path:
        return SpacyEngine(load_pipeline(path))


@cache
def installed(model: str, language: str) -> SpacyEngine:
    """Load a pipeline that the user has.

    Args:
        model: the name of an installed package, or a folder.
        language: the language that it must be for.

    Raises:
        EngineError: it is not there, is for another language, or gives no trees or no lemmas.
    """
    spacy = _spacy()
    is_folder = Path(model).is_dir()
    if not is_folder and not spacy.util.is_package(model):
        problem = f"the model {model!r} is not installed"
        raise EngineError(f"{problem}: install its package in this environment, or name a folder with a spaCy pipeline")
    try:
        with numpy_blas():
            nlp = spacy.load(Path(model) if is_folder else model, exclude=_UNUSED)
    except (OSError, ValueError, ImportError) as error:
        raise EngineError(f"the model {model!r} cannot be loaded: {str(error).splitlines()[0]}") from None
    if nlp.lang != language:
        raise EngineError(f"the model {model!r} is for the language {nlp.lang!r}, and the article is in {language!r}")
    _check(nlp, model)
    return SpacyEngine(nlp)


def _check(nlp: Language, model: str) -> None:
    """Try a pipeline on a sentence: which of its parts gives what cannot be told from their names."""
    doc = nlp(_PROBE.get(str(nlp.lang), _PROBE["en"]))
    missing = [what for layer, what in _NEEDED.items() if not doc.has_annotation(layer)]
    if missing:
        raise EngineError(f"the model {model!r} cannot be used: it gives no {' and no '.join(missing)}")


def _spacy() -> ModuleType:
    """Import spaCy without its command line, which takes as long as all the rest: it can download and serve."""
    if "spacy" not in sys.modules:
        stand_in = ModuleType("spacy.cli.info")
        stand_in.__dict__["info"] = None  # spacy.info(), the only thing of it that spaCy's top module names
        sys.modules["spacy.cli.info"] = stand_in
        try:
            import_module("spacy")
        finally:
            del sys.modules["spacy.cli.info"]
    return import_module("spacy")
