"""People, offices, groups, organisations and rooms as a body prints them, as at a day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from govdocs.model.bodies import Body
from govdocs.model.patterns import fill
from govdocs.model.people import Organisation, Person, Post, Venue, Where, Who
from govdocs.model.seats import Appointment, Group, Office
from govdocs.model.style import NameStyle
from govdocs.model.values import PartialDate

_LOOSE = re.compile(r"(,\s*)+(?=[,)]|$)|(?<=\()[\s,]+")
_BEFORE = re.compile(r"\s+([,;.)])")


@dataclass(frozen=True, slots=True)
class Names:
    """How one body names people on one day; ``chair`` is who chairs then, if that is known."""

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    venues: Mapping[str, Venue]
    body: Body
    day: date
    chair: str = ""

    @property
    def style(self) -> NameStyle:
        """The body's patterns for names."""
        return self.body.style.names

    def print(self, who: Who | str, pattern: str) -> str:
        """A person in the words of ``pattern``; what is not known leaves no stray comma behind."""
        return tidy(fill(pattern, self.facts(who)))

    def presenter(self, who: Who) -> str:
        """A presenter on the agenda: a person, a group, or whoever holds an office."""
        if (group := self.group(who.person)) is not None:
            return group.name
        if (office := self.office(who.person)) is not None:
            holder = self.holder(office)
            return self.print(holder, self.style.chair) if holder else office.label or office.name
        return self.print(who, self.style.agenda)

    def facts(self, who: Who | str) -> dict[str, str]:
        """What a pattern can name of a person; a printed name stands for itself."""
        slug = who if isinstance(who, str) else who.person
        printed = "" if isinstance(who, str) else who.printed
        person = self.people.get(slug)
        if person is None:
            facts = {"name": slug, "surname": slug}
            return {**facts, "post": printed, "post_short": printed} if printed else facts
        facts = {
            "title": person.honorific,
            "name": person.name,
            "surname": person.family_name,
            "forename": person.forename,
            "letters": person.letters,
        }
        if printed:
            return {**facts, "post": printed, "post_short": printed}
        post = self.post(person)
        if post is None:
            return facts
        return {
            **facts,
            "post": post.post,
            "post_short": post.short or post.post,
            **self.organisation(post.organisation),
        }

    def post(self, person: Person) -> Post | None:
        """The post that the person holds on the day."""
        return next((post for post in person.posts if self._covers(post)), None)

    def organisation(self, name: str) -> dict[str, str]:
        """What a pattern can name of an organisation; a printed one stands for itself."""
        found = self.organisations.get(name)
        if found is None:
            return dict.fromkeys(_ORGANISATION, name)
        short = found.short or found.name
        return {
            "organisation": found.name,
            "organisation_short": short,
            "organisation_code": found.code or short,
            "organisation_word": found.word or short,
        }

    def venue(self, where: Where) -> str:
        """A room with its address."""
        if where.printed:
            return where.printed
        venue = self.venues.get(where.venue)
        if venue is None:
            return where.venue
        return f"{venue.name}, {venue.address}" if venue.address else venue.name

    def office(self, name: str) -> Office | None:
        """The office with that id."""
        return next((office for office in self.body.offices if office.id == name), None)

    def group(self, name: str) -> Group | None:
        """The group with that id."""
        return next((group for group in self.body.groups if group.id == name), None)

    def holder(self, office: Office) -> str:
        """Who holds an office on the day; the chair of the meeting stands for the chair of the body."""
        if office.id == "chair" and self.chair:
            return self.chair
        return next((held.person for held in office.appointments if self._covers(held)), "")

    def office_of(self, person: str) -> Office | None:
        """The office that a person holds on the day."""
        held = (office for office in self.body.offices for seat in office.appointments if _is(seat, person, self))
        return next(held, None)

    def several(self, people: Sequence[Who], pattern: str) -> tuple[str, ...]:
        """Several people, each in the words of ``pattern``."""
        return tuple(self.print(who, pattern) for who in people)

    def _covers(self, post: Post | Appointment) -> bool:
        return covers(post, self.day)


_ORGANISATION = ("organisation", "organisation_short", "organisation_code", "organisation_word")


def covers(post: Post | Appointment, day: date) -> bool:
    """Whether ``day`` lies in the time of a post or an appointment."""
    starts = not isinstance(post.from_, PartialDate) or post.from_.first <= day
    return starts and (post.to is None or day <= post.to.last)


def _is(seat: Appointment, person: str, names: Names) -> bool:
    return seat.person == person and covers(seat, names.day)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Text without the gaps that unknown parts of a pattern leave: double spaces, commas with nothing after them."""
    text = _LOOSE.sub("", _BEFORE.sub(r"\1", re.sub(r"\s+", " ", text).strip()))
    return text.replace("()", "").strip(" ,\N{EN DASH}-")
