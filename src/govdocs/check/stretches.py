"""Rules about stretches of time: how long they are said to be, and where they end: codes G409, G410, G412 and G423."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from govdocs.check.dated_texts import DatedText, TextKind
from govdocs.check.days import Dated, dates_in, months_between
from govdocs.check.quantities import WORDS, whole_number
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import sentences_of

_TO = re.compile(
    r"^\s*(?:to|until|till|and|–|-|through to)\s*(?:the (?:end of\s*)?)?(?:\w+day,?\s+(?:the\s+)?)?$", re.IGNORECASE
)
_BEGINS = re.compile(
    r"\b(?:from|between|period|(?:begins?|began|starts?|started|opens?|opened|commences?|commenced|runs?|ran)(?: from)?"
    r"(?: on| in)?)\s+(?:the\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
#: The other end, with a verb of its own: "begins on 14 March and ends on".
_AND_ENDS = re.compile(
    r"^[\s,]*(?:and|but)\s+(?:will\s+|is to\s+|are to\s+)?(?:ends?|ended|closes?|closed|finish(?:es|ed)?|expires?|runs?"
    r"|lasts?)\s+(?:on|in|until|to)\s+(?:the\s+)?(?:end of\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(WORDS[1:])})[ -](?P<unit>month|year|week|day)s?\b", re.IGNORECASE
)
_YEAR_PAIR = re.compile(r"(?<![\d/.–-])(?P<first>(?:19|20)\d\d)\s?/\s?(?P<last>(?:19|20)?\d\d)(?![\d/.–-]\d|\d)")

_YEAR_SHORT = re.compile(r"(?<![\d/.–-])(?P<first>(?:19|20)\d\d)/(?P<last>\d)(?![\d/.–-]\d|\d)")
#: So many years are a plan's; more, and a year was mistyped.
_MOST_YEARS = 5
#: What runs for more years than one.
_OF_SEVERAL_YEARS = re.compile(
    r"\b(?:plans?|strateg\w+|programmes?|frameworks?|periods?|contracts?|leases?|terms?|between|from|over|since)\b",
    re.IGNORECASE,
)
#: A forecast, and the year that it is for.
_FORECAST = re.compile(
    r"\bforecast(?:s|ed)?\b(?! (?:in|at|by|last)\b)[^.;:]{0,40}?\b(?:for|in) "
    r"(?P<first>20\d\d)[/–-](?P<last>(?:20)?\d\d)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:had been|was|were|compared|against|than|original\w*|previous\w*|actual\w*|earlier|prior)\b", re.IGNORECASE
)
#: By this day the figures of the year before are known.
_BOOKS_CLOSED = (7, 31)
#: How many characters before its dates a length may stand: "a three-year contract with … for … from".
FAR = 130


def look_for_wrong_period_lengths(records: Records) -> Iterator[Found]:
    """Checks:
        A length of time agrees with the months that it is said to run from and to: "6 months from July 2025 to December
        2025". Both ends may be counted or one.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Funding is worked out from the number of months.

    Wrong:
        The pilot ran for 8 months from July 2025 to December 2025.

    Right:
        The pilot ran for 6 months from July 2025 to December 2025.
    """
    for text, sentence, offset in _sentences(records):
        for first, last in pairwise(dates_in(sentence, text.day)):
            if not _TO.match(sentence[first.end : last.start]) or last.first < first.first:
                continue
            near = _length_near(sentence, first, last)
            if near is None:
                continue
            number, unit = whole_number(near["number"]) or 0, near["unit"].lower()
            if number not in _lengths(first, last)[unit]:
                is_short = unit in ("week", "day")
                right = min(_lengths(first, last)[unit]) if is_short else months_between(first.first, last.last)
                said = f"{right} {unit if is_short else 'month'}s"
                message = f"`{near[0]}` from {first.text} to {last.text}; expected {said}"
                place = text.at(offset + near.start())
                yield Found(place, message, "correct the length or a date", length=len(near[0]))


def _length_near(sentence: str, first: Dated, last: Dated) -> re.Match[str] | None:
    """The length that is said of a stretch of time, before it or in brackets behind it."""
    before = _LENGTH.search(sentence, max(0, first.start - FAR), first.start)
    if before and not re.search(r"[.;]|\bper\b|\bevery\b|\beach\b", sentence[before.end() : first.start]):
        return before
    after = _LENGTH.search(sentence, last.end, last.end + 40)
    between = sentence[last.end : after.start()] if after else ""
    return after if after and re.fullmatch(r"\W*\((?:i\.?e\.?,? |a (?:period|total) of )?", between) else None


def _lengths(first: Dated, last: Dated) -> dict[str, set[int]]:
    """The numbers of months, years, weeks and days that a stretch may be said to have, both ends counted or one."""
    months, days = months_between(first.first, last.last), (last.last - first.first).days
    from_day_to_day = first.has_day and last.has_day
    return {
        "month": _months_of_days(first.first, last.last) if from_day_to_day else {months, months - 1},
        "year": {months // 12, (months + 11) // 12, (months - 1) // 12},
        "week": {days // 7, (last.first - first.first).days // 7 + 1, (days + 1) // 7},
        "day": {days, days + 1} if first.has_day and last.has_day else set(range(days + 2)),
    }


def _months_of_days(first: date, last: date) -> set[int]:
    """The numbers of months from a day to a day: 12 from 1 April to 31 March, and 11 or 12 to 20 March."""
    after = last + timedelta(days=1)
    whole = (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)
    return {whole} if after.day == first.day else {whole, whole + 1}


def look_for_ends_before_beginnings(records: Records) -> Iterator[Found]:
    """Checks:
        A stretch of time in the prose ("from May to March 2026") does not end before it begins.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        One of the two is a slip, and nobody can say which.

    Wrong:
        The scheme runs from 1 April 2027 to 31 March 2026.

    Right:
        The scheme runs from 1 April 2026 to 31 March 2027.
    """
    for text, sentence, offset in _sentences(records):
        for first, last in pairwise(dates_in(sentence, text.day)):
            between = sentence[first.end : last.start]
            # "from 14 April to 1 April": days of one month, of which the first needs no year.
            is_one_month = (
                first.has_day and last.has_day and not first.has_year and first.first.month == last.first.month
            )
            if is_one_month and first.first.day > last.first.day and _TO.match(between):
                if _BEGINS.search(sentence[: first.start]) and not re.search(r"\band\b", between):
                    message = f"`{last.text}` is before `{first.text}`; expected the end after the beginning"
                    yield Found(text.at(offset + last.start), message, "correct one of the two", length=len(last.text))
                continue
            if last.last >= first.first or not last.has_year or not (_TO.match(between) or _AND_ENDS.match(between)):
                continue
            begins = _BEGINS.search(sentence[: first.start])
            if first.has_year and (begins or re.fullmatch(r"\s*[–-]\s*", between)):
                message = f"`{last.text}` is before `{first.text}`; expected the end after the beginning"
                place = text.at(offset + last.start)
                yield Found(place, message, "correct one of the two", length=len(last.text))


def look_for_odd_years(records: Records) -> Iterator[Found]:
    """Checks:
        A year that runs over the turn of the calendar year names two years that follow each other: 2018/19. A plan
        for several years (2017/2020) ends after it begins. The second year has two digits, or four. Near the meeting's
        own year, and away from plans and contracts, two years that lie far apart (2012/21) are one year mistyped.

    Looks at:
        Prose, cells of tables, titles and other words of records.

    Why:
        Nobody knows which year's money 2018/18 is.

    Wrong:
        The savings of 2018/18 were carried over.

    Right:
        The savings of 2018/19 were carried over, as the plan for 2017/2020 foresaw.
    """
    for text in records.texts_with_figures:
        for match in _YEAR_SHORT.finditer(text.words):
            first = int(match["first"])
            if (first + 1) % 10 == int(match["last"]):
                message = f"the year `{match[0]}` is a digit short; expected `{first}/{(first + 1) % 100:02}`"
                yield Found(
                    text.at(match.start()), message, "write the second year in two digits", length=len(match[0])
                )
        for match in _YEAR_PAIR.finditer(text.words):
            first, last = int(match["first"]), int(match["last"])
            last += first // 100 * 100 if last < 100 else 0  # noqa: PLR2004 (19 for 2019)
            if last <= first and not (first % 100 == 99 and last % 100 == 0):  # noqa: PLR2004 (1999/00)
                message = (
                    f"`{match[0]}` ends before it begins; expected `{first}/{(first + 1) % 100:02}`, or another year"
                )
                yield Found(text.at(match.start()), message, "correct one of the two years", length=len(match[0]))
            elif _is_one_year(text, match, first, last):
                message = (
                    f"`{match[0]}` is {last - first} years; expected `{last - 1}/{last % 100:02}`, or another year"
                )
                yield Found(text.at(match.start()), message, "correct one of the two years", length=len(match[0]))


def _is_one_year(text: DatedText, match: re.Match[str], first: int, last: int) -> bool:
    """Whether two years far apart are meant for one: the second is the meeting's, and no plan is spoken of."""
    is_short = len(match["last"]) == 2  # noqa: PLR2004 (2012/2021 are two years)
    is_near = text.day is not None and abs(last - text.day.year) <= 1
    return is_short and is_near and last - first > _MOST_YEARS and not _OF_SEVERAL_YEARS.search(text.words)


