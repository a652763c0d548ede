"""Action logs that were typed as tables, from one meeting to the next."""

from pathlib import Path

import pytest

from support.judging import judge

HEAD = "| Ref | Action | Lead | Due | Status |\n|---|---|---|---|---|\n"
BEFORE = (
    "# meetings/board/2026-04-16/meeting.yaml\nbody: board\ndate: 2026-04-16\nstart: 10:00\nsession: public\n"
    "chair: robin-sample\nvenue: main\n"
)
MAP = "| {} | Send the map of all parks to members | {} | {} | {} |\n"
CLOSED = MAP.format("4.1", "RS", "May 2026", "Open") + "| 4.2 | Count the river trees | AE | June 2026 | Closed |\n"
OPEN = CLOSED.replace("Closed", "Open")


def _minutes(day: str, rows: str) -> str:
    header = "status: draft\nchair: robin-sample\nstarted: 10:00\npresent: [robin-sample]\n"
    return f"# meetings/board/{day}/minutes.md\n---\n{header}---\n## welcome\n\n{HEAD}{rows}\n"


def _found(root: Path, first: str, second: str) -> set[str]:
    files = BEFORE + _minutes("2026-04-16", first) + _minutes("2026-05-14", second)
    return {name for name in judge(root, files) if name.startswith("log-row")}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (CLOSED, ("4.1", "RS", "May 2026", "Closed – sent on 4 May"), set()),
        (CLOSED, ("4.1", "Robin Sample", "July 2026", "Open – revised"), set()),
        (OPEN, ("4.1", "RS", "May 2026", "Open"), {"log-row-lost"}),
        (CLOSED, ("4.1", "Alex Example", "May 2026", "Open"), {"log-row-differs"}),
        (CLOSED, ("4.3", "RS", "May 2026", "Open"), {"log-row-differs"}),
        (CLOSED, ("4.1", "RS", "March 2026", "Open"), {"log-row-differs", "log-row-overdue"}),
        (CLOSED, ("4.1", "RS", "May 2026", "Closed – will be sent"), {"log-row-contradicts-itself"}),
        (CLOSED, ("4.1", "RS", "May 2026", "Closed – will be on the agenda"), set()),
    ],
)
def test_rows_from_one_log_to_the_next(tmp_path: Path, first: str, second: tuple[str, ...], expected: set[str]) -> None:
    assert _found(tmp_path, first, MAP.format(*second)) == expected


def test_a_closed_action_is_not_still_to_be_done(tmp_path: Path) -> None:
    body = "# records/bodies/board.yaml\nactions:\n  columns: [{id: owners, label: Who}, {id: words, label: What}]\n"
    body += "  statuses: [{id: done, label: Done, closed: yes}]\n"
    log = "# records/actions/board.yaml\nupdates: [{action: map, date: 2026-05-02, status: done, words: WORDS}]\n"
    log += "actions:\n  map: {owners: [alex-example], due: 2026-06, arose: 2026-05-01, words: Draw the map.}\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    wrong = judge(tmp_path / "a", body + log.replace("WORDS", "It will be drawn in June."))
    assert len(wrong["log-row-contradicts-itself"]) == 1
    assert "log-row-contradicts-itself" not in judge(tmp_path / "b", body + log.replace("WORDS", "It was drawn."))
