"""The folders of meetings, each built by itself: from its own files and the records of the bodies, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govdocs.diagnostics import Diagnostic
from govdocs.model.attendance import check_attendance
from govdocs.model.bodies import Body
from govdocs.model.data_use import check_data_use
from govdocs.model.duplicates import check_duplicates
from govdocs.model.gathering import gather_waivers
from govdocs.model.index import Library
from govdocs.model.loading import Loading
from govdocs.model.loading_meetings import ROOT, Found, folder_of, load_folder
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.record import Record
from govdocs.model.resolving import check_items, names_in
from govdocs.model.waivers import Waiver
from govdocs.read.nodes import Sources


@dataclass(frozen=True, slots=True)
class Folder:
    """All that lies in one folder of meetings, and what is wrong with it as far as it can be seen from there.

    ``broken`` is as in the library. ``waivers`` are those in its files; ``names`` are the ids there that name other
    records, each with its kind.
    """

    meeting: Meeting | None
    minutes: Minutes | None
    papers: Mapping[str, Paper]
    findings: tuple[Diagnostic, ...]
    broken: frozenset[tuple[str, str]]
    waivers: tuple[Waiver, ...]
    names: frozenset[tuple[str, str]]


def paths_by_folder(texts: Iterable[str], assets: Iterable[str]) -> dict[str, frozenset[str]]:
    """The files of each folder of meetings, by its name, in the order of the first of its texts."""
    found: dict[str, set[str]] = {}
    for path in sorted(texts):
        if path.startswith(ROOT):
            found.setdefault(folder_of(path), set()).add(path)
    for path in assets:
        if path.startswith(ROOT) and (name := folder_of(path)) in found:
            found[name].add(path)
    return {name: frozenset(paths) for name, paths in found.items()}


def build_folder(name: str, sources: Sources, bodies: Mapping[str, Body]) -> Folder:
    """The folder ``name``, of whose files ``sources`` are."""
    loading = Loading(sources)
    found = load_folder(loading, name, bodies)
    broken = frozenset(loading.broken)
    alone = Library(
        meetings={name: found.meeting} if found.meeting is not None else {},
        minutes={name: found.minutes} if found.minutes is not None else {},
        papers=found.papers,
        broken=broken,
    )
    findings = (
        *loading.findings,
        *check_duplicates(alone),
        *check_items(alone),
        *check_data_use(alone),
        *check_attendance(alone),
    )
    waivers = gather_waivers(_with_waivers(found))
    return Folder(found.meeting, found.minutes, found.papers, findings, broken, waivers, names_in(alone))


def _with_waivers(found: Found) -> list[Record]:
    """The records that may hold waivers: of the meeting, and of each file with its renditions."""
    papers = [paper for each in found.papers.values() for paper in (each, *each.renditions.values())]
    minutes = [(found.minutes, *found.minutes.renditions.values())] if found.minutes is not None else []
    return [
        *((found.meeting,) if found.meeting is not None else ()),
        *(record.header for several in minutes for record in several),
        *(paper.header for paper in papers),
        *(data_set.facts for paper in papers for data_set in paper.data_sets.values()),
    ]
