"""The ways in which a row of a table can add up rows above it: those since the last sum, all sums, and so on."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from govdocs.check.figures import Row
from govdocs.model.tables import RowMark

#: The numbers of one column above a sum: what they are, and the numbers.
Above = Sequence[tuple[Row, Decimal]]
Way = Callable[[Above], Decimal | None]
LEAST_PARTS = 2
_OPENING = re.compile(
    r"\bopening|\bbrought forward|\bb/f\b|^balances? (?:at|on|as at|from)\b|\bat start", re.IGNORECASE
)
_OUT = re.compile(
    r"^\W*(?:less|deduct|minus)\b|\bpayments?\b|\bexpenditure|\bspen[dt]\b|\bwithdraw|\bpaid\b|\bout\b|\bcosts\b",
    re.IGNORECASE,
)


def since_the_last_sum(above: Above) -> Decimal | None:
    """The rows since the last heading or sum."""
    return _sum_of(_since(above, lambda row: row.is_sum))


def _since_the_last_sum_over_headings(above: Above) -> Decimal | None:
    """The rows since the last sum, whatever headings stand among them."""
    sums = [n for n, (row, _) in enumerate(above) if row.is_sum]
    rest = above[sums[-1] + 1 :] if sums else above
    return _sum_of([value for row, value in rest if row.mark is RowMark.BODY])


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


def of_what_came_and_went(above: Above) -> Decimal | None:
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
    since_the_last_sum,
    _of_all_parts,
    _of_sums,
    _of_sums_and_the_rest,
    _from_the_last_sum_on,
    _difference_of_sums,
    _other_difference_of_sums,
    of_what_came_and_went,
    _since_the_last_like_sum,
    _of_likes,
    _from_the_last_like_sum_on,
    _rest_taken_from_the_first,
    _rest_taken_from_the_last_sum,
    _difference_of_likes,
    _of_all_rows,
    _since_the_last_sum_over_headings,
)
