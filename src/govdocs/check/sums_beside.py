"""Rules about sums that stand in a column of their own, beside what they add up: code G377."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, Row, written_like
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.sum_rows import differs_in_a_digit
from govdocs.model.tables import RowMark

LEAST_PARTS, LEAST_SUMS = 2, 2
#: By how much a sum with a total's name may be off and still be meant as the sum of what stands beside it.
NEAR = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Sum:
    """A number in the column of sums, and what was found beside it since the sum before."""

    row: Row
    cell: Figure
    printed: Decimal
    added: Decimal
    parts: int


def look_for_wrong_sums_beside(records: Records) -> Iterator[Found]:
    """Checks:
        Where the sums of a table stand in a column of their own, to the right of what they add up, each is the sum of
        the numbers beside it since the one before, if others are, and if it is called a total or several others are.

    Looks at:
        Records: typed tables.

    Why:
        In accounts set out like this nobody sees at a glance what adds up to what.

    Wrong:
        | Fund | Scheme | Saving £ | |
        |---|---|---|---|
        | Care | Falls | 58,500 | |
        | | Access | 169,000 | |
        | | Night cover | 195,000 | |
        | | Care total | | 422,500 |
        | Health | Breathing | 400,000 | |
        | | Hearts | 133,700 | |
        | | Health total | | 553,700 |

    Right:
        | Fund | Scheme | Saving £ | |
        |---|---|---|---|
        | Care | Falls | 58,500 | |
        | | Access | 169,000 | |
        | | Night cover | 195,000 | |
        | | Care total | | 422,500 |
        | Health | Breathing | 400,000 | |
        | | Hearts | 133,700 | |
        | | Health total | | 533,700 |
    """
    for figures in records.figures:
        for position in range(1, len(figures.columns) - 1 if figures.is_typed else 0):
            sums = list(_sums(figures, position))
            right = sum(one.printed == one.added for one in sums)
            for one in sums:
                is_total = one.row.is_sum and abs(one.printed - one.added) <= abs(one.added) * NEAR
                is_slip = differs_in_a_digit(one.printed, one.added)
                is_meant = right >= LEAST_SUMS or (is_total and (right or is_slip))
                if one.printed != one.added and is_meant:
                    expected = written_like(one.added, one.cell.text)
                    message = f"`{one.cell.text}` of `{one.row.label}` adds up {one.parts} numbers beside it; "
                    message += f"expected {expected}"
                    hint = "correct the sum or a row"
                    yield Found(
                        one.cell.place, message, hint, length=max(1, len(one.cell.text)), subject=figures.subject
                    )


def _sums(figures: Figures, position: int) -> Iterator[Sum]:
    """The numbers right of a column in rows that are empty in it, with the sum of the column since the one before.

    A column of which any row has numbers in both places is one of figures, not of sums.
    """
    rows = [row for row in figures.all_rows if row.mark is not RowMark.BAND and len(row.cells) > position + 1]
    if any(row.cells[position].number is not None and row.cells[position + 1].number is not None for row in rows):
        return
    added, parts = Decimal(0), 0
    for row in rows:
        here, beside = row.cells[position], row.cells[position + 1]
        if here.number is not None:
            added, parts = added + here.number, parts + 1
        elif beside.number is not None:
            if parts >= LEAST_PARTS:
                yield Sum(row, beside, beside.number, added, parts)
            added, parts = Decimal(0), 0


RULES: tuple[RecordRule, ...] = (
    record_rule("G377", "sum-beside-differs", WARNS, look_for_wrong_sums_beside, heuristic=True),
)
