"""`new minutes`: a skeleton from the agenda and the body's seats, to be corrected and filled in."""

import re
from collections.abc import Sequence

from govdocs.model.library import Library
from govdocs.model.meetings import AgendaEntry, Excuse, Meeting
from govdocs.model.membership import members_at
from govdocs.model.people import Who
from govdocs.model.scalars import is_slug
from govdocs.model.values import Nothing
from govdocs.workflow.add import read_library
from govdocs.workflow.add_paper import UNWRITTEN
from govdocs.workflow.choose import require_meeting
from govdocs.workflow.scaffold import Added, as_list, as_yaml, fill_scaffold, put_new_files
from govdocs.workflow.settings import Settings


def add_minutes(settings: Settings, meeting_id: str) -> Added:
    """Write `minutes.md` for a meeting: everybody who was expected, and a heading for every item of the agenda.

    Raises:
        CannotGoOnError: the meeting is not known, or has minutes.
    """
    library = read_library(settings)
    meeting = require_meeting(library, meeting_id)
    excuses = [excuse for entry in meeting.entries() for excuse in entry.apologies]
    present = _expected(library, meeting, {excuse.person for excuse in excuses})
    guests = _guests(library, meeting, {*present, *(excuse.person for excuse in excuses)})
    values = {
        "chair": as_yaml(meeting.chair),
        "started": f"{meeting.start:%H:%M}",
        "present": "\n".join(f"  - {as_yaml(person)}" for person in present),
        "in_attendance": _listed("in_attendance", [_guest(name, items) for name, items in guests.items()]),
        "apologies": _listed("apologies", [_excuse(excuse) for excuse in excuses]),
        "items": "\n".join(_item(library, meeting, entry) for entry in meeting.entries() if entry.id),
    }
    text = fill_scaffold("minutes.md", values).rstrip() + "\n"
    written = put_new_files(settings.root, {f"meetings/{meeting.id}/minutes.md": text})
    remarks = (
        f"down as present, as the records have it: {len(present)}; take out who was not there",
        "decisions go into ```decision``` blocks, actions into ```action``` blocks: see docs/records.md",
    )
    next_step = f"write what stands for {UNWRITTEN}, then: govdocs check meetings/{meeting.id}"
    return Added(settings.root, tuple(written), remarks, next_step)


def _expected(library: Library, meeting: Meeting, excused: set[str]) -> list[str]:
    """The chair, and everybody in a seat on that day who has not sent apologies."""
    bodies = [library.bodies[name] for name in meeting.all_bodies if name in library.bodies]
    members = [
        member.person for body in bodies for member in members_at(body, meeting.date) if not member.alternate_for
    ]
    expected = [person for person in dict.fromkeys((meeting.chair, *members)) if person not in excused]
    return expected or [meeting.chair]


def _guests(library: Library, meeting: Meeting, known: set[str]) -> dict[str, list[str]]:
    """People who present items and are not members, with the items that they come for."""
    guests: dict[str, list[str]] = {}
    for entry in meeting.entries():
        for who in _presenters(library, meeting, entry):
            if who.person not in known and (who.person in library.people or not is_slug(who.person)):
                guests.setdefault(who.person, []).append(entry.id)
    return guests


def _presenters(library: Library, meeting: Meeting, entry: AgendaEntry) -> Sequence[Who]:
    paper = library.paper_of(meeting, entry)
    for presenters in (entry.presenters, paper.header.presenters if paper else ()):
        if presenters and not isinstance(presenters, Nothing):
            return presenters
    return ()


def _guest(name: str, items: Sequence[str]) -> str:
    return f"{{person: {as_yaml(name)}, items: {as_list(items)}}}"


def _excuse(excuse: Excuse) -> str:
    if not excuse.reason:
        return as_yaml(excuse.person)
    return f"{{person: {as_yaml(excuse.person)}, reason: {as_yaml(excuse.reason)}}}"


def _listed(key: str, items: Sequence[str]) -> str:
    return "".join((f"{key}:\n", *(f"  - {item}\n" for item in items))) if items else ""


def _unlinked(words: str) -> str:
    """Words without their links: what they lead to within the paper is not there in the minutes."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([a-z-]+:([^)]*)\)", lambda link: link[1] or link[2], words).split())


def _item(library: Library, meeting: Meeting, entry: AgendaEntry) -> str:
    """The heading of an item, and what its paper asked for."""
    paper = library.paper_of(meeting, entry)
    asked = [f"{each.verb} {_unlinked(each.text)}" for each in paper.header.recommendations] if paper else []
    if not asked:
        return f"## {entry.id}\n\n{UNWRITTEN}: what was said.\n"
    listed = "\n".join(f"- {each}" for each in asked)
    return f"## {entry.id}\n\n{UNWRITTEN}: what was said, and what was decided on these proposals:\n\n{listed}\n"
