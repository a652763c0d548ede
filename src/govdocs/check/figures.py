"""Figures of tables and data sets, as numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.index import Library
from govdocs.model.tables import KnownDifference, Merge, RowMark, TableBlock, TableColumn
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell as a number, as it was typed, and where."""

    number: Decimal | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Figures:
    """A table or a data set as rows of figures; ``rows`` are those that add up, without bands and subtotals."""

    subject: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Figure, ...], ...]
    total: tuple[Figure, ...] | None
    known: tuple[KnownDifference, ...]
    tolerance: Decimal
    is_typed: bool = False  # a table in a paper, not a data set
    inferred: frozenset[str] = frozenset()  # columns that are taken to hold numbers, though nothing says so


#: Words in brackets after a number: `£125k (19 months assumed)`.
_REMARK = re.compile(r"(?<=[\dkm%])\s+\([^)]*[A-Za-z][^)]*\)$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_AMOUNT = re.compile(
    r"(?P<open>\()?(?P<minus>[-−–]?)[£$€]?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>bn|[kKmM])?%?\)?[*†‡]*"  # noqa: RUF001
)
#: Columns of numbers that nobody adds up: numbers of rows, years, references.
_LABEL = re.compile(r"^(?:no\.?|number|nr\.?|ref\w*|#|id|code|year|item|priority|rank|page)$", re.IGNORECASE)
LEAST_CELLS = 3
_TOTAL_NAME = re.compile(
    r"(?:grand |overall |net )?totals?(?: cost| costs| spend| budget| amount| number)?:?", re.IGNORECASE
)
_SUBTOTAL_NAME = re.compile(r"\bsub-?\s?total\b|\btotal\s*$", re.IGNORECASE)
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}


def read_amount(text: str) -> Decimal | None:
    """The number that a typed cell says: ``(3,329)``, ``-4,475``, ``£75k``, ``59%``, ``*48``; else None."""
    words = _REMARK.sub("", _LINK.sub(r"\1", text).strip()).strip("*†‡ ").replace(" ", "")
    match = _AMOUNT.fullmatch(words)
    if match is None:
        return None
    number = Decimal(match["number"].replace(",", "")) * _SCALES[(match["scale"] or "").lower()]
    return -number if match["open"] or match["minus"] else number


def all_figures(library: Library) -> Iterator[Figures]:
    """All data sets and typed tables of all papers."""
    for paper in library.papers.values():
        for data_set in paper.data_sets.values():
            facts = data_set.facts
            yield Figures(
                f"data {data_set.id}",
                facts.columns,
                tuple(tuple(Figure(cell.number, cell.text, cell.place) for cell in row.cells) for row in data_set.rows),
                tuple(Figure(cell.number, cell.text, cell.place) for cell in data_set.total.cells)
                if data_set.total
                else None,
                facts.total.differences,
                facts.tolerance,
            )
    for block in typed_tables(library):
        yield _typed_figures(block)


def typed_tables(library: Library) -> Iterator[TableBlock]:
    """All tables whose rows are typed, of papers and of minutes."""
    blocks = [block for paper in library.papers.values() for _, block in paper.blocks(TableBlock)]
    blocks += [block for minutes in library.minutes.values() for _, block in minutes.blocks(TableBlock)]
    return (block for block in blocks if block.data is None)


def _typed_figures(block: TableBlock) -> Figures:
    width = len(block.columns)
    typed = [
        row.cells
        for row in block.rows
        if row.mark == RowMark.BODY and len(row.cells) == width and all(cell.merge == Merge.NO for cell in row.cells)
    ]
    columns = tuple(_with_unit(column, [row[n].text for row in typed]) for n, column in enumerate(block.columns))
    rows = [
        tuple(
            Figure(read_amount(cell.text) if column.is_number else None, cell.text, cell.place)
            for column, cell in zip(columns, cells, strict=True)
        )
        for cells in typed
    ]
    total = rows.pop() if rows and _ends_in_total(block, rows[-1]) else None
    if total is not None:
        # What is called a subtotal is one, also where it was not marked as one.
        rows = [row for row in rows if not _SUBTOTAL_NAME.search(row[0].text)]
    subject = f"table {block.id}" if block.id else "table"
    inferred = frozenset(
        column.id for column, typed_as in zip(columns, block.columns, strict=True) if column is not typed_as
    )
    known = block.total.differences
    return Figures(subject, columns, tuple(rows), total, known, Decimal(0), is_typed=True, inferred=inferred)


def _with_unit(column: TableColumn, cells: list[str]) -> TableColumn:
    """The column, as one of numbers where its unit is not given and all of its cells but a few are numbers."""
    filled = [cell for cell in cells if cell.strip("-–— ")]
    if column.has("unit") or len(filled) < LEAST_CELLS or _LABEL.search(column.label):
        return column
    numbers = [cell for cell in filled if read_amount(cell) is not None]
    if len(numbers) < len(filled) - len(filled) // 5:
        return column
    percent = sum("%" in cell for cell in numbers)
    if percent not in (0, len(numbers)):
        return column
    return column.model_copy(update={"unit": "percent" if percent else "amount"})


def _ends_in_total(block: TableBlock, last: tuple[Figure, ...]) -> bool:
    """Whether the last row is the total: because the table says so, or says nothing and the row is called so."""
    if block.has("total"):
        return block.total.row == "last"
    return bool(last) and _TOTAL_NAME.fullmatch(last[0].text.strip("* ")) is not None


def full_label(column: TableColumn) -> str:
    """The name of a column with that of its group."""
    return f"{column.group} {column.label}".strip()
