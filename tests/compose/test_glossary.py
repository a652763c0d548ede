"""The glossary of a paper: the terms that it uses, in order, with a line that references lead to."""

from pathlib import Path

from govdocs.compose.blocks import Document, Link, Paragraph, Table, plain, walk
from govdocs.compose.meeting import compose_meeting
from support.organisation import MEETING, overlay, put_files, sound_files
from support.records import load_library

TERMS = """terms:
  qipp: {short: QIPP, long: Savings without loss}
  afc: {short: AfC, long: Agenda for Change, meaning: the pay of staff}
  ccg: {short: CCG, long: Commissioning group, aliases: [CCGs]}
  unused: {short: XYZ, long: Used nowhere}
"""


def composed(folder: Path, block: str) -> Document:
    files = overlay(sound_files(), f"# {MEETING}\nagenda: [{{paper: plan}}]\n")
    files["records/glossary.yaml"] = TERMS
    header = "---\ntitle: Plan\nauthors: [alex-example]\n---\n"
    files["meetings/board/2026-05-14/papers/plan.md"] = (
        f"{header}# Report\n\nBoth CCGs know [](term:qipp); AfC is old.\n\n```glossary\n{block}```\n"
    )
    library, findings = load_library(put_files(folder, files))
    pack, more = compose_meeting(library, library.meetings["board/2026-05-14"], folder)
    assert not [found for found in (*findings, *more) if found.place.path.endswith("plan.md")]
    return pack.parts[-1].document


def rows(document: Document) -> list[tuple[str, str]]:
    (table,) = (block for block in walk(document) if isinstance(block, Table) and block.head)
    return [
        (row.anchor, " | ".join(plain(block.content) for cell in row.cells for block in cell.blocks))  # type: ignore[union-attr]
        for row in table.body
    ]


def test_the_terms_that_the_paper_uses_are_listed_in_order(tmp_path: Path) -> None:
    assert rows(composed(tmp_path, "")) == [
        ("term-afc", "AfC | Agenda for Change: the pay of staff"),
        ("term-ccg", "CCG | Commissioning group"),
        ("term-qipp", "QIPP | Savings without loss"),
    ]


def test_all_terms_are_listed_where_that_is_asked_for(tmp_path: Path) -> None:
    assert [anchor for anchor, _ in rows(composed(tmp_path, "show: all\n"))][-1] == "term-unused"


def test_a_reference_leads_to_the_line_of_its_term(tmp_path: Path) -> None:
    links = [
        inline
        for block in walk(composed(tmp_path, ""))
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Link) and not inline.document
    ]
    assert [(plain(link.children), link.anchor) for link in links] == [("QIPP", "term-qipp")]
