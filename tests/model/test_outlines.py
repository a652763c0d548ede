"""Sections that follow an outline: their parts, their items, and the headings that they print."""

from govdocs.model.bodies_of_text import IN_PAPERS, type_blocks
from govdocs.model.outlines import Outline, OutlinedSection, outlined_sections, print_outlined
from govdocs.model.record import Block
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import Prose

OUTLINE = Outline.model_validate(
    {
        "id": "stream",
        "parts": [
            {"id": "aims", "heading": "What we want"},
            {"id": "steps", "heading": "Steps:", "due": "yes", "items": "2"},
        ],
    }
)
TEXT = """---
title: Plan
---
## Ferries

```section
outline: stream
```

### aims

Words.

#### A deeper heading

- not a step

### Steps: {#ferry-steps}

- first, which goes on
  in the next line
- second
  - inner

## After

### aims

- Not in the section
"""


def content() -> tuple[Prose | Block, ...]:
    file, _ = read_markdown(TEXT, "plan.md")
    assert file is not None
    typed, findings = type_blocks(file.body, IN_PAPERS, "a paper")
    assert findings == ()
    return typed


def section() -> OutlinedSection:
    (found,) = outlined_sections(content(), [OUTLINE])
    return found


def test_parts_are_known_by_their_id_or_their_heading() -> None:
    assert section().words == "Ferries"
    assert section().place.line == 4
    assert [(part.words, part.part.id if part.part else None) for part in section().parts] == [
        ("aims", "aims"),
        ("Steps:", "steps"),
    ]


def test_items_are_those_of_the_outer_lists_with_all_their_lines() -> None:
    (_, steps) = section().parts
    assert [(item.text, item.place.line) for item in steps.items] == [
        ("- first, which goes on in the next line", 20),
        ("- second - inner", 22),
    ]


def test_headings_print_as_the_outline_says_and_lines_stay_where_they_are() -> None:
    printed = [part for part in print_outlined(content(), [OUTLINE]) if isinstance(part, Prose)]
    headings = [line for part in printed for line in part.text.split("\n") if line.startswith("#")]
    assert headings == [
        "## Ferries",
        "### What we want",
        "#### A deeper heading",
        "### Steps: {#ferry-steps}",
        "## After",
        "### aims",
    ]
    assert [part.place for part in printed] == [part.place for part in content() if isinstance(part, Prose)]
