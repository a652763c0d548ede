"""Who may do what, in an association of four seats: proxies, majorities, offices."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.records import CASES

BODY, MINUTES = "records/bodies/board.yaml", "meetings/board/2024-02/minutes.md"
PROXY = "ines-duarte, lena-voss, {person: milo-reyes, for: [Mx Ali Roe, Mx Kim Roe]}]"


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "said"),
    [
        (
            MINUTES,
            "ines-duarte, lena-voss, milo-reyes]",
            PROXY,
            "proxy-not-allowed",
            "holds 2 proxies; expected at most 1",
        ),
        (
            MINUTES,
            "votes: {for: 3, against: 1",
            "votes: {for: 2, against: 1",
            "majority-not-reached",
            "2 of 3, and the",
        ),
        (
            BODY,
            "open_to: [corporate]",
            "open_to: [individual]",
            "office-not-open",
            "`lena-voss` is Treasurer and has no",
        ),
        (
            MINUTES,
            "against: [ines-duarte]}",
            "against: [nora-quist]}",
            "vote-without-right",
            "`nora-quist` voted, and has",
        ),
        (MINUTES, "ratifies: urgent-domain\n", "", "ballot-not-reported", "do not report this decision"),
    ],
)
def test_it_is_found(file: str, old: str, new: str, rule: str, said: str, tmp_path: Path) -> None:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "association-board", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    found = check_repository(Settings(root, datetime(2031, 1, 2, tzinfo=UTC))).findings
    assert [one for one in found if one.problem.name == rule and said in one.message]
