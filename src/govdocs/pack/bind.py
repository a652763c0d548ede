"""Many documents to one pack: tagged, linked, bookmarked and numbered through."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic
from govdocs.pack.attached import attach_all, own_sources
from govdocs.pack.destinations import Target, read_anchors, write_names
from govdocs.pack.links import bind_links
from govdocs.pack.objects import dictionaries, entry
from govdocs.pack.outline import add_to_outline, begin_outline, end_outline
from govdocs.pack.parts import OpenPart, open_parts
from govdocs.pack.problems import BROKEN_PART, EMPTY_PACK, MISSING_PART
from govdocs.pack.properties import carry_colours, describe_pack
from govdocs.pack.shared_fonts import share_fonts, share_profiles
from govdocs.pack.stamp import stamp_pages
from govdocs.pack.structure import add_structure, begin_structure, end_structure
from govdocs.write.options import WriteOptions


@dataclass(frozen=True, slots=True)
class _Carried:
    """A part in the pack: its pages and anchors, and the rest of its catalogue copied along with them."""

    opened: OpenPart
    target: Target
    tree: Dictionary | None
    bookmarks: pikepdf.Object | None
    intents: pikepdf.Object | None
    sources: tuple[pikepdf.Object, ...]


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
    carried = [_carry(target, part) for part in parts]
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
    return _save(target), (*found, *dead)


def _carry(target: pikepdf.Pdf, opened: OpenPart) -> _Carried:
    """Copy a part's pages into the pack, and what its catalogue says about them."""
    source = opened.source
    start = len(target.pages)
    for page in source.pages:
        # Not extend(), which warns of named destinations lost: ours are kept below.
        target.pages.append(page)
    pages = tuple(page.obj for page in target.pages[start:])
    root = source.Root
    wanted = {
        "/Tree": root.get("/StructTreeRoot"),
        "/Outlines": root.get("/Outlines"),
        "/Names": entry(root.get("/Names"), "/Dests"),
        "/OldNames": root.get("/Dests"),
        "/Intents": root.get("/OutputIntents"),
        "/Sources": Array(own_sources(root)),
    }
    # All in one holder and after the pages, so that whatever points at a page points at its copy.
    holder = source.make_indirect(Dictionary({key: value for key, value in wanted.items() if value is not None}))
    copy = target.copy_foreign(holder)
    anchors = read_anchors(copy.get("/Names"), copy.get("/OldNames"))
    tree = copy.get("/Tree")
    return _Carried(
        opened,
        Target(opened.name, pages, anchors),
        tree if isinstance(tree, Dictionary) else None,
        copy.get("/Outlines"),
        copy.get("/Intents"),
        tuple(dictionaries(copy.get("/Sources"))),
    )


def _join(target: pikepdf.Pdf, pack: Pack, carried: list[_Carried]) -> tuple[Diagnostic, ...]:
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


def _save(target: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    target.save(
        file,
        min_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=False,
    )
    return file.getvalue()
