"""A tree of blocks with some of them changed: what stands in lists, cells and boxes included, in reading order."""

from collections.abc import Callable
from dataclasses import replace

from govdocs.compose.blocks import (
    Block,
    Box,
    Cell,
    Chart,
    Details,
    Emphasis,
    Foreign,
    Heading,
    Indexed,
    Inline,
    ItemList,
    Link,
    MinuteEntries,
    MinuteEntry,
    Paragraph,
    Picture,
    Raised,
    Row,
    Section,
    Strong,
    Table,
)

Change = Callable[[Block], Block]
ChangeWords = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def change_blocks(sections: tuple[Section, ...], change: Change) -> tuple[Section, ...]:
    """The sections with every block changed, the inner ones before the one that they stand in."""
    return tuple(replace(section, blocks=_blocks(section.blocks, change)) for section in sections)


def _blocks(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(change(_inside(block, change)) for block in blocks)


def _inside(block: Block, change: Change) -> Block:
    match block:
        case ItemList():
            items = tuple(replace(item, blocks=_blocks(item.blocks, change)) for item in block.items)
            return replace(block, items=items)
        case Table():
            head = tuple(_row(row, change) for row in block.head)
            return replace(block, head=head, body=tuple(_row(row, change) for row in block.body))
        case Details():
            rows = tuple(
                tuple(replace(detail, blocks=_blocks(detail.blocks, change)) for detail in row) for row in block.rows
            )
            return replace(block, rows=rows)
        case Box():
            return replace(block, blocks=_blocks(block.blocks, change))
        case MinuteEntries():
            return replace(block, entries=tuple(_entry(entry, change) for entry in block.entries))
        case _:
            return block


def _row(row: Row, change: Change) -> Row:
    return replace(row, cells=tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell, change: Change) -> Cell:
    return replace(cell, blocks=_blocks(cell.blocks, change)) if cell.blocks else cell


def _entry(entry: MinuteEntry, change: Change) -> MinuteEntry:
    heading = change(entry.heading)
    kept = heading if isinstance(heading, Heading) else entry.heading
    return replace(entry, heading=kept, blocks=_blocks(entry.blocks, change))


def change_words(block: Block, change: ChangeWords) -> Block:
    """The block with the words changed that stand directly in it."""
    match block:
        case Heading() | Paragraph():
            return replace(block, content=change(block.content))
        case Table() | Picture() | Chart() if block.caption:
            return replace(block, caption=change(block.caption))
        case _:
            return block


def change_inside(inline: Inline, change: ChangeWords) -> Inline:
    """Words within a mark, such as bold, changed."""
    if isinstance(inline, Strong | Emphasis | Raised | Foreign | Link | Indexed):
        return replace(inline, children=change(inline.children))
    return inline
