from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.article import Article
from kg.evaluation import Case, Evaluation, evaluate
from kg.facts import FACT_TYPES, Fact
from tests.evaluation.making import ARTICLE, case, cut, fact

NAMES = ("Alfa", "Beta", "Gamma", "Delta", "Epsilon")
WORDS = " ".join(f"woord{number}" for number in range(40))
TYPES = ("Agreement", "Attack", "Delivery", "Meeting", "Backing", "Statement", "Announcement", "Cooperation")


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """Any fact over a few names and a short text, so that many of them resemble each other."""
    kind = draw(st.sampled_from(TYPES))
    start = draw(st.integers(0, 30))
    quote = " ".join(WORDS.split()[start : start + draw(st.integers(2, 9))])
    needed = [draw(st.sampled_from(alternatives)) for alternatives in FACT_TYPES[kind].NEEDS]
    other = draw(st.sampled_from(["place", *needed]))
    roles: dict[str, object] = {
        role: draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True)) for role in [*needed, other]
    }
    if draw(st.booleans()):
        roles["qualifier"] = draw(st.sampled_from(["woord1 woord2", "woord2", "woord3"]))
    more: dict[str, object] = {"status": draw(st.sampled_from(["actual", "planned"]))}
    if draw(st.booleans()):
        more["attributed_to"] = draw(st.sampled_from(NAMES))
    if draw(st.booleans()):
        more["time"] = {"date": draw(st.sampled_from(["2025", "2025-07-05"]))}
    if kind in ("Statement", "Announcement"):
        more["content"] = cut(draw(st.sampled_from(quote.split())), WORDS)
    return fact(kind, quote, roles, text=WORDS, **more)


MANY = st.lists(facts(), max_size=9, unique_by=lambda fact: fact.identity())


def figures(result: Evaluation) -> dict[str, tuple[int, ...]]:
    return {name: (f.found, f.expected, f.right, f.differ) for name, f in result.figures.of.items()}


def shuffled(items: list[Fact], random: Random) -> list[Fact]:
    return random.sample(items, len(items))


@given(MANY)
@settings(deadline=None, max_examples=50)
def test_facts_against_themselves_are_all_right(some: list[Fact]) -> None:
    result = evaluate([case(some, some)])
    for each in (result.figures, *result.by_type.values()):
        for figure in each.of.values():
            assert figure.found == figure.expected == figure.right
            assert figure.differ == 0
            assert {figure.precision, figure.recall, figure.f1} <= {1.0, None}
    assert (result.missed, result.invented, result.different) == ([], [], [])


@given(MANY.filter(bool), st.data())
@settings(deadline=None, max_examples=50)
def test_a_fact_left_out_costs_its_share_of_recall(some: list[Fact], data: st.DataObject) -> None:
    left = data.draw(st.sampled_from(some))
    result = evaluate([case([one for one in some if one is not left], some)])
    facts = result.figures.of["facts"]
    assert facts.recall == (len(some) - 1) / len(some)
    assert facts.precision == (1.0 if len(some) > 1 else None)
    assert len(result.missed) == 1
    assert not result.invented


@given(MANY, MANY, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=50)
def test_the_order_of_facts_does_not_matter(some: list[Fact], others: list[Fact], random: Random) -> None:
    once = evaluate([case(some, others)])
    again = evaluate([case(shuffled(some, random), shuffled(others, random))])
    assert figures(again) == figures(once)
    assert [fact for _, fact in again.missed] == [fact for _, fact in once.missed]
    assert [(pair.found, pair.expected) for pair in again.pairs] == [(p.found, p.expected) for p in once.pairs]


@given(MANY, MANY)
@settings(deadline=None, max_examples=50)
def test_changing_sides_changes_precision_and_recall(some: list[Fact], others: list[Fact]) -> None:
    one, other = evaluate([case(some, others)]).figures, evaluate([case(others, some)]).figures
    for name, figure in one.of.items():
        assert (figure.precision, figure.recall) == (other.of[name].recall, other.of[name].precision), name
        assert (figure.f1, figure.differ) == (other.of[name].f1, other.of[name].differ)


