"""Rules about agendas and what they promise: codes G501 to G506 and G511."""

import difflib
from collections.abc import Iterator

from govdocs.check.rule import FAILS, STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.scalars import is_slug

#: Ways in which a paper is known not to be in the pack, so that nobody will look for it there.
GONE = ("withdrawn", "deferred", "circulated-before", "not-published", "elsewhere")

#: So many items of which so large a part has no presenter are the way in which a body writes its agenda.
SEVERAL, MOST = 3, 3 / 4


def look_for_missing_papers(records: Records) -> Iterator[Found]:
    """Checks:
        Every paper that an agenda promises is there.

    Looks at:
        Records: agendas and papers.

    Why:
        A member who turns to paper F and finds nothing cannot prepare, and a decision taken without its paper can be
        challenged.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, time: 10:15}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---
    """
    for meeting in records.library.meetings.values():
        for entry in meeting.entries():
            if entry.held in GONE:
                continue
            yield from _missing_minutes(records.library, meeting, entry)
            for name in entry.all_papers:
                if records.library.paper(meeting, name) or records.library.is_broken(
                    "paper", _full_name(meeting, name)
                ):
                    continue
                short = name.rpartition("/")[2]
                expected = f"expected `{_folder(meeting, name)}/papers/{short}.md`"
                if entry.held:
                    message = (
                        f"paper `{short}` is held ({entry.held}) and not in the pack; {expected} before the meeting"
                    )
                    hint = "add the paper when it comes, or waive this with a reason and a last day"
                else:
                    message = f"the agenda promises paper `{short}` and there is no file for it; {expected}"
                    hint = _like(records.library, meeting, name)
                yield Found(entry.place("paper"), message, hint, length=len(name), subject=f"entry {entry.id}")


def _missing_minutes(library: Library, meeting: Meeting, entry: AgendaEntry) -> Iterator[Found]:
    """The minutes that an entry promises and nobody has typed; those of meetings kept elsewhere are not looked for."""
    body = library.body_of(meeting)
    standing = {item.id: item for item in body.agenda.standing} if body is not None else {}
    if entry.standing not in standing or standing[entry.standing].paper != "minutes":
        return
    for name in entry.of:
        if name in library.meetings and name not in library.minutes and not library.is_broken("minutes", name):
            message = f"the agenda promises the minutes of `{name}`; expected `meetings/{name}/minutes.md`"
            hint = f"run `govdocs new minutes {name}`, or write `held: to-follow` and waive this until they come"
            yield Found(entry.place("of"), message, hint, length=len(name), subject=f"entry {entry.id}")


def _like(library: Library, meeting: Meeting, name: str) -> str:
    """What to do about a paper that is not there: perhaps it is one whose name was typed otherwise."""
    folder, slash, short = name.rpartition("/")
    there = [paper.name for paper in library.papers.values() if paper.meeting == (folder or meeting.id)]
    promised = {one for entry in meeting.entries() for one in entry.all_papers}
    near = difflib.get_close_matches(short, [one for one in there if one not in promised], n=1)
    if near:
        return f"write `{folder}{slash}{near[0]}`"
    return "add the file, or write `held: to-follow` with a title and presenters"


def look_for_stray_papers(records: Records) -> Iterator[Found]:
    """Checks:
        Every paper in a meeting's folder is on its agenda.

    Looks at:
        Records: agendas and papers.

    Why:
        A paper that no entry names has no letter, is not in the pack, and will not be read.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
    """
    named = {
        _full_name(meeting, name)
        for meeting in records.library.meetings.values()
        for entry in meeting.entries()
        for name in entry.all_papers
    }
    without = {meeting.id for meeting in records.library.meetings.values() if _lacks_agenda(records.library, meeting)}
    for paper in records.library.papers.values():
        if records.library.is_broken("meeting", paper.meeting) or paper.meeting in without or not is_slug(paper.name):
            continue  # the agenda could not be read or is not there, or the name is the finding
        if paper.id not in named:
            message = (
                f"paper `{paper.name}` is in the folder of the meeting and not on its agenda; expected an entry for it"
            )
            hint = f"add `- paper: {paper.name}` to the agenda of {paper.meeting}, or move the file away"
            yield Found(paper.place("title"), message, hint, subject=f"paper {paper.name}")


