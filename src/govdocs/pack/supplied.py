"""A paper whose pages somebody else wrote: our front sheet, then the supplied pages, numbered, tagged and linked.

The pages are copied into a new file. So earlier revisions, metadata and what else a file may hide stay behind.
"""

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

from govdocs.compose.blocks import Document, Pack, Part, PartKind, Supplied
from govdocs.pack.attached import attach_all
from govdocs.pack.carry import Carried, carry
from govdocs.pack.links import bind_links
from govdocs.pack.objects import words
from govdocs.pack.outline import add_to_outline, begin_outline, end_outline
from govdocs.pack.parts import OpenPart, claims_ua
from govdocs.pack.properties import carry_colours, describe_pack
from govdocs.pack.saving import save
from govdocs.pack.stamp import print_label, stamp_supplied
from govdocs.pack.structure import add_structure, begin_structure, end_structure
from govdocs.pack.supplied_checks import Findings, accept_supplied, refuse
from govdocs.pack.supplied_pages import strip_pages
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.supplied_word import is_word, word_to_pdf


def paper_pdf(document: Document, options: WriteOptions) -> tuple[bytes, Findings]:
    """The document as PDF, with the pages of the files that it carries.

    A file that cannot be bound is refused, and why is in the findings; the document is then written without it.
    """
    data, found = pdf(document, options)
    if not document.supplied or not data:
        return data, found
    opened: list[tuple[Supplied, pikepdf.Pdf]] = []
    findings = list(found)
    for file in document.supplied:
        source, said = _open(file)
        findings += said
        if source is not None:
            opened.append((file, source))
    return (_join(data, document, opened, options) if opened else data), tuple(findings)


def _open(file: Supplied) -> tuple[pikepdf.Pdf | None, Findings]:
    if not is_word(file.name):
        return accept_supplied(file, file.data)
    data, wrong, hint = word_to_pdf(file.data)
    return (None, (refuse(file, wrong, hint),)) if wrong else accept_supplied(file, data)


def _join(front: bytes, document: Document, opened: list[tuple[Supplied, pikepdf.Pdf]], options: WriteOptions) -> bytes:
    """The front sheet and the supplied pages as one file."""
    target = pikepdf.Pdf.new()
    accessible = all(claims_ua(source) for _, source in opened)
    own = pikepdf.open(BytesIO(front))
    parts = [
        OpenPart(Part(PartKind.DOCUMENT, document, document.title), document.name, own, tagged=True, archival=True)
    ]
    for number, (file, source) in enumerate(opened, start=1):
        strip_pages(source)
        sheet = Document(
            name=f"{document.name}-file-{number}",
            title=file.title,
            language=words(source.Root.get("/Lang")) or document.language,
            letterhead=(),
            label=file.title,
            sections=(),
            place=file.place,
        )
        parts.append(
            OpenPart(Part(PartKind.DOCUMENT, sheet, file.title), sheet.name, source, accessible, archival=False)
        )
    carried = [carry(target, part) for part in parts]
    _number(target, document, carried[1:], options)
    _settle(target, document, carried)
    carry_colours(target, [item.intents for item in carried[:1]])
    attach_all(target, [source for item in carried for source in item.sources])
    pack = Pack(document.name, document.title, document.language, (), document.place, document.author, document.subject)
    describe_pack(target, pack, options, accessible=accessible, archival=False)
    return save(target)


def _number(target: pikepdf.Pdf, document: Document, carried: list[Carried], options: WriteOptions) -> None:
    """Print the paper's label and the page's number on each of the supplied pages, and that it is a draft if it is."""
    for item in carried:
        pages = list(item.target.pages)
        name = " · ".join(filter(None, (document.watermark or document.status, document.label or document.title)))
        labels = [
            f"{name} · {print_label(document.page_label, number, len(pages))}" for number in range(1, len(pages) + 1)
        ]
        stamp_supplied(target, pages, labels, options.theme)


def _settle(target: pikepdf.Pdf, document: Document, carried: list[Carried]) -> None:
    """One structure tree and one outline; links within a supplied file lead to its pages in this one.

    The front sheet's links stay as they are: those to other papers are settled when the pack is bound.
    """
    structure = begin_structure(target, document.title, document.language)
    outline = begin_outline(target)
    for item in carried:
        part, here = item.opened.part, item.target
        for page in here.pages:
            page.Tabs = Name.S
        add_structure(structure, item.tree, list(here.pages), part.document, here.name)
        add_to_outline(outline, part, here, item.bookmarks)
        if item is not carried[0]:
            bind_links(here, part.document, {here.name: here})
    root = target.Root
    root.StructTreeRoot = end_structure(structure)
    tree = pikepdf.NameTree.new(target)
    for anchor, destination in carried[0].target.anchors.items():
        tree[anchor] = destination
    root.Names = Dictionary(Dests=tree.obj)
    if (bookmarks := end_outline(outline)) is not None:
        root.Outlines = bookmarks
        root.PageMode = Name.UseOutlines
