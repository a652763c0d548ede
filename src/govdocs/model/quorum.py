"""Whether enough members were there: item by item, those with a conflict of interest left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from govdocs.model.attendance import Attendance, Position, attendance_of
from govdocs.model.bodies import Body
from govdocs.model.index import Library
from govdocs.model.membership import Member, classes_of, holders_of, members_at
from govdocs.model.minutes import DeclarationBlock, MinuteItem, Minutes
from govdocs.model.seats import Quorum, QuorumRule
from govdocs.model.values import NotStated


@dataclass(frozen=True, slots=True)
class QuorumCheck:
    """The quorum of one body at one moment.

    ``counted`` are the voting members who were there and free to take part, ``conflicted`` those who were not free;
    ``lacking`` says in words what is missing, and is empty where there is a quorum. ``needed`` is 0 where the rule
    gives no number.
    """

    body: str
    item: str
    needed: int
    counted: tuple[str, ...]
    conflicted: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether there is a quorum."""
        return not self.lacking


def conflicted_in(minutes: Minutes, item: MinuteItem) -> tuple[str, ...]:
    """Who declared an interest in an item and took no part in deciding it."""
    return tuple(
        who.person
        for stands_in, block in minutes.blocks(DeclarationBlock)
        if (block.item or (stands_in.id if stands_in is not None else "")) == item.id
        and block.consequence in ("did-not-vote", "withdrew")
        for who in block.people
    )


def quorum_checks(library: Library, minutes: Minutes, *, to_vote: bool = False) -> Iterator[QuorumCheck]:
    """The quorum of each body at each item, at the moment when fewest were there; none where no rule is stated.

    ``to_vote`` asks for the rule on voting, where the body has one of its own.
    """
    meeting = library.meetings.get(minutes.meeting)
    if meeting is None:
        return
    for name in meeting.all_bodies:
        body = library.bodies.get(name)
        if body is None or body.quorum is NotStated.NOT_STATED:
            continue
        for number, item in enumerate(minutes.items):
            checks = [
                quorum_at(library, minutes, name, (number, moment), to_vote=to_vote)
                for moment in range(len(item.content) + 1)
            ]
            found = [check for check in checks if check is not None]
            if found:
                yield min(found, key=lambda check: (check.is_met, len(check.counted)))


def quorum_at(
    library: Library, minutes: Minutes, body_id: str, position: Position, *, to_vote: bool = False
) -> QuorumCheck | None:
    """The quorum of one body at one moment; None where the body, the meeting or the rule is not known."""
    meeting, body = library.meetings.get(minutes.meeting), library.bodies.get(body_id)
    if meeting is None or body is None or not isinstance(body.quorum, Quorum):
        return None
    rule = body.quorum.to_vote if to_vote and body.quorum.to_vote is not None else body.quorum
    item = minutes.items[position[0]] if 0 <= position[0] < len(minutes.items) else None
    conflicted = conflicted_in(minutes, item) if item is not None else ()
    present = tuple(one for one in attendance_of(minutes) if one.is_member and one.at(position))
    if not body.seats:
        return _without_seats(rule, body_id, item.id if item is not None else "", present, conflicted)
    there = _voting_members(body_id, body, meeting.date, present)
    left_out = set(rule.leave_out)
    free = [member for member in there if member.person not in conflicted and not left_out & classes_of((member,))]
    needed = _needed(rule, body, meeting.date)
    counted = tuple(dict.fromkeys(member.person for member in free))
    lacking = tuple(_lacking(rule, body, meeting.date, free, needed))
    away = tuple(name for name in conflicted if any(member.person == name for member in there))
    return QuorumCheck(body_id, item.id if item is not None else "", needed, counted, away, lacking)


def _without_seats(
    rule: QuorumRule, body_id: str, item: str, present: tuple[Attendance, ...], conflicted: tuple[str, ...]
) -> QuorumCheck:
    """The quorum of a body whose seats are not in the records: all that were present count, where a number is asked."""
    there = tuple(dict.fromkeys(one.person for one in present if not one.line.bodies or body_id in one.line.bodies))
    counted = tuple(person for person in there if person not in conflicted)
    needed = rule.at_least or 0
    lacking = (f"{len(counted)} of {needed} members",) if len(counted) < needed else ()
    return QuorumCheck(body_id, item, needed, counted, tuple(set(conflicted) & set(there)), lacking)


def _voting_members(body_id: str, body: Body, day: date, there: tuple[Attendance, ...]) -> list[Member]:
    """Each voting seat with the person who was there for it: its holder, or else somebody standing in."""
    there = tuple(one for one in there if not one.line.bodies or body_id in one.line.bodies)
    names = {one.person for one in there}
    standing_in = {name: one.person for one in there for name in one.line.for_}
    found: dict[str, Member] = {}
    for member in members_at(body, day):
        if not member.votes:
            continue
        if member.person in names and not (member.alternate_for and member.alternate_for in names):
            found.setdefault(member.seat.id, member)
        elif member.person in standing_in and member.person not in names:
            stand_in = Member(standing_in[member.person], member.seat, member.appointment, member.person)
            found.setdefault(member.seat.id, stand_in)
    return list(found.values())


def _needed(rule: QuorumRule, body: Body, day: date) -> int:
    """The number that the rule asks for."""
    voting = [seat for seat in body.seats if seat.votes and not {seat.id, seat.constituency} & set(rule.leave_out)]
    members = [
        member
        for member in members_at(body, day)
        if not member.alternate_for and member.seat.id in {seat.id for seat in voting}
    ]
    of = {
        "seats": len(voting),
        "filled-seats": len({member.seat.id for member in members}),
        "members": len({member.person for member in members}),
    }[rule.of]
    numbers = [rule.at_least or 0]
    if rule.at_least_share is not None:
        numbers.append(ceil(rule.at_least_share * of))
    if rule.more_than is not None:
        numbers.append(floor(rule.more_than * of) + 1)
    return max(numbers)


def _lacking(rule: QuorumRule, body: Body, day: date, free: list[Member], needed: int) -> Iterator[str]:
    """What is missing, in words."""
    people = {member.person for member in free}
    if len(people) < needed:
        yield f"{len(people)} of {needed} members"
    if rule.each_organisation is not None:
        for organisation in body.organisations:
            count = len({member.person for member in free if member.seat.organisation == organisation})
            if count < rule.each_organisation:
                yield f"{count} of {rule.each_organisation} members from `{organisation}`"
    filled = classes_of(free)
    for choice in rule.must_include:
        offices = [office for office in body.offices if office.id in choice]
        in_office = any(person in people for office in offices for person in holders_of(office, day))
        if not in_office and not filled & set(choice):
            yield _nobody(body, choice)


def _nobody(body: Body, choice: tuple[str, ...]) -> str:
    """That none of those was there who must be, by the names that the body gives them."""
    classes = {one.id: one.name for one in body.constituencies}
    posts = {seat.id: seat.name for seat in body.seats} | {office.id: office.name for office in body.offices}
    names = " or ".join(posts.get(name) or classes.get(name, name) for name in choice)
    return f"nobody {'as' if any(name in posts for name in choice) else 'of the'} {names}"
