"""A paper: its facts, the answers to the body's form, and its body in parts."""

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import PlainValidator, model_validator

from govdocs.model.answers import Answer
from govdocs.model.book_index import IndexTerm
from govdocs.model.complaints import misfit, refusal
from govdocs.model.data_sets import DataSet
from govdocs.model.meetings import Held
from govdocs.model.nodes_as_data import KeptMapping
from govdocs.model.people import Who
from govdocs.model.record import Block, Record
from govdocs.model.refers import FormId, SchemeId, TermsId, VerbId
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import Amount, Day, NothingToo, Partial, Slug, YesNo
from govdocs.model.tables import Unit
from govdocs.model.values import Nothing
from govdocs.model.waivers import Waiver
from govdocs.places import Place
from govdocs.read.nodes import Mapping, Prose

B = TypeVar("B", bound=Block)


class Recommendation(Record):
    """One thing that the body is asked to do."""

    called: ClassVar[str] = "a recommendation"

    verb: VerbId
    """One of the body's verbs."""
    text: str
    """What follows the verb; inline Markdown."""
    suffix: str = ""
    """Words after it that print as the verb does: `FOR INFORMATION`."""


class Figure(Record):
    """A figure that is cited in several places."""

    called: ClassVar[str] = "a figure"

    id: Slug
    """Its id, for `[£48k](figure:…)`."""
    value: Amount
    """Its value."""
    unit: Unit = "amount"
    """What it is."""
    words: str = ""
    """What it stands for."""
    formula: str = ""
    """How it follows from other figures of the paper: `practices * price`, `total(costs.amount)` for the total of a
    table's column, `compounded(first-year, second-year)` for growth, `months(start, end)` between two events."""
    tolerance: Amount = Decimal(0)
    """How far a citation may differ."""


class Event(Record):
    """A date that is cited in several places."""

    called: ClassVar[str] = "an event"

    id: Slug
    """Its id, for `[26 June](event:…)`."""
    date: Partial
    """When."""
    words: str = ""
    """What happens."""


class Appendix(Record):
    """An appendix: a part of the body under a heading with this id, or a file."""

    called: ClassVar[str] = "an appendix"

    id: Slug
    """Its id."""
    title: str
    """Its title."""
    file: str = ""
    """A PDF file beside the paper, in place of a part of the body."""
    restricted: Restriction | None = None
    """Why it is closed."""


def _answers(value: object) -> Mapping:
    """The answers as typed; they are held against the form once the body is known."""
    if not isinstance(value, KeptMapping):
        raise refusal("the answers to the form, by the ids of its fields", problem="wrong-type")
    return value.node


