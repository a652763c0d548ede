"""A paper: its cover sheet, the report, the appendices."""

from dataclasses import dataclass, replace
from typing import Any

from govdocs.compose.blocks import Document, Section
from govdocs.compose.body_text import BodyStyle, compose_body, counting
from govdocs.compose.book_index import fill_index
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.cover import compose_cover
from govdocs.compose.documents.part_blocks import PartBlocks
from govdocs.compose.documents.sheet import Back, compose_sheet, footer_label, meeting_view
from govdocs.compose.own_anchors import mark_paragraphs, read_twice
from govdocs.compose.plan import Planned
from govdocs.compose.references import DocumentTargets, Home
from govdocs.compose.supplied_files import supplied_files
from govdocs.compose.titles import chosen_scheme, closed_ground, closed_until
from govdocs.model.forms import Form
from govdocs.model.outlines import print_outlined
from govdocs.model.papers import IncludeBlock, Paper, PaperPart


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the report as the template sees it."""

    heading: str
    anchor: str
    content: Any
    new_page: bool
    place: str


def compose_paper(desk: Desk, planned: Planned, paper: Paper) -> Document:
    """The paper on the desk."""
    home = Home(paper.meeting, paper=paper, folder=paper.folder)
    sections, anchors = read_twice(desk, home, lambda own, targets: _sections(own, planned, paper, targets))
    document = compose_sheet(
        desk,
        planned.name,
        paper.header.title,
        mark_paragraphs(sections, anchors),
        paper.place("title"),
        label=footer_label(desk, planned.letter, paper.header.title),
        letter=planned.letter,
        status=desk.word("draft") if paper.header.status == "draft" else "",
        language=paper.header.language,
    )
    indexed = fill_index(desk, paper.header.index, document.sections)
    return replace(document, sections=indexed, supplied=supplied_files(desk, paper))


def _sections(desk: Desk, planned: Planned, paper: Paper, targets: DocumentTargets) -> tuple[Section, ...]:
    pen = Pen(desk, targets)
    form = _form(desk, paper)
    blocks = PartBlocks(pen, paper, deeper=1 if _has_sheet(form) else 0)
    ground = closed_ground(desk, desk.meeting, planned.entry)
    facts = {
        "paper": {
            "title": pen.inline(paper.header.title, paper.place("title")),
            "words": paper.header.title,
            "label": desk.word("paper_label", letter=planned.letter) if planned.letter else "",
            "version": paper.header.version,
            "closed": ground.label if ground is not None else "",
            "law": ground.law if ground is not None else "",
            "closed_until": closed_until(desk, planned.entry.restricted or paper.header.restricted),
            "file": paper.header.file,
        },
        "meeting": meeting_view(desk),
        "cover": compose_cover(pen, form, paper, planned.letter, blocks) if form else None,
        "back": Back(f"item-{planned.entry.id}", desk.reference(desk.meeting.id, planned.entry.id)),
        "parts": _parts(desk, pen, paper, form, blocks),
    }
    return pen.sections("paper.html", facts, paper.place("title"))


def _has_sheet(form: Form | None) -> bool:
    """Whether a cover sheet stands before the report, which then carries its title again."""
    return form is not None and form.layout == "sheet"


def _form(desk: Desk, paper: Paper) -> Form | None:
    """The form of the paper; none where it has no cover."""
    if not paper.header.cover:
        return None
    wanted = paper.header.form_id
    return next((form for form in desk.body.forms if wanted in {None, form.id}), None)


def _parts(desk: Desk, pen: Pen, paper: Paper, form: Form | None, blocks: PartBlocks) -> tuple[PartView, ...]:
    """The report and the appendices; what answers a field of the form is on the cover."""
    answered = {entry.id for entry in form.fields if entry.kind == "prose"} if form else set[str]()
    views: list[PartView] = []
    for part in paper.parts:
        if part.id in answered or not part.content:
            continue
        typed = print_outlined(part.content, desk.body.outlines)
        content = pen.slots.blocks(compose_body(typed, _style(desk, paper, part, form), pen, blocks.compose))
        views.append(
            PartView(
                _heading(desk, paper, part, form), part.id, content, bool(views) or _has_sheet(form), str(part.place)
            )
        )
    return tuple(views)


def _heading(desk: Desk, paper: Paper, part: PaperPart, form: Form | None) -> str:
    """The heading of a part: the report carries the paper's title again where a cover stands before it."""
    if part.id != "report":
        appendix = next((entry for entry in paper.header.appendices if entry.id == part.id), None)
        return appendix.title if appendix is not None else part.heading
    if not _has_sheet(form):
        return ""
    if paper.header.document_title:
        return paper.header.document_title
    only = part.content[0] if len(part.content) == 1 else None
    if isinstance(only, IncludeBlock) and (terms := desk.library.terms_of_reference.get(only.document)) is not None:
        return terms.header.title
    return paper.header.title


def _style(desk: Desk, paper: Paper, part: PaperPart, form: Form | None) -> BodyStyle:
    """How a part is read: an appendix, like the report, is numbered by itself."""
    numbering = paper.header.numbering
    sequence = f"{paper.name} {part.id}"
    scheme = chosen_scheme(desk, paper.header.scheme) if numbering == "automatic" and part.id == "report" else None
    return BodyStyle(1 if _has_sheet(form) else 0, numbering == "typed", counting(scheme, sequence), sequence)
