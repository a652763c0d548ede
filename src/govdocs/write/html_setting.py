"""What the writing of HTML carries along: where it goes, how wide it is, and what was found on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from govdocs.compose.blocks import Block, Document, Picture, Section
from govdocs.diagnostics import Diagnostic
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.theme import Theme

PAPER_MM = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A5": (148.0, 210.0)}
"""Width and height in millimetres of each paper, held upright."""


class Medium(Enum):
    """Where the HTML goes."""

    SCREEN = "screen"  # a web page that stands alone
    PRINT = "print"  # the PDF engine


@dataclass(slots=True)
class Collected:
    """What one document's writing brings besides HTML."""

    pictures: list[Picture] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a block: ``width_pt`` is how wide it may be, ``number_mm`` the column of numbers.

    ``height_pt`` is the height of a page's text; what there is on a screen counts as that of a page too.
    ``pages`` are the pages on which anchors stand, where they are known.
    """

    document: Document
    theme: Theme
    medium: Medium
    width_pt: float
    height_pt: float
    number_mm: float
    collected: Collected
    depth: int = 0  # how many lists enclose the block
    pages: Mapping[str, int] = field(default_factory=dict)

    def within(self, width_pt: float) -> "Setting":
        """The same for blocks in a narrower place."""
        return replace(self, width_pt=width_pt)

    def deeper(self) -> "Setting":
        """The same for the inside of a list."""
        return replace(self, depth=self.depth + 1)


WriteBlocks = Callable[[tuple[Block, ...], Setting], str]


def page_mm(section: Section) -> tuple[float, float]:
    """Width and height of the section's pages in millimetres; a paper that is not known counts as A4."""
    width, height = PAPER_MM.get(section.paper.upper(), PAPER_MM["A4"])
    return (height, width) if section.orientation == "landscape" else (width, height)


def text_width_pt(section: Section, theme: Theme) -> float:
    """The width between the margins of the section's pages."""
    margin = theme.page.landscape_margin_mm if section.orientation == "landscape" else theme.page.margin_mm
    return (page_mm(section)[0] - 2 * margin) * POINTS_A_MM
