"""Rules about figures that are odd beside their neighbours: signs, and sums that are not sure: codes G350 to G353."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.figures import Figure, full_label
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.sum_rows import printed_total
from govdocs.model.data_sets import DataSet

_BOTH_SIGNS = re.compile(
    r"\b(?:varian|variation|movement|change|difference|surplus|deficit|net|balance|over|under|growth|adjust|virement)",
    re.IGNORECASE,
)
#: Rows that may well have the other sign.
_HAS_A_SIGN = re.compile(
    r"\b(?:loss|surplus|deficit|profit|ebitda|net|variance|less|refund|credit|income|receipt|balance|movement|adjust|change)",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:surplus|deficit|ebitda)\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:loss|exceptional|one[- ]off|non-?recurr\w*|redundanc\w*|disposal)\b", re.IGNORECASE)
#: So many numbers of one sign make a column that has one, with so few of the other.
LEAST_NUMBERS, MOST_ODD = 6, Decimal("0.1")
_UNSURE = re.compile(
    r"\bto be (?:confirmed|approved|agreed|secured)\b|\bTBC\b|\bsubject to (?:\w+ )?(?:approval|confirmation|funding)"
    r"|\bawaiting (?:\w+ )?(?:approval|confirmation|decision|funding)"
    r"|\b(?:bid|application)s? (?:is |are )?(?:being|under) review"
    r"|\bnot (?:yet )?(?:approved|confirmed|secured|agreed)\b|\bunconfirmed\b|\bunsecured\b|\bunidentified\b"
    r"|\b(?:bid|application) (?:pending|submitted)\b",
    re.IGNORECASE,
)
_GONE = re.compile(r"^(?:closed|withdrawn|removed|cancelled|rejected|deleted|no longer required)\W*$", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:fot|forecast|outturn|projected|projection|full[- ]year)\b", re.IGNORECASE)
_TO_DATE = re.compile(
    r"\bactuals?\b.*\b(?:ytd|to date)\b|\b(?:ytd|year to date|to date)\b.*\bactuals?\b|\bspen[dt] to date\b",
    re.IGNORECASE,
)


def look_for_odd_signs(records: Records) -> Iterator[Found]:
    """Checks:
        In a column whose numbers nearly all have one sign, or in which the data set says which sign a saving has, no
        few numbers have the other. Differences may have both. All odd numbers of a column are one finding.

    Looks at:
        Records: typed tables and data sets, `signs` of a data set.

    Why:
        A saving typed as a cost changes the total by twice its size.

    Example:
        Among a hundred savings in brackets a few actual figures of the year so far stand without.

    Wrong:
        ```table
        id: savings
        columns: [{id: name, label: Scheme}, {id: plan, label: Plan, unit: GBP-thousand}]
        ---
        | Parks | (120) |
        | Roads | (300) |
        | Baths | (75) |
        | Trees | 42 |
        | Lamps | (18) |
        | Bins | (260) |
        | Paths | (33) |
        | Signs | (12) |
        | Gates | (90) |
        | Ponds | (55) |
        ```

    Right:
        ```table
        id: savings
        columns: [{id: name, label: Scheme}, {id: plan, label: Plan, unit: GBP-thousand}]
        ---
        | Parks | (120) |
        | Roads | (300) |
        | Baths | (75) |
        | Trees | (42) |
        | Lamps | (18) |
        | Bins | (260) |
        | Paths | (33) |
        | Signs | (12) |
        | Gates | (90) |
        | Ponds | (55) |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            label = full_label(column)
            if not column.is_number or column.formula or _BOTH_SIGNS.search(label) or label.strip() in ("", "blank"):
                continue  # of a column without a heading nobody can say which sign it has
            if any(_RESULT.search(_label(row)) for row in figures.lines):
                continue  # income and costs in one table have the signs that they have
            cells = [
                row[position] for row in figures.rows if row[position].number and not _HAS_A_SIGN.search(_label(row))
            ]
            minus = [cell for cell in cells if (cell.number or 0) < 0]
            odd, usual = minus, "more than nought"
            if len(minus) * 2 > len(cells):
                odd, usual = [cell for cell in cells if (cell.number or 0) > 0], "less than nought"
            if odd and len(cells) >= LEAST_NUMBERS and len(odd) <= max(1, int(len(cells) * MOST_ODD)):
                there = ", ".join(f"`{cell.text}`" for cell in odd[:4]) + (" and more" if len(odd) > 4 else "")  # noqa: PLR2004
                message = f"{there} in `{column.label}`, where the others are {usual}; expected one sign"
                hint = "correct the sign, or say in a waiver what is different"
                yield Found(odd[0].place, message, hint, length=len(odd[0].text), subject=figures.subject)


def look_for_doubled_signs(records: Records) -> Iterator[Found]:
    """Checks:
        A number has a minus or stands in brackets, not both.

    Looks at:
        Records: typed tables.

    Why:
        Twice negative is positive to some readers, and a slip to the others.

    Example:
        One of twelve counts in brackets has a minus before it as well.

    Wrong:
        ```table
        id: people
        columns: [{id: name, label: Illness}, {id: count, label: People}]
        ---
        | Asthma | (17091) |
        | Stroke | (-16329) |
        ```

    Right:
        ```table
        id: people
        columns: [{id: name, label: Illness}, {id: count, label: People}]
        ---
        | Asthma | (17091) |
        | Stroke | (16329) |
        ```
    """
    for figures in records.figures:
        for row in figures.all_rows:
            for cell in row.cells:
                if re.search(r"\(\s?[-\u2212\u2013]\s?[£$€]?\d[\d,.]*\s?\)", cell.text):
                    message = f"`{cell.text}` has both a minus and brackets; expected one of the two"
                    yield Found(cell.place, message, "take one of them out", length=len(cell.text))


def look_for_unsure_parts_of_totals(records: Records) -> Iterator[Found]:
    """Checks:
        A total does not count what its own rows call unconfirmed, awaiting approval or withdrawn, unless the total says
        so.

    Looks at:
        Records: typed tables and data sets with a total, or with rows called totals.

    Why:
        The board is asked for the whole sum, and part of it is not there.

    Example:
        A budget of £714k holds £50k for a bid that was still being reviewed.

    Wrong:
        ```table
        id: grants
        columns: [{id: name, label: Grant}, {id: state, label: State}, {id: sum, label: Sum, unit: GBP}]
        total: last
        ---
        | Hall | agreed | 20,000 |
        | Park | awaiting confirmation | 30,000 |
        | Pool | agreed | 10,000 |
        | Total | | 60,000 |
        ```

    Right:
        ```table
        id: grants
        columns: [{id: name, label: Grant}, {id: state, label: State}, {id: sum, label: Sum, unit: GBP}]
        total: last
        ---
        | Hall | agreed | 20,000 |
        | Park | agreed | 30,000 |
        | Pool | agreed | 10,000 |
        | Total | | 60,000 |
        ```
    """
    for figures in records.figures:
        total = figures.total or printed_total(figures)
        if total is None:
            continue
        said = " ".join(cell.text for cell in total).lower()
        counted = [n for n, column in enumerate(figures.columns) if column.is_number and total[n].number is not None]
        odd = [
            (row, cell)
            for row in figures.rows
            if (cell := _unsure(row)) and any(row[n].number for n in counted) and not _is_named(row, said)
        ]
        if odd and len(odd) * 2 <= len(figures.rows):
            cell = odd[0][1]
            names = ", ".join(f"`{_label(one)}`" for one, _ in odd[:3]) + (" and more" if len(odd) > 3 else "")  # noqa: PLR2004
            message = f"{names} is not sure (`{cell.text}`) and is in the total; expected a total without it"
            hint = "take it out of the total, or say in the total's row that it is counted"
            yield Found(cell.place, message, hint, length=len(cell.text), subject=figures.subject)


def _unsure(row: tuple[Figure, ...]) -> Figure | None:
    return next((cell for cell in row if _UNSURE.search(cell.text) or _GONE.match(cell.text.strip())), None)


def _label(row: tuple[Figure, ...]) -> str:
    return next((cell.text.strip("* ") for cell in row if re.search("[A-Za-z]{2}", cell.text)), "")


def _is_named(row: tuple[Figure, ...], said: str) -> bool:
    """Whether the row of the total speaks of the row: "including the assumed hall bid"."""
    first = re.match(r"\W*([A-Za-z]{4,})", _label(row))
    return bool(first and first[1].lower() in said) and bool(re.search(r"\binclud|\bincl\b|\bsubject\b|\bassum", said))


def look_for_forecasts_equal_to_actuals(records: Records) -> Iterator[Found]:
    """Checks:
        The forecast of a row is not just what it has achieved so far. All such rows of a table are one finding.

    Looks at:
        Records: typed tables and data sets with columns for a forecast and for the actual figures to date.

    Why:
        Either the scheme has ended, or nobody has forecast it.

    Example:
        In month 2 two schemes forecast for the year exactly what they had saved by then.

    Wrong:
        ```table
        id: schemes
        columns:
          - {id: name, label: Scheme}
          - {id: fot, label: Forecast outturn, unit: GBP}
          - {id: ytd, label: Actual YTD, unit: GBP}
        ---
        | Parks | 1,200 | 300 |
        | Roads | 789 | 789 |
        | Baths | 400 | 90 |
        ```

    Right:
        ```table
        id: schemes
        columns:
          - {id: name, label: Scheme}
          - {id: fot, label: Forecast outturn, unit: GBP}
          - {id: ytd, label: Actual YTD, unit: GBP}
        ---
        | Parks | 1,200 | 300 |
        | Roads | 3,000 | 789 |
        | Baths | 400 | 90 |
        ```
    """
    ended = {f"data {one.id}" for one in _data_sets(records) if _is_whole_year(one)}
    for figures in records.figures:
        labels = [(n, full_label(column)) for n, column in enumerate(figures.columns) if column.is_number]
        forecast = next((n for n, words in labels if _FORECAST.search(words) and not _TO_DATE.search(words)), None)
        actual = next((n for n, words in labels if _TO_DATE.search(words) and "varian" not in words.lower()), None)
        if forecast is None or actual is None or figures.subject in ended:
            continue
        rows = [row for row in figures.rows if row[forecast].number and row[actual].number]
        same = [row for row in rows if row[forecast].number == row[actual].number and not _ONCE.search(_label(row))]
        if same and len(same) * 2 <= max(len(rows), 2):
            names = ", ".join(f"`{_label(row)}`" for row in same[:3]) + (" and more" if len(same) > 3 else "")  # noqa: PLR2004
            cell = same[0][forecast]
            message = (
                f"the forecast of {names} equals the actual figure to date; expected what the whole year will bring"
            )
            hint = "forecast the year, or say that the scheme has ended"
            yield Found(cell.place, message, hint, length=len(cell.text), subject=figures.subject)


def _data_sets(records: Records) -> Iterator[DataSet]:
    for paper in records.library.papers.values():
        yield from paper.data_sets.values()


def _is_whole_year(data: DataSet) -> bool:
    """Whether the data were drawn up when their period had ended."""
    period, at = data.facts.period, data.facts.as_at
    return period is not None and at is not None and at.last >= period.last


RULES: tuple[RecordRule, ...] = (
    record_rule("G350", "sign-odd", NOTED, look_for_odd_signs, heuristic=True),
    record_rule("G351", "sign-twice", WARNS, look_for_doubled_signs),
    record_rule("G352", "unsure-in-total", NOTED, look_for_unsure_parts_of_totals, heuristic=True),
    record_rule("G353", "forecast-equals-actual", NOTED, look_for_forecasts_equal_to_actuals, heuristic=True),
)
