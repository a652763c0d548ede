"""The agenda: the meeting's facts, the items in bands, the next meeting."""

from dataclasses import dataclass, field
from typing import Any

from govdocs.compose.blocks import Document
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.sheet import bodies_name, compose_sheet
from govdocs.compose.plan import Planned
from govdocs.compose.references import Anchors, DocumentTargets, Home
from govdocs.compose.titles import (
    OtherWords,
    closed_ground,
    entry_action,
    entry_title,
    other_names,
    other_titles,
    standing_item,
)
from govdocs.compose.wording import join_words
from govdocs.model.meetings import AgendaEntry, NextMeeting, Sitting
from govdocs.model.patterns import fill
from govdocs.model.people import Where, Who
from govdocs.model.values import Nothing

NAME = "agenda"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value in the head."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """A paper on the agenda: ``document`` is empty where it is not in the pack, and ``held`` says why."""

    letter: str
    document: str
    held: str
    spoken: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row: a band has nothing but its words.

    ``document`` is the paper that the title leads to, where papers have no letters. ``others`` are the title's words in
    the other languages of the body. ``closed`` is the ground on which an item is closed, ``law`` where that is written.
    """

    place: str
    band: str = ""
    anchor: str = ""
    title: str = ""
    others: tuple[OtherWords, ...] = ()
    document: str = ""
    words: Any = ""
    closed: str = ""
    law: str = ""
    apologies: tuple[str, ...] = ()
    papers: tuple[AgendaPaper, ...] = ()
    no_paper: str = ""
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgendaColumnView:
    """A column as the template sees it."""

    id: str
    label: str
    width: int
    align: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The agenda as the template sees it."""

    heading: str
    others: tuple[OtherWords, ...]
    title: str
    session: str
    mode: str
    sittings: tuple[str, ...]
    head: tuple[tuple[Pair, ...], ...]
    columns: tuple[AgendaColumnView, ...]
    rows: tuple[AgendaRow, ...]
    next_heading: str
    next: str


def compose_agenda(desk: Desk) -> Document:
    """The agenda of the meeting on the desk."""
    pen = Pen(desk, DocumentTargets(desk, Home(desk.meeting.id), Anchors()))
    style = desk.body.agenda
    view = AgendaView(
        heading=bodies_name(desk),
        others=other_names(desk),
        title=f"{desk.word('agenda')}: {bodies_name(desk)}",
        session=_session_word(desk),
        mode=desk.word(f"mode_{(desk.meeting.mode or '').replace('-', '_')}"),
        sittings=tuple(_sitting(desk, number, sitting) for number, sitting in enumerate(desk.meeting.sittings, 1)),
        head=tuple(tuple(Pair(pair.label, _head(desk, pair.words)) for pair in row) for row in style.head),
        columns=tuple(
            AgendaColumnView(column.id, _label(column.label), column.width, "right" if column.id == "time" else "left")
            for column in style.columns
        ),
        rows=tuple(_row(desk, pen, entry) for entry in desk.meeting.entries()),
        next_heading=style.next_heading,
        next=next_meeting_words(desk, style.next, desk.meeting.next),
    )
    day = desk.wording.plain_date(desk.meeting.date)
    title = f"{bodies_name(desk)}: {desk.word('agenda')}, {day}"
    sections = pen.sections("agenda.html", {"agenda": view}, desk.meeting.place())
    return compose_sheet(desk, NAME, title, sections, desk.meeting.place(), label=desk.word("agenda"))


def next_meeting_words(desk: Desk, pattern: str, following: NextMeeting | None) -> str:
    """The sentence about the next meeting; empty where there is none."""
    if following is None or not pattern:
        return ""
    return fill(
        pattern,
        {
            "date": desk.wording.full_date(following.date),
            "start": desk.wording.time(following.start or desk.meeting.start),
            "venue": venue_words(desk, following.venue or desk.meeting.venue),
            "body": desk.body.name,
            "short": desk.body.short or desk.body.name,
        },
    )


def venue_words(desk: Desk, where: Where) -> str:
    """A room as printed."""
    return desk.names.venue(where)


def _sitting(desk: Desk, number: int, sitting: Sitting) -> str:
    """A sitting of a meeting that has several: its day, its hours, and its room where that is another."""
    wording = desk.wording
    hours = wording.times(sitting.start, sitting.end) if sitting.end is not None else wording.time(sitting.start)
    words = desk.word("sitting", number=str(number), date=wording.full_date(sitting.date), time=hours)
    return f"{words}, {desk.names.venue(sitting.venue)}" if sitting.venue is not None else words


def _label(label: str | Nothing) -> str:
    return "" if isinstance(label, Nothing) else label


def _session_word(desk: Desk) -> str:
    session = next((session for session in desk.body.sessions if session.id == desk.meeting.session), None)
    return session.word if session is not None else ""


def _head(desk: Desk, pattern: str) -> str:
    """A value of the head."""
    meeting, names = desk.meeting, desk.names
    session = next((session for session in desk.body.sessions if session.id == meeting.session), None)
    office = names.office_of(meeting.chair)
    facts = names.facts(meeting.chair)
    return fill(
        pattern,
        {
            "meeting_title": session.title if session is not None else desk.body.name,
            "date": desk.wording.full_date(meeting.date),
            "number": "" if meeting.number is None else str(meeting.number),
            "start": desk.wording.time(meeting.start),
            "end": desk.wording.time(meeting.end) if meeting.end is not None else "",
            "chair": names.print(meeting.chair, names.style.head),
            "office": (office.label or office.name) if office is not None else "",
            "organisation": facts.get("organisation", ""),
            "organisation_short": facts.get("organisation_short", ""),
            "venue": names.venue(meeting.venue),
            "body": desk.body.name,
            "short": desk.body.short or desk.body.name,
            "session": session.word if session is not None else "",
        },
    )


# --- Rows -----------------------------------------------------------------------------------------------------------


def _row(desk: Desk, pen: Pen, entry: AgendaEntry) -> AgendaRow:
    """An entry's row."""
    if entry.section is not None:
        return AgendaRow(
            str(entry.place()),
            band=_band(desk, entry.section),
            others=tuple(
                OtherWords(other.language, _band(desk, other.words)) for other in other_titles(desk, entry, "section")
            ),
        )
    action = entry_action(desk, desk.meeting, entry)
    ground = closed_ground(desk, desk.meeting, entry)
    own = next((planned for planned in desk.plan if planned.entry is entry and not planned.held), None)
    return AgendaRow(
        str(entry.place()),
        anchor=f"item-{entry.id}",
        title=entry_title(desk, desk.meeting, entry),
        others=other_titles(desk, entry),
        document=own.name if own is not None and not own.letter else "",
        closed=ground.label if ground is not None else "",
        law=ground.law if ground is not None else "",
        words=pen.inline(entry.words, entry.place("words")) if entry.words else "",
        apologies=tuple(desk.names.print(excuse.who, desk.names.style.agenda) for excuse in entry.apologies),
        papers=tuple(_paper(desk, planned) for planned in desk.plan if planned.entry is entry and planned.letter),
        no_paper=_no_paper(desk, entry),
        cells={
            "reference": desk.reference(desk.meeting.id, entry.id),
            "action": action.on_agenda if action is not None else "",
            "presenter": presenters_words(desk, entry),
            "time": desk.wording.time(entry.time) if entry.time is not None else "",
            "minutes": "" if entry.minutes is None else str(entry.minutes),
            "lead": presenters_words(desk, entry),
        },
    )


