"""Rules about columns of totals, though no formula says so, and how a column is held against others: code G320.

What a column means is guessed from its label and confirmed by its own rows: where most rows follow, the rest are found.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, full_label, written_like
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.tables import TableColumn

_TOTAL = re.compile(r"\btotals?\b|\boverall\b|\bgross\b|\bin all\b|\bcombined\b", re.IGNORECASE)
LONGEST_RUN = 6
#: How many rows have to bear out what a column is taken to be, and what share of all.
LEAST_ROWS, LEAST_SHARE = 3, Decimal("0.6")
#: From here on a difference of one is the rounding of numbers that do not say whether they are rounded.
LARGE = Decimal(1000)
Compute = Callable[[Sequence[Decimal]], Decimal]


def look_for_wrong_row_totals(records: Records) -> Iterator[Found]:
    """Checks:
        A column called a total holds in each row the sum of the columns that it totals. Those are the columns of the
        same name in other groups, or of the same group, and most rows have to bear it out.

    Looks at:
        Records: typed tables and data sets.

    Why:
        Totals at the side are summed by hand more often than those at the foot.

    Wrong:
        ```table
        id: cost
        columns:
          - {id: item, label: Service}
          - {id: total, label: Total, unit: GBP}
          - {id: north, label: North, unit: GBP}
          - {id: south, label: South, unit: GBP}
        ---
        | Parks | 300 | 100 | 200 |
        | Roads | 700 | 300 | 400 |
        | Baths | 500 | 250 | 350 |
        | Trees | 90 | 40 | 50 |
        ```

    Right:
        ```table
        id: cost
        columns:
          - {id: item, label: Service}
          - {id: total, label: Total, unit: GBP}
          - {id: north, label: North, unit: GBP}
          - {id: south, label: South, unit: GBP}
        ---
        | Parks | 300 | 100 | 200 |
        | Roads | 700 | 300 | 400 |
        | Baths | 600 | 250 | 350 |
        | Trees | 90 | 40 | 50 |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            if not column.is_number or column.formula or not _TOTAL.search(column.label):
                continue
            choices = list(dict.fromkeys(_parts_of(figures.columns, position)))
            if (found := best_fit(figures, position, choices, sum_of)) is not None:
                labels = " and ".join(full_label(figures.columns[part]) for part in found[0])
                yield from complain(figures, position, found[1], f"the sum of {labels}")


def _parts_of(columns: Sequence[TableColumn], total: int) -> Iterator[tuple[int, ...]]:
    """The columns that a total may be the sum of, the likeliest first."""
    column = columns[total]
    others = [n for n, other in enumerate(columns) if n != total and other.unit == column.unit]
    name = bare(_TOTAL.sub("", column.label))
    same_name = tuple(n for n in others if name and bare(columns[n].label) == name)
    plain = [n for n in others if not _TOTAL.search(columns[n].label)]
    same_group = tuple(n for n in plain if columns[n].group == column.group)
    yield from (parts for parts in (same_name, same_group, tuple(plain)) if len(parts) > 1)
    for length in range(2, LONGEST_RUN + 1):
        runs = tuple(range(total - length, total)), tuple(range(total + 1, total + 1 + length))
        yield from (run for run in runs if set(run) <= set(others))


def sum_of(values: Sequence[Decimal]) -> Decimal:
    """The sum."""
    return sum(values, Decimal(0))


def best_fit(
    figures: Figures, position: int, choices: Sequence[tuple[int, ...]], compute: Compute
) -> tuple[tuple[int, ...], Mapping[int, tuple[Figure, Decimal]]] | None:
    """The columns that most rows follow, with the rows that do not; None where it cannot be said what a column is."""
    best: tuple[int, tuple[int, ...], Mapping[int, tuple[Figure, Decimal]]] | None = None
    for parts in choices:
        right, wrong = _fit(figures, position, parts, compute)
        if _is_enough(right, wrong) and (best is None or (right, -len(wrong)) > (best[0], -len(best[2]))):
            best = right, parts, wrong
    return None if best is None else (best[1], best[2])


def broken_rows(
    figures: Figures, position: int, parts: Sequence[int], compute: Compute
) -> Mapping[int, tuple[Figure, Decimal]]:
    """The rows that do not follow, where most do; empty where all do, or it cannot be said what the column is."""
    right, wrong = _fit(figures, position, parts, compute)
    return wrong if _is_enough(right, wrong) else {}


def _is_enough(right: int, wrong: Mapping[int, tuple[Figure, Decimal]]) -> bool:
    return right >= LEAST_ROWS - 1 and right >= (right + len(wrong)) * LEAST_SHARE


def _fit(
    figures: Figures, position: int, parts: Sequence[int], compute: Compute
) -> tuple[int, dict[int, tuple[Figure, Decimal]]]:
    """How many rows follow, and those that do not."""
    wrong: dict[int, tuple[Figure, Decimal]] = {}
    right = 0
    slack = max(figures.tolerance, figures.rounding(position, len(parts) + 1))
    for number, row in enumerate(figures.lines):
        printed = row[position].number
        values = [row[part].number or Decimal(0) for part in parts]
        if printed is None or not any(values):
            continue
        expected = compute(values)
        if abs(printed - expected) <= max(slack, blur(figures, row, position, parts)):
            right += 1
        else:
            wrong[number] = (row[position], expected)
    return right, wrong


def blur(figures: Figures, row: Sequence[Figure], position: int, parts: Sequence[int]) -> Decimal:
    """By how much a number that is worked out from the parts may be off because they are rounded."""
    values = [row[part].number or Decimal(0) for part in parts]
    last_digit = int(figures.columns[position].unit != "count" and max(map(abs, values)) >= LARGE)
    return max(_slack(row, parts), Decimal(last_digit))


def _slack(row: Sequence[Figure], parts: Sequence[int]) -> Decimal:
    """What rounding of the parts may add up to, as far as their decimals tell."""
    decimals = max((len(row[part].text.partition(".")[2].strip("%* ")) for part in parts), default=0)
    return Decimal(len(parts)).scaleb(-decimals) / 2 if decimals else Decimal(0)


def complain(
    figures: Figures, position: int, broken: Mapping[int, tuple[Figure, Decimal]], what: str
) -> Iterator[Found]:
    """A finding for each of the rows that do not follow."""
    for printed, expected in broken.values():
        right = written_like(expected, printed.text)
        message = f"`{figures.columns[position].label}` is `{printed.text}`; expected {right}, {what}"
        hint = "correct the figure, or one of those that it comes from"
        yield Found(printed.place, message, hint, length=max(1, len(printed.text)), subject=figures.subject)


def bare(label: str) -> str:
    """A label in small letters, without marks."""
    return " ".join(re.findall(r"[a-z0-9/]+", label.lower()))


RULES: tuple[RecordRule, ...] = (
    record_rule("G320", "row-total-differs", WARNS, look_for_wrong_row_totals, heuristic=True),
)
