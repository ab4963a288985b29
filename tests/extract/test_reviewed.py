from pathlib import Path

import pytest

from kg.article import Article
from kg.errors import FactsError
from kg.extract import Reviewed, read_reviewed
from kg.facts import Backing, Statement

TEXT = (
    "date 2026-03-12 🚁 Bank De Linde steunt Haven Noord. De bank zei: “Wij staan achter de haven.”\n\n"
    "Haven Noord bedankte de bank. De haven ligt aan zee. De haven groeit."
)
HEAD = """
article: {language: nl}
entities:
  Bank De Linde: {kind: Company, mentions: [De bank, de bank, Wij]}
  Haven Noord: {kind: Company, aliases: [Noord]}
facts:
"""
GOOD = (
    HEAD
    + """
  - id: support
    type: Backing
    roles: {backer: Bank De Linde, backed: Haven Noord}
    evidence: Bank De Linde steunt Haven Noord
  - type: Statement
    roles: {speaker: Bank De Linde, about: [support, Haven Noord]}
    content: Wij staan achter de haven.
    evidence: "De bank zei: “Wij staan achter de haven.”"
"""
)


def read(folder: Path, content: str) -> Reviewed:
    path = folder / "a.facts.yaml"
    path.write_text(content, encoding="utf-8")
    return read_reviewed(path, Article(id="a.txt", text=TEXT))


