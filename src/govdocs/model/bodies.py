"""A governing body: everything that is the body's own."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PlainValidator

from govdocs.model.complaints import refusal
from govdocs.model.forms import Form
from govdocs.model.outlines import Outline
from govdocs.model.patterns import Names
from govdocs.model.record import Record
from govdocs.model.refers import OrganisationId
from govdocs.model.scalars import NothingToo, Slug, Translations, Whole, YesNo
from govdocs.model.seats import (
    CastingVote,
    Constituency,
    Group,
    Notice,
    Office,
    Pattern,
    Proxies,
    Quorum,
    Rotation,
    Seat,
    TermsRequirements,
    Threshold,
)
from govdocs.model.style import Numbering, PackStyle, Style
from govdocs.model.values import NotStated
from govdocs.model.waivers import Waiver
from govdocs.model.wording import ActionsStyle, AgendaStyle, MinutesStyle


def _tokens(value: object) -> dict[str, object]:
    """Groups of tokens; numbers are numbers, everything else stays text, for the writers to judge."""
    if not isinstance(value, dict):
        raise refusal("groups of tokens, such as `colour: {accent: ...}`", problem="wrong-type")
    return {str(key): _tokens(inner) if isinstance(inner, dict) else _token(inner) for key, inner in value.items()}


def _token(value: object) -> object:
    try:
        number = float(str(value))
    except ValueError:
        return str(value)
    return int(number) if number.is_integer() and "." not in str(value) else number


class ReferenceScheme(Record):
    """How something is numbered."""

    called: ClassVar[str] = "a reference scheme"

    pattern: Annotated[str, Names("n", "nn", "nnn", "yy", "yyyy", "letter", "roman", "meeting")]
    """What is printed; `{meeting}` is the meeting's own number."""
    restart: Literal["yearly", "meeting", "never"]
    """When the count begins again."""
    start: Whole = 1
    """The first count."""
    year_starts: Whole = 1
    """The month in which the year begins, for `yearly`."""


class References(Record):
    """How items, papers and meetings are numbered."""

    called: ClassVar[str] = "the reference schemes"

    items: ReferenceScheme | None = None
    """Agenda items; without it they have no number."""
    papers: ReferenceScheme | None = None
    """Papers; without it they have no letter."""
    meetings: ReferenceScheme | None = None
    """Meetings."""
    decisions: ReferenceScheme | None = None
    """Decisions, where the body numbers them."""
    actions: ReferenceScheme | None = None
    """Actions, where the body numbers them."""


class Session(Record):
    """A kind of meeting, or of part of one."""

    called: ClassVar[str] = "a session"

    id: Slug
    """Its id."""
    word: str
    """On cover sheets."""
    title: str
    """The meeting's title on the agenda."""
    open: YesNo = True
    """Whether the public may be there and see its papers."""
    references: References | None = None
    """Where this kind of meeting is numbered apart from the others."""
    translations: Translations = Field(default_factory=dict)
    """Word and title in other languages."""


class Ground(Record):
    """A ground for keeping something closed."""

    called: ClassVar[str] = "a ground"

    id: Slug
    """Its id."""
    label: str
    """In words."""
    law: str = ""
    """Where it is written."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Audience(Record):
    """Who may see something closed."""

    called: ClassVar[str] = "an audience"

    id: Slug
    """Its id."""
    name: str
    """In words."""


class Verb(Record):
    """A verb of recommendations and resolutions."""

    called: ClassVar[str] = "a verb"

    id: Slug
    """Its id."""
    printed: str
    """In recommendations and resolutions."""
    agenda: str = ""
    """In the action column; without it, "To" and the id."""
    decides: YesNo | None = None
    """Whether it asks for a decision, or only for attention; without it, as the word is commonly used."""
    translations: Translations = Field(default_factory=dict)
    """The words in other languages."""

    @property
    def on_agenda(self) -> str:
        """What the action column prints."""
        return self.agenda or f"To {self.id.replace('-', ' ')}"


class Body(Record):
    """`records/bodies/….yaml`."""

    called: ClassVar[str] = "a body"

    name: str
    """The full name."""
    short: str = ""
    """The abbreviation."""
    aliases: tuple[str, ...] = ()
    """Other spellings that are met."""
    legal_form: str = ""
    """Joint committee, company, council."""
    language: str = ""
    """The language of its papers; without it, the repository's."""
    languages: tuple[str, ...] = ()
    """All languages of its papers, where there are several."""
    organisations: tuple[OrganisationId, ...] = ()
    """The organisations that it belongs to or joins."""
    letterhead: tuple[OrganisationId, ...] = ()
    """The organisations in the running header, in this order."""
    references: References = References()
    """How things are numbered."""
    sessions: tuple[Session, ...] = ()
    """Kinds of meeting."""
    grounds: tuple[Ground, ...] = ()
    """Grounds for keeping something closed."""
    audiences: tuple[Audience, ...] = ()
    """Who may see something closed."""
    constituencies: tuple[Constituency, ...] = ()
    """Classes of members."""
    seats: tuple[Seat, ...] = ()
    """Its seats."""
    offices: tuple[Office, ...] = ()
    """Its offices."""
    groups: tuple[Group, ...] = ()
    """People named together."""
    chair_rotation: tuple[Rotation, ...] = ()
    """Whose turn in the chair it is."""
    quorum: Annotated[Quorum | NotStated, NothingToo()] = NotStated.NOT_STATED
    """How many must be there, or `not-stated`."""
    thresholds: tuple[Threshold, ...] = ()
    """Majorities that some decisions need."""
    casting_vote: CastingVote | None = None
    """The office that decides when votes are equal, or `none`."""
    proxies: Proxies | None = None
    """Whether members may be represented."""
    notice: tuple[Notice, ...] = ()
    """Days before or after a meeting."""
    meets: Pattern | None = None
    """On which days it meets, where there is a pattern."""
    terms_of_reference: TermsRequirements | None = None
    """What terms of reference need, where that is not the usual list."""
    verbs: tuple[Verb, ...] = ()
    """The verbs of recommendations, resolutions and agenda."""
    agenda: AgendaStyle
    """Its agenda."""
    minutes: MinutesStyle
    """Its minutes."""
    actions: ActionsStyle | None = None
    """Its action log."""
    forms: tuple[Form, ...] = ()
    """Its forms; the first is the usual cover sheet."""
    numbering: Numbering | None = None
    """Its numbering schemes."""
    outlines: tuple[Outline, ...] = ()
    """What sections of long papers hold that are all made alike, such as the work-streams of a plan."""
    style: Style = Style()
    """How it prints dates, numbers and names."""
    pack: PackStyle = PackStyle()
    """What its packs have besides the papers."""
    theme: Annotated[dict[str, object], PlainValidator(_tokens)] = Field(default_factory=dict)
    """Colours, sizes and margins in place of the built-in ones: group, token, value."""
    waivers: tuple[Waiver, ...] = ()
    """Accepted findings."""
    translations: Translations = Field(default_factory=dict)
    """Name and abbreviation in other languages."""
