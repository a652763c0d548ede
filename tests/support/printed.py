"""The words of a document in reading order, piece by piece, each with the label printed before it."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
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
    Index,
    IndexLine,
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
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers
from support.docx_reading import read_paragraphs
from support.pdf_reading import tidy


class Piece(NamedTuple):
    """A heading, a paragraph or a label of a form; ``label`` is its number, empty where it has none."""

    label: str
    words: str


def printed(document: Document, *, paged: bool = True) -> list[Piece]:
    """What a reader must find of ``document`` in any format; empty paragraphs and bullets left out.

    Formats that are ``paged`` say the pages in contents and index; others name the parts in an index.
    """
    pages = page_numbers(document, WriteOptions()) if paged else {}
    shown = {id(block): _shown(block, pages) for block in walk(document) if isinstance(block, Contents | Index)}
    pieces = (piece for section in document.sections for piece in _blocks(section.blocks, shown=shown))
    return [piece for piece in pieces if piece.words or piece.label]


def _shown(block: Contents | Index, pages: Mapping[str, int]) -> list[Piece]:
    """The lines of contents or of an index."""
    if isinstance(block, Contents):
        return [Piece("", tidy(f"{plain(line.content)} {pages[line.anchor] if pages else ''}")) for line in block.lines]
    lines = [(letter.letter, line) for letter in block.letters for line in letter.lines]
    pieces: list[Piece] = []
    for at, (letter, line) in enumerate(lines):
        pieces += [Piece("", letter)] if at == 0 or lines[at - 1][0] != letter else []
        pieces.append(Piece("", index_line(line, pages)))
    return pieces


def index_line(line: IndexLine, pages: Mapping[str, int]) -> str:
    """A line of an index: its words, its pages or parts, the other lines that it leads to."""
    if pages:
        numbers = sorted({pages[place.anchor] for place in line.places})
        joined = ", ".join(_joined(numbers))
    else:
        joined = "; ".join(dict.fromkeys(place.part for place in line.places))
    return tidy(f"{line.path[-1]}{', ' if joined else ''}{joined}{plain(line.see)}")


def _joined(numbers: list[int]) -> Iterator[str]:
    """Numbers with runs of three and more written as ``4–7``."""
    for _, group in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        run = [number for _, number in group]
        yield from [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)


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


def _blocks(
    blocks: tuple[Block, ...], label: str = "", shown: Mapping[int, list[Piece]] | None = None
) -> Iterator[Piece]:
    """The pieces of ``blocks``; ``label`` stands before the first, ``shown`` are contents and index."""
    for block in blocks:
        pieces = list((shown or {}).get(id(block)) or _block(block))
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
        case PageBreak() | Rule() | Index():
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
