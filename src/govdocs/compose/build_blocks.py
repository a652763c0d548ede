"""Elements to blocks: the one way for templates and for Markdown bodies."""

import re
from collections.abc import Sequence

from govdocs.compose.blocks import (
    Block,
    Box,
    BoxKind,
    Counter,
    Heading,
    Inline,
    ItemList,
    ListItem,
    ListKind,
    Number,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    Rule,
    Section,
    plain,
)
from govdocs.compose.build_inlines import SPACES, Targets, build_inlines, is_inline
from govdocs.compose.build_minutes import build_divider, build_minutes
from govdocs.compose.build_tables import build_details, build_table
from govdocs.compose.elements import Child, Element, Inserted, Wide
from govdocs.compose.numbering import write_number
from govdocs.compose.problems import HEADING_MISSING_WORDS, PICTURE_MISSING, UNKNOWN_ATTRIBUTE, WRONG_NESTING
from govdocs.compose.subset import TAGS, check_tag
from govdocs.diagnostics import Diagnostic, Problem
from govdocs.places import Place

_LIST_COUNTERS = (Counter.DECIMAL, Counter.LOWER_LETTER, Counter.LOWER_ROMAN)
_LIST_PATTERNS = ("{1}.", "{2})", "{3}.")


def build_sections(root: Element, targets: Targets) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """The runs of pages of a document whose root element is ``root``."""
    builder = Builder(targets)
    sections: list[Section] = []
    loose: list[Child] = []
    for child in root.children:
        if isinstance(child, Element) and child.tag == "section":
            sections.extend(_cut(builder.flow(loose, root.place), Orientation.PORTRAIT, "A4"))
            loose = []
            builder.check(child)
            words = child.attributes.get("class", "").split()
            orientation = Orientation.LANDSCAPE if "landscape" in words else Orientation.PORTRAIT
            blocks = builder.flow(child.children, child.place)
            sections.extend(_cut(blocks, orientation, "A3" if "a3" in words else "A4"))
        else:
            loose.append(child)
    sections.extend(_cut(builder.flow(loose, root.place), Orientation.PORTRAIT, "A4"))
    return _joined(sections), tuple(builder.findings)


def build_blocks(
    children: Sequence[Child], place: Place, targets: Targets
) -> tuple[tuple[Block | Wide, ...], tuple[Diagnostic, ...]]:
    """The blocks of ``children``."""
    builder = Builder(targets)
    return tuple(builder.flow(children, place)), tuple(builder.findings)


def _cut(blocks: Sequence[Block | Wide], orientation: Orientation, paper: str) -> list[Section]:
    """The sections of ``blocks``: what is wide stands on pages of its own."""
    sections: list[Section] = []
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Wide):
            heads = _heads_before(run)
            if run:
                sections.append(Section(tuple(run), orientation, paper))
            sections.append(Section((*heads, *block.blocks), Orientation.LANDSCAPE, block.paper))
            run = []
        else:
            run.append(block)
    if run:
        sections.append(Section(tuple(run), orientation, paper))
    return sections


def _heads_before(run: list[Block]) -> list[Block]:
    """The headings at the end of ``run``, taken out of it: a heading goes with what it heads.

    A new page before them is taken out as well, since pages of another kind begin a new page by themselves.
    """
    heads: list[Block] = []
    while run and isinstance(run[-1], Heading):
        heads.insert(0, run.pop())
    while heads and run and isinstance(run[-1], PageBreak):
        run.pop()
    return heads


