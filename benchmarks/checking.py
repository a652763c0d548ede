"""Checking many meetings: cold, with nothing changed, with ten files changed, and building one meeting among them.

The yardstick is PyYAML's own parser in C over the YAML of the same files, which does nothing with what it reads.
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import commands
from benchmarks.many import LAST, write_repository
from benchmarks.processes import Cost

CHANGED_FILES = 10
_YARDSTICK = """
import json, pathlib, resource, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.*")):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\\n")[1]
    yaml.load(text, Loader=yaml.CSafeLoader)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps(used.ru_utime + used.ru_stime))
"""


@dataclass(frozen=True, slots=True)
class Checks:
    """What checking one repository of ``files`` files cost; ``parsed`` are the yardstick's seconds of processor."""

    files: int
    parsed: float
    cold: Cost
    unchanged: Cost
    changed: Cost
    build: Cost | None


def measure_checks(bodies: Mapping[str, int], *, build: bool = False) -> Checks:
    """Check a repository with that many meetings of each body; ``build`` also builds one of them."""
    with TemporaryDirectory() as top:
        folder = Path(top)
        files = write_repository(folder, bodies)
        done = subprocess.run(
            [sys.executable, "-c", _YARDSTICK, str(folder)], check=True, stdout=subprocess.PIPE, text=True
        )
        cold, unchanged = (commands.run(folder, "check") for _ in range(2))
        _change_papers(folder)
        changed = commands.run(folder, "check")
        built = commands.run(folder, "build", "--jobs", "1", f"{next(iter(bodies))}/{LAST}") if build else None
        return Checks(files, float(json.loads(done.stdout)), cold, unchanged, changed, built)


def _change_papers(folder: Path) -> None:
    papers = sorted(folder.glob("meetings/*/*/papers/*.md"))
    for path in papers[:: max(1, len(papers) // CHANGED_FILES)][:CHANGED_FILES]:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nA sentence was added at {time.time_ns()}.\n")
