"""Drafts for those who may not see everything: records that are not understood never open what may be closed."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.diagnostics import Stage
from govdocs.publish.audience import filter_library
from govdocs.workflow.build import Built, build_meetings
from govdocs.workflow.settings import Format, Settings
from support.built_cases import CASES
from support.built_example import copy_example
from support.records import load_library

MEETING = "council/2024-03-12"


def _council(folder: Path, path: str, old: str, new: str) -> Path:
    root = copy_example(folder / "papers", CASES / "town-council")
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def _draft(root: Path, audience: str = "public") -> Built:
    settings = replace(Settings(root, datetime(2024, 3, 7, tzinfo=UTC), stage=Stage.DRAFT), audience=audience)
    return build_meetings(settings, [MEETING], [Format.HTML], root / "build", lambda *_: None, cached=False)


def test_a_misspelt_restriction_opens_no_draft(tmp_path: Path) -> None:
    root = _council(tmp_path, f"meetings/{MEETING}/papers/depot-lease.md", "restricted:", "restrictd:")
    built = _draft(root)
    assert built.outputs == ()
    assert not (root / "build").exists()
    (finding,) = [one for one in built.checked.findings if one.problem.name == "draft-may-disclose"]
    assert finding.place.path.endswith("depot-lease.md")
    assert "--audience members" in finding.hint
    assert _draft(root, "members").outputs


@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_draft_of_a_meeting_that_cannot_be_understood_says_why_each_time(audience: str, tmp_path: Path) -> None:
    root = _council(tmp_path, f"meetings/{MEETING}/meeting.yaml", "chair:", "chare:")
    for _ in range(2):
        built = _draft(root, audience)
        assert built.outputs == ()
        assert "unknown-key" in {finding.problem.name for finding in built.checked.findings}


def test_a_session_that_nobody_described_and_papers_of_an_unread_meeting_are_closed(tmp_path: Path) -> None:
    root = _council(tmp_path, f"meetings/{MEETING}/meeting.yaml", "session: open", "session: opne")
    shown = filter_library(load_library(root)[0], "public").library
    assert MEETING not in shown.meetings
    assert not [name for name in shown.papers if name.startswith(f"{MEETING}/")]
    root = _council(tmp_path / "unread", f"meetings/{MEETING}/meeting.yaml", "chair:", "chare:")
    shown = filter_library(load_library(root)[0], "public").library
    assert not [name for name in shown.papers if name.startswith(f"{MEETING}/")]
