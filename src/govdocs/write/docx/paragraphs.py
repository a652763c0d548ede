"""Headings, paragraphs and lists."""

from dataclasses import dataclass, replace

from govdocs.compose.blocks import (
    Heading,
    Inline,
    ItemList,
    LineBreak,
    ListItem,
    ListKind,
    Number,
    Paragraph,
    ParagraphKind,
)
from govdocs.places import Place
from govdocs.write.docx.lengths import point_twips, twips
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.numbering import Placement
from govdocs.write.docx.problems import DOUBLE_ANCHOR
from govdocs.write.docx.runs import runs

DEEPEST_HEADING = 6

_KINDS = {
    ParagraphKind.NOTE: "Note",
    ParagraphKind.MOVEMENT: "Movement",
    ParagraphKind.PROMPT: "Prompt",
}
_SPACED_ABOVE = frozenset(
    {f"Heading{level}" for level in range(2, DEEPEST_HEADING + 1)}
    | {"Caption", "Prompt", "Picture", "IndexHeading"}
    | {f"TOC{level}" for level in range(1, 3)}
)
"""Styles that keep a distance from what stands above."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A paragraph's place in a list, and where it wants others than its style and its list, spacing and indents."""

    numbering: str = ""
    spacing: str = ""
    indent: str = ""


def write_paragraph(
    manuscript: Manuscript,
    style: str,
    content: str,
    *,
    hung: Hung | None = None,
    keep: bool = False,
    whole: bool = False,
) -> str:
    """One paragraph, never parted from the next one where ``keep`` is set, nor itself divided where ``whole`` is.

    Takes what waits for the next paragraph: a page break, anchors, the distance from a table. At the top of a page
    it keeps no distance from above.
    """
    hung = hung or Hung()
    top = style in _SPACED_ABOVE and (manuscript.at_top or manuscript.pending_break)
    manuscript.at_top = False
    waiting = manuscript.pending_break or manuscript.pending_anchors or manuscript.pending_gap
    if not (waiting or keep or whole or top):
        properties = f'<w:pStyle w:val="{style}"/>{hung.numbering}{hung.spacing}{hung.indent}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"
    kept = ("<w:keepNext/>" if keep else "") + ("<w:keepLines/>" if whole else "")
    broken = "<w:pageBreakBefore/>" if manuscript.pending_break else ""
    spacing = hung.spacing
    if (manuscript.pending_gap or top) and "w:before=" not in spacing:
        before = f' w:before="{manuscript.pending_gap}"'
        spacing = spacing.replace("<w:spacing", f"<w:spacing{before}") if spacing else f"<w:spacing{before}/>"
    anchors = "".join(_bookmark(manuscript, *each) for each in manuscript.pending_anchors)
    manuscript.pending_break, manuscript.pending_gap = False, 0
    manuscript.pending_anchors.clear()
    properties = f'<w:pStyle w:val="{style}"/>{kept}{broken}{hung.numbering}{spacing}{hung.indent}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{anchors}{content}</w:p>"


def anchor(manuscript: Manuscript, name: str, place: Place) -> None:
    """Let the next paragraph carry a bookmark."""
    if name:
        manuscript.pending_anchors.append((name, place))


def write_heading(manuscript: Manuscript, block: Heading, setting: Setting, *, flush: bool = False) -> str:
    """A heading; a ``flush`` one has no space above it, as at the top of a cell.

    The title of the document (level 1) is in the style Heading 1, not in Title: only real headings show in Word's
    navigation pane, are called out by screen readers and become headings in a PDF made from the file, and so its
    levels are those of our own PDF and HTML. The title stands in the document's properties as well.
    """
    style = f"Heading{min(max(block.level, 1), DEEPEST_HEADING)}"
    anchor(manuscript, block.anchor, block.place)
    manuscript.pending_gap = 0  # a heading keeps its own distance
    hung = _numbered(manuscript, block.number, setting)
    content = runs(manuscript, block.content, block.place, style)
    if flush:
        hung = replace(hung, spacing='<w:spacing w:before="0"/>')
    return write_paragraph(manuscript, style, content, hung=hung)


def write_text(manuscript: Manuscript, block: Paragraph, setting: Setting, *, leads: bool = False) -> str:
    """A paragraph; one that ``leads`` is never parted from what follows."""
    style = _style(block, setting)
    anchor(manuscript, block.anchor, block.place)
    hung = _numbered(manuscript, block.number, setting)
    if setting.indent and not block.number:
        hung = Hung(indent=f'<w:ind w:left="{setting.inset + setting.indent}"/>')
    content = runs(manuscript, block.content, block.place, style, setting.character)
    lines = any(isinstance(inline, LineBreak) for inline in block.content)  # of an address
    return write_paragraph(manuscript, style, content, hung=hung, keep=leads, whole=lines)


def write_list(manuscript: Manuscript, block: ItemList, setting: Setting) -> list[str]:
    """A list; inner lists stand one level further in."""
    written: list[str] = []
    for at, item in enumerate(block.items):
        last = at == len(block.items) - 1
        written += _write_item(manuscript, block.kind, item, setting if last else replace(setting, list_gap=0))
    return written


