"""People, the organisations they work for and the rooms they meet in."""

from typing import ClassVar

from pydantic import Field

from govdocs.model.record import Record
from govdocs.model.refers import OrganisationName, VenueName, WhoName
from govdocs.model.scalars import Partial, Slug, Translations, is_slug


class Organisation(Record):
    """An organisation."""

    called: ClassVar[str] = "an organisation"

    name: str
    """The full name."""
    short: str = ""
    """The name in running text."""
    code: str = ""
    """The name in narrow columns."""
    word: str = ""
    """A single word where the context is clear."""
    aliases: tuple[str, ...] = ()
    """Other spellings that are met, so that a rule can name the right one."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Post(Record):
    """A post that a person holds or held."""

    called: ClassVar[str] = "a post"

    post: str
    """The title of the post."""
    short: str = ""
    """The title in narrow places."""
    organisation: OrganisationName
    """The organisation's id, or its printed name."""
    from_: Partial | None = None
    """The first day, month or year."""
    to: Partial | None = None
    """The last day, month or year."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Person(Record):
    """A person."""

    called: ClassVar[str] = "a person"

    name: str
    """Forename and surname as printed."""
    surname: str = ""
    """Only where it is not the last word of the name."""
    honorific: str = ""
    """Mr, Ms, Dr, Professor and the like."""
    letters: str = ""
    """Letters after the name."""
    aliases: tuple[str, ...] = ()
    """Other spellings that are met."""
    email: str = ""
    """For papers that name a contact."""
    phone: str = ""
    """For papers that name a contact."""
    posts: tuple[Post, ...] = ()
    """The posts held; the one that holds at a meeting's date is printed."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""

    @property
    def family_name(self) -> str:
        """The surname."""
        return self.surname or self.name.split()[-1]

    @property
    def forename(self) -> str:
        """The name without the surname."""
        return self.name.removesuffix(self.family_name).strip()


class Who(Record):
    """A person named somewhere: an id of the register, or a printed name."""

    called: ClassVar[str] = "a person's entry"
    short_form: ClassVar[str] = "person"

    person: WhoName
    """The person's id, or a name as printed (with a capital or a space)."""
    printed: str = ""
    """The post and organisation as printed in this one place."""

    @property
    def slug(self) -> str:
        """The id, or an empty text where a printed name was typed."""
        return self.person if is_slug(self.person) else ""


class Venue(Record):
    """A room."""

    called: ClassVar[str] = "a venue"

    name: str
    """The room and the house."""
    address: str = ""
    """Street, town and postcode."""
    aliases: tuple[str, ...] = ()
    """Other spellings that are met."""
    translations: Translations = Field(default_factory=dict)
    """Words in other languages."""


class Where(Record):
    """A venue named somewhere: an id of the register, or a printed one."""

    called: ClassVar[str] = "a venue's entry"
    short_form: ClassVar[str] = "venue"

    venue: VenueName
    """The venue's id, or the venue as printed (with a capital or a space)."""
    printed: str = ""
    """The words as printed in this one place."""

    @property
    def slug(self) -> str:
        """The id, or an empty text where a printed venue was typed."""
        return self.venue if is_slug(self.venue) else ""


class OrganisationsFile(Record):
    """`records/organisations.yaml`."""

    called: ClassVar[str] = "`organisations.yaml`"

    organisations: dict[Slug, Organisation]
    """All organisations by id."""


class PeopleFile(Record):
    """`records/people.yaml`."""

    called: ClassVar[str] = "`people.yaml`"

    people: dict[Slug, Person]
    """All people by id."""


class VenuesFile(Record):
    """`records/venues.yaml`."""

    called: ClassVar[str] = "`venues.yaml`"

    venues: dict[Slug, Venue]
    """All venues by id."""
