"""Data sets: a CSV file and what its columns mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from govdocs.model.formulas import Term, read_formula
from govdocs.model.record import Record
from govdocs.model.restrictions import ClosedRows
from govdocs.model.scalars import Amount, FieldName, Partial, Share, Slug, Stretch, Translations, parse_amount
from govdocs.model.tables import TableColumn, Total, Unit
from govdocs.model.waivers import Waiver
from govdocs.places import Place
from govdocs.read.nodes import DataFile, Scalar

_EXTRA = re.compile(r"[£€$%*†‡]|\s")


class Rating(Record):
    """A rating that cells may hold."""

    called: ClassVar[str] = "a rating"

    id: str
    """As in the CSV file."""
    label: str
    """As printed."""
    colour: Literal["none", "red", "amber", "green", "blue", "grey"]
    """Behind the label."""
    at_least: Share | None = None
    """The share of plan from which it applies, where ratings follow from figures."""
    below: Share | None = None
    """The share of plan below which it applies."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class View(Record):
    """One printed table out of a data set."""

    called: ClassVar[str] = "a view"

    id: Slug
    """Its id, which a table block names."""
    title: str = ""
    """Its caption."""
    columns: tuple[FieldName, ...]
    """Columns in order."""
    by: tuple[FieldName, ...] = ()
    """Columns of words: rows that agree in them are added up to one, as in a pivot table."""
    sort: FieldName | None = None
    """The column by which rows are put in order, `A2` before `A10`."""
    bands: FieldName | None = None
    """The column whose words head a band of rows, with a subtotal under it."""
    merge: tuple[FieldName, ...] = ()
    """Columns in which neighbours one under the other that say the same are one cell."""
    subtotal: str = "Total {band}"
    """The words before a subtotal; `{band}` stands for the band's."""
    orientation: Literal["portrait", "landscape"] = "portrait"
    """How the page is held; without it as the number of columns needs."""
    paper: Literal["A4", "A3"] = "A4"
    """The size of the page; without it, and without `orientation`, as the number of columns needs."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Footnote(Record):
    """A note under a printed data set."""

    called: ClassVar[str] = "a footnote"

    mark: str
    """The sign that cells carry."""
    words: str
    """The note."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Agreement(Record):
    """Figures that have to be the same in another data set of the paper."""

    called: ClassVar[str] = "an agreement"

    data: Slug
    """The other data set."""
    columns: dict[FieldName, FieldName]
    """Columns of this data set, each with the one of the other that it agrees with."""
    by: tuple[FieldName, ...] = ()
    """Columns of words that both have: sums are compared for each combination; without it the grand totals."""
    tolerance: Amount = Decimal(0)
    """What rounding may cost."""


class DataSetFile(Record):
    """A data set's YAML file."""

    called: ClassVar[str] = "a data set"

    title: str
    """What it is."""
    csv: str
    """The CSV file beside it; its first row holds the ids of the columns."""
    key: FieldName
    """The column whose cells are unique."""
    period: Stretch | None = None
    """The time that it covers."""
    as_at: Partial | None = None
    """The time at which it was drawn up."""
    unit: Unit = "text"
    """The unit of its amounts; a column's `unit: amount` stands for it."""
    scale: Amount = Decimal(1)
    """What its numbers are multiplied with to give the unit."""
    signs: Literal["savings-negative", "savings-positive", "none"] = "none"
    """Which sign a saving has."""
    empty_cell: Literal["blank", "none", "n/a", "unknown", "zero"]
    """What an empty cell means."""
    tolerance: Amount = Decimal(0)
    """What rounding may cost in a sum."""
    classification: str = ""
    """The version of the vocabulary that its rows are grouped by."""
    columns: tuple[TableColumn, ...]
    """Its columns."""
    ratings: tuple[Rating, ...] = ()
    """The ratings that cells may hold."""
    total: Total = Total(row="none")
    """Which row of the CSV file is the printed total."""
    views: tuple[View, ...] = ()
    """Printed tables; none means one with all columns."""
    agrees_with: tuple[Agreement, ...] = ()
    """Data sets that it must agree with."""
    zero: str | None = None
    """How zero prints, where it is not as the body does."""
    negative: Literal["minus", "brackets"] | None = None
    """How negative numbers print, where it is not as the body does."""
    footnotes: tuple[Footnote, ...] = ()
    """Notes under it."""
    source: str = ""
    """Where the figures come from."""
    restricted: ClosedRows | None = None
    """Which rows are closed, and why."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


@dataclass(frozen=True, slots=True)
class DataCell:
    """A cell of a data set: as typed, and as a number where it is one; empty is ``text == ""``.

    ``computed`` cells were not typed: they follow from others by a formula.
    """

    text: str
    number: Decimal | None
    place: Place
    computed: bool = False


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a data set, its cells in the order of the data set's columns."""

    cells: tuple[DataCell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set with its rows; ``total`` is the printed total or None."""

    id: str
    facts: DataSetFile
    csv_path: str
    rows: tuple[DataRow, ...]
    total: DataRow | None

    def column(self, name: str) -> tuple[DataCell, ...]:
        """The cells of one column, the total left out.

        Raises:
            KeyError: there is no such column.
        """
        position = self.position(name)
        return tuple(row.cells[position] for row in self.rows)

    def position(self, name: str) -> int:
        """The position of a column.

        Raises:
            KeyError: there is no such column.
        """
        for position, column in enumerate(self.facts.columns):
            if column.id == name:
                return position
        raise KeyError(name)


def as_number(text: str) -> Decimal | None:
    """The number that a cell says, without signs of money, percent and footnote; None where it says none."""
    try:
        return parse_amount(_EXTRA.sub("", text))
    except ValueError:
        return None


def read_data_rows(facts: DataSetFile, file: DataFile) -> tuple[DataRow, ...]:
    """The rows of ``file``, by the columns of ``facts``; one that the file lacks is computed by formula, else empty."""
    positions = {cell.text.strip(): position for position, cell in enumerate(file.header)}
    ids = [column.id for column in facts.columns]
    computed = {
        at: formula
        for at, column in enumerate(facts.columns)
        if column.id not in positions and (formula := read_formula(column.formula, ids)) is not None
    }
    typed = [[_cell(column, row, positions.get(column.id)) for column in facts.columns] for row in file.rows]
    totals = _totals(ids, typed[:-1] if facts.total.row == "last" else typed) if computed else {}
    rows: list[DataRow] = []
    for row, cells in zip(file.rows, typed, strict=True):
        for at, formula in computed.items():
            values = totals | {("", name): cell.number for name, cell in zip(ids, cells, strict=True)}
            number = formula.compute(values)
            cells[at] = DataCell("" if number is None else str(number), number, cells[at].place, computed=True)
        rows.append(DataRow(tuple(cells), row[0].place if row else Place(file.path)))
    return tuple(rows)


def _totals(ids: Sequence[str], rows: Sequence[Sequence[DataCell]]) -> dict[Term, Decimal | None]:
    """The sum of each column, for formulas that share something out."""
    numbers = {name: [row[at].number for row in rows] for at, name in enumerate(ids)}
    return {
        ("total", name): sum((number for number in column if number is not None), Decimal(0))
        for name, column in numbers.items()
    }


def _cell(column: TableColumn, row: tuple[Scalar, ...], position: int | None) -> DataCell:
    if position is None or position >= len(row):
        return DataCell("", None, row[0].place if row else Place(""))
    text = row[position].text.strip()
    number = as_number(text) if column.is_number else None
    return DataCell(text, number, row[position].place)
