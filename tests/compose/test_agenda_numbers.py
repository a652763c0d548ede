"""Printed references and letters, which run on from meeting to meeting as the body's schemes say."""

from datetime import date, timedelta
from pathlib import Path

from govdocs.compose.agenda_numbers import BodyNumbers
from support.organisation import overlay, put_files, sound_files
from support.records import load_library

HEAD = "body: board\nstart: 10:00\nend: 12:00\nsession: public\nchair: robin-sample\nvenue: main\n"


def meeting(day: str, agenda: str, extra: str = "") -> str:
    folder = f"meetings/board/{day}/meeting.yaml"
    return f"# {folder}\n{HEAD}date: {day}\n{extra}agenda: {agenda}\n"


def numbers(root: Path, snippet: str, references: str) -> dict[str, list[str]]:
    files = overlay(sound_files(), snippet)
    body = files["records/bodies/board.yaml"]
    files["records/bodies/board.yaml"] = overlay({"b.yaml": body}, f"# b.yaml\nreferences:\n  {references}\n")["b.yaml"]
    library, _ = load_library(put_files(root, files))
    record = library.bodies["board"]
    numbers = BodyNumbers(record, library.meetings.values())
    return {one.date.isoformat(): list(numbers.references(one).values()) for one in library.meetings.values()}


TWO = "[{item: one, title: One}, {section: Band}, {item: two, title: Two}]"


def test_numbers_run_on_through_the_year(tmp_path: Path) -> None:
    snippet = meeting("2026-05-14", TWO, "first_number: 42\n") + meeting("2026-06-11", TWO) + meeting("2027-01-14", TWO)
    assert numbers(tmp_path, snippet, 'items: {pattern: "{yy}/{nn}", restart: yearly}') == {
        "2026-05-14": ["26/42", "26/43"],
        "2026-06-11": ["26/44", "26/45"],
        "2027-01-14": ["27/01", "27/02"],
    }


def test_numbers_that_never_restart_keep_frozen_ones(tmp_path: Path) -> None:
    frozen = "[{item: one, title: One, number: '7'}, {item: two, title: Two}, {item: three, title: Three, number: B-1}]"
    snippet = meeting("2026-05-14", frozen) + meeting("2027-06-11", TWO)
    assert numbers(tmp_path, snippet, 'items: {pattern: "{roman}.", restart: never}') == {
        "2026-05-14": ["VII.", "VIII.", "B-1"],
        "2027-06-11": ["X.", "XI."],
    }


def test_a_year_may_begin_in_april(tmp_path: Path) -> None:
    snippet = meeting("2026-05-14", TWO) + meeting("2027-03-11", TWO) + meeting("2027-04-08", TWO)
    assert numbers(tmp_path, snippet, 'items: {pattern: "{yyyy}-{n}", restart: yearly, year_starts: 4}') == {
        "2026-05-14": ["2026-1", "2026-2"],
        "2027-03-11": ["2026-3", "2026-4"],
        "2027-04-08": ["2027-1", "2027-2"],
    }


def test_letters_go_on_after_a_frozen_one(tmp_path: Path) -> None:
    agenda = "[{paper: a, held: late, title: A, letter: D}, {paper: b, held: late, title: B, papers: [c]}]"
    files = overlay(sound_files(), meeting("2026-05-14", agenda))
    library, _ = load_library(put_files(tmp_path, files))
    one = library.meetings["board/2026-05-14"]
    letters = BodyNumbers(library.bodies["board"], (one,)).letters(one)
    assert letters == {("a", "a"): "D", ("b", "b"): "E", ("b", "c"): "F"}


def test_a_thousand_meetings_run_on(tmp_path: Path) -> None:
    """Numbers that never begin again are counted once along the meetings, not back from each of them."""
    start = date(2000, 1, 6)
    days = [(start + timedelta(weeks=week)).isoformat() for week in range(1200)]
    snippet = "".join(meeting(day, "[{item: one, title: One}]") for day in days)
    found = numbers(tmp_path, snippet, 'items: {pattern: "{n}", restart: never}')
    assert (found[days[0]], found[days[-1]]) == (["1"], ["1200"])
