"""How tall a table becomes, roughly: enough to say whether it may be kept whole on a page."""

from math import ceil

from govdocs.compose.blocks import Block, ItemList, Paragraph, RowKind, Scope, Table, TableKind, plain
from govdocs.write.column_widths import POINTS_A_MM, ColumnWidths, cell_padding_pt
from govdocs.write.font_widths import text_width
from govdocs.write.table_grid import SHORT_ROWS, GridRow, PlacedCell
from govdocs.write.theme import Theme

_MOST_SHARE = 0.5
"""Of a page's height, up to which a table is kept whole: a taller one would leave too much of a page empty."""

_RAGGED = 1.12
"""Lines end before the edge: so much more room do words need than their width says."""


def stands_whole(
    table: Table, grid: tuple[GridRow, ...], fit: ColumnWidths, width_pt: float, height_pt: float, theme: Theme
) -> bool:
    """Whether the table has few rows and takes no more than half of a page that is ``height_pt`` tall."""
    if len(table.body) > SHORT_ROWS:
        return False
    return rough_height_pt(table, grid, fit, width_pt, theme) <= height_pt * _MOST_SHARE


def rough_height_pt(table: Table, grid: tuple[GridRow, ...], fit: ColumnWidths, width_pt: float, theme: Theme) -> float:
    """The height of all rows; cells over several rows are left out."""
    dashboard = table.kind is TableKind.DASHBOARD
    line = fit.type_pt * (theme.type.dashboard_line_height if dashboard else theme.type.table_line_height)
    padding_mm = theme.tables.dashboard_padding_y_mm if dashboard else theme.tables.padding_y_mm
    beside = 2 * cell_padding_pt(table, theme)

    def height(cell: PlacedCell, row: GridRow) -> float:
        room = width_pt * sum(fit.shares[cell.column : cell.column + cell.columns]) - beside
        bold = cell.scope is Scope.COLUMN or row.row.kind is not RowKind.BODY
        return sum(_lines(block, max(room, fit.type_pt), fit.type_pt, bold=bold) for block in cell.cell.blocks) * line

    rows = (max((height(cell, row) for cell in row.cells if cell.rows == 1), default=line) for row in grid)
    return sum(max(each, line) + 2 * padding_mm * POINTS_A_MM for each in rows)


def _lines(block: Block, room: float, size: float, *, bold: bool) -> int:
    match block:
        case Paragraph(content):
            return max(1, ceil(text_width(plain(content), size, bold=bold) * _RAGGED / room))
        case ItemList(_, items):
            return sum(_lines(inner, room, size, bold=bold) for item in items for inner in item.blocks)
        case _:
            return 1
