import random
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

import kg
from kg.export import to_jsonld, to_nquads, to_trig, to_turtle
from kg.vocab import DEFAULT_BASE

SEED = Path("seeds/ukraine-swift-beat.txt")


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(kg.build(SEED))


def test_the_order_of_the_input_does_not_matter(quads: list[Quad]) -> None:
    shuffled = random.Random(1).sample(quads, len(quads))
    assert to_turtle(shuffled, DEFAULT_BASE) == to_turtle(quads, DEFAULT_BASE)
    assert to_trig(shuffled, DEFAULT_BASE) == to_trig(quads, DEFAULT_BASE)
    assert to_nquads(shuffled) == to_nquads(quads)
    assert to_jsonld(shuffled, DEFAULT_BASE) == to_jsonld(quads, DEFAULT_BASE)


def test_turtle_reads_well(quads: list[Quad]) -> None:
    lines = to_turtle(quads, DEFAULT_BASE).decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert lines[: len(prefixes)] == prefixes
    sections = [line for line in lines if line.startswith("# ")]
    assert [section.split()[1].rstrip(",") for section in sections] == [
        "Articles",
        "Entities",
        "Situations",
        "Extractions",
    ]
    subjects = [line.split()[0] for line in lines if line[:1].isalpha()]
    assert len(subjects) == len(set(subjects))
    assert all(lines[lines.index(line) - 1] == "" for line in lines if line[:1].isalpha())


def test_a_claim_stands_behind_its_situation(quads: list[Quad]) -> None:
    text = to_turtle(quads, DEFAULT_BASE).decode()
    block = text[text.index("a kg:Meeting") :]
    assert block.index("a kg:Claim") < block.index("\nsituation:")
    assert block.count("a kg:Claim", 0, block.index("\nsituation:")) == 2


def test_situations_stand_in_the_order_of_the_text(quads: list[Quad]) -> None:
    text = to_turtle(quads, DEFAULT_BASE).decode()
    assert text.index('"Zelensky is president') < text.index('"Eric Schmidt steunt') < text.index('"Het Élysée over')


def test_there_are_no_blank_nodes(quads: list[Quad]) -> None:
    assert b"_:" not in to_nquads(quads)


def test_blank_nodes_of_others_are_kept() -> None:
    name = NamedNode("https://e.org/p")
    foreign = [Quad(BlankNode("a"), name, BlankNode("b")), Quad(BlankNode("b"), name, Literal("x"))]
    assert len(list(parse(to_turtle(foreign, DEFAULT_BASE), format=RdfFormat.TURTLE))) == 2
    assert len(list(parse(to_trig(foreign, DEFAULT_BASE), format=RdfFormat.TRIG))) == 2
