"""Gaps of templates, brackets in values, and the months of titles."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It costs £[x]m a year.", True),
        ("It is due on DD/MM/YYYY.", True),
        ('He said "we [...] agree". - [x] done', False),
        ("Signed ............ Date ________", False),
    ],
)
def test_gaps_of_templates(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("gap-of-template" in judge_report(tmp_path, words)) is found


@pytest.mark.parametrize(
    ("title", "found"), [("Budget (revised", True), ("Budget (revised)", False), ("a) Budget", False)]
)
def test_brackets_in_titles(tmp_path: Path, title: str, *, found: bool) -> None:
    files = f"# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: {title}\nauthors: [alex-example]\n---\n"
    assert ("bracket-open-in-value" in judge(tmp_path, files)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [("At Month 7 all is well.", True), ("At Month 8, as at Month 7, all is well.", False), ("All is well.", False)],
)
def test_the_month_of_the_title(tmp_path: Path, words: str, *, found: bool) -> None:
    files = "# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: Finance, Month 8\nauthors: [alex-example]\n---\n"
    assert ("month-of-another-report" in judge(tmp_path, f"{files}# Report\n\n{words}\n")) is found
