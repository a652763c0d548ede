"""The lines that were typed, for showing them under a finding."""

from collections.abc import Callable
from pathlib import Path

from govdocs.places import Place


def source_line(root: Path) -> Callable[[Place], str | None]:
    """A function that gives the text of a place's line, or None where there is none; each file is read once."""
    files: dict[str, list[str]] = {}

    def line_at(place: Place) -> str | None:
        if place.path not in files:
            path = root / place.path
            try:
                files[place.path] = path.read_text(encoding="utf-8", errors="replace").splitlines()
            except OSError:
                files[place.path] = []
        lines = files[place.path]
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    return line_at
