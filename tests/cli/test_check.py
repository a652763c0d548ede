"""`govdocs check`: what it prints, for people and for programs, and when it fails."""

import json
from pathlib import Path

import pytest

from support.command import call, files_below, run
from support.golden import check_golden
from support.organisation import MEETING, overlay, put_files, sound_files

GOLDEN = Path(__file__).parent / "golden"

#: An error, a warning with a second place, a finding at the end of a long line, and letters that are not ASCII.
FAULTY = f"""
# {MEETING}
agenda:
  - {{standing: welcome, time: 10:00}}
  - {{standing: apologies, time: 9:30}}
  - {{standing: declaration, time: 10:05}}
  - {{item: cafe, title: Le café, presentrs: [alex-example]}}
# records/people.yaml
people:
  alex-example: {{name: Alex Example, posts: [{{post: Clerk, organisation: anytown}}]}}
  robin-sample: {{name: Robin Sample, posts: [{{post: Councillor, organisation: anytown}}, {{post: A post whose name is so long that the line is cut, organisation: anytwon}}]}}
# meetings/board/2026-05-14/papers/budget.md
---
title: Budget for 2026/27
authors: [alex-example]
---
# Report

The the contract costs TBC a year.
"""  # noqa: E501 - the line is to be long


def _faulty(root: Path) -> Path:
    return put_files(root, overlay(sound_files(), FAULTY))


def test_sound_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = call(capsys, put_files(tmp_path, sound_files()), "check")
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "Checked 6 files as of 10 May 2026, stage circulate: nothing found.",
        "Next: run `govdocs build` to make the papers.",
    ]
    assert ran.err == ""


def test_findings_as_people_read_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = call(capsys, _faulty(tmp_path), "check")
    assert ran.status == 1
    assert ran.err == ""
    check_golden(GOLDEN / "check.txt", ran.out)
    assert ran.out.splitlines()[-1].startswith("Next: put the errors right, or read `govdocs explain ")


def test_every_caret_stands_under_what_it_points_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = call(capsys, _faulty(tmp_path), "check").out.splitlines()
    underlined = {}
    for number, line in enumerate(lines):
        if set(line.strip()) <= {"|", " ", "^"} and "^" in line:
            start, end = line.index("^"), line.rindex("^") + 1
            underlined[lines[number - 2].partition(": ")[2].split()[2].rstrip(":")] = lines[number - 1][start:end]
    assert underlined["unknown-id"] == "anytwon"
    assert underlined["unknown-key"] == "presentrs"
    assert underlined["doubled-word"] == "The the"
    assert underlined["placeholder-text"] == "TBC"


def test_findings_as_programs_read_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = call(capsys, _faulty(tmp_path), "check", "--format", "json", "--stage", "publish")
    assert ran.status == 1
    said = json.loads(ran.out)
    assert set(said) == {"stage", "findings"}
    assert said["stage"] == "publish"
    kinds = {
        "code": str, "name": str, "severity": str, "message": str, "path": str, "line": int, "column": int,
        "length": int, "hint": str, "subject": str, "related": list,
    }  # fmt: skip
    for finding in said["findings"]:
        assert finding.pop("fix") is None
        assert {key: type(value) for key, value in finding.items()} == kinds
        assert finding["severity"] in {"error", "warning", "note"}
        assert (tmp_path / finding["path"]).is_file()
        assert min(finding["line"], finding["column"], finding["length"]) >= 1
    (placeholder,) = [finding for finding in said["findings"] if finding["name"] == "placeholder-text"]
    assert (placeholder["severity"], placeholder["line"], placeholder["column"]) == ("error", 7, 24)


def test_without_findings_the_json_is_whole_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = call(capsys, put_files(tmp_path, sound_files()), "check", "--format", "json")
    assert json.loads(ran.out) == {"stage": "circulate", "findings": []}


def test_only_what_is_in_the_paths_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _faulty(tmp_path)

    def found_in(folder: Path, *paths: str) -> set[str]:
        ran = call(capsys, folder, "check", "--format", "json", *paths)
        return {finding["path"] for finding in json.loads(ran.out)["findings"]}

    everything = found_in(records)
    paper = "meetings/board/2026-05-14/papers/budget.md"
    assert everything == {MEETING, "records/people.yaml", paper}
    assert found_in(records, paper) == {paper}
    assert found_in(records, "meetings") == {MEETING, paper}
    assert found_in(records, paper, "records/people.yaml") == {paper, "records/people.yaml"}
    assert found_in(records / "records", "people.yaml") == {"records/people.yaml"}
    assert found_in(records, "records/bodies") == set()
    assert found_in(records, ".") == everything


def test_the_repository_says_at_which_stage_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = put_files(tmp_path, overlay(sound_files(), "# govdocs.yaml\nstage: 'publish'\n"))
    assert "stage publish: nothing found" in call(capsys, root, "check").out
    assert "stage draft: nothing found" in call(capsys, root, "check", "--stage", "draft").out


@pytest.mark.parametrize(
    ("stage", "fail_on", "status"),
    [
        ("draft", "error", 0),
        ("circulate", "error", 0),
        ("circulate", "warning", 1),
        ("publish", "error", 1),
        ("draft", "note", 1),
    ],
)
def test_stage_and_threshold_decide_what_fails(
    stage: str, fail_on: str, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unfinished = overlay(
        sound_files(),
        "# meetings/board/2026-05-14/minutes.md\n---\nstatus: draft\nchair: robin-sample\nstarted: 10:00\n"
        "present: [robin-sample]\n---\n## welcome\n\nTBC.\n",
    )
    ran = call(capsys, put_files(tmp_path, unfinished), "check", "--stage", stage, "--fail-on", fail_on)
    assert ran.status == status
    assert f"stage {stage}: " in ran.out


def test_checking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _faulty(tmp_path)
    before = files_below(records)
    call(capsys, records, "check")
    assert files_below(records) == before


def test_no_colours_where_nobody_sees_them(tmp_path: Path) -> None:
    ran = run(_faulty(tmp_path), "check", env={"TERM": "xterm-256color"})
    assert "\x1b" not in ran.said
