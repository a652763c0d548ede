"""The records of each meeting's folder as they were built, kept for as long as its files stay as they are.

A folder is built from its own files and the records of the bodies alone (`model/folders.py`): where these have the same
content, and the program is the same, it would be built alike. All folders are kept in one file: a line of JSON that
says which there are and of what content, and behind it, in the same order, the records of each.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.model.folders import Folder
from govdocs.workflow.folder import FOLDER, own_folder
from govdocs.workflow.records_as_bytes import as_bytes, from_bytes
from govdocs.workflow.unchanged import Snapshot, program_state
from govdocs.writing import put_file

_NAME = "records.kept"
_BODIES = "records/bodies/"
_UNSEEN = ""


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """A folder, and what was wrong with the text of its files."""

    folder: Folder
    reading: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A folder as it is kept, and the digest of the files that it was built from."""

    content: str
    records: bytes


class KeptRecords:
    """The folders that an earlier run kept beside the records in ``root``; ``seen`` are the files as they are now."""

    def __init__(self, root: Path, seen: Snapshot) -> None:
        self._root, self._seen = root, seen
        self._facts = [program_state(), self._content(path for path in seen if path.startswith(_BODIES))]
        self._before = self._read()

    def find(self, paths: Mapping[str, frozenset[str]]) -> dict[str, KeptFolder]:
        """The folders that would be built alike again, of those whose files are at ``paths``."""
        found: dict[str, KeptFolder] = {}
        for name, own in paths.items():
            entry = self._before.get(name)
            if entry is not None and entry.content == self._content(own):
                with contextlib.suppress(ValueError):
                    found[name] = KeptFolder(*from_bytes(entry.records))
        return found

    def save(self, paths: Mapping[str, frozenset[str]], anew: Mapping[str, KeptFolder]) -> None:
        """Keep the folders that were built ``anew`` beside those found before, of those whose files are at ``paths``.

        Where that cannot be done the next run takes longer, and that is all.
        """
        now = {name: entry for name, entry in self._before.items() if name in paths and name not in anew}
        for name, kept in anew.items():
            if content := self._content(paths[name]):
                now[name] = _Entry(content, as_bytes((kept.folder, kept.reading)))
        if now == self._before:
            return
        facts = {name: (entry.content, len(entry.records), _digest(entry.records)) for name, entry in now.items()}
        head = json.dumps({"facts": self._facts, "folders": facts}).encode()
        with contextlib.suppress(OSError, CannotGoOnError):
            whole = b"".join((head, b"\n", *(entry.records for entry in now.values())))
            put_file(own_folder(self._root) / _NAME, whole, lasting=False)

    def _read(self) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        try:
            with (self._root / FOLDER / _NAME).open("rb") as file:
                data = json.loads(file.readline())
                if data["facts"] != self._facts:
                    return {}
                for name, (content, size, digest) in data["folders"].items():
                    records = file.read(size)
                    if _digest(records) == digest:
                        entries[name] = _Entry(content, records)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        return entries

    def _content(self, paths: Iterable[str]) -> str:
        """The digest of some files; empty where one of them was not seen."""
        digest = hashlib.sha256()
        for path in sorted(paths):
            if path not in self._seen:
                return _UNSEEN
            digest.update(f"{path}\0{self._seen[path][3]}\0".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
