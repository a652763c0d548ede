"""Rules about the order of an agenda: numbers, letters, times, sections, items that stand on it twice: G513 to G522."""

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Fix, Related
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.record import descend
from govdocs.read.nodes import Scalar

_ENDS_IN_NUMBER = re.compile(r"(?P<before>.*?)(?P<number>\d+)\W*")
#: So many items that all begin when the next one does have no time, whatever they are.
CROWD = 3


def look_for_wrong_meeting_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        The numbers of a body's meetings go up by one, and begin again where its record says so. A gap is only spoken
        of between meetings that follow each other.

    Looks at:
        Records: numbers and dates of meetings, the body's scheme of references.

    Why:
        Two meetings with one number have two sets of minutes that nobody can tell apart.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        number: 4
        # meetings/board/2026-06-18/meeting.yaml
        body: board
        number: 4
        date: 2026-06-18
        start: 10:00
        session: public
        chair: robin-sample
        venue: main

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        number: 4
        # meetings/board/2026-06-18/meeting.yaml
        body: board
        number: 5
        date: 2026-06-18
        start: 10:00
        session: public
        chair: robin-sample
        venue: main
    """
    for meeting in records.library.meetings.values():
        before, body = records.library.meeting_before(meeting), records.library.body_of(meeting)
        if before is None or body is None or before.number is None or meeting.number is None:
            continue
        if _begins_anew(body, before, meeting):
            continue
        follows = before.next is not None and before.next.date == meeting.date
        expected = before.number + 1
        if meeting.number < expected or (follows and meeting.number > expected):
            message = f"this meeting has the number {meeting.number}; expected {expected}, "
            message += f"after {before.number} on {before.date}"
            related = (Related(before.place("number"), "the meeting before"),)
            yield Found(meeting.place("number"), message, "correct one of the two", related, subject="field number")


def _begins_anew(body: Body, before: Meeting, meeting: Meeting) -> bool:
    scheme = body.references.meetings
    if scheme is not None and scheme.restart == "meeting":
        return True
    first = scheme.year_starts if scheme is not None else 1
    years = [day.year - (day.month < first) for day in (before.date, meeting.date)]
    return (scheme is None or scheme.restart == "yearly") and years[0] != years[1]


def look_for_wrong_item_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        Numbers of items and letters of papers that were typed go on by one: 9 is followed by 10, paper C by paper D,
        and none stands twice.

    Looks at:
        Records: `number` and `letter` of agenda entries.

    Why:
        The minutes cite items by number, for years; one of two items with the same number cannot be cited.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, number: "9", time: 10:15}
          - {item: roads, title: Roads, number: "11", time: 10:30}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, number: "9", time: 10:15}
          - {item: roads, title: Roads, number: "10", time: 10:30}
    """
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        items = [entry for entry in meeting.agenda if not entry.is_section]
        yield from _out_of_step(items, _first_number(body), _year_behind(items, meeting.date))
        letters = [entry for entry in items if entry.letter]
        for one, other in pairwise(letters):
            if len(one.letter) == len(other.letter) == 1 and ord(other.letter) != ord(one.letter) + 1:
                is_apart = any(entry.all_papers and not entry.letter for entry in items)
                if ord(other.letter) <= ord(one.letter) or not is_apart:
                    yield _wrong(other, "letter", other.letter, chr(ord(one.letter) + 1), one)


def _first_number(body: Body | None) -> int | None:
    """The number of the first item of every meeting; None where numbers run on, or there are none."""
    scheme = body.references.items if body else None
    return scheme.start if scheme is not None and scheme.restart == "meeting" else None


def _year_behind(items: list[AgendaEntry], day: date) -> str:
    """The year that every typed number of an agenda ends with, such as `/11` in `054/11`; empty where there is none."""
    ends = {entry.number[-3:] for entry in items if entry.number}
    years = {f"{mark}{year % 100:02}" for mark in "/-." for year in (day.year, day.year - 1)}
    several = sum(bool(entry.number) for entry in items) > 1
    return ends.pop() if several and len(ends) == 1 and ends <= years else ""


