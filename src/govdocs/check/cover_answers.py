"""Rules about what cover sheets answer: grids, check-lists, dates, drafts: codes G608, G609, G615 and G618."""

import re
from collections.abc import Iterator
from datetime import date

from govdocs.check.covers import papers_with_forms
from govdocs.check.days import dates_in
from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role
from govdocs.diagnostics import Related
from govdocs.model.answers import Answer, Dated, Grid, Left, Ticked, Words
from govdocs.model.bodies import Body
from govdocs.model.forms import FormField, FormLine
from govdocs.model.index import Library
from govdocs.model.papers import Paper
from govdocs.model.values import Nothing
from govdocs.places import Place

_DRAFT_TITLE = re.compile(r"\bDRAFT\b|\([Dd]raft\)|[-–:]\s*[Dd]raft\b(?:\s*v?\d[\d.]*)?\s*$|\b[Dd]raft v?\d")
_DRAFT_LINE = re.compile(r"\W*draft\W*(?:v(?:ersion)?\s*)?[\d.]*\W*", re.IGNORECASE)
_MEETING_DAY = re.compile(
    r"(?:date of (?:the |this )?(?:[a-z]+ ){0,3}meeting|(?:[a-z]+ ){0,2}meeting date|meeting (?:of|on|held on))"
)
_DRAFT_VERSION = re.compile(r"v?0\.\d.*|.*draft.*", re.IGNORECASE)


def look_for_organisations_left_out(records: Records) -> Iterator[Found]:
    """Checks:
        Where a grid of a required field is filled for one of the organisations that the body joins, it is filled for
        each of them, in each row. One finding a grid.

    Looks at:
        Records: answers in grids, the organisations of the body.

    Why:
        An empty cell says that nobody of that organisation was asked, or that nobody wrote it down.

    Example:
        A cover named managers of two organisations and left the cell of the third empty.

    Wrong:
        # records/organisations.yaml
        organisations: {anytown: {name: Anytown Town Council, word: Town}, county: {name: The County, word: County}}
        # records/bodies/board.yaml
        organisations: [anytown, county]
        forms:
          - id: cover
            heading: Board
            fields:
              - id: involvement
                label: Involvement
                kind: grid
                cells: people
                required: yes
                rows: [{id: manager, label: Manager}]
                columns: [{id: town, label: Town}, {id: county, label: County}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          involvement:
            manager: {town: [alex-example], county: blank}
        ---

    Right:
        # records/organisations.yaml
        organisations: {anytown: {name: Anytown Town Council, word: Town}, county: {name: The County, word: County}}
        # records/bodies/board.yaml
        organisations: [anytown, county]
        forms:
          - id: cover
            heading: Board
            fields:
              - id: involvement
                label: Involvement
                kind: grid
                cells: people
                required: yes
                rows: [{id: manager, label: Manager}]
                columns: [{id: town, label: Town}, {id: county, label: County}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          involvement:
            manager: {town: [alex-example], county: [sam-member]}
        ---
    """
    for body, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            grid = paper.answers.get(field.id)
            if isinstance(grid, Grid) and field.required:
                yield from _left_out(records.library, body, field, grid)


def _left_out(library: Library, body: Body, field: FormField, grid: Grid) -> Iterator[Found]:
    columns = [column for column in field.columns if _is_of(library, body, column)]
    rows: tuple[FormLine | None, ...] = field.rows or (None,)
    cells = {
        (row.label if row else "", column.label): grid.cells.get((row.id if row else "", column.id))
        for row in rows
        for column in columns
    }
    empty = [name for name, cell in cells.items() if cell is None or _is_blank(cell)]
    if columns and empty and len(empty) < len(cells):
        named = ", ".join(f"`{' / '.join(part for part in name if part)}`" for name in empty)
        message = f"nothing is said for {named}, and something for others; expected an answer for each organisation"
        hint = "fill it in, or write `none` or `n/a` where that is the answer"
        yield Found(grid.place, message, hint, (Related(field.place(), "asked here"),), subject=f"field {field.id}")


def _is_blank(cell: object) -> bool:
    return isinstance(cell, Left) and cell.why is Nothing.BLANK


def _is_of(library: Library, body: Body, column: FormLine) -> bool:
    """Whether a column is one of the body's organisations: its label is a name, or its id a word, of one."""
    for name in body.organisations:
        owner = library.organisations.get(name)
        names = {owner.name, owner.short, owner.code, owner.word} if owner else set()
        if column.label.casefold() in {one.casefold() for one in names if one} or column.id in name.split("-"):
            return True
    return False


