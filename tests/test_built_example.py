"""What `govdocs build` makes of the example: nothing lost, nothing off the page, the same in every format."""

import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf
import pytest
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import Orientation, PartKind
from govdocs.write.pages import count_pages
from support.bound_pack import read_bookmarks, read_links, read_runs
from support.built_example import COMMITTED, BuiltExample
from support.docx_reading import read_parts
from support.page_ends import read_page_ends
from support.page_faults import outside, overlaps
from support.page_pictures import draw_pages
from support.pdf_layout import lay_out
from support.pdf_reading import ReadTag, read_tags
from support.printed import captions_below, lost, printed, printed_in_docx, printed_in_html
from support.tag_outline import outline_document, outline_tags

PAPERS = (
    "agenda",
    "paper-a-minutes-2018-05-17",
    "paper-b-action-log",
    "paper-c-second-blood-collection",
    "paper-d-transforming-care",
    "paper-e-qipp-update",
    "paper-f-cancer-alliance",
    "paper-g-community-services-redesign",
    "paper-h-frailty",
)
BESIDE = ("terms-of-reference-frailty",)
KEPT_WITH_NEXT = ("H1", "H2", "H3", "H4", "H5", "H6", "THead")
every_paper = pytest.mark.parametrize("name", [*PAPERS, *BESIDE])


def in_pack(example: BuiltExample, name: str) -> ReadTag:
    """The part of the pack's structure that holds a document."""
    parts = zip(example.pack.parts, read_tags(example.files["pack.pdf"]).tags, strict=True)
    return next(tag for part, tag in parts if part.document.name == name)


def starts(example: BuiltExample) -> Iterator[tuple[PartKind, str, int]]:
    """The kind, the document and the first page (from 0) of each part of the pack that has a file of its own."""
    at = 0
    for part in example.pack.parts:
        yield part.kind, part.document.name, at
        own = example.files.get(f"{part.document.name}.pdf")
        at += count_pages(own) if own and part.kind is PartKind.DOCUMENT else 1


# --- What is there --------------------------------------------------------------------------------------------------


def test_the_build_finds_nothing_wrong(example: BuiltExample) -> None:
    assert [f"{found.place}: {found.problem.name}: {found.message}" for found in example.findings] == []


def test_every_document_has_its_file_in_every_format(example: BuiltExample) -> None:
    papers = [f"{name}.{ending}" for name in (*PAPERS, *BESIDE) for ending in ("docx", "html", "pdf")]
    assert sorted(example.files) == sorted([*papers, "manifest.json", "pack.docx", "pack.pdf"])


def test_the_manifest_knows_every_file(example: BuiltExample) -> None:
    listed = json.loads(example.files["manifest.json"])["outputs"]
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in example.files.items()}
    del digests["manifest.json"]
    assert {name: output["sha256"] for name, output in listed.items()} == digests


# --- No word is lost, and all formats agree -------------------------------------------------------------------------


@every_paper
def test_the_tags_of_a_pdf_hold_every_block_in_order(example: BuiltExample, name: str) -> None:
    assert outline_tags(read_tags(example.files[f"{name}.pdf"])) == outline_document(example.documents[name])


@every_paper
def test_a_word_file_holds_every_word_and_label_in_order(example: BuiltExample, name: str) -> None:
    assert printed_in_docx(example.files[f"{name}.docx"]) == printed(example.documents[name])


@every_paper
def test_a_web_page_holds_every_word_and_label_in_order(example: BuiltExample, name: str) -> None:
    document = example.documents[name]
    below = captions_below(document)
    pieces = [f"{piece.label} {piece.words}" for piece in printed(document, paged=False) if piece.words not in below]
    text = printed_in_html(example.files[f"{name}.html"])
    assert lost(pieces, text) == []
    assert [caption for caption in below if caption not in text] == []


def test_the_pack_holds_every_part_whole_and_in_order(example: BuiltExample) -> None:
    tags = read_tags(example.files["pack.pdf"]).tags
    for part, tag in zip(example.pack.parts, tags, strict=True):
        assert outline_tags(tag) == outline_document(part.document)


