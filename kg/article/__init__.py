"""Articles: reading them, and cutting quotes from them. Knows nothing of language, facts or RDF."""

from kg.article.dates import PartialDate, check_partial_date, first_day, last_day
from kg.article.reading import ENDINGS, decode, read_articles
from kg.article.record import Article, Span

__all__ = [
    "ENDINGS",
    "Article",
    "PartialDate",
    "Span",
    "check_partial_date",
    "decode",
    "first_day",
    "last_day",
    "read_articles",
]
