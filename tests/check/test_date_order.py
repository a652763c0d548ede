"""Dates of records that follow from each other, and days on which a body is said to have met."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report
from support.organisation import MEETING

LATER = (
    "# meetings/board/2026-06-18/meeting.yaml\nbody: board\ndate: 2026-06-18\nstart: 10:00\nsession: public\n"
    "chair: robin-sample\nvenue: main\n"
)


def _minutes(more: str, words: str = "") -> str:
    return (
        "# meetings/board/2026-05-14/minutes.md\n---\nstatus: approved\nchair: robin-sample\nstarted: 10:00\n"
        f"present: [robin-sample]\n{more}---\n## welcome\n\n{words}\n"
    )


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (_minutes("approved: {at: board/2026-05-14}\n"), True),
        (_minutes("approved: {at: board/2026-06-18, date: 2026-05-10}\n") + LATER, True),
        (_minutes("approved: {at: board/2026-06-18, date: 2026-06-20}\n") + LATER, True),
        (_minutes("approved: {at: board/2026-06-18, date: 2026-06-18}\n") + LATER, False),
    ],
)
def test_what_follows_comes_later(tmp_path: Path, files: str, *, found: bool) -> None:
    assert ("dates-out-of-order" in judge(tmp_path, files)) is found


@pytest.mark.parametrize(("due", "count"), [("2026-04", 1), ("2026-05", 0)])
def test_an_action_that_is_due_before_it_arose_is_one_finding(tmp_path: Path, due: str, count: int) -> None:
    action = f"```action\nid: map\nowners: [alex-example]\ndue: {due}\n---\nDraw the map.\n```"
    found = judge(tmp_path, _minutes("", action))
    assert len(found.get("action-before-its-time", ())) + len(found.get("dates-out-of-order", ())) == count


def test_posts_interests_and_adjournments_end_after_they_begin(tmp_path: Path) -> None:
    interests = "# records/interests.yaml\nkinds: [{id: financial, label: Financial}]\ninterests:\n"
    interests += "  shop: {person: jo-member, kind: financial, about: Shop, from: 2026-02, to: 2025-02}\n"
    assert judge(tmp_path / "interest", interests)["end-before-start"]
    stopped = _minutes("", "```adjournment\nfrom: 11:30\nto: 11:10\n```")
    assert judge(tmp_path / "stop", stopped)["end-before-start"]
    assert "end-before-start" not in judge(
        tmp_path / "day", stopped.replace("to: 11:10", "to: 11:10\ndate: 2026-05-15")
    )


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the Board meeting held on Wednesday 13 May 2026 will be published.",
        "It goes to the meeting of the Board on 17 June.",
        "The Board will meet on the 15th May 2026.",
    ],
)
def test_days_on_which_the_body_did_not_meet(tmp_path: Path, words: str) -> None:
    (tmp_path / "a").mkdir()
    found = judge(tmp_path / "a", f"# {MEETING}\nnext: {{date: 2026-06-18, venue: main}}\n" + _minutes("", words))
    assert len(found["meeting-day-differs"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the Board meeting held on 14 May 2026 will be published.",
        "The Board met on 12 March 2026, long before the records begin.",
        "The Finance Board meeting held on 13 May 2026 was short.",
        "The Board meeting was held; and on 13 May 2026 the hall closed.",
        "The hall opened on 13 May 2026, as the Board had asked.",
    ],
)
def test_days_of_which_nothing_is_known(tmp_path: Path, words: str) -> None:
    assert "meeting-day-differs" not in judge_report(tmp_path, words)
