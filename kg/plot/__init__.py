"""Dataset → pictures to print: SVG and PNG, in the colours and shapes of the page. Needs the extra ``plot``."""

from kg.plot.drawing import FORMS, KINDS, Kind, draw

__all__ = ["FORMS", "KINDS", "Kind", "draw"]
