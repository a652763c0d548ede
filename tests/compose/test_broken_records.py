"""Composing never stumbles: whatever was typed, there is a pack or a finding."""

import random
import shutil
from pathlib import Path

import pytest

from govdocs.compose.meeting import compose_meeting
from govdocs.compose.minutes_sets import compose_minutes_set
from support.records import CASES, load_library

MEETINGS = {
    "composing": "trust/2024-06-03",
    "town-council": "council/2024-03-12",
    "association-board": "board/2024-02",
    "action-log": "harbour/2024-05-14",
}
LINES = (
    "# x",
    "- a",
    "```",
    "| a | b |",
    "---",
    "[](x:y)",
    "[](table:z)",
    "{% if %}",
    "  x: 1",
    "| ^^ | << |",
    "1. x",
    "#### deep",
    "![a](b.png)",
)


def spoil(lines: list[str], luck: random.Random) -> list[str]:
    """``lines`` with one slip of the keyboard."""
    place = luck.randrange(len(lines))
    line = lines[place]
    slip = luck.randrange(5)
    if slip == 0:
        return lines[:place] + lines[place + 1 :]
    if slip == 1:
        return [*lines[:place], luck.choice(LINES), *lines[place:]]
    column = luck.randrange(len(line) + 1)
    changed = {
        2: line[:column] + luck.choice("{}[]()<>|*_#:,\"'\\0é") + line[column + 1 :],
        3: line * 2,
        4: line.replace("yes", "no").replace("1", "0").replace("a", ""),
    }[slip]
    return [*lines[:place], changed, *lines[place + 1 :]]


@pytest.mark.parametrize("case", MEETINGS)
@pytest.mark.parametrize(("seed", "rounds"), [(7, 4), pytest.param(11, 100, marks=pytest.mark.gate, id="long")])
def test_a_slip_of_the_keyboard(case: str, seed: int, rounds: int, tmp_path: Path) -> None:
    luck = random.Random(f"{case} {seed}")  # noqa: S311 -- slips, not secrets
    for number in range(rounds):
        root = tmp_path / str(number)
        shutil.copytree(CASES / case, root)
        files = sorted(path for path in root.rglob("*") if path.suffix in {".yaml", ".md", ".csv", ".html"})
        for _ in range(luck.randint(1, 3)):
            file = luck.choice(files)
            spoiled = spoil(file.read_text(encoding="utf-8").split("\n"), luck)
            file.write_text("\n".join(spoiled), encoding="utf-8")
        library, _ = load_library(root)
        meeting = library.meetings.get(MEETINGS[case])
        if meeting is not None:
            pack, _ = compose_meeting(library, meeting, root)
            assert pack.name == "pack"
            compose_minutes_set(library, meeting, root)