def _out_of_step(items: list[AgendaEntry], first: int | None, year: str) -> Iterator[Found]:
    """Typed numbers that do not go on by one; what is not typed is counted on from the entry before."""
    before: tuple[str, int, AgendaEntry] | None = None
    for position, entry in enumerate(items):
        typed = _ENDS_IN_NUMBER.fullmatch(entry.number.removesuffix(year))
        if typed is not None:
            words, number = typed["before"], int(typed["number"])
            if before is not None and before[0] == words and number != before[1] + 1:
                width = len(typed["number"]) if typed["number"].startswith("0") else 1
                yield _wrong(entry, "number", entry.number, f"{words}{before[1] + 1:0{width}}{year}", before[2])
                after = next((one.number.removesuffix(year) for one in items[position + 1 :] if one.number), "")
                if (found := _ENDS_IN_NUMBER.fullmatch(after)) and int(found["number"]) == before[1] + 2:
                    number = before[1] + 1  # the one odd number in a row
            before = words, number, entry
        elif entry.number:
            before = None
        elif before is not None:
            before = before[0], before[1] + 1, entry
        elif first is not None and position == 0:
            before = "", first, entry


def _wrong(entry: AgendaEntry, key: str, found: str, expected: str, before: AgendaEntry) -> Found:
    message = f"`{entry.id}` has the {key} `{found}`; expected `{expected}`, after the entry before"
    related = (Related(before.place(key), "the entry before"),)
    hint = f"correct it, or remove `{key}` and let it be counted"
    typed = descend(entry.node, (key,))
    quoted = isinstance(typed, Scalar) and typed.quoted
    fix = Fix(found, expected, behind=int(quoted)) if key == "number" else None  # papers are cited by their letters
    return Found(entry.place(key), message, hint, related, len(found), f"entry {entry.id}", fix)


def look_for_too_little_time(records: Records) -> Iterator[Found]:
    """Checks:
        The minutes that items are given fit: into the time until the next item begins, and all together into the
        time between the meeting's start and its end.

    Looks at:
        Records: `time` and `minutes` of agenda entries, start and end of meetings.

    Why:
        A meeting that is planned longer than it lasts takes its last items, which are often those with money in them,
        in a hurry.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15, minutes: 30}
          - {item: roads, title: Roads, time: 10:30, minutes: 15}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15, minutes: 15}
          - {item: roads, title: Roads, time: 10:30, minutes: 15}
    """
    for meeting in records.library.meetings.values():
        timed = [entry for entry in meeting.entries() if not entry.is_section and entry.time is not None]
        for entry, after in zip(timed, (*timed[1:], None), strict=True) if timed else ():
            end = after.time if after is not None else meeting.end
            if entry.minutes is None or entry.time is None or end is None or entry.items or meeting.sittings:
                continue
            room = _minutes_between(entry.time, end)
            if 0 <= room < entry.minutes:
                until = f"`{after.id}` begins" if after is not None else "the meeting ends"
                message = f"`{entry.id}` is given {entry.minutes} minutes, and {until} {room} minutes after it; "
                message += f"expected {room} minutes or fewer"
                hint = "shorten the item, or move what follows"
                yield Found(entry.place("minutes"), message, hint, subject=f"entry {entry.id}")
        given = [entry.minutes for entry in meeting.entries() if entry.minutes is not None and not entry.items]
        if given and not timed and meeting.end is not None and not meeting.sittings:
            room = _minutes_between(meeting.start, meeting.end)
            if 0 < room < sum(given):
                message = f"the items are given {sum(given)} minutes; expected no more than the meeting's {room}"
                yield Found(meeting.place("end"), message, "shorten items, or end later", length=5, subject="field end")


def look_for_items_without_time(records: Records) -> Iterator[Found]:
    """Checks:
        No item with a paper, or of the meeting's own, begins at the same time as the item after it; and no more than
        two of the standing items do so in a row. Items that are taken together (`consent`) may.

    Looks at:
        Records: times of agendas.

    Why:
        An agenda that gives an item no time has not planned to talk about it.

    Example:
        Welcome, apologies, notice of other business and declarations of interest were all planned for one o'clock.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15}
          - {item: roads, title: Roads, time: 10:15}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {standing: welcome, time: 10:15}
          - {item: parks, title: Parks, time: 10:15}
          - {item: roads, title: Roads, time: 10:30}
    """
    for meeting in records.library.meetings.values():
        timed = [entry for entry in meeting.entries() if entry.time is not None and not entry.items]
        crowd: list[AgendaEntry] = []
        for entry, after in zip(timed, (*timed[1:], None), strict=True) if timed else ():
            is_empty = after is not None and after.time == entry.time and not (entry.consent and after.consent)
            if is_empty and not entry.standing and after is not None:
                message = f"`{entry.id}` begins at {entry.time:%H:%M}, as `{after.id}` after it does; "
                message += "expected some time for it"
                related = (Related(after.place("time"), "the next item"),)
                hint = "move what follows, or write `consent: yes` where they are taken together"
                yield Found(entry.place("time"), message, hint, related, 5, f"entry {entry.id}")
            elif is_empty:
                crowd.append(entry)
            else:
                if len(crowd) >= CROWD:
                    yield _crowded(crowd)
                crowd = []


