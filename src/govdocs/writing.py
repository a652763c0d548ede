"""The one way to put a file in place: whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from govdocs.errors import CannotGoOnError


def put_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: readers see the old file or the new one, never a part.

    Raises:
        CannotGoOnError: the folder cannot be written to or the disk is full; the old file is untouched.
    """
    partial = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).chmod(0o644)
        Path(partial).replace(path)
    except OSError as error:
        if partial:
            with contextlib.suppress(OSError):
                Path(partial).unlink()
        reason = error.strerror or str(error)
        raise CannotGoOnError(
            f"cannot write {path}: {reason}",
            hint="free some space, or choose a folder that you may write to; the previous file is unchanged",
        ) from error
