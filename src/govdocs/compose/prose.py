"""Markdown to elements: a small dialect, read so that every block knows its line.

Python-Markdown reads what stands within a line; the blocks are read here, because its own reader of blocks forgets the
lines, wants four spaces before an inner list, and takes the numbers that people typed for its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element as Node

import markdown
from markdown.inlinepatterns import SubstituteTagInlineProcessor

from govdocs.compose.elements import Child, Element
from govdocs.compose.problems import PROSE_BROKEN
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

DEEPEST_LIST = 6
LONGEST_BLOCK = 50_000
MOST_BRACKETS = 400

_HEADING = re.compile(r"(#{1,})[ \t]+(.*?)(?:[ \t]*\{#([a-z0-9][a-z0-9-]*)\})?[ \t]*#*[ \t]*$")
_BULLET = re.compile(r"([ \t]*)([-*+])([ \t]+)(?=\S)")
_NUMBERED = re.compile(r"([ \t]*)(\d{1,4})[.)]([ \t]+)(?=\S)")
_RULE = re.compile(r"[ ]{0,3}(-{3,}|\*{3,})[ \t]*$")
_TABLE_ROW = re.compile(r"[ ]{0,3}\|.*\|[ \t]*$")
TYPED_NUMBER = re.compile(
    r"(?:(?P<figures>[0-9]{1,3}(?:\.[0-9]{1,3})+\.?|[0-9]{1,3}[.)])|(?P<letter>\(?(?:[a-z]|[ivx]{2,5})\)))(?=[ \t]+\S)"
)


def read_prose(
    text: str, place: Place, typed_numbers: bool = False
) -> tuple[tuple[Element, ...], tuple[Diagnostic, ...]]:
    """The elements of Markdown that begins at ``place``.

    With ``typed_numbers`` a number at the start of a line begins a paragraph, and stays in it as typed: lists are not
    counted anew.
    """
    lines = text.replace("\x02", "").replace("\x03", "").expandtabs(4).split("\n")
    reader = _Lines(lines, place, typed_numbers)
    drafts = list(reader.blocks())
    inlines = _Inlines(lines, place)
    elements = inlines.read(drafts)
    return elements, (*reader.findings, *inlines.findings)


def read_line(text: str, place: Place) -> tuple[tuple[Child, ...], tuple[Diagnostic, ...]]:
    """What stands in one line of Markdown: a title, a cell. A hyphen or a number at its beginning makes no list."""
    inlines = _Inlines(text.split("\n"), place)
    return inlines.words(text), tuple(inlines.findings)


# --- Blocks ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    """A block before its words are read: ``line`` counts from 0."""

    tag: str
    line: int
    words: list[str] = field(default_factory=list)
    inner: list["_Draft"] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _OpenList:
    """A list that is being read: ``indent`` is where its marks stand, ``content`` where its items' words stand."""

    draft: _Draft
    indent: int
    content: int


