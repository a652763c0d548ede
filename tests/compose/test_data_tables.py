"""Tables printed from data sets: scale, signs, empty cells, ratings, and pages that are wide enough."""

from pathlib import Path

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
