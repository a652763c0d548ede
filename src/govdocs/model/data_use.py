"""Whether tables and charts find what they name in the data sets beside their paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govdocs.diagnostics import Diagnostic, Problem
from govdocs.model import problems
from govdocs.model.building import listed, nearest, shown
from govdocs.model.charts import ChartBlock
from govdocs.model.data_sets import DataRow, DataSet
from govdocs.model.index import Library
from govdocs.model.papers import Paper
from govdocs.model.record import Record
from govdocs.model.tables import TableBlock
from govdocs.places import Place

_LONGEST_LIST = 12
_FIELD = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def check_data_use(library: Library) -> Iterator[Diagnostic]:
    """Findings about data sets, views, columns and rows that are named and are not there."""
    for original in library.papers.values():
        for paper in (original, *original.renditions.values()):
            for _, table in paper.blocks(TableBlock):
                yield from _check_table(library, paper, table)
            for _, chart in paper.blocks(ChartBlock):
                yield from _check_chart(library, paper, chart)
            for data in paper.data_sets.values():
                yield from _check_views(data)
                yield from _check_agreements(library, paper, data)


def _check_table(library: Library, paper: Paper, table: TableBlock) -> Iterator[Diagnostic]:
    if table.data is None:
        return
    data = paper.data_sets.get(table.data)
    if data is None:
        yield from _missing(library, paper, table.data, table)
    elif table.view is not None:
        views = [view.id for view in data.facts.views]
        yield from _unknown("view", [table.view], views, table, "view", f"the data set `{data.id}`")


def _check_chart(library: Library, paper: Paper, chart: ChartBlock) -> Iterator[Diagnostic]:
    data = paper.data_sets.get(chart.data)
    if data is None:
        yield from _missing(library, paper, chart.data, chart)
        return
    columns = [column.id for column in data.facts.columns]
    where = f"the columns of `{data.id}`"
    wrong = [
        *_unknown("column", [chart.along] if chart.along else [], columns, chart, "along", where),
        *_unknown("column", chart.series, columns, chart, "series", where),
        *_unknown("series", chart.targets, chart.series, chart, "targets", "the key `series`"),
    ]
    if not wrong:
        wrong = list(_wrong_units(data, chart))
    yield from wrong
    if wrong:
        return
    along = data.column(chart.along or data.facts.key)
    found = list(_unknown("period", chart.periods, [cell.text for cell in along], chart, "periods", f"`{data.id}`"))
    yield from (_as(problems.UNKNOWN_PERIOD, finding) for finding in found)
    if not found and not _has_figures(data, chart):
        message = f"the chart has nothing to draw: `{data.id}` holds no figures in {listed(chart.series)}"
        hint = "fill the cells of these columns, or choose other columns or periods"
        yield Diagnostic(problems.CHART_EMPTY, message, chart.place("series"), hint)


def _check_views(data: DataSet) -> Iterator[Diagnostic]:
    """Columns that a data set's views name and that it does not have."""
    columns, where = [column.id for column in data.facts.columns], f"the columns of `{data.id}`"
    for column in data.facts.columns:
        for at, line in enumerate(column.words):
            found = _unknown("column", _FIELD.findall(line), columns, column, "words", where)
            yield from (replace(one, place=column.place("words", at)) for one in found)
    for view in data.facts.views:
        yield from _unknown("column", view.columns, columns, view, "columns", where)
        yield from _unknown("column", view.merge, columns, view, "merge", where)
        yield from _unknown("column", view.by, columns, view, "by", where)
        yield from _unknown("column", [view.sort] if view.sort else [], columns, view, "sort", where)
        yield from _unknown("column", [view.bands] if view.bands else [], columns, view, "bands", where)


def _check_agreements(library: Library, paper: Paper, data: DataSet) -> Iterator[Diagnostic]:
    """Data sets and columns that an agreement names and that are not there."""
    own = [column.id for column in data.facts.columns]
    for agreement in data.facts.agrees_with:
        other = paper.data_sets.get(agreement.data)
        if other is None:
            yield from _missing(library, paper, agreement.data, agreement)
            continue
        theirs = [column.id for column in other.facts.columns]
        where, there = f"the columns of `{data.id}`", f"the columns of `{other.id}`"
        yield from _unknown("column", agreement.by, own, agreement, "by", where)
        yield from _unknown("column", agreement.by, theirs, agreement, "by", there)
        for column, match in agreement.columns.items():
            for name, known, called in ((column, own, where), (match, theirs, there)):
                found = _unknown("column", [name], known, agreement, "columns", called)
                yield from (replace(one, place=agreement.key_place("columns", column)) for one in found)


