"""Rules about columns that follow from others by a formula of the record: code G303."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property

from govdocs.check.figures import Figure, Figures, written_like
from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.model.formulas import Formula, Term, read_formula
from govdocs.model.tables import TableColumn

HALF = Decimal("0.5")


def look_for_broken_formulas(records: Records) -> Iterator[Found]:
    """Checks:
        A column with a formula (`forecast - plan`, `number * price`, `49608 * practices / total(practices)`) holds in
        every row what the formula gives, rounded as it is printed.

    Looks at:
        Records: columns with a `formula`.

    Why:
        A variance with the wrong sign turns a shortfall into a saving.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: plan
        columns:
          - {id: item, label: Item}
          - {id: plan, label: Plan, unit: GBP}
          - {id: spent, label: Spent, unit: GBP}
          - {id: variance, label: Variance, unit: GBP, formula: spent - plan}
        ---
        | Parks | 1,000 | 1,200 | -200 |
        ```

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: plan
        columns:
          - {id: item, label: Item}
          - {id: plan, label: Plan, unit: GBP}
          - {id: spent, label: Spent, unit: GBP}
          - {id: variance, label: Variance, unit: GBP, formula: spent - plan}
        ---
        | Parks | 1,000 | 1,200 | 200 |
        ```
    """
    for off in cells_that_are_off(records):
        if not off.is_rounding:
            message = (
                f"`{off.column.label}` is `{off.printed.text}`; expected {off.wanted}, by its formula "
                f"`{off.column.formula}`"
            )
            hint = "correct the figure, or one of those that it comes from"
            yield Found(off.printed.place, message, hint, length=len(off.printed.text), subject=off.subject)


@dataclass(frozen=True, slots=True)
class CellOff:
    """A cell that is not what its formula gives."""

    column: TableColumn
    subject: str
    printed: Figure
    expected: Decimal
    is_rounding: bool

    @property
    def wanted(self) -> str:
        """What is expected, with one decimal more than is printed."""
        return written_like(shortened(self.expected, self.printed.step), self.printed.text)


def cells_that_are_off(records: Records) -> Iterator[CellOff]:
    """The cells of all tables and data sets that are not what the formula of their column gives."""
    for figures in records.figures:
        ids, whole = [column.id for column in figures.columns], _Whole(figures)
        for position, column in enumerate(figures.columns):
            formula = read_formula(column.formula, ids) if column.formula else None
            for row in (*figures.rows, *([figures.total] if figures.total else [])) if formula else ():
                if formula is not None and (off := _cell_off(whole, position, formula, row)) is not None:
                    yield off


@dataclass(frozen=True)
class _Whole:
    """What is the same for all rows of a table, and is worked out once."""

    figures: Figures

    @cached_property
    def totals(self) -> Mapping[Term, Decimal | None]:
        """The total of each column."""
        columns = enumerate(self.figures.columns)
        return {("total", column.id): total_of(self.figures, position) for position, column in columns}

    @cached_property
    def rounded(self) -> tuple[int, ...]:
        """The columns whose numbers are rounded."""
        return tuple(position for position in range(len(self.figures.columns)) if self.figures.is_rounded(position))


def _cell_off(whole: _Whole, position: int, formula: Formula, row: Sequence[Figure]) -> CellOff | None:
    figures = whole.figures
    column, printed = figures.columns[position], row[position]
    own_values: dict[Term, Decimal | None] = {
        ("", other.id): row[index].number for index, other in enumerate(figures.columns)
    }
    values: dict[Term, Decimal | None] = {**whole.totals, **own_values}
    expected = formula.compute(values)
    if expected is None or printed.number is None:
        return None
    gap = abs(printed.number - expected)
    is_share = any(term[0] == "total" for term in formula.terms())
    # Shares of a preserved total may each be rounded the other way, so that they add up.
    own = printed.step * (1 if is_share and figures.total is not None and row is not figures.total else HALF)
    if gap <= max(own, figures.tolerance):
        return None
    steps: dict[Term, Decimal] = {("", figures.columns[index].id): row[index].step for index in whole.rounded}
    return CellOff(column, figures.subject, printed, expected, gap <= own + spread_of(formula, values, expected, steps))


def sum_by_formula(figures: Figures, position: int) -> Decimal | None:
    """The sum of a column as its formula gives it, where a row of it is wrong; None where none is."""
    column, whole = figures.columns[position], _Whole(figures)
    formula = read_formula(column.formula, [other.id for other in figures.columns]) if column.formula else None
    off = [_cell_off(whole, position, formula, row) for row in figures.rows] if formula is not None else []
    if not any(off):
        return None
    numbers = [one.expected if one else row[position].number for one, row in zip(off, figures.rows, strict=True)]
    return sum((number for number in numbers if number is not None), Decimal(0))


def total_of(figures: Figures, position: int) -> Decimal | None:
    """The total of a column: as printed, else the sum of its rows."""
    printed = figures.total[position].number if figures.total is not None else None
    parts = [number for row in figures.rows if (number := row[position].number) is not None]
    return printed if printed is not None or not parts else sum(parts, Decimal(0))


def spread_of(
    formula: Formula, values: Mapping[Term, Decimal | None], result: Decimal, steps: Mapping[Term, Decimal]
) -> Decimal:
    """By how much the result may be off because what it comes from was rounded to these steps."""
    spread = Decimal(0)
    for term, step in steps.items():
        value = values.get(term)
        if value is not None and (other := formula.compute({**values, term: value + step / 2})) is not None:
            spread += abs(other - result)
    return spread


def shortened(number: Decimal, step: Decimal) -> Decimal:
    """A computed number without the decimals that nobody reads: one more than the step has."""
    try:
        return number.quantize(step / 10 if number % step else step)
    except InvalidOperation:
        return number


RULES: tuple[RecordRule, ...] = (record_rule("G303", "formula-differs", STOPS_PUBLICATION, look_for_broken_formulas),)
