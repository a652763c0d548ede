"""Rules about rows that are sums of others though nothing but their name says so: codes G333 and G334.

What such a row adds up is found out from the table itself: a way of adding that explains it in another column, or that
explains the other sums of the table, is held to be meant here too.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, Row
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.tables import RowMark

#: The numbers of one column above a sum: what they are, and the numbers.
Above = Sequence[tuple[Row, Decimal]]
Way = Callable[[Above], Decimal | None]
#: A sum that is so near to one that can be explained is taken to be it, mistyped.
NEAR = Decimal("0.02")
LEAST_PARTS = 2

#: Shares that miss a hundred by more are no shares of one whole.
FAR_FROM_WHOLE = 50


def look_for_wrong_sum_rows(records: Records) -> Iterator[Found]:
    """Checks:
        A row called a total or subtotal, in a table with several of them, is the sum of the rows that it stands under:
        those since the sum before it, or all, or the sums before it.

    Looks at:
        Records: typed tables whose rows are not marked as subtotals.

    Why:
        Long finance tables are put together from several; the subtotal stays when a row is changed.

    Example:
        A finance plan sets two sums of one table against each other, each under its own list.

    Wrong:
        ```table
        id: plan
        columns: [{id: item, label: Item}, {id: last, label: Last year, unit: GBP}, {id: next, label: Next, unit: GBP}]
        ---
        | Rents | 1,000 | 1,100 |
        | Fees | 500 | 450 |
        | Total income | 1,500 | 1,650 |
        | Staff | 900 | 950 |
        | Repairs | 300 | 310 |
        | Total expenditure | 1,200 | 1,260 |
        ```

    Right:
        ```table
        id: plan
        columns: [{id: item, label: Item}, {id: last, label: Last year, unit: GBP}, {id: next, label: Next, unit: GBP}]
        ---
        | Rents | 1,000 | 1,100 |
        | Fees | 500 | 450 |
        | Total income | 1,500 | 1,550 |
        | Staff | 900 | 950 |
        | Repairs | 300 | 310 |
        | Total expenditure | 1,200 | 1,260 |
        ```
    """
    for figures in records.figures:
        sums = [n for n, row in enumerate(figures.all_rows) if row.is_sum and row.mark is RowMark.BODY]
        if figures.total is not None and not (figures.is_guessed and figures.has_sums_within()):
            sums = [n for n in sums if n != len(figures.all_rows) - 1]  # it has a rule of its own
        explained = {n: _explain(figures, n) for n in sums}
        for number in sums:
            way, wrong = explained[number]
            others = [other for other in sums if other != number and explained[other][0] == way]
            for position in wrong:
                yield from _complain(figures, number, position, way, is_borne_out=bool(others))


def _explain(figures: Figures, number: int) -> tuple[int | None, list[int]]:
    """The way of adding that explains a sum in most columns, and the columns in which it does not."""
    columns = [n for n, column in enumerate(figures.columns) if column.is_number and column.unit != "percent"]
    best: tuple[int, int | None, list[int]] = (0, None, [])
    for place, way in enumerate(WAYS):
        right, wrong = 0, []
        for position in columns:
            printed = figures.all_rows[number].cells[position].number
            above = _above(figures, number, position)
            expected = way(above)
            if printed is None or expected is None:
                continue
            if abs(printed - expected) <= max(Decimal(0), figures.slack(position, len(above))):
                right += 1 if printed else 0
            else:
                wrong.append(position)
        if right > best[0]:
            best = (right, place, wrong)
    if best[1] is None:
        return None, columns
    return best[1], best[2]


def _complain(figures: Figures, number: int, position: int, way: int | None, *, is_borne_out: bool) -> Iterator[Found]:
    row = figures.all_rows[number]
    printed = row.cells[position]
    above = _above(figures, number, position)
    if printed.number is None:
        return
    expected = WAYS[way](above) if way is not None else _nearest(printed.number, above)
    if way is None and is_borne_out is False and expected is None:
        return
    if expected is None or expected == printed.number:
        return
    message = f"`{row.label}` is `{printed.text}`; expected {expected:,}, the sum of the rows above it"
    hint = "correct the sum or a row; mark the row with `|+` where it is a subtotal"
    yield Found(printed.place, message, hint, length=max(1, len(printed.text)), subject=figures.subject)


def printed_total(figures: Figures) -> tuple[Figure, ...] | None:
    """The last row of a typed table, where it is called a total or adds up the rows above it."""
    last = len(figures.all_rows) - 1
    if last < LEAST_PARTS or figures.all_rows[last].mark is RowMark.BAND:
        return None
    way, _ = _explain(figures, last)
    return figures.all_rows[last].cells if figures.all_rows[last].is_sum or way is not None else None


def _nearest(printed: Decimal, above: Above) -> Decimal | None:
    """The sum that was probably meant: a single one that is near, or that differs in one digit."""
    near = {
        expected
        for way in WAYS
        if (expected := way(above)) is not None
        and (_is_near(printed, expected) or differs_in_a_digit(printed, expected))
    }
    return near.pop() if len(near) == 1 else None


def _is_near(printed: Decimal, expected: Decimal) -> bool:
    return abs(printed - expected) <= abs(expected) * NEAR


def differs_in_a_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of three digits or more differ in one digit, or in two that stand beside each other."""
    left, right = f"{abs(one):f}", f"{abs(other):f}"
    if len(left) != len(right) or len(left) < 3 or left == right:  # noqa: PLR2004
        return False
    odd = [n for n in range(len(left)) if left[n] != right[n]]
    swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and left[odd[0]] == right[odd[1]] and left[odd[1]] == right[odd[0]]  # noqa: PLR2004
    return len(odd) == 1 or swapped


