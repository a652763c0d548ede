"""Rules about the pattern of meetings: codes G785 and G786."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.terms_reading import rules_of
from govdocs.check.terms_statements import WEEKDAYS, in_words
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.values import NotStated
from govdocs.places import Place

_LAST = 5
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Pattern:
    """On which weekday, in which weeks of which months a body meets, and where it says so."""

    weekday: str
    weeks: tuple[int, ...]
    months: tuple[int, ...]
    place: Place

    def allows(self, day: date) -> bool:
        """Whether a day is one of the pattern."""
        return (
            WEEKDAYS[day.weekday()] == self.weekday
            and (not self.months or day.month in self.months)
            and (not self.weeks or any(_is_week(day, week) for week in self.weeks))
        )

    def nearest(self, day: date) -> date | None:
        """The day of the pattern that is nearest."""
        days = (day + timedelta(days=sign * number) for number in range(1, 200) for sign in (1, -1))
        return next((one for one in days if self.allows(one)), None)

    @property
    def words(self) -> str:
        """The pattern for a message."""
        if not self.weeks:
            return f"a {self.weekday.capitalize()}"
        return " or ".join(in_words((week, self.weekday)) for week in self.weeks) + " of a month"


def _is_week(day: date, week: int) -> bool:
    if week >= _LAST:
        return (day + timedelta(days=_WEEK)).month != day.month
    return (day.day - 1) // _WEEK + 1 == week


def look_for_meetings_off_the_pattern(records: Records) -> Iterator[Found]:
    """Checks:
        A meeting, and the next meeting that is announced, falls on the day on which the body meets: by `meets` in its
        record, or by a rule of kind `frequency` in its terms of reference.

    Looks at:
        Records: dates of meetings, the body's record, terms of reference.

    Why:
        Members keep those days free. A slip in the date sends them on the wrong one, and a move that is meant deserves
        a word.

    Wrong:
        # records/bodies/board.yaml
        meets: {weekday: tuesday, weeks: [2]}
        # meetings/board/2026-05-14/meeting.yaml
        next: {date: 2026-06-16, venue: main}

    Right:
        # records/bodies/board.yaml
        meets: {weekday: thursday, weeks: [2]}
        # meetings/board/2026-05-14/meeting.yaml
        next: {date: 2026-06-11, venue: main}
    """
    library = records.library
    for meeting in library.meetings.values():
        patterns = [pattern for body in meeting.all_bodies if (pattern := _pattern_of(library, body)) is not None]
        if meeting.held == "cancelled" or not patterns:
            continue
        yield from _off_pattern(patterns, meeting.date, meeting.place("date"), "field date")
        if meeting.next is not None:
            yield from _off_pattern(patterns, meeting.next.date, meeting.next.place("date"), "field next")


def _off_pattern(patterns: list[_Pattern], day: date, place: Place, subject: str) -> Iterator[Found]:
    if any(pattern.allows(day) for pattern in patterns):
        return
    pattern = patterns[0]
    nearest = pattern.nearest(day)
    expected = f"{pattern.words}, such as {nearest}" if nearest is not None else pattern.words
    message = f"`{day}` is a {WEEKDAYS[day.weekday()].capitalize()}; expected {expected}"
    if WEEKDAYS[day.weekday()] == pattern.weekday:
        week = (day.day - 1) // _WEEK + 1
        message = f"`{day}` is the {pattern.weekday.capitalize()} number {week} of its month; expected {expected}"
    hint = "correct the date, or waive this with the reason for the other day"
    yield Found(place, message, hint, (Related(pattern.place, "the pattern"),), 10, subject)


def _pattern_of(library: Library, body: str) -> _Pattern | None:
    return library.keep(("pattern", body), partial(_read_pattern, library, body))


def _read_pattern(library: Library, body: str) -> _Pattern | None:
    record = library.bodies.get(body)
    if record is not None and record.meets is not None:
        return _Pattern(record.meets.weekday, record.meets.weeks, record.meets.months, record.place("meets"))
    for terms in library.terms_of_reference.values():
        described = [one.id for one in terms.header.bodies]
        if body not in described or terms.header.status == "superseded":
            continue
        for rule in rules_of(terms):
            if rule.kind == "frequency" and rule.weekday is not None and rule.body in (None, body):
                return _Pattern(rule.weekday, (rule.week,) if rule.week else (), (), rule.place())
    return None


def look_for_meetings_of_another_length(records: Records) -> Iterator[Found]:
    """Checks:
        A meeting is not planned to last longer than the terms of reference of its body say, by a rule of kind `length`.

    Looks at:
        Records: start and end of meetings, terms of reference.

    Why:
        Members who were promised 90 minutes leave after them, and the quorum with them.

    Wrong:
        # records/terms-of-reference/board.md
        ---
        title: Terms of reference of the Board
        bodies: [board]
        status: draft
        ---
        ## Meetings

        A meeting takes 90 minutes.

        ```rule
        kind: length
        minutes: 90
        ```

    Right:
        # records/terms-of-reference/board.md
        ---
        title: Terms of reference of the Board
        bodies: [board]
        status: draft
        ---
        ## Meetings

        A meeting takes two hours.

        ```rule
        kind: length
        minutes: 120
        ```
    """
    library = records.library
    for terms in library.terms_of_reference.values():
        for rule in rules_of(terms):
            if rule.kind != "length" or rule.minutes is None or rule.stated is NotStated.NOT_STATED:
                continue
            described = {one.id for one in terms.header.bodies if rule.body in (None, one.id)}
            for meeting in library.meetings.values():
                length = _minutes(meeting)
                if length > rule.minutes and described & set(meeting.all_bodies):
                    message = f"the meeting is to last {length} minutes; expected at most {rule.minutes}"
                    related = (Related(rule.place("minutes"), "the rule"),)
                    hint = "shorten the agenda, or waive this with the reason"
                    yield Found(meeting.place("end"), message, hint, related, 5, "field end")


def _minutes(meeting: Meeting) -> int:
    if meeting.end is None or meeting.sittings:
        return 0
    return (meeting.end.hour - meeting.start.hour) * 60 + meeting.end.minute - meeting.start.minute


RULES: tuple[RecordRule, ...] = (
    record_rule("G785", "meeting-off-pattern", WARNS, look_for_meetings_off_the_pattern),
    record_rule("G786", "meeting-too-long", WARNS, look_for_meetings_of_another_length),
)
