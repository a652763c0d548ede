"""Charts from data sets: what is drawn, the words that say it, and what is wrong at its line."""

from decimal import Decimal
from pathlib import Path

import pytest

from govdocs.compose.blocks import Chart, walk
from govdocs.compose.charts import round_steps
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from support.organisation import MEETING, overlay, put_files, sound_files
from support.outline import outline_blocks
from support.records import load_library

FOLDER = "meetings/board/2026-05-14/papers/savings"
FACTS = """title: Savings
csv: savings.csv
key: month
unit: GBP-thousand
empty_cell: unknown
columns:
  - {id: month, label: Month, unit: date}
  - {id: plan, label: Plan, unit: amount}
  - {id: forecast, label: Forecast, unit: amount}
  - {id: april, label: April, unit: rating}
  - {id: may, label: May, unit: rating}
ratings:
  - {id: g, label: On track, colour: green}
  - {id: r, label: Off track, colour: red}
total: none
"""
ROWS = "month,plan,forecast,april,may\n2026-01,100,80,g,g\n2026-02,250,,g,r\n2026-03,1200,1310,r,g\n"


def compose(root: Path, chart: str, facts: str = FACTS, rows: str = ROWS) -> tuple[list[Chart], list[Diagnostic]]:
    """The charts of a paper with this block, and the findings about it."""
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: savings}}]\n")
    paper = f"---\ntitle: Savings\nauthors: [alex-example]\n---\n# Report\n\n```chart\n{chart}```\n"
    files |= {f"{FOLDER}/paper.md": paper, f"{FOLDER}/savings.csv": rows, f"{FOLDER}/savings.yaml": facts}
    library, findings = load_library(put_files(root, files))
    pack, _ = compose_meeting(library, library.meetings["board/2026-05-14"], root)
    charts = [block for block in walk(pack.parts[-1].document) if isinstance(block, Chart)]
    return charts, [found for found in findings if found.place.path.startswith(FOLDER)]


def test_plan_against_forecast_is_drawn_and_said_in_words(tmp_path: Path) -> None:
    charts, findings = compose(tmp_path, "kind: line\ndata: savings\nseries: [plan, forecast]\ntargets: [plan]\n")
    assert not findings
    (chart,) = charts
    assert list(outline_blocks((chart,), 0))[1:] == [
        "  along January 2026 | February 2026 | March 2026",
        "  Plan (aim): 100 | 250 | 1,200",
        "  Forecast: 80 |  | 1,310",
    ]
    assert chart.unit == "£000"
    assert [text for _, text in chart.ticks] == ["0", "500", "1,000", "1,500"]
    assert chart.alternative == (
        "Line chart: Savings. From January 2026 to March 2026. "
        "Plan rises from 100 in January 2026 to 1,200 in March 2026. "
        "Plan: highest 1,200 (March 2026), lowest 100 (January 2026). "
        "Forecast: highest 1,310 (March 2026), lowest 80 (January 2026). "
        "Forecast is above Plan 1 times and below it 1 times out of 2. "
        "Figures of Plan: January 2026 100, February 2026 250, March 2026 1,200. "
        "Figures of Forecast: January 2026 80, February 2026 not known, March 2026 1,310."
    )


def test_ratings_are_counted_over_periods(tmp_path: Path) -> None:
    charts, findings = compose(tmp_path, "kind: status-counts\ndata: savings\nseries: [april, may]\n")
    assert not findings
    assert list(outline_blocks((charts[0],), 0))[1:] == [
        "  along April | May",
        "  On track: 2 | 2",
        "  Off track: 1 | 1",
    ]
    assert [text for _, text in charts[0].ticks] == ["0", "1", "2", "3"]


def test_chosen_periods_are_drawn_in_their_order(tmp_path: Path) -> None:
    block = "kind: bar\ndata: savings\nseries: [plan]\nperiods: [2026-03, 2026-01]\nalt: Two months\n"
    charts, findings = compose(tmp_path, block)
    assert not findings
    assert charts[0].categories == ("March 2026", "January 2026")
    assert charts[0].alternative == "Two months"


@pytest.mark.parametrize(
    ("block", "line", "code", "words"),
    [
        ("kind: line\ndata: saving\nseries: [plan]\n", 9, "G212", "no data set `saving`"),
        ("kind: line\ndata: savings\nseries: [plan, forcast]\n", 10, "G212", "no column `forcast`"),
        ("kind: line\ndata: savings\nseries: [plan]\nalong: week\n", 11, "G212", "no column `week`"),
        ("kind: line\ndata: savings\nseries: [plan]\ntargets: [forecast]\n", 11, "G212", "no series `forecast`"),
        ("kind: line\ndata: savings\nseries: [plan]\nperiods: [2026-04]\n", 11, "G225", "no period `2026-04`"),
        ("kind: line\ndata: savings\nseries: [april]\n", 10, "G204", "expected a column of numbers"),
        ("kind: status-counts\ndata: savings\nseries: [plan]\n", 10, "G204", "expected a column of ratings"),
        ("kind: line\ndata: savings\nseries: []\n", 10, "G224", "nothing to draw"),
        ("kind: line\ndata: savings\nseries: [forecast]\nperiods: [2026-02]\n", 10, "G224", "nothing to draw"),
        ("kind: pie\ndata: savings\nseries: [plan]\n", 8, "G205", "pie"),
        ("kind: line\nseries: [plan]\n", 8, "G202", "data"),
    ],
)
def test_what_is_wrong_is_said_at_its_line(tmp_path: Path, block: str, line: int, code: str, words: str) -> None:
    _, findings = compose(tmp_path, block)
    (finding,) = findings
    assert (finding.place.line, finding.problem.code) == (line, code)
    assert words in finding.message


def test_a_chart_of_a_broken_data_set_has_no_finding_of_its_own(tmp_path: Path) -> None:
    _, findings = compose(tmp_path, "kind: line\ndata: savings\nseries: [plan]\n", facts="title: [\n")
    assert {found.place.path for found in findings} <= {f"{FOLDER}/savings.yaml"}


@pytest.mark.parametrize(
    ("low", "high", "from_nothing", "steps"),
    [
        ("0", "1310", True, "0 500 1000 1500"),
        ("-20", "95", False, "-50 0 50 100"),
        ("900", "905", False, "900 901 902 903 904 905"),
        ("0.02", "0.09", True, "0.00 0.02 0.04 0.06 0.08 0.10"),
        ("0", "0", True, "0.0 0.2 0.4 0.6 0.8 1.0"),
        ("7", "7", False, "0 2 4 6 8"),
    ],
)
def test_the_upright_axis_has_round_steps(low: str, high: str, from_nothing: bool, steps: str) -> None:
    found = round_steps(Decimal(low), Decimal(high), from_nothing=from_nothing)
    assert found == [Decimal(step) for step in steps.split()]