# --- Nothing is off the page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*PAPERS, *BESIDE, "pack"])
def test_no_word_is_off_the_page_or_over_another(example: BuiltExample, name: str, tmp_path: Path) -> None:
    pages = lay_out(example.files[f"{name}.pdf"], tmp_path)
    assert len(pages) == count_pages(example.files[f"{name}.pdf"])
    for number, laid in enumerate(pages, start=1):
        assert list(outside(example.theme, laid)) == [], f"page {number}"
        assert list(overlaps(laid)) == [], f"page {number}"


def test_nothing_is_drawn_in_the_margins(example: BuiltExample, tmp_path: Path) -> None:
    sheet = example.theme.page
    for number, picture in enumerate(draw_pages(example.files["pack.pdf"], tmp_path), start=1):
        ink = picture.ink()
        assert ink is not None, f"page {number} is bare"
        left, top, right, bottom = ink
        side = sheet.landscape_margin_mm if picture.width > picture.height else sheet.margin_mm
        assert min(left, right) >= side - 1, f"page {number}"
        assert top >= sheet.header_mm - 1, f"page {number}"
        assert bottom >= sheet.footer_mm / 2, f"page {number}"


@every_paper
def test_no_heading_is_last_on_a_page(example: BuiltExample, name: str) -> None:
    ends = read_page_ends(example.files[f"{name}.pdf"])
    assert len(ends) == count_pages(example.files[f"{name}.pdf"]), "a page holds no text"
    assert [end.page for end in ends if end.is_within(*KEPT_WITH_NEXT)] == []


@every_paper
def test_pages_are_held_as_the_sections_say(example: BuiltExample, name: str, tmp_path: Path) -> None:
    wide = [laid.width > laid.height for laid in lay_out(example.files[f"{name}.pdf"], tmp_path)]
    asked = [section.orientation is Orientation.LANDSCAPE for section in example.documents[name].sections]
    assert [now for now, before in zip(wide, [None, *wide], strict=False) if now is not before] == [
        now for now, before in zip(asked, [None, *asked], strict=False) if now is not before
    ]


# --- The pack -------------------------------------------------------------------------------------------------------


def test_the_pack_is_bound_in_the_order_of_the_agenda(example: BuiltExample) -> None:
    bound = [name for kind, name, _ in starts(example) if kind is PartKind.DOCUMENT]
    assert bound == list(PAPERS)
    before = [kind for kind, _, _ in starts(example)]
    assert before[0] is PartKind.DOCUMENT
    assert before.count(PartKind.DIVIDER) == len(PAPERS) - 1
    kinds = [kind for kind in before if kind is not PartKind.BLANK]
    assert kinds == [PartKind.DOCUMENT, *[PartKind.DIVIDER, PartKind.DOCUMENT] * (len(PAPERS) - 1)]


def test_the_pack_has_the_pages_of_its_parts_numbered_through(example: BuiltExample) -> None:
    *_, (_, last, start) = starts(example)
    pages = count_pages(example.files["pack.pdf"])
    assert pages == start + count_pages(example.files[f"{last}.pdf"])
    numbers = [run.text for run in read_runs(example.files["pack.pdf"]) if run.text.startswith("pack page")]
    assert numbers == [f"pack page {number}" for number in range(1, pages + 1)]


def test_each_letter_of_the_agenda_links_to_its_paper_and_back(example: BuiltExample) -> None:
    first_pages = {name: at for kind, name, at in starts(example) if kind is PartKind.DOCUMENT}
    agenda_pages = range(count_pages(example.files["agenda.pdf"]))
    links = [(at, where.split(" at ")[0]) for at, _, where in read_links(example.files["pack.pdf"])]
    for name in PAPERS[1:]:
        goal = f"page {first_pages[name]}"
        assert [at for at, where in links if at in agenda_pages and where == goal], name
        pages = range(first_pages[name], first_pages[name] + count_pages(example.files[f"{name}.pdf"]))
        back = [where for at, where in links if at in pages and where in {f"page {page}" for page in agenda_pages}]
        assert back, name


def test_the_bookmarks_lead_to_every_paper(example: BuiltExample) -> None:
    top = [line for line in read_bookmarks(example.files["pack.pdf"]) if not line.startswith(" ")]
    first_pages = [at for kind, _, at in starts(example) if kind is PartKind.DOCUMENT]
    dividers = [at for kind, _, at in starts(example) if kind is PartKind.DIVIDER]
    goals = [int(line.rpartition("-> page ")[2]) for line in top]
    assert goals == sorted(goals)
    for paper, divider in zip(first_pages[1:], dividers, strict=True):
        assert {paper, divider} & set(goals)
    letters = [line.partition(" -> ")[0] for line in top]
    assert [letter for letter in "ABCDEFGH" if not any(re.match(rf"Paper {letter}\b", line) for line in letters)] == []


