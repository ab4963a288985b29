import pytest

from kg.evaluation.entities import named, same, same_set
from kg.facts import Mention

PLACE = {"text": "x", "start": 10, "end": 20}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"name": "Haven Noord"}, {"name": "haven  noord"}, True),
        ({"name": "de Kyiv Independent"}, {"name": "Kyiv Independent"}, True),
        ({"name": "het leger"}, {"name": "leger"}, True),
        ({"name": "The Hague"}, {"name": "Hague"}, True),
        ({"name": "Detroit"}, {"name": "troit"}, False),
        ({"name": "Zelensky"}, {"name": "Volodymyr Zelensky"}, False),
        ({"name": "Zelensky"}, {"name": "Volodymyr Zelensky", "aliases": ["Zelensky"]}, True),
        # What the gazetteer knows, and Wikidata.
        ({"name": "VS", "kind": "Country"}, {"name": "Verenigde Staten", "kind": "Country"}, True),
        ({"name": "Groot-Brittannië", "kind": "Country"}, {"name": "Verenigd Koninkrijk", "kind": "Country"}, True),
        ({"name": "A", "wikidata": "Q5"}, {"name": "B", "wikidata": "Q5"}, True),
        ({"name": "A", "wikidata": "Q5"}, {"name": "Q5"}, False),
        # Words that overlap: a name cut differently is the same, a pronoun taken for somebody else is not.
        ({"name": "leiders"} | PLACE, {"name": "andere Europese leiders", **PLACE, "start": 12}, True),
        ({"name": "AZ"} | PLACE, {"name": "AZ Alkmaar"} | PLACE, True),
        ({"name": "drone"} | PLACE, {"name": "drones"} | PLACE, True),
        ({"name": "Macron"} | PLACE, {"name": "Zelensky"} | PLACE, False),
        ({"name": "het bedrijf"} | PLACE, {"name": "Swift Beat LLC"} | PLACE, False),
        ({"name": "raad van toezicht"} | PLACE, {"name": "minister van Justitie"} | PLACE, False),
        ({"name": "leiders"} | PLACE, {"name": "andere leiders", "text": "x", "start": 20, "end": 30}, False),
        ({"name": "leiders"}, {"name": "andere leiders"} | PLACE, False),
    ],
)
def test_when_two_mentions_stand_for_the_same(one: dict[str, object], other: dict[str, object], expected: bool) -> None:
    mentions = [named(Mention.model_validate({"kind": "Group"} | fields)) for fields in (one, other)]
    assert same(*mentions) is expected
    assert same(*reversed(mentions)) is expected
    assert all(same(mention, mention) for mention in mentions)


def test_sets_are_the_same_whatever_the_order_and_number() -> None:
    a, b, c = (named(Mention(name=name, kind="Group")) for name in ("a1", "b1", "c1"))
    assert same_set((a, b), (b, a, a))
    assert same_set((), ())
    assert not same_set((a,), ())
    assert not same_set((a, b), (a, c))
