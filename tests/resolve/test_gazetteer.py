import pytest

from kg.facts import Kind
from kg.resolve import load_gazetteer


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        ("Country", "Oekraïne", "ukraine"),
        ("Country", "Ukraine", "ukraine"),
        ("Country", "oekraïense", "ukraine"),
        ("Country", "VS", "united-states"),
        ("Country", "Franse", "france"),
        ("Country", "Pools", "poland"),
        ("Country", "Holland", "netherlands"),
        ("Country", "Verenigde Staten", "united-states"),
        ("Country", "Groot-Brittannië", "united-kingdom"),
        ("Country", "Turkije", "turkiye"),
        ("Person", "Zelensky", "volodymyr-zelenskyy"),
        ("Office", "Franse president", "president-of-france"),
        ("ProductKind", "drone", "drones"),
    ],
)
def test_known_names(kind: Kind, name: str, key: str) -> None:
    entity = load_gazetteer().find(kind, name)
    assert entity is not None
    assert entity.key == f"entity/{key}"


@pytest.mark.parametrize(
    ("kind", "name"), [("Person", "Oekraïne"), ("Country", "Europese Unie"), ("Company", "Drones")]
)
def test_names_of_another_kind_are_not_taken(kind: Kind, name: str) -> None:
    assert load_gazetteer().find(kind, name) is None


def test_a_wikidata_id_goes_before_a_name() -> None:
    entity = load_gazetteer().find("Person", "Volodimir Z.", "Q3874799")
    assert entity is not None
    assert entity.key == "entity/volodymyr-zelenskyy"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("waterdrones", "drones"),
        ("autonome, door AI aangedreven drones", "drones"),
        ("langeafstandsraketten", "long-range-missiles"),
        ("cheap missiles", "missiles"),
        ("alarms", None),
        ("melk", None),
        ("gemeentewapens", None),
    ],
)
def test_the_head_of_a_kind_of_product(name: str, head: str | None) -> None:
    entity = load_gazetteer().head(name)
    assert (entity and entity.key) == (head and f"entity/{head}")


def test_only_verified_ids_are_told() -> None:
    # Those that the issue of the first article names as verified; add one here only with its proof.
    countries = {"Q212", "Q159", "Q30", "Q35", "Q142", "Q145"}
    others = {"Q3874799", "Q95", "Q3052772", "Q6383803", "Q191954", "Q14211", "Q484000"}
    assert set(load_gazetteer().wikidata) == countries | others
    assert load_gazetteer().office_kind("CEO van Google") == "Q484876"
    assert load_gazetteer().office_kind("CEOs") is None


def test_everything_that_is_pointed_to_is_there() -> None:
    entities = load_gazetteer().entities
    for entity in entities.values():
        for key in (entity.broader, entity.office_of):
            assert key is None or key in entities
    assert len(entities) > 240
