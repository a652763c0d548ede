"""The lines that were typed, for showing them under a finding."""

from collections.abc import Callable
from pathlib import Path

from govdocs.places import Place
from govdocs.writing import take_bytes


def source_line(root: Path) -> Callable[[Place], str | None]:
    """A function that gives the text of a place's line, or None where there is none; each file is read once.

    Files outside the repository, to which a link may lead, are not shown.
    """
    files: dict[str, list[str]] = {}
    home = root.resolve()

    def line_at(place: Place) -> str | None:
        if place.path not in files:
            files[place.path] = _lines(home, place.path)
        lines = files[place.path]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    return line_at


def _lines(home: Path, path: str) -> list[str]:
    try:
        file = (home / path).resolve()
        text = take_bytes(file).decode("utf-8", "replace") if file.is_relative_to(home) else ""
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except (OSError, RuntimeError):
        return []
