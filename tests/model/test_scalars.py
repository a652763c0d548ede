"""How typed words become values."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from govdocs.model.scalars import (
    parse_amount,
    parse_name_or_slug,
    parse_partial_date,
    parse_period,
    parse_share,
    parse_time,
    parse_yes_no,
)
from govdocs.model.values import PartialDate, PeriodKind


@pytest.mark.parametrize(
    ("typed", "value"),
    [("49,608", "49608"), ("-3.5", "-3.5"), ("(3,329)", "-3329"), ("0", "0"), ("1.10", "1.10"), ("\u22125", "-5")],
)
def test_numbers_as_people_write_them(typed: str, value: str) -> None:
    assert parse_amount(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["4,96", "1,2345", "1e5", "12k", "(6", "", "1 000"])
def test_what_is_not_a_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="a number"):
        parse_amount(typed)


@pytest.mark.parametrize(
    ("typed", "kind", "first", "last"),
    [
        ("2018/19", PeriodKind.YEAR, date(2018, 4, 1), date(2019, 3, 31)),
        ("2018/2019", PeriodKind.YEAR, date(2018, 4, 1), date(2019, 3, 31)),
        ("2018-Q1", PeriodKind.QUARTER, date(2018, 4, 1), date(2018, 6, 30)),
        ("2018-Q3", PeriodKind.QUARTER, date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-Q4", PeriodKind.QUARTER, date(2019, 1, 1), date(2019, 3, 31)),
        ("2018-02", PeriodKind.MONTH, date(2018, 2, 1), date(2018, 2, 28)),
        ("2018", PeriodKind.CALENDAR_YEAR, date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-06..2018-08", PeriodKind.RANGE, date(2018, 6, 1), date(2018, 8, 31)),
    ],
)
def test_periods(typed: str, kind: PeriodKind, first: date, last: date) -> None:
    period = parse_period(typed)
    assert (period.kind, period.first, period.last) == (kind, first, last)


@pytest.mark.parametrize("typed", ["2018/20", "2018-Q5", "2018-08..2018-06", "summer"])
def test_what_is_not_a_period_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="a period"):
        parse_period(typed)


def test_partial_dates_keep_what_is_known() -> None:
    june = parse_partial_date("2018-06")
    assert june == PartialDate(2018, 6)
    assert (june.first, june.last, june.is_day, str(june)) == (date(2018, 6, 1), date(2018, 6, 30), False, "2018-06")


def test_times_yes_and_no_and_shares() -> None:
    assert parse_time("9:05") == time(9, 5)
    assert [parse_yes_no(word) for word in ("yes", "No", "true", "false")] == [True, False, True, False]
    assert parse_share("2/3") == Fraction(2, 3)
    assert parse_share("34.238%") == Fraction(34238, 100000)


@pytest.mark.parametrize("typed", ["ann-price", "Dr T Bentley", "van der Berg", "UHL", "CFO's", "n1"])
def test_ids_and_printed_names(typed: str) -> None:
    assert parse_name_or_slug(typed) == typed


@pytest.mark.parametrize("typed", ["ann_price", "Ann_Price", "", "ann.price", "ann--price"])
def test_what_is_neither_id_nor_name_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="id"):
        parse_name_or_slug(typed)
