"""Where the files lie that come with `kg`."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def ontology_folder() -> Path:
    """Give the folder of the ontology: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(str(resources.files("kg")))
    installed = package / "ontology"
    return installed if installed.is_dir() else package.parent / "ontology"
