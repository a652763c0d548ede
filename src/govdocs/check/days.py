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
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATE = re.compile(
    rf"(?<![\d/.£])(?:(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?)?(?P<month>{MONTH})"
    r"(?:\s*(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?![\d:]))?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
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


@lru_cache(maxsize=4096)
def dates_in(text: str, near: date | None) -> tuple[Dated, ...]:
    """The dates of a text; one without a year is taken to be the nearest to ``near``, and left out without that."""
    return tuple(_read_dates(text, near))


def _read_dates(text: str, near: date | None) -> Iterator[Dated]:
    for match in _DATE.finditer(text):
        word = match["month"].rstrip(".")
        if word in _OTHER_WORDS and not (match["day"] or match["year"] or match["after"]):
            # "May" and "March" are also words, and "in May" is a month.
            before = text[max(0, match.start() - 12) : match.start()]
            if not _BEFORE_MONTH.search(before):
                continue
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))
        year, day = match["year"], match["day"]
        if year is None and day is None and match["after"] and len(match["after"]) == 2:  # noqa: PLR2004 (`Dec 14` is a year)
            year = f"20{match['after']}" if 10 <= int(match["after"]) <= 40 and len(word) < 5 else None  # noqa: PLR2004
            day = None if year else match["after"]
        elif day is None:
            day = match["after"]
        if (found := _stretch(year, month, day, near)) is not None:
            words = match[0].strip(" .") if word in MONTHS else match[0].strip()
            yield Dated(*found, words, match.start(), match.end(), year is not None, day is not None)


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
