"""Which papers a pack holds, in order, under which letters and names."""

from dataclasses import dataclass
from enum import StrEnum

from govdocs.compose.agenda_numbers import entry_papers, paper_letters
from govdocs.compose.wording import slug_words
from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.model.meetings import AgendaEntry, Meeting


class PaperKind(StrEnum):
    """What stands behind a letter."""

    PAPER = "paper"
    MINUTES = "minutes"
    ACTION_LOG = "action-log"


@dataclass(frozen=True, slots=True)
class Planned:
    """One paper of the pack.

    ``id`` is a paper's with its meeting, or the id of the meeting whose minutes or actions these are. ``name`` is the
    document's name. ``held`` says why the paper is not there, and is empty where it is.
    """

    entry: AgendaEntry
    kind: PaperKind
    id: str
    letter: str
    name: str
    held: str = ""


def plan_papers(library: Library, meeting: Meeting, body: Body, earlier: tuple[Meeting, ...]) -> tuple[Planned, ...]:
    """The papers of the meeting in the order of its agenda."""
    letters = paper_letters(meeting, body, earlier)
    planned: list[Planned] = []
    taken: set[str] = set()
    for entry, paper in entry_papers(meeting, body):
        letter = letters.get((entry.id, paper), "")
        for kind, identity, suffix in _documents(entry, paper, body):
            name = _free("-".join(part for part in ("paper", slug_words(letter), suffix) if part), taken)
            held: str = entry.held or "" if paper in {entry.paper, ""} else ""
            if kind is PaperKind.PAPER and not held:
                record = library.paper(meeting, identity)
                held = (record.header.held or "") if record is not None else _missing(library, identity)
            if kind is PaperKind.MINUTES and not (identity in library.minutes and identity in library.meetings):
                held = held or "to-follow"
            if kind is PaperKind.ACTION_LOG and body.actions is None:
                held = held or "to-follow"
            full = identity if kind is not PaperKind.PAPER or "/" in identity else f"{meeting.id}/{identity}"
            planned.append(Planned(entry, kind, full, letter, name, held))
    return tuple(planned)


def _missing(library: Library, paper: str) -> str:
    """Why a paper is not there: readers may not see it, or it has not come."""
    return "not-published" if paper in library.withheld else "to-follow"


def _documents(entry: AgendaEntry, paper: str, body: Body) -> list[tuple[PaperKind, str, str]]:
    """What an entry's paper is: kind, id, and the end of its document's name."""
    if paper:
        return [(PaperKind.PAPER, paper, slug_words(paper.rpartition("/")[2]))]
    standing = next((item for item in body.agenda.standing if item.id == entry.standing), None)
    if standing is not None and standing.paper == "minutes":
        return [(PaperKind.MINUTES, of, f"minutes-{slug_words(of.rpartition('/')[2])}") for of in entry.of]
    return [(PaperKind.ACTION_LOG, entry.of[0] if entry.of else "", "action-log")]


def _free(name: str, taken: set[str]) -> str:
    """A name that no other document of the pack has."""
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free
