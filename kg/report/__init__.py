"""Dataset → a briefing that people read: sentences that say no more than the graph, each with the exact words."""

from kg.report.briefing import Briefing, briefing
from kg.report.markdown import to_markdown
from kg.report.page import to_page
from kg.report.wording import LANGUAGES, Language

__all__ = ["LANGUAGES", "Briefing", "Language", "briefing", "to_markdown", "to_page"]
