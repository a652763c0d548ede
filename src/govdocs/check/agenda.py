"""Rules about agendas and what they promise: codes G501 to G529."""

from collections.abc import Iterator

from govdocs.check.rule import FAILS, NOTED, STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.papers import Paper
from govdocs.model.people import Who
from govdocs.model.values import Nothing


def look_for_missing_papers(records: Records) -> Iterator[Found]:
    """Checks:
        Every paper that an agenda promises is there.

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
                    hint = "add the file, or write `held: to-follow` with a title and presenters"
                yield Found(entry.place("paper"), message, hint, length=len(name), subject=f"entry {entry.id}")


def look_for_stray_papers(records: Records) -> Iterator[Found]:
    """Checks:
        Every paper in a meeting's folder is on its agenda.

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
    for paper in records.library.papers.values():
        if paper.id not in named:
            message = (
                f"paper `{paper.name}` is in the folder of the meeting and not on its agenda; expected an entry for it"
            )
            hint = f"add `- paper: {paper.name}` to the agenda of {paper.meeting}, or move the file away"
            yield Found(paper.place("title"), message, hint, subject=f"paper {paper.name}")


def look_for_times_out_of_order(records: Records) -> Iterator[Found]:
    """Checks:
        The times of an agenda never run backwards, and lie between the meeting's start and end.

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
        Every item of an agenda names who presents it: in the entry, the paper, or the body's standing item.

    Why:
        The chair calls on somebody.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parking, title: Parking}]

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: parking, title: Parking, presenters: [alex-example]}]
    """
    for meeting in records.library.meetings.values():
        body = records.library.body_of(meeting)
        if body is None or all(column.id != "presenter" for column in body.agenda.columns):
            continue
        standing = {item.id: item for item in body.agenda.standing}
        for entry in meeting.entries():
            paper = records.library.paper_of(meeting, entry)
            of_paper = paper.header.presenters if paper else ()
            of_standing = standing[entry.standing].presenters if entry.standing in standing else ()
            if entry.is_section or entry.items or entry.presenters or of_paper or of_standing:
                continue
            message = f"nobody presents `{entry.id}`; expected `presenters` here or in the paper"
            hint = "add `presenters: […]`, or `presenters: blank` if it is meant"
            yield Found(entry.place(), message, hint, subject=f"entry {entry.id}")


def look_for_missing_standing_items(records: Records) -> Iterator[Found]:
    """Checks:
        Every standing item that the body requires is on the agenda.

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
        for item in body.agenda.standing:
            if item.required and item.id not in there:
                message = f"the agenda lacks the standing item `{item.id}`; expected it at every meeting of {body.name}"
                related = (Related(item.place(), "required here"),)
                yield Found(
                    meeting.place("agenda"),
                    message,
                    f"add `- standing: {item.id}`",
                    related,
                    subject=f"standing {item.id}",
                )


def look_for_other_titles(records: Records) -> Iterator[Found]:
    """Checks:
        Where an agenda gives a paper another title than the paper's own, the two are compared.

    Why:
        A member looks for the paper under the words of the agenda, and the minutes will quote one of the two.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, title: Spending plans}]
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
    for entry, paper in _entries_with_papers(records.library):
        if entry.title and not _same_words(entry.title, paper.header.title):
            message = f"the agenda calls this paper `{entry.title}`; expected its own title, `{paper.header.title}`"
            related = (Related(paper.place("title"), "the paper's title"),)
            hint = "remove `title` here, or change the title of the paper"
            yield Found(entry.place("title"), message, hint, related, len(entry.title), f"entry {entry.id}")


