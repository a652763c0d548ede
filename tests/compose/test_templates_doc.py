"""docs/templates.md says what is so: its tables are made from the code."""

import dataclasses
import os
from collections.abc import Iterator

from govdocs.compose import titles
from govdocs.compose.documents import (
    action_log,
    agenda,
    cover,
    minute_blocks,
    minutes,
    paper,
    recommendations,
    rolls,
    sheet,
)
from govdocs.compose.subset import TAGS
from govdocs.compose.templates import BUILT_IN
from support.records import ROOT

DOC = ROOT / "docs" / "templates.md"

VIEWS: dict[str, type] = {
    "agenda": agenda.AgendaView,
    "agenda.head": agenda.Pair,
    "agenda.columns": agenda.AgendaColumnView,
    "agenda.rows": agenda.AgendaRow,
    "row.others": titles.OtherWords,
    "row.papers": agenda.AgendaPaper,
    "back": sheet.Back,
    "meeting": sheet.MeetingView,
    "cover": cover.CoverView,
    "cover.runs": cover.Run,
    "field": cover.FieldView,
    "field.rows": cover.GridRowView,
    "field.checks": cover.CheckView,
    "field.recommendations": recommendations.RecommendationView,
    "field.contacts": cover.ContactView,
    "parts": paper.PartView,
    "minutes": minutes.MinutesView,
    "minutes.bands": rolls.BandView,
    "band.lines": rolls.PersonView,
    "minutes.entries": minutes.EntryView,
    "decision": minute_blocks.DecisionView,
    "ballot": minute_blocks.BallotView,
    "log": action_log.LogView,
    "log.rows": action_log.ActionRow,
    "log.columns": action_log.LogColumn,
}


def tags() -> Iterator[str]:
    yield "| tag | what it is | attributes | words of `class` | stands in |\n|---|---|---|---|---|\n"
    for name, tag in TAGS.items():
        cells = (
            f"`{name}`",
            tag.meaning,
            ", ".join(f"`{attribute}`" for attribute in sorted(tag.attributes)),
            ", ".join(f"`{word}`" for word in sorted(tag.classes)),
            ", ".join(tag.stands),
        )
        yield f"| {' | '.join(cells)} |\n"


def views() -> Iterator[str]:
    yield "| name | holds |\n|---|---|\n"
    for name, view in VIEWS.items():
        fields = ", ".join(f"`{field.name}`" for field in dataclasses.fields(view))
        yield f"| `{name}` | {fields} |\n"


def templates() -> Iterator[str]:
    for file in sorted(BUILT_IN.rglob("*.html")):
        yield f"- `{file.name}`\n"


def test_the_tables_of_the_page_are_those_of_the_code() -> None:
    text = DOC.read_text(encoding="utf-8")
    expected = text
    for name, lines in (("tags", tags()), ("views", views()), ("templates", templates())):
        made = f"<!-- {name} -->\n{''.join(lines)}<!-- end -->"
        before, _, rest = expected.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        assert end
        expected = before + made + after
    if os.environ.get("UPDATE_GOLDEN"):
        DOC.write_text(expected, encoding="utf-8")
    assert DOC.read_text(encoding="utf-8") == expected
