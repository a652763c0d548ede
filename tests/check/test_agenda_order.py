"""Numbers, letters, times and sections of agendas: what is a slip and what is not."""

from pathlib import Path

import pytest

from support.judging import judge
from support.organisation import MEETING


def _names(root: Path, agenda: str) -> set[str]:
    return set(judge(root, f"# {MEETING}\nagenda: [{agenda}]\n"))


def _item(name: str, more: str = "") -> str:
    return f"{{item: {name}, title: {name.capitalize()}, presenters: [alex-example]{more}}}"


@pytest.mark.parametrize(
    "numbers",
    [("9", "11"), ("9", "9"), ("9", "8"), ("18/42", "18/44"), ("7.1", "7.3"), ("9", "", "12")],
)
def test_numbers_out_of_step(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    items = [_item(f"item-{n}", f', number: "{number}"' if number else "") for n, number in enumerate(numbers)]
    assert "item-number-wrong" in _names(tmp_path, ", ".join(items))


@pytest.mark.parametrize(
    "numbers", [("9", "10"), ("18/42", "18/43"), ("7.1", "7.2", "8"), ("9", "", "11"), ("a", "b"), ("1", "A1")]
)
def test_numbers_in_step(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    items = [_item(f"item-{n}", f', number: "{number}"' if number else "") for n, number in enumerate(numbers)]
    assert "item-number-wrong" not in _names(tmp_path, ", ".join(items))


def test_letters_out_of_step(tmp_path: Path) -> None:
    held = "held: to-follow, presenters: [alex-example]"
    papers = f"{{paper: one, title: One, letter: C, {held}}}, {{paper: two, title: Two, letter: E, {held}}}"
    assert "item-number-wrong" in _names(tmp_path / "jump", papers)
    assert "item-number-wrong" not in _names(tmp_path / "on", papers.replace("letter: E", "letter: D"))


def test_minutes_that_do_not_fit(tmp_path: Path) -> None:
    before_end = _item("parks", ", time: 11:30, minutes: 45")
    assert "time-too-short" in _names(tmp_path / "end", before_end)
    whole = ", ".join(_item(f"item-{n}", ", minutes: 45") for n in range(3))
    assert "time-too-short" in _names(tmp_path / "sum", whole)
    assert "time-too-short" not in _names(tmp_path / "fits", whole.replace("45", "40"))


def test_items_taken_together_need_no_time_of_their_own(tmp_path: Path) -> None:
    together = ", ".join(_item(name, ", time: 10:15, consent: yes") for name in ("parks", "roads"))
    assert "item-without-time" not in _names(tmp_path / "together", together)
    standing = "{standing: welcome, time: 10:00}, {standing: apologies, time: 10:00}"
    assert "item-without-time" not in _names(tmp_path / "standing", f"{standing}, {_item('parks', ', time: 10:05')}")


def test_the_same_items_in_public_and_in_private(tmp_path: Path) -> None:
    both = "{section: In public}, " + _item("parks") + ", {section: In private, session: closed}, "
    agenda = both + _item("private-parks").replace("Private-parks", "Parks")
    body = "# records/bodies/board.yaml\nsessions:\n  - {id: public, word: Public, title: Board}\n"
    body += "  - {id: closed, word: Closed, title: Board, open: no}\n"
    found = judge(tmp_path, f"{body}# {MEETING}\nagenda: [{agenda}]\n")
    assert "item-twice" not in found
    assert "section-empty" not in found


def test_sections_without_items(tmp_path: Path) -> None:
    assert "section-empty" in _names(tmp_path / "last", _item("parks") + ", {section: For information}")
    assert "section-empty" not in _names(tmp_path / "full", "{section: For information}, " + _item("parks"))


def test_meeting_numbers_begin_again_with_the_year(tmp_path: Path) -> None:
    later = (
        "# meetings/board/2027-01-14/meeting.yaml\nbody: board\nnumber: 1\ndate: 2027-01-14\nstart: 10:00\n"
        "session: public\nchair: robin-sample\nvenue: main\n"
    )
    now = f"# {MEETING}\nnumber: 4\nnext: {{date: 2027-01-14, venue: main}}\n"
    assert "meeting-number-wrong" not in judge(tmp_path / "year", now + later)
    jump = now.replace("2027-01-14", "2026-09-10") + later.replace("2027-01-14", "2026-09-10").replace("r: 1", "r: 6")
    assert "meeting-number-wrong" in judge(tmp_path / "jump", jump)