def check_risks(library: Library) -> Iterator[Diagnostic]:
    """Findings about scores that the scale of the register does not have."""
    scale = library.risk_scale
    for risk in library.risks.values():
        for number, score in enumerate(risk.scores):
            for key, value, words in (
                ("likelihood", score.likelihood, scale.likelihoods),
                ("impact", score.impact, scale.impacts),
            ):
                if not 1 <= value <= len(words):
                    message = f"`{key}` is `{value}`; expected a number from 1 to {len(words)}"
                    hint = f"correct it, or add words to `{key}s` in `records/risks.yaml`"
                    place = risk.place("scores", number, key)
                    yield Diagnostic(problems.WRONG_VALUE, message, place, hint, length=len(str(value)))


def _as(problem: Problem, finding: Diagnostic) -> Diagnostic:
    return replace(finding, problem=problem)


def _missing(library: Library, paper: Paper, name: str, block: Record) -> Iterator[Diagnostic]:
    """A data set that is named and not there; one whose file is broken has its own findings."""
    if library.is_broken("data-set", f"{paper.folder}/{name}"):
        return
    known = sorted(paper.data_sets)
    close = nearest(name, known)
    message = f"there is no data set `{shown(name)}` beside the paper; expected a file `{shown(name)}.yaml`"
    if not paper.path.endswith("/paper.md"):
        hint = f"make the paper a folder `{paper.name}/` with `paper.md`, and put the data set into it"
    else:
        hint = (
            f"write `{close}`" if close else f"write the file, or one of {listed(known)}" if known else "write the file"
        )
    yield Diagnostic(problems.UNKNOWN_ID, message, block.place("data"), hint, length=len(name))


def _unknown(
    called: str, names: Sequence[str], known: Iterable[str], block: Record, key: str, where: str
) -> Iterator[Diagnostic]:
    """The names that are not among those known."""
    there = list(dict.fromkeys(known))
    for number, name in enumerate(names):
        if name in there:
            continue
        close = nearest(name, there)
        choices = listed(there) if len(there) <= _LONGEST_LIST else f"a {called} of {where}"
        place: Place = block.place(key, number)
        message = f"there is no {called} `{shown(name)}` in {where}"
        hint = f"write `{close}`" if close else f"write {choices}" if there else f"add it to {where}"
        yield Diagnostic(problems.UNKNOWN_ID, message, place, hint, length=len(name))


def _wrong_units(data: DataSet, chart: ChartBlock) -> Iterator[Diagnostic]:
    """Columns of words where figures are drawn, columns of figures where ratings are counted."""
    for number, name in enumerate(chart.series):
        column = data.facts.columns[data.position(name)]
        counts = chart.kind == "status-counts"
        if (column.unit == "rating") if counts else column.is_number:
            continue
        wanted = "ratings: `unit: rating`" if counts else "numbers"
        message = f"the column `{name}` holds `{column.unit}`; expected a column of {wanted}"
        hint = "choose another column, or another kind of chart"
        yield Diagnostic(problems.WRONG_VALUE, message, chart.place("series", number), hint, length=len(name))


def chart_rows(data: DataSet, chart: ChartBlock) -> tuple[DataRow, ...]:
    """The rows that a chart draws, in the order of its periods, else of the data set.

    Raises:
        KeyError: the data set has no such column.
    """
    if not chart.periods:
        return data.rows
    position = data.position(chart.along or data.facts.key)
    by_period = {row.cells[position].text: row for row in data.rows}
    return tuple(by_period[period] for period in chart.periods if period in by_period)


def _has_figures(data: DataSet, chart: ChartBlock) -> bool:
    positions = [data.position(name) for name in chart.series]
    cells = [row.cells[position] for row in chart_rows(data, chart) for position in positions]
    return any(cell.text if chart.kind == "status-counts" else cell.number is not None for cell in cells)
