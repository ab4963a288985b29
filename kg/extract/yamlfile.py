"""YAML for people, with the line of everything in it.

Every scalar stays the text that was typed (``2025-07-05`` is not turned into a date, nor ``no`` into False), a key that
stands twice is an error, and so is an alias, which could blow a small file up to any size.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.errors import FactsError

Steps = tuple[str | int, ...]
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Yaml:
    """What a file holds.

    Attributes:
        path: the file.
        data: tables, lists, texts and None.
        lines: the line (from 1) of each value, by the steps that lead to it.
    """

    path: Path
    data: Any
    lines: dict[Steps, int] = field(default_factory=dict)

    def below(self, key: str) -> Yaml:
        """Give the same file as if all that it holds stood below a key."""
        lines = {(key, *steps): line for steps, line in self.lines.items()} | {(): 1}
        return Yaml(self.path, {key: self.data}, lines)

    def error(self, problem: str, *steps: str | int) -> FactsError:
        """Make an error that names the file, the line and the field."""
        known = steps
        while known and known not in self.lines:
            known = known[:-1]
        shown = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
        return FactsError(problem, file=self.path, line=self.lines.get(known), field=shown.lstrip(".") or None)


def read_yaml(path: Path) -> Yaml:
    """Read a YAML file.

    Raises:
        FactsError: it cannot be read, is not YAML, has a key twice or an alias.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FactsError(f"cannot be read: {error.strerror}", file=path) from None
    except UnicodeDecodeError as error:
        raise FactsError(f"is not in UTF-8 (byte {error.start}): save it as UTF-8", file=path) from None
    result = Yaml(path, None)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = None if node is None else _plain(node, (), result, set())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"is not YAML: {error.problem or error.context}"
        raise FactsError(problem, file=path, line=mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise FactsError(f"is not YAML: {error}", file=path) from None
    except RecursionError:
        raise FactsError("is nested too deeply", file=path) from None
    return Yaml(path, data, result.lines)


def _plain(node: yaml.Node, steps: Steps, result: Yaml, seen: set[int]) -> Any:
    result.lines[steps] = node.start_mark.line + 1
    if id(node) in seen:
        raise result.error("YAML aliases (*name) are not taken: write the value out", *steps)
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == _NULL else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*steps, index), result, seen) for index, item in enumerate(node.value)]
    table: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = _plain(key_node, (*steps, "?"), result, seen)
        if not isinstance(key, str):
            raise result.error("a key must be a word", *steps, "?")
        if key in table:
            result.lines[(*steps, key)] = key_node.start_mark.line + 1
            raise result.error("stands here twice", *steps, key)
        table[key] = _plain(value_node, (*steps, key), result, seen)
    return table
