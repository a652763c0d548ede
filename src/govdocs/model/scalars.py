"""How one typed word becomes a value: dates, times, numbers, yes and no, slugs.

The reader keeps every scalar as it was typed, so all of these begin with text.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, get_args

from pydantic import GetCoreSchemaHandler, PlainValidator, ValidationError
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from govdocs.model.complaints import OURS, refusal
from govdocs.model.other_forms import read_other_date, read_other_time
from govdocs.model.values import Nothing, PartialDate, Period, PeriodKind, financial_quarter, financial_year

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PATH = re.compile(r"[a-z0-9]+([-/][a-z0-9]+)*")
_FIELD = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_NUMBER = re.compile(r"-?\d+(\.\d+)?|-?\d{1,3}(,\d{3})+(\.\d+)?")
_FRACTION = re.compile(r"(\d+)/([1-9]\d*)")
_PERCENT = re.compile(r"(\d+(\.\d+)?) ?%")
_YEAR = re.compile(r"(\d{4})[/-](\d{2}|\d{4})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def _text(value: object, expected: str) -> str:
    if not isinstance(value, str):
        raise refusal(expected, problem="wrong-type")
    return str(value).strip()


def is_slug(text: str) -> bool:
    """Whether ``text`` can be an id: lower-case letters and digits, joined by hyphens."""
    return _SLUG.fullmatch(text) is not None


def suggest_slug(text: str) -> str:
    """What ``text`` would be as an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def parse_slug(value: object) -> str:
    """An id."""
    text = _text(value, "an id")
    if not is_slug(text):
        proposal = suggest_slug(text)
        hint = f"write `{proposal}`" if proposal else "choose an id of lower-case letters, digits and hyphens"
        meant = proposal if proposal.replace("-", "") == re.sub(r"[ _-]", "", text.lower()) else ""
        raise refusal("an id of lower-case letters, digits and hyphens", hint, problem="bad-id", meant=meant)
    return text


def parse_field_name(value: object) -> str:
    """The id of a column or a field; underscores are allowed as well."""
    text = _text(value, "an id")
    if not _FIELD.fullmatch(text):
        proposal = suggest_slug(text)
        hint = f"write `{proposal}`" if proposal else "choose an id of lower-case letters, digits and hyphens"
        raise refusal("an id that begins with a lower-case letter", hint, problem="bad-id")
    return text


def parse_path(value: object) -> str:
    """An id that may lead through folders: ``board/2018-05-17``."""
    text = _text(value, "an id")
    if not _PATH.fullmatch(text):
        raise refusal(
            "an id, or ids with slashes between them such as `board/2018-05-17`",
            "write the folder under `meetings/` without the name of a file",
            problem="bad-id",
        )
    return text


def parse_yes_no(value: object) -> bool:
    """``yes`` or ``no``; ``true`` and ``false`` are understood."""
    text = _text(value, "`yes` or `no`").lower()
    if text in ("yes", "true"):
        return True
    if text in ("no", "false"):
        return False
    raise refusal("`yes` or `no`")


def parse_whole(value: object) -> int:
    """A whole number that is not negative."""
    text = _text(value, "a whole number").replace(",", "")
    if not re.fullmatch(r"\d{1,15}", text):
        raise refusal("a whole number such as `6`")
    return int(text)


def parse_amount(value: object) -> Decimal:
    """A number: ``49608``, ``49,608``, ``-3.5`` or, as accountants write it, ``(3,329)``."""
    text = _text(value, "a number").replace("\N{MINUS SIGN}", "-")
    bare = f"-{text[1:-1]}" if text.startswith("(") and text.endswith(")") else text
    if not _NUMBER.fullmatch(bare) or len(bare) > 40:  # noqa: PLR2004 (nobody's money has forty digits)
        raise refusal("a number such as `49608` or `-3.5`")
    return Decimal(bare.replace(",", ""))


def parse_share(value: object) -> Fraction:
    """A part of a whole: ``2/3`` or ``34.238%``."""
    text = _text(value, "a share")
    if match := _FRACTION.fullmatch(text):
        return Fraction(int(match[1]), int(match[2]))
    if match := _PERCENT.fullmatch(text):
        return Fraction(match[1]) / 100
    raise refusal("a share such as `2/3` or `40%`")


def parse_day(value: object) -> date:
    """A day of the calendar."""
    text = _text(value, "a date")
    if not (match := _DATE.fullmatch(text)):
        meant = read_other_date(text)
        hint = f"write `{meant}`" if meant else "write year, month and day with hyphens"
        raise refusal("a date such as `2018-06-21`", hint, problem="bad-date", meant=meant)
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise refusal("a day of the calendar", "look the day up; no such day exists", problem="bad-date") from None


def parse_partial_date(value: object) -> PartialDate:
    """A day, a month (``2018-06``) or a year (``2018``)."""
    text = _text(value, "a date")
    parts = text.split("-")
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        meant = read_other_date(text)
        hint = f"write `{meant}`" if meant else "leave out what is not known, from the right"
        raise refusal("a date such as `2018-06-21`, `2018-06` or `2018`", hint, problem="bad-date", meant=meant)
    try:
        date(*(int(part) for part in (*parts, "01", "01")[:3]))
    except ValueError:
        raise refusal("a day or month of the calendar", "look it up; no such day exists", problem="bad-date") from None
    return PartialDate(*(int(part) for part in parts))