def _crowded(crowd: list[AgendaEntry]) -> Found:
    named = ", ".join(f"`{entry.id}`" for entry in crowd)
    message = f"{named} all begin at {crowd[0].time:%H:%M}, as the item after them does; expected some time for them"
    hint = "give each a few minutes"
    return Found(crowd[0].place("time"), message, hint, length=5, subject=f"entry {crowd[0].id}")


def look_for_items_twice(records: Records) -> Iterator[Found]:
    """Checks:
        No paper, and no title, stands on an agenda twice.

    Looks at:
        Records: agendas.

    Why:
        It is discussed under one and decided under the other, and the minutes of the two do not agree.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Care of the parks, time: 10:15}
          - {item: green, title: Care of the Parks, time: 10:30}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Care of the parks, time: 10:15}
          - {item: green, title: Care of trees, time: 10:30}
    """
    for meeting in records.library.meetings.values():
        seen: dict[str, AgendaEntry] = {}
        for entry in _entries_of_one_session(meeting):
            names = [f"paper {name}" for name in entry.all_papers] or [
                f"title {_title(records.library, meeting, entry)}"
            ]
            for name in names:
                if name in seen and name != "title ":
                    kind, _, words = name.partition(" ")
                    message = f"the {kind} `{words}` stands on this agenda twice; expected it once"
                    related = (Related(seen[name].place(), "the first time"),)
                    yield Found(entry.place(), message, "remove one of the two", related, subject=f"entry {entry.id}")
                seen.setdefault(name, entry)


def _entries_of_one_session(meeting: Meeting) -> Iterator[AgendaEntry]:
    """The entries, up to where another kind of session begins: it may have the same items."""
    for entry in meeting.entries():
        if entry.session is not None and entry.session != meeting.session:
            return
        if not entry.is_section and not entry.standing:
            yield entry


def _title(library: Library, meeting: Meeting, entry: AgendaEntry) -> str:
    paper = library.paper_of(meeting, entry)
    return " ".join((entry.title or (paper.header.title if paper else "")).casefold().split())


def look_for_empty_sections(records: Records) -> Iterator[Found]:
    """Checks:
        Every section of an agenda has an item under it.

    Looks at:
        Records: agendas.

    Why:
        A heading with nothing under it is the place of an item that was lost.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {section: For decision}
          - {section: For information}
          - {item: roads, title: Roads, time: 10:30}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {section: For decision}
          - {item: parks, title: Parks, time: 10:15}
          - {section: For information}
          - {item: roads, title: Roads, time: 10:30}
    """
    for meeting in records.library.meetings.values():
        for entry, after in zip(meeting.agenda, (*meeting.agenda[1:], None), strict=True) if meeting.agenda else ():
            is_last = after is None or (after.is_section and after.session == entry.session)
            if entry.is_section and is_last and not entry.items:
                message = f"the section `{entry.section}` has no item; expected one under it"
                hint = "remove the section, or add its items"
                yield Found(entry.place("section"), message, hint, length=len(entry.section or ""), subject="section")


def _minutes_between(first: time, last: time) -> int:
    return (last.hour - first.hour) * 60 + last.minute - first.minute


RULES: tuple[RecordRule, ...] = (
    record_rule("G513", "meeting-number-wrong", WARNS, look_for_wrong_meeting_numbers),
    record_rule("G514", "item-number-wrong", WARNS, look_for_wrong_item_numbers),
    record_rule("G516", "time-too-short", WARNS, look_for_too_little_time),
    record_rule("G517", "item-without-time", NOTED, look_for_items_without_time),
    record_rule("G519", "item-twice", WARNS, look_for_items_twice),
    record_rule("G522", "section-empty", WARNS, look_for_empty_sections),
)
