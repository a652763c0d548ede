"""The next meeting as it is announced, and days on which the body is said to have met."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report

AGENDA = "# meetings/board/2026-05-14/meeting.yaml\nnext: {date: 2026-06-18, start: 10:00, venue: main}\n"


def _minutes(words: str, more: str = "") -> str:
    header = f"status: draft\nchair: robin-sample\nstarted: 10:00\npresent: [robin-sample]\n{more}"
    return f"{AGENDA}# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The next meeting is on 18 June 2026 at 10am.", 0),
        ("The next meeting is on Thursday 25 June 2026.", 1),
        ("The next meeting is on 18 June 2026 at 9.30am.", 1),
        ("Date and time of next meeting: 18th July 2026, 10am", 1),
        ("The next meeting of the Finance Committee is on 25 June 2026.", 0),
        ("The report comes to the next meeting, after the survey of 1 June 2026.", 0),
        # The weekday is wrong, and that is found by its own rule.
        ("The next meeting is on Thursday 19 June 2026.", 0),
    ],
)
def test_the_next_meeting_in_words(tmp_path: Path, words: str, count: int) -> None:
    assert len(judge(tmp_path, _minutes(words)).get("next-meeting-differs", ())) == count


def test_the_next_meeting_in_header_and_agenda(tmp_path: Path) -> None:
    assert judge(tmp_path, _minutes("", "next: {date: 2026-06-25, venue: main}\n"))["next-meeting-differs"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("At its meeting on 14 April 2026 the Board asked for a map.", True),
        ("The Board agreed the plan on 14 May 2025.", True),
        ("On 14 May 2025 the Board agreed the plan.", True),
        ("The draft comes to the Board on 15 May 2026.", True),
        ("The Finance Board agreed the plan on 14 May 2025.", False),
        ("The Board agreed the plan on 9 April 2026.", False),
        ("The Trust opened the park on 14 April 2026.", False),
    ],
)
def test_days_on_which_the_body_met(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("meeting-on-another-day" in judge_report(tmp_path, words)) is found
