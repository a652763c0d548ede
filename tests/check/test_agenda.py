"""What an agenda promises, and how little is said where one slip would set off many rules."""

from pathlib import Path

import pytest

from support.command import call
from support.organisation import MEETING, overlay, put_files, sound_files

PAPER = "---\ntitle: Budget\nauthors: [alex-example]\npresenters: [alex-example]\n---\n# Report\n\nThe budget.\n"
BUDGET = "meetings/board/2026-05-14/papers/budget.md"


def _errors(capsys: pytest.CaptureFixture[str], root: Path, snippet: str, **more: str) -> list[str]:
    """The lines of all findings, and their hints, for the sound organisation with ``snippet`` on top."""
    put_files(root, overlay(sound_files(), snippet) | more)
    said = call(capsys, root, "check").said.splitlines()
    return [line.strip() for line in said if " error G" in line or " warning G" in line or line.startswith("  hint")]


def test_a_paper_typed_wrongly_names_the_one_that_is_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    agenda = f"# {MEETING}\nagenda: [{{standing: declarations}}, {{paper: buget, title: Budget}}]\n"
    said = _errors(capsys, tmp_path, agenda, **{BUDGET: PAPER})
    assert [line for line in said if "paper-missing" in line]
    assert "hint: write `budget`" in said
    assert not [line for line in said if "presenter-missing" in line and "buget" in line]


def test_promised_minutes_that_nobody_typed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    before = sound_files()[MEETING].replace("2026-05-14", "2026-04-16")
    agenda = f"# {MEETING}\nagenda: [{{standing: declarations}}, {{standing: minutes, of: board/2026-04-16}}]\n"
    said = _errors(capsys, tmp_path, agenda, **{"meetings/board/2026-04-16/meeting.yaml": before})
    assert [line for line in said if "paper-missing: the agenda promises the minutes of `board/2026-04-16`" in line]
    assert [line for line in said if "hint: run `govdocs new minutes board/2026-04-16`" in line]


def test_an_agenda_that_cannot_be_read_is_the_only_finding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    waived = PAPER.replace("---\n#", "waivers: [{rule: title-differs, reason: none yet, by: clerk}]\n---\n#")
    slip = f"# {MEETING}\nstart: 10.30\n"
    said = _errors(capsys, tmp_path, slip, **{BUDGET: waived})
    assert [line.split()[2] for line in said if not line.startswith("hint")] == ["G207"]


def test_a_register_that_is_gone_is_said_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = sound_files()
    del files["records/people.yaml"]
    put_files(tmp_path, files)
    said = call(capsys, tmp_path, "check").said
    assert said.count("`records/people.yaml`, which is not there or holds nothing") == 1


def test_answers_that_no_form_asks_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    answered = PAPER.replace("presenters", "cover: no\nform: {sponsor: Ann Lee}\npresenters")
    agenda = f"# {MEETING}\nagenda: [{{standing: declarations}}, {{paper: budget}}]\n"
    said = _errors(capsys, tmp_path, agenda, **{BUDGET: answered})
    assert [line for line in said if "the answer `sponsor` would not be printed" in line]