@given(MANY, MANY)
@settings(deadline=None, max_examples=50)
def test_the_parts_add_up(some: list[Fact], others: list[Fact]) -> None:
    result = evaluate([case(some, others)])
    assert len(result.pairs) + len(result.invented) == len(some)
    assert len(result.pairs) + len(result.missed) == len(others)
    for name, figure in result.figures.of.items():
        by_type = [each.of[name] for each in result.by_type.values()]
        assert figure.right == sum(one.right for one in by_type) <= min(figure.found, figure.expected)
        assert (figure.found, figure.expected) == (sum(f.found for f in by_type), sum(f.expected for f in by_type))
    assert result.figures.of["exact"].right <= result.figures.of["facts"].right


def test_an_example_counted_by_hand() -> None:
    first, second, third = "Alfa en Beta sluiten een akkoord", "Gamma steunt Delta", "Volgens Epsilon valt Zeta Eta aan"
    agreement = fact("Agreement", first, {"party": ["Alfa", "Beta"]})
    expected = [
        agreement,
        fact("Backing", second, {"backer": "Gamma", "backed": "Delta"}),
        fact("Attack", third, {"attacker": "Zeta", "target": "Eta"}, attributed_to="Epsilon"),
        fact("Statement", third, {"speaker": "Epsilon"}, content=cut("valt Zeta Eta aan")),
    ]
    found = [
        fact("Agreement", first, {"party": ["Alfa"]}, status="planned", time={"date": "2025"}),  # in three parts wrong
        fact("Backing", second, {"backer": "Delta", "backed": "Gamma"}),  # turned round
        fact("Attack", third, {"attacker": "Zeta", "target": "Eta", "place": "Alfa"}),  # no source, a place too many
        fact("Meeting", second, {"participant": "Gamma"}),  # invented
        fact("Announcement", third, {"speaker": "Epsilon"}, content=cut("valt Zeta Eta aan op 5 juli")),
    ]
    result = evaluate([case(found, expected)])
    assert figures(result) == {
        "facts": (5, 4, 3, 0),
        "exact": (5, 4, 0, 3),
        "type": (5, 4, 2, 1),
        "roles": (8, 7, 4, 2),
        "content": (1, 1, 1, 0),
        "status": (5, 4, 2, 1),
        "attribution": (0, 1, 0, 1),
        "dates": (1, 0, 0, 1),
        "evidence": (5, 4, 3, 0),
        "links": (0, 0, 0, 0),
    }
    of = result.figures.of
    assert (of["facts"].precision, of["facts"].recall, of["facts"].f1) == (0.6, 0.75, 2 * 3 / 9)
    assert (of["attribution"].precision, of["attribution"].recall, of["attribution"].f1) == (None, 0.0, 0.0)
    assert (of["links"].precision, of["links"].f1) == (None, None)
    assert [one.type for _, one in result.invented] == ["Backing", "Meeting"]
    assert [one for _, one in result.missed] == [expected[1]]
    assert result.by_type["Statement"].of["facts"].right == 1
    assert "Announcement" not in result.by_type
    assert result.by_type["Meeting"].of["facts"].precision == 0


QUOTE = "Alfa en Beta sluiten een akkoord"


def test_of_two_facts_that_fit_the_one_that_fits_better_is_taken() -> None:
    alfa, beta = (fact("Effort", QUOTE, {"actor": ["Alfa", other]}) for other in ("Gamma", "Delta"))
    near = fact("Effort", QUOTE, {"actor": ["Alfa", "Delta"], "place": "Eta"})
    assert evaluate([case([near], [alfa, beta])]).pairs[0].expected == beta


def test_of_two_facts_that_fit_equally_the_one_with_the_same_words_is_taken() -> None:
    long, short = (fact("Effort", quote, {"actor": "Alfa"}) for quote in (QUOTE, "Alfa en Beta sluiten een"))
    for found in (long, short):
        assert evaluate([case([found], [short, long])]).pairs[0].expected == found


