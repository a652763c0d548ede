"""Commands as a secretary runs them, each as a process of its own, over records that are thrown away afterwards."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.processes import Cost, measure

ROOT = Path(__file__).parent.parent
RECORDS = ("govdocs.yaml", "records", "meetings", "templates")
MEETING = "ccb/2018-06-21"
PAPER = f"meetings/{MEETING}/papers/frailty.md"


def copy_example(folder: Path) -> Path:
    """The records of this repository, committed in a new repository."""
    folder.mkdir(parents=True)
    for name in RECORDS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit everything."""
    who = [word for name in ("name", "email") for word in ("-c", f"user.{name}=bench")]
    subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
    subprocess.run(["git", *who, "commit", "--quiet", "--message", "bench"], cwd=folder, check=True)


def change_paper(folder: Path) -> None:
    """Add a sentence to one paper and commit it."""
    with (folder / PAPER).open("a", encoding="utf-8") as file:
        file.write(f"\nA sentence added at {time.time_ns()}.\n")
    commit(folder)


def run(folder: Path, *words: str) -> Cost:
    """Run one command of govdocs in ``folder``."""
    command = [sys.executable, "-c", "from govdocs.cli.main import run; run()", *words]
    cost = measure(command, folder)
    # 1 says that errors were found: the time counts all the same.
    if cost.status not in (0, 1):
        raise SystemExit(f"`govdocs {' '.join(words)}` ended with {cost.status}:\n{cost.err}")
    return cost
