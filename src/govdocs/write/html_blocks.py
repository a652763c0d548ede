"""Blocks in HTML."""

from base64 import b64encode
from html import escape
from math import ceil
from typing import assert_never

from govdocs.compose.blocks import (
    Block,
    Box,
    Chart,
    Contents,
    Counter,
    Details,
    Divider,
    Heading,
    Index,
    ItemList,
    LineBreak,
    ListItem,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    Rule,
    Table,
    plain,
)
from govdocs.diagnostics import Diagnostic
from govdocs.write.bare_pictures import bare_picture
from govdocs.write.charts import drawn_chart
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.font_widths import text_width
from govdocs.write.html_index import write_index
from govdocs.write.html_inlines import write_attributes, write_inlines, write_number
from govdocs.write.html_setting import Medium, Setting
from govdocs.write.html_tables import write_details, write_table
from govdocs.write.problems import NO_ALTERNATIVE

_COUNTERS = {
    Counter.DECIMAL: "Decimal",
    Counter.LOWER_LETTER: "LowerAlpha",
    Counter.UPPER_LETTER: "UpperAlpha",
    Counter.LOWER_ROMAN: "LowerRoman",
    Counter.UPPER_ROMAN: "UpperRoman",
}
_DEEPEST = 6  # HTML and PDF have six levels of headings


def write_blocks(blocks: tuple[Block, ...], setting: Setting) -> str:
    """The blocks one after the other."""
    parts: list[str] = []
    numbered = False  # whether a list belongs under the text of a numbered paragraph
    for number, block in enumerate(blocks):
        leads = _leads(block, blocks[number + 1] if number + 1 < len(blocks) else None)
        under = numbered and isinstance(block, ItemList)
        parts.append(_write_block(block, setting, under=under, leads=leads))
        numbered = under or (isinstance(block, Paragraph) and block.number is not None)
    return "".join(parts)


def _write_block(block: Block, setting: Setting, *, under: bool, leads: bool) -> str:  # noqa: C901, PLR0912 - a case a block class
    match block:
        case Heading():
            return _write_heading(block, setting)
        case Paragraph():
            return _write_paragraph(block, setting, leads=leads)
        case ItemList():
            return _write_list(block, setting, under=under)
        case Table():
            return write_table(block, setting, write_blocks)
        case Details():
            return write_details(block, setting, write_blocks)
        case Box():
            return _write_box(block, setting)
        case MinuteEntries():
            return _write_minutes(block, setting)
        case Picture():
            return _write_picture(block, setting)
        case Chart():
            return _write_picture(drawn_chart(block, setting.theme, setting.width_pt), setting)
        case Contents():
            return _write_contents(block, setting)
        case Index():
            return write_index(block, setting)
        case PageBreak():
            return '<hr class="page-break">'
        case Rule():
            return '<hr class="rule">'
        case Divider(letter, title):
            words = f'<span class="letter">{escape(letter)}</span><br><span class="title">{escape(title)}</span>'
            return f'<h1 class="divider">{words}</h1>'
    assert_never(block)


def _leads(block: Block, following: Block | None) -> bool:
    """Whether a paragraph announces what follows: any before a list, one that ends in a colon before a table."""
    if not isinstance(block, Paragraph):
        return False
    colon = plain(block.content).rstrip().endswith(":")
    return isinstance(following, ItemList) or (isinstance(following, Table) and colon)


def _write_heading(heading: Heading, setting: Setting) -> str:
    level = min(max(heading.level, 1), _DEEPEST)
    names = "numbered" if heading.number else None
    words = write_number(heading.number) + write_inlines(heading.content, setting.medium)
    return f"<h{level}{write_attributes(class_=names, id=heading.anchor)}>{words}</h{level}>"


def _write_paragraph(paragraph: Paragraph, setting: Setting, *, leads: bool, label: str = "") -> str:
    """A paragraph; one that ``leads`` stays on the page of what follows."""
    names = [] if paragraph.kind is ParagraphKind.BODY else [str(paragraph.kind)]
    names += ["numbered"] if paragraph.number else []
    names += ["labelled"] if label else []
    names += ["leads"] if leads else []
    names += ["lines"] if any(isinstance(inline, LineBreak) for inline in paragraph.content) else []
    words = label + write_number(paragraph.number) + write_inlines(paragraph.content, setting.medium)
    return f"<p{write_attributes(class_=' '.join(names), id=paragraph.anchor)}>{words}</p>"


def _write_list(items: ItemList, setting: Setting, *, under: bool) -> str:
    tag = "ol" if items.kind is ListKind.NUMBERED else "ul"
    kind = "counted" if items.kind is ListKind.NUMBERED else str(items.kind)
    names = f"{kind} under" if under else kind
    style, numbering = _label_column(items, setting), _numbering(items, setting)
    attributes = write_attributes(class_=names, style=style, role="list", data_numbering=numbering)
    inside = "".join(_write_item(item, items.kind, setting) for item in items.items)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else ""


def _numbering(items: ItemList, setting: Setting) -> str | None:
    """How the labels count, in the words of a PDF's tags."""
    if setting.medium is Medium.SCREEN or items.kind is ListKind.PLAIN:
        return None
    first = next((item.number for item in items.items if item.number), None)
    return _COUNTERS[first.counters[-1]] if first and items.kind is ListKind.NUMBERED else "Disc"


