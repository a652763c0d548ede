"""Every rule fires on the Wrong of its own manual, is silent on its Right and on a sound organisation."""

import re
from datetime import date
from pathlib import Path

import pytest

from govdocs.check import documents
from govdocs.check.catalogue import DOCUMENT_RULES, RECORD_RULES, RULES
from govdocs.check.rule import Composed, DocumentRule, Found, RecordRule, Records
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Problem, Severity
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.organisation import overlay, put_files, sound_files


def _part(problem: Problem, name: str) -> str:
    """One part of a rule's manual, without its indentation."""
    return problem.parts()[name].replace("\t", "    ").rstrip()


def _as_files(snippet: str) -> str:
    """The snippet as files: one that names no file is the report of a paper."""
    if not snippet or re.match(r"# \S+\.(?:yaml|md|csv)\n", snippet):
        return snippet
    header = "title: Budget for 2026/27\nauthors: [alex-example]\npresenters: [alex-example]"
    return f"# meetings/board/2026-05-14/papers/budget.md\n---\n{header}\n---\n# Report\n\n{snippet}"


def _records(root: Path, snippet: str) -> Records:
    files = overlay(sound_files(), _as_files(snippet)) if snippet else sound_files()
    sources, reading = read_repository(put_files(root, files))
    library, modelling = build_library(sources)
    grave = [f for f in (*reading, *modelling) if f.problem.severities[2] == Severity.ERROR]
    assert not grave, [f"{finding.place}: {finding.message}" for finding in grave]
    return Records(library, date(2026, 5, 10))


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.problem.name)
def test_rule_fires_on_wrong(rule: RecordRule, tmp_path: Path) -> None:
    found = list(rule.look(_records(tmp_path, _part(rule.problem, "Wrong"))))
    assert found
    for one in found:
        line = (tmp_path / one.place.path).read_text(encoding="utf-8").splitlines()[one.place.line - 1]
        assert one.place.column <= len(line) + 1
        assert one.message
        assert one.message[0].islower() or one.message[0] in "`“"
        assert not one.message.endswith(".")
        assert "expected" in one.message
        assert one.hint
        assert one.hint[0].islower()
        # Words for people: no value as the program holds it, and no digit that nobody reads.
        assert not re.search(r"\w+\(\w*['=\d]|=<|\bNone\b|\d\.\d{6}", one.message + one.hint)


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.problem.name)
def test_rule_is_silent_on_right(rule: RecordRule, tmp_path: Path) -> None:
    assert not [one.message for one in rule.look(_records(tmp_path, _part(rule.problem, "Right")))]


def _look_at_papers(rule: DocumentRule, root: Path, snippet: str) -> list[Found]:
    if "papers/budget.md" in (files := _as_files(snippet)):
        files += "\n# meetings/board/2026-05-14/meeting.yaml\nagenda: [{paper: budget, time: 10:15}]\n"
    library = _records(root, files).library
    pack, _ = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    return [found for document in pack.documents() for found in rule.look(Composed(document, pack))]


@pytest.mark.parametrize(
    "rule", [rule for rule in DOCUMENT_RULES if rule not in documents.RULES], ids=lambda rule: rule.problem.name
)
def test_rule_over_papers_fires_on_wrong_and_not_on_right(rule: DocumentRule, tmp_path: Path) -> None:
    found = _look_at_papers(rule, tmp_path / "wrong", _part(rule.problem, "Wrong"))
    assert found
    assert all("expected" in one.message and one.hint for one in found)
    assert all(one.place.path.endswith(("budget.md", "minutes.md")) for one in found)
    assert not _look_at_papers(rule, tmp_path / "right", _part(rule.problem, "Right"))


def test_all_rules_are_silent_on_a_sound_organisation(tmp_path: Path) -> None:
    records = _records(tmp_path, "")
    assert not [one.message for rule in RECORD_RULES for one in rule.look(records)]


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.problem.code for rule in RULES}) == len(RULES)
    assert len({rule.problem.name for rule in RULES}) == len(RULES)


def test_heuristic_rules_never_exceed_a_warning() -> None:
    assert all(max(rule.problem.severities) <= Severity.WARNING for rule in RULES if rule.problem.heuristic)
