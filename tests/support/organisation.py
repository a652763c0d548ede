"""A small, sound organisation as files in memory, and the way to change a few of its lines."""

import re
from collections.abc import Mapping
from pathlib import Path

from govdocs.workflow.scaffold import fill_scaffold

MEETING = "meetings/board/2026-05-14/meeting.yaml"


def sound_files() -> dict[str, str]:
    """A body with one meeting and nothing to complain of."""
    body = fill_scaffold(
        "body.yaml",
        {
            "name": "Board",
            "short": "Board",
            "organisation_id": "anytown",
            "chair": "robin-sample",
            "year": "2020",
            "session_title": "Board meeting",
            "minutes_title": '"Minutes of the Board of {date}"',
            "lead_in": '"The Board is asked to:"',
        },
    )
    return {
        "govdocs.yaml": "name: Papers of Anytown\nas_of: 2026-05-10\n",
        "records/organisations.yaml": "organisations:\n  anytown: {name: Anytown Town Council}\n",
        "records/people.yaml": (
            "people:\n"
            "  alex-example: {name: Alex Example, posts: [{post: Clerk, organisation: anytown}]}\n"
            "  robin-sample: {name: Robin Sample, posts: [{post: Councillor, organisation: anytown}]}\n"
            "  sam-member: {name: Sam Member, posts: [{post: Councillor, organisation: anytown}]}\n"
            "  jo-member: {name: Jo Member, posts: [{post: Councillor, organisation: anytown}]}\n"
        ),
        "records/venues.yaml": "venues:\n  main: {name: Council Chamber}\n",
        "records/bodies/board.yaml": body,
        MEETING: (
            "body: board\ndate: 2026-05-14\nstart: 10:00\nend: 12:00\nsession: public\nchair: robin-sample\n"
            "venue: main\nagenda: [{standing: welcome, time: 10:00}, {standing: apologies, time: 10:00}, "
            "{standing: declarations, time: 10:05}]\n"
        ),
    }


def overlay(files: Mapping[str, str], snippet: str) -> dict[str, str]:
    """``files`` with those of ``snippet`` on top.

    The snippet is cut at lines ``# path``. Of a YAML file that is there, only the top-level keys that the snippet has
    are replaced; a Markdown or CSV file is the snippet's as a whole.
    """
    result = dict(files)
    for path, text in _cut(snippet):
        if path in result and path.endswith(".yaml"):
            chunks = _top_level(result[path]) | _top_level(text)
            result[path] = "".join(chunks.values())
        else:
            result[path] = text
    return result


def put_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write the files below ``root``."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def _cut(snippet: str) -> list[tuple[str, str]]:
    pieces = re.split(r"(?m)^# (\S+\.(?:yaml|md|csv|pdf))\n", snippet)
    assert not pieces[0].strip(), f"a snippet begins with a line `# path`, not with {pieces[0]!r}"
    return list(zip(pieces[1::2], (piece.rstrip() + "\n" for piece in pieces[2::2]), strict=True))


def _top_level(text: str) -> dict[str, str]:
    """The chunks of a YAML text by their top-level key."""
    pieces = re.split(r"(?m)^(?=[\w-]+:)", text)
    return {piece.partition(":")[0]: piece for piece in pieces if piece.strip()}
