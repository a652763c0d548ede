"""Tables that were typed as plain Markdown in the prose, read as if they were `table` blocks.

Nothing says what their columns hold or which row is the total. What is read here is only what they look like: a header
of one row or more, rows of units under it, rows that are a heading across the table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from pydantic import PrivateAttr

from govdocs.model.record import Block
from govdocs.model.tables import RowMark, TableBlock, TableColumn, TypedCell, TypedRow, read_row
from govdocs.places import Place
from govdocs.read.nodes import Prose

_FENCE = ("```", "~~~")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|<br\s*/?>")
_LABELLED = re.compile(r"\s*(?:\*\*)?(?:table|figure|appendix|annex|schedule)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*[*_(]*(?:notes?\b|source|figures? |all figures|totals? may|\*)", re.IGNORECASE)
#: What says in which unit a table is.
_UNITS = re.compile(r"\b(?:in|of) (?:£\s?[\u2018\u2019']?0{3}|£m\b|£k\b|thousands|millions)|\bround", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
#: What stands in a row of units, and nowhere else: `£000`, `£`, `%`, `(£m)`, `WTE`.
_UNIT = re.compile(
    r"\(?(?:[£$€](?:\s?[\u2018\u2019']?\s?0{3}'?s?|\s?k|\s?m|\s?bn|\s?million|\s?thousand)?|[\u2018\u2019']?0{3}'?s?|%|no\.?|nos\.?|days?"
    r"|wte|fte|number|per ?cent|\+/-|[£$€]\s?p)\)?",
    re.IGNORECASE,
)
#: A year or a month as the heading of a column.
_YEAR = re.compile(
    r"(?:[A-Z][a-z]{2,8}[- ])?(?:19|20)?\d\d(?:\s?[/\u2013-]\s?(?:19|20)?\d\d)?|Q[1-4]|M(?:onth )?\d{1,2}"
)
_YEAR_OF = re.compile(r"(?:19|20)\d\d(?:\s?[/\u2013-]\s?(?:19|20)?\d\d)? [A-Za-z]")
_NOTHING = re.compile(r"n/?a|tb[ca]|nil|none|[-\u2013\u2014]", re.IGNORECASE)
_LONGEST_CAPTION = 140
Align = Literal["left", "right", "centre"] | None
LEAST_COLUMNS, MOST_HEADS = 2, 3


class PlainTable(TableBlock):
    """A table typed in plain Markdown: its columns have labels and groups, and no units."""

    _rows: tuple[TypedRow, ...] = PrivateAttr(default=())
    _start: Place = PrivateAttr(default=Place(""))
    _end: int = PrivateAttr(default=0)
    _nearby: str = PrivateAttr(default="")

    @property
    def rows(self) -> tuple[TypedRow, ...]:
        """The rows under the header; a heading across the table is a band."""
        return self._rows

    @property
    def fence(self) -> Place:
        """Where its header begins."""
        return self._start

    @property
    def lines(self) -> range:
        """The lines of the file that it takes up."""
        return range(self._start.line, self._end)

    @property
    def nearby(self) -> str:
        """The lines before and behind it that seem to speak of it; they are printed as prose."""
        return self._nearby

    def set_rows(self, rows: Sequence[TypedRow], start: Place, end: int, nearby: str) -> "PlainTable":
        """Remember the rows, where the table begins and ends, and what is said of it; called once, by the reader."""
        self._rows, self._start, self._end, self._nearby = tuple(rows), start, end, nearby
        return self


def tables_in(content: Iterable[Prose | Block]) -> Iterator[TableBlock]:
    """The tables of a run of prose and record blocks, as blocks and as plain Markdown, in order."""
    for part in content:
        if isinstance(part, TableBlock):
            yield part
            continue
        prose = part if isinstance(part, Prose) else part.prose
        if prose is not None and "|" in prose.text:
            yield from plain_tables(prose)


def parted(content: Iterable[Prose | Block]) -> Iterator[Prose | Block]:
    """A run of prose and record blocks, with the tables in plain Markdown taken out of the prose as blocks."""
    for part in content:
        tables = plain_tables(part) if isinstance(part, Prose) and "|" in part.text else ()
        if not isinstance(part, Prose) or not tables:
            yield part
            continue
        lines, first = part.text.split("\n"), part.place.line
        begin = 0
        for table in tables:
            yield from _piece(part, lines, begin, table.lines.start - first)
            yield table
            begin = table.lines.stop - first
        yield from _piece(part, lines, begin, len(lines))


def _piece(prose: Prose, lines: list[str], begin: int, end: int) -> Iterator[Prose]:
    """The lines of prose from one table to the next, where there are any."""
    if any(line.strip() for line in lines[begin:end]):
        yield Prose("\n".join(lines[begin:end]), _place(prose, begin))


def is_delimiter(line: str) -> bool:
    """Whether a line can stand between the header of a table and its rows."""
    return "|" in line and "-" in line and _DELIMITER.fullmatch(line) is not None


@lru_cache(maxsize=4096)
def plain_tables(prose: Prose) -> tuple[PlainTable, ...]:
    """The tables of a run of Markdown."""
    lines = prose.text.split("\n")
    found: list[PlainTable] = []
    fenced = False
    number = 0
    while number < len(lines):
        fenced = fenced != lines[number].lstrip().startswith(_FENCE)
        is_head = number + 1 < len(lines) and "|" in lines[number] and is_delimiter(lines[number + 1])
        if fenced or not is_head or is_delimiter(lines[number]):
            number += 1
            continue
        after = number + 2 + sum(1 for _ in takewhile(lambda line: "|" in line, lines[number + 2 :]))
        if (table := _read_table(prose, lines, number, after)) is not None:
            found.append(table)
        number = after
    return tuple(found)


def _read_table(prose: Prose, lines: list[str], first: int, after: int) -> PlainTable | None:
    """The table whose header is line ``first`` and which ends before line ``after``."""
    head, *rows = (_row(prose, lines, number) for number in (first, *range(first + 2, after)))
    width = max(len(row.cells) for row in (head, *rows))
    if width < LEAST_COLUMNS or not rows:
        return None
    head, *rows = (_fitted(row, width) for row in (head, *rows))
    labels, groups = [_words(cell.text) for cell in head.cells], [""] * width
    heads = _count_heads(labels, rows)
    said = [tuple(_words(cell.text) for cell in row.cells) for row in (head, *rows)]
    for words in said[1 : heads + 1]:
        labels, groups = _joined(labels, groups, list(words))
    aligned = _alignments(lines[first + 1], width)
    columns = tuple(
        TableColumn(id=f"column_{number + 1}", label=labels[number], group=groups[number], align=aligned[number])
        for number in range(width)
    )
    body = [row for row, words in zip(rows, said[1:], strict=True) if words not in said[: heads + 1]]
    has_numbers = sum(bool(_DIGIT.search(cell.text)) for row in body for cell in row.cells[1:]) > len(body) // 2
    marked = [_as_band(row) if has_numbers and _is_band(row) else row for row in body]
    if not marked:
        return None
    end = _place(prose, after).line
    return PlainTable(columns=columns).set_rows(marked, _place(prose, first), end, _nearby(lines, first, after))


def _alignments(delimiter: str, width: int) -> list[Align]:
    """How each column is set: by the colons under its heading, else by default."""
    marks = [mark.strip() for mark in delimiter.strip().strip("|").split("|")]
    found: list[Align] = []
    for mark in (*marks[:width], *[""] * (width - len(marks))):
        is_right = mark.endswith(":")
        found.append("centre" if is_right and mark.startswith(":") else "right" if is_right else None)
    return found


def _row(prose: Prose, lines: list[str], number: int) -> TypedRow:
    return read_row(lines[number], _place(prose, number))


def _place(prose: Prose, number: int) -> Place:
    return prose.place if number == 0 else prose.place.down(number)


def _fitted(row: TypedRow, width: int) -> TypedRow:
    """The row with as many cells as the header at least, as Markdown fills it up."""
    lacking = tuple(TypedCell("", row.place) for _ in range(width - len(row.cells)))
    return TypedRow((*row.cells, *lacking), row.place)


def _words(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text).split())


def _count_heads(labels: Sequence[str], rows: Sequence[TypedRow]) -> int:
    """How many rows under the header still belong to it: a second row of labels, a row of units."""
    heads = 0
    for row in rows[:MOST_HEADS]:
        words = [_words(cell.text) for cell in row.cells[: len(labels)]]
        filled = [word for word in words[1:] if word]
        below = rows[heads + 1 :]
        is_units = not _DIGIT.search(words[0]) and all(map(_UNIT.fullmatch, filled))
        if not filled or not below or not (is_units or (_is_second_head(labels, words) and _numbers_follow(below))):
            break
        heads += 1
    return heads


def _is_second_head(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a row under the header goes on with it: labels under groups, with nothing beside them at the left."""
    filled = [word for word in words[1:] if word]
    is_led = words[0] in ("", labels[0]) or _UNIT.fullmatch(words[0]) is not None
    has_own = all(word or label for word, label in zip(words[1:], labels[1:], strict=True))
    is_full = not labels[0] and has_own and len(filled) * 2 > len(words) and not any(map(_NOTHING.fullmatch, filled))
    return all(map(_is_label, filled)) and (not words[0] or (_has_gaps(labels) and (is_led or is_full)))


