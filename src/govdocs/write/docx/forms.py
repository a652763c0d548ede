"""What is set apart or laid out in a form of its own: labels and values, boxes, items of the minutes, dividers."""

from dataclasses import dataclass, replace

from govdocs.compose.blocks import (
    Block,
    Box,
    BoxKind,
    Detail,
    Details,
    Divider,
    Heading,
    ItemList,
    MinuteEntries,
    MinuteEntry,
    Paragraph,
    ParagraphKind,
    Text,
)
from govdocs.write.docx.lengths import point_twips, twips
from govdocs.write.docx.looks import bar_inset
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.paragraphs import write_heading, write_paragraph
from govdocs.write.docx.runs import run, runs
from govdocs.write.docx.tables import (
    cell_content,
    cell_setting,
    cell_start,
    head_fill,
    keep_with_next,
    row_start,
    table_start,
)
from govdocs.write.font_widths import widest_word


def write_details(manuscript: Manuscript, details: Details, setting: Setting) -> list[str]:
    """Labels and values: a table whose first column heads its rows."""
    if not details.rows:
        return []
    tokens = manuscript.theme.details
    pair = setting.width // details.pairs
    label = min(twips(tokens.pair_label_mm if details.pairs > 1 else tokens.label_mm), pair // 2)
    value = pair - label
    widths = (label, value) * details.pairs
    rows = [_details_row(manuscript, row, details.pairs, label, value) for row in details.rows]
    title = details.summary or "Details"
    return [f"{table_start('BoardDetails', widths, title=title, summary='', labels=True)}{''.join(rows)}</w:tbl>"]


def _details_row(manuscript: Manuscript, row: tuple[Detail, ...], pairs: int, label: int, value: int) -> str:
    cells: list[str] = []
    for at, detail in enumerate(row):
        columns = 2 * (pairs - at) - 1 if at == len(row) - 1 else 1
        width = value + (columns - 1) // 2 * (label + value)
        words = runs(manuscript, detail.label, detail.place, "TableLabel")
        cells.append(f"{cell_start(label)}{write_paragraph(manuscript, 'TableLabel', words)}</w:tc>")
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        content = cell_content(manuscript, detail.blocks, cell_setting("Table", width, "TableText"))
        cells.append(f"{cell_start(width, span)}{content}</w:tc>")
    return f"{row_start()}{''.join(cells)}</w:tr>"


def write_box(manuscript: Manuscript, box: Box, setting: Setting) -> list[str]:
    """Blocks set apart: paragraphs with a bar at their left, or a table of one cell where a frame goes around."""
    match box.kind:
        case BoxKind.RESOLUTION:
            return _kept(manuscript.blocks(box.blocks, _barred(manuscript, setting, "Resolution")))
        case BoxKind.QUESTION:
            return _kept(manuscript.blocks(box.blocks, _barred(manuscript, setting, "Question")))
        case BoxKind.RECOMMENDATIONS:
            return _framed(manuscript, box.blocks, setting, "BoardRuledBox", "Recommendations")
        case BoxKind.NOTICE:
            return _framed(manuscript, box.blocks, setting, "BoardQuietBox", "Notice")


def _kept(written: list[str]) -> list[str]:
    """Paragraphs that stay together: a resolution's number or its mover says nothing at the foot of a page."""
    return [keep_with_next(each) if each.startswith("<w:p>") else each for each in written[:-1]] + written[-1:]


def _barred(manuscript: Manuscript, setting: Setting, style: str) -> Setting:
    return replace(
        setting,
        text=style,
        numbered=style,
        bullets=(f"{style}Bullet",),
        item=style,
        plain=style,
        lead_in=style,
        bar=style,
        inset=bar_inset(manuscript.theme),
    )


def _framed(manuscript: Manuscript, blocks: tuple[Block, ...], setting: Setting, style: str, title: str) -> list[str]:
    """A table of one cell.

    A heading that begins the box stands above it: Word's navigation pane leaves out the headings that stand in
    tables, and the recommendations are what readers look for.
    """
    above: list[str] = []
    while blocks and isinstance(blocks[0], Heading) and not setting.in_table:
        above += manuscript.blocks(blocks[:1], setting)
        blocks = blocks[1:]
    if not blocks:
        return above
    padding = twips(manuscript.theme.boxes.padding_mm)
    inner = replace(
        setting,
        width=max(setting.width - 2 * padding, setting.width // 2),
        indent=0,
        inset=0,
        bullets=("Recommendation", "ListBullet2"),
    )
    content = cell_content(manuscript, blocks, inner)
    start = table_start(style, (setting.width,), title=title, summary="")
    cell = f"{cell_start(setting.width)}{content}</w:tc>"
    return [*above, f"{start}{row_start()}{cell}</w:tr></w:tbl>"]


def write_minutes(manuscript: Manuscript, minutes: MinuteEntries, setting: Setting) -> list[str]:
    """The items of the minutes as rows of one table under the body's column headings, which repeat on every page."""
    if not minutes.entries:
        return []
    tokens = manuscript.theme.minutes
    leads = len(minutes.labels) > _LABELS_WITHOUT_LEAD or any(entry.lead for entry in minutes.entries)
    quarter = setting.width // 4
    reference = min(_wide_enough(manuscript, tokens.reference_mm, minutes.labels[:1]), quarter)
    lead = min(_wide_enough(manuscript, tokens.lead_mm, minutes.labels[2:3]), quarter) if leads else 0
    widths = (reference, setting.width - reference - lead, lead)[: 3 if leads else 2]
    head = any(minutes.labels)
    start = table_start("BoardMinutes", widths, title="Minutes", summary="", head=head)
    labels = (*minutes.labels, *[""] * len(widths))[: len(widths)]
    rows = [_labels_row(manuscript, labels, widths)] if head else []
    last = len(minutes.entries) - 1
    rows += [
        _entry_rows(manuscript, entry, widths, setting, last=at == last) for at, entry in enumerate(minutes.entries)
    ]
    return [f"{start}{''.join(rows)}</w:tbl>"]


_LABELS_WITHOUT_LEAD = 2


def _wide_enough(manuscript: Manuscript, least_mm: float, label: tuple[str, ...]) -> int:
    """A column's width, at least that of the longest word in its heading."""
    theme = manuscript.theme
    word = widest_word(tuple(Text(each) for each in label), theme.type.table_pt, bold=True)
    return max(twips(least_mm), point_twips(word + 1) + 2 * twips(theme.tables.padding_x_mm))


def _labels_row(manuscript: Manuscript, labels: tuple[str, ...], widths: tuple[int, ...]) -> str:
    room = twips(manuscript.theme.tables.padding_y_mm)
    sides = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side in ("top", "bottom"))
    fill = head_fill(manuscript.theme).replace("<w:vAlign", f"<w:tcMar>{sides}</w:tcMar><w:vAlign")
    cells = [
        f"{cell_start(width, fill)}{write_paragraph(manuscript, 'TableHeading', run(label))}</w:tc>"
        for label, width in zip(labels, widths, strict=True)
    ]
    return f"{row_start(head=True)}{''.join(cells)}</w:tr>"


def _entry_rows(
    manuscript: Manuscript, entry: MinuteEntry, widths: tuple[int, ...], setting: Setting, *, last: bool
) -> str:
    """An item, in several rows where it is long: programs keep nothing together in a row that they divide.

    A row with the heading and what follows it at once stays whole, and so does one with a lead-in and the beginning of
    its list, or with a resolution; rows with the rest may be divided. To the reader they are one: nothing is drawn
    between them. (The cells beside are not merged: a page that ends within them would be ruled off in part.)
    The end of the last item is kept with what closes the minutes, which would stand alone on a last page otherwise.
    """
    inner = replace(setting, width=widths[1], in_table=True, indent=0)
    words = [(entry.reference, "TableLabel"), (entry.lead, "TableText")]
    beside = [
        write_paragraph(manuscript, style, runs(manuscript, content, entry.place, style)) for content, style in words
    ]
    empty = write_paragraph(manuscript, "TableText", "")
    pieces = _pieces(entry.blocks)
    if last:
        _hold_end(pieces)
    rows: list[str] = []
    for at, piece in enumerate(pieces):
        as_set = replace(inner, list_gap=0) if piece.goes_on else inner
        # In the order of reading: numbers count on from one to the next.
        content = "" if at else write_heading(manuscript, entry.heading, inner, flush=True)
        content += cell_content(manuscript, piece.blocks, as_set) if piece.blocks else ""
        sides = ("top",) * (at > 0) + ("bottom",) * (at + 1 < len(pieces))
        contents = (empty if at else beside[0], content, empty if at else beside[1])
        room = _room(pieces, at, point_twips(manuscript.theme.boxes.gap_pt))
        rows.append(_entry_row(widths, contents, _no_lines(sides) + room, breakable=not piece.whole))
    if last:
        rows[-1] = keep_with_next(rows[-1])
    return "".join(rows)


@dataclass(slots=True)
class _Piece:
    """A row's blocks, whether they must stay together, and whether their list goes on in the next row."""

    blocks: tuple[Block, ...]
    whole: bool
    goes_on: bool = False


def _pieces(blocks: tuple[Block, ...]) -> list[_Piece]:
    """The blocks of an item in rows; the first, which the heading goes with, is whole."""
    pieces: list[_Piece] = []
    rest = list(blocks)
    while rest:
        together = _together(rest) or ([] if pieces else [rest.pop(0)])
        if together:
            pieces.append(_Piece(tuple(together), whole=True, goes_on=_goes_on(together, rest)))
        elif pieces and not pieces[-1].whole:
            pieces[-1].blocks += (rest.pop(0),)
        else:
            pieces.append(_Piece((rest.pop(0),), whole=False))
    return pieces or [_Piece((), whole=True)]


def _hold_end(pieces: list[_Piece]) -> None:
    """Put the end of what may be divided, its last paragraph or the last item of its list, into a whole row."""
    last = pieces[-1]
    if last.whole:
        return
    end = last.blocks[-1]
    if isinstance(end, ItemList) and len(end.items) > 1:
        last.blocks = (*last.blocks[:-1], replace(end, items=end.items[:-1]))
        last.goes_on = True
        pieces.append(_Piece((replace(end, items=end.items[-1:]),), whole=True))
    elif len(last.blocks) > 1:
        last.blocks = last.blocks[:-1]
        pieces.append(_Piece((end,), whole=True))
    else:
        last.whole = True


def _is_framed(blocks: tuple[Block, ...]) -> bool:
    """Whether a frame that keeps no distance by itself ends there."""
    return any(isinstance(block, Box) and block.kind in {BoxKind.NOTICE, BoxKind.RECOMMENDATIONS} for block in blocks)


def _together(rest: list[Block]) -> list[Block]:
    """What must stay together at the beginning of ``rest``, taken out of it: of a list the first item."""
    length = 0
    while length + 1 < len(rest) and _leads_on(rest[length], rest[length + 1]):
        length += 1
    first = rest[length]
    if not length and not (isinstance(first, Box) and first.kind is BoxKind.RESOLUTION):
        return []
    taken = rest[: length + 1]
    del rest[: length + 1]
    if isinstance(first, ItemList) and len(first.items) > 1:
        taken[-1] = replace(first, items=first.items[:1])
        rest.insert(0, replace(first, items=first.items[1:]))
    return taken


def _goes_on(together: list[Block], rest: list[Block]) -> bool:
    """Whether ``rest`` begins with more items of the list that ``together`` ends with."""
    return isinstance(together[-1], ItemList) and bool(rest) and isinstance(rest[0], ItemList)


def _leads_on(block: Block, following: Block) -> bool:
    if isinstance(block, Heading):
        return True
    return isinstance(block, Paragraph) and (block.kind is ParagraphKind.LEAD_IN or isinstance(following, ItemList))


def _no_lines(sides: tuple[str, ...]) -> str:
    lines = "".join(f'<w:{side} w:val="nil"/>' for side in sides)
    return f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""


def _room(pieces: list[_Piece], at: int, gap: int) -> str:
    """The room above and below a row where it is one with its neighbours to the reader, or next to a frame.

    Programs give a row the most that any of its cells asks for.
    """
    room: dict[str, int] = {}
    if at > 0:
        room["top"] = gap if _is_framed(pieces[at - 1].blocks[-1:]) else _TOP_ROOM
    if at + 1 < len(pieces):
        room["bottom"] = 0
    elif _is_framed(pieces[at].blocks[-1:]):
        room["bottom"] = gap
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in room.items())
    return f"<w:tcMar>{margins}</w:tcMar>" if margins else ""


_TOP_ROOM = 60
"""Twips: next to nothing, just as much as parts a row that begins a page from the rule above it."""


def _entry_row(widths: tuple[int, ...], contents: tuple[str, str, str], properties: str, *, breakable: bool) -> str:
    """A row of reference, discussion and lead."""
    cells = [
        f"{cell_start(width, properties)}{content}</w:tc>" for width, content in zip(widths, contents, strict=False)
    ]
    return f"{row_start(breakable=breakable)}{''.join(cells)}</w:tr>"


def write_divider(manuscript: Manuscript, divider: Divider) -> list[str]:
    """The letter large and the title under it."""
    return [
        write_paragraph(manuscript, "DividerLetter", run(divider.letter)),
        write_paragraph(manuscript, "DividerTitle", run(divider.title)),
    ]
