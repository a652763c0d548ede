"""Rules about figures in tables and data sets: codes G301 to G319.

A printed total is kept as printed and computed anew; a difference that the record knows of is no finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from govdocs.check.agreements import RULES as AGREEMENTS
from govdocs.check.figures import Figure, Figures, written_like
from govdocs.check.formulas import sum_by_formula
from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.tables import TableColumn


def look_for_wrong_totals(records: Records) -> Iterator[Found]:
    """Checks:
        A total row agrees with the sum of the rows above it, within what rounding allows.

    Looks at:
        Records: typed tables and data sets with a total.

    Why:
        A total that does not add up is the first thing that a reader with a pencil finds, and casts doubt on the rest.

    Example:
        Three costs that add up to £64,418 stand over a total of £64,408.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: last
        ---
        | Staff | 49,608 |
        | Vans | 5,610 |
        | Total | 55,208 |
        ```

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: last
        ---
        | Staff | 49,608 |
        | Vans | 5,610 |
        | Total | 55,218 |
        ```
    """
    for off in _totals_that_are_off(records):
        if not off.is_rounding:
            message = (
                f"the total of `{off.column.label}` is `{off.printed.text}`; expected "
                f"{written_like(off.computed, off.printed.text)}, the sum of its rows"
            )
            hint = "correct the total or a row; a difference that has to stay goes under `known_difference`"
            yield Found(off.printed.place, message, hint, length=len(off.printed.text), subject=off.figures.subject)


def look_for_totals_off_by_rounding(records: Records) -> Iterator[Found]:
    """Checks:
        A total that is off by no more than rounding explains is still the sum of the rows as printed.

    Looks at:
        Records: typed tables and data sets with a total.

    Why:
        It is probably no mistake; but whoever adds up the page finds another number, and a line under the table
        ("figures may not add up because of rounding") spares the question. One finding a table.

    Example:
        Three shares of £49,608 add up to £49,607.

    Wrong:
        ```table
        id: split
        columns: [{id: item, label: Town}, {id: cost, label: Pays, unit: GBP}]
        total: last
        ---
        | North | 13,394 |
        | South | 19,347 |
        | West | 16,866 |
        | Total | 49,608 |
        ```

    Right:
        ```table
        id: split
        columns: [{id: item, label: Town}, {id: cost, label: Pays, unit: GBP}]
        total: last
        ---
        | North | 13,394 |
        | South | 19,347 |
        | West | 16,867 |
        | Total | 49,608 |
        ```
    """
    rounded = (off for off in _totals_that_are_off(records) if off.is_rounding)
    for figures, (off, *others) in groupby(rounded, lambda one: one.figures):
        if not re.search(r"\bround", figures.caption, re.IGNORECASE):
            more = f" (and {len(others)} more in this row)" if others else ""
            message = f"the total of `{off.column.label}` is `{off.printed.text}`, off by {abs(off.gap):,}{more}; "
            message += f"expected {off.computed:,}, or a word on rounding"
            hint = "correct a figure, or say that the figures are rounded"
            yield Found(off.printed.place, message, hint, length=len(off.printed.text), subject=off.figures.subject)


@dataclass(frozen=True, slots=True)
class _Off:
    """A total that is not the sum of its rows."""

    figures: Figures
    column: TableColumn
    printed: Figure
    computed: Decimal
    gap: Decimal
    is_rounding: bool


def _totals_that_are_off(records: Records) -> Iterator[_Off]:
    for figures in records.figures:
        if figures.total is None or (figures.is_typed and figures.is_guessed and figures.has_sums_within()):
            continue
        for position, column in enumerate(figures.columns):
            printed = figures.total[position]
            parts = [number for row in figures.rows if (number := row[position].number) is not None]
            if not figures.is_summed(position) or printed.number is None or not parts:
                continue
            computed = sum(parts, Decimal(0))
            gap = printed.number - computed - _known(figures, column)
            by_formula = sum_by_formula(figures, position)
            if by_formula is not None and abs(printed.number - by_formula) <= figures.slack(position, len(parts)):
                continue  # the row that is wrong has a finding of its own
            if abs(gap) > figures.tolerance:
                yield _Off(figures, column, printed, computed, gap, abs(gap) <= figures.slack(position, len(parts)))


def look_for_needless_differences(records: Records) -> Iterator[Found]:
    """Checks:
        A known difference of a total is still there, and as large as the record says.

    Looks at:
        Records: `known_difference` of tables and data sets.

    Why:
        A difference that has been put right and is still declared would hide the next one.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: {row: last, known_difference: {column: cost, by: -10, why: as published}}
        ---
        | Staff | 49,608 |
        | Vans | 5,610 |
        | Total | 55,218 |
        ```

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: {row: last, known_difference: {column: cost, by: -10, why: as published}}
        ---
        | Staff | 49,608 |
        | Vans | 5,610 |
        | Total | 55,208 |
        ```
    """
    for figures in records.figures:
        for known in figures.known:
            column = next((column for column in figures.columns if column.id == known.column), None)
            if column is None or known.row or figures.total is None:
                continue
            position = figures.columns.index(column)
            printed = figures.total[position].number
            computed = sum((row[position].number or Decimal(0) for row in figures.rows), Decimal(0))
            if printed is not None and abs(printed - computed - known.by) > figures.tolerance:
                message = f"the known difference of `{column.label}` is {known.by:,}; expected {printed - computed:,}"
                hint = "correct `by`, or remove the known difference"
                yield Found(known.place("by"), message, hint, subject=figures.subject)


def look_for_unreadable_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        Cells of a column of numbers are numbers, or empty.

    Looks at:
        Records: columns of numbers of typed tables.

    Why:
        What is not read as a number is not added up.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,6O8 |
        ```

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff | 49,608 |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            for row in (*figures.rows, *([figures.total] if figures.total else [])):
                cell = row[position]
                declared = figures.is_typed and column.id not in figures.inferred
                if declared and column.is_number and cell.number is None and cell.text.strip() not in NO_NUMBER:
                    message = f"`{cell.text}` in the column `{column.label}`; expected a number, or an empty cell"
                    hint = "write the number in figures, or give the column `unit: text`"
                    yield Found(cell.place, message, hint, length=len(cell.text), subject=figures.subject)


#: What a cell of a column of numbers may hold in place of a number.
NO_NUMBER = {"", "-", "–", "—", "n/a", "N/A", "none", "nil", "tbc", "TBC", "^^", "<<"}


def _known(figures: Figures, column: TableColumn) -> Decimal:
    return sum((known.by for known in figures.known if known.column == column.id and not known.row), Decimal(0))


RULES: tuple[RecordRule, ...] = (
    record_rule("G301", "total-differs", STOPS_PUBLICATION, look_for_wrong_totals),
    record_rule("G332", "total-off-by-rounding", NOTED, look_for_totals_off_by_rounding),
    record_rule("G302", "known-difference-needless", WARNS, look_for_needless_differences),
    *AGREEMENTS,
    record_rule("G305", "number-unreadable", STOPS_PUBLICATION, look_for_unreadable_numbers),
)
