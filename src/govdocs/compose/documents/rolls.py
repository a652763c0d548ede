"""Who was there: the rolls of minutes, one for each body where several meet in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from govdocs.compose.desk import Desk
from govdocs.compose.names import covers
from govdocs.model.attendance import movements_of
from govdocs.model.decisions import DecisionBlock
from govdocs.model.meetings import Excuse, Meeting
from govdocs.model.minutes import MinuteItem, Minutes, PersonLine
from govdocs.model.patterns import fill
from govdocs.model.quorum import quorum_at, quorum_checks
from govdocs.model.seats import Quorum
from govdocs.model.values import Nothing
from govdocs.places import Place

APOLOGIES = "apologies"
_START = (0, 0)


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who was there: name, and post with what they were there for."""

    name: str
    post: str
    place: str


@dataclass(frozen=True, slots=True)
class BandView:
    """A list of people under a heading; ``quorum`` says whether they were enough, where bodies meet in common."""

    label: str
    lines: tuple[PersonView, ...]
    quorum: str = ""


def compose_rolls(desk: Desk, minutes: Minutes, meeting: Meeting) -> tuple[BandView, ...]:
    """Those present and those in attendance; apologies where no item of their own tells of them."""
    style, header = desk.body.minutes, minutes.header
    roll = _Roll(desk, minutes, meeting)
    members, guests = roll.members()
    bands = [members, BandView(style.in_attendance, (*guests, *map(roll.line, header.in_attendance)))]
    if header.apologies and not minutes.item(APOLOGIES):
        excused = tuple(absent_line(desk, excuse) for excuse in header.apologies)
        bands.append(BandView(desk.word("apologies"), excused))
    missing = tuple(
        absent_line(desk, Excuse(person=name), header.place("absent", at)) for at, name in enumerate(header.absent)
    )
    bands.append(BandView(desk.word("absent"), missing))
    return tuple(band for band in bands if band.lines)


def absent_line(desk: Desk, excuse: Excuse, place: Place | None = None) -> PersonView:
    """Somebody who was not there, with the reason that was given, and what the body thought of it."""
    names, who = desk.names, excuse.who
    known = who.person in names.people or who.printed
    post = names.print(who, names.style.attendance_post) if known else ""
    if excuse.reason:
        word = {None: "apology_reason", True: "apology_accepted", False: "apology_not_accepted"}[excuse.accepted]
        post = f"{post} {desk.word(word, reason=excuse.reason)}".strip()
    return PersonView(names.print(who, names.style.attendance), post, str(place or excuse.place()))


def public_line(desk: Desk, minutes: Minutes) -> str:
    """How many of the public were there, where somebody counted them."""
    count = minutes.header.public_present
    if count is None or count is Nothing.BLANK:
        return ""
    number = desk.nothing(count) if isinstance(count, Nothing) else str(count)
    return desk.word("public_present", number=number)


def lost_quorums(desk: Desk, minutes: Minutes, item: MinuteItem) -> tuple[str, ...]:
    """A sentence for each body that had no quorum when an item was decided, where bodies meet in common."""
    meeting = desk.library.meetings[minutes.meeting]
    if len(meeting.all_bodies) == 1 or not item.blocks(DecisionBlock):
        return ()
    checks = [check for check in quorum_checks(desk.library, minutes, to_vote=True) if check.item == item.id]
    rule = desk.body.quorum
    without = f" {rule.without}" if isinstance(rule, Quorum) and rule.without else ""
    return tuple(
        desk.word("no_quorum", body=desk.library.bodies[check.body].name) + without
        for check in checks
        if not check.is_met and check.body == desk.body_id
    )


