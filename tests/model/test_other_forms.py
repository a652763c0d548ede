"""Dates and times in other forms are understood where they have one reading, and only there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.model.other_forms import read_other_date, read_other_time


@pytest.mark.parametrize(
    "typed",
    [
        "21 June 2018", "21st June 2018", "Thursday 21 June 2018", "Thu 21 Jun 2018", "June 21, 2018", "21/06/2018",
        "21.6.2018", "2018/6/21", "2018-6-21",
    ],
)  # fmt: skip
def test_a_day_that_can_be_no_other(typed: str) -> None:
    assert read_other_date(typed) == "2018-06-21"


@pytest.mark.parametrize(
    "typed", ["03/04/2018", "31 June 2018", "Friday 21 June 2018", "June 2018", "21/06/18", "tomorrow", ""]
)
def test_a_day_with_two_readings_or_none_is_left(typed: str) -> None:
    assert read_other_date(typed) == ""


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_in_words_is_itself(day: date) -> None:
    assert read_other_date(f"{day:%A} {day.day} {day:%B %Y}") == day.isoformat()
    assert read_other_date(f"{day.day}/{day.month}/{day.year}") in ("", day.isoformat())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2.30pm", "14:30"), ("2:30 p.m.", "14:30"), ("9am", "09:00"), ("12 noon", "12:00"), ("12.15 am", "00:15"),
        ("14.30", "14:30"), ("9.30", "09:30"), ("2.30", ""), ("14", ""), ("25.00", ""), ("14.75", ""), ("13pm", ""),
        ("half past two", ""),
    ],
)  # fmt: skip
def test_times(typed: str, meant: str) -> None:
    assert read_other_time(typed) == meant
