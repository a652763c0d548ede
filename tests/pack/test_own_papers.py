"""A pack of papers that govdocs itself writes: all their words are there, in order, and the links lead."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from benchmarks.workload import make_pack

from govdocs.compose.blocks import (
    Divider,
    Document,
    Heading,
    Pack,
    Paragraph,
    ParagraphKind,
    Part,
    PartKind,
    Section,
    Text,
)
from govdocs.pack.bind import bind
from govdocs.places import Place
from govdocs.write.options import Source, WriteOptions
from govdocs.write.pages import count_pages
from govdocs.write.pdf import pdf
from support.bound_pack import Element, read_links, read_runs, read_structure
from support.conformance import failures
from support.pdf_reading import read_tags
from support.tag_outline import outline_document, outline_tags

PLACE = Place("meetings/june/meeting.yaml", 4)
OPTIONS = WriteOptions()


def one_page(name: str, title: str, *blocks: Divider | Paragraph | Heading) -> Document:
    return Document(name, title, "en-GB", (), title, (Section(blocks),), PLACE, furniture=False)


DIVIDER = one_page("divider-a", "Paper A", Divider("A", "Minutes of May", PLACE))
BLANK = one_page("blank", "Blank page", Paragraph((Text("This page is blank"),), PLACE, kind=ParagraphKind.CENTRED))


def full_pack() -> Pack:
    """An agenda, a divider, blank pages, minutes, an action log and two short papers."""
    pack = make_pack(papers=(3, 4))
    agenda, *others = pack.parts
    divider = Part(PartKind.DIVIDER, DIVIDER, "Paper A")
    blank = Part(PartKind.BLANK, BLANK)
    return replace(pack, parts=(agenda, divider, blank, *others, blank))


@pytest.fixture(scope="module")
def bound() -> tuple[Pack, dict[str, bytes], bytes]:
    pack = full_pack()
    pdfs: dict[str, bytes] = {}
    for part in pack.parts:
        number = str(len(pdfs)).encode()
        own = (Source("paper.json", "application/json", number),) if number in b"13" else ()
        options = replace(OPTIONS, sources=(Source("meeting.json", "application/json", b"{}"), *own))
        pdfs[part.document.name], found = pdf(part.document, options)
        assert found == ()
    data, found = bind(pack, pdfs, OPTIONS)
    assert found == ()
    return pack, pdfs, data


def test_the_pack_is_pdf_ua_and_pdf_a(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    assert failures(bound[2]) == []


def test_the_pack_carries_the_records_of_its_papers_each_once(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    with pikepdf.open(BytesIO(bound[2])) as file:
        assert {name: file.attachments[name].get_file().read_bytes() for name in file.attachments} == {
            "meeting.json": b"{}",
            "paper.json": b"1",
            "2-paper.json": b"3",
        }
        assert len(file.Root.AF) == len(file.attachments)


def test_every_document_is_in_the_structure_whole_and_in_order(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    pack, _, data = bound
    top = read_tags(data)
    assert [part.role for part in top.tags] == ["Part"] * len(pack.parts)
    for part, tag in zip(pack.parts, top.tags, strict=True):
        assert outline_tags(tag) == outline_document(part.document)


def test_header_cells_stay_with_their_tables(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    def heads(part: Element) -> list[tuple[str, str]]:
        names = {item.identity: item.text() for item in part.walk() if item.role == "TH"}
        cells = (item for item in part.walk() if item.role == "TD")
        return [(cell.text(), names[header]) for cell in cells for header in cell.headers]

    pack, pdfs, data = bound
    for part, element in zip(pack.parts, read_structure(data).children, strict=True):
        assert heads(element) == heads(read_structure(pdfs[part.document.name]))


def test_the_agendas_links_lead_to_the_papers_and_back(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    pack, pdfs, data = bound
    starts: dict[str, int] = {}
    start = 0
    for part in pack.parts:
        starts.setdefault(part.document.name, start)
        start += count_pages(pdfs[part.document.name])
    links = [(at, where.split(" at")[0]) for at, _, where in read_links(data)]
    from_agenda = [where for at, where in links if at == 0]
    assert from_agenda == [f"page {starts[name]}" for name in ("paper-03", "paper-04")] * 7
    back = [where for at, where in links if at >= starts["paper-03"]]
    assert back == ["page 0", "page 0"]


def test_every_page_is_numbered_once(bound: tuple[Pack, dict[str, bytes], bytes]) -> None:
    numbers = [run.text for run in read_runs(bound[2]) if run.text.startswith("pack page")]
    assert numbers == [f"pack page {at}" for at in range(1, count_pages(bound[2]) + 1)]
