"""The answers to a body's form: read in a second pass, when the form is known."""

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import PlainValidator

from govdocs.diagnostics import Diagnostic
from govdocs.model import problems
from govdocs.model.building import build_record, listed, nearest, shown
from govdocs.model.complaints import refusal
from govdocs.model.forms import Form, FormField, FormLine
from govdocs.model.people import Who
from govdocs.model.record import Record
from govdocs.model.scalars import parse_day, parse_partial_date
from govdocs.model.values import Nothing, PartialDate
from govdocs.places import Place
from govdocs.read.nodes import Entry, Mapping, Node, Scalar, Sequence


def _dates(value: object) -> tuple[PartialDate, ...]:
    """One date or a list of dates."""
    if isinstance(value, list):
        return tuple(parse_partial_date(item) for item in value)
    if isinstance(value, str):
        return (parse_partial_date(value),)
    raise refusal("a date such as `2018-06`, or a list of them", problem="bad-date")


class GroupEntry(Record):
    """A group that dealt with a paper, and when."""

    called: ClassVar[str] = "a group's entry"
    short_form: ClassVar[str] = "group"

    group: str
    """The group as printed."""
    when: Annotated[tuple[PartialDate, ...], PlainValidator(_dates)] = ()
    """When: one date or several; months and years will do."""


@dataclass(frozen=True, slots=True)
class Words:
    """An answer in words, or one word for nothing."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class People:
    """An answer that names people."""

    people: tuple[Who, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Dated:
    """An answer that is a day."""

    day: date
    place: Place


@dataclass(frozen=True, slots=True)
class Ticked:
    """The lines of a check-list that apply."""

    lines: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Left:
    """An answer left open on purpose."""

    why: Nothing
    place: Place


CellAnswer = People | Words | Left | tuple[GroupEntry, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a grid by row and column; the row is empty where the grid has none."""

    cells: ReadOnlyMapping[tuple[str, str], CellAnswer]
    place: Place


Answer = Words | People | Dated | Ticked | Left | Grid


def people_in(answer: Answer) -> tuple[Who, ...]:
    """The people that an answer names."""
    if isinstance(answer, People):
        return answer.people
    cells = answer.cells.values() if isinstance(answer, Grid) else ()
    return tuple(who for cell in cells if isinstance(cell, People) for who in cell.people)


