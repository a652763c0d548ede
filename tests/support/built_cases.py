"""The papers of every meeting of the test cases, and of the example's meetings, in all formats and bound."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from govdocs.compose.blocks import Document, Pack, PartKind
from govdocs.compose.meeting import compose_meeting
from govdocs.model.library import build_library
from govdocs.pack.bind import bind
from govdocs.read.repository import read_repository
from govdocs.workflow.attached import attached_records
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf

HERE = Path(__file__).parents[2]
CASES = HERE / "tests" / "cases"


@dataclass(frozen=True)
class BuiltMeeting:
    """One meeting's papers by name: the trees that they were written from, and what was written."""

    pack: Pack
    documents: dict[str, Document]
    pdfs: dict[str, bytes]
    docxs: dict[str, bytes]
    htmls: dict[str, bytes]
    bound: bytes


def meetings() -> list[str]:
    """All meetings as ``case:body/date``; the example's case has no name."""
    roots = [HERE, *sorted(path for path in CASES.iterdir() if (path / "meetings").is_dir())]
    return [
        f"{'' if root == HERE else root.name}:{path.parent.relative_to(root / 'meetings').as_posix()}"
        for root in roots
        for path in sorted(root.glob("meetings/*/*/meeting.yaml"))
    ]


@cache
def build_case(which: str) -> BuiltMeeting:
    """Compose, write and bind one of ``meetings()``, as any stage would, errors in its records or not."""
    case, _, meeting = which.partition(":")
    root = CASES / case if case else HERE
    sources, _ = read_repository(root)
    library, _ = build_library(sources)
    pack, _ = compose_meeting(library, library.meetings[meeting], root)
    parts = {part.document.name: part for part in pack.parts}
    papers = {name: part.document for name, part in parts.items() if part.kind is PartKind.DOCUMENT}
    plain = WriteOptions()
    pdfs = {
        name: pdf(part.document, WriteOptions(sources=attached_records(part.document, sources)))[0]
        for name, part in parts.items()
    }
    return BuiltMeeting(
        pack,
        papers,
        pdfs,
        {name: docx(document, plain)[0] for name, document in papers.items()},
        {name: html(document, plain)[0] for name, document in papers.items()},
        bind(pack, pdfs, plain)[0],
    )
