"""A rule about files that lie with a meeting's papers and reach nobody: code G529."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.index import Library
from govdocs.model.papers import Paper, PictureBlock

#: What people put beside their papers, believing that it becomes one.
_DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx"})


def look_for_unused_files(records: Records) -> Iterator[Found]:
    """Checks:
        A PDF, Word file, spreadsheet or presentation in a meeting's folder is named by one of its papers: as its
        `file`, or as that of an appendix.

    Looks at:
        Records: files in the folders of meetings, headers of papers.

    Why:
        Whoever put it there believes that it goes out with the papers, and it does not.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        end: 12:30
        # meetings/board/2026-05-14/papers/report.pdf
        %PDF-1.7

    Right:
        # meetings/board/2026-05-14/papers/report.md
        ---
        title: Report of the auditors
        authors: [alex-example]
        presenters: [alex-example]
        file: report.pdf
        ---
        # meetings/board/2026-05-14/papers/report.pdf
        %PDF-1.7
    """
    library = records.library
    used = {name for paper in library.papers.values() for name in _named(paper)}
    for path in sorted(library.assets - used):
        pure = PurePosixPath(path)
        meeting = _meeting_of(library, path)
        if pure.suffix.lower() in _DOCUMENTS and meeting is not None:
            message = f"`{pure.name}` lies in this meeting's folder and no paper names it; expected one that does"
            hint = f"add `file: {pure.name}` to the header of its paper"
            if pure.suffix.lower() not in (".pdf", ".docx"):
                hint = "save it as PDF, and add `file: …` to the header of its paper"
            place = library.meetings[meeting].place()
            yield Found(place, message, hint, subject=f"file {pure.name}")


def _named(paper: Paper) -> Iterator[str]:
    """The files that a paper names, by their paths."""
    names = [paper.header.file, *(appendix.file for appendix in paper.header.appendices)]
    names += [block.file for _, block in paper.blocks(PictureBlock)]
    return (str(PurePosixPath(paper.folder) / name) for name in names if name)


def _meeting_of(library: Library, path: str) -> str | None:
    """The meeting in whose folder a file lies."""
    inner = path.removeprefix("meetings/")
    folders = (str(folder) for folder in PurePosixPath(inner).parents)
    return next((folder for folder in folders if folder in library.meetings), None) if inner != path else None


RULES: tuple[RecordRule, ...] = (record_rule("G529", "file-not-used", WARNS, look_for_unused_files),)
