"""Rules about what is closed to the public: codes G750 to G753."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Writing
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.minutes import ClosedBlock, Minutes, RestrictedBlock
from govdocs.model.papers import Paper
from govdocs.model.record import Block
from govdocs.model.restrictions import Restriction
from govdocs.places import Place
from govdocs.read.nodes import Prose

_EXCLUDES = re.compile(r"\bexclu(?:de|ded|ding|sion of)\b[^.]{0,30}\b(?:public|press)\b", re.IGNORECASE)
_GROUND = re.compile(
    r"\b(?:act|regulations?|confidential|exempt|prejudic\w+|commercial\w*|personal|section|schedule|paragraph|staff\w*"
    r"|legal\w*|sensitive|contract\w*|nature of|because|as it)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Closed:
    """Something that is closed: what it is called, its restriction, where it stands."""

    called: str
    facts: Restriction | RestrictedBlock
    place: Place
    subject: str


def _all_closed(library: Library) -> Iterator[_Closed]:
    for meeting in library.meetings.values():
        for entry in meeting.entries():
            if entry.restricted is not None:
                yield _Closed(f"`{entry.id}`", entry.restricted, entry.restricted.place(), f"entry {entry.id}")
    for paper in library.papers.values():
        yield from _of_paper(paper)
    for minutes in library.minutes.values():
        for item in minutes.items:
            yield from _passages(item.content)


def _of_paper(paper: Paper) -> Iterator[_Closed]:
    if (facts := paper.header.restricted) is not None:
        yield _Closed("this paper", facts, facts.place(), f"paper {paper.name}")
    for appendix in paper.header.appendices:
        if (facts := appendix.restricted) is not None:
            yield _Closed(f"`{appendix.id}`", facts, facts.place(), f"appendix {appendix.id}")
    for part in paper.parts:
        yield from _passages(part.content)


def _passages(content: tuple[Prose | Block, ...]) -> Iterator[_Closed]:
    for part in content:
        if isinstance(part, RestrictedBlock):
            yield _Closed("this passage", part, part.place(), f"ground {part.ground}")


def look_for_closed_items_without_ground(records: Records) -> Iterator[Found]:
    """Checks:
        Every item of a closed session says on what ground it is closed; and so do minutes where the public are sent
        out: in a `closed` block, or in words.

    Looks at:
        entries after a `section` whose `session` is not open, `restricted`, `closed` blocks, and sentences of minutes
        that exclude the public.

    Why:
        The law lets a body close its doors for named reasons only, and asks it to name them.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was resolved to exclude the public and the press.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        It was resolved to exclude the public and the press because of the confidential nature of the business.
    """
    for meeting in records.library.meetings.values():
        yield from _entries_without_ground(records.library, meeting)
    for writing in records.writings:
        if isinstance(writing.source, Minutes):
            yield from _closings_without_ground(writing, writing.source)


def _entries_without_ground(library: Library, meeting: Meeting) -> Iterator[Found]:
    body = library.body_of(meeting)
    for entry in _closed_entries(meeting, body) if body else ():
        paper = library.paper_of(meeting, entry)
        if body and entry.restricted is None and (paper is None or paper.header.restricted is None):
            message = f"`{entry.id}` is taken in a closed session without a ground; expected `restricted`"
            hint = f"add `restricted: {{ground: …}}` with one of the body's grounds{_grounds(body)}"
            yield Found(entry.place(), message, hint, subject=f"entry {entry.id}")


def _closings_without_ground(writing: Writing, minutes: Minutes) -> Iterator[Found]:
    closings = list(minutes.blocks(ClosedBlock))
    for item, block in closings:
        if not block.ends and block.ground is None and block.resolution is None:
            message = "the public are sent out without a ground; expected `ground`, or the `resolution`"
            subject = f"item {item.id}" if item else ""
            yield Found(block.place(), message, "add `ground:` with one of the body's grounds", subject=subject)
    for paragraph, offset, sentence in writing.sentences() if not closings else ():
        match = _EXCLUDES.search(sentence)
        if match is not None and not _GROUND.search(sentence):
            message = f"`{match[0]}` names no ground; expected the reason that the law asks for"
            hint = "add the ground, in words or as a `closed` block"
            yield Found(paragraph.at(offset + match.start()), message, hint, length=len(match[0]), subject="ground")


def _closed_entries(meeting: Meeting, body: Body) -> Iterator[AgendaEntry]:
    """The entries that are taken in a closed part of a meeting that is open otherwise."""
    is_open = {session.id: session.open for session in body.sessions}
    closed = False
    for entry in meeting.entries():
        if entry.session is not None:
            closed = not is_open.get(entry.session, True)
        elif closed and not entry.is_section and not entry.standing:
            yield entry


def _grounds(body: Body) -> str:
    names = ", ".join(f"`{ground.id}`" for ground in body.grounds)
    return f": {names}" if names else ""


def look_for_restrictions_without_review(records: Records) -> Iterator[Found]:
    """Checks:
        What is closed says when it is looked at again, and who decided to close it: by name or by a resolution.

    Looks at:
        `review`, `by` and `resolution` of `restricted`, at entries, papers, appendices and passages.

    Why:
        What is closed without a day stays closed for ever, and nobody can be asked why.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{item: lease, title: Lease, presenters: [alex-example], time: 10:00, restricted: {ground: contract}}]

    Right:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - item: lease
            title: Lease
            presenters: [alex-example]
            time: 10:00
            restricted: {ground: contract, review: 2026-12-31, by: the Clerk}
    """
    for closed in _all_closed(records.library):
        facts = closed.facts
        if not facts.review:
            message = f"{closed.called} is closed without a day; expected when it is looked at again"
            hint = "add `review:` with a day"
            yield Found(closed.place, message, hint, subject=closed.subject)
        elif isinstance(facts, Restriction) and not (facts.by or facts.resolution):
            message = f"{closed.called} is closed, and nobody is said to have decided so; expected who, or a resolution"
            hint = "add `by:` with a name, or `resolution:`"
            yield Found(closed.place, message, hint, subject=closed.subject)


def look_for_overdue_restrictions(records: Records) -> Iterator[Found]:
    """Checks:
        The day on which something closed was to be looked at again has not passed.

    Looks at:
        `review` of what is `restricted`, and today.

    Why:
        The reasons for closing something end; the paper is then owed to the public.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - item: lease
            title: Lease
            presenters: [alex-example]
            time: 10:00
            restricted: {ground: contract, review: 2026-04-30, by: the Clerk}

    Right:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/meeting.yaml
        agenda:
          - item: lease
            title: Lease
            presenters: [alex-example]
            time: 10:00
            restricted: {ground: contract, review: 2026-12-31, by: the Clerk}
    """
    for closed in _all_closed(records.library):
        review = closed.facts.review
        if review is not None and review < records.today:
            message = (
                f"{closed.called} was to be looked at again on {review}; today is {records.today}, expected a later day"
            )
            hint = "open it, or write the next day"
            yield Found(closed.facts.place("review"), message, hint, length=10, subject=closed.subject)


def look_for_closing_that_was_lost(records: Records) -> Iterator[Found]:
    """Checks:
        The resolution on which something is closed was carried.

    Looks at:
        `resolution` of `restricted` and `closed`, and the outcome of that decision.

    Why:
        Doors that a vote kept open were not lawfully closed.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        id: doors
        how: show-of-hands
        outcome: lost
        ---
        That the public be excluded on the ground of contracts.
        ```

        ```closed
        ground: contract
        resolution: doors
        ```

    Right:
        # records/bodies/board.yaml
        grounds: [{id: contract, label: Contracts}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        id: doors
        how: show-of-hands
        outcome: carried
        ---
        That the public be excluded on the ground of contracts.
        ```

        ```closed
        ground: contract
        resolution: doors
        ```
    """
    library = records.library
    for minutes in library.minutes.values():
        decided = {block.id: block for _, block in minutes.blocks(DecisionBlock) if block.id}
        meeting = library.meetings.get(minutes.meeting)
        closings = [(block.resolution, block.place("resolution")) for _, block in minutes.blocks(ClosedBlock)]
        closings += [
            (entry.restricted.resolution, entry.restricted.place("resolution"))
            for entry in (meeting.entries() if meeting else ())
            if entry.restricted is not None
        ]
        for name, place in closings:
            decision = decided.get(name or "")
            if decision is not None and decision.outcome not in ("carried", "in-part"):
                message = (
                    f"this is closed on `{name}`, which was {decision.outcome}; expected a resolution that was carried"
                )
                related = (Related(decision.place("outcome"), "the resolution"),)
                yield Found(
                    place, message, "open it, or correct the outcome", related, len(name or ""), f"decision {name}"
                )


RULES: tuple[RecordRule, ...] = (
    record_rule("G750", "closed-without-ground", STOPS_PUBLICATION, look_for_closed_items_without_ground),
    record_rule("G751", "closed-without-review", NOTED, look_for_restrictions_without_review),
    record_rule("G752", "closed-review-overdue", WARNS, look_for_overdue_restrictions),
    record_rule("G753", "closed-on-a-lost-resolution", STOPS_PUBLICATION, look_for_closing_that_was_lost),
)
