"""Who was there, and when: computed from the lists and from the movements typed where they happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from govdocs.diagnostics import Diagnostic, Related
from govdocs.model import problems
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes, MovementBlock, PersonLine
from govdocs.places import Place

Position = tuple[int, int]
"""A moment of the minutes: the item, in the order taken, and what stands under it, both from 0."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of presence, both ends in it; ``certain`` is False where an end is only known by the clock or not."""

    first: Position
    last: Position
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person's presence: an id or a printed name, whether listed as present, and the stretches."""

    person: str
    line: PersonLine
    is_member: bool
    spells: tuple[Spell, ...]

    def at(self, position: Position) -> bool:
        """Whether the person was there at a moment."""
        return any(spell.first <= position <= spell.last for spell in self.spells)


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody comes or goes."""

    person: str
    kind: str
    position: Position
    time: time | None
    place: Place


def movements_of(minutes: Minutes) -> tuple[Movement, ...]:
    """All movements in the order in which they happened."""
    contents = ((-1, minutes.preamble), *((index, item.content) for index, item in enumerate(minutes.items)))
    return tuple(
        movement
        for index, content in contents
        for number, part in enumerate(content)
        if isinstance(part, MovementBlock)
        for movement in _movements((index, number), part)
    )


def _movements(position: Position, part: MovementBlock) -> Iterator[Movement]:
    for kind in ("arrived", "returned", "left"):
        for number, who in enumerate(getattr(part, kind)):
            yield Movement(who.person, kind, position, part.time, part.place(kind, number))


def attendance_of(minutes: Minutes) -> tuple[Attendance, ...]:
    """Everybody's presence, members first, in the order of the lists."""
    return minutes.keep("attendance", lambda: _read_attendance(minutes))


def _read_attendance(minutes: Minutes) -> tuple[Attendance, ...]:
    movements = movements_of(minutes)
    lines = [*((line, True) for line in minutes.header.present), *((x, False) for x in minutes.header.in_attendance)]
    return tuple(
        Attendance(line.person, line, member, _spells(line, minutes, [m for m in movements if m.person == line.person]))
        for line, member in lines
    )


def _spells(line: PersonLine, minutes: Minutes, movements: list[Movement]) -> tuple[Spell, ...]:
    index = {item.id: number for number, item in enumerate(minutes.items)}
    start, end = (-1, -1), (len(minutes.items), 0)
    if line.items:
        known = [index[item] for item in line.items if item in index]
        return tuple(Spell((number, 0), (number, len(minutes.items[number].content))) for number in known)
    if line.times:
        return tuple(_typed_spell(span.from_, span.to, minutes, index) for span in line.times)
    spells: list[Spell] = []
    here: Position | None = None if movements and movements[0].kind == "arrived" else start
    for movement in movements:
        if movement.kind == "left" and here is not None:
            spells.append(Spell(here, movement.position))
            here = None
        elif movement.kind != "left" and here is None:
            here = movement.position
    if here is not None:
        spells.append(Spell(here, end))
    return tuple(spells)


def _typed_spell(begin: object, finish: object, minutes: Minutes, index: dict[str, int]) -> Spell:
    first: Position = (-1, -1)
    last: Position = (len(minutes.items), 0)
    if isinstance(begin, str) and begin in index:
        first = (index[begin], 0)
    if isinstance(finish, str) and finish in index:
        last = (index[finish], len(minutes.items[index[finish]].content))
    certain = all(end in ("start", "end") or end in index for end in (begin, finish) if not isinstance(end, time))
    return Spell(first, last, certain and not isinstance(begin, time) and not isinstance(finish, time))


def check_attendance(library: Library) -> Iterator[Diagnostic]:
    """Findings about people who are said to be in two states at once."""
    for minutes in library.minutes.values():
        yield from _check_lists(minutes)
        yield from _check_movements(minutes)


def _check_lists(minutes: Minutes) -> Iterator[Diagnostic]:
    header = minutes.header
    seen: dict[str, tuple[str, Place]] = {}
    people = {
        "present": tuple(line.person for line in header.present),
        "in_attendance": tuple(line.person for line in header.in_attendance),
        "apologies": tuple(excuse.person for excuse in header.apologies),
        "absent": header.absent,
    }
    for key, names in people.items():
        for number, name in enumerate(names):
            place = header.place(key, number)
            if name in seen:
                where, first = seen[name]
                message = f"`{name}` is in `{key}` and in `{where}`; expected each person once"
                related = (Related(first, f"`{name}` in `{where}`"),)
                hint = f"take `{name}` out of one of the two"
                yield Diagnostic(problems.ATTENDANCE, message, place, hint, related, len(name), f"person {name}")
            seen.setdefault(name, (key, place))


def _check_movements(minutes: Minutes) -> Iterator[Diagnostic]:
    lines = {line.person: line for line in (*minutes.header.present, *minutes.header.in_attendance)}
    states: dict[str, str] = {}
    for movement in movements_of(minutes):
        line = lines.get(movement.person)
        before = states.get(movement.person, "")
        states[movement.person] = movement.kind
        if line is None:
            message = f"`{movement.person}` {movement.kind}, but is listed neither as present nor in attendance"
            hint = "add this person to `present` or `in_attendance`, or correct the id"
            yield _contradiction(message, movement, hint)
        elif not line.items and not line.times and (wrong := _wrong(before, movement.kind)):
            hint = "correct the word, or add the movement that is missing before this one"
            yield _contradiction(f"`{movement.person}` {movement.kind}, but {wrong}", movement, hint)


def _wrong(before: str, kind: str) -> str:
    """Why a movement cannot follow the one before; empty where it can."""
    if kind == "left" and before == "left":
        return "had already left; expected a return in between"
    if kind == "returned" and before != "left":
        return "had not left before" if before else "was there from the start; expected `arrived`, or `left` before it"
    if kind == "arrived" and before:
        return "had been there before; expected `returned`" if before == "left" else "was already there"
    return ""


def _contradiction(message: str, movement: Movement, hint: str) -> Diagnostic:
    length, subject = len(movement.person), f"person {movement.person}"
    return Diagnostic(problems.ATTENDANCE, message, movement.place, hint, (), length, subject)
