"""Which language an article is in, and whether facts can be extracted from it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from kg.analysis.wordlists import word_lists
from kg.article import Article
from kg.errors import ArticleError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SUPPORTED = ("nl",)
"""The languages that facts can be extracted from."""

_ENOUGH = 4_000  # code points; more do not make it surer
_SHORT = 20  # words; fewer are believed to be Dutch unless something else is clearly likelier
_CLEAR = 0.75  # probability
_PLAIN = 0.05  # share of the words that only Dutch has, above which nothing else need be asked


def detect(text: str) -> str:
    """Tell the language of a text.

    Returns:
        Its ISO 639 code, or ``und`` where no letters tell.
    """
    return _likeliest(text)[0]


def check_language(article: Article, *, file: Path | None = None) -> str:
    """Give the language of an article, if facts can be extracted from it.

    What the article declares is believed. A short text that declares nothing counts as Dutch unless another language
    is clearly likelier.

    Args:
        article: the article.
        file: its file, for the message.

    Raises:
        ArticleError: facts cannot be extracted from this language.
    """
    if article.language != "und":
        language, how = article.language.split("-")[0].lower(), "is declared to be in"
    else:
        language, how = _seen(article.text[article.body_start :]), "is in"
    if language in SUPPORTED:
        return language
    problem = f"{how} {_name(language)}, and kg extracts facts from Dutch only"
    raise ArticleError(f"{problem}: write a reviewed file, or say --language nl if it is Dutch", file=file)


def _seen(text: str) -> str:
    language, probability = _likeliest(text)
    is_short = len(text[:_ENOUGH].split()) < _SHORT
    if language == "und" or (is_short and probability < _CLEAR):
        return SUPPORTED[0]
    return language


def _likeliest(text: str) -> tuple[str, float]:
    text = text[:_ENOUGH]
    if not any(char.isalpha() for char in text):
        return "und", 0.0
    if _is_plainly_dutch(text):
        return "nl", 1.0
    language, probability = _identifier().classify(text)
    return str(language), float(probability)


def _is_plainly_dutch(text: str) -> bool:
    """Tell whether words abound that only Dutch has: then the library, slow to load, need not be asked."""
    only_dutch = word_lists("language")["dutch"]
    words = text.lower().split()
    found = [word for word in words if word in only_dutch]
    return len(found) >= max(5, _PLAIN * len(words)) and len(set(found)) >= 3


def _name(language: str) -> str:
    name = Locale("en").languages.get(language)
    return f"{name} ({language})" if name else f"the language {language!r}"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(word_lists("language")["known"])
    return identifier
