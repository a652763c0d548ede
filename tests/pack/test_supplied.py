"""Papers that somebody else wrote: bound behind our front sheet, or refused for a reason."""

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as word
import pikepdf
import pytest
from docx.oxml import OxmlElement
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from govdocs.compose.blocks import Document, Heading, Link, Paragraph, Section, Supplied, Text
from govdocs.diagnostics import Diagnostic
from govdocs.pack.bind import bind
from govdocs.pack.supplied import paper_pdf
from govdocs.places import Place
from govdocs.write.options import Source, WriteOptions
from govdocs.write.supplied_word import check_word
from support.bound_pack import read_bookmarks, read_links, read_runs
from support.conformance import failures
from support.pdf_layout import lay_out
from support.pdf_reading import read_tags
from support.supplied import make_document, make_pack, make_pdf

PLACE = Place("meetings/june/papers/c.md", 3)
TAGGED = make_pdf("<h1 id=top>Contract</h1><p>Its terms.</p><p><a href='#end'>To the end</a></p>"
                  "<h2 id=end style='break-before: page'>The end</h2><p>Signed.</p>", "Contract")  # fmt: skip
UNTAGGED = make_pdf("<p>A scan.</p>", "Scan", variant=None)
OPTIONS = WriteOptions(sources=(Source("c.json", "application/json", b"{}"),))


def paper(*files: bytes, name: str = "report.pdf") -> Document:
    link = Link((Text("the agenda"),), document="agenda")
    blocks = (Heading(1, (Text("Front sheet"),), PLACE), Paragraph((link,), PLACE, anchor="here"))
    supplied = tuple(Supplied(name, data, f"File {number}", PLACE) for number, data in enumerate(files, start=1))
    document = replace(make_document("paper-c", "The contract"), sections=(Section(blocks),), label="Paper C")
    return replace(document, supplied=supplied)


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes = TAGGED, **settings: Any) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file, **settings)
    return file.getvalue()


def bound(document: Document) -> tuple[bytes, tuple[str, ...]]:
    agenda = replace(make_document("agenda", "Agenda"), sections=(Section((Heading(1, (Text("Agenda"),), PLACE),)),))
    pdfs: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for each in (agenda, document):
        pdfs[each.name], said = paper_pdf(each, OPTIONS)
        found += said
    data, said = bind(make_pack(agenda, document), pdfs, OPTIONS)
    return data, tuple(finding.problem.code for finding in (*found, *said))


def test_the_supplied_pages_follow_our_front_sheet_with_their_tags() -> None:
    data, found = paper_pdf(paper(TAGGED), OPTIONS)
    assert found == ()
    front, contract = read_tags(data).tags
    assert [tag.text for tag in front.tags] == ["Front sheet", "the agenda"]
    assert [f"{tag.role} {tag.text}" for tag in contract.every("H1", "H2")] == ["H1 Contract", "H2 The end"]
    assert failures_of_access(data) == []


