"""One job in a process of its own, so that each starts cold: `python -m benchmarks.jobs cold 1 8,10,12 CACHE`."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.workload import make_pack
from govdocs.compose.blocks import Pack, Paragraph, Text
from govdocs.workflow.presses import warm_up

Facts = dict[str, float]


def cold(pack: Pack, workers: int, cache: Path) -> Facts:
    """Everything: each document as PDF and as DOCX, and the bound pack; also whatever the cache has not got."""
    from govdocs.workflow.cache import Cache  # noqa: PLC0415 - each job imports what it needs and no more
    from govdocs.workflow.pack_files import write_pack  # noqa: PLC0415
    from govdocs.workflow.settings import Format  # noqa: PLC0415
    from govdocs.workflow.versions import Moment  # noqa: PLC0415
    from govdocs.write.options import WriteOptions  # noqa: PLC0415

    options = WriteOptions()
    moment = Moment(Path(), None, options.date)
    marks: list[float] = [time.perf_counter()]

    def show(words: str, _done: int, _total: int) -> None:
        if words == "binding the pack":
            marks.append(time.perf_counter())

    files, found = write_pack(
        pack, "bench", (Format.PDF, Format.DOCX), options.theme, moment, Cache(cache), show, workers
    )
    ended = time.perf_counter()
    bound = files["pack.pdf"]
    if not bound.content or found:
        raise SystemExit(f"the workload could not be bound: {found}")
    return {
        "pages": bound.pages or 0,
        "writing": marks[1] - marks[0],
        "binding": ended - marks[1],
        "bytes": len(bound.content),
        "anew": sum(file.anew for file in files.values()),
    }


def changed(pack: Pack, workers: int, cache: Path) -> Facts:
    """The same after one paper, the third, has had a word changed."""
    at = 5
    part = pack.parts[at]
    first, *rest = part.document.sections
    word = Paragraph((Text(f"Changed at {time.time_ns()}."),), part.document.place)
    sections = (replace(first, blocks=(*first.blocks, word)), *rest)
    parts = list(pack.parts)
    parts[at] = replace(part, document=replace(part.document, sections=sections))
    return cold(replace(pack, parts=tuple(parts)), workers, cache)


def plain(pack: Pack, _workers: int, _cache: Path) -> Facts:
    """The yardstick: the whole pack as one tagged PDF through WeasyPrint alone, without Word files."""
    import weasyprint  # noqa: PLC0415

    from benchmarks.plain_html import write_plain_html  # noqa: PLC0415

    document = weasyprint.HTML(string=write_plain_html(pack)).render(pdf_variant="pdf/ua-1")
    data = document.write_pdf(pdf_variant="pdf/ua-1")
    return {"pages": len(document.pages), "bytes": len(data or b"")}


def word(pack: Pack, _workers: int, _cache: Path) -> Facts:
    """All documents as DOCX, in one process."""
    from govdocs.write.docx.writer import docx  # noqa: PLC0415
    from govdocs.write.options import WriteOptions  # noqa: PLC0415

    options = WriteOptions()
    started = time.perf_counter()
    size = sum(len(docx(part.document, options)[0]) for part in pack.parts)
    return {"writing": time.perf_counter() - started, "bytes": size}


JOBS: dict[str, Callable[[Pack, int, Path], Facts]] = {
    "cold": cold,
    "warm": cold,
    "changed": changed,
    "plain": plain,
    "word": word,
}


BUILDS = ("cold", "warm", "changed")


def main(arguments: Sequence[str]) -> None:
    """Run one job and print what it has to say as JSON."""
    name, workers, papers, cache = arguments
    if name in BUILDS:
        warm_up(int(workers))  # as a build does before it reads the records, for which making up the pack stands here
    pack = make_pack(papers=[int(pages) for pages in papers.split(",")])
    facts = JOBS[name](pack, int(workers), Path(cache))
    print(json.dumps(facts))


if __name__ == "__main__":
    main(sys.argv[1:])
