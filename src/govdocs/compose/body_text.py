"""The bodies of papers, minutes and terms of reference: prose and record blocks to blocks, in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from govdocs.compose.blocks import Block as Composed
from govdocs.compose.build_blocks import build_blocks
from govdocs.compose.desk import Pen
from govdocs.compose.elements import Element, Wide
from govdocs.compose.number_blocks import Count, number_typed
from govdocs.compose.prose import read_prose
from govdocs.model.plain_tables import parted
from govdocs.model.prose import Prose
from govdocs.model.record import Block
from govdocs.model.style import NumberScheme

BlockComposer = Callable[[Block], tuple[Composed | Wide, ...]]
"""Composes one record block; nothing for a block that is not printed."""


@dataclass(frozen=True, slots=True)
class BodyStyle:
    """How a body of text is read: ``deeper`` is how many levels its headings go down in the document.

    ``typed`` numbers are taken from the words; else ``count`` numbers the blocks, where there is one.
    """

    deeper: int = 0
    typed: bool = False
    count: Count | None = None
    sequence: str = ""


def counting(scheme: NumberScheme | None, sequence: str) -> Count | None:
    """A fresh count along a scheme."""
    return Count(scheme, sequence) if scheme is not None else None


def compose_body(
    parts: Sequence[Prose | Block], style: BodyStyle, pen: Pen, compose_block: BlockComposer
) -> tuple[Composed | Wide, ...]:
    """The blocks of a body, numbered."""
    blocks: list[Composed | Wide] = []
    for part in parted(parts):
        blocks.extend(compose_prose(part, style, pen) if isinstance(part, Prose) else compose_block(part))
    if style.typed:
        return number_typed(blocks, style.sequence)
    return style.count.number(blocks) if style.count is not None else tuple(blocks)


def compose_prose(prose: Prose, style: BodyStyle, pen: Pen) -> tuple[Composed | Wide, ...]:
    """The blocks of a run of Markdown, not yet numbered."""
    elements, found = read_prose(prose.text, prose.place, style.typed)
    pen.desk.findings.add(*found)
    moved = tuple(_deeper(element, style.deeper) for element in elements)
    blocks, found = build_blocks(moved, prose.place, pen.targets)
    pen.desk.findings.add(*found)
    return blocks


def _deeper(element: Element, levels: int) -> Element:
    """A heading some levels further down; anything else as it is."""
    if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} and levels:
        return replace(element, tag=f"h{min(int(element.tag[1]) + levels, 6)}")
    return element
