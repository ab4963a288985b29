import re

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve import slug


def test_readable_names_give_readable_slugs() -> None:
    assert slug("Volodymyr Zelenskyy") == "volodymyr-zelenskyy"
    assert slug("Élysée") == "elysee"
    assert slug("Côte d’Ivoire") == "cote-d-ivoire"


def test_what_is_lost_is_told_apart() -> None:
    names = ["C", "C++", "C#", "Жуков", "Иванов", "AT&T", "AT T", "x" * 200, "x" * 201, "🚁"]
    assert len({slug(name) for name in names}) == len(names)


@given(st.text(min_size=1))
def test_a_slug_fits_into_an_iri(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name)) and len(slug(name)) <= 90  # noqa: PT018
    assert slug(name) == slug(f" {name} ")
