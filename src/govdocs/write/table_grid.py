"""Which cell stands where in a table, and which header cells head it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from govdocs.compose.blocks import Cell, Row, RowKind, Scope, Table

SHORT_ROWS = 6
"""A table of no more rows than this under its head stands whole on a page."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the grid lines that it covers; rows and columns count from 0, head and body rows together.

    ``key`` is unique within the table. ``headers`` are the keys of the cells that head it, column headers from the
    top down and then row headers from left to right.
    """

    cell: Cell
    key: str
    row: int
    column: int
    rows: int
    columns: int
    scope: Scope
    band: bool = False
    headers: tuple[str, ...] = ()

    def over(self, other: "PlacedCell") -> bool:
        """Whether the cell ends above ``other`` and shares a column with it."""
        return (
            self.row + self.rows <= other.row
            and self.column < other.column + other.columns
            and other.column < self.column + self.columns
        )

    def beside(self, other: "PlacedCell") -> bool:
        """Whether the cell ends left of ``other`` and shares a row with it."""
        return (
            self.column + self.columns <= other.column
            and self.row < other.row + other.rows
            and other.row < self.row + self.rows
        )


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row and the cells that begin in it; ``missing`` grid columns have no cell, ``excess`` ones no column."""

    row: Row
    cells: tuple[PlacedCell, ...]
    missing: int = 0
    excess: int = 0


def build_grid(table: Table) -> tuple[GridRow, ...]:
    """The head and body rows of ``table`` with every cell in its place and with its headers."""
    rows = tuple(_place_rows(table))
    heads = len(table.head)
    column_headers = [cell for row in rows for cell in row.cells if cell.scope is Scope.COLUMN]
    row_headers: dict[int, list[PlacedCell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.scope is Scope.ROW:
                for line in range(cell.row, cell.row + cell.rows):
                    row_headers.setdefault(line, []).append(cell)
    return tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, headers=_headers(cell, column_headers, row_headers, heads)) for cell in row.cells
            ),
        )
        for row in rows
    )


def group_edges(table: Table, grid: tuple[GridRow, ...]) -> frozenset[int]:
    """The columns at which a heading over several columns begins, and the one after its last."""
    wide = [cell for row in grid[: len(table.head)] for cell in row.cells if 1 < cell.columns < len(table.columns)]
    return frozenset(edge for cell in wide for edge in (cell.column, cell.column + cell.columns)) - {0}


def _place_rows(table: Table) -> Iterator[GridRow]:
    width = len(table.columns)
    free_from = [0] * width  # the first row in which each column is free of cells from above
    everything = (*table.head, *table.body)
    for number, row in enumerate(everything):
        last = len(table.head) if number < len(table.head) else len(everything)
        cells, column, excess = [], 0, 0
        for cell in row.cells:
            while column < width and free_from[column] > number:
                column += 1
            columns = min(cell.column_span, width - column)
            if columns < 1:
                excess += cell.column_span
                continue
            excess += cell.column_span - columns
            rows = min(cell.row_span, last - number)
            band = row.kind is RowKind.BAND
            scope = Scope.COLUMN if band and cell.scope is Scope.NONE else cell.scope
            cells.append(PlacedCell(cell, f"r{number}c{column}", number, column, rows, columns, scope, band))
            free_from[column : column + columns] = [number + rows] * columns
            column += columns
        missing = sum(1 for until in free_from if until <= number)
        yield GridRow(row, tuple(cells), missing, excess)


def _headers(
    cell: PlacedCell, column_headers: list[PlacedCell], row_headers: dict[int, list[PlacedCell]], heads: int
) -> tuple[str, ...]:
    """The keys of the header cells of ``cell``.

    Every header above it in the table's head counts. Of those within the body the last band counts, and the last row
    of column headings under that band: they are replaced by the next ones.
    """
    if cell.band:
        return ()
    above = [header for header in column_headers if header.over(cell)]
    keys = [header.key for header in above if header.row < heads]
    bands = [header for header in above if header.row >= heads and header.band]
    band_row = bands[-1].row if bands else heads - 1
    keys += [header.key for header in bands if header.row == band_row]
    inner = [header for header in above if header.row > band_row and not header.band and header.row >= heads]
    keys += [header.key for header in inner if header.row == inner[-1].row]
    beside = {
        header.key: header
        for line in range(cell.row, cell.row + cell.rows)
        for header in row_headers.get(line, ())
        if header.beside(cell)
    }
    return (*keys, *beside)
