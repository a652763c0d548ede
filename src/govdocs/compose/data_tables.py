"""Tables printed from data sets."""

from collections.abc import Sequence
from decimal import Decimal

from govdocs.compose.blocks import Block, Cell, Paragraph, Row, RowKind, Scope, Table, TableKind, Text, Tone, plain
from govdocs.compose.elements import Wide
from govdocs.compose.tables import (
    TableWords,
    compose_columns,
    compose_head,
    finish_table,
    note_line,
    table_caption,
)
from govdocs.compose.wording import Wording, write_amount
from govdocs.model.data_sets import DataCell, DataRow, DataSet, View
from govdocs.model.style import NumberStyle
from govdocs.model.tables import TableBlock


def compose_data_table(block: TableBlock, data: DataSet, words: TableWords) -> tuple[Block | Wide, ...]:
    """A table printed from a data set, in the body's notation of numbers or the data set's own."""
    view = next((view for view in data.facts.views if view.id == block.view), None)
    if view is None and block.view is None and len(data.facts.views) == 1:
        view = data.facts.views[0]
    printer = _DataPrinter(data, words, view)
    rows = [printer.row(row) for row in data.rows]
    total = printer.total(data.total) if data.total is not None and data.facts.total.row == "last" else None
    texts = [[_cell_text(row.cells[index]) for row in rows] for index in range(len(printer.columns))]
    table = Table(
        columns=compose_columns(printer.columns, texts, printer.numeric),
        head=compose_head(printer.columns, data.facts.place("columns")),
        body=(*rows, *((total,) if total else ())),
        place=block.fence,
        kind=TableKind(block.kind) if block.has("kind") or len(printer.columns) <= _WIDE else TableKind.DASHBOARD,
        caption=table_caption(block, words) or (Text(printer.title()),),
        caption_below=block.caption_below,
        summary=block.summary,
        anchor=block.id or data.id,
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
MONEY = {f"{currency}{scale}" for currency in ("GBP", "EUR", "USD") for scale in ("", "-thousand", "-million")}


def _cell_text(cell: Cell) -> str:
    return " ".join(plain(block.content) for block in cell.blocks if isinstance(block, Paragraph))


class _DataPrinter:
    """Prints the cells of one view of a data set."""

    def __init__(self, data: DataSet, words: TableWords, view: View | None) -> None:
        self._data = data
        self._words = words
        self._view = view
        by_id = {column.id: index for index, column in enumerate(data.facts.columns)}
        names = view.columns if view else tuple(by_id)
        self._positions = [by_id[name] for name in names if name in by_id]
        self.columns = [data.facts.columns[position] for position in self._positions]
        self.numeric = [column.is_number for column in self.columns]
        self._places = [self._decimals(position) for position in self._positions]
        self._tones = {rating.id: rating for rating in data.facts.ratings}
        style = words.wording.style.numbers
        changes = {"zero": data.facts.zero, "negative": data.facts.negative}
        self._style: NumberStyle = style.model_copy(update={k: v for k, v in changes.items() if v is not None})

    def title(self) -> str:
        """The table's title with the unit that all its sums of money share."""
        title = (self._view.title if self._view else "") or self._data.facts.title
        units = {self._unit(position) for position in self._positions} & MONEY
        unit = unit_words(units.pop(), self._words.wording) if len(units) == 1 else ""
        return f"{title} ({unit})" if unit and unit not in title else title

    def row(self, row: DataRow) -> Row:
        """One row; its first cell heads it."""
        return Row(tuple(self._cells(row, "")), row.place)

    def total(self, row: DataRow) -> Row:
        """The total, under its own label."""
        label = self._data.facts.total.label
        return Row(tuple(self._cells(row, label)), row.place, RowKind.TOTAL)

    def _cells(self, row: DataRow, label: str) -> list[Cell]:
        cells: list[Cell] = []
        for index, position in enumerate(self._positions):
            cell = row.cells[position]
            text = label if label and index == 0 else self._text(index, cell)
            rating = self._tones.get(cell.text) if self.columns[index].unit == "rating" else None
            blocks = (Paragraph((Text(rating.label if rating else text),), cell.place),) if text else ()
            scope = Scope.ROW if index == 0 and text else Scope.NONE
            cells.append(Cell(blocks, cell.place, scope=scope, tone=Tone(rating.colour) if rating else Tone.NONE))
        return cells

    def _text(self, index: int, cell: DataCell) -> str:
        if not cell.text:
            return (
                self._style.zero if self._data.facts.empty_cell == "zero" and self.numeric[index] else self._style.blank
            )
        if cell.number is None or not self.numeric[index]:
            return cell.text
        text = write_amount(self._scaled(cell.number, self._positions[index]), self._style, self._places[index])
        percent = self._unit(self._positions[index]) == "percent" and "%" not in self.columns[index].label
        return f"{text}%" if percent else text

    def _unit(self, position: int) -> str:
        """A column's unit; an amount is in the data set's."""
        unit = self._data.facts.columns[position].unit
        return self._data.facts.unit if unit == "amount" else unit

    def _scaled(self, number: Decimal, position: int) -> Decimal:
        """A number in the unit that is printed: the scale is that of the data set's own unit."""
        return number * self._data.facts.scale if self._unit(position) == self._data.facts.unit else number

    def _decimals(self, position: int) -> int:
        numbers = [cell.number for row in self._data.rows if (cell := row.cells[position]).number is not None]
        return decimals([self._scaled(number, position) for number in numbers if number is not None])


def decimals(values: Sequence[Decimal]) -> int:
    """The most decimals that any of ``values`` was typed with."""
    exponents = (value.as_tuple().exponent for value in values)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def unit_words(unit: str, wording: Wording) -> str:
    """How a unit prints in a heading."""
    symbol = wording.style.money.symbol
    currency, _, scale = unit.partition("-")
    sign = symbol if currency == "GBP" else currency
    match scale:
        case "thousand":
            return f"{sign}000"
        case "million":
            return f"{sign}{wording.style.money.million}"
        case _:
            return {"GBP": symbol, "percent": "%"}.get(unit, currency if currency in {"EUR", "USD"} else "")
