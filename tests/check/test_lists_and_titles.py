"""Lists of boards as they are published: titles, initials, posts, apologies in words, actions in the margin."""

from pathlib import Path

import pytest

from support.judging import judge

PAPER = "# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: Budget\nauthors: [alex-example]\n---\n# Report\n\n"


def _minutes(words: str, more: str = "") -> str:
    header = (
        "status: draft\nchair: robin-sample\nstarted: 10:00\n"
        "present:\n  - robin-sample\n  - {person: Ms Clare Wilkin, printed: Clinical Lead CLW}\n"
        "  - {person: Mr Owen Pryce, printed: Nurse Director}\n  - {person: Dr Ann MORRELL}\n"
        f"in_attendance:\n  - {{person: Mrs P Headley}}\n{more}"
    )
    return f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("honorific-differs", "Mrs C Wilkin declared an interest.", True),
        ("honorific-differs", "Miss Wilkin asked. Ms Clare Wilkin and Mrs Wilkinson agreed.", False),
        ("name-unlike-the-list", "Thanks went to Mrs T Headley.", True),
        ("name-unlike-the-list", "Thanks went to Mrs Headley, and to Mr T Headley of the yard.", False),
        ("apologies-contradicted", "Apologies came from Dr Ker, and in her absence Mr Pryce took the chair.", False),
        ("apologies-contradicted", "Apologies came from Dr Ker (Mr Pryce attended as substitute).", False),
        ("apologies-contradicted", "Apologies came from Dr Ker and Mr Pryce.", True),
        ("short-form-unexplained", "CLW led the talk. Ann MORRELL came late. The yard put a SOLD sign up.", False),
        ("short-form-unexplained", "The notice would go on the board. QX", False),
        ("short-form-unexplained", "The QAG met.", True),
        ("promise-without-action", "Mrs Headley to add - Trustee of the hall.", True),
        ("doubled-word", "It came before the end of the of the meeting.", True),
        ("doubled-word", "It was in the in tray, and the more the merrier.", False),
        ("mark-misplaced", "The roof was mended.Gas came next.", True),
        ("mark-misplaced", "The minutes of the meeting held on13 March were read.", True),
        ("mark-misplaced", "See www.anytown.Example.org and ann@roads.Anytown.example on this.", False),
        ("quote-open", "It says that\n\n- “the hall is to be kept; and\n- the park is to be kept.”", False),
        ("quote-open", "It says that the hall is to be kept.”", True),
        ("promise-without-action", "It was agreed to amend the paragraph to read “the hall”.", False),
        ("person-with-two-forenames", "Note Clair Wilkin came, and so did Mrs Sara Frost.", False),
        ("person-with-two-forenames", "Note Claire Wilkin and Clare Wilkin came.", True),
        ("date-formats-mixed", "26/4/51 was corrected at the meeting of 16 April 2026.", False),
        ("date-formats-mixed", "What was done by 26/4/26 was read at the meeting of 16 April 2026.", True),
        ("name-spelt-two-ways", "The Hill School Head Teacher came. The Head Teacher of the Hill School spoke.", False),
    ],
)
def test_minutes_as_they_are_written(tmp_path: Path, rule: str, words: str, *, found: bool) -> None:
    assert (rule in judge(tmp_path, _minutes(words))) is found


def test_two_kinds_of_marks_around_one_quotation_are_one_finding(tmp_path: Path) -> None:
    said = judge(tmp_path, _minutes("Mr Pryce spoke of the 'Your park cares\" week."))
    assert len(said["quote-open"]) == 1


def test_actions_that_the_minutes_mark_themselves_are_told_of_once(tmp_path: Path) -> None:
    words = "Mr Pryce agreed to send the map. Action: OP\n\n## apologies\n\nMr Pryce to write the letter. ACTION"
    said = judge(tmp_path, _minutes(words))
    assert sum(name == "promise-without-action" for name in said) == 1


@pytest.mark.parametrize(
    ("rule", "words", "found"),
    [
        ("comparison-differs", "Income was £12.8m, £1.6m higher than April and £0.9m below plan.", False),
        ("comparison-differs", "Income was £12.8m, £1.6m higher than the £10.2m of April.", True),
        ("plan-for-the-past", "The board is asked to note the position of the contracts at March 2026.", False),
        ("plan-for-the-past", "On 7 May 2026, we will meet to read the accounts.", True),
        ("short-form-unexplained", "Glan Roofing Services Ltd (GRS) came. GRS was quick.", False),
        ("short-form-unexplained", "The Collaborative Trust of Anytown (TCT) came. TCT was quick.", False),
        ("short-form-unexplained", "The paper, MINS 04, was read.", False),
        (
            "figure-contradicted",
            "The surveys had\n\n- a 35% return rate for the gas survey\n- a 48% return rate for the roof survey",
            False,
        ),
        (
            "figure-contradicted",
            "The gas survey had a return rate of 35%. The gas survey had a return rate of 48%.",
            True,
        ),
        ("mark-misplaced", "Meeting status::Quorate", True),
        (
            "year-missing",
            "The minutes of 9 November and 11 December 2025 were read.\n\nOn 9 November all spoke.",
            False,
        ),
    ],
)
def test_papers_as_they_are_written(tmp_path: Path, rule: str, words: str, *, found: bool) -> None:
    assert (rule in judge(tmp_path, PAPER + words)) is found


def test_a_list_in_which_a_few_posts_name_no_organisation_is_told_of_once(tmp_path: Path) -> None:
    lines = [f"  - {{person: Jo Roe{n}, printed: 'Head of Roads, Anytown Council'}}\n" for n in "abcdef"]
    bare = [f"  - {{person: Jo Poe{n}, printed: 'Director of Nursing, Midwifery Lead'}}\n" for n in "ab"]
    start = "# meetings/board/2026-05-14/minutes.md\n---\nstatus: draft\nchair: robin-sample\nstarted: 10:00\n"
    start += "present: [robin-sample]\nin_attendance:\n"
    few = judge(tmp_path, start + "".join(lines + bare) + "---\n## welcome\n\nAll spoke.\n")
    assert sum(name == "affiliation-missing" for name in few) == 1
    half = judge(tmp_path, start + "".join(lines[:2] + bare) + "---\n## welcome\n\nAll spoke.\n")
    assert "affiliation-missing" not in half
