"""Rules about dates of records that follow from each other: codes G415 and G419."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govdocs.check.days import dates_in
from govdocs.check.rule import STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.bodies import Body
from govdocs.model.decisions import OutsideDecision
from govdocs.model.index import Library
from govdocs.model.record import Record
from govdocs.model.values import PartialDate
from govdocs.places import Place

#: A day so near to that of a meeting, and not it, is a slip.
NEAR = timedelta(days=10)
_MEETING = r"(?:meetings?|meets?|met|minutes|convened?|sat|held)"

#: Before a body's name: part of the longer name of another one, as in "Finance Board".
_OF_ANOTHER = re.compile(r"\b(?!The\b|In\b|At\b|And\b)[A-Z][\w’'-]*\s+(?:and\s+)?$")


def look_for_dates_out_of_order(records: Records) -> Iterator[Found]:
    """Checks:
        What follows from something has no earlier date: a vote closes after it opened and is reported after it closed,
        minutes are approved after the meeting and on the day of the one that approved them, terms of reference are
        reviewed after they were approved, papers go out before the meeting. Actions have a rule of their own.

    Looks at:
        Records: decisions outside meetings, approvals, terms of reference, `circulated`.

    Why:
        One of the two dates is wrong, and whoever reads the record later cannot tell which.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-06-07

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        circulated: 2026-05-07
    """
    library = records.library
    for meeting in library.meetings.values():
        body = library.body_of(meeting)
        # Where a rule on notice counts the days, it says so.
        is_counted = body is not None and any(rule.of in ("agenda", "papers") and rule.at_least for rule in body.notice)
        if meeting.circulated is not None and meeting.circulated > meeting.date and not is_counted:
            yield _late(meeting, "circulated", meeting.circulated, f"a day before the meeting, {meeting.date}")
    for decision in library.decisions.values():
        if isinstance(decision.facts, OutsideDecision):
            yield from _outside(library, decision.facts)
    yield from _approvals(library)
    for terms in library.terms_of_reference.values():
        header = terms.header
        approved = header.approved.date if header.approved is not None else None
        if approved is not None and isinstance(header.review_by, PartialDate) and header.review_by.last < approved:
            found = f"the review is due by {header.review_by}"
            message = f"{found}; expected a day after the approval, {approved}"
            yield Found(header.place("review_by"), message, "correct one of the two", subject="field review_by")


def _outside(library: Library, facts: OutsideDecision) -> Iterator[Found]:
    if facts.opened is not None and facts.closed < facts.opened:
        yield _late(facts, "closed", facts.closed, f"a day after it was opened, {facts.opened}")
    reported = library.meetings.get(facts.reported_to or "")
    if reported is not None and reported.date < facts.closed:
        yield _late(facts, "reported_to", reported.date, f"a meeting after it was taken, {facts.closed}")


def _approvals(library: Library) -> Iterator[Found]:
    for minutes in library.minutes.values():
        header, held = minutes.header, library.meetings.get(minutes.meeting)
        if header.approved is None or held is None:
            continue
        at = library.meetings.get(header.approved.at)
        if at is not None and at.date <= held.date:
            yield _late(header.approved, "at", at.date, f"a meeting after this one, {held.date}")
        elif header.approved.date is not None and header.approved.date <= held.date:
            yield _late(header.approved, "date", header.approved.date, f"a day after the meeting, {held.date}")
        elif at is not None and header.approved.date not in (None, at.date, *(one.date for one in at.sittings)):
            yield _late(header.approved, "date", header.approved.date, f"{at.date}, the day of `{at.id}`")


def _late(record: Record, key: str, day: object, expected: str) -> Found:
    message = f"`{key}` is of {day}; expected {expected}"
    return Found(record.place(key), message, "correct the date", length=10, subject=f"field {key}")


def look_for_other_days_of_meetings(records: Records) -> Iterator[Found]:
    """Checks:
        A day on which the prose says that a body of the repository met, meets or will meet, is the day of one of its
        meetings. Only a day within ten days of a known meeting is spoken of: others may be of meetings that are kept
        elsewhere.

    Looks at:
        Prose, titles and other words; dates of meetings, also of those announced.

    Why:
        Minutes are looked up by the day of their meeting.

    Wrong:
        The minutes of the Board meeting held on 13 May 2026 will be published.

    Right:
        The minutes of the Board meeting held on 14 May 2026 will be published.
    """
    days: dict[str, set[date]] = {}
    for path, line, column, name, day, text in sorted(records.facts(tell_days_of_meetings)):
        if name not in days:
            days[name] = _days_of(records.library, name)
        said = date.fromisoformat(day)
        gap, near = min(((abs(one - said), one) for one in days[name]), default=(NEAR, None))
        if near is not None and timedelta() < gap <= NEAR:
            body = records.library.bodies[name]
            message = f"`{text}` is no day of a meeting of {body.short or body.name}; expected {near}"
            hint = "correct the date, or waive this where there was such a meeting"
            yield Found(Place(path, line, column), message, hint, length=len(text), subject=f"body {name}")


def tell_days_of_meetings(records: Records) -> Iterator[tuple[str, int, int, str, str, str]]:
    """The days on which texts say that a body met or will meet: path, line, column, body, day, and as it was typed."""
    patterns = records.library.keep(("days of meetings",), lambda: list(_patterns(records.library)))
    for text in records.dated_texts:
        for name, pattern in patterns:
            match = pattern.search(text.words)
            if match is None or _OF_ANOTHER.search(text.words[: match.start()]):
                continue
            dated = next((one for one in dates_in(text.words, text.day) if one.start == match.end()), None)
            if dated is not None and dated.has_day:
                place = text.at(dated.start)
                yield place.path, place.line, place.column, name, dated.first.isoformat(), dated.text


def _patterns(library: Library) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, body in library.bodies.items():
        words = "|".join(re.escape(one) for one in _names(body))
        met = rf"(?:\b(?:{words})\b[^.;,()]{{0,20}}?\b{_MEETING}|\b{_MEETING} of (?:the )?(?:{words}))\b"
        until = (
            r"[^.;,()]{0,25}?\b(?:on|of|dated)\s+(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\b)"
        )
        yield name, re.compile(met + until)


def _names(body: Body) -> list[str]:
    return sorted({one for one in (body.name, body.short, *body.aliases) if one}, key=len, reverse=True)


def _days_of(library: Library, body: str) -> set[date]:
    """The days of a body's meetings: held, announced, and named on agendas without a record."""
    days: set[date] = set()
    for meeting in library.meetings_of(body):
        days |= {meeting.date, *(sitting.date for sitting in meeting.sittings)}
        minutes = library.minutes.get(meeting.id)
        days |= {next_one.date for next_one in (meeting.next, minutes.header.next if minutes else None) if next_one}
        days |= {day for entry in meeting.entries() for name in entry.of if (day := library.date_of(name))}
    return days


RULES: tuple[RecordRule, ...] = (
    record_rule("G415", "dates-out-of-order", STOPS_PUBLICATION, look_for_dates_out_of_order),
    record_rule("G419", "meeting-day-differs", WARNS, look_for_other_days_of_meetings, heuristic=True),
)
