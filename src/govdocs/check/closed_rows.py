"""A rule about closed rows that a total gives away: code G749."""

from collections.abc import Iterator

from govdocs.check.rule import STOPS_CIRCULATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.tables import TableBlock


def look_for_rows_that_a_total_gives_away(records: Records) -> Iterator[Found]:
    """Checks:
        A table or data set with a total has no closed row, or several.

    Looks at:
        rows that begin with `|!`, `restricted` rows of data sets, and totals.

    Why:
        Whoever takes the rows that are left from the total has the figure of the one that is closed.

    Wrong:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Report

        ```table
        columns: [{id: firm, label: Firm}, {id: paid, label: £, unit: GBP}]
        total: {row: last}
        restricted: {ground: commercial}
        ---
        | Quay Builders | 9,150 |
        |! Glan Roofing | 7,900 |
        | Total | 17,050 |
        ```

    Right:
        # records/bodies/board.yaml
        grounds: [{id: commercial, label: commercial in confidence}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [robin-sample]
        ---
        # Report

        ```table
        columns: [{id: firm, label: Firm}, {id: paid, label: £, unit: GBP}]
        restricted: {ground: commercial}
        ---
        | Quay Builders | 9,150 |
        |! Glan Roofing | 7,900 |
        ```
    """
    message = (
        "the total gives away the figures of the one row that is closed; expected no total, or several closed rows"
    )
    hint = "close the total's row as well, or another row, or leave the total out"
    for block in _tables(records.library):
        rows = block.rows
        closed = [row for row in rows if row.closed]
        counts = any(column.is_number for column in block.columns)
        if len(closed) == 1 and block.total.row == "last" and not rows[-1].closed and counts:
            related = (Related(rows[-1].place, "the total"),)
            yield Found(closed[0].place, message, hint, related, subject=f"table {block.id or ''}".strip())
    for paper in records.library.papers.values():
        for name, data in paper.data_sets.items():
            restricted = data.facts.restricted
            if restricted is not None and len(restricted.rows) == 1 and data.total is not None:
                place = data.facts.place("restricted", "rows", 0)
                yield Found(place, message, hint, subject=f"data {name}")


def _tables(library: Library) -> Iterator[TableBlock]:
    for minutes in library.minutes.values():
        yield from (block for _, block in minutes.blocks(TableBlock))
    for paper in library.papers.values():
        yield from (block for _, block in paper.blocks(TableBlock))


RULES: tuple[RecordRule, ...] = (
    record_rule("G749", "closed-row-in-total", STOPS_CIRCULATION, look_for_rows_that_a_total_gives_away),
)
