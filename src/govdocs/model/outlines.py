"""Sections that are all made alike: what each of them holds, and which sections of a paper follow the outline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from govdocs.model.record import Block, Record
from govdocs.model.refers import OutlineId
from govdocs.model.scalars import Slug, Stretch, Whole, YesNo, suggest_slug
from govdocs.places import Place
from govdocs.read.nodes import Prose

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*(?P<id>\{#[^}]*\})?[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"[-*+] |\d{1,4}[.)] ")


class OutlinePart(Record):
    """A part that sections of an outline have."""

    called: ClassVar[str] = "a part of an outline"

    id: Slug
    """Its id: a heading of the section may be typed as `introduction` and prints as `heading` says."""
    heading: str
    """Its heading as printed."""
    required: YesNo = True
    """Whether a section without it is incomplete."""
    items: Whole | None = None
    """How many items its list has, neither more nor fewer."""
    due: YesNo = False
    """Whether each item of its list says by when it is done: `By [](due:2015-09)`."""


class Outline(Record):
    """What sections of one kind hold, in this order."""

    called: ClassVar[str] = "an outline of sections"

    id: Slug
    """Its id."""
    parts: tuple[OutlinePart, ...]
    """Its parts."""

    def part(self, heading: str) -> OutlinePart | None:
        """The part that a heading, or its id, stands for."""
        name = suggest_slug(heading)
        return next((part for part in self.parts if name in {part.id, suggest_slug(part.heading)}), None)


class SectionBlock(Block):
    """A `section` block under a heading: the section follows one of the body's outlines."""

    called: ClassVar[str] = "a `section` block"
    fence_word: ClassVar[str] = "section"

    outline: OutlineId
    """The outline."""
    period: Stretch | None = None
    """The time in which its due dates lie."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its first line and the lines under it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class OutlinedPart:
    """A part of a section as typed: its heading, what it is a part of (None for one that is not there), its items."""

    words: str
    part: OutlinePart | None
    place: Place
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class OutlinedSection:
    """A section that follows an outline: the words of its heading and its parts."""

    block: SectionBlock
    words: str
    place: Place
    parts: tuple[OutlinedPart, ...]


def outlined_sections(content: Sequence[Prose | Block], outlines: Sequence[Outline]) -> Iterator[OutlinedSection]:
    """The sections of a part of a paper that follow an outline, each with its parts."""
    lines = list(_lines(content))
    for at, line in enumerate(lines):
        outline = _outline(line.block, outlines)
        if outline is None or line.block is None:
            continue
        heading = next((each for each in reversed(lines[:at]) if each.level), None)
        if heading is not None:
            under = _until(lines[at + 1 :], heading.level)
            yield OutlinedSection(line.block, heading.words, heading.place, tuple(_parts(under, outline)))


def print_outlined(content: Sequence[Prose | Block], outlines: Sequence[Outline]) -> tuple[Prose | Block, ...]:
    """The content with the headings of outlined sections as their outlines print them; lines stay where they are."""
    printed: list[Prose | Block] = []
    level, within, outline = 0, 0, None
    for part in content:
        if isinstance(part, SectionBlock):
            outline, within = _outline(part, outlines), level
        if not isinstance(part, Prose):
            printed.append(part)
            continue
        lines = part.text.split("\n")
        for at, line in enumerate(lines):
            if (heading := _HEADING.match(line)) is None:
                continue
            level = len(heading["marks"])
            outline = outline if level > within else None
            found = outline.part(heading["words"]) if outline is not None else None
            if found is not None:
                lines[at] = " ".join(filter(None, (heading["marks"], found.heading, heading["id"])))
        printed.append(Prose("\n".join(lines), part.place))
    return tuple(printed)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of prose or a block; ``level`` is that of a heading, 0 for anything else."""

    words: str
    place: Place
    level: int = 0
    block: SectionBlock | None = None


def _lines(content: Sequence[Prose | Block]) -> Iterator[_Line]:
    for part in content:
        if isinstance(part, SectionBlock):
            yield _Line("", part.fence, block=part)
        if not isinstance(part, Prose):
            continue
        for at, text in enumerate(part.text.split("\n")):
            place = part.place.down(at) if at else part.place
            heading = _HEADING.match(text)
            yield _Line(heading["words"], place, len(heading["marks"])) if heading else _Line(text, place)


def _outline(block: SectionBlock | None, outlines: Sequence[Outline]) -> Outline | None:
    return next((outline for outline in outlines if block is not None and outline.id == block.outline), None)


def _until(lines: Sequence[_Line], level: int) -> list[_Line]:
    """The lines up to the next heading of that level or above."""
    end = next((at for at, line in enumerate(lines) if 0 < line.level <= level), len(lines))
    return list(lines[:end])


def _parts(lines: Sequence[_Line], outline: Outline) -> Iterator[OutlinedPart]:
    """The parts: headings that the outline has, and those of the highest level that it does not have."""
    levels = [line.level for line in lines if line.level]
    top = min(levels, default=0)
    for at, line in enumerate(lines):
        part = outline.part(line.words) if line.level else None
        if line.level and (part is not None or line.level == top):
            yield OutlinedPart(line.words, part, line.place, _items(_own(lines[at + 1 :], line.level, outline)))


def _own(lines: Sequence[_Line], level: int, outline: Outline) -> list[_Line]:
    """The lines of a part, up to the next part."""
    rest = _until(lines, level)
    end = next((at for at, line in enumerate(rest) if line.level and outline.part(line.words)), len(rest))
    return rest[:end]


def _items(lines: Sequence[_Line]) -> tuple[Item, ...]:
    """The items of the lists in the lines, inner lists left out."""
    items: list[Item] = []
    for line in lines:
        if _ITEM.match(line.words) and not line.level:
            items.append(Item(line.words, line.place))
        elif items and line.words.startswith(" "):
            items[-1] = Item(f"{items[-1].text} {line.words.strip()}", items[-1].place)
    return tuple(items)
