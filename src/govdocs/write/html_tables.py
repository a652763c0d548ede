"""Tables in HTML, also those that hold labels and values."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from govdocs.compose.blocks import (
    Align,
    Block,
    Detail,
    Details,
    Orientation,
    Paragraph,
    ParagraphKind,
    RowKind,
    Scope,
    Section,
    Table,
    Tone,
    plain,
)
from govdocs.diagnostics import Diagnostic
from govdocs.write.column_widths import POINTS_A_MM, ColumnWidths, fit_columns
from govdocs.write.html_inlines import write_attributes, write_inlines, write_number
from govdocs.write.html_setting import Medium, Setting, WriteBlocks, text_width_pt
from govdocs.write.problems import RAGGED_TABLE, TABLE_TOO_WIDE
from govdocs.write.table_grid import GridRow, PlacedCell, build_grid, group_edges
from govdocs.write.table_heights import stands_whole


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A table being written: ``key`` begins the names of its cells, ``edges`` are the columns that begin a group."""

    table: Table
    key: str
    edges: frozenset[int]
    setting: Setting
    write_blocks: WriteBlocks


_NARROW = 3  # columns, for which there is room on any screen
_LEAST_ON_SCREEN = 0.8  # of the running text's size: wide tables are moved sideways there, not made small
_SCOPES = {Scope.COLUMN: "col", Scope.ROW: "row"}
_GROUP_SCOPES = {Scope.COLUMN: "colgroup", Scope.ROW: "rowgroup"}


def write_table(table: Table, setting: Setting, write_blocks: WriteBlocks) -> str:
    """A table with its caption, its head repeated by whoever divides it into pages."""
    grid = build_grid(table)
    if not table.columns or not grid:
        return ""
    setting.collected.tables += 1
    key = f"t{setting.collected.tables}"
    setting.collected.diagnostics.extend(_check_rows(table, grid))
    fit = fit_columns(table, grid, setting.width_pt, setting.theme)
    tight = fit.needed_pt > setting.width_pt
    if tight:
        setting.collected.diagnostics.append(_too_wide(table, fit, setting))
    columns = "".join(f'<col style="width:{share:.4%}">' for share in fit.shares)
    drawn = _Drawn(table, key, group_edges(table, grid), setting, write_blocks)
    head = "".join(_write_row(row, drawn) for row in grid[: len(table.head)])
    bodies = "".join(
        f"<tbody{write_attributes(class_='whole' if whole else None)}>"
        + "".join(_write_row(row, drawn) for row in rows)
        + "</tbody>"
        for rows, whole in _row_groups(grid[len(table.head) :])
    )
    kind = f"{table.kind} tight" if tight else str(table.kind)
    kind += " short" if stands_whole(table, grid, fit, setting.width_pt, setting.height_pt, setting.theme) else ""
    scrolls = setting.medium is Medium.SCREEN and len(table.columns) > _NARROW  # wider than a phone, or any window
    style = _type_size(fit, setting)
    style += f"min-width:{ceil(fit.fitting_pt / fit.type_pt)}em" if scrolls else ""
    caption = _write_caption(table, setting)
    label = None if caption else table.summary
    attributes = write_attributes(class_=kind, id=table.anchor, aria_label=label, style=style or None)
    thead = f"<thead>{head}</thead>" if head else ""
    markup = f"<table{attributes}>{caption}<colgroup>{columns}</colgroup>{thead}{bodies}</table>"
    if scrolls:
        region = write_attributes(class_="scroll", tabindex="0", role="region", aria_label=_table_name(table))
        return f"<div{region}>{markup}</div>"
    return markup


def _type_size(fit: ColumnWidths, setting: Setting) -> str:
    """The table's own type size, where it is not the usual one; on a screen as a part of what its reader has set."""
    kind = setting.theme.type
    if fit.type_pt == kind.table_pt:
        return ""
    if setting.medium is Medium.PRINT:
        return f"font-size:{fit.type_pt:g}pt;"
    return f"font-size:{max(fit.type_pt / kind.body_pt, _LEAST_ON_SCREEN):.3g}rem;"


def write_details(details: Details, setting: Setting, write_blocks: WriteBlocks) -> str:
    """Labels and values: a table whose labels are row headers."""
    tokens = setting.theme.details
    label_mm = tokens.pair_label_mm if details.pairs > 1 else tokens.label_mm
    label_share = label_mm * POINTS_A_MM / setting.width_pt
    value_share = 1 / details.pairs - label_share
    columns = f'<col style="width:{label_share:.4%}"><col style="width:{value_share:.4%}">' * details.pairs
    setting.collected.tables += 1
    key = f"t{setting.collected.tables}"
    rows = "".join(
        "<tr>" + "".join(_write_details_row(row, f"{key}r{number}", details.pairs, setting, write_blocks)) + "</tr>"
        for number, row in enumerate(details.rows)
    )
    attributes = write_attributes(class_="details", aria_label=details.summary)
    return f"<table{attributes}><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>" if rows else ""


def _write_details_row(
    row: tuple[Detail, ...], key: str, pairs: int, setting: Setting, write_blocks: WriteBlocks
) -> Iterator[str]:
    width = 2 * pairs - 1 if len(row) == 1 else 1
    for number, detail in enumerate(row):
        name = f"{key}c{number}"
        inner = setting.within(setting.width_pt / pairs)
        span = width if width > 1 else None
        own = _identity(name, (), setting, header=True)
        value = _identity("", (name,), setting, header=False)
        yield f'<th scope="row"{own}>{write_inlines(detail.label, setting.medium)}</th>'
        yield f"<td{write_attributes(colspan=span)}{value}>{_write_inside(detail.blocks, inner, write_blocks)}</td>"


