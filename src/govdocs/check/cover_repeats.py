"""A rule about words that stand on the cover and again in the report: code G650."""

import re
from collections.abc import Iterator

from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.forms import Form
from govdocs.model.index import Library
from govdocs.model.papers import Paper, PaperPart
from govdocs.places import Place
from govdocs.read.nodes import Prose

_LEAST = 80
"""Letters of a paragraph that is worth saying once only; shorter ones may well be the same by chance."""
_UNSAID = re.compile(r"[\W_]+|\]\([^)]*\)")


def look_for_covers_repeated(records: Records) -> Iterator[Found]:
    """Checks:
        The report does not say again, word for word, what the cover says, unless the field allows it with
        `repeat_in_body: yes`.

    Looks at:
        paragraphs of answers in prose on the cover, and those of the report.

    Why:
        Members read the same paragraph twice, and a correction of one of the two leaves the other wrong.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Summary

        The budget for the coming year keeps all services as they are and takes nothing out of the reserves.

        # Report

        The budget for the coming year keeps all services as they are and takes nothing out of the reserves.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Summary

        The budget for the coming year keeps all services as they are and takes nothing out of the reserves.

        # Report

        Each service was asked what it needs; the answers are in the table.
    """
    for paper in records.library.papers.values():
        form = _form_of(records.library, paper)
        if form is None or paper.report is None:
            continue
        said = dict(_paragraphs(paper.report))
        for field in form.fields:
            part = paper.part(field.id) if field.kind == "prose" and not field.repeat_in_body else None
            for key, place in _paragraphs(part) if part is not None else ():
                if key in said:
                    message = (
                        f"this stands under `{field.label}` on the cover and again in the report; expected it once"
                    )
                    hint = "shorten the cover, or write `repeat_in_body: yes` at the field of the form"
                    related = (Related(place, "on the cover"),)
                    yield Found(said[key], message, hint, related, subject=f"field {field.id}")


def _paragraphs(part: PaperPart) -> Iterator[tuple[str, Place]]:
    """The paragraphs of a part that are long enough, as letters and figures alone."""
    for content in part.content:
        if not isinstance(content, Prose):
            continue
        line = 0
        for paragraph in content.text.split("\n\n"):
            key = _UNSAID.sub("", paragraph).lower()
            if len(key) >= _LEAST:
                yield key, content.place.down(line) if line else content.place
            line += paragraph.count("\n") + 2


def _form_of(library: Library, paper: Paper) -> Form | None:
    meeting = library.meetings.get(paper.meeting)
    body = library.body_of(meeting) if meeting is not None else None
    if body is None or not paper.header.cover:
        return None
    return next((form for form in body.forms if paper.header.form_id in {None, form.id}), None)


RULES: tuple[RecordRule, ...] = (record_rule("G650", "cover-repeated", NOTED, look_for_covers_repeated),)
