"""Processes that lay out PDFs, the slow part of a build.

They are forked from one process that has loaded the engine, which takes most of a second. That process is begun while
the records are still being read, so that nobody waits for it; and the build itself never loads the engine.
"""

import gc
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker

from govdocs.errors import CannotGoOnError

_WAY = "forkserver"
#: What the engine makes is mostly kept until its document is done: looking through it less often saves a tenth of the
#: time, and costs a few MiB.
_COLLECT_AFTER = (20_000, 20, 50)
_LOOK_SECONDS = 0.5


def can_start() -> bool:
    """Whether this system can fork; where it cannot, everything is written one after the other."""
    return _WAY in multiprocessing.get_all_start_methods()


def workers(jobs: int | None) -> int:
    """How many processes are at work: those asked for, else one a core."""
    return jobs or os.cpu_count() or 1


def warm_up(jobs: int | None) -> None:
    """Begin to load the engine beside this process, unless it is to write everything by itself."""
    if workers(jobs) > 1 and can_start():
        multiprocessing.set_forkserver_preload(["govdocs.workflow.engine"])
        resource_tracker.ensure_running()  # it lets signals through again when it begins: so it begins first
        # Ctrl-C is for the build: what it has begun ends with it, without words of its own.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def presses(number: int) -> Iterator[ProcessPoolExecutor]:
    """So many processes, as long as the block runs.

    Raises:
        CannotGoOnError: one of them died, for want of memory for example.
    """
    try:
        with (
            tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as folder,
            ProcessPoolExecutor(number, multiprocessing.get_context(_WAY), _begin, (folder,)) as pool,
        ):
            try:
                yield pool
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool as error:
        raise CannotGoOnError(
            "a worker process ended before its document was written",
            hint="close other programs to free memory, or try again with `--jobs 1`; nothing was replaced",
        ) from error


def _begin(folder: str) -> None:
    """Let a worker end at Ctrl-C, and when the build that it works for is killed, which it would never notice.

    What it keeps for a while is in ``folder``: a worker ends without tidying up, so the build does it.
    """
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    gc.set_threshold(*_COLLECT_AFTER)
    origin = os.getppid()

    def watch() -> None:
        while os.getppid() == origin:
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
