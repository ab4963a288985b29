"""Dataset → pages that people look at."""

from kg.view.around import around
from kg.view.jupyter import to_iframe
from kg.view.page import to_html

__all__ = ["around", "to_html", "to_iframe"]
