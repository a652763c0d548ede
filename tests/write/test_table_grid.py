"""Where cells stand, and which headers are theirs."""

from govdocs.compose.blocks import Column, Row, RowKind, Scope, Table, plain
from govdocs.write.table_grid import PlacedCell, build_grid
from support.sample_blocks import HERE, cell, head, row


def table(columns: int, heads: tuple[Row, ...], *body: Row) -> Table:
    return Table(tuple(Column(1) for _ in range(columns)), heads, body, HERE)


def words(placed: PlacedCell) -> str:
    return "".join(plain(block.content) for block in placed.cell.blocks)  # type: ignore[union-attr]


def headers(made: Table) -> dict[str, list[str]]:
    """Each cell's words with those of its headers."""
    grid = build_grid(made)
    names = {placed.key: words(placed) for line in grid for placed in line.cells}
    return {words(placed): [names[key] for key in placed.headers] for line in grid for placed in line.cells}


def test_a_corner_over_two_head_rows_moves_the_second_along() -> None:
    made = table(
        3,
        (row(cell("Role", Scope.COLUMN, rows=2), cell("Locality", Scope.COLUMN, columns=2)), head("City", "West")),
        row(cell("Clinician", Scope.ROW), "Dr X", "Dr Y"),
    )
    assert headers(made) == {
        "Role": [],
        "Locality": [],
        "City": ["Locality"],
        "West": ["Locality"],
        "Clinician": ["Role"],
        "Dr X": ["Locality", "City", "Clinician"],
        "Dr Y": ["Locality", "West", "Clinician"],
    }


def test_a_row_header_over_two_rows_heads_both() -> None:
    made = table(
        2,
        (head("Service", "Outcome"),),
        row(cell("Crisis", Scope.ROW, rows=2), "fewer"),
        row("shorter"),
        row(cell("Housing", Scope.ROW), "more"),
    )
    found = headers(made)
    assert found["fewer"] == found["shorter"] == ["Outcome", "Crisis"]
    assert found["more"] == ["Outcome", "Housing"]


def test_a_later_band_takes_the_place_of_an_earlier_one() -> None:
    made = table(
        2,
        (),
        row(cell("Before", columns=2), kind=RowKind.BAND),
        row(cell("Audit", Scope.COLUMN), cell("Count", Scope.COLUMN)),
        row("one", "1"),
        row(cell("After", columns=2), kind=RowKind.BAND),
        row("two", "2"),
    )
    found = headers(made)
    assert found["1"] == ["Before", "Count"]
    assert found["2"] == ["After"]


def test_rows_of_unequal_length_are_counted() -> None:
    grid = build_grid(
        table(3, (head("A", "B", "C"),), row("1", "2"), row("1", "2", "3", "4"), row(cell("1", columns=5)))
    )
    assert [(line.missing, line.excess) for line in grid] == [(0, 0), (1, 0), (0, 1), (0, 2)]


def test_a_cell_does_not_reach_below_its_part_of_the_table() -> None:
    grid = build_grid(table(2, (row(cell("A", Scope.COLUMN, rows=9), cell("B", Scope.COLUMN)),), row("1", "2")))
    assert grid[0].cells[0].rows == 1
    assert (grid[1].missing, grid[1].excess) == (0, 0)
