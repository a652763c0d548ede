"""Which papers a pack holds, in order, under which letters and names."""

from dataclasses import dataclass
from enum import StrEnum

from govdocs.compose.agenda_numbers import BodyNumbers, entry_papers
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
    document's name. ``held`` says why the paper is not there, and is empty where it is. ``body`` is the one whose
    minutes these are, where several met in common.
    """

    entry: AgendaEntry
    kind: PaperKind
    id: str
    letter: str
    name: str
    held: str = ""
    body: str = ""


def plan_papers(library: Library, meeting: Meeting, body: Body, numbers: BodyNumbers) -> tuple[Planned, ...]:
    """The papers of the meeting in the order of its agenda.

    An entry that is there a second time, which is an error of its own, brings its papers once.
    """
    letters = numbers.letters(meeting)
    planned: list[Planned] = []
    taken: dict[str, int] = {}
    brought: set[tuple[str, PaperKind, str, str]] = set()
    for entry, paper in entry_papers(meeting, body):
        letter = letters.get((entry.id, paper), "")
        for kind, identity, suffix, whose in _documents(library, meeting, entry, paper):
            key = (entry.id, kind, identity, whose)
            if key in brought:
                continue
            brought.add(key)
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
            planned.append(Planned(entry, kind, full, letter, name, held, whose))
    return tuple(planned)


def _missing(library: Library, paper: str) -> str:
    """Why a paper is not there: readers may not see it, or it has not come."""
    return "not-published" if paper in library.withheld else "to-follow"


def _documents(
    library: Library, meeting: Meeting, entry: AgendaEntry, paper: str
) -> list[tuple[PaperKind, str, str, str]]:
    """What an entry's paper is: kind, id, the end of its document's name, and one of several bodies whose it is."""
    if paper:
        return [(PaperKind.PAPER, paper, slug_words(paper.rpartition("/")[2]), "")]
    body = library.body_of(meeting)
    standing = next((item for item in body.agenda.standing if item.id == entry.standing), None) if body else None
    if standing is None or standing.paper != "minutes":
        return [(PaperKind.ACTION_LOG, entry.of[0] if entry.of else "", "action-log", "")]
    documents: list[tuple[PaperKind, str, str, str]] = []
    for of in entry.of:
        name = f"minutes-{slug_words(of.rpartition('/')[2])}"
        for whose in _sets(library, meeting, of):
            documents.append((PaperKind.MINUTES, of, f"{name}-{whose}" if whose else name, whose))  # noqa: PERF401
    return documents


def _sets(library: Library, meeting: Meeting, of: str) -> tuple[str, ...]:
    """The bodies of each of which a set of minutes is received, where several met in common; else one empty name."""
    before = library.meetings.get(of)
    if before is None or len(before.all_bodies) == 1:
        return ("",)
    return tuple(body for body in before.all_bodies if body in meeting.all_bodies) or before.all_bodies


def _free(name: str, taken: dict[str, int]) -> str:
    """A name that no other document of the pack has; ``taken`` counts how often each was asked for."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name}-{taken[name]}"
    taken[free] = 1
    return free
