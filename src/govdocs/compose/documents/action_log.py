"""The action log: what is still to be done, and what became of it by the day of the meeting that receives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govdocs.compose.blocks import Document
from govdocs.compose.body_text import BodyStyle, compose_prose
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.minute_blocks import owner_words
from govdocs.compose.documents.sheet import Back, bodies_name, compose_sheet, footer_label
from govdocs.compose.plan import Planned
from govdocs.compose.references import Anchors, DocumentTargets, Home
from govdocs.compose.titles import entry_title
from govdocs.model.actions import ActionUpdate
from govdocs.model.library import Action
from govdocs.model.patterns import fill
from govdocs.model.people import Who
from govdocs.model.wording import ActionsStyle, ActionStatus


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as the template sees it; ``progress`` holds what was reported, a line a report."""

    anchor: str
    words: Any
    status: str
    tone: str
    cells: Mapping[str, str]
    progress: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class LogColumn:
    """A column as the template sees it."""

    id: str
    label: str
    width: int


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status of the key."""

    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class LogView:
    """The log as the template sees it."""

    heading: str
    title: str
    key_heading: str
    statuses: tuple[StatusView, ...]
    columns: tuple[LogColumn, ...]
    rows: tuple[ActionRow, ...]
    empty: str


def compose_action_log(desk: Desk, planned: Planned, style: ActionsStyle) -> Document:
    """The log that the meeting on the desk receives.

    It holds the actions of the meeting that the agenda names, and those from before that were still open then.
    """
    pen = Pen(desk, DocumentTargets(desk, Home(planned.id or desk.meeting.id), Anchors()))
    day = desk.wording.plain_date(desk.meeting.date)
    view = LogView(
        heading=style.heading,
        title=style.title,
        key_heading=style.key_heading,
        statuses=tuple(StatusView(status.label, _tone(status)) for status in style.statuses),
        columns=tuple(LogColumn(c.id, fill(c.label, {"date": day}), c.width) for c in style.columns),
        rows=tuple(_row(desk, pen, style, action) for action in log_actions(desk, planned.id, style)),
        empty=_empty(desk, style, planned.id),
    )
    back = Back(f"item-{planned.entry.id}", desk.reference(desk.meeting.id, planned.entry.id))
    sections = pen.sections("action-log.html", {"log": view, "back": back}, planned.entry.place())
    return compose_sheet(
        desk,
        planned.name,
        f"{style.title}: {bodies_name(desk)}, {day}",
        sections,
        planned.entry.place(),
        label=footer_label(desk, planned.letter, entry_title(desk, desk.meeting, planned.entry)),
        letter=planned.letter,
    )


def log_actions(desk: Desk, of: str, style: ActionsStyle) -> tuple[Action, ...]:
    """The actions that the log holds, the oldest first.

    An action stays on the log until a meeting has received it as closed.
    """
    today = desk.meeting.date
    before = desk.library.meeting_before(desk.meeting)
    last = before.date if before is not None else None
    closed = {status.id for status in style.statuses if status.closed}
    held: list[Action] = []
    for action in desk.library.actions_of(desk.body_id):
        if action.arose >= today or action.withheld:
            continue
        earlier = action.updates_by(last) if last is not None else ()
        was_closed = bool(earlier) and earlier[-1].status in closed
        if action.meeting == of or not was_closed:
            held.append(action)
    return tuple(sorted(held, key=lambda action: action.arose))


def _row(desk: Desk, pen: Pen, style: ActionsStyle, action: Action) -> ActionRow:
    updates = action.updates_by(desk.meeting.date)
    status = _status(style, updates[-1].status if updates else "")
    due = next((update.due for update in reversed(updates) if update.due is not None), action.due)
    owners = next((tuple(Who(person=o) for o in u.owners) for u in reversed(updates) if u.owners), action.owners)
    meeting = desk.library.meetings.get(action.meeting)
    entry = meeting.entry(action.item) if meeting is not None else None
    progress = [
        _progress(desk, update, dated=len(updates) > 1) for update in updates if update.words or update.evidence
    ]
    return ActionRow(
        anchor=f"action-{action.id}",
        words=pen.slots.blocks(compose_prose(action.words, BodyStyle(), pen)),
        status=status.label if status is not None else "",
        tone=_tone(status) if status is not None else "",
        cells={
            "reference": action.number
            or desk.record_numbers.actions.get(action.key)
            or desk.reference(action.meeting, action.item),
            "meeting_date": desk.wording.plain_date(action.arose),
            "item": entry_title(desk, meeting, entry) if meeting is not None and entry is not None else "",
            "owners": desk.wording.names(owner_words(desk, owners)),
            "due": desk.wording.partial_date(due) if due is not None else "",
            "progress": " ".join(progress),
        },
        progress=tuple(progress),
        place=str(action.place),
    )


def _progress(desk: Desk, update: ActionUpdate, *, dated: bool) -> str:
    """What was reported, with its day where there are several reports, and what shows that it is so."""
    evidence = desk.word("evidence", text=update.evidence.rstrip(".")) if update.evidence else ""
    words = " ".join(part for part in (update.words, evidence) if part)
    return f"{desk.wording.plain_date(update.date)}: {words}" if dated else words


def _status(style: ActionsStyle, name: str) -> ActionStatus | None:
    """The status of that id; without one, that of a new action."""
    if name:
        return next((status for status in style.statuses if status.id == name), None)
    return next((status for status in style.statuses if not status.closed), None)


def _tone(status: ActionStatus) -> str:
    return "" if status.colour == "none" else status.colour


def _empty(desk: Desk, style: ActionsStyle, of: str) -> str:
    """The sentence where there is nothing to show."""
    meeting = desk.library.meetings.get(of)
    month = desk.wording.month(meeting.date if meeting is not None else desk.meeting.date)
    return fill(style.empty, {"month": month, "short": desk.body.short or desk.body.name, "body": desk.body.name})
