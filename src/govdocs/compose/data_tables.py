"""Tables printed from data sets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from govdocs.compose.blocks import Block, Cell, Paragraph, Row, RowKind, Scope, Table, TableKind, Text, plain
from govdocs.compose.data_printing import DataPrinter
from govdocs.compose.elements import Wide
from govdocs.compose.tables import (
    TableWords,
    compose_columns,
    compose_head,
    finish_table,
    note_line,
    table_caption,
)
from govdocs.model.data_sets import DataCell, DataRow, DataSet, View
from govdocs.model.pivots import sum_of, view_rows
from govdocs.model.tables import TableBlock
from govdocs.places import Place


def compose_data_table(block: TableBlock, data: DataSet, words: TableWords, anchor: str) -> tuple[Block | Wide, ...]:
    """A table printed from a data set, in the body's notation of numbers or the data set's own."""
    view = next((view for view in data.facts.views if view.id == block.view), None)
    if view is None and block.view is None and len(data.facts.views) == 1:
        view = data.facts.views[0]
    printer = _ViewPrinter(data, words, view)
    rows = printer.rows()
    summed = data.facts.total.row == "last" and any(printer.numeric)  # ratings have no total
    total = printer.total(data.total) if data.total is not None and summed else None
    plain_rows = [row for row in rows if row.kind is RowKind.BODY]
    texts = [[_cell_text(row.cells[index]) for row in plain_rows] for index in range(len(printer.columns))]
    table = Table(
        columns=compose_columns(printer.columns, texts, printer.numeric),
        head=compose_head(printer.columns, data.facts.place("columns")),
        body=(*printer.merged(rows), *((total,) if total else ())),
        place=block.fence,
        kind=TableKind(block.kind) if block.has("kind") or len(printer.columns) <= _WIDE else TableKind.DASHBOARD,
        caption=table_caption(block, words) or (Text(printer.title()),),
        caption_below=block.caption_below,
        summary=block.summary,
        anchor=anchor,
    )
    notes = tuple(note_line((Text(f"{note.mark} {note.words}"),), data.facts.place()) for note in data.facts.footnotes)
    if data.facts.source and not block.source:
        line = words.source.replace("{text}", data.facts.source)
        notes = (*notes, note_line((Text(line),), data.facts.place("source")))
    finished = finish_table(table, block, words, view)
    if finished and isinstance(finished[0], Wide):
        return (Wide((*finished[0].blocks, *notes), finished[0].paper),)
    return (*finished, *notes)


_WIDE = 6


def _cell_text(cell: Cell) -> str:
    return " ".join(plain(block.content) for block in cell.blocks if isinstance(block, Paragraph))


class _ViewPrinter:
    """Prints the rows of one view of a data set."""

    def __init__(self, data: DataSet, words: TableWords, view: View | None) -> None:
        self._data = data
        self._view = view
        self._printer = DataPrinter(data, words.wording)
        by_id = {column.id: index for index, column in enumerate(data.facts.columns)}
        names = view.columns if view else tuple(by_id)
        self._positions = [by_id[name] for name in names if name in by_id]
        self.columns = [data.facts.columns[position] for position in self._positions]
        self.numeric = [column.is_number for column in self.columns]

    def title(self) -> str:
        """The table's title with the unit that all its sums of money share."""
        title = (self._view.title if self._view else "") or self._data.facts.title
        unit = self._printer.units(self._positions)
        return f"{title} ({unit})" if unit and unit not in title else title

    def rows(self) -> list[Row]:
        """The rows, in bands with a subtotal each where the view has bands."""
        rows = view_rows(self._data, self._view)
        known = {column.id: at for at, column in enumerate(self._data.facts.columns)}
        if self._view is None or self._view.bands not in known:
            return [self.row(row) for row in rows]
        at, printed = known[self._view.bands], list[Row]()
        for name, group in groupby(rows, key=lambda row: row.cells[at].text):
            members = list(group)
            place = members[0].cells[at].place
            words = (Paragraph((Text(name or self._printer.style.blank),), place),)
            printed.append(Row((Cell(words, place, len(self.columns), scope=Scope.ROW),), place, RowKind.BAND))
            printed.extend(self.row(row) for row in members)
            if any(self.numeric):
                label = self._view.subtotal.replace("{band}", name)
                cells = self._cells(sum_of(self._data, members), label)
                printed.append(Row(tuple(cells), place, RowKind.SUBTOTAL))
        return printed

    def row(self, row: DataRow) -> Row:
        """One row; its first cell heads it."""
        return Row(tuple(self._cells(row, "")), row.place)

    def total(self, row: DataRow) -> Row:
        """The total, under its own label, also where the view leaves out the column that holds it."""
        label = self._data.facts.total.label
        if not label and self._positions and not row.cells[self._positions[0]].text:
            label = next((cell.text for cell in row.cells if cell.text and cell.number is None), "")
        return Row(tuple(self._cells(row, label)), row.place, RowKind.TOTAL)

    def _cells(self, row: DataRow, label: str) -> list[Cell]:
        cells: list[Cell] = []
        for index, position in enumerate(self._positions):
            cell = row.cells[position]
            named = DataCell(label, None, cell.place) if label and index == 0 else cell
            words = self._data.facts.columns[position].words
            composed = self._printer.composed(words, row, cell.place) if words else None
            cells.append(composed or self._printer.cell(position, named, heads=index == 0))
        return cells

    def merged(self, rows: list[Row]) -> list[Row]:
        """The rows with equal neighbours one under the other as one cell, in the columns where the view says so."""
        names = self._view.merge if self._view is not None else ()
        for index in [index for index, column in enumerate(self.columns) if column.id in names]:
            for first, last in _runs(rows, index):
                cell = replace(rows[first].cells[index], row_span=last - first + 1)
                rows[first] = _with_cell(rows[first], index, cell)
                for at in range(first + 1, last + 1):
                    rows[at] = _with_cell(rows[at], index, None)
        return [replace(row, cells=tuple(cell for cell in row.cells if cell is not _GONE)) for row in rows]


def _runs(rows: Sequence[Row], index: int) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of rows whose cells in a column say the same."""
    for words, group in groupby(range(len(rows)), key=lambda at: _words_at(rows[at], index)):
        run = list(group)
        if words and len(run) > 1:
            yield run[0], run[-1]


def _words_at(row: Row, index: int) -> str:
    return _cell_text(row.cells[index]) if row.kind is RowKind.BODY and index < len(row.cells) else ""


_GONE = Cell((), Place(""))
"""Stands where a cell above reaches down."""


def _with_cell(row: Row, index: int, cell: Cell | None) -> Row:
    return replace(row, cells=(*row.cells[:index], cell or _GONE, *row.cells[index + 1 :]))
