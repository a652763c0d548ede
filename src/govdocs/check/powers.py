"""Rules about what members may do: majorities, proxies and offices; codes G810 to G813."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from govdocs.check.rule import FAILS, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.attendance import Position, attendance_of
from govdocs.model.bodies import Body
from govdocs.model.decisions import DecisionBlock, Votes
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.membership import Member, classes_of, members_at
from govdocs.model.minutes import Minutes, PersonLine
from govdocs.model.seats import Appointment, Office, Threshold
from govdocs.model.values import Nothing


def look_for_majorities_not_reached(records: Records) -> Iterator[Found]:
    """Checks:
        A decision that needs a special majority was carried if the majority was reached, and lost if not.

    Looks at:
        `threshold`, `votes` and `outcome` of decisions; `thresholds` of the body.

    Why:
        A change of the rules that had too few votes is no change of the rules.

    Wrong:
        # records/bodies/board.yaml
        thresholds: [{id: special, at_least: 75%, for: to change the rules}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the new rules}]
        how: show-of-hands
        threshold: special
        outcome: carried
        votes: {for: 2, against: 1}
        ```

    Right:
        # records/bodies/board.yaml
        thresholds: [{id: special, at_least: 75%, for: to change the rules}]
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        ```decision
        parts: [{verb: approve, text: the new rules}]
        how: show-of-hands
        threshold: special
        outcome: carried
        votes: {for: 3, against: 1}
        ```
    """
    for minutes, meeting, body in _held(records.library):
        thresholds = {threshold.id: threshold for threshold in body.thresholds}
        for item, decision in minutes.blocks(DecisionBlock):
            threshold = thresholds.get(decision.threshold or "")
            if threshold is None or decision.votes is None or decision.outcome not in ("carried", "lost"):
                continue
            position = next((at for at, one in enumerate(minutes.items) if item is one), -1)
            all_of = _counted_against(threshold, decision.votes, body, meeting, minutes, (position, 0))
            if not all_of or decision.votes.for_ is None:
                continue
            reached = _is_reached(threshold, Fraction(decision.votes.for_, all_of))
            if reached != (decision.outcome == "carried"):
                needed = f"`{threshold.id}` {'was' if reached else 'was not'} reached"
                message = (
                    f"this was {decision.outcome} with {decision.votes.for_} of {all_of}, and the majority {needed}; "
                    f"expected `{'carried' if reached else 'lost'}`"
                )
                related = (Related(threshold.place(), "the majority that it needs"),)
                hint = "correct outcome or votes"
                yield Found(
                    decision.place("outcome"), message, hint, related, subject=f"item {item.id if item else ''}"
                )


def _counted_against(
    threshold: Threshold, votes: Votes, body: Body, meeting: Meeting, minutes: Minutes, at: Position
) -> int:
    """What the share is of; 0 where that is not known."""
    if threshold.of == "votes-cast":
        return (votes.for_ or 0) + (votes.against or 0) if votes.against is not None else 0
    voting = {member.person for member in members_at(body, meeting.date) if member.votes and not member.alternate_for}
    if threshold.of == "members":
        return len(voting)
    there = [one for one in attendance_of(minutes) if one.is_member and one.at(at)]
    return sum(1 for one in there if one.person in voting or set(one.line.for_) & voting)


def _is_reached(threshold: Threshold, share: Fraction) -> bool:
    if threshold.at_least is not None and share < threshold.at_least:
        return False
    return threshold.more_than is None or share > threshold.more_than


def look_for_proxies_not_allowed(records: Records) -> Iterator[Found]:
    """Checks:
        Somebody who sits for another member is an alternate of that member, or holds a proxy that the body allows: no
        more of them than one person may hold, and for nothing that a proxy may not do.

    Looks at:
        `for` in the lists of minutes, movers and seconders; `proxies` and appointments of the body.

    Why:
        A vote that was given by the wrong person, or twice by one, makes the decision open to challenge.

    Wrong:
        # records/bodies/board.yaml
        proxies: {allowed: no}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, {person: jo-member, for: sam-member}]
        ---
        ## welcome

    Right:
        # records/bodies/board.yaml
        proxies: {allowed: yes, most_each: 1}
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample, {person: jo-member, for: sam-member}]
        ---
        ## welcome
    """
    for minutes, meeting, body in _held(records.library):
        if body.proxies is None:
            continue
        for line in minutes.header.present:
            held = tuple(name for name in line.for_ if not _is_alternate(body, line.person, name, meeting.date))
            yield from _proxies_of(body, line, held)
            if held and body.proxies.allowed and body.proxies.powers and "propose" not in body.proxies.powers:
                yield from _proposals(minutes, body, line, meeting.date)


def _proxies_of(body: Body, line: PersonLine, held: tuple[str, ...]) -> Iterator[Found]:
    """Whether somebody may hold these proxies at all, and so many."""
    rule = body.proxies
    if rule is None or not held:
        return
    related = (Related(rule.place(), "what the body's record says"),)
    subject = f"person {line.person}"
    if not rule.allowed:
        message = (
            f"`{line.person}` is there for `{held[0]}`, and the body allows no proxies; expected the member, or an"
        )
        hint = "take `for` out, or enter the person as an alternate at the seat"
        yield Found(line.place("for"), f"{message} alternate", hint, related, 1, subject)
    elif rule.most_each is not None and len(held) > rule.most_each:
        message = f"`{line.person}` holds {len(held)} proxies; expected at most {rule.most_each}"
        yield Found(line.place("for"), message, "correct the list", related, 1, subject)


def _proposals(minutes: Minutes, body: Body, line: PersonLine, day: date) -> Iterator[Found]:
    """Motions by somebody who is there with a proxy alone, which gives no right to propose."""
    if any(member.person == line.person for member in members_at(body, day)):
        return
    for item, decision in minutes.blocks(DecisionBlock):
        if line.person in (decision.mover, *decision.seconders):
            key = "mover" if decision.mover == line.person else "seconders"
            message = f"`{line.person}` is there by proxy, which gives no right to propose; expected a member"
            hint = "correct the name, or the powers of proxies in the body's record"
            yield Found(decision.place(key), message, hint, subject=f"item {item.id if item else ''}")


def _is_alternate(body: Body, person: str, member: str, day: date) -> bool:
    return any(one.person == person and one.alternate_for == member for one in members_at(body, day))


def look_for_offices_not_open(records: Records) -> Iterator[Found]:
    """Checks:
        An office that is open to some seats or constituencies only is held by somebody who has such a seat, and nobody
        else stands for it.

    Looks at:
        `open_to` and appointments of offices, seats of the body, elections in minutes.

    Why:
        A treasurer whom the rules do not allow may sign nothing.

    Wrong:
        # records/bodies/board.yaml
        seats:
          - {id: lay, name: Lay member, appointments: [{person: jo-member, from: 2020}]}
          - {id: officer, name: Officer, appointments: [{person: sam-member, from: 2020}]}
        offices:
          - {id: chair, name: Chair, appointments: [{person: jo-member, from: 2020}]}
          - {id: auditor, name: Auditor, open_to: [lay], appointments: [{person: sam-member, from: 2021}]}

    Right:
        # records/bodies/board.yaml
        seats:
          - {id: lay, name: Lay member, appointments: [{person: jo-member, from: 2020}]}
          - {id: officer, name: Officer, appointments: [{person: sam-member, from: 2020}]}
        offices:
          - {id: chair, name: Chair, appointments: [{person: jo-member, from: 2020}]}
          - {id: auditor, name: Auditor, open_to: [lay], appointments: [{person: jo-member, from: 2021}]}
    """
    for body in records.library.bodies.values():
        for office in body.offices:
            for held in office.appointments if office.open_to else ():
                if not _may_hold(body, office, held):
                    yield _not_open(office, held)


def _may_hold(body: Body, office: Office, held: Appointment) -> bool:
    """Whether somebody had a seat that the office is open to at some time while holding it."""
    first = date.min if isinstance(held.from_, Nothing) else held.from_.last
    days = [first, *([held.to.first] if held.to is not None else [])]
    return any(
        classes_of(member for member in members_at(body, day) if member.person == held.person) & set(office.open_to)
        for day in days
    )


def _not_open(office: Office, held: Appointment) -> Found:
    wanted = " or ".join(f"`{name}`" for name in office.open_to)
    message = f"`{held.person}` is {office.name} and has no seat that may hold that office; expected a seat of {wanted}"
    hint = "correct the appointment, or the seats"
    related = (Related(office.place("open_to"), "who may hold it"),)
    return Found(held.place(), message, hint, related, 1, f"office {office.id}")


def look_for_votes_without_a_right(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever is named as having voted has a vote: in a seat that votes, as an alternate who may vote, or by proxy;
        and whoever moves or seconds has a seat that may speak.

    Looks at:
        `named`, `mover` and `seconders` of decisions; seats and appointments of the body at the meeting's date.

    Why:
        A vote too many can turn a decision.

    Wrong:
        # records/bodies/board.yaml
        seats:
          - {id: one, name: Member, appointments: [{person: robin-sample, from: 2020}]}
          - {id: clerk, name: Clerk, votes: no, appointments: [{person: jo-member, from: 2020}]}
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
        how: recorded
        outcome: carried
        named: {for: [robin-sample, jo-member]}
        ```

    Right:
        # records/bodies/board.yaml
        seats:
          - {id: one, name: Member, appointments: [{person: robin-sample, from: 2020}]}
          - {id: clerk, name: Clerk, votes: no, appointments: [{person: jo-member, from: 2020}]}
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
        how: recorded
        outcome: carried
        named: {for: [robin-sample]}
        ```
    """
    for minutes, meeting, body in _held(records.library):
        members = members_at(body, meeting.date)
        if len(meeting.all_bodies) > 1 or not members:
            continue
        voting = {member.person for member in members if member.votes}
        voting |= {line.person for line in minutes.header.present if line.for_}
        silent = {member.person: member for member in members if member.person not in voting}
        for item, decision in minutes.blocks(DecisionBlock):
            subject = f"item {item.id}" if item is not None else ""
            yield from _named_without_vote(decision, silent, subject)
            for person in (decision.mover, *decision.seconders):
                if person in silent and not silent[person].seat.speaks:
                    message = (
                        f"`{person}` moved or seconded, and has a seat that may not speak; expected another member"
                    )
                    place = decision.place("mover" if person == decision.mover else "seconders")
                    yield Found(place, message, "correct the name, or the seat", subject=subject)


def _named_without_vote(decision: DecisionBlock, silent: Mapping[str, Member], subject: str) -> Iterator[Found]:
    named = decision.named
    for key, people in (("for", named.for_), ("against", named.against)) if named is not None else ():
        for number, person in enumerate(people):
            if person in silent:
                seat = silent[person].seat
                message = f"`{person}` voted, and has the seat `{seat.id}` without a vote; expected members with a vote"
                related = (Related(seat.place(), "the seat"),)
                hint = "correct the name, or the seat"
                yield Found(decision.place("named", key, number), message, hint, related, 1, subject)


def _held(library: Library) -> Iterator[tuple[Minutes, Meeting, Body]]:
    """The minutes of each meeting, with each body that met."""
    for minutes in library.minutes.values():
        meeting = library.meetings.get(minutes.meeting)
        for name in meeting.all_bodies if meeting is not None else ():
            if meeting is not None and (body := library.bodies.get(name)) is not None:
                yield minutes, meeting, body


RULES: tuple[RecordRule, ...] = (
    record_rule("G810", "majority-not-reached", FAILS, look_for_majorities_not_reached),
    record_rule("G811", "proxy-not-allowed", FAILS, look_for_proxies_not_allowed),
    record_rule("G812", "office-not-open", WARNS, look_for_offices_not_open),
    record_rule("G813", "vote-without-right", FAILS, look_for_votes_without_a_right),
)
