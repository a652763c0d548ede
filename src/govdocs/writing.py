"""The one way to put a file in place: whole or not at all; and to take one up without waiting for it for ever."""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from govdocs.errors import CannotGoOnError


def take_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file. A pipe would be waited for, and a device read, without an end.

    Raises:
        OSError: it cannot be read, or is no ordinary file.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "no ordinary file")
    return path.read_bytes()


def put_file(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Put ``content`` at ``path``: readers see the old file or the new one, never a part.

    What need not outlive a power failure, being made again easily, is not ``lasting`` and put there much sooner.

    Raises:
        CannotGoOnError: the folder cannot be written to or the disk is full; the old file is untouched.
    """
    place_file(stage_file(path, content, lasting=lasting), path)


def stage_file(path: Path, content: bytes, *, lasting: bool = True) -> Path:
    """Write ``content`` whole beside ``path``, to be put in place later; the result is where it lies.

    Several files that belong together are all staged before the first of them is placed: what can fail has failed by
    then, and nothing has been replaced.

    Raises:
        CannotGoOnError: the folder cannot be written to or the disk is full; nothing is left behind.
    """
    partial = ""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        Path(partial).chmod(0o644)
    except OSError as error:
        if partial:
            discard_file(Path(partial))
        raise _cannot_write(path, error) from error
    return Path(partial)


def place_file(partial: Path, path: Path) -> None:
    """Put a staged file in its place.

    Raises:
        CannotGoOnError: the folder cannot be written to any more; the old file is untouched.
    """
    try:
        partial.replace(path)
    except OSError as error:
        discard_file(partial)
        raise _cannot_write(path, error) from error


def discard_file(partial: Path) -> None:
    """Take a staged file away that will not be placed."""
    with contextlib.suppress(OSError):
        partial.unlink()


def _cannot_write(path: Path, error: OSError) -> CannotGoOnError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    cure = "free some space" if full else "close it in other programs, or choose a folder that you may write to"
    return CannotGoOnError(
        f"cannot write {path}: {error.strerror or error}", hint=f"{cure}; the previous file is unchanged"
    )
