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
from kg.article.record import Article
from kg.errors import ArticleError

_SUFFIXES = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl"}
ENDINGS = tuple(_SUFFIXES)
"""The endings of the files that articles stand in."""
_TIME_OF_DAY = re.compile(r"(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*$", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

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
        for fields, line in _parse(path):
            article = _article(fields, path, line, relative)
            overrides = {"date": date, "language": language}
            merged = article.model_dump() | {name: value for name, value in overrides.items() if value is not None}
            yield path, _validated(merged, path, line)


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        found = sorted(p for p in source.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
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
        for item in data if isinstance(data, list) else [data]:
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
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(f"is not JSON: {error.msg}", file=path, line=line or error.lineno) from None
    except RecursionError:
        raise ArticleError("is nested too deeply", file=path, line=line) from None


def _object(item: Any, path: Path, line: int | None) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise ArticleError("an article must be a JSON object with a field 'text'", file=path, line=line)
    fields: dict[str, Any] = {}
    for field, names in _FIELDS.items():
        value = next((item[name] for name in names if item.get(name) not in (None, "", [])), None)
        if value is not None:
            fields[field] = value
    return fields


def _article(fields: dict[str, Any], path: Path, line: int | None, relative: str) -> Article:
    fields = {name: _plain(name, value) for name, value in fields.items()}
    where = f"{relative}#{line}" if line else relative
    fields.setdefault("id", fields.get("url") or where)
    if not isinstance(fields.get("text"), str) or not fields["text"].strip():
        raise ArticleError("the article has no text: fill the field 'text' or 'articleBody'", file=path, line=line)
    if control := _CONTROL.search(fields["text"]):
        problem = f"its text has the control character U+{ord(control.group()):04X} at {control.start()}"
        raise ArticleError(problem, file=path, line=line)
    article = _validated(fields, path, line)
    if article.date is None and article.header_date:
        article = _validated(article.model_dump() | {"date": article.header_date}, path, line)
    return article


def _plain(name: str, value: Any) -> Any:
    """Bring a value of schema.org to ours: the name of an object, the day of a time, a list of authors."""
    values = value if isinstance(value, list) else [value]
    values = [item.get("name", "") if isinstance(item, dict) else item for item in values]
    if name == "authors":
        return tuple(str(item) for item in values if item)
    first = values[0]
    if name in ("date", "modified") and isinstance(first, str):
        return _TIME_OF_DAY.sub("", first)
    if name == "id" and isinstance(first, int):
        return str(first)
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
