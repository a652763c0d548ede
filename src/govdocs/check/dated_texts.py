"""Every typed text that may name a day, with the day of its meeting: prose, cells of tables, titles, other values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govdocs.check.figures import tables_of
from govdocs.check.writings import Role, Writing
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.record import Record
from govdocs.places import Place
from govdocs.read.nodes import Mapping, Node, Scalar, Sequence

#: Keys whose values are ids, dates or remarks, or are read as prose.
_NO_WORDS = {"note", "waivers", "text", "id", "translations", "recommendations", "figures", "file"}


class TextKind(StrEnum):
    """Where the words stand."""

    PROSE = "prose"
    CELL = "cell"  # of a typed table
    VALUE = "value"  # of a record: a title, an answer, printed words


@dataclass(frozen=True, slots=True)
class DatedText:
    """Words on one line, the day of the meeting that reads them (None without one), and the place of each character."""

    words: str
    day: date | None
    at: Callable[[int], Place]
    kind: TextKind
    source: Record | Paper | Minutes | None = None


def read_dated_texts(library: Library, writings: tuple[Writing, ...]) -> tuple[DatedText, ...]:
    """All of them, prose first."""
    return (*_paragraphs(writings), *_cells(library), *_values(library))


def _paragraphs(writings: tuple[Writing, ...]) -> Iterator[DatedText]:
    for writing in writings:
        source = writing.source if isinstance(writing.source, Paper | Minutes) else None
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.BLOCK:
                yield DatedText(paragraph.text, writing.day, paragraph.at, TextKind.PROSE, source=source)


def _cells(library: Library) -> Iterator[DatedText]:
    holders: list[Paper | Minutes] = [*library.papers.values(), *library.minutes.values()]
    for holder in holders:
        meeting = library.meetings.get(holder.meeting)
        for block in tables_of(holder):
            for cell in (cell for row in block.rows for cell in row.cells):
                yield DatedText(cell.text, meeting.date if meeting else None, _all_at(cell.place), TextKind.CELL)


def _values(library: Library) -> Iterator[DatedText]:
    for meeting in library.meetings.values():
        yield from _of_record(meeting, meeting)
    holders: list[Paper | Minutes] = [*library.papers.values(), *library.minutes.values()]
    for holder in holders:
        yield from _of_record(holder.header, library.meetings.get(holder.meeting))


def _of_record(record: Record, meeting: Meeting | None) -> Iterator[DatedText]:
    day = meeting.date if meeting else None
    for scalar in _scalars(record.node):
        yield DatedText(" ".join(scalar.text.split()), day, _all_at(scalar.place), TextKind.VALUE, source=record)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node:
            if entry.key.text not in _NO_WORDS:
                yield from _scalars(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)


def _all_at(place: Place) -> Callable[[int], Place]:
    return lambda _: place
