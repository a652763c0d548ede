"""The pack's bookmarks: one for each part, the part's own below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, String

from govdocs.compose.blocks import Part
from govdocs.pack.destinations import Target
from govdocs.pack.links import find_destination, named_goal
from govdocs.pack.objects import Key, entry, whole_number, words


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
    top = outline.target.make_indirect(Dictionary(Title=String(part.outline), Dest=here.start(), Parent=outline.root))
    seen: set[Key] = set()
    items = _siblings(bookmarks, seen)
    if len(items) == 1 and _says_the_same(items[0], part):
        items = _siblings(items[0], seen)
    for item in items:
        _settle(item, here, seen)
    _chain(top, items)
    if items:
        # Negative: so many would show if the entry were opened.
        top.Count = -sum(1 + max(0, whole_number(item.get("/Count"), 0)) for item in items)
    outline.entries.append(top)


def end_outline(outline: Outline) -> Dictionary | None:
    """The finished bookmarks, for the pack's catalogue; None where no part has an entry."""
    if not outline.entries:
        return None
    _chain(outline.root, outline.entries)
    outline.root.Count = len(outline.entries)
    return outline.root


def _says_the_same(item: pikepdf.Object, part: Part) -> bool:
    title = " ".join(words(item.get("/Title")).split()).casefold()
    return title in (part.document.title.casefold(), part.outline.casefold())


def _siblings(parent: pikepdf.Object | None, seen: set[Key]) -> list[Dictionary]:
    """The bookmarks directly below ``parent`` that were not seen before: others' files may run in circles."""
    items: list[Dictionary] = []
    item = entry(parent, "/First")
    while isinstance(item, Dictionary) and item.is_indirect and item.objgen not in seen:
        seen.add(item.objgen)
        items.append(item)
        item = item.get("/Next")
    return items


def _settle(item: Dictionary, here: Target, seen: set[Key]) -> None:
    """Point a bookmark and all below it at pages: the names that they may use are only known in their own document."""
    stack = [item]
    while stack:
        bookmark = stack.pop()
        action = bookmark.get("/A")
        inside = entry(action, "/D") if entry(action, "/S") == Name.GoTo else None
        goal = named_goal(bookmark.get("/Dest", inside))
        if goal is not None:
            bookmark.Dest, _ = find_destination(goal, here, {})
            if "/A" in bookmark:
                del bookmark.A
        if not words(bookmark.get("/Title")):
            bookmark.Title = String(here.name)
        below = _siblings(bookmark, seen)
        _chain(bookmark, below)
        stack.extend(below)


def _chain(parent: pikepdf.Object, items: Sequence[pikepdf.Object]) -> None:
    """Make ``items`` the bookmarks directly below ``parent``, in that order."""
    for at, item in enumerate(items):
        item.Parent = parent
        _set(item, "/Prev", items[at - 1] if at else None)
        _set(item, "/Next", items[at + 1] if at + 1 < len(items) else None)
    _set(parent, "/First", items[0] if items else None)
    _set(parent, "/Last", items[-1] if items else None)


def _set(item: pikepdf.Object, key: str, value: pikepdf.Object | None) -> None:
    if value is not None:
        item[key] = value
    elif key in item:
        del item[key]
