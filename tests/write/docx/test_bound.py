"""A whole pack as one Word file: every document as in its own file, numbered, named and linked within one."""

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import Contents, ContentsLine, Document, Link, Pack, Paragraph, Part, PartKind, Supplied
from govdocs.write.docx.bound import docx_pack
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import R, W, WordParagraph, dump_docx, read_body, read_paragraphs, read_parts
from support.docx_samples import HERE, SAMPLES, body, decimal, document, heading, text

OPTIONS = WriteOptions()


def pack_of(*documents: Document) -> Pack:
    parts = tuple(Part(PartKind.DOCUMENT, each, each.title) for each in documents)
    return Pack("pack", "Papers of 11 June", "en-GB", parts, HERE, page_label="pack page {n} of {total}")


def bound(*documents: Document, **first: int) -> bytes:
    pages = {name.replace("_", "-"): page for name, page in first.items()}
    data, found = docx_pack(pack_of(*documents), OPTIONS, pages)
    assert found == ()
    return data


def test_every_document_reads_as_in_a_file_of_its_own(tmp_path: Path) -> None:
    documents = [sample() for sample in SAMPLES]
    data = bound(*documents)
    (tmp_path / "pack.docx").write_bytes(data)
    alone = [line for each in documents for line in read_paragraphs(docx(each, OPTIONS)[0])]
    together = read_paragraphs(data)

    assert worded(together) == worded(alone)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "pack.docx").errors] == []


def worded(paragraphs: list[WordParagraph]) -> list[WordParagraph]:
    """Without the empty ones, which stand where Word demands a paragraph between two things."""
    return [each for each in paragraphs if each.text]


def test_numbers_begin_again_in_each_document_and_names_do_not_clash() -> None:
    def paper(name: str) -> Document:
        link = Paragraph((Link(text("above"), anchor="funding"),), HERE)
        return document(name, name, heading(2, "Funding", anchor="funding"), body("One.", decimal(1)), link)

    data = bound(paper("paper-a"), paper("paper-b"))
    labels = [each.label for each in read_paragraphs(data) if each.text == "One."]
    targets = [each.get(f"{W}anchor") for each in read_body(data).iter(f"{W}hyperlink")]
    names = [each.get(f"{W}name") for each in read_body(data).iter(f"{W}bookmarkStart")]
    idents = [each.get(f"{W}id") for each in read_body(data).iter(f"{W}bookmarkStart")]

    assert labels == ["1.", "1."]
    assert len(set(targets)) == 2
    assert set(targets) <= set(names)
    assert len(set(names)) == len(set(idents)) == len(names) == 4


def test_links_to_documents_of_the_pack_lead_within_it_and_others_out_of_it() -> None:
    links = (
        Paragraph((Link(text("paper B"), document="paper-b"),), HERE),
        Paragraph((Link(text("its table"), document="paper-b", anchor="table-1"),), HERE),
        Paragraph((Link(text("the minutes"), document="minutes-2018-06-14"),), HERE),
    )
    target = document("paper-b", "Paper B", heading(2, "Table", anchor="table-1"))
    lines = [
        line for line in dump_docx(bound(document("agenda", "Agenda", *links), target)).splitlines() if "(" in line
    ]
    names = [each.get(f"{W}name") for each in read_body(bound(target)).iter(f"{W}bookmarkStart")]

    assert [line.partition("(")[2] for line in lines[-3:]] == [
        f"#{names[0]})",
        f"#{names[1]})",
        "minutes-2018-06-14.docx)",
    ]


def test_pages_are_numbered_through_and_a_header_ends_with_its_document() -> None:
    first = document("a", "A", body("one"), letterhead=("Harbour Board",))
    data = bound(first, document("b", "B", body("two"), letterhead=()))
    parts = read_parts(data)
    sections = list(read_body(data).iter(f"{W}sectPr"))
    headers = [each.get(f"{R}id") for section in sections for each in section.iterfind(f"{W}headerReference")]
    footers = {name: content for name, content in parts.items() if name.startswith("word/footer")}

    assert len(set(headers)) == 2
    assert all(each.find(f"{W}pgNumType") is None for each in sections)
    assert all(b"pack page" in content and b" PAGE " in content for content in footers.values())


def test_a_page_stands_in_for_a_supplied_paper() -> None:
    words = "Audit report: the pages of audit.pdf are bound in the PDF of the pack."
    front = document("paper-c", "Audit report", body("Front sheet"))
    supplied = Supplied("audit.pdf", b"%PDF", "Audit report", HERE, words)
    data = bound(replace(front, supplied=(supplied,)), document("paper-d", "D", body("next")))

    assert [each.text for each in worded(read_paragraphs(data))] == ["Front sheet", words, "next"]
    assert len(list(read_body(data).iter(f"{W}sectPr"))) == 3


def test_a_table_of_contents_has_the_pages_of_the_pack_and_renews_for_its_own_document() -> None:
    line = ContentsLine(1, text("Funding"), "funding", HERE)
    paper = document(
        "paper-b", "Plan", Contents((line,), HERE, top=2), heading(2, "Funding", anchor="funding"), body("words")
    )
    data = bound(document("agenda", "Agenda", body("first")), paper, paper_b=8)
    listed = next(each for each in read_paragraphs(data) if each.style.startswith("TOC"))
    instruction = "".join(each.text or "" for each in read_body(data).iter(f"{W}instrText"))
    within = re.search(r"\\b (\S+)", instruction)

    assert listed.text == "Funding\t8"
    assert within is not None
    assert within[1] in {each.get(f"{W}name") for each in read_body(data).iter(f"{W}bookmarkStart")}


def test_a_document_in_another_language_says_so_on_its_words() -> None:
    data = bound(document("a", "A", body("English")), document("b", "B", body("Cymraeg"), language="cy-GB"))
    spoken = {
        "".join(str(words) for words in run.itertext()): [each.get(f"{W}val") for each in run.iter(f"{W}lang")]
        for run in read_body(data).iter(f"{W}r")
    }

    assert spoken["English"] == []
    assert spoken["Cymraeg"] == ["cy-GB"]


def test_the_same_pack_gives_the_same_bytes() -> None:
    documents = [sample() for sample in SAMPLES[:3]]

    assert bound(*documents) == bound(*documents)
    assert (
        etree.fromstring(read_parts(bound(*documents))["docProps/core.xml"]).findtext("{*}title") == "Papers of 11 June"
    )