@dataclass(frozen=True, slots=True)
class _Roll:
    """The attendance of one meeting, in the words of the body on the desk."""

    desk: Desk
    minutes: Minutes
    meeting: Meeting

    def members(self) -> tuple[BandView, tuple[PersonView, ...]]:
        """The members of the body on the desk, and the members of others that met with it as its guests."""
        label, lines = self.desk.body.minutes.present, self.minutes.header.present
        if len(self.meeting.all_bodies) == 1:
            return BandView(label, tuple(map(self.line, lines))), ()
        own = [line for line in lines if self.desk.body_id in self._sat_for(line)]
        others = [line for line in lines if line not in own]
        return self._of(self.desk.body_id, label, own), tuple(self._guest(line) for line in others)

    def _of(self, body: str, label: str, lines: Sequence[PersonLine]) -> BandView:
        """The roll of one of several bodies, with its quorum at the beginning."""
        chairs = {entry.person for entry in self.meeting.chairs if entry.body == body}
        people = tuple(self.line(line, chairs or {self.minutes.header.chair}) for line in lines)
        check = quorum_at(self.desk.library, self.minutes, body, _START)
        if check is None:
            return BandView(label, people)
        word = "quorum_met" if check.is_met else "quorum_not_met"
        counts = {"needed": str(check.needed), "counted": str(len(check.counted))}
        return BandView(label, people, self.desk.word(word, **counts))

    def line(self, line: PersonLine, chairs: set[str] | None = None) -> PersonView:
        """A person's line, with office, role, items and hours in brackets behind the post."""
        names, style = self.desk.names, self.desk.body.minutes
        suffix = style.chair_suffix if line.person in (chairs or {self.minutes.header.chair}) else ""
        if line.items:
            references = [self.desk.reference(self.meeting.id, item) or item for item in line.items]
            suffix += fill(style.items_suffix, {"items": self.desk.wording.names(references)})
        if line.as_:
            role = next((role.label for role in style.roles if role.id == line.as_), line.as_)
            suffix += f" ({role})"
        post = names.print(line, names.style.attendance_post) if line.person in names.people or line.printed else ""
        if line.for_:
            absent = self.desk.wording.names([names.print(name, names.style.attendance) for name in line.for_])
            suffix += f" ({self.desk.word('in_place_of', name=absent)})"
        if line.mode is not None and line.mode != (self.meeting.mode or "in-person"):
            suffix += f" ({self.desk.word('attended_' + line.mode.replace('-', '_'))})"
        suffix += self._hours(line)
        return PersonView(
            names.print(line, names.style.attendance), f"{line.capacity or post}{suffix}".strip(" ,"), str(line.place())
        )

    def _hours(self, line: PersonLine) -> str:
        """When somebody came late or left for good, where the minutes say the time."""
        moves = [move for move in movements_of(self.minutes) if move.person == line.person]
        words: list[str] = []
        if moves and moves[0].kind == "arrived" and moves[0].time is not None:
            words.append(self.desk.word("from_time", time=self.desk.wording.time(moves[0].time)))
        if moves and moves[-1].kind == "left" and moves[-1].time is not None:
            words.append(self.desk.word("until_time", time=self.desk.wording.time(moves[-1].time)))
        return f" ({' '.join(words)})" if words else ""

    def _guest(self, line: PersonLine) -> PersonView:
        """A member of another body, in the minutes of one body alone."""
        known = self.line(line, {""})
        bodies = self.desk.wording.names([self._name(body) for body in self._sat_for(line)])
        return PersonView(known.name, f"{known.post} ({bodies})" if known.post else bodies, known.place)

    def _name(self, body: str) -> str:
        record = self.desk.library.bodies.get(body)
        return record.name if record is not None else body

    def _sat_for(self, line: PersonLine) -> tuple[str, ...]:
        """The bodies in which a person has a seat; all that meet where no seat is known."""
        if line.bodies:
            return line.bodies
        seated = tuple(
            body
            for body in self.meeting.all_bodies
            if (record := self.desk.library.bodies.get(body)) is not None
            and any(
                held.person == line.person and covers(held, self.meeting.date)
                for seat in record.seats
                for held in seat.appointments
            )
        )
        return seated or self.meeting.all_bodies
