"""A tree of blocks as readable text, one block a line: what golden tests of composing compare."""

from collections.abc import Iterator
from typing import assert_never

from govdocs.compose.blocks import (
    Abbreviation,
    Block,
    Box,
    Cell,
    Chart,
    Column,
    Contents,
    Details,
    Divider,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Index,
    Indexed,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    MinuteEntries,
    Number,
    Pack,
    PageBreak,
    Paragraph,
    Picture,
    Raised,
    Row,
    Rule,
    Scope,
    Strong,
    Symbol,
    Table,
    Text,
    Tone,
)


def outline(document: Document) -> str:
    """The whole document."""
    facts = [
        f"{name}={value}"
        for name in ("label", "paper", "status", "watermark", "author", "subject")
        if (value := getattr(document, name))
    ]
    lines = [f"document {document.name} “{document.title}” {document.language}", *facts]
    lines.append("letterhead " + " | ".join(document.letterhead))
    for section in document.sections:
        columns = f" columns={section.columns}" if section.columns > 1 else ""
        lines.append(
            f"section {section.orientation} {section.paper}{columns}{' continued' if section.continued else ''}"
        )
        lines.extend(outline_blocks(section.blocks, 1))
    return "\n".join(lines) + "\n"


def outline_pack(pack: Pack) -> str:
    """The pack's parts, a line each."""
    return "".join(f"{part.kind} {part.document.name} “{part.outline}”\n" for part in pack.parts)


def outline_blocks(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[str]:
    """Lines for ``blocks``."""
    for block in blocks:
        yield from ("  " * depth + line for line in _block(block))


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 -- one case for each class of block
    match block:
        case Heading():
            yield f"h{block.level} {_number(block.number)}{line(block.content)}{_anchor(block.anchor)}"
        case Paragraph():
            yield f"{block.kind} {_number(block.number)}{line(block.content)}{_anchor(block.anchor)}"
        case ItemList():
            yield f"list {block.kind}"
            for item in block.items:
                yield from _item(item)
        case Table():
            yield from _table(block)
        case Details():
            yield f"details pairs={block.pairs} {block.summary}".rstrip()
            for row in block.rows:
                yield "  " + " ‖ ".join(f"{line(detail.label)} → {_flat(detail.blocks)}" for detail in row)
        case Box():
            yield f"box {block.kind}"
            yield from outline_blocks(block.blocks, 1)
        case MinuteEntries():
            yield "minutes " + " | ".join(block.labels)
            for entry in block.entries:
                yield f"  entry {line(entry.reference)} lead={line(entry.lead)}"
                yield from outline_blocks((entry.heading, *entry.blocks), 2)
        case Picture():
            yield f"picture {block.media_type} {len(block.data)} bytes “{block.alternative}” {line(block.caption)}"
        case Chart():
            yield f"chart {block.kind} “{block.alternative}” {line(block.caption)}".rstrip()
            yield "  along " + " | ".join(block.categories)
            for series in block.series:
                yield f"  {series.label}{' (aim)' if series.aim else ''}: " + " | ".join(series.texts)
        case Contents():
            yield "contents"
            for listed in block.lines:
                yield f"{'  ' * listed.level}{line(listed.content)} → #{listed.anchor}"
        case Index():
            yield f"index h{block.level}"
            for letter in block.letters:
                yield f"  {letter.letter}"
                for term in letter.lines:
                    places = "; ".join(f"{place.part} #{place.anchor}" for place in term.places)
                    yield f"{'  ' * (term.level + 1)}{term.path[-1]} → {places}{line(term.see)} #{term.anchor}"
        case PageBreak():
            yield "page break"
        case Rule():
            yield "rule"
        case Divider():
            yield f"divider {block.letter} “{block.title}”"
        case _:
            assert_never(block)


def _item(item: ListItem) -> Iterator[str]:
    blocks = list(outline_blocks(item.blocks, 0))
    first = blocks[0].removeprefix("body ") if blocks else ""
    yield f"  - {_number(item.number)}{first}{_anchor(item.anchor)}"
    yield from ("    " + entry for entry in blocks[1:])


def _table(table: Table) -> Iterator[str]:
    below = " (below)" if table.caption_below else ""
    caption = f" “{_number(table.caption_number)}{line(table.caption)}”{below}" if table.caption else ""
    yield f"table {table.kind}{caption}{_anchor(table.anchor)} columns {' '.join(map(_column, table.columns))}"
    for row in table.head:
        yield "  = " + _row(row)
    for row in table.body:
        yield f"  {row.kind} " + _row(row)


def _column(column: Column) -> str:
    return f"{column.width:g}{'' if column.align == 'left' else column.align[0]}"


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells) + _anchor(row.anchor)


def _cell(cell: Cell) -> str:
    spans = f"[{cell.column_span}x{cell.row_span}]" if (cell.column_span, cell.row_span) != (1, 1) else ""
    scope = {Scope.NONE: "", Scope.COLUMN: "↓", Scope.ROW: "→"}[cell.scope]
    tone = f"<{cell.tone}>" if cell.tone is not Tone.NONE else ""
    return f"{scope}{spans}{tone}{_flat(cell.blocks)}"


def _flat(blocks: tuple[Block, ...]) -> str:
    return " / ".join(entry.strip().removeprefix("body ") for entry in outline_blocks(blocks))


def _number(number: Number | None) -> str:
    return f"({number.text}) " if number else ""


def _anchor(anchor: str) -> str:
    return f" #{anchor}" if anchor else ""


def line(inlines: tuple[Inline, ...]) -> str:
    """Inline content with light marks."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:  # noqa: C901 -- one case for each class of inline content
    match inline:
        case Text(text):
            return text
        case LineBreak():
            return "⏎"
        case Strong(children):
            return f"**{line(children)}**"
        case Emphasis(children):
            return f"_{line(children)}_"
        case Raised(children):
            return f"^{line(children)}^"
        case Foreign(children, language):
            return f"{{{language}: {line(children)}}}"
        case Abbreviation(text, expansion):
            return f"{text}({expansion})"
        case Symbol(character, alternative):
            return f"{character}({alternative})"
        case Link():
            target = inline.address or f"{inline.document}#{inline.anchor}"
            return f"[{line(inline.children)}]({target})"
        case Indexed(children, entries, _):
            return f"⟨{line(children)}→{','.join(entries)}⟩"
        case _:
            assert_never(inline)
