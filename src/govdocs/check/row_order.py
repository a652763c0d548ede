"""Rules about the order and the numbers of rows: codes G833 and G834."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdocs.check.figures import Figure
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related

_CODE = re.compile(r"\W*(?P<letters>[A-Za-z]{0,3})[-. ]?(?P<digits>\d{1,4})\W*")
_ROW_NUMBERS = re.compile(r"^(?:no\.?|nr\.?|#|item|item no\.?|number|row|ref\.?(?: no\.?)?)?$", re.IGNORECASE)
LEAST_ROWS, MOST_SLIPS = 10, 2


def look_for_rows_out_of_order(records: Records) -> Iterator[Found]:
    """Checks:
        Rows that are in the order of their first column, but for one or two, are all so. One finding a table.

    Looks at:
        Records: typed tables and data sets of ten rows and more.

    Why:
        Whoever looks for A40 between A39 and A41 does not find it at the end.

    Example:
        Two schemes stand at the end of a dashboard, after all others in their order.

    Wrong:
        ```table
        id: schemes
        columns: [{id: code, label: Scheme}, {id: name, label: Name}]
        ---
        | A1 | Parks |
        | A2 | Roads |
        | A3 | Baths |
        | A4 | Trees |
        | A5 | Lamps |
        | A6 | Bins |
        | A8 | Paths |
        | A9 | Signs |
        | A10 | Gates |
        | A7 | Ponds |
        ```

    Right:
        ```table
        id: schemes
        columns: [{id: code, label: Scheme}, {id: name, label: Name}]
        ---
        | A1 | Parks |
        | A2 | Roads |
        | A3 | Baths |
        | A4 | Trees |
        | A5 | Lamps |
        | A6 | Bins |
        | A7 | Ponds |
        | A8 | Paths |
        | A9 | Signs |
        | A10 | Gates |
        ```
    """
    for figures in records.figures:
        keys = [row[0] for row in figures.rows if row and _CODE.fullmatch(row[0].text)]
        if len(keys) < LEAST_ROWS or len(keys) != len(figures.rows):
            continue
        slips = min((_descents(keys, natural=natural) for natural in (True, False)), key=len)
        if slips and len(slips) <= MOST_SLIPS:
            before, odd = slips[-1]
            message = f"`{odd.text}` stands after `{before.text}`; expected it in its order"
            related = (Related(before.place, "the row before"),)
            yield Found(odd.place, message, "move the row", related, len(odd.text), figures.subject)


def _descents(keys: Sequence[Figure], *, natural: bool) -> list[tuple[Figure, Figure]]:
    """Each two neighbours of which the second comes before the first; numbers are natural, or read as letters."""
    ranks = [_rank(key.text, natural=natural) for key in keys]
    return [(one, other) for (one, left), (other, right) in pairwise(zip(keys, ranks, strict=True)) if right < left]


def _rank(text: str, *, natural: bool) -> tuple[str, int, str]:
    code = _CODE.fullmatch(text)
    letters, digits = (code["letters"].lower(), code["digits"]) if code else (text, "")
    return (letters, int(digits or 0), "") if natural or not letters else (letters, 0, digits)


def look_for_missing_row_numbers(records: Records) -> Iterator[Found]:
    """Checks:
        Rows that are numbered from 1 have every number once.

    Looks at:
        Records: typed tables whose first column holds the numbers of the rows.

    Why:
        The missing row was deleted, or lost; in the meeting somebody asks for number 4.

    Wrong:
        ```table
        id: actions
        columns: [{id: no, label: No}, {id: words, label: Action}]
        ---
        | 1 | Repair the hall |
        | 2 | Paint the gates |
        | 3 | Cut the hedge |
        | 5 | Plant the trees |
        ```

    Right:
        ```table
        id: actions
        columns: [{id: no, label: No}, {id: words, label: Action}]
        ---
        | 1 | Repair the hall |
        | 2 | Paint the gates |
        | 3 | Cut the hedge |
        | 4 | Plant the trees |
        ```
    """
    for figures in records.figures:
        if not figures.is_typed or not figures.columns or not _ROW_NUMBERS.match(figures.columns[0].label.strip()):
            continue
        typed = [row[0] for row in figures.rows if re.fullmatch(r"\d{1,3}[.)]?", row[0].text.strip())]
        numbers = [int(re.sub(r"\D", "", cell.text)) for cell in typed]
        if len(numbers) < 4 or numbers[0] != 1 or any(not row[0].text.strip() for row in figures.rows):  # noqa: PLR2004
            continue
        odd = [n for n in range(1, len(numbers)) if numbers[n] != numbers[n - 1] + 1]
        if len(odd) == 1:
            cell, expected = typed[odd[0]], numbers[odd[0] - 1] + 1
            message = f"row `{cell.text}` follows row {expected - 1}; expected {expected}"
            hint = "renumber the rows, or put back the one that is missing"
            yield Found(cell.place, message, hint, length=len(cell.text), subject=figures.subject)


RULES: tuple[RecordRule, ...] = (
    record_rule("G833", "row-out-of-order", NOTED, look_for_rows_out_of_order, heuristic=True),
    record_rule("G834", "row-number-missing", WARNS, look_for_missing_row_numbers, heuristic=True),
)
