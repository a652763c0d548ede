"""What an agenda asks for, against what its papers ask for."""

from pathlib import Path

import pytest

from support.judging import HEADER, PAPER, judge
from support.organisation import MEETING

VERBS = (
    "# records/bodies/board.yaml\nverbs: [{id: receive, printed: RECEIVE}, {id: note, printed: NOTE}, "
    "{id: approve, printed: APPROVE}, {id: support, printed: SUPPORT, decides: no}, "
    "{id: steer, printed: STEER, decides: yes}, {id: advise, printed: ADVISE}]\n"
)


@pytest.mark.parametrize(
    ("action", "asked", "weak"),
    [
        ("receive", ("receive", "approve"), True),
        ("note", ("approve", "note"), True),
        ("receive", ("receive", "steer"), True),
        ("receive", ("receive", "support"), False),
        ("receive", ("receive", "advise"), False),
        ("approve", ("receive", "approve"), False),
        ("receive", ("receive", "note"), False),
    ],
)
def test_an_item_to_receive_does_not_hold_an_approval(
    tmp_path: Path, action: str, asked: tuple[str, ...], *, weak: bool
) -> None:
    recommendations = ", ".join(f"{{verb: {verb}, text: the plan}}" for verb in asked)
    agenda = f"# {MEETING}\nagenda: [{{paper: budget, action: {action}, time: 10:15}}]\n"
    paper = f"# {PAPER}\n---\n{HEADER}recommendations: [{recommendations}]\n---\n# Report\n\nThe plan.\n"
    found = judge(tmp_path, VERBS + agenda + paper)
    assert ("verb-too-weak" in found) is weak
    assert "verb-differs" not in found


def test_an_agenda_that_never_says_what_is_asked(tmp_path: Path) -> None:
    held = "held: to-follow, presenters: [alex-example]"
    agenda = f"# {MEETING}\nagenda: [{{paper: one, title: One, {held}}}, {{paper: two, title: Two, {held}}}]\n"
    assert "action-missing" not in judge(tmp_path / "never", agenda)
    once = agenda.replace("title: One,", "title: One, action: note,").replace(
        "title: Two,", "title: Two, action: blank,"
    )
    assert len(judge(tmp_path / "once", once)["action-missing"]) == 1


@pytest.mark.parametrize(
    ("title", "found"),
    [("To note the parks", True), ("to note: parks", False), ("Note on parks", False), ("Parks to note", False)],
)
def test_titles_that_begin_with_their_verb(tmp_path: Path, title: str, *, found: bool) -> None:
    item = f'{{item: parks, title: "{title}", action: note, presenters: [alex-example], time: 10:15}}'
    assert ("title-begins-with-verb" in judge(tmp_path, f"# {MEETING}\nagenda: [{item}]\n")) is found


def test_somebody_who_presents_and_is_sorry_in_the_minutes(tmp_path: Path) -> None:
    agenda = f"# {MEETING}\nagenda: [{{paper: budget, time: 10:15}}]\n"
    paper = f"# {PAPER}\n---\n{HEADER}sponsor: jo-member\n---\n# Report\n\nThe plan.\n"
    minutes = (
        "# meetings/board/2026-05-14/minutes.md\n---\nstatus: draft\nchair: robin-sample\nstarted: 10:00\n"
        "present: [robin-sample]\napologies: [jo-member]\nnext: {date: 2026-05-07}\n---\n## budget\n\n"
        "It was discussed.\n"
    )
    found = judge(tmp_path, agenda + paper + minutes)
    assert found["sponsor-sent-apologies"]
    assert found["next-meeting-wrong"][0].place.path.endswith("minutes.md")
