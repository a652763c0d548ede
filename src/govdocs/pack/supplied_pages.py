"""A supplied PDF without what its readers do not see: only what makes up a page is let through."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from govdocs.pack.objects import dictionaries, entry, members, name_of
from govdocs.write.bare_pictures import bare_photograph

#: What a page may have; its articles, thumbnails, notes of programs and whatever else they thought of stay behind.
_OF_PAGES = frozenset(
    {
        "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate",
        "/Contents", "/Group", "/Annots", "/StructParents", "/Tabs", "/UserUnit",
    }
)  # fmt: skip
#: What a link, a stamp or a field on a page may have; who put it there, when and what else it would do is left out.
_OF_ANNOTATIONS = frozenset(
    {
        "/Type", "/Subtype", "/Rect", "/QuadPoints", "/Border", "/BS", "/C", "/H", "/F", "/P", "/StructParent", "/AP",
        "/AS", "/A", "/Dest", "/Contents", "/Lang", "/TU",
    }
)  # fmt: skip
#: What may hang at any object and is no part of what it shows.
_HIDDEN = ("/Metadata", "/PieceInfo", "/AF", "/AA", "/OPI", "/Alternates", "/LastModified")


def strip_pages(source: pikepdf.Pdf) -> None:
    """Take from the pages what readers do not see: notes, thumbnails, attached files, who wrote what when and where."""
    source.remove_unreferenced_resources()
    for page in source.pages:
        _keep_only(page.obj, _OF_PAGES)
        for annotation in dictionaries(page.obj.get("/Annots")):
            _keep_only(annotation, _OF_ANNOTATIONS)
            if isinstance(action := annotation.get("/A"), Dictionary) and "/Next" in action:
                del action.Next
    for item in source.objects:
        for holder in _holders(item):
            for key in _HIDDEN:
                if key in holder:
                    del holder[key]
        if isinstance(item, Stream) and name_of(item.get("/Filter")) == "DCTDecode":
            _strip_photograph(item)


def _keep_only(holder: Dictionary, keys: frozenset[str]) -> None:
    for key in [key for key in holder.keys() if key not in keys]:  # noqa: SIM118 - a PDF's dictionary is none of Python's
        del holder[key]


def _holders(item: pikepdf.Object) -> Iterator[Dictionary | Stream]:
    """The dictionaries that an object is, or holds without pointing at them."""
    stack: list[object] = [item]
    while stack:
        one = stack.pop()
        if isinstance(one, Dictionary | Stream):
            yield one
            stack += [value for _, value in one.items() if _is_held(value)]
        elif isinstance(one, Array):
            stack += [value for value in one if _is_held(value)]


def _is_held(value: object) -> bool:
    return isinstance(value, Dictionary | Array) and not value.is_indirect


def _strip_photograph(image: Stream) -> None:
    """Take out of a JPEG where and by whom it was taken; what it looks like stays as it is."""
    data = image.read_raw_bytes()
    bare = bare_photograph(data)
    if bare != data and "/DecodeParms" not in image:
        image.write(bare, filter=Name.DCTDecode)


def action_kinds(action: object) -> Iterator[str]:
    """What an action does, and what it does after that."""
    todo, most = members(action), 50  # they may run in circles
    while todo and most:
        one, most = todo.pop(), most - 1
        yield name_of(entry(one, "/S"))
        todo += members(entry(one, "/Next"))


def hides_layers(root: pikepdf.Object) -> bool:
    """Whether some of what the pages hold is switched off, so that a reader does not see it."""
    configuration = entry(root.get("/OCProperties"), "/D")
    return bool(members(entry(configuration, "/OFF"))) or name_of(entry(configuration, "/BaseState")) == "OFF"
