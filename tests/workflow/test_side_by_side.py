"""Jobs on several cores: results in their order, and nothing that hangs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from benchmarks.many import write_repository

from govdocs.errors import CannotGoOnError
from govdocs.workflow.side_by_side import side_by_side

SLOW = "import time; from govdocs.workflow.side_by_side import side_by_side; print('begun', flush=True); "


def number_and_process(number: int) -> tuple[int, int]:
    time.sleep(0.01)
    return number, os.getpid()


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    results = side_by_side([partial(number_and_process, number) for number in range(20)], workers)
    assert [number for number, _ in results] == list(range(20))
    assert ({process for _, process in results} == {os.getpid()}) == (workers == 1)


def test_what_a_job_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError, match="division"):
        side_by_side([lambda: 1 // 0, lambda: 1], 2)


def test_a_worker_that_dies_ends_the_work() -> None:
    jobs: list[Callable[[], None]] = [lambda: os.kill(os.getpid(), signal.SIGKILL), partial(time.sleep, 30)]
    with pytest.raises(CannotGoOnError, match="a worker process ended"):
        side_by_side(jobs, 2)


@pytest.mark.parametrize("whom", ["all", "the first"])
def test_ctrl_c_ends_all_at_once_and_without_a_word(whom: str) -> None:
    program = SLOW + "side_by_side([lambda: time.sleep(30)] * 3, 3)"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(0.3)
        if whom == "all":
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=10)  # ends only when no worker holds the streams any more
    assert said.count(b"Traceback") == 1
    assert said.rstrip().endswith(b"KeyboardInterrupt")


def test_a_check_on_several_cores_says_what_one_core_says(tmp_path: Path) -> None:
    write_repository(tmp_path, {"board": 8, "panel": 6})
    command = [sys.executable, "-m", "govdocs", "check", "--no-cache", "--format", "json"]
    program = (
        "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); os.execv(sys.argv[1], sys.argv[1:])"
    )
    one = [sys.executable, "-c", program, *command] if hasattr(os, "sched_setaffinity") else command
    said = [subprocess.run(each, cwd=tmp_path, capture_output=True, check=False).stdout for each in (command, one)]
    assert said[0]
    assert said[0] == said[1]
