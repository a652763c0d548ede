"""`check --fix`: what is safe to put right, found out on a copy, shown as a diff, and only then done.

Only what can have been meant in one way is changed: dates and times in another form, keys and choices that are spelt
otherwise, invisible characters, odd spaces, numbers that do not go on by one, and the order of keys.
"""

import difflib
import re
import shutil
import tempfile
from collections import abc, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.diagnostics import Diagnostic, Severity
from govdocs.errors import CannotGoOnError
from govdocs.model.record import Record
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import Mapping, Node, Scalar, Sequence
from govdocs.read.yaml_text import read_yaml
from govdocs.workflow.check import check_repository
from govdocs.workflow.checked import Choice
from govdocs.workflow.key_order import order_keys, records_of_files
from govdocs.workflow.load import load
from govdocs.workflow.settings import Settings
from govdocs.workflow.unchanged import take_snapshot
from govdocs.writing import put_file

_OLD_LINE_END = re.compile(r"\r(?!\n)")
"""A line end of computers of long ago, which reading understands; a file with such line ends is left as it is."""
_MOST_ROUNDS = 50
"""One number that is put right may show that the next one is wrong too."""


@dataclass(frozen=True, slots=True)
class Fixes:
    """What would change: the bytes before and after, by path; ``count`` findings are put right by it."""

    root: Path
    files: abc.Mapping[str, tuple[bytes, bytes]]
    count: int

    def diff(self) -> list[str]:
        """The changes as a unified diff."""
        return [
            line.rstrip("\n")
            for path, (before, after) in self.files.items()
            for line in difflib.unified_diff(_lines(before), _lines(after), path, f"{path} (put right)")
        ]

    def apply(self) -> None:
        """Put the changed files in place.

        Raises:
            CannotGoOnError: a file was changed meanwhile, or cannot be written.
        """
        for path, (before, _) in self.files.items():
            if (self.root / path).read_bytes() != before:
                raise CannotGoOnError(f"{path} was changed meanwhile; nothing was put right", hint="run it again")
        for path, (_, after) in self.files.items():
            put_file(self.root / path, after)


def plan_fixes(settings: Settings, choice: Choice) -> Fixes:
    """What can be put right of that which ``choice`` asks for; nothing is changed yet.

    Raises:
        CannotGoOnError: as checking does.
    """
    wanted = replace(choice, known=True, since="")
    with tempfile.TemporaryDirectory(prefix="govdocs-") as folder:
        copy = Path(folder)
        paths = _copy(settings.root, copy)
        there = replace(settings, root=copy)
        within = tuple(copy / path.resolve().relative_to(settings.root) for path in choice.paths)
        wanted = replace(wanted, paths=within)
        count = 0
        for _ in range(_MOST_ROUNDS):
            done = _fix_once(copy, check_repository(there, wanted, cached=False).findings)
            if not done:
                break
            count += done
        if not (choice.only or choice.ignore):
            _order_all(there, within)
        files = {path: ((settings.root / path).read_bytes(), (copy / path).read_bytes()) for path in paths}
    return Fixes(settings.root, {path: two for path, two in files.items() if two[0] != two[1]}, count)


def _copy(root: Path, copy: Path) -> list[str]:
    paths = sorted(take_snapshot(root))
    for path in paths:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, copy / path)
    return paths


def _fix_once(root: Path, findings: abc.Sequence[Diagnostic]) -> int:
    """Put right what can be; the number of findings that were."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        if finding.fix is not None:
            by_file[finding.place.path].append(finding)
    count = 0
    for path, own in by_file.items():
        text = (root / path).read_bytes().decode("utf-8")
        if _OLD_LINE_END.search(text):
            continue  # lines are counted otherwise there
        lines = text.split("\n")
        done = 0
        # From the end to the beginning: a change moves only what stands behind it.
        for finding in sorted(own, key=lambda each: each.place, reverse=True):
            done += _fix_line(lines, finding)
        if done and (root / path).write_bytes("\n".join(lines).encode()):
            count += done
    return count


def _fix_line(lines: list[str], finding: Diagnostic) -> bool:
    fix, place = finding.fix, finding.place
    if fix is None or place.line > len(lines):
        return False
    line = lines[place.line - 1]
    mark = 1 if place.line == 1 and line.startswith("\ufeff") else 0
    at = place.column - 1 + fix.behind + mark
    if not line[at:].startswith(fix.old):
        return False
    lines[place.line - 1] = line[:at] + fix.new + line[at + len(fix.old) :]
    return True


def _order_all(settings: Settings, within: abc.Sequence[Path]) -> None:
    """Bring the keys of the records into their order, where what the file says stays the same."""
    loaded = load(settings)
    unread = {finding.place.path for finding in loaded.findings if finding.problem.severities[1] == Severity.ERROR}
    for record in records_of_files(loaded.library):
        path = settings.root / record.node.place.path
        chosen = not within or any(path.is_relative_to(part) for part in within)
        if chosen and record.node.place.path not in unread:
            _order_file(path, record)


def _order_file(path: Path, record: Record) -> None:
    text = path.read_bytes().decode("utf-8")
    if _OLD_LINE_END.search(text):
        return
    ordered = "\n".join(order_keys(record, text.split("\n")))
    if ordered != text and _facts(ordered) == _facts(text):
        path.write_bytes(ordered.encode())


def _facts(text: str) -> object:
    """What a file says, wherever it says it; the order of keys counts for nothing."""
    text = text.replace("\r\n", "\n")
    if not text.startswith("---\n"):
        read, _ = read_yaml(text, "")
        return _plain(read.content) if read is not None else None
    file, _ = read_markdown(text, "")
    return (_plain(file.header), text.partition("\n---")[2]) if file is not None else None


def _plain(node: Node) -> object:
    match node:
        case Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node.entries}
        case Sequence():
            return [_plain(item) for item in node.items]
        case Scalar():
            return node.text


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines(keepends=True)
