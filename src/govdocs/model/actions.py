"""Actions: defined where they arise, followed by dated updates."""

from typing import ClassVar

from pydantic import Field

from govdocs.model.people import Who
from govdocs.model.record import Block, Record
from govdocs.model.refers import ActionId, DecisionId, MeetingId, StatusId, WhoName
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import Day, Partial, Slug, Translations
from govdocs.model.waivers import Waiver


class ActionBlock(Block):
    """An `action` block in minutes; its words say what is to be done."""

    called: ClassVar[str] = "an action"
    fence_word: ClassVar[str] = "action"

    id: Slug
    """Its id, which updates and links name."""
    owners: tuple[Who, ...]
    """Who is to do it: people, groups, offices, or `all`."""
    due: Partial | None = None
    """By when."""
    number: str = ""
    """Its printed number, frozen once circulated."""

    @property
    def lacks(self) -> str:
        """What is to be done."""
        return "" if self.has_words else "words that say what is to be done"


class OutsideAction(Record):
    """An action that arose outside a meeting."""

    called: ClassVar[str] = "an action outside a meeting"

    owners: tuple[Who, ...]
    """Who is to do it: people, groups, offices, or `all`."""
    due: Partial | None = None
    """By when."""
    arose: Day
    """When it arose."""
    words: str
    """What is to be done."""
    decision: DecisionId | None = None
    """The decision that it follows from."""
    number: str = ""
    """Its printed number, frozen once circulated."""
    restricted: Restriction | None = None
    """Why it is closed."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ActionUpdate(Record):
    """What became of an action by a date."""

    called: ClassVar[str] = "an update of an action"

    action: ActionId
    """The action's id; with the meeting before it where the id alone is not enough."""
    date: Day
    """When."""
    status: StatusId
    """One of the body's statuses."""
    words: str = ""
    """What was done."""
    due: Partial | None = None
    """The new date by which it is to be done."""
    owners: tuple[WhoName, ...] = ()
    """The new owners."""
    meeting: MeetingId | None = None
    """The meeting that closed it."""
    evidence: str = ""
    """What shows that it is done."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ActionsFile(Record):
    """`records/actions/….yaml`: updates of a body's actions, and actions born outside its meetings."""

    called: ClassVar[str] = "a file of actions"

    updates: tuple[ActionUpdate, ...] = ()
    """Updates, oldest first."""
    actions: dict[Slug, OutsideAction] = Field(default_factory=dict)
    """Actions born outside a meeting, by id."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""
