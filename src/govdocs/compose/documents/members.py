"""Membership tables of terms of reference: typed row by row, or listed from the seats of a body on a day."""

from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.compose.blocks import Cell, Inline, Paragraph, Row, Scope, Table, TableKind, Text
from govdocs.compose.build_tables import pad_rows
from govdocs.compose.desk import Pen
from govdocs.compose.problems import UNRESOLVED_REFERENCE
from govdocs.compose.tables import compose_columns
from govdocs.diagnostics import Diagnostic
from govdocs.model.bodies import Body
from govdocs.model.membership import Member, members_at, offices_of
from govdocs.model.scalars import parse_partial_date
from govdocs.model.seats import Seat
from govdocs.model.tables import TableColumn, TypedCell
from govdocs.model.terms_of_reference import MembersBlock
from govdocs.model.values import Nothing, PartialDate


@dataclass(frozen=True, slots=True)
class MembersTable:
    """Composes one `members` block."""

    pen: Pen
    block: MembersBlock

    def compose(self) -> Table:
        """The table: people and organisations by their records, other cells as typed."""
        block = self.block
        rows = tuple(self._from_seats() if block.filled_from == "seats" else self._as_typed())
        columns = tuple(TableColumn(id=column.id, label=column.label) for column in block.columns)
        texts = [[_text(row.cells[index]) for row in rows if index < len(row.cells)] for index in range(len(columns))]
        head = tuple(
            Cell((Paragraph((Text(column.label),), block.place("columns")),), block.fence, scope=Scope.COLUMN)
            for column in block.columns
        )
        return Table(
            columns=compose_columns(columns, texts, [False] * len(columns)),
            head=(Row(head, block.place("columns")),),
            body=pad_rows(rows, len(columns)),
            place=block.fence,
            kind=TableKind.GRID,
            caption=self.pen.line(block.caption, block.place("caption")) if block.caption else (),
            summary="" if block.caption else self._described(block.body),
        )

    def _described(self, body: str) -> str:
        """The name of the group whose members the table lists."""
        known = self.pen.desk.library.bodies.get(body)
        if known is not None:
            return known.name
        documents = self.pen.desk.library.terms_of_reference.values()
        described = (one for terms in documents for one in terms.header.bodies if one.id == body)
        return next((one.name for one in described if one.name), body)

    # --- Typed rows ---

    def _as_typed(self) -> Iterator[Row]:
        columns = self.block.columns
        for row in self.block.rows:
            cells = (
                self._cell(self._typed(columns[index].id, cell), index, cell)
                for index, cell in enumerate(row.cells[: len(columns)])
            )
            yield Row(tuple(cells), row.place)

    def _cell(self, content: tuple[Inline, ...], index: int, typed: TypedCell) -> Cell:
        scope = Scope.ROW if index == 0 and content else Scope.NONE
        return Cell((Paragraph(content, typed.place),) if content else (), typed.place, scope=scope)

    def _typed(self, column: str, cell: TypedCell) -> tuple[Inline, ...]:
        desk = self.pen.desk
        if not cell.text or cell.text == Nothing.BLANK:
            return ()
        if cell.text in list(Nothing):
            return (Text(desk.word("no_entry")),)
        if column == "person":
            return (Text(desk.names.print(cell.text, desk.names.style.members)),)
        if column == "organisation":
            return (Text(desk.names.organisation(cell.text)["organisation_code"]),)
        if column in ("from", "to") and (day := _day(cell.text)) is not None:
            return (Text(desk.wording.partial_date(day)),)
        return self.pen.line(cell.text, cell.place)

    # --- Rows from the seats of a body ---

    def _from_seats(self) -> Iterator[Row]:
        block, desk = self.block, self.pen.desk
        body = desk.library.bodies.get(block.body)
        if body is None:
            if not desk.library.is_broken("body", block.body):
                message = f"`{block.body}` has no record in `records/bodies/`; expected one with the seats to list"
                hint = "type the members as rows, or write the record of that body"
                desk.findings.add(Diagnostic(UNRESOLVED_REFERENCE, message, block.place("body"), hint))
            return
        members = members_at(body, block.as_at or desk.meeting.date)
        for seat in body.seats:
            held: list[Member | None] = [member for member in members if member.seat.id == seat.id]
            for member in held or [None]:
                texts = [self._of_seat(column.id, body, seat, member) for column in block.columns]
                yield Row(tuple(self._plain(text, index) for index, text in enumerate(texts)), block.fence)

    def _plain(self, text: str, index: int) -> Cell:
        place = self.block.fence
        scope = Scope.ROW if index == 0 and text else Scope.NONE
        return Cell((Paragraph((Text(text),), place),) if text else (), place, scope=scope)

    def _of_seat(self, column: str, body: Body, seat: Seat, member: Member | None) -> str:
        """What a column says of a seat; ``member`` is None where nobody holds it."""
        desk = self.pen.desk
        if column == "designation":
            return seat.name
        if column == "organisation":
            return desk.names.organisation(seat.organisation)["organisation_code"] if seat.organisation else ""
        if column == "remit":
            return seat.remit or desk.word("no_entry")
        if member is None:
            return desk.word("vacant") if column == "person" else ""
        if column == "person":
            return desk.names.print(member.person, desk.names.style.members)
        if column == "office":
            offices = offices_of(body, member.person, self.block.as_at or desk.meeting.date)
            return ", ".join(office.name for office in offices)
        if column in ("from", "to"):
            day = member.appointment.from_ if column == "from" else member.appointment.to
            return desk.wording.partial_date(day) if isinstance(day, PartialDate) else ""
        return ""


def _day(text: str) -> PartialDate | None:
    """The date that a cell holds; None where it holds words, such as `until further notice`, which print as typed."""
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def _text(cell: Cell) -> str:
    return " ".join(
        part.text
        for block in cell.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, Text)
    )
