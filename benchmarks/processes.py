"""What a command costs, with all the processes that it starts and leaves behind."""

import ctypes
import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SUBREAPER = 36
_MIB = 1024
"""The kernel counts memory in KiB."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took: seconds from start to end, seconds of processor in all its processes.

    ``mib`` is the most memory that the command's own process had, ``worker_mib`` that of the largest of the others.
    """

    seconds: float
    processor: float
    mib: float
    worker_mib: float
    status: int
    out: str
    err: str


def measure(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a command to its end.

    Processes that outlive it, as those that workers are forked from do for an instant, are handed to this one (Linux
    only), so that their time is counted.
    """
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    ours = _children()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        out, err = _read(process)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
    largest = _wait_for_the_rest(ours)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, processor, used.ru_maxrss / _MIB, largest / _MIB, process.returncode, out, err)


def _read(process: "subprocess.Popen[str]") -> tuple[str, str]:
    assert process.stdout is not None and process.stderr is not None  # noqa: PT018, S101 - both are pipes
    return process.stdout.read(), process.stderr.read()


def _children() -> frozenset[int]:
    """The processes that this one is the parent of (Linux only)."""
    lists = Path("/proc/self/task").glob("*/children")
    return frozenset(int(pid) for each in lists for pid in each.read_text(encoding="ascii").split())


def _wait_for_the_rest(ours: frozenset[int]) -> float:
    """Wait for what was handed to this process; its own children, ``ours``, may live on. KiB of the largest."""
    largest = 0
    while left := _children() - ours:
        for pid in left:
            _, _, used = os.wait4(pid, 0)
            largest = max(largest, used.ru_maxrss)
    return largest
