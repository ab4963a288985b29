"""Dataset → pages that people look at."""

from kg.view.page import to_html

__all__ = ["to_html"]
