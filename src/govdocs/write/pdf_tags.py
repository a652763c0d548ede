"""The tags of a PDF, one for each HTML element.

The engine's own tags are made page by page: tables, lists and paragraphs fall apart at every page break, header cells
are tied to the wrong cells, languages and expansions get lost. So its function is replaced, while a PDF is written, by
one that gives each HTML element one tag, wherever its boxes ended up. Header rows that a later page repeats, headers
and footers are artifacts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from govdocs.write.html_inlines import DOCUMENT_SCHEME
from govdocs.write.pdf_engine import AbsolutePlaceholder, boxes, engine_pdf, pydyf
from govdocs.write.pdf_structure import Content, LinkArea, Tag, write_structure
from govdocs.write.pdf_words import WordBreaks, write_blanks

_HOOK = "add_tags"
"""The private function of the engine that is replaced; ``weasyprint>=70,<71`` is pinned for it."""

_ROLES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "p": "P",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "section": "Sect",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "abbr": "Span",
    "figure": "Div",
    "img": "Figure",
    "figcaption": "Caption",
}
_BODIES = {"LI": "LBody", "TOCI": "Reference"}
"""The tags that take what is inside these."""
_KEPT_EMPTY = frozenset({"TD", "TH", "TR", "LBody", "Reference", "Figure"})
_SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


@contextmanager
def own_tags() -> Iterator[list[str]]:
    """Let the engine use this module's tags while the block runs.

    Yields a list that afterwards holds the beginning of words that the engine put on no page, should there be any.

    Raises:
        RuntimeError: the engine has no such function (any more).
    """
    engines = getattr(engine_pdf, _HOOK, None)
    if engines is None:
        raise RuntimeError(f"the PDF engine has no function `{_HOOK}`: this version of it cannot be used")
    lost: list[str] = []

    def replacement(pdf: Any, document: Any, _version: str, page_streams: list[Any]) -> None:
        lost.extend(build_tags(pdf, document, page_streams))

    setattr(engine_pdf, _HOOK, replacement)
    try:
        yield lost
    finally:
        setattr(engine_pdf, _HOOK, engines)


def build_tags(pdf: Any, document: Any, page_streams: list[Any]) -> list[str]:
    """Add the tags of all pages to ``pdf``; the words that stand on none of them are returned."""
    walk = _Walk()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        walk.page, walk.marks, walk.artifacts = number, stream._tags, {}  # noqa: SLF001 - shown nowhere else
        for child in page._page_box.children:  # noqa: SLF001 - shown nowhere else
            if isinstance(child, boxes.MarginBox):
                walk.drop(child, "/Header" if child.at_keyword.startswith("@top") else "/Footer")
            else:
                walk.into(child, walk.root)
        walk.root.kids.extend(Tag("P", [Content(number, mark["mcid"])]) for mark in walk.marks.values())
        _mark_artifacts(stream, walk.artifacts)
    write_blanks(page_streams, walk.breaks.dropped)
    write_structure(pdf, walk.root, len(page_streams))
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    lost = walk.breaks.lost(document.pages[0]._page_box.children[0].element.find(".//main"))  # noqa: SLF001 - as above
    return [lost] if lost else []


def _mark_artifacts(stream: Any, artifacts: dict[int, str]) -> None:
    """Turn marked content that belongs to no tag into artifacts: page furniture, which nobody needs read aloud."""
    operations = stream.stream
    for index, operation in enumerate(operations):
        if isinstance(operation, pydyf.Dictionary) and operation.get("MCID") in artifacts:
            kind = {"Type": "/Pagination"}
            if subtype := artifacts[operation["MCID"]]:
                kind["Subtype"] = subtype
            operations[index - 1] = "/Artifact"
            operations[index] = pydyf.Dictionary(kind)


class _Walk:
    """A walk through the boxes of all pages, in reading order.

    ``tags`` maps each HTML element to its tag and to the tag that takes what is inside (the ``LBody`` of a list item);
    ``heads`` says on which page the head of a table stood first. ``marks`` are the marked pieces of content of the
    page at hand that have no tag yet, ``artifacts`` those that get none, with their subtype.
    """

    def __init__(self) -> None:
        self.root = Tag("Document")
        self.tags: dict[Any, tuple[Tag, Tag]] = {}
        self.heads: dict[Any, int] = {}
        self.page = 0
        self.marks: dict[Any, Any] = {}
        self.artifacts: dict[int, str] = {}
        self.breaks = WordBreaks()

    def into(self, box: Any, parent: Tag, paragraph: Any = None) -> None:
        """Tag ``box`` and what is in it, below ``parent``; ``paragraph`` is the element whose lines it stands in."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 - shown nowhere else
        if isinstance(box, boxes.TextBox):
            if mark := self._add(box, parent):
                self.breaks.follow(paragraph, box.text, self.page, mark["mcid"])
            return
        if box.element_tag == "thead" and self.heads.setdefault(box.element, self.page) != self.page:
            self.drop(box, "")
            return
        inside = parent if isinstance(box, boxes.LineBox) else self._tag(box, parent)
        if box.link_annotation:
            inside.kids.append(LinkArea(self.page, _finish_link(box)))
        if box.is_leader:  # the dots before a page number, which nobody wants read aloud
            self.drop(box, "")
            return
        if isinstance(box, boxes.ReplacedBox):
            self._add(box, inside)
            return
        if paragraph is None and isinstance(box, boxes.LineBox):
            paragraph = box.element
        for child in box.children:
            self.into(child, inside, paragraph)

    def drop(self, box: Any, subtype: str) -> None:
        """Make everything in ``box`` an artifact."""
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            if mark := self.marks.pop(box, None):
                self.artifacts[mark["mcid"]] = subtype
            return
        for child in box.children:
            self.drop(child, subtype)

    def _add(self, box: Any, tag: Tag) -> Any:
        if mark := self.marks.pop(box, None):
            tag.kids.append(Content(self.page, mark["mcid"]))
        return mark

    def _tag(self, box: Any, parent: Tag) -> Tag:
        """The tag for what is inside ``box``: its element's own, or ``parent`` where the element has no meaning."""
        element = box.element
        if element is None:
            return parent
        if element in self.tags:
            return self.tags[element][1]
        label = element.tag == "span" and element.get("class") == "label"
        role = "Lbl" if label else _role(element, parent)
        if not role:
            return parent
        tag = inside = _describe(Tag(role, keep_empty=role in _KEPT_EMPTY), element)
        tag.last = role == "P" and element.get("class") == "lead"
        if label:
            self._item_above(element, parent).kids.insert(0, tag)
        elif role == "THead":  # the engine leaves the head out where it does not fit, and may do so on the first page
            parent.kids.insert(_before_bodies(parent), tag)
        else:
            parent.kids.append(tag)
        if role in _BODIES:
            inside = Tag(_BODIES[role], keep_empty=True)
            tag.kids.append(inside)
        self.tags[element] = (tag, inside)
        return inside

    def _item_above(self, label: Any, parent: Tag) -> Tag:
        """The list item that ``label`` belongs to, which is the one whose tag came last before it."""
        for element, (tag, _) in reversed(self.tags.items()):
            if element.tag == "li" and label in element.iter("span"):
                return tag
        return parent


