"""Tables keep every cell in its column, on every page."""

from dataclasses import replace

import pytest

from govdocs.compose.blocks import Align, Block, Column, RowKind, Scope, Table, TableKind, Tone
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import TWIPS_PER_MM, W, dump_docx, read_body, read_paragraphs
from support.docx_samples import HERE, body, bullets, cell, dashboard, document, finance, head, row, text


def dumped(*blocks: Block) -> str:
    """What the body reads like, without the file's properties and the section at its end."""
    data, _ = docx(document("tables", "Tables", *blocks), WriteOptions())
    return dump_docx(data).split("modified: 2000-01-01T00:00:00Z\n")[1].split("---")[0]


def test_spans_header_rows_bands_and_totals() -> None:
    table = Table(
        (Column(2), Column(1, Align.RIGHT), Column(1, Align.RIGHT)),
        (
            row(cell("Area", scope=Scope.COLUMN, row_span=2), cell("City", scope=Scope.COLUMN, column_span=2)),
            head("Plan", "Forecast"),
        ),
        (
            row(cell("Savings", column_span=3), kind=RowKind.BAND),
            row("Acute", "(3,329)", "0"),
            replace(row("Total", "(3,329)", ""), kind=RowKind.TOTAL, breakable=True),
        ),
        HERE,
        caption=text("Savings by area"),
        summary="Plan and forecast of each area",
        anchor="table-1",
    )

    expected = """\
[Caption #table_1] Savings by area
table BoardTable | 85 42 43 mm | Savings by area
  head
    cell rows=restart fill=E6ECF2
      [TableHeading] Area
    cell columns=2 fill=E6ECF2
      [TableHeadingCentre] City
  head
    cell rows=continue fill=E6ECF2
      [TableText]
    cell fill=E6ECF2
      [TableHeadingNumber] Plan
    cell fill=E6ECF2
      [TableHeadingNumber] Forecast
  row
    cell columns=3 fill=EEF4FA
      [TableBand] Savings
  row
    cell
      [TableText] Acute
    cell
      [TableNumber] (3,329)
    cell
      [TableNumber] 0
  row breakable
    cell fill=FFFFFF
      [TableTotal] Total
    cell fill=FFFFFF
      [TableTotalNumber] (3,329)
    cell fill=FFFFFF
      [TableTotalNumber]
[AfterTable]
"""
    assert dumped(table) == expected


def test_a_status_is_a_word_on_a_colour() -> None:
    table = Table((Column(1),), (head("Status"),), (row(cell("Red", tone=Tone.RED)),), HERE)

    assert "    cell fill=B3261E\n      [TableText] {StatusRed|Red}\n" in dumped(table)


def test_lists_in_cells_take_the_styles_of_tables() -> None:
    cells = (cell((body("Apologies:"), bullets("Karen English"))), cell((bullets("one"),)))
    table = Table((Column(1), Column(1)), (head("A", "B"),), (row(*cells),), HERE)

    assert "[TableText] Apologies:\n      [TableBullet] <\N{BULLET}> Karen English\n" in dumped(table)


def test_two_tables_that_touch_stay_two() -> None:
    table = Table((Column(1),), (head("A"),), (row("1"),), HERE)

    assert dumped(table, table).count("[BetweenTables]\ntable BoardTable") == 1


def test_no_column_is_narrower_than_its_longest_word() -> None:
    table = Table((Column(1), Column(30)), (head("Responsibilities", "B"),), (row("", ""),), HERE)
    data, _ = docx(document("narrow", "Narrow", table), WriteOptions())
    widths = [int(each.get(f"{W}w") or 0) for each in read_body(data).iter(f"{W}gridCol")]

    assert widths[0] / TWIPS_PER_MM > 28  # the word in bold at 10 points, and its padding
    assert sum(widths) / TWIPS_PER_MM == pytest.approx(170, abs=0.1)


@pytest.mark.parametrize("sample", [finance, dashboard])
def test_cells_of_every_row_cover_the_grid(sample: object) -> None:
    assert callable(sample)
    data, _ = docx(sample(), WriteOptions())
    for table in read_body(data).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for each in table.findall(f"{W}tr"):
            spans = [span.get(f"{W}val") for span in each.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan")]
            cells = len(each.findall(f"{W}tc")) - len(spans) + sum(int(span or 1) for span in spans)
            assert cells == columns


def test_rows_that_are_too_short_or_too_long_lose_nothing_and_are_reported() -> None:
    table = Table((Column(1), Column(1)), (head("A", "B"),), (row("one"), row("1", "2", "three")), HERE)
    data, found = docx(document("ragged", "Ragged", table), WriteOptions())

    assert dump_docx(data).count("    cell") == 9
    assert "[TableText] three" in dump_docx(data)
    assert [(each.problem.name, each.message) for each in found] == [
        ("ragged-table", "the row has cells for 1 columns; the table `without caption` has 2"),
        ("ragged-table", "the row has cells for 3 columns; the table `without caption` has 2"),
    ]


def test_a_cell_pushed_out_by_one_that_itself_had_no_column_keeps_its_words() -> None:
    rows = (row("one", cell("tall", row_span=2)), row("under one", "under tall"))
    table = Table((Column(1),), (), rows, HERE)
    data, _ = docx(document("ragged", "Ragged", table), WriteOptions())

    assert [each.text for each in read_paragraphs(data) if each.text] == ["one", "tall", "under one", "under tall"]


def test_a_dashboard_is_set_in_small_type_and_a_legend_no_wider_than_its_words() -> None:
    legend = Table((Column(1), Column(1)), (), (row("On track", "Late"),), HERE, TableKind.KEY, summary="Key")
    small = Table((Column(1),), (head("A"),), (row("1"),), HERE, TableKind.DASHBOARD, caption=text("Schemes"))
    written = dumped(legend, small)

    assert "table BoardKey | 18 18 mm | Key" in written
    assert "[DashboardHeading] A" in written


def test_rows_that_share_a_cell_and_a_caption_below_keep_to_one_page() -> None:
    plain = [row(f"Row {number}", "0") for number in range(6)]
    shared = (row(cell("All", row_span=2), "1"), row("2"), *plain, row("Last", "3"))
    table = Table((Column(1), Column(1)), (head("A", "B"),), shared, HERE, caption=text("Below"), caption_below=True)
    data, _ = docx(document("kept", "Kept", table), WriteOptions())
    rows = read_body(data).findall(f".//{W}tr")
    kept = [all(each.find(f"{W}keepNext") is not None for each in one.iter(f"{W}pPr")) for one in rows]

    assert kept == [False, True, False, *[False] * 5, True, True]


def test_a_short_table_stands_on_one_page() -> None:
    table = Table((Column(1), Column(1)), (head("A", "B"),), (row("1", "2"), row("3", "4")), HERE)
    data, _ = docx(document("short", "Short", table), WriteOptions())
    rows = read_body(data).findall(f".//{W}tr")

    assert [one.find(f".//{W}keepNext") is not None for one in rows] == [True, True, False]
