"""What cover sheets answer, and papers that call themselves drafts."""

from pathlib import Path

import pytest

from support.judging import PAPER, judge, judge_report


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("version: '0.3'\n", "The budget."),
        ("version: draft 2\n", "The budget."),
        ("document_title: BUDGET (DRAFT)\n", "The budget."),
        ("status: final\n", "The budget.\n\n**DRAFT**"),
    ],
)
def test_papers_that_call_themselves_drafts(tmp_path: Path, header: str, words: str) -> None:
    assert len(judge_report(tmp_path, words, header)["draft-in-words"]) == 1


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("version: '1.0'\n", "The budget."),
        ("status: draft\nversion: '0.3'\n", "DRAFT"),
        ("document_title: Draft budget\n", "The draft budget was sent out."),
    ],
)
def test_papers_that_do_not(tmp_path: Path, header: str, words: str) -> None:
    assert "draft-in-words" not in judge_report(tmp_path, words, header)


def _form(fields: str, answers: str) -> str:
    body = f"# records/bodies/board.yaml\nforms:\n  - id: cover\n    heading: Board\n    fields: [{fields}]\n"
    paper = f"# {PAPER}\n---\ntitle: Budget\nauthors: [alex-example]\nform: {{{answers}}}\n---\n# Report\n\nThe plan.\n"
    return body + paper


def test_dates_on_covers(tmp_path: Path) -> None:
    fields = "{id: written, label: Date of the report, kind: date}, {id: next_meeting, label: Next meeting, kind: date}"
    late = judge(tmp_path / "late", _form(fields, "written: 2026-05-20, next_meeting: 2026-06-18"))
    assert [one.subject for one in late["cover-date-differs"]] == ["field written"]
    assert "cover-date-differs" not in judge(tmp_path / "early", _form(fields, "written: 2026-05-01"))


def test_columns_that_are_no_organisation_may_stay_empty(tmp_path: Path) -> None:
    grid = (
        "{id: seen, label: Seen by, kind: grid, cells: groups, required: yes, "
        "columns: [{id: anytown, label: Anytown}, {id: other, label: Others}]}"
    )
    own = "# records/bodies/board.yaml\norganisations: [anytown]\n"
    files = own + _form(grid, "seen: {anytown: [{group: Parks, when: 2026-04}], other: blank}").partition("\n")[2]
    assert "organisation-left-out" not in judge(tmp_path, files)


def test_a_list_that_was_left_empty(tmp_path: Path) -> None:
    aims = "{id: aims, label: Aims, kind: checklist, rows: [{id: green, label: A green town}]}"
    assert judge(tmp_path / "blank", _form(aims, "aims: blank"))["nothing-ticked"]
    assert "nothing-ticked" not in judge(tmp_path / "none", _form(aims, "aims: none"))
