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


class ClosedRows(Restriction):
    """Why some rows of a table are closed."""

    called: ClassVar[str] = "a restriction of rows"

    rows: tuple[str, ...] = ()
    """The rows of a data set that are closed, by their keys; in a table that is typed they begin with `|!`."""
    instead: str = ""
    """What others read in the first cell of such a row; without it the row is left out."""


CLOSED_TITLE = "{closed}"
"""The title of an item whose own title a reader may not see: composing fills in the body's word for it."""
