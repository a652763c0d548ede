"""A meeting and its agenda."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, PlainValidator, model_validator

from govdocs.model.complaints import misfit, refusal
from govdocs.model.people import Where, Who
from govdocs.model.record import Record, kept
from govdocs.model.refers import BodyId, SessionId, StandingId, VerbId, WhoName
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import (
    Clock,
    Day,
    NothingToo,
    RecordPath,
    Refers,
    Slug,
    Translations,
    Whole,
    YesNo,
    parse_path,
)
from govdocs.model.values import Nothing
from govdocs.model.waivers import Waiver


def _paths(value: object) -> tuple[str, ...]:
    """One id or a list of ids."""
    if isinstance(value, str):
        return (parse_path(value),)
    if isinstance(value, list) and value:
        return tuple(parse_path(item) for item in value)
    raise refusal("the id of a meeting such as `board/2018-05-17`, or a list of them", problem="wrong-type")


Paths = Annotated[tuple[str, ...], PlainValidator(_paths), Refers("meeting-or-date")]
Held = Literal[
    "to-follow", "late", "tabled", "withdrawn", "deferred", "circulated-before", "not-published", "elsewhere"
]


class Excuse(Record):
    """Somebody who has sent apologies."""

    called: ClassVar[str] = "an apology"
    short_form: ClassVar[str] = "person"

    person: WhoName
    """Who."""
    printed: str = ""
    """Post and organisation as printed here."""
    reason: str = ""
    """Why."""
    accepted: YesNo | None = None
    """Whether the body accepted the reason, where it votes on that."""

    @property
    def who(self) -> Who:
        """The person alone."""
        return Who(person=self.person, printed=self.printed)

    @property
    def slug(self) -> str:
        """The id, or an empty text where a printed name was typed."""
        return self.who.slug


class AgendaEntry(Record):
    """An entry of the agenda: a section, a standing item, a paper or another item."""

    called: ClassVar[str] = "an agenda entry"

    section: str | None = None
    """A band; its words."""
    standing: StandingId | None = None
    """One of the body's standing items."""
    paper: RecordPath | None = None
    """A paper of this meeting, or of another with its path."""
    item: Slug | None = None
    """An item without a paper; its id."""
    title: str = ""
    """The title, where it is not the paper's or the standing item's."""
    number: str = ""
    """The printed number, frozen once circulated."""
    letter: str = ""
    """The paper's letter, frozen once circulated."""
    of: Paths = ()
    """The meeting or meetings whose minutes or actions these are."""
    papers: tuple[RecordPath, ...] = ()
    """More papers on the same item."""
    presenters: Annotated[tuple[Who, ...] | Nothing, NothingToo(Nothing.BLANK)] = ()
    """Who presents, where it is not as in the paper; people, groups or offices."""
    joiner: str = ""
    """Between presenters, where it is not the body's."""
    action: Annotated[VerbId | Nothing, NothingToo(Nothing.BLANK)] | None = None
    """What is asked: one of the body's verbs."""
    time: Clock | None = None
    """When it begins."""
    minutes: Whole | None = None
    """How long it takes."""
    apologies: tuple[Excuse, ...] = ()
    """Who has sent apologies beforehand."""
    held: Held | None = None
    """Why the paper is not there."""
    why: str = ""
    """The reason for a paper that is late or tabled, for the record; `words` prints one."""
    words: str = ""
    """A line under the title."""
    consent: YesNo = False
    """Whether it is taken together with others, without discussion."""
    session: SessionId | None = None
    """For a section: the kind of session that begins here."""
    restricted: Restriction | None = None
    """Why it is closed."""
    items: tuple["AgendaEntry", ...] = ()
    """Entries under this one."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> "AgendaEntry":
        given = [key for key in ("section", "standing", "paper", "item") if getattr(self, key) is not None]
        if len(given) != 1:
            found = " and ".join(f"`{key}`" for key in given) or "none of them"
            message = f"an agenda entry has {found}; expected exactly one of `section`, `standing`, `paper` and `item`"
            raise misfit(message, "begin the entry with the one that it is", at=given[1] if given else "")
        if self.item is not None and not self.title:
            raise misfit("an item without a title; expected `title`", "add `title:`", problem="missing-key", at="item")
        return self

    @property
    def id(self) -> str:
        """What links and minutes call it; empty for a section."""
        return self.standing or (self.paper or "").rpartition("/")[2] or self.item or ""

    @property
    def is_section(self) -> bool:
        """Whether it is a band."""
        return self.section is not None

    @property
    def all_papers(self) -> tuple[str, ...]:
        """Its papers, the main one first."""
        return (*((self.paper,) if self.paper else ()), *self.papers)


class NextMeeting(Record):
    """The meeting after this one."""

    called: ClassVar[str] = "the next meeting"

    date: Day
    """Its day."""
    start: Clock | None = None
    """Its beginning."""
    venue: Where | None = None
    """Its room."""


class Sitting(Record):
    """One sitting of a meeting that has several."""

    called: ClassVar[str] = "a sitting"

    date: Day
    """Its day."""
    start: Clock
    """Its beginning."""
    end: Clock | None = None
    """Its end."""
    venue: Where | None = None
    """Its room, where it is another."""


class BodyChair(Record):
    """Who chairs for one of the bodies that meet in common."""

    called: ClassVar[str] = "a chair of one body"

    body: BodyId
    """The body."""
    person: WhoName
    """Who."""


class Meeting(Record):
    """`meeting.yaml`."""

    called: ClassVar[str] = "a meeting"

    body: BodyId | None = None
    """The body that meets."""
    bodies: tuple[BodyId, ...] = ()
    """The bodies that meet in common; forms and references are the first one's."""
    number: Whole | None = None
    """Its number in the body's own count."""
    date: Day
    """Its day."""
    start: Clock
    """When it is to begin."""
    end: Clock | None = None
    """When it is to end."""
    session: SessionId | None = None
    """One of the body's kinds of meeting."""
    chair: WhoName
    """Who is to chair."""
    chairs: tuple[BodyChair, ...] = ()
    """Who chairs for each body, in common."""
    venue: Where
    """Where."""
    mode: Literal["in-person", "remote", "hybrid"] = "in-person"
    """How people attend."""
    held: Literal["planned", "held", "cancelled", "adjourned", "inquorate"] | None = None
    """What became of it."""
    first_number: Whole | None = None
    """The number of its first item, where the meeting before is not in the repository."""
    circulated: Day | None = None
    """When its papers went out."""
    archived: YesNo = False
    """Whether `govdocs build` leaves it alone unless it is named."""
    sittings: tuple[Sitting, ...] = ()
    """Its sittings, where there are several."""
    agenda: tuple[AgendaEntry, ...] = ()
    """The entries in order."""
    next: NextMeeting | None = None
    """The meeting after this one."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""

    _id: str = ""

    @model_validator(mode="after")
    def _has_one_body(self) -> "Meeting":
        if (self.body is None) == (not self.bodies):
            found = "both `body` and `bodies`" if self.body else "no body"
            hint = "write `body: …`, or `bodies: […]` for a meeting in common"
            raise misfit(f"a meeting with {found}; expected one of the two", hint, at="bodies")
        return self

    @property
    def id(self) -> str:
        """Its folder under `meetings/`."""
        folder: str = kept(self, "_id") or ""
        return folder

    def set_id(self, folder: str) -> "Meeting":
        """Remember the folder; called once, by the library."""
        self._id = folder
        return self

    @property
    def all_bodies(self) -> tuple[str, ...]:
        """The bodies that meet."""
        return self.bodies or (self.body or "",)

    @property
    def lead_body(self) -> str:
        """The body whose forms and references are used."""
        return self.all_bodies[0]

    def entries(self) -> Iterator[AgendaEntry]:
        """All entries in order, those under another one after it."""
        stack = list(reversed(self.agenda))
        while stack:
            entry = stack.pop()
            yield entry
            stack.extend(reversed(entry.items))

    def entry(self, name: str) -> AgendaEntry | None:
        """The entry with that id, or None."""
        return next((entry for entry in self.entries() if entry.id == name), None)
