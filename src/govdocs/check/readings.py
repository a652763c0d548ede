"""Rules about readings in data sets: code G425."""

from collections.abc import Iterator
from datetime import date

from govdocs.check.rule import STOPS_CIRCULATION, Found, RecordRule, Records, record_rule
from govdocs.model.scalars import parse_partial_date, parse_period


def look_for_readings_to_come(records: Records) -> Iterator[Found]:
    """Checks:
        A reading in a data set was taken before the meeting that it is reported to.

    Looks at:
        Records: the columns of data sets with `past: yes`, and the dates of meetings.

    Why:
        A figure read in a month to come is a figure of another month, or a forecast that passes for fact.

    Example:
        A plan drawn up in spring gave two readings for the November after it; those of the November before were meant.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: ferry}]
        # meetings/board/2026-05-14/papers/ferry/paper.md
        ---
        title: Ferry
        authors: [alex-example]
        ---
        ```table
        data: delays
        ```
        # meetings/board/2026-05-14/papers/ferry/delays.yaml
        title: Delays
        csv: delays.csv
        key: month
        empty_cell: blank
        columns: [{id: month, label: Month, unit: date, past: yes}, {id: share, label: Late, unit: percent}]
        # meetings/board/2026-05-14/papers/ferry/delays.csv
        month,share
        2026-04,12
        2026-11,9

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: ferry}]
        # meetings/board/2026-05-14/papers/ferry/paper.md
        ---
        title: Ferry
        authors: [alex-example]
        ---
        ```table
        data: delays
        ```
        # meetings/board/2026-05-14/papers/ferry/delays.yaml
        title: Delays
        csv: delays.csv
        key: month
        empty_cell: blank
        columns: [{id: month, label: Month, unit: date, past: yes}, {id: share, label: Late, unit: percent}]
        # meetings/board/2026-05-14/papers/ferry/delays.csv
        month,share
        2026-04,12
        2025-11,9
    """
    library = records.library
    for paper in library.papers.values():
        meeting = library.meetings.get(paper.meeting)
        if meeting is None:
            continue
        for data in paper.data_sets.values():
            for column in data.facts.columns:
                if not column.past:
                    continue
                for cell in data.column(column.id):
                    if cell.text and _begins_after(cell.text, meeting.date):
                        message = (
                            f"the reading of `{cell.text}` in the column `{column.id}` was not taken yet; "
                            f"expected a date before the meeting of `{meeting.date}`"
                        )
                        hint = "correct the date, or move a forecast to a column of its own"
                        yield Found(cell.place, message, hint, (), len(cell.text), f"column {column.id}")


def _begins_after(text: str, day: date) -> bool:
    """Whether a date or period begins after a day; words are no date."""
    try:
        if "/" in text or "Q" in text:
            return parse_period(text).first > day
        return parse_partial_date(text).first > day
    except ValueError:
        return False


RULES: tuple[RecordRule, ...] = (record_rule("G425", "reading-to-come", STOPS_CIRCULATION, look_for_readings_to_come),)
