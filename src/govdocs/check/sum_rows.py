"""Rules about rows that are sums of others though nothing but their name says so: codes G333 and G334.

What such a row adds up is found out from the table itself: a way of adding that explains it in another column, or that
explains the other sums of the table, is held to be meant here too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, Row, written_like
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.ways_of_adding import LEAST_PARTS, WAYS, Above, of_what_came_and_went, since_the_last_sum
from govdocs.model.tables import RowMark

#: A sum that is so near to one that can be explained is taken to be it, mistyped.
NEAR = Decimal("0.02")
#: A sum that is further away is a sum of something else.
FAR = Decimal("0.25")
LARGE = 1000

_INCOME = re.compile(r"\bincome\b|\breceipts\b|\brevenue\b", re.IGNORECASE)
_COSTS = re.compile(r"\bexpenditure\b|\bpayments\b|\bcosts?\b|\bexpenses?\b", re.IGNORECASE)
_NOUGHT = re.compile(r"[-\u2013\u2014]|nil", re.IGNORECASE)
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
        sums = [
            n for n, row in enumerate(figures.all_rows) if row.mark is RowMark.BODY and (row.is_sum or row.is_like_sum)
        ]
        if figures.total is not None and not (figures.is_guessed and figures.has_sums_within()):
            sums = [n for n in sums if n != len(figures.all_rows) - 1]  # it has a rule of its own
        explained = {number: _explain(figures, number) for number in sums}
        usual = Counter(way for number in sums if figures.all_rows[number].is_sum for way in explained[number][0])
        borne_out = [way for way, count in usual.items() if count >= LEAST_PARTS]
        for number in sums:
            ways, wrong = explained[number]
            for position in wrong:
                yield from _complain(figures, number, position, ways, borne_out)


def _explain(figures: Figures, number: int) -> tuple[list[int], list[int]]:
    """The ways of adding that explain a sum in some column, and the columns that no way explains.

    A column of variances may add up otherwise than the columns that it is worked out from.
    """
    row = figures.all_rows[number]
    ways: dict[int, list[int]] = {}
    wrong: list[int] = []
    for position in range(len(figures.columns)):
        printed = row.cells[position].number
        above = _above(figures, number, position)
        if printed is None or not above or not figures.is_summed(position):
            continue
        sums = [(place, way(above)) for place, way in enumerate(WAYS)]
        slack = max(_last_digit(printed, above), figures.slack(position, len(above)))
        right = [place for place, expected in sums if expected is not None and abs(printed - expected) <= slack]
        for place in right if printed else ():
            ways.setdefault(place, []).append(position)
        if not right and any(expected is not None for _, expected in sums):
            wrong.append(position)
    most = max(map(len, ways.values()), default=0)
    likely = sorted(ways)
    if not row.is_sum and most < LEAST_PARTS:
        # What only may be a sum is borne out by one column if the others are a slip of the pen away.
        likely = [place for place in likely if all(_is_slip(figures, number, position, place) for position in wrong)]
    return likely, wrong


def _is_slip(figures: Figures, number: int, position: int, place: int) -> bool:
    printed = figures.all_rows[number].cells[position].number
    expected = WAYS[place](_above(figures, number, position))
    return printed is not None and expected is not None and differs_in_a_digit(printed, expected)


def _last_digit(printed: Decimal, above: Above) -> Decimal:
    """What may be lost where pounds were made of pence: one, of numbers in thousands and more."""
    is_whole = printed % 1 == 0 and all(value % 1 == 0 for _, value in above)
    return Decimal(is_whole and abs(printed) >= LARGE and len(above) >= LEAST_PARTS)


def _complain(
    figures: Figures, number: int, position: int, ways: Sequence[int], borne_out: Sequence[int]
) -> Iterator[Found]:
    row = figures.all_rows[number]
    printed = row.cells[position]
    above = _above(figures, number, position)
    if printed.number is None:
        return
    value = printed.number
    if ways:
        sums = [expected for way in ways if (expected := WAYS[way](above)) is not None]
        expected = min(sums, key=lambda one: abs(one - value), default=None)
    elif row.is_sum or not row.label:
        expected = _nearest(value, above) or _as_its_likes(value, above, borne_out)
    else:
        expected = _of_income_and_costs(above) or _slipped(value, above)
    if expected is None or expected == value:
        return
    name = f"`{row.label}`" if row.label else "the last row"
    message = (
        f"{name} is `{printed.text}`; expected {written_like(expected, printed.text)}, the sum of the rows above it"
    )
    hint = "correct the sum or a row; mark the row with `|+` where it is a subtotal"
    yield Found(printed.place, message, hint, length=max(1, len(printed.text)), subject=figures.subject)


def printed_total(figures: Figures) -> tuple[Figure, ...] | None:
    """The last row of a typed table, where it is called a total or adds up the rows above it."""
    last = len(figures.all_rows) - 1
    if last < LEAST_PARTS or figures.all_rows[last].mark is RowMark.BAND:
        return None
    ways, _ = _explain(figures, last)
    return figures.all_rows[last].cells if figures.all_rows[last].is_sum or ways else None


def _nearest(printed: Decimal, above: Above) -> Decimal | None:
    """The sum that was probably meant: a single one that is near, or that differs in one digit."""
    near = {
        expected
        for way in WAYS
        if (expected := way(above)) is not None
        and (_is_near(printed, expected) or differs_in_a_digit(printed, expected))
    }
    return near.pop() if len(near) == 1 else None


def _as_its_likes(printed: Decimal, above: Above, borne_out: Sequence[int]) -> Decimal | None:
    """What the row would be if it added up as the other sums of its table do, where that is not far away."""
    sums = [expected for way in borne_out if (expected := WAYS[way](above)) is not None]
    near = [expected for expected in sums if abs(printed - expected) <= abs(expected) * FAR]
    return min(near, key=lambda one: abs(one - printed), default=None)


def _of_income_and_costs(above: Above) -> Decimal | None:
    """What is left, where the two rows above are income and expenditure."""
    if len(above) < LEAST_PARTS:
        return None
    (first, income), (second, costs) = above[-2:]
    is_pair = _INCOME.search(first.label) and _COSTS.search(second.label) and not _COSTS.search(first.label)
    return income - abs(costs) if is_pair else None


def _slipped(printed: Decimal, above: Above) -> Decimal | None:
    """What a row that ends a table, or a closing balance, was probably meant to be: with one digit changed, or two."""
    found = {
        expected
        for way in (since_the_last_sum, of_what_came_and_went)
        if (expected := way(above)) is not None and differs_in_a_digit(printed, expected)
    }
    return found.pop() if len(found) == 1 else None


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
        elif _NOUGHT.fullmatch(row.cells[position].text.strip("* ")):
            found.append((row, Decimal(0)))
    return found


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
