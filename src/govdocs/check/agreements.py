"""Rules about data sets that must agree with each other: code G340."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.check.rule import STOPS_PUBLICATION, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.data_sets import Agreement, DataCell, DataRow, DataSet
from govdocs.model.pivots import sum_of


def look_for_disagreements(records: Records) -> Iterator[Found]:
    """Checks:
        Data sets that say that they agree (`agrees_with`) do: the same sums, for each combination of the columns `by`,
        or the same grand totals.

    Looks at:
        Records: data sets with `agrees_with`.

    Why:
        A reader who finds two totals of the same money in one paper believes neither.

    Example:
        One paper groups the same savings in two ways, by programme area and by function.

    Wrong:
        # meetings/board/2026-05-14/papers/budget/paper.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        data: areas
        ```
        # meetings/board/2026-05-14/papers/budget/areas.yaml
        title: Budget by area
        csv: areas.csv
        key: area
        empty_cell: blank
        columns: [{id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        total: none
        agrees_with: [{data: schemes, by: [area], columns: {plan: cost}, tolerance: 1}]
        # meetings/board/2026-05-14/papers/budget/areas.csv
        area,plan
        Parks,150
        Roads,290
        # meetings/board/2026-05-14/papers/budget/schemes.yaml
        title: Budget by scheme
        csv: schemes.csv
        key: scheme
        empty_cell: blank
        columns: [{id: scheme, label: Scheme}, {id: area, label: Area}, {id: cost, label: Cost, unit: GBP}]
        total: none
        # meetings/board/2026-05-14/papers/budget/schemes.csv
        scheme,area,cost
        Trees,Parks,100
        Ponds,Parks,50
        Bridge,Roads,300

    Right:
        # meetings/board/2026-05-14/papers/budget/paper.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
        # Report

        ```table
        data: areas
        ```
        # meetings/board/2026-05-14/papers/budget/areas.yaml
        title: Budget by area
        csv: areas.csv
        key: area
        empty_cell: blank
        columns: [{id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        total: none
        agrees_with: [{data: schemes, by: [area], columns: {plan: cost}, tolerance: 1}]
        # meetings/board/2026-05-14/papers/budget/areas.csv
        area,plan
        Parks,150
        Roads,300
        # meetings/board/2026-05-14/papers/budget/schemes.yaml
        title: Budget by scheme
        csv: schemes.csv
        key: scheme
        empty_cell: blank
        columns: [{id: scheme, label: Scheme}, {id: area, label: Area}, {id: cost, label: Cost, unit: GBP}]
        total: none
        # meetings/board/2026-05-14/papers/budget/schemes.csv
        scheme,area,cost
        Trees,Parks,100
        Ponds,Parks,50
        Bridge,Roads,300
    """
    for paper in records.library.papers.values():
        for data in paper.data_sets.values():
            for agreement in data.facts.agrees_with:
                other = paper.data_sets.get(agreement.data)
                if other is not None and _can_compare(data, other, agreement):
                    yield from _compare(data, other, agreement)


def _can_compare(data: DataSet, other: DataSet, agreement: Agreement) -> bool:
    own = {column.id for column in data.facts.columns}
    theirs = {column.id for column in other.facts.columns}
    return {*agreement.columns, *agreement.by} <= own and {*agreement.columns.values(), *agreement.by} <= theirs


def _compare(data: DataSet, other: DataSet, agreement: Agreement) -> Iterator[Found]:
    ours, theirs = _sums(data, agreement.by), _sums(other, agreement.by)
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        for column, match in agreement.columns.items():
            own = ours[key].cells[data.position(column)] if key in ours else None
            their = theirs[key].cells[other.position(match)] if key in theirs else None
            gap = _value(data, own) - _value(other, their)
            if abs(gap) <= agreement.tolerance:
                continue
            there = f"the column `{match}` of `{other.id}` has it"
            message = f"{_named(key)} of `{column}` is {_said(own)}; expected {_said(their)}, as {there}"
            hint = "correct one of the two, or say under `tolerance` what rounding costs"
            place = own.place if own is not None else agreement.place("data")
            related = (Related(their.place, "the other figure"),) if their is not None else ()
            yield Found(place, message, hint, related, subject=f"data {data.id}")


def _sums(data: DataSet, by: Sequence[str]) -> dict[tuple[str, ...], DataRow]:
    """The sums of each combination; without columns the grand total, as printed where it is."""
    if not by:
        row = data.total or (sum_of(data, data.rows) if data.rows else None)
        return {(): row} if row is not None else {}
    positions = [data.position(name) for name in by]
    groups: dict[tuple[str, ...], list[DataRow]] = {}
    for row in data.rows:
        groups.setdefault(tuple(" ".join(row.cells[at].text.split()) for at in positions), []).append(row)
    return {key: sum_of(data, rows, positions) for key, rows in groups.items()}


def _value(data: DataSet, cell: DataCell | None) -> Decimal:
    number = cell.number if cell is not None else None
    return (number or Decimal(0)) * data.facts.scale


def _named(key: tuple[str, ...]) -> str:
    return f"the sum for `{', '.join(key)}`" if key else "the grand total"


def _said(cell: DataCell | None) -> str:
    return f"{cell.number:,f}" if cell is not None and cell.number is not None else "nothing"


RULES: tuple[RecordRule, ...] = (record_rule("G340", "data-disagrees", STOPS_PUBLICATION, look_for_disagreements),)
