"""What the engine of the PDF says about a document, as findings at the blocks that it speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping

from govdocs.compose.blocks import (
    Chart,
    Details,
    Document,
    Heading,
    IndexLine,
    Inline,
    MinuteEntry,
    Paragraph,
    Picture,
    Piece,
    Table,
    plain,
    walk,
)
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.write.pdf_engine import can_cut_fonts
from govdocs.write.problems import (
    BAD_PICTURE,
    ENGINE_SAYS,
    LOST_WORDS,
    MISSING_FONT_CUTTER,
    MISSING_LETTER,
    MISSING_TARGET,
)

_LETTER = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]+)\)")
_PICTURE = re.compile(r"(picture:\d+)")
_TARGET = re.compile(r"No anchor #(.*) for internal URI reference")
_CUTTER = "Using fontTools instead of HarfBuzz-Subset"


def describe_messages(
    messages: Iterable[str], document: Document, pictures: Mapping[str, Picture]
) -> tuple[Diagnostic, ...]:
    """The engine's ``messages`` as findings; ``pictures`` are those of the document by the address they had."""
    return tuple(_describe(message, document, pictures) for message in messages if not message.startswith(_CUTTER))


def describe_engine(document: Document) -> Iterator[Diagnostic]:
    """What the engine lacks on this computer."""
    if not can_cut_fonts():
        message = "the system library `libharfbuzz-subset` is missing; the PDF is larger and its bytes differ"
        hint = "on Debian or Ubuntu: sudo apt-get install libharfbuzz-subset0"
        yield Diagnostic(MISSING_FONT_CUTTER, message, document.place, hint)


def describe_lost(lost: Iterable[str], document: Document) -> Iterator[Diagnostic]:
    """Words that stand on no page, which begin as ``lost`` says."""
    for words in lost:
        message = f"words stand on no page of the PDF, beginning with `{words}`"
        hint = "divide what is taller than a page, or report this document"
        yield Diagnostic(LOST_WORDS, message, _find(document, words.partition(" ")[0]), hint)


def _describe(message: str, document: Document, pictures: Mapping[str, Picture]) -> Diagnostic:
    if letter := _LETTER.search(message):
        character = chr(int(letter[1], 16))
        text = f"no font of the papers has the character `{character}` (U+{letter[1]}); a box is printed in its place"
        return Diagnostic(MISSING_LETTER, text, _find(document, character), "write it in other characters")
    if (picture := _PICTURE.search(message)) and picture[1] in pictures:
        text = "the picture cannot be read as a PNG, JPEG or SVG file"
        hint = "open it in a picture program and save it again as PNG"
        return Diagnostic(BAD_PICTURE, text, pictures[picture[1]].place, hint)
    if target := _TARGET.search(message):
        text = f"a link leads to `{target[1]}`, which is nowhere in this document"
        return Diagnostic(MISSING_TARGET, text, document.place, "correct the link, or give its target that name")
    return Diagnostic(ENGINE_SAYS, f"the PDF engine says: {message.rstrip('.')}", document.place, "report this message")


def _find(document: Document, character: str) -> Place:
    """The innermost block with ``character`` in its words, or the document."""
    place = document.place
    for block in walk(document):
        if any(character in plain(words) for words in _words(block)):
            place = block.place
            break
    return place


def _words(block: Piece) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Table():
            yield block.caption
        case Details():
            yield from (detail.label for row in block.rows for detail in row)
        case IndexLine():
            yield block.see
        case MinuteEntry():
            yield from (block.reference, block.lead)
        case Picture() | Chart():
            yield block.caption
        case _:
            return
