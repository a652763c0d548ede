"""Many documents to one pack: tagged, linked, bookmarked and numbered through."""

from collections.abc import Mapping

import pikepdf
from pikepdf import Dictionary, Name

from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic
from govdocs.pack.attached import attach_all
from govdocs.pack.carry import Carried, carry
from govdocs.pack.destinations import write_names
from govdocs.pack.links import bind_links
from govdocs.pack.outline import add_to_outline, begin_outline, end_outline
from govdocs.pack.parts import open_parts
from govdocs.pack.problems import BROKEN_PART, EMPTY_PACK, MISSING_PART
from govdocs.pack.properties import carry_colours, describe_pack
from govdocs.pack.saving import save
from govdocs.pack.shared_fonts import share_fonts, share_profiles
from govdocs.pack.stamp import stamp_pages
from govdocs.pack.structure import add_structure, begin_structure, end_structure
from govdocs.write.options import WriteOptions


def bind(pack: Pack, pdfs: Mapping[str, bytes], options: WriteOptions) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Bind the PDFs of a pack's documents, ``pdfs`` by document name, into one.

    Every document keeps its tags, bookmarks and links; links to other documents of the pack lead there. There is
    never half a pack: where a part is missing or broken, or the page numbers cannot be printed, the bytes are empty.
    """
    if not pack.parts:
        message = f"the pack `{pack.name}` has no part; expected an agenda at least"
        return b"", (Diagnostic(EMPTY_PACK, message, pack.place, "give the meeting an agenda"),)
    parts, found = open_parts(pack, pdfs)
    if any(finding.problem in (MISSING_PART, BROKEN_PART) for finding in found):
        return b"", found
    target = pikepdf.Pdf.new()
    carried = [carry(target, part) for part in parts]
    dead = _join(target, pack, carried)
    unprintable = stamp_pages(target, pack, options.theme)
    if unprintable:
        return b"", (*found, *dead, *unprintable)
    accessible = all(part.tagged for part in parts)
    archival = accessible and all(part.archival for part in parts)
    carry_colours(target, [item.intents for item in carried])
    attach_all(target, [source for item in carried for source in item.sources])
    describe_pack(target, pack, options, accessible=accessible, archival=archival)
    share_fonts(target)
    share_profiles(target)
    return save(target), (*found, *dead)


def _join(target: pikepdf.Pdf, pack: Pack, carried: list[Carried]) -> tuple[Diagnostic, ...]:
    """Make one structure tree, one outline and one list of named places of those of all parts; settle links."""
    structure = begin_structure(target, pack.title, pack.language)
    outline = begin_outline(target)
    targets = {item.target.name: item.target for item in carried}
    dead: list[Diagnostic] = []
    for item in carried:
        part, here = item.opened.part, item.target
        for page in here.pages:
            page.Tabs = Name.S
        add_structure(structure, item.tree, list(here.pages), part.document, here.name)
        add_to_outline(outline, part, here, item.bookmarks)
        dead.extend(bind_links(here, part.document, targets))
    root = target.Root
    root.StructTreeRoot = end_structure(structure)
    root.Names = Dictionary(Dests=write_names(target, tuple(targets.values())))
    bookmarks = end_outline(outline)
    if bookmarks is not None:
        root.Outlines = bookmarks
        root.PageMode = Name.UseOutlines
    return tuple(dict.fromkeys(dead))
