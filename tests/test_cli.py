import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from kg.cli import cli, main

SEED = Path("seeds/ukraine-swift-beat.txt").resolve()
FILES = ["facts.jsonl", "graph.gexf", "graph.graphml", "graph.html", "graph.trig", "graph.ttl"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "sub" / "build"
    result = run("build", SEED, "--out", out)
    assert (result.returncode, result.stderr) == (0, "")
    assert "45 facts" in result.stdout
    return out


def ends(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    """Run the command in this process; give its exit code, and what it printed."""
    code: object = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


def test_build_writes_its_files_and_nothing_else(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == FILES
    assert all(path.stat().st_size for path in built.iterdir())


def test_the_same_input_gives_the_same_bytes_in_any_process(built: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-m", "kg", "build", str(SEED), "--out", str(tmp_path)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_query(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT ?who ?name WHERE { ?who a kg:Person ; rdfs:label ?name . FILTER(?name = 'Keir Starmer'@nl) }"
    code, out, _ = ends(capsys, "query", built, query)
    assert (code, out.splitlines()[-2:]) == (0, ["entity:keir-starmer  Keir Starmer", "(1 row)"])
    file = tmp_path / "q.rq"
    file.write_text("ASK { ?x a kg:Control }", encoding="utf-8")
    assert ends(capsys, "query", built / "graph.ttl", file)[:2] == (0, "false\n")
    code, out, _ = ends(capsys, "query", built, "--question", "3")
    assert "wordt gesteund door voormalig CEO van Google Eric Schmidt" in out


def test_why(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ends(capsys, "why", "Eric Schmidt", "backs", "--graph", built)
    assert code == 0
    assert "“wordt gesteund door voormalig CEO van Google Eric Schmidt”" in out
    assert "characters 730–787" in out


def test_validate(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(capsys, "validate", built)[0] == 0
    assert ends(capsys, "validate", SEED.with_suffix(".facts.yaml"))[0] == 0
    broken = tmp_path / "graph.ttl"
    broken.write_text((built / "graph.ttl").read_text().replace("kg:status kg:denied ;", ""), encoding="utf-8")
    code, out, _ = ends(capsys, "validate", broken)
    assert code == 1
    assert "needs exactly one kg:status" in out


@pytest.mark.parametrize("name", ["g.ttl", "g.trig", "g.nq", "g.jsonld", "g.graphml", "g.gexf", "g.html"])
def test_export(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert ends(capsys, "export", built, tmp_path / name, "--view", "entities") == (0, "", "")
    assert (tmp_path / name).stat().st_size > 1000


def test_schema(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ends(capsys, "schema")
    validator = jsonschema.Draft202012Validator(json.loads(out))
    for line in (built / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))


def test_facts_as_lines_give_the_same_graph(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = ends(capsys, "build", SEED, "--facts", built / "facts.jsonl", "--out", tmp_path, "--language", "nl")
    assert code == 0
    assert (tmp_path / "graph.ttl").read_bytes() == (built / "graph.ttl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_facts_that_do_not_pass_the_gate_are_shown_to_their_author(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (built / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    bad = json.loads(lines[0])
    bad["evidence"][0]["quote"] = "nooit gezegd"
    facts = tmp_path / "facts.jsonl"
    facts.write_text("\n".join([json.dumps(bad), *lines[1:]]), encoding="utf-8")
    code, out, _ = ends(capsys, "build", SEED, "--facts", facts, "--out", tmp_path / "out")
    assert code == 0
    assert "1 fact rejected: see rejected.jsonl" in out
    rejected = json.loads((tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8"))
    assert "does not have these words" in rejected["reason"]
    assert rejected["fact"]["evidence"][0]["quote"] == "nooit gezegd"
    # A later run without rejected facts does not leave the old file to mislead.
    ends(capsys, "build", SEED, "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "rejected.jsonl").exists()


def test_the_text_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ends(capsys, "build", SEED, "--no-text", "--out", tmp_path)
    assert "kg:text" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert ends(capsys, "validate", tmp_path)[0] == 0


def test_another_base(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = "https://example.org/data#"
    assert ends(capsys, "build", SEED, "--base", base, "--out", tmp_path)[0] == 0
    turtle = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert f"@prefix entity: <{base}entity/> ." in turtle
    assert "newskg/id" not in turtle
    assert ends(capsys, "query", tmp_path, "ASK { entity:ukraine a kg:Country }", "--base", base)[1] == "true\n"


def bad_inputs(folder: Path) -> dict[str, list[str | Path]]:
    (folder / "alone.txt").write_text(
        "The minister met her colleague in Stockholm on Thursday, said the ministry. " * 4
    )
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(b"\x00\x01\xff")
    (folder / "latin.txt").write_bytes("één".encode("latin-1"))
    (folder / "bad.ttl").write_text("<a> <b")
    (folder / "text.doc").write_text("x")
    (folder / "facts.yaml").write_text("facts:\n  - type: Nothing\n")
    (folder / "file").write_text("x")
    office = "office: {name: Franse president, kind: Office}, organisation: {name: Denemarken, kind: Country}"
    wrong = f"{{holder: {{name: Emmanuel Macron, kind: Person}}, {office}}}"
    fact = f"facts:\n- {{type: OfficeHolding, roles: {wrong}, evidence: De Franse president}}\n"
    (folder / "two.yaml").write_text(fact, encoding="utf-8")
    seed, out = SEED, folder / "out"
    return {
        "alone.txt: is in English": ["build", folder / "alone.txt", "--out", out],
        "empty.txt: is empty": ["build", folder / "empty.txt", "--out", out],
        "binary.txt: is not text but binary": ["build", folder / "binary.txt", "--out", out],
        "latin.txt: is not in UTF-8": ["build", folder / "latin.txt", "--out", out],
        "no such file or folder": ["build", folder / "none.txt", "--out", out],
        "facts.yaml:2: facts[0].type: there is no type": [
            "build",
            seed,
            "--facts",
            folder / "facts.yaml",
            "--out",
            out,
        ],
        "at most one kg:officeOf": ["build", seed, "--facts", folder / "two.yaml", "--out", out],
        "file: cannot be written": ["build", seed, "--out", folder / "file"],
        "is not a date": ["build", seed, "--date", "gisteren", "--out", out],
        "is not a language tag": ["build", seed, "--language", "12", "--out", out],
        "is not an absolute IRI": ["build", seed, "--base", "x", "--out", out],
        "must end in": ["build", seed, "--base", "https://e.org/x", "--out", out],
        "has the same id": ["build", seed, seed, "--out", out],
        "bad.ttl:1: is not valid Turtle": ["query", folder / "bad.ttl", "ASK { ?s ?p ?o }"],
        "text.doc: is not a file of RDF": ["query", folder / "text.doc", "ASK { ?s ?p ?o }"],
        "is not valid SPARQL": ["query", folder / "bad.ttl", "SELECT"],
        "give a query": ["query", folder / "bad.ttl"],
        "there is no question": ["query", folder / "bad.ttl", "--question", "x"],
        "none.rq: cannot be read": ["query", folder / "bad.ttl", folder / "none.rq"],
        "No such command 'bild'": ["bild"],
        "Missing argument 'SOURCE...': kg build --help tells what it takes": ["build"],
        "x.pdf: has no ending that a page can have: .html": ["view", folder / "bad.ttl", "--out", folder / "x.pdf"],
        "file: cannot be written into: it is a file, not a folder": ["build", seed, "--out", folder / "file" / "deep"],
        "'gisteren' is not a day such as 2025-07-31": ["analyse", folder / "bad.ttl", "agenda", "--today", "gisteren"],
        "No such option": ["build", seed, "--ouput", "x"],
        "has no ending that kg can write": ["export", folder / "bad.ttl", folder / "x.pdf"],
    }


def test_a_mistake_ends_with_one_clear_line_and_exit_code_2(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for problem, arguments in bad_inputs(tmp_path).items():
        if "SPARQL" in problem or "question" in problem:
            arguments[1] = built
        code, out, err = ends(capsys, *arguments)
        assert (code, out) == (2, ""), arguments
        assert err.startswith("kg: "), err
        assert err.count("\n") == 1, err
        assert problem in err
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_earlier_output_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ends(capsys, "build", SEED, "--out", tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "facts.jsonl").unlink()
    (tmp_path / "facts.jsonl").mkdir()  # the last file cannot be written
    code, _, err = ends(capsys, "build", SEED, "--no-text", "--out", tmp_path)
    assert code == 2
    assert "facts.jsonl: cannot be written" in err
    assert {path.name for path in tmp_path.iterdir()} == set(before)
    assert all((tmp_path / name).read_bytes() == before[name] for name in before if name != "facts.jsonl")


def test_what_is_no_ordinary_file_is_never_replaced(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe, link, target = tmp_path / "pipe.html", tmp_path / "link.html", tmp_path / "target.html"
    os.mkfifo(pipe)
    code, _, err = ends(capsys, "view", built, "--out", pipe)
    assert (code, err) == (2, f"kg: {pipe}: cannot be written: it is not an ordinary file\n")
    assert pipe.is_fifo()
    target.write_text("old")
    link.symlink_to(target)
    assert ends(capsys, "view", built, "--out", link)[0] == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_graph_in_which_a_name_is_not_found_is_named(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[list[str | Path]] = [
        ["why", "Qwrx", "--graph", built],
        ["path", "Qwrx", "Denemarken", "--graph", built],
        ["view", built, "--around", "Qwrx"],
    ]
    for arguments in asked:
        code, _, err = ends(capsys, *arguments)
        assert (code, err) == (
            2,
            f"kg: {built}: the graph knows nothing by the name 'Qwrx'; kg analyse lists who is in it\n",
        )
    assert "did you mean Event" not in ends(capsys, "why", "Denemarken", "kent", "--graph", built)[2]


def test_a_query_with_a_name_that_the_ontology_lacks_is_told_so(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ends(capsys, "query", built, "ASK { ?x kg:Backs/kg:zzz 'kg:none' }")
    assert (code, out.strip()) == (0, "false")
    assert err == "kg: the ontology has no kg:Backs: did you mean kg:backs?\nkg: the ontology has no kg:zzz\n"


def test_control_characters_do_not_reach_the_terminal(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = ends(capsys, "why", "\x1b[31mred\nline", "--graph", built)
    assert "\x1b" not in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("read", ["head -1", "true"])
def test_output_that_nobody_reads_is_no_error(built: Path, read: str, unbuffered: str) -> None:
    command = f"{sys.executable} -m kg query {built} 'SELECT * WHERE {{ ?s ?p ?o }}' | {read}"
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False, env=environment
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_every_command_and_option_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        code, out, _ = ends(capsys, name, "--help")
        assert code == 0
        assert "Usage: kg" in out


def test_types_tell_writers_of_reviewed_files_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ends(capsys, "types")
    assert code == 0
    assert all(name in out for name in ("Agreement", "not_before", "disputed", "NewsOutlet", "led_to"))
    _, out, _ = ends(capsys, "types", "OfficeHolding")
    assert "Needs holder, office." in out
    for role in ("holder", "office", "organisation", "place", "part_of"):
        (line,) = [line for line in out.splitlines() if line.startswith(f"{role} ")]
        assert len(line.split("  ")[-1]) > 20, line
    assert ends(capsys, "types", "Agrement") == (
        2,
        "",
        "kg: there is no type of fact 'Agrement': did you mean Agreement?\n",
    )
