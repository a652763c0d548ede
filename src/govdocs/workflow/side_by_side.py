"""Jobs done on all cores at once, by processes that are copies of this one and so know all that it has read."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from govdocs.errors import CannotGoOnError

T = TypeVar("T")

_WAY = "fork"
_LOOK_SECONDS = 0.5


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(jobs: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """What each job gives, in their order; by this process alone where it may not be copied, or for one worker.

    Raises:
        CannotGoOnError: a worker died, for want of memory for example.
    """
    workers = min(workers, len(jobs))
    if workers < 2 or not _may_be_copied():  # noqa: PLR2004 - one is this process
        return [job() for job in jobs]
    gc.freeze()  # what is there already is not looked through again, and stays shared
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context(_WAY), _begin, (jobs,)) as pool:
            try:
                return list(pool.map(_do, range(len(jobs))))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool as error:
        raise CannotGoOnError(
            "a worker process ended before its meetings were checked",
            hint="close other programs to free memory, or try again with `--jobs 1`",
        ) from error
    finally:
        gc.unfreeze()


def _may_be_copied() -> bool:
    """A copy has none of the threads that this process has, and would wait for ever for what they hold."""
    return _WAY in multiprocessing.get_all_start_methods() and threading.active_count() == 1


_jobs: Sequence[Callable[[], Any]] = ()


def _begin(jobs: Sequence[Callable[[], Any]]) -> None:
    """Remember the jobs, and end at Ctrl-C, or when the process that these are done for was killed."""
    global _jobs  # noqa: PLW0603 - what a worker is for
    _jobs = jobs
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    origin = os.getppid()

    def watch() -> None:
        while os.getppid() == origin:
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(number: int) -> Any:
    return _jobs[number]()
