"""Who belongs to a body, in which seat and which office, from when to when; and what a quorum is."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PlainValidator, model_validator

from govdocs.model.complaints import misfit, refusal
from govdocs.model.people import Who
from govdocs.model.record import Record
from govdocs.model.refers import (
    ConstituencyId,
    OfficeId,
    OrganisationId,
    OrganisationName,
    PersonName,
    SeatId,
    SeatOrClass,
)
from govdocs.model.scalars import NothingToo, Partial, Refers, Share, Slug, Translations, Whole, YesNo, parse_slug
from govdocs.model.values import Nothing


class Appointment(Record):
    """A person in a seat or an office for a time."""

    called: ClassVar[str] = "an appointment"

    person: PersonName
    """Who."""
    from_: Annotated[Partial | Nothing, NothingToo(Nothing.UNKNOWN)]
    """The first day, month or year, or `unknown`."""
    to: Partial | None = None
    """The last day, month or year; without it, until now."""
    how: str = ""
    """Elected, appointed, co-opted."""
    nominated_by: OrganisationName | None = None
    """The organisation that put the person forward."""
    alternate_for: PersonName | None = None
    """The member whom this person stands in for."""
    powers: tuple[Literal["speak", "vote", "propose"], ...] = ()
    """What somebody standing in may do; without it, all that the seat may."""


class Constituency(Record):
    """A class of members."""

    called: ClassVar[str] = "a constituency"

    id: Slug
    """Its id."""
    name: str
    """Its name."""
    translations: Translations = Field(default_factory=dict)
    """The name in other languages."""


class Seat(Record):
    """A place on the body, filled or vacant."""

    called: ClassVar[str] = "a seat"

    id: Slug
    """Its id."""
    name: str
    """Its name."""
    organisation: OrganisationName | None = None
    """The organisation that it speaks for."""
    constituency: ConstituencyId | None = None
    """The class of members that it belongs to."""
    votes: YesNo = True
    """Whether it votes, and counts for the quorum."""
    speaks: YesNo = True
    """Whether it may speak."""
    remit: str = ""
    """What its holder answers for."""
    clause: str = ""
    """The clause of the rules that makes the seat."""
    appointments: tuple[Appointment, ...] = ()
    """Who held it, and when."""
    translations: Translations = Field(default_factory=dict)
    """The name in other languages."""


class Office(Record):
    """An office of the body, such as chair."""

    called: ClassVar[str] = "an office"

    id: Slug
    """Its id."""
    name: str
    """Its name."""
    label: str = ""
    """As printed behind its holder's name; without it, the name."""
    open_to: tuple[SeatOrClass, ...] = ()
    """Seats or constituencies that may hold it; none means all."""
    appointments: tuple[Appointment, ...] = ()
    """Who held it, and when."""
    translations: Translations = Field(default_factory=dict)
    """Name and label in other languages."""


class Group(Record):
    """People named together, such as the clinical chairs."""

    called: ClassVar[str] = "a group"

    id: Slug
    """Its id."""
    name: str
    """As printed."""
    people: tuple[Who, ...] = ()
    """Its people."""
    seats: tuple[SeatId, ...] = ()
    """Seats whose holders belong to it."""
    translations: Translations = Field(default_factory=dict)
    """The name in other languages."""


class Rotation(Record):
    """A turn in the chair."""

    called: ClassVar[str] = "a turn in the chair"

    organisation: OrganisationId
    """Whose turn it is."""
    from_: Partial
    """Since when."""
    to: Partial
    """Until when."""


def _one_or_several(value: object) -> tuple[str, ...]:
    """An id, or a list of ids of which one is enough."""
    if isinstance(value, str):
        return (parse_slug(value),)
    if isinstance(value, list) and value:
        return tuple(parse_slug(item) for item in value)
    raise refusal("an id, or a list of ids of which one is enough")


OneOf = Annotated[tuple[str, ...], PlainValidator(_one_or_several), Refers("office-seat-or-constituency")]


