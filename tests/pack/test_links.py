"""Links arrive where they say, and those that cannot are named at the line that was typed."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from govdocs.compose.blocks import Cell, Column, Document, Link, Paragraph, Row, Section, Table, Text
from govdocs.diagnostics import Diagnostic
from govdocs.pack.bind import bind
from govdocs.places import Place
from govdocs.write.options import WriteOptions
from support.bound_pack import read_bookmarks, read_links
from support.supplied import make_document, make_pack, make_pdf

PAPER = make_pdf("<h1 id=top>Paper</h1><p style='break-before:page' id=costs>Costs</p><p id='rhan-ŵyth'>Wyth</p>")


def bound(href: str, document: Document | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Where a link of that address leads in a pack of an agenda (one page) and paper C (two pages)."""
    agenda = make_pdf(f"<h1>Agenda</h1><p><a href='{href}'>here</a></p>")
    pack = make_pack(document or make_document("agenda"), make_document("paper-c"))
    data, found = bind(pack, {"agenda": agenda, "paper-c": PAPER}, WriteOptions())
    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    return read_links(data)[0][2], found


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("paper-c.pdf", "page 1 at 842"),
        ("./paper-c.pdf", "page 1 at 842"),
        ("paper%2Dc.pdf", "page 1 at 842"),
        ("paper-c.pdf#costs", "page 2 at 760"),
        ("paper-c.pdf#rhan-%C5%B5yth", "page 2 at 737"),
        ("agenda.pdf", "page 0 at 842"),
        ("https://example.org/paper-c.pdf", "https://example.org/paper-c.pdf"),
        ("mailto:secretary@example.org", "mailto:secretary@example.org"),
    ],
)
def test_a_link_leads(href: str, wanted: str) -> None:
    assert bound(href) == (wanted, ())


@pytest.mark.parametrize(
    ("href", "where", "words"),
    [
        ("paper-x.pdf", "paper-x.pdf", "links to `paper-x`, which is not in the pack"),
        ("paper-x.pdf#costs", "paper-x.pdf#costs", "links to `paper-x`, which is not in the pack"),
        ("paper-c.pdf#gains", "page 1 at 842", "links to `gains` in `paper-c`, where no such place is"),
        ("figures.csv", "figures.csv", "links to the file `figures.csv`"),
        ("../july/paper-c.pdf", "../july/paper-c.pdf", "links to the file `../july/paper-c.pdf`"),
        ("file:///home/me/paper-c.pdf", "file:///home/me/paper-c.pdf", "links to the file `file:///home/me/paper-c.pdf`"),
    ],
)  # fmt: skip
def test_a_link_that_finds_nothing_is_named(href: str, where: str, words: str) -> None:
    leads, found = bound(href)
    assert leads == where
    assert [finding.problem.name for finding in found] == ["dead-pack-link"]
    assert words in found[0].message
    assert str(found[0].place) == "meetings/agenda.md:3:1"


def in_paragraph(link: Link, place: Place) -> Paragraph:
    return Paragraph((Text("See "), link), place)


def in_table(link: Link, place: Place) -> Table:
    cell = Cell((in_paragraph(link, place),), Place("agenda.yaml", 30))
    return Table((Column(1),), (), (Row((cell,), Place("agenda.yaml", 30)),), Place("agenda.yaml", 20))


@pytest.mark.parametrize("block", [in_paragraph, in_table])
def test_the_finding_stands_at_the_line_that_was_typed(block: Callable[[Link, Place], Any]) -> None:
    good = in_paragraph(Link((Text("c"),), document="paper-c"), Place("agenda.yaml", 10))
    bad = block(Link((Text("x"),), document="paper-x", anchor="costs"), Place("agenda.yaml", 31, 5))
    document = replace(make_document("agenda"), sections=(Section((good, bad)),))
    _, found = bound("paper-x.pdf#costs", document)
    assert str(found[0].place) == "agenda.yaml:31:5"


