"""What goes wrong with figures, charts and pictures is said once, at its line, in words that help."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings
from support.organisation import MEETING, overlay, put_files, sound_files

FOLDER = "meetings/board/2026-05-14/papers/savings"
FILES = {
    "paper.md": "---\ntitle: Savings\nauthors: [alex-example]\npresenters: [alex-example]\n---\n# Report\n\n"
    "As planned.\n\n"
    "```chart\nkind: line\ndata: savings\nseries: [plan, actual]\n```\n\n```picture\nfile: map.svg\nalt: A map\n```\n",
    "savings.yaml": "title: Savings by month\ncsv: savings.csv\nkey: month\nunit: GBP-thousand\nempty_cell: unknown\n"
    "columns:\n  - {id: month, label: Month}\n  - {id: plan, label: Plan, unit: amount}\n"
    "  - {id: actual, label: Actual, unit: amount}\n",
    "savings.csv": "month,plan,actual\nApril,10,9\nMay,12,13\n",
    "map.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>\n',
}
STANDING = "{standing: welcome}, {standing: apologies}, {standing: declarations}"
AGENDA = f"# {MEETING}\nagenda: [{STANDING}, {{paper: savings}}]\n"
VARIANCE = "  - {id: variance, label: Variance, unit: amount, formula: actuel - plan}\n"


def found_in(root: Path, file: str, old: str, new: str) -> list[tuple[str, str, str, str]]:
    """What is found once ``old`` is ``new``: the file, the line that was typed, what is wrong and what to do."""
    texts = {f"{FOLDER}/{name}": text for name, text in FILES.items()}
    assert texts[f"{FOLDER}/{file}"].count(old) == 1
    texts[f"{FOLDER}/{file}"] = texts[f"{FOLDER}/{file}"].replace(old, new)
    put_files(root, overlay(sound_files(), AGENDA) | texts)
    errors = check_repository(Settings(root, datetime(2026, 5, 10, tzinfo=UTC))).findings
    mine = [one for one in errors if one.place.path.startswith(FOLDER) and one.problem.code != "G601"]
    lines = [(root / one.place.path).read_text(encoding="utf-8").splitlines()[one.place.line - 1] for one in mine]
    names = [one.place.path.rpartition("/")[2] for one in mine]
    return [(name, line.strip(), one.message, one.hint) for name, line, one in zip(names, lines, mine, strict=True)]


def test_nothing_is_wrong_before(tmp_path: Path) -> None:
    assert found_in(tmp_path, "paper.md", "As planned.", "As was planned.") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "savings.csv",
            "month,plan,actual\nApril,10,9\nMay,12,13\n",
            "month,plan\nApril,10\nMay,12\n",
            (
                "savings.yaml",
                "- {id: actual, label: Actual, unit: amount}",
                "the CSV file has no column `actual`; its first row holds `month` or `plan`",
                "add `actual` to the first row of `savings.csv`",
            ),
        ),
        (
            "paper.md",
            "series: [plan, actual]",
            "series: [plan, actual]\nperiods: [April, Juno]",
            (
                "paper.md",
                "periods: [April, Juno]",
                "there is no period `Juno` in `savings`",
                "write `April` or `May`",
            ),
        ),
        (
            "savings.yaml",
            "  - {id: actual, label: Actual, unit: amount}\n",
            "  - {id: actual, label: Actual, unit: amount}\n" + VARIANCE,
            (
                "savings.yaml",
                VARIANCE.strip(),
                "the formula names `actuel`; expected one of the columns actual, month, plan, variance",
                "correct the name",
            ),
        ),
        (
            "savings.csv",
            "April,10,9\nMay,12,13\n",
            "April,,\nMay,,\n",
            (
                "paper.md",
                "series: [plan, actual]",
                "the chart has nothing to draw: `savings` holds no figures in `plan` or `actual`",
                "fill the cells of these columns, or choose other columns or periods",
            ),
        ),
        (
            "paper.md",
            "data: savings",
            "data: saving",
            (
                "paper.md",
                "data: saving",
                "there is no data set `saving` beside the paper; expected a file `saving.yaml`",
                "write `savings`",
            ),
        ),
        (
            "paper.md",
            "\nalt: A map",
            "",
            ("paper.md", "file: map.svg", "the key `alt` is missing", "add `alt:` here"),
        ),
        (
            "paper.md",
            "alt: A map",
            'alt: "…"',
            (
                "paper.md",
                'alt: "…"',
                "`alt` has no words; expected what the picture shows, for those who do not see it",
                "say it in a sentence: `alt: A map of the two routes`",
            ),
        ),
    ],
)
def test_it_is_said_once_at_its_line(
    file: str, old: str, new: str, expected: tuple[str, str, str, str], tmp_path: Path
) -> None:
    assert found_in(tmp_path, file, old, new) == [expected]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("savings.yaml", "csv: savings.csv", "csv: saving.csv", "missing-file"),
        ("savings.yaml", "key: month", "key: [month]", "wrong-type"),
        ("savings.yaml", "columns:", "columns", "yaml"),
        ("savings.csv", "May,12,13", "May,12,13,14", "csv"),
    ],
)
def test_links_to_a_table_whose_data_cannot_be_read_are_not_found_as_well(
    file: str, old: str, new: str, problem: str, tmp_path: Path
) -> None:
    links = "As planned, see [](table:savings) and [](picture:course), and again [the table](table:savings).\n\n"
    paper = FILES["paper.md"].replace("As planned.\n\n", links + "```table\ndata: savings\n```\n\n", 1)
    paper = paper.replace("```chart\n", "```chart\nid: course\n")
    texts = {f"{FOLDER}/{name}": text for name, text in (FILES | {"paper.md": paper}).items()}
    root = put_files(tmp_path, overlay(sound_files(), f"{AGENDA}# records/bodies/board.yaml\nforms: []\n") | texts)
    settings = Settings(root, datetime(2026, 5, 10, tzinfo=UTC))
    assert [one.message for one in check_repository(settings).findings if one.severity(settings.stage) > 1] == []
    texts[f"{FOLDER}/{file}"] = texts[f"{FOLDER}/{file}"].replace(old, new)
    put_files(root, texts)
    found = [one for one in check_repository(settings).findings if one.place.path.startswith(FOLDER)]
    assert [problem in one.problem.name for one in found] == [True], found
