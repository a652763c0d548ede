"""Action logs that were typed as tables, read row by row with what their columns hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from govdocs.check.days import Dated, dates_in
from govdocs.check.figures import tables_of
from govdocs.check.initials import initials_of_name
from govdocs.check.people_in_prose import without_title
from govdocs.check.spelling_of_names import content_words
from govdocs.model.index import Library
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.tables import RowMark, TableBlock, TypedCell
from govdocs.places import Place

_LABELS = {
    "reference": re.compile(
        r"^(?:(?:item|minute|action|ref)\w*\.?\s*)?(?:ref(?:erence)?|no|number|#)\b\.?|^minute$", re.IGNORECASE
    ),
    "owner": re.compile(r"\b(?:leads?|owners?|who|by whom|responsib\w*|action by|assigned|officer)\b", re.IGNORECASE),
    "due": re.compile(
        r"\b(?:due|deadline|by when|timescale|target date|when|complete by|completion date)\b", re.IGNORECASE
    ),
    "status": re.compile(r"\b(?:status|progress|updates?|outcome|position|implemented|rag|comments?)\b", re.IGNORECASE),
    "words": re.compile(r"\b(?:actions?|tasks?|what)\b", re.IGNORECASE),
}
_CLOSED = re.compile(r"^\W*(?:closed?|complete[d]?|done|actioned|discharged|green\s*[-–:]\s*complete)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"^\W*(?:open|ongoing|on-going|in progress|outstanding|not started|underway|on track)\b", re.IGNORECASE
)
#: Of the words of two entries, so many in common make them one.
ALIKE, LEAST_WORDS = 0.6, 3


@dataclass(frozen=True)
class LogRow:
    """A row of a typed action log, by the meeting that has it."""

    meeting: Meeting
    cells: dict[str, TypedCell]
    place: Place
    labels: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """The words of one of its cells; empty where the log has no such column."""
        cell = self.cells.get(name)
        return cell.text.strip() if cell else ""

    @cached_property
    def words(self) -> set[str]:
        """The words that tell what is to be done."""
        return set(content_words(self.text("words")))

    @property
    def due(self) -> Dated | None:
        """By when; None where the cell is not one date."""
        found = dates_in(self.text("due"), self.meeting.date)
        return found[0] if len(found) == 1 else None

    @property
    def is_closed(self) -> bool:
        """Whether its status says so."""
        return bool(_CLOSED.search(self.text("status")))

    @property
    def is_open(self) -> bool:
        """Whether its status says so."""
        return bool(_OPEN.search(self.text("status")))

    @property
    def name(self) -> str:
        """What a message calls it."""
        return self.text("reference") or " ".join(self.text("words").split()[:6])


def read_logs(library: Library) -> dict[str, list[tuple[Meeting, list[LogRow]]]]:
    """The typed action logs of each body, in the order of the meetings that have them."""
    return library.keep(("logs",), partial(_read_logs, library))


def _read_logs(library: Library) -> dict[str, list[tuple[Meeting, list[LogRow]]]]:
    logs: dict[str, list[tuple[Meeting, list[LogRow]]]] = {}
    holders: list[Paper | Minutes] = [*library.papers.values(), *library.minutes.values()]
    for holder in holders:
        meeting = library.meetings.get(holder.meeting)
        rows = [row for block in tables_of(holder) for row in _rows(block, meeting)] if meeting else []
        if meeting is not None and rows:
            logs.setdefault(meeting.lead_body, []).append((meeting, rows))
    return {body: sorted(several, key=lambda one: one[0].date) for body, several in logs.items()}


def _rows(block: TableBlock, meeting: Meeting) -> Iterator[LogRow]:
    """The rows of a table, where its columns are those of an action log."""
    columns: dict[str, int] = {}
    for position, column in enumerate(block.columns):
        for name, pattern in _LABELS.items():
            if pattern.search(column.label) and name not in columns:
                columns[name] = position
                break
    if "words" not in columns or "owner" not in columns or not {"due", "status"} & columns.keys():
        return
    for row in block.rows:
        if row.mark is RowMark.BODY and len(row.cells) == len(block.columns):
            cells = {name: row.cells[at] for name, at in columns.items()}
            yield LogRow(meeting, cells, row.place, tuple(column.label for column in block.columns))


def is_same(one: set[str], other: set[str]) -> bool:
    """Whether the words of two entries tell of one action."""
    shared = len(one & other)
    return shared >= LEAST_WORDS and shared / max(1, min(len(one), len(other))) >= ALIKE


def squeezed(reference: str) -> str:
    """A reference without its blanks, dots and colons."""
    return re.sub(r"[\s.:]+", "", reference).lower()


def share_a_name(one: str, other: str) -> bool:
    """Whether two cells may name one person: a word in common, or the initials of the other."""
    left, right = _names(one), _names(other)
    return bool(left & right) or not left or not right


def _names(text: str) -> set[str]:
    found: set[str] = set()
    for part in re.split(r"\s*(?:/|,|;|&|<br>|\band\b)\s*", text):
        name = without_title(part)
        found |= {word.lower() for word in re.findall(r"[A-Za-z][\w'’-]*", name) if len(word) > 1}
        found |= {letters.lower() for letters in initials_of_name(name)}
    return found
