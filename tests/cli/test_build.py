"""`govdocs build`: what it writes, what it says, and what it leaves alone."""

import subprocess
from pathlib import Path

import pytest

from support.command import Ran, call, clean_environment, files_below, run
from support.docx_reading import read_paragraphs
from support.organisation import MEETING, overlay, put_files, sound_files

BUILT = "build/board/2026-05-14"
PAPER = """
# meetings/board/2026-05-14/meeting.yaml
agenda:
  - {standing: welcome, time: 10:00}
  - {standing: apologies, time: 10:00}
  - {standing: declarations, time: 10:05}
  - {paper: budget, action: approve, time: 10:10}
# meetings/board/2026-05-14/papers/budget.md
---
title: Budget for 2026/27
authors: [alex-example]
presenters: [alex-example]
recommendations: [{verb: approve, text: the budget}]
---
# Summary

Spending rises by two per cent.

# Report

## Spending

It was £1,200 and will be £1,224.
"""
WRONG_TIME = ("time: 10:10", "time: 9:10")


def _records(root: Path) -> Path:
    return put_files(root, overlay(sound_files(), PAPER))


def _spoil(records: Path) -> None:
    meeting = records / MEETING
    meeting.write_text(meeting.read_text(encoding="utf-8").replace(*WRONG_TIME), encoding="utf-8")


def _build(capsys: pytest.CaptureFixture[str], records: Path, *arguments: str) -> Ran:
    return call(capsys, records, "build", "--jobs", "1", *arguments)


def test_what_is_written_is_listed_with_its_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    ran = _build(capsys, records)
    assert ran.status == 0
    assert ran.err == ""
    written = files_below(records / BUILT)
    assert {name for name in written if not name.endswith(".json")} == {
        "agenda.docx", "agenda.pdf", "paper-a-budget.docx", "paper-a-budget.pdf", "pack.docx", "pack.pdf",
    }  # fmt: skip
    listed = {line.split()[0]: line.split()[1] for line in ran.out.splitlines() if line.endswith(("docx", "pdf  "))}
    assert listed["agenda"] == "1"
    assert ran.out.splitlines()[-1] == f"Next: look at {BUILT}/pack.pdf."
    assert "\x1b" not in ran.out
    assert "Built from records that are not under version control." in ran.out


def test_formats_are_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    assert _build(capsys, records, "--to", "html, DOCX").status == 0
    assert {path.suffix for path in (records / BUILT).iterdir()} == {".html", ".docx", ".json"}
    assert "Nothing has changed" in _build(capsys, records, "--to", "docx", "--to", "html").out


def test_a_meeting_that_is_named_twice_is_built_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _build(capsys, _records(tmp_path), "board/2026-05-14", "meetings/board/2026-05-14/", "--to", "html")
    assert [line.split() for line in ran.out.splitlines() if line.startswith("agenda")] == [["agenda", "html"]]


def test_under_version_control_the_commit_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    _git(records, "init", "--quiet")
    _git(records, "add", ".")
    _git(records, "commit", "--quiet", "--message", "papers")
    commit = _git(records, "rev-parse", "HEAD").strip()
    ran = _build(capsys, records, "--to", "docx")
    assert f"Built from commit {commit[:10]}." in ran.out
    assert "not-under-version-control" not in ran.out
    (records / MEETING).write_text(f"{(records / MEETING).read_text(encoding='utf-8')}\n", encoding="utf-8")
    assert "changes that are not committed" in _build(capsys, records, "--to", "docx").out


def test_errors_leave_the_previous_build_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    _build(capsys, records)
    before = files_below(records / "build")
    _spoil(records)
    ran = _build(capsys, records)
    assert ran.status == 1
    assert "error G503 time-out-of-order" in ran.out
    assert ran.out.splitlines()[-2:] == [
        "Nothing was written; what an earlier build wrote is unchanged.",
        "Next: put the errors right, or read `govdocs explain time-out-of-order`.",
    ]
    assert files_below(records / "build") == before


def test_errors_write_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    _spoil(records)
    assert _build(capsys, records, "--out", str(tmp_path / "elsewhere")).status == 1
    assert not (records / "build").exists()
    assert not (tmp_path / "elsewhere").exists()


def test_a_draft_is_written_in_spite_of_errors_and_says_so_on_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = _records(tmp_path)
    _spoil(records)
    ran = _build(capsys, records, "--stage", "draft")
    assert ran.status == 1
    assert "error G503 time-out-of-order" in ran.out
    built = records / BUILT
    for name in ("agenda", "paper-a-budget", "pack"):
        for page in _words_by_page(built / f"{name}.pdf"):
            assert "DRAFT" in page.upper()
    assert "Budget for 2026/27" in [each.text for each in read_paragraphs((built / "agenda.docx").read_bytes())]


def test_a_meeting_may_be_named_by_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    for name in ("board/2026-05-14", "meetings/board/2026-05-14/", MEETING):
        assert _build(capsys, records, name, "--to", "docx").status == 0


def test_a_broken_meeting_says_what_is_wrong_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    meeting = records / MEETING
    meeting.write_text(meeting.read_text(encoding="utf-8").replace("start: 10:00", "start: ten"), encoding="utf-8")
    for arguments in ([], ["board/2026-05-14"], ["--stage", "draft"]):
        ran = _build(capsys, records, *arguments)
        assert ran.status == 1
        assert f"{MEETING}:3:8: error G207 bad-time: `start` is `ten`" in ran.out
        assert not (records / "build").exists()


def test_without_a_meeting_the_way_to_begin_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {path: text for path, text in sound_files().items() if path != MEETING}
    ran = _build(capsys, put_files(tmp_path, files))
    assert ran.status == 2
    assert "there is no meeting to build" in ran.err
    assert "govdocs new meeting" in ran.err


def test_an_archived_meeting_is_built_when_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = _records(tmp_path)
    meeting = records / MEETING
    meeting.write_text(f"archived: yes\n{meeting.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "all are archived" in _build(capsys, records).err
    assert _build(capsys, records, "board/2026-05-14", "--to", "docx").status == 0


def test_workers_write_what_one_process_writes(tmp_path: Path) -> None:
    records = _records(tmp_path)
    pinned = {"SOURCE_DATE_EPOCH": "1767312000", "TERM": "xterm-256color"}
    together = run(records, "build", "--jobs", "2", "--out", str(tmp_path / "together"), env=pinned)
    alone = run(records, "build", "--jobs", "1", "--out", str(tmp_path / "alone"), env=pinned)
    assert together.status == alone.status == 0
    assert files_below(tmp_path / "together") == files_below(tmp_path / "alone")
    assert "\x1b" not in together.said
    assert "━" not in together.said


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_is_left_among_temporary_files(tmp_path: Path, jobs: str) -> None:
    records = _records(tmp_path)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    ran = run(records, "build", "--jobs", jobs, env={"TMPDIR": str(temporary)})
    assert ran.status == 0
    assert list(temporary.iterdir()) == []


def _words_by_page(file: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return done.stdout.removesuffix("\f").split("\f")


def _git(folder: Path, *arguments: str) -> str:
    names = {f"GIT_{who}_{what}": "clerk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=clean_environment(folder) | names | {"GIT_CONFIG_GLOBAL": "/dev/null"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
