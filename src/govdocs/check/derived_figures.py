"""Rules about figures of papers that follow from others by a formula: codes G304, G306 and G309."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from govdocs.check.formulas import HALF, cells_that_are_off, shortened, spread_of, total_of
from govdocs.check.quantities import plain
from govdocs.check.rule import FAILS, NOTED, STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.model.formulas import Formula, Term, read_formula
from govdocs.model.papers import Figure, Paper
from govdocs.model.record import Record
from govdocs.model.values import PartialDate

_MONTHS = 12


def look_for_formulas_off_by_rounding(records: Records) -> Iterator[Found]:
    """Checks:
        A figure with a formula that is off by no more than the rounding of the figures that it comes from explains
        is still what they give as printed.

    Looks at:
        Records: columns with a `formula`, and `figures` of papers with one.

    Why:
        It is probably no mistake; but whoever works it out from the page finds another number.

    Wrong:
        ```table
        id: plan
        columns:
          - {id: item, label: Item}
          - {id: plan, label: Plan, unit: GBP-thousand}
          - {id: spent, label: Spent, unit: GBP-thousand}
          - {id: variance, label: Variance, unit: GBP-thousand, formula: spent - plan}
        ---
        | Parks | 1,000 | 1,200 | 201 |
        ```

    Right:
        ```table
        id: plan
        columns:
          - {id: item, label: Item}
          - {id: plan, label: Plan, unit: GBP-thousand}
          - {id: spent, label: Spent, unit: GBP-thousand}
          - {id: variance, label: Variance, unit: GBP-thousand, formula: spent - plan}
        ---
        | Parks | 1,000 | 1,200 | 200 |
        ```
    """
    hint = "correct a figure, or say that the figures are rounded"
    for off in cells_that_are_off(records):
        if off.is_rounding:
            message = (
                f"`{off.column.label}` is `{off.printed.text}`, and the figures as printed give {off.wanted}; expected "
                "the same, or a word on rounding"
            )
            yield Found(off.printed.place, message, hint, length=len(off.printed.text), subject=off.subject)
    for one in _figures_that_are_off(records):
        if one.is_rounding:
            message = (
                f"the figure `{one.figure.id}` is {one.said}, and the figures that it comes from give {one.wanted}; "
                "expected the same, or a word on rounding"
            )
            yield Found(one.figure.place("value"), message, hint, subject=f"figure {one.figure.id}")


def look_for_wrong_derived_figures(records: Records) -> Iterator[Found]:
    """Checks:
        A figure of a paper with a formula is what the formula gives, rounded as it is typed: a product, a share, the
        total of a table's column (`total(costs.amount)`), growth over several years (`compounded(first, second)`),
        the balance of two totals, the months or days between two events (`months(start, end)`, both ends in it).

    Looks at:
        Records: `figures` of papers with a `formula`, the other figures, tables, data sets and events of the paper.

    Why:
        When a price changes, the total that was worked out from it has to change as well, wherever it is cited.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        figures:
          - {id: practices, value: 181, unit: count}
          - {id: price, value: 268, unit: GBP}
          - {id: cost, value: 49508, unit: GBP, formula: practices * price}
        ---
        # Report

        The work costs [£49,508](figure:cost) a year.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        figures:
          - {id: practices, value: 181, unit: count}
          - {id: price, value: 268, unit: GBP}
          - {id: cost, value: 48508, unit: GBP, formula: practices * price}
        ---
        # Report

        The work costs [£48,508](figure:cost) a year.
    """
    for one in _figures_that_are_off(records):
        if not one.is_rounding:
            message = (
                f"the figure `{one.figure.id}` is {one.said}; expected {one.wanted}, by its formula "
                f"`{one.figure.formula}`"
            )
            hint = "correct the figure, or one of those that it comes from"
            yield Found(one.figure.place("value"), message, hint, subject=f"figure {one.figure.id}")


def look_for_bad_formulas(records: Records) -> Iterator[Found]:
    """Checks:
        A formula uses only what is there, numbers, and + - * / with brackets. In a column these are the columns of its
        own table and their totals, `total(plan)`; for a figure of a paper its other figures, the totals of its tables,
        `total(costs.amount)`, and lengths of time between its events. Both may have `compounded(…)`.

    Looks at:
        Records: columns with a `formula`, and `figures` of papers with one.

    Why:
        A formula that names nothing computes nothing, and the column goes unchecked.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        id: plan
        columns: [{id: plan, label: Plan, unit: GBP}, {id: rest, label: Rest, unit: GBP, formula: plan - spent}]
        ---
        | 1,000 | 200 |
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
        columns: [{id: plan, label: Plan, unit: GBP}, {id: half, label: Half, unit: GBP, formula: plan / 2}]
        ---
        | 1,000 | 500 |
        ```
    """
    for figures in records.figures:
        known = sorted(column.id for column in figures.columns)
        for column in figures.columns:
            if column.formula:
                formula = read_formula(column.formula, known)
                own: set[Term] = {(function, name) for function in ("", "total") for name in known}
                yield from _complain(column, formula, column.formula, own, f"the columns {', '.join(known)}")
    for paper, formulas in _papers_with_formulas(records):
        values = _values(records, paper, formulas)
        there = set(values)
        for figure, formula in formulas:
            others = ", ".join(f"`{other.id}`" for other in paper.header.figures if other.id != figure.id)
            here = f"the paper's other figures, {others}" if others else "the paper's other figures; there are none"
            yield from _complain(figure, formula, figure.formula, there - {("", figure.id)}, here)


def _complain(record: Record, formula: Formula | None, typed: str, there: set[Term], known: str) -> Iterator[Found]:
    place = record.place("formula")
    if formula is None:
        message = f"`{typed}` is no formula; expected names and numbers with + - * / between them"
        yield Found(place, message, "write it like `forecast - plan`", length=len(typed))
        return
    for term in sorted(formula.terms() - there):
        function, *names = term
        if not function:
            message = f"the formula names `{names[0]}`; expected one of {known}"
        elif function == "total":
            message = f"the formula names the total of `{'.'.join(names)}`; expected a column of a table that is here"
        else:
            message = f"the formula names a time from `{names[0]}` to `{names[1]}`; expected two of the paper's events"
        yield Found(place, message, "correct the name", length=len(typed))


@dataclass(frozen=True, slots=True)
class _FigureOff:
    """A figure of a paper that is not what its formula gives."""

    figure: Figure
    expected: Decimal
    is_rounding: bool

    @property
    def said(self) -> str:
        """The value as it is typed."""
        return f"{self.figure.value:,}"

    @property
    def wanted(self) -> str:
        """What is expected, with one decimal more than is typed."""
        return plain(shortened(self.expected / _unit(self.figure.unit), _step(self.figure.value)))


def _figures_that_are_off(records: Records) -> Iterator[_FigureOff]:
    for paper, formulas in _papers_with_formulas(records):
        values = _values(records, paper, formulas)
        steps: dict[Term, Decimal] = {
            ("", figure.id): _step(figure.value) * _unit(figure.unit)
            for figure in paper.header.figures
            if figure.unit == "percent" or _unit(figure.unit) > 1
        }
        for figure, formula in formulas:
            expected = formula.compute(values) if formula is not None else None
            if formula is None or expected is None or ("", figure.id) in formula.terms():
                continue
            unit = _unit(figure.unit)
            own, gap = _step(figure.value) * unit * HALF, abs(figure.value * unit - expected)
            if gap > max(own, figure.tolerance * unit):
                yield _FigureOff(figure, expected, gap <= own + spread_of(formula, values, expected, steps))


def _papers_with_formulas(records: Records) -> Iterator[tuple[Paper, list[tuple[Figure, Formula | None]]]]:
    for paper in records.library.papers.values():
        formulas = [(figure, read_formula(figure.formula)) for figure in paper.header.figures if figure.formula]
        if formulas:
            yield paper, formulas


def _values(
    records: Records, paper: Paper, formulas: Sequence[tuple[Figure, Formula | None]]
) -> dict[Term, Decimal | None]:
    """What formulas of a paper's figures may name, with its value in pounds, not thousands."""
    values: dict[Term, Decimal | None] = {
        ("", figure.id): figure.value * _unit(figure.unit) for figure in paper.header.figures
    }
    for figures in records.figures:
        kind, _, name = figures.subject.partition(" ")
        is_own = figures.path == paper.path or (kind == "data" and figures.path.rpartition("/")[0] == paper.folder)
        for position, column in enumerate(figures.columns) if name and is_own else ():
            total = total_of(figures, position)
            values["total", name, column.id] = total * _unit(column.unit) if total is not None else None
    events = {event.id: event.date for event in paper.header.events if isinstance(event.date, PartialDate)}
    for term in {term for _, formula in formulas if formula is not None for term in formula.terms()}:
        if (count := _LENGTHS.get(term[0])) is not None and term[1] in events and term[2] in events:
            values[term] = Decimal(count(events[term[1]], events[term[2]]))
    return values


def _months(start: PartialDate, end: PartialDate) -> int:
    """The whole months from one to another, both days in it."""
    after = min(end.last, date.max - timedelta(days=1)) + timedelta(days=1)
    months = (after.year - start.first.year) * _MONTHS + after.month - start.first.month
    return months - (after.day < start.first.day)


def _days(start: PartialDate, end: PartialDate) -> int:
    return (end.last - start.first).days + 1


_LENGTHS: Mapping[str, Callable[[PartialDate, PartialDate], int]] = {"months": _months, "days": _days}


def _unit(unit: str) -> int:
    return 1000 if unit.endswith("-thousand") else 10**6 if unit.endswith("-million") else 1


def _step(value: Decimal) -> Decimal:
    """What the last digit that was typed stands for."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


RULES: tuple[RecordRule, ...] = (
    record_rule("G304", "formula-bad", FAILS, look_for_bad_formulas),
    record_rule("G306", "formula-off-by-rounding", NOTED, look_for_formulas_off_by_rounding),
    record_rule("G309", "derived-figure-differs", STOPS_PUBLICATION, look_for_wrong_derived_figures),
)
