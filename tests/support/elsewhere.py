"""Builds as other people would run them: on another day, in another country, with other habits."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support.built_example import HERE

# Every clock that Python code can read, moved on; the command line's own as well.
_RUN = """
import sys, time
from datetime import datetime, timedelta
days = int(sys.argv.pop(1))
real = {name: getattr(time, name) for name in ("time", "localtime", "gmtime")}
time.time = lambda: real["time"]() + days * 86400
time.time_ns = lambda: int(time.time() * 10**9)
for name in ("localtime", "gmtime"):
    setattr(time, name, lambda moment=None, read=real[name]: read(time.time() if moment is None else moment))
import govdocs.cli.options
class Later(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + timedelta(days=days)
govdocs.cli.options.datetime = Later
from govdocs.cli.main import run
run()
"""


@dataclass(frozen=True)
class Elsewhere:
    """Circumstances that must not matter."""

    days_later: int
    zone: str
    language: str
    hash_seed: str
    umask: int
    jobs: int


HERE_AND_NOW = Elsewhere(0, "Europe/London", "C.UTF-8", "0", 0o022, 1)
FAR_AWAY = Elsewhere(4321, "Pacific/Kiritimati", "C", "77", 0o077, 2)


def build_elsewhere(root: Path, place: Elsewhere) -> dict[str, bytes]:
    """All outputs by path of ``govdocs build`` in the repository ``root``, in every format."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "GIT_", "SOURCE_DATE"))},
        "TZ": place.zone,
        "LANG": place.language,
        "PYTHONHASHSEED": place.hash_seed,
        "PYTHONPATH": str(HERE / "src"),
    }
    words = ["build", "--to", "pdf,docx,html", "--jobs", str(place.jobs)]
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(place.days_later), *words],
        cwd=root,
        env=environment,
        umask=place.umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    out = root / "build"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that only one build has, and those whose bytes are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
