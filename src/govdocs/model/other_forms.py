"""Dates and times typed in other forms than ours, where only one reading is possible."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(day[:3] for day in _DAYS)})[a-z]*,? )?"
_MONTH = rf"(?P<month>{'|'.join(month[:3] for month in _MONTHS)})[a-z]*"
_WORDS = (
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE),
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?", re.IGNORECASE)
_NOON = 12
_EARLIEST_HOUR = 7
"""Before it, an hour without "am" or "pm" may well be one of the afternoon."""


def read_other_date(text: str) -> str:
    """The day as ``2018-06-21``; empty where it could be another one as well: 03/04/2018 has two readings."""
    words = " ".join(text.split())
    for pattern in _WORDS:
        if found := pattern.fullmatch(words):
            month = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()))
            return _written(int(found["year"]), month, int(found["day"]), found["weekday"])
    if found := _YEAR_FIRST.fullmatch(words):
        return _written(int(found[1]), int(found[3]), int(found[4]))
    if (found := _DAY_FIRST.fullmatch(words)) and (int(found[1]) > len(_MONTHS) or found[1] == found[3]):
        return _written(int(found[4]), int(found[3]), int(found[1]))
    return ""


def read_other_time(text: str) -> str:
    """The time as ``14:30``; empty where it could be another one as well: 2.30 has two readings."""
    words = " ".join(text.lower().replace("noon", "pm").split())
    found = _CLOCK.fullmatch(words)
    if found is None or not (found[2] or found[3]):
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= _NOON:
            return ""
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif hour < _EARLIEST_HOUR:
        return ""
    return f"{hour:02}:{minute:02}" if hour < 2 * _NOON and minute < 60 else ""  # noqa: PLR2004 - minutes


def _written(year: int, month: int, day: int, weekday: str | None = None) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    if weekday and not _DAYS[found.weekday()].startswith(weekday.lower()):
        return ""
    return found.isoformat()
