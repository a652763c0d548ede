"""The pack's bookmarks: one for each part, the part's own below it."""

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, String

from govdocs.compose.blocks import Part
from govdocs.pack.destinations import Target
from govdocs.pack.links import find_destination, named_goal


@dataclass(slots=True)
class Outline:
    """The bookmarks while they grow."""

    target: pikepdf.Pdf
    root: Dictionary
    entries: list[pikepdf.Object] = field(default_factory=list)


def begin_outline(target: pikepdf.Pdf) -> Outline:
    """Bookmarks without an entry."""
    return Outline(target, target.make_indirect(Dictionary(Type=Name.Outlines)))


def add_to_outline(outline: Outline, part: Part, here: Target, bookmarks: pikepdf.Object | None) -> None:
    """Add an entry for ``part``, closed, with its own ``bookmarks`` (already copied into the pack) below it.

    A document's first bookmark is its title. Where it is the only one at its level and says what the part's entry
    says, those below it move up, so that nobody has to open the same title twice.
    """
    if not part.outline:
        return
    entry = outline.target.make_indirect(Dictionary(Title=String(part.outline), Dest=here.start()))
    entry.Parent = outline.root
    items = _siblings(bookmarks)
    if len(items) == 1 and _says_the_same(items[0], part):
        items = _siblings(items[0])
    for item in items:
        _settle(item, here)
    _chain(entry, items)
    if items:
        # Negative: so many would show if the entry were opened.
        entry.Count = -sum(1 + max(0, int(item.get("/Count", 0))) for item in items)
    outline.entries.append(entry)


def end_outline(outline: Outline) -> Dictionary | None:
    """The finished bookmarks, for the pack's catalogue; None where no part has an entry."""
    if not outline.entries:
        return None
    _chain(outline.root, outline.entries)
    outline.root.Count = len(outline.entries)
    return outline.root


def _says_the_same(item: pikepdf.Object, part: Part) -> bool:
    title = " ".join(str(item.get("/Title", "")).split()).casefold()
    return title in (part.document.title.casefold(), part.outline.casefold())


def _siblings(parent: pikepdf.Object | None) -> list[pikepdf.Object]:
    items: list[pikepdf.Object] = []
    seen: set[tuple[int, int]] = set()
    item = parent.get("/First") if parent is not None else None
    while item is not None and item.objgen not in seen:
        seen.add(item.objgen)
        items.append(item)
        item = item.get("/Next")
    return items


def _settle(item: pikepdf.Object, here: Target) -> None:
    """Point a bookmark and all below it at pages: the names that they may use are only known in their own document."""
    stack = [item]
    while stack:
        entry = stack.pop()
        action = entry.get("/A", Dictionary())
        goal = named_goal(entry.get("/Dest", action.get("/D") if action.get("/S") == Name.GoTo else None))
        if goal is not None:
            entry.Dest, _ = find_destination(goal, here, {})
            if "/A" in entry:
                del entry.A
        if "/SE" in entry and "/S" not in entry.SE:
            del entry.SE
        stack.extend(_siblings(entry))


def _chain(parent: pikepdf.Object, items: list[pikepdf.Object]) -> None:
    for at, item in enumerate(items):
        item.Parent = parent
        for key, neighbour in (("/Prev", at - 1), ("/Next", at + 1)):
            if 0 <= neighbour < len(items):
                item[key] = items[neighbour]
            elif key in item:
                del item[key]
    if items:
        parent.First, parent.Last = items[0], items[-1]
