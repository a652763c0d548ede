"""Rows put in order and added up; what views and agreements name and is not there."""

from decimal import Decimal
from pathlib import Path

import pytest

from govdocs.model.data_sets import View
from govdocs.model.pivots import natural_order, view_rows
from support.organisation import put_files, sound_files
from support.records import load_library

HOME = Path(__file__).parents[2]
FOLDER = "meetings/board/2026-05-14/papers/budget"


def test_natural_order_is_that_of_people() -> None:
    words = ["A10", "b1", "A2", "a1", "A2b", "A", "3", "12", ""]
    assert sorted(words, key=natural_order) == ["", "3", "12", "A", "a1", "A2", "A2b", "A10", "b1"]


def test_the_dashboard_of_the_example_adds_up_to_its_appendix() -> None:
    library, _ = load_library(HOME)
    data = library.papers["ccb/2018-06-21/qipp-update"].data_sets
    view = View.model_validate({"id": "pivot", "columns": ["grouping", "lead"], "by": ["grouping", "lead"]})
    rows = view_rows(data["dashboard"], view)
    at = [data["dashboard"].position(name) for name in ("grouping", "lead", "plan", "fot")]
    found = {
        tuple(row.cells[place].text for place in at[:2]): [row.cells[place].number for place in at[2:]] for row in rows
    }
    printed: dict[tuple[str, ...], list[Decimal]] = {}
    appendix = data["appendix-1"]
    for row in appendix.rows:
        key = tuple(row.cells[appendix.position(name)].text for name in ("grouping", "lead"))
        sums = printed.setdefault(key, [Decimal(0), Decimal(0)])
        for place, name in enumerate(("total_plan", "total_fot")):
            sums[place] += row.cells[appendix.position(name)].number or 0
    assert found.keys() == printed.keys()
    for key, sums in printed.items():
        assert [abs((one or 0) - other) <= 3 for one, other in zip(found[key], sums, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("views: [{id: a, columns: [area, plans]}]", "no column `plans`"),
        ("views: [{id: a, columns: [area], by: [lead]}]", "no column `lead`"),
        ("views: [{id: a, columns: [area], sort: order}]", "no column `order`"),
        ("views: [{id: a, columns: [area], bands: group}]", "no column `group`"),
        ("agrees_with: [{data: other, columns: {plan: plan}}]", "no data set `other`"),
        ("agrees_with: [{data: budget, columns: {plan: cost}}]", "no column `cost`"),
        ("agrees_with: [{data: budget, by: [lead], columns: {plan: plan}}]", "no column `lead`"),
    ],
)
def test_what_a_data_set_names_and_does_not_have_is_said_at_its_line(tmp_path: Path, line: str, words: str) -> None:
    facts = "title: T\ncsv: budget.csv\nkey: area\nempty_cell: blank\ntotal: none\ncolumns: [{id: area, label: Area}, "
    files = sound_files() | {
        f"{FOLDER}/paper.md": "---\ntitle: Budget\nauthors: [alex-example]\n---\n# Report\n\nWords.\n",
        f"{FOLDER}/budget.yaml": f"{facts}{{id: plan, label: Plan, unit: count}}]\n{line}\n",
        f"{FOLDER}/budget.csv": "area,plan\nParks,1\n",
    }
    _, findings = load_library(put_files(tmp_path, files))
    mine = [found for found in findings if found.place.path == f"{FOLDER}/budget.yaml"]
    assert mine
    assert {(found.place.line, found.problem.code) for found in mine} == {(7, "G212")}
    assert words in mine[0].message
