"""Tables of papers: those typed row by row, and those printed from a data set."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from govdocs.compose.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Inline,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Scope,
    Table,
    TableKind,
    Text,
)
from govdocs.compose.build_tables import pad_rows
from govdocs.compose.elements import Wide
from govdocs.compose.problems import MERGE_BROKEN
from govdocs.compose.wording import Wording
from govdocs.diagnostics import Diagnostic
from govdocs.model.data_sets import View
from govdocs.model.tables import Merge, RowMark, TableBlock, TableColumn, TypedCell, TypedRow
from govdocs.places import Place

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")

UPRIGHT = 7
SIDEWAYS = 14
"""How many columns of data fit on an upright page, and on one held sideways, at a legible size."""

InlineReader = Callable[[str, Place], tuple[Inline, ...]]
"""Reads one line of Markdown: words, and the place where they begin."""


@dataclass(frozen=True, slots=True)
class TableWords:
    """What tables need beside the records: how things print, and how inline Markdown is read."""

    wording: Wording
    read: InlineReader
    source: str  # a pattern with {text}
    report: Callable[[Diagnostic], None]
    closed: str = ""  # behind the first words of a row that is not for everybody


def finish_table(
    table: Table, block: TableBlock, words: TableWords, view: View | None = None
) -> tuple[Block | Wide, ...]:
    """The table with the lines under it, on pages of their own where it is held sideways."""
    notes = [(note, block.place("notes")) for note in block.notes]
    blocks: list[Block] = [table, *(note_line(words.read(note, place), place) for note, place in notes)]
    if block.source:
        blocks.append(
            note_line(words.read(words.source.replace("{text}", block.source), block.place("source")), table.place)
        )
    orientation, paper = _page(table, block, view)
    if orientation == "landscape" or paper != "A4":
        return (Wide(tuple(blocks), paper),)
    return tuple(blocks)


def _page(table: Table, block: TableBlock, view: View | None) -> tuple[str, str]:
    """How the page of a table is held, and its size: as the block or the view says, else as the columns need."""
    orientation, paper = block.orientation, block.paper
    if block.data is not None:
        orientation = "landscape" if len(table.columns) > UPRIGHT else "portrait"
        paper = "A3" if len(table.columns) > SIDEWAYS else "A4"
    if view is not None and view.has("orientation"):
        # An A4 page that is asked for upright or sideways stays one, however many columns there are.
        orientation, paper = view.orientation, view.paper
    if view is not None and view.has("paper"):
        paper = view.paper
    return (
        block.orientation if block.has("orientation") else orientation,
        block.paper if block.has("paper") else paper,
    )


def note_line(content: tuple[Inline, ...], place: Place) -> Paragraph:
    """A line of small print under a table."""
    return Paragraph(content, place, kind=ParagraphKind.NOTE)


def table_caption(block: TableBlock, words: TableWords) -> tuple[Inline, ...]:
    """The caption that was typed."""
    return words.read(block.caption, block.place("caption")) if block.caption else ()


# --- Heads and columns ----------------------------------------------------------------------------------------------


def compose_head(columns: Sequence[TableColumn], place: Place) -> tuple[Row, ...]:
    """The heading rows: two where columns are grouped, the group above its columns."""
    if not any(column.group for column in columns):
        return (Row(tuple(_head_cell(column.label, place) for column in columns), place),)
    upper: list[Cell] = []
    lower: list[Cell] = []
    position = 0
    while position < len(columns):
        group = columns[position].group
        run = 1
        while group and position + run < len(columns) and columns[position + run].group == group:
            run += 1
        if group:
            upper.append(_head_cell(group, place, column_span=run))
            lower.extend(_head_cell(column.label, place) for column in columns[position : position + run])
        else:
            upper.append(_head_cell(columns[position].label, place, row_span=2))
        position += run
    return (Row(tuple(upper), place), Row(tuple(lower), place))


def _head_cell(label: str, place: Place, column_span: int = 1, row_span: int = 1) -> Cell:
    blocks = (Paragraph((Text(label),), place),) if label else ()
    return Cell(blocks, place, column_span, row_span, Scope.COLUMN)


def compose_columns(
    columns: Sequence[TableColumn], texts: Sequence[Sequence[str]], numeric: Sequence[bool]
) -> tuple[Column, ...]:
    """Widths and alignment; ``texts`` holds each column's cells as printed.

    Where no width is given, a column is as wide as its words need: never narrower than its longest one, and wider the
    more it has to say.
    """
    given = any(column.width is not None for column in columns)
    built: list[Column] = []
    for column, cells, is_number in zip(columns, texts, numeric, strict=True):
        align = Align(column.align) if column.align else Align.RIGHT if is_number else Align.LEFT
        if column.width is not None and column.width > 0:
            width = float(column.width)
        else:
            width = 1.0 if given else _natural_width(column.label, cells)
        built.append(Column(width, align))
    return tuple(built)


def _natural_width(label: str, cells: Sequence[str]) -> float:
    longest_word = max((len(word) for text in (label, *cells) for word in text.split()), default=1)
    usual = sum(len(text) for text in cells) / len(cells) if cells else 0.0
    return max(4.0, float(longest_word), min(usual, 45.0))


# --- Typed tables ---------------------------------------------------------------------------------------------------


def compose_typed_table(block: TableBlock, words: TableWords) -> tuple[Block | Wide, ...]:
    """A table whose rows were typed: cells print as they were typed."""
    typed = block.rows
    last = typed[-1] if typed and block.total.row == "last" else None
    rows = [_typed_row(row, block, words, is_total=row is last) for row in typed]
    body = _merge(rows, typed, words)
    if last is not None and last.mark is RowMark.BODY:
        body[-1] = replace(body[-1], kind=RowKind.TOTAL)
    texts = [
        [plain_cell(row.cells[index].text) for row in typed if row.mark is RowMark.BODY and index < len(row.cells)]
        for index in range(len(block.columns))
    ]
    numeric = [column.is_number for column in block.columns]
    headed = any(column.label or column.group for column in block.columns)
    table = Table(
        columns=compose_columns(block.columns, texts, numeric),
        head=compose_head(block.columns, block.place("columns")) if headed else (),
        body=pad_rows(body, len(block.columns)),
        place=block.fence,
        kind=TableKind(block.kind),
        caption=table_caption(block, words),
        caption_below=block.caption_below,
        summary=block.summary,
        anchor=block.id or "",
    )
    return finish_table(table, block, words, None)


def plain_cell(text: str) -> str:
    """A typed cell's words without marks, for judging its width."""
    return _LINK.sub(r"\1", text).replace("<br>", " ").replace("**", "").replace("*", "")


