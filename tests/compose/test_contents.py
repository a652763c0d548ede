"""Tables of contents: the headings after them, with the same pages in PDF and Word."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf

from govdocs.compose.blocks import (
    Box,
    BoxKind,
    Contents,
    ContentsLine,
    Document,
    Link,
    PageBreak,
    Section,
    Text,
    plain,
    walk,
)
from govdocs.compose.contents import fill_contents, find_empty_contents
from govdocs.compose.meeting import compose_meeting
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from support.docx_reading import read_parts
from support.organisation import MEETING, overlay, put_files, sound_files
from support.records import load_library
from support.sample_blocks import HERE, document, heading, paragraph

OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC))


def plan() -> Document:
    blocks = (
        heading(1, "Plan"),
        heading(2, "Before", anchor="part-1"),
        Contents((), HERE),
        PageBreak(HERE),
        heading(2, "Finance"),
        paragraph("Words."),
        heading(3, (Text("See "), Link((Text("risks"),), anchor="risks"))),
        heading(4, "Too deep"),
        PageBreak(HERE),
        heading(2, "Risks", anchor="risks"),
    )
    whole = document("plan", "Plan")
    (section,) = fill_contents((Section(blocks),))
    return Document(whole.name, whole.title, "en-GB", (), "Plan", (section,), HERE)


def lines(whole: Document) -> tuple[ContentsLine, ...]:
    (contents,) = (block for block in walk(whole) if isinstance(block, Contents))
    return contents.lines


def test_the_headings_after_it_are_listed_as_deep_as_was_asked_for() -> None:
    found = [(line.level, plain(line.content), line.anchor) for line in lines(plan())]
    assert found == [(1, "Finance", "part-2"), (2, "See risks", "part-3"), (1, "Risks", "risks")]


def test_pdf_and_word_name_the_same_pages() -> None:
    paper, findings = pdf(plan(), OPTIONS)
    assert not findings
    word, findings = docx(plan(), OPTIONS)
    assert not findings
    body = read_parts(word)["word/document.xml"].decode()
    pages = re.findall(r'<w:pStyle w:val="TOC(\d)"/>.*?<w:tab/><w:t>(\d+)</w:t>', body)
    assert pages == [("2", "2"), ("3", "2"), ("2", "3")]
    with pikepdf.open(BytesIO(paper)) as opened:
        assert len(opened.pages) == 3
        links = [link for link in opened.pages[0].obj.get("/Annots", ()) if link.Subtype == "/Link"]
        assert [str(link.Dest) for link in links] == sorted(str(link.Dest) for link in links)
        assert {str(link.Dest) for link in links} == {"part-2", "part-3", "risks"}


def test_the_field_of_word_is_filled_and_asks_nothing() -> None:
    word, _ = docx(plan(), OPTIONS)
    parts = read_parts(word)
    body = parts["word/document.xml"].decode()
    assert ' TOC \\o "2-3" \\h \\z \\u ' in body
    kinds = re.findall(r'w:fldCharType="(\w+)"', body)
    assert kinds == ["begin", "separate", "end"]
    assert "w:dirty" not in body
    assert b"updateFields" not in parts["word/settings.xml"]


def test_a_web_page_lists_links_without_pages() -> None:
    page, findings = html(plan(), OPTIONS)
    assert not findings
    assert '<li class="level-1"><a href="#risks">Risks</a></li>' in page.decode()


def test_a_paper_asks_for_its_contents(tmp_path: Path) -> None:
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: plan}}]\n")
    header = "---\ntitle: Plan\nauthors: [alex-example]\n---\n# Report\n\n"
    body = "```contents\nlevels: 1\n```\n\n## Finance\n\nWords.\n\n### Detail\n\nWords.\n\n## Risks\n\nWords.\n"
    files["meetings/board/2026-05-14/papers/plan.md"] = header + body
    library, findings = load_library(put_files(tmp_path, files))
    pack, more = compose_meeting(library, library.meetings["board/2026-05-14"], tmp_path)
    assert not [found for found in (*findings, *more) if found.place.path.endswith("plan.md")]
    assert [plain(line.content) for line in lines(pack.parts[-1].document)] == ["Finance", "Risks"]


def test_contents_within_a_box_list_what_comes_after_as_well() -> None:
    inside = Box(BoxKind.NOTICE, (Contents((), HERE),), HERE)
    (section,) = fill_contents((Section((heading(1, "Plan"), inside, heading(2, "Finance"), heading(2, "Risks"))),))
    filled = replace(plan(), sections=(section,))
    assert [plain(line.content) for line in lines(filled)] == ["Finance", "Risks"]
    assert list(find_empty_contents((section,))) == []


def test_contents_with_nothing_after_them_are_found() -> None:
    (section,) = fill_contents((Section((heading(1, "Plan"), heading(2, "Finance"), Contents((), HERE))),))
    (finding,) = find_empty_contents((section,))
    assert finding.message == "the table of contents is empty; expected headings after it"
