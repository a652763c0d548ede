"""Bodies of every kind, adopted by data and templates alone: their papers are what was meant, whole in every format."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import page
import pytest
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import Document, Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.pack.bind import bind
from govdocs.workflow.check import check_repository
from govdocs.workflow.pack_files import meeting_theme
from govdocs.workflow.settings import Settings
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages
from govdocs.write.pdf import pdf
from support.golden import check_golden
from support.outline import outline, outline_pack
from support.pdf_reading import read_tags
from support.printed import printed, printed_in_docx
from support.records import CASES, load_library
from support.tag_outline import outline_document, outline_tags

MEETINGS = {
    "west-board": "board/2019-06-11",
    "scrutiny": "scrutiny/2014-03-12",
    "town-council": "council/2024-03-12",
    "association-board": "board/2024-02",
    "committees-in-common": "common/2023-09-05",
    "operational-plan": "board/2015-04-14",
}
#: What a rule says of a case and its records excuse, because it is the point of the case.
EXCUSED = {
    "operational-plan": [
        *["due-outside-period"] * 6,
        "name-differs-a-little",
        *["reading-to-come"] * 2,
        *["section-item-without-date"] * 3,
        "short-form-in-table",
        "unsure-in-total",
        "year-formats-mixed",
    ],
    "scrutiny": ["contact-out-of-reach", "name-spelt-two-ways", "word-in-two-forms"],
    "town-council": ["order-changed"],
    "west-board": ["plan-for-the-past", "short-form-explained-late"],
}
every_case = pytest.mark.parametrize("case", MEETINGS)


@dataclass(frozen=True)
class BuiltCase:
    """The pack of a case's meeting and its documents as PDF and Word files, by name."""

    pack: Pack
    pdfs: dict[str, bytes]
    words: dict[str, bytes]
    options: WriteOptions
    findings: tuple[Diagnostic, ...]


@cache
def built(case: str) -> BuiltCase:
    library, _ = load_library(CASES / case)
    meeting = library.meetings[MEETINGS[case]]
    pack, composing = compose_meeting(library, meeting, CASES / case)
    theme, _ = meeting_theme(library, meeting)
    options = WriteOptions(theme)
    pdfs = {document.name: pdf(document, options) for document in pack.documents()}
    words = {document.name: docx(document, options) for document in pack.documents()}
    writing = [found for written in (*pdfs.values(), *words.values()) for found in written[1]]
    return BuiltCase(
        pack,
        {name: written[0] for name, written in pdfs.items()},
        {name: written[0] for name, written in words.items()},
        options,
        (*composing, *writing),
    )


def papers(case: str) -> Iterator[Document]:
    """The documents that readers get by themselves: no dividers, no blank pages."""
    yield from (document for document in built(case).pack.documents() if document.furniture)


@every_case
def test_the_records_are_sound_but_for_what_is_meant(case: str) -> None:
    checked = check_repository(Settings(CASES / case, datetime(2031, 1, 2, tzinfo=UTC)))
    assert [f"{found.place}: {found.problem.name}: {found.message}" for found in checked.findings] == []
    assert sorted(found.problem.name for found in checked.waived) == EXCUSED.get(case, [])


@every_case
def test_nothing_is_wrong_on_the_way_to_the_files(case: str) -> None:
    assert [f"{found.place}: {found.problem.name}: {found.message}" for found in built(case).findings] == []


@every_case
def test_the_papers_say_what_they_are_meant_to_say(case: str) -> None:
    expected = CASES / case / "expected"
    documents = {document.name: document for document in papers(case)}
    for name, document in documents.items():
        check_golden(expected / f"{name}.txt", outline(document))
    check_golden(expected / "pack.txt", outline_pack(built(case).pack))
    assert {path.stem for path in expected.iterdir()} == {*documents, "pack"}


@every_case
def test_pdf_and_word_hold_the_same_words_in_the_same_order(case: str) -> None:
    for document in papers(case):
        assert outline_tags(read_tags(built(case).pdfs[document.name])) == outline_document(document)
        assert printed_in_docx(built(case).words[document.name]) == printed(document)


@every_case
def test_the_files_are_accessible_and_valid(case: str, tmp_path: Path) -> None:
    for name, content in built(case).pdfs.items():
        assert page.validate_pdf_bytes(content, profile="ua1").failures == [], name
    for name, content in built(case).words.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(content)
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == [], name


@every_case
def test_the_pack_is_bound_whole(case: str) -> None:
    made = built(case)
    bound, findings = bind(made.pack, made.pdfs, made.options)
    assert findings == ()
    assert page.validate_pdf_bytes(bound, profile="ua1").failures == []
    assert count_pages(bound) == sum(count_pages(made.pdfs[part.document.name]) for part in made.pack.parts)


def test_no_case_needs_python_about_its_body() -> None:
    for case in MEETINGS:
        assert [path.name for path in (CASES / case).rglob("*.py")] == []
