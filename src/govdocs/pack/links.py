"""Links between documents become links inside the pack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import pikepdf
from pikepdf import Array, Name

from govdocs.compose.blocks import (
    Chart,
    Details,
    Document,
    Heading,
    IndexLine,
    Inline,
    Link,
    MinuteEntry,
    Paragraph,
    Picture,
    Piece,
    Table,
    walk,
)
from govdocs.diagnostics import Diagnostic
from govdocs.pack.destinations import Target, is_alive
from govdocs.pack.objects import dictionaries, entry, name_of, whole_number, words
from govdocs.pack.problems import DEAD_LINK
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class _Goal:
    """What a link asks for: a document (empty for its own), a place in it, or a page counted from 0."""

    document: str = ""
    anchor: str = ""
    page: int | None = None
    file: str = ""  # a relative link to something that is no PDF, as it was written


def bind_links(here: Target, document: Document, parts: Mapping[str, Target]) -> tuple[Diagnostic, ...]:
    """Point every link of a part at its target in the pack.

    A link to a document that the pack lacks stays as it is; one to a place that the document lacks goes to the
    document's beginning. Both are reported.
    """
    dead: dict[_Goal, Diagnostic] = {}
    for page in here.pages:
        for annotation in dictionaries(page.get("/Annots")):
            if annotation.get("/Subtype") != Name.Link:
                continue
            goal = _goal(annotation)
            if goal is None:
                continue
            destination, problem = find_destination(goal, here, parts)
            if destination is not None:
                _point(annotation, destination)
            if problem:
                dead.setdefault(goal, _dead(goal, problem, document))
    return tuple(dead.values())


def find_destination(goal: _Goal, here: Target, parts: Mapping[str, Target]) -> tuple[Array | None, str]:
    """Where ``goal`` is in the pack, and what is wrong with it (empty for nothing)."""
    if goal.file:
        return None, f"links to the file `{goal.file}`; expected a document of the pack, or a full address"
    target = parts.get(goal.document) if goal.document else here
    if target is None:
        return None, f"links to `{goal.document}`, which is not in the pack; expected one of its documents"
    if goal.page is not None:
        if 0 <= goal.page < len(target.pages):
            return target.page(goal.page), ""
        return target.start(), f"links to page {goal.page + 1} of `{target.name}`, which has {len(target.pages)}"
    if not goal.anchor:
        return target.start(), ""
    if goal.anchor in target.anchors:
        return target.anchors[goal.anchor], ""
    return target.start(), f"links to `{goal.anchor}` in `{target.name}`, where no such place is; expected one that is"


def named_goal(destination: pikepdf.Object | None) -> _Goal | None:
    """A destination within the same document, if it is a name; None where it leads to a page by itself."""
    if isinstance(destination, pikepdf.String | Name):
        return _Goal(anchor=words(destination) or name_of(destination))
    if destination is None or is_alive(destination):
        return None
    return _Goal(anchor="a page that is gone")


def _goal(annotation: pikepdf.Object) -> _Goal | None:
    """What a link asks for; None where there is nothing to settle (an address on the web, a page of its own)."""
    if "/Dest" in annotation:
        return named_goal(annotation.Dest)
    action = annotation.get("/A")
    match name_of(entry(action, "/S")):
        case "GoTo":
            return named_goal(entry(action, "/D"))
        case "URI":
            return _address_goal(words(entry(action, "/URI")))
        case "GoToR" | "Launch":
            return _file_goal(action)
        case _:
            return None


def _address_goal(address: str) -> _Goal | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return _Goal(file=address)
    if (parts.scheme and parts.scheme != "file") or parts.netloc:
        return None
    path = unquote(parts.path).removeprefix("./")
    if path and (parts.scheme or "/" in path or not path.endswith(".pdf")):
        return _Goal(file=address)
    return _Goal(document=path.removesuffix(".pdf"), anchor=unquote(parts.fragment))


def _file_goal(action: pikepdf.Object | None) -> _Goal:
    file = entry(action, "/F")
    address = words(file) or words(entry(file, "/UF")) or words(entry(file, "/F"))
    goal = _address_goal(address) or _Goal(file=address)
    destination = entry(action, "/D")
    if goal.file or destination is None:
        return goal
    if isinstance(destination, Array):
        return _Goal(document=goal.document, page=whole_number(destination[0] if len(destination) else None, -1))
    named = named_goal(destination)
    return _Goal(document=goal.document, anchor=named.anchor if named else "")


def _point(annotation: pikepdf.Object, destination: Array) -> None:
    # A page and a position rather than a name: some readers of board packs do not know named destinations.
    annotation.Dest = destination
    if "/A" in annotation:
        del annotation.A


def _dead(goal: _Goal, problem: str, document: Document) -> Diagnostic:
    place = _place(goal, document)
    return Diagnostic(DEAD_LINK, f"`{document.name}` {problem}", place, "correct the link, or take it out")


def _place(goal: _Goal, document: Document) -> Place:
    """Where the link stands in the document's text; the document's own place where it cannot be found there."""
    for block in walk(document):
        for link in _links(_inlines(block)):
            if (link.document, link.anchor) == (goal.document, goal.anchor) and not link.address:
                return block.place
    return document.place


def _links(inlines: tuple[Inline, ...]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        yield from _links(getattr(inline, "children", ()))


def _inlines(block: Piece) -> tuple[Inline, ...]:
    match block:
        case Heading() | Paragraph():
            return block.content
        case Table() | Picture() | Chart():
            return block.caption
        case Details():
            return tuple(inline for row in block.rows for detail in row for inline in detail.label)
        case IndexLine():
            return block.see
        case MinuteEntry():
            return (*block.reference, *block.lead)
        case _:
            return ()
