"""One job in a process of its own, so that each starts cold: `python -m benchmarks.jobs cold 1 8,10,12`."""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.workload import make_pack
from govdocs.compose.blocks import Pack

MIB = 1024
"""The kernel counts memory in KiB."""


def cold(pack: Pack, workers: int) -> dict[str, float]:
    """Everything: each document as PDF and as DOCX, and the bound pack."""
    from govdocs.pack.bind import bind  # noqa: PLC0415 - each job imports what it needs and no more
    from govdocs.workflow.settings import Format  # noqa: PLC0415
    from govdocs.workflow.writing import Task, write_documents  # noqa: PLC0415
    from govdocs.write.options import WriteOptions  # noqa: PLC0415
    from govdocs.write.pages import count_pages  # noqa: PLC0415

    options = WriteOptions()
    documents = [part.document for part in pack.parts]
    started = time.perf_counter()
    tasks = [Task(document, "", kind, options, ()) for document in documents for kind in (Format.PDF, Format.DOCX)]
    written = write_documents(tasks, workers)
    pdfs = {one.task.document.name: one.kept.content for one in written if one.task.kind == Format.PDF}
    wrote = time.perf_counter()
    bound, found = bind(pack, pdfs, options)
    if not bound or found:
        raise SystemExit(f"the workload could not be bound: {found}")
    ended = time.perf_counter()
    return {"pages": count_pages(bound), "writing": wrote - started, "binding": ended - wrote, "bytes": len(bound)}


def plain(pack: Pack, _workers: int) -> dict[str, float]:
    """The yardstick: the whole pack as one tagged PDF through WeasyPrint alone, without Word files."""
    import weasyprint  # noqa: PLC0415

    from benchmarks.plain_html import write_plain_html  # noqa: PLC0415

    document = weasyprint.HTML(string=write_plain_html(pack)).render(pdf_variant="pdf/ua-1")
    data = document.write_pdf(pdf_variant="pdf/ua-1")
    return {"pages": len(document.pages), "bytes": len(data or b"")}


def word(pack: Pack, _workers: int) -> dict[str, float]:
    """All documents as DOCX, in one process."""
    from govdocs.write.docx.writer import docx  # noqa: PLC0415
    from govdocs.write.options import WriteOptions  # noqa: PLC0415

    options = WriteOptions()
    started = time.perf_counter()
    size = sum(len(docx(part.document, options)[0]) for part in pack.parts)
    return {"writing": time.perf_counter() - started, "bytes": size}


JOBS: dict[str, Callable[[Pack, int], dict[str, float]]] = {"cold": cold, "plain": plain, "word": word}


def main(arguments: Sequence[str]) -> None:
    """Run one job and print what it has to say as JSON."""
    name, workers, papers = arguments
    pack = make_pack(papers=[int(pages) for pages in papers.split(",")])
    facts = JOBS[name](pack, int(workers))
    own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    facts |= {
        "processor": own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime,
        "parent MiB": own.ru_maxrss / MIB,
        "worker MiB": below.ru_maxrss / MIB,
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main(sys.argv[1:])
