"""The process behind a guard: it holds the data, forks a child for each query, and tells how each child ended."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import resource
import select
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NoReturn

from pyoxigraph import Store

from kg.errors import InputError
from kg.query import queryable
from kg.rdf import read_quads
from kg.store.answering import Job, Limits, NoAnswer, answer
from kg.store.folder import StoreFolder, is_store
from kg.store.offline import go_offline
from kg.vocab import DEFAULT_BASE

_Opened = Callable[[], Store]


@dataclass(frozen=True)
class Settings:
    """What a worker is started with; a base of None is that of the store, or the usual one."""

    source: str
    base: str | None
    limits: Limits

    def to_json(self) -> str:
        """Give the settings as a line for the worker's arguments."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Read what `to_json` gives."""
        read = json.loads(text)
        return cls(read["source"], read["base"], Limits(**read["limits"]))


def run(control: socket.socket, settings: Settings) -> None:
    """Load the data, say so, and answer queries until the other end of `control` is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.ExitStack() as cleanup:
        try:
            opened, base = _open(Path(settings.source), cleanup)
        except InputError as error:
            control.sendall(
                json.dumps({"problem": error.problem, "file": str(error.file), "line": error.line}).encode()
            )
            return
        settings = replace(settings, base=settings.base or base)
        offline = go_offline()
        control.sendall(json.dumps({"base": settings.base}).encode())
        _Nursery(control, opened, settings, offline=offline).run()


def run_forked(control: socket.socket, settings: Settings) -> NoReturn:
    """Be a worker in a process that was just forked: leave behind what it has from the other."""
    try:
        os.setsid()  # Ctrl-C is for the other: this one ends when that does
        nowhere = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(nowhere, fd)
        kept = os.dup2(control.fileno(), 3) if control.fileno() != 3 else 3
        os.closerange(4, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        run(socket.socket(fileno=kept), settings)
    finally:
        os._exit(0)


def _open(source: Path, cleanup: contextlib.ExitStack) -> tuple[_Opened, str]:
    """Give what opens the data in a child, and what data IRIs begin with."""
    if is_store(source):
        folder = StoreFolder(source)
        pointer = cleanup.enter_context(folder.reading())  # others change a copy meanwhile
        generation = str(folder.generation(pointer))
        # Oxigraph starts threads, which a fork would lose: this process never opens it, its children do.
        return lambda: Store.read_only(generation), pointer.base
    store = queryable(read_quads(source))
    return lambda: store, DEFAULT_BASE


class _Nursery:
    """The children that are at work, and the two things that wake this process: a new query, a child's end."""

    def __init__(self, control: socket.socket, opened: _Opened, settings: Settings, *, offline: bool) -> None:
        self._control = control
        self._opened = opened
        self._settings = settings
        self._offline = offline
        self._status: dict[int, int] = {}  # of each child, where its end is told
        self._woken, wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        os.set_blocking(wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)

    def run(self) -> None:
        """Answer queries until nobody can ask any more."""
        control = self._control.fileno()
        while True:
            ready, _, _ = select.select([control, self._woken], [], [])
            if self._woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(self._woken, 4096)
                self._reap()
            if control in ready:
                message, fds, _, _ = socket.recv_fds(self._control, 1, 2)
                if not message:
                    break
                self._start(*fds)
        for pid in self._status:
            os.kill(pid, signal.SIGKILL)

    def _start(self, job: int, status: int) -> None:
        pid = os.fork()
        if pid == 0:
            try:
                signal.set_wakeup_fd(-1)
                self._control.close()
                for fd in (status, *self._status.values()):
                    os.close(fd)
                _child(socket.socket(fileno=job), self._opened, self._settings, offline=self._offline)
            finally:
                os._exit(0)
        os.close(job)
        self._status[pid] = status

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, code = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                fd = self._status.pop(pid)
                with contextlib.suppress(BrokenPipeError):
                    os.write(fd, str(os.waitstatus_to_exitcode(code)).encode())
                os.close(fd)


def _child(connection: socket.socket, opened: _Opened, settings: Settings, *, offline: bool) -> None:
    limits = settings.limits
    # The kernel ends this process when the alarm goes: nothing in a query can hold that up.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    store = opened()
    with connection.makefile("rb") as file:
        job = Job(**json.loads(file.read()))
    bound_memory(limits)
    flags = _end_with(connection)
    try:
        name, written = answer(store, job, limits, settings.base or DEFAULT_BASE, offline=offline)
        head = {"format": name, "size": len(written)}
    except NoAnswer as outcome:
        head, written = {"reason": outcome.reason, "problem": outcome.problem, "line": outcome.line}, b""
    fcntl.fcntl(connection, fcntl.F_SETFL, flags)
    connection.sendall(json.dumps(head).encode() + b"\n" + written)


def _end_with(connection: socket.socket) -> int:
    """Have the kernel end this process when nobody waits for its answer any more; give the connection's old flags."""
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    flags = fcntl.fcntl(connection, fcntl.F_GETFL)
    fcntl.fcntl(connection, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(connection, fcntl.F_SETFL, flags | os.O_ASYNC)
    poll = select.poll()
    poll.register(connection, 0)
    if poll.poll(0):  # the other end was closed before
        os._exit(0)
    return flags


def bound_memory(limits: Limits) -> None:
    """Let this process have only so much memory over what it has now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    run(socket.socket(fileno=int(sys.argv[1])), Settings.from_json(sys.argv[2]))
