"""Whether anything has changed since the last build, found out without reading a record.

A build keeps the size, the times and the digest of every file that it read and wrote. The next one looks at sizes and
times first, reads only files for which those differ, and imports nothing heavy. The program itself counts as well: a
new version of it, or of a library, is a change.
"""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from govdocs import __version__
from govdocs.errors import CannotGoOnError
from govdocs.history.head import head_commit
from govdocs.workflow.folder import FOLDER, own_folder
from govdocs.workflow.settings import Format, Settings
from govdocs.writing import put_file, take_bytes

#: Where everything lies that a build may read.
SOURCES = ("govdocs.yaml", "govdocs-baseline.json", "meetings", "records", "templates")
#: Papers may show pictures that lie anywhere in the repository, a logo for example.
_PICTURES = (".jpeg", ".jpg", ".png", ".svg")
#: A file that was saved so shortly before it was looked at may have been saved again within the same tick of its clock.
_RECENT_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for: the same request gives the same outputs as long as nothing changes."""

    settings: Settings
    meetings: tuple[str, ...]
    formats: tuple[Format, ...]
    out: Path

    @property
    def key(self) -> str:
        """The same for the same request."""
        day = self.settings.now.isoformat() if self.settings.pinned else ""
        kinds = tuple(kind.value for kind in self.formats)
        settings = self.settings
        facts = (self.meetings, kinds, settings.stage.value, settings.audience, settings.large_print, str(self.out))
        return hashlib.sha256(repr((facts, day)).encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build for a request had to say.

    ``moment`` is when it was, in UTC. ``findings`` counts what was found by the word for its severity; errors may be
    among them, in a draft. ``outputs`` are in the order of the pack, which comes last.
    """

    moment: datetime
    findings: Mapping[str, int]
    outputs: tuple[Path, ...]


#: A file's size, its times of content and of state in nanoseconds, and the SHA-256 of its content.
Look = tuple[int, int, int, str]
Snapshot = Mapping[str, Look]


def take_snapshot(root: Path) -> Snapshot:
    """How all records are now; taken before they are read, so that what is saved meanwhile counts as a change."""
    moment = _disk_time(root)
    return {path: look for path in _sources(root) if (look := _look(root / path, moment)) is not None}


def is_as_it_was(root: Path, sources: Snapshot) -> bool:
    """Whether all records are as they were when the snapshot was taken.

    Raises:
        OSError: a record cannot be read.
    """
    return set(_sources(root)) == set(sources) and _are_as_they_were(
        {f"{root}/{path}": look for path, look in sources.items()}
    )


def remember(request: Request, sources: Snapshot, last: LastBuild, *, by_the_clock: bool) -> None:
    """Keep what a build saw and wrote; ``by_the_clock`` says that its findings hold for one day only."""
    moment = _disk_time(request.settings.root)
    looks = {str(path): look for path in last.outputs if (look := _look(path, moment)) is not None}
    data = {
        "program": program_state(),
        "head": head_commit(request.settings.root),
        "day": request.settings.now.date().isoformat() if by_the_clock else "",
        "sources": sources,
        "outputs": looks,
        "moment": last.moment.isoformat(),
        "findings": last.findings,
    }
    with contextlib.suppress(OSError, CannotGoOnError):
        put_file(
            own_folder(request.settings.root) / f"{request.key}.last.json", json.dumps(data).encode(), lasting=False
        )


def forget(request: Request) -> None:
    """Forget the last build for a request, before a new one that may fail."""
    with contextlib.suppress(OSError):
        (request.settings.root / FOLDER / f"{request.key}.last.json").unlink()


def find_unchanged(request: Request) -> LastBuild | None:
    """The last build for ``request`` if a new one would give the same, else None."""
    root = request.settings.root
    try:
        data = json.loads((root / FOLDER / f"{request.key}.last.json").read_bytes())
        last = LastBuild(
            datetime.fromisoformat(data["moment"]),
            {str(word): int(count) for word, count in data["findings"].items()},
            tuple(Path(path) for path in data["outputs"]),
        )
        same = (
            data["day"] in ("", request.settings.now.date().isoformat())
            and data["program"] == program_state()
            and is_as_it_was(root, data["sources"])
            and _are_as_they_were(data["outputs"])
            and not any(_is_cut_short(folder) for folder in {path.parent for path in last.outputs})
            and data["head"] == head_commit(root)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return last if same else None


def _sources(root: Path) -> Iterable[str]:
    """The paths of all files that a build may read."""
    for name in SOURCES:
        if (root / name).is_dir():
            for top, folders, names in os.walk(root / name):
                folders.sort()
                below = Path(top).relative_to(root).as_posix()
                yield from (f"{below}/{each}" for each in sorted(names))
        elif os.path.lexists(root / name):
            yield name
    for top, folders, names in os.walk(root):
        here = Path(top).relative_to(root)
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and (here / each).as_posix() not in SOURCES
        )
        yield from ((here / each).as_posix() for each in sorted(names) if each.lower().endswith(_PICTURES))


def _disk_time(root: Path) -> int:
    """The time now by the clock that dates the files, in nanoseconds; 0 where it cannot be told."""
    with contextlib.suppress(OSError, CannotGoOnError):
        touched = own_folder(root) / ".gitignore"
        os.utime(touched)
        return touched.stat().st_mtime_ns
    return 0


def _look(path: Path, moment: int) -> Look | None:
    try:
        facts = path.stat()
        content = hashlib.sha256(take_bytes(path)).hexdigest()
    except OSError:
        return None
    if max(facts.st_mtime_ns, facts.st_ctime_ns) > moment - _RECENT_NS:
        return facts.st_size, 0, 0, content  # times that will not be met again: the digest decides
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, content


def _are_as_they_were(looks: Mapping[str, Sequence[Any]]) -> bool:
    for path, (size, changed, state, content) in looks.items():
        facts = os.stat(path)  # noqa: PTH116 - see above
        if (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns) == (size, changed, state):
            continue
        if facts.st_size != size or hashlib.sha256(take_bytes(Path(path))).hexdigest() != content:
            return False
    return True


def _is_cut_short(folder: Path) -> bool:
    """Whether a build that was killed left something for the next one to take away."""
    return any(name.startswith(f".{folder.name}.") for name in os.listdir(folder.parent))  # noqa: PTH208


@cache
def program_state() -> str:
    """What stands for the program: its own files, the libraries beside it, and the system's."""
    top = Path(__file__).parents[1]
    facts: list[object] = [__version__, sys.version, sys.prefix]
    for folder, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):
                state = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
                facts.append((folder, name, state.st_size, state.st_mtime_ns))
    for folder in sys.path:
        with contextlib.suppress(OSError):
            facts.append(sorted(name for name in os.listdir(folder or ".") if name.endswith(".dist-info")))  # noqa: PTH208
    with contextlib.suppress(OSError):
        # The linker writes it anew whenever a library of the system is installed.
        facts.append(os.stat("/etc/ld.so.cache").st_mtime_ns)  # noqa: PTH116
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()