def test_names_that_are_no_letters_stop_nothing() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots[0].Subtype = Name("/Odd")

    plain = changed(rename, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert plain.count(b"/Odd") == 1
    data, _ = paper_pdf(paper(plain.replace(b"/Odd", b"/\xd6\xff\xfe")), OPTIONS)
    assert len(read_tags(data).tags) == 2


def test_a_page_too_narrow_for_any_label_has_none() -> None:
    narrow = make_pdf("<p>No</p>", "Slip", style="@page { size: 20mm 20mm; margin: 1mm }")
    data, _ = paper_pdf(paper(narrow), OPTIONS)
    assert [run.text for run in read_runs(data) if run.page == 1 and run.text.strip()] == ["No"]


def failures_of_access(data: bytes) -> list[str]:
    return [failure for failure in failures(data) if failure.startswith("ua1")]


def test_every_supplied_page_carries_the_papers_label_and_its_number() -> None:
    data, _ = paper_pdf(paper(TAGGED), OPTIONS)
    stamped = [(run.page, run.text) for run in read_runs(data) if run.text.startswith("Paper C ·")]
    assert stamped == [(1, "Paper C · page 1 of 2"), (2, "Paper C · page 2 of 2")]
    assert all(run.artifact for run in read_runs(data) if run.text.startswith("Paper C ·"))


def test_every_supplied_page_of_a_draft_says_so() -> None:
    data, _ = paper_pdf(replace(paper(TAGGED), watermark="DRAFT"), OPTIONS)
    assert {run.page for run in read_runs(data) if run.text.startswith("DRAFT · Paper C · page")} == {1, 2}


def test_in_the_pack_its_links_and_bookmarks_lead_to_its_pages() -> None:
    data, codes = bound(paper(TAGGED, UNTAGGED))
    assert codes == ("G588",)
    assert {where.partition(" at ")[0] for page, _, where in read_links(data) if page == 1} == {"page 0"}
    assert {where.partition(" at ")[0] for page, _, where in read_links(data) if page == 2} == {"page 3"}
    assert any("File 1" in line and line.endswith("-> page 2") for line in read_bookmarks(data))
    assert any("File 2" in line and line.endswith("-> page 4") for line in read_bookmarks(data))
    numbers = [run.text for run in read_runs(data) if run.text.startswith("pack page")]
    assert numbers == [f"pack page {number}" for number in range(1, 6)]


def test_a_pack_with_an_untagged_file_claims_nothing_and_says_what_to_ask_for() -> None:
    _, (finding,) = paper_pdf(paper(UNTAGGED), OPTIONS)
    assert (finding.problem.code, finding.place) == ("G588", PLACE)
    assert "`report.pdf` is not tagged" in finding.message
    data, _ = bound(paper(UNTAGGED))
    with pikepdf.open(BytesIO(data)) as file:
        assert b"pdfuaid" not in file.Root.Metadata.read_bytes().replace(b"xmlns:pdfuaid", b"")
    data, codes = bound(paper(TAGGED))
    assert codes == ()
    assert failures_of_access(data) == []


def test_nothing_that_the_file_hides_reaches_the_paper() -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = String("SECRET name")
        pdf.pages[0].obj.PieceInfo = Dictionary(Program=Dictionary(Private=String("SECRET note")))
        pdf.pages[0].obj.Metadata = pikepdf.Stream(pdf, b"SECRET packet")
        pdf.Root.Old = pdf.make_indirect(String("SECRET revision"))
        pdf.pages[0].obj.Secret = String("SECRET key of a program")
        attached = Dictionary(
            Type=Name.Filespec, F=String("SECRET.txt"), EF=Dictionary(F=pikepdf.Stream(pdf, b"SECRET"))
        )
        pdf.Root.StructTreeRoot.K[0].AF = Array([attached])
        link = next(one for one in pdf.pages[0].obj.Annots if one.Subtype == Name.Link)
        link.NM, link.T = String("SECRET name"), String("SECRET person")
        resources = pdf.pages[0].obj.Resources
        unused = pikepdf.Stream(pdf, b"(SECRET page that was taken out) Tj", Type=Name.XObject, Subtype=Name.Form)
        resources.XObject = Dictionary(Unused=unused)

    data, _ = paper_pdf(paper(changed(hide)), OPTIONS)
    with pikepdf.open(BytesIO(data)) as file:
        plain = BytesIO()
        file.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    assert b"SECRET" not in plain.getvalue()
    assert paper_pdf(paper(changed(hide, deterministic_id=True)), OPTIONS) == paper_pdf(
        paper(changed(hide, deterministic_id=True)), OPTIONS
    )


def test_photographs_do_not_say_where_they_were_taken() -> None:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "SECRET place"
    Image.new("RGB", (8, 8), "red").save(file, "JPEG", exif=exif, comment=b"SECRET remark")
    photograph = file.getvalue()
    assert photograph.count(b"SECRET") == 2

    def show(pdf: pikepdf.Pdf) -> None:
        facts: dict[str, Any] = {"Width": 8, "Height": 8, "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
        image = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, **facts)
        image.write(photograph, filter=Name.DCTDecode)
        pdf.pages[0].obj.Resources.XObject = Dictionary(Photo=image)
        pdf.pages[0].contents_add(b"q 9 0 0 9 0 0 cm /Photo Do Q")

    data, found = paper_pdf(paper(changed(show)), OPTIONS)
    assert found == ()
    with pikepdf.open(BytesIO(data)) as pdf:
        (image,) = [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Filter") == Name.DCTDecode
        ]
        carried = image.read_raw_bytes()
    assert b"SECRET" not in carried
    assert Image.open(BytesIO(carried)).tobytes() == Image.open(BytesIO(photograph)).tobytes()


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def button(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.Launch, F=String("calc.exe"))
    pdf.pages[0].obj.Annots.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action))


def remark(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots.append(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9]))


def chained(pdf: pikepdf.Pdf) -> None:
    then = Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([Dictionary(S=Name.JavaScript, JS=String("x()"))]))
    pdf.pages[0].obj.Annots.append(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=then))


def bookmark(pdf: pikepdf.Pdf) -> None:
    top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    item = Dictionary(Title=String("Run"), Parent=top, A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    top.First = top.Last = pdf.make_indirect(item)
    pdf.Root.Outlines = top


def drawing(pdf: pikepdf.Pdf) -> None:
    shape = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 9, 9], Contents=String("not like this"))
    pdf.pages[0].obj.Annots.append(shape)


def layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes to ourselves")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def giant(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 9000, 9000])


