"""The group of commands, and the options that several of them have."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

import kg
from kg.errors import UnknownNameError
from kg.vocab import DEFAULT_BASE

SOURCE = click.Path(path_type=Path)


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day such as 2025-07-31.") from None


TODAY = click.option(
    "--today", type=_day, metavar="DAY", help="The day to look from, as 2025-07-31.  [default: the latest article's]"
)
BASE = click.option("--base", default=DEFAULT_BASE, show_default=True, help="What the IRIs of data begin with.")
GRAPH = click.option(
    "--graph",
    "source",
    type=SOURCE,
    default=Path("build/graph.trig"),
    show_default=True,
    help="The graph: a file of RDF, a folder of such files, or a store.",
)
STORE = click.option("--store", type=SOURCE, required=True, help="The store: a folder.")
MODEL = click.option(
    "--model", help="The engine of analysis: a spaCy pipeline by name or folder, or stanza.  [default: kg's own]"
)
LANGUAGE = click.option("--language", type=click.Choice(["en", "nl"]), default="en", help="Of the messages.")


class _Quiet(click.Group):
    """A group that ends well where nobody reads on (``| head``): click would end with 1, and Python complain."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        return result


@click.group(cls=_Quiet, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(kg.__version__, prog_name="kg")
def cli() -> None:
    """News articles become a knowledge graph with receipts."""


@contextmanager
def asking(source: Path) -> Iterator[None]:
    """Say in which graph a name is not found: it may not be the graph that was meant."""
    try:
        yield
    except UnknownNameError as error:
        error.file = error.file or source
        raise
