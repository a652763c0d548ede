"""Charts as they are drawn: whole, the same every time, told apart without colour, in PDF, Word and HTML."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from govdocs.compose.blocks import Chart, ChartKind, ChartSeries, Text, Tone
from govdocs.places import Place
from govdocs.write.chart_places import frame_of, spread
from govdocs.write.charts import drawn_chart, photographed_chart
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.theme import built_in_theme
from support.sample_blocks import document, heading

OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC))
HERE = Place("paper.md", 4, 1)
MONTHS = ("April 2018", "May 2018", "June 2018")
WIDTH = 470.0


def series(label: str, *values: int | None, tone: Tone = Tone.NONE, aim: bool = False) -> ChartSeries:
    texts = tuple("" if value is None else str(value) for value in values)
    return ChartSeries(label, tuple(None if value is None else Decimal(value) for value in values), texts, tone, aim)


def chart(kind: ChartKind = ChartKind.LINE) -> Chart:
    ticks = tuple((Decimal(value), str(value)) for value in (-10, 0, 10, 20, 30))
    rows = (series("Plan", 5, 10, 25, aim=True), series("Forecast", 4, None, -3), series("$x$ & <b>", 1, 2, 3))
    return Chart(kind, MONTHS, rows, ticks, "What it shows", HERE, unit="£000", caption=(Text("Savings"),))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_is_a_drawing_on_screen_and_a_photograph_in_word(kind: ChartKind) -> None:
    drawing = drawn_chart(chart(kind), built_in_theme(), WIDTH)
    assert etree.QName(etree.fromstring(drawing.data)).localname == "svg"
    assert b"<text" not in drawing.data, "the words of a chart need no font of the reader's"
    photograph = photographed_chart(chart(kind), built_in_theme(), WIDTH)
    with Image.open(BytesIO(photograph.data)) as image:
        assert image.format == "PNG"
        assert image.width == pytest.approx(WIDTH / 72 * 220, abs=2)
    assert drawing.alternative == photograph.alternative == "What it shows"


def test_the_same_chart_gives_the_same_bytes_in_another_process_and_folder(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\n")
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from hashlib import sha256; import test_charts as t\n"
        "for make in (t.drawn_chart, t.photographed_chart):\n"
        "    print(sha256(make(t.chart(), t.built_in_theme(), t.WIDTH).data).hexdigest())\n"
    )
    tests = Path(__file__).parent
    found = [
        subprocess.run(
            [sys.executable, "-c", script, str(tests), str(tests.parent)],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for folder in (tmp_path, tests)
    ]
    assert found[0] == found[1]
    assert len(found[0].splitlines()) == 2


def test_series_are_told_apart_without_colour() -> None:
    colours: dict[str, Any] = {f"series_{n}": "#444444" for n in range(1, 7)}
    theme = replace(built_in_theme(), charts=replace(built_in_theme().charts, **colours))
    once = replace(chart(ChartKind.BAR), series=(series("A", 9, 9, 9), series("B", 9, 9, 9)))
    twice = replace(once, series=(once.series[0], replace(once.series[1], label="A")))
    with Image.open(BytesIO(photographed_chart(twice, theme, WIDTH).data)) as image:
        grey_image = image.convert("L")
        columns = [grey_image.getpixel((x, grey_image.height * 3 // 5)) for x in range(grey_image.width)]
    assert len(set(columns)) > 3, "the second series has a pattern"


def test_a_chart_of_ratings_takes_the_tones_of_the_theme() -> None:
    rated = replace(chart(ChartKind.STACKED), series=(series("On track", 3, 4, 5, tone=Tone.GREEN),))
    drawing = drawn_chart(rated, built_in_theme(), WIDTH).data.decode()
    assert built_in_theme().tones.green.fill.lower() in drawing.lower()


def test_bars_lie_down_where_their_names_need_room() -> None:
    names = tuple(f"Continuing healthcare, scheme {number} of the transformation" for number in range(9))
    rows = (series("Plan", *range(9)),)
    frame = frame_of(replace(chart(ChartKind.BAR), categories=names, series=rows), built_in_theme(), WIDTH)
    assert frame.sideways
    assert not frame_of(chart(ChartKind.BAR), built_in_theme(), WIDTH).sideways


def test_the_unit_of_lying_bars_stands_clear_of_the_legend() -> None:
    names = tuple(f"Continuing healthcare, scheme {number} of the transformation" for number in range(9))
    lying = replace(
        chart(ChartKind.BAR), categories=names, series=(series("Plan", *range(9)), series("Now", *range(9)))
    )
    legends = []
    for unit in ("", "£000"):
        with Image.open(BytesIO(photographed_chart(replace(lying, unit=unit), built_in_theme(), WIDTH).data)) as image:
            legends.append(image.crop((0, 0, image.width, 60)).tobytes())
    assert legends[0] == legends[1]


def test_periods_are_all_cut_alike() -> None:
    months = tuple(
        f"{name} 2018" for name in ("April", "May", "June", "July", "August", "September", "October", "November")
    )
    rows = (series("Waits", *range(8)),)
    frame = frame_of(replace(chart(), categories=months, series=rows), built_in_theme(), WIDTH)
    assert frame.names == tuple(month.replace(" ", "\n") for month in months)


def test_names_along_a_long_line_are_thinned_so_that_they_do_not_touch() -> None:
    days = tuple(f"{day} September 2018" for day in range(1, 31))
    frame = frame_of(replace(chart(), categories=days, series=(series("Waits", *range(30)),)), built_in_theme(), WIDTH)
    assert 2 <= len(frame.named) < 16


def test_names_at_the_ends_of_lines_do_not_touch() -> None:
    assert spread([50, 50, 52], 10, 200) == [50, 60, 70]
    assert spread([95, 96], 10, 100) == [85, 95]


def test_a_chart_reaches_every_format_with_its_words() -> None:
    paper_of_one = document("chart", "Chart", heading(1, "Savings"), chart())
    page, findings = html(paper_of_one, OPTIONS)
    assert not findings
    assert b'alt="What it shows"' in page
    assert b"image/svg+xml" in page
    word, findings = docx(paper_of_one, OPTIONS)
    assert not findings
    assert b"media/" in word
    paper, _ = pdf(paper_of_one, OPTIONS)
    with pikepdf.open(BytesIO(paper)) as opened:
        images = [
            item for item in opened.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]
        assert not images, "a chart on paper is a drawing"
