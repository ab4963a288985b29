import csv
import io
import json

from kg.evaluation import Cases, evaluate, to_csv, to_json
from kg.facts import FACT
from tests.evaluation.making import case, fact

ONE = fact("Effort", "Gamma steunt Delta", {"actor": "Gamma"})
PLANNED = fact("Effort", "Gamma steunt Delta", {"actor": "Gamma"}, status="planned")
OTHER = fact("Attack", "Zeta Eta", {"target": "Eta"})
RESULT = evaluate([case([PLANNED], [ONE, OTHER])])


def test_csv_has_every_figure_over_all_and_by_type() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(RESULT))))
    assert len(rows) == 10 * 3
    assert rows[0] == {
        "type": "all",
        "measure": "facts",
        "found": "1",
        "expected": "2",
        "right": "1",
        "differ": "0",
        "precision": "1.000000",
        "recall": "0.500000",
        "f1": "0.666667",
    }
    assert [row["type"] for row in rows[::10]] == ["all", "Attack", "Effort"]
    [dates] = [row for row in rows if (row["type"], row["measure"]) == ("Effort", "dates")]
    assert (dates["found"], dates["f1"]) == ("0", "")


def test_json_has_the_facts_too() -> None:
    data = json.loads(json.dumps(to_json(RESULT, Cases(rejected=[(OTHER, "why")], left_out={"b.txt": 1}))))
    assert data["articles"] == 1
    assert data["figures"]["facts"]["recall"] == 0.5
    assert data["by_type"]["Attack"]["facts"]["precision"] is None
    [missed] = data["missed"]
    assert missed["where"] == "a.txt:1, characters 75–83"
    assert FACT.validate_python(missed["fact"]) == OTHER
    [different] = data["different"]
    assert different["parts"] == [{"part": "status", "expected": "actual", "found": "planned"}]
    assert FACT.validate_python(different["found"]) == PLANNED
    assert FACT.validate_python(different["expected"]) == ONE
    assert (data["invented"], data["rejected"][0]["reason"], data["left_out"]) == ([], "why", {"b.txt": 1})
