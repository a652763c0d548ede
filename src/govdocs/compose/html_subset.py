"""The strict reading of the small HTML subset that templates render.

Nothing is guessed: a tag that is not closed, a stray ``<`` or a closing tag without its opening one is a finding. A
browser would repair them in silence and move words about.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from govdocs.compose.elements import Child, Element, Inserted
from govdocs.compose.problems import UNCLOSED_TAG
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

EMPTY_TAGS = frozenset({"br", "hr", "col", "img", "slot"})
DEEPEST = 60
BUILT_IN_MARK = "(built-in)/"

_TOKEN = re.compile(
    r"""<!--.*?-->
      | </(?P<close>[a-zA-Z][a-zA-Z0-9]*)\s*>
      | <(?P<open>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:\s+[a-zA-Z][-a-zA-Z0-9]*(?:="[^"<]*")?)*)\s*(?P<end>/?)>
      | (?P<text>[^<]+)
      | (?P<stray><)""",
    re.VERBOSE | re.DOTALL,
)
_MARK = re.compile(r"(.+?):(\d+)(?::(\d+))?")
_ATTRIBUTE = re.compile(r'([a-zA-Z][-a-zA-Z0-9]*)(?:="([^"<]*)")?')


@dataclass(slots=True)
class _Open:
    """A tag that is still open."""

    tag: str
    attributes: dict[str, str]
    place: Place
    children: list[Child] = field(default_factory=list)

    def closed(self) -> Element:
        """The element, complete."""
        return Element(self.tag, self.attributes, tuple(self.children), self.place)


def read_html(
    source: str, place: Place, inserted: Mapping[str, Inserted] | None = None
) -> tuple[Element, tuple[Diagnostic, ...]]:
    """The elements of ``source`` under one root, whose tag is ``document``.

    An opening tag that carries ``data-place="path:line"`` stands there; any other stands where the tag before it
    stands, and the first at ``place``. A line of a built-in template says nothing to those who type records: a tag of
    one stands where the tag around it stands. ``inserted`` is what stands for each ``<slot name="…">``. What is wrong
    is reported and read as best as can be, and no words are lost.
    """
    reader = _Reader(place, inserted or {})
    for token in _TOKEN.finditer(source):
        reader.take(token)
    return reader.finish(), tuple(reader.findings)


class _Reader:
    """The tags that are open, and what was wrong so far."""

    def __init__(self, place: Place, inserted: Mapping[str, Inserted]) -> None:
        self._stack = [_Open("document", {}, place)]
        self._last = place
        self._inserted = inserted
        self.findings: list[Diagnostic] = []

    def take(self, token: re.Match[str]) -> None:
        """Read one token."""
        match token.lastgroup:
            case "text":
                self._stack[-1].children.append(html.unescape(token[0]))
            case "end":
                self._open(token["open"].lower(), dict(_attributes(token["attributes"])), token["end"] == "/")
            case "close":
                self._close(token["close"].lower())
            case "stray":
                self._stack[-1].children.append("<")
                self._find("`<` opens no tag here; expected a tag, or `&lt;` for the sign itself", "write `&lt;`")

    def finish(self) -> Element:
        """The root, once everything has been read."""
        while len(self._stack) > 1:
            self._find(
                f"`<{self._stack[-1].tag}>` is not closed; expected `</{self._stack[-1].tag}>`",
                f"add `</{self._stack[-1].tag}>` where it ends",
                self._stack[-1].place,
            )
            self._pop()
        return self._stack[0].closed()

    def _open(self, tag: str, attributes: dict[str, str], closed: bool) -> None:
        mark = attributes.pop("data-place", "")
        self._last = self._stack[-1].place if mark.startswith(BUILT_IN_MARK) else _place(mark, self._last)
        if tag == "slot" and (content := self._inserted.get(attributes.get("name", ""))) is not None:
            self._stack[-1].children.append(content)
            return
        if len(self._stack) > DEEPEST:
            self._find(f"`<{tag}>` stands more than {DEEPEST} tags deep", "make the template flatter")
            return
        self._stack.append(_Open(tag, attributes, self._last))
        if closed or tag in EMPTY_TAGS:
            self._pop()

    def _close(self, tag: str) -> None:
        if len(self._stack) > 1 and self._stack[-1].tag == tag:
            self._pop()
            return
        if tag in EMPTY_TAGS and tag != self._stack[-1].tag:
            self._find(f"`</{tag}>` closes a tag that holds nothing", f"write `<{tag}>` alone")
            return
        if tag not in (entry.tag for entry in self._stack[1:]):
            self._find(f"`</{tag}>` closes nothing; expected `<{tag}>` before it", f"remove it, or add `<{tag}>`")
            return
        while self._stack[-1].tag != tag:
            still = self._stack[-1]
            self._find(
                f"`<{still.tag}>` is not closed before `</{tag}>`; expected `</{still.tag}>`",
                f"add `</{still.tag}>` where it ends",
                still.place,
            )
            self._pop()
        self._pop()

    def _pop(self) -> None:
        closed = self._stack.pop().closed()
        self._stack[-1].children.append(closed)

    def _find(self, message: str, hint: str, place: Place | None = None) -> None:
        self.findings.append(Diagnostic(UNCLOSED_TAG, message, place or self._last, hint))


@lru_cache(maxsize=4096)
def _attributes(source: str) -> tuple[tuple[str, str], ...]:
    """Names and values; an attribute without a value has its own name as value, as in ``hidden="hidden"``.

    A template has the same ones in every document.
    """
    named = ((match[1].lower(), match[2]) for match in _ATTRIBUTE.finditer(source))
    return tuple((name, name if value is None else html.unescape(value)) for name, value in named)


def _place(mark: str, before: Place) -> Place:
    """The place that a ``data-place`` mark names."""
    match = _MARK.fullmatch(mark)
    return Place(match[1], int(match[2]), int(match[3] or 1)) if match else before
