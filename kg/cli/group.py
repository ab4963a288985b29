"""The group of commands, and the options that several of them have."""

from __future__ import annotations

from pathlib import Path

import click

import kg
from kg.vocab import DEFAULT_BASE

SOURCE = click.Path(path_type=Path)
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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(kg.__version__, prog_name="kg")
def cli() -> None:
    """News articles become a knowledge graph with receipts."""
