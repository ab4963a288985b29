"""The briefing of the seed article: every sentence has its words, and says nothing that the graph does not."""

import datetime
import re
from pathlib import Path

import pytest

import kg
from kg.report import LANGUAGES, Briefing, Language, briefing, to_markdown

SEED = Path("seeds/ukraine-swift-beat.txt")
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def graph() -> kg.KnowledgeGraph:
    return kg.build(SEED)


def sentences(found: Briefing, *names: str) -> list[str]:
    return [
        "".join(phrase.text for phrase in line.phrases)
        for section in found.sections
        for line in section.lines
        if not names or section.name in names
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_what_was_read(graph: kg.KnowledgeGraph, language: Language, update: bool) -> None:
    golden = GOLDEN / f"seed.{language}.md"
    text = to_markdown(briefing(graph, language))
    if update:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_its_words(graph: kg.KnowledgeGraph, language: Language) -> None:
    found, text = briefing(graph, language), SEED.read_text(encoding="utf-8")
    numbers = {note.number for note in found.notes}
    for section in found.sections:
        for line in section.lines:
            said = [phrase for phrases in (line.items or (line.phrases,)) for phrase in phrases]
            assert said
            assert all(phrase.notes and set(phrase.notes) <= numbers for phrase in said)
    for note in found.notes:
        start, end = map(int, re.findall(r"\d+", note.place)[-2:])
        assert text[start:end] == note.quote


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_told_once(graph: kg.KnowledgeGraph, language: Language) -> None:
    told = [line for section in briefing(graph, language).sections for line in section.lines if not line.items]
    assert len(told) == 45


def test_nothing_is_in_it_that_is_not_in_the_graph(graph: kg.KnowledgeGraph) -> None:
    known = {word for quad in graph for word in re.findall(r"\w+", getattr(quad.object, "value", ""))}
    for sentence in sentences(briefing(graph, "nl")):
        names = re.findall(r"\b[A-ZÉ]\w+", sentence[1:])
        assert set(names) <= known | {"Dit"}
        assert set(re.findall(r"\d+", sentence)) <= known | {"5", "4", "1", "6", "30", "10"}  # days, of dates


def test_a_plan_is_no_fact_and_neither_is_a_denial(graph: kg.KnowledgeGraph) -> None:
    found = briefing(graph, "nl")
    assert all(sentence.startswith("Gepland is") for sentence in sentences(found, "planned"))
    assert sentences(found, "disputed") == [
        "Ontkend wordt dat er sprake is van zeggenschap van de Amerikaanse overheid over Swift Beat LLC."
    ]
    assert not any("zeggenschap" in told for told in sentences(found, "happened", "stands", "who", "planned"))


def test_what_is_overdue_on_a_day(graph: kg.KnowledgeGraph) -> None:
    before = sentences(briefing(graph, "nl", datetime.date(2025, 7, 10)), "planned")[0]
    after = sentences(briefing(graph, "nl", datetime.date(2025, 7, 11)), "planned")[0]
    assert after.startswith(before)
    assert after.removeprefix(before) == " De geplande datum was op 11 juli 2025 voorbij."


def told_of(folder: Path, articles: dict[str, str]) -> Briefing:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return briefing(kg.build(folder), "nl")


def test_articles_come_in_the_order_of_their_days_and_the_lead_has_these(tmp_path: Path) -> None:
    found = told_of(
        tmp_path,
        {
            "a": "date 2024-04-05\nPremier Jan Peeters zei dat het regent.",
            "b": "date 2024-03-12\nVolgens premier Jan Peeters regent het.",
            "c": "Minister An Maes zei dat het sneeuwt. Premier Jan Peeters zei niets.",
        },
    )
    assert "3 artikelen van 12 maart 2024 tot en met 5 april 2024. " in found.lead
    said = sentences(found, "said")
    assert [re.findall("regent het|het regent|sneeuwt", sentence) for sentence in said] == [
        ["regent het"],
        ["het regent"],
        ["sneeuwt"],
    ]
    assert all("“… " in sentence for sentence in said)  # a part of a sentence is shown as one
    assert [sentence.split(" is ")[0] for sentence in sentences(found, "who")] == ["Jan Peeters"] * 3 + ["An Maes"]


def test_articles_of_one_day_or_none_have_no_period(tmp_path: Path) -> None:
    text = "Premier Jan Peeters zei dat het regent."
    assert "uit 1 artikel. " in told_of(tmp_path, {"a": text}).lead
    assert "uit 1 artikel van 5 april 2024. " in told_of(tmp_path, {"a": f"date 2024-04-05\n{text}"}).lead


def test_the_language_is_that_of_the_articles(graph: kg.KnowledgeGraph) -> None:
    assert briefing(graph).language == "nl"
    assert briefing(kg.build("tests/cases/english/article.txt")).language == "en"


def test_of_nothing_there_is_nothing_to_tell() -> None:
    found = briefing(kg.KnowledgeGraph(), "en")
    assert (found.sections, found.notes, found.lead) == ((), (), "The graph has no facts.")
