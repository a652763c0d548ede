"""What every document of a meeting has: name, letterhead, footer, status, watermark."""

from dataclasses import dataclass

from govdocs.compose.blocks import Document, Section
from govdocs.compose.contents import fill_contents, find_empty_contents
from govdocs.compose.desk import Desk
from govdocs.diagnostics import Stage
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Back:
    """Where a paper stands on the agenda."""

    anchor: str
    reference: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The meeting as templates of papers see it; ``body`` are several names where bodies meet in common."""

    body: str
    organisations: tuple[str, ...]
    session: str
    date: str
    full_date: str


def meeting_view(desk: Desk) -> MeetingView:
    """The meeting on the desk."""
    session = next((session for session in desk.body.sessions if session.id == desk.meeting.session), None)
    known = desk.library.organisations
    return MeetingView(
        body=bodies_name(desk),
        organisations=tuple(known[name].name for name in desk.body.organisations if name in known),
        session=session.word if session is not None else "",
        date=desk.wording.cover_date(desk.meeting.date),
        full_date=desk.wording.full_date(desk.meeting.date),
    )


def letterhead(desk: Desk) -> tuple[str, ...]:
    """The organisations of the running header, in the body's order; without any, the bodies that meet."""
    known, bodies = desk.library.organisations, desk.library.bodies
    named = tuple(known[name].name for name in desk.body.letterhead if name in known)
    meeting = (desk.body_id,) if desk.alone else desk.meeting.all_bodies
    return named or tuple(bodies[name].name for name in meeting if name in bodies)


def compose_sheet(
    desk: Desk,
    name: str,
    title: str,
    sections: tuple[Section, ...],
    place: Place,
    *,
    label: str = "",
    letter: str = "",
    status: str = "",
    furniture: bool = True,
    language: str = "",
) -> Document:
    """A document with everything around its sections; at stage draft its status is that of the stage."""
    day = desk.wording.plain_date(desk.meeting.date)
    filled = fill_contents(sections)
    desk.findings.add(*find_empty_contents(filled))
    return Document(
        name=name,
        title=title,
        language=language or desk.language,
        letterhead=letterhead(desk) if furniture else (),
        label=label or title,
        sections=filled,
        place=place,
        author=bodies_name(desk),
        subject=f"{bodies_name(desk)}, {day}",
        paper=letter,
        status=desk.word("draft") if desk.stage is Stage.DRAFT else status,
        watermark=desk.word("watermark") if desk.stage is Stage.DRAFT else "",
        furniture=furniture,
        page_label=desk.word("page_label") or "page {n} of {total}",
    )


def bodies_name(desk: Desk) -> str:
    """The body that meets, or the bodies that meet in common."""
    known = desk.library.bodies
    return desk.wording.names([known[name].name for name in desk.meeting.all_bodies if name in known])


def footer_label(desk: Desk, letter: str, title: str) -> str:
    """The short name in the footer: the paper and its title."""
    if not letter:
        return title
    return desk.word("document_label", paper=desk.word("paper_label", letter=letter), title=title)
