"""Jobs done on all cores at once, by processes that are copies of this one and so know all that it has read."""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, TypeVar

from govdocs.errors import CannotGoOnError

T = TypeVar("T")

_WAY: Final = "fork"


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process that does one job after another; the line to it carries the numbers of jobs there, and results back."""

    process: BaseProcess
    line: Connection


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def side_by_side(jobs: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """What each job gives, in their order; by this process alone where it may not be copied, or for one worker.

    What a job raises is raised here. Whatever happens, no worker is left behind.

    Raises:
        CannotGoOnError: a worker died, for want of memory for example.
    """
    workers = min(workers, len(jobs))
    if workers < 2 or not _may_be_copied():  # noqa: PLR2004 - one is this process
        return [job() for job in jobs]
    staff: list[_Worker] = []
    try:
        for _ in range(workers):
            staff.append(_hire(jobs, staff))
        return _hand_out(jobs, staff)
    except (EOFError, ConnectionError) as error:
        raise CannotGoOnError(
            "a worker process ended before its meetings were checked",
            hint="close other programs to free memory, then try again; nothing was replaced",
        ) from error
    finally:
        for worker in staff:
            worker.line.close()
            worker.process.terminate()
        for worker in staff:
            worker.process.join()


@contextlib.contextmanager
def left_alone() -> Iterator[None]:
    """What is there already is not looked through for what can be thrown away; copies of this process share it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _may_be_copied() -> bool:
    """A copy has none of the threads that this process has, and would wait for ever for what they hold.

    The libraries of macOS begin threads of their own, which nobody sees.
    """
    can_be = _WAY in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return can_be and threading.active_count() == 1


def _hire(jobs: Sequence[Callable[[], T]], staff: Sequence[_Worker]) -> _Worker:
    """One more worker; it lets go of the lines to the others, so that each of them ends where this one does not."""
    here, there = multiprocessing.Pipe()
    lines = (here, *(worker.line for worker in staff))
    process = multiprocessing.get_context(_WAY).Process(target=_work, args=(jobs, there, lines), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _hand_out(jobs: Sequence[Callable[[], T]], staff: Sequence[_Worker]) -> list[T]:
    results: dict[int, T] = {}
    waiting = iter(range(len(jobs)))
    for worker in staff:
        worker.line.send(next(waiting))
    while len(results) < len(jobs):
        for line in wait([worker.line for worker in staff]):
            assert isinstance(line, Connection)  # noqa: S101 - nothing else is waited for
            number, result, error = line.recv()
            if error is not None:
                raise error
            results[number] = result
            following = next(waiting, None)
            if following is not None:
                line.send(following)
    return [results[number] for number in range(len(jobs))]


def _work(jobs: Sequence[Callable[[], T]], line: Connection, others: Sequence[Connection]) -> None:
    """Do jobs until the line is cut. Ctrl-C is for the process that asked for them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()
    try:
        while True:
            number = line.recv()
            try:
                line.send((number, jobs[number](), None))
            except Exception as error:  # noqa: BLE001 - it is raised where the job was asked for
                error.add_note(f"in a worker:\n{traceback.format_exc()}")
                line.send((number, None, error))
    except (EOFError, ConnectionError):
        return
