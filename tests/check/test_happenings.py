"""One happening, one date; and dates that a document cannot mean."""

from pathlib import Path

import pytest

from support.judging import judge_report

EVENT = "events: [{id: closing, date: 2026-06-26, words: the public consultation on the library closes}]\n"


@pytest.mark.parametrize(
    "words",
    [
        "A workshop was held on January 10th 2104.",
        "The lease of 1 May 1026 was signed in the hall.",
        "The plan was agreed in March 2206.",
    ],
)
def test_years_that_nobody_means(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["year-unlikely"]) == 1


@pytest.mark.parametrize("words", ["The bridge was opened on 3 May 1877.", "The lease ends on 31 March 2051."])
def test_years_that_may_be_meant(tmp_path: Path, words: str) -> None:
    assert "year-unlikely" not in judge_report(tmp_path, words)


@pytest.mark.parametrize(
    ("title", "words", "beyond"),
    [
        ("Operational plan 2026/27", "- By the end of September 2027 hold a day for practices", True),
        ("Operational plan 2026-2028", "- By the end of September 2027 hold a day for practices", False),
        ("Operational plan 2026/27", "- By April 2027 the service will be in place", False),
        ("Operational plan 2026/27", "- By 2030, in the long term, and by May 2029, all will have joined", False),
        ("Report on 2026/27", "- By the end of September 2027 hold a day for practices", False),
        ("Operational plan 2026/27", "The contract was signed until September 2027.", False),
    ],
)
def test_steps_after_the_years_of_a_plan(tmp_path: Path, title: str, words: str, *, beyond: bool) -> None:
    found = judge_report(tmp_path, words, f"document_title: {title}\n")
    assert ("beyond-the-plan" in found) is beyond


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The public consultation on the library closes on 26 June.", "The public consultation closes on 26 July."),
        (
            "The new library contract starts on 1 April 2027.",
            "Under the new library contract, which starts on 1 April 2026,",
        ),
        (
            "Northgate Housing signed the lease of the old school yard on 3 March 2026.",
            "Northgate Housing signed the lease of the old school yard on 28 January 2026.",
        ),
    ],
)
def test_one_happening_with_two_dates(tmp_path: Path, one: str, other: str) -> None:
    assert len(judge_report(tmp_path, f"{one}\n\n{other}")["date-contradicted"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The group met on 3 March 2026. The group met on 4 April 2026.",
        "The first workshop on care homes is on 26 June 2026. The second workshop on care homes is on 26 July 2026.",
        "The trust was inspected in March 2024. The trust was inspected again in March 2026.",
        "Spending on roads by 31 March 2025 was £10k. Spending on parks by 31 March 2026 was £20k.",
        "The public consultation on the library closes on 26 June 2026, and the survey on the library on 26 July 2026.",
        "The public consultation on the library closes in June 2026. The public consultation closes on 26 June.",
    ],
)
def test_two_happenings(tmp_path: Path, words: str) -> None:
    assert "date-contradicted" not in judge_report(tmp_path, words)


def test_events_of_the_header_against_the_prose(tmp_path: Path) -> None:
    assert judge_report(tmp_path / "1", "The public consultation on the library closes on 26 July 2026.", EVENT)[
        "date-contradicted"
    ]
    assert "date-contradicted" not in judge_report(
        tmp_path / "2", "The public consultation on the library closes on 26 June 2026.", EVENT
    )


def test_a_meeting_that_is_named_by_its_month(tmp_path: Path) -> None:
    wrong = "A business case is to go to the July Finance Committee in September, and to the board later."
    assert judge_report(tmp_path / "1", wrong)["date-contradicted"]
    right = "A business case is to go to the July Finance Committee on 9 July, and to the board in September."
    assert "date-contradicted" not in judge_report(tmp_path / "2", right)


def _timetable(*days: str) -> str:
    rows = "".join(f"| Step {n} | {day} |\n" for n, day in enumerate(days))
    return f"```table\ncolumns: [{{id: step, label: Step}}, {{id: when, label: When}}]\n---\n{rows}```"


@pytest.mark.parametrize(
    ("days", "odd"),
    [
        (("June 2026", "by July 2026", "September 2025", "October 2026", "November 2026"), True),
        (("1 June 2026", "1 July 2026", "1 October 2026", "1 November 2026"), False),
        (("1 June 2026", "1 March 2026", "1 October 2025", "1 May 2024"), False),
        (("1 June 2026", "1 March 2026", "1 July 2026", "as soon as it can be done"), False),
        (("1 June 2026", "1 March 2026", "1 July 2026"), False),
    ],
)
def test_a_row_that_goes_back_in_time(tmp_path: Path, days: tuple[str, ...], *, odd: bool) -> None:
    assert ("milestones-out-of-order" in judge_report(tmp_path, _timetable(*days))) is odd
