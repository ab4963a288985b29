"""The README tells no tales: its commands and code run here, and print what it says."""

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg

README = Path("README.md").resolve()
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree("seeds", folder / "seeds")
    return folder


def commands(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def output(command: str, folder: Path) -> str:
    name, *arguments = shlex.split(command)
    assert name == "kg"
    run = [sys.executable, "-m", "kg", *arguments]
    result = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


def test_commands_print_what_the_readme_says(folder: Path, update: bool) -> None:
    text = README.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 4

    def shown(block: re.Match[str]) -> str:
        parts = [f"$ {command}\n{output(command, folder)}" for command in commands(block[1])]
        return f"```console\n{chr(10).join(parts)}```"

    current = BLOCK.sub(shown, text)
    if update:
        README.write_text(current, encoding="utf-8")
    assert current == text or update


def test_python_in_the_readme(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "build").mkdir(exist_ok=True)
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted >= 6
    assert result.failed == 0


def test_the_reviewed_file_that_the_readme_shows_is_right(folder: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (folder / "haven.txt").write_text(
        "Volgens het plan zegt de bank: de bank wil Haven Noord steunen.", encoding="utf-8"
    )
    (folder / "haven.facts.yaml").write_text(block, encoding="utf-8")
    assert output("kg validate haven.facts.yaml", folder) == "haven.facts.yaml: 1 fact, all of them grounded\n"


def test_links_lead_somewhere() -> None:
    for page in [README, *Path().glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (README.parent / target).exists(), target


def test_the_turtle_in_the_readme_is_what_is_written() -> None:
    (block,) = re.findall(r"```turtle\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block in kg.build("seeds/ukraine-swift-beat.txt").to_turtle().decode()
