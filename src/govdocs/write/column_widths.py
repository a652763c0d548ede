"""How wide the columns of a table become."""

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.compose.blocks import Block, Inline, ItemList, Paragraph, RowKind, Scope, Table, TableKind, Tone
from govdocs.write.font_widths import narrowest, widest_line, widest_word
from govdocs.write.table_grid import GridRow, PlacedCell
from govdocs.write.theme import Theme

POINTS_A_MM = 72 / 25.4
_COMFORT = 0.95  # the part of the width that words may take up before a dashboard's type gets smaller
_STEP_PT = 0.5
_LEAST_TABLE_PT = 10.0
_LEAST_TABLE_SHARE = 0.75  # of the usual size: large type gets smaller rather than that words are divided
_SHORT_SHARE = 0.2  # of the table's width, up to which the longest line of a column counts as short
_GIVEN_SHARE = 0.4  # of its width, at most, that a column gives away of what it does not need
_KEPT_SHARE = 0.8  # of its width, at least, that a column of paragraphs keeps
_HEAD_LINES = 2  # into which a heading may be wrapped, where there is room
_DASHBOARD_HEAD_LINES = 3
_SLACK_PT = 0.6  # for borders and the rounding of the engine


@dataclass(frozen=True, slots=True)
class ColumnWidths:
    """The columns of a table as shares of its width (they add up to 1), and the size of its type.

    ``needed_pt`` is the least width at which no word is divided; above the room that there is, words are.
    ``fitting_pt`` is the same for columns in just these shares.
    """

    shares: tuple[float, ...]
    type_pt: float
    needed_pt: float
    fitting_pt: float


@dataclass(frozen=True, slots=True)
class _Measured:
    """A cell with its widest word and its longest line (a heading's wrapped) at a type size of 1, and its indent."""

    cell: PlacedCell
    word: float
    line: float
    indent_pt: float


def fit_columns(table: Table, grid: tuple[GridRow, ...], width_pt: float, theme: Theme) -> ColumnWidths:
    """Columns for a table that is ``width_pt`` wide.

    The table's own shares hold as far as every column stays as wide as its longest word, and no line is wrapped that
    a neighbour has room for. A dashboard gets the largest type that leaves room for its words; any other table gets
    the usual one, or a little less where a large one would divide words. Where even at the
    smallest the words do not fit beside each other, columns shrink in proportion to what they need.
    """
    shares = [max(column.width, 0.0) for column in table.columns]
    if not sum(shares):
        shares = [1.0] * len(shares)
    measured, padding = _measure(table, grid, theme), cell_padding_pt(table, theme)
    type_pt, least = 0.0, [0.0]
    for size in _type_sizes(table, theme):
        type_pt, least = size, _least_widths(measured, shares, size, padding)
        if sum(least) <= width_pt * (_COMFORT if table.kind is TableKind.DASHBOARD else 1):
            break
    needed = sum(least)
    if needed >= width_pt:
        widths = least
    else:
        widths = _spread(shares, least, width_pt)
        if table.kind is not TableKind.PEOPLE:  # lists of people line up with each other
            widths = _relieve(widths, least, _natural_widths(measured, least, type_pt, padding))
    total = sum(widths)
    fitting = max(each * total / width for each, width in zip(least, widths, strict=True))
    return ColumnWidths(tuple(width / total for width in widths), type_pt, needed, fitting)


def cell_padding_pt(table: Table, theme: Theme) -> float:
    """The padding at each side of the table's cells."""
    dashboard = table.kind is TableKind.DASHBOARD
    return POINTS_A_MM * (theme.tables.dashboard_padding_x_mm if dashboard else theme.tables.padding_x_mm)


def _type_sizes(table: Table, theme: Theme) -> tuple[float, ...]:
    """The sizes that the table's type may have, the best first."""
    if table.kind is TableKind.DASHBOARD:
        most, least = max(theme.type.dashboard_most_pt, theme.type.dashboard_pt), theme.type.dashboard_pt
    else:
        most = theme.type.table_pt
        least = min(most, max(_LEAST_TABLE_PT, most * _LEAST_TABLE_SHARE))
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


