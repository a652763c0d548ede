"""What a command is asked to do, and the facts of the outside world that it may use: all of them arguments."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from govdocs.diagnostics import Stage
from govdocs.errors import CannotGoOnError


class Format(StrEnum):
    """A file format that papers are written in."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the records are and how they are judged.

    ``now`` is the moment the command line read from the clock, or was given; with ``pinned`` it was given, and wins
    over the date of the commit and over the repository's own ``as_of``. ``audience`` is for whom papers are built:
    ``public``, ``members``, or one that a body names; with ``large_print`` they are set in 18 points.
    """

    root: Path
    now: datetime
    pinned: bool = False
    stage: Stage = Stage.CIRCULATE
    audience: str = "public"
    large_print: bool = False


#: Read as text, for this is asked for before anything that understands YAML is loaded.
_OWN_STAGE = re.compile(rf"""(?m)^stage:[ \t]*["']?({"|".join(stage.value for stage in Stage)})\b""")


def own_stage(root: Path) -> Stage:
    """The stage that the repository's ``govdocs.yaml`` gives; without one, that of papers which circulate."""
    try:
        found = _OWN_STAGE.search((root / "govdocs.yaml").read_text(encoding="utf-8", errors="replace"))
    except OSError:
        found = None
    return Stage(found[1]) if found else Stage.CIRCULATE


def find_root(start: Path) -> Path:
    """The repository's folder: the nearest one at or above ``start`` with a ``govdocs.yaml``.

    Raises:
        CannotGoOnError: there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "govdocs.yaml").is_file():
            return folder
    raise CannotGoOnError(
        f"there is no govdocs.yaml in {start} or in a folder above it",
        hint="go to the folder with your records, or run `govdocs init` to begin here",
    )