REFUSED: dict[str, tuple[bytes, str]] = {
    "script": (changed(script), "carries scripts"),
    "button": (changed(button), "carries scripts"),
    "chained": (changed(chained), "carries scripts"),
    "bookmark": (changed(bookmark), "carries scripts"),
    "remark": (changed(remark), "holds a remark"),
    "drawing": (changed(drawing), "holds a remark"),
    "layer": (changed(layer), "holds layers that are switched off"),
    "giant page": (changed(giant), "larger than A0"),
    "locked": (changed(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")), "locked with a password"),
    "protected": (changed(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="")), "protected"),
    "cut off": (TAGGED[: len(TAGGED) // 2], "damaged or incomplete"),
    "no pdf": (b"PK\x03\x04", "is no PDF"),
    "empty": (b"", "is no PDF"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_bound_is_refused_with_the_reason(case: str) -> None:
    content, words = REFUSED[case]
    data, (finding,) = paper_pdf(paper(content), OPTIONS)
    assert (finding.problem.code, finding.place) == ("G587", PLACE)
    assert words in finding.message
    assert [tag.text for tag in read_tags(data).tags] == ["Front sheet", "the agenda"]


def word_file(change: Callable[[Any], None] = lambda _: None) -> bytes:
    document, file = word.Document(), BytesIO()
    document.core_properties.title = "Letter"
    document.add_heading("A letter", 1)
    document.add_paragraph("Its words.")
    change(document)
    document.save(file)
    return file.getvalue()


def track(document: Any) -> None:
    document.paragraphs[1]._p.append(OxmlElement("w:ins"))


def comment(document: Any) -> None:
    document.add_comment(document.paragraphs[1].runs, "not for the public", "Lawyer")


def comment_in_the_margin_alone(document: Any) -> None:
    document.paragraphs[1]._p.append(OxmlElement("w:commentReference"))


def format_tracked(document: Any) -> None:
    document.paragraphs[1]._p.get_or_add_pPr().append(OxmlElement("w:pPrChange"))


def conceal(document: Any) -> None:
    document.paragraphs[1].runs[0].font.hidden = True


def conceal_by_style(document: Any) -> None:
    document.styles["Quote Char"].font.hidden = True
    document.paragraphs[1].runs[0].style = "Quote Char"


def link_picture(document: Any) -> None:
    document.part.rels.get_or_add_ext_rel(f"{RELATIONS}/image", "https://example.org/counts-who-reads.png")


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (track, "holds tracked changes"),
        (format_tracked, "holds tracked changes"),
        (comment, "holds comments"),
        (comment_in_the_margin_alone, "holds comments"),
        (conceal, "holds hidden words"),
        (conceal_by_style, "holds hidden words"),
        (link_picture, "shows pictures or parts that lie elsewhere"),
    ],
)
def test_a_word_file_with_what_was_not_meant_for_its_readers_is_refused(
    change: Callable[[Any], None], words: str
) -> None:
    data = word_file(change)
    assert words in check_word(data)[0]
    _, (finding,) = paper_pdf(paper(data, name="letter.docx"), OPTIONS)
    assert finding.message.startswith(f"`letter.docx` {words}")


def test_what_word_itself_hides_or_links_to_is_no_reason() -> None:
    def harmless(document: Any) -> None:
        document.styles["Quote Char"].font.hidden = True  # a style that nothing uses
        mark = OxmlElement("w:rPr")
        mark.append(OxmlElement("w:vanish"))  # the paragraph's mark, as between a heading and words that run on
        document.paragraphs[1]._p.get_or_add_pPr().append(mark)
        document.part.rels.get_or_add_ext_rel(f"{RELATIONS}/hyperlink", "https://example.org/")
        document.part.rels.get_or_add_ext_rel(f"{RELATIONS}/attachedTemplate", "file:///C:/Normal.dotm")

    assert check_word(word_file()) == ("", "")
    assert check_word(word_file(harmless)) == ("", "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_however_a_program_writes_its_xml_changes_are_found(encoding: str) -> None:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(word_file(track))) as package, zipfile.ZipFile(file, "w") as other:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                text = re.sub(r"(?<=[</ ])w:(?=\w)", "ns0:", content.decode()).replace("xmlns:w=", "xmlns:ns0=")
                text = text.replace("UTF-8", encoding.upper())
                content = text.encode(encoding)
            other.writestr(name, content)
    assert check_word(file.getvalue())[0] == "holds tracked changes; expected none"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", b"words"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    _, (finding,) = paper_pdf(paper(data, name="letter.docx"), OPTIONS)
    assert finding.problem.code == "G587"


def test_without_libreoffice_a_word_file_is_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    _, (finding,) = paper_pdf(paper(word_file(), name="letter.docx"), OPTIONS)
    assert "needs LibreOffice" in finding.message
    assert finding.hint == "install LibreOffice, or supply a PDF"


@pytest.mark.gate
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_word_file_becomes_pages_with_tags(tmp_path: Path) -> None:
    data, found = paper_pdf(paper(word_file(), name="letter.docx"), OPTIONS)
    assert [finding.problem.code for finding in found] == []
    lines = [line for laid in lay_out(data, tmp_path) for line in laid.lines(above=0, below=0)]
    assert "Its words." in lines
    with pikepdf.open(BytesIO(data)) as file:
        letter = file.Root.StructTreeRoot.K[0].K[1]
        assert (str(letter.T), str(letter.S)) == ("File 1", "/Part")
