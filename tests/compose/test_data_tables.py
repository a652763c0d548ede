"""Tables printed from data sets: scale, signs, empty cells, ratings, and pages that are wide enough."""

from pathlib import Path

import pytest

from govdocs.compose.blocks import Table, walk
from govdocs.compose.meeting import compose_meeting
from support.organisation import MEETING, overlay, put_files, sound_files
from support.outline import outline
from support.records import load_library

PAPER = """---
title: Figures
authors: [alex-example]
---
# Report

```table
data: figures
```
"""


def table(root: Path, facts: str, rows: str) -> list[str]:
    """The outline of a table made of a data set with these facts and rows."""
    folder = "meetings/board/2026-05-14/papers/figures"
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: figures}}]\n")
    files |= {f"{folder}/paper.md": PAPER, f"{folder}/figures.csv": rows}
    files[f"{folder}/figures.yaml"] = f"title: Figures\ncsv: figures.csv\n{facts}"
    library, findings = load_library(put_files(root, files))
    assert not [found for found in findings if found.place.path.startswith(folder)], findings
    pack, _ = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    lines = outline(pack.parts[-1].document).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("  table "))
    page = [line for line in lines[:start] if line.startswith("section ")][-1]
    return [page, *(line.strip() for line in lines[start:])]


def test_numbers_are_printed_in_the_unit_with_the_decimals_of_their_column(tmp_path: Path) -> None:
    facts = """key: year
unit: GBP
scale: 1000
empty_cell: zero
columns:
  - {id: year, label: Year, unit: text}
  - {id: cost, label: Cost, unit: amount}
  - {id: share, label: Share, unit: percent}
total: {row: last}
negative: brackets
"""
    assert table(tmp_path, facts, "year,cost,share\n2024,1.5,\n2025,-20.25,\nAll,-18.75,\n") == [
        "section portrait A4",
        "table grid “Figures (£)” #figures columns 4 11r 5r",
        "= ↓Year | ↓Cost | ↓Share",
        "body →2024 | 1,500.00 | 0",
        "body →2025 | (20,250.00) | 0",
        "total →All | (18,750.00) | 0",
    ]


def test_many_columns_take_a_wide_page(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(16)]
    columns = "".join(f"  - {{id: {name}, label: {name.upper()}, unit: count}}\n" for name in names)
    facts = f"key: id\nempty_cell: unknown\ncolumns:\n  - {{id: id, label: Id}}\n{columns}total: none\n"
    rows = f"id,{','.join(names)}\na,{','.join('1' * 16)}\n"
    lines = table(tmp_path, facts, rows)
    assert lines[0] == "section landscape A3"
    assert lines[1].startswith("table dashboard “Figures”")


SPENDING = """key: line
unit: GBP
empty_cell: blank
columns:
  - {id: line, label: Line}
  - {id: group, label: Group}
  - {id: lead, label: Lead}
  - {id: plan, label: Plan, unit: amount}
  - {id: spent, label: Spent, unit: amount}
  - {id: gap, label: Variance, unit: amount, formula: spent - plan}
  - {id: share, label: Share, unit: percent, formula: spent / plan * 100}
total: {row: last, label: All}
negative: brackets
"""
LINES = """line,group,lead,plan,spent
A10,Roads,Lee,100,150
A2,Parks,Poole,40,10
A1,Roads,Lee,100,50
,,,240,210
"""


def test_rows_are_added_up_by_the_columns_of_a_view_and_shares_computed_anew(tmp_path: Path) -> None:
    view = "views: [{id: pivot, columns: [group, lead, plan, spent, gap, share], by: [group, lead]}]\n"
    assert table(tmp_path, SPENDING + view, LINES)[3:] == [
        "body →Roads | Lee | 200 | 200 | 0 | 100.0%",
        "body →Parks | Poole | 40 | 10 | (30) | 25.0%",
        "total →All |  | 240 | 210 | (30) | 87.5%",
    ]


def test_a_view_without_the_column_of_the_word_total_heads_that_row_all_the_same(tmp_path: Path) -> None:
    facts = SPENDING.replace(", label: All", "") + "views: [{id: pivot, columns: [lead, plan, spent], by: [lead]}]\n"
    assert table(tmp_path, facts, LINES.replace(",,,240", "Sum,,,240"))[-1] == "total →Sum | 240 | 210"


