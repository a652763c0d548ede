"""Tables of contents: filled once the whole document is there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govdocs.compose.blocks import (
    Block,
    Contents,
    ContentsLine,
    Emphasis,
    Foreign,
    Heading,
    Indexed,
    Inline,
    Link,
    Raised,
    Section,
    Strong,
    Text,
    walk_sections,
)
from govdocs.compose.problems import CONTENTS_EMPTY
from govdocs.compose.tree import change_blocks
from govdocs.diagnostics import Diagnostic


def fill_contents(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with each table of contents listing the headings after it, all of which have an anchor then.

    A heading without an anchor gets one that no other has.
    """
    pieces = list(walk_sections(sections))
    if not any(isinstance(piece, Contents) for piece in pieces):
        return sections
    taken = {getattr(piece, "anchor", "") for piece in pieces}
    names = (name for name in (f"part-{number}" for number in range(1, 10_000)) if name not in taken)
    named = change_blocks(sections, lambda block: _named(block, names))
    flat = [piece for piece in walk_sections(named) if isinstance(piece, Heading | Contents)]
    filled = iter([_filled(piece, flat[at + 1 :]) for at, piece in enumerate(flat) if isinstance(piece, Contents)])
    return change_blocks(named, lambda block: next(filled) if isinstance(block, Contents) else block)


def find_empty_contents(sections: tuple[Section, ...]) -> Iterator[Diagnostic]:
    """Findings about tables of contents that have nothing to list."""
    for piece in walk_sections(sections):
        if isinstance(piece, Contents) and not piece.lines:
            message = "the table of contents is empty; expected headings after it"
            yield Diagnostic(CONTENTS_EMPTY, message, piece.place, "move it before the headings that it lists")


def _named(block: Block, names: Iterator[str]) -> Block:
    missing = isinstance(block, Heading) and block.level > 1 and not block.anchor
    return replace(block, anchor=next(names)) if isinstance(block, Heading) and missing else block


def _filled(contents: Contents, following: Sequence[Block]) -> Contents:
    """The table with the headings after it, as deep as it goes below the highest of them."""
    headings = [block for block in following if isinstance(block, Heading) and block.level > 1]
    top = min((heading.level for heading in headings), default=2)
    lines = tuple(
        ContentsLine(heading.level - top + 1, _words(heading), heading.anchor, heading.place)
        for heading in headings
        if heading.level < top + contents.levels
    )
    return replace(contents, lines=lines, top=top)


def _words(heading: Heading) -> tuple[Inline, ...]:
    """The number and the words; a link within them is left out, since the line is a link itself."""
    number: tuple[Inline, ...] = (Text(f"{heading.number.text} "),) if heading.number else ()
    return (*number, *_without_links(heading.content))


def _without_links(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Link() | Indexed():
                yield from _without_links(inline.children)
            case Strong() | Emphasis() | Raised() | Foreign():
                yield replace(inline, children=tuple(_without_links(inline.children)))
            case _:
                yield inline
