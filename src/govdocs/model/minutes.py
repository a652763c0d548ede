"""Minutes: who was there, and the items in the order in which they were taken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import PlainValidator, model_validator

from govdocs.model.complaints import misfit, refusal
from govdocs.model.meetings import Excuse, NextMeeting
from govdocs.model.people import Who
from govdocs.model.record import Block, Record
from govdocs.model.refers import (
    AudienceId,
    BodyId,
    DecisionId,
    GroundId,
    InterestId,
    InterestKindId,
    ItemId,
    MeetingId,
    MeetingOrDate,
    WhoName,
    WhoNames,
)
from govdocs.model.scalars import Clock, Day, NothingToo, Slug, Whole, YesNo, is_slug, parse_time
from govdocs.model.values import Nothing
from govdocs.model.waivers import Waiver
from govdocs.places import Place
from govdocs.read.nodes import Prose

B = TypeVar("B", bound=Block)
T = TypeVar("T")


def _end(value: object) -> object:
    """A time, ``start``, ``end``, ``unknown`` or an item's id."""
    text = str(value).strip() if isinstance(value, str) else ""
    if text and is_slug(text):
        return text
    try:
        return parse_time(value)
    except ValueError:
        raise refusal("a time such as `14:02`, `start`, `end`, `unknown` or an item", problem="bad-time") from None


End = Annotated[object, PlainValidator(_end)]
"""A ``datetime.time``, or a word: ``start``, ``end``, ``unknown`` or an item's id."""


class Span(Record):
    """A stretch of the meeting."""

    called: ClassVar[str] = "a stretch of the meeting"

    from_: End = "start"
    """A time, an item, `start` or `unknown`."""
    to: End = "end"
    """A time, an item, `end` or `unknown`."""


class PersonLine(Who):
    """Somebody who was there."""

    called: ClassVar[str] = "a person's line in the minutes"

    as_: str = ""
    """For those in attendance: one of the body's roles, or words."""
    capacity: str = ""
    """In what capacity, in words."""
    for_: WhoNames = ()
    """The member in whose place this person is there; several where somebody holds several proxies."""
    mode: Literal["in-person", "remote"] | None = None
    """How they attended."""
    items: tuple[ItemId, ...] = ()
    """The only items that they were there for."""
    times: tuple[Span, ...] = ()
    """When they were there, where movements do not say it."""
    bodies: tuple[BodyId, ...] = ()
    """In common: the only bodies that they sat for."""


class Approval(Record):
    """Where the minutes were approved."""

    called: ClassVar[str] = "an approval"

    at: MeetingId
    """The meeting that approved them."""
    date: Day | None = None
    """When."""
    signed_by: WhoName | None = None
    """Who signed them."""
    body: BodyId | None = None
    """In common: the body that approved them."""


class MinutesHeader(Record):
    """The header of minutes."""

    called: ClassVar[str] = "the header of minutes"

    status: Literal["draft", "unconfirmed", "approved", "signed"]
    """How far they have come."""
    chair: WhoName
    """Who chaired."""
    started: Clock
    """When the meeting began."""
    ended: Clock | None = None
    """When it ended."""
    present: tuple[PersonLine, ...]
    """The members who were there."""
    in_attendance: tuple[PersonLine, ...] = ()
    """The others who were there."""
    apologies: tuple[Excuse, ...] = ()
    """Who had sent apologies."""
    absent: tuple[WhoName, ...] = ()
    """Who was absent without apologies."""
    public_present: Annotated[Whole | Nothing, NothingToo()] | None = None
    """How many of the public were there."""
    approved: Approval | None = None
    """Where they were approved."""
    approvals: tuple[Approval, ...] = ()
    """In common: where each body approved its own."""
    next: NextMeeting | None = None
    """The next meeting as it was announced, where it is not the meeting's own."""
    language: str = ""
    """Their language, where it is not the body's."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""

    def approved_by(self, body: str) -> Approval | None:
        """Where ``body``, one of several that met in common, approved its own; else where all were approved."""
        return next((one for one in self.approvals if body and one.body == body), self.approved)


class MovementBlock(Block):
    """A `movement` block: people come and go."""

    called: ClassVar[str] = "a movement"
    fence_word: ClassVar[str] = "movement"

    arrived: tuple[Who, ...] = ()
    """Who came."""
    left: tuple[Who, ...] = ()
    """Who went."""
    returned: tuple[Who, ...] = ()
    """Who came back."""
    time: Clock | None = None
    """When."""
    words: str = ""
    """The sentence, where it is not the body's."""

    @model_validator(mode="after")
    def _moves_somebody(self) -> "MovementBlock":
        if not (self.arrived or self.left or self.returned):
            raise misfit("a movement of nobody; expected `arrived`, `left` or `returned`", "add `left: […]`")
        return self


class AdjournmentBlock(Block):
    """An `adjournment` block: the meeting stops for a while."""

    called: ClassVar[str] = "an adjournment"
    fence_word: ClassVar[str] = "adjournment"

    from_: Clock
    """When it stopped."""
    to: Clock | None = None
    """When it went on; without it, it did not."""
    date: Day | None = None
    """The day on which it went on, where it was another."""
    why: str = ""
    """Why."""


