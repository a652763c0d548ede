"""`build`: check first, then write every document, bind the pack, and put it all in place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.compose.blocks import Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic, Severity, Stage, worst
from govdocs.errors import CannotGoOnError
from govdocs.history.repository import Facts, repository_facts
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.publish.audience import MEMBERS, PUBLIC
from govdocs.publish.manifest import NAME as MANIFEST
from govdocs.publish.release import release
from govdocs.workflow.cache import Cache
from govdocs.workflow.check import examine
from govdocs.workflow.checked import Checked
from govdocs.workflow.choose import meeting_id_of, require_meeting
from govdocs.workflow.explain import all_problems
from govdocs.workflow.folder import own_folder
from govdocs.workflow.load import Loaded, load
from govdocs.workflow.lock import only_build
from govdocs.workflow.pack_files import Progress, meeting_theme, write_pack
from govdocs.workflow.presses import warm_up
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.shown import check_disclosure, show_to
from govdocs.workflow.unchanged import LastBuild, Request, forget, remember, take_snapshot
from govdocs.workflow.versions import Moment, make_origin, name_version, source_ids
from govdocs.write.large_print import large_print

LARGE_PRINT = "large-print"
"""The folder of the large print, beside the usual one: its papers link to each other under their usual names."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file that was put in place.

    ``pages`` is None where the format has none; ``anew`` is False where the file was kept from an earlier build.
    """

    path: Path
    title: str
    pages: int | None
    anew: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What one build did: ``outputs`` are empty where errors stopped it; ``version`` says what it was built from."""

    checked: Checked
    outputs: tuple[Output, ...]
    version: str


def build_meetings(
    settings: Settings,
    meeting_ids: Sequence[str],
    formats: Sequence[Format] | None,
    out: Path,
    progress: Progress,
    jobs: int | None = None,
    *,
    cached: bool = True,
) -> Built:
    """Build the papers and packs of the meetings named, or of every meeting that is not archived.

    Errors stop the build before anything is written, except at stage draft, where every page is marked as a draft.
    Documents that an earlier build wrote alike are taken from the cache if ``cached``.

    Raises:
        CannotGoOnError: a meeting does not exist, or the output cannot be put in place.
    """
    request = Request(settings, tuple(meeting_ids), tuple(formats or ()), out)
    with only_build(settings.root, out):
        forget(request)
        if Format.PDF in (formats or Format):
            warm_up(jobs)
        seen = take_snapshot(settings.root)
        facts, said = repository_facts(settings.root)
        loaded = load(settings, seen if cached else None)
        wanted = tuple(dict.fromkeys(meeting_id_of(typed) for typed in meeting_ids))
        chosen = _choose(loaded.library, wanted)
        # Of a meeting whose records are broken, only the findings in them can say so.
        only_these = bool(chosen) and len(chosen) == len(wanted)
        examined = examine(settings, loaded, chosen, only_these=only_these)
        checked = _with(examined.checked, said)
        version = name_version(facts)
        if _stops(checked, settings.stage):
            return Built(checked, (), version)
        if unsafe := check_disclosure(loaded, checked.findings, settings.stage, settings.audience):
            return Built(_with(checked, unsafe), (), version)
        cache = _cache(settings.root) if cached else Cache(None)
        order = _Order(settings, facts, loaded, formats, out, progress, jobs, cache)
        outputs: list[Output] = []
        order, packs, said = _for_audience(order, examined.packs)
        checked = _with(checked, said)
        if not packs or _stops(checked, settings.stage):
            return Built(checked, (), version)
        for meeting, pack in packs:
            put, said = _build_pack(order, meeting, pack)
            checked = _with(checked, said)
            if not put:
                return Built(checked, tuple(outputs), version)
            outputs += put
        cache.trim(settings.now)
        by_the_clock = not settings.pinned and loaded.library.settings.as_of is None
        remember(request, seen, _last(settings, checked, outputs), by_the_clock=by_the_clock)
        return Built(checked, tuple(outputs), version)


@dataclass(frozen=True, slots=True)
class _Order:
    """What all packs of one build have in common."""

    settings: Settings
    facts: Facts | None
    loaded: Loaded
    formats: Sequence[Format] | None
    out: Path
    progress: Progress
    jobs: int | None
    cache: Cache


Packs = tuple[tuple[Meeting, Pack], ...]


