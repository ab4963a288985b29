"""Dates and times in an article: where they stand, and what they come to."""

from kg.analysis.times.expression import TimeExpression
from kg.analysis.times.finding import find_times
from kg.analysis.times.reference import reference_day

__all__ = ["TimeExpression", "find_times", "reference_day"]
