"""The command `govdocs`: called within the test's own process, or run as its users run it."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from govdocs.cli.main import main

#: Beside the interpreter that runs the tests.
GOVDOCS = Path(sys.executable).parent / "govdocs"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it printed."""
        return self.out + self.err


def call(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str) -> Ran:
    """Call the command in this process, on the records in ``folder``."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        status = main(arguments)
    finally:
        os.chdir(before)
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)


def run(
    folder: Path,
    *arguments: str,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
) -> Ran:
    """Run the installed command as a process of its own in ``folder``; ``prepare`` runs in that process first."""
    done = subprocess.run(
        [GOVDOCS, *arguments],
        cwd=folder,
        env=clean_environment(folder) | dict(env or {}),
        preexec_fn=prepare,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def clean_environment(home: Path) -> dict[str, str]:
    """An environment without settings of the machine's user; no compiled module is left half-written either."""
    path = f"{GOVDOCS.parent}:/usr/bin:/bin"
    return {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


def workers_of(process: "subprocess.Popen[str]") -> list[int]:
    """The processes that lay out its PDFs, as soon as there are any: those that its own processes have started."""
    for _ in range(600):
        assert process.poll() is None, process.communicate()
        forks = [child for child in _children(process.pid) if _forks(child)]
        found = [worker for child in forks for worker in _children(child) if _forks(worker)]
        time.sleep(0.1)  # what the engine starts to find its libraries is another program, or gone, by then
        if lasting := [worker for worker in found if _forks(worker)]:
            return lasting
    raise AssertionError("no worker was started")


def _forks(pid: int) -> bool:
    """Whether a process is the one that the workers come from, or such a worker, and no git for example."""
    with contextlib.suppress(FileNotFoundError):
        return b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def _children(pid: int) -> list[int]:
    with contextlib.suppress(FileNotFoundError):  # it has just ended
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    return []


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with its content, but for the cache: two of them are equal where nothing changed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".govdocs" not in path.parts
    }
