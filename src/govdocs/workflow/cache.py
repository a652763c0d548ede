"""Outputs kept from earlier builds by what they were made of.

The folder may be deleted at any time, is safe with two builds at once, and never grows beyond its bound: what was not
used for longest goes first. An entry that was damaged is as good as none.

A finding of a writer is kept with the number of its place among the places of its document, not with the line: when a
paper moves down by a line its key stays the same, and its findings must point at the new line.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from govdocs.diagnostics import Diagnostic, Problem, Related
from govdocs.errors import CannotGoOnError
from govdocs.places import Place
from govdocs.writing import put_file

#: A year of packs of a busy secretariat.
MOST_BYTES = 512 * 1024 * 1024
_UNFINISHED_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Kept:
    """One output: its bytes, how many pages it has (None where its format has none) and what its writer found."""

    content: bytes
    pages: int | None
    findings: tuple[Diagnostic, ...]


class Cache:
    """Outputs under ``folder``; with None nothing is kept and nothing found."""

    def __init__(self, folder: Path | None, problems: Sequence[Problem] = (), most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._problems: Mapping[str, Problem] = {problem.code: problem for problem in problems}
        self._most_bytes = most_bytes

    def get(self, key: str, places: Sequence[Place]) -> Kept | None:
        """What is kept under ``key``; ``places`` are those of what it was made of, in order."""
        path = self._path(key)
        if path is None:
            return None
        try:
            kept = self._read(_undamaged(path.read_bytes()), places)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return kept

    def put(self, key: str, places: Sequence[Place], kept: Kept) -> None:
        """Keep an output under ``key``; where that cannot be done the next build takes longer, and that is all."""
        path = self._path(key)
        if path is None or not kept.content:
            return
        numbers = {place: number for number, place in reversed(list(enumerate(places)))}
        facts = {"pages": kept.pages, "findings": [_written(finding, numbers) for finding in kept.findings]}
        rest = json.dumps(facts).encode() + b"\n" + kept.content
        with contextlib.suppress(CannotGoOnError, OSError):
            put_file(path, hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest, lasting=False)

    def trim(self, now: datetime) -> None:
        """Take away what was not used for longest until the rest is within the bound, and what was never finished."""
        if self._folder is None:
            return
        entries = []
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                facts = path.stat()
                if path.name.endswith(".partial") and facts.st_mtime < now.timestamp() - _UNFINISHED_SECONDS:
                    path.unlink()
                elif not path.name.endswith(".partial"):
                    entries.append((facts.st_mtime_ns, facts.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self._most_bytes:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size

    def _path(self, key: str) -> Path | None:
        return None if self._folder is None else self._folder / key[:2] / key[2:]

    def _read(self, entry: bytes, places: Sequence[Place]) -> Kept:
        head, _, content = entry.partition(b"\n")
        facts = json.loads(head)

        def place(kept: Any) -> Place:
            return places[kept] if isinstance(kept, int) else Place(str(kept[0]), int(kept[1]), int(kept[2]))

        findings = tuple(
            Diagnostic(
                problem=self._problems[kept["code"]],
                message=str(kept["message"]),
                place=place(kept["place"]),
                hint=str(kept["hint"]),
                related=tuple(Related(place(where), str(words)) for where, words in kept["related"]),
                length=int(kept["length"]),
                subject=str(kept["subject"]),
            )
            for kept in facts["findings"]
        )
        pages = facts["pages"]
        return Kept(content, None if pages is None else int(pages), findings)


def _undamaged(entry: bytes) -> bytes:
    """What follows the digest in the first line.

    Raises:
        ValueError: it is not what was put there.
    """
    head, _, rest = entry.partition(b"\n")
    if hashlib.sha256(rest).hexdigest().encode() != head:
        raise ValueError("damaged")
    return rest


def _written(finding: Diagnostic, numbers: Mapping[Place, int]) -> dict[str, Any]:
    def place(where: Place) -> int | tuple[str, int, int]:
        return numbers.get(where, (where.path, where.line, where.column))

    return {
        "code": finding.problem.code,
        "message": finding.message,
        "place": place(finding.place),
        "hint": finding.hint,
        "related": [(place(related.place), related.message) for related in finding.related],
        "length": finding.length,
        "subject": finding.subject,
    }
