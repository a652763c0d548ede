"""The files that stand for a paper's report or for its appendices, read whole."""

from pathlib import PurePosixPath

from govdocs.compose.blocks import Supplied
from govdocs.compose.desk import Desk
from govdocs.compose.problems import SUPPLIED_MISSING
from govdocs.diagnostics import Diagnostic
from govdocs.model.papers import Paper
from govdocs.places import Place
from govdocs.writing import take_bytes

LARGEST = 100_000_000


def supplied_files(desk: Desk, paper: Paper) -> tuple[Supplied, ...]:
    """The file that is the report, then the appendices' files, in their order."""
    header = paper.header
    named = [(header.file, header.title, header.place("file"))]
    named += [
        (appendix.file, appendix.title, header.place("appendices", at, "file"))
        for at, appendix in enumerate(header.appendices)
    ]
    read = (_read(desk, paper, name, title, place) for name, title, place in named if name)
    return tuple(file for file in read if file is not None)


def _read(desk: Desk, paper: Paper, name: str, title: str, place: Place) -> Supplied | None:
    """One file; None where it is missing, which reading the records has said already."""
    path = (PurePosixPath(paper.folder) / name).as_posix()
    if path not in desk.library.assets:
        return None
    found = desk.root / path
    top = desk.root.resolve()
    try:
        if not found.resolve().is_relative_to(top):
            message, hint = f"`{name}` is a link that leads out of the repository", "replace the link with the file"
        elif found.stat().st_size > LARGEST:
            message = f"`{name}` has {found.stat().st_size:,} bytes; expected {LARGEST:,} at most"
            hint = "save it with smaller pictures"
        else:
            stand_in = desk.word("supplied_pages", title=title, file=name)
            return Supplied(name, take_bytes(found), title, place, stand_in)
    except OSError as error:
        message, hint = f"`{name}` cannot be read: {(error.strerror or '').lower()}", "make the file readable"
    desk.findings.add(Diagnostic(SUPPLIED_MISSING, message, place, hint))
    return None
