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
    Inline,
    Link,
    Raised,
    Section,
    Strong,
    Text,
)


def fill_contents(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with each table of contents listing the headings after it, all of which have an anchor then.

    A heading without an anchor gets one that no other has.
    """
    if not any(isinstance(block, Contents) for section in sections for block in section.blocks):
        return sections
    taken = {getattr(block, "anchor", "") for section in sections for block in section.blocks}
    names = (name for name in (f"part-{number}" for number in range(1, 10_000)) if name not in taken)
    named = [replace(section, blocks=tuple(_named(section.blocks, names))) for section in sections]
    flat = [block for section in named for block in section.blocks]
    filled = {at: _filled(block, flat[at + 1 :]) for at, block in enumerate(flat) if isinstance(block, Contents)}
    result: list[Section] = []
    count = 0
    for section in named:
        blocks: list[Block] = []
        for block in section.blocks:
            blocks.append(filled.get(count, block))
            count += 1
        result.append(replace(section, blocks=tuple(blocks)))
    return tuple(result)


def _named(blocks: tuple[Block, ...], names: Iterator[str]) -> Iterator[Block]:
    for block in blocks:
        missing = isinstance(block, Heading) and block.level > 1 and not block.anchor
        yield replace(block, anchor=next(names)) if isinstance(block, Heading) and missing else block


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
            case Link():
                yield from _without_links(inline.children)
            case Strong() | Emphasis() | Raised() | Foreign():
                yield replace(inline, children=tuple(_without_links(inline.children)))
            case _:
                yield inline
