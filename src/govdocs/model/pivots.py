"""Rows of a data set put in order, and added up where they agree in some columns."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from govdocs.model.data_sets import DataCell, DataRow, DataSet, View
from govdocs.model.formulas import read_formula

_DIGITS = re.compile(r"(\d+)")


def natural_order(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts as people do: ``A2`` before ``A10``, without regard to capitals."""
    pieces = (piece for piece in _DIGITS.split(text.casefold().strip()) if piece)
    return tuple((0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in pieces)


def view_rows(data: DataSet, view: View | None) -> tuple[DataRow, ...]:
    """The rows that a view prints: added up, and in its order; what it names and is not there is passed over."""
    rows = data.rows
    known = {column.id: at for at, column in enumerate(data.facts.columns)}
    if view is None:
        return rows
    if by := [known[name] for name in view.by if name in known]:
        rows = add_up(data, by)
    if view.sort in known:
        at = known[view.sort]
        numeric = data.facts.columns[at].is_number
        rows = tuple(sorted(rows, key=lambda row: _sort_key(row.cells[at], numeric=numeric)))
    if view.bands in known:
        at = known[view.bands]
        order = list(dict.fromkeys(row.cells[at].text for row in rows))
        rows = tuple(sorted(rows, key=lambda row: order.index(row.cells[at].text)))
    return rows


def _sort_key(cell: DataCell, *, numeric: bool) -> tuple[int, Decimal, tuple[tuple[int, int, str], ...]]:
    """Numbers by their value, words in natural order; empty cells last."""
    if not cell.text:
        return (2, Decimal(0), ())
    if numeric and cell.number is not None:
        return (0, cell.number, ())
    return (1, Decimal(0), natural_order(cell.text))


def add_up(data: DataSet, by: Sequence[int]) -> tuple[DataRow, ...]:
    """One row for each combination of words in the columns at ``by``, in the order in which they come first."""
    groups: dict[tuple[str, ...], list[DataRow]] = {}
    for row in data.rows:
        groups.setdefault(tuple(row.cells[at].text for at in by), []).append(row)
    return tuple(sum_of(data, rows, by) for rows in groups.values())


def sum_of(data: DataSet, rows: Sequence[DataRow], by: Sequence[int] = ()) -> DataRow:
    """One row with the sums of ``rows``; shares follow from their formula, and words stay where all agree."""
    first = rows[0]
    numbers: dict[str, Decimal | None] = {}
    for at, column in enumerate(data.facts.columns):
        if column.is_number and column.unit != "percent":
            known = [number for row in rows if (number := row.cells[at].number) is not None]
            numbers[column.id] = sum(known, Decimal(0)) if known else None
    cells: list[DataCell] = []
    for at, column in enumerate(data.facts.columns):
        if column.unit == "percent":
            numbers[column.id] = _share(column.formula, numbers)
        if column.id in numbers:
            number, place = numbers[column.id], first.cells[at].place
            cells.append(DataCell("" if number is None else f"{number:f}", number, place, computed=True))
        else:
            same = at in by or all(row.cells[at].text == first.cells[at].text for row in rows)
            cells.append(DataCell(first.cells[at].text if same else "", None, first.cells[at].place))
    return DataRow(tuple(cells), first.place)


def _share(formula: str, numbers: Mapping[str, Decimal | None]) -> Decimal | None:
    read = read_formula(formula, numbers) if formula else None
    return read.compute({("", name): number for name, number in numbers.items()}) if read is not None else None
