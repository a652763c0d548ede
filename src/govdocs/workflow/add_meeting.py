"""`new meeting`: an agenda proposed from the body's record and from the meeting before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govdocs.errors import CannotGoOnError
from govdocs.model.bodies import Body, ReferenceScheme
from govdocs.model.library import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.membership import holders_of, members_at
from govdocs.model.people import Where
from govdocs.model.wording import StandingItem
from govdocs.workflow.add import UNNAMED, read_library
from govdocs.workflow.choose import require_body, require_choice, require_person, require_venue
from govdocs.workflow.scaffold import Added, as_yaml, fill_scaffold, put_new_files
from govdocs.workflow.settings import Settings

#: When a first meeting begins of which nothing else is known.
USUAL_START = "10:00"
CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class MeetingWishes:
    """What the command line says of a new meeting; None where the records are to decide."""

    date: str
    start: str | None = None
    venue: str | None = None
    chair: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A meeting to be written: its body and day, and the meeting of the same kind before it."""

    library: Library
    body: Body
    body_id: str
    day: date
    session: str | None
    before: Meeting | None


def add_meeting(settings: Settings, body_id: str, wishes: MeetingWishes) -> Added:
    """Write `meeting.yaml` for a meeting of a body, with the body's standing items on its agenda.

    Raises:
        CannotGoOnError: body, session, chair or venue are not known, date or time are none, or the meeting is there.
    """
    library = read_library(settings)
    body = require_body(library, body_id)
    day = _read_day(wishes.date)
    sessions = [session.id for session in body.sessions]
    if wishes.session:
        require_choice(wishes.session, sessions, "session")
    session = wishes.session or next(iter(sessions), None)
    plan = _Plan(library, body, body_id, day, session, _meeting_before(library, body_id, session, day))
    folder = f"{body_id}/{day}" if session == next(iter(sessions), None) else f"{body_id}/{day}-{session}"
    start, end, start_said = _times(plan, wishes.start)
    chair, chair_said = _chair(plan, wishes.chair)
    venue, venue_said = _venue(plan, wishes.venue)
    entries, agenda_said = _agenda(plan)
    number = _number(plan)
    values = {
        "body": body_id,
        "number": "" if number is None else f"number: {number}\n",
        "date": str(day),
        "start": start,
        "end": f"end: {end}\n" if end else "",
        "session": f"session: {session}\n" if session else "",
        "chair": as_yaml(chair),
        "venue": venue,
        "agenda": "\n".join(["agenda:", *entries]) if entries else "",
    }
    text = fill_scaffold("meeting.yaml", values).rstrip() + "\n"
    written = put_new_files(settings.root, {f"meetings/{folder}/meeting.yaml": text})
    said = (*_announced(plan), *start_said, *chair_said, *venue_said, *agenda_said)
    next_step = f'add a paper: govdocs new paper {folder} ID --title "Title"'
    return Added(settings.root, tuple(written), said, next_step)


def _read_day(typed: str) -> date:
    hint = "write year, month and day with hyphens"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        try:
            return date.fromisoformat(typed)
        except ValueError:
            hint = "look the day up; no such day exists"
    raise CannotGoOnError(f"`{typed}` is no day; expected one such as `2026-09-15`", hint)


def _meeting_before(library: Library, body_id: str, session: str | None, day: date) -> Meeting | None:
    earlier = [each for each in library.meetings_of(body_id) if each.session == session and each.date < day]
    return max(earlier, key=lambda each: each.date, default=None)


def _announced(plan: _Plan) -> tuple[str, ...]:
    before = plan.before
    if before is None or before.next is None or before.next.date == plan.day:
        return ()
    return (f"the meeting before, {before.id}, announced its next meeting for {before.next.date}",)