def _lacks_agenda(library: Library, meeting: Meeting) -> bool:
    """Whether a meeting has no agenda, which then lacks all that its body requires: that is one finding."""
    body = library.body_of(meeting)
    return not meeting.agenda and body is not None and any(item.required for item in body.agenda.standing)


def look_for_times_out_of_order(records: Records) -> Iterator[Found]:
    """Checks:
        The times of an agenda never run backwards, and lie between the meeting's start and end.

    Looks at:
        Records: times of agendas.

    Why:
        People who come for one item arrive at the printed time.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:30}
          - {item: roads, title: Roads, time: 10:15}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15}
          - {item: roads, title: Roads, time: 10:30}
    """
    for meeting in records.library.meetings.values():
        latest, where = meeting.start, Related(meeting.place("start"), f"the meeting starts at {meeting.start:%H:%M}")
        for entry in meeting.entries():
            if entry.time is None:
                continue
            place, subject = entry.place("time"), f"entry {entry.id}"
            if entry.time < latest:
                message = f"`{entry.id}` begins at {entry.time:%H:%M}; expected {latest:%H:%M} or later"
                yield Found(place, message, "put the times in order", (where,), 5, subject)
            elif meeting.end is not None and entry.time >= meeting.end:
                message = (
                    f"`{entry.id}` begins at {entry.time:%H:%M}; expected a time before the end, {meeting.end:%H:%M}"
                )
                end = Related(meeting.place("end"), "the meeting's end")
                yield Found(place, message, "move the item, or the meeting's end", (end,), 5, subject)
            if entry.time >= latest:
                latest, where = entry.time, Related(place, f"the item before begins at {entry.time:%H:%M}")


def look_for_missing_times(records: Records) -> Iterator[Found]:
    """Checks:
        On an agenda that prints times, every item has one.

    Looks at:
        Records: times of agendas.

    Why:
        A gap in the column of times looks like a mistake, and usually is one.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15}
          - {item: roads, title: Roads}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - {item: parks, title: Parks, time: 10:15}
          - {item: roads, title: Roads, time: 10:30}
    """
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        items = [entry for entry in meeting.agenda if not entry.is_section]
        if body is None or all(column.id != "time" for column in body.agenda.columns):
            continue
        if any(entry.time for entry in items):
            for entry in items:
                if entry.time is None:
                    message = f"`{entry.id}` has no time; expected one, as the other items have"
                    yield Found(entry.place(), message, "add `time: …`", subject=f"entry {entry.id}")


def look_for_missing_presenters(records: Records) -> Iterator[Found]:
    """Checks:
        Every item of an agenda names who presents it: in the entry, the paper, or the body's standing item. A body
        whose agendas have several items of their own and name nobody at three of four does without, as does one that
        names nobody anywhere, not at its standing items either; and so does a meeting that has been, has its minutes
        here, and names nobody at any item of its own.

    Looks at:
        Records: agendas, papers, standing items of bodies.

    Why:
        The chair calls on somebody.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parking, title: Parking}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parking, title: Parking, presenters: [alex-example]}]
    """
    does_without = _bodies_without_presenters(records.library)
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is None or all(column.id != "presenter" for column in body.agenda.columns):
            continue
        lacking = [entry for entry in meeting.entries() if _lacks_presenter(records.library, meeting, body, entry)]
        own = [entry for entry in meeting.entries() if entry.item or entry.paper]
        has_been = meeting.id in records.library.minutes and all(entry in lacking for entry in own)
        if meeting.body in does_without or has_been:
            continue
        for entry in lacking:
            message = f"nobody presents `{entry.id}`; expected `presenters` here or in the paper"
            hint = "add `presenters: […]`, or `presenters: blank` if it is meant"
            yield Found(entry.place(), message, hint, subject=f"entry {entry.id}")


def _bodies_without_presenters(library: Library) -> set[str]:
    """The bodies whose agendas have several items of their own and name nobody at most, or that name nobody at all."""
    own: dict[str, list[bool]] = {}
    for meeting in library.meetings.values():
        if meeting.body and (body := library.body_of(meeting)) is not None:
            entries = [entry for entry in meeting.entries() if entry.item or entry.paper]
            own.setdefault(meeting.body, []).extend(_lacks_presenter(library, meeting, body, one) for one in entries)
    silent = {key for key, body in library.bodies.items() if not any(one.presenters for one in body.agenda.standing)}
    return {
        body
        for body, lacking in own.items()
        if (len(lacking) >= SEVERAL and sum(lacking) >= MOST * len(lacking)) or (body in silent and all(lacking))
    }