def look_for_forecasts_of_years_gone(records: Records) -> Iterator[Found]:
    """Checks:
        What is forecast for a financial year is forecast before that year's books are closed, in the summer after it.

    Looks at:
        Prose of papers and minutes.

    Why:
        In a report that was made from last year's, a year that was not changed stands beside this year's figure.

    Example:
        A cabinet noted in November 2018, under a title for 2018/19, the forecast outturn for 2017/18.

    Wrong:
        The forecast outturn for 2024/25 is an overspend of £3.9m.

    Right:
        The forecast outturn for 2026/27 is an overspend of £3.9m. For 2024/25 an underspend had been forecast.
    """
    for text, sentence, offset in _sentences(records):
        for match in _FORECAST.finditer(sentence):
            over = date(int(match["first"]) + 1, *_BOOKS_CLOSED)
            if text.day is not None and text.day > over and not _LOOKS_BACK.search(sentence):
                said = f"{match['first']}/{int(match['last']) % 100:02}"
                message = (
                    f"a forecast for {said} is told at the meeting on {text.day}; expected a year that is not over"
                )
                place = text.at(offset + match.start("first"))
                length = match.end() - match.start("first")
                yield Found(place, message, "correct the year, or say `outturn`", length=length)


def _sentences(records: Records) -> Iterator[tuple[DatedText, str, int]]:
    for text in records.texts_with_dates:
        if text.kind is not TextKind.VALUE:
            for offset, sentence in sentences_of(text.words):
                yield text, sentence, offset


RULES: tuple[RecordRule, ...] = (
    record_rule("G409", "period-length-differs", WARNS, look_for_wrong_period_lengths, heuristic=True),
    record_rule("G410", "period-ends-before-start", WARNS, look_for_ends_before_beginnings, heuristic=True),
    record_rule("G412", "year-pair-wrong", WARNS, look_for_odd_years, heuristic=True),
    record_rule("G423", "forecast-of-a-year-gone", WARNS, look_for_forecasts_of_years_gone, heuristic=True),
)
