"""Asking queries that nobody has read: each runs in a process of its own, which the kernel ends at its limits."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from kg.errors import GraphFileError, InputError, QueryError
from kg.query import Answer, Table
from kg.store.answering import TOO_DEEP, Job, Limits, Reason, too_much_memory
from kg.vocab import check_base

__all__ = ["UNBOUNDED", "Cancellation", "Guard", "Limits", "Reason", "Reply", "UntrustedQueryError"]

_LARGEST = 2**40
UNBOUNDED = Limits(seconds=10**6, memory=_LARGEST, length=_LARGEST, rows=_LARGEST, bytes=_LARGEST)
"""For queries of our own: limits that none reaches, to replace one of them."""

# A child has its alarm; this is for the time that a loaded system takes to start it, and to hand its answer over.
_GRACE = 20.0


class UntrustedQueryError(QueryError):
    """A query gets no answer: it is refused, wrong, or asks for more than it may have.

    Args:
        reason: why, for programs.
        problem: why, in one sentence.
        line: the line of the query that it is about, counted from 1.
    """

    def __init__(self, reason: Reason, problem: str, line: int | None = None) -> None:
        super().__init__(problem, line=line)
        self.reason: Reason = reason


class Cancellation:
    """Lets one thread end the query that another one asks: see `Guard.ask`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: socket.socket | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """End the query, now or as soon as it is asked."""
        with self._lock:
            self._cancelled = True
            self._shut()

    @contextlib.contextmanager
    def of(self, connection: socket.socket) -> Iterator[None]:
        """Have the query end when this is cancelled: it does when its connection is shut."""
        with self._lock:
            self._connection = connection
            if self._cancelled:
                self._shut()
        try:
            yield
        finally:
            with self._lock:
                self._connection = None

    def _shut(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True)
class Reply:
    """An answer: the name of its format (``json``, ``ttl``), and its bytes."""

    format: str
    content: bytes


