"""Write the pages of the ontology: ``python -m kg.reference GRAPH… --out FOLDER``. See ``make docs``."""

from __future__ import annotations

from pathlib import Path

import click

from kg.output import write_all
from kg.rdf import read_quads
from kg.reference.page import LANGUAGES, to_page


@click.command()
@click.argument("graphs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write into.")
def main(graphs: tuple[Path, ...], out: Path) -> None:
    """Write one page for each language; examples come from the first of GRAPHS that has one."""
    read = [list(read_quads(path)) for path in graphs]
    pages = {f"ontology.{language}.html": to_page(read, language).encode() for language in LANGUAGES}
    for path in write_all(out, pages):
        click.echo(path)


if __name__ == "__main__":
    main()