class _Lines:
    """Reads lines into drafts."""

    def __init__(self, lines: Sequence[str], place: Place, typed_numbers: bool) -> None:
        self._lines = lines
        self._place = place
        self._typed = typed_numbers
        self._lists: list[_OpenList] = []
        self._paragraph: _Draft | None = None
        self._after_blank = True
        self._done: list[_Draft] = []
        self.findings: list[Diagnostic] = []

    def blocks(self) -> Iterator[_Draft]:
        """The drafts, in order."""
        for number, line in enumerate(self._lines):
            self._take(number, line)
        yield from self._done

    def _take(self, number: int, line: str) -> None:
        """Read one line."""
        if not line.strip():
            self._paragraph = None
            self._after_blank = True
            return
        starts_block = self._starts_block(number, line)
        if not starts_block and self._paragraph is not None:
            self._paragraph.words.append(line)
        elif not starts_block:
            self._start_paragraph(number, line)
        self._after_blank = False

    def _starts_block(self, number: int, line: str) -> bool:
        """Begin the heading, list item, rule or numbered paragraph that the line starts, if it starts one."""
        if (heading := _HEADING.match(line)) is not None:
            self._heading(number, heading)
        elif _RULE.match(line) and self._paragraph is None:
            self._close()
            self._done.append(_Draft("hr", number))
        elif (bullet := _BULLET.match(line)) is not None:
            self._item(number, line, bullet, "ul")
        elif self._typed and self._is_numbered(line):
            self._close()
            self._start_paragraph(number, line)
        elif not self._typed and (numbered := _NUMBERED.match(line)) is not None and self._may_number(numbered):
            self._item(number, line, numbered, "ol")
        else:
            return False
        return True

    def _is_numbered(self, line: str) -> bool:
        """Within a paragraph a number needs its stop: a line may happen to start with "3.5 million"."""
        number = TYPED_NUMBER.match(line)
        return number is not None and (self._paragraph is None or number[0][-1] in ".)")

    def _may_number(self, mark: re.Match[str]) -> bool:
        """Within a paragraph only 1 begins a list: a line may happen to start with "2018. The …"."""
        return self._paragraph is None or bool(self._lists) or mark[2] == "1"

    def _heading(self, number: int, match: re.Match[str]) -> None:
        self._close()
        level, words, identity = len(match[1]), match[2], match[3]
        if level > 6:  # noqa: PLR2004
            self._find(number, f"a heading of level {level}; expected 1 to 6", "take away some `#`")
        attributes = {"id": identity} if identity else {}
        self._done.append(_Draft(f"h{min(level, 6)}", number, [words], attributes=attributes))

    def _item(self, number: int, line: str, match: re.Match[str], tag: str) -> None:
        """Begin an item, in the list that its indent belongs to."""
        indent = len(match[1])
        while self._lists and indent < self._lists[-1].content and indent < self._lists[-1].indent:
            self._lists.pop()
        if self._lists and indent >= self._lists[-1].content - 1 and indent > self._lists[-1].indent:
            self._open_list(number, match, tag)
        elif not self._lists or self._lists[-1].draft.tag != tag:
            if self._lists:
                self._lists.pop()
            self._open_list(number, match, tag)
        current = self._lists[-1]
        if tag == "ol":
            self._check_count(number, int(match[2]), current.draft)
        current.content = match.end()
        item = _Draft("li", number)
        current.draft.inner.append(item)
        self._paragraph = _Draft("p", number, [line[match.end() :]])
        item.inner.append(self._paragraph)

    def _open_list(self, number: int, match: re.Match[str], tag: str) -> None:
        draft = _Draft(tag, number)
        if tag == "ol" and match[2] != "1":
            draft.attributes["start"] = match[2]
        if len(self._lists) >= DEEPEST_LIST:
            self._find(number, f"a list more than {DEEPEST_LIST} levels deep", "make the list flatter")
            self._lists.pop()
        if self._lists:
            self._lists[-1].draft.inner[-1].inner.append(draft)
        else:
            self._done.append(draft)
        self._lists.append(_OpenList(draft, len(match[1]), match.end()))

    def _check_count(self, number: int, typed: int, draft: _Draft) -> None:
        """Numbers of a list count on, or are all 1 (which counts by itself)."""
        expected = int(draft.attributes.get("start", "1")) + len(draft.inner)
        if typed not in {expected, 1}:
            self._find(
                number,
                f"the list's number {typed} prints as {expected}; expected `{expected}.`",
                f"write `{expected}.`, or set `numbering: typed` in the header to keep numbers as typed",
            )

    def _start_paragraph(self, number: int, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        while self._lists and indent < min(self._lists[-1].content, self._lists[-1].indent + 2):
            self._lists.pop()
        self._paragraph = _Draft("p", number, [line])
        if _TABLE_ROW.match(line):
            hint = "put the rows into a ```table block, or a line `|---|---|` under their head"
            self._find(number, "a row of a table outside of a table block", hint)
        if self._lists:
            self._lists[-1].draft.inner[-1].inner.append(self._paragraph)
        else:
            self._done.append(self._paragraph)

    def _close(self) -> None:
        self._lists = []
        self._paragraph = None

    def _find(self, number: int, message: str, hint: str) -> None:
        self.findings.append(
            Diagnostic(PROSE_BROKEN, message, self._place.down(number) if number else self._place, hint)
        )


# --- Within a line --------------------------------------------------------------------------------------------------

#: Without one of these, words are words: nothing that the reader within a line knows can begin.
_MARK = re.compile(r"\\|\[|<|\*|_|  \n")
_LEFT_OUT = (
    "backtick",
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "automail",
    "html",
    "entity",
)


@cache
def _inline_reader() -> markdown.Markdown:
    """Python-Markdown with the small dialect: raw HTML, code and notes are words like any other.

    One for all texts: making one takes twenty times as long as reading a line with it, and it keeps nothing in between.
    """
    reader = markdown.Markdown()
    for name in _LEFT_OUT:
        reader.inlinePatterns.deregister(name)
    reader.treeprocessors.deregister("prettify")
    reader.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 95)
    return reader


