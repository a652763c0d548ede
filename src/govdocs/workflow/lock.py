"""One build at a time into one folder."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from govdocs.errors import CannotGoOnError
from govdocs.workflow.folder import own_folder


@contextlib.contextmanager
def only_build(root: Path, out: Path) -> Iterator[None]:
    """Keep other builds of the records in ``root`` out of the folder ``out`` while the block runs.

    The system gives the lock back when a process ends, however it ends: none is ever left behind. Where nothing can be
    written beside the records there is no lock; each release is still put in place in one step.

    Raises:
        CannotGoOnError: another build is at work.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:16]
    try:
        folder = own_folder(root)
        handle = os.open(folder / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        yield
        return
    try:
        if not _lock(handle):
            who = os.read(handle, 20).decode("ascii", "ignore").strip()
            raise CannotGoOnError(
                f"another build{f' (process {who})' if who else ''} is writing to {out}",
                hint="wait until it has ended, then try again",
            )
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Take the lock if nobody has it. It belongs to this process alone and not to its workers."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there is none elsewhere

            os.lseek(handle, 1024, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
