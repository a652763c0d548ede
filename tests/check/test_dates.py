"""Days in words as papers write them: weekdays, days that no month has, weeks."""

from datetime import date
from pathlib import Path

import pytest

from govdocs.check.days import dates_in
from support.judging import judge, judge_report

MEETING = "meetings/board/2026-05-14/meeting.yaml"


@pytest.mark.parametrize(
    "words",
    [
        "The workshop is on Thurs 22 May 2026.",
        "The workshop is on Thursday, May 22nd.",
        "The workshop is on Friday the 21st May.",
        "The board met on 21 May 2026 (Friday).",
        "Staff move in the week commencing 20 May 2026.",
        "Staff move w/c 20th May.",
        "It meets on Tuesday 26 May and Wed 29th May 2026.",
        "The next meeting is planned for Friday May1st2026 or Sunday May1st.",
    ],
)
def test_weekdays_that_are_not(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["weekday-wrong"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The workshop is on Thurs 21 May 2026, and on Friday, May 22nd.",
        "Staff move in the week commencing 18 May 2026.",
        "She sat 4 May exams; on Sun 24 May she rested.",
        "By April 16 federations will have met.",
        "It met on the second Tuesday of May 2026.",
        "The board last met on Tuesday 4 November.",
    ],
)
def test_weekdays_that_are(tmp_path: Path, words: str) -> None:
    assert "weekday-wrong" not in judge_report(tmp_path, words)


def test_weekdays_in_titles_and_tables(tmp_path: Path) -> None:
    table = "```table\ncolumns: [{id: step, label: Step}, {id: when, label: When}]\n---\n| Move | Friday 21 May |\n```"
    assert judge_report(tmp_path / "cell", table)["weekday-wrong"][0].place.line == 11
    agenda = f"# {MEETING}\nagenda: [{{item: visit, title: Visit on Friday 21 May, time: 10:00}}]\n"
    assert judge(tmp_path / "title", agenda)["weekday-wrong"]


@pytest.mark.parametrize(
    "words", ["31 June 2026", "31 Sept", "June 31st", "30/02/2026", "31.04.2026", "29 February 2026"]
)
def test_days_that_no_month_has(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, f"The lease ends on {words} at noon.")["date-impossible"]) == 1


@pytest.mark.parametrize("words", ["29 February 2024", "12/13/14", "April 16", "Dec 40", "version 31.14.2"])
def test_what_is_a_day_or_no_date_at_all(tmp_path: Path, words: str) -> None:
    assert "date-impossible" not in judge_report(tmp_path, f"The text says {words} here.")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("March4th", "2026-03-04", "2026-03-04"),
        ("June 22nd", "2026-06-22", "2026-06-22"),
        ("Dec 14", "2014-12-01", "2014-12-31"),
        ("April 26", "2026-04-01", "2026-04-30"),
        ("March 5", "2026-03-05", "2026-03-05"),
        ("21/06/18", "2018-06-21", "2018-06-21"),
        ("the 1 st of July 2026", "2026-07-01", "2026-07-01"),
    ],
)
def test_days_and_short_years(words: str, first: str, last: str) -> None:
    found = dates_in(f"It ended on {words}, they say.", date(2026, 5, 14))
    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == [(first, last)]