class Guard:
    """Answers SPARQL queries over some data, whatever the queries are.

    A worker process holds the data. It forks a child for each query: the child is bounded in wall-clock time and
    memory by the kernel, has no network, and ends with its query. `ask` may be called from several threads at once.

        with Guard(Path("build/graph.trig")) as guard:
            guard.ask("ASK { ?x a kg:Agreement }").content

    Args:
        source: a file of RDF, a folder of such files, or the folder of a store, which is asked as it is now.
        limits: what each query may use.
        base: what data IRIs begin with; by default what they do in a store, else the usual.

    Attributes:
        base: what data IRIs begin with.

    Raises:
        GraphFileError: the source cannot be read.
        InputError: this system has no means to bound a process.
    """

    def __init__(self, source: Path | str, limits: Limits | None = None, base: str | None = None) -> None:
        self.limits = limits or Limits()
        if not sys.platform.startswith("linux"):
            raise InputError("untrusted queries need Linux: kg knows no way to bound a query's memory on this system")
        self._settings = (Path(source), None if base is None else check_base(base))
        self._lock = threading.Lock()
        self._start()

    def ask(
        self,
        query: str,
        results: str | None = "json",
        triples: str | None = "ttl",
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        cancellation: Cancellation | None = None,
    ) -> Reply:
        """Answer a query.

        Args:
            query: the query; the prefixes of the ontology and of data need not be declared.
            results: the format for SELECT and ASK: ``json``, ``xml``, ``csv`` or ``tsv``; None if none would do.
            triples: the format for CONSTRUCT and DESCRIBE: ``ttl``, ``nt``, ``jsonld`` or ``rdf`` (RDF/XML); likewise.
            default_graphs: the IRIs of the graphs to ask, in place of the union of all.
            named_graphs: the IRIs of those that ``GRAPH`` finds, in place of all.
            cancellation: by which another thread can end the query.

        Raises:
            UntrustedQueryError: there is no answer; it says why.
        """
        try:
            length = len(query.encode())
        except UnicodeEncodeError:
            raise UntrustedQueryError("invalid", "the query has half a character: a lone surrogate") from None
        if length > self.limits.length:
            raise UntrustedQueryError("length", f"the query is longer than {self.limits.length} bytes")
        job = Job(query, results, triples, tuple(default_graphs), tuple(named_graphs))
        ours, childs = socket.socketpair()
        told, tell = os.pipe()
        with ours, os.fdopen(told, "rb") as end:
            try:
                self._hand_over(childs.fileno(), tell)
            finally:
                childs.close()
                os.close(tell)
            ours.settimeout(self.limits.seconds + _GRACE)
            try:
                with (cancellation or Cancellation()).of(ours):
                    received = _exchange(ours, json.dumps(asdict(job)).encode())
                status = end.read()
            except TimeoutError:
                received, status = b"", str(-signal.SIGALRM).encode()
        return self._reply(received, int(status or b"0"))

    def answer(self, query: str) -> Answer:
        """Answer a query as `kg.query.ask` does: with a `Table`, a truth value, or triples.

        Raises:
            UntrustedQueryError: there is no answer; it says why.
        """
        reply = self.ask(query, "json", "nt")
        if reply.format == "nt":
            return tuple(quad.triple for quad in parse(reply.content, format=RdfFormat.N_TRIPLES))
        found = parse_query_results(reply.content, format=QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return bool(found)
        columns = tuple(variable.value for variable in found.variables)
        return Table(columns, tuple(tuple(solution[name] for name in columns) for solution in found))

    def close(self) -> None:
        """End the worker and whatever it is answering."""
        self._control.close()
        if isinstance(self._worker, int):
            os.waitpid(self._worker, 0)
        else:
            self._worker.wait()

    def __enter__(self) -> Guard:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        source, base = self._settings
        with theirs:
            self._worker = _worker(theirs, source, base, self.limits)
        told = json.loads(
            self._control.recv(65536) or b'{"problem": "cannot be read: the process that reads it ended"}'
        )
        if "problem" in told:
            self.close()
            raise GraphFileError(told["problem"], file=told.get("file", source), line=told.get("line"))
        self.base: str = told["base"]

    def _hand_over(self, connection: int, status: int) -> None:
        with self._lock:
            try:
                socket.send_fds(self._control, [b"?"], [connection, status])
            except OSError:  # somebody ended the worker: a new one is as good
                self.close()
                self._start()
                socket.send_fds(self._control, [b"?"], [connection, status])

    def _reply(self, received: bytes, exit_code: int) -> Reply:
        head, newline, content = received.partition(b"\n")
        if newline:
            told = json.loads(head)
            if "reason" in told:
                raise UntrustedQueryError(told["reason"], told["problem"], told["line"])
            if told["size"] == len(content):
                return Reply(told["format"], content)
        raise UntrustedQueryError(*self._why(exit_code))

    def _why(self, exit_code: int) -> tuple[Reason, str]:
        match -exit_code:
            case signal.SIGALRM:
                return "time", f"the query takes longer than {self.limits.seconds:g} seconds"
            case signal.SIGSEGV | signal.SIGBUS:  # the stack overflows
                return "depth", TOO_DEEP
            case signal.SIGABRT | signal.SIGKILL:  # Rust found no memory; or the system had none left
                return "memory", too_much_memory(self.limits)
            case signal.SIGIO:
                return "failed", "the query was cancelled"
            case _:
                return "failed", "the query cannot be answered: the process that answered it ended"


def _exchange(connection: socket.socket, job: bytes) -> bytes:
    try:
        connection.sendall(job)
        connection.shutdown(socket.SHUT_WR)
        chunks = list(iter(lambda: connection.recv(1 << 16), b""))
    except (BrokenPipeError, ConnectionResetError):  # the child has ended: how, its status tells
        return b""
    return b"".join(chunks)


def _worker(control: socket.socket, source: Path, base: str | None, limits: Limits) -> int | subprocess.Popen[bytes]:
    """Start a worker: by a fork where this process has one thread (a new interpreter takes a second), else anew."""
    from kg.store import worker  # it needs what only Unix has

    settings = worker.Settings(str(source), base, limits)
    if _threads() > 1:  # they would be missing in a fork
        code = str(Path(worker.__file__).parents[2])
        return subprocess.Popen(  # noqa: S603 - nothing in it comes from a query
            [sys.executable, "-P", "-m", worker.__name__, str(control.fileno()), settings.to_json()],
            pass_fds=[control.fileno()],
            env={"PYTHONPATH": code, "PATH": os.defpath, "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us: the worker ends when we do
        )
    pid = os.fork()
    if pid == 0:
        worker.run_forked(control, settings)
    return pid


def _threads() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())
