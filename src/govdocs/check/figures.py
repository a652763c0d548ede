"""Figures of tables and data sets, as numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.plain_tables import PlainTable, tables_in
from govdocs.model.tables import KnownDifference, Merge, RowMark, TableBlock, TableColumn, TypedRow
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell as a number, as it was typed, and where."""

    number: Decimal | None
    text: str
    place: Place

    @property
    def step(self) -> Decimal:
        """What its last digit stands for: 100 in `£1.2k`."""
        decimals = re.search(r"\.(\d+)", self.text)
        return _scale(self.text).scaleb(-len(decimals[1]) if decimals else 0)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a typed table: what it is, and its cells as figures; a band has one cell."""

    mark: RowMark
    cells: tuple[Figure, ...]
    is_strong: bool = False  # it is set in bold, and most of its table is not; or ends the table without a name

    @property
    def label(self) -> str:
        """The words of its first cell that has any."""
        return next((cell.text.strip("* ") for cell in self.cells if re.search("[A-Za-z]{2}", cell.text)), "")

    @property
    def is_sum(self) -> bool:
        """Whether it is called a total, or marked as a subtotal."""
        return self.mark is RowMark.SUBTOTAL or (self.mark is RowMark.BODY and SUM_NAME.search(self.label) is not None)

    @property
    def is_like_sum(self) -> bool:
        """Whether it may well be a sum: it stands out, or is called a surplus, a net cost, a balance."""
        return self.mark is RowMark.BODY and (self.is_strong or LIKE_SUM.search(self.label) is not None)


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
    caption: str = ""
    is_guessed: bool = False  # nothing says that the last row is the total; it is only called so
    all_rows: tuple[Row, ...] = ()  # of a typed table, every row in order

    @property
    def lines(self) -> tuple[tuple[Figure, ...], ...]:
        """All rows of numbers in order, sums too."""
        if self.all_rows:
            return tuple(row.cells for row in self.all_rows if row.mark is not RowMark.BAND)
        return (*self.rows, *([self.total] if self.total else []))

    @property
    def path(self) -> str:
        """The file that they were typed in; empty for a table without cells."""
        rows = [row.cells for row in self.all_rows if row.cells]
        cells = next((one for one in (self.total, *self.rows) if one), ())
        return cells[0].place.path if cells else rows[0][0].place.path if rows else ""

    def is_summed(self, position: int) -> bool:
        """Whether the numbers of a column can be added up: not percentages, rates, averages or prices."""
        column = self.columns[position]
        is_apart = column.id in self.inferred and _NOT_ADDED.search(column.label) is not None
        return column.is_number and column.unit != "percent" and not is_apart

    def has_sums_within(self) -> bool:
        """Whether rows before the last are sums of others."""
        return any(row.is_sum for row in self.all_rows[:-1])

    def rounding(self, position: int, parts: int) -> Decimal:
        """By how much a sum of ``parts`` numbers of a column may be off, where the column has rounded numbers.

        Numbers in thousands or millions, and those with one decimal, are rounded.
        """
        step, is_rounded = self._step(position)
        if is_rounded:
            return step * min(Decimal(parts) / 2, Decimal(3))
        return Decimal(self._may_be_rounded(position) and parts > 1)

    def slack(self, position: int, parts: int) -> Decimal:
        """As ``rounding``; where several numbers are large, their last digit may be rounded too."""
        step, is_rounded = self._step(position)
        cells = self._cells(position)
        if is_rounded or parts < LEAST_PARTS or self.columns[position].unit == "count":
            return self.rounding(position, parts)
        is_large = any(abs(cell.number or Decimal(0)) >= step * _LARGE for cell in cells)
        return step if is_large else self.rounding(position, parts)

    def is_rounded(self, position: int) -> bool:
        """Whether the numbers of a column are rounded: thousands, millions, percentages, numbers with one decimal."""
        return self._step(position)[1]

    def _may_be_rounded(self, position: int) -> bool:
        """Whether nothing says what the whole numbers of a column are: often thousands, whose sums are one off."""
        column, cells = self.columns[position], self._cells(position)
        words = f"{full_label(column)} {self.columns[0].label} {self.caption}"
        is_said = _SAID.search(words) is not None or any(_SAID.search(cell.text) for cell in cells)
        numbers = [cell.number for cell in cells if cell.number is not None]
        is_large = any(abs(number) >= _MIDDLING for number in numbers) and all(number % 1 == 0 for number in numbers)
        return column.id in self.inferred and is_large and not is_said

    def _cells(self, position: int) -> list[Figure]:
        return [row[position] for row in (*self.rows, *([self.total] if self.total else []))]

    def _step(self, position: int) -> tuple[Decimal, bool]:
        """What the last digit of a column stands for, and whether its numbers are rounded to that."""
        column, cells = self.columns[position], self._cells(position)
        decimals = max((len(match[1]) for cell in cells if (match := re.search(r"\.(\d+)", cell.text))), default=0)
        step = max((_scale(cell.text) for cell in cells), default=Decimal(1)).scaleb(-decimals)
        words = f"{column.group} {column.label} {self.columns[0].label} {self.caption} {column.unit}"
        is_rounded = step > 1 or decimals == 1 or _ROUNDED.search(words) is not None
        return step, is_rounded and column.unit != "count"


#: Words that say that the numbers of a column are rounded.
_ROUNDED = re.compile(
    r"£\s?[\u2018\u2019']?0{3}s?|£\s?k\b|£\s?m\b|\u20190{3}s?|\bthousands?\b|\bmillions?\b|-thousand|-million|%",
    re.IGNORECASE,
)
#: The names of rows that are the sum of others.
SUM_NAME = re.compile(
    r"^(?:(?:grand|overall|net|sub)?[\s-]*totals?\b|sub-?totals?\b|net (?:change|movement|position)\b)"
    r"|\b(?:sub-?\s?)?totals?\s*(?:\(|[:£]|$)",
    re.IGNORECASE,
)
#: The names of rows that may be the sum or the difference of others.
LIKE_SUM = re.compile(
    r"^(?:net|gross|ebitda|closing|balance"
    r"|(?:operating |overall |underlying |reported )?(?:surplus|deficit|profit|loss)"
    r"|\(?(?:surplus|deficit|under|over)\)?[ /(]|total\b|cash at|funds? at|carried forward|operating \("
    r"|end of year|year[- ]end)",
    re.IGNORECASE,
)
#: Words in brackets after a number: `£125k (19 months assumed)`.
_REMARK = re.compile(r"(?<=[\dkm%])\s+\([^)]*[A-Za-z][^)]*\)$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_AMOUNT = re.compile(
    r"[£$€]?(?P<open>\()?(?P<minus>[-−–]?)\+?[£$€]?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>bn|million|thousand|mn|[kKmM])?%?\)?%?[*†‡]*"  # noqa: RUF001
)
#: Columns of numbers that nobody adds up: numbers of rows, years, references.
_LABEL = re.compile(r"^(?:no\.?|number|nr\.?|ref\w*|#|id|code|year|item|priority|rank|page)$", re.IGNORECASE)
#: Columns of numbers whose sum says nothing.
_NOT_ADDED = re.compile(
    r"\b(?:average|avg|mean|median|rates?|ratio|score|index|per|price|unit cost|each|age|rank|multiple|cover)\b",
    re.IGNORECASE,
)
_IN_PERCENT = re.compile(r"%|\bper ?cent", re.IGNORECASE)
_STRONG = re.compile(r"\*\*[^*]*\*\*|__[^_]*__")
#: Cells that hold no number, and are not meant to.
_NO_NUMBER = re.compile(
    r"[-\u2013\u2014\s*.]*|n/?[ak]|nil|none|tb[ca]|not applicable|see (?:above|below|note).*", re.IGNORECASE
)
LEAST_CELLS = 3
#: Of fewer parts nobody rounds the sum; of numbers with fewer steps neither.
LEAST_PARTS, _LARGE, _MIDDLING = 3, 1000, 100
#: Words that say that whole numbers are whole: pounds, or things that are counted.
_SAID = re.compile(
    r"[£%]|\b(?:number|count|posts?|staff|patients|homes|people|votes|cases|visits|learners|students|incidents|wte|fte|days)\b",
    re.IGNORECASE,
)
_TOTAL_NAME = re.compile(
    r"(?:grand |overall |net |annual )*totals?(?: (?:cost|costs|spend|budget|amount|number|value|funding|savings?"
    r"|income|expenditure|payments?|receipts?|staff|members|votes|£|\(£\)))*:?",
    re.IGNORECASE,
)
_SUBTOTAL_NAME = re.compile(r"\bsub-?\s?totals?\b|\btotals?\s*$|^total\b", re.IGNORECASE)
_SCALES = {"": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9}


def read_amount(text: str) -> Decimal | None:
    """The number that a typed cell says: ``(3,329)``, ``-4,475``, ``£75k``, ``59%``, ``*48``; else None."""
    words = _REMARK.sub("", _LINK.sub(r"\1", text).strip()).strip("*†‡ ").replace(" ", "")
    match = _AMOUNT.fullmatch(words)
    if match is None:
        return None
    number = Decimal(match["number"].replace(",", "")) * _SCALES[(match["scale"] or "").lower()]
    return -number if match["open"] or match["minus"] else number


def written_like(number: Decimal, text: str) -> str:
    """A number for a message, in the unit of the cell that it stands against: £2.0m for 2,000,000 against £3.0m."""
    match = _AMOUNT.fullmatch(_REMARK.sub("", text.strip()).strip("*†‡ ").replace(" ", ""))
    scale = match["scale"] or "" if match else ""
    decimals = len(match["number"].partition(".")[2]) if match else 0
    money = next((sign for sign in "£$€" if scale and sign in text), "")
    size = abs(number) / _SCALES[scale.lower()]
    shown = f"{size:,.{decimals}f}" if scale else f"{size:,}"
    return f"{'-' if number < 0 else ''}{money}{shown}{scale}"


def _scale(text: str) -> Decimal:
    """What the last whole digit of a cell stands for: 1,000 in `£75k`."""
    match = _AMOUNT.fullmatch(_REMARK.sub("", text.strip()).strip("*†‡ ").replace(" ", ""))
    return Decimal(_SCALES[(match["scale"] or "").lower()] if match else 1)


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
    """All tables whose rows are typed, of papers and of minutes: `table` blocks, and tables in plain Markdown."""
    holders: list[Paper | Minutes] = [*library.papers.values(), *library.minutes.values()]
    for holder in holders:
        yield from (block for block in tables_of(holder) if block.data is None)


def tables_of(holder: Paper | Minutes) -> Iterator[TableBlock]:
    """All tables of a paper or of minutes."""
    if isinstance(holder, Paper):
        contents = [part.content for part in holder.parts]
    else:
        contents = [holder.preamble, *(item.content for item in holder.items)]
    for content in contents:
        yield from tables_in(content)


def _typed_figures(block: TableBlock) -> Figures:
    columns, all_rows = _read_table(block)
    typed = [row for row in all_rows if row.mark is RowMark.BODY]
    total = typed.pop() if typed and _ends_in_total(block, typed[-1]) else None
    if total is not None:
        # What is called a subtotal is one, also where it was not marked as one.
        typed = [row for row in typed if not _SUBTOTAL_NAME.search(row.label)]
    said = [block.nearby] if isinstance(block, PlainTable) else []
    inferred = frozenset(
        column.id for column, typed_as in zip(columns, block.columns, strict=True) if column is not typed_as
    )
    return Figures(
        f"table {block.id}" if block.id else "table",
        columns,
        tuple(row.cells for row in typed),
        total.cells if total else None,
        block.total.differences,
        Decimal(0),
        is_typed=True,
        inferred=inferred,
        caption=" ".join((block.caption, block.summary, *block.notes, *said)),
        is_guessed=not block.has("total"),
        all_rows=all_rows,
    )


def _read_table(block: TableBlock) -> tuple[tuple[TableColumn, ...], tuple[Row, ...]]:
    """The columns, with the units that their cells tell, and all rows; a cell merged with its neighbour is empty."""
    width = len(block.columns)
    typed = [row for row in block.rows if row.mark is RowMark.BAND or len(row.cells) == width]
    body = [row.cells for row in typed if row.mark is RowMark.BODY]
    columns = tuple(
        _with_unit(column, [cells[n].text for cells in body if cells[n].merge is Merge.NO])
        for n, column in enumerate(block.columns)
    )
    strong = [_is_strong(row) for row in typed]
    stand_out = sum(strong) * 2 <= len(strong)
    rows: list[Row] = []
    for row, is_strong in zip(typed, strong, strict=True):
        if row.mark is RowMark.BAND:
            rows.append(Row(row.mark, tuple(Figure(None, cell.text, cell.place) for cell in row.cells)))
            continue
        figures: list[Figure] = []
        for column, typed_as, cell in zip(columns, block.columns, row.cells, strict=True):
            text = cell.text if cell.merge is Merge.NO else ""
            is_other = column is not typed_as and column.unit != "percent" and "%" in text
            number = read_amount(text) if column.is_number and not is_other else None
            figures.append(Figure(number, text, cell.place))
        is_foot = row is typed[-1] and not row.cells[0].text and all(one.cells[0].text for one in typed[:-1])
        rows.append(Row(row.mark, tuple(figures), is_foot or (is_strong and stand_out)))
    return columns, tuple(rows)


def _is_strong(row: TypedRow) -> bool:
    """Whether all that a row says is set in bold."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    return len(filled) > 1 and all(_STRONG.fullmatch(text) for text in filled)


