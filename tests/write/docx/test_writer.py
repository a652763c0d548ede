"""A Word file is valid, clean and the same every time."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import Document, Heading, Paragraph, Section, plain, walk
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import W, dump_docx, read_body, read_paragraphs, read_parts
from support.docx_samples import HERE, SAMPLES, body, document, heading, inlines
from support.sample_documents import SAMPLES as MORE_SAMPLES

EVERY: list[Callable[[], Document]] = [*SAMPLES, *MORE_SAMPLES.values()]
every_sample = pytest.mark.parametrize("sample", EVERY, ids=lambda sample: f"{sample.__module__}.{sample.__name__}")


@every_sample
def test_every_kind_of_document_is_valid(sample: Callable[[], Document], tmp_path: Path) -> None:
    data, _ = docx(sample(), WriteOptions())
    path = tmp_path / "sample.docx"
    path.write_bytes(data)

    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@every_sample
def test_every_style_that_is_used_is_there(sample: Callable[[], Document]) -> None:
    data, _ = docx(sample(), WriteOptions())
    styles = etree.fromstring(read_parts(data)["word/styles.xml"])
    known = {style.get(f"{W}styleId") for style in styles.findall(f"{W}style")}
    used = {
        each.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for each in read_body(data).iter(f"{W}{name}")
    }

    assert used <= known


@every_sample
def test_all_words_are_there_in_the_order_of_the_tree(sample: Callable[[], Document]) -> None:
    tree = sample()
    data, _ = docx(tree, WriteOptions())
    written = iter([each.text.replace("\n", " ") for each in read_paragraphs(data)])
    words = [plain(block.content) for block in walk(tree) if isinstance(block, Heading | Paragraph)]

    assert [each for each in words if each not in written] == []


@every_sample
def test_every_paragraph_has_words_but_those_that_word_demands(sample: Callable[[], Document]) -> None:
    """A secretary restyles a document by its styles, so distances are never empty paragraphs."""
    data, _ = docx(sample(), WriteOptions())
    empty = {each.style for each in read_paragraphs(data) if not each.text and not each.in_table}

    assert empty <= {"BetweenTables", "AfterTable", "Rule"}


def test_two_processes_on_other_days_and_in_other_places_write_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import hashlib\n"
        "from govdocs.write.docx.writer import docx\n"
        "from govdocs.write.options import WriteOptions\n"
        "from support.docx_samples import SAMPLES\n"
        "print(hashlib.sha256(b''.join(docx(each(), WriteOptions())[0] for each in SAMPLES)).hexdigest())\n"
    )
    root = Path(__file__).parents[3]
    runs = []
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{root}/src:{root}/tests"}
        ran = subprocess.run(
            [sys.executable, "-c", script], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
        )
        runs.append(ran.stdout)

    assert runs[0] == runs[1]


def test_properties_say_what_the_document_is_and_when_it_was_made() -> None:
    options = WriteOptions(date=datetime(2018, 6, 14, 9, 30, tzinfo=UTC), producer="govdocs 1.0")
    data, _ = docx(document("paper-c", "Second collection", keywords=("blood", "GPs")), options)
    parts = read_parts(data)

    assert dump_docx(data).splitlines()[:8] == [
        "title: Second collection",
        "subject: Papers of 21 June 2018",
        "creator: Commissioning Collaborative Board",
        "keywords: blood, GPs",
        "language: en-GB",
        "lastModifiedBy: Commissioning Collaborative Board",
        "created: 2018-06-14T09:30:00Z",
        "modified: 2018-06-14T09:30:00Z",
    ]
    assert b"<Application>govdocs 1.0</Application>" in parts["docProps/app.xml"]
    assert sorted(parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert not any(b"python-docx" in part for part in parts.values())


def test_members_are_sorted_and_have_one_date() -> None:
    data, _ = docx(inlines(), WriteOptions())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()

    assert [each.filename for each in members] == sorted(each.filename for each in members)
    assert {each.date_time for each in members} == {(1980, 1, 1, 0, 0, 0)}


def test_an_empty_document_can_be_opened() -> None:
    data, found = docx(Document("empty", "Empty", "en-GB", (), "", (), HERE), WriteOptions())

    assert found == ()
    assert len(python_docx.Document(io.BytesIO(data)).paragraphs) == 1


def test_characters_that_a_file_cannot_hold_are_shown_and_reported() -> None:
    data, found = docx(document("odd", "Odd", body("before\x0cafter & <less>")), WriteOptions())

    assert read_paragraphs(data)[0].text == "before\N{REPLACEMENT CHARACTER}after & <less>"
    assert [(each.problem.name, each.message) for each in found] == [
        (
            "unprintable-character",
            "the text holds the control character `U+000C`; expected printable characters only",
        )
    ]


def test_a_document_reads_as_it_was_composed() -> None:
    expected = """\
[Heading1 #a_Top_of_it_f58d08b6] Words of every kind
[BodyText] {Strong|bold} {Emphasis|italic }{Strong+i|and bold} 21{Raised|st} {@cy|Bwrdd Iechyd}
[the web](https://example.org/?a=1&b=2), [paper D](paper-d.docx#summary), [the top](#a_Top_of_it_f58d08b6)
[Heading2] A heading with bold words
table BoardQuietBox | 170 mm | Notice
  row
    cell
      [BodyText] This item is held back until October.
[Question] Who pays?
[QuestionBullet] <\N{BULLET}> The CCGs
[QuestionBullet] <\N{BULLET}> The Trust
[Rule]
[Prompt] Label
[BodyText] Answer
[Centred new-page] This page is intentionally blank.
[ListBullet] <\N{BULLET}> first
[ListBullet2] <\N{EN DASH}> inner one
[ListBullet2] <\N{EN DASH}> inner two
[ListContinue] more of the first
[ListBullet] <\N{BULLET}> second
--- section 210 x 297 mm header1.xml footer1.xml
"""
    data, _ = docx(inlines(), WriteOptions())

    assert dump_docx(data).split("modified: 2000-01-01T00:00:00Z\n")[1] == expected


def test_bold_words_in_a_bold_heading_stay_bold() -> None:
    """Bold in the paragraph's style and in a run's style would cancel each other out in Word."""
    data, _ = docx(inlines(), WriteOptions())

    assert "[Heading2] A heading with bold words" in dump_docx(data)


def test_python_docx_finds_headings_and_styles_under_their_usual_names() -> None:
    data, _ = docx(
        document("names", "Names", Section((heading(1, "Title"), heading(2, "Part"), body("words")))), WriteOptions()
    )
    opened = python_docx.Document(io.BytesIO(data))

    assert [(each.style.name if each.style else "", each.text) for each in opened.paragraphs] == [
        ("Heading 1", "Title"),
        ("Heading 2", "Part"),
        ("Body Text", "words"),
    ]