def _times(plan: _Plan, typed: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Start and planned end: as typed, as announced by the meeting before, or as at that meeting."""
    before = plan.before
    if typed:
        match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", typed)
        if match is None:
            raise CannotGoOnError(
                f"`{typed}` is no time; expected one such as `13:30`", "write hours and minutes, counted to 24 hours"
            )
        start = f"{int(match[1]):02}:{match[2]}"
    elif before is None:
        return USUAL_START, "", (f"it starts at {USUAL_START} until you type another `start`",)
    elif before.next is not None and before.next.date == plan.day and before.next.start is not None:
        start = f"{before.next.start:%H:%M}"
    else:
        start = f"{before.start:%H:%M}"
    same = before is not None and before.end is not None and f"{before.start:%H:%M}" == start
    end = f"{before.end:%H:%M}" if same and before is not None else ""
    return start, end, ()


def _chair(plan: _Plan, typed: str | None) -> tuple[str, tuple[str, ...]]:
    """Who is to chair: as typed, whoever holds the office on that day, or whose turn it is."""
    if typed:
        return require_person(plan.library, typed), ()
    office = next((office for office in plan.body.offices if office.id == CHAIR), None)
    holders = holders_of(office, plan.day) if office else ()
    if holders:
        return holders[0], ()
    turn = next((t for t in plan.body.chair_rotation if t.from_.first <= plan.day <= t.to.last), None)
    candidates = [
        member.person
        for member in members_at(plan.body, plan.day)
        if turn and member.seat.organisation == turn.organisation and not member.alternate_for
    ]
    if candidates and turn:
        said = f"it is the turn of `{turn.organisation}` to chair; `{candidates[0]}` is proposed: see `chair`"
        return candidates[0], (said,)
    return UNNAMED, (f"nobody is known to hold the chair on {plan.day}; type who does after `chair:`",)


def _venue(plan: _Plan, typed: str | None) -> tuple[str, tuple[str, ...]]:
    """Where it is to be, ready for YAML: as typed, as announced, as last time, or the first room of the register."""
    before = plan.before
    if typed:
        return as_yaml(require_venue(plan.library, typed)), ()
    if before is not None and before.next is not None and before.next.date == plan.day and before.next.venue:
        return _where(before.next.venue), ()
    if before is not None:
        return _where(before.venue), ()
    first = next(iter(plan.library.venues), UNNAMED)
    return as_yaml(first), (f"the venue is `{first}` until you type another after `venue:`",)


def _where(where: Where) -> str:
    if not where.printed:
        return as_yaml(where.venue)
    return f"{{venue: {as_yaml(where.venue)}, printed: {as_yaml(where.printed)}}}"


def _number(plan: _Plan) -> int | None:
    """The meeting's number in the body's count; None where the body does not count."""
    session = next((each for each in plan.body.sessions if each.id == plan.session), None)
    own = session.references.meetings if session and session.references else None
    scheme = own or plan.body.references.meetings
    before = plan.before
    if before is None or before.number is None:
        return scheme.start if scheme and before is None else None
    if scheme and scheme.restart == "yearly" and _year(before.date, scheme) != _year(plan.day, scheme):
        return scheme.start
    return before.number + 1


def _year(day: date, scheme: ReferenceScheme) -> int:
    return day.year - (day.month < scheme.year_starts)


def _agenda(plan: _Plan) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the agenda: the bands of the meeting before and the body's standing items; and what is left out."""
    lines: list[str] = []
    left_out: list[str] = []
    for step in _order(plan):
        if isinstance(step, AgendaEntry):
            session = f", session: {step.session}" if step.session else ""
            band = as_yaml(step.section or "")
            lines += ["", f"  - {{section: {band}{session}}}" if session else f"  - section: {band}"]
        elif not _looks_back(step):
            lines.append(f"  - standing: {step.id}")
        elif plan.before is not None:
            lines.append(f"  - {{standing: {step.id}, of: {plan.before.id}}}")
        else:
            left_out.append(step.id)
    if lines and not lines[0]:
        lines = lines[1:]
    said = f"left out {', '.join(f'`{name}`' for name in left_out)}: there is no meeting before this one"
    return lines, (said,) if left_out else ()


def _order(plan: _Plan) -> Iterator[AgendaEntry | StandingItem]:
    """Bands and standing items in the order of the meeting before; items that it lacked follow their neighbours."""
    standing = {item.id: item for item in plan.body.agenda.standing}
    steps: list[AgendaEntry | StandingItem] = []
    for entry in plan.before.agenda if plan.before else ():
        if entry.is_section:
            steps.append(entry)
        elif entry.standing in standing:
            steps.append(standing[entry.standing])
    at = 0
    for item in standing.values():
        if item in steps:
            at = steps.index(item) + 1
        else:
            steps.insert(at, item)
            at += 1
    return iter(steps)


def _looks_back(item: StandingItem) -> bool:
    """Whether a standing item needs the meeting that it is about."""
    return item.paper is not None or "{of}" in item.title
