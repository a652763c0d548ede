"""Whatever composing may hand over, a Word file that opens comes out of it."""

import io
import re
import tempfile
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import (
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Detail,
    Details,
    Divider,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    ListKind,
    MinuteEntries,
    MinuteEntry,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    Row,
    RowKind,
    Rule,
    Scope,
    Section,
    Strong,
    Symbol,
    Table,
    TableKind,
    Text,
    Tone,
    plain,
    walk,
)
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import read_paragraphs
from support.docx_samples import HERE, decimal, document

words = st.text(st.sampled_from("ab<&\"' \t\n\u00a0\u0017\ufffe\u4e00\U0001f600-"), max_size=6)
anchors = st.sampled_from(["", "", "", "one", "Two words"])
inlines: st.SearchStrategy[Inline] = st.one_of(
    words.map(Text),
    st.just(LineBreak()),
    st.just(Symbol("\N{BALLOT BOX}", "open")),
    words.map(lambda text: Strong((Text(text), Link((Text(text),), address="https://example.org/?a=1&b=2")))),
    anchors.map(lambda name: Link((Text("there"),), anchor=name)),
)
contents = st.lists(inlines, max_size=3).map(tuple)
numbers = st.one_of(st.none(), st.lists(st.integers(0, 3), min_size=1, max_size=3).map(lambda values: decimal(*values)))
paragraphs = st.builds(Paragraph, contents, st.just(HERE), numbers, st.sampled_from(ParagraphKind), anchors)
headings = st.builds(Heading, st.integers(1, 7), contents, st.just(HERE), numbers, anchors)
simple: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    headings,
    st.just(PageBreak(HERE)),
    st.just(Rule(HERE)),
    st.just(Divider("C", "Title & more", HERE)),
    st.just(Picture(b"none", "image/png", "a picture", HERE)),
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    spans = st.integers(1, 3)
    cells = st.builds(
        Cell, blocks, st.just(HERE), spans, spans, st.sampled_from(Scope), st.sampled_from([*Tone, *[Tone.NONE] * 5])
    )
    rows = st.builds(
        Row, st.lists(cells, max_size=3).map(tuple), st.just(HERE), st.sampled_from(RowKind), st.booleans(), anchors
    )
    columns = st.lists(st.builds(Column, st.sampled_from([0.0, 1.0, 9.0])), max_size=4).map(tuple)
    items = st.lists(st.builds(ListItem, blocks, st.just(HERE), numbers, anchors), max_size=3).map(tuple)
    detail = st.builds(Detail, contents, blocks, st.just(HERE))
    entries = st.builds(MinuteEntry, contents, headings, blocks, contents, st.just(HERE))
    pairs = st.lists(st.lists(detail, min_size=1, max_size=2).map(tuple), max_size=3).map(tuple)
    labels = st.lists(words, max_size=4).map(tuple)
    some_rows = st.lists(rows, max_size=3).map(tuple)
    kinds, captions = st.sampled_from(TableKind), st.booleans()
    return st.one_of(
        st.builds(ItemList, st.sampled_from(ListKind), items, st.just(HERE)),
        st.builds(
            Table, columns, some_rows, some_rows, st.just(HERE), kinds, contents, captions, numbers, words, anchors
        ),
        st.builds(Details, pairs, st.just(HERE), st.just(2), words),
        st.builds(Box, st.sampled_from(BoxKind), blocks, st.just(HERE)),
        st.builds(MinuteEntries, labels, st.lists(entries, max_size=2).map(tuple), st.just(HERE)),
    )


sections = st.builds(
    Section,
    st.lists(st.recursive(simple, containers, max_leaves=12), max_size=4).map(tuple),
    st.sampled_from(Orientation),
    st.sampled_from(["A4", "A3"]),
)


class Drawn(list[Section]):
    """Some sections. Hypothesis would print how they were built, which takes minutes for trees as deep as these."""

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        printer.text(repr(list(self)))


@st.composite
def trees(draw: st.DrawFn, most: int) -> Drawn:
    return Drawn(draw(st.lists(sections, max_size=most)))


VALIDATOR = OpenXmlValidator()  # a second to make, and it may be asked again and again
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def check(drawn: Drawn) -> None:
    tree = document("any", "Any", *drawn, watermark="A & B", status="<Draft>")
    data, _ = docx(tree, WriteOptions())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "any.docx")
        path.write_bytes(data)
        assert [str(error) for error in VALIDATOR.validate(path).errors] == []
    python_docx.Document(io.BytesIO(data))
    kept = " ".join(each.text for each in read_paragraphs(data))
    for block in walk(tree):
        if isinstance(block, Heading | Paragraph) and (said := re.sub(r"[\s\x17\ufffe]", "", plain(block.content))):
            assert said in re.sub(r"[\s\ufffd]", "", kept)


@given(trees(2))
# Without shrinking: a failure here would otherwise take minutes to be told. The gate below shrinks what it finds.
@settings(deadline=None, max_examples=25, phases=[Phase.generate], suppress_health_check=SLOW)
def test_any_tree_becomes_a_valid_file_with_all_its_words(drawn: Drawn) -> None:
    check(drawn)


@pytest.mark.gate
@given(trees(3))
@settings(deadline=None, max_examples=60, suppress_health_check=SLOW)
def test_many_trees_become_valid_files(drawn: Drawn) -> None:
    check(drawn)
