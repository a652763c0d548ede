"""Tables in plain Markdown are read as they are typed: heads of several rows, units, headings across, true places."""

from govdocs.model.plain_tables import parted, plain_tables
from govdocs.model.tables import RowMark
from govdocs.places import Place
from govdocs.read.nodes import Prose


def _prose(text: str) -> Prose:
    return Prose(text, Place("p.md", 10))


def test_a_cell_knows_its_line_and_column() -> None:
    (table,) = plain_tables(_prose("Costs:\n\n| Item | Cost |\n|---|--:|\n| Vans |  £310 |\nPost | £8\n\nThe end."))
    assert [column.label for column in table.columns] == ["Item", "Cost"]
    assert table.columns[1].align == "right"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Vans", "£310"], ["Post", "£8"]]
    assert table.rows[0].cells[1].place == Place("p.md", 14, 11)
    assert table.rows[1].cells[1].place == Place("p.md", 15, 8)
    assert (table.fence, table.lines) == (Place("p.md", 12), range(12, 16))


def test_the_rows_of_a_head_become_groups_labels_and_units() -> None:
    (table,) = plain_tables(
        _prose(
            "| Service | Spent | | Income | | Remarks |\n|---|---|---|---|---|---|\n"
            "| | Budget | To date | Budget | To date | |\n| | £000 | £000 | £000 | £000 | |\n"
            "| **Parks** | | | | | |\n| Trees | 10.5 | 8.2 | -4.0 | -3.1 | On time |\n"
            "| Ponds | 3.0 | 1.2 | 0.0 | 0.0 | |"
        )
    )
    labels = [(column.group, column.label) for column in table.columns]
    assert labels[:3] == [("", "Service"), ("Spent", "Budget £000"), ("Spent", "To date £000")]
    assert labels[3:] == [("Income", "Budget £000"), ("Income", "To date £000"), ("", "Remarks")]
    assert [row.mark for row in table.rows] == [RowMark.BAND, RowMark.BODY, RowMark.BODY]
    assert len(table.rows[0].cells) == 1


def test_a_second_head_may_name_the_rows_and_leave_totals_to_the_first() -> None:
    (table,) = plain_tables(
        _prose(
            "| | East | | West | | All |\n|---|---|---|---|---|---|\n"
            "| Area | 2018/19 Plan | Spent | 2018/19 Plan | Spent | |\n"
            "| Parks | 10 | 8 | 4 | 3 | 25 |\n| Ponds | 3 | 1 | 2 | 2 | 8 |"
        )
    )
    labels = [(column.group, column.label) for column in table.columns]
    assert labels[:3] == [("", "Area"), ("East", "2018/19 Plan"), ("East", "Spent")]
    assert labels[3:] == [("West", "2018/19 Plan"), ("West", "Spent"), ("", "All")]
    assert len(table.rows) == 2


def test_words_are_no_second_head_and_rows_of_words_no_headings() -> None:
    (table,) = plain_tables(_prose("| | Who | When |\n|---|---|---|\n| Paint the gate | Clerk | May |\n| Mow | | |"))
    assert [row.mark for row in table.rows] == [RowMark.BODY, RowMark.BODY]
    assert [len(row.cells) for row in table.rows] == [3, 3]


def test_short_rows_are_filled_and_long_ones_lose_nothing() -> None:
    (table,) = plain_tables(_prose("| a | b |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |"))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["1", "", ""], ["2", "3", "4"]]


def test_what_is_no_table_stays_prose() -> None:
    assert plain_tables(_prose("| a | b |\n| c | d |")) == ()
    assert plain_tables(_prose("```\n| a | b |\n|---|---|\n| c | d |\n```")) == ()
    assert plain_tables(_prose("| a | b |\n|---|---|\n\nNo rows.")) == ()


def test_prose_is_parted_at_its_tables_and_keeps_its_places() -> None:
    pieces = list(parted([_prose("One\n\n| a | b |\n|---|---|\n| c | d |\n\nTwo\n")]))
    assert [piece.place.line if isinstance(piece, Prose) else piece.fence.line for piece in pieces] == [10, 12, 15]
    last = pieces[-1]
    assert isinstance(last, Prose)
    assert last.text == "\nTwo\n"
