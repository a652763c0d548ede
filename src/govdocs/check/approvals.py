"""Rules about the approval of minutes, and the meetings that an agenda looks back to: codes G725 to G728."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from govdocs.check.days import dates_in
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import Minutes

#: How many characters may stand between "held on" and the date.
_NEAR = 12
#: A later meeting is hardly the next one.
_NEXT = timedelta(days=100)
_OPEN = ("draft", "unconfirmed")
_HELD = re.compile(
    r"\b(?:minutes|matters arising|actions?|meeting)\b[^.;]{0,60}?\b(?:of|from|held (?:on|in))\b",
    re.IGNORECASE,
)


def look_for_minutes_that_stay_drafts(records: Records) -> Iterator[Found]:
    """Checks:
        Minutes are no longer drafts once the next meeting has approved them, or has been minuted itself.

    Looks at:
        `status` of minutes, and the minutes of the next meeting of the same body and kind.

    Why:
        Minutes that were never approved are one person's notes.

    Wrong:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---

    Right:
        # meetings/board/2026-04-16/meeting.yaml
        body: board
        date: 2026-04-16
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-04-16/minutes.md
        ---
        status: approved
        approved: {at: board/2026-05-14}
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
    """
    library = records.library
    for minutes in library.minutes.values():
        meeting = library.meetings.get(minutes.meeting)
        after = library.meeting_after(meeting) if meeting else None
        if meeting is None or after is None or after.id not in library.minutes or minutes.header.status not in _OPEN:
            continue
        if after.date - meeting.date > _NEXT:
            continue  # those in between are not in the repository
        message = f"these minutes are `{minutes.header.status}`, and the next meeting, `{after.id}`, is minuted"
        message += "; expected `approved`, with `approved: {at: …}`"
        related = (Related(library.minutes[after.id].header.place(), "the minutes of the next meeting"),)
        hint = f"write `status: approved` and `approved: {{at: {after.id}}}`, or waive this with the reason"
        at = minutes.header.place("status")
        yield Found(at, message, hint, related, len(minutes.header.status), "field status")


def look_for_approvals_without_support(records: Records) -> Iterator[Found]:
    """Checks:
        Minutes that are approved say at which meeting; that meeting is later, has them on its agenda, and its minutes
        hold a decision to approve them.

    Looks at:
        `status` and `approved` of minutes; agenda and minutes of the meeting that is named.

    Why:
        An approval that nobody can find is none.

    Wrong:
        # meetings/board/2026-06-11/meeting.yaml
        body: board
        date: 2026-06-11
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-05-14/minutes.md
        ---
        status: approved
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---

    Right:
        # meetings/board/2026-06-11/meeting.yaml
        body: board
        date: 2026-06-11
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
        # meetings/board/2026-05-14/minutes.md
        ---
        status: approved
        approved: {at: board/2026-06-11}
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
    """
    library = records.library
    for minutes in library.minutes.values():
        header = minutes.header
        if header.status in _OPEN and header.approved is None:
            continue
        meeting = library.meetings.get(minutes.meeting)
        at = header.approved.place() if header.approved else header.place("status")
        if meeting is None or library.meeting_after(meeting) is None:
            continue
        if header.approved is None:
            said = f"these minutes are `{header.status}` and do not say where they were approved; expected `approved`"
            yield Found(at, said, "add `approved: {at: …}` with the meeting", subject="field approved")
        elif found := _unsupported(library, meeting, library.meetings.get(header.approved.at)):
            message, hint = found
            yield Found(at, message, hint, subject="field approved")


def _unsupported(library: Library, meeting: Meeting, approving: Meeting | None) -> tuple[str, str] | None:
    """Why a meeting cannot have approved the minutes of another, and what to do; None where it can."""
    if approving is None or approving.date <= meeting.date:
        return None  # that it is too early another rule says
    entries = [entry for entry in approving.entries() if meeting.id in entry.of]
    entries += [one for one in approving.entries() if meeting.date in _days_in_title(one.title, approving.date)]
    if approving.agenda and not entries:
        return (
            f"the agenda of `{approving.id}` does not ask for these minutes; expected an entry `of: {meeting.id}`",
            "name the meeting that approved them, or correct its agenda",
        )
    minutes = library.minutes.get(approving.id)
    item = minutes.item(entries[0].id) if minutes and entries else None
    decisions = item.blocks(DecisionBlock) if item else ()
    if decisions and not any(decision.outcome in ("carried", "in-part") for decision in decisions):
        return (
            f"the minutes of `{approving.id}` have this as `{decisions[0].outcome}`; expected a decision to approve",
            "take the approval back, or correct the decision",
        )
    return None


def look_for_agendas_looking_back_twice(records: Records) -> Iterator[Found]:
    """Checks:
        The minutes that an agenda asks the body to approve, and the matters arising that it takes, are of the same
        meetings.

    Looks at:
        `of` of the standing items of an agenda.

    Why:
        Half of last month's agenda is left in this month's.

    Example:
        a board of 2018 approved the minutes of April and took the actions of March.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: 2026-04-16}, {standing: actions, of: 2026-03-19}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: 2026-04-16}, {standing: actions, of: 2026-04-16}]
    """
    library = records.library
    for meeting in library.meetings.values():
        body = library.body_of(meeting)
        kinds = {item.id: item.paper for item in body.agenda.standing} if body else {}
        entries = [entry for entry in meeting.entries() if entry.of and kinds.get(entry.standing or "")]
        minutes = next((entry for entry in entries if kinds.get(entry.standing or "") == "minutes"), None)
        for entry in entries:
            if minutes is None or entry is minutes or set(entry.of) & set(minutes.of):
                continue
            if library.meeting_before(meeting) is not None:
                continue  # which of the two is wrong another rule says
            found, other = (", ".join(f"`{name}`" for name in one.of) for one in (entry, minutes))
            message = f"this looks back to {found}, and the minutes are those of {other}; expected the same meeting"
            related = (Related(minutes.place("of"), "the minutes"),)
            yield Found(entry.place("of"), message, "correct one of the two", related, subject=f"entry {entry.id}")


def look_for_minutes_of_another_day(records: Records) -> Iterator[Found]:
    """Checks:
        Where the item on the last minutes, or on matters arising, names the meeting in words, it is the meeting that
        the agenda names.

    Looks at:
        titles and minutes of standing items with `of`, and of items whose typed title has the day: "the minutes of the
        meeting held on 19 April 2018".

    Why:
        A set of minutes that was approved under another's date was not approved.

    Example:
        minutes of May 2018, under the actions of April, speak of the meeting of March.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: 2026-04-16}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## minutes

        The minutes of the meeting held on 19 March 2026 were approved.

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: minutes, of: 2026-04-16}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## minutes

        The minutes of the meeting held on 16 April 2026 were approved.
    """
    library = records.library
    for writing in records.writings:
        meeting = writing.meeting
        if meeting is None or not isinstance(writing.source, Minutes):
            continue
        for portion in writing.portions:
            entry = meeting.entry(portion.name)
            days = (_days_of(library, entry) or _days_in_title(entry.title, meeting.date)) if entry else []
            for paragraph in portion.paragraphs if days else ():
                # A date in an amendment is what is corrected there, not the meeting.
                if entry is not None and paragraph.role not in (Role.BLOCK, Role.ITEM):
                    yield from _other_days(paragraph, days, meeting.date, entry)


def _days_in_title(title: str, near: date) -> list[date]:
    """The days that a title typed by hand names: "Minutes of the meeting held on 2 December 2021"."""
    return [one.first for one in dates_in(title, near) if one.has_day] if _HELD.search(title) else []


def _other_days(paragraph: Paragraph, days: list[date], near: date, entry: AgendaEntry) -> Iterator[Found]:
    text = paragraph.text
    for match in _HELD.finditer(text):
        dated = next((one for one in dates_in(text, near) if 0 <= one.start - match.end() <= _NEAR), None)
        if dated is not None and not any(dated.first <= day <= dated.last for day in days):
            expected = " or ".join(str(day) for day in days)
            message = f"`{dated.text}` is the meeting in words, and the agenda names that of {expected}; expected one"
            related = (Related(entry.place("of") if entry.of else entry.place("title"), "the agenda"),)
            yield Found(
                paragraph.at(dated.start),
                message,
                "correct one of the two",
                related,
                len(dated.text),
                f"item {entry.id}",
            )


def _days_of(library: Library, entry: AgendaEntry) -> list[date]:
    return [day for name in entry.of if (day := library.date_of(name)) is not None]


RULES: tuple[RecordRule, ...] = (
    record_rule("G725", "minutes-never-approved", WARNS, look_for_minutes_that_stay_drafts),
    record_rule("G726", "approval-unsupported", WARNS, look_for_approvals_without_support),
    record_rule("G727", "agenda-looks-back-twice", WARNS, look_for_agendas_looking_back_twice),
    record_rule("G728", "minutes-of-another-day", WARNS, look_for_minutes_of_another_day, heuristic=True),
)
