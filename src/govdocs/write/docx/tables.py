"""Tables: widths, spans, repeated header rows, fills."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from govdocs.compose.blocks import Align, Block, Column, Paragraph, Row, RowKind, Scope, Table, TableKind, Tone, plain
from govdocs.write.column_widths import POINTS_A_MM, fit_columns
from govdocs.write.docx.lengths import TWIPS_PER_POINT, point_twips
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.markup import quote
from govdocs.write.docx.paragraphs import anchor, write_caption, write_paragraph
from govdocs.write.docx.styles import border, shading
from govdocs.write.font_widths import text_width
from govdocs.write.problems import RAGGED_TABLE
from govdocs.write.table_grid import SHORT_ROWS, GridRow, PlacedCell, build_grid, group_edges
from govdocs.write.theme import Theme

_STYLES = {
    TableKind.GRID: "BoardTable",
    TableKind.DASHBOARD: "BoardDashboard",
    TableKind.PEOPLE: "BoardPeople",
    TableKind.KEY: "BoardKey",
}
_ALIGNED = {Align.LEFT: "", Align.RIGHT: "Number", Align.CENTRE: "Centre"}
_LOOK = (
    '<w:tblLook w:val="{value:04X}" w:firstRow="{row}" w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)


def write_table(manuscript: Manuscript, table: Table, setting: Setting) -> list[str]:
    """A table with its caption above or below it."""
    table, grid = _grid(manuscript, table)
    if not grid or not table.columns:
        return []
    anchor(manuscript, table.anchor, table.place)
    style = "CaptionBelow" if table.caption_below else "Caption"
    above = (
        []
        if table.caption_below
        else write_caption(manuscript, table.caption, table.caption_number, table.place, style)
    )
    width = _natural_width(table, manuscript.theme, setting.width) if table.kind is TableKind.KEY else setting.width
    fitted = fit_columns(table, grid, width / TWIPS_PER_POINT, manuscript.theme)
    small = table.kind is TableKind.DASHBOARD or fitted.type_pt < manuscript.theme.type.table_pt
    if small:
        manuscript.dashboard_pt = min(manuscript.dashboard_pt, fitted.type_pt)
    widths = _whole_twips(fitted.shares, width)
    covered: dict[tuple[int, int], PlacedCell] = {}
    for row in grid:
        for cell in row.cells:
            for below in range(cell.row + 1, cell.row + cell.rows):
                covered[below, cell.column] = cell
    writer = _Rows(manuscript, table, setting, widths, covered, group_edges(table, grid), small=small)
    rows = [writer.row(number, row) for number, row in enumerate(grid)]
    start = table_start(
        _STYLES[table.kind],
        widths,
        title=plain(table.caption) or table.summary,
        summary=table.summary,
        head=bool(table.head),
        labels=any(cell.scope is Scope.ROW for row in table.body for cell in row.cells),
    )
    _keep_together(grid, rows, len(table.head), caption_below=table.caption_below and bool(table.caption))
    written = [*above, f"{start}{''.join(rows)}</w:tbl>"]
    if table.caption_below:
        written += write_caption(manuscript, table.caption, table.caption_number, table.place, style)
    return written


def table_start(
    style: str, widths: tuple[int, ...], *, title: str, summary: str, head: bool = False, labels: bool = False
) -> str:
    """The beginning of a table up to its first row: style, widths, what it is called, which cells are headers."""
    value = 0x0600 | (0x0020 if head else 0) | (0x0080 if labels else 0)
    look = _LOOK.format(value=value, row=int(head), column=int(labels))
    names = f'<w:tblCaption w:val="{quote(title)}"/>' if title else ""
    names += f'<w:tblDescription w:val="{quote(summary)}"/>' if summary and summary != title else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{names}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def row_start(*, head: bool = False, breakable: bool = False) -> str:
    """The beginning of a row: whether it repeats on every page, whether it may be divided."""
    whole = "" if breakable else "<w:cantSplit/>"
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{whole}{repeated}</w:trPr>" if whole or repeated else "<w:tr>"


def cell_start(width: int, properties: str = "") -> str:
    """The beginning of a cell; ``properties`` in the order of the schema, beginning with the span."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>'


