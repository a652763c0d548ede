"""Printed references of agenda items and letters of papers, by the body's schemes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from govdocs.compose.blocks import Counter
from govdocs.compose.numbering import read_counter, write_counter
from govdocs.model.bodies import Body, ReferenceScheme
from govdocs.model.meetings import AgendaEntry, Meeting
from govdocs.model.patterns import fill


def item_references(meeting: Meeting, body: Body, earlier: Sequence[Meeting]) -> dict[str, str]:
    """The printed reference of each entry by its id; none where the body numbers no items.

    ``earlier`` are the same body's meetings before this one, in any order: numbers that run on start after theirs.
    """
    scheme = _scheme(meeting, body, "items")
    if scheme is None:
        return {}
    number = first_number(meeting, body, earlier) - 1
    references: dict[str, str] = {}
    for entry in _numbered(meeting):
        number = int(entry.number) if entry.number.isdecimal() else number + 1
        frozen = entry.number if entry.number and not entry.number.isdecimal() else ""
        references[entry.id] = frozen or write_reference(scheme, number, meeting.date, meeting.number)
    return references


def first_number(meeting: Meeting, body: Body, earlier: Sequence[Meeting]) -> int:
    """The number of a meeting's first item."""
    scheme = _scheme(meeting, body, "items")
    start = scheme.start if scheme else 1
    if meeting.first_number is not None:
        return meeting.first_number
    if scheme is None or scheme.restart == "meeting":
        return start
    before = _before(meeting, body, earlier, scheme, "items")
    if before is None:
        return start
    last = first_number(before, body, earlier) - 1
    for entry in _numbered(before):
        last = int(entry.number) if entry.number.isdecimal() else last + 1
    return last + 1


def paper_letters(meeting: Meeting, body: Body, earlier: Sequence[Meeting]) -> dict[tuple[str, str], str]:
    """The letter of each paper, by the entry's id and the paper's; a standing item's own paper has an empty id."""
    scheme = _scheme(meeting, body, "papers")
    if scheme is None:
        return {}
    count = scheme.start - 1
    before: Meeting | None = meeting
    while scheme.restart != "meeting" and before is not None:
        before = _before(before, body, earlier, scheme, "papers")
        count += sum(1 for _ in entry_papers(before, body)) if before is not None else 0
    letters: dict[tuple[str, str], str] = {}
    for entry, paper in entry_papers(meeting, body):
        main = paper in {entry.paper, ""}
        frozen = entry.letter if main else ""
        count = (
            read_counter(frozen, Counter.UPPER_LETTER) if frozen.isalpha() and frozen.isascii() else 0
        ) or count + 1
        letters[entry.id, paper] = frozen or write_reference(scheme, count, meeting.date, meeting.number)
    return letters


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


def _before(
    meeting: Meeting, body: Body, earlier: Sequence[Meeting], scheme: ReferenceScheme, of: str
) -> Meeting | None:
    """The meeting whose count this one continues."""

    def year(other: Meeting) -> int:
        return other.date.year - (other.date.month < scheme.year_starts)

    candidates = [
        other
        for other in earlier
        if (other.date, other.start, other.id) < (meeting.date, meeting.start, meeting.id)
        and _scheme(other, body, of) == scheme
        and (scheme.restart == "never" or year(other) == year(meeting))
    ]
    return max(candidates, key=lambda other: (other.date, other.start, other.id), default=None)