def _is_label(word: str) -> bool:
    is_year = _YEAR.fullmatch(word) or _YEAR_OF.match(word)
    return is_year is not None or _UNIT.fullmatch(word) is not None or not re.match(r"[(£$€-]?\d", word)


def _numbers_follow(rows: Sequence[TypedRow]) -> bool:
    cells = [cell.text for row in rows for cell in row.cells[1:] if cell.text.strip("-\u2013\u2014 ")]
    return sum(bool(_DIGIT.search(text)) for text in cells) * 2 > len(cells)


def _joined(labels: list[str], groups: list[str], below: list[str]) -> tuple[list[str], list[str]]:
    """Labels and groups with those of one more row of the header."""
    is_units = all(not word or _UNIT.fullmatch(word) for word in below)
    if is_units or any(groups) or not _has_gaps(labels):
        return [f"{label} {unit}".strip() for label, unit in zip(labels, below, strict=True)], groups
    above: list[str] = []
    for number, label in enumerate(labels):
        above.append(label or (above[-1] if number > 1 else ""))
    joined = [word or label for word, label in zip(below, labels, strict=True)]
    return joined, [group if word else "" for group, word in zip(above, below, strict=True)]


def _has_gaps(labels: Sequence[str]) -> bool:
    """Whether labels stand over several columns each: some are empty, or stand twice."""
    return len({*labels[1:]} - {""}) < len(labels) - 1


def _as_band(row: TypedRow) -> TypedRow:
    return TypedRow(row.cells[:1], row.place, RowMark.BAND)


def _is_band(row: TypedRow) -> bool:
    """Whether a row has words in its first cell and nothing in the others."""
    words = [cell.text.strip("-\u2013\u2014* ") for cell in row.cells]
    return bool(re.search("[A-Za-z]", words[0])) and not any(words[1:])


def _nearby(lines: Sequence[str], first: int, after: int) -> str:
    """The line before the table and the one behind it, where they speak of it."""
    before = next((line for line in reversed(lines[:first]) if line.strip()), "")
    behind = next((line for line in lines[after:] if line.strip()), "")
    is_short = len(before) < _LONGEST_CAPTION and not before.rstrip().endswith(".")
    said = [before] if is_short or _LABELLED.match(before) or _UNITS.search(before) else []
    return _words(" ".join([*said, *([behind] if _REMARK.match(behind) else [])])).lstrip("# ")
