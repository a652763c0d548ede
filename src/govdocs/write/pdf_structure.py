"""The structure tree of a PDF: first as plain values, then as the file's objects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from govdocs.write.pdf_engine import pydyf


@dataclass(frozen=True, slots=True)
class Content:
    """A marked piece of a page's content."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link's rectangle on a page; ``annotation`` is the file's object."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Tag:
    """A structure element.

    ``entries`` are those of the element itself (``Lang``, ``Alt``, ``E``), ``attributes`` those that belong to an
    ``owner`` (``Table``, ``List``, ``Layout``). ``name`` is unique in the document: cells name their headers by it.
    ``last`` means that it is read after its siblings, wherever on the page it stands.
    """

    role: str
    kids: list["Tag | Content | LinkArea"] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    name: str = ""
    keep_empty: bool = False
    last: bool = False

    def text_kids(self) -> Iterator[Content]:
        """The marked content in it, at any depth, in reading order."""
        for kid in self.kids:
            match kid:
                case Content():
                    yield kid
                case Tag():
                    yield from kid.text_kids()
                case LinkArea():
                    continue


def write_structure(pdf: Any, root: Tag, pages: int) -> None:
    """Put the tree under ``root`` into ``pdf``, which has that many pages, with all that points into it."""
    prune(root)
    writer = _Writer(pdf, pages)
    tree = writer.object({"Type": "/StructTreeRoot"})
    tree["K"] = pydyf.Array([writer.write(root, tree).reference])
    tree["ParentTree"] = writer.parent_tree().reference
    tree["ParentTreeNextKey"] = pages + len(writer.areas)
    if writer.names:
        ids = [each for name in sorted(writer.names) for each in (pydyf.String(name), writer.names[name])]
        tree["IDTree"] = writer.object({"Names": pydyf.Array(ids)}).reference
    pdf.catalog["StructTreeRoot"] = tree.reference


def prune(tag: Tag) -> None:
    """Leave out elements without any content, such as a paragraph of a list label alone; put the last ones last."""
    for kid in tag.kids:
        if isinstance(kid, Tag):
            prune(kid)
    kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or kid.kids or kid.keep_empty]
    tag.kids = sorted(kids, key=lambda kid: isinstance(kid, Tag) and kid.last)


class _Writer:
    """Turns tags into objects of the file."""

    def __init__(self, pdf: Any, pages: int) -> None:
        self.pdf = pdf
        self.owners: list[dict[int, Any]] = [{} for _ in range(pages)]
        self.areas: list[Any] = []
        self.names: dict[str, Any] = {}

    def object(self, values: Mapping[str, Any]) -> Any:
        """A new dictionary of the file."""
        made = pydyf.Dictionary(values)
        self.pdf.add_object(made)
        return made

    def write(self, tag: Tag, parent: Any) -> Any:
        """The object of ``tag``, with everything in it."""
        made = self.object({"Type": "/StructElem", "S": f"/{tag.role}", "P": parent.reference})
        first = next((content.page for content in tag.text_kids()), None)
        if first is not None:
            made["Pg"] = self.pdf.page_references[first]
        for key, value in tag.entries.items():
            made[key] = pydyf.String(value)
        if tag.attributes:
            made["A"] = pydyf.Dictionary({"O": f"/{tag.owner}", **tag.attributes})
        if tag.name:
            made["ID"] = pydyf.String(tag.name)
            self.names[tag.name] = made.reference
        if tag.kids:
            made["K"] = pydyf.Array([self._kid(kid, made, first) for kid in tag.kids])
        return made

    def _kid(self, kid: Tag | Content | LinkArea, made: Any, first: int | None) -> Any:
        match kid:
            case Tag():
                return self.write(kid, made).reference
            case Content(page, mcid):
                self.owners[page][mcid] = made.reference
                if page == first:
                    return mcid
                return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pdf.page_references[page], "MCID": mcid})
            case LinkArea(page, annotation):
                annotation["StructParent"] = len(self.owners) + len(self.areas)
                self.areas.append(made.reference)
                reference = {"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.pdf.page_references[page]}
                return pydyf.Dictionary(reference)

    def parent_tree(self) -> Any:
        """From pages and links back to the elements that own their content."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self.owners):
            count = max(owners, default=-1) + 1
            numbers.extend((page, pydyf.Array([owners.get(mcid, "null") for mcid in range(count)])))
        for number, reference in enumerate(self.areas, start=len(self.owners)):
            numbers.extend((number, reference))
        return self.object({"Nums": numbers})