class DeclarationBlock(Block):
    """A `declaration` block: somebody declares an interest."""

    called: ClassVar[str] = "a declaration of interest"
    fence_word: ClassVar[str] = "declaration"

    people: tuple[Who, ...]
    """Who."""
    about: str = ""
    """What it is; without it, the registered interest's words."""
    item: ItemId | None = None
    """The item that it bears on; without it, the one that it stands under."""
    kind: InterestKindId | None = None
    """The kind of interest."""
    interest: InterestId | None = None
    """The registered interest."""
    consequence: Literal["noted", "spoke", "did-not-vote", "withdrew"]
    """What followed; those who did not vote or withdrew do not count for that item's quorum."""


class AmendmentBlock(Block):
    """An `amendment` block: a correction of earlier minutes."""

    called: ClassVar[str] = "an amendment of minutes"
    fence_word: ClassVar[str] = "amendment"

    minutes_of: MeetingOrDate
    """The meeting whose minutes are corrected, or its date where it is not in the repository."""
    page: Whole | None = None
    """The page."""
    item: Slug | None = None
    """The item."""
    old: str
    """The words that stood there."""
    new: str
    """The words that are to stand there."""


class ItemBlock(Block):
    """An `item` block: the item under whose heading it stands is not on the agenda, or was moved."""

    called: ClassVar[str] = "an `item` block"
    fence_word: ClassVar[str] = "item"

    new: YesNo = False
    """Whether it is not on the agenda."""
    why: str = ""
    """Why it was taken, or taken out of order."""
    number: str = ""
    """Its printed number, frozen once circulated."""


class QuestionBlock(Block):
    """A `question` block: somebody from outside, or a member, asks or speaks."""

    called: ClassVar[str] = "a question"
    fence_word: ClassVar[str] = "question"

    id: Slug | None = None
    """Its id, for links."""
    asked_by: tuple[Who, ...]
    """Who."""
    kind: Literal["question", "statement", "petition", "testimony"] = "question"
    """What it is."""
    side: Literal["for", "against", "neutral"] | None = None
    """On which side they spoke."""
    item: ItemId | None = None
    """The item that it bears on."""
    written: YesNo = False
    """Whether it was handed in in writing."""

    @property
    def lacks(self) -> str:
        """What was asked."""
        return "" if self.has_words else "words that say what was asked"


class AnswerBlock(Block):
    """An `answer` block: the answer to the question before it."""

    called: ClassVar[str] = "an answer"
    fence_word: ClassVar[str] = "answer"

    by: tuple[Who, ...] = ()
    """Who answered."""
    to: Slug | None = None
    """The question, where it is not the one before."""
    in_writing: YesNo = False
    """Whether it was, or is to be, answered in writing."""


class RestrictedBlock(Block):
    """A `restricted` block: words that only some may see."""

    called: ClassVar[str] = "a `restricted` block"
    fence_word: ClassVar[str] = "restricted"

    ground: GroundId
    """One of the body's grounds."""
    who: tuple[AudienceId, ...] = ()
    """The audiences that may see it."""
    review: Day | None = None
    """When it is looked at again."""
    by: str = ""
    """Who decided so."""
    instead: str = ""
    """What others read in its place."""

    @property
    def lacks(self) -> str:
        """The words."""
        return "" if self.has_words else "the words that only some may see"


class ClosedBlock(Block):
    """A `closed` block: the public and the press are asked to leave, or come back."""

    called: ClassVar[str] = "a `closed` block"
    fence_word: ClassVar[str] = "closed"

    ground: GroundId | None = None
    """One of the body's grounds."""
    resolution: DecisionId | None = None
    """The decision to do so."""
    items: tuple[ItemId, ...] = ()
    """The items that are taken in closed session."""
    time: Clock | None = None
    """When."""
    ends: YesNo = False
    """Whether the closed session ends here."""
    stay: tuple[Who, ...] = ()
    """Who, beside the members, stays."""


@dataclass(frozen=True, slots=True)
class MinuteItem:
    """One item: its id, the words of its heading where they were typed, and what stands under it."""

    id: str
    heading: str
    content: tuple[Prose | Block, ...]
    place: Place

    def blocks(self, kind: type[B]) -> tuple[B, ...]:
        """Its record blocks of that kind."""
        return tuple(part for part in self.content if isinstance(part, kind))


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting; ``preamble`` stands before the first item.

    ``items`` are in the order taken. ``renditions`` are the same minutes in other languages, by language.
    """

    meeting: str
    path: str
    header: MinutesHeader
    preamble: tuple[Prose | Block, ...]
    items: tuple[MinuteItem, ...]
    renditions: "dict[str, Minutes]"
    _blocks: dict[type[Block], list[tuple[MinuteItem | None, Any]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The meeting's id."""
        return self.meeting

    def keep(self, key: str, find: Callable[[], T]) -> T:
        """What ``find`` finds out about these minutes: found out once, and kept with them under ``key``."""
        if key not in self._kept:
            self._kept[key] = find()
        found: T = self._kept[key]
        return found

    def item(self, name: str) -> MinuteItem | None:
        """The item with that id, or None."""
        return next((item for item in self.items if item.id == name), None)

    def blocks(self, kind: type[B]) -> Iterator[tuple[MinuteItem | None, B]]:
        """All record blocks of that kind in the order taken, each with its item (None before the first)."""
        if kind not in self._blocks:
            found: list[tuple[MinuteItem | None, B]] = [
                (None, part) for part in self.preamble if isinstance(part, kind)
            ]
            self._blocks[kind] = [*found, *((item, part) for item in self.items for part in item.blocks(kind))]
        yield from self._blocks[kind]
