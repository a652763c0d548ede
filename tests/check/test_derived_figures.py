"""Figures that follow from others by a formula: products, shares, growth, lengths of time; and what rounding allows."""

from pathlib import Path

import pytest

from support.judging import PAPER, judge, judge_report

TABLE = """```table
id: costs
columns: [{id: item, label: Item}, %s]
total: last
---
%s
```
"""
TWO = "{id: plan, label: Plan, unit: GBP-thousand}, {id: spent, label: Spent, unit: GBP-thousand}"
VARIANCE = "{id: gap, label: Gap, unit: GBP-thousand, formula: spent - plan}"
CHANGE = "{id: change, label: Change, unit: percent, formula: (spent - plan) / plan * 100}"
SHARES = "{id: n, label: Practices, unit: count}, {id: pays, label: Pays, unit: GBP, formula: 49608 * n / total(n)}"
NAMES = {"formula-differs", "formula-off-by-rounding", "formula-bad", "derived-figure-differs", "total-differs"}


def _found(tmp_path: Path, report: str, header: str = "") -> dict[str, list[str]]:
    found = judge_report(tmp_path, report, header)
    return {name: [one.message for one in each] for name, each in found.items() if name in NAMES}


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (f"{TWO}, {CHANGE}", "| A | 1,900 | 1,750 | -7.9% |\n| Total | 1,900 | 1,750 | -7.9% |"),
        (SHARES, "| A | 48 | 13,156 |\n| B | 71 | 19,460 |\n| C | 62 | 16,992 |\n| Total | 181 | 49,608 |"),
        (SHARES, "| A | 1 | 16,536 |\n| B | 1 | 16,536 |\n| C | 1 | 16,536 |\n| Total | 3 | 49,608 |"),
    ],
)
def test_what_is_rounded_as_it_is_printed_is_right(columns: str, rows: str, tmp_path: Path) -> None:
    assert _found(tmp_path, TABLE % (columns, rows)) == {}


def test_what_rounding_explains_is_a_note(tmp_path: Path) -> None:
    rows = "| A | 1,000 | 1,200 | 201 |\n| B | 500 | 500 | 0 |\n| Total | 1,500 | 1,700 | 200 |"
    assert set(_found(tmp_path, TABLE % (f"{TWO}, {VARIANCE}", rows))) == {"formula-off-by-rounding"}


def test_a_row_that_is_wrong_is_said_once(tmp_path: Path) -> None:
    """The total is that of the right row, and has no finding of its own."""
    rows = "| A | 1,000 | 900 | 100 |\n| B | 500 | 550 | 50 |\n| Total | 1,500 | 1,450 | (50) |"
    assert set(_found(tmp_path, TABLE % (f"{TWO}, {VARIANCE}", rows))) == {"formula-differs"}


FIGURES = """figures:
  - {id: practices, value: 181, unit: count}
  - {id: price, value: 268, unit: GBP}
  - {id: first-year, value: 6.34, unit: percent}
  - {id: second-year, value: 2.83, unit: percent}
  - {id: derived, %s}
events: [{id: start, date: 2026-07}, {id: end, date: 2026-12-31}]
"""
COSTS = TABLE % ("{id: cost, label: Cost, unit: GBP}", "| A | 400 |\n| B | 600 |\n| Total | 1,000 |")


@pytest.mark.parametrize(
    ("right", "wrong", "formula"),
    [
        ("48508, unit: GBP", "49508, unit: GBP", "practices * price"),
        ("48.5, unit: GBP-thousand", "48.6, unit: GBP-thousand", "practices * price"),
        ("9.35, unit: percent", "9.17, unit: percent", "compounded(first-year, second-year)"),
        ("9.17, unit: percent", "9.35, unit: percent", "first-year + second-year"),
        ("6, unit: count", "5, unit: count", '"months(start, end)"'),
        ("184, unit: count", "183, unit: count", '"days(start, end)"'),
        ("1, unit: GBP-thousand", "2, unit: GBP-thousand", "total(costs.cost)"),
        ("5.52, unit: GBP", "5.62, unit: GBP", "total(costs.cost) / practices"),
    ],
)
def test_a_figure_is_what_its_formula_gives(right: str, wrong: str, formula: str, tmp_path: Path) -> None:
    for value, names in ((right, set()), (wrong, {"derived-figure-differs"})):
        if "(" in formula and not formula.startswith('"'):
            formula = f'"{formula}"'
        header = FIGURES % f"value: {value}, formula: {formula}"
        assert set(_found(tmp_path / value[:4], COSTS, header)) == names, value


@pytest.mark.parametrize(
    "formula",
    ["practices * prise", "total(costs.price)", "months(start, finish)", "derived * 2", "practices ** 2", "max(1, 2)"],
)
def test_a_formula_that_names_nothing(formula: str, tmp_path: Path) -> None:
    assert set(_found(tmp_path, COSTS, FIGURES % f'value: 5, formula: "{formula}"')) == {"formula-bad"}


@pytest.mark.parametrize("formula", ["price / 0", "1e400 * price", "(((price", "9" * 300, "price - - price"])
def test_no_formula_brings_down_a_check(formula: str, tmp_path: Path) -> None:
    _found(tmp_path, COSTS, FIGURES % f'value: 0, formula: "{formula}"')


def test_a_column_that_is_computed_may_share_out_a_total(tmp_path: Path) -> None:
    folder = PAPER.removesuffix(".md")
    files = f"""# {folder}/paper.md
---
title: Budget
authors: [alex-example]
presenters: [alex-example]
figures: [{{id: north, value: 250, unit: GBP, formula: "total(split.pays) / 4"}}]
---
# Report

```table
data: split
```
# {folder}/split.yaml
title: Who pays
csv: split.csv
key: town
empty_cell: blank
columns:
  - {{id: town, label: Town}}
  - {{id: homes, label: Homes, unit: count}}
  - {{id: pays, label: Pays, unit: GBP, formula: 1000 * homes / total(homes)}}
total: last
# {folder}/split.csv
town,homes
North,10
South,30
Total,40
"""
    assert not NAMES & set(judge(tmp_path, files))
