"""Rules about rows within a table that add up others, and about rows and cells that are odd: codes G325 to G331."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.figures import Figure, read_amount, typed_tables
from govdocs.check.rule import NOTED, STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.data_sets import DataSet
from govdocs.model.index import Library
from govdocs.model.tables import RowMark, TableBlock, TypedCell, TypedRow
from govdocs.model.terms_of_reference import MembersBlock

_INCOME = re.compile(r"\b(?:funding|income|resources?|receipts|sources|revenue|assets)\b", re.IGNORECASE)
_SPENDING = re.compile(
    r"\b(?:expenditure|spend(?:ing)?|costs?|payments|applications|uses|liabilities)\b", re.IGNORECASE
)
_SUM_ROW = re.compile(r"\b(?:total|net)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:plan|planned|budget|target)\b", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:fot|forecast|outturn|projected|projection)\b", re.IGNORECASE)
_PERSON = re.compile(r"(?:[A-Z][a-z]{1,4}\.? )?[A-Z][a-z'’-]+ (?:[A-Z]\.? )?[A-Z][A-Za-z'’-]+|[a-z]+-[a-z-]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_LONG = re.compile(r"(?<![\d,.])[1-9]\d{3,}(?![\d,])")


def look_for_wrong_subtotals(records: Records) -> Iterator[Found]:
    """Checks:
        A subtotal (a row that begins `|+`) is the sum of the rows above it, up to the subtotal or band before.

    Looks at:
        Records: typed tables with subtotals.

    Why:
        A wrong subtotal hides behind a right total.

    Wrong:
        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: last
        ---
        | Staff | 100 |
        | Vans | 50 |
        |+ Roads | 160 |
        | Trees | 30 |
        | Total | 180 |
        ```

    Right:
        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        total: last
        ---
        | Staff | 100 |
        | Vans | 50 |
        |+ Roads | 150 |
        | Trees | 30 |
        | Total | 180 |
        ```
    """
    for block in typed_tables(records.library):
        for position, column in enumerate(block.columns):
            if not column.is_number or column.unit == "percent":
                continue
            parts: list[Decimal] = []
            for row in block.rows:
                cell = row.cells[position] if position < len(row.cells) else None
                number = read_amount(cell.text) if cell and row.mark is not RowMark.BAND else None
                if row.mark is RowMark.BODY:
                    parts += [number] if number is not None else []
                    continue
                if row.mark is RowMark.SUBTOTAL and cell and number is not None and parts and number != sum(parts):
                    message = f"the subtotal is `{cell.text}`; expected {sum(parts):,}, the sum of the rows above it"
                    hint = "correct the subtotal or a row"
                    yield Found(cell.place, message, hint, length=len(cell.text), subject=_subject(block))
                parts = []


def look_for_unbalanced_totals(records: Records) -> Iterator[Found]:
    """Checks:
        In one table, the total of what comes in and the total of what goes out are equal where they nearly are: within
        a twentieth.

    Looks at:
        Records: typed tables and data sets.

    Why:
        A plan that spends more than it has is no plan; one that is a little out is a mistake.

    Example:
        A plan spends £25,156k of a change in funding of £24,849k.

    Wrong:
        ```table
        id: plan
        columns: [{id: item, label: Item}, {id: sum, label: £000, unit: GBP-thousand}]
        ---
        | Grant | 20,000 |
        | Fees | 4,849 |
        | Net change in funding | 24,849 |
        | Staff | 25,156 |
        | Net change in expenditure | 25,156 |
        ```

    Right:
        ```table
        id: plan
        columns: [{id: item, label: Item}, {id: sum, label: £000, unit: GBP-thousand}]
        ---
        | Grant | 20,000 |
        | Fees | 4,849 |
        | Net change in funding | 24,849 |
        | Staff | 24,849 |
        | Net change in expenditure | 24,849 |
        ```
    """
    for figures in records.figures:
        rows = [*figures.rows, *([figures.total] if figures.total else [])]
        sums = [row for row in rows if row and _SUM_ROW.search(row[0].text)]
        incomes = [row for row in sums if _INCOME.search(row[0].text) and not _SPENDING.search(row[0].text)]
        costs = [row for row in sums if _SPENDING.search(row[0].text) and not _INCOME.search(row[0].text)]
        for position in range(len(figures.columns)):
            for income, cost in zip(incomes, costs, strict=False):
                one, other = income[position], cost[position]
                if one.number is None or other.number is None or one.number == other.number:
                    continue
                if abs(one.number - other.number) <= abs(one.number) / 20:
                    message = f"`{cost[0].text}` is {other.text} and `{income[0].text}` {one.text}; expected them equal"
                    related = (Related(one.place, "the other total"),)
                    hint = "correct one of the two, or say what becomes of the difference"
                    yield Found(other.place, message, hint, related, len(other.text), figures.subject)


def look_for_forecasts_without_plan(records: Records) -> Iterator[Found]:
    """Checks:
        A row that has a forecast has a plan. All such rows of a table are one finding.

    Looks at:
        Records: typed tables and data sets.

    Why:
        A saving that nobody planned is either a windfall or on the wrong line.

    Example:
        One of 114 schemes was forecast to save £3.9m, and had no plan.

    Wrong:
        ```table
        id: schemes
        columns: [{id: name, label: Scheme}, {id: plan, label: Plan, unit: GBP}, {id: fot, label: Forecast, unit: GBP}]
        ---
        | Parks | 100 | 90 |
        | Roads | 0 | 50 |
        ```

    Right:
        ```table
        id: schemes
        columns: [{id: name, label: Scheme}, {id: plan, label: Plan, unit: GBP}, {id: fot, label: Forecast, unit: GBP}]
        ---
        | Parks | 100 | 90 |
        | Roads | 50 | 50 |
        ```
    """
    for figures in records.figures:
        forecasts: dict[str, int] = {}
        for position, column in enumerate(figures.columns):
            if _FORECAST.search(column.label):
                forecasts.setdefault(column.group, position)
        for plan, column in enumerate(figures.columns):
            forecast = forecasts.get(column.group)
            if not column.is_number or not _PLAN.search(column.label) or _FORECAST.search(column.label):
                continue
            if forecast is None or not figures.columns[forecast].is_number:
                continue
            odd = [row for row in figures.rows if row[forecast].number and not row[plan].number]
            if odd and len(odd) * 3 < len(figures.rows) * 2:
                yield _several(odd, forecast, "a forecast and no plan", "give the rows a plan", figures.subject)
            break


def look_for_missing_ratings(records: Records) -> Iterator[Found]:
    """Checks:
        Every row of a data set with ratings has all of them. All rows that lack one are one finding.

    Looks at:
        Records: data sets with ratings.

    Why:
        The scheme without a rating is the one that nobody looked at.

    Example:
        A dashboard of 114 schemes has fewer rows of ratings than rows of figures.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns:
          - {id: name, label: Scheme}
          - {id: money, label: Money, unit: rating}
          - {id: time, label: Time, unit: rating}
        # meetings/board/2026-05-14/papers/works/works.csv
        name,money,time
        Parks,Red,Green
        Roads,Green,

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        empty_cell: unknown
        ratings: [{id: Red, label: Red, colour: red}, {id: Green, label: Green, colour: green}]
        columns:
          - {id: name, label: Scheme}
          - {id: money, label: Money, unit: rating}
          - {id: time, label: Time, unit: rating}
        # meetings/board/2026-05-14/papers/works/works.csv
        name,money,time
        Parks,Red,Green
        Roads,Green,Green
    """
    for data_set in _data_sets(records.library):
        rated = [number for number, column in enumerate(data_set.facts.columns) if column.unit == "rating"]
        lacking = [row for row in data_set.rows if rated and any(not row.cells[number].text for number in rated)]
        if lacking and len(lacking) < len(data_set.rows):
            count = f"{len(lacking)} of {len(data_set.rows)} rows"
            message = f"a rating is empty in {count}; expected every row to be rated"
            hint = "rate the rows, or say in a waiver why they are not"
            yield Found(lacking[0].place, message, hint, subject=f"data {data_set.id}")


def look_for_repeated_rows(records: Records) -> Iterator[Found]:
    """Checks:
        No two rows of a typed table, or of a table of members, have the same words and the same figures.

    Looks at:
        Records: typed tables, and tables of members in terms of reference.

    Why:
        A row pasted twice is counted twice.

    Wrong:
        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff hire | 49,608 |
        | Vans | 5,610 |
        | Staff hire | 49,608 |
        ```

    Right:
        ```table
        id: cost
        columns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]
        ---
        | Staff hire | 49,608 |
        | Vans | 5,610 |
        | Staff time | 49,608 |
        ```
    """
    lists = [(one.rows, f"members {one.body}") for one in _memberships(records.library)]
    for rows, subject in (*((one.rows, _subject(one)) for one in typed_tables(records.library)), *lists):
        seen: dict[tuple[str, ...], TypedRow] = {}
        names = [row.cells[0].text.lower() for row in rows if row.cells]
        # The first column may hold ratings, or the like, and no names; then a row is known by somebody's name.
        has_names = len(set(names)) * 2 > len(names)
        for row in rows:
            if not has_names and not _names_somebody(row):
                continue
            if row.mark is not RowMark.BODY or (row.cells and _SUM_ROW.search(row.cells[0].text)):
                seen = {}  # what stands above a total and below it are two things: income and expenditure
            words = tuple(" ".join(cell.text.lower().split()) for cell in row.cells)
            if row.mark is not RowMark.BODY or sum(bool(word) for word in words) < 2 or len(words[0]) < 4:  # noqa: PLR2004
                continue
            if words in seen:
                related = (Related(seen[words].place, "the same row"),)
                called = row.cells[0].text if has_names else row.cells[1].text
                message = f"the row `{called}` stands twice; expected it once"
                yield Found(row.place, message, "remove one of the two", related, subject=subject)
            seen.setdefault(words, row)


def _names_somebody(row: TypedRow) -> bool:
    """Whether a row has somebody's name behind its first cell, and says something more."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    return len(filled) > 2 and any(_PERSON.fullmatch(text) for text in filled[1:])  # noqa: PLR2004


def _memberships(library: Library) -> Iterator[MembersBlock]:
    """The tables of members in terms of reference."""
    for terms in library.terms_of_reference.values():
        for part in (*terms.preamble, *(part for clause in terms.clauses for part in clause.content)):
            if isinstance(part, MembersBlock):
                yield part


def look_for_mixed_number_formats(records: Records) -> Iterator[Found]:
    """Checks:
        Within one column large numbers are all written with commas between the thousands, or all without.

    Looks at:
        Records: typed tables.

    Why:
        3505 under 1,030,947 is misread by whoever runs down the column.

    Example:
        In one table 1,030,947 tests stand over 3505 abnormal results.

    Wrong:
        ```table
        id: tests
        columns: [{id: item, label: Item}, {id: count, label: Number, unit: count}]
        ---
        | All | 1,030,947 |
        | Abnormal | 3505 |
        ```

    Right:
        ```table
        id: tests
        columns: [{id: item, label: Item}, {id: count, label: Number, unit: count}]
        ---
        | All | 1,030,947 |
        | Abnormal | 3,505 |
        ```
    """
    for block in typed_tables(records.library):
        for position in range(len(block.columns)):
            cells = [row.cells[position] for row in block.rows if len(row.cells) == len(block.columns)]
            numbers = [cell for cell in cells if read_amount(cell.text) is not None]
            bare = [cell for cell in numbers if _LONG.search(cell.text) and not _is_year(cell)]
            grouped = [cell for cell in numbers if _THOUSANDS.search(cell.text)]
            if bare and grouped:
                usual, odd = (grouped[0], bare[0]) if len(grouped) >= len(bare) else (bare[0], grouped[0])
                message = f"`{odd.text}` in a column that has `{usual.text}`; expected one way of writing thousands"
                related = (Related(usual.place, "written otherwise"),)
                yield Found(odd.place, message, "write them alike", related, len(odd.text), _subject(block))


def _is_year(cell: TypedCell) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", cell.text.strip("* ")))


def _several(rows: list[tuple[Figure, ...]], column: int, what: str, hint: str, subject: str) -> Found:
    names = ", ".join(f"`{row[1 if row[0].text.isdigit() and len(row) > 1 else 0].text}`" for row in rows[:3])
    more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""  # noqa: PLR2004 (three are named)
    message = f"{names}{more} have {what}; expected both"
    cell = rows[0][column]
    return Found(cell.place, message, hint, length=max(1, len(cell.text)), subject=subject)


def _data_sets(library: Library) -> Iterator[DataSet]:
    for paper in library.papers.values():
        yield from paper.data_sets.values()


def _subject(block: TableBlock) -> str:
    return f"table {block.id}" if block.id else "table"


RULES: tuple[RecordRule, ...] = (
    record_rule("G325", "subtotal-differs", STOPS_PUBLICATION, look_for_wrong_subtotals),
    record_rule("G326", "totals-unbalanced", WARNS, look_for_unbalanced_totals, heuristic=True),
    record_rule("G327", "forecast-without-plan", NOTED, look_for_forecasts_without_plan, heuristic=True),
    record_rule("G328", "rating-missing", NOTED, look_for_missing_ratings),
    record_rule("G329", "row-twice", WARNS, look_for_repeated_rows, heuristic=True),
    record_rule("G331", "thousands-mixed", NOTED, look_for_mixed_number_formats),
)
