"""Whether ids are unique among their like."""

from collections.abc import Iterator

from govdocs.diagnostics import Diagnostic, Related
from govdocs.model import problems
from govdocs.model.index import Library
from govdocs.model.record import Record
from govdocs.places import Place


def check_duplicates(library: Library) -> Iterator[Diagnostic]:
    """Findings about ids that are used twice in one list, one agenda, or among a body's actions and decisions."""
    records: list[Record] = [*library.bodies.values(), *library.meetings.values()]
    records += [paper.header for paper in library.papers.values()]
    records += [data_set.facts for paper in library.papers.values() for data_set in paper.data_sets.values()]
    for record in records:
        yield from _in_lists(record)
    for meeting in library.meetings.values():
        seen: dict[str, Place] = {}
        for entry in meeting.entries():
            if entry.id:
                yield from _second(entry.id, "the agenda", entry.place(), seen)
    yield from _in_minutes(library)


def _in_lists(record: Record) -> Iterator[Diagnostic]:
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from _in_lists(value)
        if not isinstance(value, tuple) or not value or not isinstance(value[0], Record):
            continue
        seen: dict[str, Place] = {}
        for item in value:
            if "id" in type(item).model_fields and item.id is not None:
                yield from _second(str(item.id), f"`{info.alias or name}`", item.place("id"), seen)
            yield from _in_lists(item)


def _in_minutes(library: Library) -> Iterator[Diagnostic]:
    """Actions and decisions of one meeting with the same id."""
    for minutes in library.minutes.values():
        seen: dict[str, Place] = {}
        for item in minutes.items:
            for part in item.content:
                own = getattr(part, "id", None)
                if own and isinstance(part, Record):
                    yield from _second(str(own), "these minutes", part.place("id"), seen)


def _second(name: str, where: str, place: Place, seen: dict[str, Place]) -> Iterator[Diagnostic]:
    if name in seen:
        message = f"the id `{name}` is in {where} a second time; expected each id once"
        related = (Related(seen[name], f"`{name}` is here first"),)
        yield Diagnostic(problems.DUPLICATE_ID, message, place, "choose another id", related, len(name))
    seen.setdefault(name, place)
