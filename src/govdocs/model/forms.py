"""A body's forms: what a cover sheet asks for, in which order and words."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from govdocs.model.complaints import misfit
from govdocs.model.patterns import Names
from govdocs.model.record import Record
from govdocs.model.refers import SchemeId
from govdocs.model.scalars import FieldName, NothingToo, Slug, Translations, Whole, YesNo
from govdocs.model.values import Nothing


class FormLine(Record):
    """A row or a column of a grid, or a line of a check-list."""

    called: ClassVar[str] = "a row or column of a form's field"

    id: FieldName
    """The key of its answers."""
    label: str
    """As printed."""
    width: Whole | None = None
    """For a column: its share of the width."""
    translations: Translations = Field(default_factory=dict)
    """The label in other languages."""


class FormField(Record):
    """One field of a form."""

    called: ClassVar[str] = "a field of a form"

    id: FieldName
    """The key of its answer under a paper's `form`."""
    label: Annotated[str | Nothing, NothingToo(Nothing.BLANK)]
    """As printed; `blank` prints none."""
    kind: Literal["text", "fixed", "date", "people", "contacts", "grid", "prose", "checklist", "recommendations"]
    """What the answer is. `prose` is answered in the body under a heading with the field's id; `contacts` are people
    with telephone and e-mail address."""
    from_: Literal[
        "form", "title", "authors", "sponsor", "presenters", "recommendations", "session", "body", "meeting-date"
    ] = "form"
    """Where the answer is when it is not under the paper's `form`."""
    required: YesNo = False
    """Whether a sheet without it is incomplete."""
    layout: Literal["pair", "section"] | None = None
    """Label beside the answer, or above it; without it, short kinds are pairs."""
    lead_in: str = ""
    """Words before the answer."""
    after_report: YesNo = False
    """Whether it stands after the report instead of before it, as those to contact often do."""
    words: str = ""
    """The answer of a fixed field; Markdown where the field is a section."""
    rows: tuple[FormLine, ...] = ()
    """Rows of a grid, lines of a check-list."""
    columns: tuple[FormLine, ...] = ()
    """Columns of a grid."""
    cells: Literal["people", "groups", "words"] = "words"
    """What a grid's cells hold: people, groups with dates, or words."""
    numbering: SchemeId | None = None
    """The numbering scheme of a prose answer."""
    repeat_in_body: YesNo = False
    """Whether the report may print it again."""
    translations: Translations = Field(default_factory=dict)
    """Label, lead-in and words in other languages."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "FormField":
        if self.kind == "fixed" and not self.words:
            raise misfit("a fixed field without words; expected `words`", "add the words that are always printed")
        if self.kind == "grid" and not self.columns:
            raise misfit("a grid without columns; expected `columns`", "add `columns: [{id: …, label: …}]`", at="kind")
        if self.kind == "checklist" and not self.rows:
            raise misfit("a check-list without lines; expected `rows`", "add `rows: [{id: …, label: …}]`", at="kind")
        return self

    @property
    def is_pair(self) -> bool:
        """Whether the label stands beside the answer."""
        if self.layout is None:
            return self.kind in ("text", "fixed", "date", "people")
        return self.layout == "pair"


class Form(Record):
    """A form: heading, the paper's letter, fields."""

    called: ClassVar[str] = "a form"

    id: Slug
    """Its id."""
    heading: str
    """At its top."""
    letter: Annotated[str, Names("letter")] = "Paper {letter}"
    """Under the heading."""
    layout: Literal["sheet", "title"] = "sheet"
    """Whether it fills a sheet before the report, or stands as a title over the report's first page."""
    fields: tuple[FormField, ...]
    """In the order printed."""
    translations: Translations = Field(default_factory=dict)
    """The heading in other languages."""

    def field(self, name: str) -> FormField | None:
        """The field with that id, or None."""
        return next((field for field in self.fields if field.id == name), None)
