"""The rule about cells that hold one of a few words which the record lists: code G365."""

from collections.abc import Iterator

from govdocs.check.figures import typed_tables
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.building import listed, nearest
from govdocs.model.data_sets import DataSet
from govdocs.model.tables import RowMark, TableBlock
from govdocs.model.values import Nothing

_MERGED = ("^^", "<<")


def look_for_unlisted_cells(records: Records) -> Iterator[Found]:
    """Checks:
        Where a column lists the words that its cells may hold (`choices`), or a data set its ratings, each cell holds
        one of them.

    Looks at:
        Records: data sets with ratings; columns with `choices`, of data sets and typed tables.

    Why:
        A rating that nobody knows prints without a colour and is counted in no chart.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # Report

        ```table
        data: works
        ```
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns: [{id: name, label: Scheme}, {id: rating, label: Rating, unit: rating}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,rating
        Parks,Green
        Roads,R

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # Report

        ```table
        data: works
        ```
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns: [{id: name, label: Scheme}, {id: rating, label: Rating, unit: rating}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,rating
        Parks,Green
        Roads,Red
    """
    for paper in records.library.papers.values():
        for data in paper.data_sets.values():
            yield from _of_data(data)
    for block in typed_tables(records.library):
        yield from _of_typed(block)


def _of_data(data: DataSet) -> Iterator[Found]:
    ratings = tuple(rating.id for rating in data.facts.ratings)
    marks = ("", *(note.mark for note in data.facts.footnotes))
    for position, column in enumerate(data.facts.columns):
        known = column.choices or (ratings if column.unit == "rating" else ())
        where = "`choices`" if column.choices else "`ratings`"
        for cell in (row.cells[position] for row in data.rows if known):
            words = {cell.text.removesuffix(mark).strip() for mark in marks}
            if cell.text and words.isdisjoint((*known, *Nothing)):
                message = f"`{cell.text}` in `{column.label}`; expected {listed(known)}"
                hint = _hint(cell.text, known, where)
                yield Found(cell.place, message, hint, length=len(cell.text), subject=f"data {data.id}")


def _of_typed(block: TableBlock) -> Iterator[Found]:
    rows = [row for row in block.rows if row.mark is RowMark.BODY and len(row.cells) == len(block.columns)]
    for position, column in enumerate(block.columns):
        for cell in (row.cells[position] for row in rows if column.choices):
            if cell.text and cell.text not in (*column.choices, *_MERGED, *Nothing):
                message = f"`{cell.text}` in `{column.label}`; expected {listed(column.choices)}"
                hint = _hint(cell.text, column.choices, "`choices`")
                yield Found(cell.place, message, hint, length=len(cell.text), subject=f"table {block.id or ''}".strip())


def _hint(text: str, known: tuple[str, ...], where: str) -> str:
    close = nearest(text, known)
    return f"write `{close}`, or add it to {where}" if close else f"write one of these, or add it to {where}"


RULES: tuple[RecordRule, ...] = (record_rule("G365", "cell-not-listed", WARNS, look_for_unlisted_cells),)
