"""Charts from data sets: what is drawn, and the words that say it to those who do not see it."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from govdocs.compose.blocks import Chart, ChartKind, ChartSeries, Inline, Text, Tone
from govdocs.compose.data_printing import DataPrinter, decimals
from govdocs.compose.wording import Wording, write_amount
from govdocs.model.charts import ChartBlock
from govdocs.model.data_sets import DataRow, DataSet
from govdocs.model.data_use import chart_rows
from govdocs.model.tables import TableColumn

Word = Callable[..., str]
"""One of the fixed words of the templates, with facts filled in."""

_KINDS = {"line": ChartKind.LINE, "bar": ChartKind.BAR, "status-counts": ChartKind.STACKED}
_MOST_VALUES = 60
_FEWEST_FOR_TREND = 3


def compose_chart(
    block: ChartBlock, data: DataSet, wording: Wording, word: Word, caption: tuple[Inline, ...]
) -> Chart | None:
    """The chart of a block, None where there is nothing to draw; ``caption`` holds the words typed for it."""
    known = {column.id for column in data.facts.columns}
    if not {*block.series, block.along or data.facts.key} <= known or not block.series:
        return None
    printer, rows = DataPrinter(data, wording), chart_rows(data, block)
    if block.kind == "status-counts":
        columns = [data.facts.columns[data.position(name)] for name in block.series]
        categories = tuple(_label(column) for column in columns)
        series = _counts(block, data, rows, wording)
    else:
        along = data.position(block.along or data.facts.key)
        categories = tuple(printer.text(along, row.cells[along]) for row in rows)
        series = tuple(_drawn(name, block, data, rows, printer) for name in block.series)
    if all(value is None for one in series for value in one.values) or not categories:
        return None
    title = block.title or data.facts.title
    positions = [data.position(name) for name in block.series]
    unit = word("chart_count") if block.kind == "status-counts" else _unit(printer, positions)
    ticks = _ticks(block, series, printer)
    words = block.alt or _describe(block, data, categories, series, unit, word, wording)
    return Chart(
        _KINDS[block.kind],
        categories,
        series,
        ticks,
        words,
        block.fence,
        unit=unit,
        width=min(max(float(block.width), 0.25), 1.0),
        caption=caption or (Text(title),),
        anchor=block.id or "",
    )


def _label(column: TableColumn) -> str:
    return " ".join(part for part in (column.group, column.label) if part)


def _unit(printer: DataPrinter, positions: Sequence[int]) -> str:
    if all(printer.unit(position) == "percent" for position in positions):
        return "%"
    return printer.units(positions)


def _drawn(name: str, block: ChartBlock, data: DataSet, rows: Sequence[DataRow], printer: DataPrinter) -> ChartSeries:
    """A column as a series."""
    position = data.position(name)
    cells = [row.cells[position] for row in rows]
    empty = Decimal(0) if data.facts.empty_cell == "zero" else None
    numbers = [empty if cell.number is None else cell.number for cell in cells]
    values = tuple(None if number is None else printer.scaled(position, number) for number in numbers)
    texts = tuple("" if number is None else printer.number(position, number) for number in numbers)
    return ChartSeries(_label(data.facts.columns[position]), values, texts, aim=name in block.targets)


def _counts(block: ChartBlock, data: DataSet, rows: Sequence[DataRow], wording: Wording) -> tuple[ChartSeries, ...]:
    """How often each rating stands in each column, ratings in the data set's order."""
    positions = [data.position(name) for name in block.series]
    series: list[ChartSeries] = []
    for rating in data.facts.ratings:
        counts = [sum(row.cells[position].text == rating.id for row in rows) for position in positions]
        if any(counts):
            texts = tuple(wording.number(count) for count in counts)
            values = tuple(Decimal(count) for count in counts)
            series.append(ChartSeries(rating.label, values, texts, Tone(rating.colour)))
    return tuple(series)


# --- The upright axis -----------------------------------------------------------------------------------------------


def _ticks(block: ChartBlock, series: Sequence[ChartSeries], printer: DataPrinter) -> tuple[tuple[Decimal, str], ...]:
    """The values of the upright axis: round ones, with nothing among them where bars stand on it."""
    if block.kind == "status-counts":
        sums = [sum((one.values[at] or Decimal(0)) for one in series) for at in range(len(series[0].values))]
        low, high = Decimal(0), Decimal(max(sums))
    else:
        values = [value for one in series for value in one.values if value is not None]
        low, high = min(values), max(values)
    steps = round_steps(low, high, from_nothing=block.kind != "line", whole=block.kind == "status-counts")
    places = decimals(steps)
    style = printer.style.model_copy(update={"zero": "0"})
    return tuple((step, write_amount(step, style, places)) for step in steps)


