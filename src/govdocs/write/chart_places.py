"""Where the parts of a chart stand, from how wide its words are; lengths are in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdocs.compose.blocks import Chart, ChartKind
from govdocs.write.column_widths import POINTS_A_MM
from govdocs.write.font_widths import text_width
from govdocs.write.theme import Theme

_MOST_LINES = 3
_MOST_VALUES = 36
_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a chart: the picture, the field within it, and the words around it.

    ``names`` are the categories' names, cut into lines; ``named`` the numbers of those that are printed. ``ends`` are
    the words at the ends of lines. ``sideways`` bars lie, because their names need room. ``aside`` is how far
    names stand from the field, so that no figure at the end of a bar or at the foot of the axis touches them.
    """

    width: float
    height: float
    left: float
    bottom: float
    across: float
    up: float
    type_pt: float
    names: tuple[str, ...]
    named: tuple[int, ...]
    ends: tuple[str, ...]
    sideways: bool
    values_shown: bool
    aside: float


def frame_of(chart: Chart, theme: Theme, width: float) -> Frame:
    """The room that ``chart`` needs in a picture ``width`` points wide."""
    size = theme.charts.type_pt
    count = len(chart.categories)
    ticks = max(text_width(text, size) for _, text in chart.ticks)
    ends = _ends(chart) if chart.kind is ChartKind.LINE else ()
    right = max((text_width(text, size, bold=True) for text in ends), default=0.0) + 2 * _GAP
    right = min(right, width * 0.4)
    slot = (width - ticks - _GAP - right) / count
    lines = _names(chart, slot * 0.94, size)
    fits = all(len(cut) <= _MOST_LINES and _widest(cut, size) <= slot for cut in lines)
    legend = _legend_height(chart, width, size)
    if chart.kind is not ChartKind.LINE and not fits:
        return _lying(chart, width, size, size + legend)
    head = (size * 2.6 if chart.unit else size) + legend
    step = 1 if fits else _step(chart, slot, size)
    names = _names(chart, slot * step * 0.94, size)
    aside = 4.0 if fits else size * 0.75  # a name wider than its place reaches under the axis' lowest figure
    bottom = _GAP + aside - 4.0 + size * 1.25 * max(len(cut) for cut in names)
    height = max(theme.charts.height_mm * POINTS_A_MM, head + bottom + 60)
    return Frame(
        width,
        height,
        ticks + _GAP,
        bottom,
        width - ticks - _GAP - right,
        height - bottom - head,
        size,
        tuple("\n".join(cut) for cut in names),
        tuple(range(0, count, step)),
        ends,
        sideways=False,
        values_shown=_values_fit(chart, slot, size),
        aside=aside,
    )


def _lying(chart: Chart, width: float, size: float, head: float) -> Frame:
    """The room of bars that lie, each name beside its bars."""
    column = width * 0.34
    names = [wrapped(name, column, size) for name in chart.categories]
    left = max(text_width(chart.unit, size), *(_widest(cut, size) for cut in names)) + _GAP
    side = 1 if chart.kind is ChartKind.STACKED else len(chart.series)
    row = size * max(1.6 * side + 0.8, 1.25 * max(len(cut) for cut in names) + 0.8)
    right = max(text_width(text, size) for series in chart.series for text in series.texts) + _GAP
    bottom = size * 2.0
    up = row * len(chart.categories)
    aside = 4.0 + (0.0 if chart.kind is ChartKind.STACKED else _beyond(chart, width - left - right, size))
    return Frame(
        width,
        up + bottom + head,
        left + aside,
        bottom,
        width - left - aside - right,
        up,
        size,
        tuple("\n".join(cut) for cut in names),
        tuple(range(len(names))),
        (),
        sideways=True,
        values_shown=True,
        aside=aside,
    )


