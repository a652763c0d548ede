"""What rules find in the sound organisation with a few lines on top."""

from datetime import date
from pathlib import Path

from govdocs.check.catalogue import DOCUMENT_RULES, RECORD_RULES
from govdocs.check.rule import Composed, Found, Records
from govdocs.compose.meeting import compose_meeting
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.organisation import overlay, put_files, sound_files

PAPER = "meetings/board/2026-05-14/papers/budget.md"
HEADER = "title: Budget\nauthors: [alex-example]\npresenters: [alex-example]\n"


def judge(root: Path, snippet: str) -> dict[str, list[Found]]:
    """What each rule finds, by its name; rules that find nothing are left out."""
    sources, _ = read_repository(put_files(root, overlay(sound_files(), snippet)))
    library, broken = build_library(sources)
    assert not broken, [f"{finding.place}: {finding.message}" for finding in broken]
    records = Records(library, date(2026, 5, 10))
    return {rule.problem.name: found for rule in RECORD_RULES if (found := list(rule.look(records)))}


def judge_report(root: Path, report: str, header: str = "") -> dict[str, list[Found]]:
    """What each rule finds where a paper for the meeting of 14 May 2026 has this report."""
    return judge(root, f"# {PAPER}\n---\n{HEADER}{header}---\n# Report\n\n{report}\n")


def judge_printed(root: Path, report: str) -> dict[str, list[str]]:
    """What the rules over composed documents say of such a report, by their names."""
    agenda = "# meetings/board/2026-05-14/meeting.yaml\nagenda: [{paper: budget, time: 10:15}]\n"
    snippet = f"# {PAPER}\n---\n{HEADER}---\n# Report\n\n{report}\n{agenda}"
    sources, _ = read_repository(put_files(root, overlay(sound_files(), snippet)))
    library, _ = build_library(sources)
    pack, _ = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    papers = [Composed(document, pack) for document in pack.documents()]
    found = {
        rule.problem.name: [one.message for paper in papers for one in rule.look(paper)] for rule in DOCUMENT_RULES
    }
    return {name: messages for name, messages in found.items() if messages}
