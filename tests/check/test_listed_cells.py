"""Cells beside the words that the record lists for them, in data sets and in typed tables."""

from datetime import UTC, datetime
from pathlib import Path

from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.organisation import MEETING, overlay, put_files, sound_files

FOLDER = "meetings/board/2026-05-14/papers/works"
FACTS = """title: Works
csv: works.csv
key: name
empty_cell: unknown
ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
columns: [{id: name, label: Scheme}, {id: rating, label: Rating, unit: rating}]
footnotes: [{mark: '*', words: at the end of May}]
"""
TABLE = """```table
caption: Wards
columns: [{id: name, label: Scheme}, {id: ward, label: Ward, choices: [North, South]}]
---
|= Roads and parks |
| Roads | North |
| Parks | south |
| Walls |
| Trees | n/a |
```
"""


def unlisted(root: Path, rows: str, table: str) -> list[tuple[str, str]]:
    """What is said of cells that no list has, and what to do."""
    paper = f"---\ntitle: Works\nauthors: [alex-example]\npresenters: [alex-example]\n---\n# Report\n\n{table}"
    texts = {"paper.md": paper, "works.yaml": FACTS, "works.csv": rows}
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: works}}]\n")
    put_files(root, files | {f"{FOLDER}/{name}": text for name, text in texts.items()})
    found = check_repository(Settings(root, datetime(2026, 5, 10, tzinfo=UTC))).findings
    return [(one.message, one.hint) for one in found if one.problem.name == "cell-not-listed"]


def test_a_rating_is_one_of_the_ratings_also_with_the_mark_of_a_footnote(tmp_path: Path) -> None:
    rows = "name,rating\nParks,Green *\nRoads,Amber\nWalls,red\nTrees,\nQuays,n/a\n"
    assert unlisted(tmp_path, rows, "As planned.\n") == [
        ("`Amber` in `Rating`; expected `Red` or `Green`", "write one of these, or add it to `ratings`"),
        ("`red` in `Rating`; expected `Red` or `Green`", "write `Red`, or add it to `ratings`"),
    ]


def test_a_cell_of_a_typed_table_is_one_of_the_choices(tmp_path: Path) -> None:
    assert unlisted(tmp_path, "name,rating\nParks,Green\n", TABLE) == [
        ("`south` in `Ward`; expected `North` or `South`", "write `South`, or add it to `choices`")
    ]
