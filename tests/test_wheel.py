"""The wheel carries all that `kg` needs: installed elsewhere, far from the checkout, it works."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), "."]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    return wheel


def test_it_holds_ontology_data_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"kg/ontology/kg.ttl", "kg/ontology/shapes.ttl", "kg/ontology/shortcuts.rq", "kg/py.typed"} <= names
    assert "kg/resolve/data/gazetteer.yaml" in names
    assert {f"kg/extract/data/{name}.nl.yaml" for name in ("frames", "says", "status", "mentions", "offices")} <= names
    assert {
        f"kg/analysis/models/nl/{name}" for name in ("meta.json", "README.md", "config.cfg", "parser/model")
    } <= names
    assert {"kg/analysis/data/names.nl.bin", "kg/analysis/data/names.nl.md", "kg/analysis/training/parser.cfg"} <= names
    assert "kg/analysis/licences/LGPL-2.1.txt" in names
    assert sum(name.startswith("kg/ontology/questions/") and name.endswith(".rq") for name in names) == 30
    assert not any(name.startswith(("tests/", "seeds/")) for name in names)


def test_the_model_is_small(wheel: Path) -> None:
    infos = zipfile.ZipFile(wheel).infolist()
    assert sum(info.file_size for info in infos if info.filename.startswith("kg/analysis/models/")) <= 25_000_000


def test_it_works_elsewhere(wheel: Path, tmp_path: Path) -> None:
    python = tmp_path / "venv" / "bin" / "python"
    # With this environment's packages, but not this checkout: the wheel stands before them on the path.
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    (site,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    ours = Path(pytest.__file__).parents[1]
    (site / "others.pth").write_text(f"{ours}\n", encoding="utf-8")
    article = Path("seeds/ukraine-swift-beat.txt").resolve()

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*arguments: str) -> str:
        command = [str(python), *arguments]
        run = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
        return run.stdout

    assert str(site) in run("-c", "import kg; print(kg.__file__)")
    assert "45 facts" in run("-m", "kg", "build", str(article))
    (tmp_path / "alone.txt").write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    assert '"type": "Agreement"' in run("-m", "kg", "extract", "alone.txt")
    assert run("-m", "kg", "validate", "build") == "build: valid\n"
    assert "wordt gesteund door" in run("-m", "kg", "query", "build", "--question", "3")