def _for_audience(order: _Order, packs: Packs) -> tuple[_Order, Packs, tuple[Diagnostic, ...]]:
    """The packs as the audience may see them: what is closed is taken out of the records, and they are composed anew.

    Raises:
        CannotGoOnError: no body has such an audience, or it may not see any of the meetings.
    """
    settings, loaded = order.settings, order.loaded
    if settings.audience == MEMBERS:
        return replace(order, out=order.out / f"for-{MEMBERS}"), packs, ()
    _require_audience(loaded.library, settings.audience)
    if settings.audience != PUBLIC:
        order = replace(order, out=order.out / f"for-{settings.audience}")
    shown = show_to(loaded, settings.audience)
    if shown is loaded:
        return order, packs, ()
    made: list[tuple[Meeting, Pack]] = []
    findings: list[Diagnostic] = []
    for meeting, _ in packs:
        if open_meeting := shown.library.meetings.get(meeting.id):
            pack, said = compose_meeting(shown.library, open_meeting, settings.root, settings.stage)
            findings += said
            made.append((open_meeting, pack))
    if packs and not made:
        raise CannotGoOnError(
            f"the papers are closed to the audience `{settings.audience}`",
            hint=f"build them with `--audience {MEMBERS}`",
        )
    return replace(order, loaded=shown), tuple(made), tuple(findings)


def _require_audience(library: Library, audience: str) -> None:
    known = [PUBLIC, MEMBERS, *sorted({one.id for body in library.bodies.values() for one in body.audiences})]
    if audience not in known:
        raise CannotGoOnError(f"there is no audience `{audience}`", hint=f"choose one of {', '.join(known)}")


def _build_pack(order: _Order, meeting: Meeting, pack: Pack) -> tuple[list[Output], tuple[Diagnostic, ...]]:
    """Write one pack and put it in place; no outputs where it could not be written, and why in the findings."""
    settings, facts, library = order.settings, order.facts, order.loaded.library
    kinds = order.formats or [Format(kind) for kind in library.settings.formats]
    moment = Moment(settings.root, facts, settings.now if settings.pinned else None)
    theme, in_theme = meeting_theme(library, meeting)
    theme = large_print(theme) if settings.large_print else theme
    files, in_writing = write_pack(
        pack, meeting.id, kinds, theme, moment, order.cache, order.progress, order.jobs, order.loaded.sources
    )
    found = (*in_theme, *in_writing)
    contents = {name: file.content for name, file in files.items()}
    # A file without content could not be written; a draft that lacks it would be half a pack.
    if (settings.stage != Stage.DRAFT and worst(found, settings.stage) == Severity.ERROR) or not all(contents.values()):
        return [], found
    origin = make_origin(settings, facts)
    sources = source_ids(settings.root, order.loaded.sources, facts)
    out = order.out / LARGE_PRINT if settings.large_print else order.out
    put, in_placing = release(out / meeting.id, contents, origin, meeting.id, sources)
    outputs = [Output(put.folder / name, file.title, file.pages, file.anew) for name, file in files.items()]
    return outputs, (*found, *in_placing)


def _last(settings: Settings, checked: Checked, outputs: Sequence[Output]) -> LastBuild:
    """What the next build may say if nothing changes until then."""
    counts = Counter(str(finding.severity(settings.stage)) for finding in checked.findings)
    manifests = dict.fromkeys(output.path.with_name(MANIFEST) for output in outputs)
    return LastBuild(settings.now, counts, (*manifests, *(output.path for output in outputs)))


def _cache(root: Path) -> Cache:
    try:
        return Cache(own_folder(root) / "cache", all_problems())
    except (OSError, CannotGoOnError):
        # Records on a disk that nothing can be written to.
        return Cache(None)


def _choose(library: Library, meeting_ids: Sequence[str]) -> list[Meeting]:
    """The meetings asked for; those whose records are broken are left out, as their findings say why.

    Raises:
        CannotGoOnError: one of them is not in the repository, or there is none to build.
    """
    if not meeting_ids:
        current = list(library.current_meetings())
        if not current and not any(kind == "meeting" for kind, _ in library.broken):
            raise CannotGoOnError(
                "there is no meeting to build: none is in `meetings/`, or all are archived",
                hint="begin one with `govdocs new meeting`, or name one that is archived",
            )
        return current
    return [require_meeting(library, name) for name in meeting_ids if not library.is_broken("meeting", name)]


def _stops(checked: Checked, stage: Stage) -> bool:
    """Whether errors stop the build; a draft is written in spite of them, marked on every page."""
    return stage != Stage.DRAFT and worst(checked.findings, stage) == Severity.ERROR


def _with(checked: Checked, findings: Sequence[Diagnostic]) -> Checked:
    """``checked`` with more findings; what is excused stays so, whoever finds it once more."""
    said = {(one.problem.code, one.place, one.message) for one in (*checked.findings, *checked.waived)}
    new = (one for one in dict.fromkeys(findings) if (one.problem.code, one.place, one.message) not in said)
    return replace(checked, findings=(*checked.findings, *new))
