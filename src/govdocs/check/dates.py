"""Rules about days and times: codes G401 to G419."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govdocs.check.rule import FAILS, STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.seats import Appointment, Notice
from govdocs.model.values import PartialDate

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)})(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(
    rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+(?P<month>{'|'.join(MONTHS)})\b(?:,?\s+(?P<year>\d{{4}}))?"
)
#: A date without a year is taken to be within so many days of its document's meeting.
NEAR = timedelta(days=183)
SATURDAY = 5


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
    for writing in records.writings:
        for line in writing.paragraphs:
            for match in _DATED.finditer(line.text):
                day = _day_meant(match, writing.day)
                if day is not None and WEEKDAYS[day.weekday()].lower() != match["weekday"].lower():
                    message = (
                        f"`{match[0]}` is not a {match['weekday']}; expected {WEEKDAYS[day.weekday()]} in {day.year}"
                    )
                    yield Found(
                        line.at(match.start()), message, "correct the weekday or the date", length=len(match[0])
                    )


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
    for writing in records.writings:
        for line in writing.paragraphs:
            for match in _ANY_DAY.finditer(line.text):
                year = int(match["year"] or (writing.day or records.today).year)
                if _make_day(year, match) is None:
                    message = f"`{match[0]}` is no day of the calendar; expected a day that {match['month']} has"
                    yield Found(line.at(match.start()), message, "correct the date", length=len(match[0]))


def look_for_ends_before_starts(records: Records) -> Iterator[Found]:
    """Checks:
        A meeting, as planned and as minuted, and an appointment or a turn in the chair, end after they begin.

    Looks at:
        Records: meetings, minutes, appointments.

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
    for meeting in records.library.meetings.values():
        if meeting.end is not None and meeting.end <= meeting.start and not meeting.sittings:
            message = f"the meeting ends at {meeting.end:%H:%M}; expected a time after its start, {meeting.start:%H:%M}"
            start = (Related(meeting.place("start"), "the start"),)
            yield Found(meeting.place("end"), message, "correct one of the two", start, 5, "field end")
    for minutes in records.library.minutes.values():
        header = minutes.header
        if header.ended is not None and header.ended <= header.started:
            message = f"the meeting ended at {header.ended:%H:%M}; expected a time after {header.started:%H:%M}"
            start = (Related(header.place("started"), "the start"),)
            yield Found(header.place("ended"), message, "correct one of the two", start, 5, "field ended")
    for appointment in _appointments(records):
        begins, ends = appointment.from_, appointment.to
        if isinstance(begins, PartialDate) and isinstance(ends, PartialDate) and ends.last < begins.first:
            message = f"this ends in {ends}; expected a date after its beginning, {begins}"
            yield Found(appointment.place("to"), message, "correct one of the two dates")


def look_for_short_notice(records: Records) -> Iterator[Found]:
    """Checks:
        Agenda and papers went out as many days before the meeting as the body's rules on notice ask for. Clear days
        count neither the day of sending nor that of the meeting; working days leave out weekends and the holidays of
        `govdocs.yaml`.

    Looks at:
        Records: `circulated` of a meeting, `notice` of its body.

    Why:
        A meeting called at too short notice can be declared void, and its decisions with it.

    Wrong:
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 3, days: clear}]
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-05-12

    Right:
        # records/bodies/board.yaml
        notice: [{of: agenda, at_least: 3, days: clear}]
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-05-10
    """
    holidays = frozenset(records.library.settings.holidays)
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is None or meeting.circulated is None:
            continue
        for notice in body.notice:
            if notice.of not in ("agenda", "papers") or notice.at_least is None:
                continue
            given = count_notice(meeting.circulated, meeting.date, notice, holidays)
            if given < notice.at_least:
                message = (
                    f"the {notice.of} went out on {meeting.circulated}, {given} {notice.days} days before the meeting; "
                    f"expected at least {notice.at_least}"
                )
                related = (Related(notice.place(), "the rule"),)
                hint = "move the meeting, or waive this with the reason for the urgency"
                yield Found(meeting.place("circulated"), message, hint, related, 10, "field circulated")


def count_notice(sent: date, met: date, notice: Notice, holidays: frozenset[date]) -> int:
    """The days of notice between sending and meeting, counted as the rule says."""
    clear = notice.days in ("clear", "clear-working")
    working = notice.days in ("working", "clear-working")
    days = (sent + timedelta(days=number) for number in range(1, (met - sent).days + (0 if clear else 1)))
    return sum(1 for day in days if not working or (day.weekday() < SATURDAY and day not in holidays))


def _appointments(records: Records) -> Iterator[Appointment]:
    for body in records.library.bodies.values():
        for seat in body.seats:
            yield from seat.appointments
        for office in body.offices:
            yield from office.appointments


def _day_meant(match: re.Match[str], near: date | None) -> date | None:
    """The day that words mean; None where it cannot be told, or there is no such day."""
    if match["year"]:
        return _make_day(int(match["year"]), match)
    if near is None:
        return None
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _make_day(year, match))]
    best = min(days, key=lambda day: abs(day - near), default=None)
    return best if best is not None and abs(best - near) <= NEAR else None


def _make_day(year: int, match: re.Match[str]) -> date | None:
    months = [month.lower() for month in MONTHS]
    try:
        return date(year, months.index(match["month"].lower()) + 1, int(match["day"]))
    except ValueError:
        return None


RULES: tuple[RecordRule, ...] = (
    record_rule("G401", "weekday-wrong", WARNS, look_for_wrong_weekdays, heuristic=True),
    record_rule("G402", "date-impossible", WARNS, look_for_impossible_dates, heuristic=True),
    record_rule("G403", "end-before-start", FAILS, look_for_ends_before_starts),
    record_rule("G404", "notice-short", STOPS_CIRCULATION, look_for_short_notice),
)
