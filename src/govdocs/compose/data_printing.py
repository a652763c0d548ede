"""How the cells of a data set print: in the body's notation of numbers, or the data set's own."""

import re
from collections.abc import Sequence
from decimal import Decimal

from govdocs.compose.blocks import Cell, Inline, LineBreak, Paragraph, Raised, Scope, Text, Tone
from govdocs.compose.wording import Wording, write_amount
from govdocs.model.data_sets import DataCell, DataRow, DataSet
from govdocs.model.scalars import parse_partial_date, parse_period
from govdocs.model.style import NumberStyle
from govdocs.places import Place

_FIELD = re.compile(r"\{([a-z][a-z0-9_-]*)\}")
MONEY = {f"{currency}{scale}" for currency in ("GBP", "EUR", "USD") for scale in ("", "-thousand", "-million")}


class DataPrinter:
    """Prints the cells of a data set; a column is named by its position."""

    def __init__(self, data: DataSet, wording: Wording) -> None:
        self._data = data
        self._wording = wording
        self._places = [self._decimals(position) for position in range(len(data.facts.columns))]
        self._ratings = {rating.id: rating for rating in data.facts.ratings}
        changes = {"zero": data.facts.zero, "negative": data.facts.negative}
        known = {name: value for name, value in changes.items() if value is not None}
        self.style: NumberStyle = wording.style.numbers.model_copy(update=known)
        self._marks = sorted((note.mark for note in data.facts.footnotes if note.mark), key=len, reverse=True)

    def unit(self, position: int) -> str:
        """A column's unit; an amount is in the data set's."""
        unit = self._data.facts.columns[position].unit
        return self._data.facts.unit if unit == "amount" else unit

    def units(self, positions: Sequence[int]) -> str:
        """The words for the unit of money that all sums in these columns share, empty where they do not."""
        units = {self.unit(position) for position in positions} & MONEY
        return unit_words(units.pop(), self._wording) if len(units) == 1 else ""

    def cell(self, position: int, cell: DataCell, *, heads: bool = False) -> Cell:
        """A cell of a table; one that ``heads`` its row says so where it has words."""
        rating = self._ratings.get(cell.text) if self._data.facts.columns[position].unit == "rating" else None
        words: tuple[Inline, ...] = (Text(rating.label),) if rating else self.inlines(position, cell)
        scope = Scope.ROW if heads and words else Scope.NONE
        blocks = (Paragraph(words, cell.place),) if words else ()
        return Cell(blocks, cell.place, scope=scope, tone=Tone(rating.colour) if rating else Tone.NONE)

    def composed(self, lines: Sequence[str], row: DataRow, place: Place) -> Cell:
        """A cell of lines made of the row's other cells; a line that lacks one of them is left out."""
        known = {column.id: at for at, column in enumerate(self._data.facts.columns)}
        printed: list[Inline] = []
        for line in lines:
            names = [name for name in _FIELD.findall(line) if name in known]
            if not all(row.cells[known[name]].text for name in names):
                continue
            facts = {name: self._own_text(known[name], row.cells[known[name]]) for name in names}
            words = _FIELD.sub(lambda match, facts=facts: facts.get(match[1], match[0]), line)  # type: ignore[misc]
            printed += [LineBreak(), Text(words)] if printed else [Text(words)]
        return Cell((Paragraph(tuple(printed), place),) if printed else (), place)

    def _own_text(self, position: int, cell: DataCell) -> str:
        """The words of a cell that stands alone: a number with the decimals that it was typed with."""
        column = self._data.facts.columns[position]
        if cell.number is None or column.decimals is not None:
            return self.text(position, cell)
        return self.number(position, cell.number, decimals([self.scaled(position, cell.number)]))

    def inlines(self, position: int, cell: DataCell) -> tuple[Inline, ...]:
        """The words of a cell, with the mark of a footnote raised behind them."""
        text = self.text(position, cell)
        mark = next((mark for mark in self._marks if cell.text.endswith(mark)), "")
        plain = text.removesuffix(mark).rstrip() if mark else text
        body: tuple[Inline, ...] = (Text(plain),) if plain else ()
        return (*body, Raised((Text(mark),))) if mark else body

    def text(self, position: int, cell: DataCell) -> str:
        """The words of a cell, without the mark of a footnote where it is a number."""
        column = self._data.facts.columns[position]
        if not cell.text:
            return self.style.zero if self._data.facts.empty_cell == "zero" and column.is_number else self.style.blank
        if column.unit == "date":
            return print_period(cell.text, self._wording)
        if cell.number is None or not column.is_number:
            return cell.text
        return self.number(position, cell.number)

    def number(self, position: int, number: Decimal, places: int | None = None) -> str:
        """A number of a column, as the data set counts; with the column's decimals where no others are asked for."""
        text = write_amount(
            self.scaled(position, number), self.style, self._places[position] if places is None else places
        )
        percent = self.unit(position) == "percent" and "%" not in self._data.facts.columns[position].label
        return f"{text}%" if percent else text

    def scaled(self, position: int, number: Decimal) -> Decimal:
        """A number in the unit that is printed: the scale is that of the data set's own unit."""
        return number * self._data.facts.scale if self.unit(position) == self._data.facts.unit else number

    def _decimals(self, position: int) -> int:
        column = self._data.facts.columns[position]
        if column.decimals is not None:
            return column.decimals
        cells = [row.cells[position] for row in self._data.rows]
        if "/" in column.formula and all(cell.computed for cell in cells if cell.text):
            return 1
        numbers = [cell.number for cell in cells if cell.number is not None]
        return decimals([self.scaled(position, number) for number in numbers if number is not None])


_PERIOD = re.compile(r"\d{4}(?:-\d{2}){0,2}|\d{4}/\d{2}|\d{4}-Q[1-4]")


def print_period(text: str, wording: Wording) -> str:
    """A date or period as the body prints it; anything else as it was typed."""
    if not _PERIOD.fullmatch(text):
        return text
    try:
        return (
            wording.period(parse_period(text))
            if "/" in text or "Q" in text
            else wording.partial_date(parse_partial_date(text))
        )
    except ValueError:
        return text


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