def cell_setting(family: str, width: int, text: str, character: str = "") -> Setting:
    """What blocks take in a cell: the styles of the table's ``family``, with ``text`` for paragraphs."""
    return Setting(
        width=width,
        text=text,
        numbered=text,
        bullets=(f"{family}Bullet", f"{family}Bullet2"),
        item=text,
        plain=text,
        lead_in=text,
        character=character,
        in_table=True,
    )


def cell_content(manuscript: Manuscript, blocks: tuple[Block, ...], setting: Setting) -> str:
    """What is in a cell, which ends in a paragraph whatever it holds."""
    written = manuscript.blocks(blocks, setting)
    if not written or not written[-1].startswith("<w:p>"):
        written.append(write_paragraph(manuscript, setting.text if not written else "AfterTable", ""))
    return "".join(written)


def _grid(manuscript: Manuscript, table: Table) -> tuple[Table, tuple[GridRow, ...]]:
    """The table with a column for every cell, and its cells in their places.

    Rows that are too short or too long are reported; no words are lost from them.
    """
    grid = build_grid(table)
    columns = len(table.columns)
    for row in grid:
        if row.missing or row.excess:
            found, name = columns - row.missing + row.excess, plain(table.caption) or table.summary or "without caption"
            message = f"the row has cells for {found} columns; the table `{name}` has {columns}"
            hint = "give every column a cell, an empty one if need be"
            manuscript.report(RAGGED_TABLE, message, row.row.place, hint)
    usual = sum(column.width for column in table.columns) / columns if columns else 1.0
    while excess := max((row.excess for row in grid), default=0):
        # A cell that has a column at last may stand over several rows and leave those under it without one.
        table = replace(table, columns=(*table.columns, *[Column(usual)] * excess))
        grid = build_grid(table)
    return table, grid


def _natural_width(table: Table, theme: Theme, most: int) -> int:
    """The width at which the longest cell of a legend needs one line, in all its columns."""
    texts = [plain(block.content) for row in (*table.head, *table.body) for block in _paragraphs(row)]
    longest = max((text_width(text, theme.type.table_pt, bold=True) for text in texts), default=0)
    cell = point_twips(longest + 2 * POINTS_A_MM * theme.tables.padding_x_mm + 2)
    return min(most, len(table.columns) * cell)


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in row.cells:
        yield from (block for block in cell.blocks if isinstance(block, Paragraph))


def _keep_together(grid: tuple[GridRow, ...], rows: list[str], head: int, *, caption_below: bool) -> None:
    """Keep on one page a short table, of others the last two rows, rows that share a cell, and a caption below."""
    last = len(rows) - 1
    kept = set(range(last)) if len(rows) - head <= SHORT_ROWS else {last - 1}
    kept |= {number for row in grid for cell in row.cells for number in range(cell.row, cell.row + cell.rows - 1)}
    if caption_below:
        kept.add(last)
    for number in kept:
        rows[number] = keep_with_next(rows[number])


def keep_with_next(written: str) -> str:
    """The paragraphs in ``written``, a row or a paragraph, with each of them kept with what comes after it."""
    return _NOT_KEPT.sub(r"\1<w:keepNext/>", written)


_NOT_KEPT = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


def _whole_twips(shares: tuple[float, ...], width: int) -> tuple[int, ...]:
    """Whole widths that add up to ``width``."""
    edges, total = [0], 0.0
    for share in shares:
        total += share
        edges.append(round(total * width))
    return tuple(right - left for left, right in pairwise(edges))


