"""Minutes: who was there, the items in the order taken, the end."""

from dataclasses import dataclass, replace
from typing import Any

from govdocs.compose.blocks import Block, Document, Section
from govdocs.compose.body_text import BodyStyle, compose_body
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.agenda import next_meeting_words
from govdocs.compose.documents.minute_blocks import MinuteBlocks, owner_words
from govdocs.compose.documents.rolls import APOLOGIES, BandView, absent_line, compose_rolls, lost_quorums, public_line
from govdocs.compose.documents.sheet import Back, bodies_name, compose_sheet, footer_label
from govdocs.compose.elements import Wide
from govdocs.compose.names import Names
from govdocs.compose.own_anchors import read_twice
from govdocs.compose.plan import Planned
from govdocs.compose.references import Home
from govdocs.compose.titles import (
    OtherWords,
    entry_action,
    entry_title,
    fill_of,
    other_names,
    other_titles,
    standing_item,
)
from govdocs.model.actions import ActionBlock
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import DeclarationBlock, ItemBlock, MinuteItem, Minutes
from govdocs.model.patterns import fill
from govdocs.model.people import Who
from govdocs.model.restrictions import CLOSED_TITLE
from govdocs.model.seats import Rotation
from govdocs.model.values import Nothing


@dataclass(frozen=True, slots=True)
class EntryView:
    """An item as the template sees it."""

    reference: str
    anchor: str
    heading: Any
    others: tuple[OtherWords, ...]
    content: Any
    lead: str
    place: str


@dataclass(frozen=True, slots=True)
class MinutesView:
    """Minutes as the template sees them."""

    title: str
    heading: str
    others: tuple[OtherWords, ...]
    bands: tuple[BandView, ...]
    public: str
    preamble: Any
    labels: tuple[str, ...]
    entries: tuple[EntryView, ...]
    closed: str
    approved: str
    next_heading: str
    next: str
    rotation: tuple[str, ...]


OWN_NAME = "minutes"
DECLARATIONS = "declarations"


def compose_minutes(desk: Desk, planned: Planned | None, minutes: Minutes, meeting: Meeting) -> Document:
    """The minutes of ``meeting``: a paper of the meeting on the desk, or (without ``planned``) that meeting's own.

    People are named as at the day of the minutes. Where bodies met in common and the desk is one body's alone, these
    are that body's minutes: its roll, its quorum, its decisions.
    """
    then = replace(desk, names=_names_then(desk, meeting, minutes))
    home = Home(meeting.id, minutes=minutes, folder=minutes.path.rpartition("/")[0])
    sections, _ = read_twice(then, home, lambda own, targets: _sections(Pen(own, targets), planned, minutes, meeting))
    day = desk.wording.plain_date(meeting.date)
    title = f"{desk.word('minutes')}: {desk.body.name if desk.alone else bodies_name(desk)}, {day}"
    label = entry_title(desk, desk.meeting, planned.entry) if planned else f"{desk.word('minutes')}, {day}"
    return compose_sheet(
        desk,
        planned.name if planned else f"{OWN_NAME}-{desk.body_id}" if desk.alone else OWN_NAME,
        title,
        sections,
        minutes.header.place(),
        label=footer_label(desk, planned.letter if planned else "", label),
        letter=planned.letter if planned else "",
        status=desk.word(f"minutes_{_status(desk, minutes)}"),
        language=minutes.header.language,
    )


def _status(desk: Desk, minutes: Minutes) -> str:
    """How far the minutes have come; where bodies met in common each approves its own."""
    own = minutes.header.approved_by(desk.body_id) if desk.alone else None
    return (
        "approved" if own is not None and minutes.header.status in ("draft", "unconfirmed") else minutes.header.status
    )


def _names_then(desk: Desk, meeting: Meeting, minutes: Minutes) -> Names:
    return replace(desk.names, day=meeting.date, chair=minutes.header.chair)


def _sections(pen: Pen, planned: Planned | None, minutes: Minutes, meeting: Meeting) -> tuple[Section, ...]:
    desk = pen.desk
    style, header = desk.body.minutes, minutes.header
    blocks = MinuteBlocks(pen, meeting)
    preamble = compose_body(minutes.preamble, BodyStyle(), pen, blocks.compose)
    view = MinutesView(
        title=_title(desk, minutes, meeting),
        heading=style.heading,
        others=other_names(desk),
        bands=compose_rolls(desk, minutes, meeting),
        public=public_line(desk, minutes),
        preamble=pen.slots.blocks(preamble),
        labels=tuple("" if isinstance(column.label, Nothing) else column.label for column in style.columns),
        entries=tuple(_entry(desk, pen, minutes, meeting, item) for item in minutes.items),
        closed=fill(style.closed, {"end": desk.wording.time(header.ended)}) if header.ended else "",
        approved=_approved(desk, minutes),
        next_heading=style.next_heading,
        next=next_meeting_words(desk, style.next, header.next or meeting.next),
        rotation=tuple(_rotation(desk, turn) for turn in desk.body.chair_rotation if _is_turn(turn, meeting)),
    )
    back = Back(f"item-{planned.entry.id}", desk.reference(desk.meeting.id, planned.entry.id)) if planned else None
    return pen.sections("minutes.html", {"minutes": view, "back": back}, minutes.header.place())


