"""Rules about days and times: codes G401 to G403, and G413."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govdocs.check.days import MONTH, MONTHS, SURE, WEEKDAYS, Dated, dates_in, impossible_in
from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import is_near
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import AdjournmentBlock
from govdocs.model.people import Post
from govdocs.model.registers import Interest
from govdocs.model.seats import Appointment, Rotation
from govdocs.model.values import PartialDate

_DAY_NAMES = "|".join(name.upper() for name in WEEKDAYS)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|{_DAY_NAMES}|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?"
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?$")
_WEEKDAY_AFTER = re.compile(rf"\s*\(\s*{_WEEKDAY}\s*\)")
_WEEK = re.compile(r"\b(?:week (?:commencing|beginning|starting)|w/c|w\.c\.)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
#: A date without a year is taken to be within so many days of its document's meeting.
NEAR = timedelta(days=183)
SUNDAY = 6


def look_for_wrong_weekdays(records: Records) -> Iterator[Found]:
    """Checks:
        A weekday in the prose is that of the date behind it. A date without a year is taken to be the one nearest to
        the meeting.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        "Friday 15 May" in a year in which that is a Thursday sends half of the people on the wrong day.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The workshop is on Friday 21 May 2026.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The workshop is on Thursday 21 May 2026.
    """
    for text in records.texts_with_figures:
        for dated in dates_in(text.words, text.day):
            if not dated.has_day or (not dated.has_year and abs(dated.first - (text.day or dated.first)) > NEAR):
                continue
            named = _weekday_before(text.words, dated) or _weekday_after(text.words, dated)
            if named is not None and not dated.has_year and named[0] == _a_year_before(dated, text.day):
                continue  # "Tuesday 4 November", in May: that of last year
            if named is not None and named[0] != dated.first.weekday():
                words, right = text.words[named[1] : named[2]], WEEKDAYS[dated.first.weekday()]
                message = f"`{words}` is not a {WEEKDAYS[named[0]]}; expected {right} in {dated.first.year}"
                yield Found(text.at(named[1]), message, "correct the weekday or the date", length=len(words))
            elif (
                named is None
                and (week := _WEEK.search(text.words[: dated.start]))
                and 0 < dated.first.weekday() < SUNDAY
            ):
                message = f"`{dated.text}` begins no week, it is a {WEEKDAYS[dated.first.weekday()]}; expected a Monday"
                place, length = text.at(week.start()), dated.end - week.start()
                yield Found(place, message, "correct the date", length=length)


def _a_year_before(dated: Dated, day: date | None) -> int | None:
    """The weekday of a far date without a year in the year that is not the nearest; None where the year is certain."""
    if day is None or abs(dated.first - day) <= SURE:
        return None
    try:
        return dated.first.replace(year=dated.first.year + (1 if dated.first < day else -1)).weekday()
    except ValueError:  # 29 February
        return None


def _weekday_before(text: str, dated: Dated) -> tuple[int, int, int] | None:
    """The number of the weekday that is named before a date, and where weekday and date begin and end."""
    match = _WEEKDAY_BEFORE.search(text[: dated.start])
    return (_weekday(match["weekday"]), match.start(), dated.end) if match else None


def _weekday_after(text: str, dated: Dated) -> tuple[int, int, int] | None:
    match = _WEEKDAY_AFTER.match(text, dated.end)
    return (_weekday(match["weekday"]), dated.start, match.end()) if match else None


def _weekday(word: str) -> int:
    return next(number for number, name in enumerate(WEEKDAYS) if name.lower().startswith(word[:3].lower()))


_NO_DAY = re.compile(r"\W*(?:3[2-9]|[4-9]\d)\s+of\b")


def look_for_impossible_dates(records: Records) -> Iterator[Found]:
    """Checks:
        A day in the prose is one that the month has.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        There is no 31 June; whoever reads it has to guess.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The workshop is on Wednesday 31 June 2026.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        The workshop is on Tuesday 30 June 2026.
    """
    for text in records.texts_with_figures:
        for match in impossible_in(text.words, text.day or records.today):
            if _NO_DAY.match(match):
                continue  # "the 66 of December" are 66 of something
            message = f"`{match.strip(' .')}` is no day of the calendar; expected a day that the month has"
            place = text.at(text.words.index(match))
            yield Found(place, message, "correct the date", length=len(match.strip(" .")))


#: A day of a month, or a weekday before one, with a word where month or weekday should be.
_DAY_OF = re.compile(
    r"\b\d{1,2}(?P<ordinal>st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[A-Z][a-z]{3,10}|[A-Z]{4,11})\b"
    r"(?P<year>,?\s+(?:19|20)\d\d\b)?(?!\s+[A-Z])"
)
_BEFORE_A_DAY = re.compile(
    rf"\b(?P<weekday>[A-Z][a-z]{{3,9}}|[A-Z]{{4,10}}),?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}"
)


def look_for_misspelt_dates(records: Records) -> Iterator[Found]:
    """Checks:
        The month of a date, and the weekday before one, are spelt as the calendar spells them.

    Looks at:
        Prose, cells of tables, titles and other words.

    Why:
        A date that is misspelt is not found by a search, and no other rule can read it.

    Wrong:
        The workshop was held on 21st Januarty 2026.

    Right:
        The workshop was held on 21st January 2026.
    """
    for text in records.texts_with_figures:
        found = [(match, "month") for match in _DAY_OF.finditer(text.words) if match["ordinal"] or match["year"]]
        found += [(match, "weekday") for match in _BEFORE_A_DAY.finditer(text.words)]
        for match, kind in found:
            names = MONTHS if kind == "month" else WEEKDAYS
            word = match[kind].capitalize()
            right = next((name for name in names if is_near(word, name)), "")
            if right and word not in names:
                message = f"`{match[kind]}` is no {kind}; expected {right}"
                yield Found(text.at(match.start(kind)), message, f"write `{right}`", length=len(word))


def look_for_ends_before_starts(records: Records) -> Iterator[Found]:
    """Checks:
        A meeting and its sittings, as planned and as minuted, an adjournment, and an appointment, a post, an interest
        or a turn in the chair, end after they begin.

    Looks at:
        Records: meetings, minutes, appointments, posts, interests, turns in the chair.

    Why:
        A meeting that ends before it starts has a wrong time in it, and which one nobody can tell later.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        start: 14:00
        end: 12:00
        agenda: []

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        start: 10:00
        end: 12:00
        agenda: []
    """
    yield from _times(records.library)
    for held in _terms_of_office(records.library):
        begins, ends = held.from_, held.to
        if isinstance(begins, PartialDate) and isinstance(ends, PartialDate) and ends.last < begins.first:
            message = f"this ends in {ends}; expected a date after its beginning, {begins}"
            yield Found(held.place("to"), message, "correct one of the two dates")


def _times(library: Library) -> Iterator[Found]:
    """Meetings, sittings and adjournments that end before they begin."""
    for meeting in library.meetings.values():
        if meeting.end is not None and meeting.end <= meeting.start and not meeting.sittings:
            message = f"the meeting ends at {meeting.end:%H:%M}; expected a time after its start, {meeting.start:%H:%M}"
            start = (Related(meeting.place("start"), "the start"),)
            yield Found(meeting.place("end"), message, "correct one of the two", start, 5, "field end")
    for minutes in library.minutes.values():
        header = minutes.header
        if header.ended is not None and header.ended <= header.started:
            message = f"the meeting ended at {header.ended:%H:%M}; expected a time after {header.started:%H:%M}"
            start = (Related(header.place("started"), "the start"),)
            yield Found(header.place("ended"), message, "correct one of the two", start, 5, "field ended")
        for _, block in minutes.blocks(AdjournmentBlock):
            if block.date is None and block.to is not None and block.to <= block.from_:
                message = (
                    f"the meeting went on at {block.to:%H:%M}; expected a time after it stopped, {block.from_:%H:%M}"
                )
                yield Found(block.place("to"), message, "correct one of the two, or add `date`", length=5)
    for sitting in (sitting for meeting in library.meetings.values() for sitting in meeting.sittings):
        if sitting.end is not None and sitting.end <= sitting.start:
            message = f"the sitting ends at {sitting.end:%H:%M}; expected a time after its start, {sitting.start:%H:%M}"
            yield Found(sitting.place("end"), message, "correct one of the two", length=5)


def _terms_of_office(library: Library) -> Iterator[Appointment | Rotation | Post | Interest]:
    """All that is held from a day to a day."""
    for body in library.bodies.values():
        yield from (one for seat in body.seats for one in seat.appointments)
        yield from (one for office in body.offices for one in office.appointments)
        yield from body.chair_rotation
    for person in library.people.values():
        yield from person.posts
    yield from library.interests.values()


RULES: tuple[RecordRule, ...] = (
    record_rule("G401", "weekday-wrong", WARNS, look_for_wrong_weekdays, heuristic=True),
    record_rule("G402", "date-impossible", WARNS, look_for_impossible_dates, heuristic=True),
    record_rule("G403", "end-before-start", FAILS, look_for_ends_before_starts),
    record_rule("G413", "date-misspelt", WARNS, look_for_misspelt_dates, heuristic=True),
)