def test_as_many_facts_are_paired_as_can_be() -> None:
    both = fact("Effort", QUOTE, {"actor": ["Alfa", "Beta", "Gamma"], "place": "Eta", "qualifier": "Beta"})
    alfa, beta = (fact("Effort", QUOTE, {"actor": name}, status="planned") for name in ("Alfa", "Beta"))
    pairs = evaluate([case([both, beta], [both, alfa])]).pairs
    assert {(pair.found, pair.expected) for pair in pairs} == {(both, alfa), (beta, both)}


def test_of_two_statements_in_one_sentence_each_is_itself() -> None:
    contents = ("valt Zeta Eta aan", "op 5 juli")
    quote = "Volgens Epsilon valt Zeta Eta aan op 5 juli"

    def told(ids: str) -> list[Fact]:
        both = zip(ids, contents, strict=True)
        return [fact("Statement", quote, {"speaker": "Epsilon"}, content=cut(words), id=name) for name, words in both]

    assert evaluate([case(told("ab"), told("ba"))]).figures.of["content"].right == 2


def test_facts_meet_wherever_in_the_text_their_words_overlap() -> None:
    for start in range(500, 530):
        place = {"quote": "x" * 9, "start": start, "end": start + 9}
        late = fact("Effort", QUOTE, {"actor": "Alfa"}, evidence=[{"quote": "x", "start": start + 8, "end": start + 9}])
        assert len(evaluate([case([fact("Effort", QUOTE, {"actor": "Alfa"}, evidence=[place])], [late])]).pairs) == 1


def test_links_are_right_where_they_lead_to_a_pair() -> None:
    first, third = "Alfa en Beta sluiten een akkoord", "Volgens Epsilon valt Zeta Eta aan"

    def told(name: str, about: object, attacker: str = "Zeta") -> list[Fact]:
        return [
            fact("Agreement", first, {"party": "Alfa"}, id="other"),
            fact("Attack", third, {"attacker": attacker}, id=name),
            fact("Statement", third, {"speaker": "Epsilon", "about": about}, content=cut("valt Zeta Eta aan")),
        ]

    entity = {"name": "Eta", "kind": "Organisation"}
    reviewed = told("a", ["a", entity])
    for ours, right in ((told("b", ["b", entity]), 2), (told("b", ["other"]), 0), (told("b", ["b"], "Alfa"), 0)):
        links = evaluate([case(ours, reviewed)]).figures.of["links"]
        assert (links.found, links.expected, links.right) == (len(ours[-1].about), 2, right)  # type: ignore[union-attr]


def test_links_in_different_roles_are_not_alike() -> None:
    whole = fact("Agreement", QUOTE, {"party": "Alfa"}, id="whole")
    one, other = (fact("Effort", QUOTE, {"actor": "Alfa", role: "whole"}) for role in ("part_of", "led_to"))
    links = evaluate([case([whole, one], [whole, other])]).figures.of["links"]
    assert (links.found, links.expected, links.right, links.differ) == (1, 1, 0, 1)


def test_facts_of_different_articles_are_no_pair() -> None:
    one = fact("Agreement", "Alfa en Beta", {"party": "Alfa"})
    other = Article(id="b.txt", text=ARTICLE.text)
    result = evaluate([Case("b.txt", other, (one,), ()), Case("a.txt", ARTICLE, (), (one,))])
    assert (result.articles, len(result.pairs), len(result.missed), len(result.invented)) == (2, 0, 1, 1)


def test_what_is_listed_stands_in_the_order_of_articles() -> None:
    one = fact("Agreement", "Alfa en Beta", {"party": "Alfa"})
    cases = [Case(name, None, (), (one,)) for name in ("c.txt", "a.txt", "b.txt")]
    assert [case.id for case, _ in evaluate(cases).missed] == ["a.txt", "b.txt", "c.txt"]


def test_an_article_with_nothing_for_us() -> None:
    result = evaluate([case([], [])])
    assert result.articles == 1
    assert all(figure.f1 is None for figure in result.figures.of.values())