class _Answers:
    """Reads the answers of one paper, gathering what is wrong."""

    def __init__(self) -> None:
        self.findings: list[Diagnostic] = []

    def read(self, field: FormField, node: Node) -> Answer | None:
        if isinstance(node, Scalar) and node.text in tuple(Nothing):
            return Left(Nothing(node.text), node.place)
        match field.kind:
            case "grid":
                return self._grid(field, node)
            case "checklist":
                return self._ticks(field, node)
            case "people" | "contacts":
                people = self._people(node)
                return None if people is None else People(people, node.place)
            case "date":
                return self._day(field, node)
            case _:
                return self._words(field.id, node)

    def _wrong(self, name: str, expected: str, node: Node, hint: str) -> None:
        found = f"`{shown(node.text)}`" if isinstance(node, Scalar) else "not that"
        message = f"the answer to `{name}` is {found}; expected {expected}"
        self.findings.append(Diagnostic(problems.WRONG_ANSWER, message, node.place, hint))

    def _words(self, name: str, node: Node) -> Words | None:
        if isinstance(node, Scalar):
            return Words(node.text, node.place)
        self._wrong(name, "words", node, "write one text")
        return None

    def _day(self, field: FormField, node: Node) -> Dated | None:
        try:
            return Dated(parse_day(node.text if isinstance(node, Scalar) else None), node.place)
        except ValueError:
            self._wrong(field.id, "a date such as `2018-06-21`", node, "write year, month and day with hyphens")
            return None

    def _people(self, node: Node) -> tuple[Who, ...] | None:
        items = node.items if isinstance(node, Sequence) else (node,)
        people: list[Who] = []
        for item in items:
            who, found = build_record(Who, item)
            self.findings += found
            if who is not None:
                people.append(who)
        return tuple(people)

    def _ticks(self, field: FormField, node: Node) -> Ticked | None:
        if not isinstance(node, Sequence):
            hint = f"write the lines that apply: `[{', '.join(line.id for line in field.rows[:2])}]`"
            self._wrong(field.id, "a list of the lines that apply", node, hint)
            return None
        known = [line.id for line in field.rows]
        ticked: set[str] = set()
        for item in node.items:
            text = item.text if isinstance(item, Scalar) else ""
            if text in known:
                ticked.add(text)
            else:
                close = nearest(text, known)
                hint = f"write `{close}`" if close else f"choose from {listed(known)}"
                self._wrong(field.id, "lines of the check-list", item, hint)
        return Ticked(frozenset(ticked), node.place)

    def _grid(self, field: FormField, node: Node) -> Grid | None:
        if not isinstance(node, Mapping):
            hint = "write the rows as keys and their cells below, or `blank` for an empty grid"
            self._wrong(field.id, "rows and their cells", node, hint)
            return None
        cells: dict[tuple[str, str], CellAnswer] = {}
        if not field.rows:
            self._row(field, "", node, cells)
            return Grid(cells, node.place)
        for entry in self._known(node, field.rows, f"a row of `{field.id}`"):
            if isinstance(entry.value, Mapping):
                self._row(field, entry.key.text, entry.value, cells)
            elif isinstance(entry.value, Scalar) and entry.value.text in tuple(Nothing):
                for column in field.columns:
                    cells[entry.key.text, column.id] = Left(Nothing(entry.value.text), entry.value.place)
            else:
                self._wrong(field.id, "the cells of the row by column", entry.value, "write `column: answer`")
        return Grid(cells, node.place)

    def _row(self, field: FormField, row: str, node: Mapping, cells: dict[tuple[str, str], CellAnswer]) -> None:
        for entry in self._known(node, field.columns, f"a column of `{field.id}`"):
            answer = self._cell(field, entry.value)
            if answer is not None:
                cells[row, entry.key.text] = answer

    def _known(self, node: Mapping, lines: tuple[FormLine, ...], what: str) -> list[Entry]:
        known = [line.id for line in lines]
        for entry in node.entries:
            if entry.key.text not in known:
                close = nearest(entry.key.text, known)
                hint = f"write `{close}`" if close else f"choose from {listed(known)}"
                message = f"unknown key `{shown(entry.key.text)}`; expected {what}"
                key = entry.key
                self.findings.append(
                    Diagnostic(problems.UNKNOWN_ANSWER, message, key.place, hint, length=len(key.text))
                )
        return [entry for entry in node.entries if entry.key.text in known]

    def _cell(self, field: FormField, node: Node) -> CellAnswer | None:
        if isinstance(node, Scalar) and node.text in tuple(Nothing):
            return Left(Nothing(node.text), node.place)
        if field.cells == "people":
            people = self._people(node)
            return None if people is None else People(people, node.place)
        if field.cells == "groups":
            return self._groups(node)
        return self._words(field.id, node)

    def _groups(self, node: Node) -> tuple[GroupEntry, ...]:
        groups: list[GroupEntry] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            group, found = build_record(GroupEntry, item)
            self.findings += found
            if group is not None:
                groups.append(group)
        return tuple(groups)


def read_answers(form: Form, typed: Mapping | None) -> tuple[dict[str, Answer], tuple[Diagnostic, ...]]:
    """The answers by field, and what is wrong with them; whether a required one is missing is a rule's question."""
    reader = _Answers()
    answers: dict[str, Answer] = {}
    own = {field.id: field for field in form.fields if field.from_ == "form" and field.kind not in ("fixed", "prose")}
    for entry in typed.entries if typed is not None else ():
        field = own.get(entry.key.text)
        if field is None:
            reader.findings.append(_unknown(entry, form, own))
        elif (answer := reader.read(field, entry.value)) is not None:
            answers[field.id] = answer
    return answers, tuple(reader.findings)


def find_unasked(typed: Mapping | None, body: str, *, has_forms: bool) -> Iterator[Diagnostic]:
    """Findings about answers that nothing asks for: the body has no form, or the paper says that it has no cover."""
    for entry in typed.entries if typed is not None else ():
        key = entry.key.text
        why = "the paper has `cover: no`" if has_forms else f"the body `{body}` has no form"
        message = f"the answer `{shown(key)}` would not be printed: {why}; expected no `form`"
        hint = (
            "take `cover: no` away, or delete the answer"
            if has_forms
            else f"add `forms` to `records/bodies/{body}.yaml`, or delete the answer"
        )
        yield Diagnostic(problems.UNKNOWN_ANSWER, message, entry.key.place, hint, length=max(1, len(key)))


def _unknown(entry: Entry, form: Form, own: ReadOnlyMapping[str, FormField]) -> Diagnostic:
    key = entry.key.text
    field = form.field(key)
    message = f"the form `{form.id}` has no field `{shown(key)}`; expected one of {listed(own)}"
    close = nearest(key, own)
    hint = f"write `{close}`" if close else "delete it, or add the field to the body's form"
    if field is not None and field.kind == "prose":
        message = f"the field `{key}` is answered in the body; expected its words under a heading `# {field.label}`"
        hint = "move the words into the body, under a heading of their own"
    elif field is not None:
        message = f"the field `{key}` is not answered under `form`; it comes from the paper's or the body's record"
        hint = "delete it here"
    return Diagnostic(problems.UNKNOWN_ANSWER, message, entry.key.place, hint, length=max(1, len(key)))
