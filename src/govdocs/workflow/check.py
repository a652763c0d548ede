"""`check`: read, model, record rules, compose, document rules, waivers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govdocs.check.rule import Records
from govdocs.check.run import check_documents, check_records
from govdocs.check.waivers import apply_waivers
from govdocs.compose.blocks import Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.model.meetings import Meeting
from govdocs.workflow.explain import all_problems
from govdocs.workflow.load import Loaded, load
from govdocs.workflow.settings import Settings


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found; ``waived`` findings are excused by a waiver in the records and count for nothing."""

    findings: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    file_count: int
    as_of: date


@dataclass(frozen=True, slots=True)
class Examined:
    """A repository that was read, modelled, composed and checked."""

    loaded: Loaded
    packs: tuple[tuple[Meeting, Pack], ...]
    checked: Checked


def check_repository(settings: Settings, paths: Sequence[Path] = ()) -> Checked:
    """Check everything; with ``paths``, keep what was found in those files and folders.

    Raises:
        CannotGoOnError: a path does not exist or lies outside the repository.
    """
    within = [_relative(settings.root, path) for path in paths]
    loaded = load(settings)
    checked = examine(settings, loaded, tuple(loaded.library.current_meetings())).checked
    if not within:
        return checked
    return Checked(_only(checked.findings, within), _only(checked.waived, within), checked.file_count, checked.as_of)


def examine(settings: Settings, loaded: Loaded, meetings: Sequence[Meeting]) -> Examined:
    """Compose the papers of ``meetings`` and check records and papers together."""
    composed: list[tuple[Meeting, Pack]] = []
    findings = [*loaded.findings, *check_records(Records(loaded.library, loaded.as_of))]
    for meeting in meetings:
        pack, said = compose_meeting(loaded.library, meeting, settings.root, settings.stage)
        findings += said
        composed.append((meeting, pack))
    findings += check_documents([pack for _, pack in composed])
    kept, waived = apply_waivers(tuple(dict.fromkeys(findings)), loaded.library.waivers(), all_problems(), loaded.as_of)
    checked = Checked(kept, waived, len(loaded.sources.files), loaded.as_of)
    return Examined(loaded, tuple(composed), checked)


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
    return tuple(
        finding
        for finding in findings
        if any(path in {".", finding.place.path} or finding.place.path.startswith(f"{path}/") for path in within)
    )
