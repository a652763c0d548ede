"""Named destinations of all parts in one list, and where each leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name


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
        return Array([page, Name.XYZ, None, page.MediaBox[3], None])


def read_anchors(names: pikepdf.Object | None, old_names: pikepdf.Object | None) -> dict[str, Array]:
    """The named destinations of a part, already copied into the pack: of its name tree and of its old-style list."""
    anchors: dict[str, Array] = {}
    entries = [(str(name), value) for name, value in pikepdf.NameTree(names).items()] if names is not None else []
    if old_names is not None:
        entries += [(key[1:], value) for key, value in old_names.items()]
    for name, value in entries:
        explicit = value.get("/D") if isinstance(value, Dictionary) else value
        if isinstance(explicit, Array) and is_alive(explicit):
            anchors[name] = explicit
    return anchors


def is_alive(destination: pikepdf.Object | None) -> bool:
    """Whether an explicit destination leads to a page that is there."""
    if not isinstance(destination, Array) or not len(destination):
        return False
    page = destination[0]
    return isinstance(page, Dictionary) and page.get("/Type") == Name.Page


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
