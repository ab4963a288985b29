"""Dataset → insight: who matters, who is connected with whom and how, who says what, what is planned and missing."""

from kg.insight.communities import METHODS
from kg.insight.engines import ENGINES
from kg.insight.findings import Finding, Findings
from kg.insight.insight import ANALYSES, STATUSES, Insight
from kg.insight.network import HELD

__all__ = ["ANALYSES", "ENGINES", "HELD", "METHODS", "STATUSES", "Finding", "Findings", "Insight"]
