"""`check`: read, model, record rules, compose, document rules, waivers."""

import difflib
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from govdocs.check.rule import Records
from govdocs.check.run import check_documents, check_records
from govdocs.check.waivers import WAIVER_UNUSED, apply_waivers
from govdocs.compose.blocks import Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic, Severity, worst
from govdocs.errors import CannotGoOnError
from govdocs.history.revisions import export_revision
from govdocs.model.meetings import Meeting
from govdocs.workflow.baseline import count_fingerprints, read_baseline, without_known, write_baseline
from govdocs.workflow.explain import all_problems
from govdocs.workflow.load import Loaded, load
from govdocs.workflow.readable import UNKNOWN_ID, keep_readable
from govdocs.workflow.settings import Settings
from govdocs.workflow.sources import source_line

#: The length of a family's name: `G` and one or two digits.
FAMILY = 3


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


def check_repository(settings: Settings, choice: Choice | None = None) -> Checked:
    """Check everything, and report what ``choice`` asks for.

    Raises:
        CannotGoOnError: a path, rule or revision does not exist, or a path lies outside the repository.
    """
    choice = choice or Choice()
    within = [_relative(settings.root, path) for path in choice.paths]
    only, ignore = _chosen_codes(choice.only), _chosen_codes(choice.ignore)
    checked = _examine_all(settings)
    findings, line_at = checked.findings, source_line(settings.root)
    if not choice.known:
        findings = without_known(findings, read_baseline(settings.root), line_at)
    if choice.since:
        findings = without_known(findings, _found_at(settings, choice.since), line_at)
    kept = tuple(
        finding
        for finding in findings
        if (not only or finding.problem.code in only) and finding.problem.code not in ignore
    )
    return replace(checked, findings=_only(kept, within), waived=_only(checked.waived, within))


def keep_baseline(settings: Settings) -> tuple[Path, int]:
    """Keep all findings of today as known; the file, and how many they are.

    Raises:
        CannotGoOnError: the file cannot be written.
    """
    findings = _examine_all(settings).findings
    return write_baseline(settings.root, findings, source_line(settings.root)), len(findings)


def _examine_all(settings: Settings) -> Checked:
    loaded = load(settings)
    return examine(settings, loaded, tuple(loaded.library.current_meetings())).checked


def _found_at(settings: Settings, revision: str) -> Counter[str]:
    """What would have been found at another revision."""
    with tempfile.TemporaryDirectory(prefix="govdocs-") as folder:
        root = Path(folder)
        export_revision(settings.root, revision, root)
        return count_fingerprints(_examine_all(replace(settings, root=root)).findings, source_line(root))


def _chosen_codes(words: Sequence[str]) -> frozenset[str]:
    """The codes of the rules that are named by name, code or family.

    Raises:
        CannotGoOnError: there is no such rule.
    """
    problems = all_problems()
    chosen: set[str] = set()
    for word in words:
        found = {
            p.code for p in problems if word in {p.name, p.code} or (len(word) <= FAMILY and p.code.startswith(word))
        }
        if not found:
            near = difflib.get_close_matches(word, [problem.name for problem in problems], n=1)
            hint = f"the nearest is `{near[0]}`" if near else "run `govdocs explain --list` to see them all"
            raise CannotGoOnError(f"there is no rule `{word}`", hint=hint)
        chosen |= found
    return frozenset(chosen)


def examine(settings: Settings, loaded: Loaded, meetings: Sequence[Meeting], *, only_these: bool = False) -> Examined:
    """Compose the papers of ``meetings`` and check records and papers together.

    With ``only_these``, what is wrong in the folders of other meetings is left out, unless these papers print it.
    """
    composed: list[tuple[Meeting, Pack]] = []
    findings = [*loaded.findings, *check_records(Records(loaded.library, loaded.as_of))]
    for meeting in meetings:
        pack, said = compose_meeting(loaded.library, meeting, settings.root, settings.stage)
        findings += said
        composed.append((meeting, pack))
    findings += check_documents([pack for _, pack in composed])
    kept, waived = apply_waivers(tuple(dict.fromkeys(findings)), loaded.library.waivers(), all_problems(), loaded.as_of)
    counting = frozenset(kept)
    if worst((finding for finding in loaded.findings if finding in counting), settings.stage) == Severity.ERROR:
        # Where records could not be read, nobody can tell which waivers are still needed.
        kept = tuple(finding for finding in kept if finding.problem != WAIVER_UNUSED)
    if only_these:
        kept = tuple(finding for finding in kept if _concerns(finding, meetings))
    checked = Checked(keep_readable(kept), waived, len(loaded.sources.files), loaded.as_of)
    return Examined(loaded, tuple(composed), checked)


def _concerns(finding: Diagnostic, meetings: Sequence[Meeting]) -> bool:
    """Whether a finding bears on the papers of these meetings.

    It does in the registers and in their own folders. Of a meeting that they cite only the minutes are printed; what
    else was once wrong with its papers stops no later meeting, unless its record cannot be understood.
    """
    top, _, rest = finding.place.path.partition("/")
    if top != "meetings" or any(rest.startswith(f"{meeting.id}/") for meeting in meetings):
        return True
    cited = {name for meeting in meetings for entry in meeting.entries() for name in entry.of}
    broken = finding.problem.code[:2] in ("G1", "G2") and rest.endswith("/meeting.yaml")
    return any(rest.startswith(f"{name}/minutes.") or (broken and rest.startswith(f"{name}/")) for name in cited)


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
