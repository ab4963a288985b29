"""What the command prints."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from prettytable import PrettyTable, TableStyle
from pyoxigraph import NamedNode

from kg.errors import InputError, one_line
from kg.export import to_turtle_triples
from kg.facts import BESIDE_ROLES, FACT_TYPES, ID_ROLES, KINDS, WORD_ROLES, Fact, Mention, Situation, Status, Time
from kg.pipeline import Build, Stored
from kg.query import Answer, Table, Term
from kg.receipts import Receipt
from kg.store import Result
from kg.terms import term_comments
from kg.vocab import KG, all_prefixes

_WIDEST = 300  # of a cell; formats for programs cut nothing


def summary(result: Build, written: Sequence[Path], *, verbose: bool) -> str:
    """Say what was built: facts by type and status, entities, triples, sentences without a fact, and files."""
    graph = result.graph
    by_type: dict[str, Counter[str]] = {}
    for fact in result.facts:
        by_type.setdefault(fact.type, Counter())[fact.status] += 1
    rows = [
        (name, str(counts.total()), ", ".join(f"{count} {status}" for status, count in sorted(counts.items())))
        for name, counts in sorted(by_type.items(), key=lambda item: (-item[1].total(), item[0]))
    ]
    lines = [table(("Fact", "Count", "Status"), rows), ""] if rows else []
    counts = (
        f"{count(graph.count(KG.Article), 'article')}, {count(len(result.facts), 'fact')}, "
        f"{count(graph.count(KG.Entity), 'entity', 'entities')}, {count(len(graph), 'triple')}"
    )
    lines.append(counts)
    lines.append(_sentences(result, verbose=verbose))
    lines += [f"  {one_line(article)}: {one_line(sentence)}" for article, sentence in result.without_fact if verbose]
    if result.rejected:
        lines.append(f"{count(len(result.rejected), 'fact')} rejected: see rejected.jsonl")
    lines.append(f"Written: {', '.join(one_line(str(path)) for path in written)}")
    return "\n".join(lines)


def explained_facts(facts: Iterable[Fact]) -> str:
    """Show facts for people: what fills each role, by which frame, and the words behind it."""
    return "".join(f"{_explained(fact)}\n\n" for fact in facts)


def _explained(fact: Fact) -> str:
    lines = [f"{fact.type} ({fact.status}), by the frame {fact.frame}, confidence {fact.confidence}"]
    for role, fillers in fact.roles():
        lines.append(f"  {role}: {', '.join(_filled(filler) for filler in fillers)}")
    for name, sources in (("according to", fact.attributed_to), ("via", fact.via)):
        if sources:
            lines.append(f"  {name}: {', '.join(_filled(source) for source in sources)}")
    when = {name: value for name, value in fact.time.model_dump().items() if value}
    if when:
        lines.append("  time: " + ", ".join(f"{name} {one_line(str(value))}" for name, value in when.items()))
    lines += [f"  [{quote.start}:{quote.end}] “{one_line(quote.quote)}”" for quote in fact.quotes()]
    return "\n".join(lines)


def _filled(filler: Mention | str) -> str:
    if isinstance(filler, str):
        return one_line(filler)
    words = f" “{one_line(filler.text)}”" if filler.text and filler.text != filler.name else ""
    return f"{one_line(filler.name)} ({filler.kind}){words}"


def _sentences(result: Build, *, verbose: bool) -> str:
    without = len(result.without_fact)
    hint = ":" if verbose and without else " (--verbose lists them)" if without else ""
    return f"{count(result.sentence_count, 'sentence')}, of which {without} gave no fact{hint}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Give a number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def answer(found: Answer, base: str) -> str:
    """Show the answer to a query: a table, true or false, or Turtle."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if not isinstance(found, Table):
        return to_turtle_triples(found, base).decode()
    rows = [tuple(_term(term, base) for term in row) for row in found.rows]
    return f"{table(found.columns, rows)}\n({count(len(rows), 'row')})"


def explained(found: Table, words: Sequence[Sequence[Receipt]], base: str) -> str:
    """Show a table, and under it for each row the words behind the situations in it."""
    lines = [answer(found, base)]
    for number, behind in enumerate(words, start=1):
        lines += ["", f"Row {number}", receipts(behind) if behind else "  has no situation in it"]
    return "\n".join(lines)


def changed(result: Result, store: Path) -> str:
    """Say what has changed in a store."""
    counts = result.counts
    known = {
        "added": counts.added,
        "replaced": counts.replaced,
        "unchanged": counts.unchanged,
        "removed": counts.removed,
    }
    said = ", ".join(f"{count(number, 'article')} {what}" for what, number in known.items() if number)
    outdated = (
        "; what was inferred is out of date and was taken out: kg infer draws it again" if result.outdated else ""
    )
    return f"{one_line(str(store))}: {said or 'nothing to do'}{outdated}"


