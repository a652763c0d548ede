"""Writing many documents: one document, one job, in worker processes; nothing that an earlier build wrote alike."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import dataclass, replace

from govdocs.compose.blocks import Document, walk
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.workflow.cache import Cache, Kept
from govdocs.workflow.keys import content_key
from govdocs.workflow.presses import can_start, presses, workers
from govdocs.workflow.settings import Format
from govdocs.write.docx.writer import docx
from govdocs.write.fingerprint import writers_fingerprint
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages

_Writer = Callable[[Document, WriteOptions], tuple[bytes, tuple[Diagnostic, ...]]]
_NO_CACHE = Cache(None)


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One document to be written in one format.

    ``content`` is the key of its blocks, ``places`` are their places in their order.
    """

    document: Document
    content: str
    kind: Format
    options: WriteOptions
    places: tuple[Place, ...]

    @property
    def key(self) -> str:
        """The same for two tasks that give the same bytes."""
        return content_key(self.content, self.kind.value, self.options, writers_fingerprint("write", "pack"))


@dataclass(frozen=True, slots=True)
class Written:
    """One document in one format; ``anew`` is False where it was kept from an earlier build."""

    task: Task
    kept: Kept
    anew: bool = True


def write_documents(tasks: Sequence[Task], jobs: int | None = None, cache: Cache = _NO_CACHE) -> Iterator[Written]:
    """Do the tasks that were not done by an earlier build, and yield each as it is done.

    ``jobs`` is the number of worker processes (None for one a core). They lay out the PDFs, the longest first; all
    else is quick and done here meanwhile.

    Raises:
        CannotGoOnError: a worker died, for want of memory for example.
    """
    missing: list[tuple[str, Task]] = []
    for task in tasks:
        key = task.key
        kept = cache.get(key, task.places)
        if kept is None:
            missing.append((key, task))
        else:
            yield Written(task, kept, anew=False)
    for key, written in _write_anew(missing, workers(jobs)):
        cache.put(key, written.task.places, written.kept)
        yield written


def _write_anew(missing: Sequence[tuple[str, Task]], jobs: int) -> Iterator[tuple[str, Written]]:
    slow = sorted((item for item in missing if item[1].kind == Format.PDF), key=lambda item: -_length(item[1].document))
    quick = [item for item in missing if item[1].kind != Format.PDF]
    if not slow or jobs <= 1 or not can_start():
        for key, task in (*slow, *quick):
            yield key, Written(task, _write(task))
        return
    with presses(min(jobs, len(slow))) as pool:
        pending: dict[Future[Kept], tuple[str, Task]] = {
            pool.submit(_write, replace(task, places=())): (key, task) for key, task in slow
        }
        for key, task in quick:
            yield key, Written(task, _write(task))
        for done in as_completed(pending):
            key, task = pending[done]
            yield key, Written(task, done.result())


def _length(document: Document) -> int:
    return sum(1 for _ in walk(document))


def _write(task: Task) -> Kept:
    content, found = writer_of(task.kind)(task.document, task.options)
    pages = count_pages(content) if task.kind == Format.PDF and content else None
    return Kept(content, pages, tuple(dict.fromkeys(found)))


def writer_of(kind: Format) -> _Writer:
    """The function that writes a document in one format."""
    match kind:
        case Format.PDF:
            from govdocs.pack.supplied import paper_pdf  # noqa: PLC0415 - loads the engine, which takes a second

            return paper_pdf
        case Format.DOCX:
            return docx
        case Format.HTML:
            return html