def round_steps(low: Decimal, high: Decimal, *, from_nothing: bool, whole: bool = False) -> list[Decimal]:
    """Four to seven round values that enclose ``low`` and ``high``; zero is one of them where it is near."""
    if from_nothing or (low >= 0 and low <= (high - low) * 2):
        low = min(low, Decimal(0))
    if from_nothing:
        high = max(high, Decimal(0))
    if high == low:
        high, low = high + 1, min(low, Decimal(0))
    rough = (high - low) / 5
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    if whole:
        step = max(step.to_integral_value(), Decimal(1))
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    return [(number * step).normalize() + 0 for number in range(int(first), int(last) + 1)]


# --- In words -------------------------------------------------------------------------------------------------------


def _describe(
    block: ChartBlock,
    data: DataSet,
    categories: Sequence[str],
    series: Sequence[ChartSeries],
    unit: str,
    word: Word,
    wording: Wording,
) -> str:
    """What the chart shows: its kind and axes, how each series goes, and its values."""
    kind = word(f"chart_{block.kind.replace('-', '_')}", title=block.title or data.facts.title)
    along = data.facts.columns[data.position(block.along or data.facts.key)]
    over_time = block.kind == "line" or along.unit == "date"
    axes = word("chart_axes", first=categories[0], last=categories[-1], unit=unit) if len(categories) > 1 else ""
    drawn = series if block.kind != "status-counts" else ()
    moves = " ".join(_movement(one, categories, word, over_time=over_time) for one in drawn)
    count = sum(1 for one in series for value in one.values if value is not None)
    values = [_values(one, categories, word) for one in series] if count <= _MOST_VALUES else [word("chart_many")]
    gaps = _compare(drawn, word, wording)
    return " ".join(part for part in (kind, axes, moves, gaps, *values) if part)


def _movement(one: ChartSeries, categories: Sequence[str], word: Word, *, over_time: bool) -> str:
    """How a series goes: from where to where, its highest and its lowest."""
    known = [(value, at) for at, value in enumerate(one.values) if value is not None]
    if not known:
        return word("chart_no_values", series=one.label)
    (first, start), (last, end) = known[0], known[-1]
    high, low = max(known, key=lambda pair: pair[0])[1], min(known, key=lambda pair: pair[0])[1]
    way = "rises" if last > first else "falls" if last < first else "level"
    if not over_time or len(known) < _FEWEST_FOR_TREND:
        way = ""
    facts = {
        "series": one.label,
        "first": one.texts[start],
        "first_at": categories[start],
        "last": one.texts[end],
        "last_at": categories[end],
        "high": one.texts[high],
        "high_at": categories[high],
        "low": one.texts[low],
        "low_at": categories[low],
    }
    trend = word(f"chart_{way}", **facts) if way else ""
    return " ".join(part for part in (trend, word("chart_extremes", **facts) if way != "level" else "") if part)


def _compare(series: Sequence[ChartSeries], word: Word, wording: Wording) -> str:
    """How often what came about lies above and below what was aimed at."""
    sentences: list[str] = []
    aims = [one for one in series if one.aim]
    for real in series if len(aims) == 1 else ():
        if real.aim:
            continue
        pairs = [
            (value, aim)
            for value, aim in zip(real.values, aims[0].values, strict=True)
            if value is not None and aim is not None
        ]
        if pairs:
            counts = (sum(value > aim for value, aim in pairs), sum(value < aim for value, aim in pairs))
            facts = {"series": real.label, "aim": aims[0].label, "all": wording.number(len(pairs))}
            facts |= {"above": wording.number(counts[0]), "below": wording.number(counts[1])}
            sentences.append(word("chart_compared", **facts))
    return " ".join(sentences)


def _values(one: ChartSeries, categories: Sequence[str], word: Word) -> str:
    pairs = zip(categories, one.texts, strict=True)
    values = ", ".join(f"{name} {text or word('chart_unknown')}" for name, text in pairs)
    return word("chart_values", series=one.label, values=values)
