"""Laying the desk: everything that composing the papers of one meeting needs."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from govdocs.compose.agenda_numbers import item_references, paper_letters
from govdocs.compose.desk import Desk, Findings, words_for
from govdocs.compose.language import calendar_in
from govdocs.compose.names import Names
from govdocs.compose.plan import plan_papers
from govdocs.compose.templates import TemplateRunner, find_templates
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
    own, found = find_templates(root)
    findings.add(*found)
    templates = TemplateRunner(own, alone or meeting.lead_body)
    language = rendition or body.language or library.settings.language
    words = words_for(templates, findings, language, rendition=bool(rendition))
    same_body = tuple(library.meetings_of(meeting.lead_body))
    return Desk(
        library=library,
        meeting=meeting,
        body_id=alone or meeting.lead_body,
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
