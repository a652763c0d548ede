"""A whole pack as one Word file: the documents one after the other, each with its own numbers, names and header."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from govdocs.compose.blocks import Document, Pack, Paragraph, ParagraphKind, Section, Supplied, Text
from govdocs.diagnostics import Diagnostic
from govdocs.write.docx.body import write_blocks
from govdocs.write.docx.manuscript import new_manuscript
from govdocs.write.docx.package import Contents
from govdocs.write.docx.writer import finish, write_document
from govdocs.write.options import WriteOptions
from govdocs.write.page_numbers import page_numbers


def docx_pack(
    pack: Pack, options: WriteOptions, first_pages: Mapping[str, int]
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pack as one Word file, and what was found while writing it.

    Its pages are numbered through, as the pack's PDF numbers them. Where a document carries files that others
    supplied, a page stands in for each and says where its pages are. ``first_pages`` are the pages of the pack on
    which the documents begin, by name: tables of contents are filled with them. Word counts its own pages once the
    file is open there, so the two may differ by then.
    """
    manuscript = new_manuscript(options.theme, write_blocks, 0)
    manuscript.bound = frozenset(part.document.name for part in pack.parts)
    contents = Contents("")
    documents = list(_documents(pack))
    body: list[str] = []
    properties = ""
    for at, document in enumerate(documents, start=1):
        other = document.language if document.language != pack.language else ""
        manuscript.begin_document(document.name, other)
        manuscript.pages = _pages(document, options, first_pages)
        begin, end = manuscript.mark("", document.place)
        written, properties = write_document(manuscript, contents, document, last=at == len(documents))
        body += (begin, written, end)
    return finish(manuscript, contents, "".join((*body, properties)), _about(pack), options)


def _documents(pack: Pack) -> Iterator[Document]:
    """The documents as they are bound: numbered through, with stand-ins, and each with a name of its own."""
    times: Counter[str] = Counter()
    for part in pack.parts:
        document = part.document
        times[document.name] += 1
        name = document.name if times[document.name] == 1 else f"{document.name} {times[document.name]}"
        sections = (*document.sections, *(_stand_in(supplied) for supplied in document.supplied))
        shown = replace(document, name=name, sections=sections, supplied=(), page_label=pack.page_label)
        # A divider has neither letterhead nor label; but every page of a pack has its number.
        yield shown if document.furniture else replace(shown, furniture=True, letterhead=(), label="", status="")


def _stand_in(supplied: Supplied) -> Section:
    words = supplied.stand_in or supplied.title or supplied.name
    return Section((Paragraph((Text(words),), supplied.place, kind=ParagraphKind.CENTRED),))


def _pages(document: Document, options: WriteOptions, first_pages: Mapping[str, int]) -> Mapping[str, int]:
    """The pack's page of each anchor of the document; nothing where it is not known on which page it begins."""
    first = first_pages.get(document.name)
    if first is None:
        return {}
    return {anchor: page + first - 1 for anchor, page in page_numbers(document, options).items()}


def _about(pack: Pack) -> Document:
    """What the properties of the file say: those of the pack."""
    return Document(
        pack.name, pack.title, pack.language, (), pack.title, (), pack.place, author=pack.author, subject=pack.subject
    )
