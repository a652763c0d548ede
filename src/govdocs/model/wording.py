"""What a body prints on its agenda, in its minutes and on its action log."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from govdocs.model.patterns import Names
from govdocs.model.record import Record
from govdocs.model.refers import VerbId, WhoName
from govdocs.model.scalars import NothingToo, Slug, Translations, Whole, YesNo
from govdocs.model.values import Nothing

Label = Annotated[str | Nothing, NothingToo(Nothing.BLANK)]
Presenters = Annotated[tuple[WhoName, ...] | Nothing, NothingToo(Nothing.BLANK)]


class HeadValue(Record):
    """A label and its words in the agenda's head."""

    called: ClassVar[str] = "a label in the agenda's head"

    label: str
    """As printed."""
    words: Annotated[
        str,
        Names(
            "meeting_title",
            "date",
            "number",
            "start",
            "end",
            "chair",
            "office",
            "organisation",
            "organisation_short",
            "venue",
            "body",
            "short",
            "session",
        ),
    ]
    """What stands beside it."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class AgendaColumn(Record):
    """A column of the agenda."""

    called: ClassVar[str] = "a column of the agenda"

    id: Literal["reference", "title", "action", "presenter", "paper", "time", "lead", "minutes"]
    """What it holds."""
    label: Label
    """Its heading; `blank` for none."""
    width: Whole = 10
    """Its share of the width."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class StandingItem(Record):
    """An item that every agenda has."""

    called: ClassVar[str] = "a standing item"

    id: Slug
    """Its id."""
    title: Annotated[str, Names("of")]
    """On the agenda; `{of}` is the date of the meeting that the entry names."""
    minutes_title: Annotated[str, Names("of")] = ""
    """In the minutes, where it differs."""
    action: VerbId | None = None
    """One of the body's verbs."""
    presenters: Presenters = ()
    """People, groups or offices."""
    paper: Literal["minutes", "action-log"] | None = None
    """What stands behind it with a letter of its own."""
    no_paper: Label | None = None
    """The word in the paper column, where it differs from the agenda's `no_paper`; `blank` for none."""
    required: YesNo = False
    """Whether an agenda without it is incomplete."""
    translations: Translations = Field(default_factory=dict)
    """Titles in other languages."""


class AgendaStyle(Record):
    """The agenda of a body."""

    called: ClassVar[str] = "the agenda of a body"

    head: tuple[tuple[HeadValue, ...], ...] = ()
    """Rows of labels and values above the items."""
    columns: tuple[AgendaColumn, ...]
    """The columns in order."""
    bands: Literal["as-typed", "upper"] = "as-typed"
    """How sections print."""
    no_paper: Label = Nothing.BLANK
    """The word in the paper column of an item without a paper."""
    joiner: str = ", "
    """Between presenters."""
    standing: tuple[StandingItem, ...] = ()
    """The items that every agenda has."""
    next_heading: str = ""
    """The band above the next meeting."""
    next: Annotated[str, Names("date", "start", "venue", "body", "short")] = ""
    """The sentence about the next meeting; none prints nothing."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class MinutesColumn(Record):
    """A column of the minutes."""

    called: ClassVar[str] = "a column of the minutes"

    id: Literal["reference", "discussion", "lead"]
    """What it holds."""
    label: Label
    """Its heading."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Role(Record):
    """What somebody in attendance is there as."""

    called: ClassVar[str] = "a role in attendance"

    id: Slug
    """The word that `as:` names."""
    label: str
    """As printed in brackets."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ResolutionStyle(Record):
    """How the parts of a decision print."""

    called: ClassVar[str] = "the style of resolutions"

    mark: Literal["bullet", "number", "none"] = "bullet"
    """Before each part."""
    verb: Literal["upper", "as-typed"] = "upper"
    """How the verb prints."""


_Sentence = Annotated[str, Names("people")]


class MovementWords(Record):
    """The sentences for people who come and go."""

    called: ClassVar[str] = "the sentences for movements"

    arrived: _Sentence = "{people} joined the meeting."
    """Somebody came."""
    left: _Sentence = "{people} left the meeting."
    """Somebody went."""
    returned: _Sentence = "{people} returned to the meeting."
    """Somebody came back."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class MinutesStyle(Record):
    """The minutes of a body."""

    called: ClassVar[str] = "the minutes of a body"

    heading: str = ""
    """Above the title."""
    title: Annotated[str, Names("date", "start", "venue", "body", "short", "session", "number")]
    """The title."""
    apologies: str = ""
    """Before the list of apologies, under the standing item of that name."""
    present: str = "Present"
    """Over the members."""
    in_attendance: str = "In attendance"
    """Over the others."""
    columns: tuple[MinutesColumn, ...] = ()
    """The columns of the items; none for running text."""
    item_heading: Annotated[str, Names("verb", "title")] = "{title}"
    """An item that has an action."""
    paper_suffix: Annotated[str, Names("letter")] = ""
    """Behind the heading of an item with a paper."""
    lead_in: str = ""
    """Before the parts of a decision."""
    lead_in_words: str = ""
    """Before a decision given in words."""
    resolution: ResolutionStyle = ResolutionStyle()
    """How the parts print."""
    movement: MovementWords = MovementWords()
    """People who come and go."""
    chair_suffix: str = ""
    """Behind the chair's post among those present."""
    items_suffix: Annotated[str, Names("items")] = ""
    """Behind those who attend for some items only."""
    roles: tuple[Role, ...] = ()
    """What people in attendance are there as."""
    amendment: Annotated[str, Names("page", "item", "old", "new")] = "“{old}” to read “{new}”."
    """A correction of earlier minutes."""
    declared_none: str = ""
    """Where nobody declared an interest."""
    closed: Annotated[str, Names("end")] = ""
    """At the end."""
    next_heading: str = ""
    """Over the next meeting."""
    next: Annotated[str, Names("date", "start", "venue", "body", "short")] = ""
    """The next meeting."""
    rotation: Annotated[str, Names("organisation", "organisation_short", "from", "to")] = ""
    """Whose turn in the chair it is."""
    votes: Annotated[str, Names("for", "against", "abstain")] = ""
    """Counted votes, behind a decision."""
    moved: Annotated[str, Names("mover", "seconders")] = ""
    """Mover and seconders, before a decision."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ActionColumn(Record):
    """A column of the action log."""

    called: ClassVar[str] = "a column of the action log"

    id: Literal["reference", "meeting_date", "item", "owners", "words", "due", "progress", "status"]
    """What it holds."""
    label: Annotated[str, Names("date")]
    """Its heading; `{date}` is the date of the meeting that receives the log."""
    width: Whole = 10
    """Its share of the width."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ActionStatus(Record):
    """A status of actions."""

    called: ClassVar[str] = "a status of actions"

    id: Slug
    """The word that updates name."""
    label: str
    """As printed."""
    colour: Literal["none", "red", "amber", "green", "blue", "grey"] = "none"
    """Behind the label."""
    closed: YesNo = False
    """Whether nothing is left to do."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ActionsStyle(Record):
    """The action log of a body."""

    called: ClassVar[str] = "the action log of a body"

    heading: str = ""
    """Above the title."""
    title: str = "Action log"
    """The title."""
    key_heading: str = ""
    """Over the key of statuses."""
    columns: tuple[ActionColumn, ...]
    """The columns in order."""
    statuses: tuple[ActionStatus, ...]
    """The statuses; the first open one is a new action's."""
    empty: Annotated[str, Names("month", "short", "body")] = "There are no actions."
    """Where there is nothing to show; `{month}` is that of the meeting whose actions they are."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""
