"""Draws charts: lines, bars side by side, bars one on top of the other.

No series is told from another by its colour alone: lines carry marks and their names, bars patterns and their values.
This module alone imports the drawing library; it is told every size and colour, so that neither its settings nor the
fonts of the computer play a part, and the same chart gives the same bytes.
"""

import os
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from govdocs.compose.blocks import Chart, ChartKind, ChartSeries, Tone
from govdocs.write.chart_places import Frame, frame_of, legend_places, spread
from govdocs.write.theme import Theme


def _settings_of_the_package() -> str:
    """The drawing library's own settings, so that a file of settings in the working folder changes nothing."""
    spec = find_spec("matplotlib")
    home = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return str(home / "mpl-data" / "matplotlibrc")


os.environ.setdefault("MPLCONFIGDIR", str(Path(tempfile.gettempdir()) / "govdocs-charts"))
os.environ["MATPLOTLIBRC"] = _settings_of_the_package()

import matplotlib as mpl  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402

_FONTS = Path(str(resources.files("govdocs.write") / "fonts"))
_MARKS = ("o", "s", "^", "D", "v", "P")
_PATTERNS = ("", "////", "..", "xxxx", "\\\\\\\\", "++++")
_BROKEN = (0, (5, 2.5))
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "govdocs",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.6,
    "text.parse_math": False,
}


def draw_chart(chart: Chart, theme: Theme, width_pt: float, dots: int) -> bytes:
    """``chart`` as SVG, or as PNG of ``dots`` an inch where that is not 0."""
    settings: dict[Any, Any] = {**mpl.rcParamsDefault, **_SETTINGS}
    with mpl.rc_context(settings):
        return _Drawing(chart, theme, frame_of(chart, theme, width_pt)).write(dots)


