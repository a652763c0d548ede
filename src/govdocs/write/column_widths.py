"""How wide the columns of a table become."""

from govdocs.compose.blocks import Block, ItemList, ListKind, Paragraph, Row, RowKind, Scope, Table, TableKind, Tone
from govdocs.write.font_widths import widest_word
from govdocs.write.table_grid import GridRow, PlacedCell
from govdocs.write.theme import Theme

POINTS_A_MM = 72 / 25.4
_SLACK_PT = 0.6  # for borders and the rounding of the engine


def column_widths(
    table: Table, grid: tuple[GridRow, ...], width_pt: float, theme: Theme
) -> tuple[tuple[float, ...], float]:
    """The width of each column as a share of the table's (they add up to 1), and the least width in points.

    The table's own shares hold as far as every column stays as wide as its longest word. Where even the longest words
    do not fit beside each other (least width above ``width_pt``), columns shrink in proportion to what they need.
    """
    shares = [max(column.width, 0.0) for column in table.columns]
    if not sum(shares):
        shares = [1.0] * len(shares)
    least = _least_widths(table, grid, shares, theme)
    needed = sum(least)
    if needed >= width_pt:
        return tuple(need / needed for need in least), needed
    return tuple(width / width_pt for width in _spread(shares, least, width_pt)), needed


def cell_type_pt(table: Table, theme: Theme) -> float:
    """The type size of the table's cells."""
    return theme.type.dashboard_pt if table.kind is TableKind.DASHBOARD else theme.type.table_pt


def cell_padding_pt(table: Table, theme: Theme) -> float:
    """The padding at each side of the table's cells."""
    dashboard = table.kind is TableKind.DASHBOARD
    return POINTS_A_MM * (theme.tables.dashboard_padding_x_mm if dashboard else theme.tables.padding_x_mm)


def _spread(shares: list[float], least: list[float], width_pt: float) -> list[float]:
    """Widths in the proportion of ``shares`` with none under ``least``; the rest give way in proportion."""
    fixed: set[int] = set()
    while True:
        rest = width_pt - sum(least[index] for index in fixed)
        total = sum(share for index, share in enumerate(shares) if index not in fixed) or 1.0
        widths = [least[index] if index in fixed else rest * share / total for index, share in enumerate(shares)]
        narrow = {index for index, width in enumerate(widths) if index not in fixed and width < least[index]}
        if not narrow:
            return widths
        fixed |= narrow


def _least_widths(table: Table, grid: tuple[GridRow, ...], shares: list[float], theme: Theme) -> list[float]:
    padding = 2 * cell_padding_pt(table, theme) + _SLACK_PT
    least = [padding] * len(shares)
    spanning: list[tuple[PlacedCell, float]] = []
    for row in grid:
        for cell in row.cells:
            need = padding + _widest(cell, row.row, table, theme)
            if cell.columns == 1:
                least[cell.column] = max(least[cell.column], need)
            else:
                spanning.append((cell, need))
    for cell, need in spanning:
        covered = range(cell.column, cell.column + cell.columns)
        lack = need - sum(least[index] for index in covered)
        total = sum(shares[index] for index in covered) or 1.0
        for index in covered if lack > 0 else ():
            least[index] += lack * (shares[index] / total if sum(shares[index] for index in covered) else 1.0)
    return least


def _widest(cell: PlacedCell, row: Row, table: Table, theme: Theme) -> float:
    heavy = cell.row < len(table.head) or row.kind is not RowKind.BODY
    heavy = heavy or cell.scope is Scope.COLUMN or cell.cell.tone is not Tone.NONE
    return _widest_of(cell.cell.blocks, cell_type_pt(table, theme), theme, bold=heavy)


def _widest_of(blocks: tuple[Block, ...], size_pt: float, theme: Theme, *, bold: bool) -> float:
    widest = 0.0
    for block in blocks:
        match block:
            case Paragraph(content):
                widest = max(widest, widest_word(content, size_pt, bold=bold))
            case ItemList(kind, items):
                indent = 0.0 if kind is ListKind.PLAIN else POINTS_A_MM * theme.lists.bullet_mm
                inner = (_widest_of(item.blocks, size_pt, theme, bold=bold) for item in items)
                widest = max(widest, indent + max(inner, default=0.0))
            case _:
                continue
    return widest
