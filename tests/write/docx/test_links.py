"""Links lead somewhere: to addresses, to the other documents of a meeting, to places in this one."""

from govdocs.compose.blocks import Heading, Link, Paragraph, Text
from govdocs.write.docx.manuscript import LONGEST_BOOKMARK, bookmark_name
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import dump_docx
from support.docx_samples import HERE, document, heading, text


def linked(**target: str) -> Paragraph:
    return Paragraph((Text("see "), Link(text("there"), **target)), HERE)


def test_every_kind_of_link() -> None:
    blocks = (
        heading(2, "Funding", anchor="funding"),
        linked(address="mailto:board@example.org"),
        linked(document="paper-d"),
        linked(document="paper-d", anchor="table-1"),
        linked(anchor="funding"),
        linked(),
    )
    data, found = docx(document("links", "Links", *blocks), WriteOptions())

    assert found == ()
    assert [line.split("(")[1] for line in dump_docx(data).splitlines() if "see " in line] == [
        "mailto:board@example.org)",
        "paper-d.docx)",
        "paper-d.docx#table_1)",
        "#funding)",
        "#_top)",
    ]


def test_a_link_to_nothing_and_a_name_given_twice_are_reported() -> None:
    twice = (Heading(2, text("One"), HERE, anchor="same"), Heading(2, text("Two"), HERE, anchor="same"))
    _, found = docx(document("links", "Links", *twice, linked(anchor="nowhere")), WriteOptions())

    assert [(each.problem.name, each.message) for each in found] == [
        ("double-anchor", "two things are named `same`, the first at samples.md:1:1; expected one"),
        ("dead-link", "a link leads to `nowhere`; expected the name of something in this document"),
    ]


def test_names_of_bookmarks_are_those_that_word_keeps() -> None:
    long = "a-heading-with-far-more-words-than-word-would-keep-in-a-name"

    assert bookmark_name("table-1") == "table_1"
    assert len(bookmark_name(long)) == LONGEST_BOOKMARK
    assert bookmark_name(long) != bookmark_name(f"{long}-2")
    assert bookmark_name("3.12 \N{LATIN SMALL LETTER E WITH ACUTE}") == "a_3_12_" + bookmark_name("3.12 é")[-8:]
    assert bookmark_name("Table-1") != bookmark_name("table-1")
