"""A record that cannot be understood is one finding, whatever else in the repository rests on it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.built_cases import CASES
from support.built_example import copy_example
from support.organisation import MEETING, overlay, put_files, sound_files

COUNCIL = "meetings/council/2024-03-12"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def _without(text: str, key: str) -> str:
    """A record without one of its keys, whatever the lines of its value."""
    return re.sub(rf"(?m)^{key}:.*\n(?:(?:[ #-].*)?\n)*", "", text, count=1)


@pytest.mark.parametrize(
    ("file", "change"),
    [
        *((f"{COUNCIL}/meeting.yaml", f"without {key}") for key in ("chair", "body", "date", "start", "venue")),
        (f"{COUNCIL}/meeting.yaml", "cut off"),
        (f"{COUNCIL}/minutes.md", "without chair"),
        (f"{COUNCIL}/minutes.md", "unclosed"),
        (f"{COUNCIL}/papers/depot-lease.md", "without title"),
    ],
)
def test_a_broken_record_is_one_finding(file: str, change: str, tmp_path: Path) -> None:
    root = copy_example(tmp_path / "papers", CASES / "town-council")
    text = (root / file).read_text(encoding="utf-8")
    changed = {
        "cut off": text.replace("[", "", 1),
        "unclosed": text.replace("\n---\n", "\n--\n", 1),
    }.get(change) or _without(text, change.removeprefix("without "))
    assert changed != text
    (root / file).write_text(changed, encoding="utf-8")
    findings = check_repository(Settings(root, NOW), cached=False).findings
    assert len(findings) == 1, [f"{finding.place} {finding.message}" for finding in findings]
    assert findings[0].place.path == file


def test_papers_whose_cover_nobody_can_tell_are_not_said_to_print_no_recommendations(tmp_path: Path) -> None:
    papers = "".join(
        f"# meetings/board/2026-05-14/papers/{name}.md\n---\ntitle: The {name}\nauthors: [alex-example]\n"
        f"recommendations: [{{verb: approve, text: the {name}}}]\n---\n# Report\n\nAs planned.\n"
        for name in ("roof", "fence", "gate")
    )
    agenda = f"# {MEETING}\nagenda: [{{paper: roof}}, {{paper: fence}}, {{paper: gate}}]\n"
    root = put_files(tmp_path, overlay(sound_files(), agenda + papers))
    (root / MEETING).write_text(_without((root / MEETING).read_text(encoding="utf-8"), "chair"), encoding="utf-8")
    findings = check_repository(Settings(root, NOW), cached=False).findings
    assert [finding.message for finding in findings] == ["the key `chair` is missing"]


def test_a_meeting_without_an_agenda_is_one_finding(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "papers")
    path = root / "meetings/ccb/2018-06-21/meeting.yaml"
    path.write_text(_without(path.read_text(encoding="utf-8"), "agenda"), encoding="utf-8")
    findings = check_repository(Settings(root, NOW), cached=False).findings
    about = [finding for finding in findings if finding.problem.code != "G290"]
    assert [finding.problem.code for finding in about] == ["G506"], [finding.message for finding in about]
