"""Files that others supplied: a check says what a build would, at the same place, before anybody waits for a build."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx as word
import pikepdf
import pytest

from govdocs.diagnostics import Diagnostic
from govdocs.workflow.build import build_meetings
from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Format, Settings
from support.organisation import MEETING, overlay, put_files, sound_files
from support.supplied import make_pdf

PAPER = "meetings/board/2026-05-14/papers/budget.md"
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
TAGGED = make_pdf("<h1>Contract</h1><p>Its terms.</p>", "Contract")
UNTAGGED = make_pdf("<p>A scan.</p>", "Scan", variant=None)


def _papers(root: Path, name: str, data: bytes, waiver: str = "") -> Settings:
    snippet = f"""
# records/bodies/board.yaml
forms: []
# {MEETING}
agenda:
  - {{standing: welcome, time: 10:00}}
  - {{standing: apologies, time: 10:00}}
  - {{standing: declarations, time: 10:05}}
  - {{paper: budget, action: approve, time: 10:10}}
# {PAPER}
---
title: Budget for 2026/27
authors: [alex-example]
presenters: [alex-example]
file: {name}
{waiver}---
"""
    put_files(root, overlay(sound_files(), snippet))
    (root / PAPER).with_name(name).write_bytes(data)
    return Settings(root, NOW)


def _of_files(findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.problem.code.startswith("G58")]


def _with_script() -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(TAGGED)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.save(file)
    return file.getvalue()


def _with_comment() -> bytes:
    document, file = word.Document(), BytesIO()
    document.add_comment(document.add_paragraph("Its words.").runs, "not for the public", "Lawyer")
    document.save(file)
    return file.getvalue()


BAD = {
    "script": ("report.pdf", _with_script(), "carries scripts"),
    "cut off": ("report.pdf", TAGGED[: len(TAGGED) // 2], "is damaged or incomplete"),
    "untagged": ("report.pdf", UNTAGGED, "is not tagged"),
    "comment": ("report.docx", _with_comment(), "holds comments"),
}


@pytest.mark.parametrize("case", BAD)
def test_check_says_what_build_says_of_a_file_at_the_same_place(case: str, tmp_path: Path) -> None:
    name, data, words = BAD[case]
    settings = _papers(tmp_path, name, data)
    (finding,) = _of_files(check_repository(settings).findings)
    assert words in finding.message
    assert str(finding.place) == f"{PAPER}:5:7"
    built = build_meetings(settings, [], [Format.HTML], tmp_path / "build", lambda *_: None)
    assert _of_files(built.checked.findings) == [finding]
    assert bool(built.outputs) == (case == "untagged")


def test_a_sound_file_gives_no_finding(tmp_path: Path) -> None:
    assert _of_files(check_repository(_papers(tmp_path, "report.pdf", TAGGED)).findings) == []


def test_a_waiver_excuses_pages_without_tags_for_check_and_build(tmp_path: Path) -> None:
    waiver = "waivers: [{rule: supplied-file-untagged, reason: a scan of a signed letter, by: clerk}]\n"
    settings = _papers(tmp_path, "report.pdf", UNTAGGED, waiver)
    assert [finding.message for finding in check_repository(settings).findings] == []
    built = build_meetings(settings, [], [Format.PDF], tmp_path / "build", lambda *_: None, jobs=1)
    assert built.outputs
    assert _of_files(built.checked.findings) == []


def test_no_waiver_excuses_a_file_that_cannot_be_bound(tmp_path: Path) -> None:
    waiver = "waivers: [{rule: supplied-file-refused, reason: it is wanted, by: clerk}]\n"
    checked = check_repository(_papers(tmp_path, "report.pdf", BAD["script"][1], waiver))
    assert [finding.problem.code for finding in checked.findings] == ["G290", "G587"]