def _typed_row(row: TypedRow, block: TableBlock, words: TableWords, *, is_total: bool) -> list[Cell]:
    """The cells of a row, before merging; a band has one cell across all columns."""
    if row.mark is RowMark.BAND:
        text = " ".join(cell.text for cell in row.cells if cell.text)
        content = words.read(text, row.place)
        return [Cell((Paragraph(content, row.place),), row.place, len(block.columns), scope=Scope.ROW)]
    cells: list[Cell] = []
    for index, cell in enumerate(row.cells):
        text = block.total.label if is_total and index == 0 and block.total.label else cell.text
        text = f"{text} {words.closed}" if row.closed and index == 0 and words.closed else text
        heads = index == 0 and bool(text) and not block.columns[0].is_number
        cells.append(Cell(_cell_blocks(text, cell, words), cell.place, scope=Scope.ROW if heads else Scope.NONE))
    return cells


def _cell_blocks(text: str, cell: TypedCell, words: TableWords) -> tuple[Block, ...]:
    content = words.read(text, cell.place) if text and cell.merge is Merge.NO else ()
    return (Paragraph(content, cell.place),) if content else ()


def _merge(rows: Sequence[Sequence[Cell]], typed: Sequence[TypedRow], words: TableWords) -> list[Row]:
    """The rows, with cells marked as one with a neighbour taken into it."""
    spans = {(number, index): (1, 1) for number, row in enumerate(typed) for index in range(len(row.cells))}
    homes: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(typed):
        for index, cell in enumerate(row.cells if row.mark is not RowMark.BAND else ()):
            home = _home(typed, homes, spans, number, index)
            homes[number, index] = home
            if home != (number, index):
                spans[home] = (max(spans[home][0], index - home[1] + 1), number - home[0] + 1)
            elif cell.merge is not Merge.NO:
                mark = "^^" if cell.merge is Merge.UP else "<<"
                message = f"the cell `{mark}` cannot be one with its neighbour; expected the two to make a rectangle"
                hint = "mark every cell of the rectangle, or leave the cell empty"
                words.report(Diagnostic(MERGE_BROKEN, message, cell.place, hint, length=2))
    merged: list[Row] = []
    for number, (built, source) in enumerate(zip(rows, typed, strict=True)):
        cells = tuple(
            cell
            if source.mark is RowMark.BAND
            else replace(cell, column_span=spans[number, index][0], row_span=spans[number, index][1])
            for index, cell in enumerate(built)
            if homes.get((number, index), (number, index)) == (number, index)
        )
        merged.append(Row(cells, source.place, _row_kind(source)))
    return merged


def _home(
    typed: Sequence[TypedRow],
    homes: Mapping[tuple[int, int], tuple[int, int]],
    spans: Mapping[tuple[int, int], tuple[int, int]],
    number: int,
    index: int,
) -> tuple[int, int]:
    """The cell that a marked cell is one with; itself where there is none, or where they would make no rectangle."""
    merge = typed[number].cells[index].merge
    here = (number, index)
    if merge is Merge.LEFT:
        left = homes.get((number, index - 1), here)
        return left if left[0] == number else here
    if merge is Merge.NO or (number - 1, index) not in homes:
        return here
    above = homes[number - 1, index]
    covered = typed[number].cells[above[1] : above[1] + spans[above][0]]
    whole = all(cell.merge is Merge.UP for cell in covered) and len(covered) == spans[above][0]
    return above if whole else here


def _row_kind(row: TypedRow) -> RowKind:
    return {RowMark.BAND: RowKind.BAND, RowMark.SUBTOTAL: RowKind.SUBTOTAL}.get(row.mark, RowKind.BODY)
