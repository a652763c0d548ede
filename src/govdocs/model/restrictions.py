"""Why something is closed, to whom, and until when."""

from typing import ClassVar

from govdocs.model.record import Record
from govdocs.model.refers import AudienceId, DecisionId, GroundId
from govdocs.model.scalars import Day


class Restriction(Record):
    """Why something is closed."""

    called: ClassVar[str] = "a restriction"

    ground: GroundId
    """One of the body's grounds."""
    who: tuple[AudienceId, ...] = ()
    """The audiences that may see it."""
    review: Day | None = None
    """When it is looked at again."""
    by: str = ""
    """Who decided so."""
    resolution: DecisionId | None = None
    """The decision to close the meeting."""


CLOSED_TITLE = "{closed}"
"""The title of an item whose own title a reader may not see: composing fills in the body's word for it."""
