"""Reading and modelling, the steps that every command begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from govdocs.diagnostics import Diagnostic
from govdocs.model.folders import Folder, paths_by_folder
from govdocs.model.library import Library, build_folders
from govdocs.read.repository import Sources, list_files, read_files, without_collecting
from govdocs.workflow.kept_records import KeptFolder, KeptRecords
from govdocs.workflow.settings import Settings
from govdocs.workflow.unchanged import Snapshot, is_as_it_was


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of a repository, what was wrong with them, and the day to judge by.

    ``seen`` are the files that they were read from; None where these have changed meanwhile, or nothing is to be kept.
    """

    sources: Sources
    library: Library
    findings: tuple[Diagnostic, ...]
    as_of: date
    seen: Snapshot | None = None


def load(settings: Settings, seen: Snapshot | None = None) -> Loaded:
    """Read the repository and build its library.

    With ``seen``, a snapshot from before, meetings whose files have not changed since an earlier run are taken as they
    were built then, and all are kept for the next.
    """
    with without_collecting():
        return _load(settings, seen)


def _load(settings: Settings, seen: Snapshot | None) -> Loaded:
    root = settings.root
    listing = list_files(root)
    paths = paths_by_folder(listing.texts, listing.assets)
    kept = KeptRecords(root, seen) if seen is not None else None
    known = kept.find(paths) if kept is not None else {}
    sources, reading = read_files(listing, frozenset().union(*(paths[name] for name in known)))
    library, modelling, folders = build_folders(sources, {name: one.folder for name, one in known.items()})
    if seen is not None and not is_as_it_was(root, seen):
        seen = None  # what was saved meanwhile may not be what was read
    if kept is not None and seen is not None:
        kept.save(paths, _anew(folders, known, paths, sources, reading))
    reading = _in_order((*reading, *(finding for one in known.values() for finding in one.reading)))
    return Loaded(sources, library, (*reading, *modelling), _judged_day(settings, library), seen)


def _anew(
    folders: Mapping[str, Folder],
    known: Mapping[str, KeptFolder],
    paths: Mapping[str, frozenset[str]],
    sources: Sources,
    reading: tuple[Diagnostic, ...],
) -> dict[str, KeptFolder]:
    """The folders that were not known and could be read whole."""
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in reading:
        by_path.setdefault(finding.place.path, []).append(finding)
    return {
        name: KeptFolder(folder, tuple(finding for path in sorted(paths[name]) for finding in by_path.get(path, ())))
        for name, folder in folders.items()
        if name not in known and not paths[name] & sources.broken
    }


def _in_order(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.problem.code)))


def _judged_day(settings: Settings, library: Library) -> date:
    """The day given on the command line, else the repository's own ``as_of``, else today."""
    if settings.pinned or library.settings.as_of is None:
        return settings.now.date()
    return library.settings.as_of
