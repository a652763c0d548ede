"""What stands in a document and can be linked to, and the check of a whole document's headings and anchors."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from govdocs.compose.blocks import (
    Block,
    Chart,
    Details,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Indexed,
    IndexLine,
    Inline,
    Link,
    MinuteEntry,
    Paragraph,
    Picture,
    Raised,
    Section,
    Strong,
    Table,
    plain,
    walk,
)
from govdocs.compose.desk import Desk, Findings
from govdocs.compose.problems import ANCHOR_TWICE, HEADING_SKIPPED, TITLE_MISSING, UNRESOLVED_REFERENCE
from govdocs.compose.references import Anchors, DocumentTargets, Home, Target
from govdocs.compose.wording import slug_words
from govdocs.diagnostics import Diagnostic, Related
from govdocs.places import Place


def read_twice(
    desk: Desk, home: Home, read: Callable[[Desk, DocumentTargets], tuple[Section, ...]]
) -> tuple[tuple[Section, ...], Anchors]:
    """The sections that ``read`` makes for a desk and the targets of links, and what can be linked to within them.

    They are read a second time where a reference may lead to what comes after it, and takes its words from there.
    """
    anchors, apart = Anchors(), replace(desk, findings=Findings())
    targets = DocumentTargets(apart, home, anchors, first_reading=True)
    sections = read(apart, targets)
    if targets.settled:
        desk.findings.add(*apart.findings.found)
        return sections, anchors
    gather_anchors(sections, anchors)
    return read(desk, DocumentTargets(desk, home, anchors)), anchors


def gather_anchors(sections: tuple[Section, ...], anchors: Anchors) -> None:
    """Enter headings, tables, pictures and numbered paragraphs, with the words that name them."""
    for section in sections:
        for block in section.blocks:
            for key, target in _anchors(block):
                anchors.found[key] = target


def _anchors(block: Block) -> Iterator[tuple[tuple[str, str], Target]]:
    match block:
        case Heading():
            if block.anchor:
                number = f"{block.number.text} " if block.number else ""
                yield ("heading", block.anchor), Target(number + plain(block.content), anchor=block.anchor)
        case Table(anchor=anchor):
            for row in block.body:
                for kind in ("risk", "term"):
                    if row.anchor.startswith(f"{kind}-"):
                        yield (kind, row.anchor.removeprefix(f"{kind}-")), Target("", anchor=row.anchor)
            if not anchor:
                return
            number = block.caption_number.text if block.caption_number else ""
            yield ("table", anchor), Target(number or plain(block.caption) or block.summary or anchor, anchor=anchor)
        case Picture(anchor=anchor) | Chart(anchor=anchor) if anchor:
            yield ("picture", anchor), Target(plain(block.caption) or block.alternative, anchor=anchor)
        case Paragraph(number=number) if number is not None:
            name = number.text.rstrip(".")
            yield ("paragraph", name), Target(name, anchor=f"paragraph-{slug_words(name)}")
        case _:
            return


def mark_paragraphs(sections: tuple[Section, ...], anchors: Anchors) -> tuple[Section, ...]:
    """The sections with an anchor at each numbered paragraph that a reference names.

    Where a number occurs twice, in a summary and in the report, it is the later one, as in ``gather_anchors``.
    """
    missing = set(anchors.wanted)
    marked: list[Section] = []
    for section in reversed(sections):
        blocks: list[Block] = []
        for block in reversed(section.blocks):
            name = block.number.text.rstrip(".") if isinstance(block, Paragraph) and block.number else ""
            if isinstance(block, Paragraph) and name in missing and not block.anchor:
                missing.remove(name)
                blocks.append(replace(block, anchor=f"paragraph-{slug_words(name)}"))
            else:
                blocks.append(block)
        marked.append(replace(section, blocks=tuple(reversed(blocks))))
    return tuple(reversed(marked))


def check_document(document: Document) -> tuple[Diagnostic, ...]:
    """Headings that skip a level, titles too many or too few, anchors that occur twice.

    A document without sections has a template that failed, which is reported already.
    """
    findings: list[Diagnostic] = []
    pieces = tuple(walk(document))
    headings = [block for block in pieces if isinstance(block, Heading)]
    findings.extend(_check_headings(headings))
    count = sum(heading.level == 1 for heading in headings)
    if document.furniture and document.sections and count != 1:
        message = f"`{document.name}` has {count} headings of level 1; expected one, its title"
        findings.append(Diagnostic(TITLE_MISSING, message, document.place, "give the template one `<h1>`"))
    seen: dict[str, Place] = {}
    for block in pieces:
        anchor = getattr(block, "anchor", "")
        if anchor and anchor in seen:
            message = f"the anchor `{anchor}` occurs twice in `{document.name}`"
            related = (Related(seen[anchor], "the first is here"),)
            findings.append(Diagnostic(ANCHOR_TWICE, message, block.place, "give one of them another id", related))
        elif anchor:
            seen[anchor] = block.place
    return tuple(findings)


def _check_headings(headings: list[Heading]) -> Iterator[Diagnostic]:
    level = 0
    for heading in headings:
        if heading.level > level + 1:
            words = plain(heading.content)[:40]
            message = f"the heading `{words}` is of level {heading.level}; expected level {level + 1} or above"
            yield Diagnostic(HEADING_SKIPPED, message, heading.place, "take away a `#`, or add the heading between")
        level = heading.level


# --- Links ----------------------------------------------------------------------------------------------------------


def check_links(documents: Sequence[Document]) -> Iterator[Diagnostic]:
    """Links to a document that the pack does not hold, or to an anchor that the document does not have."""
    pieces = {document.name: tuple(walk(document)) for document in documents}
    anchors = {name: {getattr(block, "anchor", "") for block in blocks} for name, blocks in pieces.items()}
    failed = {document.name for document in documents if not document.sections}
    for document in documents:
        for block in pieces[document.name]:
            for link in _links(block):
                name = link.document or document.name
                if link.address or name in failed or (name in anchors and link.anchor in {"", *anchors[name]}):
                    continue
                target = f"{link.document}#{link.anchor}" if link.anchor else link.document
                message = f"a link leads to `{target}`, which is not in this pack"
                hint = "correct the link, or give its target this id"
                yield Diagnostic(UNRESOLVED_REFERENCE, message, block.place, hint)


def _links(block: object) -> Iterator[Link]:
    """The links that stand directly in a block."""
    match block:
        case Heading() | Paragraph():
            yield from _links_in(block.content)
        case Table() | Picture() | Chart():
            yield from _links_in(block.caption)
        case MinuteEntry():
            yield from _links_in((*block.reference, *block.lead))
        case IndexLine():
            yield from _links_in(block.see)
        case Details():
            yield from (link for row in block.rows for detail in row for link in _links_in(detail.label))
        case _:
            return


def _links_in(inlines: Sequence[Inline]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Raised | Foreign | Indexed):
            yield from _links_in(inline.children)
