"""Cover sheets: the body's form, with the paper's answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from govdocs.compose.blocks import Block, Paragraph
from govdocs.compose.body_text import BodyStyle, compose_body, compose_prose, counting
from govdocs.compose.desk import Pen
from govdocs.compose.documents.part_blocks import PartBlocks
from govdocs.compose.documents.recommendations import RecommendationView, lead_in_words, recommendations_view
from govdocs.compose.elements import Wide
from govdocs.compose.titles import named_scheme
from govdocs.model.answers import Answer, CellAnswer, Dated, Grid, GroupEntry, Left, People, Ticked, Words
from govdocs.model.forms import Form, FormField
from govdocs.model.papers import Paper
from govdocs.model.patterns import fill
from govdocs.model.people import Who
from govdocs.model.prose import Prose
from govdocs.model.values import Nothing
from govdocs.places import Place

_LIST = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckView:
    """A line of a check-list."""

    label: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class GridRowView:
    """A row of a grid; each cell is a list of lines."""

    label: str
    cells: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody to ask; what is not known of a person is empty."""

    name: str
    post: str
    organisation: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as the template sees it; ``kind`` names the template that prints it.

    ``words`` are those of a text as it was typed, for a template that sets them otherwise, in capitals say.
    """

    kind: str
    id: str
    label: str = ""
    lead_in: str = ""
    lines: tuple[Any, ...] = ()
    content: Any = ""
    columns: tuple[str, ...] = ()
    has_row_labels: bool = False
    rows: tuple[GridRowView, ...] = ()
    checks: tuple[CheckView, ...] = ()
    recommendations: tuple[RecommendationView, ...] = ()
    contacts: tuple[ContactView, ...] = ()
    words: str = ""
    place: str = ""


@dataclass(slots=True)
class Run:
    """Neighbouring pairs of label and value, or one field with a heading of its own."""

    pairs: list[FieldView] = field(default_factory=list)
    field: FieldView | None = None


@dataclass(frozen=True, slots=True)
class CoverView:
    """A form as the template sees it: ``runs`` stand before the report, ``closing`` after it.

    ``is_sheet`` says whether it fills a sheet of its own.
    """

    heading: str
    letter: str
    runs: tuple[Run, ...]
    closing: tuple[Run, ...]
    is_sheet: bool


def compose_cover(pen: Pen, form: Form, paper: Paper, letter: str, blocks: PartBlocks) -> CoverView:
    """The form of a paper: fields that are not on the sheet are left out, blank ones stay blank."""
    sheet = _Sheet(pen, paper, blocks)
    return CoverView(
        heading=form.heading,
        letter=fill(form.letter, {"letter": letter}) if letter else "",
        runs=_runs(sheet, paper, [entry for entry in form.fields if not entry.after_report]),
        closing=_runs(sheet, paper, [entry for entry in form.fields if entry.after_report]),
        is_sheet=form.layout == "sheet",
    )


def _runs(sheet: "_Sheet", paper: Paper, fields: Sequence[FormField]) -> tuple[Run, ...]:
    """Fields that stand beside their labels run together."""
    runs: list[Run] = []
    for entry in fields:
        view = sheet.field(entry)
        if view is None:
            continue
        view = replace(view, place=str(_answer_place(entry, paper)))
        if not entry.is_pair:
            runs.append(Run(field=view))
        elif runs and runs[-1].pairs:
            runs[-1].pairs.append(view)
        else:
            runs.append(Run(pairs=[view]))
    return tuple(runs)


def _answer_place(entry: FormField, paper: Paper) -> Place:
    """Where the answer to a field was typed."""
    part = paper.part(entry.id) if entry.kind == "prose" else None
    if part is not None:
        return part.place
    answer = paper.answers.get(entry.id)
    return answer.place if answer is not None else paper.place(entry.from_)


class _Sheet:
    """Answers the fields of one paper's sheet."""

    def __init__(self, pen: Pen, paper: Paper, blocks: PartBlocks) -> None:
        self._pen = pen
        self._desk = pen.desk
        self._paper = paper
        self._blocks = blocks

    def field(self, entry: FormField) -> FieldView | None:
        """The field, or None where the sheet does not have it."""
        label = "" if isinstance(entry.label, Nothing) else entry.label
        answer = self._paper.answers.get(entry.id)
        match entry.kind:
            case "recommendations":
                return self._recommendations(entry, label)
            case "prose":
                return self._prose(entry, label)
            case "grid":
                return self._grid(entry, label, answer)
            case "checklist":
                return self._checks(entry, label, answer)
            case "contacts":
                return self._contacts(entry, label, answer)
            case "fixed" if not entry.is_pair:
                return FieldView(
                    "prose", entry.id, label, entry.lead_in, content=self._markdown(entry.words, entry.place("words"))
                )
            case _:
                lines = self._lines(entry, answer)
                words = answer.text.strip() if isinstance(answer, Words) else ""
                return None if lines is None else FieldView("lines", entry.id, label, entry.lead_in, lines, words=words)

    def _markdown(self, text: str, place: Place) -> Any:
        """Words of several paragraphs or lists, for a template."""
        return self._pen.slots.blocks(compose_prose(Prose(text.strip(), place), BodyStyle(1), self._pen))

    def _contacts(self, entry: FormField, label: str, answer: Answer | None) -> FieldView | None:
        """People with the ways to reach them."""
        header = self._paper.header
        if entry.from_ == "authors":
            people: Sequence[Who] = header.authors
        elif isinstance(answer, People):
            people = answer.people
        else:
            return None if answer is None else FieldView("contacts", entry.id, label, entry.lead_in)
        contacts = tuple(self._contact(who) for who in people)
        return FieldView("contacts", entry.id, label, entry.lead_in, contacts=contacts)

    def _contact(self, who: Who) -> ContactView:
        names = self._desk.names
        known = names.people.get(who.person)
        return ContactView(
            name=names.print(who, "{name}"),
            post=names.print(who, "{post}") if known is not None or who.printed else "",
            organisation=names.print(who, "{organisation_short}") if known is not None else "",
            phone=known.phone if known is not None else "",
            email=known.email if known is not None else "",
        )

    def _lines(self, entry: FormField, answer: Answer | None) -> tuple[Any, ...] | None:
        """The answer to a short field, line by line; None where the field is not on the sheet."""
        header, desk = self._paper.header, self._desk
        match entry.from_:
            case "title":
                return (self._pen.inline(header.title, header.place("title")),)
            case "authors":
                return self._people(header.authors)
            case "sponsor":
                if header.sponsor is None:
                    return None
                return () if isinstance(header.sponsor, Nothing) else self._people((header.sponsor,))
            case "presenters":
                return () if isinstance(header.presenters, Nothing) else self._people(header.presenters)
            case "session":
                session = next((s for s in desk.body.sessions if s.id == desk.meeting.session), None)
                return (session.word,) if session else ()
            case "body":
                return (desk.body.name,)
            case "meeting-date":
                return (desk.wording.cover_date(desk.meeting.date),)
            case _:
                return self._typed(entry, answer)

    def _typed(self, entry: FormField, answer: Answer | None) -> tuple[Any, ...] | None:
        """An answer that was typed under the paper's ``form``."""
        if entry.kind == "fixed":
            return (self._pen.inline(entry.words, entry.place("words")),)
        match answer:
            case Words(text, place):
                return (self._pen.inline(text.strip(), place),)
            case People(people, _):
                return self._people(people)
            case Dated(day, _):
                return (self._desk.wording.cover_date(day),)
            case Left(why, _):
                return () if why is Nothing.BLANK else (self._desk.nothing(why),)
            case _:
                return None

    def _people(self, people: Sequence[Who]) -> tuple[str, ...]:
        return self._desk.names.several(people, self._desk.names.style.cover)

    def _recommendations(self, entry: FormField, label: str) -> FieldView | None:
        views = recommendations_view(self._pen, self._paper)
        if not views:
            return None
        lead_in = lead_in_words(self._paper, entry.lead_in)
        return FieldView("recommendations", entry.id, label, lead_in, recommendations=views)

    def _prose(self, entry: FormField, label: str) -> FieldView | None:
        part = self._paper.part(entry.id)
        if part is None:
            return None
        typed = self._paper.header.numbering == "typed"
        automatic = self._paper.header.numbering == "automatic"
        scheme = named_scheme(self._pen.desk, entry.numbering) if automatic else None
        sequence = f"{self._paper.name} {entry.id}"
        style = BodyStyle(1, typed, counting(scheme, sequence), sequence)
        blocks = _lone_without_number(compose_body(part.content, style, self._pen, self._blocks.compose))
        return FieldView("prose", entry.id, label, entry.lead_in, content=self._pen.slots.blocks(blocks))

    def _checks(self, entry: FormField, label: str, answer: Answer | None) -> FieldView | None:
        if answer is None:
            return None
        ticked = answer.lines if isinstance(answer, Ticked) else frozenset[str]()
        checks = tuple(CheckView(row.label, row.id in ticked) for row in entry.rows)
        return FieldView("checklist", entry.id, label, entry.lead_in, checks=checks)

    def _grid(self, entry: FormField, label: str, answer: Answer | None) -> FieldView | None:
        """A matrix; left blank it stands there empty."""
        if answer is None:
            return None
        cells = answer.cells if isinstance(answer, Grid) else {}
        rows = [(row.id, row.label) for row in entry.rows] or [("", "")]
        views = tuple(
            GridRowView(row_label, tuple(self._cell(cells.get((row, column.id))) for column in entry.columns))
            for row, row_label in rows
        )
        columns = tuple(column.label for column in entry.columns)
        return FieldView(
            "grid", entry.id, label, entry.lead_in, columns=columns, has_row_labels=bool(entry.rows), rows=views
        )

    def _cell(self, cell: CellAnswer | None) -> tuple[Any, ...]:
        """The lines of a cell."""
        match cell:
            case People(people, _):
                return self._desk.names.several(people, "{name}")
            case Words(text, place):
                if _LIST.search(text):
                    return (self._markdown(text, place),)
                return tuple(self._pen.inline(line, place) for line in text.strip().split("\n"))
            case Left(why, _):
                return () if why is Nothing.BLANK else (self._desk.nothing(why),)
            case None:
                return ()
            case _:
                return tuple(self._group(entry) for entry in cell)

    def _group(self, entry: GroupEntry) -> str:
        """A group and when it dealt with the paper."""
        when = self._desk.wording.months(entry.when)
        return f"{entry.group} {when}".strip()


def _lone_without_number(blocks: Sequence[Block | Wide]) -> tuple[Block | Wide, ...]:
    """A number tells one paragraph from the next: where there is only one it carries none."""
    numbered = [block for block in blocks if isinstance(block, Paragraph) and block.number is not None]
    if len(numbered) != 1:
        return tuple(blocks)
    return tuple(replace(block, number=None) if block is numbered[0] else block for block in blocks)
