"""Tables, data sets and registers without the rows that an audience may not see."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from govdocs.model.data_sets import DataRow, DataSet
from govdocs.model.prose import Prose
from govdocs.model.record import Record
from govdocs.model.restrictions import Restriction
from govdocs.model.tables import Merge, TableBlock, TypedCell

R = TypeVar("R", bound=Record)
Hides = Callable[[Restriction | None], bool]


def open_table(block: TableBlock) -> TableBlock:
    """The table without its closed rows; in place of each stands what others read, or nothing.

    Lines stay where they are, so that findings about the other rows still point at what was typed.
    """
    if block.prose is None or block.restricted is None:
        return block
    rows = {row.place.line: row for row in block.rows}
    lines: list[str] = []
    above: dict[int, str] = {}
    for number, line in enumerate(block.prose.text.split("\n")):
        row = rows.get(block.prose.place.down(number).line)
        if row is None or not line.strip():
            lines.append(line)
        elif row.closed:
            above |= {at: cell.text for at, cell in enumerate(row.cells) if cell.merge is Merge.NO}
            lines.append(_stand_in(block.restricted.instead, len(block.columns)))
        else:
            lines.append(_with_labels(line, row.cells, above))
            above = {}
    return block.with_words(Prose("\n".join(lines), block.prose.place))


def _stand_in(instead: str, columns: int) -> str:
    return f"| {instead} |{' |' * (columns - 1)}" if instead else ""


def _with_labels(line: str, cells: tuple[TypedCell, ...], above: Mapping[int, str]) -> str:
    """A row whose cell was one with that of a closed row above takes over its words: they are of both."""
    if not any(cell.merge is Merge.UP and at in above for at, cell in enumerate(cells)):
        return line
    texts = [above[at] if cell.merge is Merge.UP and at in above else _typed(cell) for at, cell in enumerate(cells)]
    return "| " + " | ".join(texts) + " |"


def _typed(cell: TypedCell) -> str:
    return {Merge.UP: "^^", Merge.LEFT: "<<"}.get(cell.merge, cell.text.replace("|", "\\|"))


def open_data_set(data: DataSet) -> DataSet:
    """The data set without its closed rows."""
    restricted, facts = data.facts.restricted, data.facts
    at = next((number for number, column in enumerate(facts.columns) if column.id == facts.key), None)
    if restricted is None or at is None:
        return data
    rows = tuple(row for row in (_open_row(data, row, at) for row in data.rows) if row is not None)
    return replace(data, rows=rows)


def _open_row(data: DataSet, row: DataRow, at: int) -> DataRow | None:
    restricted = data.facts.restricted
    if restricted is None or row.cells[at].text not in restricted.rows:
        return row
    if not restricted.instead:
        return None
    cells = [replace(cell, text="", number=None) for cell in row.cells]
    cells[at] = replace(cells[at], text=restricted.instead)
    return replace(row, cells=tuple(cells))


def open_register(records: Mapping[str, R], hides: Hides) -> dict[str, R]:
    """A register without the records that are closed."""
    return {name: record for name, record in records.items() if not hides(getattr(record, "restricted", None))}
