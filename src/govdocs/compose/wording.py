"""Dates, times, numbers and lists of names as a body prints them: every form comes from the body's style."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from govdocs.compose.language import CalendarWords, calendar_words
from govdocs.model.patterns import fill
from govdocs.model.style import NumberStyle, Style
from govdocs.model.values import PartialDate, Period, PeriodKind

_MINUS = "\N{MINUS SIGN}"
_NOON = 12
_APRIL = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """How one body, in one language, prints what is not text."""

    style: Style
    language: str
    calendar: CalendarWords | None = None
    words: CalendarWords = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.calendar or calendar_words(self.language))

    def full_date(self, day: dt.date) -> str:
        """With the weekday, as at the head of an agenda."""
        return self.date(day, self.style.dates.full)

    def plain_date(self, day: dt.date) -> str:
        """As in running text."""
        return self.date(day, self.style.dates.plain)

    def cover_date(self, day: dt.date) -> str:
        """As on a cover sheet."""
        return self.date(day, self.style.dates.cover)

    def month(self, day: dt.date) -> str:
        """The month and the year."""
        return self.date(day, self.style.dates.month)

    def date(self, day: dt.date, pattern: str) -> str:
        """As ``pattern`` says, in the body's case."""
        written = write_date(day, pattern, self.words)
        return written.upper() if self.style.dates.case == "upper" else written

    def partial_date(self, day: PartialDate) -> str:
        """A day, a month or a year."""
        if day.is_day:
            return self.plain_date(day.first)
        return self.month(day.first) if day.month else str(day.year)

    def months(self, days: Sequence[PartialDate]) -> str:
        """Several dates together: months of the same year share it, as in May/June 2018."""
        if len(days) > 1 and all(day.month and not day.is_day and day.year == days[0].year for day in days):
            names = "/".join(self.words.months[day.month - 1] for day in days[:-1])
            return f"{names}/{self.partial_date(days[-1])}"
        return ", ".join(self.partial_date(day) for day in days)

    def time(self, moment: dt.time) -> str:
        """A time of day."""
        return write_time(moment, self.style.times.time, self.words)

    def times(self, start: dt.time, end: dt.time) -> str:
        """From a time to a time."""
        return fill(self.style.times.range, {"start": self.time(start), "end": self.time(end)})

    def period(self, period: Period) -> str:
        """A financial year, a quarter, a month or a run of them."""
        april = period.first.year if period.first.month >= _APRIL else period.first.year - 1
        facts = {"yyyy": str(april), "yy": f"{(april + 1) % 100:02}", "yyyy2": str(april + 1)}
        match period.kind:
            case PeriodKind.YEAR:
                return fill(self.style.periods.year, facts)
            case PeriodKind.QUARTER:
                return fill(
                    self.style.periods.quarter, {**facts, "q": str((period.first.month - _APRIL) % 12 // 3 + 1)}
                )
            case PeriodKind.MONTH:
                return self.month(period.first)
            case PeriodKind.DAY:
                return self.plain_date(period.first)
            case PeriodKind.CALENDAR_YEAR:
                return str(period.first.year)
            case PeriodKind.RANGE:
                ends = (self.month(period.first), self.month(period.last))
                return fill(self.style.times.range, {"start": ends[0], "end": ends[1]})

    def number(self, value: Decimal | Fraction | int, places: int | None = None) -> str:
        """A number in the body's notation."""
        return write_amount(value, self.style.numbers, places)

    def amount(self, value: Decimal | int, unit: str) -> str:
        """A number with its unit, as in running text: ``£48,608``, ``59%``."""
        digits = self.number(abs(Decimal(value)))
        minus = "" if value >= 0 else _MINUS
        money = self.style.money
        match unit:
            case "GBP":
                return f"{minus}{money.symbol}{digits}"
            case "GBP-thousand":
                return f"{minus}{money.symbol}{digits}{money.thousand}"
            case "GBP-million":
                return f"{minus}{money.symbol}{digits}{money.million}"
            case "percent":
                return f"{minus}{digits}%"
            case _:
                return f"{minus}{digits}"

    def names(self, names: Sequence[str]) -> str:
        """Several names in a sentence."""
        return join_words(names, self.style.lists.joiner, self.style.lists.last)


# --- Dates and times ------------------------------------------------------------------------------------------------


def write_date(day: dt.date, pattern: str, words: CalendarWords) -> str:
    """``day`` as ``pattern`` says: ``{weekday} {day} {month} {year}``."""
    month, weekday = words.months[day.month - 1], words.weekdays[day.weekday()]
    return fill(
        pattern,
        {
            "weekday": weekday,
            "weekday3": weekday[:3],
            "day": str(day.day),
            "day2": f"{day.day:02}",
            "ordinal": words.ordinals.get(day.day, words.ordinal),
            "month": month,
            "month3": month[:3],
            "month2": f"{day.month:02}",
            "year": str(day.year),
            "year2": f"{day.year % 100:02}",
        },
    )


def write_time(moment: dt.time, pattern: str, words: CalendarWords) -> str:
    """``moment`` as ``pattern`` says: ``{hour12}:{minute}{ampm}``."""
    return fill(
        pattern,
        {
            "hour12": str(moment.hour % 12 or 12),
            "hour24": str(moment.hour),
            "hour": f"{moment.hour:02}",
            "minute": f"{moment.minute:02}",
            "ampm": words.am if moment.hour < _NOON else words.pm,
        },
    )


# --- Numbers --------------------------------------------------------------------------------------------------------


def write_amount(value: Decimal | Fraction | int, style: NumberStyle, places: int | None = None) -> str:
    """A number with its thousands grouped.

    ``places`` is how many decimals are printed (halves are rounded up, as people do); None prints those that there
    are. The style's word for zero stands for a value of nothing, not for one that rounding makes nothing: that stays
    ``0`` or ``0.0``, so that a small number is never shown as none.
    """
    thousands = "" if style.thousands == "none" else style.thousands
    if value == 0 and (places in {None, 0} or style.zero != "0"):
        return style.zero
    number = Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else Decimal(value)
    digits = _grouped(abs(number), places, thousands, style.decimal)
    if number >= 0 or not re.search("[1-9]", digits):
        return digits
    return f"({digits})" if style.negative == "brackets" else f"{_MINUS}{digits}"


def _grouped(number: Decimal, places: int | None, thousands: str, point: str) -> str:
    """The digits of a number that is not negative."""
    if places is not None and number.adjusted() + places < 28:  # noqa: PLR2004 -- a Decimal's usual precision
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{number:f}".partition(".")
    groups = [whole[max(end - 3, 0) : end] for end in range(len(whole), 0, -3)]
    return thousands.join(reversed(groups)) + (f"{point}{rest}" if rest else "")


# --- Lists ----------------------------------------------------------------------------------------------------------


def join_words(words: Sequence[str], joiner: str = ", ", last: str | None = None) -> str:
    """``a, b and c``: ``joiner`` between, ``last`` before the last; without ``last`` the same everywhere."""
    if len(words) < 2:  # noqa: PLR2004 -- one word is no list
        return "".join(words)
    return joiner.join(words[:-1]) + (joiner if last is None else last) + words[-1]


def slug_words(words: str) -> str:
    """Words as an anchor or a file's name can hold them."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