def _band(desk: Desk, words: str) -> str:
    return words.upper() if desk.body.agenda.bands == "upper" else words


def _paper(desk: Desk, planned: Planned) -> AgendaPaper:
    spoken = desk.word("paper_label", letter=planned.letter)
    held = held_word(desk, planned.held)
    return AgendaPaper(planned.letter, planned.name, held, spoken)


def held_word(desk: Desk, held: str) -> str:
    """Why a paper is not there, in a word or two."""
    if not held:
        return ""
    return desk.word("to_follow" if held == "to-follow" else f"held_{held.replace('-', '_')}") or held


def _no_paper(desk: Desk, entry: AgendaEntry) -> str:
    """What the paper column says of an item without a paper."""
    standing = standing_item(desk, entry)
    if standing is not None and standing.no_paper is not None:
        return _label(standing.no_paper)
    return _label(desk.body.agenda.no_paper)


def presenters_words(desk: Desk, entry: AgendaEntry) -> str:
    """Who presents an item, joined as the entry or the body joins them."""
    return join_words(
        [desk.names.presenter(who) for who in entry_presenters(desk, entry)], entry.joiner or desk.body.agenda.joiner
    )


def entry_presenters(desk: Desk, entry: AgendaEntry) -> tuple[Who, ...]:
    """Who presents an item: as the entry, the standing item or the paper says."""
    if isinstance(entry.presenters, Nothing):
        return ()
    if entry.presenters:
        return entry.presenters
    standing = standing_item(desk, entry)
    if standing is not None:
        return () if isinstance(standing.presenters, Nothing) else tuple(Who(person=p) for p in standing.presenters)
    paper = desk.library.paper_of(desk.meeting, entry)
    if paper is None or isinstance(paper.header.presenters, Nothing):
        return ()
    return paper.header.presenters
