"""What is planned, told and asked for, against the day of the meeting: 14 May 2026."""

from pathlib import Path

import pytest

from support.judging import judge, judge_report

APPROVE = "recommendations: [{verb: approve, text: the contract}]\n"


@pytest.mark.parametrize(
    "words",
    [
        "The review will be finished by 30 April 2026.",
        "The next meeting of the group is planned for March4th and looks at staffing.",
        "By the end of March 2026 the trust will have trained 120 paramedics.",
        "- By April 2026 agree the savings of each locality",
        "The crisis house, due to open in March 2026, is run by a charity.",
        "Three enforcement actions were issued, with the actions to be completed by 27 May 2025.",
        "We plan to hold a workshop on 12 April 2026.",
        "The trust is required to send its plan by 30 April 2026.",
        "All plans have to be with the regulator by 30 April 2026.",
        "A workshop on 26th April will begin the work on the model.",
        "A line by line review of the plan will be undertaken on Thursday the 7th May.",
        "It is anticipated that the new route goes live on 1 May 2026.",
        "The consultation is proposed for 2 May 2026.",
        "A business case is being written, to be considered by the executive on 30 January 2026.",
    ],
)
def test_plans_for_days_gone_by(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["plan-for-the-past"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The review will be finished by 30 June 2026.",
        "By the end of December 2025 a new line saw fewer calls dropped.",
        "By Friday 13 February 2026, 141 people were supported at home.",
        "The work was to be completed by 30 April 2026, and was.",
        "The rate to be achieved by 31 March 2026 was 90%.",
        "Data collected on 4 April 2026 will be published in June.",
        "The board approved the plan at its meeting on 16 April 2026 and it will be reviewed in a year.",
        "Following the visit on 14 April 2026 an action plan is to be submitted.",
        "The board agreed on 9 April 2026 that the hall will close.",
        "The plan was due to the committee on 2 April 2026.",
        "The report to be presented today has been in preparation since 3 March 2026.",
        "The figures for March 2026 will be published in June 2026.",
        "Work will continue as it has since April 2025.",
        "From 1 September to 31 December 2025 the service supported 112 people.",
        "The budget of 2025 will last until the autumn.",
    ],
)
def test_what_is_no_plan_for_the_past(tmp_path: Path, words: str) -> None:
    assert "plan-for-the-past" not in judge_report(tmp_path, words)


def test_plans_for_the_past_in_tables_and_minutes(tmp_path: Path) -> None:
    table = (
        "```table\ncolumns: [{id: a, label: A}, {id: b, label: B}]\n---\n| Lease | to be signed by 1 May 2026 |\n```"
    )
    assert judge_report(tmp_path / "cell", table)["plan-for-the-past"]
    readings = "```table\ncolumns: [{id: a, label: A}, {id: b, label: B}]\n---\n| Calls | YTD Nov 26: 13.6% |\n```"
    assert judge_report(tmp_path / "reading", readings)["reading-from-the-future"]
    minutes = (
        "# meetings/board/2026-05-14/minutes.md\n---\nstatus: draft\nchair: robin-sample\nstarted: 10:00\n"
        "present: [robin-sample]\n---\n## welcome\n\nThe clerk said that the lease will be signed by 1 May 2026.\n"
    )
    assert judge(tmp_path / "minutes", minutes)["plan-for-the-past"]
    assert judge(tmp_path / "would", minutes.replace("will", "would"))["plan-for-the-past"]
    hoped = minutes.replace("said that the lease will", "had hoped that the lease would")
    assert "plan-for-the-past" not in judge(tmp_path / "hoped", hoped)


@pytest.mark.parametrize(
    "words",
    [
        "Waiting times (year to date November 2026) have fallen.",
        "The clinic saw 150 patients from April to the end of November 2026.",
        "In June 2026 the rate fell to 5%.",
        "In October 2026, we have implemented a right to have a budget.",
        "The regulator inspected the trust in July 2026.",
        "The yearly report, published in September 2026, showed a rise.",
        "The report was published in September 2026, with four requirements.",
        "The house opened its doors, and was visited by the mayor in August 2026.",
        "The clerk said that a note was sent to all members on 4 June 2026.",
        "The first shop opened in Hertford on 4 May 2026, the second in Ware on 8 June 2026.",
        "It was reviewed by the Finance Committee on 27 July 2026 and by the Board.",
    ],
)
def test_what_is_told_of_the_future(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["reading-from-the-future"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "In June 2026 the rate should have fallen to 5%.",
        "The regulator will have inspected the trust by July 2026.",
        "It was agreed that the hall opens in September 2026.",
        "The workshop was planned for July 2026.",
        "The contract that was awarded in April 2026 ends in March 2027.",
        "As at 31 March 2026 there were no long waits.",
        "The target for 2027 was set in March 2026.",
        "Members noted that the meeting in July 2026 would be held at the depot.",
        "The board agreed to meet in July 2026.",
        "The proposal to close in June 2026 was discussed.",
        "On 31 March 2027 the programme ends, and the help that came with it may end too.",
        "The note that was sent to members asks for answers on 4 June 2026.",
        "Forms to be sent on 4 June 2026 are with the clerk. The shop is opened on 4 June 2026.",
    ],
)
def test_what_is_not_told_of_the_future(tmp_path: Path, words: str) -> None:
    assert "reading-from-the-future" not in judge_report(tmp_path, words)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (APPROVE, "We request £48,608 for the contract, to commence 01 April 2026."),
        (APPROVE, "Approval is sought for the new service, starting on 1 May 2026."),
        ("recommendations: [{verb: approve, text: the new contract from 1 April 2026}]\n", "The contract is new."),
        ("recommendations: [{verb: approve, text: the rota with effect from 4 May 2026}]\n", "The rota is new."),
    ],
)
def test_approval_of_what_has_begun(tmp_path: Path, header: str, words: str) -> None:
    assert len(judge_report(tmp_path, words, header)["approval-after-start"]) == 1


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (APPROVE, "We request £48,608 for the contract, to commence 1 July 2026."),
        (APPROVE, "The pilot was started on 1 April 2026."),
        (APPROVE, "The trust has been asked to respond by 8 May 2026."),
        (APPROVE, "The board was asked for its view on 16 April 2026."),
        ("recommendations: [{verb: receive, text: the report}]\n", "The contract is to commence 1 April 2026."),
        ("recommendations: [{verb: approve, text: the accounts from 1 April 2025 to 31 March 2026}]\n", "The books."),
        ("recommendations: [{verb: approve, text: the minutes of 16 April 2026}]\n", "The minutes."),
        ("recommendations: [{verb: approve, text: the contract from May 2026}]\n", "The contract is new."),
    ],
)
def test_approval_in_time(tmp_path: Path, header: str, words: str) -> None:
    assert "approval-after-start" not in judge_report(tmp_path, words, header)


@pytest.mark.parametrize(
    "words",
    ["The group was founded after the summit held on 30 October.", "The summit was held on 2 June."],
)
def test_years_that_are_missed(tmp_path: Path, words: str) -> None:
    assert len(judge_report(tmp_path, words)["year-missing"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The group met on 4th March.",
        "The summit is held on 2 June.",
        "Founded in 2024, it meets on 30 October.",
        "It was agreed that the hall opens on 2 June.",
    ],
)
def test_years_that_are_not_missed(tmp_path: Path, words: str) -> None:
    assert "year-missing" not in judge_report(tmp_path, words)
