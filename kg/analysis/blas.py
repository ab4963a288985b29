"""Which library multiplies matrices, and with how many threads: NumPy's own, with one.

thinc, on which spaCy computes, comes with BLIS, which on processors that it does not know (newer ones of AMD) takes two
to four times as long as the OpenBLAS within NumPy; on others they are about equal. The results are the same. Matrices
are so small here that a second thread waits more than it works.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def numpy_blas() -> Iterator[None]:
    """Let pipelines that are made or loaded here multiply with NumPy's BLAS; a GPU's and Apple's are left alone."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def one_thread() -> AbstractContextManager[object]:
    """Multiply with one thread as long as this lasts; NumPy must be loaded."""
    limits: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limits


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
