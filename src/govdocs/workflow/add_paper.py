"""`new paper`: a paper with the cover sheet that its body asks for, and its entry on the agenda."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdocs.errors import CannotGoOnError
from govdocs.model.bodies import Body
from govdocs.model.forms import Form, FormField, FormLine
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.workflow.add import UNNAMED, read_library
from govdocs.workflow.agenda_text import insert_entry
from govdocs.workflow.choose import require_body, require_choice, require_meeting, require_person
from govdocs.workflow.scaffold import (
    Added,
    as_list,
    as_yaml,
    fill_scaffold,
    put_files,
    require_slug,
    require_words,
    with_schema,
)
from govdocs.workflow.settings import Settings

#: Stands for words that are still to come; the rule placeholder-text finds it.
UNWRITTEN = "TO BE WRITTEN"
#: The report of most papers.
USUAL_REPORT = f"""## Background

{UNWRITTEN}: what the meeting needs to know before it decides.

## Proposal

{UNWRITTEN}: what is proposed, what it costs, and what else was considered."""
#: What most papers ask for.
USUAL_VERB = "approve"


@dataclass(frozen=True, slots=True)
class PaperWishes:
    """What the command line says of a new paper."""

    title: str
    authors: Sequence[str] = ()
    presenters: Sequence[str] = ()
    sponsor: str | None = None
    verb: str | None = None
    recommendation: str | None = None
    form: str | None = None
    report: str = USUAL_REPORT


def add_paper(settings: Settings, meeting_id: str, paper_id: str, wishes: PaperWishes) -> Added:
    """Write a paper for a meeting, and add it to the meeting's agenda after the last entry.

    Raises:
        CannotGoOnError: the meeting, a person or a verb is not known, or there is such a paper; nothing is changed.
    """
    library = read_library(settings)
    meeting = require_meeting(library, meeting_id)
    body = require_body(library, meeting.lead_body)
    require_slug(paper_id, "a paper")
    folder = f"meetings/{meeting.id}/papers"
    for name in (f"{folder}/{paper_id}.md", f"{folder}/{paper_id}/paper.md"):
        if (settings.root / name).exists():
            raise CannotGoOnError(f"{name} is there already; nothing was changed", hint="choose another id")
    verb = _verb(body, wishes.verb)
    text = _write_paper(library, body, verb, wishes)
    agenda_path = f"meetings/{meeting.id}/meeting.yaml"
    path = f"{folder}/{paper_id}.md"
    files = {path: with_schema(path, text).encode()}
    remarks: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    if _is_promised(meeting, paper_id):
        remarks = (_promised(meeting, paper_id, agenda_path),)
    else:
        entry = f"{{paper: {paper_id}, action: {verb}}}" if verb else f"{{paper: {paper_id}}}"
        typed = (settings.root / agenda_path).read_bytes().decode()
        longer = insert_entry(typed, entry, agenda_path)
        if longer is None:
            remarks = (f"please add this line to the agenda in {agenda_path} yourself:  - {entry}",)
        else:
            files[agenda_path] = longer.encode()
            changed = ((agenda_path, f"- {entry}"),)
    written = put_files(settings.root, files)
    next_step = f"write what stands for {UNWRITTEN}, then: govdocs build {meeting.id}"
    additions = tuple((settings.root / path, line) for path, line in changed)
    return Added(settings.root, (written[0],), remarks, next_step, additions)


def _verb(body: Body, typed: str | None) -> str:
    known = [verb.id for verb in body.verbs]
    if typed:
        return require_choice(typed, known, "verb")
    return USUAL_VERB if USUAL_VERB in known else next(iter(known), "")


def _is_promised(meeting: Meeting, paper_id: str) -> bool:
    return any(paper_id in entry.all_papers for entry in meeting.entries())


def _promised(meeting: Meeting, paper_id: str, path: str) -> str:
    entry = next(entry for entry in meeting.entries() if paper_id in entry.all_papers)
    place = entry.place()
    if entry.held:
        return (
            f"the agenda has this paper already, as `held: {entry.held}`: take that away in {path}, line {place.line}"
        )
    return f"the agenda has this paper already, in line {place.line} of {path}"


def _write_paper(library: Library, body: Body, verb: str, wishes: PaperWishes) -> str:
    authors = [require_person(library, who) for who in wishes.authors] or [UNNAMED]
    presenters = [require_person(library, who) for who in wishes.presenters] or authors
    form = _form(body, wishes.form)
    fields = form.fields if form else ()
    asks_sponsor = any(field.from_ == "sponsor" for field in fields)
    sponsor = as_yaml(require_person(library, wishes.sponsor)) if wishes.sponsor else "blank"
    answers = [line for field in fields for line in _answer(field)]
    # Without a cover sheet the recommendations stand at the end of the report.
    printed = not verb or form is not None
    asked = require_words(wishes.recommendation, "the recommendation") if wishes.recommendation else UNWRITTEN
    values = {
        "title": as_yaml(require_words(wishes.title, "the title")),
        "authors": as_list(authors),
        "presenters": as_list(presenters),
        "sponsor": f"sponsor: {sponsor}\n" if wishes.sponsor or asks_sponsor else "",
        "recommendations": f"recommendations:\n  - verb: {verb}\n    text: {as_yaml(asked)}\n" if verb else "",
        "form": "\n".join([*([f"form_id: {form.id}"] if form and wishes.form else []), *_under_form(answers), ""]),
        "numbering": "automatic" if body.numbering else "none",
        "report": wishes.report if printed else f"{wishes.report}\n\n```recommendations\n```",
        "parts": "".join(_part(field) for field in fields if field.kind == "prose"),
    }
    return fill_scaffold("paper.md", values)


def _form(body: Body, typed: str | None) -> Form | None:
    if typed:
        require_choice(typed, [form.id for form in body.forms], "form")
    wanted = typed or next((form.id for form in body.forms), "")
    return next((form for form in body.forms if form.id == wanted), None)


def _under_form(answers: Sequence[str]) -> Iterator[str]:
    if answers:
        yield "form:"
        yield from (f"  {line}" for line in answers)


def _answer(field: FormField) -> Iterator[str]:
    """The lines of one of the form's own fields, left blank and with a remark on what may stand there."""
    if field.from_ != "form" or field.kind in {"fixed", "prose", "recommendations"}:
        return
    if field.kind == "grid":
        yield from _grid(field)
    elif field.kind == "checklist":
        yield f"{field.id}: blank  # those that apply, such as [{field.rows[0].id}], of: {_ids(field.rows)}"
    else:
        hint = {
            **dict.fromkeys(("people", "contacts"), "ids or names, such as [alex-example]"),
            "date": "a day, such as 2026-09-15",
        }
        yield f"{field.id}: blank  # {hint.get(field.kind, 'words')}"


def _grid(field: FormField) -> Iterator[str]:
    example = {
        "people": "[Dr A Name]",
        "groups": "[{group: Finance Group, when: 2026-08}]",
        "words": "some words",
    }[field.cells]
    yield f"{field.id}:  # in place of blank, for example: {example}"
    cells = ", ".join(f"{column.id}: blank" for column in field.columns)
    if not field.rows:
        yield from (f"  {column.id}: blank" for column in field.columns)
    yield from (f"  {row.id}: {{{cells}}}" for row in field.rows)


def _ids(lines: Sequence[FormLine]) -> str:
    return ", ".join(line.id for line in lines)


def _part(field: FormField) -> str:
    """The heading of a field that is answered in the body of the paper."""
    heading = field.id.replace("_", " ").replace("-", " ").capitalize()
    return f"# {heading}\n\n{UNWRITTEN}: {heading.lower()}, in a few sentences.\n\n"
