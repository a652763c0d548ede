"""A part that is missing or cannot be read whole stops the pack; what a pack cannot carry is named."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from govdocs.pack.bind import bind
from govdocs.write.options import WriteOptions
from support.bound_pack import open_pack, read_structure
from support.supplied import make_document, make_pack, make_pdf

OPTIONS = WriteOptions()
ONE = make_pdf("<h1>One</h1><p>" + "words " * 3000 + "</p>")
TWO = make_pdf("<h1>Two</h1><table><tr><th scope=row>A<td>1</table>")
PACK = make_pack(make_document("one", "One"), make_document("two", "Two"))


def changed(data: bytes, change: Callable[[Any], object], **save: Any) -> bytes:
    """``data`` after ``change`` was done to it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file, **save)
    return file.getvalue()


def no_pages(pdf: Any) -> None:
    del pdf.pages[:]


def lost_page(pdf: Any) -> None:
    pdf.Root.Pages.Kids[1] = 5


BROKEN = {
    "missing": (None, "missing-part", "there is no PDF of `two`"),
    "empty": (b"", "missing-part", "there is no PDF of `two`"),
    "no PDF at all": (b"PK\x03\x04 a Word file", "broken-part", "is damaged or incomplete"),
    "cut off": (ONE[: len(ONE) // 2], "broken-part", "is damaged or incomplete"),
    "end cut off": (ONE[:-40], "broken-part", "is damaged or incomplete"),
    "locked": (
        changed(ONE, lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")),
        "broken-part",
        "is locked with a password",
    ),
    "protected": (
        changed(ONE, lambda _: None, encryption=pikepdf.Encryption(owner="a", user="")),
        "broken-part",
        "is protected against changes",
    ),
    "with a page gone": (
        changed(ONE, lost_page),
        "broken-part",
        "is damaged or incomplete",
    ),
    "without pages": (changed(ONE, no_pages), "broken-part", "has no pages"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_no_pack_without_each_part_whole(case: str) -> None:
    data, name, words = BROKEN[case]
    pdfs = {"one": ONE} | ({"two": data} if data is not None else {})
    bound, found = bind(PACK, pdfs, OPTIONS)
    assert bound == b""
    assert [finding.problem.name for finding in found] == [name]
    assert words in found[0].message
    assert str(found[0].place) == "meetings/two.md:3:1"
    assert "the pack was not written" in found[0].hint


def test_the_reason_is_that_of_the_file_and_the_same_every_time() -> None:
    _, found = bind(PACK, {"one": ONE, "two": BROKEN["cut off"][0] or b""}, OPTIONS)
    assert found[0].hint == (
        "export the document to PDF again (what stopped it: can't find startxref); the pack was not written"
    )


def test_all_broken_parts_are_named_at_once() -> None:
    _, found = bind(PACK, {"one": b"?"}, OPTIONS)
    assert [finding.problem.name for finding in found] == ["broken-part", "missing-part"]


def test_a_part_that_is_bound_twice_is_reported_once() -> None:
    blank = make_document("blank")
    _, found = bind(make_pack(blank, blank, blank), {}, OPTIONS)
    assert len(found) == 1


def test_a_pack_without_parts_is_no_pack() -> None:
    bound, found = bind(make_pack(), {}, OPTIONS)
    assert bound == b""
    assert [str(finding.place) for finding in found] == ["meetings/june/meeting.yaml:2:1"]


def test_an_untagged_part_is_bound_but_the_pack_does_not_claim_to_be_accessible() -> None:
    scan = make_pdf("<h1>Scan</h1><p><a href='https://example.org/'>x</a></p>", variant=None)
    # As left behind by tools that copy pages without their tags.
    scan = changed(scan, lambda pdf: pdf.pages[0].obj.update({"/StructParents": 0}))
    bound, found = bind(PACK, {"one": scan, "two": TWO}, OPTIONS)
    assert [(finding.problem.name, finding.place.path) for finding in found] == [("untagged-part", "meetings/one.md")]
    pdf = open_pack(bound)
    assert b"pdfuaid" not in pdf.Root.Metadata.read_bytes().replace(b"xmlns:pdfuaid", b"")
    assert not pdf.Root.MarkInfo.Marked
    assert "/StructParents" not in pdf.pages[0].obj
    assert [part.text() for part in read_structure(bound).children] == ["TwoA1"]


def attach(pdf: Any) -> None:
    pdf.attachments["figures.csv"] = b"1;2"


def script(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


def form(pdf: Any) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T="name"))]))


@pytest.mark.parametrize(("change", "words"), [(attach, "attached files"), (script, "scripts"), (form, "form fields")])
def test_what_the_pack_cannot_carry_is_named(change: Callable[[Any], None], words: str) -> None:
    bound, found = bind(PACK, {"one": changed(ONE, change), "two": TWO}, OPTIONS)
    assert [finding.problem.name for finding in found] == ["part-content-left-out"]
    assert words in found[0].message
    assert not [secret for secret in (b"1;2", b"app.alert") if secret in everything(bound)]


def everything(data: bytes) -> bytes:
    """All objects of a PDF, uncompressed."""
    pdf = open_pack(data)
    return b"".join(
        item.read_bytes() if isinstance(item, pikepdf.Stream) else item.unparse() for item in iter(pdf.objects)
    )


def custom_roles(name: str, standard: str, klass: str) -> Callable[[Any], None]:
    """Give paragraphs a role of the writer's own, which stands for ``standard``, and attributes by class."""

    def change(pdf: Any) -> None:
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary({f"/{name}": Name(f"/{standard}")})
        root.ClassMap = Dictionary({"/Body": Dictionary(O=Name.Layout, TextAlign=Name(f"/{klass}"))})
        for item in pdf.objects:
            if isinstance(item, Dictionary) and item.get("/S") == "/P":
                item.S = Name(f"/{name}")
                item.C = Name.Body

    return change


def test_roles_and_classes_of_two_writers_keep_their_meaning() -> None:
    first = changed(make_pdf("<p>one</p>"), custom_roles("Standard", "P", "Start"))
    second = changed(make_pdf("<p>two</p>"), custom_roles("Standard", "BlockQuote", "End"))
    third = changed(make_pdf("<p>three</p>"), custom_roles("Standard", "P", "Start"))
    names = ("first", "second", "third")
    bound, found = bind(
        make_pack(*(make_document(name) for name in names)),
        dict(zip(names, (first, second, third), strict=True)),
        OPTIONS,
    )
    assert found == ()
    assert page.validate_pdf_bytes(bound, profile="ua1").failures == []
    pdf = open_pack(bound)
    root = pdf.Root.StructTreeRoot
    meant = []
    for part in root.K[0].K:
        paragraph = part.K[0]
        meant.append((str(root.RoleMap[str(paragraph.S)]), str(root.ClassMap[str(paragraph.C)].TextAlign)))
    assert meant == [("/P", "/Start"), ("/BlockQuote", "/End"), ("/P", "/Start")]


def test_a_tree_without_a_document_element_is_hung_below_the_part() -> None:
    def bare(pdf: Any) -> None:
        root = pdf.Root.StructTreeRoot
        kids = list(root.K[0].K)
        for kid in kids:
            kid.P = root
        root.K = Array(kids)

    bound, found = bind(PACK, {"one": ONE, "two": changed(TWO, bare)}, OPTIONS)
    assert found == ()
    assert page.validate_pdf_bytes(bound, profile="ua1").failures == []
    second = read_structure(bound).children[1]
    assert (second.role, [child.role for child in second.children]) == ("Part", ["H1", "Table"])


def test_forms_within_pages_keep_their_place_in_the_structure() -> None:
    def wrap(pdf: Any) -> None:
        """Move the page's content into a form of its own, as office programs do, with a key of the parent tree."""
        sheet = pdf.pages[0].obj
        stream = pdf.make_stream(
            sheet.Contents.read_bytes(),
            Type=Name.XObject, Subtype=Name.Form, BBox=sheet.MediaBox, Resources=sheet.Resources, StructParents=7,
        )  # fmt: skip
        sheet.Resources = Dictionary(XObject=Dictionary(Body=stream))
        sheet.Contents = pdf.make_stream(b"/Body Do")
        tree = pdf.Root.StructTreeRoot.ParentTree
        tree.Nums = Array([7, tree.Nums[1]])
        del sheet.StructParents

    bound, _ = bind(PACK, {"one": changed(ONE, wrap), "two": changed(TWO, wrap)}, OPTIONS)
    pdf = open_pack(bound)
    entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
    first, last = (tree[int(pdf.pages[at].obj.Resources.XObject.Body.StructParents)][0] for at in (0, -1))
    assert (part_of(first), part_of(last)) == ("One", "Two")


def part_of(element: Any) -> str:
    """The title of the part that an element belongs to."""
    while element.S != "/Part":
        element = element.P
    return str(element.T)


def test_dates_in_a_supplied_file_do_not_reach_the_pack() -> None:
    dated = changed(ONE, lambda pdf: pdf.docinfo.update({"/CreationDate": f"D:{datetime.now().year}"}))  # noqa: DTZ005
    assert bind(PACK, {"one": dated, "two": TWO}, OPTIONS) == bind(PACK, {"one": ONE, "two": TWO}, OPTIONS)
