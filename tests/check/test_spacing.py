"""Spaces around marks, dashes and dates."""

from pathlib import Path

import pytest

from support.judging import PAPER, judge, judge_report


@pytest.mark.parametrize(
    "words",
    [
        "Vacancies in the workforce ,",
        "The contract was re- based in May.",
        "Assurance report –May 2026 is late.",
        "The meeting of March4th was short.",
        "The trees are healthy.The hedge is not.",
        "Patients,carers and staff came.",
    ],
)
def test_odd_spaces(tmp_path: Path, words: str) -> None:
    assert "mark-misplaced" in judge_report(tmp_path, words)


@pytest.mark.parametrize(
    "words",
    [
        "Pre- and post-operative care, short-, medium- and long-term plans.",
        "It fell – as planned – to -5% and -£4m; one word ends in -ing.",
        "Write to clerk@example.org or see www.example.org,Downloads.",
        "The U.S.A. and e.g.Wales send 1,000 letters, B- and C+ graded.",
        "The week of 4 March 2026—a Wednesday—is free.",
    ],
)
def test_spaces_as_they_should_be(tmp_path: Path, words: str) -> None:
    assert "mark-misplaced" not in judge_report(tmp_path, words)


def test_a_dash_in_a_title(tmp_path: Path) -> None:
    files = (
        f"# {PAPER}\n---\ntitle: Assurance report –May 2026\nauthors: [alex-example]\n---\n# Report\n\nAll is well.\n"
    )
    found = judge(tmp_path, files)["mark-misplaced"]
    assert [one.message for one in found] == [
        "`report –May` has a space on one side of its dash only; expected it on both sides, or on none"
    ]
