"""Registers beside people: terms, interests, risks; and the settings of a repository."""

from typing import ClassVar, Literal

from pydantic import Field

from govdocs.diagnostics import Stage
from govdocs.model.record import Block, Record
from govdocs.model.refers import BodyId, InterestKindId, OrganisationName, PersonId
from govdocs.model.restrictions import Restriction
from govdocs.model.scalars import Day, Partial, Slug, Translations
from govdocs.model.waivers import Waiver


class Settings(Record):
    """`govdocs.yaml`."""

    called: ClassVar[str] = "`govdocs.yaml`"

    name: str
    """What this repository holds."""
    language: str = "en-GB"
    """The language of bodies that name none, such as `en-GB` or `cy`."""
    formats: tuple[Literal["pdf", "docx", "html"], ...] = ("pdf", "docx")
    """What `govdocs build` writes without `--to`."""
    holidays: tuple[Day, ...] = ()
    """Public holidays, for counting working days."""
    as_of: Day | None = None
    """The day as of which the repository is judged; for archives and examples."""
    nation: Literal["england", "wales", "scotland", "northern-ireland"] | None = None
    """Whose law and public holidays apply."""
    stage: Stage | None = None
    """How far papers have come, where a command does not say it: draft, circulate or publish."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""


class Term(Record):
    """An abbreviation or a term."""

    called: ClassVar[str] = "a term"

    short: str
    """The abbreviation as printed."""
    long: str
    """What it stands for."""
    meaning: str = ""
    """An explanation."""
    bodies: tuple[BodyId, ...] = ()
    """The bodies whose papers use it; none means all."""
    aliases: tuple[str, ...] = ()
    """Other spellings that are met."""


class GlossaryFile(Record):
    """`records/glossary.yaml`."""

    called: ClassVar[str] = "`glossary.yaml`"

    terms: dict[Slug, Term]
    """All terms by id."""


class InterestKind(Record):
    """A kind of interest."""

    called: ClassVar[str] = "a kind of interest"

    id: Slug
    """Its id."""
    label: str
    """As printed in the register."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Interest(Record):
    """A registered interest."""

    called: ClassVar[str] = "an interest"

    person: PersonId
    """Whose it is."""
    kind: InterestKindId
    """One of the file's kinds."""
    about: str
    """What it is."""
    organisation: OrganisationName | None = None
    """The organisation it is in: id or printed name."""
    keywords: tuple[str, ...] = ()
    """Words that point to it in an agenda."""
    declared: Day | None = None
    """When it was entered."""
    from_: Partial | None = None
    """Since when it is held."""
    to: Partial | None = None
    """Until when it was held."""
    mitigation: str = ""
    """What was agreed about it."""
    restricted: Restriction | None = None
    """Why its details are closed, where they are sensitive."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class InterestsFile(Record):
    """`records/interests.yaml`."""

    called: ClassVar[str] = "`interests.yaml`"

    kinds: tuple[InterestKind, ...] = ()
    """The kinds of interest."""
    interests: dict[Slug, Interest]
    """All interests by id."""


InterestColumn = Literal[
    "person", "kind", "about", "organisation", "declared", "from", "to", "mitigation", "date", "item", "consequence"
]


class InterestsBlock(Block):
    """An `interests` block: prints the register of interests, or what was declared at meetings."""

    called: ClassVar[str] = "an `interests` block"
    fence_word: ClassVar[str] = "interests"

    show: Literal["register", "declared"] = "register"
    """A row for each interest that is held, or for each one that was declared in minutes."""
    body: BodyId | None = None
    """Whose members; without it the body that meets."""
    people: tuple[PersonId, ...] = ()
    """Only these people."""
    since: Partial | None = None
    """For those declared: from meetings since then; without it all."""
    columns: tuple[InterestColumn, ...] = ()
    """The columns; without it those that are usual."""
    caption: str = ""
    """Words above it."""
    id: Slug | None = None
    """Its id, for links."""
