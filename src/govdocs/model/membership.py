"""Who is what on a day: seats, offices and posts as at a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from govdocs.model.bodies import Body
from govdocs.model.seats import Appointment, Office, Seat
from govdocs.model.values import Nothing


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a seat on a day; ``alternate_for`` is the member whom an alternate stands in for, else empty."""

    person: str
    seat: Seat
    appointment: Appointment
    alternate_for: str = ""

    @property
    def votes(self) -> bool:
        """Whether this person may vote, for the seat or for the member stood in for."""
        powers = self.appointment.powers
        return self.seat.votes and (not powers or "vote" in powers)


def holds(appointment: Appointment, day: date) -> bool:
    """Whether an appointment runs on ``day``; one whose beginning is unknown does unless it has ended."""
    begun = appointment.from_ is Nothing.UNKNOWN or (
        not isinstance(appointment.from_, Nothing) and appointment.from_.first <= day
    )
    return begun and (appointment.to is None or day <= appointment.to.last)


def members_at(body: Body, day: date) -> tuple[Member, ...]:
    """Everybody in a seat on ``day``, alternates included, in the order of the seats."""
    return tuple(
        Member(appointment.person, seat, appointment, appointment.alternate_for or "")
        for seat in body.seats
        for appointment in seat.appointments
        if holds(appointment, day)
    )


def holders_of(office: Office, day: date) -> tuple[str, ...]:
    """Who holds an office on ``day``."""
    return tuple(appointment.person for appointment in office.appointments if holds(appointment, day))


def offices_of(body: Body, person: str, day: date) -> tuple[Office, ...]:
    """The offices that a person holds on ``day``."""
    return tuple(office for office in body.offices if person in holders_of(office, day))


def classes_of(members: Iterable[Member]) -> frozenset[str]:
    """The ids of the seats, and of their constituencies, that these members fill."""
    return frozenset(
        name for member in members for name in (member.seat.id, member.seat.constituency) if name is not None
    )
