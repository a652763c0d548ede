"""Printed numbers of actions and decisions, counted by the body's schemes in the order in which they arose."""

from collections.abc import Iterable, Mapping
from datetime import date

from govdocs.compose.agenda_numbers import write_reference
from govdocs.model.bodies import ReferenceScheme
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


class RecordNumbers:
    """The numbers of a body's actions and decisions, by their keys; none where the body does not number them."""

    def __init__(self, library: Library, body: str) -> None:
        actions = ((key, one.arose, one.meeting) for key, one in library.actions.items() if one.body == body)
        decisions = ((key, one.date, one.meeting) for key, one in library.decisions.items() if body in one.bodies)
        self.actions = _count(library, _scheme(library, body, "actions"), actions)
        self.decisions = _count(library, _scheme(library, body, "decisions"), decisions)


def _scheme(library: Library, body: str, of: str) -> ReferenceScheme | None:
    record = library.bodies.get(body)
    found = getattr(record.references, of) if record is not None and record.references is not None else None
    return found if isinstance(found, ReferenceScheme) else None


def _count(
    library: Library, scheme: ReferenceScheme | None, records: Iterable[tuple[str, date, str]]
) -> Mapping[str, str]:
    """Numbers along a scheme, of records with the day and the meeting at which each arose."""
    if scheme is None:
        return {}
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