def _with_unit(column: TableColumn, cells: list[str]) -> TableColumn:
    """The column, as one of numbers where its unit is not given and all of its cells but a few are numbers."""
    filled = [cell for cell in cells if not _NO_NUMBER.fullmatch(cell)]
    if column.has("unit") or len(filled) < LEAST_CELLS - 1 or _LABEL.search(column.label):
        return column
    numbers = [cell for cell in filled if read_amount(cell) is not None]
    if len(filled) < LEAST_CELLS and not any(re.search(r"[£%(,.]", cell) for cell in numbers):
        return column
    if len(numbers) < len(filled) - len(filled) // 5:
        return column
    percent = sum("%" in cell for cell in numbers)
    if _IN_PERCENT.search(column.label) and percent in (0, len(numbers)):
        return column.model_copy(update={"unit": "percent"})
    # A margin in percent may stand under its sums of money; of a mixture nothing is added up.
    is_mixed = percent > len(numbers) // 4
    return column.model_copy(update={"unit": "percent" if is_mixed else "amount"})


def _ends_in_total(block: TableBlock, last: Row) -> bool:
    """Whether the last row is the total: because the table says so, or says nothing and the row is called so."""
    if block.has("total"):
        return block.total.row == "last"
    return _TOTAL_NAME.fullmatch(last.label) is not None


