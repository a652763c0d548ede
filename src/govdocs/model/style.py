"""How a body prints dates, times, numbers, money, names and numbering: all of it data."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from govdocs.model.patterns import Names
from govdocs.model.record import Record
from govdocs.model.refers import SchemeId
from govdocs.model.scalars import NothingToo, Slug, Translations, Whole, YesNo
from govdocs.model.values import Nothing

DatePattern = Annotated[
    str, Names("weekday", "weekday3", "day", "day2", "ordinal", "month", "month2", "month3", "year", "year2")
]
MonthPattern = Annotated[str, Names("month", "month2", "month3", "year", "year2")]
NamePattern = Annotated[
    str,
    Names(
        "title",
        "name",
        "surname",
        "forename",
        "letters",
        "post",
        "post_short",
        "organisation",
        "organisation_short",
        "organisation_code",
        "organisation_word",
    ),
]


class DateStyle(Record):
    """How dates print."""

    called: ClassVar[str] = "the style of dates"

    full: DatePattern = "{weekday} {day} {month} {year}"
    """Agenda head, title of the minutes, next meeting."""
    plain: DatePattern = "{day} {month} {year}"
    """Everywhere else."""
    month: MonthPattern = "{month} {year}"
    """A month without a day."""
    cover: DatePattern = "{day} {month} {year}"
    """On cover sheets."""
    case: Literal["as-is", "upper"] = "as-is"
    """`upper` prints 21 JUNE 2018."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class TimeStyle(Record):
    """How times print."""

    called: ClassVar[str] = "the style of times"

    time: Annotated[str, Names("hour12", "hour24", "hour", "minute", "ampm")] = "{hour24}:{minute}"
    """`{hour12}:{minute}{ampm}` prints 1:00pm."""
    range: Annotated[str, Names("start", "end")] = "{start} – {end}"
    """From a time to a time."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class NumberStyle(Record):
    """How numbers print."""

    called: ClassVar[str] = "the style of numbers"

    negative: Literal["minus", "brackets"] = "minus"
    """`brackets` prints (3,329)."""
    thousands: str = ","
    """What stands between thousands; `none` for nothing."""
    decimal: str = "."
    """What stands before the decimals."""
    zero: str = "0"
    """How zero prints."""
    blank: str = ""
    """How a cell without a value prints."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class MoneyStyle(Record):
    """How money prints."""

    called: ClassVar[str] = "the style of money"

    symbol: str = "£"
    """Before the amount."""
    thousand: str = "k"
    """After rounded thousands."""
    million: str = "m"
    """After rounded millions."""
    billion: str = "bn"
    """After rounded thousand millions."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class PeriodStyle(Record):
    """How years and quarters print."""

    called: ClassVar[str] = "the style of periods"

    year: Annotated[str, Names("yyyy", "yy", "yyyy2")] = "{yyyy}/{yy}"
    """A financial year: `{yyyy}` is the first year, `{yy}` the second in two digits, `{yyyy2}` in four."""
    quarter: Annotated[str, Names("q", "yyyy", "yy", "yyyy2")] = "Q{q} {yyyy}/{yy}"
    """A quarter of it."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class NameStyle(Record):
    """How people are named; `{title}` is the honorific."""

    called: ClassVar[str] = "the style of names"

    agenda: NamePattern = "{name}"
    """A presenter on the agenda."""
    chair: NamePattern = "{title} {surname}"
    """Somebody named by the office held, such as the chair as presenter."""
    head: NamePattern = "{title} {name}"
    """The chair in the agenda's head."""
    attendance: NamePattern = "{title} {name}"
    """In the lists of the minutes."""
    attendance_post: NamePattern = "{post}, {organisation_short}"
    """The second column of those lists."""
    minutes: NamePattern = "{title} {surname}"
    """In the text of the minutes."""
    cover: NamePattern = "{name}, {post}, {organisation_short}"
    """On cover sheets."""
    members: NamePattern = "{name}"
    """In the lists of members in terms of reference."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class ListStyle(Record):
    """How several names are joined in a sentence."""

    called: ClassVar[str] = "the style of lists"

    joiner: str = ", "
    """Between all but the last two."""
    last: str = " and "
    """Between the last two."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Style(Record):
    """How a body prints things."""

    called: ClassVar[str] = "the style"

    dates: DateStyle = DateStyle()
    """Dates."""
    times: TimeStyle = TimeStyle()
    """Times."""
    numbers: NumberStyle = NumberStyle()
    """Numbers."""
    money: MoneyStyle = MoneyStyle()
    """Money."""
    periods: PeriodStyle = PeriodStyle()
    """Years and quarters."""
    names: NameStyle = NameStyle()
    """People."""
    lists: ListStyle = ListStyle()
    """Several names in a sentence."""


class NumberLevel(Record):
    """One level of a numbering scheme."""

    called: ClassVar[str] = "a level of a numbering scheme"

    of: Literal["heading", "paragraph", "item", "table"]
    """What it counts."""
    pattern: Annotated[Annotated[str, Names("1", "2", "3", "4", "5", "6")] | Nothing, NothingToo(Nothing.NONE)] = (
        Nothing.NONE
    )
    """What is printed, with `{1}` for the first level's count (`{1}.{2}.`); `none` counts without printing."""
    counter: Literal["decimal", "lower-letter", "upper-letter", "lower-roman", "upper-roman"] = "decimal"
    """How the count is written."""
    start: Whole = 1
    """The first count."""
    scope: Literal["parent", "heading", "section", "document"] = "parent"
    """When it starts again: with the level above, at each heading, at each top heading, or never."""
    gaps: Literal["flagged", "allowed"] = "flagged"
    """Whether typed numbers may leave some out."""


class NumberScheme(Record):
    """A numbering scheme."""

    called: ClassVar[str] = "a numbering scheme"

    id: Slug
    """Its id."""
    levels: tuple[NumberLevel, ...]
    """From the outermost."""


class Numbering(Record):
    """A body's numbering schemes."""

    called: ClassVar[str] = "the numbering"

    default: SchemeId
    """The scheme behind a paper's `numbering: automatic`."""
    schemes: tuple[NumberScheme, ...]
    """All schemes."""


class PackStyle(Record):
    """What a pack has besides the papers."""

    called: ClassVar[str] = "the pack"

    dividers: YesNo = True
    """Whether a page with the paper's letter stands before each paper."""
    blank_pages: YesNo = False
    """Whether a blank page follows each divider."""
    blank_words: str = "Blank page"
    """What the blank page says."""
    page_label: Annotated[str, Names("n", "total")] = "pack page {n}"
    """The pack's own page number."""
    held_words: Annotated[str, Names("letter", "title")] = "Paper {letter} to follow"
    """The sheet in place of a paper that is not there."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""
