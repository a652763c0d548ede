"""What was found at a meeting is found again for as long as nothing changes that was looked at, and never longer."""

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from benchmarks.many import write_repository
from PIL import Image

from govdocs.cli.as_json import findings_as_json
from govdocs.cli.show import sort_findings
from govdocs.diagnostics import Stage
from govdocs.workflow import examining
from govdocs.workflow.check import check_repository
from govdocs.workflow.checked import Checked
from govdocs.workflow.settings import Settings
from support.organisation import put_files

NOW = datetime(2026, 5, 10, tzinfo=UTC)
BOARD, PANEL = {"board": 3}, {"board": 3, "panel": 2}
LAST, BEFORE, FIRST = "meetings/board/2026-05-14", "meetings/board/2026-05-07", "meetings/board/2026-04-30"


def printed(checked: Checked) -> str:
    lists = (sort_findings(each, Stage.PUBLISH) for each in (checked.findings, checked.waived))
    return "".join(findings_as_json(each, Stage.PUBLISH) for each in lists) + str(checked.file_count)


def check_both(root: Path) -> str:
    """What a check finds that uses what was kept; it is what one finds that does not."""
    settings = Settings(root, NOW)
    anew, warm = (printed(check_repository(settings, cached=cached)) for cached in (False, True))
    assert warm == anew
    return warm


def put_after(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, old + new, 1), encoding="utf-8")


def test_only_what_looked_at_a_change_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_repository(tmp_path, PANEL)
    check_both(tmp_path)
    looked: list[tuple[str, str]] = []
    look = examining._Examiner.look

    def noting(self: examining._Examiner, spots: list[tuple[str, str]]) -> list[examining.Seen]:
        looked.extend(spots)
        return look(self, spots)

    monkeypatch.setattr(examining._Examiner, "look", noting)
    put_after(tmp_path, f"{LAST}/papers/second.md", "# Summary\n", "\nA sentence.\n")
    check_repository(Settings(tmp_path, NOW))
    assert sorted(looked) == [("papers", "board/2026-05-14"), ("records", "board/2026-05-14")]


#: Changes whose findings show in the papers or records of another meeting than the one in which they are made.
AFAR: dict[str, Callable[[Path], object]] = {
    "words of an action": lambda root: put_after(root, f"{BEFORE}/minutes.md", "---\nTo look into", " [x](y:z)"),
    "an action's line": lambda root: put_after(root, f"{BEFORE}/minutes.md", "## welcome\n", "\nGood morning.\n"),
    "a minuted decision": lambda root: put_after(root, f"{BEFORE}/minutes.md", "id: first\n", "number: 7\n"),
    "a date": lambda root: put_after(root, f"{BEFORE}/meeting.yaml", "date: 2026-05-0", "8 #"),
    "a meeting gone": lambda root: shutil.rmtree(root / BEFORE),
    "minutes gone": lambda root: (root / BEFORE / "minutes.md").unlink(),
    "a paper gone": lambda root: (root / BEFORE / "papers/third.md").unlink(),
    "a register": lambda root: (root / "records/venues.yaml").write_text("venues: {}\n"),
    "a template": lambda root: put_files(root, {"templates/agenda.html": "{{ none }}"}),
    "the number of a meeting": lambda root: put_after(root, f"{BEFORE}/meeting.yaml", "venue: main\n", "number: 50\n"),
}


@pytest.mark.parametrize("change", AFAR)
def test_a_change_is_found_wherever_it_shows(change: str, tmp_path: Path) -> None:
    write_repository(tmp_path, BOARD)
    put_after(tmp_path, f"{LAST}/papers/third.md", "# Report\n", "\nSee [](paper:board/2026-05-07/third).\n")
    put_after(tmp_path, f"{LAST}/meeting.yaml", "venue: main\n", "number: 45\n")
    before = check_both(tmp_path)
    AFAR[change](tmp_path)
    after = check_both(tmp_path)
    assert after != before or change in {"an action's line", "a minuted decision"}


def test_a_picture_may_lie_anywhere_in_the_repository(tmp_path: Path) -> None:
    write_repository(tmp_path, BOARD)
    put_after(tmp_path, f"{LAST}/papers/third.md", "# Report\n", "\n![A boat.](pictures/boat.png)\n")
    without = check_both(tmp_path)
    # What lies there is no record: only with another change is there anything to check anew.
    elsewhere = f"{FIRST}/papers/second.md"
    (tmp_path / "pictures").mkdir()
    Image.new("1", (4, 2)).save(tmp_path / "pictures/boat.png")
    put_after(tmp_path, elsewhere, "# Summary\n", "\nA sentence.\n")
    there = check_both(tmp_path)
    (tmp_path / "pictures/boat.png").write_bytes(b"<html>")
    put_after(tmp_path, elsewhere, "# Summary\n", "\nAnother sentence.\n")
    assert "there is no picture" in without
    assert "boat" not in there
    assert "is no picture" in check_both(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"facts": 1}', b"\x80"])
def test_what_is_damaged_is_not_there(damage: bytes, tmp_path: Path) -> None:
    write_repository(tmp_path, {"board": 2})
    before = check_both(tmp_path)
    for kept in (tmp_path / ".govdocs").glob("*.json"):
        kept.write_bytes(damage)
    assert check_both(tmp_path) == before


def test_many_changes_one_after_another(tmp_path: Path) -> None:
    write_repository(tmp_path, PANEL)
    chance = random.Random(11)  # noqa: S311 - not for secrets
    files = sorted(path for path in (tmp_path / "meetings").rglob("*.*") if path.is_file())
    for _ in range(5):
        path = chance.choice(files)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = chance.randrange(len(lines))
        lines[at : at + 1] = chance.choice(([], [lines[at], "\n"], [lines[at]] * 2, [lines[at].upper()]))
        path.write_text("".join(lines), encoding="utf-8")
        check_both(tmp_path)