def _write_item(manuscript: Manuscript, kind: ListKind, item: ListItem, setting: Setting) -> list[str]:
    anchor(manuscript, item.anchor, item.place)
    first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (None, ())
    if not isinstance(first, Paragraph):
        first, rest = Paragraph((), item.place), item.blocks
    anchor(manuscript, first.anchor, first.place)
    number = item.number or first.number
    style, hung = _marker(manuscript, kind, number, setting)
    if setting.list_gap and not rest:
        # The space under a list: no style knows which item is the last.
        hung = replace(hung, spacing=f'<w:spacing w:after="{setting.list_gap}"/>')
    content = runs(manuscript, first.content, first.place, style, setting.character)
    written = [write_paragraph(manuscript, style, content, hung=hung)]
    further = max(_marker_width(manuscript, kind), twips(manuscript.theme.lists.step_mm))
    inner_list = replace(setting, depth=setting.depth + 1, indent=setting.indent + further)
    inner = replace(setting, indent=_text_indent(manuscript, kind, setting) - setting.inset, depth=0)
    if not setting.in_table:
        inner = replace(inner, text="ListContinue")
    for block in rest:
        if isinstance(block, ItemList):
            written += write_list(manuscript, block, inner_list)
        else:
            written += manuscript.blocks((block,), inner)
    return written


def _marker(manuscript: Manuscript, kind: ListKind, number: Number | None, setting: Setting) -> tuple[str, Hung]:
    """The style of an item's first paragraph, and what stands before its words."""
    left, hang = _text_indent(manuscript, kind, setting), _marker_width(manuscript, kind)
    if kind is ListKind.BULLET:
        as_styled = setting.indent == setting.depth * twips(manuscript.theme.lists.step_mm)
        own = Hung(indent=f'<w:ind w:left="{left}" w:hanging="{hang}"/>')
        deepest = len(setting.bullets) - 1
        return setting.bullets[min(setting.depth, deepest)], (Hung() if as_styled and setting.depth <= deepest else own)
    if kind is ListKind.NUMBERED and number:
        return setting.item, _place(manuscript, number, left, hang)
    return setting.plain, Hung(indent=f'<w:ind w:left="{left}"/>' if left > setting.inset else "")


def _text_indent(manuscript: Manuscript, kind: ListKind, setting: Setting) -> int:
    """Where the words of an item begin."""
    return setting.inset + setting.indent + _marker_width(manuscript, kind)


def _marker_width(manuscript: Manuscript, kind: ListKind) -> int:
    lists = manuscript.theme.lists
    widths = {ListKind.BULLET: lists.bullet_mm, ListKind.NUMBERED: lists.item_number_mm, ListKind.PLAIN: 0}
    return twips(widths[kind])


def _style(block: Paragraph, setting: Setting) -> str:
    match block.kind:
        case ParagraphKind.BODY:
            return setting.numbered if block.number else setting.text
        case ParagraphKind.LEAD_IN:
            return setting.lead_in
        case ParagraphKind.CENTRED:
            return setting.centred
        case ParagraphKind.SUBTITLE:
            return "Subtitle"
        case _:
            return f"{setting.bar}{_KINDS[block.kind]}"


def _numbered(manuscript: Manuscript, number: Number | None, setting: Setting) -> Hung:
    """The numbering of a paragraph or heading: numbers of all levels hang in one column."""
    if number is None:
        return Hung()
    hang = manuscript.number_column
    return _place(manuscript, number, setting.inset + setting.indent + hang, hang)


def _place(manuscript: Manuscript, number: Number, left: int, hang: int) -> Hung:
    placed = manuscript.numbering.place(number, left, hang)
    own = (placed.left, placed.hang) == (left, hang)
    return Hung(_in_list(placed), "" if own else f'<w:ind w:left="{left}" w:hanging="{hang}"/>')


def _in_list(placed: Placement) -> str:
    return f'<w:numPr><w:ilvl w:val="{placed.level}"/><w:numId w:val="{placed.ident}"/></w:numPr>'


def write_caption(
    manuscript: Manuscript, words: tuple[Inline, ...], number: Number | None, place: Place, style: str
) -> list[str]:
    """The caption of a table or a picture, with its number in front; nothing where there is neither."""
    if not words and number is None:
        return []
    hung = Hung(_in_list(manuscript.numbering.place(number, 0, 0, spaced=True))) if number else Hung()
    manuscript.pending_gap = 0  # captions keep their own distance
    return [write_paragraph(manuscript, style, runs(manuscript, words, place, style), hung=hung)]


def table_gap(manuscript: Manuscript) -> int:
    """The distance between a table and the text under it, in twips."""
    return point_twips(manuscript.theme.tables.gap_pt)


def _bookmark(manuscript: Manuscript, name: str, place: Place) -> str:
    bookmark = manuscript.bookmark(name)
    if bookmark in manuscript.bookmarks:
        first = manuscript.bookmarks[bookmark]
        message = f"two things are named `{name}`, the first at {first}; expected one"
        manuscript.report(DOUBLE_ANCHOR, message, place, "give one of them another name")
        return ""
    return "".join(manuscript.mark(name, place))
