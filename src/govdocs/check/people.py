"""Rules about members, offices and the quorum: codes G801 to G819."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from govdocs.check.rule import FAILS, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.decisions import DecisionBlock
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.model.quorum import QuorumCheck, quorum_at
from govdocs.model.seats import Appointment, Quorum
from govdocs.model.values import Nothing

_UNDECIDED = {"deferred", "withdrawn", "no-report"}


def look_for_missing_quorums(records: Records) -> Iterator[Found]:
    """Checks:
        At every item on which something was decided there was a quorum of the body's own rule: voting members with a
        seat at the date of the meeting, in the room at that item, and free of a declared interest. What was put off,
        withdrawn or not reported on was not decided.

    Looks at:
        Records: seats and quorum of bodies; attendance, declarations and decisions in minutes.

    Why:
        A decision without a quorum is none.

    Wrong:
        # records/bodies/board.yaml
        quorum: {at_least: 2}
        seats:
          - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: consensus
        outcome: carried
        ```

    Right:
        # records/bodies/board.yaml
        quorum: {at_least: 2}
        seats:
          - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: consensus
        outcome: carried
        ```
    """
    for minutes in records.library.minutes.values():
        said: set[tuple[str, str]] = set()
        for decision, check in _checks_at_decisions(records.library, minutes, to_vote=True):
            decided = decision.outcome not in _UNDECIDED
            if decided and not check.is_met and (check.body, check.item) not in said:
                said.add((check.body, check.item))
                body = records.library.bodies[check.body]
                related = (Related(body.place("quorum"), "the rule"),)
                hint = "correct attendance or movements, or record that the matter was deferred"
                if isinstance(body.quorum, Quorum) and body.quorum.without:
                    hint += f"; the rule says: {body.quorum.without}"
                meeting = records.library.meetings[minutes.meeting]
                whose = f"by `{check.body}` " if len(meeting.all_bodies) > 1 else ""
                yield Found(decision.place(), _say_lacking(check, whose), hint, related, subject=f"item {check.item}")


def _checks_at_decisions(
    library: Library, minutes: Minutes, *, to_vote: bool = False
) -> Iterator[tuple[DecisionBlock, QuorumCheck]]:
    """Each decision with the quorum of each body that took it, at the moment when it was taken."""
    meeting = library.meetings.get(minutes.meeting)
    for number, item in enumerate(minutes.items):
        for moment, part in enumerate(item.content):
            if isinstance(part, DecisionBlock) and meeting is not None:
                for body in part.bodies or meeting.all_bodies:
                    check = quorum_at(library, minutes, body, (number, moment), to_vote=to_vote)
                    if check is not None:
                        yield part, check


def _say_lacking(check: QuorumCheck, whose: str) -> str:
    conflicted = f", {len(check.conflicted)} left out for an interest" if check.conflicted else ""
    is_number = any(words.endswith(" members") for words in check.lacking)
    needed = f"{check.needed} or more" if is_number else "what the rule asks for"
    found = f"{'; '.join(check.lacking)}{conflicted}"
    return f"`{check.item}` was decided {whose}without a quorum ({found}); expected {needed}"


def look_for_too_many_votes(records: Records) -> Iterator[Found]:
    """Checks:
        The votes counted on a decision are not more than the voting members who were there.

    Looks at:
        Records: votes and attendance in minutes.

    Why:
        Eight votes of seven members are the first thing that a losing side asks about.

    Wrong:
        # records/bodies/board.yaml
        quorum: {at_least: 1}
        seats:
          - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: show-of-hands
        outcome: carried
        votes: {for: 2, against: 1}
        ```

    Right:
        # records/bodies/board.yaml
        quorum: {at_least: 1}
        seats:
          - {id: one, name: One, appointments: [{person: robin-sample, from: 2020}]}
          - {id: two, name: Two, appointments: [{person: jo-member, from: 2020}]}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, jo-member]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the agenda}]
        how: show-of-hands
        outcome: carried
        votes: {for: 1, against: 1}
        ```
    """
    for minutes in records.library.minutes.values():
        there: dict[str, set[str]] = {}
        for decision, check in _checks_at_decisions(records.library, minutes):
            # That somebody voted in spite of an interest has a finding of its own.
            named = (
                {*decision.named.for_, *decision.named.against, *decision.named.abstain} if decision.named else set()
            )
            there.setdefault(str(decision.place()), set()).update(check.counted, named & set(check.conflicted))
        for item, decision in minutes.blocks(DecisionBlock):
            votes, counted = decision.votes, there.get(str(decision.place()))
            if votes is None or not counted or item is None:
                continue
            cast = sum(count or 0 for count in (votes.for_, votes.against, votes.abstain))
            most = len(counted) + (1 if decision.casting_vote else 0)
            if cast > most:
                message = f"there are {cast} votes; expected at most {most}, the voting members there"
                hint = "correct the votes, or the attendance"
                yield Found(decision.place("votes"), message, hint, subject=f"item {item.id}")


def look_for_outcomes_against_the_votes(records: Records) -> Iterator[Found]:
    """Checks:
        A decision with counted votes and no special majority was carried if more voted for it than against, and lost if
        not; equal votes need a casting vote.

    Looks at:
        Records: votes and outcomes in minutes.

    Why:
        The outcome is what people act on; the votes are what it rests on.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the lease}]
        how: show-of-hands
        outcome: carried
        votes: {for: 3, against: 5}
        ```

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the lease}]
        how: show-of-hands
        outcome: lost
        votes: {for: 3, against: 5}
        ```
    """
    for minutes in records.library.minutes.values():
        for item, decision in minutes.blocks(DecisionBlock):
            votes = decision.votes
            if (
                votes is None
                or votes.for_ is None
                or votes.against is None
                or decision.threshold
                or decision.casting_vote
            ):
                continue
            subject = f"item {item.id}" if item else ""
            if decision.outcome == "carried" and votes.for_ <= votes.against:
                message = f"this was carried with {votes.for_} for and {votes.against} against; expected more for it"
                yield Found(
                    decision.place("outcome"),
                    message,
                    "correct outcome or votes, or add `casting_vote`",
                    subject=subject,
                )
            elif decision.outcome == "lost" and votes.for_ > votes.against:
                message = f"this was lost with {votes.for_} for and {votes.against} against; expected `carried`"
                yield Found(
                    decision.place("outcome"), message, "correct outcome or votes, or add `threshold`", subject=subject
                )


def look_for_seats_held_twice(records: Records) -> Iterator[Found]:
    """Checks:
        A seat or an office has one holder at a time; alternates do not count.

    Looks at:
        Records: appointments to the seats of bodies.

    Why:
        Who may vote depends on it, and two people in one seat are two votes.

    Wrong:
        # records/bodies/board.yaml
        seats:
          - id: one
            name: One
            appointments:
              - {person: robin-sample, from: 2020-01}
              - {person: jo-member, from: 2024-01}

    Right:
        # records/bodies/board.yaml
        seats:
          - id: one
            name: One
            appointments:
              - {person: robin-sample, from: 2020-01, to: 2023-12}
              - {person: jo-member, from: 2024-01}
    """
    for body in records.library.bodies.values():
        places = [(f"seat {seat.id}", seat.appointments) for seat in body.seats]
        places += [(f"office {office.id}", office.appointments) for office in body.offices]
        for subject, appointments in places:
            kind, _, name = subject.partition(" ")
            own = sorted((one for one in appointments if not one.alternate_for), key=_first_day)
            for earlier, later in pairwise(own):
                if _still_there(earlier, later):
                    message = (
                        f"`{later.person}` has the {kind} `{name}` from {later.from_}, when `{earlier.person}` had "
                        "not left; expected one holder at a time"
                    )
                    related = (Related(earlier.place(), "the appointment before"),)
                    hint = "add `to:` to the appointment before, or correct it"
                    yield Found(later.place(), message, hint, related, subject=subject)


def _first_day(appointment: Appointment) -> date:
    """The first day that it can mean; an unknown one counts as long ago."""
    return date.min if isinstance(appointment.from_, Nothing) else appointment.from_.first


def _still_there(earlier: Appointment, later: Appointment) -> bool:
    """Whether the earlier holder certainly had not left; a month or year in common is no proof."""
    if isinstance(earlier.to, Nothing) or isinstance(later.from_, Nothing):
        return False
    return earlier.to is None or later.from_.last < earlier.to.first


RULES: tuple[RecordRule, ...] = (
    record_rule("G801", "quorum-not-met", STOPS_PUBLICATION, look_for_missing_quorums),
    record_rule("G802", "votes-too-many", FAILS, look_for_too_many_votes),
    record_rule("G803", "outcome-against-votes", FAILS, look_for_outcomes_against_the_votes),
    record_rule("G804", "seat-held-twice", WARNS, look_for_seats_held_twice),
)
