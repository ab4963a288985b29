from typing import Any

import pytest

from kg.article import Article
from kg.errors import GroundingError
from kg.facts import FACT, Entities, Entity, Kind, Mention
from kg.resolve import resolve

ARTICLE = Article(id="a", text="Tekst", language="nl")


def entities(*mentions: dict[str, Any], article: Article = ARTICLE) -> Entities:
    fact = {
        "article": article.id,
        "type": "Meeting",
        "participant": list(mentions),
        "evidence": [{"quote": "Tekst", "start": 0, "end": 5}],
        "method": "reviewed",
        "engine": "test",
        "engine_version": "1",
    }
    return resolve([FACT.validate_python(fact)], article)


def one(kind: Kind, name: str, **more: Any) -> Entity:
    return entities({"name": name, "kind": kind, **more}).of(Mention(name=name, kind=kind))


def test_known_entities_have_the_key_of_their_english_label() -> None:
    ukraine = one("Country", "Oekraïne")
    assert ukraine.key == "entity/ukraine"
    assert {(label.text, label.language) for label in ukraine.labels} == {("Oekraïne", "nl"), ("Ukraine", "en")}


def test_named_entities_are_shared_by_articles_and_nameless_ones_are_not() -> None:
    other = Article(id="b", text="Tekst", language="nl")
    for mention, shared in (
        ({"name": "Swift Beat LLC", "kind": "Company"}, True),
        ({"name": "het leger", "kind": "ArmedForce"}, False),
        ({"name": "Europese bondgenoten", "kind": "Group"}, False),
        ({"name": "het kantoor van Zelensky", "kind": "GovernmentBody", "named": False}, False),
    ):
        keys = [[entity.key for entity in entities(mention, article=article)] for article in (ARTICLE, other)]
        assert (keys[0] == keys[1]) is shared


def test_two_names_of_one_entity_give_it_once() -> None:
    found = entities({"name": "VS", "kind": "Country"}, {"name": "Verenigde Staten", "kind": "Country"})
    (country,) = list(found)
    assert [alias.text for alias in country.aliases] == ["VS"]


def test_the_words_that_name_it_become_aliases_and_pronouns_do_not() -> None:
    mention = {"name": "Swift Beat LLC", "kind": "Company", "aliases": ["Swift Beat"]}
    found = entities(
        mention, mention | {"text": "Het bedrijf", "start": 0, "end": 11}, mention | {"text": "de Swift Beat LLC"}
    )
    assert [alias.text for alias in next(iter(found)).aliases] == ["Swift Beat"]


def test_broader_kinds_come_along() -> None:
    found = {entity.key: entity for entity in entities({"name": "waterdrones", "kind": "ProductKind"})}
    assert found["entity/product-kind-waterdrones"].broader == "entity/drones"
    assert found["entity/drones"].broader == "entity/weapons"
    assert "entity/weapons" in found


def test_offices() -> None:
    assert one("Office", "CEO van Google").office_kind == "Q484876"
    assert one("Office", "CEO van Google").wikidata is None
    assert one("Office", "president van Frankrijk").wikidata == "Q191954"


def test_the_publisher_is_an_entity_too() -> None:
    found = entities({"name": "X", "kind": "Person"}, article=ARTICLE.model_copy(update={"publisher": "De Krant"}))
    assert {entity.key for entity in found} == {"entity/person-x", "entity/news-outlet-de-krant"}


def test_scripts_without_capitals_have_names_too() -> None:
    other = Article(id="b", text="Tekst", language="nl")
    for name in ("東京電力", "شركة النور"):
        keys = [[e.key for e in entities({"name": name, "kind": "Company"}, article=a)] for a in (ARTICLE, other)]
        assert keys[0] == keys[1]


def test_a_broader_kind_that_nobody_knows_is_an_entity_too() -> None:
    found = {entity.key: entity for entity in entities({"name": "golden", "kind": "ProductKind", "broader": "fruit"})}
    assert found["entity/product-kind-golden"].broader == "entity/product-kind-fruit"
    assert found["entity/product-kind-fruit"].labels[0].text == "fruit"


def test_the_order_of_facts_does_not_matter() -> None:
    named: dict[str, Any] = {"name": "De Raad", "kind": "GovernmentBody"}
    army: dict[str, Any] = {"name": "het leger", "kind": "ArmedForce"}
    mentions = [named, named | {"named": False}, army, army | {"kind": "Group"}]
    assert list(entities(*mentions)) == list(entities(*reversed(mentions)))


def test_descriptions_are_no_names() -> None:
    mention = {"name": "Halvorsen", "kind": "Company", "text": "scheepsbouwer Halvorsen", "start": 0, "end": 23}
    assert next(iter(entities(mention))).aliases == ()
    mention |= {"text": "Halvorsen van Dam BV"}
    assert [alias.text for alias in next(iter(entities(mention))).aliases] == ["Halvorsen van Dam BV"]


@pytest.mark.parametrize(
    "mention",
    [
        {"name": "Denemarken", "kind": "Country", "wikidata": "Q30"},
        {"name": "Haven Noord", "kind": "Person", "wikidata": "Q30"},
    ],
)
def test_the_id_of_another_entity_is_refused(mention: dict[str, Any]) -> None:
    with pytest.raises(GroundingError, match="is not Q30, which is 'United States'"):
        entities(mention)
