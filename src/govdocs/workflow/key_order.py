"""The keys of a record in the order in which docs/records.md names them, moved as whole lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.model.library import Library
from govdocs.model.record import Record
from govdocs.read.nodes import Entry, Mapping

_REMARK = "note"


def records_of_files(library: Library) -> Iterator[Record]:
    """The records that are a file of their own, or the header of one."""
    yield from library.bodies.values()
    yield from library.meetings.values()
    yield from (paper.header for paper in library.papers.values())
    yield from (minutes.header for minutes in library.minutes.values())


def order_keys(record: Record, lines: Sequence[str]) -> list[str]:
    """``lines`` of the record's file with its keys in order; a key takes its lines and the comments above it along.

    What does not stand as key after key, each on a line of its own, stays as it is.
    """
    node = record.node
    if not isinstance(node, Mapping) or not _one_under_the_other(node):
        return list(lines)
    known = record.key_names()
    ranks = _ranks(node.entries, known)
    wanted = sorted(node.entries, key=lambda entry: ranks[entry.key.text])
    begins = [_begin(lines, entry.key.place.line - 1, first=at == 0) for at, entry in enumerate(node.entries)]
    end = _end(lines, node.entries[-1].key.place.line)
    pieces = {
        entry.key.text: lines[begin:after]
        for entry, (begin, after) in zip(node.entries, pairwise([*begins, end]), strict=True)
    }
    moved = [line for entry in wanted for line in pieces[entry.key.text]]
    return [*lines[: begins[0]], *moved, *lines[end:]]


def _ranks(entries: Sequence[Entry], known: Sequence[str]) -> dict[str, int]:
    """Where each key belongs; a `note` stays behind the key that it stands behind, which it may be about."""
    ranks: dict[str, int] = {}
    before = -1
    for entry in entries:
        key = entry.key.text
        ranks[key] = before if key == _REMARK else known.index(key) if key in known else len(known)
        before = ranks[key]
    return ranks


def _one_under_the_other(node: Mapping) -> bool:
    places = [entry.key.place for entry in node.entries]
    return bool(places) and all(place.column == 1 for place in places) and len({p.line for p in places}) == len(places)


def _begin(lines: Sequence[str], at: int, *, first: bool) -> int:
    """The line from which a key takes lines along: comments right above it, but not those that open the file."""
    while not first and at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _end(lines: Sequence[str], last: int) -> int:
    """The line after the last value: the end of a header, or that of the file."""
    for at in range(last, len(lines)):
        line = lines[at]
        if line.rstrip() in ("---", "..."):
            return at
    return len(lines) - 1 if lines and not lines[-1] else len(lines)
