"""What the questions of `watched.py` are answered with: short digests, equal as long as the answer is the same."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from govdocs.check.acronyms import known_short_forms
from govdocs.compose.agenda_numbers import BodyNumbers
from govdocs.compose.pictures import find_picture
from govdocs.compose.record_numbers import RecordNumbers
from govdocs.model.index import Action, Library
from govdocs.places import Place
from govdocs.read.nodes import Prose
from govdocs.workflow.unchanged import Snapshot
from govdocs.workflow.watched import Question

_NONE = ""
_NOWHERE = Place("")
_MEETINGS = "meetings/"


class Answers:
    """The answers that these records give ``today``; ``seen`` are the files that they were read from."""

    def __init__(self, library: Library, seen: Snapshot, root: Path, today: date) -> None:
        self._library, self._seen, self._root, self._today = library, seen, root, today
        self._known: dict[Question, str] = {}
        self._actions: dict[str, str] = {}
        self._numbers: dict[tuple[str, str], BodyNumbers] = {}

    def to(self, question: Question) -> str:
        """The digest of the answer."""
        if question not in self._known:
            self._known[question] = self._answer(question)
        return self._known[question]

    @cached_property
    def registers(self) -> str:
        """The digest of all that everybody is taken to have read: whatever lies outside the folders of meetings."""
        library = self._library
        outside = [look[3] for path, look in self._seen.items() if not path.startswith(_MEETINGS)]
        paths = [path for path in self._seen if not path.startswith(_MEETINGS)]
        names = (sorted(library.assets), sorted(library.broken), sorted(library.withheld))
        return _digest((repr(names), *paths, *outside))

    def _answer(self, question: Question) -> str:
        match question:
            case ("everything",) | ("meeting" | "minutes" | "paper" | "decision", "*"):
                return _digest(part for path, look in self._seen.items() for part in (path, look[3]))
            case ("today",):
                return self._today.isoformat()
            case ("file", path):
                return self._seen[path][3] if path in self._seen else _NONE
            case ("folder", name):
                return self._below(f"{_MEETINGS}{name}/" if name else _MEETINGS)
            case ("picture", folder, address):
                return self._picture(folder, address)
            case (kind, name):
                return self._of_record(kind, name)
            case _:
                return self._found_out(question)

    def _of_record(self, kind: str, name: str) -> str:
        library = self._library
        match kind:
            case "meeting":
                return self._meeting(name)
            case "minutes":
                return self._minutes(name)
            case "paper":
                return self._paper(name)
            case "action" if name == "*":
                return _digest(self._stripped(one) for one in library.actions.values())
            case "action" | "decision":
                return self._from_minutes(kind, name)
            case "actions of":
                return _digest(self._stripped(one) for one in library.actions_of(name))
            case "meetings of":
                meetings = library.meetings_of(name)
                return _digest(part for one in meetings for part in (one.id, self._meeting(one.id)))
            case _:
                return self._found_out((kind, name))

    def _found_out(self, question: Question) -> str:
        library = self._library
        match question:
            case ("before" | "after" as where, name):
                meeting = library.meetings.get(name)
                if meeting is None:
                    return _NONE
                near = library.meeting_before(meeting) if where == "before" else library.meeting_after(meeting)
                return near.id if near is not None else _NONE
            case ("numbers", lead, name, meeting_id):
                return self._numbers_of(lead, name, meeting_id)
            case ("record numbers", body):
                numbers = RecordNumbers(library, body)
                return _digest((repr(numbers.actions), repr(numbers.decisions)))
            case ("short forms",):
                return _digest(sorted(known_short_forms(library)))
        message = f"nobody can answer {question}"
        raise ValueError(message)

    def _below(self, folder: str) -> str:
        """The digest of all files in a folder and the folders in it."""
        return _digest(self._by_folder.get(folder, ()))

    @cached_property
    def _by_folder(self) -> Mapping[str, list[str]]:
        """Paths and digests of the files below each folder of meetings."""
        below: dict[str, list[str]] = {}
        for path, look in self._seen.items():
            if path.startswith(_MEETINGS):
                end = path.rfind("/")
                while end > 0:
                    below.setdefault(path[: end + 1], []).extend((path, look[3]))
                    end = path.rfind("/", 0, end)
        return below

    def _meeting(self, name: str) -> str:
        return self.to(("file", f"{_MEETINGS}{name}/meeting.yaml")) if name in self._library.meetings else _NONE

    def _minutes(self, name: str) -> str:
        if name not in self._library.minutes:
            return _NONE
        folder = f"{_MEETINGS}{name}/"
        beside = self._by_folder.get(folder, [])
        own = (at for at in range(0, len(beside), 2) if beside[at].startswith(f"{folder}minutes."))
        return _digest((self._meeting(name), *(part for at in own for part in beside[at : at + 2])))

    def _paper(self, name: str) -> str:
        """The digest of the paper, and of those beside it; what its form asks for is up to the body of its meeting."""
        paper = self._library.papers.get(name)
        if paper is None:
            return _NONE
        return _digest((self._meeting(paper.meeting), self._below(f"{_MEETINGS}{paper.meeting}/papers/")))

    def _from_minutes(self, kind: str, key: str) -> str:
        """The digest of the minutes in which an action or a decision was typed."""
        found = (self._library.actions if kind == "action" else self._library.decisions).get(key)
        if found is None:
            return _NONE
        return self._minutes(found.meeting) if found.meeting else "outside a meeting"

    def _stripped(self, action: Action) -> str:
        """All that is to be known of an action, but for the lines on which it was typed.

        The file of any place that a finding names is asked for by itself.
        """
        if action.key not in self._actions:
            words = Prose(action.words.text, _NOWHERE)
            self._actions[action.key] = repr(replace(action, place=_NOWHERE, words=words))
        return self._actions[action.key]

    def _numbers_of(self, lead: str, name: str, meeting_id: str) -> str:
        body, meeting = self._library.bodies.get(name), self._library.meetings.get(meeting_id)
        if body is None or meeting is None or lead not in meeting.all_bodies:
            return _NONE
        if (lead, name) not in self._numbers:
            self._numbers[lead, name] = BodyNumbers(body, self._library.meetings_of(lead))
        numbers = self._numbers[lead, name]
        return _digest((repr(numbers.references(meeting)), repr(numbers.letters(meeting))))

    def _picture(self, folder: str, address: str) -> str:
        file = find_picture(self._root, folder, address)
        if file is None:
            return _NONE
        try:
            return hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError:
            return "unreadable"


def _digest(parts: Iterable[str]) -> str:
    """A short digest of some texts, each told from the next."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:24]
