"""What a screen reader needs of a Word file, which validators do not look for."""

from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from govdocs.compose.blocks import Document
from govdocs.write.docx.looks import BOLD, ITALIC
from govdocs.write.docx.styles import styles_xml
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from govdocs.write.theme import built_in_theme
from support.docx_reading import WP, W, read_body, read_paragraphs, read_parts
from support.docx_samples import SAMPLES
from support.sample_documents import SAMPLES as MORE_SAMPLES

EVERY: list[Callable[[], Document]] = [*SAMPLES, *MORE_SAMPLES.values()]

# Labels and values head their rows in the first column; boxes are frames around paragraphs; people are name and post.
WITHOUT_HEAD = {"BoardDetails", "BoardRuledBox", "BoardQuietBox", "BoardPeople", "BoardKey"}


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: f"{sample.__module__}.{sample.__name__}")
def test_every_kind_of_document_can_be_read_aloud(sample: Callable[[], Document]) -> None:
    assert list(barriers(docx(sample(), WriteOptions())[0])) == []


def barriers(data: bytes) -> Iterator[str]:
    """Everything in the file that would keep a reader out."""
    parts = read_parts(data)
    core = {etree.QName(each).localname: each.text for each in etree.fromstring(parts["docProps/core.xml"])}
    if not core.get("title"):
        yield "no title"
    language = etree.fromstring(parts["word/styles.xml"]).find(f"{W}docDefaults//{W}lang")
    if language is None or not language.get(f"{W}val"):
        yield "no language"
    previous = 0
    for each in read_paragraphs(data):
        if each.style.startswith("Heading"):
            level = int(each.style.removeprefix("Heading"))
            if level > previous + 1:
                yield f"`{each.text}` is a heading of level {level} after one of level {previous}"
            previous = level
    yield from _table_barriers(read_body(data))
    for picture in read_body(data).iter(f"{WP}docPr"):
        if not picture.get("descr"):
            yield f"{picture.get('name')} has no alternative text"


def _table_barriers(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        assert properties is not None
        style, caption, look = (properties.find(f"{W}{name}") for name in ("tblStyle", "tblCaption", "tblLook"))
        assert style is not None
        assert look is not None
        if caption is None:
            yield "a table without a name"
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        if style.get(f"{W}val") not in WITHOUT_HEAD and not heads[0]:
            yield "a table without header rows"
        if heads != sorted(heads, reverse=True):
            yield "header rows that are not the first"
        if look.get(f"{W}firstRow") != str(int(heads[0])):
            yield "a table whose look and header rows disagree"


def test_the_lists_of_bold_and_italic_styles_are_true() -> None:
    styles = etree.fromstring(styles_xml(built_in_theme(), "en-GB").encode())
    found: dict[str, set[str]] = {"b": set(), "i": set()}
    by_id = {style.get(f"{W}styleId") or "": style for style in styles.findall(f"{W}style")}
    for ident, style in by_id.items():
        if style.get(f"{W}type") == "paragraph":
            for name, members in found.items():
                if any(each.find(f"{W}rPr/{W}{name}") is not None for each in _bases(style, by_id)):
                    members.add(ident)

    assert frozenset(found["b"]) == BOLD
    assert frozenset(found["i"]) == ITALIC


def _bases(style: etree._Element, by_id: dict[str, etree._Element]) -> Iterator[etree._Element]:
    found: etree._Element | None = style
    while found is not None:
        yield found
        base = found.find(f"{W}basedOn")
        found = None if base is None else by_id.get(base.get(f"{W}val") or "")
