"""Posts, initials and hours that minutes give in words and in lists; how often schools meet."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report

LIST = (
    "present:\n  - robin-sample\n  - {person: Dr Ann Moss, printed: 'Medical Director (AM)'}\n"
    "  - {person: Mr Tim Reed, printed: 'Director of Finance (TR)'}\n"
    "  - {person: Ms Jo Wren, printed: 'Director of Nursing (JW)'}\n"
    "  - {person: Al Young, printed: 'Policy Advisor, Roads (AY)'}\n"
    "  - {person: Mr Ian Dunn, printed: 'Non-Executive Director (%s)'}\n"
)


def _minutes(words: str, letters: str = "ID") -> str:
    header = "status: draft\nchair: robin-sample\nstarted: 10:00\nended: 12:00\n" + LIST % letters
    return f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("post-differs", "Mr Reed, Director of Nursing, spoke.", True),
        ("post-differs", "Al Young (Policy Adviser, Roads) was welcomed.", True),
        ("post-differs", "Mr Reed, Director of Finance, and Dr Moss, Ms Wren and Mr Dunn spoke.", False),
        ("post-differs", "Dr Moss, Chair of the panel, asked Ms Wren, who is Director of Finance elsewhere.", False),
        ("result-told-twice", "The motion was carried by 1 vote to 3.", True),
        ("result-told-twice", "The motion was lost by 1 vote to 3.", False),
        ("hour-differs", "The meeting started at 10.00am and finished at 1.00pm.", True),
        ("hour-differs", "The meeting started at 10.00am and finished at 12.00 noon.", False),
        ("period-ends-before-start", "The school is closed from 14 April to 1 April 2026.", True),
        ("period-ends-before-start", "The school is closed from 14 April to 1 May 2026, and from 1 to 14 June.", False),
    ],
)
def test_minutes_in_words(tmp_path: Path, rule: str, words: str, *, found: bool) -> None:
    assert (rule in judge(tmp_path, _minutes(words))) is found


@pytest.mark.parametrize(("letters", "found"), [("XQ", True), ("IMD", False), ("CEO", False)])
def test_initials_in_a_list(tmp_path: Path, letters: str, *, found: bool) -> None:
    assert ("initials-of-another" in judge(tmp_path, _minutes("All spoke.", letters))) is found


@pytest.mark.parametrize(("letters", "found"), [("AW", True), ("RS", False)])
def test_initials_in_a_table(tmp_path: Path, letters: str, *, found: bool) -> None:
    rows = "| Name | Initials |\n|---|---|\n| Ms S Banks | SB |\n| Mr A Brown | AB |\n| Mrs C Eyre | CE |\n"
    rows += "| Mr T Hall | Chair |\n"
    found_there = judge_report(tmp_path, f"{rows}| Mr T Ross | TR |\n| Dr R. Steyn | {letters} |")
    assert ("initials-of-another" in found_there) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The committee meets at least once a term. It meets twice a year.", True),
        ("The committee meets at least once a term. It meets six times a year.", False),
        ("The committee meets termly. It holds three meetings a year.", False),
        ("The committee meets every half-term. The committee meets twice each half-term.", False),
        ("The committee meets half-termly. It meets four times a year.", True),
    ],
)
def test_how_often_schools_meet(tmp_path: Path, words: str, *, found: bool) -> None:
    head = "title: Parks Committee\nbodies: [{id: parks, name: Parks Committee}]\nstatus: draft\n"
    snippet = f"# records/terms-of-reference/parks.md\n---\n{head}---\n## Meetings\n\n{words}\n"
    assert ("terms-tell-it-twice" in judge(tmp_path, snippet)) is found