def look_for_other_presenters(records: Records) -> Iterator[Found]:
    """Checks:
        Where an agenda names other presenters than the paper's cover, the two are compared.

    Why:
        Somebody prepares to present, and it should be the one whom the chair will call.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, presenters: [jo-member]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---
    """
    for entry, paper in _entries_with_papers(records.library):
        on_agenda, on_cover = _people(entry.presenters), _people(paper.header.presenters)
        if on_agenda and on_cover and on_agenda != on_cover:
            message = (
                f"the agenda has {_listed(on_agenda)} present this paper; expected {_listed(on_cover)}, as on its cover"
            )
            related = (Related(paper.place("presenters"), "the cover's presenters"),)
            yield Found(entry.place("presenters"), message, "make the two agree", related, subject=f"entry {entry.id}")


def look_for_other_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        What the agenda asks for (to approve, to receive) is among the paper's recommendations.

    Why:
        A board that is told to receive a report and then asked to approve spending has not been told.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: receive}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: approve}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
    """
    for entry, paper in _entries_with_papers(records.library):
        verbs = [recommendation.verb for recommendation in paper.header.recommendations]
        if entry.action and entry.action is not Nothing.BLANK and verbs and entry.action not in verbs:
            message = f"the agenda says `{entry.action}`; expected one of what the paper recommends: {_listed(verbs)}"
            related = (Related(paper.place("recommendations"), "the paper's recommendations"),)
            hint = "change the action on the agenda, or the recommendation"
            yield Found(entry.place("action"), message, hint, related, len(str(entry.action)), f"entry {entry.id}")


def look_for_absent_sponsors(records: Records) -> Iterator[Found]:
    """Checks:
        Nobody who is to present a paper, or who sponsors it, has sent apologies.

    Why:
        Somebody else must be ready to answer for the paper.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: apologies, apologies: [jo-member]}, {paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        sponsor: jo-member
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: apologies, apologies: [jo-member]}, {paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        sponsor: sam-member
        ---
    """
    for meeting in records.library.meetings.values():
        sorry = {excuse.person: excuse for entry in meeting.entries() for excuse in entry.apologies}
        for entry in meeting.entries():
            paper = records.library.paper_of(meeting, entry)
            if paper is None or not sorry:
                continue
            sponsor = paper.header.sponsor
            roles = [("presents", who, "presenters") for who in _who(entry.presenters or paper.header.presenters)]
            roles += [("sponsors", sponsor, "sponsor")] if isinstance(sponsor, Who) else []
            for verb, who, key in roles:
                if who.person in sorry:
                    message = (
                        f"`{who.person}` {verb} this paper and has sent apologies; expected somebody who will be there"
                    )
                    related = (Related(sorry[who.person].place(), "the apologies"),)
                    hint = "ask who stands in, and name them"
                    yield Found(paper.place(key), message, hint, related, subject=f"field {key}")


def look_for_wrong_next_meetings(records: Records) -> Iterator[Found]:
    """Checks:
        The next meeting that an agenda announces is later than this one, and is the one that the repository holds.

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


def _entries_with_papers(library: Library) -> Iterator[tuple[AgendaEntry, Paper]]:
    for meeting in library.meetings.values():
        for entry in meeting.entries():
            paper = library.paper_of(meeting, entry)
            if paper is not None:
                yield entry, paper


def _same_words(one: str, other: str) -> bool:
    return " ".join(one.lower().split()).strip(" .") == " ".join(other.lower().split()).strip(" .")


def _who(people: tuple[Who, ...] | Nothing) -> tuple[Who, ...]:
    return people if isinstance(people, tuple) else ()


def _people(people: tuple[Who, ...] | Nothing) -> set[str]:
    return {who.person for who in _who(people)}


def _listed(names: set[str] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(set(names)))


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
    record_rule("G507", "title-differs", WARNS, look_for_other_titles),
    record_rule("G508", "presenter-differs", WARNS, look_for_other_presenters),
    record_rule("G509", "verb-differs", WARNS, look_for_other_verbs),
    record_rule("G510", "sponsor-sent-apologies", NOTED, look_for_absent_sponsors),
    record_rule("G511", "next-meeting-wrong", FAILS, look_for_wrong_next_meetings),
)
