"""Elements within a line to inline blocks, with white space settled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from govdocs.compose.blocks import (
    Abbreviation,
    Emphasis,
    Foreign,
    Indexed,
    Inline,
    LineBreak,
    Link,
    Raised,
    Strong,
    Symbol,
    Text,
    plain,
)
from govdocs.compose.elements import Child, Element, Inserted
from govdocs.compose.problems import HEADING_MISSING_WORDS, WRONG_NESTING
from govdocs.compose.subset import INLINE, TAGS, check_tag
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place

_MARKS: Mapping[str, type[Strong] | type[Emphasis] | type[Raised]] = {"strong": Strong, "em": Emphasis, "sup": Raised}
#: White space as HTML has it; a no-break space is none.
SPACES = " \t\r\n\f"
_SPACE = re.compile(f"[{SPACES}]+")
_OTHER_SPACES = "\t\r\f"


class Targets(Protocol):
    """What addresses in links and pictures lead to."""

    def link(
        self, address: str, words: tuple[Inline, ...], place: Place
    ) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
        """What is printed for a link to ``address``; where ``words`` is empty, the target's own words."""
        ...

    def picture(self, address: str, place: Place) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
        """The bytes and media type of the picture at ``address``."""
        ...


class NoTargets:
    """Where nothing can be referred to: an address must be one of the web, and there are no pictures."""

    def link(
        self, address: str, words: tuple[Inline, ...], place: Place
    ) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
        """A link as it is."""
        del place
        return (Link(words or (Text(address),), address=address),), ()

    def picture(self, address: str, place: Place) -> tuple[tuple[bytes, str] | None, tuple[Diagnostic, ...]]:
        """None."""
        del address, place
        return None, ()


def is_inline(child: Child) -> bool:
    """Whether ``child`` stands within a line."""
    match child:
        case str():
            return True
        case Inserted():
            return not child.blocks
        case Element():
            tag = TAGS.get(child.tag)
            return tag is not None and INLINE in tag.stands


def build_inlines(children: Sequence[Child], targets: Targets) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
    """The inline content of ``children``, trimmed and with single spaces."""
    if len(children) == 1 and isinstance(children[0], str):  # so it is nearly everywhere
        words = _single_spaces(children[0]).strip(" ")
        return ((Text(words),) if words else ()), ()
    findings: list[Diagnostic] = []
    return settle_spaces(_inlines(children, targets, findings)), tuple(findings)


def _inlines(children: Sequence[Child], targets: Targets, findings: list[Diagnostic]) -> list[Inline]:
    inlines: list[Inline] = []
    for child in children:
        match child:
            case str():
                inlines.append(Text(child))
            case Inserted():
                inlines.extend(child.inlines)
            case Element():
                if child.attributes or child.tag not in TAGS:
                    findings.extend(check_tag(child))
                inner = tuple(_inlines(child.children, targets, findings))
                inlines.extend(_inline(child, inner, targets, findings))
    return inlines


def _inline(
    element: Element, inner: tuple[Inline, ...], targets: Targets, findings: list[Diagnostic]
) -> tuple[Inline, ...]:
    """One element of a line."""
    attributes = element.attributes
    match element.tag:
        case "br":
            return (LineBreak(),)
        case "strong" | "em" | "sup":
            return (_MARKS[element.tag](inner),) if inner else ()
        case "a":
            return _link(element, inner, targets, findings)
        case "abbr":
            return (Abbreviation(plain(inner), attributes.get("title", "")),)
        case "span":
            return _span(attributes, inner)
        case _:
            if element.tag in TAGS:
                message = f"`<{element.tag}>` stands within a line; expected words"
                findings.append(Diagnostic(WRONG_NESTING, message, element.place, "close the paragraph before it"))
            return (Text(" "), *inner, Text(" "))


def _span(attributes: Mapping[str, str], inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if attributes.get("role") == "img":
        return (Symbol(plain(inner), attributes.get("aria-label", "")),)
    return (Foreign(inner, attributes["lang"]),) if "lang" in attributes else inner


def _link(
    element: Element, inner: tuple[Inline, ...], targets: Targets, findings: list[Diagnostic]
) -> tuple[Inline, ...]:
    address = element.attributes.get("href", "").strip()
    if not address:
        message = "a link without an address; expected `href`"
        findings.append(Diagnostic(HEADING_MISSING_WORDS, message, element.place, "say where the link leads"))
        return inner
    words = settle_spaces(inner)
    linked, found = targets.link(address, words, element.place)
    findings.extend(found)
    spoken = element.attributes.get("aria-label", "")
    if spoken:
        linked = tuple(replace(part, spoken=spoken) if isinstance(part, Link) else part for part in linked)
    before, after = plain(inner)[:1], plain(inner)[-1:]
    return (*((Text(" "),) if before.isspace() else ()), *linked, *((Text(" "),) if after.isspace() else ()))


# --- White space ----------------------------------------------------------------------------------------------------


def settle_spaces(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """White space as a reader sees it: one space between words, none at the ends or beside a line break."""
    settled, _ = _settle(_joined(inlines), after_space=True)
    return _stripped(settled)


def _joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Neighbouring texts as one."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return joined


def _settle(inlines: Iterable[Inline], after_space: bool) -> tuple[list[Inline], bool]:
    """The inlines with single spaces, and whether they end in white space."""
    settled: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text):
                text = _single_spaces(text)
                if after_space:
                    text = text.removeprefix(" ")
                if text:
                    settled.append(Text(text))
                    after_space = text.endswith(" ")
            case LineBreak():
                settled = list(_stripped(settled, start=False))
                settled.append(inline)
                after_space = True
            case Abbreviation() | Symbol():
                settled.append(inline)
                after_space = False
            case _:
                inner, after_space = _settle(_joined(inline.children), after_space)
                if inner or isinstance(inline, Indexed):
                    settled.append(replace(inline, children=tuple(inner)))
    return settled, after_space


def _single_spaces(text: str) -> str:
    if "\n" in text or "  " in text or any(sign in text for sign in _OTHER_SPACES):
        return _SPACE.sub(" ", text)
    return text


def _stripped(inlines: Sequence[Inline], start: bool = True) -> tuple[Inline, ...]:
    """Without the line breaks and the space at the end (and the line breaks at the start)."""
    rest = list(inlines)
    while start and rest and isinstance(rest[0], LineBreak):
        rest.pop(0)
    while rest:
        last = rest[-1]
        if (isinstance(last, LineBreak) and start) or (isinstance(last, Text) and not last.text.rstrip(" ")):
            rest.pop()
        elif isinstance(last, Text) and last.text.endswith(" "):
            rest[-1] = Text(last.text.rstrip(" "))
        elif isinstance(last, (Strong, Emphasis, Raised, Foreign, Link, Indexed)) and plain(last.children)[-1:] == " ":
            rest[-1] = replace(last, children=_stripped(last.children, start))
            if not plain((rest[-1],)) and not isinstance(rest[-1], Indexed):
                rest.pop()
        else:
            break
    return tuple(rest)
