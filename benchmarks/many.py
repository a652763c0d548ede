"""Many meetings of one body as records, for measuring how checking grows."""

from datetime import date, timedelta
from pathlib import Path

from benchmarks.words import Writer
from govdocs.workflow.scaffold import fill_scaffold

_BODY = {
    "name": "Board",
    "short": "Board",
    "organisation_id": "anytown",
    "chair": "robin-sample",
    "year": "1900",
    "session_title": "Board meeting",
    "minutes_title": '"Minutes of the Board of {date}"',
    "lead_in": '"The Board is asked to:"',
}
_MEETING = """body: board
date: {day}
start: 10:00
end: 12:00
session: public
chair: robin-sample
venue: main
agenda:
  - {{standing: welcome, time: 10:00}}
  - {{standing: apologies, time: 10:00}}
  - {{standing: declarations, time: 10:05}}
  - {{paper: first, action: approve, time: 10:10}}
  - {{paper: second, action: note, time: 10:40}}
"""
_PAPER = """---
title: {title}
authors: [robin-sample]
presenters: [robin-sample]
recommendations: [{{verb: {verb}, text: the report}}]
---
# Summary

{summary}

# Report

{report}
"""


def write_meetings(root: Path, count: int) -> int:
    """A repository at ``root`` with ``count`` weekly meetings of two papers each; the number of its files."""
    files = {
        "govdocs.yaml": "name: Papers of Anytown\nas_of: 2026-05-10\n",
        "records/organisations.yaml": "organisations:\n  anytown: {name: Anytown Town Council}\n",
        "records/people.yaml": "people:\n  robin-sample: {name: Robin Sample, posts: [{post: Councillor, "
        "organisation: anytown}]}\n",
        "records/venues.yaml": "venues:\n  main: {name: Council Chamber}\n",
        "records/bodies/board.yaml": fill_scaffold("body.yaml", _BODY),
    }
    for number in range(count):
        day = date(2026, 5, 14) - timedelta(weeks=number)
        writer = Writer(f"meeting-{number}")
        folder = f"meetings/board/{day.isoformat()}"
        files[f"{folder}/meeting.yaml"] = _MEETING.format(day=day.isoformat())
        for name, verb in (("first", "approve"), ("second", "note")):
            files[f"{folder}/papers/{name}.md"] = _PAPER.format(
                title=writer.phrase().capitalize(), verb=verb, summary=writer.text(90), report=writer.text(400)
            )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return len(files)
