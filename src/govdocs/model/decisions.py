"""Decisions: what was decided, how, by whom, and what it does to other decisions."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from govdocs.model.complaints import misfit
from govdocs.model.record import Block, Record
from govdocs.model.refers import (
    BodyId,
    DecisionId,
    MeetingId,
    NominatorName,
    OfficeId,
    SeatId,
    ThresholdId,
    VerbId,
    WhoName,
)
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import Day, NothingToo, RecordPath, Slug, Translations, Whole, YesNo
from govdocs.model.values import Nothing
from govdocs.model.waivers import Waiver

Outcome = Literal["carried", "lost", "noted", "deferred", "withdrawn", "referred", "rejected", "no-report", "in-part"]
How = Literal[
    "consensus", "no-objection", "show-of-hands", "recorded", "roll-call", "ballot", "secret-ballot", "acclamation",
    "consent-agenda", "written", "email", "circular", "chairs-action",
]  # fmt: skip


class DecisionPart(Record):
    """A verb and what follows it."""

    called: ClassVar[str] = "a part of a decision"

    verb: VerbId
    """One of the body's verbs."""
    text: str
    """What follows; inline Markdown."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Votes(Record):
    """Counted votes; any of them may be left out."""

    called: ClassVar[str] = "counted votes"

    for_: Whole | None = None
    """In favour."""
    against: Whole | None = None
    """Against."""
    abstain: Whole | None = None
    """Abstentions."""
    absent: Whole | None = None
    """Not there."""


class NamedVotes(Record):
    """Who voted how."""

    called: ClassVar[str] = "named votes"

    for_: tuple[WhoName, ...] = ()
    """In favour."""
    against: tuple[WhoName, ...] = ()
    """Against."""
    abstain: tuple[WhoName, ...] = ()
    """Abstentions."""
    absent: tuple[WhoName, ...] = ()
    """Not there."""


class CastVote(Record):
    """The vote that decided between equal numbers."""

    called: ClassVar[str] = "a casting vote that was cast"

    by: WhoName
    """Who cast it."""
    to: Literal["for", "against"]
    """How."""


class DecisionFacts(Block):
    """What every decision has, in a meeting or outside one."""

    called: ClassVar[str] = "a decision"

    id: Slug | None = None
    """Its id; without it, the item's."""
    parts: tuple[DecisionPart, ...] = ()
    """Verbs and what follows them."""
    how: How
    """How it was taken."""
    outcome: Outcome
    """What came of it."""
    mover: WhoName | None = None
    """Who moved it."""
    seconders: tuple[WhoName, ...] = ()
    """Who seconded it."""
    votes: Votes | None = None
    """Counted votes."""
    named: NamedVotes | None = None
    """Who voted how."""
    casting_vote: CastVote | None = None
    """The vote that decided between equal numbers."""
    threshold: ThresholdId | None = None
    """The majority that it needs: one of the body's thresholds."""
    answers: RecordPath | None = None
    """The decision or question that it answers."""
    amends: DecisionId | None = None
    """The decision that it amends."""
    ratifies: DecisionId | None = None
    """The decision, taken outside a meeting, that it confirms."""
    bodies: tuple[BodyId, ...] = ()
    """In common: the bodies that decided so; none means all."""
    number: str = ""
    """Its own number, frozen once circulated."""
    printed: str = ""
    """The exact words, in place of lead-in and parts."""
    dissent: tuple[WhoName, ...] = ()
    """Who wished a dissent to be recorded."""


class DecisionBlock(DecisionFacts):
    """A `decision` block in minutes."""

    fence_word: ClassVar[str] = "decision"

    @property
    def lacks(self) -> str:
        """What was decided."""
        return "" if self.parts or self.printed or self.has_words else "what was decided, as `parts` or in words"


class OutsideDecision(DecisionFacts):
    """A decision outside a meeting, in `records/decisions/`."""

    called: ClassVar[str] = "a decision outside a meeting"

    words: str = ""
    """The decision in words, in place of parts."""
    opened: Day | None = None
    """When votes were called for."""
    closed: Day
    """When it was taken."""
    by: WhoName | None = None
    """Who took it, where one person did."""
    took_part: tuple[WhoName, ...] = ()
    """Who answered."""
    withdrew: tuple[WhoName, ...] = ()
    """Who held back, because of an interest."""
    reported_to: MeetingId | None = None
    """The meeting that it is reported to."""
    restricted: Restriction | None = None
    """Why it is closed."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""

    @model_validator(mode="after")
    def _says_what(self) -> "OutsideDecision":
        if not self.parts and not self.words and not self.printed:
            raise misfit("a decision that says nothing; expected `parts`, or `words`", "add what was decided")
        return self


class DecisionsFile(Record):
    """`records/decisions/….yaml`: decisions of one body outside its meetings."""

    called: ClassVar[str] = "a file of decisions"

    decisions: dict[Slug, OutsideDecision]
    """All decisions by id."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""


class Candidate(Record):
    """Somebody who stood."""

    called: ClassVar[str] = "a candidate"
    short_form: ClassVar[str] = "person"

    person: WhoName
    """Who."""
    nominated_by: NominatorName | None = None
    """Who proposed them: a person or an organisation."""
    seconded_by: WhoName | None = None
    """Who seconded."""
    votes: Annotated[Whole | Nothing, NothingToo()] | None = None
    """How many votes they had."""


class ElectionBlock(Block):
    """An `election` block: who stood for an office or a seat, and who was elected."""

    called: ClassVar[str] = "an election"
    fence_word: ClassVar[str] = "election"

    office: OfficeId | None = None
    """The office."""
    seat: SeatId | None = None
    """The seat."""
    candidates: tuple[Candidate, ...]
    """Who stood."""
    elected: tuple[WhoName, ...]
    """Who was elected."""
    how: How = "no-objection"
    """How it was taken."""
    from_: Day | None = None
    """The first day of the term."""
    to: Day | None = None
    """The last day of the term."""
    accepted: YesNo | None = None
    """Whether they accepted."""

    @model_validator(mode="after")
    def _is_for_something(self) -> "ElectionBlock":
        if (self.office is None) == (self.seat is None):
            raise misfit("an election needs one of `office` and `seat`", "write what was filled", at="seat")
        return self
