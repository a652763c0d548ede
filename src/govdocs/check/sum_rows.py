"""Rules about rows that are sums of others though nothing but their name says so: codes G333 and G334.

What such a row adds up is found out from the table itself: a way of adding that explains it in another column, or that
explains the other sums of the table, is held to be meant here too.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, Row, written_like
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.tables import RowMark

#: The numbers of one column above a sum: what they are, and the numbers.
Above = Sequence[tuple[Row, Decimal]]
Way = Callable[[Above], Decimal | None]
#: A sum that is so near to one that can be explained is taken to be it, mistyped.
NEAR = Decimal("0.02")
LEAST_PARTS, LARGE = 2, 1000

_OPENING = re.compile(
    r"\bopening|\bbrought forward|\bb/f\b|^balances? (?:at|on|as at|from)\b|\bat start", re.IGNORECASE
)
_OUT = re.compile(
    r"^\W*(?:less|deduct|minus)\b|\bpayments?\b|\bexpenditure|\bspen[dt]\b|\bwithdraw|\bpaid\b|\bout\b|\bcosts\b",
    re.IGNORECASE,
)
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
        for number in sums:
            ways, wrong = _explain(figures, number)
            for position in wrong:
                yield from _complain(figures, number, position, ways)


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


def _complain(figures: Figures, number: int, position: int, ways: Sequence[int]) -> Iterator[Found]:
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
        expected = _nearest(value, above)
    else:
        expected = _slipped(value, above)
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


def _slipped(printed: Decimal, above: Above) -> Decimal | None:
    """What a row that ends a table, or a closing balance, was probably meant to be: with one digit changed, or two."""
    found = {
        expected
        for way in (_since_the_last_sum, _of_what_came_and_went)
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
    return found


def _since_the_last_sum(above: Above) -> Decimal | None:
    return _sum_of(_since(above, lambda row: row.is_sum))


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


def _of_what_came_and_went(above: Above) -> Decimal | None:
    """An opening balance with what came in, less what went out."""
    opening = [n for n, (row, _) in enumerate(above) if _OPENING.search(row.label)]
    if not opening:
        return None
    parts = [
        (-abs(value) if _OUT.search(row.label) and n != opening[-1] else value)
        for n, (row, value) in enumerate(above)
        if n >= opening[-1] and row.mark is RowMark.BODY
    ]
    return _sum_of(parts)


def _rest_taken_from_the_first(above: Above) -> Decimal | None:
    """The first row since the last heading or sum, less all that follows: income less its costs."""
    return _first_less_rest(_since(above, lambda row: row.is_sum or row.is_like_sum))


def _rest_taken_from_the_last_sum(above: Above) -> Decimal | None:
    """The last row that is, or may be, a sum, less all that follows."""
    last = max((n for n, (row, _) in enumerate(above) if row.is_sum or row.is_like_sum), default=None)
    return None if last is None else _first_less_rest([value for _, value in above[last:]])


def _from_the_last_like_sum_on(above: Above) -> Decimal | None:
    """The last row that is, or may be, a sum, and all that follows."""
    last = max((n for n, (row, _) in enumerate(above) if row.is_sum or row.is_like_sum), default=None)
    return None if last is None else _sum_of([value for _, value in above[last:]])


def _since_the_last_like_sum(above: Above) -> Decimal | None:
    return _sum_of(_since(above, lambda row: row.is_sum or row.is_like_sum))


def _of_all_rows(above: Above) -> Decimal | None:
    return _sum_of([value for row, value in above if row.mark is not RowMark.BAND])


def _of_likes(above: Above) -> Decimal | None:
    return _sum_of([value for row, value in above if row.is_sum or row.is_like_sum])


def _difference_of_likes(above: Above) -> Decimal | None:
    sums = [value for row, value in above if row.is_sum or row.is_like_sum]
    return sums[-2] - sums[-1] if len(sums) >= LEAST_PARTS else None


def _since(above: Above, ends: Callable[[Row], bool]) -> list[Decimal]:
    """The numbers since the last heading, or the last row that ends a run."""
    parts: list[Decimal] = []
    for row, value in reversed(above):
        if ends(row) or (row.mark is RowMark.BAND and parts):
            break
        if row.mark is RowMark.BODY:
            parts.append(value)
    return parts[::-1]


def _first_less_rest(parts: Sequence[Decimal]) -> Decimal | None:
    return parts[0] - sum(parts[1:], Decimal(0)) if len(parts) >= LEAST_PARTS else None


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
    _of_what_came_and_went,
    _since_the_last_like_sum,
    _of_likes,
    _from_the_last_like_sum_on,
    _rest_taken_from_the_first,
    _rest_taken_from_the_last_sum,
    _difference_of_likes,
    _of_all_rows,
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
