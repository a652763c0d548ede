"""`build`: check first, then write every document, bind the pack, and put it all in place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from govdocs.diagnostics import Diagnostic, Severity, Stage, worst
from govdocs.errors import CannotGoOnError
from govdocs.history.repository import repository_facts
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.publish.release import release
from govdocs.workflow.cache import FOLDER, Cache
from govdocs.workflow.check import Checked, examine
from govdocs.workflow.choose import meeting_id_of, require_meeting
from govdocs.workflow.explain import all_problems
from govdocs.workflow.load import load
from govdocs.workflow.pack_files import Progress, meeting_theme, write_pack
from govdocs.workflow.settings import Format, Settings
from govdocs.workflow.versions import Moment, make_origin, name_version, source_ids


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
    facts, said = repository_facts(settings.root)
    loaded = load(settings)
    chosen = _choose(loaded.library, meeting_ids)
    examined = examine(settings, loaded, chosen, only_these=bool(meeting_ids))
    checked = _with(examined.checked, said)
    version = name_version(facts)
    if _stops(checked, settings.stage):
        return Built(checked, (), version)
    kinds = formats or [Format(kind) for kind in loaded.library.settings.formats]
    moment = Moment(settings.root, facts, settings.now if settings.pinned else None)
    origin = make_origin(settings, facts)
    sources = source_ids(settings.root, loaded.sources, facts)
    cache = Cache(settings.root / FOLDER / "cache" if cached else None, all_problems())
    outputs: list[Output] = []
    for meeting, pack in examined.packs:
        theme, said = meeting_theme(loaded.library, meeting)
        checked = _with(checked, said)
        files, said = write_pack(pack, meeting.id, kinds, theme, moment, cache, progress, jobs)
        checked = _with(checked, said)
        # A file without content could not be written; a draft that lacks it would be half a pack.
        if _stops(checked, settings.stage) or not all(file.content for file in files.values()):
            return Built(checked, tuple(outputs), version)
        contents = {name: file.content for name, file in files.items()}
        put, said = release(out / meeting.id, contents, origin, meeting.id, sources)
        checked = _with(checked, said)
        outputs += [Output(put.folder / name, file.title, file.pages, file.anew) for name, file in files.items()]
    cache.trim(settings.now)
    return Built(checked, tuple(outputs), version)


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
    wanted = [meeting_id_of(typed) for typed in meeting_ids]
    return [require_meeting(library, name) for name in wanted if not library.is_broken("meeting", name)]


def _stops(checked: Checked, stage: Stage) -> bool:
    """Whether errors stop the build; a draft is written in spite of them, marked on every page."""
    return stage != Stage.DRAFT and worst(checked.findings, stage) == Severity.ERROR


def _with(checked: Checked, findings: Sequence[Diagnostic]) -> Checked:
    return replace(checked, findings=tuple(dict.fromkeys((*checked.findings, *findings))))
