"""What a check found, and which of it is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.workflow.baseline import read_baseline, without_known
from govdocs.workflow.readable import UNKNOWN_ID
from govdocs.workflow.sources import source_line


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found; ``waived`` findings are excused by a waiver in the records and count for nothing.

    ``known_count`` is how many more there are that the baseline knows.
    """

    findings: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    file_count: int
    as_of: date
    known_count: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings to report.

    ``paths``: those in these files and folders. ``only`` and ``ignore``: by rule, named by name, code or family (the
    first digits of a code, such as ``G3``). ``since``: those that were not there at that revision. ``known``: also
    those that the baseline knows.
    """

    paths: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    since: str = ""
    known: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether it leaves findings out."""
        return bool(self.paths or self.only or self.ignore or self.since)


def choose_files(checked: Checked, root: Path, choice: Choice) -> Checked:
    """``checked`` with the findings in the files that ``choice`` names, and without those that the baseline knows.

    Raises:
        CannotGoOnError: a path does not exist, or lies outside the repository.
    """
    within = [_relative(root, path) for path in choice.paths]
    findings = there = _only(checked.findings, within)
    if not choice.known:
        new = without_known(checked.findings, read_baseline(root), source_line(root))
        findings = _only(new, within)
    waived = _only(checked.waived, within)
    return replace(checked, findings=findings, waived=waived, known_count=len(there) - len(findings))


def _relative(root: Path, path: Path) -> str:
    absolute = path.resolve()
    if not absolute.exists():
        raise CannotGoOnError(f"there is no file or folder {path}", hint="check the spelling of the path")
    if not absolute.is_relative_to(root):
        raise CannotGoOnError(
            f"{path} lies outside the folder of the records, {root}", hint="name files and folders inside it"
        )
    return absolute.relative_to(root).as_posix()


def _only(findings: Sequence[Diagnostic], within: Sequence[str]) -> tuple[Diagnostic, ...]:
    """The findings in those files and folders; all where none are named. A missing record is found wherever named."""
    if not within:
        return tuple(findings)
    return tuple(
        finding
        for finding in findings
        if any(path in {".", found} or found.startswith(f"{path}/") for path in within for found in _files_of(finding))
    )


def _files_of(finding: Diagnostic) -> tuple[str, ...]:
    others = finding.related if finding.problem.code == UNKNOWN_ID else ()
    return (finding.place.path, *(related.place.path for related in others))
