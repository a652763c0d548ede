"""One folder put in another's place in a single step, and what a step that was cut short left behind put right.

A release is put together in a hidden folder beside its place. Where the system can exchange two folders, as Linux and
macOS can, there is no moment at which anybody sees anything but the old release or the new one, whatever is killed
when. Elsewhere the old folder is moved aside for an instant; `heal` moves it back if the instant was the last one.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from govdocs.publish.manifest import NAME, Manifest, digest, read_manifest

_SUFFIX = ".partial"
_ASIDE = f".aside{_SUFFIX}"
#: In a folder that is not yet complete: everything in it is a copy.
_MARK = ".incomplete"
_AT_WORKING_FOLDER = -100
_EXCHANGE = 2
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def begin_folder(place: Path) -> Path:
    """A new hidden folder beside ``place``, marked as incomplete.

    Raises:
        OSError: it cannot be made.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    begun = place.with_name(f".{place.name}.{os.getpid()}{_SUFFIX}")
    begun.mkdir()
    (begun / _MARK).touch()
    return begun


def switch(complete: Path, place: Path) -> None:
    """Put a folder that was begun in its ``place``; what was there is where ``complete`` was, or gone.

    Raises:
        OSError: it cannot be put there; ``place`` is as it was.
    """
    (complete / _MARK).unlink()
    _settle(complete)
    if not place.exists():
        complete.rename(place)
    elif not _exchange(complete, place):
        aside = place.with_name(f".{place.name}.{os.getpid()}{_ASIDE}")
        place.rename(aside)
        try:
            complete.rename(place)
        except OSError:
            aside.rename(place)
            raise
    _settle(place.parent)


def heal(place: Path) -> None:
    """Take away what earlier steps left beside ``place``; a file that no build made is moved back, never lost."""
    for left in leftovers(place):
        with contextlib.suppress(OSError):
            if left.name.endswith(_ASIDE) and not place.exists():
                left.rename(place)
            elif (left / _MARK).exists():
                shutil.rmtree(left)
            else:
                _fold(left, place)


def leftovers(place: Path) -> list[Path]:
    """What steps that were cut short left beside ``place``."""
    if not place.parent.is_dir():
        return []
    found = (path for path in place.parent.iterdir() if path.name.startswith(f".{place.name}."))
    # What was moved aside comes first: it goes back to its place.
    return sorted((path for path in found if path.name.endswith(_SUFFIX) and path.is_dir()), reverse=True)


def files_below(folder: Path) -> Iterator[str]:
    """The paths of all files and links below ``folder``, with forward slashes, in order."""
    for top, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(links))
        for name in sorted((*names, *links)):
            yield (Path(top) / name).relative_to(folder).as_posix()


def _fold(left: Path, place: Path) -> None:
    """Take an old release away; what somebody put there in the last moment goes to the new one."""
    old, new = _manifest(left), _manifest(place)
    # The manifest last: cut short, the next command must still know which files are outputs.
    for path in sorted(files_below(left), key=lambda path: path == NAME):
        mine, theirs = left / path, place / path
        replaced = path == NAME or path in new.outputs
        if replaced or (path in old.outputs and digest(mine.read_bytes()) == old.outputs[path].sha256):
            mine.unlink()
        elif not os.path.lexists(theirs):
            theirs.parent.mkdir(parents=True, exist_ok=True)
            mine.rename(theirs)
        elif mine.samefile(theirs) or mine.read_bytes() == theirs.read_bytes():
            mine.unlink()
    for top, _, _ in os.walk(left, topdown=False):
        with contextlib.suppress(OSError):
            Path(top).rmdir()


def _manifest(folder: Path) -> Manifest:
    with contextlib.suppress(OSError):
        return read_manifest((folder / NAME).read_bytes()) or Manifest({})
    return Manifest({})


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot do that."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_AT_WORKING_FOLDER, first, _AT_WORKING_FOLDER, second, _EXCHANGE)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(first, second, _EXCHANGE)
    else:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _settle(folder: Path) -> None:
    """Let the disk remember what the folder lists, also when the power fails."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
