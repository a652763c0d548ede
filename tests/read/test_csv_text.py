"""CSV: cells as typed, each with its place; rows that cannot be told apart are refused."""

import pytest

from govdocs.places import Place
from govdocs.read.csv_text import read_csv
from govdocs.read.limits import Limits
from govdocs.read.nodes import Scalar
from support.findings import short


def test_cells_are_as_typed_with_their_places() -> None:
    file, found = read_csv('item,cost\nStaffing,"49,608"\n"Fuel ""and"" oil", 007\n\n', "d.csv")
    assert found == ()
    assert file is not None

    assert file.header == (Scalar("item", Place("d.csv", 1, 1)), Scalar("cost", Place("d.csv", 1, 6)))
    assert file.rows == (
        (Scalar("Staffing", Place("d.csv", 2, 1)), Scalar("49,608", Place("d.csv", 2, 10), quoted=True)),
        (Scalar('Fuel "and" oil', Place("d.csv", 3, 1), quoted=True), Scalar(" 007", Place("d.csv", 3, 20))),
    )


def test_a_cell_of_several_lines() -> None:
    file, found = read_csv('a,b\n"one\ntwo",x\nthree,y\n', "d.csv")
    assert found == ()
    assert file is not None

    assert [cell.text for row in file.rows for cell in row] == ["one\ntwo", "x", "three", "y"]
    assert [str(cell.place) for row in file.rows for cell in row] == [
        "d.csv:2:1",
        "d.csv:3:6",
        "d.csv:4:1",
        "d.csv:4:7",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2,3\n4\n5,6\n", ["2:5 csv-ragged-row", "3:1 csv-ragged-row"]),
        ("item,cost\nStaffing,49,608\n", ["2:13 csv-ragged-row"]),
        ('a,b\n"open,2\n3,4\n', ["2:1 csv-quotes"]),
        ('a,b\n"x"y,2\n', ["2:4 csv-quotes"]),
        ('a,b\n1, "x"\n', ["2:3 csv-quotes"]),
        ("a;b\n1;2\n", ["1:1 csv-separator"]),
        ("a\tb\n1\t2\n", ["1:1 csv-separator"]),
        ("a,,a\n1,2,3\n", ["1:3 csv-header", "1:4 csv-header"]),
        ("a,b\n\n1,2\n,\n3,4\n", ["2:1 csv-blank-row", "4:1 csv-blank-row"]),
        ("", ["1:1 file-empty"]),
        ("\n\n", ["1:1 file-empty"]),
    ],
)
def test_what_is_wrong_is_found_at_its_line(text: str, expected: list[str]) -> None:
    assert short(read_csv(text, "d.csv")[1]) == expected


def test_ragged_rows_cost_the_file_and_blank_ones_do_not() -> None:
    assert read_csv("a,b\n1\n", "d.csv")[0] is None
    file, _ = read_csv("a,b\n1,2\n,\n3,4\n", "d.csv")
    assert file is not None
    assert len(file.rows) == 2


def test_too_many_cells_are_refused() -> None:
    assert short(read_csv("a,b\n" + "1,2\n" * 50, "d.csv", Limits(values=20))[1]) == ["11:1 too-many-values"]
