"""The article that kg was born from: its text, its facts and its graph, as others read them."""

import hashlib
import html
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, RdfFormat, parse

import kg
from kg.article import read_articles
from kg.facts import Announcement, Fact, Statement
from kg.pipeline import Build, build
from kg.resolve import resolve
from kg.vocab import KG

SEED = Path("seeds/ukraine-swift-beat.txt")
SHA256 = "383bd6491300ec403ae1142d9030352d46b248dc2f17d922dcdfdb39ebf4f25c"


@pytest.fixture(scope="module")
def built() -> Build:
    return build([SEED])


@pytest.fixture(scope="module")
def turtle(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    path.write_bytes(built.graph.to_turtle())
    return path


def fact(built: Build, **wanted: str) -> Fact:
    (found,) = [f for f in built.facts if all(getattr(f, name) == value for name, value in wanted.items())]
    return found


def names(mentions: object) -> list[str]:
    assert isinstance(mentions, tuple)
    return [mention.name for mention in mentions]


def test_the_text_is_as_it_was_given() -> None:
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SHA256


def test_every_quote_is_the_text_at_its_offsets(built: Build) -> None:
    text = SEED.read_text(encoding="utf-8")
    quotes = [quote for found in built.facts for quote in found.quotes()]
    assert len(quotes) > 55
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.quote
    for mention in (mention for found in built.facts for mention in found.mentions() if mention.text):
        assert text[mention.start : mention.end] == mention.text


def test_every_sentence_gives_a_fact_but_the_heading(built: Build) -> None:
    assert built.sentence_count == 16
    assert [sentence for _, sentence in built.without_fact] == ["Belangrijke wapenleveringen"]


def test_what_there_is(built: Build) -> None:
    assert Counter(found.type for found in built.facts) == {
        "Production": 10, "Statement": 7, "OfficeHolding": 4, "Agreement": 3, "Announcement": 3, "ArmedConflict": 2,
        "Backing": 2, "Cooperation": 2, "Alliance": 1, "Attack": 1, "Control": 1, "DeliverySuspension": 1,
        "Domicile": 1, "Effort": 2, "Meeting": 1, "Presence": 1, "Procurement": 1, "Specialisation": 1, "Test": 1,
    }  # fmt: skip
    statuses = Counter(found.status for found in built.facts)
    assert statuses == {"actual": 35, "planned": 5, "possible": 3, "denied": 1, "ended": 1}


def test_time(built: Build) -> None:
    swift_beat = fact(built, id="agreement-with-swift-beat")
    assert swift_beat.time.bounds() == ("2025-06-30", "2025-07-06")
    announced = {f.label: f.time.date for f in built.facts if f.type == "Announcement"}
    assert sorted(str(date) for date in announced.values()) == ["2025-07-01", "2025-07-04", "2025-07-05"]
    assert fact(built, type="Meeting").time.date == "2025-07-10"
    assert fact(built, wikidata="Q110999040").time.start_date == "2022"


def test_who_says_so(built: Build) -> None:
    tests = fact(built, type="Test")
    assert (names(tests.attributed_to), names(tests.via)) == (["officiële bronnen"], ["Kyiv Independent"])
    assert names(fact(built, type="Presence").attributed_to) == ["het kantoor van Zelensky"]
    assert names(fact(built, type="DeliverySuspension").attributed_to) == ["Verenigde Staten"]
    meeting = fact(built, type="Meeting")
    assert [item.attributed_to and names(item.attributed_to) for item in meeting.evidence] == [["Élysée"], None]


def test_zelensky_is_one_however_he_is_named(built: Build) -> None:
    speakers = [f.speaker for f in built.facts if isinstance(f, Statement | Announcement)]
    said = [mentions for mentions in speakers if names(mentions) == ["Volodymyr Zelensky"]]
    assert len(said) == 5
    called = {mention.text for mentions in said for mention in mentions}
    assert called == {"Volodymyr Zelensky", "Zelensky", "Hij", "de Oekraïense president"}


def test_rdflib_oxigraph_and_raptor_read_the_same_number_of_triples(built: Build, turtle: Path) -> None:
    count = len(built.graph)
    assert count > 1000
    assert len(set(parse(path=turtle, format=RdfFormat.TURTLE))) == count
    assert len(rdflib.Graph().parse(turtle)) == count
    if shutil.which("rapper") is None:
        pytest.skip("rapper is missing: install Debian's raptor2-utils")
    command = ["rapper", "-c", "-i", "turtle", str(turtle)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"returned {count} triples" in result.stderr
    assert "warning" not in result.stderr.lower()


def test_the_graph_holds_the_text_and_the_quotes(built: Build) -> None:
    text = SEED.read_text(encoding="utf-8")
    quads = list(built.graph)
    (held,) = [q.object.value for q in quads if q.predicate == KG.text and isinstance(q.object, Literal)]
    assert held == text
    claims: dict[str, dict[str, str]] = {}
    for quad in quads:
        if quad.predicate in (KG.quote, KG.start, KG.end) and isinstance(quad.object, Literal):
            claims.setdefault(str(quad.subject), {})[str(quad.predicate)] = quad.object.value
    assert len(claims) == sum(len(f.evidence) for f in built.facts)
    for claim in claims.values():
        start, end = int(claim[str(KG.start)]), int(claim[str(KG.end)])
        assert text[start:end] == claim[str(KG.quote)]


def test_each_article_has_a_graph_of_its_own(built: Build) -> None:
    (name,) = {quad.graph_name for quad in built.graph}
    assert re.search(r"/article/ukraine-swift-beat-txt-[0-9a-f]{16}>$", str(name))


def test_building_an_article_again_replaces_it(built: Build) -> None:
    graph = kg.build(SEED)
    before = graph.to_nquads()
    ((_, article),) = read_articles(SEED, language="nl")
    graph.add(article, built.facts, resolve(built.facts, article))
    assert graph.to_nquads() == before
    graph.add(article, built.facts[:1], resolve(built.facts[:1], article))
    assert len(graph) < len(before.splitlines()) / 10


def test_the_page_asks_nothing_of_the_network(built: Build) -> None:
    page = built.graph.to_html_text()
    assert "default-src 'none'" in html.unescape(page)
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    assert "cdnjs" not in page


def test_rdflib_gets_a_graph_or_a_dataset(built: Build) -> None:
    graph = built.graph.to_rdflib()
    assert len(graph) == len(built.graph)
    assert all(len(triple) == 3 for triple in graph)
    dataset = built.graph.to_rdflib_dataset()
    names = {str(context.identifier) for context in dataset.graphs() if len(context)}
    assert any("/article/" in name for name in names)
    assert len(set(dataset.triples((None, None, None)))) == len(built.graph)