class PaperHeader(Record):
    """The header of a paper."""

    called: ClassVar[str] = "a paper"

    title: str
    """Its title; agenda, divider and registers take it from here."""
    document_title: str = ""
    """The title over the report, where it is another than the cover's."""
    authors: tuple[Who, ...]
    """Who wrote it."""
    sponsor: Annotated[Who | Nothing, NothingToo(Nothing.BLANK, Nothing.NONE)] | None = None
    """Who answers for it."""
    presenters: Annotated[tuple[Who, ...] | Nothing, NothingToo(Nothing.BLANK, Nothing.NONE)] = ()
    """Who presents it."""
    recommendations: tuple[Recommendation, ...] = ()
    """What the body is asked to do."""
    lead_in: Annotated[str | Nothing, NothingToo(Nothing.NONE)] | None = None
    """The words before them, where they are not the form's."""
    form_id: FormId | None = None
    """Which of the body's forms, where it is not the first; see `cover`."""
    cover: YesNo = True
    """Whether it has a cover sheet."""
    form: Annotated[Mapping, PlainValidator(_answers)] | None = None
    """The answers to the form's own fields."""
    figures: tuple[Figure, ...] = ()
    """Figures that are cited."""
    events: tuple[Event, ...] = ()
    """Dates that are cited."""
    appendices: tuple[Appendix, ...] = ()
    """Its appendices."""
    index: tuple[IndexTerm, ...] = ()
    """The terms of its index; a block `index` prints it."""
    numbering: Literal["typed", "automatic", "none"] = "none"
    """Whether paragraph numbers are typed, made by the scheme, or not there."""
    scheme: SchemeId | None = None
    """Which of the body's numbering schemes, where it is not the default."""
    status: Literal["draft", "final"] | None = None
    """How far it has come."""
    version: str = ""
    """Its version."""
    language: str = ""
    """Its language, where it is not the body's."""
    held: Held | None = None
    """Why it is not there."""
    circulated: Day | None = None
    """When it went out, where that was later than the agenda."""
    file: str = ""
    """A PDF file beside it that is the report."""
    restricted: Restriction | None = None
    """Why it is closed."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""


class PictureBlock(Block):
    """A `picture` block."""

    called: ClassVar[str] = "a picture"
    fence_word: ClassVar[str] = "picture"

    file: str
    """A PNG, JPEG or SVG file beside the document."""
    alt: str
    """What it shows, for those who do not see it."""
    caption: str = ""
    """Words under it."""
    width: Amount = Decimal(1)
    """Its share of the width of the text, up to 1."""
    id: Slug | None = None
    """Its id, for links."""

    @model_validator(mode="after")
    def _is_described(self) -> "PictureBlock":
        if not any(map(str.isalpha, self.alt)):
            message = "`alt` has no words; expected what the picture shows, for those who do not see it"
            raise misfit(message, "say it in a sentence: `alt: A map of the two routes`", at="alt")
        return self


class RecommendationsBlock(Block):
    """A `recommendations` block: prints the paper's recommendations again."""

    called: ClassVar[str] = "a `recommendations` block"
    fence_word: ClassVar[str] = "recommendations"

    lead_in: Annotated[str | Nothing, NothingToo(Nothing.NONE)] | None = None
    """The words before them, where they are not the cover's."""


class ContentsBlock(Block):
    """A `contents` block: lists the headings after it, with their pages in PDF and Word."""

    called: ClassVar[str] = "a table of contents"
    fence_word: ClassVar[str] = "contents"

    levels: Literal["1", "2", "3", "4"] = "2"
    """How many levels of headings it lists."""


class IncludeBlock(Block):
    """An `include` block: prints a document of `records/terms-of-reference/`."""

    called: ClassVar[str] = "an `include` block"
    fence_word: ClassVar[str] = "include"

    document: TermsId
    """The document's id."""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of a paper's body under a heading of the first level.

    ``id`` is that of a prose field, ``report``, or an appendix; ``heading`` the words as typed.
    """

    id: str
    heading: str
    content: tuple[Prose | Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its header, its parts, its data sets and its answers to the body's form.

    ``id`` is meeting and name (``board/2018-06-21/savings``), ``folder`` where its pictures and data lie.
    ``renditions`` are the same paper in other languages, by language.
    """

    id: str
    name: str
    meeting: str
    path: str
    folder: str
    header: PaperHeader
    parts: tuple[PaperPart, ...]
    data_sets: ReadOnlyMapping[str, DataSet]
    answers: ReadOnlyMapping[str, Answer]
    renditions: "ReadOnlyMapping[str, Paper]"

    def part(self, name: str) -> PaperPart | None:
        """The part with that id, or None."""
        return next((part for part in self.parts if part.id == name), None)

    @property
    def report(self) -> PaperPart | None:
        """The report itself, or None."""
        return self.part("report")

    def place(self, *steps: str | int) -> Place:
        """Where a value of the header was typed."""
        return self.header.place(*steps)

    def blocks(self, kind: type[B]) -> Iterator[tuple[PaperPart, B]]:
        """All record blocks of that kind, each with the part that it stands in."""
        for part in self.parts:
            for block in part.content:
                if isinstance(block, kind):
                    yield part, block
