"""The command `kg`: arguments, messages and exit codes; no logic."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from kg.cli import analysing, asking, building, evaluating, extracting, plotting, reporting, stores, writing
from kg.cli.group import cli
from kg.errors import InputError, one_line

__all__ = [
    "analysing",
    "asking",
    "building",
    "cli",
    "evaluating",
    "extracting",
    "main",
    "plotting",
    "reporting",
    "stores",
    "writing",
]

USER_MISTAKE = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, and end with its exit code: 0, 1 (a graph is not valid) or 2 (a user's mistake)."""
    try:
        cli.main(None if arguments is None else list(arguments), prog_name="kg", standalone_mode=False)
    except InputError as error:
        _end(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(USER_MISTAKE)
    except click.MissingParameter as error:
        command = error.ctx.command_path if error.ctx else "kg"
        missing = error.format_message().partition(". Choose from")[0].rstrip(".")
        _end(one_line(f"{missing}: {command} --help tells what it takes"))
    except click.ClickException as error:
        _end(one_line(error.format_message()))
    except click.Abort:
        _end("interrupted", code=130)
    except UnicodeEncodeError:
        _end("the output's encoding lacks a character: set PYTHONIOENCODING=utf-8")
    except (MemoryError, RecursionError):
        _end("this is too large, or nested too deeply, for the memory of this machine")
    except OSError as error:
        _end(one_line(f"{error.filename or 'the output'}: {error.strerror or error}"))


def _end(message: str, code: int = USER_MISTAKE) -> None:
    click.echo(f"kg: {message}", err=True)
    sys.exit(code)
