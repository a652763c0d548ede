"""A library that notes what a reader looks at, so that what was found can be kept for as long as that stays the same.

What is noted are questions: is there such a paper, which meeting came before, what is the number of that item? Whoever
keeps what was found keeps the answers beside it (`answers.py`), and asks the same questions again before using it.

Registers, bodies, settings and templates are not watched: everybody is taken to have read all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar

from govdocs.check.rule import Records
from govdocs.compose.agenda_numbers import BodyNumbers
from govdocs.model.index import Action, Decision, Library
from govdocs.model.languages import in_language
from govdocs.model.meetings import Meeting
from govdocs.model.waivers import Waiver

T = TypeVar("T")
R = TypeVar("R")

#: A kind of question, and what it is about.
Question = tuple[str, ...]
#: The question whether anything at all is another.
EVERYTHING: Question = ("everything",)
#: The question which day it is.
TODAY: Question = ("today",)
#: Where readers are at home who look at what belongs to no meeting: terms of reference. No folder has this name.
NO_MEETING = "/"


class Notebook:
    """The questions that one reader after another asks, and where the reader of the moment is at home.

    A reader who is ``at`` home in a folder finds only what lies there when going through all papers, minutes or
    meetings; looking one up by its id finds every one. Elsewhere, going through all of them finds them all.
    """

    def __init__(self) -> None:
        self.asked: set[Question] = set()
        self.at: str | None = None

    @contextmanager
    def reader(self, at: str | None = None) -> Iterator[set[Question]]:
        """A reader of its own, whose questions go into a set of their own."""
        before = self.asked, self.at
        self.asked, self.at = set(), at
        try:
            yield self.asked
        finally:
            self.asked, self.at = before


class Shelf(Mapping[str, R]):
    """Records of one kind by id, which notes who looks for which; ``home`` has the ids of each folder's own.

    Of a kind without a name, which everybody is taken to have read, nothing is noted.
    """

    def __init__(
        self, notebook: Notebook, kind: str, records: Mapping[str, R], home: Mapping[str, tuple[str, ...]] | None
    ) -> None:
        self._notebook, self._kind, self._records, self._home = notebook, kind, records, home

    def __getitem__(self, name: str) -> R:
        self._note(name)
        return self._records[name]

    def __contains__(self, name: object) -> bool:
        self._note(name)
        return name in self._records

    def _note(self, name: object) -> None:
        if self._kind:
            self._notebook.asked.add((self._kind, str(name)))

    def __iter__(self) -> Iterator[str]:
        at = self._notebook.at
        if at is not None and self._home is not None:
            return iter(self._home.get(at, ()))
        self._note("*")
        return iter(self._records)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Numbers(BodyNumbers):
    """The numbers of a body's items and papers, by meeting; which meetings' are asked for is noted."""

    def __init__(self, numbers: BodyNumbers, notebook: Notebook, lead: str, name: str) -> None:
        self.__dict__.update(numbers.__dict__)
        self._notebook, self._whose = notebook, (lead, name)

    def reference(self, meeting: str, entry: str) -> str:
        """As of any body."""
        self._notebook.asked.add(("numbers", *self._whose, meeting))
        return BodyNumbers.reference(self, meeting, entry)

    def references(self, meeting: Meeting) -> dict[str, str]:
        """As of any body."""
        self._notebook.asked.add(("numbers", *self._whose, meeting.id))
        return BodyNumbers.references(self, meeting)

    def letters(self, meeting: Meeting) -> dict[tuple[str, str], str]:
        """As of any body."""
        self._notebook.asked.add(("numbers", *self._whose, meeting.id))
        return BodyNumbers.letters(self, meeting)

    def letter(self, meeting: str, entry: str) -> str:
        """As of any body."""
        self._notebook.asked.add(("numbers", *self._whose, meeting))
        return BodyNumbers.letter(self, meeting, entry)


@dataclass(frozen=True, slots=True)
class Watched(Library):
    """``far``, the library itself, with a notebook in which every look at a meeting's records is noted."""

    far: Library = field(default_factory=Library)
    notebook: Notebook = field(default_factory=Notebook)
    translated: bool = False

    def keep(self, key: tuple[str, ...], find: Callable[[], T]) -> T:
        """As of any library; whoever is told what was found has asked what was asked to find it."""
        if key not in self._kept:
            with self.notebook.reader() as asked:
                self._kept[key] = (self._found(key, find), frozenset(asked))
        found, asked = self._kept[key]
        self.notebook.asked |= _instead(key, asked)
        result: T = found
        return result

    def _found(self, key: tuple[str, ...], find: Callable[[], Any]) -> Any:
        match key:
            case ("in", language):
                return watch(in_language(self.far, language), self.notebook, translated=True)
            case ("numbers", lead, name):
                return _Numbers(find(), self.notebook, lead, name)
        return find()

    def waivers(self) -> tuple[Waiver, ...]:
        """As of any library."""
        self.notebook.asked.add(EVERYTHING)
        return self.far.waivers()

    def current_meetings(self) -> Iterator[Meeting]:
        """As of any library."""
        self.notebook.asked.add(EVERYTHING)
        return self.far.current_meetings()

    def meetings_of(self, body: str) -> tuple[Meeting, ...]:
        """As of any library."""
        self.notebook.asked.add(("meetings of", body))
        return self.far.meetings_of(body)

    def meeting_before(self, meeting: Meeting) -> Meeting | None:
        """As of any library."""
        return self._neighbour("before", meeting, self.far.meeting_before(meeting))

    def meeting_after(self, meeting: Meeting) -> Meeting | None:
        """As of any library."""
        return self._neighbour("after", meeting, self.far.meeting_after(meeting))

    def _neighbour(self, where: str, meeting: Meeting, found: Meeting | None) -> Meeting | None:
        self.notebook.asked.add((where, meeting.id))
        if found is not None:
            self.notebook.asked.add(("meeting", found.id))
        return found

    def actions_of(self, body: str) -> tuple[Action, ...]:
        """As of any library."""
        self.notebook.asked.add(("actions of", body))
        if self.translated:
            self.notebook.asked.add(("minutes", "*"))
        return self.far.actions_of(body)

    def decisions_of(self, meeting: str, item: str = "") -> tuple[Decision, ...]:
        """As of any library."""
        self.notebook.asked |= {("meeting", meeting), ("minutes", meeting)}
        return self.far.decisions_of(meeting, item)