def _before_bodies(table: Tag) -> int:
    roles = [kid.role if isinstance(kid, Tag) else "" for kid in table.kids]
    return roles.index("TBody") if "TBody" in roles else len(roles)


def _role(element: Any, parent: Tag) -> str:
    if element.tag == "ul" and element.get("class") == "contents":
        return "TOC"
    if element.tag == "li" and parent.role == "TOC":
        return "TOCI"
    if element.tag == "span":
        return "Span" if element.get("lang") or element.get("role") == "img" else ""
    if element.tag == "div":
        names = element.get("class", "").split()
        return "Index" if "index" in names else "Div" if "box" in names else ""
    return _ROLES.get(element.tag, "")


def _describe(tag: Tag, element: Any) -> Tag:
    """Give ``tag`` what the element's attributes say."""
    for entry, attribute in (("Lang", "lang"), ("E", "title"), ("Alt", "alt")):
        if value := element.get(attribute):
            tag.entries[entry] = value
    match tag.role:
        case "Span" if element.get("role") == "img":
            tag.entries["Alt"] = element.get("aria-label", "")
        case "Figure":
            tag.owner, tag.attributes = "Layout", {"Placement": "/Block"}
        case "Table" if summary := element.get("aria-label"):
            tag.owner, tag.attributes = "Table", {"Summary": pydyf.String(summary)}
        case "L" if numbering := element.get("data-numbering"):
            tag.owner, tag.attributes = "List", {"ListNumbering": f"/{numbering}"}
        case "TH" | "TD":
            _describe_cell(tag, element)
    return tag


def _describe_cell(tag: Tag, element: Any) -> None:
    tag.owner, tag.name = "Table", element.get("data-id", "")
    if scope := _SCOPES.get(element.get("scope", "")):
        tag.attributes["Scope"] = scope
    for attribute, entry in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if span := element.get(attribute):
            tag.attributes[entry] = int(span)
    if headers := element.get("data-headers", "").split():
        tag.attributes["Headers"] = pydyf.Array([pydyf.String(header) for header in headers])


def _finish_link(box: Any) -> Any:
    """The link's annotation, with the words that say where it leads and a relative address for another document."""
    annotation, element = box.link_annotation, box.element
    words = " ".join("".join(element.itertext()).split())
    annotation["Contents"] = pydyf.String(element.get("aria-label") or words or "link")
    action = annotation.get("A")
    if action and (target := action["URI"].string).startswith(DOCUMENT_SCHEME):
        name, _, anchor = target.removeprefix(DOCUMENT_SCHEME).partition("#")
        action["URI"] = pydyf.String(f"{name}.pdf#{anchor}" if anchor else f"{name}.pdf")
    return annotation
