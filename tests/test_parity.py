"""Whatever the format, the reader gets the same words: those of the blocks, all of them, in the same order."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from lxml import html

from govdocs.compose.blocks import Contents, Document, Index, MinuteEntry, Table, plain, walk
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers
from govdocs.write.theme import built_in_theme
from support.built_cases import build_case, meetings
from support.conformance import failures
from support.pdf_reading import read_tags, tidy
from support.printed import Piece, printed, printed_in_docx, printed_in_html, squeeze
from support.tag_outline import outline_document, outline_tags

every_meeting = pytest.mark.parametrize("meeting", meetings())


def text_of(words: str, *left_out: str) -> str:
    """``words`` without blanks, bullets and the pieces ``left_out``: Word draws bullets, the others write them."""
    lists = built_in_theme().lists
    squeezed = re.sub(f"[{lists.bullet}{lists.inner_bullet}]", "", squeeze(words))
    for piece in sorted(left_out, key=len, reverse=True):
        squeezed = squeezed.replace(text_of(piece), "\n")
    return squeezed


def in_blocks(document: Document, *, paged: bool = True) -> str:
    return " ".join(piece.label + piece.words for piece in printed(document, paged=paged))


def captions_below(document: Document) -> list[str]:
    """The captions that print below their tables; a web page has every caption first."""
    tables = (block for block in walk(document) if isinstance(block, Table) and block.caption_below)
    return [(table.caption_number.text if table.caption_number else "") + plain(table.caption) for table in tables]


def leads(document: Document) -> set[str]:
    """Who leads on an item: beside its heading in Word, where the item is a row; after its words elsewhere."""
    return {tidy(plain(block.lead)) for block in walk(document) if isinstance(block, MinuteEntry)} - {""}


@every_meeting
def test_a_pdf_says_what_its_blocks_say(meeting: str) -> None:
    built = build_case(meeting)
    for name, document in built.documents.items():
        assert text_of(read_tags(built.pdfs[name]).text) == text_of(in_blocks(document)), name


@every_meeting
def test_a_web_page_says_what_its_blocks_say(meeting: str) -> None:
    built = build_case(meeting)
    for name, document in built.documents.items():
        below = captions_below(document)
        words = printed_in_html(built.htmls[name])
        wanted = text_of(in_blocks(document, paged=False), *below)
        assert text_of(words, *below).replace("\n", "") == wanted.replace("\n", ""), name
        assert Counter(text_of(words)) == Counter(text_of(in_blocks(document, paged=False))), name


@every_meeting
def test_a_word_file_says_what_its_blocks_say(meeting: str) -> None:
    built = build_case(meeting)
    for name, document in built.documents.items():
        wanted, found = printed(document), printed_in_docx(built.docxs[name])
        apart = leads(document)
        assert without(apart, found) == without(apart, wanted), name
        assert Counter(words_of(found)) == Counter(words_of(wanted)), name


def without(words: set[str], pieces: list[Piece]) -> str:
    return text_of("".join(piece.label + piece.words for piece in pieces if piece.words not in words))


def words_of(pieces: list[Piece]) -> str:
    return text_of("".join(piece.label + piece.words for piece in pieces))


@every_meeting
def test_every_pdf_keeps_the_standards_that_it_claims(meeting: str) -> None:
    built = build_case(meeting)
    assert {name: said for name, data in built.pdfs.items() if (said := failures(data))} == {}
    assert failures(built.bound) == []


@every_meeting
def test_the_tags_of_the_bound_pack_are_those_of_its_papers(meeting: str) -> None:
    built = build_case(meeting)
    tags = read_tags(built.bound).tags
    for part, tag in zip(built.pack.parts, tags, strict=True):
        assert outline_tags(tag) == outline_document(part.document), part.document.name


@every_meeting
def test_a_link_is_called_by_its_words_or_by_better_ones(meeting: str) -> None:
    built = build_case(meeting)
    words = {tag.text for tag in read_tags(built.bound).every("Link")}
    spoken = {
        str(link.get("aria-label"))
        for page in built.htmls.values()
        for link in html.fromstring(page).iter("a")
        if link.get("aria-label")
    }
    with pikepdf.open(BytesIO(built.bound)) as file:
        called = {
            tidy(str(annotation.Contents))
            for page in file.pages
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Link"
        }
    listed = {name for document in built.documents.values() for name in called_in_lists(document)}
    assert called <= words | spoken | listed
    assert "" not in called | words


def called_in_lists(document: Document) -> Iterator[str]:
    """What links in contents and index are called where there are pages."""
    pages = page_numbers(document, WriteOptions())
    for block in walk(document):
        if isinstance(block, Contents):
            yield from (tidy(plain(line.content)) for line in block.lines)
        elif isinstance(block, Index):
            lines = [line for letter in block.letters for line in letter.lines]
            places = ((", ".join(line.path), pages[place.anchor]) for line in lines for place in line.places)
            yield from {f"{term}, page {number}" for term, number in places}


def test_some_of_the_papers_have_what_is_hard_to_tag() -> None:
    """The comparison above proves something only where there is something to compare."""
    roles = Counter(tag.role for meeting in meetings() for tag in read_tags(build_case(meeting).bound).every())
    assert {"Lbl", "TH", "Caption", "Link", "Span", "H3", "Table"} <= set(roles)
    headers = [
        len(tag.attributes.get("Headers", ()))
        for meeting in meetings()
        for tag in read_tags(build_case(meeting).bound).every("TD")
    ]
    assert max(headers) > 1
