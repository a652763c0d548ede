"""Terms of reference: a document of rules, with the few that a machine reads."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import model_validator

from govdocs.model.complaints import misfit
from govdocs.model.record import Block, Record
from govdocs.model.refers import BodyId, BodyName
from govdocs.model.scalars import Day, FieldName, NothingToo, Partial, Share, Slug, Whole
from govdocs.model.seats import Weekday
from govdocs.model.tables import TypedRow, read_rows
from govdocs.model.values import Nothing, NotStated
from govdocs.model.waivers import Waiver
from govdocs.places import Place
from govdocs.read.nodes import Prose


class DescribedBody(Record):
    """A body or group that the document is about."""

    called: ClassVar[str] = "a body of the terms of reference"
    short_form: ClassVar[str] = "id"

    id: Slug
    """The id of a body in `records/bodies/`, or, with a name, of a group that has no record."""
    name: str = ""
    """The name of a group that has no record."""
    parent: BodyId | None = None
    """The body that it reports to."""


class TermsApproval(Record):
    """Who approves the document."""

    called: ClassVar[str] = "an approval of terms of reference"

    by: BodyName
    """The body: id or printed name."""
    date: Day | None = None
    """When; a draft that waits for its approval has no date yet."""


class TermsHeader(Record):
    """The header of terms of reference."""

    called: ClassVar[str] = "terms of reference"

    title: str
    """The title."""
    bodies: tuple[DescribedBody, ...]
    """The bodies or groups that it is about."""
    status: Literal["draft", "approved", "superseded"]
    """How far it has come."""
    version: str = ""
    """Its version."""
    approved: TermsApproval | None = None
    """Who approved it, or is to."""
    review_by: Annotated[Partial | Nothing, NothingToo(Nothing.NONE, Nothing.UNKNOWN)] | None = None
    """When it is to be looked at again."""
    numbering: Literal["typed", "automatic", "none"] = "typed"
    """Whether clause numbers are typed, made by the scheme, or not there."""
    scheme: Slug | None = None
    """Which numbering scheme of the body that prints it."""
    language: str = ""
    """Its language, where it is not the repository's."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""


class MembersColumn(Record):
    """A column of a membership table."""

    called: ClassVar[str] = "a column of a membership table"

    id: FieldName
    """`designation`, `person`, `organisation`, `remit`, `from`, `to`, or an id of your own for other words."""
    label: str
    """Its heading."""


class MembersBlock(Block):
    """A `members` block: a membership table; its rows are lines of words between bars."""

    called: ClassVar[str] = "a membership table"
    fence_word: ClassVar[str] = "members"

    body: Slug
    """Whose members they are."""
    columns: tuple[MembersColumn, ...]
    """Its columns."""
    caption: str = ""
    """Words above it."""
    filled_from: Literal["rows", "seats"] = "rows"
    """`seats` lists who holds the seats of the body's record; the block then has no rows of its own."""
    as_at: Day | None = None
    """For `seats`: on which day; without it, on that of the meeting whose papers print it."""

    @property
    def lacks(self) -> str:
        """Rows."""
        return "rows" if self.filled_from == "rows" and not self.has_words else ""

    @property
    def rows(self) -> tuple[TypedRow, ...]:
        """The rows as typed."""
        return read_rows(self.prose)


class RuleBlock(Block):
    """A `rule` block: a rule that a machine reads; it is checked and never printed."""

    called: ClassVar[str] = "a rule"
    fence_word: ClassVar[str] = "rule"

    kind: Literal[
        "frequency", "length", "notice", "deadline", "escalation", "reporting", "quorum", "term", "threshold", "review",
        "meetings-a-year",
    ]  # fmt: skip
    """What it is about."""
    body: Slug | None = None
    """Whose rule it is, where the document is about several."""
    clause: Slug | None = None
    """The heading under which the prose says it; without it, the one that it stands under."""
    weekday: Weekday | None = None
    """For a frequency: the day of the week."""
    week: Whole | None = None
    """For a frequency: which one of the month, 1 to 4; 5 is the last."""
    every: Whole | None = None
    """For a frequency or reporting: every so many …"""
    unit: Literal["days", "weeks", "months", "years"] | None = None
    """… days, weeks, months or years."""
    minutes: Whole | None = None
    """For a length."""
    at_least: Whole | None = None
    """For notice, deadline, quorum, meetings in a year: a number."""
    at_most: Whole | None = None
    """For an escalation or a term: a number."""
    share: Share | None = None
    """For a quorum or threshold: a share."""
    days: Literal["clear", "working", "clear-working", "calendar"] | None = None
    """Which days count."""
    to: str = ""
    """For reporting and escalation: to whom."""
    stated: Annotated[Literal["yes"] | NotStated, NothingToo()] = "yes"
    """`not-stated` where the document says nothing on it."""

    @model_validator(mode="after")
    def _has_a_value(self) -> "RuleBlock":
        values = (self.weekday, self.week, self.every, self.minutes, self.at_least, self.at_most, self.share)
        if self.stated == "yes" and all(value is None for value in values):
            message = f"a rule of {self.kind} without a number; expected one of its keys"
            raise misfit(message, "add the number, or write `stated: not-stated`", at="kind")
        return self


@dataclass(frozen=True, slots=True)
class Clause:
    """A section of the document; ``id`` is the heading's, or its words as an id."""

    id: str
    heading: str
    level: int
    content: tuple[Prose | Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class TermsOfReference:
    """A document of `records/terms-of-reference/`; ``preamble`` stands before the first heading."""

    id: str
    path: str
    header: TermsHeader
    preamble: tuple[Prose | Block, ...]
    clauses: tuple[Clause, ...]
