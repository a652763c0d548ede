"""From what was read to the library of all records."""

from govdocs.diagnostics import Diagnostic
from govdocs.model.attendance import check_attendance
from govdocs.model.data_use import check_data_use, check_risks
from govdocs.model.duplicates import check_duplicates
from govdocs.model.gathering import gather_actions, gather_decisions, gather_waivers
from govdocs.model.index import Action, Decision, Library
from govdocs.model.loading import Loading
from govdocs.model.loading_meetings import load_meetings
from govdocs.model.loading_registers import load_registers
from govdocs.model.registers import Settings
from govdocs.model.resolving import check_items, check_references, check_updates
from govdocs.model.risks import RisksFile
from govdocs.read.nodes import Sources

__all__ = ["Action", "Decision", "Library", "build_library"]


def build_library(sources: Sources) -> tuple[Library, tuple[Diagnostic, ...]]:
    """All records, and what is wrong with them: shape first, then the references between them.

    A broken record costs itself; the rest of the library is built.
    """
    loading = Loading(sources)
    registers = load_registers(loading)
    found = load_meetings(loading, registers.bodies)
    papers = [paper for each in found.papers.values() for paper in (each, *each.renditions.values())]
    minutes = [record for each in found.minutes.values() for record in (each, *each.renditions.values())]
    files = [
        *registers.files,
        *found.meetings.values(),
        *(record.header for record in minutes),
        *(paper.header for paper in papers),
        *(data_set.facts for paper in papers for data_set in paper.data_sets.values()),
    ]
    library = Library(
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
        meetings=found.meetings,
        minutes=found.minutes,
        papers=found.papers,
        actions=gather_actions(found.meetings, found.minutes, registers.actions),
        decisions=gather_decisions(found.meetings, found.minutes, registers.decisions),
        excuses=gather_waivers(files),
        assets=sources.assets,
        broken=frozenset(loading.broken),
    )
    findings = (
        *loading.findings,
        *check_duplicates(library),
        *check_references(library, registers.actions),
        *check_items(library),
        *check_data_use(library),
        *check_risks(library),
        *check_updates(library, registers.actions),
        *check_attendance(library),
    )
    return library, tuple(sorted(findings, key=lambda finding: (finding.place, finding.problem.code)))