def test_offsets_are_found_and_words_cut(tmp_path: Path) -> None:
    reviewed = read(tmp_path, GOOD)
    backing, statement = reviewed.facts
    assert isinstance(backing, Backing)
    assert isinstance(statement, Statement)
    for fact in reviewed.facts:
        for quote in fact.quotes():
            assert TEXT[quote.start : quote.end] == quote.quote
        for mention in fact.mentions():
            assert TEXT[mention.start : mention.end] == mention.text
    assert reviewed.article.language == "nl"
    assert statement.content.quotation
    assert statement.speaker[0].text == "De bank"
    assert statement.about[0] == "support"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: Backing", "type: [Backing]"),
        ("id: support", "id: [a]"),
        ("backer: Bank De Linde", "backer: [[Bank De Linde]]"),
        ("about: [support,", "about: [[support],"),
        ("backed: Haven Noord", "backed: Haven Noord, led_to: [{name: x}]"),
        ("facts:", "facts: {a: b}\nmore:"),
        ("evidence: Bank De Linde steunt Haven Noord", "evidence: [[x]]"),
        ("content: Wij staan achter de haven.", "content: [x]"),
        ("  Bank De Linde: {", "  - {name: x,"),
    ],
)
def test_what_has_another_form_is_named_too(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(FactsError) as error:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert str(error.value).startswith(str(tmp_path / "a.facts.yaml:"))


def test_an_inline_entity_may_be_what_a_statement_is_about(tmp_path: Path) -> None:
    inline = GOOD.replace("about: [support,", "about: [{name: zee, kind: Place}, support,")
    statement = read(tmp_path, inline).facts[1]
    assert isinstance(statement, Statement)
    assert [getattr(item, "name", item) for item in statement.about] == ["zee", "support", "Haven Noord"]


@pytest.mark.parametrize(
    ("text", "words", "quotation"),
    [
        ("De bank zei: “Wij staan achter de haven.”", "Wij staan", True),
        ("“Eerste zin. Tweede zin,” zei zij.", "Tweede zin", True),
        ("‘Wij staan er,’ zei zij.", "Wij staan er", True),
        ("“Eerste.” Zij zei dat het goed was. “Tweede.”", "het goed was", False),
        ('"Eerste." Zij zei dat het goed was. "Tweede."', "het goed was", False),
        ('"Eerste." Zij zei: "Tweede."', "Tweede", True),
        ("De foto’s zijn mooi, zei zij.", "zijn mooi", False),
        ("«Nous sommes là», zei zij.", "Nous sommes là", True),
        ("Zij zei “iets” en dat het goed was.", "het goed was", False),
    ],
)
def test_what_stands_in_quotation_marks(tmp_path: Path, text: str, words: str, quotation: bool) -> None:
    fact = f"""
- type: Statement
  roles: {{speaker: {{name: De bank, kind: Company, mentions: [{words}]}}}}
  content: {words}
  evidence: {{quote: {words}}}
"""
    path = tmp_path / "a.facts.yaml"
    path.write_text(fact, encoding="utf-8")
    (statement,) = read_reviewed(path, Article(id="a", text=text)).facts
    assert isinstance(statement, Statement)
    assert statement.content.quotation is quotation


def test_words_of_roles_are_cut_not_typed(tmp_path: Path) -> None:
    fact = (
        HEAD
        + """
  - type: Backing
    roles: {backer: Bank De Linde, backed: Haven Noord, qualifier: '"Wij staan  achter de haven."'}
    evidence: Bank De Linde steunt Haven Noord
"""
    )
    assert read(tmp_path, fact).facts[0].qualifier == ("“Wij staan achter de haven.”",)


def test_a_bare_list_of_facts_will_do(tmp_path: Path) -> None:
    mention = "{name: %s, kind: Company, text: null}"
    with pytest.raises(FactsError, match=r":2: facts\[0\]\.roles\.backer\[0\]\.text: there is no field 'text'"):
        read(tmp_path, f"- type: Backing\n  roles: {{backer: {mention % 'A'}}}\n  evidence: De haven groeit\n")
    inline = "{backer: {name: Bank De Linde, kind: Company}, backed: [{name: Haven Noord, kind: Company}]}"
    (fact,) = read(tmp_path, f"- type: Backing\n  roles: {inline}\n  evidence: [{{quote: De haven groeit}}]\n").facts
    assert isinstance(fact, Backing)
    assert fact.backer[0].text is None


def test_a_mention_that_the_words_leave_out_has_no_text(tmp_path: Path) -> None:
    fact = (
        "  - {type: Control, roles: {controller: Haven Noord, controlled: Bank De Linde}, evidence: De haven groeit}\n"
    )
    mention = read(tmp_path, HEAD + fact).facts[0].roles()
    controlled = dict(mention)["controlled"][0]
    assert controlled.text == "de bank"  # the nearest in the paragraph
    outside = HEAD.replace("mentions: [De bank, de bank, Wij]", "aliases: [Linde]") + fact
    assert dict(read(tmp_path, outside).facts[0].roles())["controlled"][0].text is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "type: Backing",
            "type: Baking",
            r":9: facts\[0\]\.type: there is no type of fact 'Baking': did you mean 'Backing'",
        ),
        ("backer: Bank", "bakker: Bank", r":10: facts\[0\]\.roles\.bakker: there is no role of Backing 'bakker'"),
        ("backer: Bank De Linde, ", "", r":8: facts\[0\]: Backing needs backer"),
        ("backer: Bank De Linde", "backer: Bank", r":10: facts\[0\]\.roles\.backer\[0\]: there is no entity 'Bank'"),
        (
            "evidence: Bank De Linde steunt",
            "evidence: Bank De Linde haat",
            r":11: .*evidence: these words are not in the",
        ),
        ("evidence: Bank De Linde steunt Haven Noord", "evidence: De haven", r"are 2 times in the article"),
        ("evidence: Bank De Linde steunt Haven Noord", "evidence: []", r"a fact needs evidence"),
        ("evidence: Bank De Linde steunt Haven Noord", "evidence: {quote: De haven, occurrence: 5}", "no occurrence 5"),
        (
            "evidence: Bank De Linde steunt Haven Noord",
            "evidence: {quote: De haven, occurrence: x}",
            "must be a number",
        ),
        (
            "evidence: Bank De Linde steunt Haven Noord",
            "evidence: {quot: De haven}",
            "no field 'quot' here: did you mean",
        ),
        (
            "type: Backing",
            "type: Backing\n    time: {date: 5 juli}",
            r":10: facts\[0\]\.time\.date: '5 juli' is not a date",
        ),
        ("type: Backing", "type: Backing\n    status: zeker", r":10: facts\[0\]\.status: Input should be"),
        ("type: Backing", "type: Backing\n    topic: x", r"facts\[0\]\.topic: there is no field 'topic' here"),
        (
            "backed: Haven Noord",
            "backed: Haven Noord, qualifier: geheim",
            r"facts\[0\]: these words are not in the article",
        ),
        ("about: [support,", "about: [suport,", r"about\[0\]: there is no fact or entity 'suport'"),
        (
            "kind: Company, aliases",
            "kind: Compani, aliases",
            r":5: entities\.Haven Noord\.kind: there is no kind of entity 'Compani': did you mean 'Company'",
        ),
        ("kind: Company, aliases: [Noord]", "aliases: [Noord]", r":5: entities\.Haven Noord: has no kind"),
        ("{language: nl}", "{language: Nederlands!}", r":2: article\.language: "),
        ("{language: nl}", "{id: b.txt}", r"this file is about 'b\.txt', but the article is 'a\.txt'"),
        (
            "  - type: Statement",
            "  - id: support\n    type: Statement",
            r"facts\[1\]\.id: 'support' is the id of another",
        ),
        ("aliases: [Noord]", "aliases: [Zuid]", r"Haven Noord\.aliases: the alias 'Zuid' is not in the article"),
        ("aliases: [Noord]", "aliases: {a: b}", r"Haven Noord\.aliases: must be a word, or a list of words"),
        (
            "aliases: [Noord]}",
            "aliases: []}\n  Haven Zuid: {kind: Company}",
            r":6: entities\.Haven Zuid: none of the names of",
        ),
        ("id: support", "id: support\n    x: y", "there is no field 'x' here"),
        ("backed: Haven Noord", "backed: Haven Noord, part_of: support", "cannot be a part of itself"),
        ("facts:", "feiten:", "there is no field 'feiten' here"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_field(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(FactsError, match=problem) as error:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert str(error.value).startswith(str(tmp_path / "a.facts.yaml:"))
    assert "\n" not in str(error.value)


def test_the_same_fact_twice_is_a_mistake(tmp_path: Path) -> None:
    fact = "  - {type: Backing, roles: {backer: Bank De Linde, backed: Haven Noord}, evidence: Bank De Linde steunt}\n"
    with pytest.raises(FactsError, match=r"facts\[1\]: is the same fact as facts\[0\]"):
        read(tmp_path, HEAD + fact + fact)


@pytest.mark.parametrize("content", ["", "facts: x", "entities: []\nfacts: [{}]"])
def test_files_without_facts(tmp_path: Path, content: str) -> None:
    with pytest.raises(FactsError):
        read(tmp_path, content)


@pytest.mark.parametrize("content", ["[]", "facts: []"])
def test_an_article_may_have_nothing_to_tell(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content).facts == ()
