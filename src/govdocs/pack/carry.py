"""One part copied into another file: its pages, and what its catalogue says about them."""

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary

from govdocs.pack.attached import own_sources
from govdocs.pack.destinations import Target, read_anchors
from govdocs.pack.objects import dictionaries, entry
from govdocs.pack.parts import OpenPart


@dataclass(frozen=True, slots=True)
class Carried:
    """A part in the pack: its pages and anchors, and the rest of its catalogue copied along with them."""

    opened: OpenPart
    target: Target
    tree: Dictionary | None
    bookmarks: pikepdf.Object | None
    intents: pikepdf.Object | None
    sources: tuple[pikepdf.Object, ...]


def carry(target: pikepdf.Pdf, opened: OpenPart) -> Carried:
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
    return Carried(
        opened,
        Target(opened.name, pages, anchors),
        tree if isinstance(tree, Dictionary) else None,
        copy.get("/Outlines"),
        copy.get("/Intents"),
        tuple(dictionaries(copy.get("/Sources"))),
    )
