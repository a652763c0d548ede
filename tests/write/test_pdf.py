"""The PDF as a file and as pages."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from govdocs.compose.blocks import Block, Column, Document, Link, ParagraphKind, Picture, RowKind, Scope, Table, Text
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.pdf_engine import PackageFetcher
from govdocs.write.theme import built_in_theme
from support.pdf_layout import lay_out
from support.pdf_reading import read_artifacts
from support.sample_blocks import HERE, cell, document, head, heading, paragraph, row
from support.sample_documents import SAMPLES

Written = tuple[Document, bytes, tuple[Diagnostic, ...]]
MM = 72 / 25.4
OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC), producer="govdocs 1.0")


def codes(*blocks: Block) -> list[str]:
    return [finding.problem.code for finding in pdf(document("test", "Test", *blocks), OPTIONS)[1]]


def test_nothing_stands_outside_the_margins(sample: Written, tmp_path: Path) -> None:
    page = built_in_theme().page
    for laid in lay_out(sample[1], tmp_path):
        margin = (page.landscape_margin_mm if laid.width > laid.height else page.margin_mm) * MM
        for word in laid.words:
            assert word.left >= margin - 0.5, word
            assert word.right <= laid.width - margin + 0.5, word
            assert word.top >= page.header_mm * MM - 0.5, word
            assert word.bottom <= laid.height - page.footer_mm * MM + 3, word


def test_the_text_keeps_clear_of_header_and_footer(sample: Written, tmp_path: Path) -> None:
    page = built_in_theme().page
    for laid in lay_out(sample[1], tmp_path):
        for word in laid.words:
            in_header = word.bottom < (page.top_mm - 3) * MM
            in_footer = word.top > laid.height - (page.bottom_mm - 3) * MM
            in_text = word.top >= page.top_mm * MM - 1 and word.bottom <= laid.height - page.bottom_mm * MM + 1
            assert in_header or in_footer or in_text, word


def test_the_footer_keeps_room_for_the_packs_number(tmp_path: Path) -> None:
    page = built_in_theme().page
    laid = lay_out(pdf(SAMPLES["finance"](), OPTIONS)[0], tmp_path)
    for each, margin in zip(laid, (page.margin_mm, page.landscape_margin_mm), strict=True):
        footer = [word for word in each.words if word.top > each.height - page.bottom_mm * MM]
        assert [word.text for word in footer[-4:]] == ["page", str(laid.index(each) + 1), "of", "2"]
        assert max(word.right for word in footer) <= each.width - (margin + page.pack_number_mm) * MM + 0.5


@pytest.mark.parametrize("filler", range(32, 46))
def test_no_heading_is_last_on_a_page(filler: int, tmp_path: Path) -> None:
    table = Table(
        (Column(1), Column(1)),
        (head("Scheme", "Plan"),),
        tuple(row(cell(f"Row {number}", Scope.ROW), "1") for number in range(30)),
        HERE,
        caption=(Text("A caption"),),
    )
    lines = [paragraph(f"Filler {number}") for number in range(filler)]
    data, _ = pdf(document("test", "Test", heading(1, "Title"), *lines, heading(2, "Kept together"), table), OPTIONS)
    pages = [laid.lines(above=80, below=58) for laid in lay_out(data, tmp_path)]
    first = next(page for page in pages if "Kept together" in page)
    after = first[first.index("Kept together") + 1 :]
    assert after[:3] == ["A caption", "Scheme Plan", "Row 0 1"], after
    rows = [line for page in pages for line in page if line.startswith("Row ")]
    assert rows == [f"Row {number} 1" for number in range(30)]


def test_a_band_is_not_last_on_a_page(tmp_path: Path) -> None:
    rows = [
        each
        for number in range(60)
        for each in (row(cell(f"Band {number}", columns=2), kind=RowKind.BAND), row("under it", str(number)))
    ]
    table = Table((Column(1), Column(1)), (head("Item", "Number"),), tuple(rows), HERE)
    data, _ = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    for laid in lay_out(data, tmp_path):
        lines = laid.lines(above=80, below=58)
        assert not lines[-1].startswith("Band"), lines
        assert "Item Number" in lines


def test_rows_that_a_cell_holds_together_stay_on_one_page(tmp_path: Path) -> None:
    rows = [
        each
        for number in range(40)
        for each in (row(cell(f"Group {number}", Scope.ROW, rows=3), "first"), row("second"), row(f"third {number}"))
    ]
    table = Table((Column(1), Column(1)), (head("Group", "Part"),), tuple(rows), HERE)
    data, _ = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    for laid in lay_out(data, tmp_path):
        lines = laid.lines(above=80, below=58)
        assert sum("third" in line for line in lines) == sum("first" in line for line in lines)


@pytest.mark.parametrize("breakable", [True, False])
def test_a_row_taller_than_a_page_loses_no_word(breakable: bool, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(1500)]
    rows = (row("before", "1"), row("long", " ".join(words), breakable=breakable), row("after", "3"))
    table = Table((Column(1), Column(1)), (head("Item", "Text"),), rows, HERE)
    data, found = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    assert found == ()
    laid = lay_out(data, tmp_path)
    assert [word.text for each in laid for word in each.words if word.text.startswith("word")] == words
    page = built_in_theme().page
    assert all(word.bottom <= each.height - page.footer_mm * MM + 3 for each in laid for word in each.words)


def test_rows_that_no_page_can_hold_together_are_divided_and_told(tmp_path: Path) -> None:
    held = row(cell("held", Scope.ROW, rows=60), "Part 0")
    rows = (
        row(cell("A band", columns=2), kind=RowKind.BAND),
        held,
        *(row(f"Part {number}") for number in range(1, 60)),
    )
    table = Table((Column(1), Column(1)), (head("Group", "Part"),), rows, HERE)
    data, found = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    assert [finding.problem.code for finding in found] == ["G959"]
    words = [word.text for each in lay_out(data, tmp_path) for word in each.words]
    assert words.count("held") == 1
    parts = [after for before, after in pairwise(words) if before == "Part"]
    assert [part for part in parts if part.isdecimal()] == [str(number) for number in range(60)]


def test_words_that_stand_on_no_page_are_told() -> None:
    table = Table((Column(1), Column(1)), (head("Endless " * 1500, "B"),), (row("1", "2"),), HERE)
    (finding,) = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)[1]
    assert finding.problem.code == "G958"
    assert "beginning with `Endless Endless" in finding.message


def test_a_source_and_a_caption_stay_with_the_last_row(tmp_path: Path) -> None:
    for count in range(26, 31):
        rows = tuple(row(f"Row {number}", "x") for number in range(count))
        table = Table(
            (Column(1), Column(1)), (head("A", "B"),), rows, HERE, caption=(Text("Below"),), caption_below=True
        )
        source = paragraph("The source", ParagraphKind.NOTE)
        data, _ = pdf(document("test", "Test", heading(1, "Title"), table, source), OPTIONS)
        last = lay_out(data, tmp_path)[-1].lines(above=80, below=58)
        assert last[-3:] == [f"Row {count - 1} x", "Below", "The source"]


def test_a_long_letterhead_moves_the_text_down(tmp_path: Path) -> None:
    tops = []
    for lines in (0, 1, 3, 6):
        letterhead = tuple(f"Organisation{number}" for number in range(lines))
        data, _ = pdf(document("test", "Test", heading(1, "Title"), letterhead=letterhead), OPTIONS)
        (laid,) = lay_out(data, tmp_path)
        title = next(word for word in laid.words if word.text == "Title")
        heads = [word for word in laid.words if word.text.startswith("Organisation")]
        assert len(heads) == lines
        assert all(word.bottom < title.top - 8 for word in heads)
        tops.append(round(title.top))
    assert tops[0] == tops[1] < tops[2] < tops[3]


def test_a_file_says_what_it_is() -> None:
    data, _ = pdf(SAMPLES["cover_sheet"](), OPTIONS)
    with pikepdf.open(BytesIO(data)) as file:
        assert str(file.docinfo.Title) == "Paper C: Second Primary Care Blood Collection"
        assert str(file.docinfo.Author) == "Leicester, Leicestershire and Rutland CCGs"
        assert str(file.docinfo.Subject) == "Commissioning Collaborative Board, 21 June 2018"
        assert str(file.docinfo.Producer) == "govdocs 1.0 (WeasyPrint 70.0)"
        assert str(file.docinfo.CreationDate) == "D:20180614090000+00'00"
        assert str(file.Root.Lang) == "en-GB"
        with file.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Second Primary Care Blood Collection"]
            assert [item.title for item in outline.root[0].children] == [
                "CCG involvement to date",
                "Formally signed off by CCG prior to CCB",
                "Summary",
                "Recommendations",
            ]
        metadata = file.Root.Metadata
        assert "/Filter" not in metadata
        assert b"<pdfuaid:part>1</pdfuaid:part>" in bytes(metadata.read_raw_bytes()) or b'pdfuaid:part="1"' in bytes(
            metadata.read_raw_bytes()
        )


def test_only_the_fonts_of_the_package_are_used(sample: Written) -> None:
    with pikepdf.open(BytesIO(sample[1])) as file:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in file.pages
            for font in dict(page.obj.Resources.get("/Font", {})).values()
        }
    assert names
    assert all(name.startswith(("Liberation-Sans", "Govdocs-Symbols")) for name in names), names


def test_a_page_is_held_as_its_section_says() -> None:
    sizes = {}
    for name in ("finance", "dashboard"):
        with pikepdf.open(BytesIO(pdf(SAMPLES[name](), OPTIONS)[0])) as file:
            sizes[name] = [tuple(round(float(each) / MM) for each in page.mediabox[2:]) for page in file.pages]
    assert sizes["finance"] == [(210, 297), (297, 210)]
    assert set(sizes["dashboard"]) == {(420, 297)}


def test_the_same_document_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; from datetime import datetime, UTC\n"
        "from support.sample_documents import SAMPLES\n"
        "from govdocs.write.options import WriteOptions; from govdocs.write.pdf import pdf\n"
        "options = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC), producer='govdocs 1.0')\n"
        "for name in sys.argv[1:]:\n"
        "    print(name, hashlib.sha256(pdf(SAMPLES[name](), options)[0]).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    answers = []
    for seed, zone, names in (
        ("0", "UTC", ("finance", "mixture", "minutes")),
        ("77", "Asia/Tokyo", ("minutes", "mixture", "finance")),
    ):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": f"{root / 'src'}:{root / 'tests'}",
        }
        done = subprocess.run(
            [sys.executable, "-c", script, *names],
            env=environment,
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
        answers.append(sorted(done.stdout.splitlines()))
    assert answers[0] == answers[1]
    assert len(answers[0]) == 3


def test_a_letter_that_no_font_has_is_found_where_it_was_typed() -> None:
    there = Place("records/people.yaml", 12, 9)
    name = paragraph("plain")
    written = document("test", "Test", heading(1, "Title"), name, type(name)((Text("Ms 李 Lock"),), there))
    (finding,) = pdf(written, OPTIONS)[1]
    assert (finding.problem.code, finding.place) == ("G946", there)
    assert "`李` (U+674E)" in finding.message


def test_a_picture_that_cannot_be_read_or_heard_is_a_finding() -> None:
    there = Place("meetings/paper.md", 3, 1)
    broken = Picture(b"no picture at all", "image/png", "A chart", there)
    (finding,) = pdf(document("test", "Test", heading(1, "Title"), broken), OPTIONS)[1]
    assert (finding.problem.code, finding.place) == ("G947", there)
    chart = next(block for block in SAMPLES["mixture"]().sections[0].blocks if isinstance(block, Picture))
    assert codes(heading(1, "Title"), Picture(chart.data, chart.media_type, " ", HERE)) == ["G945"]


def test_a_link_that_leads_nowhere_is_a_finding() -> None:
    assert codes(heading(1, "Title"), paragraph(Link((Text("risks"),), anchor="risks"))) == ["G948"]


def test_a_table_that_cannot_fit_is_a_finding_and_stays_on_the_page(tmp_path: Path) -> None:
    names = tuple(f"Extraordinarilylongheading{number}" for number in range(12))
    table = Table(tuple(Column(1) for _ in names), (head(*names),), (row(*("1" for _ in names)),), HERE)
    data, found = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    assert [finding.problem.code for finding in found] == ["G943"]
    (laid,) = lay_out(data, tmp_path)
    assert max(word.right for word in laid.words) <= laid.width - built_in_theme().page.margin_mm * MM + 0.5


@pytest.mark.parametrize(
    ("columns", "advice"), [(8, "turn the page"), (12, "print it on A3"), (40, "divide its columns between")]
)
def test_a_table_that_cannot_fit_is_told_the_page_that_has_room(columns: int, advice: str) -> None:
    names = tuple(f"Headings{number:02}" for number in range(columns))
    table = Table(tuple(Column(1) for _ in names), (head(*names),), (row(*("1" for _ in names)),), HERE)
    (finding,) = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)[1]
    assert finding.problem.code == "G943"
    assert advice in finding.hint


def test_the_engine_fetches_nothing_but_fonts_and_pictures() -> None:
    fetcher = PackageFetcher({})
    for address in ("https://example.org/x.png", "file:///etc/passwd", "ftp://example.org/", "picture:0"):
        with pytest.raises(ValueError, match="disallowed protocol"):
            fetcher.fetch(address)
    assert fetcher.fetch("font:../fonts/LiberationSans-Bold.ttf").read(4) == b"\x00\x01\x00\x00"


def test_words_of_header_and_footer_cannot_end_the_style_sheet() -> None:
    label = 'a"; } </style> \\ b'
    named = document("test", "Test", heading(1, "Title"), label=label, letterhead=("It's \\'A & <B>",))
    data, found = pdf(named, OPTIONS)
    assert found == ()
    assert read_artifacts(data) == f"It's \\'A & <B>{label}page 1 of 1"


def test_the_environment_is_put_back() -> None:
    before = dict(os.environ)
    pdf(SAMPLES["blank"](), OPTIONS)
    assert dict(os.environ) == before


def test_the_word_behind_a_draft_is_drawn_and_not_said(tmp_path: Path) -> None:
    data, _ = pdf(SAMPLES["cover_sheet"](), OPTIONS)
    words = [word.text for laid in lay_out(data, tmp_path) for word in laid.words]
    assert "DRAFT" not in words
    assert "Draft" in words


@pytest.mark.parametrize("filler", range(28, 40))
def test_a_short_table_stands_on_one_page(filler: int, tmp_path: Path) -> None:
    rows = tuple(row(cell(f"Row {number}", Scope.ROW), "1") for number in range(4))
    table = Table((Column(1), Column(1)), (head("Scheme", "Plan"),), rows, HERE)
    lines = [paragraph(f"Filler {number}") for number in range(filler)]
    data, _ = pdf(document("test", "Test", heading(1, "Title"), *lines, table), OPTIONS)
    pages = [laid.lines(above=80, below=58) for laid in lay_out(data, tmp_path)]
    at = [number for number, page in enumerate(pages) for line in page if line.startswith("Row ")]
    assert len(at) == 4
    assert len(set(at)) == 1


@pytest.mark.parametrize("filler", range(20, 32))
def test_the_last_row_of_a_table_is_not_alone_on_a_page(filler: int, tmp_path: Path) -> None:
    rows = tuple(row(cell(f"Row {number}", Scope.ROW), "1") for number in range(filler + 12))
    table = Table((Column(1), Column(1)), (head("Scheme", "Plan"),), rows, HERE)
    data, _ = pdf(document("test", "Test", heading(1, "Title"), table), OPTIONS)
    pages = [laid.lines(above=80, below=58) for laid in lay_out(data, tmp_path)]
    counts = [sum(line.startswith("Row ") for line in page) for page in pages]
    assert sum(counts) == filler + 12
    assert 1 not in counts
