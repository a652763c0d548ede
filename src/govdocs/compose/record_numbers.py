"""Printed numbers of actions and decisions, counted by the body's schemes in the order in which they arose."""

from collections.abc import Iterable, Mapping
from datetime import date

from govdocs.compose.agenda_numbers import write_reference
from govdocs.model.bodies import ReferenceScheme
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


def action_numbers(library: Library, body: str) -> Mapping[str, str]:
    """The number of each action of a body by its key; none where the body does not number them."""
    scheme = _scheme(library, body, "actions")
    found = ((key, one.arose, one.meeting) for key, one in library.actions.items() if one.body == body)
    return _count(library, scheme, found) if scheme is not None else {}


def decision_numbers(library: Library, body: str) -> Mapping[str, str]:
    """The number of each decision of a body by its key; none where the body does not number them."""
    scheme = _scheme(library, body, "decisions")
    found = ((key, one.date, one.meeting) for key, one in library.decisions.items() if body in one.bodies)
    return _count(library, scheme, found) if scheme is not None else {}


def _scheme(library: Library, body: str, of: str) -> ReferenceScheme | None:
    record = library.bodies.get(body)
    found = getattr(record.references, of) if record is not None and record.references is not None else None
    return found if isinstance(found, ReferenceScheme) else None


def _count(library: Library, scheme: ReferenceScheme, records: Iterable[tuple[str, date, str]]) -> dict[str, str]:
    """Numbers along a scheme, of records with the day and the meeting at which each arose."""
    numbers: dict[str, str] = {}
    counts: dict[object, int] = {}
    for key, day, meeting in sorted(records, key=lambda record: record[1]):
        year = day.year - (day.month < scheme.year_starts)
        run: object = {"yearly": year, "meeting": meeting, "never": ""}[scheme.restart]
        counts[run] = counts.get(run, scheme.start - 1) + 1
        numbers[key] = write_reference(scheme, counts[run], day, _number(library.meetings.get(meeting)))
    return numbers


def _number(meeting: Meeting | None) -> int | None:
    return meeting.number if meeting is not None else None
