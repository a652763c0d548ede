"""What a template or a body is between text and blocks: elements that know where they were typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from govdocs.compose.blocks import Block, Inline
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Wide:
    """Blocks that need pages of their own, held sideways or larger."""

    blocks: tuple[Block, ...]
    paper: str = "A4"


@dataclass(frozen=True, slots=True)
class Inserted:
    """Content that was composed before the template ran and stands where the template put it."""

    blocks: tuple[Block | Wide, ...] = ()
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with its attributes and what stands in it: elements, text and inserted content in reading order."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Element | str | Inserted", ...]
    place: Place


Child = Element | str | Inserted
