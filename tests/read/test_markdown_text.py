"""Markdown: header, prose and record blocks, each where it was typed."""

import pytest

from govdocs.places import Place
from govdocs.read.kinds import RECORD_KINDS
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import Entry, Mapping, Prose, RecordBlock, Scalar
from support.findings import short

HEADER = "---\nstatus: draft\n---\n"
MINUTES = """\
---
status: draft
chair: chris-trzcinski
---

## Presentation {#tasl}

The members heard the report.

```movement
left: [richard-palin]
```
```action
id: escalation-route
due: 2018-07-12
---
Bring the route for schemes that are "off track":

- to the team
```

Meeting closed.

"""


def test_header_prose_and_blocks_with_their_places() -> None:
    file, found = read_markdown(MINUTES, "minutes.md")
    assert found == ()
    assert file is not None
    prose, movement, action, close = file.body

    assert file.header.get("chair") == Scalar("chris-trzcinski", Place("minutes.md", 3, 8))
    assert prose == Prose("## Presentation {#tasl}\n\nThe members heard the report.", Place("minutes.md", 6))
    assert isinstance(movement, RecordBlock)
    assert (movement.kind, movement.words, movement.place.line) == ("movement", None, 10)
    assert action == RecordBlock(
        "action",
        Mapping(
            (
                Entry(Scalar("id", Place("minutes.md", 14)), Scalar("escalation-route", Place("minutes.md", 14, 5))),
                Entry(Scalar("due", Place("minutes.md", 15)), Scalar("2018-07-12", Place("minutes.md", 15, 6))),
            ),
            Place("minutes.md", 14),
        ),
        Prose('Bring the route for schemes that are "off track":\n\n- to the team', Place("minutes.md", 17)),
        Place("minutes.md", 13),
    )
    assert close == Prose("Meeting closed.", Place("minutes.md", 22))


def test_table_rows_stay_words() -> None:
    file, _ = read_markdown(HEADER + "```table\ncolumns: [{id: a}]\n---\n| a |\n|---|\n```\n", "p.md")
    assert file is not None
    block = file.body[0]

    assert isinstance(block, RecordBlock)
    assert block.words == Prose("| a |\n|---|", Place("p.md", 7))


def test_a_block_may_have_words_only_or_nothing() -> None:
    file, found = read_markdown(HEADER + "```restricted\n---\nWords.\n```\n```recommendations\n```\n", "p.md")

    assert found == ()
    assert file is not None
    assert [block.words.text if isinstance(block, RecordBlock) and block.words else None for block in file.body] == [
        "Words.",
        None,
    ]


def test_plain_fences_are_prose_and_hide_what_is_inside() -> None:
    text = HEADER + "````\n```decision\nnot: one\n```\n````\n~~~\n```\n~~~\nUse ```code``` here.\n"
    file, found = read_markdown(text, "p.md")

    assert found == ()
    assert file is not None
    assert len(file.body) == 1


def test_a_longer_fence_holds_words_with_fences() -> None:
    file, found = read_markdown(HEADER + "````action\nid: a\n---\n```\ncode\n```\n````\n", "p.md")

    assert found == ()
    assert file is not None
    assert len(file.body) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```desicion\na: b\n```\n", ["4:1 block-unknown"]),
        ("```Decision\na: b\n```\n", ["4:1 block-unknown"]),
        ("```python\na: b\n```\n", ["4:1 block-unknown"]),
        ("words\n\n  ```decision\n  a: b\n  ```\n", ["6:3 block-indented"]),
        ("> ```decision\n> a: b\n> ```\n", ["4:3 block-indented"]),
        ("```decision\na: b\n", ["4:1 block-unclosed"]),
        ("```decision\na: b\n\nMore words, and more.\n\nAnd more.\n", ["4:1 block-unclosed"]),
        ("```decision\na: b\n\n```action\nid: c\n```\n", ["4:1 block-unclosed"]),
        ("```\nplain\n", ["4:1 block-unclosed"]),
        ("```action escalation-route\nowners: [x]\n```\n", ["4:1 block-head"]),
        ("```action\nowners: a: b\n```\n\n```action\ndue:\n```\n", ["5:10 yaml-syntax", "9:1 empty-value"]),
        ("```action\n- a\n```\n", ["5:1 top-level-not-mapping"]),
        ("```movement\n\tleft: x\n```\n", ["5:1 yaml-tab"]),
    ],
)
def test_what_is_wrong_with_a_block_is_found_at_its_line(body: str, expected: list[str]) -> None:
    assert short(read_markdown(HEADER + body, "p.md")[1]) == expected


def test_the_nearest_known_kind_is_named() -> None:
    _, found = read_markdown(HEADER + "```desicion\na: b\n```\n", "p.md")

    assert found[0].hint == "write `decision`"
    assert all(kind in found[0].message for kind in RECORD_KINDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Summary\n\nWords.\n", ["1:1 header-missing"]),
        (" ---\na: b\n---\n", ["1:1 header-missing"]),
        ("---\ntitle: A\n\n# Summary\n", ["1:1 header-unclosed"]),
        ("---\ntitle: A\n\n## One\n\nWords.\n\n```table\nid: a\n---\n| 1 |\n```\n", ["1:1 header-unclosed"]),
        ("---\ntitle: A: b\n---\n```desicion\n```\n", ["2:9 yaml-syntax", "4:1 block-unknown"]),
        ("---\n---\nwords\n", []),
    ],
)
def test_headers(text: str, expected: list[str]) -> None:
    assert short(read_markdown(text, "p.md")[1]) == expected


def test_an_action_whose_facts_are_lost_costs_the_file_not_the_action_alone() -> None:
    file, _ = read_markdown(HEADER + "Words.\n\n```action\nowners: a: b\n```\n", "p.md")

    assert file is None
