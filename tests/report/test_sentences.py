"""The sentences of all cases, read by a person; whoever changes a template reads what has changed."""

from pathlib import Path

import pytest

import kg
from kg.facts import FACT_TYPES
from kg.report import LANGUAGES, Language, briefing
from kg.report.wording import wording

GOLDEN = Path(__file__).parent / "golden" / "sentences.txt"


def test_sentences_are_those_that_were_read(cases: list[Path], update: bool) -> None:
    lines = []
    for case in cases:
        graph = kg.build(case / "article.txt")
        lines.append(f"# {case.name}")
        for language in LANGUAGES:
            sections = briefing(graph, language).sections
            lines += [
                f"{language} {section.name}: {''.join(phrase.text for phrase in line.phrases)}"
                for section in sections
                for line in section.lines
                if not line.items
            ]
    text = "\n".join(line.replace("\n", " ") for line in lines) + "\n"
    if update:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_type_has_words_in_each_language(language: Language) -> None:
    say = wording(language)
    assert set(say["types"]) == set(FACT_TYPES)
    assert {"actual", "ended", "planned", "possible", "denied", "disputed"} < set(say["frames"])


def test_both_languages_say_the_same_things() -> None:
    def keys(table: object) -> object:
        return {name: keys(value) for name, value in table.items()} if isinstance(table, dict) else None

    nl, en = (dict(wording(language)) for language in LANGUAGES)
    for name in ("frames", "tail", "times", "titles"):
        assert keys(nl[name]) == keys(en[name])
