"""Named destinations of all parts in one list, and where each leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Name

from govdocs.pack.objects import box, entries, entry, members, tree_nodes, words


@dataclass(frozen=True, slots=True)
class Target:
    """A part as a target of links: its first page and its named places, each an explicit destination."""

    name: str
    pages: tuple[pikepdf.Object, ...]
    anchors: Mapping[str, Array]

    def start(self) -> Array:
        """The top of the first page."""
        return self.page(0)

    def page(self, index: int) -> Array:
        """The top of a page, counted from 0."""
        page = self.pages[index]
        top = round(box(page)[3], 2)
        return Array([page, Name.XYZ, None, top, None])


def read_anchors(names: pikepdf.Object | None, old_names: pikepdf.Object | None) -> dict[str, Array]:
    """The named destinations of a part, already copied into the pack: of its name tree and of its old-style list.

    Names that lead to no page are left out; links to them will say so.
    """
    anchors: dict[str, Array] = {}
    for name, value in (*_tree_entries(names), *((key[1:], value) for key, value in entries(old_names))):
        explicit = entry(value, "/D") or value
        if isinstance(explicit, Array) and is_alive(explicit):
            anchors.setdefault(name, explicit)
    return anchors


def _tree_entries(tree: pikepdf.Object | None) -> Iterator[tuple[str, pikepdf.Object]]:
    """The entries of a name tree, read without trust in its order or its limits."""
    for node in tree_nodes(tree):
        found = members(entry(node, "/Names"))
        for name, value in zip(found[::2], found[1::2], strict=False):
            if isinstance(name, pikepdf.String):
                yield words(name), value


def is_alive(destination: object) -> bool:
    """Whether an explicit destination leads to a page that is there."""
    return isinstance(destination, Array) and bool(len(destination)) and _is_page(destination[0])


def _is_page(value: object) -> bool:
    return entry(value, "/Type") == Name.Page


def write_names(target: pikepdf.Pdf, parts: tuple[Target, ...]) -> pikepdf.Object:
    """The pack's name tree: ``<document>`` for a document's beginning, ``<document>/<anchor>`` for a place in it.

    The names are plain ASCII, percent-encoded where needed, so that every reader sorts and finds them alike.
    """
    tree = pikepdf.NameTree.new(target)
    for name, destination in _names(parts):
        tree[name] = destination
    return tree.obj


def _names(parts: tuple[Target, ...]) -> Iterator[tuple[str, Array]]:
    for part in parts:
        yield quote(part.name), part.start()
        for anchor, destination in part.anchors.items():
            yield f"{quote(part.name)}/{quote(anchor)}", destination
