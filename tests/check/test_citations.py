"""Figures and days that are typed into links, in the many ways in which people type them."""

from pathlib import Path

import pytest

from support.judging import judge_report


def _said(tmp_path: Path, record: str, link: str, rule: str) -> list[str]:
    found = judge_report(tmp_path, f"It is [{link}).", f"{record}\n")
    return [one.message for one in found.get(rule, [])]


@pytest.mark.parametrize(
    ("figure", "typed"),
    [
        ("value: 48608, unit: GBP", "£49k"),
        ("value: 48608, unit: GBP", "in 2026/27 £48,608"),
        ("value: 0.12, unit: GBP", "12p"),
        ("value: 0.125, unit: GBP", "£0.13"),
        ("value: -3329, unit: GBP", "a deficit of £3,329"),
        ("value: 0, unit: GBP", "£0"),
        ("value: 3, unit: count", "three"),
        ("value: 1.25, unit: GBP-million", "£1.3 million"),
        ("value: 86.44, unit: percent", "86.4 per cent"),
        ("value: 48608, unit: GBP", "the cost"),
    ],
)
def test_a_figure_may_be_typed_in_many_ways(figure: str, typed: str, tmp_path: Path) -> None:
    assert _said(tmp_path, f"figures: [{{id: one, {figure}}}]", f"{typed}](figure:one", "figure-differs") == []


@pytest.mark.parametrize(
    ("figure", "typed", "expected"),
    [
        ("value: 48608, unit: GBP", "£48k", "expected £49k, for 48,608"),
        ("value: 0.12, unit: GBP", "13p", "expected 12p"),
        ("value: 3, unit: count", "four", "expected 3"),
        ("value: 3329, unit: GBP", "-£3,329", "expected £3,329 without a minus"),
        ("value: 48608, unit: GBP", "€48,608", "expected an amount in £"),
        ("value: 86.46, unit: percent", "£86", "which is a percentage"),
        ("value: 86.46, unit: percent", "86.4%", "expected 86.5%"),
        ("value: 0, unit: GBP", "£5", "expected 0"),
    ],
)
def test_a_figure_that_is_another_one(figure: str, typed: str, expected: str, tmp_path: Path) -> None:
    (message,) = _said(tmp_path, f"figures: [{{id: one, {figure}}}]", f"{typed}](figure:one", "figure-differs")
    assert expected in message


@pytest.mark.parametrize(
    ("day", "right", "wrong"),
    [
        ("2026-09-26", "26 Sept", "27 Sept"),
        ("2026-09-26", "26/09/2026", "27/09/2026"),
        ("2026-09-26", "September 26, 2026", "September 27, 2026"),
        ("2026-09-26", "2026-09-26", "2026-09-27"),
        ("2026-09-26", "26th of september", "27th of september"),
        ("2026-09-26", "in September 2026", "October 2026"),
        ("2026-09", "3 September 2026", "3 October 2026"),
        ("2026-09", "2026", "in 2027"),
    ],
)
def test_a_day_may_be_typed_in_many_ways(day: str, right: str, wrong: str, tmp_path: Path) -> None:
    event = f"events: [{{id: one, date: {day}}}]"
    assert _said(tmp_path / "right", event, f"{right}](event:one", "event-differs") == []
    assert len(_said(tmp_path / "wrong", event, f"{wrong}](event:one", "event-differs")) == 1
