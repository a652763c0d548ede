"""Printed references of agenda items and letters of papers, by the body's schemes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from govdocs.compose.blocks import Counter
from govdocs.compose.numbering import read_counter, write_counter
from govdocs.model.bodies import Body, ReferenceScheme
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.patterns import fill


class BodyNumbers:
    """The printed references of agenda items, and the letters of papers, in all meetings of one body.

    Numbers may run on from meeting to meeting; where each meeting's begin is counted once, the earliest meeting first.
    """

    def __init__(self, body: Body, meetings: Iterable[Meeting]) -> None:
        self._body = body
        self._meetings: dict[str, Meeting] = {}
        self._references: dict[str, dict[str, str]] = {}
        self._letters: dict[str, dict[tuple[str, str], str]] = {}
        self._first_item: dict[str, int] = {}
        self._letters_before: dict[str, int] = {}
        runs: dict[_Run, int] = {}
        schemes: list[ReferenceScheme] = []
        for meeting in sorted(meetings, key=lambda meeting: (meeting.date, meeting.start, meeting.id)):
            self._meetings[meeting.id] = meeting
            if (scheme := _scheme(meeting, body, "items")) is not None:
                run = _run("items", scheme, meeting, schemes)
                first = runs.get(run, scheme.start - 1) + 1 if meeting.first_number is None else meeting.first_number
                self._first_item[meeting.id] = first
                runs[run] = _last_number(meeting, first)
            if (scheme := _scheme(meeting, body, "papers")) is not None:
                run = _run("papers", scheme, meeting, schemes)
                self._letters_before[meeting.id] = runs.get(run, scheme.start - 1)
                runs[run] = self._letters_before[meeting.id] + sum(1 for _ in entry_papers(meeting, body))

    def reference(self, meeting: str, entry: str) -> str:
        """The printed reference of an item; empty where it has none, or the meeting is not one of the body's."""
        if meeting not in self._meetings:
            return ""
        if meeting not in self._references:
            self._references[meeting] = self.references(self._meetings[meeting])
        return self._references[meeting].get(entry, "")

    def references(self, meeting: Meeting) -> dict[str, str]:
        """The printed reference of each entry by its id; none where the body numbers no items."""
        scheme = _scheme(meeting, self._body, "items")
        if scheme is None:
            return {}
        number = self._first_item[meeting.id] - 1
        references: dict[str, str] = {}
        for entry in _numbered(meeting):
            number = int(entry.number) if entry.number.isdecimal() else number + 1
            frozen = entry.number if entry.number and not entry.number.isdecimal() else ""
            references[entry.id] = frozen or write_reference(scheme, number, meeting.date, meeting.number)
        return references

    def letters(self, meeting: Meeting) -> dict[tuple[str, str], str]:
        """The letter of each paper, by the entry's id and the paper's; a standing item's own paper has an empty id."""
        scheme = _scheme(meeting, self._body, "papers")
        if scheme is None:
            return {}
        count = self._letters_before[meeting.id]
        letters: dict[tuple[str, str], str] = {}
        for entry, paper in entry_papers(meeting, self._body):
            main = paper in {entry.paper, ""}
            frozen = entry.letter if main else ""
            count = (
                read_counter(frozen, Counter.UPPER_LETTER) if frozen.isalpha() and frozen.isascii() else 0
            ) or count + 1
            letters[entry.id, paper] = frozen or write_reference(scheme, count, meeting.date, meeting.number)
        return letters

    def letter(self, meeting: str, entry: str) -> str:
        """The letter of an entry's main paper; empty where it has none, or the meeting is not one of the body's."""
        if meeting not in self._meetings:
            return ""
        if meeting not in self._letters:
            self._letters[meeting] = self.letters(self._meetings[meeting])
        return next((letter for (of, _), letter in self._letters[meeting].items() if of == entry), "")


#: What is numbered, by which scheme, and the year, the meeting, or nothing, after which the numbers begin again.
_Run = tuple[str, int, int | str]


def _run(of: str, scheme: ReferenceScheme, meeting: Meeting, schemes: list[ReferenceScheme]) -> _Run:
    """The run of numbers that a meeting's belong to; ``schemes`` are those met so far."""
    if scheme not in schemes:
        schemes.append(scheme)
    until: int | str = ""
    if scheme.restart == "meeting":
        until = meeting.id
    elif scheme.restart == "yearly":
        until = meeting.date.year - (meeting.date.month < scheme.year_starts)
    return of, schemes.index(scheme), until


def _last_number(meeting: Meeting, first: int) -> int:
    last = first - 1
    for entry in _numbered(meeting):
        last = int(entry.number) if entry.number.isdecimal() else last + 1
    return last


def entry_papers(meeting: Meeting, body: Body) -> Iterator[tuple[AgendaEntry, str]]:
    """Entries with their papers in the order of the agenda; a standing item's own paper is an empty id."""
    standing = {item.id: item for item in body.agenda.standing}
    for entry in meeting.entries():
        item = standing.get(entry.standing or "")
        if item is not None and item.paper is not None:
            yield entry, ""
        for paper in entry.all_papers:
            yield entry, paper


def write_reference(scheme: ReferenceScheme, number: int, day: date, meeting: int | None) -> str:
    """A reference as the scheme prints it, of something of ``day``; ``meeting`` is the meeting's own number."""
    year = day.year - (day.month < scheme.year_starts)
    facts: Mapping[str, str] = {
        "n": str(number),
        "nn": f"{number:02}",
        "nnn": f"{number:03}",
        "yy": f"{year % 100:02}",
        "yyyy": str(year),
        "letter": write_counter(number, Counter.UPPER_LETTER),
        "roman": write_counter(number, Counter.UPPER_ROMAN),
        "meeting": "" if meeting is None else str(meeting),
    }
    return fill(scheme.pattern, facts)


def _scheme(meeting: Meeting, body: Body, of: str) -> ReferenceScheme | None:
    """The scheme for items or papers: the session's own, or the body's."""
    session = next((session for session in body.sessions if session.id == meeting.session), None)
    for references in (session.references if session else None, body.references):
        scheme = getattr(references, of) if references is not None else None
        if isinstance(scheme, ReferenceScheme):
            return scheme
    return None


def _numbered(meeting: Meeting) -> Iterator[AgendaEntry]:
    return (entry for entry in meeting.agenda if not entry.is_section)
