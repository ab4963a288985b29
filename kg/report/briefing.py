"""Dataset → a briefing: sections of sentences, each with notes that hold the exact words."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kg.insight.agenda import due, reference_day
from kg.insight.reading import Dataset, Situation
from kg.insight.sources import STATEMENTS, foundation
from kg.receipts import Receipt
from kg.report.telling import Teller
from kg.report.times import day_text, written
from kg.report.wording import LANGUAGES, Language, sentence, wording
from kg.view.facts import situation_kind
from kg.vocab import KG, SCHEMA

_WHO = ("OfficeHolding", "Domicile", "Specialisation", "Presence")
_WHOSE = ("holder", "resident", "specialist")
_HELD = ("actual", "ended")
Words = tuple[str, int, int, str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Phrase:
    """A piece of text, and the numbers of the notes behind it."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Line:
    """A sentence or more, or an opening with items under it."""

    phrases: tuple[Phrase, ...]
    items: tuple[tuple[Phrase, ...], ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it: each line a sentence or more."""

    name: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Note:
    """The words behind a sentence: their number, the words, where they stand, and who says so."""

    number: int
    quote: str
    place: str
    says: str

    def enclosed(self) -> str:
        """Give the words in quotation marks, unless they begin with some of their own."""
        return self.quote if self.quote.startswith(("“", "”", "„", '"', "‘", "'")) else f"“{self.quote}”"


@dataclass(frozen=True)
class Briefing:
    """A briefing, ready to be written down."""

    language: Language
    title: str
    lead: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def briefing(quads: Iterable[Quad], language: Language | None = None, today: datetime.date | None = None) -> Briefing:
    """Brief on a dataset.

    Args:
        quads: the dataset.
        language: of the briefing; None takes that of most articles.
        today: the day to look from at what is planned; None takes that of the latest article.
    """
    quads = list(quads)
    data = Dataset(quads)
    language = language or _language(data)
    writer = _Writer(Dataset(quads, language), language, today)
    return Briefing(language, writer.title(), writer.lead(), tuple(writer.sections()), writer.notes())


def _language(data: Dataset) -> Language:
    tags = (data.nodes.text(article, SCHEMA.inLanguage) or "" for article in data.nodes.of_class(KG.Article))
    counted = Counter(tag.split("-")[0].lower() for tag in tags)
    return max(LANGUAGES, key=lambda tag: (counted[tag], tag == "en"))


def _together(situations: list[Situation]) -> list[Situation]:
    """Put what is told of one entity together, in the order in which the entities come."""
    first: dict[tuple[NamedNode, ...], int] = {}
    for situation in situations:
        first.setdefault(tuple(situation.fillers(*_WHOSE)), len(first))
    return sorted(situations, key=lambda situation: first[tuple(situation.fillers(*_WHOSE))])


@dataclass
class _Writer:
    """Writes the sections, and numbers the notes in the order in which they are first needed."""

    data: Dataset
    language: Language
    today: datetime.date | None
    _numbered: dict[Words, Note] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.today = self.today or reference_day(self.data)
        self._teller = Teller(self.data, self.language)
        self._say = wording(self.language)["titles"]

    def title(self) -> str:
        articles = self.data.nodes.of_class(KG.Article)
        if len(articles) == 1:
            return f"{self._say['briefing']}: {self.data.article_name(articles[0])}"
        return str(self._say["of articles"].format(count=len(articles)))

    def lead(self) -> str:
        facts, articles = len(self.data.situations), len(self.data.nodes.of_class(KG.Article))
        if not facts:
            return str(self._say["nothing"])
        counts = {"facts": self._counted("facts", facts), "articles": self._counted("articles", articles)}
        counts["dated"] = self._dated()
        seen = self._say["seen from"].format(today=day_text(self.today, self.language)) if self.today else ""
        return f"{self._say['lead'].format(**counts)} {seen}".strip()

    def _dated(self) -> str:
        articles = self.data.nodes.of_class(KG.Article)
        days = sorted({self.data.nodes.text(article, SCHEMA.datePublished) or "" for article in articles} - {""})
        first, *_, last = [written(day[:10], self.language) for day in days] * 2 or [""] * 2
        if not (first and last):
            return ""
        return str(self._say["of day" if first == last else "of days"].format(first=first, last=last))

    def _counted(self, what: str, count: int) -> str:
        one, many = self._say[what]
        return str(one if count == 1 else many.format(count=count))

    def sections(self) -> list[Section]:
        happened = self._sorted(self._chosen(self._is_event, _HELD))
        kept: list[tuple[str, list[Line]]] = [
            ("happened", self._told(happened)),
            ("who", self._told(_together(self._chosen(self._is_who, _HELD)))),
            ("stands", self._told(self._chosen(self._is_state, _HELD))),
            ("planned", self._planned()),
            ("possible", self._told(self._chosen(self._any, ("possible", "unknown")))),
            ("disputed", self._told(self._chosen(self._any, ("denied", "disputed")))),
            ("said", self._told(self._chosen(self._is_statement, _HELD))),
            ("one source", self._resting("one source")),
            ("hearsay", self._resting("hearsay")),
        ]
        return [Section(name, self._say[name], tuple(lines)) for name, lines in kept if lines]

    def notes(self) -> tuple[Note, ...]:
        return tuple(self._numbered.values())

    def _chosen(self, fits: Callable[[Situation], bool], statuses: tuple[str, ...]) -> list[Situation]:
        return [situation for situation in self.data.situations if situation.status in statuses and fits(situation)]

    def _any(self, _: Situation) -> bool:
        return True

    def _is_statement(self, situation: Situation) -> bool:
        return situation.type in STATEMENTS

    def _is_who(self, situation: Situation) -> bool:
        return situation.type in _WHO

    def _is_event(self, situation: Situation) -> bool:
        kind = situation_kind(self.data.nodes, situation.node)
        return kind != "State" and not self._is_statement(situation) and not self._is_who(situation)

    def _is_state(self, situation: Situation) -> bool:
        return situation_kind(self.data.nodes, situation.node) == "State" and not self._is_who(situation)

    def _sorted(self, situations: list[Situation]) -> list[Situation]:
        """Put what has a day in the order of days, and the rest behind it in the order of the text."""
        last = datetime.date.max
        return sorted(situations, key=lambda situation: situation.first or situation.last or last)

    def _told(self, situations: Iterable[Situation]) -> list[Line]:
        return [self._line(situation) for situation in situations]

    def _line(self, situation: Situation, behind: str = "") -> Line:
        told = self._teller.tell(situation)
        stop = "" if told.endswith((".", ".”", "!”", "?”")) else "."
        return Line((Phrase(f"{told}{stop}{behind}", self._numbers(situation)), *self._led_to(situation)))

    def _led_to(self, situation: Situation) -> list[Phrase]:
        """Tell what came of a situation: the words for it stand behind what came of it."""
        template = wording(self.language)["tail"]["led to"]
        followed = [self.data.by_node.get(node) for node in self.data.nodes.nodes(situation.node, KG.ledTo)]
        return [Phrase(f" {template.format(noun=self._named(one))}.", self._numbers(one)) for one in followed if one]

    def _named(self, situation: Situation) -> str:
        """Name a situation, with its status where it is not actual: what is only planned must not read as a fact."""
        status = self._say["status"].get(situation.status, situation.status)
        return self._teller.noun(situation) + (f" ({status})" if status else "")

    def _planned(self) -> list[Line]:
        planned = self._sorted(self._chosen(self._any, ("planned",)))
        return [self._line(situation, self._overdue(situation)) for situation in planned]

    def _overdue(self, situation: Situation) -> str:
        if self.today is None or due(situation, self.today) != "overdue":
            return ""
        template = wording(self.language)["tail"]["overdue"]
        return str(template.format(today=day_text(self.today, self.language)))

    def _resting(self, kind: str) -> list[Line]:
        """Tell what rests on the word of each source alone, or comes by way of somebody only."""
        by: dict[NamedNode, list[Situation]] = {}
        for situation in self.data.situations:
            if foundation(self.data, situation) == kind:
                sources = (node for source in situation.sources for node in (source.via or source.by))
                for node in dict.fromkeys(sources):
                    by.setdefault(node, []).append(situation)
        template = self._say["on the word" if kind == "one source" else "by way of"]
        lines = []
        for node, situations in sorted(by.items(), key=lambda item: (-len(item[1]), item[0].value)):
            opening = sentence(template.format(source=self._teller.names.name(node)))
            lines.append(
                Line(
                    (Phrase(opening),),
                    tuple((Phrase(self._named(situation), self._numbers(situation)),) for situation in situations),
                )
            )
        return lines

    def _numbers(self, situation: Situation) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._note(receipt).number for receipt in self.data.receipts([situation])))

    def _note(self, receipt: Receipt) -> Note:
        """Give the note for some words, one for all situations that rest on them in the same way."""
        words = (receipt.article, receipt.start, receipt.end, receipt.quote, receipt.attributed_to, receipt.via)
        number = len(self._numbered) + 1
        return self._numbered.get(words) or self._numbered.setdefault(words, self._new_note(receipt, number))

    def _new_note(self, receipt: Receipt, number: int) -> Note:
        place = self._say["note"].format(article=receipt.article, start=receipt.start, end=receipt.end)
        by = wording(self.language)["and"].join(receipt.attributed_to) or self._say["article itself"]
        via = wording(self.language)["and"].join(receipt.via)
        says = self._say["passed on" if via else "says"].format(by=by, via=via)
        return Note(number, receipt.quote, place, says)
