"""Whatever stands behind a letter of the pack: a paper, minutes, an action log, or the sheet in its place."""

from dataclasses import replace

from govdocs.compose.blocks import Document
from govdocs.compose.desk import Desk
from govdocs.compose.documents.action_log import compose_action_log
from govdocs.compose.documents.loose_sheets import compose_held
from govdocs.compose.documents.minutes import compose_minutes
from govdocs.compose.documents.paper import compose_paper
from govdocs.compose.laying import lay_desk
from govdocs.compose.plan import PaperKind, Planned


def compose_planned(desk: Desk, planned: Planned) -> Document:
    """The paper itself, or the sheet in its place."""
    if planned.held:
        return compose_held(desk, planned)
    if planned.kind is PaperKind.PAPER and (paper := desk.library.papers.get(planned.id)) is not None:
        return compose_paper(desk, planned, paper)
    if planned.kind is PaperKind.MINUTES and (minutes := desk.library.minutes.get(planned.id)) is not None:
        return compose_minutes(_desk_of(desk, planned.body), planned, minutes, desk.library.meetings[planned.id])
    if planned.kind is PaperKind.ACTION_LOG and desk.body.actions is not None:
        return compose_action_log(desk, planned, desk.body.actions)
    return compose_held(desk, planned)


def _desk_of(desk: Desk, body: str) -> Desk:
    """The desk for the minutes of one of several bodies that met in common; the same desk for joint minutes."""
    record = desk.library.bodies.get(body)
    if record is None:
        return desk
    own = lay_desk(desk.library, desk.meeting, record, desk.root, desk.stage, body, desk.rendition)
    return replace(own, plan=desk.plan, numbers=desk.numbers, findings=desk.findings)
