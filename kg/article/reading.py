"""Files → articles. Text, HTML, JSON and JSON Lines."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kg.article.html import parse_html
from kg.article.record import Article, header_date
from kg.errors import ArticleError

_SUFFIXES = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl"}
ENDINGS = tuple(_SUFFIXES)
"""The endings of the files that articles stand in."""
_TIME_OF_DAY = re.compile(r"(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9].*$", re.DOTALL)
# Surrogates are halves of characters; JSON can write them ("\ud800"), UTF-8 cannot.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# What kg itself writes, which may lie in a folder of articles.
_OURS = frozenset(("facts.jsonl", "rejected.jsonl", "graph.html"))
# Oxigraph reads no literal of more than 16 MiB, and a character may take four bytes.
MOST_CHARACTERS = 4_000_000

# Our own field names, and those of schema.org that mean the same.
_FIELDS = {
    "id": ("id", "@id", "identifier"),
    "text": ("text", "articleBody"),
    "date": ("date", "datePublished"),
    "language": ("language", "inLanguage"),
    "title": ("title", "headline"),
    "url": ("url",),
    "publisher": ("publisher",),
    "authors": ("authors", "author"),
    "modified": ("modified", "dateModified"),
}


def read_articles(
    source: Path, *, date: str | None = None, language: str | None = None
) -> Iterator[tuple[Path, Article]]:
    """Read the articles of a file, or of all files below a folder in the order of their paths.

    Args:
        source: a text, HTML, JSON or JSON Lines file, or a folder of such files.
        date: overrides the date of each article.
        language: overrides the language of each article.

    Returns:
        Each article, with the file that it stands in.

    Raises:
        ArticleError: a file is missing, empty, not text, or lacks a field.
    """
    for path in _files(source):
        relative = path.relative_to(source).as_posix() if source.is_dir() else path.name
        overrides = {name: value for name, value in (("date", date), ("language", language)) if value is not None}
        for number, (fields, line) in enumerate(_parse(path)):
            where = f"{relative}#{line or number}" if line or number else relative
            yield path, _article(fields | overrides, path, line, where)


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        found = sorted(p for p in source.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
        found = [path for path in found if path.name not in _OURS]
        if not found:
            raise ArticleError("no article in this folder: it needs .txt, .html, .json or .jsonl files", file=source)
        yield from found
    elif source.is_file():
        yield source
    else:
        raise ArticleError("no such file or folder", file=source)


def _parse(path: Path) -> Iterator[tuple[dict[str, Any], int | None]]:
    """Give the fields of each article in a file, with its line where the file has one article a line."""
    text = decode(path)
    kind = _SUFFIXES.get(path.suffix.lower(), "text")
    if kind == "html":
        yield parse_html(text), None
    elif kind == "json":
        data = _json(text, path, None)
        items = data if isinstance(data, list) else [data]
        if not items:
            raise ArticleError("has no article", file=path)
        for item in items:
            yield _object(item, path, None), None
    elif kind == "jsonl":
        # Not splitlines(): U+2028 and others may stand inside a JSON string.
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield _object(_json(line, path, number), path, number), number
    else:
        yield {"text": text}, None


def decode(path: Path) -> str:
    """Read a file as text.

    Args:
        path: a file in UTF-8, or in UTF-16 with a byte order mark; the mark is not part of the text.

    Raises:
        ArticleError: the file cannot be read, is empty, is binary, or is in another encoding.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}", file=path) from None
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in data[:8192]:
            raise ArticleError("is not text but binary", file=path) from None
        problem = f"is not in UTF-8 (byte {error.start} is {data[error.start]:#04x}): save it as UTF-8"
        raise ArticleError(problem, file=path) from None
    if not text.strip():
        raise ArticleError("is empty", file=path)
    if control := _CONTROL.search(text):
        problem = f"is not text: character {control.start()} is the control character U+{ord(control.group()):04X}"
        raise ArticleError(problem, file=path)
    return text


def _json(text: str, path: Path, line: int | None) -> Any:
    try:
        return json.loads(text, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        raise ArticleError(f"is not JSON: {error.msg}", file=path, line=line or error.lineno) from None
    except RecursionError:
        raise ArticleError("is nested too deeply", file=path, line=line) from None


def _whole_number(digits: str) -> int | str:
    # Python refuses to make numbers of thousands of digits; none of our fields needs one.
    return int(digits) if len(digits) < 20 else digits


def _object(item: Any, path: Path, line: int | None) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise ArticleError("an article must be a JSON object with a field 'text'", file=path, line=line)
    fields: dict[str, Any] = {}
    for field, names in _FIELDS.items():
        value = next((item[name] for name in names if item.get(name) not in (None, "", [])), None)
        if value is not None:
            fields[field] = value
    return fields


def _article(fields: dict[str, Any], path: Path, line: int | None, where: str) -> Article:
    fields = {name: _plain(name, value) for name, value in fields.items()}
    fields.setdefault("id", fields.get("url") or where)
    if not isinstance(fields.get("text"), str) or not fields["text"].strip():
        raise ArticleError("the article has no text: fill the field 'text' or 'articleBody'", file=path, line=line)
    _check_characters(fields, path, line)
    if "date" not in fields and (header := header_date(fields["text"])):
        fields["date"] = header
    return _validated(fields, path, line)


def _check_characters(fields: dict[str, Any], path: Path, line: int | None) -> None:
    if len(fields["text"]) > MOST_CHARACTERS:
        problem = f"its text has {len(fields['text']):,} characters, more than {MOST_CHARACTERS:,}"
        raise ArticleError(f"{problem}: an article is one news item", file=path, line=line)
    for name, value in fields.items():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and (found := _CONTROL.search(text)):
                problem = f"its {name} has the control character U+{ord(found.group()):04X} at {found.start()}"
                raise ArticleError(problem, file=path, line=line)


def _plain(name: str, value: Any) -> Any:
    """Bring a value of schema.org to ours: the name of an object, the day of a time, a list of authors."""
    values = value if isinstance(value, list) else [value]
    values = [item.get("name", "") if isinstance(item, dict) else item for item in values]
    if name == "authors":
        return tuple(str(item) for item in values if str(item).strip())
    if name == "text" and all(isinstance(item, str) for item in values):
        return "\n\n".join(values)
    first = values[0]
    if name in ("date", "modified") and isinstance(first, str):
        return _TIME_OF_DAY.sub("", first)
    if name == "id" and isinstance(first, int):
        return str(first)
    if name == "language" and isinstance(first, str):
        return first.replace("_", "-")
    if name != "text" and isinstance(first, str) and not first.strip():
        return None
    return first


def _validated(fields: dict[str, Any], path: Path, line: int | None) -> Article:
    try:
        return Article.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        problem = first["msg"].removeprefix("Value error, ")
        if field == "language":
            problem = f"{first['input']!r} is not a language tag: write nl or en"
        raise ArticleError(problem, file=path, line=line, field=field) from None
