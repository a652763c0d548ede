"""All files of one meeting's pack, as bytes: written anew, or kept from an earlier build."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from govdocs import __version__
from govdocs.compose.blocks import Contents, Index, Pack, PartKind, walk
from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.pack.bind import bind
from govdocs.read.nodes import Sources
from govdocs.workflow.attached import attached_records
from govdocs.workflow.cache import Cache, Kept
from govdocs.workflow.keys import content_key, places_in
from govdocs.workflow.settings import Format
from govdocs.workflow.themes import body_theme
from govdocs.workflow.versions import Moment, describe_document, describe_pack, document_date, pack_date
from govdocs.workflow.writing import Task, Written, write_documents
from govdocs.write.docx.bound import docx_pack
from govdocs.write.fingerprint import writers_fingerprint
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages
from govdocs.write.theme import Theme

#: Called as (what is being done, how many files are done, how many there are).
Progress = Callable[[str, int, int], None]

PACK_FILE = "pack.pdf"
PACK_WORD_FILE = "pack.docx"
NO_SOURCES = Sources({})


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file, not yet in place; ``anew`` is False where it was kept from an earlier build."""

    title: str
    content: bytes
    pages: int | None
    anew: bool


def meeting_theme(library: Library, meeting: Meeting) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of the meeting's body."""
    return body_theme(library.body_of(meeting))


def write_pack(
    pack: Pack,
    meeting: str,
    kinds: Sequence[Format],
    theme: Theme,
    moment: Moment,
    cache: Cache,
    progress: Progress,
    jobs: int | None,
    sources: Sources = NO_SOURCES,
) -> tuple[dict[str, PackFile], tuple[Diagnostic, ...]]:
    """Write every document of the pack and bind it; files by name, in the pack's order, the packs last.

    A file without content could not be written; the findings say why.
    """
    base = WriteOptions(theme, producer=f"govdocs {__version__}")
    tasks = _plan(pack, meeting, kinds, base, moment, sources)
    done: dict[Task, Written] = {}
    for count, one in enumerate(write_documents(tasks, jobs, cache), start=1):
        done[one.task] = one
        progress(one.task.document.label or one.task.document.title, count, len(tasks))
    written = [done[task] for task in tasks]
    named = _named(pack)
    files = {
        f"{one.task.document.name}.{one.task.kind.value}": _file(one)
        for one in written
        if one.task.document.name in named and one.task.kind in kinds
    }
    findings = [finding for one in written for finding in one.kept.findings]
    options = replace(base, date=pack_date(pack, moment), properties=describe_pack(pack, meeting, moment.facts))
    for name, kind, bind_in in ((PACK_WORD_FILE, Format.DOCX, _bind_word), (PACK_FILE, Format.PDF, _bind)):
        if kind in kinds:
            progress("binding the pack", len(tasks), len(tasks))
            bound, anew = bind_in(pack, written, options, cache)
            findings += bound.findings
            files[name] = PackFile(pack.title, bound.content, bound.pages, anew)
    return files, tuple(dict.fromkeys(findings))


def _named(pack: Pack) -> set[str]:
    """The documents that have files of their own; dividers and blank pages are in the pack only."""
    bound = {part.document.name for part in pack.parts if part.kind == PartKind.DOCUMENT}
    return bound | {document.name for document in pack.beside}


def _plan(
    pack: Pack, meeting: str, kinds: Sequence[Format], base: WriteOptions, moment: Moment, sources: Sources
) -> list[Task]:
    tasks: list[Task] = []
    named = _named(pack)
    if Format.DOCX in kinds and _prints_pages(pack):
        # Contents and index of a bound Word file are filled with the pages of the pack, which only the PDFs can tell.
        kinds = (*kinds, Format.PDF) if Format.PDF not in kinds else kinds
    for document in pack.documents():
        content, places = content_key(document), tuple(places_in(document))
        if document.name in named:
            options = replace(
                base,
                date=document_date(places, moment),
                properties=describe_document(document, content, places, meeting, moment.facts),
            )
            attached = replace(options, sources=attached_records(document, sources)) if Format.PDF in kinds else options
            tasks += [
                Task(document, content, kind, attached if kind == Format.PDF else options, places) for kind in kinds
            ]
        elif Format.PDF in kinds:
            # What a page says of itself is not carried into the pack: without a date it need not be written again.
            tasks.append(Task(document, content, Format.PDF, base, places))
    return tasks


def _prints_pages(pack: Pack) -> bool:
    return any(isinstance(block, Contents | Index) for part in pack.parts for block in walk(part.document))


def _first_pages(pack: Pack, written: Sequence[Written]) -> dict[str, int]:
    """The page of the pack on which each document begins; nothing where there was no need to count."""
    counts = {one.task.document.name: one.kept.pages for one in written if one.task.kind == Format.PDF}
    first: dict[str, int] = {}
    page = 1
    for part in pack.parts if counts else ():
        first.setdefault(part.document.name, page)
        page += counts.get(part.document.name) or 0
    return first


def _file(one: Written) -> PackFile:
    document = one.task.document
    return PackFile(document.label or document.title, one.kept.content, one.kept.pages, one.anew)


def _bind_word(pack: Pack, written: Sequence[Written], options: WriteOptions, cache: Cache) -> tuple[Kept, bool]:
    """The pack as one Word file, and whether it was written anew."""
    first = _first_pages(pack, written) if _prints_pages(pack) else {}
    key = content_key(pack, options, "docx", tuple(first.items()), writers_fingerprint("write"))
    places = places_in(pack)
    kept = cache.get(key, places)
    if kept is not None:
        return kept, False
    content, found = docx_pack(pack, options, first)
    kept = Kept(content, None, found)
    cache.put(key, places, kept)
    return kept, True


def _bind(pack: Pack, written: Sequence[Written], options: WriteOptions, cache: Cache) -> tuple[Kept, bool]:
    """The pack, and whether it was bound anew."""
    pdfs = {one.task.document.name: one.kept.content for one in written if one.task.kind == Format.PDF}
    parts = tuple((name, hashlib.sha256(content).hexdigest()) for name, content in sorted(pdfs.items()))
    key = content_key(pack, options, parts, writers_fingerprint("write", "pack"))
    places = places_in(pack)
    kept = cache.get(key, places)
    if kept is not None:
        return kept, False
    content, found = bind(pack, pdfs, options)
    kept = Kept(content, count_pages(content) if content else 0, found)
    cache.put(key, places, kept)
    return kept, True
