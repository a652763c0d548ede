"""What a reader of a document should meet, once from its blocks and once from the tags of its PDF, as lines of text."""

from collections.abc import Iterator, Mapping

from govdocs.compose.blocks import (
    Block,
    Box,
    Contents,
    Details,
    Divider,
    Document,
    Heading,
    Index,
    Inline,
    ItemList,
    ListKind,
    MinuteEntries,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Table,
    plain,
    walk,
)
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers
from govdocs.write.table_grid import GridRow, build_grid
from govdocs.write.theme import built_in_theme
from support.pdf_reading import ReadTag, tidy
from support.printed import index_line

_CONTAINERS = {"Document", "Div", "Index", "TOC", "TOCI", "Reference", "Sect", "TBody", "THead", "LBody", "LI"}


def outline_document(document: Document) -> list[str]:
    """The document's blocks in reading order: what each is, and its words."""
    pages = page_numbers(document, WriteOptions())
    shown = {id(block): list(_shown(block, pages)) for block in walk(document) if isinstance(block, Contents | Index)}
    return [
        line
        for section in document.sections
        for block in section.blocks
        for line in shown.get(id(block)) or _block(block, 0)
    ]


def _shown(block: Contents | Index, pages: Mapping[str, int]) -> Iterator[str]:
    """The lines of contents or of an index."""
    if isinstance(block, Contents):
        for listed in block.lines:
            yield f"Link {tidy(f'{plain(listed.content)} {pages[listed.anchor]}')}"
        return
    for letter in block.letters:
        yield f"H{block.level} {letter.letter}"
        yield "L"
        for line in letter.lines:
            yield f"P {index_line(line, pages)}"


def outline_tags(root: ReadTag) -> list[str]:
    """The same from the tags of its PDF."""
    names = {tag.entries["ID"]: tag for tag in root.every("TH") if "ID" in tag.entries}
    return list(_tags(root, names))


def _tags(tag: ReadTag, names: dict[str, ReadTag]) -> Iterator[str]:
    for kid in tag.tags:
        match kid.role:
            case "TH" | "TD":
                headers = [names[str(name)].text for name in kid.attributes.get("Headers", ())]
                scope = str(kid.attributes.get("Scope", ""))[1:]
                spans = f"{kid.attributes.get('ColSpan', 1)}x{kid.attributes.get('RowSpan', 1)}"
                yield f"{kid.role} {scope} {spans} {headers} {kid.text}"
            case "Table" | "L" | "TR":
                yield kid.role
                yield from _tags(kid, names)
            case "Figure":
                yield f"Figure {tidy(kid.entries['Alt'])}"
            case role if role in _CONTAINERS:
                yield from _tags(kid, names)
            case role:
                yield f"{role} {kid.text}"


def _blocks(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[str]:  # noqa: C901, PLR0912 - a case a block class
    match block:
        case Heading():
            yield f"H{block.level} {_words(block.content, block.number)}"
        case Paragraph():
            yield f"P {_words(block.content, block.number)}"
        case ItemList():
            yield from _list(block, depth)
        case Table():
            yield from _table(block)
        case Details():
            yield "Table"
            for row in block.rows:
                yield "TR"
                for detail in row:
                    label = tidy(plain(detail.label))
                    yield f"TH Row 1x1 [] {label}"
                    span = 2 * block.pairs - 1 if len(row) == 1 else 1
                    yield f"TD  {span}x1 {[label]} {_inside(detail.blocks)}"
        case Box():
            yield from _blocks(block.blocks, depth)
        case MinuteEntries():
            yield f"P {tidy(' '.join(block.labels))}"
            for entry in block.entries:
                yield f"P {_words(entry.reference)}"
                yield from _blocks((entry.heading, *entry.blocks))
                if entry.lead:
                    yield f"P {_words(entry.lead)}"
        case Picture():
            yield f"Figure {tidy(block.alternative)}"
            if block.caption:
                yield f"Caption {_words(block.caption)}"
        case Divider():
            yield f"H1 {tidy(f'{block.letter} {block.title}')}"
        case PageBreak() | Rule() | Contents() | Index():
            return


def _list(block: ItemList, depth: int) -> Iterator[str]:
    lists = built_in_theme().lists
    yield "L"
    for item in block.items:
        if block.kind is not ListKind.PLAIN:
            bullet = lists.inner_bullet if depth else lists.bullet
            yield f"Lbl {tidy(item.number.text) if item.number else bullet}"
        yield from _blocks(item.blocks, depth + 1)


def _table(table: Table) -> Iterator[str]:
    yield "Table"
    caption = f"Caption {_words(table.caption, table.caption_number)}"
    if table.caption and not table.caption_below:
        yield caption
    grid = build_grid(table)
    names = {cell.key: _inside(cell.cell.blocks) for row in grid for cell in row.cells}
    for row in grid:
        yield from _row(row, names)
    if table.caption and table.caption_below:
        yield caption


def _row(row: GridRow, names: dict[str, str]) -> Iterator[str]:
    yield "TR"
    for cell in row.cells:
        headers = [names[key] for key in cell.headers]
        scope = {"column": "Column", "row": "Row", "none": ""}[cell.scope]
        role = "TH" if scope else "TD"
        yield f"{role} {scope} {cell.columns}x{cell.rows} {headers} {_inside(cell.cell.blocks)}"


def _inside(blocks: tuple[Block, ...]) -> str:
    """All words of a cell, its list labels included."""
    lines = (line.partition(" ")[2] for line in _blocks(blocks) if line not in {"L", "Table", "TR"})
    return tidy(" ".join(lines))


def _words(content: tuple[Inline, ...], number: Number | None = None) -> str:
    return tidy(f"{number.text} {plain(content)}" if number else plain(content))
