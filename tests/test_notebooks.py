"""The notebooks run, and say what they are stored with."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")

FOLDER = Path("notebooks").resolve()
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
KEPT = ("../seeds", "../kg/extract/data")
MOST_BYTES = 300_000
MACHINE = re.compile(r"/(?:home|tmp|root|Users|usr|opt|work|var|private)/|site-packages|127\.0\.0\.1:\d")
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
SHOWN = ("text/plain", "text/html", "text/markdown")

pytestmark = pytest.mark.slow


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder for notebooks with nothing beside it but what they read, so that nothing is left in the project."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in KEPT:
        shutil.copytree(FOLDER / name, folder / name)
    return folder


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def outputs(cell: Any) -> list[Any]:
    return list(cell.get("outputs", []))


def shown(cell: Any) -> list[Any]:
    """Give what a cell shows: its texts, and of pictures and pages that they are there."""
    said = "".join(text(output["text"]) for output in outputs(cell) if output["output_type"] == "stream")
    bundles = [output["data"] for output in outputs(cell) if "data" in output]
    kinds = [sorted(bundle) for bundle in bundles]
    texts = [ADDRESS.sub("", text(bundle[kind])) for bundle in bundles for kind in SHOWN if kind in bundle]
    return [said, kinds, texts]


def text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def run(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a notebook in a folder, off the network, by the Python of these tests."""
    notebook = read(path)
    root = str(FOLDER.parent)
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    for name in ("http_proxy", "https_proxy"):  # what would leave this machine ends here
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    nbclient.NotebookClient(
        notebook, timeout=300, record_timing=False, resources={"metadata": {"path": str(folder)}}
    ).execute()
    return notebook


def write(notebook: Any, path: Path) -> None:
    """Store a notebook that has run, without what tells of the machine or of the run."""
    for bundle in (output["data"] for cell in notebook.cells for output in outputs(cell) if "data" in output):
        bundle["text/plain"] = ADDRESS.sub("", bundle["text/plain"])
    notebook.metadata["language_info"] = {"name": "python"}
    nbformat.write(notebook, path)


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["01-first-graph", "02-analysis", "03-own-news", "04-triple-stores"]


def test_it_runs_and_shows_what_is_stored(
    notebook: Path, copy: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if notebook.stem == "04-triple-stores":
        for module in ("SPARQLWrapper", "httpx", "starlette", "uvicorn"):
            pytest.importorskip(module)
        if shutil.which("node") is None:
            pytest.skip("needs Node.js: apt install nodejs")
    done = run(notebook, copy, monkeypatch)
    if update:
        write(done, notebook)
    for now, stored in zip(done.cells, read(notebook).cells, strict=True):
        assert shown(now) == shown(stored), now["source"]


def test_it_is_stored_run_once_from_top_to_bottom(notebook: Path) -> None:
    cells = [cell for cell in read(notebook).cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_what_is_stored_has_no_errors_and_no_places_on_a_machine(notebook: Path) -> None:
    for cell in read(notebook).cells:
        for output in outputs(cell):
            assert output["output_type"] != "error", output
            assert output.get("name") != "stderr", output["text"]
            for value in [output.get("text", ""), *output.get("data", {}).values()]:
                assert not MACHINE.search(text(value)), text(value)[:500]


def test_it_is_small_and_valid(notebook: Path) -> None:
    nbformat.validate(read(notebook))
    assert notebook.stat().st_size < MOST_BYTES


def test_its_links_lead_somewhere(notebook: Path) -> None:
    for cell in read(notebook).cells:
        if cell["cell_type"] == "markdown":
            for target in re.findall(r"\]\(([^)#]+)", cell["source"]):
                assert target.startswith("https://") or (FOLDER / target).exists(), target


def test_its_lines_are_short(notebook: Path) -> None:
    cells = [cell for cell in read(notebook).cells if cell["cell_type"] == "code"]
    assert all(len(line) <= 120 for cell in cells for line in cell["source"].splitlines())
