"""Tables, and labels with their values."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from govdocs.compose.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Detail,
    Details,
    Inline,
    Row,
    RowKind,
    Scope,
    Table,
    TableKind,
    Tone,
)
from govdocs.compose.elements import Child, Element
from govdocs.compose.problems import UNKNOWN_ATTRIBUTE, WRONG_NESTING
from govdocs.diagnostics import Diagnostic, Problem
from govdocs.places import Place


class Flow(Protocol):
    """What tables need of the builder: the content of a cell, and a place for findings."""

    findings: list[Diagnostic]

    def find(self, problem: Problem, message: str, place: Place, hint: str) -> None:
        """Report a finding."""
        ...

    def check(self, element: Element) -> None:
        """Check a tag itself."""
        ...

    def line(self, children: Sequence[Child]) -> tuple[Inline, ...]:
        """The content of one line."""
        ...

    def inner(self, children: Sequence[Child], place: Place) -> tuple[Block, ...]:
        """The blocks of a cell."""
        ...


def elements_of(element: Element, tags: str, flow: Flow) -> list[Element]:
    """The elements in ``element``, each one of ``tags``; anything else is a finding."""
    expected = tags.split()
    found: list[Element] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in expected:
            flow.check(child)
            found.append(child)
        elif not (isinstance(child, str) and not child.strip()):
            place = child.place if isinstance(child, Element) else element.place
            name = f"`<{child.tag}>`" if isinstance(child, Element) else "something other"
            wanted = " or ".join(f"`<{tag}>`" for tag in expected)
            message = f"{name} stands in `<{element.tag}>`; expected {wanted}"
            flow.find(WRONG_NESTING, message, place, f"put it into {wanted}")
            found.append(Element(expected[-1], {}, (child,), place))
    return found


def build_table(element: Element, flow: Flow) -> Table:
    """The table of a ``<table>``."""
    head: list[Row] = []
    body: list[Row] = []
    columns: list[Column] = []
    caption: Element | None = None
    for part in elements_of(element, "caption colgroup thead tbody", flow):
        match part.tag:
            case "caption":
                caption = part
            case "colgroup":
                columns.extend(_column(column, flow) for column in elements_of(part, "col", flow))
            case "thead":
                head.extend(_row(row, flow, head=True) for row in elements_of(part, "tr", flow))
            case _:
                body.extend(_row(row, flow, head=False) for row in elements_of(part, "tr", flow))
    columns = _fit_columns(columns, head, body, element, flow)
    words = element.attributes.get("class", "").split()
    return Table(
        columns=tuple(columns),
        head=pad_rows(head, len(columns)),
        body=pad_rows(body, len(columns)),
        place=element.place,
        kind=next((TableKind(word) for word in words if word in list(TableKind)), TableKind.GRID),
        caption=flow.line(caption.children) if caption else (),
        caption_below=caption is not None and "below" in caption.attributes.get("class", "").split(),
        summary=element.attributes.get("summary", ""),
        anchor=element.attributes.get("id", ""),
    )


def _column(element: Element, flow: Flow) -> Column:
    width = element.attributes.get("width", "1")
    if not re.fullmatch(r"\d{1,4}(\.\d{1,4})?", width) or float(width) == 0:
        message = f"`width` is `{width}`; expected the column's share as a number above 0"
        flow.find(UNKNOWN_ATTRIBUTE, message, element.place, "write a number such as `2` or `1.5`")
        width = "1"
    align = next(
        (Align(word) for word in element.attributes.get("class", "").split() if word in list(Align)), Align.LEFT
    )
    return Column(float(width), align)


def _row(element: Element, flow: Flow, head: bool) -> Row:
    words = element.attributes.get("class", "").split()
    cells = tuple(_cell(cell, flow, head) for cell in elements_of(element, "th td", flow))
    kind = next((RowKind(word) for word in words if word in list(RowKind)), RowKind.BODY)
    return Row(cells, element.place, kind, "breakable" in words, element.attributes.get("id", ""))


def _cell(element: Element, flow: Flow, head: bool) -> Cell:
    words = element.attributes.get("class", "").split()
    scope = Scope.NONE
    if element.tag == "th" or head:
        scope = Scope.ROW if element.attributes.get("scope", "row" if not head else "col") == "row" else Scope.COLUMN
    return Cell(
        blocks=flow.inner(element.children, element.place),
        place=element.place,
        column_span=_span(element, "colspan", flow),
        row_span=_span(element, "rowspan", flow),
        scope=scope,
        tone=next((Tone(word) for word in words if word in list(Tone)), Tone.NONE),
    )


def _span(element: Element, name: str, flow: Flow) -> int:
    span = element.attributes.get(name)
    if span is None:
        return 1
    if re.fullmatch(r"[1-9]\d{0,2}", span):
        return int(span)
    message = f"`{name}` is `{span}`; expected a whole number from 1"
    flow.find(UNKNOWN_ATTRIBUTE, message, element.place, "write how many columns or rows the cell covers")
    return 1


def _fit_columns(
    columns: list[Column], head: Sequence[Row], body: Sequence[Row], element: Element, flow: Flow
) -> list[Column]:
    """As many columns as the rows have; rows that do not fill them are findings."""
    widths = [*row_widths(head), *row_widths(body)]
    count = len(columns) or max(widths, default=0)
    for row, width in zip((*head, *body), widths, strict=True):
        if width != count:
            message = f"a row fills {width} columns of the table; expected {count}"
            flow.find(WRONG_NESTING, message, row.place, "add the missing cells, or give a cell `colspan`")
    if not widths:
        flow.find(WRONG_NESTING, "a table without rows", element.place, "add a row, or remove the table")
    return columns + [Column(1.0)] * (max([count, *widths]) - len(columns))


def row_widths(rows: Sequence[Row]) -> list[int]:
    """How many columns each row fills, cells from rows above included."""
    widths: list[int] = []
    reaching: list[tuple[int, int]] = []  # cells from above: how many more rows, how many columns
    for row in rows:
        widths.append(sum(cell.column_span for cell in row.cells) + sum(span for _, span in reaching))
        reaching = [(rows_left - 1, span) for rows_left, span in reaching if rows_left > 1]
        reaching.extend((cell.row_span - 1, cell.column_span) for cell in row.cells if cell.row_span > 1)
    return widths


def pad_rows(rows: Sequence[Row], count: int) -> tuple[Row, ...]:
    """The rows, each filled up to ``count`` columns with empty cells, so that writers meet no ragged table."""
    padded: list[Row] = []
    for row, width in zip(rows, row_widths(rows), strict=True):
        missing = tuple(Cell((), row.place) for _ in range(count - width))
        padded.append(replace(row, cells=(*row.cells, *missing)) if missing else row)
    return tuple(padded)


# --- Labels and values ----------------------------------------------------------------------------------------------


def build_details(element: Element, flow: Flow) -> Details:
    """The labels and values of a ``<dl>``: each ``<div>`` in it is a row, and so is each pair outside of one."""
    pairs = 2 if "two" in element.attributes.get("class", "").split() else 1
    rows: list[tuple[Detail, ...]] = []
    loose: list[Element] = []
    for part in elements_of(element, "div dt dd", flow):
        if part.tag == "div":
            rows.extend((detail,) for detail in _details(loose, flow))
            loose = []
            rows.append(tuple(_details(elements_of(part, "dt dd", flow), flow)))
        else:
            loose.append(part)
    rows.extend((detail,) for detail in _details(loose, flow))
    for row in rows:
        if len(row) > pairs:
            message = f"a row of {len(row)} pairs; expected {pairs} at most"
            flow.find(WRONG_NESTING, message, row[0].place, "give the `<dl>` the class `two`, or begin a new row")
    return Details(tuple(row for row in rows if row), element.place, pairs, element.attributes.get("summary", ""))


def _details(parts: Sequence[Element], flow: Flow) -> list[Detail]:
    """The pairs of a run of labels and values."""
    details: list[Detail] = []
    label: Element | None = None
    for part in parts:
        if part.tag == "dt":
            if label is not None:
                details.append(Detail(flow.line(label.children), (), label.place))
            label = part
            continue
        if label is None:
            flow.find(WRONG_NESTING, "`<dd>` without a label; expected `<dt>` before it", part.place, "add `<dt>`")
        words = flow.line(label.children) if label else ()
        place = label.place if label else part.place
        details.append(Detail(words, flow.inner(part.children, part.place), place))
        label = None
    if label is not None:
        details.append(Detail(flow.line(label.children), (), label.place))
    return details