def test_a_link_that_is_wrong_on_every_page_is_named_once() -> None:
    agenda = make_pdf("<h1>Agenda</h1>" + "<p style='break-after:page'><a href='paper-x.pdf'>here</a></p>" * 4)
    _, found = bind(make_pack(make_document("agenda")), {"agenda": agenda}, WriteOptions())
    assert len(found) == 1


def with_action(**action: Any) -> bytes:
    """An agenda whose only link was made by another program."""
    file = BytesIO()
    with pikepdf.open(BytesIO(make_pdf("<h1>Agenda</h1><p><a href='https://example.org'>here</a></p>"))) as pdf:
        pdf.pages[0].obj.Annots[0].A = Dictionary(**action)
        pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("action", "wanted"),
    [
        ({"S": Name.GoToR, "F": "paper-c.pdf", "D": "costs"}, "page 2 at 760"),
        ({"S": Name.GoToR, "F": "paper-c.pdf", "D": Array([1, Name.Fit])}, "page 2 at 842"),
        ({"S": Name.GoToR, "F": Dictionary(Type=Name.Filespec, F="x.pdf", UF="paper-c.pdf")}, "page 1 at 842"),
        ({"S": Name.Launch, "F": "paper-c.pdf"}, "page 1 at 842"),
    ],
)
def test_links_of_other_programs_lead_too(action: dict[str, Any], wanted: str) -> None:
    pack = make_pack(make_document("agenda"), make_document("paper-c"))
    data, found = bind(pack, {"agenda": with_action(**action), "paper-c": PAPER}, WriteOptions())
    assert found == ()
    assert read_links(data)[0][2] == wanted


def test_a_page_that_a_paper_does_not_have_is_named() -> None:
    action = {"S": Name.GoToR, "F": "paper-c.pdf", "D": Array([7, Name.Fit])}
    pack = make_pack(make_document("agenda"), make_document("paper-c"))
    data, found = bind(pack, {"agenda": with_action(**action), "paper-c": PAPER}, WriteOptions())
    assert read_links(data)[0][2] == "page 1 at 842"
    assert "links to page 8 of `paper-c`, which has 2" in found[0].message


def test_links_and_bookmarks_to_pages_survive() -> None:
    """As office programs make them: destinations that are pages, not names."""
    file = BytesIO()
    with pikepdf.open(BytesIO(PAPER)) as pdf:
        first, second = (sheet.obj for sheet in pdf.pages)
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Contents="on", Dest=[second, Name.Fit])
        first.Annots = Array([pdf.make_indirect(link)])
        with pdf.open_outline() as outline:
            outline.root[:] = [
                pikepdf.OutlineItem("Begin", 0),
                pikepdf.OutlineItem("End", pikepdf.make_page_destination(pdf, 1)),
            ]
        pdf.save(file)
    pdfs = {"agenda": make_pdf("<h1>Agenda</h1>"), "paper-c": file.getvalue()}
    data, found = bind(make_pack(make_document("agenda"), make_document("paper-c")), pdfs, WriteOptions())
    assert found == ()
    assert read_bookmarks(data)[-2:] == ["  Begin -> page 1", "  End -> page 2"]
    assert read_links(data)[0][2] == "page 2"


def test_bookmarks_by_name_lead_to_their_own_paper() -> None:
    """Two papers name a place alike; each one's bookmark stays in it."""

    def by_name(data: bytes) -> bytes:
        file = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.Root.Outlines.First.Dest = pikepdf.String("costs")
            pdf.save(file)
        return file.getvalue()

    pdfs = {name: by_name(PAPER) for name in ("paper-b", "paper-c")}
    data, found = bind(make_pack(make_document("paper-b"), make_document("paper-c")), pdfs, WriteOptions())
    assert found == ()
    assert [line for line in read_bookmarks(data) if "Paper" in line] == ["  Paper -> page 1", "  Paper -> page 3"]
