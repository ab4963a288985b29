"""Each supported language has all files that CONTRIBUTING tells to write, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kg.analysis import language
from kg.analysis.inflection import Inflection, inflection
from kg.analysis.names.lexicon import lexicon as names_lexicon
from kg.analysis.names.words import cues, nouns
from kg.analysis.smallwords import small_words
from kg.analysis.times.lexicon import lexicon as times_lexicon
from kg.analysis.wordlists import abbreviations, word_lists
from kg.extract.certainty.lexicon import status_lexicon
from kg.extract.frames import load_lexicon
from kg.extract.goods import goods
from kg.extract.mentionwords import mention_words
from kg.extract.officewords import office_words
from kg.extract.people import people
from kg.report import LANGUAGES

_KEPT_BY_SPACY = "kg/analysis/models/"  # of a pipeline the files that tell of it are named


def named_paths() -> list[str]:
    """Give the paths that CONTRIBUTING names for a language, with XX for its tag."""
    text = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition("\n## Adding a language\n")[2].partition("\n## ")[0]
    return re.findall(r"`(kg/[^`\s]*XX[^`\s]*)`", section)


def files_of(tag: str) -> set[str]:
    """Give the files of a language in the package: those with its tag in their name, or in a folder of that name."""
    named = re.compile(rf"(.*[.-])?{tag}(\..*)?")
    return {
        path.as_posix()
        for path in Path("kg").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and any(map(named.fullmatch, path.parts[1:]))
    }


def keys(path: str, tag: str) -> tuple[set[str], set[str]]:
    """Give the keys of a file and of its grammar."""
    data = yaml.safe_load(Path(path.replace("XX", tag)).read_text(encoding="utf-8"))
    return set(data), set(data.get("grammar", ()))


@pytest.mark.parametrize("tag", language.SUPPORTED)
def test_a_supported_language_has_each_file(tag: str) -> None:
    assert [path for path in named_paths() if not Path(path.replace("XX", tag)).is_file()] == []


@pytest.mark.parametrize("tag", language.SUPPORTED)
def test_each_file_of_a_language_has_a_place_in_the_list(tag: str) -> None:
    known = {path.replace("XX", tag) for path in named_paths()}
    assert {path for path in files_of(tag) - known if not path.startswith(_KEPT_BY_SPACY)} == set()


def test_files_have_the_keys_of_those_of_the_first_language() -> None:
    lists = [path for path in named_paths() if path.endswith(".XX.yaml")]
    assert [
        (path, tag)
        for path in lists
        for tag in language.SUPPORTED
        if keys(path, tag) != keys(path, language.SUPPORTED[0])
    ] == []


@pytest.mark.parametrize("tag", language.SUPPORTED)
def test_the_files_of_a_supported_language_can_be_read(tag: str) -> None:
    assert tag in LANGUAGES
    assert word_lists("language")[tag]
    assert abbreviations(tag)
    assert len(names_lexicon(tag)) > 1000
    assert times_lexicon(tag) is not None
    assert goods(tag).takes_up
    assert people(tag).endings
    assert nouns(tag).kinds
    assert cues(tag).known
    assert small_words(tag).articles
    assert load_lexicon(tag).frames
    assert status_lexicon(tag).says.nouns
    assert mention_words(tag).pronouns
    assert office_words(tag).heads


@pytest.mark.parametrize("tag", language.SUPPORTED)
def test_a_supported_language_inflects_whatever_the_rules_ask(tag: str) -> None:
    asked = {name for name in vars(Inflection) if not name.startswith("_")}
    assert asked <= set(dir(inflection(tag)))