def look_for_lists_without_ticks(records: Records) -> Iterator[Found]:
    """Checks:
        A check-list that is on the sheet has a tick somewhere.

    Looks at:
        Records: answers to check-lists.

    Why:
        A list without a tick says that the paper serves no aim, or that nobody went through the list.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: aims, label: Aims, kind: checklist, rows: [{id: green, label: A green town}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {aims: []}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: aims, label: Aims, kind: checklist, rows: [{id: green, label: A green town}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {aims: [green]}
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            answer = paper.answers.get(field.id)
            left = isinstance(answer, Left) and answer.why is Nothing.BLANK and not field.required
            if field.kind == "checklist" and answer and (left or (isinstance(answer, Ticked) and not answer.lines)):
                message = f"nothing is ticked under `{_label(field)}`; expected at least one line, or `none`"
                hint = "list the lines that apply, or write `none` where that is the answer"
                yield Found(answer.place, message, hint, subject=f"field {field.id}")


def look_for_drafts_in_words(records: Records) -> Iterator[Found]:
    """Checks:
        A paper that is not marked as a draft does not call itself one: in its title ("DRAFT", "draft v2"), in a line
        of its own, or by a version below 1.

    Looks at:
        Records: titles, versions and status of papers; prose.

    Why:
        A board that approves a draft has approved something that will change.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27 - draft v2
        authors: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Draft budget for 2026/27
        authors: [alex-example]
        ---
    """
    hint = "take it out where the paper is final, or write `status: draft`"
    for writing in records.writings:
        paper = writing.source
        if not isinstance(paper, Paper) or paper.header.status == "draft":
            continue
        for key, pattern in (("title", _DRAFT_TITLE), ("document_title", _DRAFT_TITLE), ("version", _DRAFT_VERSION)):
            text = str(getattr(paper.header, key))
            found = pattern.search(text) if key != "version" else pattern.fullmatch(text)
            if found:
                message = f"the {key.replace('_', ' ')} says `{found[0].strip()}`; expected a paper that is final"
                yield Found(paper.place(key), message, hint, length=len(text), subject=f"field {key}")
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.BLOCK and _DRAFT_LINE.fullmatch(paragraph.text):
                message = f"a line says `{paragraph.text.strip()}`; expected a paper that is final"
                yield Found(paragraph.place, message, hint, length=len(paragraph.text), subject="draft")


def look_for_wrong_cover_dates(records: Records) -> Iterator[Found]:
    """Checks:
        A date of the meeting that is typed on a cover sheet is the day of the meeting, and a date of the report is not
        after it.

    Looks at:
        Records: dates on cover sheets, by the words of their labels.

    Why:
        It shows that the sheet was taken over from the month before, and perhaps more than the date.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: met, label: Date of the meeting, kind: date}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {met: 2026-04-16}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: met, label: Date of the meeting, kind: date}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {met: 2026-05-14}
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        meeting = records.library.meetings[paper.meeting]
        for field in form.fields:
            day, place, words = _day_answered(paper.answers.get(field.id), meeting.date)
            if day is None or place is None:
                continue
            label = f"{_label(field)} {field.id}".lower()
            is_meeting = "meeting" in label and not re.search(r"next|previous|last|prior|\bof meeting dates", label)
            if isinstance(paper.answers.get(field.id), Words) and not _MEETING_DAY.fullmatch(_label(field).lower()):
                continue  # words beside other labels may tell of any day
            is_report = bool(re.search(r"\b(?:report|paper|prepared|written|published|completed)\b", label))
            days = {sitting.date for sitting in meeting.sittings} | {meeting.date}
            if (is_meeting and day not in days) or (is_report and not is_meeting and day > meeting.date):
                message = f"`{_label(field)}` says {words}; expected {meeting.date}, the day of the meeting"
                message += "" if is_meeting else ", or an earlier one"
                related = (Related(meeting.place("date"), "the meeting's date"),)
                yield Found(place, message, "correct the date", related, len(words), f"field {field.id}")


def _day_answered(answer: Answer | None, near: date) -> tuple[date | None, Place | None, str]:
    """The one day that an answer names, as a date or in words, with its place and how it is typed."""
    if isinstance(answer, Dated):
        return answer.day, answer.place, f"`{answer.day}`"
    days = [dated for dated in dates_in(answer.text, near) if dated.has_day] if isinstance(answer, Words) else []
    if isinstance(answer, Words) and len(days) == 1 and days[0].has_year:
        return days[0].first, answer.place, f"`{days[0].text}`"
    return None, None, ""


def _label(field: FormField) -> str:
    return field.id if isinstance(field.label, Nothing) else field.label.rstrip(": ")


RULES: tuple[RecordRule, ...] = (
    record_rule("G608", "organisation-left-out", NOTED, look_for_organisations_left_out),
    record_rule("G609", "nothing-ticked", NOTED, look_for_lists_without_ticks),
    record_rule("G615", "draft-in-words", WARNS, look_for_drafts_in_words, heuristic=True),
    record_rule("G618", "cover-date-differs", STOPS_PUBLICATION, look_for_wrong_cover_dates),
)
