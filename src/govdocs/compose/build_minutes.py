"""The items of minutes, and dividers."""

from govdocs.compose.blocks import Divider, Heading, Inline, MinuteEntries, MinuteEntry, plain
from govdocs.compose.build_tables import Flow, elements_of
from govdocs.compose.elements import Child, Element
from govdocs.compose.problems import WRONG_NESTING


def build_minutes(element: Element, flow: Flow) -> MinuteEntries:
    """The items of a ``<div class="minutes">``: first its ``<header>`` lines are the column headings."""
    labels: list[str] = []
    entries: list[MinuteEntry] = []
    for part in elements_of(element, "header article", flow):
        if part.tag == "header":
            labels.append(plain(flow.line(part.children)))
        else:
            entries.append(_entry(part, flow))
    return MinuteEntries(tuple(labels), tuple(entries), element.place)


def _entry(element: Element, flow: Flow) -> MinuteEntry:
    """One item: `<header>` its reference, `<header class="lead">` who leads, a heading, and what was said."""
    reference: tuple[Inline, ...] = ()
    lead: tuple[Inline, ...] = ()
    rest: list[Child] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "header":
            flow.check(child)
            words = flow.line(child.children)
            if "lead" in child.attributes.get("class", "").split():
                lead = words
            else:
                reference = words
        else:
            rest.append(child)
    blocks = flow.inner(rest, element.place)
    if blocks and isinstance(blocks[0], Heading):
        return MinuteEntry(reference, blocks[0], blocks[1:], lead, element.place)
    message = "an item of the minutes begins without a heading; expected `<h2>`"
    flow.find(WRONG_NESTING, message, element.place, "give the item a heading")
    return MinuteEntry(reference, Heading(2, (), element.place), blocks, lead, element.place)


def build_divider(element: Element, flow: Flow) -> Divider:
    """The divider of a ``<div class="divider">``: a paragraph with the letter, one with the title."""
    paragraphs = elements_of(element, "p", flow)
    words = [plain(flow.line(paragraph.children)) for paragraph in paragraphs]
    if len(words) != 2:  # noqa: PLR2004
        message = f"a divider has {len(words)} paragraphs; expected two: the letter and the title"
        flow.find(WRONG_NESTING, message, element.place, "write `<p>` for the letter and `<p>` for the title")
    return Divider(words[0] if words else "", " ".join(words[1:]), element.place)
