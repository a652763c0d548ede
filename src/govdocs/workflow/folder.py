"""The folder `.govdocs` beside the records: what makes the next build quicker. It may be deleted at any time."""

from pathlib import Path

from govdocs.writing import put_file

FOLDER = ".govdocs"


def own_folder(root: Path) -> Path:
    """The folder beside the records in ``root``, made where it is missing; version control does not see it.

    Raises:
        OSError: it cannot be made.
        CannotGoOnError: nothing can be written in it.
    """
    folder = root / FOLDER
    if not (folder / ".gitignore").exists():
        folder.mkdir(exist_ok=True)
        put_file(folder / ".gitignore", b"*\n")
    return folder