def stored(result: Stored, store: Path) -> str:
    """Say what was built into a store."""
    lines = [f"{count(result.facts, 'fact')} in {changed(result.result, store)}"]
    lines += [f"rejected: {one_line(reason)}" for _, reason in result.rejected]
    return "\n".join(lines)


def _term(term: Term | None, base: str) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        # The longest namespace that fits.
        for prefix, iri in sorted(all_prefixes(base).items(), key=lambda item: -len(item[1])):
            if term.value.startswith(iri):
                return f"{prefix}:{term.value.removeprefix(iri)}"
        return f"<{term.value}>"
    return getattr(term, "value", str(term))


def receipts(found: Iterable[Receipt]) -> str:
    """Show receipts: what is said, in which words, where, by whom."""
    return "\n\n".join(_receipt(receipt) for receipt in found)


def _receipt(receipt: Receipt) -> str:
    known = [receipt.type, receipt.status, *filter(None, [receipt.date])]
    said = " and ".join(receipt.attributed_to) or "the article itself"
    passed_on = f", by way of {' and '.join(receipt.via)}" if receipt.via else ""
    place = f"{receipt.article}, characters {receipt.start}–{receipt.end}"
    return "\n".join(
        [
            f"{one_line(receipt.label)}  [{' · '.join(known)}]",
            f"  “{one_line(receipt.quote)}”",
            f"  {one_line(place)}; says {one_line(said + passed_on)}",
        ]
    )


def _shown(cell: str) -> str:
    """Give a cell on one line, and no longer than a reader takes in."""
    text = one_line(cell)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Set rows out in columns that line up, wide characters counted as such."""
    if not columns:
        return ""
    out = PrettyTable()
    out.set_style(TableStyle.PLAIN_COLUMNS)
    out.align = "l"
    out.right_padding_width = 2
    out.left_padding_width = 0
    # Set by position: PrettyTable refuses two columns of one name.
    out.field_names = [str(index) for index in range(len(columns))]
    out.header = False
    out.add_row([one_line(column) for column in columns])
    out.add_row(["─" * max(len(column), 1) for column in columns])
    out.add_rows([[_shown(cell) for cell in row] for row in rows])
    return "\n".join(line.rstrip() for line in str(out).splitlines())


def types() -> str:
    """List the types of facts with their roles, and what else a reviewed file may say."""
    rows = [(name, _needed(cls), ", ".join(_own_roles(cls))) for name, cls in sorted(FACT_TYPES.items())]
    return "\n".join(
        [
            table(("Type", "Needs", "Roles"), rows),
            "",
            f"Any fact may also have the roles {', '.join(sorted(_common_roles()))},",
            f"and beside its roles {', '.join(sorted(BESIDE_ROLES - _BY_KG))}.",
            f"Kinds of entities: {', '.join(KINDS)}.",
            f"Statuses: {', '.join(get_args(Status))}.",
            f"Fields of time: {', '.join(Time.model_fields)}.",
            "",
            "kg types TYPE tells what each role means.",
        ]
    )


def roles(name: str) -> str:
    """Tell what a fact of a type has: each role, what fills it, and what it means.

    Raises:
        InputError: there is no such type.
    """
    if name not in FACT_TYPES:
        close = difflib.get_close_matches(name, FACT_TYPES, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(FACT_TYPES))}"
        raise InputError(f"there is no type of fact {name!r}: {hint}")
    cls = FACT_TYPES[name]
    meanings = term_comments("en")
    rows = [(role, _filler(role), meanings.get(_term_of(role), "")) for role in cls.role_names()]
    head = f"{name}: {meanings.get(KG[name], '')}\nNeeds {_needed(cls)}."
    return f"{head}\n\n{table(('Role', 'Filled by', 'Meaning'), rows)}"


# What kg finds out by itself.
_BY_KG = frozenset(("article", "method", "engine", "engine_version", "frame"))


def _common_roles() -> set[str]:
    return set(Situation.role_names())


def _own_roles(cls: type[Situation]) -> list[str]:
    return [role for role in cls.role_names() if role not in _common_roles()]


def _needed(cls: type[Situation]) -> str:
    needs = [" or ".join(alternatives) for alternatives in cls.NEEDS]
    return ", ".join([*needs, *(["content"] if "content" in cls.model_fields else [])])


def _filler(role: str) -> str:
    if role in WORD_ROLES:
        return "words of the article"
    if role in ID_ROLES:
        return "ids of facts"
    return "ids of facts, entities" if role == "about" else "entities"


def _term_of(role: str) -> NamedNode:
    """Give the property of a role: ``led_to`` is ``kg:ledTo``, an office's ``organisation`` ``kg:officeOf``."""
    first, *rest = ("office_of" if role == "organisation" else role).split("_")
    return KG[first + "".join(word.title() for word in rest)]