@cache
def _font(*, bold: bool) -> FontProperties:
    return FontProperties(fname=str(_FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"))


@dataclass(frozen=True, slots=True)
class _Ink:
    """How one series is drawn: its colour, and that of a pattern or of words upon it."""

    colour: str
    upon: str
    pattern: str
    mark: str


class _Drawing:
    """One chart on its way to paper; lengths are in points."""

    def __init__(self, chart: Chart, theme: Theme, frame: Frame) -> None:
        self.chart, self.theme, self.frame = chart, theme, frame
        self.figure = Figure(figsize=(frame.width / 72, frame.height / 72), facecolor="white")
        self.axes: Any = self.figure.add_axes(
            (
                frame.left / frame.width,
                frame.bottom / frame.height,
                frame.across / frame.width,
                frame.up / frame.height,
            )
        )
        self.inks = [self._ink(number, series) for number, series in enumerate(chart.series)]
        self.values = [
            [float("nan") if value is None else float(value) for value in series.values] for series in chart.series
        ]

    def write(self, dots: int) -> bytes:
        """The finished picture."""
        self._axes()
        if self.chart.kind is ChartKind.LINE:
            self._lines()
        else:
            self._bars()
            self._legend()
        out = BytesIO()
        if dots:
            FigureCanvasAgg(self.figure).print_figure(out, format="png", dpi=dots, metadata={"Software": None})
        else:
            nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            FigureCanvasSVG(self.figure).print_figure(out, format="svg", metadata=nothing)
        return out.getvalue()

    def _ink(self, number: int, series: ChartSeries) -> _Ink:
        pattern, mark = _PATTERNS[number % len(_PATTERNS)], _MARKS[number % len(_MARKS)]
        if series.tone is not Tone.NONE:
            tone = getattr(self.theme.tones, series.tone)
            return _Ink(tone.fill, tone.text, pattern, mark)
        charts = self.theme.charts
        colours = (
            charts.series_1,
            charts.series_2,
            charts.series_3,
            charts.series_4,
            charts.series_5,
            charts.series_6,
        )
        return _Ink(colours[number % len(colours)], "#FFFFFF", pattern, mark)

    # --- Axes ---

    def _axes(self) -> None:
        axes, frame, theme = self.axes, self.frame, self.theme
        low, high = float(self.chart.ticks[0][0]), float(self.chart.ticks[-1][0])
        along = (-0.5, len(self.chart.categories) - 0.5)
        if frame.sideways:
            axes.set_xlim(low, high)
            axes.set_ylim(along[1], along[0])
        else:
            axes.set_ylim(low, high)
            axes.set_xlim(*along)
        upright, level = (axes.xaxis, axes.yaxis) if frame.sideways else (axes.yaxis, axes.xaxis)
        upright.set_ticks([float(value) for value, _ in self.chart.ticks], [text for _, text in self.chart.ticks])
        level.set_ticks(list(frame.named), [frame.names[number] for number in frame.named])
        axes.tick_params(length=0, pad=4)
        axes.tick_params(axis="y" if frame.sideways else "x", pad=frame.aside)
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set(fontproperties=_font(bold=False), fontsize=frame.type_pt, color=theme.colours.text)
        for side in axes.spines.values():
            side.set_visible(False)
        axes.grid(visible=True, axis="x" if frame.sideways else "y", color=theme.charts.grid, linewidth=0.5)
        axes.set_axisbelow(True)
        (axes.axvline if frame.sideways else axes.axhline)(0 if low <= 0 <= high else low, color=theme.colours.text,
                                                           linewidth=0.8)  # fmt: skip
        if self.chart.unit:
            # Over an upright axis; beside the values of one that lies, under the names of the bars.
            y = frame.bottom - frame.type_pt * 1.3 if frame.sideways else frame.bottom + frame.up + frame.type_pt * 0.95
            self._words(self.chart.unit, 2, y, colour=theme.colours.muted)

    def _words(self, text: str, x: float, y: float, *, colour: str = "", bold: bool = False, **more: Any) -> None:
        """Words at a place of the picture, from its lower left corner."""
        self.figure.text(
            x / self.frame.width,
            y / self.frame.height,
            text,
            fontproperties=_font(bold=bold),
            fontsize=self.frame.type_pt,
            color=colour or self.theme.colours.text,
            **more,
        )

    # --- Lines ---

    def _lines(self) -> None:
        places = range(len(self.chart.categories))
        for series, values, ink in zip(self.chart.series, self.values, self.inks, strict=True):
            self.axes.plot(
                places,
                values,
                color=ink.colour,
                marker=ink.mark,
                markersize=5,
                linewidth=1.8,
                linestyle=_BROKEN if series.aim else "solid",
                markerfacecolor="white" if series.aim else ink.colour,
                clip_on=False,
            )
        self._names_of_lines()

    def _names_of_lines(self) -> None:
        """Each line's name and last value stand at its end, moved apart where they would touch."""
        ends: list[tuple[int, float]] = []
        low, high = float(self.chart.ticks[0][0]), float(self.chart.ticks[-1][0])
        for number, series in enumerate(self.chart.series):
            known = [value for value in series.values if value is not None]
            if known:
                height = self.frame.bottom + self.frame.up * (float(known[-1]) - low) / (high - low)
                ends.append((number, height))
        free = spread([height for _, height in ends], self.frame.type_pt * 1.25, self.frame.height)
        for (number, _), height in zip(ends, free, strict=True):
            text = self.frame.ends[number]
            x = self.frame.left + self.frame.across + 5
            self._words(text, x, height, colour=self.inks[number].colour, bold=True, va="center_baseline")

    # --- Bars ---

    def _bars(self) -> None:
        stacked = self.chart.kind is ChartKind.STACKED
        count = len(self.chart.categories)
        thick = 0.66 if stacked else 0.78 / len(self.chart.series)
        above, below = [0.0] * count, [0.0] * count
        for number, (values, ink) in enumerate(zip(self.values, self.inks, strict=True)):
            lengths = [0.0 if value != value else value for value in values]  # noqa: PLR0124 -- not a number
            shift = 0.0 if stacked else (number - (len(self.values) - 1) / 2) * thick
            places = [place + shift for place in range(count)]
            starts = [above[at] if length >= 0 else below[at] for at, length in enumerate(lengths)]
            bottoms = starts if stacked else [0.0] * count
            if self.frame.sideways:
                self.axes.barh(places, lengths, thick, left=bottoms, **self._look(ink))
            else:
                self.axes.bar(places, lengths, thick, bottom=bottoms, **self._look(ink))
            for at, length in enumerate(lengths):
                (above if length >= 0 else below)[at] += length
            if self.frame.values_shown:
                self._values(number, places, lengths, bottoms)

    def _look(self, ink: _Ink) -> dict[str, Any]:
        """A bar's colour, pattern and edge."""
        return {"color": ink.colour, "hatch": ink.pattern, "edgecolor": ink.upon, "linewidth": 0.6}

    def _values(self, number: int, places: list[float], lengths: list[float], starts: list[float]) -> None:
        """Values at the ends of bars, or within those that stand on each other."""
        stacked, sideways = self.chart.kind is ChartKind.STACKED, self.frame.sideways
        series, ink = self.chart.series[number], self.inks[number]
        for place, length, start, value, text in zip(places, lengths, starts, series.values, series.texts, strict=True):
            if value is None or (stacked and length == 0):
                continue
            at = start + (length / 2 if stacked else length)
            far = 0 if stacked else 3 if length >= 0 else -3
            self.axes.annotate(
                text,
                (at, place) if sideways else (place, at),
                (far, 0) if sideways else (0, far),
                textcoords="offset points",
                ha="center" if stacked or not sideways else "left" if far > 0 else "right",
                va="center" if stacked or sideways else "bottom" if far > 0 else "top",
                fontproperties=_font(bold=stacked),
                fontsize=self.frame.type_pt - (0 if stacked else 0.5),
                color=ink.upon if stacked else self.theme.colours.text,
                # No line of the grid and no pattern runs through a figure.
                bbox={"facecolor": ink.colour if stacked else "white", "edgecolor": "none", "pad": 1.2},
            )

    def _legend(self) -> None:
        """The names of the series with a sample of each."""
        if len(self.chart.series) == 1:
            return
        labels = [series.label for series in self.chart.series]
        for ink, (label, x, y) in zip(self.inks, legend_places(labels, self.frame), strict=True):
            size = self.frame.type_pt
            self.figure.add_artist(
                mpl.patches.Rectangle(
                    (x / self.frame.width, (y - 1) / self.frame.height),
                    size * 1.8 / self.frame.width,
                    size / self.frame.height,
                    facecolor=ink.colour,
                    hatch=ink.pattern,
                    edgecolor=ink.upon,
                    linewidth=0.6,
                )
            )
            self._words(label, x + size * 2.3, y)
