"""Rules about percentages that follow from other columns, though no formula says so: codes G322 to G324.

What a column means is confirmed by its own rows: where most rows follow, the rest are found.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.check.columns import LEAST_ROWS, LEAST_SHARE
from govdocs.check.figures import Figure, Figures, full_label
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule

_TOTAL = re.compile(r"\btotals?\b|\boverall\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def look_for_wrong_share_columns(records: Records) -> Iterator[Found]:
    """Checks:
        A column of percentages holds in each row the share of another column's total, at its own precision, if most
        rows say that this is what it is.

    Looks at:
        Records: typed tables and data sets with a total.

    Why:
        Shares decide who pays what.

    Wrong:
        ```table
        id: split
        columns:
          - {id: who, label: Town}
          - {id: homes, label: Homes, unit: count}
          - {id: share, label: Share, unit: percent}
        total: last
        ---
        | North | 50 | 25% |
        | South | 80 | 40% |
        | West | 40 | 20% |
        | East | 30 | 25% |
        | Total | 200 | 100% |
        ```

    Right:
        ```table
        id: split
        columns:
          - {id: who, label: Town}
          - {id: homes, label: Homes, unit: count}
          - {id: share, label: Share, unit: percent}
        total: last
        ---
        | North | 50 | 25% |
        | South | 80 | 40% |
        | West | 40 | 20% |
        | East | 30 | 15% |
        | Total | 200 | 100% |
        ```
    """
    for figures in records.figures:
        for position, base in _share_pairs(figures):
            whole = sum((row[base].number or Decimal(0) for row in figures.rows), Decimal(0))
            rows = [row for row in figures.rows if row[position].number is not None and row[base].number is not None]
            wrong = [row for row in rows if not _is_share(row[position], row[base], whole)]
            if len(rows) - len(wrong) < max(Decimal(2), len(rows) * LEAST_SHARE):
                continue
            for row in wrong:
                share = (row[base].number or Decimal(0)) / whole * 100
                label = full_label(figures.columns[base])
                message = (
                    f"`{row[position].text}` is given as the share of {label}; expected {share:.2f}%, of {whole:,}"
                )
                yield Found(
                    row[position].place, message, "correct the share", length=len(row[position].text),
                    subject=figures.subject,
                )  # fmt: skip
            break


def look_for_shares_of_rounded_percentages(records: Records) -> Iterator[Found]:
    """Checks:
        Amounts shared out by percentages are worked out from the exact shares, not from the percentages as rounded in
        the table.

    Looks at:
        Records: typed tables and data sets with a total.

    Why:
        27% of £49,608 is £13,394; 48 of 181 practices is £13,156. Rounding early moves money from one partner to
        another.

    Example:
        Three commissioning groups shared a cost by 27%, 39% and 34%, not by 48, 71 and 62 of 181 practices.

    Wrong:
        ```table
        id: split
        columns:
          - {id: who, label: Town}
          - {id: homes, label: Homes, unit: count}
          - {id: share, label: Share, unit: percent}
          - {id: pays, label: Pays, unit: GBP}
        total: last
        ---
        | North | 48 | 27% | £13,394 |
        | South | 71 | 39% | £19,347 |
        | West | 62 | 34% | £16,867 |
        | Total | 181 | 100% | £49,608 |
        ```

    Right:
        ```table
        id: split
        columns:
          - {id: who, label: Town}
          - {id: homes, label: Homes, unit: count}
          - {id: share, label: Share, unit: percent}
          - {id: pays, label: Pays, unit: GBP}
        total: last
        ---
        | North | 48 | 27% | £13,156 |
        | South | 71 | 39% | £19,459 |
        | West | 62 | 34% | £16,993 |
        | Total | 181 | 100% | £49,608 |
        ```
    """
    for figures in records.figures:
        for share, base in _share_pairs(figures):
            for position, column in enumerate(figures.columns):
                if position in (share, base) or not column.is_number or column.unit == "percent" or not figures.total:
                    continue
                whole, all_of_base = figures.total[position].number, figures.total[base].number
                rows = [row for row in figures.rows if all(row[n].number is not None for n in (share, base, position))]
                if not whole or not all_of_base or len(rows) < LEAST_ROWS - 1:
                    continue
                rounded = [whole * (row[share].number or 0) / 100 for row in rows]
                exact = [whole * (row[base].number or 0) / all_of_base for row in rows]
                typed = [row[position].number or Decimal(0) for row in rows]
                if _close(typed, rounded) and not _close(typed, exact):
                    first = max(range(len(rows)), key=lambda n: abs(typed[n] - exact[n]))
                    found = rows[first][position]
                    message = (
                        f"`{column.label}` follows from rounded percentages: {found.text} here; expected "
                        f"{exact[first]:,.0f} from the exact share"
                    )
                    hint = "work the amounts out from the exact shares, or say that they follow the rounded ones"
                    yield Found(found.place, message, hint, length=len(found.text), subject=figures.subject)


def look_for_growth_added_up(records: Records) -> Iterator[Found]:
    """Checks:
        The growth over several years is compounded, not the sum of the yearly percentages.

    Looks at:
        Records: typed tables and data sets.

    Why:
        6.34%, 2.83% and 6.59% make 16.56% in three years, not 15.76%.

    Example:
        Three years of growth, 6.34%, 2.83% and 6.59%, were added up to 15.76%.

    Wrong:
        ```table
        id: growth
        columns: [{id: year, label: Year}, {id: growth, label: Growth, unit: percent}]
        ---
        | 2014/15 to 2015/16 | 6.34% |
        | 2015/16 to 2016/17 | 2.83% |
        | 2016/17 to 2017/18 | 6.59% |
        | Total growth from 2014/15 | 15.76% |
        ```

    Right:
        ```table
        id: growth
        columns: [{id: year, label: Year}, {id: growth, label: Growth, unit: percent}]
        ---
        | 2014/15 to 2015/16 | 6.34% |
        | 2015/16 to 2016/17 | 2.83% |
        | 2016/17 to 2017/18 | 6.59% |
        | Total growth from 2014/15 | 16.56% |
        ```
    """
    for figures in records.figures:
        rows = [*figures.rows, *([figures.total] if figures.total else [])]
        growth = re.search(r"growth|increase|rise|inflation", " ".join(
            [figures.subject, *(column.label for column in figures.columns), *(row[0].text for row in rows)]
        ), re.IGNORECASE)  # fmt: skip
        if len(rows) < LEAST_ROWS or not growth or not all(_YEAR.search(row[0].text) for row in rows[:-1]):
            continue
        for position, column in enumerate(figures.columns):
            yearly = [row[position].number for row in rows[:-1]]
            total = rows[-1][position]
            if column.unit != "percent" or total.number is None or not _TOTAL.search(rows[-1][0].text):
                continue
            known = [rate for rate in yearly if rate is not None]
            compound = Decimal(1)
            for rate in known:
                compound *= 1 + rate / 100
            compound = (compound - 1) * 100
            step = Decimal(1).scaleb(-len(total.text.strip("*% ").partition(".")[2]))
            if len(known) == len(yearly) and total.number == sum(known) and abs(total.number - compound) > step:
                message = f"`{total.text}` is the sum of the yearly percentages; expected {compound:.2f}%, compounded"
                hint = "write the compounded growth, or say that the percentages are of the first year"
                yield Found(total.place, message, hint, length=len(total.text), subject=figures.subject)


def _share_pairs(figures: Figures) -> Iterator[tuple[int, int]]:
    """A column of percentages, and a column of numbers before it that it may be the shares of."""
    for position, column in enumerate(figures.columns):
        if column.unit == "percent" and not column.formula:
            for base in range(position - 1, -1, -1):
                other = figures.columns[base]
                total = figures.total[base].number if figures.total else None
                if other.is_number and other.unit != "percent" and total:
                    yield position, base


def _is_share(printed: Figure, part: Figure, whole: Decimal) -> bool:
    if printed.number is None or part.number is None or not whole:
        return True
    step = Decimal(1).scaleb(-len(printed.text.strip("*% ").partition(".")[2]))
    # A share may be bent by a step, so that the column adds up to a hundred.
    return abs(printed.number - part.number / whole * 100) <= step


def _close(typed: Sequence[Decimal], computed: Sequence[Decimal]) -> bool:
    return all(abs(one - other) <= 1 for one, other in zip(typed, computed, strict=True))


RULES: tuple[RecordRule, ...] = (
    record_rule("G322", "share-column-differs", WARNS, look_for_wrong_share_columns, heuristic=True),
    record_rule("G323", "share-of-rounded", NOTED, look_for_shares_of_rounded_percentages, heuristic=True),
    record_rule("G324", "growth-added-up", NOTED, look_for_growth_added_up, heuristic=True),
)
