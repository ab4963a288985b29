from kg.facts import FACT_TYPES
from kg.insight.gaps import questions
from kg.vocab import local_name

TIMES = {"date", "notBefore", "notAfter", "startDate", "endDate"}


def test_questions_are_answered_by_properties_that_the_types_have() -> None:
    assert len(questions()) >= 10
    for name, asked in questions().items():
        roles = {"".join([first, *map(str.title, rest)]) for first, *rest in map(_parts, FACT_TYPES[name].role_names())}
        for question in asked:
            assert {local_name(prop) for prop in question.properties} <= roles | TIMES | {"place"}, (
                name,
                question.name,
            )


def _parts(role: str) -> list[str]:
    return role.split("_")
