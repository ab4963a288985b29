"""Article → its parts: sentences, tokens with their dependency trees, names, dates."""

from kg.analysis.document import Document, Sentence, Token
from kg.analysis.engine import Engine, Word, analyse, analyse_all
from kg.analysis.sentences import sentences

__all__ = ["Document", "Engine", "Sentence", "Token", "Word", "analyse", "analyse_all", "sentences"]
