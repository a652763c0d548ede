"""Blocks, one after the other."""

from dataclasses import replace
from typing import assert_never

from govdocs.compose.blocks import (
    Block,
    Box,
    BoxKind,
    Chart,
    Contents,
    Details,
    Divider,
    Heading,
    Index,
    ItemList,
    MinuteEntries,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    Rule,
    Table,
    plain,
)
from govdocs.write.charts import photographed_chart
from govdocs.write.docx.contents import write_contents
from govdocs.write.docx.forms import write_box, write_details, write_divider, write_minutes
from govdocs.write.docx.index import write_index
from govdocs.write.docx.lengths import in_points
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.paragraphs import table_gap, write_heading, write_list, write_paragraph, write_text
from govdocs.write.docx.pictures import write_picture
from govdocs.write.docx.tables import write_table


def write_blocks(manuscript: Manuscript, blocks: tuple[Block, ...], setting: Setting) -> list[str]:
    """Blocks as XML, one string for each paragraph or table."""
    written: list[str] = []
    numbered = False  # whether a list belongs under the text of a numbered paragraph
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        under = numbered and isinstance(block, ItemList)
        inner = replace(setting, indent=setting.indent + manuscript.number_column) if under else setting
        after_table = bool(written) and written[-1].startswith("<w:tbl>")
        if after_table and not _becomes_table(block):
            note = isinstance(block, Paragraph) and block.kind is ParagraphKind.NOTE
            manuscript.pending_gap = table_gap(manuscript) // (2 if note else 1)
        pieces = _write_block(manuscript, block, inner, following)
        if after_table and pieces and pieces[0].startswith("<w:tbl>"):
            written.append('<w:p><w:pPr><w:pStyle w:val="BetweenTables"/></w:pPr></w:p>')
        written += pieces
        numbered = under or (isinstance(block, Paragraph) and block.number is not None)
    manuscript.pending_gap = 0
    return written


def _write_block(  # noqa: C901, PLR0912 - one case for each class of block
    manuscript: Manuscript, block: Block, setting: Setting, following: Block | None
) -> list[str]:
    match block:
        case Heading():
            return [write_heading(manuscript, block, setting)]
        case Paragraph():
            return [write_text(manuscript, block, setting, leads=_leads(block, following))]
        case ItemList():
            return write_list(manuscript, block, setting)
        case Table():
            return write_table(manuscript, block, setting)
        case Details():
            return write_details(manuscript, block, setting)
        case Box():
            return write_box(manuscript, block, setting)
        case MinuteEntries():
            return write_minutes(manuscript, block, setting)
        case Picture():
            return write_picture(manuscript, block, setting)
        case Chart():
            picture = photographed_chart(block, manuscript.theme, in_points(setting.width))
            return write_picture(manuscript, picture, setting)
        case Contents():
            return write_contents(manuscript, block, setting)
        case Index():
            return write_index(manuscript, block)
        case PageBreak():
            manuscript.pending_break = True
            return []
        case Rule():
            return [write_paragraph(manuscript, "Rule", "")]
        case Divider():
            return write_divider(manuscript, block)
    assert_never(block)


def _leads(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether the paragraph announces what follows and must stand on its page."""
    if paragraph.kind is ParagraphKind.LEAD_IN or isinstance(following, ItemList):
        return True
    return isinstance(following, Table) and plain(paragraph.content).rstrip().endswith(":")


def _becomes_table(block: Block) -> bool:
    return isinstance(block, Table | Details | MinuteEntries) or (
        isinstance(block, Box) and block.kind in {BoxKind.RECOMMENDATIONS, BoxKind.NOTICE}
    )