class _Rows:
    """Writes the rows of one table."""

    def __init__(
        self,
        manuscript: Manuscript,
        table: Table,
        setting: Setting,
        widths: tuple[int, ...],
        covered: dict[tuple[int, int], PlacedCell],
        edges: frozenset[int],
        *,
        small: bool,
    ) -> None:
        self._manuscript, self._table, self._setting = manuscript, table, setting
        self._widths, self._covered = widths, covered
        self._family = "Dashboard" if small else "Table"
        self._padding = _padding(table, manuscript.theme)
        self._edges = edges

    def row(self, number: int, row: GridRow) -> str:
        head = number < len(self._table.head)
        anchor(self._manuscript, row.row.anchor, row.row.place)
        begin = {cell.column: cell for cell in row.cells}
        cells, column = [], 0
        while column < len(self._widths):
            if cell := begin.get(column):
                cells.append(self._cell(cell, row, head=head))
                column += cell.columns
            elif above := self._covered.get((number, column)):
                properties = _spans(above.columns, '<w:vMerge w:val="continue"/>') + self._fill(above, row, head=head)
                cells.append(self._empty(column, above.columns, properties))
                column += above.columns
            else:
                cells.append(self._empty(column, 1, ""))
                column += 1
        return f"{row_start(head=head, breakable=row.row.breakable)}{''.join(cells)}</w:tr>"

    def _cell(self, cell: PlacedCell, row: GridRow, *, head: bool) -> str:
        width = sum(self._widths[cell.column : cell.column + cell.columns])
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        properties = _spans(cell.columns, merge) + self._fill(cell, row, head=head)
        tone = cell.cell.tone
        character = "" if tone is Tone.NONE else f"Status{tone.value.title()}"
        setting = cell_setting(
            self._family, max(width - 2 * self._padding, width // 2), self._style(cell, row, head=head), character
        )
        return f"{cell_start(width, properties)}{cell_content(self._manuscript, cell.cell.blocks, setting)}</w:tc>"

    def _empty(self, column: int, columns: int, properties: str) -> str:
        width = sum(self._widths[column : column + columns])
        paragraph = write_paragraph(self._manuscript, f"{self._family}Text", "")
        return f"{cell_start(width, properties)}{paragraph}</w:tc>"

    def _style(self, cell: PlacedCell, row: GridRow, *, head: bool) -> str:
        if row.row.kind is RowKind.BAND:
            return f"{self._family}Band"
        aligned = _ALIGNED[self._table.columns[cell.column].align]
        if head or cell.scope is Scope.COLUMN:
            return f"{self._family}Heading{'Centre' if cell.columns > 1 else aligned}"
        if row.row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}:
            return f"{self._family}Total{aligned}"
        return f"{self._family}{aligned or 'Text'}"

    def _fill(self, cell: PlacedCell, row: GridRow, *, head: bool) -> str:
        """The cell's own rules and fill, where the table's style cannot say them."""
        colours, tables = self._manuscript.theme.colours, self._manuscript.theme.tables
        tone = _tone_fill(cell.cell.tone, self._manuscript.theme)
        edge = border("left", colours.hairline, tables.hairline_pt) if cell.column in self._edges else ""
        if head:
            ruled = cell.row + cell.rows >= len(self._table.head)
            return head_fill(self._manuscript.theme, tone, ruled=ruled, edge=edge)
        match row.row.kind:
            case RowKind.BAND:
                return shading(tone or colours.band_fill)
            case RowKind.TOTAL:
                top, bottom = (border(side, colours.rule, tables.rule_pt) for side in ("top", "bottom"))
                return _borders(top + edge + bottom) + shading(tone or colours.total_fill)
            case RowKind.BODY | RowKind.SUBTOTAL if tone:
                # White around, so that two cells of one colour stay two.
                white = "".join(border(side, "#FFFFFF", 1) for side in ("top", "left", "bottom", "right"))
                return _borders(white) + shading(tone)
            case _:
                return _borders(edge)


def head_fill(theme: Theme, tone: str = "", *, ruled: bool = True, edge: str = "") -> str:
    """A header cell's fill, with a rule under the last of the header rows: Word's table styles know one such row."""
    colours, tables = theme.colours, theme.tables
    rule = (
        border("bottom", colours.rule, tables.rule_pt)
        if ruled
        else border("bottom", colours.hairline, tables.hairline_pt)
    )
    return _borders(edge + rule) + shading(tone or theme.colours.head_fill) + '<w:vAlign w:val="bottom"/>'


def _spans(columns: int, merge: str) -> str:
    return (f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else "") + merge


def _borders(rules: str) -> str:
    return f"<w:tcBorders>{rules}</w:tcBorders>" if rules else ""


def _tone_fill(tone: Tone, theme: Theme) -> str:
    return "" if tone is Tone.NONE else str(getattr(theme.tones, tone.value).fill)


def _padding(table: Table, theme: Theme) -> int:
    small = table.kind is TableKind.DASHBOARD
    millimetres = theme.tables.dashboard_padding_x_mm if small else theme.tables.padding_x_mm
    return round(millimetres * POINTS_A_MM * TWIPS_PER_POINT)
