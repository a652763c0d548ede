"""The commands that a secretary runs, on the example of this repository, each as a process of its own."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
MEETING = "ccb/2018-06-21"

COMMANDS: dict[str, tuple[str, ...]] = {
    "govdocs --version": ("--version",),
    "govdocs check": ("check",),
    f"govdocs build {MEETING}": ("build", MEETING, "--stage", "draft"),
}


def run_command(arguments: Sequence[str]) -> float:
    """The seconds that one command takes from start to end; what it writes goes to a folder that is thrown away."""
    program = "from govdocs.cli.main import run; run()"
    with TemporaryDirectory() as out:
        where = {"build": ["--folder", str(ROOT), "--out", out], "check": ["--folder", str(ROOT)]}
        command = [sys.executable, "-c", program, *arguments, *where.get(arguments[0], [])]
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - started
    # 1 says that errors were found: the time counts all the same.
    if done.returncode not in (0, 1):
        raise SystemExit(f"`govdocs {' '.join(arguments)}` ended with {done.returncode}:\n{done.stderr}")
    return seconds
