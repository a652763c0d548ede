"""The Markdown dialect of bodies."""

import time

from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.build_blocks import build_blocks
from govdocs.compose.build_inlines import NoTargets
from govdocs.compose.prose import read_prose
from govdocs.places import Place
from support.outline import outline_blocks

PLACE = Place("papers/lease.md", 11, 1)


def compose(text: str, typed: bool = False) -> tuple[list[str], list[str]]:
    elements, read = read_prose(text, PLACE, typed)
    blocks, built = build_blocks(elements, PLACE, NoTargets())
    return (
        list(outline_blocks(blocks)),  # type: ignore[arg-type]
        [f"{found.place.line}:{found.place.column} {found.message}" for found in (*read, *built)],
    )


def test_the_dialect() -> None:
    text = """# Report

Two words in **bold** and *italic* on
two lines.
## Costs {#costs}
The list follows at once:
- one
- two
  goes on

  and has a second paragraph
    1. inner
    2. inner
* three

3. third
4. fourth

First line{two_spaces}
second\\
third <b>as typed</b> &amp; \\*not italic\\* a_b_c 2 * 3
"""
    lines, findings = compose(text.replace("{two_spaces}", "  "))
    assert findings == []
    assert lines == [
        "h1 Report",
        "body Two words in **bold** and _italic_ on two lines.",
        "h2 Costs #costs",
        "body The list follows at once:",
        "list bullet",
        "  - one",
        "  - two goes on",
        "    body and has a second paragraph",
        "    list numbered",
        "      - (1.) inner",
        "      - (2.) inner",
        "  - three",
        "list numbered",
        "  - (3.) third",
        "  - (4.) fourth",
        "body First line⏎second⏎third <b>as typed</b> &amp; *not italic* a_b_c 2 * 3",
    ]


def test_typed_numbers_begin_paragraphs_and_stay() -> None:
    lines, findings = compose(
        "1. One\n2. Two is\n3.5 million\n\n2.1 Deeper\na) letter\n- bullet\n\n3.14. Last", typed=True
    )
    assert findings == []
    assert lines == [
        "body 1. One",
        "body 2. Two is 3.5 million",
        "body 2.1 Deeper",
        "body a) letter",
        "list bullet",
        "  - bullet",
        "body 3.14. Last",
    ]


def test_links_know_their_line_and_column() -> None:
    elements, _ = read_prose("One\ntwo [a](item:x) and\n[b](item:x)", PLACE)
    assert [child.place for child in elements[0].children if not isinstance(child, str)] == [  # type: ignore[union-attr]
        Place("papers/lease.md", 12, 9),
        Place("papers/lease.md", 13, 5),
    ]


def test_what_would_print_otherwise_than_typed_is_a_finding() -> None:
    _, findings = compose("1. one\n3. two\n\n| a | b |\n\n####### deep\n\n##  {#x}\n")
    assert findings == [
        "12:1 the list's number 3 prints as 2; expected `2.`",
        "14:1 a row of a table outside of a table block",
        "16:1 a heading of level 7; expected 1 to 6",
        "18:1 an empty heading of level 2; expected words",
    ]


def test_hostile_prose_ends_soon_and_is_kept() -> None:
    started = time.monotonic()
    lines, findings = compose("[a](" * 20_000)
    assert time.monotonic() - started < 5
    assert len(lines[0]) > 80_000
    assert findings
    compose("\n".join("  " * depth + "- x" for depth in range(300)))


MARKS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "  ",
        "    ",
        "#",
        "# ",
        "**",
        "*",
        "_",
        "[",
        "](",
        ")",
        "![",
        "\\",
        "`",
        "|",
        "é",
        "word",
        "2.1. ",
        "{#a}",
        "<",
        "&",
        "---",
        "\x02",
        "\x03",
        "\t",
        "<http://a.b>",
    ]
)


@given(st.lists(MARKS, max_size=40).map("".join) | st.text(max_size=80), st.booleans())
def test_no_prose_makes_the_reader_stumble(text: str, typed: bool) -> None:
    compose(text, typed)
