"""Values that a record holds and that Python has no word for."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Nothing(StrEnum):
    """Why there is no value, as somebody said it; a key that is not there at all says that the form lacks it."""

    BLANK = "blank"
    NONE = "none"
    NOT_APPLICABLE = "n/a"
    UNKNOWN = "unknown"


class NotStated(StrEnum):
    """A rule that the body's own rules do not contain."""

    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year; ``month`` and ``day`` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """As typed: ``2018``, ``2018-06`` or ``2018-06-21``."""
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)))

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.day > 0


class PeriodKind(StrEnum):
    """What a period is, which decides how it is printed."""

    YEAR = "year"  # a financial year, 2018/19
    QUARTER = "quarter"  # 2018-Q1
    MONTH = "month"  # 2018-06
    DAY = "day"  # 2018-06-21
    CALENDAR_YEAR = "calendar-year"  # 2018
    RANGE = "range"  # 2018-06..2018-08


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends in it; ``text`` is what was typed.

    A financial year begins on 1 April; the quarter ``2018-Q1`` is the first of the financial year that begins in 2018.
    """

    text: str
    kind: PeriodKind
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return self.first <= day <= self.last


def financial_year(start: int, text: str) -> Period:
    """The financial year that begins in April of the year ``start``."""
    return Period(text, PeriodKind.YEAR, date(start, 4, 1), date(start + 1, 3, 31))


def financial_quarter(start: int, quarter: int, text: str) -> Period:
    """A quarter, 1 to 4, of the financial year that begins in April of the year ``start``."""
    month = 3 * quarter + 1
    year, month = (start, month) if month <= 12 else (start + 1, month - 12)  # noqa: PLR2004 (months of a year)
    return Period(text, PeriodKind.QUARTER, date(year, month, 1), _end_of_quarter(year, month))


def _end_of_quarter(year: int, month: int) -> date:
    after = date(year + (month > 9), (month + 2) % 12 + 1, 1)  # noqa: PLR2004 (the last quarter runs into the next year)
    return after - timedelta(days=1)
