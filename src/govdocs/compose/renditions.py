"""Renditions: the papers of a meeting in further languages, beside those in the body's own."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from govdocs.compose.blocks import Document, Link, Section
from govdocs.compose.desk import Desk
from govdocs.compose.documents.agenda import compose_agenda
from govdocs.compose.documents.planned import compose_planned
from govdocs.compose.laying import lay_desk
from govdocs.compose.minutes_sets import compose_minutes_set
from govdocs.compose.own_anchors import check_document
from govdocs.compose.plan import PaperKind, Planned
from govdocs.diagnostics import Diagnostic, Stage
from govdocs.model.languages import in_language, is_agenda_translated
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


def compose_renditions(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """What there is of the meeting's papers in other languages than the body's; names end in the language.

    A paper and minutes are there where somebody wrote a rendition, the agenda where all its titles are translated.
    """
    documents: list[Document] = []
    found: dict[Diagnostic, None] = {}
    for language in _languages(library, meeting):
        spoken = library.keep(("in", language), partial(in_language, library, language))
        there = spoken.meetings[meeting.id]
        body = spoken.body_of(there)
        if body is None:
            continue
        desk = lay_desk(spoken, there, body, root, stage, rendition=language)
        made = list(_of_pack(desk, library, language))
        for document in made:
            desk.findings.add(*check_document(document))
        minutes = library.minutes.get(meeting.id)
        if minutes is not None and language in minutes.renditions:
            own, said = compose_minutes_set(spoken, there, root, stage, language)
            made += own
            desk.findings.add(*said)
        found.update(desk.findings.found)
        names = {document.name: f"{document.name}-{language.lower()}" for document in made}
        documents += [replace(_relinked(one, names), name=names[one.name]) for one in made]
    return tuple(documents), tuple(found)


def _of_pack(desk: Desk, library: Library, language: str) -> Iterator[Document]:
    """The agenda and the papers of the pack that are there in ``language``."""
    if is_agenda_translated(library, desk.meeting, language):
        yield compose_agenda(desk)
    for planned in desk.plan:
        if not planned.held and _is_rendered(library, planned, language):
            yield compose_planned(desk, planned)


def _is_rendered(library: Library, planned: Planned, language: str) -> bool:
    if planned.kind is PaperKind.PAPER:
        return language in library.papers[planned.id].renditions
    return planned.kind is PaperKind.MINUTES and language in library.minutes[planned.id].renditions


def _languages(library: Library, meeting: Meeting) -> tuple[str, ...]:
    """The other languages of the body, and those in which somebody wrote something of this meeting."""
    body = library.body_of(meeting)
    if body is None:
        return ()
    usual = body.language or library.settings.language
    known = dict.fromkeys(body.languages)
    records: list[Any] = [library.minutes.get(meeting.id)]
    for entry in meeting.entries():
        records += [library.paper(meeting, name) for name in entry.all_papers]
        records += [library.minutes.get(name) for name in entry.of]
    for record in records:
        known.update(dict.fromkeys(record.renditions if record is not None else ()))
    return tuple(language for language in known if language != usual)


def _relinked(document: Document, names: Mapping[str, str]) -> Document:
    """``document`` with its links to documents that are there in the same language leading to those."""
    sections = tuple(_remade(section, names) for section in document.sections)
    return replace(document, sections=cast("tuple[Section, ...]", sections))


def _remade(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        items = tuple(_remade(item, names) for item in value)
        return items if any(after is not before for after, before in zip(items, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, Link) and value.document in names:
        value = replace(value, document=names[value.document])
    before = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    after = {name: _remade(inner, names) for name, inner in before.items()}
    changed = {name: inner for name, inner in after.items() if inner is not before[name]}
    return replace(value, **changed) if changed else value
