"""Figures and lists that boards live by: scores, targets, balances, ranges, months, numbers of things and of people."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("score-differs", "The score is 4 x 4 = 12.", True),
        ("score-differs", "The risk is scored 16 (C4 x L3).", True),
        ("score-differs", "The risk is scored 12 (C4 x L3), or 3 × 5 = 15. The table is 4 x 5 = long.", False),
        ("score-differs", "Rooms of 4x4 metres. The rating is 9 (3x3). Item 2 x 12 = 24.", False),
        ("target-told-wrongly", "Training was 86%, against the target of 85%, which was missed.", True),
        ("target-told-wrongly", "Training was 84% against the target of 85%, which was not met.", False),
        ("target-told-wrongly", "Sickness was 4.1% against the target of 4.5%, which was met.", False),
        ("target-told-wrongly", "Training was 84% against the target of 85%, which will be met in May.", False),
        (
            "balance-told-differs",
            "We began with £42,300. We received £10,000 and spent £8,300. We ended at £46,000.",
            True,
        ),
        ("balance-told-differs", "We began with £42.3k. We received £10k and spent £8.3k. We ended at £44k.", False),
        ("balance-told-differs", "The sale opened at £40, we received £10, spent £8 and the fund closed at £7m.", True),
        (
            "range-turned",
            "See pages 15-12, items 9 to 4, papers C/25/28 to C/25/25, and the plan for 2026 to 2023.",
            True,
        ),
        ("range-turned", "See pages 123-5, items 4 to 9, C/25/25 to C/25/28 and 2023-26; it fell in 2025-04.", False),
        ("range-turned", "Comparing 2026 to 2023, prices rose. Open from 10pm to 6am, and from 12.30pm to 2pm.", False),
        ("range-turned", "The walk was from 11.30am to 9.30am.", True),
        ("month-number-differs", "At Month 9 (November) income was down.", True),
        ("month-number-differs", "At December 2025 (Month 9), M9 December, and Month 1 (August) all was well.", False),
        ("month-number-differs", "In Q3 (January to March) and in Q4 (January to February).", True),
        ("month-number-differs", "In Q3 (October to December), Q4 (January - March) and Month 9 to December.", False),
        ("things-miscounted", "Three governors (Jo Roe and Al Poe) came.", True),
        ("things-miscounted", "There were three fires in April: two in bins and one in a shed.", False),
        ("things-miscounted", "There were four fires in April: two falls and one fire.", True),
        ("things-miscounted", "The three boards (Health and Wellbeing, Adults and Children) met.", False),
        (
            "things-miscounted",
            "The two trusts (Hill and Dale) met in three rooms: the hall, the bar, and the yard.",
            False,
        ),
        (
            "things-miscounted",
            "Three options were seen: to sell, to let or to mend. Two days (Monday and Friday).",
            False,
        ),
    ],
)
def test_figures_in_words(tmp_path: Path, rule: str, words: str, *, found: bool) -> None:
    assert (rule in judge_report(tmp_path, words)) is found


def _minutes(words: str, more: str = "") -> str:
    header = (
        "status: draft\nchair: robin-sample\nstarted: 19:00\nended: 20:40\n"
        "present: [robin-sample, Dr Ann Moss, Mr Tim Reed]\n"
        f"in_attendance:\n  - {{person: Mrs P Hale, printed: 'Deputy Nurse {more}', for: Ms Jo Wren}}\n"
        "apologies: [Ms Jo Wren, Mr Ian Dunn]\n"
    )
    return f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("movement-outside-meeting", "Dr Moss left the meeting at 8.55pm.", True),
        ("movement-outside-meeting", "AM left at 18:20.", True),
        ("movement-outside-meeting", "Dr Moss left the meeting at 7.40. Dr Moss returned to the room at 7.30.", True),
        (
            "movement-outside-meeting",
            "Dr Moss left at 7.40pm. She left the trust at 21. Mr Reed joined at 6.55pm.",
            False,
        ),
        ("movement-outside-meeting", "Mr Reed left the school at 9.30pm.", False),
        ("stand-in-differs", "Mrs Hale attended in place of Mr Dunn.", True),
        ("stand-in-differs", "Mrs Hale was deputising for Ms Wren. Dr Moss spoke on behalf of Mr Reed.", False),
        ("number-present-differs", "With five governors present the meeting was quorate.", True),
        ("number-present-differs", "The quorum is five members present. Three members were present.", False),
        (
            "number-present-differs",
            "Nine members of the public were present; at least five members must be present.",
            False,
        ),
    ],
)
def test_people_in_words(tmp_path: Path, rule: str, words: str, *, found: bool) -> None:
    assert (rule in judge(tmp_path, _minutes(words))) is found


@pytest.mark.parametrize(
    ("printed", "found"), [("(deputising for Dr Ann Moss)", True), ("(in place of Ms Jo Wren)", False)]
)
def test_stand_ins_of_a_list(tmp_path: Path, printed: str, *, found: bool) -> None:
    assert ("stand-in-differs" in judge(tmp_path, _minutes("All spoke.", printed))) is found