def _beyond(chart: Chart, across: float, size: float) -> float:
    """How far the figures at the ends of bars that go left reach beyond the field."""
    low, high = float(chart.ticks[0][0]), float(chart.ticks[-1][0])
    reach = (
        text_width(text, size) + _GAP - (float(value) - low) / (high - low) * across
        for series in chart.series
        for value, text in zip(series.values, series.texts, strict=True)
        if value is not None and value < 0
    )
    return max(0.0, *reach, 0.0)


def _ends(chart: Chart) -> tuple[str, ...]:
    """The name of each line with its last value."""
    return tuple(
        f"{series.label} {next((text for text in reversed(series.texts) if text), '')}".strip()
        for series in chart.series
    )


def _step(chart: Chart, slot: float, size: float) -> int:
    """How many categories share one printed name, so that names do not touch."""
    widest = max(_widest(name.split(), size) for name in chart.categories)
    return max(1, -(-int(widest + _GAP) // max(1, int(slot))))


def _values_fit(chart: Chart, slot: float, size: float) -> bool:
    texts = [text for series in chart.series for text in series.texts]
    if chart.kind is ChartKind.STACKED:
        return True
    room = slot * 0.78 / len(chart.series)
    return len(texts) <= _MOST_VALUES and max(text_width(text, size - 0.5) for text in texts) <= room * 1.15


def _names(chart: Chart, width: float, size: float) -> list[list[str]]:
    """The categories' names in lines; those of one pattern, such as months with their years, are all cut alike."""
    lines = [wrapped(name, width, size) for name in chart.categories]
    words = {len(name.split()) for name in chart.categories}
    if len(words) == 1 and len({len(cut) for cut in lines}) > 1:
        longest = max(lines, key=len)
        ends = [len(line.split()) for line in longest]
        return [_cut(name.split(), ends) for name in chart.categories]
    return lines


def _cut(words: list[str], lengths: Sequence[int]) -> list[str]:
    """Lines of so many words each."""
    starts = [sum(lengths[:at]) for at in range(len(lengths))]
    return [" ".join(words[start : start + length]) for start, length in zip(starts, lengths, strict=True)]


def wrapped(words: str, width: float, size: float) -> list[str]:
    """``words`` in lines no wider than ``width``, where its words allow it."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines or [""]


def _widest(lines: Sequence[str], size: float) -> float:
    return max((text_width(line, size) for line in lines), default=0.0)


def _legend_rows(labels: Sequence[str], width: float, size: float) -> list[list[tuple[str, float]]]:
    """The labels in rows, each with where it begins."""
    rows: list[list[tuple[str, float]]] = [[]]
    at = 2.0
    for label in labels:
        needs = text_width(label, size) + size * 4.0
        if rows[-1] and at + needs > width:
            rows.append([])
            at = 2.0
        rows[-1].append((label, at))
        at += needs
    return rows


def _legend_height(chart: Chart, width: float, size: float) -> float:
    if chart.kind is ChartKind.LINE or len(chart.series) == 1:
        return 0.0
    return len(_legend_rows([series.label for series in chart.series], width, size)) * size * 1.6 + size * 0.6


def legend_places(labels: Sequence[str], frame: Frame) -> list[tuple[str, float, float]]:
    """Each label with where its sample begins, from the picture's lower left corner."""
    top = frame.height - frame.type_pt * 1.2
    return [
        (label, x, top - number * frame.type_pt * 1.6)
        for number, row in enumerate(_legend_rows(labels, frame.width, frame.type_pt))
        for label, x in row
    ]


def spread(heights: Sequence[float], least: float, top: float) -> list[float]:
    """``heights`` moved as little as keeps them ``least`` apart, none above ``top``."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    free = list(heights)
    for lower, upper in pairwise(order):
        free[upper] = max(free[upper], free[lower] + least)
    over = max((free[at] for at in order), default=0.0) - (top - least / 2)
    limit = top - least / 2
    for at in reversed(order) if over > 0 else ():
        free[at] = min(free[at], limit)
        limit = free[at] - least
    return free
