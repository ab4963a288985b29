from kg.evaluation import Cases, evaluate, figures_table, listing, notes
from kg.evaluation.wording import differences, summary
from tests.evaluation.making import TEXT, case, cut, fact

THIRD = "Volgens Epsilon valt Zeta Eta aan"
REVIEWED = [
    fact("Backing", "Gamma steunt Delta", {"backer": "Gamma", "backed": "Delta"}, id="help"),
    fact("Attack", THIRD, {"attacker": "Zeta", "target": ["Eta"]}, attributed_to="Epsilon", via="Beta"),
    fact("Statement", THIRD, {"speaker": "Epsilon", "about": ["help"]}, content=cut("valt Zeta Eta aan")),
]
FOUND = [
    fact("Meeting", "Gamma steunt Delta", {"participant": "Gamma", "topic": "Gamma"}, time={"date": "2025"}, id="m"),
    fact("Attack", "Zeta Eta aan", {"attacker": "Zeta", "place": "Eta"}, status="planned", time={"date": "2025"}),
    fact("Announcement", THIRD, {"speaker": "Epsilon", "about": ["m"]}, content=cut("op 5 juli")),
]


def test_all_is_said_in_plain_words() -> None:
    assert listing(evaluate([case(FOUND, REVIEWED)])).splitlines() == [
        "Missed: 1",
        "  a.txt:1, characters 34–52: Backing (actual): backer Gamma; backed Delta",
        "    “Gamma steunt Delta”",
        "",
        "Invented: 1",
        "  a.txt:1, characters 34–52: Meeting (actual): participant Gamma; topic “Gamma”; date 2025",
        "    “Gamma steunt Delta”",
        "",
        "Different in a part: 2",
        "  a.txt:1, characters 54–87: Attack (actual): attacker Zeta; target Eta; says Epsilon, by way of Beta",
        "    “Volgens Epsilon valt Zeta Eta aan”",
        "    status: expected actual; found planned",
        "    target: expected Eta; found –",
        "    place: expected –; found Eta",
        "    attribution: expected Epsilon, by way of Beta; found the article itself",
        "    dates: expected no date; found date 2025",
        "    evidence: expected “Volgens Epsilon valt Zeta Eta aan”; found “Zeta Eta aan”",
        "  a.txt:1, characters 54–87: Statement (actual): speaker Epsilon; content “valt Zeta Eta aan”",
        "    “Volgens Epsilon valt Zeta Eta aan”",
        "    type: expected Statement; found Announcement",
        "    content: expected “valt Zeta Eta aan”; found “op 5 juli”",
        "    links: expected about Backing (Gamma + Delta); found about Meeting (Gamma)",
    ]


def test_a_list_may_be_cut_short() -> None:
    result = evaluate([case([], REVIEWED)])
    assert listing(result, 0) == ""
    assert listing(result, 1).splitlines()[0] == "Missed: 3, of which the first 1"
    assert len(listing(result, 1).splitlines()) == 3
    assert listing(result, 3) == listing(result)


def test_what_agrees_is_not_listed() -> None:
    result = evaluate([case(REVIEWED, REVIEWED)])
    assert listing(result) == ""
    assert [differences(pair) for pair in result.pairs] == [[], [], []]


def test_long_words_and_control_characters_do_not_spoil_the_page() -> None:
    one = fact("Effort", "Gamma", {"actor": "x" * 500 + "\x1b[2J"})
    lines = listing(evaluate([case([one], [])])).splitlines()
    assert "\x1b" not in lines[1]
    assert "\\x1b[2J" in summary(one).encode("unicode_escape").decode()
    long = fact("Effort", TEXT, {"actor": "Alfa"}, evidence=[{"quote": "y" * 999, "start": 0, "end": 999}])
    assert listing(evaluate([case([long], [], None)])).splitlines()[1:] == [
        "  a.txt, characters 0–999: Effort (actual): actor Alfa",
        f"    “{'y' * 199}…”",
    ]


def test_figures_stand_in_a_table() -> None:
    columns, rows = figures_table(evaluate([case(FOUND, REVIEWED)]))
    assert columns == ("Measure", "Found", "Expected", "Right", "Precision", "Recall", "F1", "Differ")
    assert rows[0] == ("Facts", "3", "3", "2", "0.667", "0.667", "0.667", "")
    assert rows[6] == ("Attribution", "0", "1", "0", "–", "0.000", "0.000", "1")


def test_what_is_not_counted_is_said() -> None:
    assert notes(Cases()) == []
    some = Cases(rejected=[(FOUND[0], "no such words")], left_out={f"{number}.txt": 2 for number in range(7)})
    assert notes(some) == [
        "Not counted, because nobody reviewed their article: facts extracted from 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, … "
        "(14)",
        "Not counted, because not in their article: 1, the first of them: no such words",
    ]
