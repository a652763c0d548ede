"""Rules about cover sheets and recommendations, held against the body's own form: codes G601 to G629."""

from collections.abc import Iterator

from govdocs.check.rule import (
    NOTED,
    STOPS_CIRCULATION,
    STOPS_PUBLICATION,
    WARNS,
    Found,
    RecordRule,
    Records,
    record_rule,
)
from govdocs.diagnostics import Related
from govdocs.model.answers import Grid, Left
from govdocs.model.bodies import Body
from govdocs.model.forms import Form, FormField
from govdocs.model.index import Library
from govdocs.model.papers import Paper
from govdocs.model.values import Nothing
from govdocs.places import Place

#: Where a field's answer stands when it is not under the paper's `form`.
KEYS = {"title": "title", "authors": "authors", "sponsor": "sponsor", "presenters": "presenters"}


def look_for_missing_fields(records: Records) -> Iterator[Found]:
    """Checks:
        A cover sheet has every field and section that the body's form requires.

    Looks at:
        Records: covers of papers, forms of bodies.

    Why:
        The form is how a body makes sure that it is told who was asked, who answers for the paper, and what it is to
        decide.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
        # Report

        The budget in detail.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
        # Summary

        The budget in short.

        # Report

        The budget in detail.
    """
    for body, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            if field.required and not _is_answered(field, paper):
                message = (
                    f"the cover sheet lacks `{_label(field)}`; expected it, as the form of {body.name} requires it"
                )
                related = (Related(field.place(), "required here"),)
                yield Found(paper.place(), message, _how_to_answer(field), related, subject=f"field {field.id}")


def look_for_blank_fields(records: Records) -> Iterator[Found]:
    """Checks:
        No field that the body's form requires is left blank.

    Looks at:
        Records: covers of papers, forms of bodies.

    Why:
        A blank table of involvement says that nobody was asked, or that nobody wrote it down; it prints as it is.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: blank
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---
    """
    for body, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            left = _left_blank(field, paper)
            if field.required and left is not None:
                message = (
                    f"`{_label(field)}` is left blank; expected an answer, as the form of {body.name} requires one"
                )
                related = (Related(field.place(), "required here"),)
                yield Found(left, message, "fill it in, or waive this with a reason", related, 5, f"field {field.id}")


