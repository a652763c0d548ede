"""The vocabulary of the HTML subset: which tags there are, what they may carry and where they may stand."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from govdocs.compose.blocks import BoxKind, ParagraphKind, TableKind, Tone
from govdocs.compose.elements import Element
from govdocs.compose.problems import UNKNOWN_ATTRIBUTE, UNKNOWN_TAG
from govdocs.diagnostics import Diagnostic

FLOW = "flow"
INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: ``stands`` is where (in the flow, in a line, or in the named tags), ``classes`` the words of its class."""

    stands: tuple[str, ...]
    meaning: str
    attributes: frozenset[str] = frozenset()
    classes: frozenset[str] = field(default=frozenset())


def _tag(stands: str, meaning: str, attributes: str = "", classes: str = "") -> Tag:
    return Tag(tuple(stands.split()), meaning, frozenset(attributes.split()), frozenset(classes.split()))


_TONES = " ".join(tone for tone in Tone if tone is not Tone.NONE)
_PARAGRAPHS = " ".join(kind for kind in ParagraphKind if kind is not ParagraphKind.BODY)
_ALIGNS = "left right centre"

TAGS: Mapping[str, Tag] = {
    "section": _tag("document", "a run of pages", classes="portrait landscape a3"),
    "h1": _tag(FLOW, "the title, one in a document", "id"),
    **{f"h{level}": _tag(FLOW, f"a heading of level {level}", "id") for level in range(2, 7)},
    "p": _tag(FLOW, "a paragraph; its class says what it is", "id", _PARAGRAPHS),
    "ul": _tag(FLOW, "a list with bullets; `plain` without", classes="plain"),
    "ol": _tag(FLOW, "a numbered list", "start"),
    "li": _tag("ul ol", "an item of a list", "id"),
    "table": _tag(FLOW, "a table", "id summary", " ".join(TableKind)),
    "caption": _tag("table", "a table's caption; `below` puts it under the table", classes="below"),
    "colgroup": _tag("table", "the columns"),
    "col": _tag("colgroup", "a column: its share of the width, and how it is set", "width", _ALIGNS),
    "thead": _tag("table", "the rows that repeat on every page"),
    "tbody": _tag("table", "the rows"),
    "tr": _tag("thead tbody", "a row", "id", "band subtotal total breakable"),
    "th": _tag("tr", "a heading cell: of its column, or with scope `row` of its row", "scope colspan rowspan", _TONES),
    "td": _tag("tr", "a cell; a class colours its status", "colspan rowspan", _TONES),
    "dl": _tag(FLOW, "labels and values; `two` puts two pairs side by side", "summary", "two"),
    "div": _tag(
        "flow dl", "a row of a `dl`; `minutes`: the items of minutes; `divider`: a divider", "", "minutes divider"
    ),
    "dt": _tag("dl div", "a label"),
    "dd": _tag("dl div", "a value"),
    "aside": _tag(FLOW, "something set apart; its class says what", classes=" ".join(BoxKind)),
    "article": _tag("div", "an item of the minutes"),
    "header": _tag("div article", "in minutes: the column headings; in an item: its reference", "", "lead"),
    "figure": _tag(FLOW, "a picture and its caption", "id"),
    "img": _tag("flow figure", "a picture", "src alt width"),
    "figcaption": _tag("figure", "a picture's caption"),
    "hr": _tag(FLOW, "a line; `page` begins a new page", classes="page"),
    "strong": _tag(INLINE, "bold, because it matters"),
    "em": _tag(INLINE, "italic"),
    "sup": _tag(INLINE, "raised"),
    "br": _tag(INLINE, "a new line"),
    "a": _tag(INLINE, "a link to a web page, a mail address or a record", "href aria-label"),
    "abbr": _tag(INLINE, "a short form; `title` says what it stands for", "title"),
    "span": _tag(
        INLINE, "words of another language (`lang`), or a sign (`role=img` and `aria-label`)", "lang role aria-label"
    ),
}

INSTEAD = {"b": "strong", "i": "em", "center": 'p class="centred"', "u": "strong", "nobr": "span"}


def check_tag(element: Element) -> tuple[Diagnostic, ...]:
    """What is wrong with the tag itself, its attributes and its class words."""
    tag = TAGS.get(element.tag)
    if tag is None:
        close = INSTEAD.get(element.tag) or next(iter(difflib.get_close_matches(element.tag, TAGS, 1)), "")
        hint = f"write `<{close}>`" if close else "see docs/templates.md for the tags there are"
        return (Diagnostic(UNKNOWN_TAG, f"unknown tag `<{element.tag}>`", element.place, hint),)
    return tuple(
        Diagnostic(UNKNOWN_ATTRIBUTE, message, element.place, hint) for message, hint in _wrong_attributes(element, tag)
    )


def _wrong_attributes(element: Element, tag: Tag) -> Iterator[tuple[str, str]]:
    """Messages and hints for attributes and class words that the tag does not have."""
    for name in element.attributes:
        if name not in tag.attributes and not (name == "class" and tag.classes):
            expected = _listed(tag.attributes, tag.classes)
            yield (
                f"`<{element.tag}>` has the attribute `{name}`; expected {expected}",
                "remove the attribute; looks belong to the theme",
            )
    for word in element.attributes.get("class", "").split():
        if tag.classes and word not in tag.classes:
            near = difflib.get_close_matches(word, tag.classes, 1)
            yield (
                f"`<{element.tag}>` has the class `{word}`; expected one of {_quoted(tag.classes)}",
                f"write `{near[0]}`" if near else "remove the word",
            )


def _listed(attributes: frozenset[str], classes: frozenset[str]) -> str:
    """The attributes that there could have been."""
    names = attributes | ({"class"} if classes else frozenset())
    return f"one of {_quoted(names)}" if names else "no attribute"


def _quoted(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
