"""Loading many quads into a store that nobody uses yet, while Python reads on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from operator import attrgetter
from types import TracebackType

from pyoxigraph import Quad, RdfFormat, Store, serialize

# More than two at a time take memory, and hardly less time.
_AT_ONCE = 2


class Loading:
    """Loads in threads of its own.

    Oxigraph lets go of Python's lock only while it loads bytes. To write quads as bytes, and have it read them again,
    costs a tenth in CPU time, but then two batches are sorted and written at once, beside the parsing of the next.

    Args:
        store: the store. It has all that was added when `wait` returns, or when the block of ``with`` ends.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._threads = ThreadPoolExecutor(_AT_ONCE)
        self._running: deque[Future[None]] = deque()

    def add(self, quads: Collection[Quad], stated: Collection[Quad]) -> None:
        """Begin to put quads in; wait where too many are under way.

        Args:
            quads: what goes into named graphs.
            stated: of which the triples go into the default graph.
        """
        named = serialize(quads, format=RdfFormat.N_QUADS)
        default = serialize(map(attrgetter("triple"), stated), format=RdfFormat.N_TRIPLES)
        content = (named or b"") + (default or b"")
        if b"_:" in content:  # perhaps a blank node: of that, each time it is read, another is made
            triples = (Quad(quad.subject, quad.predicate, quad.object) for quad in stated)
            self._store.bulk_extend(chain(quads, triples))
        else:
            self._start(lambda: self._store.bulk_load(content, RdfFormat.N_QUADS, lenient=True))

    def wait(self) -> None:
        """Wait until all is in.

        Raises:
            OSError: it cannot be written.
        """
        while self._running:
            self._running.popleft().result()

    def _start(self, load: Callable[[], None]) -> None:
        while len(self._running) >= _AT_ONCE:
            self._running.popleft().result()
        self._running.append(self._threads.submit(load))

    def __enter__(self) -> Loading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.wait()
        finally:
            self._threads.shutdown(cancel_futures=True)