def _title(desk: Desk, minutes: Minutes, meeting: Meeting) -> str:
    session = next((session for session in desk.body.sessions if session.id == meeting.session), None)
    return fill(
        desk.body.minutes.title,
        {
            "date": desk.wording.full_date(meeting.date),
            "start": desk.wording.time(minutes.header.started),
            "venue": desk.names.venue(meeting.venue),
            "body": desk.body.name,
            "short": desk.body.short or desk.body.name,
            "session": session.word if session is not None else "",
            "number": "" if meeting.number is None else str(meeting.number),
        },
    )


def _approved(desk: Desk, minutes: Minutes) -> str:
    """When the minutes were approved, and who signed them; those of one of several bodies by that body."""
    approved = minutes.header.approved_by(desk.body_id if desk.alone else "")
    if approved is None:
        return ""
    day = approved.date or desk.library.date_of(approved.at)
    date = desk.wording.full_date(day) if day is not None else approved.at
    if approved.signed_by is None:
        return desk.word("approved_on", date=date)
    return desk.word(
        "approved_and_signed", date=date, name=desk.names.print(approved.signed_by, desk.names.style.attendance)
    )


def _rotation(desk: Desk, turn: Rotation) -> str:
    """Whose turn in the chair it is: the first month without its year where both are of the same."""
    pattern = desk.body.minutes.rotation
    same = turn.from_.year == turn.to.year and turn.from_.month
    first = desk.wording.words.months[turn.from_.month - 1] if same else desk.wording.partial_date(turn.from_)
    facts = desk.names.organisation(turn.organisation)
    return fill(pattern, {**facts, "from": first, "to": desk.wording.partial_date(turn.to)})


def _is_turn(turn: Rotation, meeting: Meeting) -> bool:
    return turn.from_.first <= meeting.date <= turn.to.last


# --- Items ----------------------------------------------------------------------------------------------------------


def _entry(desk: Desk, pen: Pen, minutes: Minutes, meeting: Meeting, item: MinuteItem) -> EntryView:
    """One item."""
    entry = meeting.entry(item.id)
    own = next((block.number for block in item.blocks(ItemBlock) if block.number), "")
    blocks = MinuteBlocks(pen, meeting, item.id)
    composed = compose_body(item.content, BodyStyle(), pen, blocks.compose)
    if item.id == DECLARATIONS and not composed and not any(minutes.blocks(DeclarationBlock)):
        none = desk.body.minutes.declared_none
        composed = pen.blocks("item.html", {"why": "", "words_of_item": none}, item.place) if none else composed
    excused: tuple[Any, ...] = ()
    if item.id == APOLOGIES and minutes.header.apologies:
        lines = [absent_line(desk, excuse) for excuse in minutes.header.apologies]
        excused = pen.blocks("people-list.html", {"people": lines}, minutes.header.place("apologies"))
    return EntryView(
        reference=own or desk.reference(meeting.id, item.id),
        anchor=f"item-{item.id}",
        heading=pen.inline(_heading(desk, meeting, item, entry), item.place),
        others=other_titles(desk, entry) if entry is not None else (),
        content=pen.slots.blocks((*composed, *excused, *_lost_quorums(pen, minutes, item))),
        lead=_lead(desk, item) if "lead" in {column.id for column in desk.body.minutes.columns} else "",
        place=str(item.place),
    )


def _lost_quorums(pen: Pen, minutes: Minutes, item: MinuteItem) -> tuple[Block | Wide, ...]:
    """Which bodies could not decide on an item, where several meet in common."""
    lines = lost_quorums(pen.desk, minutes, item)
    return pen.blocks("no-quorum.html", {"lines": lines}, item.place) if lines else ()


def _heading(desk: Desk, meeting: Meeting, item: MinuteItem, entry: AgendaEntry | None) -> str:
    """The heading that was typed, or the one that the agenda and the body's patterns make."""
    if item.heading == CLOSED_TITLE:
        return desk.word("closed_title")
    if item.heading and item.heading != item.id:
        return item.heading
    if entry is None:
        return item.heading or item.id
    standing = standing_item(desk, entry)
    action = entry_action(desk, meeting, entry)
    if standing is not None and standing.minutes_title and not entry.title:
        heading = fill_of(desk, standing.minutes_title, entry)
    elif action is not None:
        title = entry_title(desk, meeting, entry)
        heading = fill(desk.body.minutes.item_heading, {"verb": action.printed, "title": title})
    else:
        heading = entry_title(desk, meeting, entry)
    letter = desk.numbers.letter(meeting.id, entry.id)
    return heading + (fill(desk.body.minutes.paper_suffix, {"letter": letter}) if letter else "")


def _lead(desk: Desk, item: MinuteItem) -> str:
    """Who leads: the owners of the item's actions."""
    owners: list[Who] = [owner for action in item.blocks(ActionBlock) for owner in action.owners]
    return desk.wording.names(owner_words(desk, owners))