def look_for_undated_groups(records: Records) -> Iterator[Found]:
    """Checks:
        A group that is said to have signed a paper off is named with the month or day on which it did.

    Looks at:
        Records: sign-offs on covers.

    Why:
        Without a date nobody can find the minutes that say so.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields:
              - {id: sign_off, label: Signed off, kind: grid, cells: groups, columns: [{id: north, label: North}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          sign_off:
            north: [{group: Finance Group}]
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields:
              - {id: sign_off, label: Signed off, kind: grid, cells: groups, columns: [{id: north, label: North}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          sign_off:
            north: [{group: Finance Group, when: 2026-04}]
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            grid = paper.answers.get(field.id)
            for cell in grid.cells.values() if isinstance(grid, Grid) else ():
                for entry in cell if isinstance(cell, tuple) else ():
                    if not entry.when:
                        message = f"`{entry.group}` has no date; expected when it dealt with the paper"
                        hint = "add `when: 2018-06`, or a day"
                        yield Found(entry.place(), message, hint, subject=f"field {field.id}")


def look_for_future_sign_offs(records: Records) -> Iterator[Found]:
    """Checks:
        No group is said to have signed a paper off after the meeting that the paper is for.

    Looks at:
        Records: sign-offs on covers, the date of the meeting.

    Why:
        A sign-off is asked for before the decision; a later date is a slip, or a sign-off that has not happened.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields:
              - {id: sign_off, label: Signed off, kind: grid, cells: groups, columns: [{id: north, label: North}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          sign_off:
            north: [{group: Finance Group, when: 2026-09}]
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields:
              - {id: sign_off, label: Signed off, kind: grid, cells: groups, columns: [{id: north, label: North}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form:
          sign_off:
            north: [{group: Finance Group, when: 2026-04}]
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        meeting = records.library.meetings[paper.meeting]
        for field in form.fields:
            grid = paper.answers.get(field.id)
            for cell in grid.cells.values() if isinstance(grid, Grid) else ():
                for entry in cell if isinstance(cell, tuple) else ():
                    for when in entry.when:
                        if when.first > meeting.date:
                            message = f"`{entry.group}` signed off in {when}; expected a date by {meeting.date}"
                            yield Found(entry.place("when"), message, "correct the date", subject=f"field {field.id}")


def look_for_drafts(records: Records) -> Iterator[Found]:
    """Checks:
        Nothing that goes out is still marked as a draft.

    Looks at:
        Records: `status` of papers and minutes.

    Why:
        A draft that has been decided on is neither.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        status: draft
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        status: final
        ---
    """
    for paper in records.library.papers.values():
        if paper.header.status == "draft":
            message = "this paper is a draft; expected `final` before it goes out"
            yield Found(
                paper.place("status"), message, "write `status: final` when it is", length=5, subject="field status"
            )


def look_for_repeated_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        The text of a recommendation does not begin with its own verb, which is printed before it.

    Looks at:
        Records: recommendations of papers.

    Why:
        The sheet would ask the body to "APPROVE approve the budget".

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: approve the budget}]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
    """
    for body, _, paper in papers_with_forms(records.library):
        printed = {verb.id: verb.printed for verb in body.verbs}
        for number, recommendation in enumerate(paper.header.recommendations):
            first = (
                recommendation.text.split(maxsplit=1)[0].strip("*,:;").lower() if recommendation.text.strip() else ""
            )
            if first and first in {recommendation.verb, printed.get(recommendation.verb, "").lower()}:
                message = f"the text begins with `{first}` again; expected only what follows the verb"
                hint = "remove the verb from `text`"
                place = paper.place("recommendations", number, "text")
                yield Found(place, message, hint, length=len(first), subject=f"recommendation {number + 1}")


def papers_with_forms(library: Library) -> Iterator[tuple[Body, Form, Paper]]:
    """All papers that have a cover sheet, with the form and its body."""
    for paper in library.papers.values():
        meeting = library.meetings.get(paper.meeting)
        body = library.body_of(meeting) if meeting else None
        if body is None or not paper.header.cover or not body.forms:
            continue
        form = next((form for form in body.forms if form.id == paper.header.form_id), body.forms[0])
        yield body, form, paper


def _is_answered(field: FormField, paper: Paper) -> bool:
    """Whether the sheet has the field at all, be it blank."""
    if field.kind == "fixed" or field.from_ in ("session", "body", "meeting-date"):
        return True
    if field.from_ == "recommendations" or field.kind == "recommendations":
        return bool(paper.header.recommendations)
    if field.from_ in KEYS:
        return paper.header.has(KEYS[field.from_])
    if field.kind == "prose":
        return paper.part(field.id) is not None
    return field.id in paper.answers


def _left_blank(field: FormField, paper: Paper) -> Place | None:
    """Where a blank answer stands, or None where it is not blank."""
    if field.from_ in KEYS and getattr(paper.header, KEYS[field.from_]) is Nothing.BLANK:
        return paper.place(KEYS[field.from_])
    answer = paper.answers.get(field.id)
    if isinstance(answer, Left) and answer.why is Nothing.BLANK:
        return answer.place
    if isinstance(answer, Grid) and all(isinstance(cell, Left) for cell in answer.cells.values()):
        return answer.place
    return None


def _label(field: FormField) -> str:
    label = field.id if isinstance(field.label, Nothing) else field.label
    return label.rstrip(": ")


def _how_to_answer(field: FormField) -> str:
    if field.kind == "prose":
        label = field.id.replace("_", " ").capitalize()
        return f"add a heading `# {label}` with its words to the body of the paper"
    if field.kind == "recommendations":
        return "add `recommendations: [{verb: …, text: …}]`"
    if field.from_ in KEYS:
        return f"add `{KEYS[field.from_]}: …`, or `blank` to print it empty"
    return f"add `{field.id}: …` under `form:`, or `blank` to print it empty"


RULES: tuple[RecordRule, ...] = (
    record_rule("G601", "cover-field-missing", STOPS_CIRCULATION, look_for_missing_fields),
    record_rule("G602", "cover-field-blank", STOPS_PUBLICATION, look_for_blank_fields),
    record_rule("G603", "sign-off-undated", WARNS, look_for_undated_groups),
    record_rule("G604", "sign-off-after-meeting", STOPS_PUBLICATION, look_for_future_sign_offs),
    record_rule("G605", "still-a-draft", (*NOTED[:2], STOPS_PUBLICATION[2]), look_for_drafts),
    record_rule("G606", "verb-repeated", WARNS, look_for_repeated_verbs),
)
