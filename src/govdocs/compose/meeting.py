"""All papers of a meeting, in the order in which they are bound."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from govdocs.compose.agenda_numbers import item_references, paper_letters
from govdocs.compose.blocks import Document, Pack, Part, PartKind
from govdocs.compose.desk import Desk, Findings, words_for
from govdocs.compose.documents.action_log import compose_action_log
from govdocs.compose.documents.agenda import compose_agenda
from govdocs.compose.documents.loose_sheets import compose_blank, compose_divider, compose_held
from govdocs.compose.documents.minutes import compose_minutes
from govdocs.compose.documents.paper import compose_paper
from govdocs.compose.documents.sheet import bodies_name
from govdocs.compose.documents.terms import compose_terms
from govdocs.compose.names import Names
from govdocs.compose.own_anchors import check_document, check_links
from govdocs.compose.plan import PaperKind, Planned, plan_papers
from govdocs.compose.templates import TemplateRunner, find_templates
from govdocs.compose.titles import entry_title
from govdocs.compose.wording import Wording
from govdocs.diagnostics import Diagnostic, Stage
from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


def compose_meeting(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[Pack, tuple[Diagnostic, ...]]:
    """The pack of ``meeting``: agenda, and for each paper its divider, its blank page and the paper.

    Where the meeting has been minuted already, its minutes stand beside the pack.

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
    own, found = compose_minutes_set(library, meeting, root, stage)
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
        beside=own,
    )
    return pack, tuple(desk.findings.found)


PACK = "pack"


def compose_own_minutes(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The minutes of ``meeting`` by themselves, before another meeting receives them; None where there are none."""
    body, minutes = library.body_of(meeting), library.minutes.get(meeting.id)
    if body is None or minutes is None:
        return None, ()
    desk = lay_desk(library, meeting, body, root, stage)
    document = compose_minutes(desk, None, minutes, meeting)
    desk.findings.add(*check_document(document))
    return document, tuple(desk.findings.found)


def compose_minutes_set(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The minutes of ``meeting`` by themselves; where bodies met in common, a set for each in its own words."""
    if len(meeting.all_bodies) == 1:
        document, findings = compose_own_minutes(library, meeting, root, stage)
        return (() if document is None else (document,)), findings
    minutes = library.minutes.get(meeting.id)
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for name in meeting.all_bodies:
        body = library.bodies.get(name)
        if body is None or minutes is None:
            continue
        desk = lay_desk(library, meeting, body, root, stage, name)
        documents.append(compose_minutes(desk, None, minutes, meeting))
        desk.findings.add(*check_document(documents[-1]))
        found.extend(desk.findings.found)
    return tuple(documents), tuple(dict.fromkeys(found))


def compose_own_terms(
    library: Library, meeting: Meeting, name: str, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Terms of reference by themselves, in the style of the body of ``meeting``; None where there are none."""
    body, terms = library.body_of(meeting), library.terms_of_reference.get(name)
    if body is None or terms is None:
        return None, ()
    desk = lay_desk(library, meeting, body, root, stage)
    document = compose_terms(desk, terms)
    desk.findings.add(*check_document(document))
    return document, tuple(desk.findings.found)


def lay_desk(library: Library, meeting: Meeting, body: Body, root: Path, stage: Stage, alone: str = "") -> Desk:
    """Everything that composing the papers of a meeting needs; ``alone`` is the id of one of several bodies."""
    findings = Findings()
    own, found = find_templates(root)
    findings.add(*found)
    templates = TemplateRunner(own, alone or meeting.lead_body)
    language = body.language or library.settings.language
    same_body = tuple(library.meetings_of(meeting.lead_body))
    return Desk(
        library=library,
        meeting=meeting,
        body_id=alone or meeting.lead_body,
        alone=bool(alone),
        body=body,
        language=language,
        wording=Wording(body.style, language),
        names=Names(library.people, library.organisations, library.venues, body, meeting.date, meeting.chair),
        templates=templates,
        words=words_for(templates, findings),
        stage=stage,
        root=root,
        plan=plan_papers(library, meeting, body, same_body),
        references={one.id: item_references(one, body, same_body) for one in same_body},
        letters={one.id: _letters(one, body, same_body) for one in same_body},
        findings=findings,
    )


def _letters(meeting: Meeting, body: Body, meetings: Sequence[Meeting]) -> Mapping[str, str]:
    """The letter of each entry's main paper."""
    letters: dict[str, str] = {}
    for (entry, _), letter in paper_letters(meeting, body, meetings).items():
        letters.setdefault(entry, letter)
    return letters


def _parts(desk: Desk, planned: Planned) -> list[Part]:
    """The divider, the blank page and the paper."""
    document = _document(desk, planned)
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


def _document(desk: Desk, planned: Planned) -> Document:
    """The paper itself, or the sheet in its place."""
    if planned.held:
        return compose_held(desk, planned)
    if planned.kind is PaperKind.PAPER and (paper := desk.library.papers.get(planned.id)) is not None:
        return compose_paper(desk, planned, paper)
    if planned.kind is PaperKind.MINUTES and (minutes := desk.library.minutes.get(planned.id)) is not None:
        return compose_minutes(desk, planned, minutes, desk.library.meetings[planned.id])
    if planned.kind is PaperKind.ACTION_LOG and desk.body.actions is not None:
        return compose_action_log(desk, planned, desk.body.actions)
    return compose_held(desk, planned)
