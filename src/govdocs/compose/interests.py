"""The register of interests as a table, and what was declared at meetings."""

from collections.abc import Iterator
from datetime import date

from govdocs.compose.blocks import Block, Cell, Column, Paragraph, Row, Scope, Table, Text
from govdocs.compose.desk import Pen
from govdocs.model.membership import members_at
from govdocs.model.minutes import DeclarationBlock
from govdocs.model.registers import Interest, InterestsBlock
from govdocs.model.values import PartialDate
from govdocs.places import Place

_USUAL = {
    "register": ("person", "kind", "about", "declared", "mitigation"),
    "declared": ("date", "person", "about", "item", "consequence"),
}
_WIDTHS = {"about": 3.0, "mitigation": 3.0, "person": 2.0, "organisation": 2.0, "consequence": 2.0}
Facts = tuple[dict[str, str], Place]
"""What stands in a row, by column, and where it was typed."""


def compose_interests(pen: Pen, block: InterestsBlock) -> tuple[Block, ...]:
    """The interests that a block asks for, or the sentence that there are none."""
    rows = list(_register(pen, block) if block.show == "register" else _declared(pen, block))
    if not rows:
        return (Paragraph((Text(pen.desk.word("no_interests")),), block.fence),)
    columns = block.columns or _USUAL[block.show]
    place = block.place("columns")
    head = Row(tuple(_cell(pen.desk.word(f"interest_column_{name}"), place, Scope.COLUMN) for name in columns), place)
    caption = pen.line(block.caption, block.place("caption")) if block.caption else ()
    table = Table(
        tuple(Column(_WIDTHS.get(name, 1.4)) for name in columns),
        (head,),
        tuple(_row(columns, facts, where) for facts, where in rows),
        block.fence,
        caption=caption,
        summary="" if caption else pen.desk.word("interests"),
        anchor=block.id or "",
    )
    return (table,)


def _people(pen: Pen, block: InterestsBlock) -> set[str]:
    """Whose interests: those named, or the members of the body on the day of the meeting."""
    desk = pen.desk
    body = desk.library.bodies.get(block.body) if block.body is not None else desk.body
    if block.people or body is None:
        return set(block.people)
    return {member.person for member in members_at(body, desk.meeting.date)}


def _register(pen: Pen, block: InterestsBlock) -> Iterator[Facts]:
    """The interests that are held on the day of the meeting, by person."""
    desk, day = pen.desk, pen.desk.meeting.date
    people = _people(pen, block)
    held = [one for one in desk.library.interests.values() if one.person in people and _is_held(one, day)]
    for interest in sorted(
        held,
        key=lambda one: (
            desk.library.people[one.person].family_name if one.person in desk.library.people else one.person
        ),
    ):
        kind = desk.library.interest_kinds.get(interest.kind)
        facts = {
            "person": desk.names.print(interest.person, desk.names.style.attendance),
            "kind": kind.label if kind is not None else interest.kind,
            "about": interest.about,
            "organisation": desk.names.organisation(interest.organisation)["organisation"]
            if interest.organisation
            else "",
            "declared": desk.wording.plain_date(interest.declared) if interest.declared is not None else "",
            "from": _when(pen, interest.from_),
            "to": _when(pen, interest.to),
            "mitigation": interest.mitigation,
        }
        yield facts, interest.place()


def _when(pen: Pen, day: PartialDate | None) -> str:
    return pen.desk.wording.partial_date(day) if day is not None else ""


def _is_held(interest: Interest, day: date) -> bool:
    begun = interest.from_ is None or interest.from_.first <= day
    known = interest.declared is None or interest.declared <= day
    return begun and known and (interest.to is None or interest.to.last >= day)


def _declared(pen: Pen, block: InterestsBlock) -> Iterator[Facts]:
    """What was declared at the body's meetings up to this one."""
    desk = pen.desk
    named = set(block.people)
    for meeting in desk.library.meetings_of(block.body or desk.body_id):
        minutes = desk.library.minutes.get(meeting.id)
        if minutes is None or meeting.date > desk.meeting.date or (block.since and meeting.date < block.since.first):
            continue
        for item, declaration in minutes.blocks(DeclarationBlock):
            registered = desk.library.interests.get(declaration.interest or "")
            about = item.id if item is not None else ""
            for who in declaration.people:
                if named and who.person not in named:
                    continue
                facts = {
                    "date": desk.wording.plain_date(meeting.date),
                    "person": desk.names.print(who, desk.names.style.attendance),
                    "about": declaration.about or (registered.about if registered is not None else ""),
                    "item": desk.reference(meeting.id, declaration.item or about) or declaration.item or about,
                    "consequence": desk.word(f"interest_{declaration.consequence.replace('-', '_')}"),
                    "mitigation": registered.mitigation if registered is not None else "",
                }
                yield facts, declaration.fence


def _row(columns: tuple[str, ...], facts: dict[str, str], place: Place) -> Row:
    cells = [_cell(facts.get(name, ""), place) for name in columns]
    first = _cell(facts.get(columns[0], ""), place, Scope.ROW) if facts.get(columns[0]) else cells[0]
    return Row((first, *cells[1:]), place, breakable=True)


def _cell(words: str, place: Place, scope: Scope = Scope.NONE) -> Cell:
    return Cell((Paragraph((Text(words),), place),) if words else (), place, scope=scope)
