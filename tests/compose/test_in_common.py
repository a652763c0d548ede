"""Committees that met in common: each receives, approves and signs minutes of its own."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from govdocs.compose.blocks import Document, Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.outline import outline
from support.records import CASES, load_library

NOVEMBER = """\
bodies: [dale, fell, moor]
date: 2023-11-07
start: 09:30
session: public
chair: cleo-dunn
chairs: [{body: dale, person: aoife-burke}, {body: fell, person: cleo-dunn}, {body: moor, person: esme-ford}]
venue: hall
agenda:
  - {standing: welcome, time: 09:30}
  - {standing: minutes, of: common/2023-09-05, time: 09:35}
"""
ALONE = """\
body: fell
date: 2023-10-03
start: 14:00
session: public
chair: cleo-dunn
venue: hall
agenda:
  - {standing: minutes, of: common/2023-09-05, time: 14:00}
"""
APPROVALS = """\
status: unconfirmed
approvals:
  - {at: fell/2023-10-03, body: fell, signed_by: cleo-dunn}
  - {at: common/2023-11-07, body: dale}
"""


def later(tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "committees-in-common", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    for folder, text in (("common/2023-11-07", NOVEMBER), ("fell/2023-10-03", ALONE)):
        (root / "meetings" / folder).mkdir(parents=True)
        (root / "meetings" / folder / "meeting.yaml").write_text(text, encoding="utf-8")
    minutes = root / "meetings" / "common" / "2023-09-05" / "minutes.md"
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("status: draft\n", APPROVALS), encoding="utf-8")
    return root


def pack_of(root: Path, meeting: str) -> tuple[Pack, dict[str, Document]]:
    library, found = load_library(root)
    assert [one.message for one in found] == []
    pack, found = compose_meeting(library, library.meetings[meeting], root)
    assert [one.message for one in found] == []
    return pack, {document.name: document for document in pack.documents()}


def test_the_next_pack_holds_a_set_of_minutes_for_each_body(tmp_path: Path) -> None:
    pack, documents = pack_of(later(tmp_path), "common/2023-11-07")
    sets = [name for name in documents if "minutes" in name]
    assert sets == [f"paper-a-minutes-2023-09-05-{body}" for body in ("dale", "fell", "moor")]
    dale, fell, moor = (outline(documents[name]) for name in sets)
    assert "h1 Minutes of the Dale Committee, meeting in common on Tuesday 5 September 2023" in dale
    assert "**APPROVE** the shared record" in dale
    assert "**APPROVE** the shared record" not in fell
    assert "The decision waits until there is a quorum." in moor
    assert "movement Moor Committee had no quorum for this item." in moor
    assert "letterhead Fell Committee" in fell
    assert "minutes-2023-09-05-moor#" in outline(documents["agenda"])
    assert len([part for part in pack.parts if "minutes" in part.document.name]) == len(sets)


def test_each_body_approves_and_signs_its_own(tmp_path: Path) -> None:
    _, documents = pack_of(later(tmp_path), "common/2023-11-07")
    dale, fell, moor = (outline(documents[f"paper-a-minutes-2023-09-05-{body}"]) for body in ("dale", "fell", "moor"))
    assert "note Approved on Tuesday 7 November 2023." in dale
    assert "note Approved on Tuesday 3 October 2023 and signed by Dr Cleo Dunn." in fell
    assert "status=Unconfirmed" not in dale + fell
    assert "status=Unconfirmed" in moor
    assert "Approved on" not in moor


def test_a_body_that_meets_alone_receives_only_its_own_minutes(tmp_path: Path) -> None:
    _, documents = pack_of(later(tmp_path), "fell/2023-10-03")
    assert [name for name in documents if "minutes" in name] == ["paper-a-minutes-2023-09-05-fell"]


def test_quorum_and_votes_are_looked_at_for_each_body(tmp_path: Path) -> None:
    root = later(tmp_path)
    minutes = root / "meetings" / "common" / "2023-09-05" / "minutes.md"
    text = minutes.read_text(encoding="utf-8")
    minutes.write_text(
        text.replace(
            "bodies: [fell, moor]\nhow: consensus\noutcome: deferred",
            "bodies: [moor]\nhow: show-of-hands\noutcome: carried\nvotes: {for: 2, against: 0}",
        ),
        encoding="utf-8",
    )
    found = check_repository(Settings(root, datetime(2031, 1, 2, tzinfo=UTC))).findings
    said = {one.problem.name: one.message for one in found}
    assert "`moor`" in said["quorum-not-met"]
    assert "fell" not in said["quorum-not-met"]
    assert said["votes-too-many"] == "there are 2 votes; expected at most 1, the voting members there"