_THOUSANDS = re.compile(r"(?<![\d,.])[\u2018\u2019']?0{3}'?s?\b|\bthousands?\b|£k\b|-thousand", re.IGNORECASE)
_MILLIONS = re.compile(r"\bmillions?\b|£m\b|-million", re.IGNORECASE)


def scale_of(figures: Figures, position: int) -> int:
    """How many pounds a one in a column is: 1,000 where its label or the words beside the table say so."""
    column = figures.columns[position]
    if column.unit in ("percent", "count") or any(_scale(row[position].text) != 1 for row in figures.lines):
        return 1
    for words in (f"{full_label(column)} {column.unit}", figures.columns[0].label, figures.caption):
        if _MILLIONS.search(words):
            return 10**6
        if _THOUSANDS.search(words):
            return 1000
    return 1


def is_scale_said(figures: Figures, position: int) -> bool:
    """Whether something says what a one in a column is: its label, the words beside the table, its cells."""
    column = figures.columns[position]
    words = f"{full_label(column)} {figures.columns[0].label} {figures.caption}"
    is_typed = column.id not in figures.inferred
    cells = (row[position].text for row in figures.lines)
    return is_typed or scale_of(figures, position) != 1 or "£" in words or any("£" in text for text in cells)


def full_label(column: TableColumn) -> str:
    """The name of a column with that of its group."""
    return f"{column.group} {column.label}".strip()
