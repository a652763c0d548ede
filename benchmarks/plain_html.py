"""The workload as one plain HTML page: what a developer would feed to WeasyPrint without govdocs."""

from collections.abc import Iterable
from html import escape

from govdocs.compose.blocks import (
    Block,
    Box,
    Cell,
    Details,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    MinuteEntries,
    Number,
    Orientation,
    Pack,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

STYLE = """
@page { size: A4; margin: 33mm 22mm 25mm; @bottom-right { content: counter(page) " of " counter(pages); } }
@page wide { size: A4 landscape; margin: 30mm 16mm 25mm }
.wide { page: wide } .wide table { font-size: 7.5pt }
article + article, .wide { break-before: page }
body { font: 11pt/1.35 "Liberation Sans", Arial, sans-serif }
table { width: 100%; border-collapse: collapse; font-size: 10pt; table-layout: fixed }
th, td { border-bottom: .5pt solid; padding: 1.5mm 2mm; vertical-align: top; text-align: left }
tr { break-inside: avoid } h1, h2 { break-after: avoid }
.red { background: #B3261E; color: white } .amber { background: #FFC20E } .green { background: #00703C; color: white }
.box { border: 1pt solid; padding: 4mm }
"""


def write_plain_html(pack: Pack) -> str:
    """All documents of the pack in one page, one article each."""
    articles = "".join(
        f'<article id="{part.document.name}">{"".join(map(_section, part.document.sections))}</article>'
        for part in pack.parts
    )
    head = f"<title>{escape(pack.title)}</title><style>{STYLE}</style>"
    return f'<!DOCTYPE html><html lang="{pack.language}"><head>{head}</head><body>{articles}</body></html>'


def _section(section: Section) -> str:
    kind = "wide" if section.orientation == Orientation.LANDSCAPE else "tall"
    return f'<div class="{kind}">{_blocks(section.blocks)}</div>'


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_number(block.number)}{_inlines(block.content)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_number(block.number)}{_inlines(block.content)}</p>"
        case ItemList():
            return "<ul>" + "".join(f"<li>{_blocks(item.blocks)}</li>" for item in block.items) + "</ul>"
        case Table():
            caption = f"<caption>{_inlines(block.caption)}</caption>" if block.caption else ""
            head, body = ("".join(map(_row, rows)) for rows in (block.head, block.body))
            return f"<table>{caption}{_widths(block)}<thead>{head}</thead><tbody>{body}</tbody></table>"
        case Details():
            pairs = [detail for row in block.rows for detail in row]
            rows = (f"<tr><th scope=row>{_inlines(pair.label)}<td>{_blocks(pair.blocks)}</tr>" for pair in pairs)
            return f"<table>{''.join(rows)}</table>"
        case Box():
            return f'<div class="box">{_blocks(block.blocks)}</div>'
        case MinuteEntries():
            rows = (
                f"<section>{_block(entry.heading)}<p>{_inlines(entry.reference)}</p>{_blocks(entry.blocks)}</section>"
                for entry in block.entries
            )
            return "".join(rows)
        case _:
            raise NotImplementedError(f"the workload has no {type(block).__name__}")


def _widths(table: Table) -> str:
    total = sum(column.width for column in table.columns)
    columns = (f'<col style="width:{column.width / total:.2%}">' for column in table.columns)
    return f"<colgroup>{''.join(columns)}</colgroup>"


def _row(row: Row) -> str:
    return f"<tr>{''.join(map(_cell, row.cells))}</tr>"


def _cell(cell: Cell) -> str:
    scope = {"column": "col", "row": "row"}.get(cell.scope)
    start = f"<th scope={scope}" if scope else "<td"
    content = "".join(
        _inlines(block.content) if isinstance(block, Paragraph) else _block(block) for block in cell.blocks
    )
    return f'{start} class="{cell.tone}">{content}</{"th" if scope else "td"}>'


def _number(number: Number | None) -> str:
    return f"{number.text} " if number else ""


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case Link(children):
            return f'<a href="#{inline.document}">{_inlines(children)}</a>'
        case _:
            raise NotImplementedError(f"the workload has no {type(inline).__name__}")
