"""Loading in threads: all is in at the end, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.store.loading import Loading

IRIS = st.integers(0, 5).map(lambda number: NamedNode(f"http://e/{number}_:x"))
BLANKS = st.integers(0, 3).map(lambda number: BlankNode(f"b{number}"))
LITERALS = st.text().map(Literal) | st.text(max_size=3).map(lambda text: Literal(text, language="nl-be"))
QUADS = st.lists(st.builds(Quad, IRIS | BLANKS, IRIS, IRIS | BLANKS | LITERALS, IRIS), max_size=8)


@given(st.lists(QUADS, max_size=6))
def test_all_is_in_as_if_it_had_been_added_one_by_one(batches: list[list[Quad]]) -> None:
    expected, found = Store(), Store()
    with Loading(found) as loading:
        for quads in batches:
            loading.add(quads, quads[::2])
            expected.extend(quads)
            expected.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads[::2])
    assert set(found) == set(expected)


def test_a_batch_that_cannot_be_loaded_is_said() -> None:
    def broken() -> None:
        raise OSError("no space left")

    def load(store: Store) -> None:
        with Loading(store) as loading:
            loading._start(broken)

    with pytest.raises(OSError, match="no space left"):
        load(Store())


def test_what_is_waited_for_is_there() -> None:
    store = Store()
    quad = Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), Literal("c"), NamedNode("http://e/g"))
    with Loading(store) as loading:
        loading.add([quad], [quad])
        loading.wait()
        assert list(store.quads_for_pattern(None, None, None, DefaultGraph()))
        assert quad in store