@dataclass(frozen=True)
class WatchedRecords(Records):
    """Records in whose notebook is noted whether somebody asked for the day."""

    @property
    def today(self) -> date:
        """As of any records."""
        if isinstance(self.library, Watched):
            self.library.notebook.asked.add(TODAY)
        return self.day


def _instead(key: tuple[str, ...], asked: frozenset[Question]) -> frozenset[Question]:
    """The questions that stand for those that were asked to find something out.

    What is found in the records of a whole body changes more seldom than they do: it is itself the answer.
    """
    match key:
        case ("numbers", _, _):
            return frozenset()  # those of each meeting are asked for one by one
        case ("record numbers", _) | ("picture", _, _) | ("short forms",):
            return frozenset((key,))
    return asked


def watch(library: Library, notebook: Notebook, *, translated: bool = False) -> Watched:
    """``library`` with every look at a meeting's records noted in ``notebook``."""
    papers: dict[str, list[str]] = {}
    for name, paper in library.papers.items():
        papers.setdefault(paper.meeting, []).append(name)
    homes: Iterable[tuple[str, str, Mapping[str, Any], Mapping[str, tuple[str, ...]] | None]] = (
        ("meetings", "meeting", library.meetings, {name: (name,) for name in library.meetings}),
        ("minutes", "minutes", library.minutes, {name: (name,) for name in library.minutes}),
        ("papers", "paper", library.papers, {name: tuple(own) for name, own in papers.items()}),
        ("actions", "action", library.actions, None),
        ("decisions", "decision", library.decisions, None),
        ("bodies", "", library.bodies, {NO_MEETING: tuple(library.bodies)}),
        ("terms_of_reference", "", library.terms_of_reference, {NO_MEETING: tuple(library.terms_of_reference)}),
    )
    facts = {each.name: getattr(library, each.name) for each in fields(Library) if each.init}
    facts |= {name: Shelf(notebook, kind, records, home) for name, kind, records, home in homes}
    return Watched(**facts, far=library, notebook=notebook, translated=translated)


def homes_in(library: Library) -> tuple[str, ...]:
    """The folders in which meetings' records lie, and where those are that belong to no meeting."""
    folders = (*library.meetings, *library.minutes, *(paper.meeting for paper in library.papers.values()))
    return (*sorted(set(folders)), NO_MEETING)
