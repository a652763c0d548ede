"""Rules about columns that are worked out from others of their row: codes G335 to G338.

What a column is, is confirmed by its own rows: where most follow, the rest are found.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from govdocs.check.columns import LEAST_ROWS, LEAST_SHARE, best_fit, broken_rows, complain
from govdocs.check.figures import Figure, Figures, full_label
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule

_CHANGE = re.compile(
    r"\bvarian|\bchange|\bincrease|\bdecrease|\bmovement|\bgrowth|\bdifference|\breduction", re.IGNORECASE
)
_PRICED = re.compile(
    r"\bunit|\bprice|\brate\b|\beach\b|\bper\b|\bhours?\b|\bdays?\b|\bqty\b|\bquantit|\bnumber\b|\bno\b|\bsalary"
    r"|\bheads?\b|\bweeks?\b|\bmonths?\b|\bsessions?\b|\bwte\b|\bfte\b|\blikelihood|\bprobab|\bimpact|\bseverity",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\bexpenditure|\bspend|\bspent|\bpayments?|\bout\b|\buse|\bdecrease|\btransfers? out|\breleas", re.IGNORECASE
)
_OPENING = re.compile(r"\bopening|\bbrought forward|\bb/f\b|\bat start|\bas at 1 april|\b1 april", re.IGNORECASE)
_CLOSING = re.compile(r"\bclosing|\bcarried forward|\bc/f\b|\bat end|\b31 march", re.IGNORECASE)


def look_for_wrong_percent_columns(records: Records) -> Iterator[Found]:
    """Checks:
        A column of percentages that is worked out from two columns beside it (one as a share of the other, or the
        change from one to the other) is right in every row, if most rows bear out what it is.

    Looks at:
        Records: typed tables and data sets.

    Why:
        The percentage is what is quoted; the two numbers are what it should have been worked out from.

    Wrong:
        ```table
        id: visits
        columns:
          - {id: item, label: Service}
          - {id: target, label: Planned, unit: count}
          - {id: done, label: Done, unit: count}
          - {id: share, label: Done (%), unit: percent}
        ---
        | Parks | 200 | 150 | 75% |
        | Roads | 400 | 300 | 75% |
        | Baths | 500 | 450 | 80% |
        | Trees | 80 | 60 | 75% |
        ```

    Right:
        ```table
        id: visits
        columns:
          - {id: item, label: Service}
          - {id: target, label: Planned, unit: count}
          - {id: done, label: Done, unit: count}
          - {id: share, label: Done (%), unit: percent}
        ---
        | Parks | 200 | 150 | 75% |
        | Roads | 400 | 300 | 75% |
        | Baths | 500 | 450 | 90% |
        | Trees | 80 | 60 | 75% |
        ```
    """
    for figures in records.figures:
        numbers = [n for n, column in enumerate(figures.columns) if column.is_number and column.unit != "percent"]
        for position, column in enumerate(figures.columns):
            if column.unit != "percent" or column.formula:
                continue
            change = _CHANGE.search(column.label) is not None
            near = [n for n in numbers if abs(n - position) <= 3]  # noqa: PLR2004 (near it)
            fits = [(*_ratios(figures, position, pair, of_change=change), pair) for pair in permutations(near, 2)]
            right, wrong, (one, other) = max(fits, key=lambda fit: (fit[0], -len(fit[1])), default=(0, [], (0, 0)))
            if right < max(Decimal(LEAST_ROWS), (right + len(wrong)) * LEAST_SHARE):
                continue
            labels = full_label(figures.columns[one]), full_label(figures.columns[other])
            what = f"{labels[0]} against {labels[1]}" if change else f"{labels[0]} as a share of {labels[1]}"
            for printed, expected in wrong:
                message = f"`{column.label}` is `{printed.text}`; expected {expected:.1f}%, {what}"
                hint = "correct the percentage, or one of the two numbers"
                yield Found(printed.place, message, hint, length=len(printed.text), subject=figures.subject)


def _ratios(
    figures: Figures, position: int, pair: tuple[int, int], *, of_change: bool
) -> tuple[int, list[tuple[Figure, Decimal]]]:
    """In how many rows the percentage is that of the two columns, and the rows in which it is not."""
    wrong: list[tuple[Figure, Decimal]] = []
    right = 0
    for row in figures.lines:
        printed, part, whole = row[position], row[pair[0]].number, row[pair[1]].number
        if printed.number is None or part is None or not whole:
            continue
        expected = (part - whole) / abs(whole) * 100 if of_change else part / whole * 100
        step = Decimal(1).scaleb(-len(printed.text.strip("*%() ").partition(".")[2]))
        slack = step * Decimal("0.51") + _blur(figures, pair, part, whole)
        # The sign of a change is another rule's affair.
        is_signed = of_change or min(part, whole) < 0
        gap = abs(printed.number) - abs(expected) if is_signed else printed.number - expected
        right += abs(gap) <= slack
        if abs(gap) > slack:
            wrong.append((printed, expected))
    seen = {row[position].number for row in figures.rows}
    return (right if len(seen) > 1 else 0), wrong


def _blur(figures: Figures, pair: tuple[int, int], part: Decimal, whole: Decimal) -> Decimal:
    """By how many points a percentage may be off because its two numbers are rounded."""
    step = max(figures.rounding(pair[0], 1), figures.rounding(pair[1], 1), figures.rounding(pair[1], 2) / 2)
    return step * (abs(whole) + abs(part)) / (whole * whole) * 100 if step else Decimal(0)


def look_for_wrong_product_columns(records: Records) -> Iterator[Found]:
    """Checks:
        A column that holds a number times a price (hours and a rate, a quantity and a unit cost) is right in every row,
        if most rows bear out what it is.

    Looks at:
        Records: typed tables and data sets.

    Why:
        The quantity was changed, and the cost beside it was not.

    Wrong:
        ```table
        id: kit
        columns:
          - {id: item, label: Item}
          - {id: number, label: Number, unit: count}
          - {id: price, label: Unit price, unit: GBP}
          - {id: cost, label: Cost, unit: GBP}
        ---
        | Benches | 12 | 300 | 3,600 |
        | Bins | 8 | 120 | 960 |
        | Trees | 40 | 25 | 1,200 |
        | Lamps | 6 | 450 | 2,700 |
        ```

    Right:
        ```table
        id: kit
        columns:
          - {id: item, label: Item}
          - {id: number, label: Number, unit: count}
          - {id: price, label: Unit price, unit: GBP}
          - {id: cost, label: Cost, unit: GBP}
        ---
        | Benches | 12 | 300 | 3,600 |
        | Bins | 8 | 120 | 960 |
        | Trees | 40 | 25 | 1,000 |
        | Lamps | 6 | 450 | 2,700 |
        ```
    """
    for figures in records.figures:
        numbers = [
            n
            for n, column in enumerate(figures.columns)
            if column.is_number and column.unit != "percent" and not _counts_rows(figures, n)
        ]
        for position in numbers:
            pairs = [(a, b) for a in numbers for b in numbers if a < b and position not in (a, b)]
            named = [pair for pair in pairs if any(_PRICED.search(figures.columns[n].label) for n in pair)]
            bare = _with_factors(figures, position)
            found = best_fit(bare, position, named, lambda values: values[0] * values[1])
            if not figures.columns[position].formula and found is not None:
                labels = [full_label(figures.columns[n]) for n in found[0]]
                yield from complain(figures, position, found[1], f"{labels[0]} times {labels[1]}")


def _with_factors(figures: Figures, position: int) -> Figures:
    """The table without its total, and without rows in which the product is nought, which any pair would bear out."""
    rows = tuple(row for row in figures.rows if row[position].number)
    return Figures(
        figures.subject, figures.columns, rows, None, figures.known, figures.tolerance, caption=figures.caption
    )


def _counts_rows(figures: Figures, position: int) -> bool:
    """Whether a column numbers the rows: whole numbers, each more than the one above it, the first of them 0 or 1."""
    values = [row[position].number for row in figures.rows]
    numbers = [value for value in values if value is not None]
    rising = all(one < other for one, other in pairwise(numbers))
    return len(numbers) == len(values) > 1 and rising and numbers[0] in (0, 1) and all(n % 1 == 0 for n in numbers)


def look_for_wrong_balance_columns(records: Records) -> Iterator[Found]:
    """Checks:
        A closing balance is the opening balance, plus what came in, less what went out, in every row, if most rows bear
        this out.

    Looks at:
        Records: typed tables and data sets with columns for an opening and a closing balance.

    Why:
        A fund that ends with more than it had was not written up.

    Wrong:
        ```table
        id: reserves
        columns:
          - {id: fund, label: Fund}
          - {id: opening, label: Opening balance, unit: GBP}
          - {id: income, label: Income, unit: GBP}
          - {id: spent, label: Expenditure, unit: GBP}
          - {id: closing, label: Closing balance, unit: GBP}
        ---
        | Hall | 1,000 | 200 | 300 | 900 |
        | Park | 2,500 | 0 | 500 | 2,000 |
        | Pool | 800 | 100 | 50 | 750 |
        | Trees | 300 | 20 | 0 | 320 |
        ```

    Right:
        ```table
        id: reserves
        columns:
          - {id: fund, label: Fund}
          - {id: opening, label: Opening balance, unit: GBP}
          - {id: income, label: Income, unit: GBP}
          - {id: spent, label: Expenditure, unit: GBP}
          - {id: closing, label: Closing balance, unit: GBP}
        ---
        | Hall | 1,000 | 200 | 300 | 900 |
        | Park | 2,500 | 0 | 500 | 2,000 |
        | Pool | 800 | 100 | 50 | 850 |
        | Trees | 300 | 20 | 0 | 320 |
        ```
    """
    for figures in records.figures:
        numbers = [n for n, column in enumerate(figures.columns) if column.is_number and column.unit != "percent"]
        opening = next((n for n in numbers if _OPENING.search(figures.columns[n].label)), None)
        closing = next((n for n in numbers if _CLOSING.search(figures.columns[n].label)), None)
        between = [n for n in numbers if opening is not None and closing is not None and opening < n < closing]
        if opening is None or closing is None or not between:
            continue
        signs = [-1 if _OUT.search(figures.columns[n].label) else 1 for n in between]
        for chosen in (signs, [1 for _ in signs]):
            wrong = broken_rows(figures, closing, (opening, *between), _balance(chosen))
            if wrong:
                yield from complain(figures, closing, wrong, "the opening balance and what came and went")
                break


def _balance(signs: Sequence[int]) -> Callable[[Sequence[Decimal]], Decimal]:
    return lambda values: (
        values[0] + sum((sign * value for sign, value in zip(signs, values[1:], strict=True)), Decimal(0))
    )


def look_for_wrong_bracketed_shares(records: Records) -> Iterator[Found]:
    """Checks:
        Where the cells of a column hold a number and its share (`432 (86.4%)`), the share is that of the column's
        total, at its own precision, if most rows bear this out.

    Looks at:
        Records: typed tables with such cells and a total.

    Why:
        A count was corrected, and the share in brackets behind it was not.

    Wrong:
        ```table
        id: answers
        columns: [{id: answer, label: Answer}, {id: number, label: Answers}]
        total: last
        ---
        | Yes | 250 (50%) |
        | No | 150 (30%) |
        | Perhaps | 75 (15%) |
        | None | 25 (15%) |
        | Total | 500 (100%) |
        ```

    Right:
        ```table
        id: answers
        columns: [{id: answer, label: Answer}, {id: number, label: Answers}]
        total: last
        ---
        | Yes | 250 (50%) |
        | No | 150 (30%) |
        | Perhaps | 75 (15%) |
        | None | 25 (5%) |
        | Total | 500 (100%) |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            cells = [(row[position], match) for row in figures.rows if (match := _BRACKETED.search(row[position].text))]
            total = _BRACKETED.search(figures.total[position].text) if figures.total else None
            added = sum((_number(match["number"]) for _, match in cells), Decimal(0))
            whole = _number(total["number"]) if total else added
            if len(cells) < LEAST_ROWS or not whole:
                continue
            wrong = [(cell, match) for cell, match in cells if not _is_share_of(match, whole)]
            if len(cells) - len(wrong) < max(Decimal(LEAST_ROWS), len(cells) * LEAST_SHARE):
                continue
            for cell, match in wrong:
                expected = _number(match["number"]) / whole * 100
                message = f"`{cell.text}` of {whole:,} in `{column.label}`; expected {expected:.1f}%"
                hint = "correct the number or its share"
                yield Found(cell.place, message, hint, length=len(cell.text), subject=figures.subject)


_BRACKETED = re.compile(r"^\W*(?P<number>\d[\d,]*)\s*\(\s*(?P<share>\d+(?:\.\d+)?)\s?%\s*\)")


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _is_share_of(match: re.Match[str], whole: Decimal) -> bool:
    step = Decimal(1).scaleb(-len(match["share"].partition(".")[2]))
    return abs(Decimal(match["share"]) - _number(match["number"]) / whole * 100) <= step


RULES: tuple[RecordRule, ...] = (
    record_rule("G335", "percent-column-differs", WARNS, look_for_wrong_percent_columns, heuristic=True),
    record_rule("G336", "product-column-differs", WARNS, look_for_wrong_product_columns, heuristic=True),
    record_rule("G337", "balance-column-differs", WARNS, look_for_wrong_balance_columns, heuristic=True),
    record_rule("G338", "bracketed-share-differs", WARNS, look_for_wrong_bracketed_shares, heuristic=True),
)
