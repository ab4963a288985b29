"""How far stretches of a text overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.article import Span


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give spans in the order of the text, those that overlap or touch as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    """Give the number of characters that two unions of spans share."""
    total = i = j = 0
    while i < len(some) and j < len(others):
        total += max(min(some[i].end, others[j].end) - max(some[i].start, others[j].start), 0)
        if some[i].end < others[j].end:
            i += 1
        else:
            j += 1
    return total


def half_shared(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether two unions of spans share at least half of the longer one."""
    longer = max(_length(some), _length(others))
    return 2 * shared(some, others) >= longer > 0


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
