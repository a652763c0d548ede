"""The minutes of a meeting by themselves, before another meeting receives them."""

from pathlib import Path

from govdocs.compose.blocks import Document
from govdocs.compose.documents.minutes import compose_minutes
from govdocs.compose.laying import lay_desk
from govdocs.compose.own_anchors import check_document
from govdocs.diagnostics import Diagnostic, Stage
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


def compose_minutes_set(
    library: Library, meeting: Meeting, root: Path, stage: Stage = Stage.CIRCULATE, rendition: str = ""
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The minutes of ``meeting``; where bodies met in common, a set for each in its own words; none without minutes.

    For a ``rendition`` in another language the records are already in that language.
    """
    minutes = library.minutes.get(meeting.id)
    several = len(meeting.all_bodies) > 1
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for name in meeting.all_bodies:
        body = library.bodies.get(name)
        if body is None or minutes is None:
            continue
        desk = lay_desk(library, meeting, body, root, stage, name if several else "", rendition)
        documents.append(compose_minutes(desk, None, minutes, meeting))
        desk.findings.add(*check_document(documents[-1]))
        found.extend(desk.findings.found)
    return tuple(documents), tuple(dict.fromkeys(found))
