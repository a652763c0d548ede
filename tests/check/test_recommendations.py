"""How recommendations are worded, and what the report makes of them."""

from pathlib import Path

import pytest

from support.judging import judge_report


def _recommend(*texts: str, verb: str = "approve") -> str:
    return "recommendations:\n" + "".join(f'  - {{verb: {verb}, text: "{text}"}}\n' for text in texts)


@pytest.mark.parametrize(
    "words",
    [
        "The Finance Committee is asked to:",
        "The Governing Body is requested to:",
        "The Health and Wellbeing Partnership is recommended to:",
    ],
)
def test_words_that_ask_another_body(tmp_path: Path, words: str) -> None:
    header = f'{_recommend("the budget")}lead_in: "{words}"\n'
    assert "lead-in-of-another" in judge_report(tmp_path, "The budget.", header)


@pytest.mark.parametrize(
    "words",
    [
        "The Board is requested to:",
        "Members are asked to:",
        "The ATC Board is asked to:",
        "The Anytown Town Council Board is asked to:",
        "It is recommended that the Board:",
        "Please:",
    ],
)
def test_words_that_ask_the_body_itself(tmp_path: Path, words: str) -> None:
    header = f'{_recommend("the budget")}lead_in: "{words}"\n'
    assert "lead-in-of-another" not in judge_report(tmp_path, "The budget.", header)


@pytest.mark.parametrize(
    "texts",
    [
        (", the outline proposals",),
        (": The early progress",),
        ("The early progress",),
        ("the plan and", "the budget"),
        ("the plan;", "the budget."),
        ("the plan", "the budget."),
    ],
)
def test_recommendations_that_are_uneven(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert "recommendations-uneven" in judge_report(tmp_path, "The budget.", _recommend(*texts))


@pytest.mark.parametrize(
    "texts",
    [("the plan", "the budget (see table 1)"), ("the plan.", "the budget (in part)."), ("Parking for the year",)],
)
def test_recommendations_that_are_even(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert "recommendations-uneven" not in judge_report(tmp_path, "The budget.", _recommend(*texts))


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("the report and approve the budget", True),
        ("the paper to APPROVE its scope", True),
        ("the plan and note that it is late", False),
        ("the need to approve", False),
        ("the report and the budget", False),
    ],
)
def test_two_recommendations_in_one(tmp_path: Path, text: str, *, two: bool) -> None:
    found = judge_report(tmp_path, "The budget.", _recommend(text, verb="note"))
    assert ("recommendation-of-two" in found) is two


def test_a_form_without_words_before_the_recommendations(tmp_path: Path) -> None:
    header = _recommend("the budget") + "lead_in: none\n"
    assert "lead-in-missing" in judge_report(tmp_path / "cover", "The budget.", header)
    block = "The budget.\n\n```recommendations\nlead_in: none\n```"
    assert "lead-in-missing" in judge_report(tmp_path / "report", block, _recommend("the budget"))


COVER = (
    "recommendations: [{verb: receive, text: the report of the group}, {verb: approve, text: 'spending of £714k'}]\n"
)


def _repeated(root: Path, *lines: str) -> list[str]:
    found = judge_report(root, "## Recommendations\n\nThe Board is asked to:\n\n" + "\n".join(lines), COVER)
    return [one.message for one in found.get("recommendations-differ", [])]


def test_recommendations_typed_again(tmp_path: Path) -> None:
    receive, approve = "- **RECEIVE** the report of the group", "- **APPROVE** spending of £714k."
    assert not _repeated(tmp_path / "same", receive, approve)
    assert not _repeated(tmp_path / "near", "- **RECEIVE** this report of the group", approve)
    assert "the figures" in _repeated(tmp_path / "sum", receive, "- **APPROVE** spending of £704k.")[0]
    assert "worded otherwise" in _repeated(tmp_path / "words", "- **RECEIVE** what follows below", approve)[0]
    assert "the cover also recommends to approve" in _repeated(tmp_path / "lost", receive)[0]
    assert (
        "the report recommends to note"
        in _repeated(tmp_path / "more", receive, approve, "- **NOTE** that it is late")[0]
    )


def test_prose_about_recommendations_is_no_list(tmp_path: Path) -> None:
    prose = "These are on the cover of this paper, and were seen by the group."
    assert not _repeated(tmp_path, prose)
