"""Writing files so that nothing half-written is ever left in place of a good one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import OutputError


def write_all(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Write files into a folder: each beside its place first, and only when all are written, into it.

    Args:
        folder: made where it is missing.
        files: contents by name.

    Raises:
        OutputError: the folder or a file in it cannot be written; what was there before is untouched.
    """
    written: list[tuple[Path, Path]] = []
    place = folder
    try:
        _make(folder)
        for name, content in files.items():
            place = folder / name
            written.append((_beside(_target(place), content), place))
        for temporary, place in written:
            temporary.replace(_target(place))
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror or error}", file=place) from None
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
    return [target for _, target in written]


def _make(folder: Path) -> None:
    there = next((part for part in (folder, *folder.parents) if part.exists()), folder)
    if there.exists() and not there.is_dir():
        raise OutputError("cannot be written into: it is a file, not a folder", file=there)
    folder.mkdir(parents=True, exist_ok=True)


def _target(place: Path) -> Path:
    """Give what a name leads to: a link stays a link, and a device or a pipe is never replaced by a file."""
    if place.is_dir():
        raise OutputError("cannot be written: it is a folder", file=place)
    if place.exists() and not place.is_file():
        raise OutputError("cannot be written: it is not an ordinary file", file=place)
    return place.resolve() if place.is_symlink() else place


def _beside(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner reads; a result is as readable as any new file.
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
