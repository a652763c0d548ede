"""`check`: read, model, record rules, compose, document rules, waivers."""

import difflib
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.check.waivers import WAIVER_UNUSED, apply_waivers
from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic, Severity, worst
from govdocs.errors import CannotGoOnError
from govdocs.history.revisions import export_revision
from govdocs.model.meetings import Meeting
from govdocs.pack.problems import SUPPLIED_REFUSED
from govdocs.workflow.baseline import count_fingerprints, without_known, write_baseline
from govdocs.workflow.checked import Checked, Choice, choose_files
from govdocs.workflow.examining import examine_all
from govdocs.workflow.explain import all_problems
from govdocs.workflow.last_check import find_last_check, keep_check
from govdocs.workflow.load import Loaded, load
from govdocs.workflow.readable import keep_readable
from govdocs.workflow.settings import Settings
from govdocs.workflow.sources import source_line
from govdocs.workflow.themes import check_themes
from govdocs.workflow.unchanged import take_snapshot
from govdocs.workflow.watched import NO_MEETING

#: The length of a family's name: `G` and one or two digits.
FAMILY = 3


@dataclass(frozen=True, slots=True)
class Examined:
    """A repository that was read, modelled, composed and checked."""

    loaded: Loaded
    packs: tuple[tuple[Meeting, Pack], ...]
    checked: Checked


def check_repository(settings: Settings, choice: Choice | None = None, *, cached: bool = True) -> Checked:
    """Check everything, and report what ``choice`` asks for.

    What an earlier check found is said again where nothing has changed since, if ``cached``.

    Raises:
        CannotGoOnError: a path, rule or revision does not exist, or a path lies outside the repository.
    """
    choice = choice or Choice()
    only, ignore = _chosen_codes(choice.only), _chosen_codes(choice.ignore)
    checked = (find_last_check(settings) if cached else None) or _examine_all(settings, cached=cached)
    checked = choose_files(checked, settings.root, choice)
    findings = checked.findings
    if choice.since:
        findings = without_known(findings, _found_at(settings, choice.since), source_line(settings.root))
    kept = tuple(
        finding
        for finding in findings
        if (not only or finding.problem.code in only) and finding.problem.code not in ignore
    )
    return replace(checked, findings=kept)


def keep_baseline(settings: Settings) -> tuple[Path, int]:
    """Keep all findings of today as known; the file, and how many they are.

    Raises:
        CannotGoOnError: the file cannot be written.
    """
    findings = _examine_all(settings).findings
    return write_baseline(settings.root, findings, source_line(settings.root)), len(findings)


def _examine_all(settings: Settings, *, cached: bool = False) -> Checked:
    """Check everything; what was found is kept for the next time if ``cached``."""
    seen = take_snapshot(settings.root) if cached else None
    loaded = load(settings, seen)
    meetings = tuple(loaded.library.current_meetings())
    checked = examine(settings, loaded, meetings, packs=False).checked
    if seen is not None:
        by_the_clock = not settings.pinned and loaded.library.settings.as_of is None
        keep_check(settings, seen, checked, by_the_clock=by_the_clock)
    return checked


def _found_at(settings: Settings, revision: str) -> Counter[str]:
    """What would have been found where the present records left another revision."""
    with tempfile.TemporaryDirectory(prefix="govdocs-") as folder:
        root = Path(folder)
        renamed = export_revision(settings.root, revision, root)
        then = _examine_all(replace(settings, root=root))
        return count_fingerprints(then.findings, source_line(root), renamed)


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


def examine(
    settings: Settings,
    loaded: Loaded,
    meetings: Sequence[Meeting],
    *,
    only_these: bool = False,
    packs: bool = True,
) -> Examined:
    """Compose the papers of ``meetings`` and check records and papers together.

    With ``only_these``, what is wrong in the folders of other meetings is left out, unless these papers print it.
    Without ``packs`` each is forgotten once it has been checked: those of a thousand meetings take much memory.
    """
    only = {NO_MEETING, *(meeting.id for meeting in meetings), *_cited(meetings)} if only_these else None
    found = examine_all(settings, loaded, meetings, packs=packs, only=only)
    in_records = (*loaded.findings, *found.in_records, *check_themes(loaded.library))
    everything = tuple(dict.fromkeys((*in_records, *found.composing, *found.in_papers)))
    # A file that cannot be bound is not bound for being excused.
    refused = [finding for finding in everything if finding.problem == SUPPLIED_REFUSED]
    excusable = [finding for finding in everything if finding.problem != SUPPLIED_REFUSED]
    kept, waived = apply_waivers(excusable, loaded.library.waivers(), all_problems(), loaded.as_of)
    kept += tuple(refused)
    counting = frozenset(kept)
    if worst((finding for finding in loaded.findings if finding in counting), settings.stage) == Severity.ERROR:
        # Where records could not be read, nobody can tell which waivers are still needed.
        kept = tuple(finding for finding in kept if finding.problem != WAIVER_UNUSED)
    if only_these:
        kept = tuple(finding for finding in kept if _concerns(finding, meetings))
    checked = Checked(keep_readable(kept), waived, len(loaded.sources.files), loaded.as_of)
    return Examined(loaded, found.packs, checked)


def _concerns(finding: Diagnostic, meetings: Sequence[Meeting]) -> bool:
    """Whether a finding bears on the papers of these meetings.

    It does in the registers and in their own folders. Of a meeting that they cite only the minutes are printed; what
    else was once wrong with its papers stops no later meeting, unless its record cannot be understood.
    """
    top, _, rest = finding.place.path.partition("/")
    if top != "meetings" or any(rest.startswith(f"{meeting.id}/") for meeting in meetings):
        return True
    cited = _cited(meetings)
    broken = finding.problem.code[:2] in ("G1", "G2") and rest.endswith("/meeting.yaml")
    return any(rest.startswith(f"{name}/minutes.") or (broken and rest.startswith(f"{name}/")) for name in cited)


def _cited(meetings: Sequence[Meeting]) -> set[str]:
    """The meetings whose minutes or actions are among the papers of ``meetings``."""
    return {name for meeting in meetings for entry in meeting.entries() for name in entry.of}
