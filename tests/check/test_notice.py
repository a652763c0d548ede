"""Days of notice, counted as bodies' rules count them."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from govdocs.check.working_days import count_notice, last_day_for
from govdocs.model.registers import Settings
from govdocs.model.seats import Notice
from support.judging import HEADER, PAPER, judge
from support.organisation import MEETING

THURSDAY = date(2026, 5, 14)


def _notice(days: str, at_least: int = 5) -> Notice:
    return Notice.model_validate({"of": "agenda", "at_least": str(at_least), "days": days})


def _settings(**more: object) -> Settings:
    return Settings.model_validate({"name": "Papers", **more})


@pytest.mark.parametrize(
    ("sent", "days", "given"),
    [
        (date(2026, 5, 7), "calendar", 7),
        (date(2026, 5, 7), "clear", 6),
        (date(2026, 5, 7), "working", 5),
        (date(2026, 5, 7), "clear-working", 4),
        (date(2026, 5, 14), "calendar", 0),
        (date(2026, 5, 16), "clear", -2),
    ],
)
def test_days_between_sending_and_meeting(sent: date, days: str, given: int) -> None:
    assert count_notice(sent, THURSDAY, _notice(days), _settings()) == given


@pytest.mark.parametrize(
    ("nation", "sent", "met", "given"),
    [
        ("england", date(2026, 4, 30), date(2026, 5, 7), 4),  # the Monday is a holiday
        ("scotland", date(2025, 12, 31), date(2026, 1, 6), 2),  # two days off, and a weekend
        ("england", date(2025, 12, 31), date(2026, 1, 6), 3),
        ("northern-ireland", date(2026, 3, 16), date(2026, 3, 20), 3),  # St Patrick
        ("wales", date(2026, 3, 16), date(2026, 3, 20), 4),
        ("england", date(2022, 9, 14), date(2022, 9, 21), 4),  # a day of mourning
    ],
)
def test_public_holidays_of_the_nations(nation: str, sent: date, met: date, given: int) -> None:
    assert count_notice(sent, met, _notice("working"), _settings(nation=nation)) == given


def test_days_off_of_the_office_count_as_well() -> None:
    settings = _settings(nation="england", holidays=["2026-05-11"])
    assert count_notice(date(2026, 5, 7), THURSDAY, _notice("working"), settings) == 4
    assert last_day_for(THURSDAY, _notice("working"), settings) == date(2026, 5, 6)


def test_the_message_says_which_day_is_a_holiday_and_which_day_was_the_last(tmp_path: Path) -> None:
    files = (
        "# govdocs.yaml\nnation: england\n# records/bodies/board.yaml\n"
        f"notice: [{{of: agenda, at_least: 9, days: working}}]\n# {MEETING}\ncirculated: 2026-05-02\n"
    )
    found = judge(tmp_path, files)["notice-short"][0]
    assert "8 working days before the meeting" in found.message
    assert "2026-05-04 is a holiday" in found.message
    assert "2026-04-30" in found.hint


def test_papers_that_came_later_need_a_reason(tmp_path: Path) -> None:
    body = "# records/bodies/board.yaml\nnotice: [{of: papers, at_least: 5, days: clear}]\n"
    paper = f"# {PAPER}\n---\n{HEADER}circulated: 2026-05-12\n---\n# Report\n\nThe plan.\n"
    bare = f"# {MEETING}\ncirculated: 2026-05-01\nagenda: [{{paper: budget, time: 10:15}}]\n"
    assert judge(tmp_path / "bare", body + paper + bare)["late-without-reason"][0].subject == "field circulated"
    reason = bare.replace("time:", "why: the grant came late, time:")
    assert "late-without-reason" not in judge(tmp_path / "reason", body + paper + reason)
    early = paper.replace("05-12", "05-04")
    assert "late-without-reason" not in judge(tmp_path / "early", body + early + bare)
    after = paper.replace("05-12", "05-20")
    assert "late-without-reason" in judge(tmp_path / "after", after + bare)


def test_the_library_of_holidays_is_loaded_only_where_it_is_needed() -> None:
    code = "import sys, govdocs.check.catalogue; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