class _Inlines:
    """Reads the words of drafts, and finds the line and column of each link."""

    def __init__(self, lines: Sequence[str], place: Place) -> None:
        self._lines = lines
        self._place = place
        self._reader = _inline_reader()
        self.findings: list[Diagnostic] = []

    def read(self, drafts: Sequence[_Draft]) -> tuple[Element, ...]:
        """The elements of ``drafts``."""
        return tuple(self._block(draft) for draft in drafts)

    def words(self, text: str) -> tuple[Child, ...]:
        """What stands in ``text``, which is one paragraph."""
        return self._words(text.replace("\x02", "").replace("\x03", ""), 0)

    def _block(self, draft: _Draft) -> Element:
        place = _place_at(self._place, draft.line, 0)
        if draft.inner:
            inner = tuple(self._block(child) for child in draft.inner)
            return Element(draft.tag, draft.attributes, inner, place)
        children = self._words("\n".join(draft.words), draft.line)
        alone = [child for child in children if not (isinstance(child, str) and not child.strip())]
        if len(alone) == 1 and isinstance(alone[0], Element) and alone[0].tag == "img":
            return alone[0]
        return Element(draft.tag, draft.attributes, children, place)

    def _words(self, words: str, line: int) -> tuple[Child, ...]:
        if len(words) > LONGEST_BLOCK or words.count("[") > MOST_BRACKETS:
            # Python-Markdown needs time in the square of the brackets: this much in one paragraph is no prose.
            message = (
                f"a paragraph of {len(words)} characters and {words.count('[')} `[`; "
                f"expected no more than {LONGEST_BLOCK} and {MOST_BRACKETS}"
            )
            hint = "begin new paragraphs, with an empty line between them"
            self.findings.append(Diagnostic(PROSE_BROKEN, message, _place_at(self._place, line, 0), hint))
            return (words,)
        if not _MARK.search(words):
            return (words,) if words else ()
        root = Node("div")
        node = Node("p")
        node.text = words
        root.append(node)
        for processor in self._reader.treeprocessors:
            changed = processor.run(root)
            root = changed if changed is not None else root
        return tuple(_children(root[0], _Cursor(self._lines, self._place, line)))


@dataclass(slots=True)
class _Cursor:
    """How far the lines of a block have been searched for the addresses of its links."""

    lines: Sequence[str]
    start: Place
    line: int
    column: int = 0

    def find(self, address: str) -> Place:
        """The place of ``address`` in the source, or the block's line where it was written in another way."""
        line, column = self.line, self.column
        while line < len(self.lines) and (line == self.line or self.lines[line].strip()):
            found = self.lines[line].find(address, column)
            if found >= 0:
                self.line, self.column = line, found + len(address)
                return _place_at(self.start, line, found)
            line, column = line + 1, 0
        return _place_at(self.start, self.line, 0)


def _place_at(start: Place, line: int, column: int) -> Place:
    """The place so many lines and columns from ``start``."""
    if line == 0:
        return Place(start.path, start.line, start.column + column)
    return Place(start.path, start.line + line, column + 1)


def _children(node: Node, cursor: _Cursor) -> Iterator[Child]:
    """What stands in a node that Python-Markdown made."""
    if node.text:
        yield str(node.text)
    for child in node:
        attributes = {name: str(value) for name, value in child.attrib.items()}
        address = attributes.get("href") or attributes.get("src") or ""
        place = cursor.find(address) if address else _place_at(cursor.start, cursor.line, 0)
        yield Element(str(child.tag), attributes, tuple(_children(child, cursor)), place)
        if child.tail:
            yield str(child.tail)