def _lacks_presenter(library: Library, meeting: Meeting, body: Body, entry: AgendaEntry) -> bool:
    standing = {item.id: item for item in body.agenda.standing}
    paper = library.paper_of(meeting, entry)
    of_paper = paper.header.presenters if paper else ()
    of_standing = standing[entry.standing].presenters if entry.standing in standing else ()
    if entry.is_section or entry.items or entry.presenters or of_paper or of_standing:
        return False
    # A paper that is missing or could not be read is a finding of its own.
    return not entry.paper or paper is not None or bool(entry.held)


def look_for_missing_standing_items(records: Records) -> Iterator[Found]:
    """Checks:
        Every standing item that the body requires is on the agenda.

    Looks at:
        Records: agendas, standing items of bodies.

    Why:
        Standing orders ask for it at every meeting: declarations of interest, the minutes of the last meeting.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: welcome}, {standing: apologies}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: welcome}, {standing: apologies}, {standing: declarations}]
    """
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is None:
            continue
        there = {entry.standing for entry in meeting.entries()}
        missing = [item for item in body.agenda.standing if item.required and item.id not in there]
        if _lacks_agenda(records.library, meeting):
            listed = ", ".join(f"`{item.id}`" for item in missing)
            message = f"the meeting has no agenda; expected at least the standing items that it must have: {listed}"
            related = (Related(missing[0].place(), "required here"),)
            hint = "add `agenda:` with these and the meeting's papers"
            yield Found(meeting.place(), message, hint, related, subject="field agenda")
            continue
        for item in missing:
            message = f"the agenda lacks the standing item `{item.id}`; expected it at every meeting of {body.name}"
            related = (Related(item.place(), "required here"),)
            hint = f"add `- standing: {item.id}`"
            yield Found(meeting.place("agenda"), message, hint, related, subject=f"standing {item.id}")


def look_for_wrong_next_meetings(records: Records) -> Iterator[Found]:
    """Checks:
        The next meeting that an agenda announces is later than this one, and is the one that the repository holds. One
        that the minutes announce is later as well.

    Looks at:
        Records: `next` of agendas and minutes, meetings.

    Why:
        People put the date into their diaries from here.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        date: 2026-05-14
        next: {date: 2026-04-16, venue: main}

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        date: 2026-05-14
        next: {date: 2026-06-18, venue: main}
    """
    for meeting in records.library.meetings.values():
        if meeting.next is None:
            continue
        place = meeting.place("next", "date")
        after = records.library.meeting_after(meeting)
        if meeting.next.date <= meeting.date:
            message = f"the next meeting is on {meeting.next.date}; expected a day after this one, {meeting.date}"
            yield Found(place, message, "correct the date", length=10, subject="field next")
        elif after is not None and after.date != meeting.next.date:
            message = f"the next meeting is announced for {meeting.next.date}; expected {after.date}, as in its record"
            related = (Related(after.place("date"), "the next meeting's record"),)
            yield Found(place, message, "correct one of the two", related, 10, "field next")
    for minutes in records.library.minutes.values():
        header, held = minutes.header, records.library.meetings.get(minutes.meeting)
        if header.next is not None and held is not None and header.next.date <= held.date:
            message = f"the minutes announce the next meeting for {header.next.date}; expected a day after {held.date}"
            yield Found(header.place("next", "date"), message, "correct the date", length=10, subject="field next")


def _full_name(meeting: Meeting, name: str) -> str:
    return name if "/" in name else f"{meeting.id}/{name}"


def _folder(meeting: Meeting, name: str) -> str:
    return f"meetings/{name.rpartition('/')[0] or meeting.id}"


RULES: tuple[RecordRule, ...] = (
    record_rule("G501", "paper-missing", STOPS_CIRCULATION, look_for_missing_papers),
    record_rule("G502", "paper-not-on-agenda", STOPS_CIRCULATION, look_for_stray_papers),
    record_rule("G503", "time-out-of-order", FAILS, look_for_times_out_of_order),
    record_rule("G504", "time-missing", WARNS, look_for_missing_times),
    record_rule("G505", "presenter-missing", STOPS_CIRCULATION, look_for_missing_presenters),
    record_rule("G506", "standing-item-missing", STOPS_CIRCULATION, look_for_missing_standing_items),
    record_rule("G511", "next-meeting-wrong", FAILS, look_for_wrong_next_meetings),
)
