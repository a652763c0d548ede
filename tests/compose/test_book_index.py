"""The index of a long paper: what is typed, what is marked, what is printed in each format."""

import re
from datetime import UTC, datetime
from pathlib import Path

from govdocs.compose.blocks import Document, Index, Indexed, IndexLine, Paragraph, plain, walk
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers
from govdocs.write.pdf import pdf
from support.docx_reading import read_parts
from support.organisation import MEETING, overlay, put_files, sound_files
from support.pdf_reading import read_tags
from support.printed import index_line
from support.records import load_library

OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC))

TERMS = """
  - Ferries
  - {term: Harbour, words: [harbour, quay]}
  - {term: repairs, under: Harbour, words: none}
  - {term: A&E, see_also: [Ferries]}
  - {term: Boats, see: [Ferries]}
"""
WORDS = """
## Money

Ferries cost more. The quay is old; the A&E is near. The wall was [mended](index:harbour-repairs) twice.

## Risks

More ferries, fewer **harbours**.

## Index

```index
```
"""


def composed(folder: Path, terms: str = TERMS, words: str = WORDS) -> tuple[Document, list[Diagnostic]]:
    """The paper with these terms and words, and what was found wrong with it."""
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: plan}}]\n")
    header = f"---\ntitle: Plan\nauthors: [alex-example]\nindex: {terms}---\n# Report\n"
    files["meetings/board/2026-05-14/papers/plan.md"] = f"{header}{words}"
    library, findings = load_library(put_files(folder, files))
    pack, more = compose_meeting(library, library.meetings["board/2026-05-14"], folder)
    return pack.parts[-1].document, [each for each in (*findings, *more) if each.place.path.endswith("plan.md")]


def lines(document: Document) -> list[str]:
    """The lines of the index with the parts that each leads to."""
    return [index_line(piece, {}) for piece in walk(document) if isinstance(piece, IndexLine)]


def test_terms_are_found_in_the_words_and_put_in_order(tmp_path: Path) -> None:
    document, findings = composed(tmp_path)
    assert findings == []
    assert lines(document) == [
        "A&E, Money. See also Ferries",
        "Boats, see Ferries",
        "Ferries, Money; Risks",
        "Harbour, Money",
        "repairs, Money",
    ]


def test_the_longest_words_win_and_only_whole_words_count(tmp_path: Path) -> None:
    terms = "[Learning Lessons, Learning Lessons to improve care, CHC, care]\n"
    document, _ = composed(tmp_path, terms, "\nLearning lessons to improve care. CHCs and chc.\n\n```index\n```\n")
    (paragraph,) = (
        piece for piece in walk(document) if isinstance(piece, Paragraph) and plain(piece.content).startswith("Learn")
    )
    marks = [(plain(each.children), each.entries) for each in paragraph.content if isinstance(each, Indexed)]
    assert marks == [("Learning lessons to improve care", ("learning-lessons-to-improve-care",))]


def test_a_term_that_is_nowhere_is_found(tmp_path: Path) -> None:
    _, findings = composed(tmp_path, "[Whale, Ferries]\n")
    assert [(each.problem.code, each.place.line) for each in findings] == [("G909", 10), ("G918", 4)]
    assert "`Whale`, which is nowhere in the paper" in findings[1].message


def test_a_term_that_is_nowhere_is_not_printed_nor_what_leads_to_it_alone(tmp_path: Path) -> None:
    terms = "[{term: Fish, see: [Whale]}, Whale, {term: Boats, see_also: [Whale, Ferries]}, Ferries]\n"
    document, _ = composed(tmp_path, terms, "\nFerries.\n\n```index\n```\n")
    assert lines(document) == ["Boats. See also Ferries", "Ferries, Plan"]


def test_terms_without_an_index_and_an_index_without_terms_are_found(tmp_path: Path) -> None:
    _, findings = composed(tmp_path / "a", "[Ferries]\n", "\nFerries.\n")
    assert [each.problem.code for each in findings] == ["G919"]
    _, findings = composed(tmp_path / "b", "[]\n", "\nFerries.\n\n```index\n```\n")
    assert [each.problem.code for each in findings] == ["G919"]


def test_pdf_names_the_page_of_each_place_once(tmp_path: Path) -> None:
    filler = "Nothing of note happens on this page at all, whatever one reads.\n\n" * 60
    words = f"\nFerries and ferries.\n\n{filler}Ferries.\n\n{filler}Ferries.\n\n{filler}Harbour.\n\n```index\n```\n"
    document, _ = composed(tmp_path, "[Ferries, Harbour]\n", words)
    data, findings = pdf(document, OPTIONS)
    assert findings == ()
    (index,) = (piece for piece in walk(document) if isinstance(piece, Index))
    pages = page_numbers(document, OPTIONS)
    expected = [index_line(line, pages) for letter in index.letters for line in letter.lines]
    (tag,) = read_tags(data).every("Index")
    assert [item.text for item in tag.every("P")] == expected
    assert re.fullmatch(r"Ferries, 2, \d, \d", expected[0])
    assert [link.links[0][:7] for link in tag.every("Link")] == ["#place-"] * 4


def test_word_holds_a_filled_field_and_the_fields_it_is_made_of(tmp_path: Path) -> None:
    document, _ = composed(tmp_path)
    data, findings = docx(document, OPTIONS)
    assert findings == ()
    body = read_parts(data)["word/document.xml"].decode()
    assert body.count(' INDEX \\h "A" \\c "2" ') == 1
    assert re.findall(r' XE "([^"]*)"(?: \\t "([^"]*)")? ', body) == [
        ("Ferries", ""),
        ("Harbour", ""),
        ("A&amp;E", ""),
        ("Harbour:repairs", ""),
        ("Ferries", ""),
        ("A&amp;E", "See also Ferries"),
        ("Boats", "see Ferries"),
    ]
    assert body.count('w:fldCharType="begin"') == body.count('w:fldCharType="end"') == 8
    assert '<w:cols w:num="2" w:space="708"/>' in body
    assert b"updateFields" not in read_parts(data)["word/settings.xml"]
    assert "w:dirty" not in body


def test_a_web_page_leads_to_the_places_by_the_names_of_the_parts(tmp_path: Path) -> None:
    document, _ = composed(tmp_path)
    page = html(document, OPTIONS)[0].decode()
    assert '<a href="#place-5" aria-label="Ferries, in Risks">Risks</a>' in page
    assert '<span id="place-5">ferries</span>' in page