def _write_caption(table: Table, setting: Setting) -> str:
    words = write_number(table.caption_number) + write_inlines(table.caption, setting.medium)
    below = write_attributes(class_="below" if table.caption_below else None)
    return f"<caption{below}>{words}</caption>" if words else ""


def _row_groups(rows: tuple[GridRow, ...]) -> Iterator[tuple[tuple[GridRow, ...], bool]]:
    """The body rows in groups: one for each run of rows that cells spanning rows hold together, and the rest."""
    group: list[GridRow] = []
    bound_until = -1  # the last row that a cell of the running group reaches
    for row in rows:
        number = row.cells[0].row if row.cells else bound_until
        last = max((cell.row + cell.rows - 1 for cell in row.cells), default=number)
        held, holds = number <= bound_until, last > number
        if group and ((holds and not held) or (bound_until >= 0 and not held)):
            yield tuple(group), bound_until >= 0
            group, bound_until = [], -1
        group.append(row)
        if holds or held:
            bound_until = max(bound_until, last)
    if group:
        yield tuple(group), bound_until >= 0


def _write_row(row: GridRow, drawn: _Drawn) -> str:
    names = [str(row.row.kind)] if row.row.kind is not RowKind.BODY else []
    names += ["breakable"] if row.row.breakable else []
    cells = "".join(_write_cell(cell, drawn) for cell in row.cells)
    cells += "<td></td>" * row.missing
    return f"<tr{write_attributes(class_=' '.join(names), id=row.row.anchor)}>{cells}</tr>"


def _write_cell(cell: PlacedCell, drawn: _Drawn) -> str:
    table, setting = drawn.table, drawn.setting
    align = table.columns[cell.column].align
    spans = cell.scope is Scope.COLUMN and cell.columns > 1
    names = [] if align is Align.LEFT and not spans else ["centre" if spans and not cell.band else str(align)]
    names = [] if cell.band else names
    names += ["edge"] if cell.column in drawn.edges and not cell.band else []
    names += [f"tone-{cell.cell.tone}"] if cell.cell.tone is not Tone.NONE else []
    header = cell.scope is not Scope.NONE
    groups = (cell.scope is Scope.COLUMN and cell.columns > 1) or (cell.scope is Scope.ROW and cell.rows > 1)
    scope = (_GROUP_SCOPES if groups and setting.medium is Medium.PRINT else _SCOPES).get(cell.scope)
    attributes = write_attributes(
        class_=" ".join(names),
        scope=scope,
        colspan=cell.columns if cell.columns > 1 else None,
        rowspan=cell.rows if cell.rows > 1 else None,
    )
    name = f"{drawn.key}{cell.key}"
    attributes += _identity(name, tuple(f"{drawn.key}{each}" for each in cell.headers), setting, header=header)
    inside = _write_inside(cell.cell.blocks, setting.within(setting.width_pt / len(table.columns)), drawn.write_blocks)
    tag = "th" if header else "td"
    return f"<{tag}{attributes}>{inside}</{tag}>"


def _write_inside(blocks: tuple[Block, ...], setting: Setting, write_blocks: WriteBlocks) -> str:
    """The blocks of a cell; the words of a single plain paragraph need no element of their own."""
    match blocks:
        case (Paragraph(content, _, None, ParagraphKind.BODY, ""),):
            return write_inlines(content, setting.medium)
    return write_blocks(blocks, setting)


def _identity(name: str, headers: tuple[str, ...], setting: Setting, *, header: bool) -> str:
    """A header cell's own name and the names of a cell's headers.

    For the PDF they are data, since every ``id`` would become a named destination of the file.
    """
    own = name if header else None
    if setting.medium is Medium.PRINT:
        return write_attributes(data_id=own, data_headers=" ".join(headers))
    return write_attributes(id=own, headers=" ".join(headers))


def _check_rows(table: Table, grid: tuple[GridRow, ...]) -> Iterator[Diagnostic]:
    width = len(table.columns)
    for row in grid:
        if row.missing or row.excess:
            found = width - row.missing + row.excess
            message = f"the row has cells for {found} columns; the table `{_table_name(table)}` has {width}"
            yield Diagnostic(RAGGED_TABLE, message, row.row.place, "give every column a cell, an empty one if need be")


def _too_wide(table: Table, fit: ColumnWidths, setting: Setting) -> Diagnostic:
    wanted, room = round(fit.needed_pt / POINTS_A_MM), round(setting.width_pt / POINTS_A_MM)
    message = f"the table `{_table_name(table)}` needs {wanted} mm for its longest words; the page has {room} mm"
    return Diagnostic(TABLE_TOO_WIDE, message, table.place, f"{_roomier(fit, setting)}; words are divided until then")


def _roomier(fit: ColumnWidths, setting: Setting) -> str:
    """What makes room for the table: the smallest page that does, or as many tables as it takes."""
    rooms = {paper: text_width_pt(Section((), Orientation.LANDSCAPE, paper), setting.theme) for paper in ("A4", "A3")}
    if fit.needed_pt <= rooms["A4"]:
        return "turn the page to landscape, or shorten the headings"
    if fit.needed_pt <= rooms["A3"]:
        return "print it on A3 in landscape, or shorten the headings"
    tables = ceil(fit.needed_pt / rooms["A4"])
    return f"no page has room for it: divide its columns between {tables} tables in landscape that repeat the first one"


def _table_name(table: Table) -> str:
    return plain(table.caption) or table.summary or "without caption"
