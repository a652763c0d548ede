"""From what was read to the library of all records."""

from collections.abc import Mapping

from govdocs.diagnostics import Diagnostic
from govdocs.model.data_use import check_risks
from govdocs.model.duplicates import check_duplicates
from govdocs.model.folders import Folder, build_folder, paths_by_folder
from govdocs.model.gathering import gather_actions, gather_decisions, gather_waivers
from govdocs.model.index import Action, Decision, Library
from govdocs.model.loading import Loading
from govdocs.model.loading_registers import Registers, load_registers
from govdocs.model.registers import Settings
from govdocs.model.resolving import check_references, check_updates
from govdocs.model.risks import RisksFile
from govdocs.read.nodes import Sources

__all__ = ["Action", "Decision", "Folder", "Library", "build_folders", "build_library"]


def build_library(sources: Sources) -> tuple[Library, tuple[Diagnostic, ...]]:
    """All records, and what is wrong with them: shape first, then the references between them.

    A broken record costs itself; the rest of the library is built.
    """
    library, findings, _ = build_folders(sources, {})
    return library, findings


def build_folders(
    sources: Sources, known: Mapping[str, Folder]
) -> tuple[Library, tuple[Diagnostic, ...], dict[str, Folder]]:
    """As ``build_library``, with the folders of meetings that are ``known`` taken as they are; and all folders."""
    loading = Loading(sources)
    registers = load_registers(loading)
    folders = {
        name: known[name] if name in known else build_folder(name, sources.within(paths), registers.bodies)
        for name, paths in paths_by_folder((*sources.files, *sources.broken), sources.assets).items()
    }
    library = _library(sources, loading, registers, folders)
    findings = (
        *loading.findings,
        *check_duplicates(Library(bodies=registers.bodies)),
        *(finding for folder in folders.values() for finding in folder.findings),
        *check_references(library, registers.actions, {name: folder.names for name, folder in folders.items()}),
        *check_risks(library),
        *check_updates(library, registers.actions),
    )
    return library, tuple(sorted(findings, key=lambda finding: (finding.place, finding.problem.code))), folders


def _library(sources: Sources, loading: Loading, registers: Registers, folders: Mapping[str, Folder]) -> Library:
    held = [folder.meeting for folder in folders.values() if folder.meeting is not None]
    meetings = {one.id: one for one in sorted(held, key=lambda one: (one.date, one.start, one.id))}
    minutes = {name: folder.minutes for name, folder in folders.items() if folder.minutes is not None}
    waivers = (*gather_waivers(registers.files), *(one for folder in folders.values() for one in folder.waivers))
    return Library(
        settings=registers.settings or Settings(name=""),
        organisations=registers.organisations,
        people=registers.people,
        venues=registers.venues,
        terms=registers.terms,
        interest_kinds=registers.interest_kinds,
        interests=registers.interests,
        risks=registers.risks,
        risk_scale=registers.risk_scale or RisksFile(risks={}),
        bodies=registers.bodies,
        terms_of_reference=registers.terms_of_reference,
        meetings=meetings,
        minutes=minutes,
        papers={name: paper for folder in folders.values() for name, paper in folder.papers.items()},
        actions=gather_actions(meetings, minutes, registers.actions),
        decisions=gather_decisions(meetings, minutes, registers.decisions),
        excuses=tuple(sorted(waivers, key=lambda waiver: waiver.place())),
        assets=sources.assets,
        broken=frozenset(loading.broken).union(*(folder.broken for folder in folders.values())),
    )
