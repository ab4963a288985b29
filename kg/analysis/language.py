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
_SHORT = 20  # words; fewer are believed to be in the first language unless something else is clearly likelier
_CLEAR = 0.75  # probability
_PLAIN = 0.05  # share of the words that only one language has, above which nothing else need be asked


def detect(text: str) -> str:
    """Tell the language of a text.

    Returns:
        Its ISO 639 code, or ``und`` where no letters tell.
    """
    return _likeliest(text)[0]


def language_of(article: Article) -> str:
    """Give the language that an article declares (``nl`` of ``nl-BE``); of one that declares none the first supported.

    Args:
        article: the article.
    """
    return SUPPORTED[0] if article.language == "und" else article.language.split("-")[0].lower()


def check_language(article: Article, *, file: Path | None = None) -> str:
    """Give the language of an article, if facts can be extracted from it.

    What the article declares is believed. A short text that declares nothing counts as one in the first
    supported language unless another is clearly likelier.

    Args:
        article: the article.
        file: its file, for the message.

    Raises:
        ArticleError: facts cannot be extracted from this language.
    """
    if article.language != "und":
        language, how = language_of(article), "is declared to be in"
    else:
        language, how = _seen(article.text[article.body_start :]), "is in"
    if language in SUPPORTED:
        return language
    names = [Locale("en").languages[tag] for tag in SUPPORTED]
    problem = f"{how} {_name(language)}, and kg extracts facts from {' and '.join(names)} only"
    remedy = " or ".join(f"--language {tag} if it is {name}" for tag, name in zip(SUPPORTED, names, strict=True))
    raise ArticleError(f"{problem}: write a reviewed file, or say {remedy}", file=file)


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
    if plain := _plainly(text):
        return plain, 1.0
    language, probability = _identifier().classify(text)
    return str(language), float(probability)


def _plainly(text: str) -> str | None:
    """Give the language in whose own words a text abounds: then the library, slow to load, need not be asked."""
    words = text.lower().split()
    for language in SUPPORTED:
        own = word_lists("language").get(language, frozenset())
        found = [word for word in words if word in own]
        if len(found) >= max(5, _PLAIN * len(words)) and len(set(found)) >= 3:
            return language
    return None


def _name(language: str) -> str:
    name = Locale("en").languages.get(language)
    return f"{name} ({language})" if name else f"the language {language!r}"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(word_lists("language")["known"])
    return identifier
