"""What came of an evaluation, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from kg.errors import one_line
from kg.evaluation.cases import Case, Cases
from kg.evaluation.entities import Named
from kg.evaluation.evaluating import Evaluation, Pair
from kg.evaluation.figures import MEASURES, Figure
from kg.evaluation.readings import DATES, LINKS, Reading, read
from kg.facts import Fact, Mention

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
_T = TypeVar("_T")
_LONGEST = 200  # characters of a quote, or of what fills a role
_NONE = "–"
_SHORT = {"exact": "Every part"}


class Difference(NamedTuple):
    """A part in which an extracted fact is not as the reviewed one.

    Attributes:
        part: a measure, or a role.
        expected: what the reviewed fact has.
        found: what the extracted fact has.
    """

    part: str
    expected: str
    found: str


def figures_table(result: Evaluation) -> Table:
    """Give the figures over all facts as a table: its columns, and its rows."""
    columns = ("Measure", "Found", "Expected", "Right", "Precision", "Recall", "F1", "Differ")
    rows = [
        (MEASURES[name], *_figure(figure), "" if name == "facts" else str(figure.differ))
        for name, figure in result.figures.of.items()
    ]
    return columns, rows


def by_type_table(result: Evaluation) -> Table:
    """Give the figures by type of fact as a table: those of facts, and the F1 of each other measure."""
    others = [name for name in MEASURES if name != "facts"]
    head = ("Type", "Found", "Expected", "Right", "Precision", "Recall", "F1")
    rows = [
        (name, *_figure(figures.of["facts"]), *(_share(figures.of[other].f1) for other in others))
        for name, figures in result.by_type.items()
    ]
    return (*head, *(_SHORT.get(name, MEASURES[name]) for name in others)), rows


def _figure(figure: Figure) -> Iterator[str]:
    yield from (f"{number:,}" for number in (figure.found, figure.expected, figure.right))
    yield from (_share(share) for share in (figure.precision, figure.recall, figure.f1))


def _share(share: float | None) -> str:
    return _NONE if share is None else f"{share:.3f}"


def notes(cases: Cases) -> list[str]:
    """Say what was not counted."""
    lines = []
    if cases.left_out:
        ids = ", ".join(one_line(name) for name in list(cases.left_out)[:5])
        more = ", …" if len(cases.left_out) > 5 else ""
        facts = sum(cases.left_out.values())
        lines.append(f"Not counted, because nobody reviewed their article: facts extracted from {ids}{more} ({facts})")
    if cases.rejected:
        reason = one_line(cases.rejected[0][1])
        lines.append(f"Not counted, because not in their article: {len(cases.rejected)}, the first of them: {reason}")
    return lines


def listing(result: Evaluation, most: int | None = None) -> str:
    """Say which facts were missed, invented, or differ in a part.

    Args:
        result: what came of the evaluation.
        most: how many of each kind to name; None names all.
    """
    groups = [
        _group("Missed", result.missed, lambda item: _told(*item), most),
        _group("Invented", result.invented, lambda item: _told(*item), most),
        _group("Different in a part", result.different, _pair, most),
    ]
    return "\n\n".join(group for group in groups if group)


def _group(title: str, items: Sequence[_T], tell: Callable[[_T], list[str]], most: int | None) -> str:
    shown = items if most is None else items[:most]
    if not shown:
        return ""
    count = f"{len(items)}" if len(shown) == len(items) else f"{len(items)}, of which the first {len(shown)}"
    return "\n".join([f"{title}: {count}", *(f"  {line}" for item in shown for line in tell(item))])


def _told(case: Case, fact: Fact) -> list[str]:
    quotes = [f"  “{_cut(item.quote)}”" for item in fact.evidence]
    return [f"{where(case, fact)}: {one_line(summary(fact))}", *quotes]


def _pair(pair: Pair) -> list[str]:
    parts = [f"  {d.part}: expected {_cut(d.expected)}; found {_cut(d.found)}" for d in differences(pair)]
    return [*_told(pair.case, pair.expected), *parts]


def _cut(words: str) -> str:
    text = one_line(words)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def where(case: Case, fact: Fact) -> str:
    """Say where a fact is told: the article, the line where its text is known, and the characters."""
    first = fact.evidence[0]
    line = "" if case.article is None else f":{case.article.text.count(chr(10), 0, first.start) + 1}"
    return f"{one_line(case.id)}{line}, characters {first.start}–{first.end}"


def summary(fact: Fact) -> str:
    """Tell a fact on one line: its type, its roles, when it is, how certain, and who says so."""
    reading = read(fact)
    parts = [f"{role} {_fillers(fact, role)}" for role, _ in fact.roles() if role not in LINKS]
    parts += [] if reading.content == () else [f"content {_content(reading)}"]
    parts += [_dates(reading)] if any(reading.dates) else []
    parts += [f"says {_sources(reading)}"] if reading.items["attribution"] else []
    return f"{fact.type} ({fact.status}): {'; '.join(parts)}"


def differences(pair: Pair) -> list[Difference]:
    """Give the parts in which an extracted fact is not as the reviewed one, the weightiest first."""
    expected, found = pair.comparison.expected, pair.comparison.found

    def told(names: Iterable[str]) -> Iterator[Difference]:
        for name in names:
            if name in pair.differing:
                yield Difference(name, _PARTS[name](expected), _PARTS[name](found))

    roles = [
        Difference(role, _fillers(expected.fact, role), _fillers(found.fact, role))
        for role in pair.comparison.differing_roles
    ]
    links = Difference("links", _links(expected, pair.case.expected), _links(found, pair.case.found))
    first = ("type", "status")
    rest = (name for name in _PARTS if name not in first)
    return [*told(first), *roles, *told(rest), *([links] if "links" in pair.differing else [])]


def _fillers(fact: Fact, role: str) -> str:
    fillers = getattr(fact, role, ())
    return " + ".join(item.name if isinstance(item, Mention) else f"“{item}”" for item in fillers) or _NONE


def _content(reading: Reading) -> str:
    return _quoted(quote.quote for quote in list(reading.fact.quotes())[len(reading.fact.evidence) :])


def _sources(reading: Reading) -> str:
    said = " + ".join(source.name for source in reading.attributed_to) or "the article itself"
    passed = " + ".join(source.name for source in reading.via)
    return said + (f", by way of {passed}" if passed else "")


def _dates(reading: Reading) -> str:
    known = [f"{name} {date}" for name, date in zip(DATES, reading.dates, strict=True) if date]
    return ", ".join(known) or "no date"


def _links(reading: Reading, facts: Iterable[Fact]) -> str:
    by_id = {fact.id: fact for fact in facts if fact.id}
    told = (f"{role} {_target(target, by_id)}" for role, target in reading.links)
    return ", ".join(told) or _NONE


def _target(target: str | Named, by_id: Mapping[str, Fact]) -> str:
    if isinstance(target, Named):
        return target.name
    fact = by_id.get(target)
    if fact is None:
        return target
    names = " + ".join(dict.fromkeys(item.name for fillers in read(fact).mentions.values() for item in fillers))
    return f"{fact.type} ({names})"


def _quoted(quotes: Iterable[str]) -> str:
    return " … ".join(f"“{quote}”" for quote in quotes) or _NONE


_PARTS: dict[str, Callable[[Reading], str]] = {
    "type": lambda reading: reading.fact.type,
    "status": lambda reading: reading.fact.status,
    "content": _content,
    "attribution": _sources,
    "dates": _dates,
    "evidence": lambda reading: _quoted(item.quote for item in reading.fact.evidence),
}