def _label_column(items: ItemList, setting: Setting) -> str | None:
    """A wider column for the numbers, where the widest of them needs more than the theme gives."""
    widest = max((text_width(f"{item.number.text} ", 1) for item in items.items if item.number), default=0.0)
    theme = setting.theme
    usual = theme.lists.item_number_mm * POINTS_A_MM / theme.type.body_pt
    return f"--label:{ceil(widest * 10 + 2) / 10}em" if widest > usual else None


def _write_item(item: ListItem, kind: ListKind, setting: Setting) -> str:
    """A list item; its label stands in its first paragraph, so that both share a line."""
    label = f'<span class="label">{escape(words)} </span>' if (words := _label(item, kind, setting)) else ""
    inner = setting.deeper()
    if label and item.blocks and isinstance(item.blocks[0], Paragraph):
        leads = _leads(item.blocks[0], item.blocks[1] if len(item.blocks) > 1 else None)
        first = _write_paragraph(item.blocks[0], inner, leads=leads, label=label)
        inside = first + write_blocks(item.blocks[1:], inner)
    else:
        first = f'<p class="labelled">{label}</p>' if label else ""
        inside = first + write_blocks(item.blocks, inner)
    return f"<li{write_attributes(id=item.anchor)}>{inside}</li>"


def _label(item: ListItem, kind: ListKind, setting: Setting) -> str:
    match kind:
        case ListKind.BULLET:
            return setting.theme.lists.inner_bullet if setting.depth else setting.theme.lists.bullet
        case ListKind.NUMBERED:
            return item.number.text if item.number else ""
        case ListKind.PLAIN:
            return ""
    assert_never(kind)


def _write_box(box: Box, setting: Setting) -> str:
    padding = 2 * setting.theme.boxes.padding_mm * POINTS_A_MM
    inside = write_blocks(box.blocks, setting.within(setting.width_pt - padding))
    return f'<div class="box {box.kind}">{inside}</div>'


def _write_minutes(minutes: MinuteEntries, setting: Setting) -> str:
    """The minutes: a line with the columns' names, then a section an item."""
    tokens = setting.theme.minutes
    leads = len(minutes.labels) > 2 or any(entry.lead for entry in minutes.entries)  # noqa: PLR2004 - the lead's column
    taken = tokens.reference_mm + tokens.gap_mm + ((tokens.lead_mm + tokens.gap_mm) if leads else 0)
    inner = setting.within(setting.width_pt - taken * POINTS_A_MM)
    names = ("reference", "discussion", "lead")
    labels = "".join(
        f'<span class="{name}">{escape(label)} </span>' for name, label in zip(names, minutes.labels, strict=False)
    )
    head = f'<p class="labels">{labels}</p>' if any(minutes.labels) else ""
    entries = "".join(_write_entry(entry, inner) for entry in minutes.entries)
    return f'<div class="minutes{" with-lead" if leads else ""}">{head}{entries}</div>'


def _write_entry(entry: MinuteEntry, setting: Setting) -> str:
    reference = write_inlines(entry.reference, setting.medium)
    lead = write_inlines(entry.lead, setting.medium)
    first = f'<p class="reference">{reference}</p>' if reference else ""
    middle = f'<div class="discussion">{write_blocks((entry.heading, *entry.blocks), setting)}</div>'
    last = f'<p class="lead">{lead}</p>' if lead else ""
    # On paper the lead must stand beside the beginning of a long discussion; its tag is put last again.
    parts = (first, last, middle) if setting.medium is Medium.PRINT else (first, middle, last)
    return f'<section class="entry">{"".join(parts)}</section>'


def _write_contents(contents: Contents, setting: Setting) -> str:
    """A table of contents; on paper the style sheet adds the pages."""
    lines = "".join(
        f'<li class="level-{line.level}"><a href="#{escape(line.anchor)}">'
        f"{write_inlines(line.content, setting.medium)}</a></li>"
        for line in contents.lines
    )
    return f'<ul class="contents" role="list">{lines}</ul>' if lines else ""


def _write_picture(picture: Picture, setting: Setting) -> str:
    """A picture with its caption; before the engine of the PDF it goes by its number among the document's."""
    pictures = setting.collected.pictures
    if setting.medium is Medium.PRINT:
        source = f"picture:{len(pictures)}"
    else:
        shown = b64encode(bare_picture(picture.data, picture.media_type)).decode("ascii")
        source = f"data:{picture.media_type};base64,{shown}"
    pictures.append(picture)
    if not picture.alternative.strip():
        message = "the picture has no alternative text; expected words that say what it shows"
        hint = "write them between the square brackets of the picture"
        setting.collected.diagnostics.append(Diagnostic(NO_ALTERNATIVE, message, picture.place, hint))
    share = min(max(picture.width, 0.05), 1.0)
    alternative = escape(picture.alternative)
    image = f'<img src="{source}" alt="{alternative}" style="width:{share:.2%}">'
    words = write_inlines(picture.caption, setting.medium)
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"<figure{write_attributes(id=picture.anchor)}>{image}{caption}</figure>"
