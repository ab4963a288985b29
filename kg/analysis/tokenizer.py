"""Sentences → tokens, as the Dutch treebank has them.

spaCy's own tokenizer for Dutch keeps 1,600 special cases, which take a second to load, and takes words such as “dat.”
at the end of a sentence for abbreviations. This one has a list of abbreviations and few rules; its input has straight
quotation marks only (see `kg.analysis.characters`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokenizer import Tokenizer
from spacy.util import load_meta, registry

from kg.analysis.blas import numpy_blas
from kg.analysis.wordlists import abbreviations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOKENIZER = "kg.DutchTokenizer.v1"
"""The name by which a config calls it."""

_BY_LANGUAGE = {"nl": TOKENIZER}

_PREFIX = re.compile(
    r",,|''|\.\.+|--+|'(?!(?:[snmrtk]|\d\d)(?:\W|$))|[^\w\s'.,+#@°/&-]|,(?!\d)|\.(?!\w)|-(?=[\"'(])", re.UNICODE
)
_SUFFIX = re.compile(r"(?:,,|''|\.\.+|--+|[^\w\s.°+#@/&%-]|(?<=\d)%|(?<!\.)\.)$")
_INFIX = re.compile(r",(?=,,)|,,|\.\.+|--+|…|(?<=[^\W\d_])[,;](?=[^\W\d_])|(?<=[^\W\d_])[:!?\"](?=[^\W\d_\"]|,,)")
_KEPT = re.compile(
    r"[^\W\d_]\.(?:-?[^\W\d_]{1,3}\.)*"  # initials, d.w.z., v.Chr.
    r"|'(?:[snmrtk]|\d\d)|'s-\w[\w'-]*"  # 's, '90, 's-Hertogenbosch
    r"|(?:https?://|www\.)\S*[\w/]"
)
_ANY = re.compile("")
_WINDOW = 12  # code points: no suffix is longer, and a search in all of a long word would be slow


class DutchTokenizer(Tokenizer):  # type: ignore[misc]  # it is not typed
    """Cuts a sentence into tokens. A full stop at its end is a token, also behind an abbreviation."""

    def __init__(self, nlp: Language) -> None:
        self._short = abbreviations(str(nlp.lang))
        super().__init__(
            nlp.vocab,
            prefix_search=_PREFIX.match,
            suffix_search=self._suffix,
            infix_finditer=_INFIX.finditer,
            token_match=self._kept,
        )

    def _kept(self, word: str) -> re.Match[str] | None:
        if word[-1] == "." and word[:-1].lower() in self._short:
            return _ANY.match(word)
        return _KEPT.fullmatch(word)

    def _suffix(self, word: str) -> re.Match[str] | None:
        return None if not word or self._kept(word) else _SUFFIX.search(word, max(0, len(word) - _WINDOW))

    def __call__(self, text: str) -> Doc:
        """Give the tokens of a sentence."""
        doc: Doc = super().__call__(text)
        last = len(doc) - 1
        while last > 0 and not doc[last].text[-1].isalnum() and doc[last].text[-1] != ".":
            last -= 1
        if last >= 0 and len(word := doc[last].text) > 1 and word[-1] == "." and word.strip("."):
            with doc.retokenize() as retokenizer:
                retokenizer.split(doc[last], [word[:-1], "."], heads=[(doc[last], 0), (doc[last], 1)])
        return doc

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write nothing: all it has is here."""

    def from_disk(self, path: str | Path, **_: object) -> DutchTokenizer:  # noqa: ARG002
        """Read nothing."""
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing."""
        return b""

    def from_bytes(self, data: bytes, **_: object) -> DutchTokenizer:  # noqa: ARG002
        """Read nothing."""
        return self


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def dutch_tokenizer() -> Callable[[Language], DutchTokenizer]:
    """Give what makes the tokenizer of a pipeline: named in the model's config."""
    return DutchTokenizer


def load_pipeline(folder: Path) -> Language:
    """Load a pipeline; with a tokenizer from here in place of its own, where there is one for its language.

    What lies on disk names spaCy's tokenizer, so that spaCy alone can load it too.
    """
    tokenizer = _BY_LANGUAGE.get(load_meta(folder / "meta.json")["lang"])
    config = {} if tokenizer is None else {"nlp": {"tokenizer": {"@tokenizers": tokenizer}}}
    with numpy_blas():
        return spacy.load(folder, exclude=["tokenizer"] if config else [], config=config)
