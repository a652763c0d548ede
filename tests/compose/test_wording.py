"""Dates, times, numbers and lists in a body's style."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.names import tidy
from govdocs.compose.wording import Wording, join_words, write_amount
from govdocs.model.scalars import parse_period
from govdocs.model.style import DateStyle, MoneyStyle, NumberStyle, PeriodStyle, Style, TimeStyle
from govdocs.model.values import PartialDate

BRACKETS = NumberStyle(negative="brackets", zero="-")


@pytest.mark.parametrize(
    ("pattern", "day", "printed"),
    [
        ("{weekday} {day} {month} {year}", dt.date(2018, 6, 21), "Thursday 21 June 2018"),
        ("{day}{ordinal} {month} {year}", dt.date(2018, 6, 1), "1st June 2018"),
        ("{day}{ordinal}", dt.date(2018, 6, 11), "11th"),
        ("{day}{ordinal}", dt.date(2018, 6, 22), "22nd"),
        ("{day2}.{month2}.{year2}", dt.date(2009, 3, 4), "04.03.09"),
        ("{weekday3} {month3}", dt.date(2018, 9, 5), "Wed Sep"),
    ],
)
def test_dates(pattern: str, day: dt.date, printed: str) -> None:
    assert Wording(Style(dates=DateStyle(plain=pattern)), "en-GB").plain_date(day) == printed


def test_dates_in_capitals_and_in_welsh() -> None:
    style = Style(dates=DateStyle(full="{day}{ordinal} {month} {year}", case="upper"))
    assert Wording(style, "en-GB").full_date(dt.date(2018, 9, 5)) == "5TH SEPTEMBER 2018"
    assert Wording(Style(), "cy").full_date(dt.date(2018, 6, 21)) == "Dydd Iau 21 Mehefin 2018"


def test_partial_dates_and_periods() -> None:
    wording = Wording(Style(periods=PeriodStyle(year="{yyyy}-{yy}", quarter="Q{q} {yyyy}/{yyyy2}")), "en-GB")
    assert [
        wording.partial_date(day) for day in (PartialDate(2018), PartialDate(2018, 6), PartialDate(2018, 6, 1))
    ] == [
        "2018",
        "June 2018",
        "1 June 2018",
    ]
    assert wording.months((PartialDate(2018, 5), PartialDate(2018, 6))) == "May/June 2018"
    assert wording.months((PartialDate(2017, 12), PartialDate(2018, 1))) == "December 2017, January 2018"
    printed = [wording.period(parse_period(text)) for text in ("2018/19", "1999/00", "2018-Q1", "2018-Q4", "2018-06")]
    assert printed == ["2018-19", "1999-00", "Q1 2018/2019", "Q4 2018/2019", "June 2018"]
    assert wording.period(parse_period("2018-06..2018-08")) == "June 2018 – August 2018"


@pytest.mark.parametrize(
    ("pattern", "moment", "printed"),
    [
        ("{hour12}:{minute}{ampm}", dt.time(13, 0), "1:00pm"),
        ("{hour12}.{minute} {ampm}", dt.time(0, 5), "12.05 am"),
        ("{hour12}{ampm}", dt.time(12, 0), "12pm"),
        ("{hour}{minute}", dt.time(9, 7), "0907"),
        ("{hour24}:{minute}", dt.time(9, 7), "9:07"),
    ],
)
def test_times(pattern: str, moment: dt.time, printed: str) -> None:
    assert Wording(Style(times=TimeStyle(time=pattern)), "en-GB").time(moment) == printed


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        (Decimal(-3329), None, "(3,329)"),
        (Decimal(0), None, "-"),
        (Decimal("0.0"), 1, "-"),
        (Decimal("-0.004"), 2, "0.00"),
        (Decimal("1234567.5"), None, "1,234,567.5"),
        (Decimal("2.345"), 2, "2.35"),
        (Decimal("-2.345"), 2, "(2.35)"),
        (Decimal(999), 0, "999"),
        (Fraction(1, 3), 2, "0.33"),
        (Decimal("1E+3"), None, "1,000"),
    ],
)
def test_amounts(value: Decimal | Fraction, places: int | None, printed: str) -> None:
    assert write_amount(value, BRACKETS, places) == printed


def test_amounts_in_another_notation() -> None:
    style = NumberStyle(negative="minus", thousands=".", decimal=",")
    assert write_amount(Decimal("-1234.5"), style) == "\N{MINUS SIGN}1.234,5"
    assert write_amount(Decimal(-1234), NumberStyle(thousands="none")) == "\N{MINUS SIGN}1234"
    wording = Wording(Style(money=MoneyStyle(symbol="€", thousand=" thousand")), "en-GB")
    assert [
        wording.amount(Decimal(n), unit) for n, unit in ((48608, "GBP"), (-5, "GBP-thousand"), (59, "percent"))
    ] == [
        "€48,608",
        "\N{MINUS SIGN}€5 thousand",
        "59%",
    ]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_an_amount_can_be_read_back(value: Decimal) -> None:
    printed = write_amount(value, NumberStyle(negative="brackets", zero="0"))
    bare = printed.strip("()").replace(",", "")
    assert Decimal(bare) == abs(value)
    assert printed.startswith("(") == (value < 0)


def test_lists_of_names() -> None:
    assert join_words([]) == ""
    assert join_words(["A"], ", ", " and ") == "A"
    assert join_words(["A", "B", "C"], ", ", " and ") == "A, B and C"
    assert join_words(["A", "B", "C"], "/") == "A/B/C"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ada Quill, , ", "Ada Quill"),
        ("Ada Quill (, )", "Ada Quill"),
        ("Ada Quill (Chair, )", "Ada Quill (Chair)"),
        ("Ada Quill (, Trust)", "Ada Quill (Trust)"),
        (" Quill", "Quill"),
        ("Ada Quill - ", "Ada Quill"),
        ("Ada Quill, Chair, Trust", "Ada Quill, Chair, Trust"),
    ],
)
def test_what_is_not_known_leaves_no_gap(text: str, printed: str) -> None:
    assert tidy(text) == printed
