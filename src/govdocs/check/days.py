"""Days, months and years in a sentence, as stretches of days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from govdocs.model.values import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = (
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(name.upper() for name in MONTHS)}"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\b\.?|(?=\d{1,2}(?:st|nd|rd|th)\b))"
)
_DATE = re.compile(
    rf"(?<![\d/.£])(?:(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?)?(?P<month>{MONTH})"
    r"(?:\s*(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!\d|:\d))?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
#: Days in figures alone: 21/06/2018, 21.06.18, 1.6.2018.
_FIGURES = re.compile(
    r"(?<![\d/.£])(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])"
    r"|(?P<day2>\d\d?)\.(?P<month2>\d\d?)\.(?P<year2>20\d\d|(?<=\b\d\d\.\d\d\.)\d\d)(?![\d.]\d))"
)
#: Without one of the two there is no date.
_MONTH_LIKE = re.compile(r"Jan|Ju[nl]|Feb|Ma[ry]|Apr|Aug|Sep|Oct|Nov|Dec|JAN|JU[NL]|FEB|MA[RY]|APR|AUG|SEP|OCT|NOV|DEC")
_FIGURES_LIKE = re.compile(r"\d[/.]")
_OTHER_WORDS = {"May", "March", "Mar", "Jan", "Dec", "Sep", "Oct"}
_BEFORE_MONTH = re.compile(r"\b(?:in|by|of|from|to|until|since|last|next|early|late|mid|end)[ -]$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written; ``has_year`` is False where the year was taken to be the nearest."""

    first: date
    last: date
    text: str
    start: int
    end: int
    has_year: bool
    has_day: bool


def may_hold_dates(text: str) -> bool:
    """Whether there may be a date in a text: most hold none, and this is found out quickly."""
    return _MONTH_LIKE.search(text) is not None or _FIGURES_LIKE.search(text) is not None


@lru_cache(maxsize=8192)
def dates_in(text: str, near: date | None) -> tuple[Dated, ...]:
    """The dates of a text; one without a year is taken to be the nearest to ``near``, and left out without that."""
    if not may_hold_dates(text):
        return ()
    dated = [*_read_dates(text, near), *_read_figures(text)]
    return tuple(sorted(dated, key=lambda one: one.start))


def _read_figures(text: str) -> Iterator[Dated]:
    for match in _FIGURES.finditer(text):
        day, month, year = (match[name] or match[f"{name}2"] for name in ("day", "month", "year"))
        found = _days(int(year) + (2000 if len(year) == 2 else 0), int(month), day)  # noqa: PLR2004 (18 for 2018)
        if found is not None:
            yield Dated(*found, match[0], match.start(), match.end(), has_year=True, has_day=True)


def _read_dates(text: str, near: date | None) -> Iterator[Dated]:
    for match in _DATE.finditer(text):
        word = match["month"].rstrip(".").capitalize()
        if word in _OTHER_WORDS and not (match["day"] or match["year"] or match["after"]):
            # "May" and "March" are also words, and "in May" is a month.
            before = text[max(0, match.start() - 12) : match.start()]
            if not _BEFORE_MONTH.search(before):
                continue
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))
        year, day = match["year"], match["day"]
        if year is None and day is None and (after := match["after"]) is not None:
            year = _short_year(after, match[0], word, near)
            day = None if year else after
        elif day is None:
            day = match["after"]
        elif year is None and re.search(r"\s[1-4]\d$", match[0]):
            year = f"20{match['after']}"  # 31 August 15
        if (found := _stretch(year, month, day, near)) is not None:
            words = match[0].strip(" .") if word in MONTHS else match[0].strip()
            yield Dated(*found, words, match.start(), match.end(), year is not None, day is not None)


def impossible_in(text: str, near: date) -> Iterator[str]:
    """The days of a text that no month has: 31 June; one without a year is taken to be of the year of ``near``."""
    if not may_hold_dates(text):
        return
    for match in _DATE.finditer(text):
        # A number after the month may be a year: `Dec 40`.
        after = match["after"] if match["year"] or match["month"].capitalize() in MONTHS else None
        day = match["day"] or after
        short = match["month"].capitalize()[:3]
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(short))
        if day is not None and _days(int(match["year"] or near.year), month, day) is None:
            yield match[0]
    for match in _FIGURES.finditer(text):
        numbers = [int(match[name] or match[f"{name}2"]) for name in ("year", "month", "day")]
        is_date = len(match["year"] or match["year2"]) == 4  # noqa: PLR2004 (12/13/14 may be anything)
        if is_date and _days(numbers[0], numbers[1], str(numbers[2])) is None:
            yield match[0]


def _short_year(number: str, words: str, month: str, near: date | None) -> str | None:
    """The year that a number behind a month is: `Dec 14`; None where it is a day, as in `June 22nd` and `March 5`."""
    is_bare = len(number) == 2 and words.rstrip(" .").endswith(number)  # noqa: PLR2004 (14 for 2014)
    since = int(number) - (near.year % 100 if near else 0)
    is_likely = -2 <= since <= 3 if near and month in MONTHS else 10 <= int(number) <= 40  # noqa: PLR2004
    return f"20{number}" if is_bare and is_likely and (near or month not in MONTHS) else None


def _stretch(year: str | None, month: int, day: str | None, near: date | None) -> tuple[date, date] | None:
    if year is not None:
        return _days(int(year), month, day)
    if near is None:
        return None
    found = [days for number in (near.year - 1, near.year, near.year + 1) if (days := _days(number, month, day))]
    return min(found, key=lambda days: abs((days[0] - near).days), default=None)


def _days(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    try:
        partial = PartialDate(year, month, int(day) if day else 0)
        days = partial.first, partial.last
    except ValueError:
        return None
    return days


def months_between(first: date, last: date) -> int:
    """How many months begin in a stretch from the month of ``first`` to that of ``last``, both in it."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


#: A date without a year is only sure to be near where it is within this time.
SURE = timedelta(days=120)
