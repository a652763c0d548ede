"""Tables: columns and totals, and the rows as typed in a table block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from govdocs.model.complaints import misfit
from govdocs.model.record import Block, Record
from govdocs.model.restrictions import ClosedRows
from govdocs.model.scalars import Amount, FieldName, Slug, Translations, Whole, YesNo
from govdocs.places import Place
from govdocs.read.nodes import Prose

Unit = Literal[
    "text", "count", "amount", "percent", "date", "rating", "GBP", "GBP-thousand", "GBP-million", "EUR", "EUR-thousand",
    "EUR-million", "USD", "USD-thousand", "USD-million",
]  # fmt: skip


class TableColumn(Record):
    """A column of a table or a data set."""

    called: ClassVar[str] = "a column"

    id: FieldName
    """Its id."""
    label: str
    """Its heading."""
    group: str = ""
    """A heading above; neighbours with the same one share it."""
    unit: Unit = "text"
    """What its cells are."""
    align: Literal["left", "right", "centre"] | None = None
    """How its cells are set; without it, numbers right and words left."""
    width: Amount | None = None
    """Its share of the width."""
    formula: str = ""
    """How its cells follow from others: `forecast - plan`."""
    past: YesNo = False
    """For a data set: whether its dates have been, as those of readings have."""
    words: tuple[str, ...] = ()
    """In a data set, lines made of other columns: `"Target {year}: {target}"`; one that lacks a value is left out."""
    decimals: Whole | None = None
    """How many decimals are printed; without it as many as were typed, and one where a share is computed."""
    choices: tuple[str, ...] = ()
    """The words that its cells may hold."""
    translations: Translations = Field(default_factory=dict)
    """Label and group in other languages."""

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.unit not in ("text", "date", "rating")


class KnownDifference(Record):
    """A printed total that is known not to agree."""

    called: ClassVar[str] = "a known difference"

    row: str = ""
    """The row, by the words of its first cell; without it, the total."""
    column: FieldName
    """The column."""
    by: Amount
    """Printed less computed."""
    why: str
    """Why it stays."""


class Total(Record):
    """Which row is the total."""

    called: ClassVar[str] = "a total"
    short_form: ClassVar[str] = "row"

    row: Literal["last", "none"] = "last"
    """The last row, or none."""
    label: str = ""
    """The words of its first cell, where they are to be printed otherwise."""
    known_difference: KnownDifference | None = None
    """One total that does not agree."""
    known_differences: tuple[KnownDifference, ...] = ()
    """Several."""

    @property
    def differences(self) -> tuple[KnownDifference, ...]:
        """All totals that do not agree."""
        one = () if self.known_difference is None else (self.known_difference,)
        return (*one, *self.known_differences)


class RowMark(StrEnum):
    """What a typed row is."""

    BODY = "body"
    BAND = "band"
    SUBTOTAL = "subtotal"


class Merge(StrEnum):
    """Whether a cell is one with a neighbour."""

    NO = "no"
    UP = "up"  # typed ^^
    LEFT = "left"  # typed <<


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell as typed: inline Markdown, with ``<br>`` for a new line."""

    text: str
    place: Place
    merge: Merge = Merge.NO


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as typed; a band has one cell. A ``closed`` one, typed ``|!``, is not for everybody."""

    cells: tuple[TypedCell, ...]
    place: Place
    mark: RowMark = RowMark.BODY
    closed: bool = False


class TableBlock(Block):
    """A `table` block: columns as facts, rows as lines of words between bars."""

    called: ClassVar[str] = "a table"
    fence_word: ClassVar[str] = "table"

    id: Slug | None = None
    """Its id, for links; without it the name of its data set, to which a second table adds its view or number."""
    caption: str = ""
    """Words above or below it."""
    caption_below: YesNo = False
    """Whether the caption stands below."""
    summary: str = ""
    """What it holds, for a screen reader, where there is no caption."""
    kind: Literal["grid", "dashboard", "people", "key"] = "grid"
    """How it looks."""
    columns: tuple[TableColumn, ...] = ()
    """Its columns."""
    total: Total = Total(row="none")
    """Which row is the total."""
    data: Slug | None = None
    """A data set beside the paper, in place of rows."""
    view: Slug | None = None
    """One of the data set's views."""
    orientation: Literal["portrait", "landscape"] = "portrait"
    """How the page is held."""
    paper: Literal["A4", "A3"] = "A4"
    """The size of the page."""
    notes: tuple[str, ...] = ()
    """Lines under it."""
    source: str = ""
    """Where the figures come from."""
    classification: str = ""
    """The version of the vocabulary that its rows are grouped by."""
    restricted: ClosedRows | None = None
    """Why the rows that begin with `|!` are closed."""

    @model_validator(mode="after")
    def _has_columns(self) -> "TableBlock":
        if self.data is None and not self.columns:
            raise misfit("a table without columns; expected `columns`, or `data`", "add `columns: [{id: …, label: …}]`")
        return self

    @property
    def lacks(self) -> str:
        """Rows."""
        return "" if self.data is not None or self.has_words else "rows, or `data` that names a data set"

    @property
    def rows(self) -> tuple[TypedRow, ...]:
        """The rows as typed."""
        return read_rows(self.prose)


CLOSED_ROW = "|!"
_BAR = re.compile(r"(?<!\\)\|")


@lru_cache(maxsize=1024)
def read_rows(prose: Prose | None) -> tuple[TypedRow, ...]:
    """The rows of a block's words: every line that is not empty is one, cut at its bars."""
    if prose is None:
        return ()
    lines = enumerate(prose.text.splitlines())
    return tuple(read_row(line, prose.place.down(number)) for number, line in lines if line.strip())


def read_row(line: str, place: Place) -> TypedRow:
    """A line as a row, cut at its bars; its mark is what it begins with."""
    indent = len(line) - len(line.lstrip())
    place = Place(place.path, place.line, place.column + indent)
    bare = line.strip()
    mark = RowMark.BODY
    closed = bare.startswith(CLOSED_ROW)
    if closed:
        bare = f"| {bare[len(CLOSED_ROW) :]}"
    for sign, meaning in (("|=", RowMark.BAND), ("|+", RowMark.SUBTOTAL)):
        if bare.startswith(sign):
            bare, mark = f"| {bare[2:]}", meaning
    return TypedRow(tuple(_cells(bare, place)), place, mark, closed)


def _cells(bare: str, place: Place) -> Iterator[TypedCell]:
    inner = bare.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    column = place.column + len(bare) - len(bare.removeprefix("|"))
    for piece in _BAR.split(inner):
        text = piece.strip()
        lead = len(piece) - len(piece.lstrip()) if text else 0
        merge = {"^^": Merge.UP, "<<": Merge.LEFT}.get(text, Merge.NO)
        yield TypedCell(text.replace("\\|", "|"), Place(place.path, place.line, column + lead), merge)
        column += len(piece) + 1
