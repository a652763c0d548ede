"""Stretches of time, and the forms in which days and years are written."""

from pathlib import Path

import pytest

from support.judging import judge_report


@pytest.mark.parametrize(
    "words",
    [
        "The pilot ran for 8 months from July 2025 to December 2025.",
        "The pilot ran from July 2025 to December 2025 (8 months).",
        "The audit looked at 3 months of activity for the period 1 July 2025 to 31 December 2025.",
        "It is open for 20 days from 1 May 2026 to 10 May 2026.",
        "A two-year post, from April 2026 to March 2031, is proposed.",
    ],
)
def test_lengths_that_do_not_fit(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["period-length-differs"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The pilot ran for 6 months from July 2025 to December 2025.",
        "The pilot ran from July 2025 to December 2025 (a period of six months).",
        "The audit looked at 6 months of activity for the period 1 July 2025 to 31 December 2025.",
        "It is open for 10 days from 1 May 2026 to 10 May 2026.",
        "A three-year post, from April 2026 to March 2029, is proposed.",
        "Costs of 3 months each, from July 2025 to December 2026, were compared.",
        "It met from 1 May to 10 May 2026 (day 3 was the last).",
    ],
)
def test_lengths_that_fit(tmp_path: Path, words: str) -> None:
    assert "period-length-differs" not in judge_report(tmp_path, words)


def test_a_stretch_with_a_dash_that_ends_before_it_begins(tmp_path: Path) -> None:
    assert judge_report(tmp_path / "1", "The scheme (June 2026 – March 2026) is new.")["period-ends-before-start"]
    assert judge_report(tmp_path / "2", "The period 1 July 2026 to 31 December 2025.")["period-ends-before-start"]
    assert "period-ends-before-start" not in judge_report(tmp_path / "3", "The scheme (June – March 2027) is new.")


@pytest.mark.parametrize(("years", "wrong"), [
    ("2018/18", True), ("2019/18", True), ("2018/2017", True), ("2018/19", False), ("2017/2020", False),
    ("2014/5", True), ("2014/6", False),
    ("1999/00", False), ("1/2018/18", False), ("2018/18/05", False), ("2015/25", False),
])  # fmt: skip
def test_pairs_of_years(tmp_path: Path, years: str, wrong: bool) -> None:
    assert ("year-pair-wrong" in judge_report(tmp_path, f"The savings of {years} were carried over.")) is wrong


@pytest.mark.parametrize(
    ("words", "odd"),
    [
        ("The plan for 2026/27 follows 2025/26, and that follows 2024-25.", "2024-25"),
        ("The plan for 2026/27 follows 2025/26, not the 2024/2025 contract.", "2024/2025"),
        ("Each of 2026/27 and 2025/26 follows the target of 15/16.", "15/16"),
    ],
)
def test_years_written_in_two_ways(tmp_path: Path, words: str, odd: str) -> None:
    found = judge_report(tmp_path, words)["year-formats-mixed"]
    assert len(found) == 1
    assert f"`{odd}`" in found[0].message


@pytest.mark.parametrize(
    "words",
    [
        "The plan for 2026/27 and the plan for 2017/2020 are two.",
        "In 2026/27 more than 14/15% is spent, and 24/7 care begins.",
        "From 2026/27 on, minute 2026-14 of 2026-05-14 applies.",
    ],
)
def test_years_written_in_one_way(tmp_path: Path, words: str) -> None:
    found = judge_report(tmp_path, words).get("year-formats-mixed", [])
    assert not found


def _table(cell: str, words: str) -> str:
    columns = "columns: [{id: service, label: Service}, {id: cost, label: Cost}]"
    return f"```table\n{columns}\n---\n| *Positive Behavioural Support (new) | {cell} |\n```\n\n{words}"


@pytest.mark.parametrize(
    ("cell", "words", "wrong"),
    [
        ("£33k (7 months)", "Positive Behaviour Support, which is funded from June 2026 – March 2027, is new.", True),
        ("£33k (10 months)", "Positive Behaviour Support, which is funded from June 2026 – March 2027, is new.", False),
        ("£33k (7 months)", "Home Visiting Support is funded from June 2026 to March 2027.", False),
        ("7 months of 12 months", "Positive Behaviour Support is funded from June 2026 to March 2027.", False),
    ],
)
def test_months_in_tables(tmp_path: Path, cell: str, words: str, *, wrong: bool) -> None:
    assert ("months-differ" in judge_report(tmp_path, _table(cell, words))) is wrong