@pytest.mark.parametrize(
    ("said", "page"),
    [("", "portrait A4"), (", orientation: landscape", "landscape A4"), (", paper: A3", "landscape A3")],
)
def test_a_view_takes_the_page_that_it_asks_for_or_that_its_columns_need(tmp_path: Path, said: str, page: str) -> None:
    view = f"views: [{{id: short, columns: [line, plan]{said}}}]\n"
    assert table(tmp_path, SPENDING + view, LINES)[0] == f"section {page}"


def test_rows_stand_in_natural_order_and_in_bands_with_subtotals(tmp_path: Path) -> None:
    view = "views: [{id: bands, columns: [line, plan, gap], sort: line, bands: group, subtotal: 'Sum of {band}'}]\n"
    assert table(tmp_path, SPENDING + view, LINES)[3:] == [
        "band →[3x1]Roads",
        "body →A1 | 100 | (50)",
        "body →A10 | 100 | 50",
        "subtotal →Sum of Roads | 200 | 0",
        "band →[3x1]Parks",
        "body →A2 | 40 | (30)",
        "subtotal →Sum of Parks | 40 | (30)",
        "total →All | 240 | (30)",
    ]


def test_footnote_marks_are_raised_and_periods_print_as_the_body_does(tmp_path: Path) -> None:
    facts = """key: month
empty_cell: blank
columns: [{id: month, label: Month, unit: date}, {id: cost, label: Cost, unit: count}]
total: none
footnotes: [{mark: '*', words: part of the month}]
"""
    assert table(tmp_path, facts, "month,cost\n2026-04,1200*\n2026/27,5\n")[2:] == [
        "= ↓Month | ↓Cost",
        "body →April 2026 | 1,200^*^",
        "body →2026/27 | 5",
        "note * part of the month",
    ]


def test_the_same_data_print_in_another_notation_in_another_house(tmp_path: Path) -> None:
    (brackets,) = (row for row in table(tmp_path / "a", SPENDING, LINES) if "A2" in row)
    (minus,) = (row for row in table(tmp_path / "b", SPENDING.replace("brackets", "minus"), LINES) if "A2" in row)
    assert brackets.replace("(30)", "\N{MINUS SIGN}30") == minus


def test_a_cell_is_made_of_other_columns_and_equal_neighbours_are_one_cell(tmp_path: Path) -> None:
    facts = """key: indicator
empty_cell: blank
columns:
  - {id: indicator, label: Indicator}
  - {id: basis, label: Basis}
  - {id: at, label: At, unit: date}
  - {id: reading, label: Reading, unit: percent}
  - {id: target, label: Target, unit: percent}
  - {id: proposed, label: Proposed, words: ["YTD {at}: {reading}", "Target: {target}"]}
views: [{id: printed, columns: [indicator, basis, proposed], merge: [basis], orientation: portrait}]
"""
    rows = "indicator,basis,at,reading,target\na,National,2014-12,85.6,90\nb,National,,,75\nc,Local,2015-01,96,\n"
    assert [line.split(" | ") for line in table(tmp_path, facts, rows)[3:]] == [
        ["body →a", "[1x2]National", "YTD December 2014: 85.6%⏎Target: 90%"],
        ["body →b", "Target: 75%"],
        ["body →c", "Local", "YTD January 2015: 96%"],
    ]


def test_two_tables_from_one_data_set_have_anchors_of_their_own(tmp_path: Path) -> None:
    folder = "meetings/board/2026-05-14/papers/figures"
    block = "```table\ndata: figures\n{}```\n\n"
    views = [block.format(more) for more in ("", "", "view: short\n", "id: mine\n", "view: long\n", "view: long\n")]
    links = "See [](table:figures), [](table:figures-2) and [](table:figures-short).\n\n"
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: figures}}]\n")
    files[f"{folder}/paper.md"] = PAPER.partition("```")[0] + links + "".join(views)
    files[f"{folder}/figures.csv"] = "year,cost\n2024,1\n"
    files[f"{folder}/figures.yaml"] = (
        "title: Figures\ncsv: figures.csv\nkey: year\nempty_cell: blank\n"
        "columns: [{id: year, label: Year}, {id: cost, label: Cost}]\n"
        "views: [{id: short, columns: [cost]}, {id: long, columns: [year, cost]}]\n"
    )
    library, _ = load_library(put_files(tmp_path, files))
    pack, findings = compose_meeting(library, library.meetings["board/2026-05-14"], tmp_path)
    assert [one.message for one in findings if one.problem.code in ("G909", "G913")] == []
    tables = [block.anchor for block in walk(pack.parts[-1].document) if isinstance(block, Table)]
    assert tables == ["figures", "figures-2", "figures-short", "mine", "figures-4", "figures-5"]
