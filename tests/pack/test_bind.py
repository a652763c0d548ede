"""Documents are bound whole and in order, and a screen reader finds all of them."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import page
import pikepdf
import pytest

from govdocs.pack.bind import bind
from govdocs.write.options import WriteOptions
from support.bound_pack import Element, open_pack, read_bookmarks, read_links, read_runs, read_structure
from support.supplied import make_document, make_pack, make_pdf

TABLE = (
    "<table><thead><tr><th scope=col>Area<th scope=col>{0}</thead>"
    "<tbody><tr><td>City<td>{0} 1<tr><td>West<td>{0} 2</tbody></table>"
)
AGENDA = make_pdf(
    "<h1 id=top>Agenda</h1><p><a href='paper-b.pdf'>Paper B</a></p><p><a href='paper-c.pdf#money'>Money</a></p>"
    "<p><a href='#later'>Below</a></p><p style='break-before:page' id=later>Later.</p>" + TABLE.format("Agenda")
)
PAPER_B = make_pdf("<h1>Beds</h1><h2 id=money>Costs</h2><p>Fewer.</p>" + TABLE.format("Beds"))
PAPER_C = make_pdf(
    "<h1 id=top>Cars</h1><p><a href='agenda.pdf#top'>Back</a></p>"
    "<h2 id=money style='break-before:page'>Costs</h2><p>More.</p>" + TABLE.format("Cars")
)
PDFS = {"agenda": AGENDA, "paper-b": PAPER_B, "paper-c": PAPER_C}
PACK = make_pack(
    make_document("agenda", "Agenda"), make_document("paper-b", "Beds"), make_document("paper-c", "Cars", "cy")
)
OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 30, tzinfo=timezone(timedelta(hours=1))), producer="govdocs test")
BOUND, FOUND = bind(PACK, PDFS, OPTIONS)


def names_of_places(data: bytes) -> list[str]:
    pdf = open_pack(data)
    return sorted(map(str, pikepdf.NameTree(pdf.Root.Names.Dests)))


def height(data: bytes, anchor: str) -> str:
    pdf = open_pack(data)
    return f"{float(pikepdf.NameTree(pdf.Root.Names.Dests)[anchor][3]):.0f}"


def parts(data: bytes) -> list[Element]:
    return read_structure(data).children


def test_nothing_is_found_wrong() -> None:
    assert FOUND == ()


def test_the_pack_is_pdf_ua() -> None:
    assert page.validate_pdf_bytes(BOUND, profile="ua1").failures == []


def test_every_part_stands_in_the_structure_with_all_its_words() -> None:
    top = read_structure(BOUND)
    assert (top.role, top.title, top.language) == ("Document", "Papers of June", "en-GB")
    assert [(part.role, part.title, part.language) for part in top.children] == [
        ("Part", "Agenda", "en-GB"),
        ("Part", "Beds", "en-GB"),
        ("Part", "Cars", "cy"),
    ]
    for part, data in zip(top.children, PDFS.values(), strict=True):
        alone = read_structure(data)
        assert part.text() == alone.text()
        assert [item.role for item in part.walk()][1:] == [item.role for item in alone.walk()][1:]


def test_header_cells_of_one_paper_do_not_head_those_of_another() -> None:
    identities = [item.identity for item in read_structure(BOUND).walk() if item.identity]
    assert len(identities) == len(set(identities)) == 6
    for part in parts(BOUND):
        heads = {item.identity: item.text() for item in part.walk() if item.role == "TH"}
        cells = [item for item in part.walk() if item.role == "TD"]
        word = part.text().split("Area")[1].split("City")[0]
        assert [heads[header] for cell in cells for header in cell.headers] == ["Area", word] * 2


def test_element_ids_can_be_looked_up() -> None:
    pdf = open_pack(BOUND)
    tree = pdf.Root.StructTreeRoot.IDTree.Names
    names = [bytes(name) for name in list(tree)[::2]]
    assert names == sorted(names)
    assert all(bytes(element.ID) == name for name, element in zip(names, list(tree)[1::2], strict=True))


def test_the_parent_tree_leads_back_from_every_page_and_link() -> None:
    pdf = open_pack(BOUND)
    entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
    keys = []
    for sheet in pdf.pages:
        keys.append(int(sheet.obj.StructParents))
        assert all(element.Pg.objgen == sheet.obj.objgen for element in tree[keys[-1]])
        for link in sheet.obj.get("/Annots", ()):
            keys.append(int(link.StructParent))
            element = tree[keys[-1]]
            assert element.S == "/Link"
            assert any(not isinstance(kid, int) and kid.Obj.objgen == link.objgen for kid in element.K)
    assert len(keys) == len(set(keys))
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(keys)


def test_links_lead_to_the_right_page_of_the_pack() -> None:
    # The beginning of paper B is the top of its first page; a place in a paper is where its heading stands.
    assert [(at, goal) for at, _, goal in read_links(BOUND)] == [
        (0, "page 2 at 842"),
        (0, f"page 4 at {height(PAPER_C, 'money')}"),
        (0, f"page 1 at {height(AGENDA, 'later')}"),
        (3, f"page 0 at {height(AGENDA, 'top')}"),
    ]


def test_links_keep_what_a_screen_reader_says_of_them() -> None:
    wanted = [said for data in (AGENDA, PAPER_C) for _, said, _ in read_links(data)]
    assert [said for _, said, _ in read_links(BOUND)] == wanted


def test_places_have_names_that_do_not_collide() -> None:
    assert names_of_places(BOUND) == [
        "agenda", "agenda/later", "agenda/top", "paper-b", "paper-b/money", "paper-c", "paper-c/money", "paper-c/top",
    ]  # fmt: skip


def test_bookmarks_lead_to_the_parts_and_what_is_in_them() -> None:
    assert read_bookmarks(BOUND) == [
        "Part: Agenda -> page 0",
        "Part: Beds -> page 2",
        "  Costs -> page 2",
        "Part: Cars -> page 3",
        "  Costs -> page 4",
    ]


def test_bookmarks_stay_apart_from_a_part_without_an_entry() -> None:
    first, *others = PACK.parts
    pack = replace(PACK, parts=(replace(first, outline=""), *others))
    data, _ = bind(pack, PDFS, OPTIONS)
    assert read_bookmarks(data)[0] == "Part: Beds -> page 2"


def test_a_title_that_differs_from_the_entry_keeps_its_own_bookmark() -> None:
    data, _ = bind(make_pack(make_document("paper-b", "Paper B")), PDFS, OPTIONS)
    assert read_bookmarks(data) == ["Part: Paper B -> page 0", "  Beds -> page 0", "    Costs -> page 0"]


def test_the_pack_says_what_it_is() -> None:
    pdf = open_pack(BOUND)
    root, info = pdf.Root, pdf.docinfo
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.PageMode == "/UseOutlines"
    assert root.PageLabels.Nums[1].S == "/D"
    assert {str(sheet.obj.Tabs) for sheet in pdf.pages} == {"/S"}
    assert (str(info.Title), str(info.Author), str(info.Subject)) == ("Papers of June", "Secretary", "Board papers")
    assert str(info.CreationDate) == "D:20180614093000+01'00'"
    packet = root.Metadata.read_raw_bytes().decode()
    assert packet.count("<rdf:RDF") == 1
    assert "<xmp:CreateDate>2018-06-14T09:30:00+01:00<" in packet
    assert "<pdfuaid:part>1<" in packet


def test_a_pack_of_one_document() -> None:
    data, found = bind(make_pack(make_document("paper-b", "Beds")), PDFS, OPTIONS)
    assert found == ()
    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    assert parts(data)[0].text() == read_structure(PAPER_B).text()


def test_one_blank_page_is_bound_as_often_as_the_pack_has_it() -> None:
    blank = make_document("blank", "Blank page")
    pdfs = {**PDFS, "blank": make_pdf("<h1 id=top>This page is blank</h1>" + TABLE.format("None"), "Blank page")}
    data, found = bind(make_pack(blank, PACK.parts[1].document, blank, blank), pdfs, OPTIONS)
    assert found == ()
    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    texts = [part.text() for part in parts(data)]
    assert texts[0] == texts[2] == texts[3] != texts[1]
    assert "blank-3/top" in names_of_places(data)
    pdf = open_pack(data)
    programs = {
        item.FontFile2.objgen
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    }
    assert len(programs) == 3  # that of the three blank pages, that of the paper, that of the page numbers


def test_pages_that_repeat_in_the_pack_are_stamped_each_with_its_own_number() -> None:
    blank = make_document("blank", "Blank page")
    data, _ = bind(make_pack(blank, blank), {"blank": make_pdf("<h1>Blank</h1>")}, OPTIONS)
    assert [run.text for run in read_runs(data) if run.artifact] == ["pack page 1", "pack page 2"]


@pytest.mark.parametrize("seed", ["0", "17"])
def test_another_process_binds_the_same_bytes(tmp_path: Path, seed: str) -> None:
    for name, data in PDFS.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    program = f"""
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from support.supplied import make_document, make_pack
from govdocs.pack.bind import bind
from govdocs.write.options import WriteOptions
papers = make_document("agenda", "Agenda"), make_document("paper-b", "Beds"), make_document("paper-c", "Cars", "cy")
pack = make_pack(*papers)
pdfs = {{path.stem: path.read_bytes() for path in Path({str(tmp_path)!r}).iterdir()}}
date = datetime(2018, 6, 14, 9, 30, tzinfo=timezone(timedelta(hours=1)))
sys.stdout.buffer.write(bind(pack, pdfs, WriteOptions(date=date, producer="govdocs test"))[0])
"""
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": "Asia/Tokyo"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
    assert done.stdout == BOUND


def test_the_date_is_the_one_given() -> None:
    later, _ = bind(PACK, PDFS, WriteOptions(date=datetime(2019, 1, 1, tzinfo=UTC)))
    assert later != BOUND
    assert b"2018" not in open_pack(later).Root.Metadata.read_bytes()
