"""Pages from templates: what is put into them is escaped by construction."""

from __future__ import annotations

from functools import cache

import jinja2


@cache
def environment(package: str) -> jinja2.Environment:
    """Give the templates of a package, with escaping, and an error for a name that is not given.

    Args:
        package: its name, as ``kg.report``; its folder ``templates`` holds them.
    """
    return jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
