"""`new terms`: what the record of the body says stands in them, and the rest is asked for."""

from pathlib import Path

import pytest

from govdocs.cli.main import main

TERMS = "records/terms-of-reference/council.md"
RULES = """
seats:
  - {id: first, name: Councillor, appointments: [{person: alex-example, from: 2026-01}]}
quorum: 1
casting_vote: chair
notice: [{of: papers, at_least: 3, days: clear}]
meets: {weekday: tuesday, weeks: [2]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a body and a meeting."""
    at = ["--folder", str(tmp_path)]
    assert main(["init", str(tmp_path), "--organisation", "Anytown Town Council"]) == 0
    assert main(["new", "body", "council", "--name", "Town Council", *at]) == 0
    assert main(["new", "meeting", "council", "2026-09-08", "--start", "19:00", *at]) == 0
    return tmp_path


def _with_rules(folder: Path) -> None:
    record = folder / "records/bodies/council.yaml"
    text = record.read_text(encoding="utf-8").replace("quorum: not-stated", "quorum_was: not-stated")
    lines = [line for line in text.splitlines() if not line.startswith("quorum_was")]
    record.write_text("\n".join(lines) + RULES, encoding="utf-8")


def test_they_say_what_the_record_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _with_rules(folder)
    assert main(["new", "terms", "council", "--folder", str(folder)]) == 0
    text = (folder / TERMS).read_text(encoding="utf-8")
    for expected in (
        "The quorum is 1 member.",
        "the chair has a casting vote",
        "on the second Tuesday of the month",
        "at least 3 clear days before the meeting",
        "filled_from: seats",
        "approved: {by: council}",
    ):
        assert expected in text
    capsys.readouterr()
    main(["check", "--folder", str(folder), "--ignore", "placeholder-text"])
    assert "nothing found" in capsys.readouterr().out


def test_with_a_meeting_comes_the_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["new", "terms", "council", "--meeting", "council/2026-09-08", "--approved-by", "The Parish"]
    assert main([*command, "--folder", str(folder)]) == 0
    assert "seats" in capsys.readouterr().out
    paper = (folder / "meetings/council/2026-09-08/papers/terms-of-reference.md").read_text(encoding="utf-8")
    assert "document: council" in paper
    assert "TO BE WRITTEN" in (folder / TERMS).read_text(encoding="utf-8")
    assert "terms-of-reference" in (folder / "meetings/council/2026-09-08/meeting.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["counsil"], "the nearest is `council`"),
        (["council", "--approved-by", "counsil"], "the nearest is `council`"),
        (["council", "--meeting", "council/2026-09-09"], "the nearest is `council/2026-09-08`"),
    ],
)
def test_what_is_not_there_leaves_nothing_behind(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["new", "terms", *arguments, "--folder", str(folder)]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / TERMS).exists()


def test_a_theme_is_checked_before_anything_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = folder / "records/bodies/council.yaml"
    faint = '\ntheme: {colours: {heading: "#FFEE00"}}\n'
    record.write_text(record.read_text(encoding="utf-8") + faint, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--folder", str(folder)]) == 1
    assert "low-contrast" in capsys.readouterr().out
