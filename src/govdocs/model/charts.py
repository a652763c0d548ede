"""Charts: which figures of a data set are drawn, and how."""

from decimal import Decimal
from typing import ClassVar, Literal

from govdocs.model.record import Block
from govdocs.model.scalars import Amount, FieldName, Slug


class ChartBlock(Block):
    """A `chart` block: figures of a data set beside the paper, drawn.

    Its description for those who do not see it is made from the figures.
    """

    called: ClassVar[str] = "a chart"
    fence_word: ClassVar[str] = "chart"

    kind: Literal["line", "bar", "status-counts"]
    """How it is drawn; `status-counts` counts the ratings in columns of ratings, a column for each period."""
    data: Slug
    """The data set."""
    along: FieldName | None = None
    """The column whose cells stand along the axis, where it is not the data set's key."""
    series: tuple[FieldName, ...]
    """The columns that are drawn."""
    targets: tuple[FieldName, ...] = ()
    """Those of them that are aimed at: a plan, a target, a ceiling."""
    periods: tuple[str, ...] = ()
    """The rows that are drawn, by their cells in the column `along`; without it all."""
    title: str = ""
    """What it shows, where the data set's title does not say it."""
    caption: str = ""
    """Words under it, where they are not the title."""
    alt: str = ""
    """What it shows, for those who do not see it, where the words made from the figures do not say enough."""
    width: Amount = Decimal(1)
    """Its share of the width of the text, up to 1."""
    id: Slug | None = None
    """Its id, for links."""
