"""Charts as pictures: a drawing for PDF and HTML, a photograph of the same drawing for Word."""

from functools import lru_cache

from govdocs.compose.blocks import Chart, Picture
from govdocs.write.theme import Theme

_DOTS_AN_INCH = 220
"""Sharp on paper, and small enough for a mail."""


def drawn_chart(chart: Chart, theme: Theme, width_pt: float) -> Picture:
    """The chart as SVG, which stays sharp at any size; ``width_pt`` is the width of the text around it."""
    return _picture(chart, _draw(chart, theme, width_pt * chart.width, 0), "image/svg+xml")


def photographed_chart(chart: Chart, theme: Theme, width_pt: float) -> Picture:
    """The chart as PNG, for programs that show no drawings."""
    return _picture(chart, _draw(chart, theme, width_pt * chart.width, _DOTS_AN_INCH), "image/png")


def _picture(chart: Chart, data: bytes, media_type: str) -> Picture:
    return Picture(data, media_type, chart.alternative, chart.place, chart.width, chart.caption, chart.anchor)


@lru_cache(maxsize=64)
def _draw(chart: Chart, theme: Theme, width_pt: float, dots: int) -> bytes:
    # The drawing library takes a second to load: only documents with charts wait for it.
    from govdocs.write.chart_drawing import draw_chart  # noqa: PLC0415

    return draw_chart(chart, theme, width_pt, dots)
