"""Laying the desk: everything that composing the papers of one meeting needs."""

from pathlib import Path

from govdocs.compose.agenda_numbers import BodyNumbers
from govdocs.compose.desk import Desk, Findings, words_for
from govdocs.compose.language import calendar_in
from govdocs.compose.names import Names
from govdocs.compose.plan import plan_papers
from govdocs.compose.record_numbers import RecordNumbers
from govdocs.compose.templates import find_templates, template_runner
from govdocs.compose.wording import Wording
from govdocs.diagnostics import Stage
from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting


def lay_desk(
    library: Library, meeting: Meeting, body: Body, root: Path, stage: Stage, alone: str = "", rendition: str = ""
) -> Desk:
    """Everything that composing the papers of a meeting needs; ``alone`` is the id of one of several bodies.

    For ``rendition`` in another language the records are already in that language.
    """
    findings = Findings()
    own, found = library.keep(("templates", str(root)), lambda: find_templates(root))
    findings.add(*found)
    templates = template_runner(own, alone or meeting.lead_body)
    language = rendition or body.language or library.settings.language
    words = words_for(templates, findings, language, rendition=bool(rendition))
    lead, name = meeting.lead_body, alone or meeting.lead_body
    numbers = library.keep(("numbers", lead, name), lambda: BodyNumbers(body, library.meetings_of(lead)))
    return Desk(
        library=library,
        meeting=meeting,
        body_id=name,
        alone=bool(alone),
        rendition=rendition,
        body=body,
        language=language,
        wording=Wording(body.style, language, calendar_in(words, language)),
        names=Names(library.people, library.organisations, library.venues, body, meeting.date, meeting.chair),
        templates=templates,
        words=words,
        stage=stage,
        root=root,
        plan=plan_papers(library, meeting, body, numbers),
        numbers=numbers,
        record_numbers=library.keep(("record numbers", name), lambda: RecordNumbers(library, name)),
        findings=findings,
    )