def _joined(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Neighbouring sections on pages of the same kind as one."""
    joined: list[Section] = []
    for section in sections:
        if joined and (joined[-1].orientation, joined[-1].paper) == (section.orientation, section.paper):
            joined[-1] = Section((*joined[-1].blocks, *section.blocks), section.orientation, section.paper)
        else:
            joined.append(section)
    return tuple(joined)


class Builder:
    """Builds blocks and gathers what is wrong on the way."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.findings: list[Diagnostic] = []

    def find(self, problem: Problem, message: str, place: Place, hint: str) -> None:
        """Report a finding."""
        self.findings.append(Diagnostic(problem, message, place, hint))

    def check(self, element: Element) -> None:
        """Check the tag itself."""
        if element.attributes or element.tag not in TAGS:
            self.findings.extend(check_tag(element))

    def line(self, children: Sequence[Child]) -> tuple[Inline, ...]:
        """The content of one line or paragraph."""
        inlines, findings = build_inlines(children, self.targets)
        self.findings.extend(findings)
        return inlines

    def flow(self, children: Sequence[Child], place: Place, loose: bool = False) -> list[Block | Wide]:
        """The blocks of ``children``; words outside of paragraphs become one, and are a finding unless ``loose``."""
        blocks: list[Block | Wide] = []
        words: list[Child] = []
        for child in children:
            if is_inline(child):
                words.append(child)
                continue
            if words:
                blocks.extend(self._words(words, place, loose))
                words = []
            blocks.extend(child.blocks if isinstance(child, Inserted) else self._block(child))
            place = child.place if isinstance(child, Element) else place
        blocks.extend(self._words(words, place, loose))
        return blocks

    def inner(self, children: Sequence[Child], place: Place) -> tuple[Block, ...]:
        """The blocks of a cell, an item or a box, where nothing can have pages of its own."""
        blocks: list[Block] = []
        for block in self.flow(children, place, loose=True):
            if isinstance(block, Wide):
                message = (
                    "a table with pages of its own stands in a list, a cell or a box; expected it between paragraphs"
                )
                self.find(WRONG_NESTING, message, place, "move the table out, or let it stand upright")
                blocks.extend(block.blocks)
            else:
                blocks.append(block)
        return tuple(blocks)

    def _words(self, children: Sequence[Child], place: Place, loose: bool) -> list[Block]:
        if all(isinstance(child, str) and not child.strip(SPACES) for child in children):
            return []  # what stands between two tags is mostly the end of a line
        content = self.line(children)
        if not content:
            return []
        if not loose:
            message = f"words outside of a paragraph: `{plain(content)[:40]}`; expected `<p>` around them"
            self.find(WRONG_NESTING, message, place, "put them in `<p>` … `</p>`")
        return [Paragraph(content, place)]

    def _block(self, child: Child) -> Sequence[Block | Wide]:
        """The block, or blocks, of one element of the flow."""
        if not isinstance(child, Element):
            return ()
        self.check(child)
        words = child.attributes.get("class", "").split()
        match child.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return (self._heading(child),)
            case "p":
                return self._paragraph(child, words)
            case "ul" | "ol":
                return (self._list(child, words),)
            case "table":
                return (build_table(child, self),)
            case "dl":
                return (build_details(child, self),)
            case "div":
                return self._division(child, words)
            case _:
                return self._set_apart(child, words)

    def _set_apart(self, child: Element, words: Sequence[str]) -> Sequence[Block | Wide]:
        """What is neither text, list nor table."""
        match child.tag:
            case "aside":
                kind = next((BoxKind(word) for word in words if word in list(BoxKind)), BoxKind.NOTICE)
                return (Box(kind, self.inner(child.children, child.place), child.place),)
            case "figure" | "img":
                return self._picture(child)
            case "hr":
                return (PageBreak(child.place) if "page" in words else Rule(child.place),)
            case _:
                return self._misplaced(child)

    def _division(self, element: Element, words: Sequence[str]) -> Sequence[Block | Wide]:
        """What a ``<div>`` is, which its class says."""
        if "minutes" in words:
            return (build_minutes(element, self),)
        return (build_divider(element, self),) if "divider" in words else self._misplaced(element)

    def _misplaced(self, element: Element) -> Sequence[Block | Wide]:
        """What stands in a tag that cannot stand here."""
        if tag := TAGS.get(element.tag):
            stands = (
                ", ".join(f"`<{name}>`" for name in tag.stands if name not in {"flow", "inline"}) or "a list of rows"
            )
            message = f"`<{element.tag}>` stands between paragraphs; expected it in {stands}"
            self.find(WRONG_NESTING, message, element.place, "see docs/templates.md for what stands where")
        return self.flow(element.children, element.place, loose=True)

    def _heading(self, element: Element) -> Heading:
        content = self.line(element.children)
        if not plain(content).strip():
            message = f"an empty heading of level {element.tag[1]}; expected words"
            self.find(HEADING_MISSING_WORDS, message, element.place, "write the heading's words, or remove it")
        return Heading(int(element.tag[1]), content, element.place, anchor=element.attributes.get("id", ""))

    def _paragraph(self, element: Element, words: Sequence[str]) -> Sequence[Block | Wide]:
        """A paragraph; blocks inserted in it stand for themselves."""
        if any(not is_inline(child) for child in element.children):
            block = next(child for child in element.children if not is_inline(child))
            if isinstance(block, Element):
                self.find(
                    WRONG_NESTING,
                    f"`<{block.tag}>` stands in a paragraph",
                    block.place,
                    "close the paragraph before it",
                )
            return self.flow(element.children, element.place, loose=True)
        content = self.line(element.children)
        if not content:
            return ()
        kind = next((ParagraphKind(word) for word in words if word in list(ParagraphKind)), ParagraphKind.BODY)
        return (Paragraph(content, element.place, kind=kind, anchor=element.attributes.get("id", "")),)

    def _list(
        self, element: Element, words: Sequence[str], outer: tuple[int, ...] = (), sequence: str = ""
    ) -> ItemList:
        """A list; a list within a numbered one goes a level down in its numbers."""
        numbered = element.tag == "ol"
        sequence = sequence or f"list {element.place}"
        value = self._start(element) - 1
        items: list[ListItem] = []
        for child in element.children:
            if isinstance(child, str) and not child.strip():
                continue
            if not isinstance(child, Element) or child.tag != "li":
                place = child.place if isinstance(child, Element) else element.place
                self.find(
                    WRONG_NESTING, f"something other than `<li>` stands in `<{element.tag}>`", place, "use `<li>`"
                )
                items.append(ListItem(self.inner((child,), place), place))
                continue
            self.check(child)
            value += 1
            number = _list_number((*outer, value), sequence) if numbered else None
            items.append(self._item(child, number))
        kind = ListKind.NUMBERED if numbered else ListKind.PLAIN if "plain" in words else ListKind.BULLET
        return ItemList(kind, tuple(items), element.place)

    def _item(self, element: Element, number: Number | None) -> ListItem:
        blocks: list[Block] = []
        run: list[Child] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag == "ol" and number is not None:
                blocks.extend(self.inner(run, element.place))
                run = []
                self.check(child)
                blocks.append(self._list(child, (), number.values, number.sequence))
            else:
                run.append(child)
        blocks.extend(self.inner(run, element.place))
        return ListItem(tuple(blocks), element.place, number, element.attributes.get("id", ""))

    def _start(self, element: Element) -> int:
        start = element.attributes.get("start", "1")
        if re.fullmatch(r"[0-9]{1,5}", start):
            return int(start)
        message = f"`start` is `{start}`; expected a whole number"
        self.find(UNKNOWN_ATTRIBUTE, message, element.place, "write a number such as `4`")
        return 1

    def _picture(self, element: Element) -> Sequence[Block | Wide]:
        """A picture, alone or in a figure with its caption."""
        inner = [child for child in element.children if isinstance(child, Element)]
        image = element if element.tag == "img" else next((child for child in inner if child.tag == "img"), None)
        caption = next((child for child in inner if child.tag == "figcaption"), None)
        words = self.line(caption.children) if caption else ()
        if image is None:
            self.find(PICTURE_MISSING, "a figure without a picture; expected `<img>`", element.place, "add `<img>`")
            return self.flow(element.children, element.place, loose=True)
        source, alternative = image.attributes.get("src", ""), image.attributes.get("alt", "").strip()
        if not alternative:
            message = f"the picture `{source}` has no description; expected words for those who cannot see it"
            self.find(PICTURE_MISSING, message, image.place, "say in words what the picture shows")
        picture, findings = self.targets.picture(source, image.place)
        self.findings.extend(findings)
        if picture is None:
            return (Paragraph(words, element.place),) if words else ()
        width = image.attributes.get("width", "1")
        share = float(width) if re.fullmatch(r"[01]|0?\.\d{1,4}", width) else 1.0
        anchor = element.attributes.get("id", "")
        return (Picture(picture[0], picture[1], alternative, image.place, share or 1.0, words, anchor),)


def _list_number(values: tuple[int, ...], sequence: str) -> Number:
    """The number of an item of an ordinary list: ``1.``, then ``a)``, then ``i.``."""
    level = min(len(values), len(_LIST_PATTERNS)) - 1
    counters = tuple(_LIST_COUNTERS[min(index, 2)] for index in range(len(values)))
    pattern = _LIST_PATTERNS[level] if len(values) <= len(_LIST_PATTERNS) else f"{{{len(values)}}}."
    return write_number(pattern, values, counters, sequence)
