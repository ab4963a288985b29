from kg.view.classes import superclasses
from kg.vocab import KG


def test_all_classes_above_a_class() -> None:
    assert superclasses(KG.Announcement) >= {KG.Statement, KG.Event, KG.Situation}
    assert superclasses(KG.Control) >= {KG.State}
    assert KG.Event not in superclasses(KG.Control)
    assert superclasses(KG.nothing) == frozenset()