# --- What the published pack says -----------------------------------------------------------------------------------


def rows(tag: ReadTag) -> list[list[str]]:
    return [[cell.text for cell in row.tags] for row in tag.every("TR")]


def test_the_agenda_in_the_pack_has_fourteen_items(example: BuiltExample) -> None:
    references = [row[0] for row in rows(in_pack(example, "agenda")) if row[0].startswith("CCBP/")]
    assert references == [f"CCBP/18/{number}" for number in range(42, 56)]


def test_the_minutes_in_the_pack_name_who_was_there_and_what_was_resolved(example: BuiltExample) -> None:
    minutes = in_pack(example, PAPERS[1])
    people = [len(rows(table)) for table in minutes.every("Table")]
    assert people[:2] == [16, 8]
    references = [int(found) for found in re.findall(r"CCBP?/18/(\d+)(?=\s)", minutes.text)]
    assert [number for number in dict.fromkeys(references) if number < 42] == [*range(32, 39), 40, 39, 41]
    assert len(re.findall(r"RESOLVED", minutes.text)) == 5


def test_the_tables_of_paper_e_in_the_pack_are_complete(example: BuiltExample) -> None:
    tables = [rows(table) for table in in_pack(example, "paper-e-qipp-update").every("Table")]
    areas, appendix, *_ = [table for table in tables if table[-1][0] == "Grand Total"]
    assert (len(areas), len(appendix)) == (2 + 11 + 1, 2 + 41 + 1)
    schemes = [sum(bool(re.fullmatch(r"A?\d+", row[0])) for row in table) for table in tables]
    assert [count for count in schemes if count] == [114, 114]
    assert areas[-1][-3:] == ["(58,199)", "(20,329)", "37,870"]


def test_the_sheet_for_paper_f_says_that_it_follows(example: BuiltExample) -> None:
    assert "Paper F to follow" in in_pack(example, "paper-f-cancer-alliance").text


# --- Accessible, valid, clean ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*PAPERS, *BESIDE, "pack"])
def test_a_pdf_is_pdf_ua(example: BuiltExample, name: str) -> None:
    assert page.validate_pdf_bytes(example.files[f"{name}.pdf"], profile="ua1").failures == []


@every_paper
def test_a_word_file_is_valid(example: BuiltExample, name: str) -> None:
    result = OpenXmlValidator().validate(example.folder / f"{name}.docx")
    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("name", [*PAPERS, *BESIDE, "pack"])
def test_a_pdf_says_what_it_is_and_when_its_records_were_committed(example: BuiltExample, name: str) -> None:
    title = example.pack.title if name == "pack" else example.documents[name].title
    moment = COMMITTED.strftime("D:%Y%m%d%H%M%S")
    with pikepdf.open(io.BytesIO(example.files[f"{name}.pdf"])) as file:
        assert str(file.docinfo.Title) == title
        assert str(file.docinfo.Author) == "Commissioning Collaborative Board"
        assert str(file.Root.Lang) == "en-GB"
        assert {str(file.docinfo[key])[:16] for key in ("/CreationDate", "/ModDate")} == {moment}
        described = file.Root.Metadata.read_bytes().decode()
        assert set(re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", described)) == {COMMITTED.isoformat()[:19]}


@every_paper
def test_a_word_file_has_no_trace_of_the_tools_or_the_day(example: BuiltExample, name: str) -> None:
    parts = read_parts(example.files[f"{name}.docx"])
    core = parts["docProps/core.xml"].decode()
    assert f"<dc:title>{example.documents[name].title}</dc:title>" in core.replace("&amp;", "&")
    assert "<dc:language>en-GB</dc:language>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", core)) == {COMMITTED.strftime("%Y-%m-%dT%H:%M:%SZ")}
    assert [part for part, content in parts.items() if b"python-docx" in content or b"2031" in content] == []
    assert not {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} & set(parts)


@every_paper
def test_a_web_page_says_what_it_is(example: BuiltExample, name: str) -> None:
    text = example.files[f"{name}.html"].decode()
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert COMMITTED.isoformat() in text
    assert str(example.root) not in text
