"""Writing many documents: one document, one job, in worker processes; nothing that an earlier build wrote alike."""

import gc
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace

from govdocs.compose.blocks import Document, walk
from govdocs.errors import CannotGoOnError
from govdocs.pack.supplied import paper_pdf
from govdocs.places import Place
from govdocs.workflow.cache import Cache, Kept
from govdocs.workflow.keys import content_key
from govdocs.workflow.settings import Format
from govdocs.write.docx.writer import docx
from govdocs.write.fingerprint import writers_fingerprint
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages

WRITERS = {Format.PDF: paper_pdf, Format.DOCX: docx, Format.HTML: html}
_NO_CACHE = Cache(None)
#: What the engine makes is mostly kept until its document is done: looking through it less often saves a tenth of the
#: time, and costs a few MiB.
_COLLECT_AFTER = (20_000, 20, 50)


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
    else is quick and done here meanwhile. Workers are forked after the heavy imports above, so that they need not
    import again.

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
    for key, written in _write_anew(missing, jobs or os.cpu_count() or 1):
        cache.put(key, written.task.places, written.kept)
        yield written


def _write_anew(missing: Sequence[tuple[str, Task]], jobs: int) -> Iterator[tuple[str, Written]]:
    slow = sorted((item for item in missing if item[1].kind == Format.PDF), key=lambda item: -_length(item[1].document))
    quick = [item for item in missing if item[1].kind != Format.PDF]
    if min(jobs, len(slow)) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        for key, task in (*slow, *quick):
            yield key, Written(task, _write(task))
        return
    gc.freeze()  # what is loaded now is shared by the workers and need not be looked through again
    try:
        fork = multiprocessing.get_context("fork")
        with (
            tempfile.TemporaryDirectory(prefix="govdocs-", ignore_cleanup_errors=True) as folder,
            ProcessPoolExecutor(min(jobs, len(slow)), fork, _begin_worker, (folder,)) as pool,
        ):
            pending: dict[Future[Kept], tuple[str, Task]] = {
                pool.submit(_write, replace(task, places=())): (key, task) for key, task in slow
            }
            try:
                for key, task in quick:
                    yield key, Written(task, _write(task))
                for done in as_completed(pending):
                    key, task = pending[done]
                    yield key, Written(task, done.result())
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool as error:
        raise CannotGoOnError(
            "a worker process ended before its document was written",
            hint="close other programs to free memory, or try again with `--jobs 1`; nothing was replaced",
        ) from error
    finally:
        gc.unfreeze()


def _length(document: Document) -> int:
    return sum(1 for _ in walk(document))


def _write(task: Task) -> Kept:
    content, found = WRITERS[task.kind](task.document, task.options)
    pages = count_pages(content) if task.kind == Format.PDF and content else None
    return Kept(content, pages, tuple(dict.fromkeys(found)))


def _begin_worker(folder: str) -> None:
    """Let a worker end at Ctrl-C, and when the build that it works for is killed, which it would never notice.

    What it keeps for a while is in ``folder``: a worker ends without tidying up, so the build does it.
    """
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.set_threshold(*_COLLECT_AFTER)
    builder = os.getppid()

    def watch() -> None:
        while os.getppid() == builder:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
