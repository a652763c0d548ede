"""Writing many documents: one document, one job, in worker processes."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from govdocs.compose.blocks import Document, walk
from govdocs.diagnostics import Diagnostic
from govdocs.errors import CannotGoOnError
from govdocs.workflow.settings import Format
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf

WRITERS = {Format.PDF: pdf, Format.DOCX: docx, Format.HTML: html}


@dataclass(frozen=True, slots=True)
class Written:
    """One document in its formats, and what the writers had to say."""

    document: Document
    files: tuple[tuple[Format, bytes], ...]
    findings: tuple[Diagnostic, ...]


def write_documents(
    documents: Sequence[Document], formats: Sequence[Format], options: WriteOptions, jobs: int | None = None
) -> Iterator[Written]:
    """Write the documents, the longest first, and yield each as it is done.

    ``jobs`` is the number of worker processes (None for one a core). Workers are forked after the heavy imports above,
    so that they need not import again.

    Raises:
        CannotGoOnError: a worker died, for want of memory for example.
    """
    workers = min(jobs or os.cpu_count() or 1, len(documents))
    longest_first = sorted(documents, key=lambda document: -sum(1 for _ in walk(document)))
    if workers <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        for document in longest_first:
            yield _write_document(document, formats, options)
        return
    gc.freeze()  # what is loaded now is shared by the workers and need not be looked through again
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), _end_at_once) as pool:
            try:
                pending = [pool.submit(_write_document, document, formats, options) for document in longest_first]
                for done in as_completed(pending):
                    yield done.result()
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


def _end_at_once() -> None:
    """Let Ctrl-C end a worker: it holds nothing that is worth finishing."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _write_document(document: Document, formats: Sequence[Format], options: WriteOptions) -> Written:
    files: list[tuple[Format, bytes]] = []
    findings: list[Diagnostic] = []
    for kind in formats:
        content, said = WRITERS[kind](document, options)
        files.append((kind, content))
        findings += said
    return Written(document, tuple(files), tuple(dict.fromkeys(findings)))