def _relieve(widths: list[float], least: list[float], natural: list[float]) -> list[float]:
    """Move a part of what a column has beyond its longest line to columns whose lines do not fit.

    Columns of short lines come first, so that a name or a date is not wrapped for the sake of a shorter paragraph
    elsewhere; columns of paragraphs may give up a little for them, and get what is still over.
    """
    total, everyone = sum(widths), range(len(widths))
    short = [index for index in everyone if natural[index] <= total * _SHORT_SHARE]
    long = [index for index in everyone if index not in short]
    spare = {index: min(widths[index] - natural[index], widths[index] * _GIVEN_SHARE) for index in everyone}
    _move(widths, spare, {index: natural[index] - widths[index] for index in short})
    allowed = {index: widths[index] - max(least[index], widths[index] * _KEPT_SHARE) for index in long}
    _move(widths, allowed, {index: natural[index] - widths[index] for index in short})
    _move(widths, spare, {index: natural[index] - widths[index] for index in long})
    return widths


def _move(widths: list[float], givers: dict[int, float], takers: dict[int, float]) -> None:
    """Move as much width as both sides allow; each gives, or gets, in proportion to its amount."""
    given = sum(amount for amount in givers.values() if amount > 0)
    taken = sum(amount for amount in takers.values() if amount > 0)
    moved = min(given, taken)
    for index, amount in takers.items():
        if amount > 0 and moved:
            widths[index] += amount * moved / taken
    for index, amount in givers.items():
        if amount > 0 and moved:
            widths[index] -= amount * moved / given
            givers[index] = amount - amount * moved / given


def _natural_widths(measured: list[_Measured], least: list[float], size_pt: float, padding_pt: float) -> list[float]:
    """The width that each column needs to wrap no line of its body, and its heading into a few lines at most."""
    natural = list(least)
    for each in measured:
        if each.cell.columns == 1:
            need = 2 * padding_pt + _SLACK_PT + each.indent_pt + each.line * size_pt
            natural[each.cell.column] = max(natural[each.cell.column], need)
    return natural


def _least_widths(measured: list[_Measured], shares: list[float], size_pt: float, padding_pt: float) -> list[float]:
    """The least width of each column for type of ``size_pt``; cells over several columns widen all of them."""
    least = [2 * padding_pt + _SLACK_PT] * len(shares)
    for each in sorted(measured, key=lambda one: one.cell.columns):
        need = 2 * padding_pt + _SLACK_PT + each.indent_pt + each.word * size_pt
        covered = range(each.cell.column, each.cell.column + each.cell.columns)
        lack = need - sum(least[index] for index in covered)
        total = sum(shares[index] for index in covered)
        for index in covered if lack > 0 else ():
            least[index] += lack * (shares[index] / total if total else 1 / each.cell.columns)
    return least


def _measure(table: Table, grid: tuple[GridRow, ...], theme: Theme) -> list[_Measured]:
    measured = []
    lines = _DASHBOARD_HEAD_LINES if table.kind is TableKind.DASHBOARD else _HEAD_LINES
    for row in grid:
        for cell in row.cells:
            heads = cell.row < len(table.head)
            bold = heads or row.row.kind is not RowKind.BODY
            bold = bold or cell.scope is Scope.COLUMN or cell.cell.tone is not Tone.NONE
            lists = any(isinstance(block, ItemList) for block in cell.cell.blocks)
            indent = POINTS_A_MM * theme.lists.bullet_mm if lists else 0.0
            words = list(_paragraphs(cell.cell.blocks))
            word = max((widest_word(each, 1, bold=bold) for each in words), default=0.0)
            if heads:
                line = max((narrowest(each, 1, lines, bold=bold) for each in words), default=0.0)
            else:
                line = max((widest_line(each, 1, bold=bold) for each in words), default=0.0)
            measured.append(_Measured(cell, word, line, indent))
    return measured


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case ItemList(_, items):
                for item in items:
                    yield from _paragraphs(item.blocks)
            case _:
                continue
