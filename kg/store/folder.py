"""The folder of a store: which generation of the data holds, and who may touch it.

::

    DIR/
    ├── kg-store.json         names the generation that holds; replacing this file publishes another
    ├── generation-000007/    an Oxigraph database
    └── lock                  held by the process that changes the store

A run that is killed leaves either the old ``kg-store.json`` or the new one, each of which names a whole generation.
What a killed run left lying is named by neither, and the next run that changes the store clears it away. Readers hold a
shared lock on the generation that they read: it is not changed under their eyes, nor cleared away.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.output import write_all

POINTER = "kg-store.json"
FORMAT = 1
_LOCK = "lock"
_GENERATION = "generation-"
# Files that any database of RocksDB has.
_ROCKSDB = frozenset(("CURRENT", "IDENTITY", "LOCK", "LOG"))
_SMALL_FILE = 1_000_000
_SMALL_FILES = 100
# How long a reader waits for a change that is being written, and a writer for another: both take a moment.
PATIENCE = 10.0


@dataclass(frozen=True)
class Pointer:
    """What ``kg-store.json`` says.

    Attributes:
        base: what the IRIs of data begin with.
        generation: the name of the folder with the data.
        ontology: the SHA-256 of the ontology in it.
    """

    base: str
    generation: str
    ontology: str


def is_store(path: Path) -> bool:
    """Tell whether a folder is a store of kg."""
    return (path / POINTER).is_file()


class StoreFolder:
    """The folder of a store on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def pointer(self) -> Pointer | None:
        """Read which generation holds; None where nothing was ever published.

        Raises:
            StoreError: the file is not what kg writes.
        """
        try:
            said = json.loads((self.path / POINTER).read_text(encoding="utf-8"))
            if said["format"] != FORMAT:
                raise StoreError(f"is a store of another version of kg (format {said['format']})", file=self.path)
            return Pointer(str(said["base"]), str(said["generation"]), str(said["ontology"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"cannot be read: {error.strerror}", file=error.filename) from None
        except (ValueError, KeyError, TypeError):
            raise StoreError("is damaged: it is not what kg writes", file=self.path / POINTER) from None

    def publish(self, pointer: Pointer) -> None:
        """Make a generation the one that holds, in one step."""
        said = {"format": FORMAT, "base": pointer.base, "generation": pointer.generation, "ontology": pointer.ontology}
        write_all(self.path, {POINTER: json.dumps(said, indent=2).encode() + b"\n"})

    def generation(self, pointer: Pointer) -> Path:
        """Give the folder of a generation."""
        return self.path / pointer.generation

    def next_generation(self) -> Path:
        """Give the folder of a generation that is not there yet."""
        numbers = [int(path.name.removeprefix(_GENERATION)) for path in self._generations()]
        return self.path / f"{_GENERATION}{max(numbers, default=0) + 1:06}"

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to change the store; make its folder where it is missing.

        Raises:
            StoreError: another process changes it, or the folder is of something else or cannot be written.
        """
        made = self._make()
        lock = self.path / _LOCK
        handle = _open(lock, os.O_RDWR | os.O_CREAT)
        try:
            # One that failed may have taken its lock away meanwhile: then ours is not what others see.
            if handle is None or not _lock(handle, exclusive=True) or not _is_at(handle, lock):
                raise StoreError("is being changed by another process: try again when it has ended", file=self.path)
            self.clear()
            try:
                yield
            finally:
                if not is_store(self.path):  # nothing was ever published here: leave nothing behind
                    with contextlib.suppress(OSError):
                        lock.unlink()
                        if made:
                            self.path.rmdir()
        finally:
            _close(handle)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Pointer]:
        """Hold a generation for reading, which stays as it is until the end.

        Raises:
            StoreError: it is not a store, or a change takes too long.
        """
        end = time.monotonic() + PATIENCE
        while True:
            pointer = self.pointer()
            if pointer is None:
                raise StoreError("is not a store: kg build --store or kg load makes one", file=self.path)
            handle = _open(self.generation(pointer), os.O_RDONLY)
            # Between reading the pointer and locking, another generation may have taken its place.
            if handle is not None and _lock(handle, exclusive=False) and self.pointer() == pointer:
                break
            _close(handle)
            if time.monotonic() > end:
                raise StoreError("is being changed by another process, or is damaged", file=self.path)
            time.sleep(0.02)
        try:
            yield pointer
        finally:
            _close(handle)

    @contextlib.contextmanager
    def alone(self, pointer: Pointer) -> Iterator[bool]:
        """Try to hold a generation without readers; tell whether that came about."""
        handle = _open(self.generation(pointer), os.O_RDONLY)
        try:
            yield handle is not None and _lock(handle, exclusive=True)
        finally:
            _close(handle)

    def clear(self) -> None:
        """Clear away generations that do not hold and that nobody reads, and other leavings of killed runs."""
        pointer = self.pointer()
        for left in self.path.glob(f".{POINTER}.*"):
            left.unlink(missing_ok=True)
        for path in self._generations():
            if pointer is None or path.name != pointer.generation:
                handle = _open(path, os.O_RDONLY)
                if handle is not None and _lock(handle, exclusive=True):
                    shutil.rmtree(path, ignore_errors=True)
                _close(handle)

    def _generations(self) -> list[Path]:
        found = self.path.glob(f"{_GENERATION}*")
        return [path for path in found if path.name.removeprefix(_GENERATION).isdecimal() and _is_database(path)]

    def _make(self) -> bool:
        """Make the folder where it is missing, and tell whether it was."""
        is_new = not self.path.exists()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            names = {path.name for path in self.path.iterdir()}
        except FileExistsError:
            raise StoreError("is a file, not the folder of a store", file=self.path) from None
        except OSError as error:
            raise StoreError(f"cannot be opened: {error.strerror}", file=self.path) from None
        if POINTER in names:
            return False
        ours = {path.name for path in self._generations()}
        if _LOCK in names and (self.path / _LOCK).is_file() and not (self.path / _LOCK).stat().st_size:
            ours.add(_LOCK)
        other = sorted(name for name in names - ours if not name.startswith(f".{POINTER}."))
        if other:
            raise StoreError(f"is not a store, and has other things in it: {other[0]}", file=self.path)
        return is_new


def _is_database(path: Path) -> bool:
    """Tell whether a folder is a database of Oxigraph (RocksDB), or its empty beginning: only such is cleared."""
    if not path.is_dir() or path.is_symlink():
        return False
    names = [file.name for file in path.iterdir()]
    return not names or any(name in _ROCKSDB or name.endswith((".sst", ".log")) for name in names)


def is_worn(generation: Path) -> bool:
    """Tell whether many small changes have left many small files in a generation, which make queries slow."""
    sizes = (file.stat().st_size for file in generation.glob("*.sst"))
    return sum(size < _SMALL_FILE for size in sizes) > _SMALL_FILES


def copy_generation(source: Path, target: Path) -> None:
    """Copy a generation that nobody changes, cheaply: its large files never change, so that a hard link will do."""
    shutil.copytree(source, target, copy_function=_link_or_copy)


def _link_or_copy(source: str, target: str) -> None:
    if source.endswith(".sst"):
        with contextlib.suppress(OSError):  # a file system without hard links
            os.link(source, target)
            return
    shutil.copyfile(source, target)


def _open(path: Path, flags: int) -> int | None:
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"cannot be opened: {error.strerror}", file=path) from None


def _is_at(handle: int, path: Path) -> bool:
    """Tell whether an open file is the one that has this path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _close(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)  # this gives up the lock


if sys.platform == "win32":

    def _lock(handle: int, *, exclusive: bool) -> bool:  # noqa: ARG001
        """Windows has no such lock; there an open file cannot be deleted, and Oxigraph locks what it changes."""
        return True

else:
    import fcntl

    def _lock(handle: int, *, exclusive: bool) -> bool:
        """Try to lock an open file or folder; the lock ends with the process, however that ends."""
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
