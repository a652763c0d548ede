"""How wide the columns of a table become."""

from dataclasses import dataclass

from govdocs.compose.blocks import Block, ItemList, Paragraph, RowKind, Scope, Table, TableKind, Tone
from govdocs.write.font_widths import widest_word
from govdocs.write.table_grid import GridRow, PlacedCell
from govdocs.write.theme import Theme

POINTS_A_MM = 72 / 25.4
_COMFORT = 0.95  # the part of the width that words may take up before a dashboard's type gets smaller
_STEP_PT = 0.5
_SLACK_PT = 0.6  # for borders and the rounding of the engine


@dataclass(frozen=True, slots=True)
class ColumnWidths:
    """The columns of a table as shares of its width (they add up to 1), and the size of its type.

    ``needed_pt`` is the least width at which no word is divided; above the room that there is, words are.
    """

    shares: tuple[float, ...]
    type_pt: float
    needed_pt: float


def fit_columns(table: Table, grid: tuple[GridRow, ...], width_pt: float, theme: Theme) -> ColumnWidths:
    """Columns for a table that is ``width_pt`` wide.

    The table's own shares hold as far as every column stays as wide as its longest word. A dashboard gets the largest
    type that leaves room for that. Where even at the smallest the words do not fit beside each other, columns shrink
    in proportion to what they need.
    """
    shares = [max(column.width, 0.0) for column in table.columns]
    if not sum(shares):
        shares = [1.0] * len(shares)
    words = _word_widths(table, grid, theme)
    type_pt, least = 0.0, [0.0]
    for size in _type_sizes(table, theme):
        type_pt, least = size, _least_widths(words, shares, size, cell_padding_pt(table, theme))
        if sum(least) <= width_pt * _COMFORT:
            break
    needed = sum(least)
    widths = least if needed >= width_pt else _spread(shares, least, width_pt)
    total = sum(widths)
    return ColumnWidths(tuple(width / total for width in widths), type_pt, needed)


def cell_padding_pt(table: Table, theme: Theme) -> float:
    """The padding at each side of the table's cells."""
    dashboard = table.kind is TableKind.DASHBOARD
    return POINTS_A_MM * (theme.tables.dashboard_padding_x_mm if dashboard else theme.tables.padding_x_mm)


def _type_sizes(table: Table, theme: Theme) -> tuple[float, ...]:
    """The sizes that the table's type may have, the best first."""
    if table.kind is not TableKind.DASHBOARD:
        return (theme.type.table_pt,)
    most, least = max(theme.type.dashboard_most_pt, theme.type.dashboard_pt), theme.type.dashboard_pt
    steps = int((most - least) / _STEP_PT)
    return (*(most - step * _STEP_PT for step in range(steps)), least)


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


def _least_widths(
    words: list[tuple[PlacedCell, float, float]], shares: list[float], size_pt: float, padding_pt: float
) -> list[float]:
    """The least width of each column for type of ``size_pt``; cells over several columns widen all of them."""
    least = [2 * padding_pt + _SLACK_PT] * len(shares)
    for cell, width, indent in sorted(words, key=lambda word: word[0].columns):
        need = 2 * padding_pt + _SLACK_PT + indent + width * size_pt
        covered = range(cell.column, cell.column + cell.columns)
        lack = need - sum(least[index] for index in covered)
        total = sum(shares[index] for index in covered)
        for index in covered if lack > 0 else ():
            least[index] += lack * (shares[index] / total if total else 1 / cell.columns)
    return least


def _word_widths(table: Table, grid: tuple[GridRow, ...], theme: Theme) -> list[tuple[PlacedCell, float, float]]:
    """Each cell with the width of its widest word at a type size of 1, and the indent of its lists in points."""
    widths = []
    for row in grid:
        for cell in row.cells:
            heavy = cell.row < len(table.head) or row.row.kind is not RowKind.BODY
            heavy = heavy or cell.scope is Scope.COLUMN or cell.cell.tone is not Tone.NONE
            lists = any(isinstance(block, ItemList) for block in cell.cell.blocks)
            indent = POINTS_A_MM * theme.lists.bullet_mm if lists else 0.0
            widths.append((cell, _widest_of(cell.cell.blocks, bold=heavy), indent))
    return widths


def _widest_of(blocks: tuple[Block, ...], *, bold: bool) -> float:
    widest = 0.0
    for block in blocks:
        match block:
            case Paragraph(content):
                widest = max(widest, widest_word(content, 1, bold=bold))
            case ItemList(_, items):
                widest = max(widest, *(_widest_of(item.blocks, bold=bold) for item in items), 0.0)
            case _:
                continue
    return widest