class QuorumRule(Record):
    """How many must be there."""

    called: ClassVar[str] = "a quorum for voting"
    short_form: ClassVar[str] = "at_least"

    at_least: Whole | None = None
    """A number of members."""
    at_least_share: Share | None = None
    """A share, itself enough: `1/3`."""
    more_than: Share | None = None
    """A share that must be exceeded: `1/2`."""
    of: Literal["seats", "filled-seats", "members"] = "filled-seats"
    """What the share is of: all voting seats, the filled ones, or the people who hold them."""
    each_organisation: Whole | None = None
    """A number from each organisation of the body."""
    leave_out: tuple[SeatOrClass, ...] = ()
    """Seats and constituencies that do not count."""
    must_include: tuple[OneOf, ...] = ()
    """Offices, seats or constituencies of which somebody must be there; an inner list is a choice."""

    @model_validator(mode="after")
    def _says_something(self) -> "QuorumRule":
        counts = (self.at_least, self.at_least_share, self.more_than, self.each_organisation)
        if all(count is None for count in counts) and not self.must_include:
            hint = "add `at_least: 3`, or write `quorum: not-stated`"
            raise misfit("a quorum without a number; expected `at_least`, `more_than` or `must_include`", hint)
        return self


class Quorum(QuorumRule):
    """How many must be there to meet, and to vote where that is another number."""

    called: ClassVar[str] = "a quorum"

    to_vote: QuorumRule | None = None
    """What it takes to vote, where that differs."""
    without: str = ""
    """What happens when there is no quorum."""


class Threshold(Record):
    """A majority that some decisions need."""

    called: ClassVar[str] = "a threshold"

    id: Slug
    """Its id, which a decision names."""
    at_least: Share | None = None
    """A share, itself enough."""
    more_than: Share | None = None
    """A share that must be exceeded."""
    of: Literal["votes-cast", "present", "members"] = "votes-cast"
    """What the share is of."""
    for_: str = ""
    """What it is needed for, in words."""


class Proxies(Record):
    """Whether members may be represented."""

    called: ClassVar[str] = "the rule on proxies"

    allowed: YesNo
    """Whether proxies may be given."""
    most_each: Whole | None = None
    """How many one person may hold."""
    powers: tuple[Literal["speak", "vote", "propose"], ...] = ()
    """What a proxy may do; without it, all that the member may."""


class Notice(Record):
    """A number of days before or after the meeting."""

    called: ClassVar[str] = "a rule on notice"

    of: Literal["agenda", "papers", "minutes", "questions", "private-session", "motions"]
    """What must be out by then."""
    at_least: Whole | None = None
    """Days before the meeting."""
    at_most: Whole | None = None
    """Days after the meeting."""
    days: Literal["clear", "working", "clear-working", "calendar"] = "calendar"
    """Which days count."""


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Pattern(Record):
    """On which days a body meets."""

    called: ClassVar[str] = "the pattern of meetings"

    weekday: Weekday
    """The day of the week."""
    weeks: tuple[Whole, ...] = ()
    """Which ones of the month, 1 to 4; 5 is the last. Without it, any."""
    months: tuple[Whole, ...] = ()
    """In which months, 1 to 12. Without it, in all."""


TermsElement = Literal[
    "purpose", "membership", "quorum", "decision-rule", "delegated-authority", "conflicts-of-interest", "frequency",
    "notice", "reporting", "escalation", "review-date", "version", "approving-body",
]  # fmt: skip
"""Something that terms of reference settle."""


class TermsRequirements(Record):
    """What a body asks of terms of reference: its own, and those of the groups that report to it."""

    called: ClassVar[str] = "what terms of reference need"

    requires: tuple[TermsElement, ...]
    """What they have to settle. Where a body has no such list, that is all but `frequency`, `notice` and
    `escalation`."""


class CastingVote(Record):
    """Who decides when votes are equal."""

    called: ClassVar[str] = "the casting vote"
    short_form: ClassVar[str] = "office"

    office: Annotated[OfficeId | Nothing, NothingToo(Nothing.NONE)]
    """The office that has it, or `none`."""
