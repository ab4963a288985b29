import json
from pathlib import Path

import pytest

from kg.article import Article, read_articles
from kg.errors import ArticleError


def read(path: Path, content: str | bytes, **options: str) -> list[Article]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [article for _, article in read_articles(path, **options)]


def test_text_is_verbatim(tmp_path: Path) -> None:
    text = " date 2025-07 Een\r\nregel met  spaties \n\n"
    (article,) = read(tmp_path / "a.txt", text)
    assert (article.id, article.text, article.date) == ("a.txt", text, "2025-07")


def test_byte_order_marks_are_no_text(tmp_path: Path) -> None:
    assert read(tmp_path / "a.txt", b"\xef\xbb\xbfTekst")[0].text == "Tekst"
    assert read(tmp_path / "b.txt", "Tekst".encode("utf-16"))[0].text == "Tekst"


def test_options_override(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.txt", "date 2025-07 Tekst", date="2024-01-02", language="nl")
    assert (article.date, article.language) == ("2024-01-02", "nl")


def test_json_with_our_names(tmp_path: Path) -> None:
    fields = {
        "id": "x1",
        "text": "Tekst",
        "date": "2025-07-05",
        "language": "nl",
        "title": "Kop",
        "url": "https://e.org/1",
    }
    (article,) = read(tmp_path / "a.json", json.dumps(fields))
    assert article == Article(
        id="x1", text="Tekst", date="2025-07-05", language="nl", title="Kop", url="https://e.org/1"
    )


def test_json_with_names_of_schema_org(tmp_path: Path) -> None:
    fields = {
        "@type": "NewsArticle",
        "articleBody": "Tekst",
        "datePublished": "2025-07-05T10:00:00+02:00",
        "dateModified": "2025-07-06",
        "inLanguage": "nl-NL",
        "headline": "Kop",
        "publisher": {"@type": "Organization", "name": "De Krant"},
        "author": [{"name": "An"}, "Bo"],
        "url": "https://e.org/1",
    }
    (article,) = read(tmp_path / "a.json", json.dumps(fields))
    assert article.id == "https://e.org/1"
    assert (article.date, article.modified, article.language) == ("2025-07-05", "2025-07-06", "nl-NL")
    assert (article.title, article.publisher, article.authors) == ("Kop", "De Krant", ("An", "Bo"))


def test_json_lines_keep_line_separators_inside_texts(tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": f"een\u2028{name}"}, ensure_ascii=False) for name in ("a", "b")]
    articles = read(tmp_path / "a.jsonl", "\n".join(lines))
    assert [article.text for article in articles] == ["een\u2028a", "een\u2028b"]


def test_articles_of_json_lines_without_id_are_told_apart(tmp_path: Path) -> None:
    articles = read(tmp_path / "a.jsonl", '{"text": "een"}\n{"text": "twee"}\n')
    assert [article.id for article in articles] == ["a.jsonl#1", "a.jsonl#2"]


def test_a_folder_gives_paths_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "sub" / "a.txt").write_text("a")
    (tmp_path / "b.facts.yaml").write_text("facts: []")
    assert [article.id for _, article in read_articles(tmp_path)] == ["b.txt", "sub/a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n ", "is empty"),
        ("a.txt", b"\x7fELF\x00\x01\xff\xfe", "binary"),
        ("a.txt", b"abc\x00def", r"character 3 is the control character U\+0000"),
        ("a.txt", "é".encode("latin-1"), r"not in UTF-8 \(byte 0 is 0xe9\)"),
        ("a.json", b"{", "is not JSON"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'"text"', "must be a JSON object"),
        ("a.json", b'{"title": "x"}', "has no text"),
        ("a.json", b'{"text": "a\\u0000b"}', r"control character U\+0000 at 1"),
        ("a.json", b'{"text": "x", "date": "5 juli"}', "date: '5 juli' is not a date"),
        ("a.json", b'{"text": "x", "language": "<b>"}', "language: '<b>' is not a language tag"),
        ("a.json", b"[]", "has no article"),
        ("a.json", b'{"text": "x", "title": "\\ud800"}', r"its title has the control character U\+D800"),
        ("a.json", b'{"text": "x", "date": "2025-07-05 zomaar"}', "is not a date"),
        ("a.json", b'{"text": "x", "language": "Dutch"}', "is not a language tag"),
        ("a.json", b'{"text": "x", "language": "nl-a"}', "is not a language tag"),
        ("a.txt", b"x" * 4_000_001, "has 4,000,001 characters, more than"),
        ("a.html", b"<!-- nothing -->", "has no text"),
        ("a.html", b"<html><body></body></html>", "has no text"),
    ],
)
def test_bad_articles(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    with pytest.raises(ArticleError, match=problem) as error:
        read(tmp_path / name, content)
    assert str(tmp_path / name) in str(error.value)
    assert "\n" not in str(error.value)


def test_paragraphs_in_a_list_are_joined(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.json", json.dumps({"text": ["Een.", "Twee."], "language": "nl_NL"}))
    assert (article.text, article.language) == ("Een.\n\nTwee.", "nl-NL")


def test_options_go_before_what_is_wrong_in_the_article(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.txt", "date 2025-13-40 Tekst", date="2025-07-05")
    assert article.date == "2025-07-05"


def test_articles_of_a_list_are_told_apart(tmp_path: Path) -> None:
    articles = read(tmp_path / "a.json", '[{"text": "een"}, {"text": "twee"}]')
    assert [article.id for article in articles] == ["a.json", "a.json#1"]


def test_what_kg_writes_is_no_article(tmp_path: Path) -> None:
    for name in ("a.txt", "facts.jsonl", "graph.html", "rejected.jsonl"):
        (tmp_path / name).write_text("tekst")
    assert [path.name for path, _ in read_articles(tmp_path)] == ["a.txt"]


def test_bad_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.jsonl:2: is not JSON"):
        read(tmp_path / "a.jsonl", '{"text": "een"}\n{"text"\n')


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder"):
        list(read_articles(tmp_path / "nothing.txt"))
    with pytest.raises(ArticleError, match="no article in this folder"):
        list(read_articles(tmp_path))
