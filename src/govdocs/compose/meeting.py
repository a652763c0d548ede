"""All papers of a meeting, in the order in which they are bound."""

from pathlib import Path

from govdocs.compose.blocks import Document, Pack, Part, PartKind
from govdocs.compose.desk import Desk
from govdocs.compose.documents.agenda import compose_agenda
from govdocs.compose.documents.loose_sheets import compose_blank, compose_divider
from govdocs.compose.documents.planned import compose_planned
from govdocs.compose.documents.sheet import bodies_name
from govdocs.compose.documents.terms import compose_terms
from govdocs.compose.laying import lay_desk
from govdocs.compose.minutes_sets import compose_minutes_set
from govdocs.compose.own_anchors import check_document, check_links
from govdocs.compose.plan import PaperKind, Planned
from govdocs.compose.renditions import compose_renditions
from govdocs.compose.titles import entry_title
from govdocs.diagnostics import Diagnostic, Stage
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.model.papers import IncludeBlock


def compose_meeting(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """The pack of ``meeting``: agenda, and for each paper its divider, its blank page and the paper.

    Beside the pack stand the terms of reference that its papers print, the minutes where the meeting has been minuted
    already, and renditions in other languages.

    ``root`` is the repository's folder, for its templates and pictures. At stage draft every page is marked.
    """
    body = library.body_of(meeting)
    if body is None:
        return Pack(PACK, meeting.id, library.settings.language, (), meeting.place()), ()
    desk = lay_desk(library, meeting, body, root, stage)
    parts = [Part(PartKind.DOCUMENT, compose_agenda(desk), desk.word("agenda"))]
    for planned in desk.plan:
        parts.extend(_parts(desk, planned))
    for part in parts:
        desk.findings.add(*check_document(part.document))
    desk.findings.add(*check_links([part.document for part in parts]))
    terms = _own_terms(desk)
    own, found = compose_minutes_set(library, meeting, root, stage)
    desk.findings.add(*found)
    others, found = compose_renditions(library, meeting, root, stage)
    desk.findings.add(*found)
    day = desk.wording.plain_date(meeting.date)
    pack = Pack(
        name=PACK,
        title=f"{bodies_name(desk)}, {day}",
        language=desk.language,
        parts=tuple(parts),
        place=meeting.place(),
        author=bodies_name(desk),
        subject=f"{bodies_name(desk)}, {day}",
        page_label=body.pack.page_label,
        beside=(*terms, *own, *others),
        reprints=tuple(document.name for document in terms),
    )
    return pack, tuple(desk.findings.found)


PACK = "pack"


def _own_terms(desk: Desk) -> tuple[Document, ...]:
    """The terms of reference that papers of the pack print, as documents of their own: they are published alone too."""
    papers = [planned.id for planned in desk.plan if planned.kind is PaperKind.PAPER and not planned.held]
    included = (
        block.document
        for name in papers
        if (paper := desk.library.papers.get(name)) is not None
        for _, block in paper.blocks(IncludeBlock)
    )
    known = desk.library.terms_of_reference
    documents = tuple(compose_terms(desk, known[name]) for name in dict.fromkeys(included) if name in known)
    for document in documents:
        desk.findings.add(*check_document(document))
    return documents


def _parts(desk: Desk, planned: Planned) -> list[Part]:
    """The divider, the blank page and the paper."""
    document = compose_planned(desk, planned)
    parts: list[Part] = []
    if desk.body.pack.dividers and planned.letter:
        title = _divider_title(desk, planned)
        parts.append(Part(PartKind.DIVIDER, compose_divider(desk, planned, title)))
        if desk.body.pack.blank_pages:
            parts.append(Part(PartKind.BLANK, compose_blank(desk, planned)))
    parts.append(Part(PartKind.DOCUMENT, document, document.label))
    return parts


def _divider_title(desk: Desk, planned: Planned) -> str:
    """The paper's own title; the agenda's words where there is no paper."""
    paper = desk.library.papers.get(planned.id) if planned.kind is PaperKind.PAPER else None
    return paper.header.title if paper is not None else entry_title(desk, desk.meeting, planned.entry)