def parse_period(value: object) -> Period:
    """``2018/19``, ``2018-Q1``, ``2018-06``, ``2018-06..2018-08`` or a single day."""
    text = _text(value, "a period")
    if (match := _YEAR.fullmatch(text)) and int(match[2]) % 100 == (int(match[1]) + 1) % 100 and "/" in text:
        return financial_year(int(match[1]), text)
    if match := _QUARTER.fullmatch(text):
        return financial_quarter(int(match[1]), int(match[2]), text)
    first, _, last = text.partition("..")
    try:
        begin = parse_partial_date(first)
        end = parse_partial_date(last) if last else begin
    except ValueError:
        begin, end = PartialDate(2), PartialDate(1)
    if end.last < begin.first:
        raise refusal("a period such as `2018/19`, `2018-Q1`, `2018-06` or `2018-06..2018-08`", problem="bad-date")
    kinds = (PeriodKind.CALENDAR_YEAR, PeriodKind.MONTH, PeriodKind.DAY)
    kind = PeriodKind.RANGE if last else kinds[first.count("-")]
    return Period(text, kind, begin.first, end.last)


def parse_time(value: object) -> time:
    """A time of day on the clock of 24 hours."""
    text = _text(value, "a time")
    match = _TIME.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:  # noqa: PLR2004 (hours and minutes)
        meant = read_other_time(text)
        hint = f"write `{meant}`" if meant else "use the clock of 24 hours, with a colon"
        raise refusal("a time such as `13:30`", hint, problem="bad-time", meant=meant)
    return time(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that names another record: ``kind`` is the kind of record."""

    kind: str


def parse_name_or_slug(value: object) -> str:
    """An id, or a printed name, which has a capital or a space in it."""
    text = _text(value, "an id, or a printed name")
    if is_slug(text) or " " in text or (text.lower() != text and "_" not in text):
        return text
    proposal = suggest_slug(text)
    hint = f"write `{proposal}`" if proposal else "write the id from `records/`, or the name as it is printed"
    raise refusal("an id, or a printed name with a capital or a space", hint, problem="bad-id")


Slug = Annotated[str, PlainValidator(parse_slug)]
FieldName = Annotated[str, PlainValidator(parse_field_name)]
RecordPath = Annotated[str, PlainValidator(parse_path)]
YesNo = Annotated[bool, PlainValidator(parse_yes_no)]
Whole = Annotated[int, PlainValidator(parse_whole)]
Amount = Annotated[Decimal, PlainValidator(parse_amount)]
Share = Annotated[Fraction, PlainValidator(parse_share)]
Day = Annotated[date, PlainValidator(parse_day)]
Partial = Annotated[PartialDate, PlainValidator(parse_partial_date)]
Stretch = Annotated[Period, PlainValidator(parse_period)]
Clock = Annotated[time, PlainValidator(parse_time)]
Translations = dict[str, dict[str, str]]
"""Words in other languages: language, key, words."""


class NothingToo:
    """Marks ``Annotated[X | Nothing, NothingToo()]``: the words for nothing are allowed beside an X.

    Unlike a plain union, a wrong value gives one complaint, the one about X. ``words`` limits the choice; another
    enumeration than ``Nothing`` may stand in the union.
    """

    def __init__(self, *words: StrEnum) -> None:
        self._words = words
        self._enum: type[StrEnum] = Nothing

    @property
    def allowed(self) -> tuple[StrEnum, ...]:
        """The words for nothing that are allowed."""
        return self._words or tuple(self._enum)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of X, asked only where the value is not one of the words."""
        kinds = get_args(source)
        self._enum = next(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum))
        inner = next(kind for kind in kinds if kind is not self._enum)
        return core_schema.no_info_wrap_validator_function(self._validate, handler.generate_schema(inner))

    def _validate(self, value: Any, handler: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if isinstance(value, str) and value in self.allowed:
            return self._enum(value)
        try:
            return handler(value)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
            if not isinstance(value, str) or faults[0]["loc"] or len(faults) > 1:
                raise
            raise self._also(faults[0]) from None

    def _also(self, fault: ErrorDetails) -> PydanticCustomError:
        """The complaint about X with the words for nothing added to what was expected."""
        context = fault.get("ctx", {})
        shapes = {"tuple_type": "a list", "string_type": "text"}
        expected = str(context.get("expected") or shapes.get(fault["type"], "keys and values"))
        words = ", ".join(f"`{word}`" for word in self.allowed)
        problem = fault["type"].removeprefix(OURS) if fault["type"].startswith(OURS) else "wrong-type"
        hint = str(context.get("hint", "")) or (f"write it as {expected}" if expected != "text" else "write one text")
        return refusal(f"{expected}, or {words}", hint, problem=problem)
