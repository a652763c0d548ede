"""Terms of reference as a document of their own."""

from govdocs.compose.blocks import Document, Section
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.part_blocks import PartBlocks
from govdocs.compose.documents.sheet import compose_sheet
from govdocs.compose.documents.terms_state import describe_state
from govdocs.compose.own_anchors import mark_paragraphs, read_twice
from govdocs.compose.references import DocumentTargets, Home
from govdocs.model.terms_of_reference import TermsOfReference


def compose_terms(desk: Desk, terms: TermsOfReference) -> Document:
    """The terms of reference alone, in the style of the body on the desk."""
    home = Home(desk.meeting.id, terms=terms, folder=terms.path.rpartition("/")[0])
    sections, anchors = read_twice(desk, home, lambda own, targets: _sections(own, terms, targets))
    return compose_sheet(
        desk,
        f"terms-of-reference-{terms.id}",
        terms.header.title,
        mark_paragraphs(sections, anchors),
        terms.header.place("title"),
        status=desk.word("draft") if terms.header.status == "draft" else "",
        language=terms.header.language,
    )


def _sections(desk: Desk, terms: TermsOfReference, targets: DocumentTargets) -> tuple[Section, ...]:
    pen = Pen(desk, targets)
    header = terms.header
    facts = {
        "title": pen.inline(header.title, header.place("title")),
        "status": desk.word(f"terms_{header.status}"),
        "version": header.version,
        "state": [pen.inline(words, header.place("status")) for words in describe_state(desk, header)],
        "content": pen.slots.blocks(PartBlocks(pen).terms(terms, with_title=False)),
    }
    return pen.sections("terms-of-reference.html", {"terms": facts}, header.place())
