"""Columns follow the table's shares until a word would have to be divided."""

import pytest

from govdocs.compose.blocks import Align, Column, LineBreak, Scope, Strong, Table, TableKind, Text
from govdocs.write.column_widths import ColumnWidths, cell_padding_pt, fit_columns
from govdocs.write.font_widths import text_width, widest_word
from govdocs.write.table_grid import build_grid
from govdocs.write.theme import built_in_theme
from support.sample_blocks import HERE, cell, head, row

THEME = built_in_theme()


def fit(made: Table, width_pt: float = 470.0) -> ColumnWidths:
    return fit_columns(made, build_grid(made), width_pt, THEME)


def test_shares_hold_where_words_fit() -> None:
    made = Table((Column(3), Column(1)), (head("Item", "Cost"),), (row("Second collection", "40,108"),), HERE)
    assert fit(made).shares == pytest.approx((0.75, 0.25))


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    made = Table((Column(20), Column(1)), (head("Item", "Responsibilities"),), (row("short", "no"),), HERE)
    need = text_width("Responsibilities", THEME.type.table_pt, bold=True) + 2 * cell_padding_pt(made, THEME)
    assert fit(made).shares[1] * 470 >= need
    assert sum(fit(made).shares) == pytest.approx(1)


def test_a_heading_over_two_columns_widens_both() -> None:
    made = Table(
        (Column(50), Column(1), Column(1)),
        (row(cell("", Scope.COLUMN), cell("Extraordinarilylongheading", Scope.COLUMN, columns=2)),),
        (row("x", "1", "2"),),
        HERE,
    )
    need = text_width("Extraordinarilylongheading", THEME.type.table_pt, bold=True) + 2 * cell_padding_pt(made, THEME)
    found = fit(made).shares
    assert (found[1] + found[2]) * 470 >= need - 0.01


def test_too_many_long_words_are_told_and_share_the_room() -> None:
    made = Table(tuple(Column(1) for _ in range(9)), (head(*(["Extraordinarily"] * 9)),), (row(*(["1"] * 9)),), HERE)
    found = fit(made)
    assert found.needed_pt > 470
    assert sum(found.shares) == pytest.approx(1)


@pytest.mark.parametrize(("columns", "size"), [(6, 8.5), (9, 8.5), (10, 7.5)])
def test_a_dashboard_takes_the_largest_type_that_fits(columns: int, size: float) -> None:
    made = Table(
        tuple(Column(1, Align.RIGHT) for _ in range(columns)),
        (head(*(["Deliverabl"] * columns)),),
        (row(*(["(58,199)"] * columns)),),
        HERE,
        TableKind.DASHBOARD,
    )
    assert fit(made).type_pt == size


def test_words_end_at_blanks_breaks_and_hyphens_only() -> None:
    one = widest_word((Text("ab"), Strong((Text("cd"),)), Text("ef gh")), 10)
    assert one == pytest.approx(text_width("abef", 10) + text_width("cd", 10, bold=True))
    assert widest_word((Text("abc"), LineBreak(), Text("de")), 10) == pytest.approx(text_width("abc", 10))
    assert widest_word((Text("pre-natal"),), 10) == pytest.approx(text_width("natal", 10))
    assert widest_word((), 10) == 0


def test_a_short_line_is_not_wrapped_beside_a_column_with_room() -> None:
    made = Table(
        (Column(16), Column(40), Column(8), Column(36)),
        (head("Ref", "Item", "Action", "Presenter"),),
        (row("CCBP/18/49", "Collection", "To approve", "Sue Lock"),),
        HERE,
    )
    need = text_width("To approve", THEME.type.table_pt) + 2 * cell_padding_pt(made, THEME)
    assert fit(made).shares[2] * 470 >= need
    assert sum(fit(made).shares) == pytest.approx(1)


def test_lists_of_people_line_up() -> None:
    for name in ("Dr X", "Professor Azhar Farooqi of the City (Chair)"):
        made = Table((Column(42), Column(58)), (), (row(name, "Clinical Chair, " * 9),), HERE, TableKind.PEOPLE)
        assert fit(made).shares == pytest.approx((0.42, 0.58))
