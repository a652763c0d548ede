"""A line is added to an agenda as a careful secretary would add it, or not at all."""

import re

import pytest

from govdocs.read.yaml_text import read_yaml
from govdocs.workflow.agenda_text import insert_entry

PATH = "meetings/board/2026-05-14/meeting.yaml"
ENTRY = "{paper: parks, action: note}"

#: What is to come out; without the line that holds the entry it is what goes in.
GROWN = {
    "one line an entry": """\
agenda:
  - standing: welcome
  - {paper: parks, action: note}
venue: main
""",
    "an entry of several lines, with a blank line and a remark after it": """\
agenda:
  - {standing: welcome}
  - item: roads
    title: Roads
  - {paper: parks, action: note}

# the next one
next: {date: 2026-06-18}
""",
    "no indentation, and a wide dash": """\
venue: main
agenda:
-   standing: welcome
-   standing: apologies
-   {paper: parks, action: note}
""",
    "words over several lines, with what looks like a remark and an entry": """\
agenda:
  - item: roads
    title: Roads
    words: |
      first

      # second
      - third
  - {paper: parks, action: note}
venue: main
""",
    "a remark in the middle of an entry": """\
agenda:
  - item: roads
# since May
    title: Roads
  - {paper: parks, action: note}
venue: main
""",
    "entries under an entry": """\
agenda:
  - item: roads
    title: Roads
    items:
      - {item: a, title: A}
  - {paper: parks, action: note}
""",
    "braces over several lines": """\
agenda:
  - {item: roads,
     title: Roads}  # since May
  - {paper: parks, action: note}
venue: main
""",
}
IMPOSSIBLE = {
    "an agenda on one line": "agenda: [{standing: welcome}]\n",
    "an empty agenda": "agenda: []\n",
    "no list": "agenda: welcome\n",
    "not readable": "agenda:\n  - {standing: welcome\n",
    "a key twice": "venue: main\nvenue: other\nagenda:\n  - standing: welcome\n",
    "braces that end below the dash": "agenda:\n  - {item: roads,\n title: Roads}\nvenue: main\n",
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["as everywhere", "as on Windows"])
@pytest.mark.parametrize("grown", GROWN.values(), ids=GROWN)
def test_one_line_is_added_and_nothing_else_changes(grown: str, line_end: str) -> None:
    before = re.sub(rf"(?m)^.*{re.escape(ENTRY)}\n", "", grown)
    assert before != grown
    assert insert_entry(before.replace("\n", line_end), ENTRY, PATH) == grown.replace("\n", line_end)
    _, found = read_yaml(grown, PATH)
    assert found == ()


def test_a_file_without_a_line_end_at_its_end() -> None:
    grown = insert_entry("agenda:\n  - standing: welcome", ENTRY, PATH)
    assert grown == f"agenda:\n  - standing: welcome\n  - {ENTRY}\n"


def test_a_meeting_without_an_agenda_gets_one() -> None:
    assert insert_entry("venue: main\n", ENTRY, PATH) == f"venue: main\nagenda:\n  - {ENTRY}\n"


@pytest.mark.parametrize("text", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_where_it_cannot_be_done_nothing_is_done(text: str) -> None:
    assert insert_entry(text, ENTRY, PATH) is None