def _above(figures: Figures, number: int, position: int) -> Above:
    """The rows above with a number in the column; a band comes as a row without one."""
    found: list[tuple[Row, Decimal]] = []
    for row in figures.all_rows[:number]:
        if row.mark is RowMark.BAND:
            found.append((row, Decimal(0)))
        elif (value := row.cells[position].number) is not None:
            found.append((row, value))
    return found


def _since_the_last_sum(above: Above) -> Decimal | None:
    parts: list[Decimal] = []
    for row, value in reversed(above):
        if row.is_sum or (row.mark is RowMark.BAND and parts):
            break
        if row.mark is RowMark.BODY:
            parts.append(value)
    return _sum_of(parts)


def _of_all_parts(above: Above) -> Decimal | None:
    return _sum_of([value for row, value in above if row.mark is RowMark.BODY and not row.is_sum])


def _of_sums(above: Above) -> Decimal | None:
    return _sum_of([value for row, value in above if row.is_sum])


def _of_sums_and_the_rest(above: Above) -> Decimal | None:
    sums = [n for n, (row, _) in enumerate(above) if row.is_sum]
    if not sums:
        return None
    return _sum_of([value for n, (row, value) in enumerate(above) if n in sums or n > sums[-1]])


def _from_the_last_sum_on(above: Above) -> Decimal | None:
    sums = [n for n, (row, _) in enumerate(above) if row.is_sum]
    return _sum_of([value for _, value in above[sums[-1] :]]) if sums else None


def _difference_of_sums(above: Above) -> Decimal | None:
    sums = [value for row, value in above if row.is_sum]
    return sums[-2] - sums[-1] if len(sums) >= LEAST_PARTS else None


def _other_difference_of_sums(above: Above) -> Decimal | None:
    difference = _difference_of_sums(above)
    return None if difference is None else -difference


def _sum_of(parts: Sequence[Decimal]) -> Decimal | None:
    return sum(parts, Decimal(0)) if len(parts) >= LEAST_PARTS else None


#: The ways of adding, the likeliest first.
WAYS: tuple[Way, ...] = (
    _since_the_last_sum,
    _of_all_parts,
    _of_sums,
    _of_sums_and_the_rest,
    _from_the_last_sum_on,
    _difference_of_sums,
    _other_difference_of_sums,
)


def look_for_shares_that_make_no_whole(records: Records) -> Iterator[Found]:
    """Checks:
        Percentages over a total of 100% add up to a hundred, within what rounding allows; those that come nowhere
        near are shares of something else.

    Looks at:
        Records: typed tables and data sets with a total and a column of percentages.

    Why:
        Somebody's share is wrong, or somebody was left out.

    Wrong:
        ```table
        id: split
        columns: [{id: who, label: Town}, {id: share, label: Share, unit: percent}]
        total: last
        ---
        | North | 27% |
        | South | 36% |
        | West | 34% |
        | Total | 100% |
        ```

    Right:
        ```table
        id: split
        columns: [{id: who, label: Town}, {id: share, label: Share, unit: percent}]
        total: last
        ---
        | North | 27% |
        | South | 39% |
        | West | 34% |
        | Total | 100% |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            total = figures.total[position] if figures.total else None
            parts = [row[position] for row in figures.rows if row[position].number is not None]
            if column.unit != "percent" or total is None or total.number != 100 or len(parts) < LEAST_PARTS:  # noqa: PLR2004
                continue
            added = sum((part.number or Decimal(0) for part in parts), Decimal(0))
            # Percentages of a target or a plan stand over 100% by chance, and add up to several hundred.
            is_near = abs(added - 100) <= FAR_FROM_WHOLE
            if is_near and abs(added - 100) > _step_of(parts) * len(parts) / 2:
                message = f"the shares of `{column.label}` add up to {added:f}%; expected {total.text}"
                hint = "correct a share, or add the row that is missing"
                yield Found(total.place, message, hint, length=len(total.text), subject=figures.subject)


def _step_of(parts: Sequence[Figure]) -> Decimal:
    """How large a step of the last digit is, of the part with the fewest decimals."""
    return Decimal(1).scaleb(-min(len(part.text.strip("*% ").partition(".")[2]) for part in parts))


RULES: tuple[RecordRule, ...] = (
    record_rule("G333", "sum-row-differs", WARNS, look_for_wrong_sum_rows, heuristic=True),
    record_rule("G334", "shares-no-whole", WARNS, look_for_shares_that_make_no_whole, heuristic=True),
)
