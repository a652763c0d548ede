"""The words of a document in reading order, piece by piece, each with the label printed before it."""

import re
from collections.abc import Iterator
from typing import NamedTuple, assert_never

from lxml import html

from govdocs.compose.blocks import (
    Block,
    Box,
    Chart,
    Contents,
    Details,
    Divider,
    Document,
    Heading,
    Inline,
    ItemList,
    ListKind,
    MinuteEntries,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    Rule,
    Table,
    plain,
    walk,
)
from support.docx_reading import read_paragraphs
from support.pdf_reading import tidy


class Piece(NamedTuple):
    """A heading, a paragraph or a label of a form; ``label`` is its number, empty where it has none."""

    label: str
    words: str


def printed(document: Document) -> list[Piece]:
    """What a reader must find of ``document`` in any format; empty paragraphs and bullets left out."""
    pieces = (piece for section in document.sections for piece in _blocks(section.blocks))
    return [piece for piece in pieces if piece.words or piece.label]


def captions_below(document: Document) -> list[str]:
    """The captions that print below their tables; a web page has them first all the same."""
    tables = (block for block in walk(document) if isinstance(block, Table) and block.caption_below)
    return [tidy(plain(table.caption)) for table in tables]


def printed_in_docx(data: bytes) -> list[Piece]:
    """The same, read from a Word file, with the labels that Word counts."""
    pieces = (Piece(_without_bullet(each.label), tidy(each.text)) for each in read_paragraphs(data))
    return [piece for piece in pieces if piece.words or piece.label]


def printed_in_html(data: bytes) -> str:
    """All words of a web page's main part."""
    main = html.fromstring(data).find(".//main")
    assert main is not None
    return tidy(" ".join(map(str, main.itertext())))


def lost(pieces: list[str], text: str) -> list[str]:
    """The pieces that ``text`` does not hold in their order; blanks, breaks and hyphens at line ends do not count."""
    squeezed, at, missing = squeeze(text), 0, []
    for piece in pieces:
        found = squeezed.find(squeeze(piece), at)
        if found < 0:
            missing.append(piece)
        else:
            at = found + len(squeeze(piece))
    return missing


def squeeze(text: str) -> str:
    """``text`` without blanks, line breaks and soft hyphens."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def _without_bullet(label: str) -> str:
    return label if re.search(r"[0-9A-Za-z]", label) else ""


def _blocks(blocks: tuple[Block, ...], label: str = "") -> Iterator[Piece]:
    """The pieces of ``blocks``; ``label`` stands before the first."""
    for block in blocks:
        pieces = list(_block(block))
        if label and pieces:
            pieces[0] = Piece(label, pieces[0].words)
            label = ""
        yield from pieces


def _block(block: Block) -> Iterator[Piece]:  # noqa: C901, PLR0912 - a case a block class
    match block:
        case Heading() | Paragraph():
            yield _piece(block.content, block.number)
        case ItemList():
            for item in block.items:
                label = item.number.text if item.number and block.kind is ListKind.NUMBERED else ""
                yield from _blocks(item.blocks, tidy(label))
        case Table():
            yield from _table(block)
        case Details():
            for row in block.rows:
                for detail in row:
                    yield _piece(detail.label)
                    yield from _blocks(detail.blocks)
        case Box():
            yield from _blocks(block.blocks)
        case MinuteEntries():
            yield from (Piece("", tidy(label)) for label in block.labels)
            for entry in block.entries:
                yield _piece(entry.reference)
                yield from _blocks((entry.heading, *entry.blocks))
                yield _piece(entry.lead)
        case Picture() | Chart():
            yield _piece(block.caption)
        case Contents():
            yield from (_piece(line.content) for line in block.lines)
        case Divider():
            yield Piece("", block.letter)
            yield Piece("", tidy(block.title))
        case PageBreak() | Rule():
            return
        case _:
            assert_never(block)


def _table(table: Table) -> Iterator[Piece]:
    caption = [_piece(table.caption, table.caption_number)] if table.caption else []
    yield from [] if table.caption_below else caption
    for row in (*table.head, *table.body):
        for cell in row.cells:
            yield from _blocks(cell.blocks)
    yield from caption if table.caption_below else []


def _piece(content: tuple[Inline, ...], number: Number | None = None) -> Piece:
    return Piece(tidy(number.text) if number else "", tidy(plain(content)))
