"""``python -m kg.analysis.training DATA OUT``: train the pipeline on a treebank, and say how good it is."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from kg.analysis.training.recipe import make_model


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(data: Path, out: Path) -> None:
    """Train a pipeline on DATA, a folder with train.conllu.xz, dev.conllu and test.conllu, and write it to OUT."""
    with tempfile.TemporaryDirectory() as work:
        made = make_model(data, Path(work))
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)
    click.echo((out / "README.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
